//! Positioned runs of text → lines → paragraphs: what a page description (PDF, OFD) has lost.
//!
//! A page knows glyphs and places, no paragraphs. A line goes on the paragraph before it when that line was full
//! and this one is not indented; centred lines stand alone; page numbers and running heads are left out.

use super::builder::{Builder, row_place};
use crate::document::{Container, Place};
use std::collections::HashMap;

/// Some text at its place on a page. Coordinates are in points, y grows downwards.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The text.
    pub text: String,
    /// Where its first glyph starts.
    pub x: f32,
    /// Where its last glyph ends.
    pub end_x: f32,
    /// Its baseline.
    pub y: f32,
    /// Font size.
    pub size: f32,
}

/// The grid of one table: where its rows and columns meet, ascending.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Horizontal lines, top to bottom.
    pub ys: Vec<f32>,
    /// Vertical lines, left to right.
    pub xs: Vec<f32>,
}

/// One page: its runs in reading order and its tables.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Runs in the order in which they are read.
    pub runs: Vec<Run>,
    /// Ruled tables, top to bottom.
    pub grids: Vec<Grid>,
    /// Width of the page.
    pub width: f32,
}

#[derive(Debug, Clone, Default)]
struct Line {
    text: String,
    x: f32,
    end_x: f32,
    y: f32,
    size: f32,
    page: u32,
    cells: Vec<String>,
    /// Of a table row: table and row, from 1.
    row: Option<(u32, u32)>,
    /// First or last line of its page: where page numbers and running heads stand.
    at_edge: bool,
}

/// Adds the paragraphs of all pages.
pub fn add_pages(pages: &[Page], builder: &mut Builder) {
    let mut tables = 0;
    let mut lines: Vec<Line> = Vec::new();
    for (nth, page) in pages.iter().enumerate() {
        lines.extend(lines_of(page, nth as u32 + 1, &mut tables));
    }
    drop_edges(&mut lines, pages.len());
    let frame = Frame::of(&lines, pages.iter().map(|page| page.width).fold(0.0, f32::max));
    let mut paragraph = String::new();
    let mut place = Place::default();
    let mut before: Option<Line> = None;
    for line in lines {
        if let Some((table, row)) = line.row {
            builder.paragraph("", &std::mem::take(&mut paragraph), place);
            let row = Place {
                page: Some(line.page),
                ..row_place(table, row)
            };
            builder.row(&line.cells, row);
            before = None;
            continue;
        }
        if before.as_ref().is_some_and(|before| frame.goes_on(before, &line)) {
            join(&mut paragraph, &line.text);
        } else {
            builder.paragraph("", &std::mem::take(&mut paragraph), place);
            place = Place {
                page: Some(line.page),
                container: Container::Body,
            };
            paragraph.push_str(&line.text);
        }
        before = Some(line);
    }
    builder.paragraph("", &paragraph, place);
}

/// Two Latin words that a line break parted need their space again.
fn join(paragraph: &mut String, text: &str) {
    let parted = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
    if parted(paragraph.chars().next_back()) && parted(text.chars().next()) {
        paragraph.push(' ');
    }
    paragraph.push_str(text);
}

fn lines_of(page: &Page, number: u32, tables: &mut u32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut pending: Vec<&Run> = Vec::new();
    let mut done = vec![false; page.grids.len()];
    for run in page.runs.iter().filter(|run| !run.text.trim().is_empty()) {
        let Some(at) = page.grids.iter().position(|grid| grid.holds(run)) else {
            pending.push(run);
            continue;
        };
        if !std::mem::replace(&mut done[at], true) {
            lines.extend(plain_lines(&std::mem::take(&mut pending), number));
            *tables += 1;
            lines.extend(page.grids[at].rows(&page.runs, number, *tables));
        }
    }
    lines.extend(plain_lines(&pending, number));
    if let Some(first) = lines.first_mut() {
        first.at_edge = true;
    }
    if let Some(last) = lines.last_mut() {
        last.at_edge = true;
    }
    lines
}

/// Runs on one baseline, left to right, are a line.
fn plain_lines(runs: &[&Run], page: u32) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for run in runs {
        let size = run.size.max(1.0);
        let same = lines.last_mut().filter(|line| {
            (line.y - run.y).abs() < 0.5 * size.max(line.size) && run.x > line.end_x - 0.6 * size
        });
        let Some(line) = same else {
            lines.push(Line {
                text: run.text.trim_end().to_string(),
                x: run.x + leading_width(run),
                end_x: run.end_x,
                y: run.y,
                size,
                page,
                ..Line::default()
            });
            continue;
        };
        let gap = run.x - line.end_x;
        let words = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if gap > 2.5 * size {
            line.text.push('\t');
        } else if gap > 0.25 * size && words(line.text.chars().next_back()) && words(run.text.chars().next())
        {
            line.text.push(' ');
        }
        line.text.push_str(run.text.trim_end());
        line.end_x = run.end_x.max(line.end_x);
        line.size = line.size.max(size);
    }
    for line in &mut lines {
        line.text = line.text.trim().to_string();
    }
    lines
}

/// Blanks in front of the text are an indent.
fn leading_width(run: &Run) -> f32 {
    let blanks = run.text.chars().take_while(|&c| crate::text::is_blank(c));
    blanks
        .map(|c| if c == '\u{3000}' { run.size } else { run.size / 2.0 })
        .sum()
}

impl Grid {
    fn holds(&self, run: &Run) -> bool {
        let (Some(top), Some(bottom)) = (self.ys.first(), self.ys.last()) else {
            return false;
        };
        let (Some(left), Some(right)) = (self.xs.first(), self.xs.last()) else {
            return false;
        };
        let middle = run.y - run.size * 0.35;
        (*top..*bottom).contains(&middle) && run.x > left - 1.0 && run.x < *right
    }

    fn rows(&self, runs: &[Run], page: u32, table: u32) -> Vec<Line> {
        let columns = self.xs.len() - 1;
        let mut cells: Vec<Vec<Vec<&Run>>> = vec![vec![Vec::new(); columns]; self.ys.len() - 1];
        for run in runs.iter().filter(|run| self.holds(run)) {
            let row = self
                .ys
                .partition_point(|&y| y <= run.y - run.size * 0.35)
                .saturating_sub(1);
            let column = self
                .xs
                .partition_point(|&x| x <= run.x + run.size * 0.3)
                .saturating_sub(1);
            if let Some(cell) = cells
                .get_mut(row)
                .and_then(|row| row.get_mut(column.min(columns - 1)))
            {
                cell.push(run);
            }
        }
        let rows = cells.iter().enumerate().map(|(row, cells)| {
            let text = |cell: &Vec<&Run>| {
                let lines = plain_lines(cell, page);
                lines.into_iter().map(|line| line.text).collect::<String>()
            };
            let cells = cells.iter().map(text).collect();
            Line {
                cells,
                page,
                row: Some((table, row as u32 + 1)),
                ..Line::default()
            }
        });
        rows.filter(|line| line.cells.iter().any(|cell| !cell.is_empty()))
            .collect()
    }
}

/// Leaves page numbers and running heads out.
fn drop_edges(lines: &mut Vec<Line>, pages: usize) {
    let mut heads: HashMap<String, usize> = HashMap::new();
    for line in lines.iter().filter(|line| line.at_edge && line.row.is_none()) {
        *heads.entry(without_digits(&line.text)).or_default() += 1;
    }
    let often = (pages / 2 + 1).max(3);
    lines.retain(|line| {
        !line.at_edge
            || line.row.is_some()
            || !(is_page_number(&line.text)
                || heads
                    .get(&without_digits(&line.text))
                    .is_some_and(|&n| n >= often))
    });
}

fn without_digits(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_ascii_digit() && !crate::text::is_blank(*c))
        .collect()
}

/// `12`, `— 1 —`, `第3页`, `第 3 页 共 8 页`, `3/8`.
fn is_page_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|&c| !crate::text::is_blank(c)).collect();
    let bare: String = bare
        .chars()
        .map(|c| if ('０'..='９').contains(&c) { '0' } else { c })
        .collect();
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    (1..=8).contains(&digits)
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || "-—–－―·•第页共/ⅠⅡⅢ,，".contains(c))
        && !bare.contains("年")
}

/// A step this much wider than the usual one parts paragraphs.
const WIDE: f32 = 1.4;

/// Where the running text of the whole document stands.
struct Frame {
    left: f32,
    right: f32,
    /// Distance of two baselines inside a paragraph.
    pitch: f32,
    /// Whether an indent or a wider step shows where paragraphs start; else a full stop at the line's end must do.
    shows_starts: bool,
}

impl Frame {
    fn of(lines: &[Line], width: f32) -> Frame {
        let plain = || lines.iter().filter(|line| line.row.is_none());
        // A few lines hang out over the margin with their punctuation.
        let right = percentile(plain().map(|line| line.end_x).collect(), 90);
        let long = || plain().filter(|line| line.end_x > right - 3.0 * line.size);
        let left = percentile(long().map(|line| line.x).collect(), 10);
        // Where every line is short, the margins tell: they are much the same on both sides.
        let right = if right < 0.7 * width {
            (width - left).max(right)
        } else {
            right
        };
        let neighbours = || {
            lines
                .iter()
                .zip(lines.iter().skip(1))
                .filter(|(a, b)| a.page == b.page)
        };
        let steps = neighbours().map(|(a, b)| b.y - a.y).filter(|&step| step > 1.0);
        let steps: Vec<f32> = steps.collect();
        let pitch = percentile(steps.clone(), 25);
        let wide = steps.iter().filter(|&&step| step > WIDE * pitch).count();
        let indented = long().filter(|line| indent(left, line)).count();
        let shows_starts = indented * 12 > long().count() || wide * 12 > steps.len();
        Frame {
            left,
            right,
            pitch,
            shows_starts,
        }
    }

    fn goes_on(&self, before: &Line, line: &Line) -> bool {
        // The line was full when what comes next would not have fitted on it.
        let full = before.end_x + first_word(&line.text) * before.size > self.right - 0.5 * before.size;
        let same_size = (before.size - line.size).abs() < 0.15 * line.size;
        let flush = (line.x - self.left).abs() < 1.2 * line.size;
        let far =
            line.page == before.page && (line.y - before.y).abs() > (WIDE * self.pitch).max(1.2 * line.size);
        let ended = before.text.ends_with(['。', '！', '？', '：']);
        full && same_size && flush && !far && (self.shows_starts || !ended)
    }
}

fn percentile(mut values: Vec<f32>, percent: usize) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() * percent / 100).copied().unwrap_or(0.0)
}

/// Width, in characters, of what a line break may not part: opening marks, a character or a Latin word, closing marks.
fn first_word(text: &str) -> f32 {
    let mut width = 0.0;
    let mut chars = text.chars().peekable();
    while chars.next_if(|c| "（《“‘〔【(".contains(*c)).is_some() {
        width += 1.0;
    }
    let is_latin = |c: &char| c.is_ascii_alphanumeric() || matches!(c, '.' | '%' | '-');
    if chars.next_if(|c| !is_latin(c)).is_some() {
        width += 1.0;
    }
    while width < 12.0 && chars.next_if(is_latin).is_some() {
        width += 0.5;
    }
    while chars
        .next_if(|c| "）》”’〕】，。、；：！？)%％".contains(*c))
        .is_some()
    {
        width += 1.0;
    }
    width
}

/// Indented by one to three characters.
fn indent(left: f32, line: &Line) -> bool {
    let by = (line.x - left) / line.size;
    (1.2..3.6).contains(&by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Source;

    fn run(text: &str, x: f32, y: f32) -> Run {
        let width = text.chars().count() as f32 * 10.0;
        Run {
            text: text.into(),
            x,
            end_x: x + width,
            y,
            size: 10.0,
        }
    }

    fn text_of(pages: &[Page]) -> String {
        let mut builder = Builder::default();
        add_pages(pages, &mut builder);
        builder.finish(Source::default()).text
    }

    #[test]
    fn full_lines_go_on_and_an_indent_starts_anew() {
        let page = Page {
            runs: vec![
                run("甲乙丙丁戊己庚辛", 20.0, 10.0),
                run("壬癸子丑寅卯辰巳午未", 0.0, 25.0),
                run("申酉。", 0.0, 40.0),
                run("一、天地玄黄宇宙", 20.0, 55.0),
                run("— 1 —", 40.0, 90.0),
            ],
            grids: vec![],
            width: 100.0,
        };
        assert_eq!(
            text_of(&[page]),
            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉。\n一、天地玄黄宇宙"
        );
    }

    #[test]
    fn a_paragraph_goes_on_over_a_page_break() {
        let first = Page {
            runs: vec![
                run("甲乙丙丁戊己庚辛", 20.0, 10.0),
                run("壬癸子丑寅卯辰巳午未", 0.0, 25.0),
            ],
            grids: vec![],
            width: 100.0,
        };
        let second = Page {
            runs: vec![run("申酉。", 0.0, 10.0), run("2", 50.0, 90.0)],
            grids: vec![],
            width: 100.0,
        };
        assert_eq!(
            text_of(&[first, second]),
            "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉。"
        );
    }

    #[test]
    fn a_ruled_table_is_read_row_by_row() {
        let grid = Grid {
            ys: vec![0.0, 20.0, 40.0],
            xs: vec![0.0, 50.0, 100.0],
        };
        let runs = vec![
            run("指标", 5.0, 15.0),
            run("件数", 55.0, 15.0),
            run("处罚", 5.0, 35.0),
            run("12", 55.0, 35.0),
        ];
        assert_eq!(
            text_of(&[Page {
                runs,
                grids: vec![grid],
                width: 100.0
            }]),
            "指标\t件数\n处罚\t12"
        );
    }

    #[test]
    fn a_year_alone_is_no_page_number() {
        assert!(is_page_number("第 3 页 共 8 页"));
        assert!(is_page_number("—１—"));
        assert!(!is_page_number("2024年"));
        assert!(!is_page_number("一"));
    }
}

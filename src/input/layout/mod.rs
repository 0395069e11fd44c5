//! Positioned runs of text → lines → paragraphs: what a page description (PDF, OFD) has lost.
//!
//! A page knows glyphs and places, no paragraphs. Ruled tables are taken out first, then columns are told apart, then
//! runs become lines. A line goes on the paragraph before it when that line was full and this one is not indented;
//! centred lines stand alone; page numbers and running heads are left out.

mod columns;
mod edges;
mod frame;
mod lines;
mod table;
#[cfg(test)]
mod tests;

use super::builder::{Builder, row_place};
use crate::document::{Container, Place};
use columns::Content;
use frame::Frames;
use lines::Line;
use table::Tables;

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

/// A straight line that the page draws, from one point to another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// One end, x and y.
    pub from: (f32, f32),
    /// The other end.
    pub to: (f32, f32),
}

/// One page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Runs in the order in which the page draws them.
    pub runs: Vec<Run>,
    /// What may be the borders of tables.
    pub rules: Vec<Rule>,
    /// Width of the page.
    pub width: f32,
}

/// Adds the paragraphs of all pages.
pub fn add_pages(pages: &[Page], builder: &mut Builder) {
    let mut tables = Tables::default();
    let mut lines: Vec<Line> = Vec::new();
    for (nth, page) in pages.iter().enumerate() {
        lines.extend(lines_of(page, nth as u32 + 1, &mut tables));
    }
    edges::drop(&mut lines, pages.len());
    let frames = Frames::of(&lines, pages.iter().map(|page| page.width).fold(0.0, f32::max));
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
        if before
            .as_ref()
            .is_some_and(|before| frames.goes_on(before, &line))
        {
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

/// The lines of a page in reading order: those outside of tables, and a line for each row of a table.
fn lines_of(page: &Page, number: u32, tables: &mut Tables) -> Vec<Line> {
    let grids = table::grids(&page.rules);
    let mut lines: Vec<Line> = Vec::new();
    let mut behind = 0;
    let mut table_before = None;
    for block in columns::blocks(&page.runs, &grids) {
        match block.content {
            Content::Runs(runs) => {
                let column = block.column;
                let read = lines::lines(runs, number);
                behind += read.len();
                table_before = None;
                lines.extend(read.into_iter().map(|line| Line { column, ..line }));
            }
            Content::Table(grid) => {
                // A table that ends a page or a column goes on at the top of the next one.
                let next_page = lines.len() <= 1 && tables.ended_page(number - 1);
                let next_column = table_before.is_some_and(|column| column != block.column);
                lines.extend(tables.rows(grid, &page.runs, number, next_page || next_column));
                behind = 0;
                table_before = Some(block.column);
            }
        }
    }
    tables.end_page(number, behind);
    edges::mark(&mut lines);
    lines
}

//! Runs on one baseline → lines.

use super::Run;

/// A line of text, or a row of a table.
#[derive(Debug, Clone, Default)]
pub struct Line {
    /// Its text, blanks around it gone.
    pub text: String,
    /// Where the text starts, behind leading blanks.
    pub x: f32,
    /// Where the text ends.
    pub end_x: f32,
    /// Its baseline.
    pub y: f32,
    /// Its largest font size.
    pub size: f32,
    /// Page, from 1.
    pub page: u32,
    /// Column of the page, from 1; 0 where the page has only one.
    pub column: usize,
    /// Of a table row: its cells.
    pub cells: Vec<String>,
    /// Of a table row: table and row, from 1.
    pub row: Option<(u32, u32)>,
    /// Whether it stands first or last on its page, where page numbers and running heads are.
    pub at_edge: bool,
}

/// Runs on one baseline, left to right, are a line.
pub fn lines<'r>(runs: impl IntoIterator<Item = &'r Run>, page: u32) -> Vec<Line> {
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

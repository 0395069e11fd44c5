//! The lines that a page draws → grids of tables → their rows.

use super::lines::{self, Line};
use super::{Rule, Run};

/// Lines closer than this are one line drawn twice.
const NEAR: f32 = 3.0;
/// More lines than a page of tables has: a drawing.
const MOST: usize = 2_000;

/// The grid of one table: where its rows and columns meet, ascending.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Grid {
    /// Horizontal lines, top to bottom.
    ys: Vec<f32>,
    /// Vertical lines, left to right.
    xs: Vec<f32>,
}

/// The tables of a document, counted over all pages.
#[derive(Default)]
pub struct Tables {
    count: u32,
    /// The table that may go on.
    open: Option<Open>,
    /// The page that a table stood at the end of.
    ended: u32,
}

struct Open {
    /// Its columns.
    xs: Vec<f32>,
    /// Its first row.
    head: Vec<String>,
    /// Its rows so far.
    rows: u32,
}

/// The grids of a page, top to bottom: crossing horizontal and vertical lines that make at least two cells.
pub fn grids(rules: &[Rule]) -> Vec<Grid> {
    if rules.len() > MOST {
        return Vec::new();
    }
    let is_level = |rule: &&Rule| (rule.from.1 - rule.to.1).abs() < 0.5;
    let is_upright = |rule: &&Rule| !is_level(rule) && (rule.from.0 - rule.to.0).abs() < 0.5;
    let levels: Vec<f32> = rules.iter().filter(is_level).map(|rule| rule.from.1).collect();
    let mut uprights: Vec<(f32, f32, f32)> = rules
        .iter()
        .filter(is_upright)
        .map(|rule| {
            (
                rule.from.1.min(rule.to.1),
                rule.from.1.max(rule.to.1),
                rule.from.0,
            )
        })
        .collect();
    uprights.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Vertical lines that touch or overlap in height belong to one table.
    let mut tables: Vec<(f32, f32, Vec<f32>)> = Vec::new();
    for (top, bottom, x) in uprights {
        match tables.last_mut() {
            Some(table) if top <= table.1 + NEAR => {
                table.1 = table.1.max(bottom);
                table.2.push(x);
            }
            _ => tables.push((top, bottom, vec![x])),
        }
    }
    let grid = |(top, bottom, xs): (f32, f32, Vec<f32>)| {
        let inside = |y: &f32| (top - NEAR..=bottom + NEAR).contains(y);
        let ys = merged(levels.iter().copied().filter(inside).collect());
        let xs = merged(xs);
        (ys.len() >= 2 && xs.len() >= 2 && ys.len() + xs.len() >= 5).then_some(Grid { ys, xs })
    };
    tables.into_iter().filter_map(grid).collect()
}

fn merged(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    values.dedup_by(|a, b| (*a - *b).abs() < NEAR);
    values
}

impl Tables {
    /// The rows of a table. Where it `may_go_on` the one before, it does if their columns are the same.
    pub fn rows(&mut self, grid: &Grid, runs: &[Run], page: u32, may_go_on: bool) -> Vec<Line> {
        let mut rows = grid.rows(runs);
        let open = self
            .open
            .take()
            .filter(|open| may_go_on && are_alike(&open.xs, &grid.xs));
        let mut open = open.unwrap_or_else(|| {
            self.count += 1;
            Open {
                xs: grid.xs.clone(),
                head: rows.first().cloned().unwrap_or_default(),
                rows: 0,
            }
        });
        // The head is drawn again on each page.
        if open.rows > 0 && rows.first() == Some(&open.head) {
            rows.remove(0);
        }
        let table = self.count;
        let line = |(at, cells)| Line {
            cells,
            page,
            row: Some((table, open.rows + at as u32 + 1)),
            ..Line::default()
        };
        let lines: Vec<Line> = rows.into_iter().enumerate().map(line).collect();
        open.rows += lines.len() as u32;
        self.open = Some(open);
        lines
    }

    /// A page is through; `behind` is the number of lines below its last table, one of which may be its number.
    pub fn end_page(&mut self, page: u32, behind: usize) {
        if behind <= 1 {
            self.ended = page;
        }
    }

    /// Whether a table stood at the end of this page.
    pub fn ended_page(&self, page: u32) -> bool {
        self.ended == page
    }
}

/// Columns of the same widths.
fn are_alike(a: &[f32], b: &[f32]) -> bool {
    let (Some(left), Some(other)) = (a.first(), b.first()) else {
        return false;
    };
    let shift = other - left;
    a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a + shift - b).abs() < NEAR)
}

impl Grid {
    /// Its left and its right side.
    pub fn sides(&self) -> (f32, f32) {
        let side = |x: Option<&f32>| x.copied().unwrap_or_default();
        (side(self.xs.first()), side(self.xs.last()))
    }

    /// Its upper side.
    pub fn top(&self) -> f32 {
        self.ys.first().copied().unwrap_or_default()
    }

    /// Whether a run stands in the table.
    pub fn holds(&self, run: &Run) -> bool {
        let (Some(top), Some(bottom)) = (self.ys.first(), self.ys.last()) else {
            return false;
        };
        let (Some(left), Some(right)) = (self.xs.first(), self.xs.last()) else {
            return false;
        };
        let middle = run.y - run.size * 0.35;
        (*top..*bottom).contains(&middle) && run.x > left - 1.0 && run.x < *right
    }

    /// The cells of its rows that hold something.
    fn rows(&self, runs: &[Run]) -> Vec<Vec<String>> {
        let columns = self.xs.len().saturating_sub(1);
        let mut rows: Vec<Vec<Vec<&Run>>> = vec![vec![Vec::new(); columns]; self.ys.len().saturating_sub(1)];
        for run in runs.iter().filter(|run| self.holds(run)) {
            let row = before(&self.ys, run.y - run.size * 0.35);
            let column = before(&self.xs, run.x + run.size * 0.3);
            let row = rows.get_mut(row);
            if let Some(cell) = row.and_then(|row| row.get_mut(column.min(columns.saturating_sub(1)))) {
                cell.push(run);
            }
        }
        let text = |cell: &Vec<&Run>| {
            let lines = lines::lines(cell.iter().copied(), 0);
            lines.into_iter().map(|line| line.text).collect::<String>()
        };
        rows.iter()
            .map(|cells| cells.iter().map(text).collect::<Vec<_>>())
            .filter(|cells| cells.iter().any(|cell| !cell.is_empty()))
            .collect()
    }
}

/// Index of the last line before a place.
fn before(lines: &[f32], place: f32) -> usize {
    lines.partition_point(|&line| line <= place).saturating_sub(1)
}

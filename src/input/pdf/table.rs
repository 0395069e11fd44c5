//! The lines that a page draws → grids of tables.

use crate::input::layout::Grid;
use pdfboss_text::Ruling;

/// Lines closer than this are one line drawn twice.
const NEAR: f32 = 3.0;
/// More lines than a page of tables has: a drawing.
const MOST: usize = 2_000;

/// The grids of a page, top to bottom: crossing horizontal and vertical lines that make at least two cells.
pub fn grids(rulings: &[Ruling]) -> Vec<Grid> {
    if rulings.len() > MOST {
        return Vec::new();
    }
    let is_level = |ruling: &&Ruling| (ruling.start.y - ruling.end.y).abs() < 0.5;
    let verticals: Vec<&Ruling> = rulings.iter().filter(|ruling| !is_level(ruling)).collect();
    let levels: Vec<&Ruling> = rulings.iter().filter(is_level).collect();
    let mut bands: Vec<(f32, f32)> = verticals
        .iter()
        .map(|ruling| (-ruling.end.y, -ruling.start.y))
        .map(ordered)
        .collect();
    bands.sort_by(|a, b| a.0.total_cmp(&b.0));
    // Vertical lines that touch or overlap in height belong to one table.
    let mut tables: Vec<(f32, f32)> = Vec::new();
    for band in bands {
        match tables.last_mut() {
            Some(last) if band.0 <= last.1 + NEAR => last.1 = last.1.max(band.1),
            _ => tables.push(band),
        }
    }
    tables
        .into_iter()
        .filter_map(|band| grid(band, &levels, &verticals))
        .collect()
}

fn grid((top, bottom): (f32, f32), levels: &[&Ruling], verticals: &[&Ruling]) -> Option<Grid> {
    let inside = |y: f32| (top - NEAR..=bottom + NEAR).contains(&y);
    let ys = merged(
        levels
            .iter()
            .map(|ruling| -ruling.start.y)
            .filter(|&y| inside(y))
            .collect(),
    );
    let xs = merged(
        verticals
            .iter()
            .filter(|ruling| inside(-ruling.start.y))
            .map(|ruling| ruling.start.x)
            .collect(),
    );
    (ys.len() >= 2 && xs.len() >= 2 && ys.len() + xs.len() >= 5).then_some(Grid { ys, xs })
}

fn merged(mut values: Vec<f32>) -> Vec<f32> {
    values.sort_by(f32::total_cmp);
    values.dedup_by(|a, b| (*a - *b).abs() < NEAR);
    values
}

fn ordered((a, b): (f32, f32)) -> (f32, f32) {
    if a <= b { (a, b) } else { (b, a) }
}

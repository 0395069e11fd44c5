//! Columns of a page: told by the gutter that full lines on both sides leave free, and read one after the other.

use super::Run;
use super::table::Grid;

/// Columns in columns are looked for this deep: four columns are found, a page of numbers costs little.
const DEPTH: usize = 2;
/// This many full lines make a column.
const LINES: usize = 3;
/// A column is at least this wide, in characters.
const NARROWEST: f32 = 8.0;
/// More places where a column could start than a page of text has.
const MOST_STARTS: usize = 40;

/// Runs that follow each other, or a table.
pub enum Content<'p> {
    /// Runs outside of tables.
    Runs(Vec<&'p Run>),
    /// A table.
    Table(&'p Grid),
}

/// A part of a page with the column that it stands in, from 1; 0 where the page has only one.
pub struct Block<'p> {
    /// What stands there.
    pub content: Content<'p>,
    /// Which column.
    pub column: usize,
}

/// The parts of a page in reading order.
pub fn blocks<'p>(runs: &'p [Run], grids: &'p [Grid]) -> Vec<Block<'p>> {
    let mut blocks: Vec<Block> = Vec::new();
    read(
        pieces(runs, grids),
        0,
        DEPTH,
        &mut |piece, here| match (piece.content, blocks.last_mut()) {
            (
                Content::Runs(more),
                Some(Block {
                    content: Content::Runs(runs),
                    column,
                }),
            ) if *column == here => runs.extend(more),
            (content, _) => blocks.push(Block {
                content,
                column: here,
            }),
        },
    );
    blocks
}

/// Runs that stand close to each other on one baseline, or a table.
struct Piece<'p> {
    content: Content<'p>,
    x: f32,
    end_x: f32,
    y: f32,
    size: f32,
}

fn pieces<'p>(runs: &'p [Run], grids: &'p [Grid]) -> Vec<Piece<'p>> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut waiting: Vec<&Grid> = grids.iter().collect();
    for run in runs.iter().filter(|run| !run.text.trim().is_empty()) {
        if grids.iter().any(|grid| grid.holds(run)) {
            // A table stands where the first of its runs does.
            if let Some(at) = waiting.iter().position(|grid| grid.holds(run)) {
                pieces.push(Piece::of_table(waiting.remove(at)));
            }
            continue;
        }
        if !pieces.last_mut().is_some_and(|piece| piece.takes(run)) {
            pieces.push(Piece {
                content: Content::Runs(vec![run]),
                x: run.x,
                end_x: run.end_x,
                y: run.y,
                size: run.size,
            });
        }
    }
    pieces
}

impl<'p> Piece<'p> {
    fn of_table(grid: &'p Grid) -> Piece<'p> {
        let (x, end_x) = grid.sides();
        Piece {
            content: Content::Table(grid),
            x,
            end_x,
            y: grid.top(),
            size: 0.0,
        }
    }

    /// Takes a run in that stands close behind.
    fn takes(&mut self, run: &'p Run) -> bool {
        let Content::Runs(runs) = &mut self.content else {
            return false;
        };
        let size = run.size.max(self.size);
        let is_close = (-0.6..1.2).contains(&((run.x - self.end_x) / size));
        if (self.y - run.y).abs() >= 0.5 * size || !is_close {
            return false;
        }
        self.end_x = self.end_x.max(run.end_x);
        self.size = size;
        runs.push(run);
        true
    }

    fn is_text(&self) -> bool {
        matches!(self.content, Content::Runs(_))
    }
}

/// Gives the pieces to `write` in reading order, with the number of their column. Gives back the last column.
fn read<'p>(
    pieces: Vec<Piece<'p>>,
    column: usize,
    depth: usize,
    write: &mut impl FnMut(Piece<'p>, usize),
) -> usize {
    let places: Vec<&Piece> = pieces.iter().collect();
    let Some(gutter) = gutter(&places, depth) else {
        pieces.into_iter().for_each(|piece| write(piece, column));
        return column;
    };
    let (mut above, mut left, mut right, mut below) = (vec![], vec![], vec![], vec![]);
    for piece in pieces {
        match piece.y {
            y if y < gutter.top => above.push(piece),
            y if y > gutter.bottom => below.push(piece),
            _ if piece.end_x <= gutter.x => left.push(piece),
            _ => right.push(piece),
        }
    }
    above.into_iter().for_each(|piece| write(piece, column));
    let last = read(left, column + 1, depth - 1, write);
    let last = read(right, last + 1, depth - 1, write);
    // Another band of columns may follow below.
    let depth = if column == 0 { depth - 1 } else { 0 };
    read(below, column, depth, write);
    last
}

/// A place that no piece crosses between two heights.
struct Gutter {
    x: f32,
    top: f32,
    bottom: f32,
    pieces: usize,
}

fn gutter(pieces: &[&Piece], depth: usize) -> Option<Gutter> {
    if depth == 0 || pieces.len() < 2 * LINES {
        return None;
    }
    let mut down = pieces.to_vec();
    down.sort_by(|a, b| a.y.total_cmp(&b.y));
    let bands = starts(pieces).into_iter().flat_map(|x| bands(&down, x));
    bands
        .filter(|(_, left, right)| is_column(left, depth) && is_column(right, depth))
        .map(|(gutter, ..)| gutter)
        .max_by_key(|gutter| gutter.pieces)
}

/// Where at least some pieces start, a little to the left of them.
fn starts(pieces: &[&Piece]) -> Vec<f32> {
    let mut starts: Vec<f32> = pieces.iter().map(|piece| piece.x).collect();
    starts.sort_by(f32::total_cmp);
    let groups = starts
        .chunk_by(|a, b| b - a < 2.0)
        .filter(|group| group.len() >= LINES);
    groups.map(|group| group[0] - 1.0).take(MOST_STARTS).collect()
}

/// A band with what stands to the left and to the right in it.
type Band<'a, 'p> = (Gutter, Vec<&'a Piece<'p>>, Vec<&'a Piece<'p>>);

/// The heights between which no piece crosses x.
fn bands<'a, 'p>(down: &[&'a Piece<'p>], x: f32) -> Vec<Band<'a, 'p>> {
    let crosses = |piece: &Piece| piece.x < x && piece.end_x > x;
    let groups = down.chunk_by(|a, b| crosses(a) == crosses(b));
    let free = groups.filter(|group| group.first().is_some_and(|first| !crosses(first)));
    let band = |group: &[&'a Piece<'p>]| {
        let (left, right): (Vec<_>, Vec<_>) = group.iter().partition(|piece| piece.end_x <= x);
        let gutter = Gutter {
            x,
            top: group.first()?.y,
            bottom: group.last()?.y,
            pieces: group.len(),
        };
        Some((gutter, left, right))
    };
    free.filter_map(band).collect()
}

/// Whether this is running text and no list of numbers: full lines, or columns again.
fn is_column(pieces: &[&Piece], depth: usize) -> bool {
    let left = pieces.iter().map(|piece| piece.x).fold(f32::MAX, f32::min);
    let right = pieces.iter().map(|piece| piece.end_x).fold(f32::MIN, f32::max);
    let is_full = |piece: &&&Piece| {
        piece.is_text() && piece.end_x - piece.x > (0.85 * (right - left)).max(NARROWEST * piece.size)
    };
    pieces.iter().filter(is_full).count() >= LINES || gutter(pieces, depth - 1).is_some()
}

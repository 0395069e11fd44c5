//! The columns of a table whose rows say only where their cells end, as in doc and rtf.

use super::builder::{Builder, row_place};

/// Edges as near as this are one: a column is wider, and rows drawn by hand differ by less. In twips, 1/20 pt.
const SAME_EDGE: i32 = 100;

/// Word's own limit. A table with more columns stays as it is.
pub const MAX_COLUMNS: usize = 63;

/// The rows of one table, kept until all its columns are known.
#[derive(Debug, Default)]
pub struct Grid {
    rows: Vec<Row>,
    bytes: usize,
}

#[derive(Debug)]
struct Row {
    cells: Vec<String>,
    ends: Vec<i32>,
}

impl Grid {
    /// Adds a row. `ends` is where each of its cells ends, in twips from the left; a row without one for every cell
    /// is written as it is.
    pub fn push(&mut self, cells: Vec<String>, ends: Vec<i32>) {
        self.bytes += cells.iter().map(String::len).sum::<usize>();
        self.rows.push(Row { cells, ends });
    }

    /// Bytes of text that wait, for the readers' limits.
    pub fn len(&self) -> usize {
        self.bytes
    }

    /// Writes the rows as table `number`, which counts from 1. Behind a cell that spans columns stand empty ones, so
    /// that columns stand below their heads. Gives back whether there were rows.
    pub fn write(&mut self, builder: &mut Builder, number: u32) -> bool {
        let Grid { mut rows, .. } = std::mem::take(self);
        let edges = edges(&rows);
        let is_written = !rows.is_empty();
        for (at, row) in rows.iter_mut().enumerate() {
            if edges.len() <= MAX_COLUMNS {
                row.spread(&edges);
            }
            builder.row(&row.cells, row_place(number, at as u32 + 1));
        }
        is_written
    }
}

impl Row {
    fn is_drawn(&self) -> bool {
        self.ends.len() == self.cells.len() && self.ends.is_sorted_by(|left, right| left < right)
    }

    fn spread(&mut self, edges: &[i32]) {
        if !self.is_drawn() {
            return;
        }
        let mut column = 0;
        let mut spread = Vec::with_capacity(edges.len());
        for (cell, end) in std::mem::take(&mut self.cells).into_iter().zip(&self.ends) {
            let behind = edges.partition_point(|edge| edge <= end);
            spread.push(cell);
            spread.extend((column + 1..behind).map(|_| String::new()));
            column = behind;
        }
        self.cells = spread;
    }
}

/// The right edge of each column, from the left.
fn edges(rows: &[Row]) -> Vec<i32> {
    let drawn = rows.iter().filter(|row| row.is_drawn());
    let mut edges: Vec<i32> = drawn.flat_map(|row| row.ends.iter().copied()).collect();
    edges.sort_unstable();
    edges.dedup_by(|right, left| right.saturating_sub(*left) <= SAME_EDGE);
    edges
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Source;

    fn written(rows: &[(&[&str], &[i32])]) -> String {
        let mut grid = Grid::default();
        for (cells, ends) in rows {
            grid.push(cells.iter().map(ToString::to_string).collect(), ends.to_vec());
        }
        let mut builder = Builder::default();
        assert!(grid.write(&mut builder, 1));
        assert!(!grid.write(&mut builder, 2));
        builder.finish(Source::default()).text
    }

    #[test]
    fn a_wide_cell_leaves_its_columns_empty() {
        let rows: [(&[&str], &[i32]); 3] = [
            (&["类别", "案件"], &[2000, 6000]),
            (&["", "2023年", "2024年"], &[2010, 4000, 6000]),
            (&["合计"], &[5990]),
        ];
        assert_eq!(written(&rows), "类别\t案件\t\n\t2023年\t2024年\n合计\t\t");
    }

    #[test]
    fn rows_that_are_not_drawn_stay() {
        let rows: [(&[&str], &[i32]); 3] = [
            (&["甲", "乙"], &[1000, 2000]),
            (&["丙"], &[]),
            (&["丁", "戊"], &[2000, 1000]),
        ];
        assert_eq!(written(&rows), "甲\t乙\n丙\n丁\t戊");
    }

    #[test]
    fn a_table_with_an_edge_for_every_row_stays() {
        let rows: Vec<(Vec<String>, Vec<i32>)> =
            (1..=70).map(|row| (vec!["甲".into()], vec![row * 200])).collect();
        let mut grid = Grid::default();
        rows.into_iter().for_each(|(cells, ends)| grid.push(cells, ends));
        let mut builder = Builder::default();
        grid.write(&mut builder, 1);
        assert!(!builder.text().contains('\t'));
    }
}

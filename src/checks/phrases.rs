//! The table of phrases that are written wrongly.

use aho_corasick::{AhoCorasick, MatchKind};
use std::ops::Range;
use std::sync::LazyLock;

/// A phrase that is wrong, except in certain surroundings.
pub struct Row<'t> {
    /// What must not stand in the text.
    pub wrong: &'t str,
    /// What should.
    pub right: &'t str,
    /// What directly in front makes it right: `叫做为…`.
    pub not_behind: Vec<&'t str>,
    /// What directly behind makes it right.
    pub not_before: Vec<&'t str>,
}

/// The rows, and the machine that finds them all in one pass.
pub struct Table {
    /// The rows.
    pub rows: Vec<Row<'static>>,
    /// All phrases at once, so that the text is read only once however long the table grows.
    pub phrases: Option<AhoCorasick>,
}

/// The built-in table.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lines = include_str!("typos.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let rows: Vec<Row> = lines.filter_map(read_row).collect();
    let phrases = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(rows.iter().map(|row| row.wrong))
        .ok();
    Table { rows, phrases }
});

/// Whether what stands around a phrase makes it right.
pub fn is_excused(
    text: &str,
    at: Range<usize>,
    not_behind: &[impl AsRef<str>],
    not_before: &[impl AsRef<str>],
) -> bool {
    let (before, behind) = (&text[..at.start], &text[at.end..]);
    not_behind.iter().any(|word| before.ends_with(word.as_ref()))
        || not_before.iter().any(|word| behind.starts_with(word.as_ref()))
}

fn read_row(line: &str) -> Option<Row<'_>> {
    let mut cells = line.split('\t');
    let (wrong, right) = (cells.next()?, cells.next()?);
    let mut words = || {
        cells
            .next()
            .unwrap_or_default()
            .split('|')
            .filter(|word| !word.is_empty())
            .collect()
    };
    Some(Row {
        wrong,
        right,
        not_behind: words(),
        not_before: words(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_what_is_wrong_and_what_is_right() {
        assert!(TABLE.rows.len() > 100);
        for row in &TABLE.rows {
            assert!(
                !row.wrong.is_empty() && !row.right.is_empty() && row.wrong != row.right,
                "{}",
                row.wrong
            );
            assert!(
                !row.right.contains(row.wrong),
                "{}: the correction would be found again",
                row.wrong
            );
        }
    }
}

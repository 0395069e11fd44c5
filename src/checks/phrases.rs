//! The table of phrases that are written wrongly.

use crate::lexicon::Starts;
use std::ops::Range;
use std::sync::LazyLock;

/// What is known of a phrase that is wrong, except in certain surroundings.
pub struct Row {
    /// What should stand in its place.
    pub right: &'static str,
    /// What directly in front makes it right: `叫做为…`.
    pub not_behind: Vec<&'static str>,
    /// What directly behind makes it right.
    pub not_before: Vec<&'static str>,
}

/// The built-in table: what must not stand in the text, and the row that says more.
pub static TABLE: LazyLock<Starts<Row>> = LazyLock::new(|| {
    let lines = include_str!("typos.tsv").lines();
    Starts::of_rows(lines.filter(|line| !line.starts_with('#')).filter_map(read_row))
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

fn read_row(line: &'static str) -> Option<(&'static str, Row)> {
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
    let row = Row {
        right,
        not_behind: words(),
        not_before: words(),
    };
    Some((wrong, row))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_what_is_wrong_and_what_is_right() {
        assert!(TABLE.rows().count() > 100);
        for (wrong, row) in TABLE.rows() {
            assert!(
                !wrong.is_empty() && !row.right.is_empty() && wrong != row.right,
                "{wrong}"
            );
            assert!(
                !row.right.contains(wrong),
                "{wrong}: the correction would be found again"
            );
        }
    }
}

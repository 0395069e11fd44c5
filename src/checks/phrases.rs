//! All phrases that some check looks for, in one table: the text is read once however long it grows.

use crate::lexicon::Starts;
use std::ops::Range;
use std::sync::LazyLock;

/// What is wrong with a phrase.
pub enum Phrase {
    /// It is written wrongly, except in certain surroundings.
    Wrong(Row),
    /// It stands twice.
    Twice,
    /// The end of the six goal words of the outline of 2015, which the seven do not share.
    SixGoals,
    /// The outline of 2015.
    OldOutline,
}

/// A phrase that is written wrongly.
pub struct Row {
    /// What should stand in its place.
    pub right: &'static str,
    /// What directly in front makes it right: `叫做为…`.
    pub not_behind: Vec<&'static str>,
    /// What directly behind makes it right.
    pub not_before: Vec<&'static str>,
}

/// A phrase in the text.
#[derive(Clone, Copy)]
pub struct Found {
    /// Where it starts.
    pub at: usize,
    /// The phrase.
    pub words: &'static str,
    /// What is wrong with it.
    pub phrase: &'static Phrase,
}

impl Found {
    /// Where it stands.
    pub fn range(&self) -> Range<usize> {
        self.at..self.at + self.words.len()
    }
}

/// Words that nobody writes twice in a row on purpose.
const TWICE: &[&str] = &[
    "进行进行",
    "进一步进一步",
    "开展开展",
    "加强加强",
    "推进推进",
    "完善完善",
    "以及以及",
    "对于对于",
    "通过通过",
    "积极积极",
    "严格严格",
    "认真认真",
    "全面全面",
    "根据根据",
    "按照按照",
];
const SIX_GOALS: &[&str] = &["廉洁高效、守法诚信", "廉洁高效，守法诚信", "廉洁高效,守法诚信"];
const OLD_OUTLINE: &[&str] = &["法治政府建设实施纲要（2015", "法治政府建设实施纲要(2015"];

static TABLE: LazyLock<Starts<Phrase>> = LazyLock::new(|| {
    let lines = include_str!("typos.tsv").lines();
    let wrong = lines.filter(|line| !line.starts_with('#')).filter_map(read_row);
    let twice = TWICE.iter().map(|&words| (words, Phrase::Twice));
    let goals = SIX_GOALS.iter().map(|&words| (words, Phrase::SixGoals));
    let outlines = OLD_OUTLINE.iter().map(|&words| (words, Phrase::OldOutline));
    Starts::of_rows(wrong.chain(twice).chain(goals).chain(outlines))
});

/// All phrases in a text, also those inside others; at one place the longest first.
pub fn find(text: &str) -> Vec<Found> {
    let found = TABLE.find_all(text);
    found
        .map(|(at, words, phrase)| Found { at, words, phrase })
        .collect()
}

/// The phrases of one kind, of those that overlap the first and longest.
pub fn of_kind<'f, T>(
    found: &'f [Found],
    kind: impl Fn(&'static Phrase) -> Option<T> + 'f,
) -> impl Iterator<Item = (Range<usize>, T)> + 'f {
    let mut behind = 0;
    found.iter().filter_map(move |found| {
        let thing = kind(found.phrase).filter(|_| found.at >= behind)?;
        behind = found.range().end;
        Some((found.range(), thing))
    })
}

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

fn read_row(line: &'static str) -> Option<(&'static str, Phrase)> {
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
    Some((wrong, Phrase::Wrong(row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_what_is_wrong_and_what_is_right() {
        assert!(TABLE.rows().count() > 100);
        for (wrong, phrase) in TABLE.rows() {
            let Phrase::Wrong(row) = phrase else { continue };
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

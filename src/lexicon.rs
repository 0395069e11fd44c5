//! Lists of words that are looked for at many places of a text: a list is not walked through, it is looked up by
//! the one character that stands there.
//!
//! ```
//! # use fajing::lexicon::{Ends, Starts};
//! let openers = Starts::new(["全年", "全年共", "共"]);
//! assert_eq!(openers.strip("全年共审查合同"), Some("审查合同"));
//! assert_eq!(openers.strip("审查合同全年共"), None);
//! assert_eq!(Ends::new(["共", "总共"]).strip("审查合同总共"), Some("审查合同"));
//! ```

mod kept;
mod slots;

pub use kept::Kept;

use crate::text::width;
use slots::{Slots, bytes_mask, head, tail};
use std::borrow::Cow;

/// Words that a text may start with, each with what it stands for. They begin with a Chinese or an ASCII character.
pub struct Starts<'w, V = ()>(Slots<'w, V>);

/// Words that a text may end with. They end with a Chinese or an ASCII character.
pub struct Ends<'w>(Slots<'w, ()>);

impl<'w> Starts<'w> {
    /// A list of words alone.
    pub fn new(words: impl IntoIterator<Item = &'w str>) -> Starts<'w> {
        Starts::of_rows(words.into_iter().map(|word| (word, ())))
    }
}

impl<'w, V> Starts<'w, V> {
    /// Words with what they stand for. Of equal words the first counts.
    pub fn of_rows(rows: impl IntoIterator<Item = (impl Into<Cow<'w, str>>, V)>) -> Starts<'w, V> {
        Starts(Slots::new(rows, head))
    }

    /// All rows, in no order.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &V)> {
        self.0.rows.iter().map(|row| (row.word.as_ref(), &row.value))
    }

    /// All words that the text starts with, the longest first, and what they stand for.
    pub fn all<'l>(&'l self, text: &str) -> impl Iterator<Item = (&'l str, &'l V)> {
        let rows = self.0.of(head(text.as_bytes()));
        rows.filter(move |row| row.is_short() || text.starts_with(row.word.as_ref()))
            .map(|row| (row.word.as_ref(), &row.value))
    }

    /// The longest word that the text starts with.
    #[inline]
    pub fn word(&self, text: &str) -> Option<&str> {
        match self.0.may_have(head(text.as_bytes())) {
            true => self.longest(text),
            false => None,
        }
    }

    #[inline(never)]
    fn longest(&self, text: &str) -> Option<&str> {
        self.all(text).next().map(|(word, _)| word)
    }

    /// The text behind the longest word that it starts with.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.word(text).map(|word| &text[word.len()..])
    }

    /// Whether the text is one of the words.
    pub fn has(&self, text: &str) -> bool {
        self.word(text).is_some_and(|word| word.len() == text.len())
    }

    /// The words in the text with their offsets in bytes, from left to right. Inside a longer word none starts.
    pub fn find<'l>(&'l self, text: &str) -> impl Iterator<Item = (usize, &'l str, &'l V)> {
        let mut next = 0;
        std::iter::from_fn(move || {
            loop {
                let at = self.0.seek(text.as_bytes(), next)?;
                if let Some((word, value)) = self.all(&text[at..]).next() {
                    next = at + word.len();
                    return Some((at, word, value));
                }
                next = at + width(text.as_bytes()[at]);
            }
        })
    }

    /// All words in the text, also those that start inside another; at one place the longest first.
    pub fn find_all<'l>(&'l self, text: &str) -> impl Iterator<Item = (usize, &'l str, &'l V)> {
        let mut next = 0;
        let places = std::iter::from_fn(move || {
            let at = self.0.seek(text.as_bytes(), next)?;
            next = at + width(text.as_bytes()[at]);
            Some(at)
        });
        places.flat_map(move |at| self.all(&text[at..]).map(move |(word, value)| (at, word, value)))
    }

    /// Whether any of the words stands in the text.
    pub fn is_in(&self, text: &str) -> bool {
        self.find_all(text).next().is_some()
    }
}

impl<'w> Ends<'w> {
    /// A list of words.
    pub fn new(words: impl IntoIterator<Item = &'w str>) -> Ends<'w> {
        Ends(Slots::new(words.into_iter().map(|word| (word, ())), tail))
    }

    /// The longest word that the text ends with.
    #[inline]
    pub fn word(&self, text: &str) -> Option<&str> {
        match self.0.may_have(tail(text.as_bytes())) {
            true => self.longest(text),
            false => None,
        }
    }

    #[inline(never)]
    fn longest(&self, text: &str) -> Option<&str> {
        let mut rows = self.0.of(tail(text.as_bytes()));
        let row = rows.find(|row| row.is_short() || text.ends_with(row.word.as_ref()));
        row.map(|row| row.word.as_ref())
    }

    /// The text before the longest word that it ends with.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.word(text).map(|word| &text[..text.len() - word.len()])
    }
}

/// Where a word first stands in a text. `str::find` prepares its search for long texts; that costs more than to read
/// a whole clause.
pub fn find(text: &str, word: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    let (wanted, mask) = (head(word.as_bytes()), bytes_mask(word.len()));
    let last = text.len().checked_sub(word.len())?;
    let mut at = 0;
    while at <= last {
        let rest = &bytes[at..];
        if head(rest) & mask == wanted && (word.len() <= 8 || rest.starts_with(word.as_bytes())) {
            return Some(at);
        }
        at += width(bytes[at]);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_counts_and_none_starts_inside_another() {
        let words = Starts::new(["组织", "组织开展", "开展", "%", "GB"]);
        let text = "组织开展执法，开展5%";
        let found: Vec<_> = words.find(text).map(|(at, word, ())| (at, word)).collect();
        assert_eq!(found, [(0, "组织开展"), (21, "开展"), (28, "%")]);
        assert_eq!(words.strip("GB等"), Some("等"));
        assert_eq!(
            words.all("组织开展").map(|(word, _)| word).collect::<Vec<_>>(),
            ["组织开展", "组织"]
        );
    }

    #[test]
    fn characters_of_other_lengths_are_no_words() {
        let (starts, ends) = (Starts::new(["一"]), Ends::new(["一"]));
        for text in ["", "·", "·一·", "𠀀", "é", "一é"] {
            assert_eq!(starts.word(text).is_some(), text.starts_with('一'));
            assert_eq!(ends.word(text), None);
        }
    }

    #[test]
    fn words_of_any_length_are_compared_whole() {
        let words = ["一", "a", "二百", "百三四五六", "七b"];
        let (starts, ends) = (Starts::new(words), Ends::new(words));
        for word in words {
            for text in [
                word.to_string(),
                format!("{word}{word}"),
                format!("{word}x{word}"),
            ] {
                assert_eq!(
                    (starts.word(&text), ends.word(&text)),
                    (Some(word), Some(word)),
                    "{text}"
                );
            }
            let (cut, _) = word.split_at(word.char_indices().last().map_or(0, |(at, _)| at));
            assert_eq!(starts.word(cut), None);
        }
        assert_eq!(starts.word("百三四五七"), None);
        let starts = Starts::new(["行政执法", "行政", "政执"]);
        let all = starts.find_all("行政执法").map(|(at, word, ())| (at, word));
        assert_eq!(
            all.collect::<Vec<_>>(),
            [(0, "行政执法"), (0, "行政"), (3, "政执")]
        );
    }

    #[test]
    fn a_word_is_found_where_the_standard_library_finds_it() {
        let text = "一·二三二四𠀀五六七八九a百b";
        let places = || (0..=text.len()).filter(|&at| text.is_char_boundary(at));
        for start in places() {
            for end in places().filter(|&end| end > start) {
                for within in [text, &text[..end], &text[start..], &text[3..]] {
                    let word = &text[start..end];
                    assert_eq!(find(within, word), within.find(word), "{word} in {within}");
                }
            }
        }
    }

    #[test]
    fn of_equal_words_the_first_counts() {
        let rows = Starts::of_rows([("件", 1), ("件", 2)]);
        assert_eq!(rows.all("件").next(), Some(("件", &1)));
        assert!(rows.has("件") && !rows.has("件次") && rows.is_in("3件") && !rows.is_in("3次"));
    }
}

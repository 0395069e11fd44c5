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

/// Words that a text may start with, each with what it stands for.
pub struct Starts<V = ()>(Slots<V>);

/// Words that a text may end with.
pub struct Ends(Slots<()>);

impl Starts {
    /// A list of words alone.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Starts {
        Starts::of_rows(words.into_iter().map(|word| (word, ())))
    }
}

impl<V> Starts<V> {
    /// Words with what they stand for. Of equal words the first counts.
    pub fn of_rows(rows: impl IntoIterator<Item = (&'static str, V)>) -> Starts<V> {
        Starts(Slots::new(rows, first_character))
    }

    /// All rows, in no order.
    pub fn rows(&self) -> impl Iterator<Item = (&'static str, &V)> {
        self.0.rows.iter().map(|row| (row.word, &row.value))
    }

    /// All words that the text starts with, the longest first, and what they stand for.
    pub fn all<'l>(&'l self, text: &'l str) -> impl Iterator<Item = (&'static str, &'l V)> {
        self.0
            .of(first_character(text))
            .filter(|row| text.starts_with(row.word))
            .map(|row| (row.word, &row.value))
    }

    /// The longest word that the text starts with.
    pub fn word(&self, text: &str) -> Option<&'static str> {
        self.all(text).next().map(|(word, _)| word)
    }

    /// The text behind the longest word that it starts with.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.word(text).map(|word| &text[word.len()..])
    }

    /// The words in the text with their offsets in bytes, from left to right. Inside a longer word none starts.
    pub fn find<'l>(&'l self, text: &'l str) -> impl Iterator<Item = (usize, &'static str, &'l V)> {
        let bytes = text.as_bytes();
        let mut at = 0;
        std::iter::from_fn(move || {
            loop {
                let here = at;
                let (key, width) = character(bytes.get(at..)?)?;
                at += width;
                if let Some(row) = self.0.of(key).find(|row| text[here..].starts_with(row.word)) {
                    at = here + row.word.len();
                    return Some((here, row.word, &row.value));
                }
            }
        })
    }

    /// Whether any of the words stands in the text.
    pub fn is_in(&self, text: &str) -> bool {
        self.find(text).next().is_some()
    }
}

impl Ends {
    /// A list of words.
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Ends {
        Ends(Slots::new(
            words.into_iter().map(|word| (word, ())),
            last_character,
        ))
    }

    /// The longest word that the text ends with.
    pub fn word(&self, text: &str) -> Option<&'static str> {
        let mut rows = self.0.of(last_character(text));
        rows.find(|row| text.ends_with(row.word)).map(|row| row.word)
    }

    /// The text before the longest word that it ends with.
    pub fn strip<'t>(&self, text: &'t str) -> Option<&'t str> {
        self.word(text).map(|word| &text[..text.len() - word.len()])
    }
}

/// Rows in slots, by the character that they are looked up by.
struct Slots<V> {
    /// Inside a slot the longer words first.
    rows: Vec<Row<V>>,
    /// Where each slot's rows start, and last where all end. There are a power of two and one.
    starts: Vec<u16>,
}

struct Row<V> {
    key: u32,
    word: &'static str,
    value: V,
}

impl<V> Slots<V> {
    fn new(rows: impl IntoIterator<Item = (&'static str, V)>, key: fn(&str) -> u32) -> Slots<V> {
        let keyed = |(word, value)| Row {
            key: key(word),
            word,
            value,
        };
        let mut rows: Vec<Row<V>> = rows.into_iter().map(keyed).collect();
        // So many that most characters find their slot empty.
        let slots = (4 * rows.len()).next_power_of_two().min(1024) as u32;
        let slot = |row: &Row<V>| row.key & (slots - 1);
        rows.sort_by_key(|row| (slot(row), usize::MAX - row.word.len()));
        let start = |wanted| rows.partition_point(|row| slot(row) < wanted) as u16;
        Slots {
            starts: (0..=slots).map(start).collect(),
            rows,
        }
    }

    /// The rows of one character.
    fn of(&self, key: u32) -> impl Iterator<Item = &Row<V>> {
        let slot = key as usize & (self.starts.len() - 2);
        let (from, until) = (self.starts[slot] as usize, self.starts[slot + 1] as usize);
        self.rows[from..until].iter().filter(move |row| row.key == key)
    }
}

/// The number of the character that some bytes of a text start with, and its length. Characters of two and four
/// bytes are all the same one: no word starts with them.
fn character(bytes: &[u8]) -> Option<(u32, usize)> {
    Some(match *bytes {
        [] => return None,
        [a, ..] if a < 0x80 => (u32::from(a), 1),
        [a, b, c, ..] if a & 0xF0 == 0xE0 => (three(a, b, c), 3),
        [a, ..] => (0, if a < 0xE0 { 2 } else { 4 }),
    })
}

fn first_character(text: &str) -> u32 {
    character(text.as_bytes()).map_or(0, |(key, _)| key)
}

fn last_character(text: &str) -> u32 {
    match *text.as_bytes() {
        [.., a] if a < 0x80 => u32::from(a),
        [.., a, b, c] if a & 0xF0 == 0xE0 => three(a, b, c),
        _ => 0,
    }
}

/// A character of three bytes, as all Chinese ones are.
fn three(a: u8, b: u8, c: u8) -> u32 {
    let low = |byte| u32::from(byte & 0x3F);
    u32::from(a & 0x0F) << 12 | low(b) << 6 | low(c)
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
    fn of_equal_words_the_first_counts() {
        let rows = Starts::of_rows([("件", 1), ("件", 2)]);
        assert_eq!(rows.all("件").next(), Some(("件", &1)));
    }
}

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

use crate::text::width;

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
    pub fn of_rows(rows: impl IntoIterator<Item = (&'w str, V)>) -> Starts<'w, V> {
        Starts(Slots::new(rows, head))
    }

    /// All rows, in no order.
    pub fn rows(&self) -> impl Iterator<Item = (&'w str, &V)> {
        self.0.rows.iter().map(|row| (row.word, &row.value))
    }

    /// All words that the text starts with, the longest first, and what they stand for.
    pub fn all<'l>(&'l self, text: &str) -> impl Iterator<Item = (&'w str, &'l V)> {
        let head = head(text.as_bytes());
        let rows = self.0.of(head);
        rows.filter(move |row| row.fits(head) && (row.is_short() || text.starts_with(row.word)))
            .map(|row| (row.word, &row.value))
    }

    /// The longest word that the text starts with.
    pub fn word(&self, text: &str) -> Option<&'w str> {
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
    pub fn find<'l>(&'l self, text: &str) -> impl Iterator<Item = (usize, &'w str, &'l V)> {
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
    pub fn find_all<'l>(&'l self, text: &str) -> impl Iterator<Item = (usize, &'w str, &'l V)> {
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
    pub fn word(&self, text: &str) -> Option<&'w str> {
        let tail = tail(text.as_bytes());
        let mut rows = self.0.of(tail);
        let fits = |row: &&Row<'w, ()>| row.fits(tail) && (row.is_short() || text.ends_with(row.word));
        rows.find(fits).map(|row| row.word)
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

/// Rows in slots, by the characters that they are looked up by.
struct Slots<'w, V> {
    /// Inside a slot the longer words first.
    rows: Vec<Row<'w, V>>,
    /// Where each slot's rows start, and last where all end.
    starts: Vec<u16>,
    /// A bit for each key that rows may have: all that is looked at where a text has none of the words, and so many
    /// bits that most such places are told from the others.
    taken: Vec<u64>,
    /// How far the product of a key is shifted down to its slot, and to its bit.
    shifts: (u32, u32),
    /// The keys that some row has.
    keys: Keys,
}

/// A row is looked up by its first two Chinese characters, by its first one where it has no more, or by its first
/// byte where that is ASCII.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keys {
    One,
    Two,
    Both,
}

const ONE: u64 = 0xFF_FFFF;
const TWO: u64 = 0xFFFF_FFFF_FFFF;

/// The key of a head, spread over all 64 bits.
fn spread(head: u64, mask: u64) -> u64 {
    let mask = if head & 0x80 == 0 { 0xFF } else { mask };
    (head & mask).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

struct Row<'w, V> {
    /// The eight bytes by which it is compared first, and which of them belong to the word.
    head: u64,
    mask: u64,
    word: &'w str,
    value: V,
}

impl<V> Row<'_, V> {
    fn fits(&self, head: u64) -> bool {
        head & self.mask == self.head
    }

    /// Which characters it is looked up by.
    fn key_mask(&self) -> u64 {
        if self.word.len() < 6 { ONE } else { TWO }
    }

    /// Whether the first eight bytes are all of it.
    fn is_short(&self) -> bool {
        self.word.len() <= 8
    }
}

impl<'w, V> Slots<'w, V> {
    fn new(rows: impl IntoIterator<Item = (&'w str, V)>, head: fn(&[u8]) -> u64) -> Slots<'w, V> {
        let of_word = |(word, value): (&'w str, V)| Row {
            head: head(word.as_bytes()),
            mask: bytes_mask(word.len()),
            word,
            value,
        };
        let mut rows: Vec<Row<'w, V>> = rows.into_iter().map(of_word).collect();
        rows.retain(|row| !row.word.is_empty());
        let has = |mask| rows.iter().any(|row| row.key_mask() == mask);
        let keys = match (has(ONE), has(TWO)) {
            (true, true) => Keys::Both,
            (true, false) => Keys::One,
            _ => Keys::Two,
        };
        let slots = rows.len().next_power_of_two().max(2);
        let bits = (16 * slots).max(64);
        let shifts = (64 - slots.ilog2(), 64 - bits.ilog2());
        let slot = |row: &Row<'w, V>| (spread(row.head, row.key_mask()) >> shifts.0) as usize;
        rows.sort_by_cached_key(|row| (slot(row), usize::MAX - row.word.len()));
        let mut starts = vec![0; slots + 1];
        let mut taken = vec![0; bits / 64];
        for row in &rows {
            starts[slot(row) + 1] += 1;
            let bit = (spread(row.head, row.key_mask()) >> shifts.1) as usize;
            taken[bit / 64] |= 1 << (bit % 64);
        }
        for slot in 0..slots {
            starts[slot + 1] += starts[slot];
        }
        Slots {
            rows,
            starts,
            taken,
            shifts,
            keys,
        }
    }

    /// The rows that a text with this head may start with, the longer ones first.
    fn of(&self, head: u64) -> impl Iterator<Item = &Row<'w, V>> {
        let two = if self.keys == Keys::One {
            &[]
        } else {
            self.slot(head, TWO)
        };
        let one = if self.keys == Keys::Two {
            &[]
        } else {
            self.slot(head, ONE)
        };
        let two = two.iter().filter(|row| row.word.len() >= 6);
        two.chain(one.iter().filter(|row| row.word.len() < 6))
    }

    fn slot(&self, head: u64, mask: u64) -> &[Row<'w, V>] {
        let key = spread(head, mask);
        if !self.is_taken(key) {
            return &[];
        }
        let slot = (key >> self.shifts.0) as usize;
        &self.rows[self.starts[slot].into()..self.starts[slot + 1].into()]
    }

    fn is_taken(&self, key: u64) -> bool {
        let bit = (key >> self.shifts.1) as usize;
        self.taken[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The next place from `at` on with rows. Kept out of its callers, so that the loop stays in registers.
    #[inline(never)]
    fn seek(&self, bytes: &[u8], mut at: usize) -> Option<usize> {
        let is_taken = |head| {
            self.keys != Keys::One && self.is_taken(spread(head, TWO))
                || self.keys != Keys::Two && self.is_taken(spread(head, ONE))
        };
        while at < bytes.len() {
            // Chinese characters mostly follow Chinese characters: their length need not be computed.
            while let Some(chunk) = bytes.get(at..at + 8).and_then(|rest| rest.first_chunk())
                && chunk[0] & 0xF0 == 0xE0
            {
                if is_taken(u64::from_le_bytes(*chunk)) {
                    return Some(at);
                }
                at += 3;
            }
            let Some(&first) = bytes.get(at) else { break };
            if is_taken(head(&bytes[at..])) {
                return Some(at);
            }
            at += width(first);
        }
        None
    }
}

/// A mask of the lowest bytes.
fn bytes_mask(count: usize) -> u64 {
    u64::MAX
        .checked_shr(64_u32.saturating_sub(8 * count as u32))
        .unwrap_or(0)
}

/// The first eight bytes, the very first one lowest; zeros where the text is shorter.
fn head(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(&chunk) => u64::from_le_bytes(chunk),
        None => short(bytes),
    }
}

/// The last eight bytes, the very last one lowest.
fn tail(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(&chunk) => u64::from_be_bytes(chunk),
        None => short(bytes).swap_bytes() >> (64 - 8 * bytes.len() as u32).min(63),
    }
}

/// Fewer than eight bytes, the first one lowest: read in two overlapping steps, because most of what is looked up
/// in the middle of a phrase is short.
fn short(bytes: &[u8]) -> u64 {
    let length = bytes.len() as u32;
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(&first), Some(&last)) => {
            u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << (8 * length - 32)
        }
        _ => bytes
            .iter()
            .rev()
            .fold(0, |head, &byte| head << 8 | u64::from(byte)),
    }
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
        let all: Vec<_> = Starts::new(["行政执法", "行政", "政执"])
            .find_all("行政执法")
            .map(|(at, word, ())| (at, word))
            .collect();
        assert_eq!(all, [(0, "行政执法"), (0, "行政"), (3, "政执")]);
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

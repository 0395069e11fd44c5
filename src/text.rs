//! Positions in a text: byte spans inside, lines and characters for the world outside.

mod set;

pub use set::CharSet;
pub(crate) use set::width;

mod kinds;
mod marks;

pub use kinds::Kinds;
pub use marks::{Mark, Marks, NUMERALS};

use serde::{Deserialize, Serialize};

/// A range of bytes in the one text of a document, always on character boundaries; the end is exclusive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Span {
    /// Byte offset of the first character.
    pub start: u32,
    /// Byte offset behind the last character.
    pub end: u32,
}

impl Span {
    /// A span from byte offsets. Texts are limited to less than 4 GiB, see `input::limits`.
    pub fn new(start: usize, end: usize) -> Span {
        debug_assert!(start <= end);
        Span {
            start: start as u32,
            end: end as u32,
        }
    }

    /// The span that many bytes further on.
    pub fn moved(self, bytes: u32) -> Span {
        Span {
            start: self.start.saturating_add(bytes),
            end: self.end.saturating_add(bytes),
        }
    }

    /// The bytes as a range for slicing.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The text that the span covers.
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Length in bytes.
    pub fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether nothing is covered.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The span without white space at its ends, in the sense of [`is_blank`].
    pub fn trim(self, text: &str) -> Span {
        let words = self.of(text).trim_start_matches(is_blank);
        let start = self.end as usize - words.len();
        Span::new(start, start + words.trim_end_matches(is_blank).len())
    }
}

/// White space as it occurs in converted documents: Unicode white space and the zero-width characters that
/// Word, WPS and web pages leave behind.
pub fn is_blank(c: char) -> bool {
    // Most characters are Chinese, and told by one comparison.
    c <= '\u{3000}' && (c.is_whitespace() || matches!(c, '\u{200B}'..='\u{200D}' | '\u{2060}'))
        || c == '\u{FEFF}'
}

/// Whether the character is a Chinese ideograph (unified, extension A, compatibility; also 〇).
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' | '〇')
}

/// Signs that stand before a heading or a line of a list instead of a number.
pub const SIGNS: [char; 11] = ['★', '☆', '◆', '◇', '■', '□', '●', '▲', '△', '▶', '►'];

/// Whether UTF-8 begins with an ideograph of the block that holds nearly all in use, U+4E00 to U+9FFF. Two bytes tell
/// it, so that text between marks is passed over without being decoded.
pub fn starts_with_han(bytes: &[u8]) -> bool {
    matches!(bytes, [0xE5..=0xE9, ..] | [0xE4, 0xB8..=0xFF, ..])
}

/// The unit in which the world outside counts offsets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OffsetUnit {
    /// Unicode scalar values, as in the public JSON.
    Char,
    /// UTF-16 code units, as in JavaScript strings.
    Utf16,
}

/// Byte distance between two stored counts: small enough to finish quickly, large enough to stay out of memory.
const STEP: usize = 256;

/// Converts byte offsets to characters, UTF-16 code units, lines and columns. Made once per text.
pub struct LineIndex<'t> {
    text: &'t str,
    line_starts: Vec<u32>,
    /// Characters and UTF-16 code units before each multiple of [`STEP`] bytes (moved to a character boundary).
    counts: Vec<(u32, u32)>,
}

impl<'t> LineIndex<'t> {
    /// Reads the text once.
    pub fn new(text: &'t str) -> LineIndex<'t> {
        let mut line_starts = vec![0];
        line_starts.extend(memchr_newlines(text).map(|at| at as u32 + 1));
        let mut counts = Vec::with_capacity(text.len() / STEP + 1);
        let (mut chars, mut units) = (0, 0);
        for (at, c) in text.char_indices() {
            while counts.len() * STEP <= at {
                counts.push((chars, units));
            }
            chars += 1;
            units += c.len_utf16() as u32;
        }
        LineIndex {
            text,
            line_starts,
            counts,
        }
    }

    /// Offset of a byte position in the unit wanted. Positions behind the end count as the end.
    pub fn offset(&self, byte: u32, unit: OffsetUnit) -> usize {
        let byte = (byte as usize).min(self.text.len());
        let slot = (byte / STEP).min(self.counts.len().saturating_sub(1));
        let Some(&(chars, units)) = self.counts.get(slot) else {
            return 0;
        };
        let from = ceil_boundary(self.text, slot * STEP);
        let rest = &self.text[from.min(byte)..byte];
        match unit {
            OffsetUnit::Char => chars as usize + rest.chars().count(),
            OffsetUnit::Utf16 => units as usize + rest.encode_utf16().count(),
        }
    }

    /// Both ends of a span in the unit wanted.
    pub fn offsets(&self, span: Span, unit: OffsetUnit) -> (usize, usize) {
        (self.offset(span.start, unit), self.offset(span.end, unit))
    }

    /// Line number from 1, and the span of that line without its line break.
    pub fn line(&self, byte: u32) -> (usize, Span) {
        let line = self.line_starts.partition_point(|&start| start <= byte);
        let start = self.line_starts[line - 1] as usize;
        let end = self
            .line_starts
            .get(line)
            .map_or(self.text.len(), |&next| next as usize - 1);
        (line, Span::new(start, end))
    }

    /// Number of lines; an empty text has one.
    pub fn lines(&self) -> usize {
        self.line_starts.len()
    }
}

fn memchr_newlines(text: &str) -> impl Iterator<Item = usize> + '_ {
    text.bytes()
        .enumerate()
        .filter(|&(_, byte)| byte == b'\n')
        .map(|(at, _)| at)
}

fn ceil_boundary(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_counting_from_the_start() {
        let text = "法治𠀀政府\n".repeat(100) + "a";
        let index = LineIndex::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(
                index.offset(at as u32, OffsetUnit::Char),
                text[..at].chars().count()
            );
            assert_eq!(
                index.offset(at as u32, OffsetUnit::Utf16),
                text[..at].encode_utf16().count()
            );
        }
    }

    #[test]
    fn lines_are_counted_from_one_and_end_before_their_break() {
        let index = LineIndex::new("一\n\n二");
        assert_eq!(index.line(0), (1, Span::new(0, 3)));
        assert_eq!(index.line(4), (2, Span::new(4, 4)));
        assert_eq!(index.line(5), (3, Span::new(5, 8)));
        assert_eq!(index.lines(), 3);
    }

    #[test]
    fn an_empty_text_has_one_empty_line() {
        let index = LineIndex::new("");
        assert_eq!(index.line(0), (1, Span::new(0, 0)));
        assert_eq!(index.offset(0, OffsetUnit::Char), 0);
    }

    #[test]
    fn trimming_takes_zero_width_characters_too() {
        let text = "\u{3000}\u{200B} 一、\u{00A0}";
        assert_eq!(Span::new(0, text.len()).trim(text).of(text), "一、");
    }
}

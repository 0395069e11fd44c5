//! The characters of a text that part its words, and in which its mistakes mostly show: punctuation, letters, symbols;
//! and those that a numeral may start with. Found in one pass, so that nobody else has to read the words between them.

use super::kinds::is_word;
use super::{CharSet, Kinds, Span};

/// A character that is no Chinese word character, no ASCII digit and no space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the text, in bytes.
    pub at: u32,
    /// The character.
    pub c: char,
}

impl Mark {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span::new(self.at as usize, self.at as usize + self.c.len_utf8())
    }
}

/// All marks of a text, its runs of digits, and where its numerals may start.
#[derive(Debug, Default)]
pub struct Marks {
    /// The marks, in the order of the text.
    pub all: Vec<Mark>,
    /// Runs of ASCII digits, in the order of the text.
    pub numbers: Vec<Span>,
    /// Where a numeral may start ([`NUMERALS`]) and where quotation marks stand: all that a reader of numbers
    /// stops at, in bytes, in the order of the text.
    stops: Vec<u32>,
    /// Which marks may be among them.
    kinds: Kinds,
}

/// The characters that a numeral can start with.
pub const NUMERALS: &str = "0123456789\
    \u{FF10}\u{FF11}\u{FF12}\u{FF13}\u{FF14}\u{FF15}\u{FF16}\u{FF17}\u{FF18}\u{FF19}\
    零〇一壹二两贰三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟万萬亿億几数";

/// See [`Marks::stops`].
static STOPS: CharSet = CharSet::of(NUMERALS).with("\"“”《》〔〕「」‘’【】");

impl Marks {
    /// Reads the text once. Of its characters most are words, of which only the numerals are kept.
    pub fn of(text: &str) -> Marks {
        let bytes = text.as_bytes();
        // A report has about so many; more are rare enough to be moved.
        let mut marks = Marks {
            all: Vec::with_capacity(text.len() / 16),
            numbers: Vec::with_capacity(text.len() / 64),
            stops: Vec::with_capacity(text.len() / 32),
            kinds: Kinds::default(),
        };
        let mut rest = bytes;
        loop {
            while let &[a, b, c, ref behind @ ..] = rest
                && is_word(a)
            {
                if STOPS.has_bytes(a, b, c) {
                    marks.stops.push((bytes.len() - rest.len()) as u32);
                }
                rest = behind;
            }
            let at = bytes.len() - rest.len();
            match rest {
                [b' ', behind @ ..] => rest = behind,
                [b'0'..=b'9', ..] => {
                    let count = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
                    let end = at + count;
                    marks.numbers.push(Span::new(at, end));
                    marks.stops.extend(at as u32..end as u32);
                    rest = &rest[count..];
                }
                _ => {
                    let Some(c) = text[at..].chars().next() else { break };
                    marks.all.push(Mark { at: at as u32, c });
                    marks.kinds.add(c);
                    if STOPS.has(c) {
                        marks.stops.push(at as u32);
                    }
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        marks
    }

    /// The marks that are one of these characters; where none of them can occur, no mark is looked at.
    pub fn any_of(&self, wanted: &[char]) -> impl Iterator<Item = Mark> {
        let kinds = Kinds::of_chars(wanted);
        let all: &[Mark] = if self.kinds.may_share(kinds) {
            &self.all
        } else {
            &[]
        };
        let is_one = move |mark: &Mark| kinds.may_have(mark.c) && wanted.contains(&mark.c);
        all.iter().copied().filter(is_one)
    }

    /// The marks of one span after the other: they come in the order of the text and do not overlap.
    pub fn of_spans<'m>(&'m self) -> impl FnMut(Span) -> &'m [Mark] {
        let mut rest = self.all.as_slice();
        move |span| {
            let from = rest.iter().take_while(|mark| mark.at < span.start).count();
            rest = &rest[from..];
            let count = rest.iter().take_while(|mark| mark.at < span.end).count();
            let (inside, behind) = rest.split_at(count);
            rest = behind;
            inside
        }
    }

    /// Where a reader of numbers stops in a span: at what a numeral may start with, and at quotation marks.
    pub fn stops(&self, span: Span) -> impl Iterator<Item = usize> {
        let from = self.stops.partition_point(|&at| at < span.start);
        let stops = self.stops.get(from..).unwrap_or_default().iter();
        stops
            .map(|&at| at as usize)
            .take_while(move |&at| at < span.end as usize)
    }

    /// The marks inside a span.
    pub fn inside(&self, span: Span) -> &[Mark] {
        let from = self.all.partition_point(|mark| mark.at < span.start);
        let inside = self.all.get(from..).unwrap_or_default();
        &inside[..inside.partition_point(|mark| mark.at < span.end)]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_words_digits_and_spaces_are_marks() {
        let marks = Marks::of("共12 件，（龥）𠀀é");
        let seen: Vec<_> = marks.all.iter().map(|mark| (mark.at, mark.c)).collect();
        assert_eq!(seen, [(9, '，'), (12, '（'), (18, '）'), (21, '𠀀'), (25, 'é')]);
        assert_eq!(marks.numbers, [Span::new(3, 5)]);
        assert_eq!(marks.any_of(&['（', 'é', 'x']).count(), 2);
    }
}

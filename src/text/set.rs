//! A set of characters, looked up by one bit for each character up to U+FFFF.

use super::starts_with_han;

/// Characters that are asked for at every place of a text: marks, digits, the beginnings of numerals. Reading from one
/// to the next costs a load and a shift a character, however many there are in the set.
pub struct CharSet {
    rows: [u64; 1024],
    /// Whether common Chinese characters are among them; else they are passed over by their first bytes.
    has_han: bool,
}

impl CharSet {
    /// The characters of a text, none of them above U+FFFF.
    pub const fn of(characters: &str) -> CharSet {
        let none = CharSet {
            rows: [0; 1024],
            has_han: false,
        };
        none.with(characters)
    }

    /// These and those of another text.
    pub const fn with(mut self, characters: &str) -> CharSet {
        let bytes = characters.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let a = bytes[at];
            let width = width(a);
            let code = match width {
                1 => a as usize,
                2 => (a as usize & 0x1F) << 6 | bytes[at + 1] as usize & 0x3F,
                _ => {
                    (a as usize & 0x0F) << 12
                        | (bytes[at + 1] as usize & 0x3F) << 6
                        | bytes[at + 2] as usize & 0x3F
                }
            };
            self.rows[row(code)] |= 1 << (code % 64);
            self.has_han |= code >= 0x4E00 && code < 0xA000;
            at += width;
        }
        self
    }

    /// Whether the character is one of them.
    pub fn has(&self, c: char) -> bool {
        (c as usize) < 0x10000 && self.is_set(row(c as usize), c as u8)
    }

    /// Where the first of them stands in a text from a byte on.
    pub fn next(&self, text: &str, from: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut rest = bytes.get(from..)?;
        loop {
            // Chinese characters mostly follow Chinese characters.
            if self.has_han {
                while let &[a @ 0xE0..=0xEF, b, c, ref behind @ ..] = rest {
                    if self.is_set(row_of_bytes(a, b), c) {
                        return Some(bytes.len() - rest.len());
                    }
                    rest = behind;
                }
            } else {
                while let [_, _, _, behind @ ..] = rest
                    && starts_with_han(rest)
                {
                    rest = behind;
                }
            }
            let (is_one, behind) = match rest {
                &[a @ 0xE0..=0xEF, b, c, ref behind @ ..] => (self.is_set(row_of_bytes(a, b), c), behind),
                &[a @ 0..=0x7F, ref behind @ ..] => (self.is_set(row(a as usize), a), behind),
                [] => return None,
                _ => {
                    let c = text[bytes.len() - rest.len()..].chars().next()?;
                    (self.has(c), &rest[c.len_utf8()..])
                }
            };
            if is_one {
                return Some(bytes.len() - rest.len());
            }
            rest = behind;
        }
    }

    /// Where the last of them stands in a text.
    pub fn last(&self, text: &str) -> Option<usize> {
        let mut rest = text.as_bytes();
        loop {
            if !self.has_han {
                while let Some((before, last)) = rest.split_last_chunk::<3>()
                    && starts_with_han(last)
                {
                    rest = before;
                }
            }
            let (is_one, before) = match rest {
                // No byte inside a character looks like the first of three.
                &[ref before @ .., a @ 0xE0..=0xEF, b, c] => (self.is_set(row_of_bytes(a, b), c), before),
                [] => return None,
                _ => {
                    let c = text[..rest.len()].chars().next_back()?;
                    (self.has(c), &rest[..rest.len() - c.len_utf8()])
                }
            };
            if is_one {
                return Some(before.len());
            }
            rest = before;
        }
    }

    /// The text in pieces that end with one of them, the mark included; the last one may have none.
    pub fn pieces<'t>(&self, text: &'t str) -> impl Iterator<Item = &'t str> {
        let mut start = 0;
        std::iter::from_fn(move || {
            let piece = match self.next(text, start) {
                Some(at) => &text[start..at + width(text.as_bytes()[at])],
                None => &text[start..],
            };
            start += piece.len();
            (!piece.is_empty()).then_some(piece)
        })
    }

    /// Whether a character of these three bytes is one of them.
    pub fn has_bytes(&self, a: u8, b: u8, c: u8) -> bool {
        self.is_set(row_of_bytes(a, b), c)
    }

    fn is_set(&self, row: usize, bit: u8) -> bool {
        self.rows[row % 1024] >> (bit % 64) & 1 == 1
    }
}

/// The rows lie so that the first two bytes of a Chinese character tell its row by one shift and one addition.
const fn row(code: usize) -> usize {
    (code / 64 + 0x80) % 1024
}

const fn row_of_bytes(a: u8, b: u8) -> usize {
    ((a as usize) << 6).wrapping_add(b as usize) % 1024
}

/// How many bytes the character has that starts with this byte.
pub const fn width(first: u8) -> usize {
    match first {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_of_every_width_are_found_from_both_ends() {
        let set = CharSet::of("a·，").with("件");
        for c in ['a', '·', '，', '件', 'b', 'é', '一', '𠀀'] {
            assert_eq!(set.has(c), "a·，件".contains(c));
        }
        let text = "𠀀é一，件b·a一𠀀";
        let found = |at: &usize| set.next(text, *at);
        let places: Vec<_> =
            std::iter::successors(found(&0), |at| found(&(at + width(text.as_bytes()[*at])))).collect();
        let expected: Vec<_> = text
            .char_indices()
            .filter(|&(_, c)| set.has(c))
            .map(|(at, _)| at)
            .collect();
        assert_eq!(places, expected);
        for end in (0..=text.len()).filter(|&end| text.is_char_boundary(end)) {
            let last = expected.iter().rev().find(|&&at| at < end).copied();
            assert_eq!(set.last(&text[..end]), last);
        }
    }

    #[test]
    fn pieces_are_all_of_the_text() {
        let marks = CharSet::of("，。");
        assert_eq!(
            marks.pieces("一，二。。三").collect::<Vec<_>>(),
            ["一，", "二。", "。", "三"]
        );
        assert_eq!(marks.pieces("一。").collect::<Vec<_>>(), ["一。"]);
        assert_eq!(marks.pieces("").count(), 0);
    }
}

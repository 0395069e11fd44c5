//! Which marks a text may have, in one word: a line is asked a dozen times for its punctuation, and read once.

/// A bit for each character that is no Chinese word character, by the lowest seven bits of its number and the seven
/// bits above two more: by these, hardly any two common marks are taken for each other. A character whose bit is not
/// set does not occur.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u128);

impl Kinds {
    /// Says of every character that it may occur: for texts that are not worth reading.
    pub const ANY: Kinds = Kinds(u128::MAX);

    /// Reads a text. Of its characters most are words, which are passed over by their first byte.
    pub fn of(text: &str) -> Kinds {
        let mut kinds = Kinds::default();
        let mut rest = text.as_bytes();
        loop {
            while let [0xE4..=0xE9, _, _, behind @ ..] = rest {
                rest = behind;
            }
            // The bits of a character's number are the lower ones of its last three bytes.
            let (bit, behind) = match *rest {
                [] => return kinds,
                [a @ 0..=0x7F, ref behind @ ..] => (a, behind),
                [a @ 0xC0..=0xDF, b, ref behind @ ..] => ((a << 6 | b & 0x3F) ^ (a >> 3 & 3), behind),
                [a @ 0xE0..=0xEF, b, c, ref behind @ ..] | [_, a, b, c, ref behind @ ..] => {
                    ((b << 6 | c & 0x3F) ^ (a << 3 | b >> 3 & 7), behind)
                }
                [_, ref behind @ ..] => (0, behind),
            };
            kinds.0 |= 1 << (bit & 0x7F);
            rest = behind;
        }
    }

    /// Those of some characters.
    pub const fn of_chars(wanted: &[char]) -> Kinds {
        let mut kinds = Kinds(0);
        let mut at = 0;
        while at < wanted.len() {
            kinds.add(wanted[at]);
            at += 1;
        }
        kinds
    }

    /// Adds a character.
    pub const fn add(&mut self, c: char) {
        self.0 |= 1 << bit(c);
    }

    /// Whether the two may have a character in common.
    pub const fn may_share(self, other: Kinds) -> bool {
        self.0 & other.0 != 0
    }

    /// Whether the character may be among them.
    pub const fn may_have(self, c: char) -> bool {
        self.0 >> bit(c) & 1 == 1
    }
}

const fn bit(c: char) -> u32 {
    (c as u32 ^ c as u32 >> 9) % u128::BITS
}

/// Whether a character is a Chinese word character by its first byte: U+4000–U+9FFF, three bytes.
pub fn is_word(first: u8) -> bool {
    (0xE4..=0xE9).contains(&first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_does_not_occur() {
        let kinds = Kinds::of("共12件，（龥）𠀀é");
        let wanted = ['1', '2', '，', '（', '）', '𠀀', 'é'];
        assert!(wanted.iter().all(|&c| kinds.may_have(c)));
        assert!(!kinds.may_share(Kinds::of_chars(&['。', '；', '：', '3'])));
        assert!(kinds.may_share(Kinds::of_chars(&['。', '）'])));
        for c in ('\0'..'\u{3FFF}').chain('\u{A000}'..='\u{2FFFF}') {
            assert_eq!(
                Kinds::of(c.encode_utf8(&mut [0; 4])),
                Kinds::of_chars(&[c]),
                "{c}"
            );
        }
        assert!(Kinds::ANY.may_have('。') && !Kinds::of("法治").may_share(Kinds::ANY));
    }
}

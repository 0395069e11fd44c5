//! Which marks a line may have, in one word: it is asked a dozen times for its punctuation.

use super::Mark;

/// A bit for each character that is no Chinese word character, by the lowest seven bits of its number and the seven
/// bits above two more: by these, hardly any two common marks are taken for each other. A character whose bit is not
/// set does not occur.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Kinds(u128);

impl Kinds {
    /// Those of some marks.
    pub fn of_marks(marks: &[Mark]) -> Kinds {
        let mut kinds = Kinds::default();
        for mark in marks {
            kinds.add(mark.c);
        }
        kinds
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
    use crate::text::Marks;

    #[test]
    fn what_is_not_seen_does_not_occur() {
        let kinds = Kinds::of_marks(&Marks::of("共12件，（龥）𠀀é").all);
        let wanted = ['，', '（', '）', '𠀀', 'é'];
        assert!(wanted.iter().all(|&c| kinds.may_have(c)));
        assert!(!kinds.may_share(Kinds::of_chars(&['。', '；', '：', '、'])));
        assert!(kinds.may_share(Kinds::of_chars(&['。', '）'])));
        assert!(!Kinds::of_marks(&[]).may_have('。'));
    }
}

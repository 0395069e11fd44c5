//! Many words looked for in one pass over a text.

/// Words, each with the number of the thing that it stands for.
pub(super) struct Lexicon<'w> {
    /// Sorted by word, so that those with one first character stand together.
    words: Vec<(&'w str, usize)>,
    /// One bit per character of the basic plane: whether a word starts with it.
    first: Vec<u64>,
}

impl<'w> Lexicon<'w> {
    pub fn new(mut words: Vec<(&'w str, usize)>) -> Lexicon<'w> {
        words.retain(|(word, _)| !word.is_empty());
        words.sort_unstable();
        let mut first = vec![0_u64; 1024];
        for c in words.iter().filter_map(|(word, _)| word.chars().next()) {
            if let Some(slot) = first.get_mut(c as usize / 64) {
                *slot |= 1 << (c as usize % 64);
            }
        }
        Lexicon { words, first }
    }

    /// Calls `found` with the byte offset, the index of the word and what it stands for, for every occurrence.
    pub fn scan(&self, text: &str, mut found: impl FnMut(usize, usize, usize)) {
        for (at, c) in text.char_indices() {
            if self
                .first
                .get(c as usize / 64)
                .is_none_or(|slot| slot >> (c as usize % 64) & 1 == 0)
            {
                continue;
            }
            let rest = &text[at..];
            let start = self
                .words
                .partition_point(|(word, _)| word.chars().next() < Some(c));
            for (index, (word, thing)) in self.words.iter().enumerate().skip(start) {
                if !word.starts_with(c) {
                    break;
                }
                if rest.starts_with(word) {
                    found(at, index, *thing);
                }
            }
        }
    }

    /// Length in bytes of a word by its index.
    pub fn word_len(&self, index: usize) -> usize {
        self.words.get(index).map_or(0, |(word, _)| word.len())
    }

    /// How many words there are.
    pub fn len(&self) -> usize {
        self.words.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_occurrence_of_every_word() {
        let lexicon = Lexicon::new(vec![("行政执法", 1), ("行政", 2), ("普法", 3)]);
        let mut seen = vec![];
        lexicon.scan("行政执法与普法", |at, _, thing| seen.push((at, thing)));
        assert_eq!(seen, [(0, 2), (0, 1), (15, 3)]);
    }
}

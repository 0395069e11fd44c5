//! Lists whose numbers the word processor makes: levels, counters, labels. Shared by every format that has them.

mod format;

pub use format::NumberFormat;
use std::collections::HashMap;

/// Most levels of a list.
pub const LEVELS: usize = 9;

/// One level of a list.
#[derive(Debug, Clone)]
pub struct Level {
    /// The first number.
    pub start: u32,
    /// How the number is written.
    pub format: NumberFormat,
    /// The label with `%1` … `%9` for the numbers of the levels.
    pub text: String,
    /// All numbers of the label in Arabic digits, whatever their own level says.
    pub is_legal: bool,
    /// Whether a blank or tab stands behind the label.
    pub has_gap: bool,
    /// The level starts again behind a paragraph of a level below this one (counted from 0); 0: never.
    pub restarts_below: usize,
}

impl Level {
    /// The level at a depth (from 0) that starts at 1 and shows its own number only.
    pub fn at(depth: usize) -> Level {
        Level {
            start: 1,
            format: NumberFormat::Decimal,
            text: format!("%{}", depth + 1),
            is_legal: false,
            has_gap: false,
            restarts_below: depth,
        }
    }
}

/// The numbers reached in every list so far. `List` is what its paragraphs share: in OOXML the abstract
/// definition and not its instance.
#[derive(Debug)]
pub struct Counters<List> {
    lists: HashMap<List, [Option<u32>; LEVELS]>,
}

impl<List> Default for Counters<List> {
    fn default() -> Self {
        Counters {
            lists: HashMap::new(),
        }
    }
}

impl<List: std::hash::Hash + Eq> Counters<List> {
    /// Counts a paragraph at `depth` (from 0) of a list and gives its label, the gap behind it included.
    /// `start_again` is the number that this paragraph must have.
    pub fn next(&mut self, list: List, levels: &[Level], depth: usize, start_again: Option<u32>) -> String {
        let depth = depth.min(LEVELS - 1);
        let Some(level) = levels.get(depth) else {
            return String::new();
        };
        let numbers = self.lists.entry(list).or_default();
        numbers[depth] = Some(match (start_again, numbers[depth]) {
            (Some(number), _) => number,
            (None, Some(number)) => number.saturating_add(1),
            (None, None) => level.start,
        });
        for (deeper, level) in levels.iter().enumerate().take(LEVELS).skip(depth + 1) {
            if depth < level.restarts_below {
                numbers[deeper] = None;
            }
        }
        label(levels, depth, numbers)
    }
}

fn label(levels: &[Level], depth: usize, numbers: &[Option<u32>; LEVELS]) -> String {
    let Some(level) = levels.get(depth) else {
        return String::new();
    };
    let mut text = String::new();
    let mut characters = level.text.chars().peekable();
    while let Some(c) = characters.next() {
        let shown = characters.peek().and_then(|digit| digit.to_digit(10));
        let (Some(shown @ 1..=9), '%') = (shown, c) else {
            // Glyphs of symbol fonts have no meaning of their own.
            text.extend(Some(c).filter(|c| !matches!(c, '\u{E000}'..='\u{F8FF}')));
            continue;
        };
        characters.next();
        let at = shown as usize - 1;
        let (Some(level_shown), true) = (levels.get(at), at <= depth) else {
            continue;
        };
        let number = numbers[at].unwrap_or(level_shown.start);
        let is_number = !matches!(level_shown.format, NumberFormat::Bullet | NumberFormat::None);
        text += &match is_number && level.is_legal {
            true => number.to_string(),
            false => level_shown.format.write(number),
        };
    }
    // Behind "1." a digit may follow, which must not become part of the number; "一、" needs no gap.
    if level.has_gap && text.ends_with(|c: char| c.is_ascii_graphic()) {
        text.push(' ');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deeper_levels_start_again_and_higher_ones_are_shown() {
        let chapter = Level {
            format: NumberFormat::CountingThousand,
            text: "%1、".into(),
            ..Level::at(0)
        };
        let section = Level {
            text: "%1.%2".into(),
            is_legal: true,
            has_gap: true,
            ..Level::at(1)
        };
        let levels = [chapter, section];
        let mut counters = Counters::default();
        let labels: Vec<_> = [0, 1, 1, 0, 1]
            .map(|depth| counters.next("list", &levels, depth, None))
            .into();
        assert_eq!(labels, ["一、", "1.1 ", "1.2 ", "二、", "2.1 "]);
        assert_eq!(counters.next("list", &levels, 0, Some(7)), "七、");
        assert_eq!(counters.next("list", &levels, 9, None), "");
    }
}

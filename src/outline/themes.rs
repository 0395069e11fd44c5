//! Which parts of the policy outline the subsections under `measures` deal with.

use super::{Section, item};
use crate::lexicon::{Kept, Starts};
use crate::profile::{Profile, Theme};
use std::cmp::Reverse;

/// A word in a heading says more than one in the text.
const HEADING_WEIGHT: u32 = 6;
/// Further themes need this many different words.
const FURTHER: u32 = 4;

/// A word of a theme: its place among all words, and the theme's among all themes.
struct Word {
    place: usize,
    theme: usize,
}

/// Sets the themes of every section that lies under `measures`, by the outline that governs the year.
pub(super) fn set(text: &str, sections: &mut [Section], year: Option<u16>, profile: &Profile) {
    let Some(outline) = profile.outline_for(year) else {
        return;
    };
    thread_local! {
        static WORDS: Kept<Vec<Theme>, Word> = const { Kept::new() };
    }
    let rows = || {
        let themes = outline.themes.iter().enumerate();
        let words = themes.flat_map(|(theme, of)| of.words.iter().map(move |word| (word.as_str(), theme)));
        let words = words.enumerate();
        words.map(|(place, (word, theme))| (word, Word { place, theme }))
    };
    let lexicon = WORDS.with(|kept| kept.of(&outline.themes, rows));
    let mut tally = Tally {
        scores: vec![(0, 0); outline.themes.len()],
        seen: vec![false; lexicon.rows().count()],
    };
    let mut has_children = vec![false; sections.len()];
    for parent in sections.iter().filter_map(|section| section.parent) {
        has_children[parent] = true;
    }
    for index in 0..sections.len() {
        let section = &sections[index];
        let measures =
            |section: &Section| section.level == 1 && section.item.as_deref() == Some(item::MEASURES);
        let child = section
            .parent
            .and_then(|parent| sections.get(parent))
            .is_some_and(measures);
        if child || measures(section) && (!has_children[index] || !named_as_item(section, profile)) {
            sections[index].themes = tally.of_section(text, section, &lexicon, &outline.themes);
        }
    }
}

fn named_as_item(section: &Section, profile: &Profile) -> bool {
    profile.items.iter().any(|rule| {
        rule.key == item::MEASURES
            && rule
                .words
                .iter()
                .any(|word| section.heading.contains(word.as_str()))
    })
}

/// What the words of one section say; the room is kept from one section to the next.
struct Tally {
    /// Of each theme its score, and where the heading first names it.
    scores: Vec<(u32, usize)>,
    /// Which words have been counted.
    seen: Vec<bool>,
}

impl Tally {
    fn count(&mut self, at: usize, word: &Word, weight: u32) {
        if let Some(seen) = self.seen.get_mut(word.place)
            && let Some(score) = self.scores.get_mut(word.theme)
        {
            score.0 += if *seen { 0 } else { weight };
            score.1 = score.1.min(at);
            *seen = true;
        }
    }

    /// The names of the themes, the leading one first.
    fn of_section(
        &mut self,
        text: &str,
        section: &Section,
        lexicon: &Starts<'_, Word>,
        themes: &[Theme],
    ) -> Vec<String> {
        self.scores.fill((0, usize::MAX));
        self.seen.fill(false);
        for (at, _, word) in lexicon.find_all(&section.heading) {
            self.count(at, word, HEADING_WEIGHT);
        }
        for (_, _, word) in lexicon.find_all(section.body.of(text)) {
            self.count(usize::MAX, word, 1);
        }
        let leading = self.scores.iter().enumerate().filter(|(_, score)| score.0 > 0);
        let Some((first, _)) = leading.min_by_key(|(_, score)| (Reverse(score.0), score.1)) else {
            return vec![];
        };
        let further = self.scores.iter().enumerate();
        let mut further: Vec<(usize, &(u32, usize))> = further
            .filter(|&(index, score)| index != first && score.0 >= FURTHER)
            .collect();
        further.sort_by_key(|(_, score)| (Reverse(score.0), score.1));
        let order = [first]
            .into_iter()
            .chain(further.into_iter().map(|(index, _)| index));
        order
            .filter_map(|index| themes.get(index))
            .map(|theme| theme.name.clone())
            .collect()
    }
}

//! Which parts of the policy outline the subsections under `measures` deal with.

use super::{Section, item};
use crate::lexicon::Starts;
use crate::profile::{Profile, Theme};

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
    let words = outline
        .themes
        .iter()
        .enumerate()
        .flat_map(|(index, theme)| theme.words.iter().map(move |word| (word.as_str(), index)))
        .enumerate();
    let lexicon = Starts::of_rows(words.map(|(place, (word, theme))| (word, Word { place, theme })));
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
            let themes = of_section(text, section, &lexicon, &outline.themes);
            sections[index].themes = themes;
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

/// The names of the themes, the leading one first.
fn of_section(text: &str, section: &Section, lexicon: &Starts<'_, Word>, themes: &[Theme]) -> Vec<String> {
    let mut scores = vec![(0_u32, usize::MAX); themes.len()];
    let mut seen = vec![false; lexicon.rows().count()];
    for (at, _, word) in lexicon.find_all(&section.heading) {
        let (score, seen) = (&mut scores[word.theme], &mut seen[word.place]);
        score.0 += if *seen { 0 } else { HEADING_WEIGHT };
        score.1 = score.1.min(at);
        *seen = true;
    }
    for (_, _, word) in lexicon.find_all(section.body.of(text)) {
        let (score, seen) = (&mut scores[word.theme], &mut seen[word.place]);
        score.0 += u32::from(!*seen);
        *seen = true;
    }
    let mut order: Vec<usize> = (0..themes.len()).filter(|&index| scores[index].0 > 0).collect();
    order.sort_by_key(|&index| (std::cmp::Reverse(scores[index].0), scores[index].1));
    order
        .iter()
        .enumerate()
        .filter(|&(place, &index)| place == 0 || scores[index].0 >= FURTHER)
        .map(|(_, &index)| themes[index].name.clone())
        .collect()
}

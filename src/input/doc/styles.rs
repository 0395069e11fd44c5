//! The style sheet: what a style says about numbering and hidden text, with the styles it is based on.

use super::bytes::{part, u16_at};
use super::properties::{CharacterProperties, ParagraphProperties};

/// The styles by their number.
#[derive(Debug, Default)]
pub struct Styles {
    styles: Vec<Style>,
}

#[derive(Debug, Clone, Default)]
struct Style {
    base: u16,
    paragraph: ParagraphProperties,
    character: CharacterProperties,
}

/// Styles are based on each other at most this deep; more is a circle.
const MAX_BASES: usize = 16;

impl Styles {
    /// From the style sheet in the table stream.
    pub fn new(sheet: &[u8]) -> Styles {
        let mut styles = vec![];
        let header = usize::from(u16_at(sheet, 0).unwrap_or(0));
        let fixed = usize::from(u16_at(sheet, 4).unwrap_or(10));
        let mut at = 2 + header;
        while let Some(length) = u16_at(sheet, at) {
            let style = part(sheet, at + 2, usize::from(length)).unwrap_or_default();
            styles.push(style_of(style, fixed));
            at += 2 + usize::from(length);
        }
        Styles { styles }
    }

    /// List and level that a paragraph style brings, each from the nearest style that has it, and the style
    /// that named the list.
    pub fn numbering(&self, style: u16) -> (Option<u16>, Option<u8>, u16) {
        let mut level = None;
        for (number, style) in self.bases(style) {
            level = level.or(style.paragraph.level);
            if style.paragraph.list.is_some() {
                return (style.paragraph.list, level, number);
            }
        }
        (None, level, style)
    }

    /// Whether a style hides its text.
    pub fn is_hidden(&self, style: u16) -> bool {
        self.bases(style)
            .find_map(|(_, style)| style.character.hidden)
            .unwrap_or(false)
    }

    fn bases(&self, style: u16) -> impl Iterator<Item = (u16, &Style)> {
        let first = self.styles.get(usize::from(style)).map(|found| (style, found));
        std::iter::successors(first, |(_, style)| {
            self.styles
                .get(usize::from(style.base))
                .map(|found| (style.base, found))
        })
        .take(MAX_BASES)
    }
}

fn style_of(bytes: &[u8], fixed: usize) -> Style {
    let kind_and_base = u16_at(bytes, 2).unwrap_or(0xFFF0);
    let mut style = Style {
        base: kind_and_base >> 4,
        ..Style::default()
    };
    let name = usize::from(u16_at(bytes, fixed).unwrap_or(0));
    let mut at = fixed + 2 + name * 2 + 2;
    let mut next = || {
        let length = usize::from(u16_at(bytes, at)?);
        let found = part(bytes, at + 2, length);
        at += 2 + length + length % 2;
        found
    };
    if kind_and_base & 0xF == 1 {
        style
            .paragraph
            .apply(next().and_then(|changes| changes.get(2..)).unwrap_or_default());
    }
    if matches!(kind_and_base & 0xF, 1 | 2) {
        style.character.apply(next().unwrap_or_default());
    }
    style
}

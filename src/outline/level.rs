//! The level of every heading: from the form of its number, and from its neighbours where that does not tell.

use super::heading::Heading;
use super::mark::Style;

/// What the levels need to know of a heading's words: the item that it names on its own, if any.
pub(super) type Named = Option<usize>;

/// Level of every heading, 1–4. `named` gives for every heading the item that its words name.
pub(super) fn assign(headings: &[Heading], named: &[Named]) -> Vec<u8> {
    let mut levels: Vec<Option<u8>> = headings.iter().map(|heading| heading.forced).collect();
    let ranks = Ranks::of(headings, named);
    numbered(headings, named, &ranks, &mut levels);
    super::unnumbered::assign(headings, named, ranks.top_numbered, &mut levels);
    let mut levels: Vec<u8> = levels
        .into_iter()
        .map(|level| level.unwrap_or(1).clamp(1, 4))
        .collect();
    close_up(headings, &mut levels);
    levels
}

/// Which forms of numbers a report uses, and the level of the highest.
#[derive(Debug)]
struct Ranks {
    /// Level of 一、: 2 below parts, or below unnumbered headings that name items.
    han: u8,
    /// Level of 1.: 3, or 2 in a report that counts 一、 and below it 1.
    arabic: u8,
    /// Some heading of level 1 has a number.
    top_numbered: bool,
}

impl Ranks {
    fn of(headings: &[Heading], named: &[Named]) -> Ranks {
        let style = |style| {
            headings
                .iter()
                .filter(move |heading| heading.mark.is_some_and(|mark| mark.style == style))
        };
        let parts = style(Style::Part).next().is_some();
        // 一、 starts anew below each unnumbered heading that names an item.
        let restarts = headings
            .windows(2)
            .zip(named)
            .filter(|(pair, name)| pair[0].mark.is_none() && name.is_some() && is_first(&pair[1], Style::Han))
            .count();
        let below_unnumbered = restarts >= 1
            && style(Style::Han)
                .filter(|heading| heading.mark.is_some_and(|mark| mark.value == 1))
                .count()
                == restarts
            && headings
                .iter()
                .zip(named)
                .filter(|(heading, name)| heading.mark.is_none() && name.is_some())
                .count()
                >= 2;
        // 一、 with 1. right below it, and （一） nowhere.
        let mut above = headings.iter().zip(headings.iter().skip(1));
        let arabic = match style(Style::HanParen).next().is_none()
            && style(Style::Han).next().is_some()
            && above.all(|(above, heading)| {
                !is_first(heading, Style::Arabic) || above.mark.is_some_and(|mark| mark.style == Style::Han)
            }) {
            true => 2,
            false => 3,
        };
        Ranks {
            arabic,
            han: if below_unnumbered || parts && style(Style::Han).next().is_some() {
                2
            } else {
                1
            },
            top_numbered: parts || !below_unnumbered && style(Style::Han).next().is_some(),
        }
    }

    fn level(&self, style: Style) -> u8 {
        let shift = self.han - 1;
        match style {
            Style::Part => 1,
            Style::Han => self.han,
            Style::HanParen => 2 + shift,
            Style::Arabic => self.arabic + shift,
            Style::ArabicParen | Style::Circled => (self.arabic + shift + 1).min(4),
            Style::Lost => 4,
        }
    }
}

fn is_first(heading: &Heading, style: Style) -> bool {
    heading
        .mark
        .is_some_and(|mark| mark.style == style && mark.value == 1)
}

/// Levels of headings with a number. 一、 that starts again below 一、 is one deeper until the outer count goes on.
fn numbered(headings: &[Heading], named: &[Named], ranks: &Ranks, levels: &mut [Option<u8>]) {
    let (mut outer, mut inner): (Option<u32>, Option<u32>) = (None, None);
    for (at, heading) in headings.iter().enumerate() {
        let Some(mark) = heading.mark.filter(|mark| mark.style != Style::Lost) else {
            continue;
        };
        if mark.style == Style::Part {
            (outer, inner) = (None, None);
        }
        if mark.style == Style::Han {
            let value = mark.value;
            let goes_on_outside = outer.is_none_or(|outer| value == outer + 1);
            let next_inside = inner.is_some_and(|inner| value == inner + 1);
            let nested = match (outer, inner) {
                (None, _) => false,
                (Some(_), None) => {
                    value == 1 && named[at].is_none() && !after_unnumbered_top(headings, named, at)
                }
                (Some(_), Some(_)) if next_inside && goes_on_outside => named[at].is_none(),
                (Some(_), Some(_)) => next_inside || !goes_on_outside,
            };
            if nested {
                inner = Some(value);
            } else {
                (outer, inner) = (Some(value), None);
            }
        }
        let deeper = u8::from(inner.is_some());
        levels[at] = levels[at].or(Some(ranks.level(mark.style) + deeper));
    }
}

/// Whether the heading directly above has no number and names an item: the count starts anew below it.
fn after_unnumbered_top(headings: &[Heading], named: &[Named], at: usize) -> bool {
    at > 0 && headings[at - 1].mark.is_none() && named[at - 1].is_some()
}

/// Where nothing has level 1, everything moves up.
fn close_up(headings: &[Heading], levels: &mut [u8]) {
    if headings.iter().any(|heading| heading.forced.is_some()) {
        return;
    }
    let highest = levels.iter().copied().min().unwrap_or(1);
    for level in levels {
        *level -= highest - 1;
    }
}

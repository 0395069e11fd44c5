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
    unnumbered(headings, named, &ranks, &mut levels);
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
        Ranks {
            han: if parts || below_unnumbered { 2 } else { 1 },
            top_numbered: parts || !below_unnumbered && style(Style::Han).next().is_some(),
        }
    }

    fn level(&self, style: Style) -> u8 {
        let shift = self.han - 1;
        match style {
            Style::Part => 1,
            Style::Han => self.han,
            Style::HanParen => 2 + shift,
            Style::Arabic => 3 + shift,
            Style::ArabicParen | Style::Circled | Style::Lost => 4,
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

/// Levels of headings without number.
fn unnumbered(headings: &[Heading], named: &[Named], ranks: &Ranks, levels: &mut [Option<u8>]) {
    let mut at = 0;
    // The section of level 1 that is open: its item, and whether its heading names one.
    let mut top: Option<Named> = None;
    while at < headings.len() {
        if let Some(level) = levels[at] {
            if level == 1 {
                top = Some(named[at]);
            }
            at += 1;
            continue;
        }
        let level = unnumbered_level(headings, named, ranks, levels, at, top);
        if level == 1 {
            top = Some(named[at]);
        }
        levels[at] = Some(level);
        at += 1;
    }
}

fn unnumbered_level(
    headings: &[Heading],
    named: &[Named],
    ranks: &Ranks,
    levels: &[Option<u8>],
    at: usize,
    top: Option<Named>,
) -> u8 {
    let below = headings.get(at + 1).filter(|next| next.direct).and_then(|next| {
        let first = next.mark.is_some_and(|mark| mark.value == 1);
        levels[at + 1].filter(|_| first)
    });
    let can_be_top = !ranks.top_numbered
        || fills_gap(headings, levels, at)
        || is_last_top(headings, levels, at)
        || top.is_none();
    if can_be_top && named[at].is_some() && top != Some(named[at]) {
        return 1;
    }
    if let Some(below) = below.filter(|&below| below >= 2) {
        let level = below - 1;
        if level > 1 || can_be_top {
            return level;
        }
    }
    match top {
        // Before everything else, and nothing names it: a theme of a flat report, or a level whose number was lost.
        None => 1,
        Some(top) if !ranks.top_numbered && top.is_none() && previous_numbered(headings, at).is_none() => {
            if headings[at].direct {
                2
            } else {
                1
            }
        }
        Some(_) => beside_numbered(headings, levels, at),
    }
}

fn previous_numbered(headings: &[Heading], at: usize) -> Option<usize> {
    (0..at)
        .rev()
        .take(64)
        .find(|&before| headings[before].mark.is_some_and(|mark| mark.value > 0))
}

/// Whether one number of level 1 is missing around this heading: 一、 … 三、, or 二、 comes first.
fn fills_gap(headings: &[Heading], levels: &[Option<u8>], at: usize) -> bool {
    let value = |index: usize| {
        headings[index]
            .mark
            .filter(|mark| mark.value > 0)
            .filter(|_| levels[index] == Some(1))
            .map(|mark| mark.value)
    };
    let before = (0..at).rev().find_map(value).unwrap_or(0);
    let after = (at + 1..headings.len()).find_map(value);
    after.is_some_and(|after| after > before + 1)
}

/// Whether no heading of level 1 with a number follows.
fn is_last_top(headings: &[Heading], levels: &[Option<u8>], at: usize) -> bool {
    !(at + 1..headings.len()).any(|index| levels[index] == Some(1) && headings[index].mark.is_some())
}

/// The level beside numbered headings: a child of the one before, or its sibling with a lost number.
fn beside_numbered(headings: &[Heading], levels: &[Option<u8>], at: usize) -> u8 {
    // The nearest heading above that has its number, and the unnumbered ones that follow it.
    let Some(before) = (0..at)
        .rev()
        .find(|&index| headings[index].mark.is_some_and(|mark| mark.value > 0) || levels[index] == Some(1))
    else {
        return 2;
    };
    let level = levels[before].unwrap_or(1);
    let Some(mark) = headings[before].mark.filter(|mark| mark.value > 0 && level > 1) else {
        return level + 1;
    };
    let after = (at + 1..headings.len()).find(|&index| levels[index].is_some());
    let lost = after.unwrap_or(headings.len()) - before - 1;
    let next = after
        .and_then(|index| headings[index].mark)
        .filter(|next| next.style == mark.style && next.value > mark.value);
    match next {
        Some(next) if next.value == mark.value + 1 => level + 1,
        Some(next) if next.value as usize > mark.value as usize + lost.min(1) => level,
        // Nothing goes on the count: directly below a heading stands its child, behind its text its sibling.
        _ if headings[before + 1].direct => level + 1,
        _ => level,
    }
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

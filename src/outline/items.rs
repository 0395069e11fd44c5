//! The items that a report owes: which sections are which, and what is only dealt with inside another.

use super::{ItemState, Presence, Section, date, item};
use crate::profile::{ItemRule, Profile};
use crate::text::{Span, is_blank};

/// Indices of the items that a heading names, in the order in which it names them.
pub(super) fn named(heading: &str, year: Option<u16>, rules: &[ItemRule]) -> Vec<usize> {
    let mut found: Vec<(usize, usize)> = rules
        .iter()
        .enumerate()
        .filter_map(|(index, rule)| Some((place(heading, year, rule)?, index)))
        .collect();
    found.sort_unstable();
    // 成效, 措施 behind another item's name belong to that item: 下一步主要举措, 存在的问题和改进措施.
    let first = found.first().copied();
    found.retain(|&place| Some(place) == first || rules[place.1].key != item::MEASURES);
    found.into_iter().map(|(_, index)| index).collect()
}

/// Whether an unnumbered line can be the heading of an item: it ends as such headings do.
pub(super) fn is_title_like(heading: &str) -> bool {
    const ENDS: &[&str] = &[
        "情况",
        "成效",
        "做法",
        "举措",
        "不足",
        "问题",
        "原因",
        "短板",
        "差距",
        "困难",
        "安排",
        "打算",
        "计划",
        "方向",
        "思路",
        "重点",
        "措施",
        "工作",
        "总结",
        "设想",
        "亮点",
        "建议",
        "成绩",
        "成果",
        "回顾",
        "展望",
        "事项",
        "进展",
        "弱项",
        "薄弱环节",
        "规划",
        "目标",
        "任务",
        "履职",
        "职责",
    ];
    let heading = heading.trim_end_matches(is_blank);
    ENDS.iter().any(|end| heading.ends_with(end)) && heading.chars().count() <= 50
}

/// Where the heading names the item, None where it does not.
fn place(heading: &str, year: Option<u16>, rule: &ItemRule) -> Option<usize> {
    let word = rule
        .words
        .iter()
        .filter_map(|word| {
            heading
                .match_indices(word.as_str())
                .map(|(at, _)| (at, at + word.len()))
                .find(|&(at, end)| !is_spoilt(heading, at, end, rule))
        })
        .map(|(at, _)| at)
        .min();
    let next_year = || {
        let (found, at, _) = date::first_year(heading)?;
        (rule.key == item::PLAN && found == year? + 1).then_some(at)
    };
    [word, next_year()].into_iter().flatten().min()
}

/// 解决突出问题, 补齐短板: words of another thing. Such a word touches the match or stands just before it.
fn is_spoilt(heading: &str, start: usize, end: usize, rule: &ItemRule) -> bool {
    const NEAR: usize = 8 * 3;
    rule.unless.iter().any(|word| {
        heading.match_indices(word.as_str()).any(|(at, _)| {
            let behind = at + word.len();
            at < end && behind > start || behind <= start && start - behind <= NEAR
        })
    })
}

/// Sets the item of every section of level 1. `set` is what a person decided for a section: None = nothing decided.
pub(super) fn classify(
    sections: &mut [Section],
    year: Option<u16>,
    profile: &Profile,
    set: impl Fn(usize) -> Option<String>,
) {
    let top: Vec<usize> = (0..sections.len())
        .filter(|&index| sections[index].level == 1)
        .collect();
    let named: Vec<Vec<usize>> = top
        .iter()
        .map(|&index| named(&sections[index].heading, year, &profile.items))
        .collect();
    let key = |index: usize| profile.items[index].key.as_str();
    let has_measures = named
        .iter()
        .any(|items| items.first().is_some_and(|&first| key(first) == item::MEASURES));
    let last_named = named.iter().rposition(|items| !items.is_empty());
    for (place, &index) in top.iter().enumerate() {
        let section = &mut sections[index];
        if let Some(key) = set(index) {
            section.item = Some(key).filter(|key| !key.is_empty());
            continue;
        }
        let mut keys = named[place].iter().map(|&item| key(item).to_string());
        section.item = keys.next();
        section.more_items = keys.collect();
        // A theme on its own is one of the measures; what follows the last item of a full report is none.
        let thematic = !has_measures || last_named.is_some_and(|last| place < last);
        if section.item.is_none() && thematic {
            section.item = Some(item::MEASURES.to_string());
        }
    }
}

/// The state of every item of the profile.
pub(super) fn states(
    text: &str,
    content: Span,
    sections: &[Section],
    year: Option<u16>,
    profile: &Profile,
) -> Vec<ItemState> {
    profile
        .items
        .iter()
        .map(|rule| state(text, content, sections, year, rule))
        .collect()
}

fn state(text: &str, content: Span, sections: &[Section], year: Option<u16>, rule: &ItemRule) -> ItemState {
    let own = |section: &Section| {
        section.level == 1
            && (section.item.as_deref() == Some(&rule.key) || section.more_items.contains(&rule.key))
    };
    let mut state = ItemState {
        key: rule.key.clone(),
        name: rule.name.clone(),
        owed: rule.is_owed_in(year),
        ..ItemState::default()
    };
    state.sections = (0..sections.len())
        .filter(|&index| own(&sections[index]))
        .collect();
    if !state.sections.is_empty() {
        state.state = Presence::Present;
        return state;
    }
    let below = (0..sections.len())
        .find(|&index| sections[index].level > 1 && place(&sections[index].heading, year, rule).is_some());
    if let Some(index) = below.filter(|_| rule.key != item::MEASURES) {
        state.state = Presence::Embedded;
        state.span = Some(Span {
            start: sections[index].start(),
            end: sections[index].body.end,
        });
        state.sections = vec![index];
        return state;
    }
    // 2025年，街道将…: next year's plan names its year.
    let next = year
        .filter(|_| rule.key == item::PLAN)
        .map(|year| vec![format!("{}年", year + 1), "将".to_string()]);
    let rows: Vec<&Vec<String>> = rule.passages.iter().chain(&next).collect();
    if let Some(span) = passage(text, content, &rows) {
        state.state = Presence::Embedded;
        state.span = Some(span);
        state.sections = innermost(sections, span.start).into_iter().collect();
    }
    state
}

/// The first sentence that has all words of one of the rows.
fn passage(text: &str, content: Span, rows: &[&Vec<String>]) -> Option<Span> {
    let slice = content.of(text);
    let base = content.start as usize;
    rows.iter()
        .filter_map(|row| {
            let (first, others) = row.split_first()?;
            let mut seen = 0;
            slice.match_indices(first.as_str()).find_map(|(at, _)| {
                if at < seen {
                    return None;
                }
                let sentence = sentence(slice, at);
                seen = sentence.end;
                let words = &slice[sentence.clone()];
                others
                    .iter()
                    .all(|word| words.contains(word.as_str()))
                    .then(|| Span::new(base + sentence.start, base + sentence.end).trim(text))
            })
        })
        .min()
}

/// The sentence around a position.
fn sentence(text: &str, at: usize) -> std::ops::Range<usize> {
    let stops = ['。', '！', '？', '\n', '\u{2028}'];
    let start = text[..at].rfind(stops).map_or(0, |stop| {
        stop + text[stop..].chars().next().map_or(1, char::len_utf8)
    });
    let end = text[at..].find(stops).map_or(text.len(), |stop| {
        at + stop + text[at + stop..].chars().next().map_or(1, char::len_utf8)
    });
    start..end
}

fn innermost(sections: &[Section], byte: u32) -> Option<usize> {
    sections
        .iter()
        .rposition(|section| section.start() <= byte && byte < section.body.end)
}

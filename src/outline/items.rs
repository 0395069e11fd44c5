//! The items that a report owes: which sections are which, and what is only dealt with inside another.

use super::{ItemState, Presence, Section, date, item};
use crate::lexicon::{Ends, Kept, Starts};
use crate::profile::{ItemRule, Profile};
use crate::text::{Span, is_blank};
use std::cell::LazyCell;
use std::rc::Rc;
use std::sync::LazyLock;

/// The words that name items, ready to be looked for.
pub(super) struct Names<'p> {
    rules: &'p [ItemRule],
    /// Words stand for twice the index of their item, exceptions for one more.
    words: Rc<Starts<'static, usize>>,
    /// Index of next year's plan, where the profile has one.
    plan: Option<usize>,
    /// The year reported on, which decides what 2024年工作安排 is.
    pub year: Option<u16>,
}

impl<'p> Names<'p> {
    /// For a profile and the year reported on.
    pub fn new(profile: &'p Profile, year: Option<u16>) -> Names<'p> {
        thread_local! {
            static WORDS: Kept<Vec<ItemRule>, usize> = const { Kept::new() };
        }
        let rows = || {
            profile.items.iter().enumerate().flat_map(|(index, rule)| {
                let words = rule.words.iter().map(move |word| (word.as_str(), index * 2));
                words.chain(rule.unless.iter().map(move |word| (word.as_str(), index * 2 + 1)))
            })
        };
        Names {
            rules: &profile.items,
            words: WORDS.with(|kept| kept.of(&profile.items, rows)),
            plan: profile.items.iter().position(|rule| rule.key == item::PLAN),
            year,
        }
    }

    /// The items that a heading names, in the order in which it names them.
    pub fn items(&self, heading: &str) -> Vec<Place> {
        let mut found = self.places(heading);
        // 成效, 措施 behind another item's name belong to that item: 下一步主要举措, 存在的问题和改进措施.
        let first = found.first().copied();
        found.retain(|&place| Some(place) == first || self.rules[place.item].key != item::MEASURES);
        found
    }

    /// Where the heading names each item that it names, in order.
    fn places(&self, heading: &str) -> Vec<Place> {
        let mut found: Vec<Place> = Vec::new();
        let mut exceptions: Vec<Place> = Vec::new();
        for (start, word, &code) in self.words.find_all(heading) {
            let list = if code % 2 == 0 {
                &mut found
            } else {
                &mut exceptions
            };
            list.push(Place {
                start,
                end: start + word.len(),
                item: code / 2,
            });
        }
        found.retain(|place| !exceptions.iter().any(|exception| exception.spoils(*place)));
        if let Some((start, plan)) = self.next_year(heading).zip(self.plan) {
            found.retain(|place| place.item != plan || place.start < start);
            found.push(Place {
                start,
                end: start,
                item: plan,
            });
        }
        // Of each item the first place counts.
        found.sort_unstable_by_key(|place| (place.item, place.start));
        found.dedup_by_key(|place| place.item);
        found.sort_unstable_by_key(|place| (place.start, place.item));
        found
    }

    fn next_year(&self, heading: &str) -> Option<usize> {
        let next = self.year? + 1;
        let (found, at, _) = date::first_year(heading)?;
        (found == next).then_some(at)
    }
}

/// Where a heading names an item, or has an exception to its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    start: usize,
    end: usize,
    /// Index of the item.
    pub item: usize,
}

impl Place {
    /// 解决突出问题, 补齐短板: such a word touches the match or stands just before it.
    fn spoils(self, named: Place) -> bool {
        const NEAR: usize = 8 * 3;
        self.item == named.item
            && (self.start < named.end && self.end > named.start
                || self.end <= named.start && named.start - self.end <= NEAR)
    }
}

/// Whether an unnumbered line can be the heading of an item: it ends as such headings do.
pub(super) fn is_title_like(heading: &str) -> bool {
    static ENDS: LazyLock<Ends> = LazyLock::new(|| {
        Ends::new([
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
        ])
    });
    let heading = heading.trim_end_matches(is_blank);
    ENDS.word(heading).is_some() && heading.chars().count() <= 50
}

/// Sets the item of every section of level 1. `set` is what a person decided for a section: None = nothing decided.
pub(super) fn classify(sections: &mut [Section], names: &Names<'_>, set: impl Fn(usize) -> Option<String>) {
    let top: Vec<usize> = (0..sections.len())
        .filter(|&index| sections[index].level == 1)
        .collect();
    let named: Vec<Vec<Place>> = top
        .iter()
        .map(|&index| names.items(&sections[index].heading))
        .collect();
    let key = |index: usize| names.rules[index].key.as_str();
    let has_measures = named.iter().any(|items| {
        items
            .first()
            .is_some_and(|first| key(first.item) == item::MEASURES)
    });
    let last_named = named.iter().rposition(|items| !items.is_empty());
    for (place, &index) in top.iter().enumerate() {
        let section = &mut sections[index];
        if let Some(key) = set(index) {
            section.item = Some(key).filter(|key| !key.is_empty());
            continue;
        }
        let mut keys = named[place].iter().map(|place| key(place.item).to_string());
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
pub(super) fn states(text: &str, content: Span, sections: &[Section], names: &Names<'_>) -> Vec<ItemState> {
    // Of each item the first subsection whose heading names it: of use only where an item has no section of its own.
    let below = LazyCell::new(|| {
        let mut below: Vec<Option<usize>> = vec![None; names.rules.len()];
        for (index, section) in sections
            .iter()
            .enumerate()
            .filter(|(_, section)| section.level > 1)
        {
            for place in names.places(&section.heading) {
                below[place.item].get_or_insert(index);
            }
        }
        below
    });
    let rules = names.rules.iter().enumerate();
    rules
        .map(|(at, rule)| state(text, content, sections, names.year, rule, || below[at]))
        .collect()
}

/// The state of one item; `below` gives the first subsection whose heading names it.
fn state(
    text: &str,
    content: Span,
    sections: &[Section],
    year: Option<u16>,
    rule: &ItemRule,
    below: impl Fn() -> Option<usize>,
) -> ItemState {
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
    if rule.key != item::MEASURES
        && let Some(index) = below()
    {
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

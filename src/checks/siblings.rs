//! Numbers of headings and points as lists of siblings: what gap, repeat, order and lost numbers have in common.

use super::Context;
use crate::numeral;
use crate::outline::Section;
use crate::text::Span;
use std::collections::BTreeSet;

/// A numbered thing among its siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered {
    /// Its number; None for a heading without one.
    pub number: Option<u32>,
    /// The number's place, or the heading's where it has none.
    pub place: Span,
    /// Where the thing starts.
    pub start: u32,
    /// Which list it belongs to: siblings have the same.
    pub list: (u32, u8),
    /// Of a heading its place among all sections, of a point among those of its section.
    pub at: u32,
}

/// All headings as siblings: those with the same parent and level stand together, in the order of the text.
pub fn headings(cx: &Context<'_>) -> Vec<Numbered> {
    let sections = cx.outline.sections.iter().enumerate();
    let numbered = |(at, section): (usize, &Section)| Numbered {
        number: section.number.as_deref().and_then(value),
        place: if section.number_span.is_empty() {
            section.heading_span
        } else {
            section.number_span
        },
        start: section.start(),
        list: (
            section.parent.map_or(0, |parent| parent as u32 + 1),
            section.level,
        ),
        at: at as u32,
    };
    let mut headings: Vec<Numbered> = sections.map(numbered).collect();
    headings.sort_by_key(|heading| heading.list);
    headings
}

/// All points, those of one section together.
pub fn points(cx: &Context<'_>) -> Vec<Numbered> {
    let sections = cx.outline.sections.iter().enumerate();
    let with_siblings = sections.filter(|(_, section)| section.points.len() > 1);
    with_siblings
        .flat_map(|(list, section)| {
            section
                .points
                .iter()
                .enumerate()
                .map(move |(at, point)| Numbered {
                    number: value(&point.number),
                    place: Span {
                        start: point.body.start.min(point.heading_span.start),
                        end: point.heading_span.end,
                    },
                    start: point.body.start,
                    list: (list as u32, 0),
                    at: at as u32,
                })
        })
        .collect()
}

/// The lists in which they stand together.
pub fn lists(all: &[Numbered]) -> impl Iterator<Item = &[Numbered]> {
    all.chunk_by(|one, two| one.list == two.list)
}

/// The value of a number as headings and points write it: Arabic, circled or Chinese.
pub fn value(number: &str) -> Option<u32> {
    let mut chars = number.chars();
    match (chars.next()?, chars.next()) {
        (circled @ '①'..='⑳', None) => return Some(circled as u32 - '①' as u32 + 1),
        (digit @ '1'..='9', None) => return digit.to_digit(10),
        ('十', None) => return Some(10),
        (digit, None) if let Some(digit) = numeral::digit_of_han(digit) => return Some(digit.into()),
        _ => {}
    }
    let value = numeral::value(number).filter(numeral::Decimal::is_integer)?;
    value.try_into().ok()
}

/// The number as Chinese words write it, for messages and for finding it in the text.
pub fn chinese(value: u32) -> String {
    let digit = |d: u32| {
        "零一二三四五六七八九"
            .chars()
            .nth(d as usize)
            .unwrap_or('零')
            .to_string()
    };
    match value {
        0..=9 => digit(value),
        10 => "十".into(),
        11..=19 => format!("十{}", digit(value - 10)),
        _ if value.is_multiple_of(10) => format!("{}十", digit(value / 10 % 10)),
        _ => format!("{}十{}", digit(value / 10 % 10), digit(value % 10)),
    }
}

/// Whether the number stands somewhere in the stretch in any form that a list uses: then it is not missing,
/// only not a heading, or not seen as one.
pub fn stands_in(text: &str, value: u32) -> bool {
    let circled = char::from_u32('①' as u32 + value.wrapping_sub(1)).filter(|_| (1..=20).contains(&value));
    marks(text, value, "是要、.．，,）)抓来则部章节 \u{3000}")
        .next()
        .is_some()
        || circled.is_some_and(|c| text.contains(c))
        || text.contains(&format!("其{}", chinese(value)))
}

/// Whether the number stands between two headings as a heading would have it. Those that count something else there
/// do not make it stand: （二） among the subsections of the first heading, 二是 among points.
pub fn heading_stands_between(cx: &Context<'_>, from: Numbered, to: Numbered, value: u32) -> bool {
    let all = &cx.outline.sections;
    let Some(form) = all.get(from.at as usize).map(|section| form(cx, section)) else {
        return false;
    };
    let within = all.get(from.at as usize + 1..to.at as usize).unwrap_or_default();
    let is = |section: &Section, wanted| section.number.as_deref().and_then(self::value) == Some(wanted);
    let list = |section: &Section| (section.parent, section.level);
    let begun: BTreeSet<_> = within.iter().filter(|section| is(section, 1)).map(list).collect();
    let counted: BTreeSet<u32> = within
        .iter()
        .filter(|section| {
            is(section, value) && begun.contains(&list(section)) && self::form(cx, section) != form
        })
        .map(|section| section.number_span.start)
        .collect();
    let start = from.place.end as usize;
    let text = cx.document.text.get(start..to.start as usize).unwrap_or_default();
    let is_counted = |at: usize| {
        let bracket = text[..at].chars().next_back().filter(|c| "（(".contains(*c));
        let at = start + at;
        counted.contains(&((at - bracket.map_or(0, char::len_utf8)) as u32)) || counted.contains(&(at as u32))
    };
    marks(text, value, "、.．，,）)部章节 \u{3000}").any(|at| !is_counted(at))
}

/// The marks around a heading's number: `、` of 二、 and `（）` of （二）.
fn form(cx: &Context<'_>, section: &Section) -> String {
    let number = section.number.as_deref().unwrap_or_default();
    cx.slice(section.number_span).trim().replacen(number, "", 1)
}

/// Where the number stands as a mark, behind no word and in front of one of the closing characters.
fn marks(text: &str, value: u32, closing: &'static str) -> impl Iterator<Item = usize> {
    let opens =
        |c: Option<char>| c.is_none_or(|c| c == '第' || !crate::text::is_han(c) && !c.is_ascii_digit());
    let closes = move |c: Option<char>| c.is_none_or(|c| closing.contains(c));
    [chinese(value), value.to_string()]
        .into_iter()
        .flat_map(move |name| {
            let places = text.match_indices(&name).map(|(at, _)| at);
            let is_mark = |at: &usize| {
                opens(text[..*at].chars().next_back()) && closes(text[at + name.len()..].chars().next())
            };
            places.filter(is_mark).collect::<Vec<_>>()
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_and_written() {
        for (text, number) in [
            ("一", 1),
            ("十", 10),
            ("十二", 12),
            ("二十", 20),
            ("三十一", 31),
            ("12", 12),
            ("③", 3),
            ("１２", 12),
        ] {
            assert_eq!(value(text), Some(number), "{text}");
        }
        for text in ["第", "", "1.2", "一号", "99999999999"] {
            assert_eq!(value(text), None, "{text}");
        }
        assert_eq!(
            [9, 10, 11, 20, 21].map(chinese),
            ["九", "十", "十一", "二十", "二十一"]
        );
    }

    #[test]
    fn a_number_stands_in_a_stretch_only_as_a_mark() {
        assert!(stands_in("抓好培训。二要强化考核", 2));
        assert!(stands_in("（二）强化考核", 2));
        assert!(!stands_in("召开二次会议，全年12次", 2));
    }
}

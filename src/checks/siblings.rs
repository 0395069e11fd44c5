//! Numbers of headings and points as lists of siblings: what gap, repeat, order and lost numbers have in common.

use super::Context;
use crate::text::Span;
use std::collections::HashMap;

/// A numbered thing among its siblings.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Numbered {
    /// Its number; None for a heading without one.
    pub number: Option<u32>,
    /// The number's place, or the heading's where it has none.
    pub place: Span,
    /// Where the thing starts.
    pub start: u32,
}

/// Lists of sibling headings: same parent, same level, in the order of the text.
pub fn headings(cx: &Context<'_>) -> Vec<Vec<Numbered>> {
    let mut places: HashMap<(Option<usize>, u8), usize> = HashMap::new();
    let mut lists: Vec<Vec<Numbered>> = Vec::new();
    for section in &cx.outline.sections {
        let place = *places
            .entry((section.parent, section.level))
            .or_insert(lists.len());
        if place == lists.len() {
            lists.push(Vec::new());
        }
        let numbered = Numbered {
            number: section.number.as_deref().and_then(value),
            place: if section.number_span.is_empty() {
                section.heading_span
            } else {
                section.number_span
            },
            start: section.start(),
        };
        lists[place].push(numbered);
    }
    lists
}

/// Lists of points, one a section.
pub fn points(cx: &Context<'_>) -> Vec<Vec<Numbered>> {
    let numbered = |point: &crate::outline::Point| Numbered {
        number: value(&point.number),
        place: Span {
            start: point.body.start.min(point.heading_span.start),
            end: point.heading_span.end,
        },
        start: point.body.start,
    };
    let sections = cx
        .outline
        .sections
        .iter()
        .filter(|section| section.points.len() > 1);
    sections
        .map(|section| section.points.iter().map(numbered).collect())
        .collect()
}

/// The value of a number as headings and points write it: 1–99, Arabic, circled or Chinese.
pub fn value(number: &str) -> Option<u32> {
    if let Ok(value) = number.parse() {
        return Some(value);
    }
    let digit = |c: char| {
        "零一二三四五六七八九"
            .chars()
            .position(|d| d == c)
            .map(|at| at as u32)
    };
    let chars: Vec<char> = number.chars().collect();
    match chars[..] {
        [circled @ '①'..='⑳'] => Some(circled as u32 - '①' as u32 + 1),
        ['十'] => Some(10),
        ['十', ones] => Some(10 + digit(ones)?),
        [tens, '十'] => Some(10 * digit(tens)?),
        [tens, '十', ones] => Some(10 * digit(tens)? + digit(ones)?),
        [ones] => digit(ones),
        _ => wide_digits(&chars),
    }
}

fn wide_digits(chars: &[char]) -> Option<u32> {
    if chars.is_empty() || chars.len() > 2 {
        return None;
    }
    chars.iter().try_fold(0, |sum, &c| match c {
        '０'..='９' => Some(sum * 10 + (c as u32 - '０' as u32)),
        _ => None,
    })
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
    let (word, digits) = (chinese(value), value.to_string());
    let circled = char::from_u32('①' as u32 + value.wrapping_sub(1)).filter(|_| (1..=20).contains(&value));
    let after = |at: usize, len: usize| text[at + len..].chars().next();
    let before = |at: usize| text[..at].chars().next_back();
    let opens = |c: Option<char>| c.is_none_or(|c| !crate::text::is_han(c) && !c.is_ascii_digit());
    let closes = |c: Option<char>| c.is_none_or(|c| "是要、.．，,）)抓来则部章节 \u{3000}".contains(c));
    let marked = |name: &str| {
        text.match_indices(name)
            .any(|(at, _)| (opens(before(at)) || before(at) == Some('第')) && closes(after(at, name.len())))
    };
    marked(&word)
        || marked(&digits)
        || circled.is_some_and(|c| text.contains(c))
        || text.contains(&format!("其{word}"))
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
        assert_eq!(value("第"), None);
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

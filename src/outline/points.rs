//! 一是 … 二是 …: points inside sections.

use super::{Point, Section, mark};
use crate::text::{Marks, Span, is_blank};

/// Adds the points of `text` to the sections that they lie in directly. Points before the first section belong to none.
pub(super) fn add(text: &str, sections: &mut [Section], end: u32, marks: &Marks) {
    let starts: Vec<u32> = sections.iter().map(Section::start).chain([end]).collect();
    for (index, section) in sections.iter_mut().enumerate() {
        let own_end = starts[index + 1].min(section.body.end).max(section.body.start);
        let own = Span {
            start: section.body.start,
            end: own_end,
        };
        section.points = points(text, own, marks);
    }
}

/// The points in the text that lies directly in one section.
fn points(text: &str, own: Span, marks: &Marks) -> Vec<Point> {
    let slice = own.of(text);
    let base = own.start as usize;
    let mut points: Vec<Point> = Vec::new();
    let mut counted = false;
    // Far fewer numerals stand in a text than 是.
    for stop in marks.stops(own).map(|at| at - base) {
        let Some(behind) = slice[stop..].strip_prefix(HAN_DIGITS) else {
            continue;
        };
        let behind = behind.trim_start_matches(' ');
        if !behind.starts_with('是') {
            continue;
        }
        let is_at = slice.len() - behind.len();
        let Some((number_at, value)) = number_before(slice, is_at) else {
            continue;
        };
        let Some(starts_paragraph) = boundary(text, base + number_at) else {
            continue;
        };
        // 二是 without 一是 before it is a verb, unless it opens a paragraph.
        if value != 1 && !counted && !starts_paragraph {
            continue;
        }
        counted = true;
        let start = base + number_at;
        if let Some(last) = points.last_mut() {
            last.body.end = start as u32;
        }
        let words = is_at + '是'.len_utf8();
        let heading_span = heading(slice, words);
        points.push(Point {
            number: slice[number_at..is_at].trim_end_matches(is_blank).to_string(),
            heading: slice[heading_span.range()].to_string(),
            heading_span: Span::new(base + heading_span.range().start, base + heading_span.range().end),
            starts_paragraph,
            body: Span::new(start, own.end as usize),
        });
    }
    for point in &mut points {
        // A point's heading ends at the latest where the next point begins.
        point.body = point.body.trim(text);
        let body = point.body;
        if point.heading_span.end > body.end {
            point.heading_span.end = body.end.max(point.heading_span.start);
            point.heading_span = trim_end(text, point.heading_span);
            point.heading = point.heading_span.of(text).to_string();
        }
    }
    // A text that was cut off behind 一是 says nothing there.
    points.retain(|point| !point.heading.is_empty());
    points
}

const HAN_DIGITS: [char; 10] = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/// The Chinese number that ends at `is_at`: its start and value.
fn number_before(slice: &str, is_at: usize) -> Option<(usize, u32)> {
    let before = slice[..is_at].trim_end_matches(' ');
    let mut start = before.len();
    for c in before.chars().rev().take(3) {
        if !HAN_DIGITS.contains(&c) {
            break;
        }
        start -= c.len_utf8();
    }
    let (value, len) = mark::han_value(&before[start..])?;
    (start + len == before.len()).then_some((start, value))
}

/// A point stands at the start of a paragraph (true) or behind punctuation (false).
fn boundary(text: &str, at: usize) -> Option<bool> {
    let before = text[..at].trim_end_matches(|c: char| is_blank(c) && !matches!(c, '\n' | '\u{2028}'));
    match before.chars().next_back() {
        None | Some('\n' | '\u{2028}') => Some(true),
        Some('。' | '；' | '：' | '，' | '、' | ';' | ':' | ',' | '？' | '！' | '…' | '.' | '—') => {
            Some(false)
        }
        Some('”' | '）' | ')') => Some(false),
        Some(_) => None,
    }
}

/// The first sentence behind the mark.
fn heading(slice: &str, from: usize) -> Span {
    let mut open = 0_i32;
    let mut end = slice.len();
    for (seen, (at, c)) in slice[from..].char_indices().enumerate() {
        match c {
            '“' | '（' | '(' | '《' => open += 1,
            '”' | '）' | ')' | '》' => open = (open - 1).max(0),
            '\n' | '\u{2028}' => {
                end = from + at;
                break;
            }
            '。' | '；' | ';' if open == 0 => {
                end = from + at;
                break;
            }
            '：' if open == 0 && (4..=25).contains(&seen) => {
                end = from + at;
                break;
            }
            '是' if open == 0
                && seen > 4
                && number_before(slice, from + at)
                    .is_some_and(|(number, _)| number > from && boundary(slice, number).is_some()) =>
            {
                end = number_before(slice, from + at).map_or(from + at, |(number, _)| number);
                break;
            }
            _ => {}
        }
    }
    let is_mark = |c: char| is_blank(c) || matches!(c, '，' | '、' | '。' | '；' | '：');
    let words = slice[from..end].trim_start_matches(is_mark);
    let start = end - words.len();
    Span::new(start, start + words.trim_end_matches(is_mark).len())
}

fn trim_end(text: &str, span: Span) -> Span {
    let words = span
        .of(text)
        .trim_end_matches(|c: char| is_blank(c) || matches!(c, '，' | '、' | '。' | '；'));
    Span::new(span.start as usize, span.start as usize + words.len())
}

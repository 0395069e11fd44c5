//! Words, units and marks that stand twice side by side.

use super::context::Line;
use super::phrases::{self, Phrase};
use super::{Context, Finding};
use crate::text::{Span, is_blank, is_han};

/// Units of several characters.
const LONG_UNITS: &[&str] = &[
    "万元",
    "亿元",
    "万人",
    "人次",
    "件次",
    "家次",
    "场次",
    "公里",
    "平方米",
    "万人次",
    "万件",
    "万份",
    "余件",
    "余人",
];

/// Finds them in the report.
pub fn find(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let twice = |phrase: &Phrase| matches!(phrase, Phrase::Twice).then_some(());
    for (place, ()) in phrases::of_kind(cx.phrases(), twice) {
        let place = Span::new(place.start, place.end);
        if cx.lines().any(|line| line.span.contains(place)) {
            let message = format!("词语“{}”重复", cx.slice(place));
            out.push(Finding::at(place, message).suggest("删去一个"));
        }
    }
    for line in cx.lines() {
        doubled_marks(line, out);
        for (at, clause) in repeated_clauses(line.words) {
            let start = line.span.start as usize + at;
            let message = format!("“{}”紧接着重复", shown(clause));
            out.push(Finding::at(Span::new(start, start + clause.len()), message).suggest("删去一处"));
        }
        for digit in line.marks.iter().filter(|mark| mark.c.is_ascii_digit()) {
            let at = digit.at as usize + 1;
            let behind = &line.words[at - line.span.start as usize..];
            if let Some((len, unit)) = doubled_unit(behind) {
                let message = format!("量词“{unit}”重复");
                out.push(Finding::at(Span::new(at, at + len), message).suggest(format!("删去一个“{unit}”")));
            }
        }
    }
}

/// `，，` `，。`: two marks of which one would do. Three and more in a row stand for an ellipsis.
fn doubled_marks(line: Line<'_>, out: &mut Vec<Finding>) {
    let mut rest = line.marks;
    while let [one, two, ..] = *rest {
        if one.c.is_ascii() {
            rest = &rest[1..];
            continue;
        }
        let pair = match (one.c, two.c) {
            ('。' | '，' | '、' | '；' | '：', same) if same == one.c => true,
            ('，' | '、' | '；', '。') | ('。', '，' | '；') | ('、', '，') => true,
            _ => false,
        };
        let twice = Span {
            start: one.at,
            end: two.span().end,
        };
        if !pair || one.span().end != two.at {
            rest = &rest[1..];
            continue;
        }
        rest = &rest[2..];
        let inside = |at: u32| (at - line.span.start) as usize;
        let (before, behind) = (
            &line.words[..inside(twice.start)],
            &line.words[inside(twice.end)..],
        );
        if !before.ends_with(one.c) && !behind.starts_with(one.c) {
            let message = format!("标点“{}{}”重复", one.c, two.c);
            out.push(Finding::at(twice, message).suggest("删去一个"));
        }
    }
}

/// Clauses that stand twice in a row, where a copy was pasted: the second of the two.
fn repeated_clauses(words: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    let mut earlier = "";
    words
        .split(['，', '。', '；', ',', ';'])
        .filter_map(move |piece| {
            let at = start + (piece.len() - piece.trim_start_matches(is_blank).len());
            let behind = start + piece.len();
            start = behind + words[behind..].chars().next().map_or(0, char::len_utf8);
            let clause = piece.trim_matches(is_blank);
            let counted = clause.contains(|c: char| c.is_ascii_digit());
            let least = if counted { COUNTED } else { CLAUSE };
            let twice = clause.len() >= least * 3 && earlier.ends_with(clause);
            earlier = clause;
            twice.then_some((at, clause))
        })
}

/// Shorter clauses may be said twice on purpose, but not with the same number.
const CLAUSE: usize = 12;
const COUNTED: usize = 7;

fn shown(clause: &str) -> String {
    match clause.char_indices().nth(20) {
        Some((at, _)) => format!("{}……", &clause[..at]),
        None => clause.to_string(),
    }
}

/// `件）件`, `件件`, `万元万元` behind a digit: its length, and the unit.
fn doubled_unit(rest: &str) -> Option<(usize, &str)> {
    if rest.as_bytes().first()?.is_ascii() {
        return None;
    }
    let unit = rest.chars().next().filter(|&c| is_han(c))?;
    if let Some(unit) = LONG_UNITS.iter().find(|unit| {
        rest.strip_prefix(**unit)
            .is_some_and(|rest| rest.starts_with(*unit))
    }) {
        return Some((2 * unit.len(), unit));
    }
    let name = &rest[..unit.len_utf8()];
    let between = rest[name.len()..]
        .strip_prefix(['）', ')'])
        .unwrap_or(&rest[name.len()..]);
    let behind = between.strip_prefix(unit)?;
    // 3人人均, 12件件件落实: the second one may begin another word.
    let ends = behind
        .chars()
        .next()
        .is_none_or(|next| !is_han(next) && !next.is_ascii_digit());
    ends.then(|| (rest.len() - behind.len(), name))
}

//! Words, units and marks that stand twice side by side.

use super::phrases::{self, Phrase};
use super::{Context, Finding};
use crate::lexicon::Starts;
use crate::text::{Mark, Span, is_blank, is_han, starts_with_han};
use std::sync::LazyLock;

/// Units of several characters.
static LONG_UNITS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
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
    ])
});

/// Finds them in the report.
pub fn find(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let twice = |phrase: &Phrase| matches!(phrase, Phrase::Twice).then_some(());
    for (place, ()) in phrases::of_kind(cx.phrases(), twice) {
        let place = Span::new(place.start, place.end);
        if cx.is_in_report(place) {
            let message = format!("词语“{}”重复", cx.slice(place));
            out.push(Finding::at(place, message).suggest("删去一个"));
        }
    }
    let text = cx.document.text.as_str();
    let marks = doubled_marks(text, &cx.marks().all);
    for place in marks.filter(|&place| cx.is_in_report(place)) {
        let message = format!("标点“{}”重复", cx.slice(place));
        out.push(Finding::at(place, message).suggest("删去一个"));
    }
    let clauses = repeated_clauses(text, &cx.marks().all);
    for place in clauses.filter(|&place| cx.is_in_report(place)) {
        let message = format!("“{}”紧接着重复", shown(cx.slice(place)));
        out.push(Finding::at(place, message).suggest("删去一处"));
    }
    for number in &cx.marks().numbers {
        let at = number.end as usize;
        let Some((len, unit)) = doubled_unit(&text[at..]) else {
            continue;
        };
        let place = Span::new(at, at + len);
        if cx.is_in_report(place) {
            let message = format!("量词“{unit}”重复");
            out.push(Finding::at(place, message).suggest(format!("删去一个“{unit}”")));
        }
    }
}

/// `，，` `，。`: two marks of which one would do. Three and more in a row stand for an ellipsis.
fn doubled_marks<'c>(text: &'c str, marks: &'c [Mark]) -> impl Iterator<Item = Span> + 'c {
    let mut behind = 0;
    marks.windows(2).filter_map(move |pair| {
        let [one, two] = *pair else { return None };
        if one.span().end != two.at || one.at < behind {
            return None;
        }
        let is_pair = match (one.c, two.c) {
            ('。' | '，' | '、' | '；' | '：', same) if same == one.c => true,
            ('，' | '、' | '；', '。') | ('。', '，' | '；') | ('、', '，') => true,
            _ => false,
        };
        if !is_pair {
            return None;
        }
        behind = two.span().end;
        let more = text[..one.at as usize].ends_with(one.c) || text[behind as usize..].starts_with(one.c);
        let start = one.at;
        (!more).then_some(Span { start, end: behind })
    })
}

/// Clauses that stand twice in a row, where a copy was pasted: the second of the two.
fn repeated_clauses<'c>(text: &'c str, marks: &'c [Mark]) -> impl Iterator<Item = Span> + 'c {
    let is_end = |mark: &&Mark| matches!(mark.c, '，' | '。' | '；' | ',' | ';' | '\n' | '\u{2028}');
    let ends = marks.iter().filter(is_end);
    let ends = ends.map(|mark| (mark.span(), matches!(mark.c, '\n' | '\u{2028}')));
    let last = Span::new(text.len(), text.len());
    let mut start = 0;
    let mut earlier = "";
    ends.chain([(last, true)]).filter_map(move |(end, ends_line)| {
        let place = Span {
            start,
            end: end.start,
        };
        let (before, piece) = (earlier, place.of(text));
        start = end.end;
        earlier = if ends_line { "" } else { piece };
        if piece.len() < COUNTED * 3 || !may_end_alike(before, piece) {
            return None;
        }
        let place = place.trim(text);
        let clause = place.of(text);
        let least = match clause.contains(|c: char| c.is_ascii_digit()) {
            true => COUNTED,
            false => CLAUSE,
        };
        let twice = clause.len() >= least * 3 && before.trim_end_matches(is_blank).ends_with(clause);
        twice.then_some(place)
    })
}

/// Whether the last bytes are the same: almost never, and told before any blanks are looked for.
fn may_end_alike(one: &str, two: &str) -> bool {
    let ends_blank = |text: &str, end: &[u8; 8]| !starts_with_han(&end[5..]) && text.ends_with(is_blank);
    match (one.as_bytes().last_chunk(), two.as_bytes().last_chunk()) {
        (Some(one_end), Some(two_end)) => {
            one_end == two_end || ends_blank(one, one_end) || ends_blank(two, two_end)
        }
        _ => false,
    }
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
    let mut long = LONG_UNITS.all(rest).map(|(unit, ())| unit);
    if let Some(unit) = long.find(|unit| rest[unit.len()..].starts_with(unit)) {
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

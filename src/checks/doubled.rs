//! Words, units and marks that stand twice side by side.

use super::Finding;
use super::context::Line;
use crate::lexicon::Starts;
use crate::text::{Span, is_han};
use std::sync::LazyLock;

/// Words that nobody writes twice in a row on purpose.
static DOUBLED: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "进行进行",
        "进一步进一步",
        "开展开展",
        "加强加强",
        "推进推进",
        "完善完善",
        "以及以及",
        "对于对于",
        "通过通过",
        "积极积极",
        "严格严格",
        "认真认真",
        "全面全面",
        "根据根据",
        "按照按照",
        "。。",
        "，，",
        "、、",
        "；；",
        "：：",
        "，。",
        "。，",
        "、。",
        "、，",
        "；。",
        "。；",
    ])
});

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

/// Finds them in one line.
pub fn find(line: Line<'_>, out: &mut Vec<Finding>) {
    let words = line.words;
    let place = |start: usize, len: usize| {
        let start = line.span.start as usize + start;
        Span::new(start, start + len)
    };
    for (at, twice, ()) in DOUBLED.find(words) {
        let (before, behind) = (&words[..at], &words[at + twice.len()..]);
        let is_word = twice.starts_with(is_han);
        // Three and more marks in a row stand for an ellipsis.
        let ellipsis = |c: char| before.ends_with(c) || behind.starts_with(c);
        if is_word || !twice.chars().next().is_some_and(ellipsis) {
            let what = if is_word { "词语" } else { "标点" };
            let message = format!("{what}“{twice}”重复");
            out.push(Finding::at(place(at, twice.len()), message).suggest("删去一个"));
        }
    }
    for digit in line.marks.iter().filter(|mark| mark.c.is_ascii_digit()) {
        let at = (digit.at - line.span.start) as usize + 1;
        if let Some((len, unit)) = doubled_unit(&words[at..]) {
            let message = format!("量词“{unit}”重复");
            out.push(Finding::at(place(at, len), message).suggest(format!("删去一个“{unit}”")));
        }
    }
}

/// `件）件`, `件件`, `万元万元` behind a digit: its length, and the unit.
fn doubled_unit(rest: &str) -> Option<(usize, &str)> {
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

//! Words, units and marks that stand twice side by side.

use super::Finding;
use crate::text::{Span, is_han};

/// Words that nobody writes twice in a row on purpose.
const DOUBLED: &[&str] = &[
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
];

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

fn is_twice(text: &str, unit: &str) -> bool {
    text.strip_prefix(unit).is_some_and(|rest| rest.starts_with(unit))
}

/// Finds them in one line.
pub fn find(text: &str, line: Span, out: &mut Vec<Finding>) {
    let chars: Vec<(usize, char)> = line.of(text).char_indices().collect();
    let at = |index: usize| chars.get(index).map(|&(_, c)| c);
    for (index, &(offset, c)) in chars.iter().enumerate() {
        let start = line.start as usize + offset;
        let rest = &text[start..line.end as usize];
        // `19件）件`, `19件件`: the measure word again behind the bracket or at once.
        let unit = is_han(c) && index > 0 && at(index - 1).is_some_and(|c| c.is_ascii_digit());
        let again = if matches!(at(index + 1), Some('）' | ')')) {
            index + 2
        } else {
            index + 1
        };
        if unit
            && at(again) == Some(c)
            && at(again + 1).is_none_or(|next| !is_han(next) && !next.is_ascii_digit())
        {
            let end = line.start as usize + chars[again].0 + c.len_utf8();
            out.push(
                Finding::at(Span::new(start, end), format!("量词“{c}”重复"))
                    .suggest(format!("删去一个“{c}”")),
            );
        }
        let behind_digit = index > 0 && at(index - 1).is_some_and(|c| c.is_ascii_digit());
        if behind_digit && let Some(unit) = LONG_UNITS.iter().find(|unit| is_twice(rest, unit)) {
            let place = Span::new(start, start + 2 * unit.len());
            out.push(Finding::at(place, format!("单位“{unit}”重复")).suggest(format!("删去一个“{unit}”")));
        }
        let Some(word) = DOUBLED.iter().find(|word| rest.starts_with(**word)) else {
            continue;
        };
        // Three and more marks in a row stand for an ellipsis.
        if !is_han(c) && (at(index + 2) == Some(c) || index > 0 && at(index - 1) == Some(c)) {
            continue;
        }
        let what = if is_han(c) { "词语" } else { "标点" };
        out.push(
            Finding::at(
                Span::new(start, start + word.len()),
                format!("{what}“{word}”重复"),
            )
            .suggest("删去一个"),
        );
    }
}

//! Takes away what only opens a clause, leads to its number, or decorates it.

use super::words::{self, strip_start};
use crate::lexicon::{Ends, Starts};
use crate::text::{CharSet, starts_with_han, width};
use std::borrow::Cow;
use std::sync::LazyLock;

/// Phrases up to this length are kept whole: subject, verb and object fit.
pub(super) const SHORT: usize = 12;

/// The longest phrase that is given out.
pub(super) const LONG: usize = 20;

/// The words before a figure without what only opens the clause or leads to the number.
pub(super) fn trim_before(text: &str) -> &str {
    trim_end(trim_start(text))
}

/// …，推进甲”开展研讨: a name that began before the clause is over where its second half stands.
pub(super) fn behind_quote(text: &str) -> &str {
    let Some(at) = CLOSING.last(text) else {
        return text;
    };
    let (head, rest) = (&text[..at], &text[at + '”'.len_utf8()..]);
    match head.contains(['“', '《']) || count(rest) < 4 {
        true => text,
        false => rest,
    }
}

static CLOSING: CharSet = CharSet::of("”》");
static OPENING: CharSet = CharSet::of("《");

/// The words behind a figure without marks and 的.
pub(super) fn trim_after(text: &str) -> &str {
    // 200项“零材料”清单及《…》: what a second name adds has its own count.
    let names = std::iter::successors(OPENING.next(text, 0), |at| {
        OPENING.next(text, at + '《'.len_utf8())
    });
    let text = names
        .filter_map(|at| SECOND_NAME.strip(&text[..at]))
        .find(|head| head.len() >= 6)
        .unwrap_or(text);
    let text = without_dirt(text);
    let whole = text;
    let text = text.strip_prefix('的').unwrap_or(text);
    let praises = text.len() < whole.len() || count(text) <= 4;
    let text = text.strip_suffix('的').unwrap_or(text);
    let text = TRAILERS.strip(text).unwrap_or(text);
    if praises && GOOD_RESULT.word(text).is_some() && count(text) <= 8 {
        ""
    } else {
        text
    }
}

/// What joins the name of a document to what was named before it.
static SECOND_NAME: LazyLock<Ends> = LazyLock::new(|| Ends::new(["以及", "及", "和", "、"]));

/// 98%的良好成绩: what stands behind praises and names nothing.
static GOOD_RESULT: LazyLock<Ends> =
    LazyLock::new(|| Ends::new(["成绩", "目标", "水平", "好成绩", "要求", "比例", "速度", "标准"]));

/// What leads from the words to the next number, or says how many there are in all.
static TRAILERS: LazyLock<Ends> = LazyLock::new(|| {
    Ends::new([
        "和", "及", "与", "以及", "并", "共", "共计", "累计", "总计", "合计", "达", "等", "中",
    ])
});

pub(super) fn is_dirt(c: char) -> bool {
    crate::text::is_blank(c)
        || matches!(
            c,
            '、' | '，' | ',' | '.' | '·' | '。' | ')' | '）' | '/' | '|' | '—' | '-' | '+' | '－'
        )
}

/// Most phrases begin and end with Chinese characters and are seen to be clean by that.
fn without_dirt(text: &str) -> &str {
    if starts_with_han(text.as_bytes()) && ends_with_han(text) {
        return text;
    }
    text.trim_matches(is_dirt)
}

fn ends_with_han(text: &str) -> bool {
    // No byte inside a character looks like the first of three.
    text.as_bytes()
        .last_chunk::<3>()
        .is_some_and(|last| starts_with_han(last))
}

pub(super) fn trim_start(text: &str) -> &str {
    let mut text = without_dirt(text);
    loop {
        let digits = match starts_with_han(text.as_bytes()) {
            true => text,
            false => text.trim_start_matches(|c: char| is_dirt(c) || c.is_ascii_digit()),
        };
        if digits.len() < text.len() {
            let date = strip_start(
                digits,
                &[
                    "年度", "年底", "年末", "年", "月底", "月份", "月末", "月", "日", "至",
                ],
            );
            // 12345受理: the number names who.
            let number = &text[..text.len() - digits.len()];
            if date.is_none() && number.len() == 5 && number.starts_with("12") {
                return text;
            }
            text = date.unwrap_or(digits);
        }
        let Some(rest) = words::OPENERS.strip(text) else {
            return text;
        };
        let is_word = words::OPENER_WORDS.word(text).is_some();
        if is_word || !starts_well(text, rest) || is_one_character(rest) {
            return text;
        }
        text = rest;
    }
}

fn is_one_character(text: &str) -> bool {
    text.bytes()
        .next()
        .is_some_and(|first| width(first) == text.len())
}

/// Prepositions are openers only where nothing else is left of them: 将14项, 为197名.
fn starts_well(text: &str, rest: &str) -> bool {
    let word = &text[..text.len() - rest.len()];
    let is_preposition = matches!(
        word,
        "为" | "将"
            | "对"
            | "在"
            | "把"
            | "向"
            | "由"
            | "从"
            | "通过"
            | "会同"
            | "与"
            | "了"
            | "中"
            | "后"
            | "总"
    );
    // 国家任务412个、省级任务204个: with so short a noun the rank tells them apart.
    let is_rank = word.ends_with('级') && word.len() == 2 * 3;
    (!is_preposition || rest.is_empty() || matches!(word, "了" | "中" | "后"))
        && !(is_rank && count(rest) <= 3)
}

fn trim_end(text: &str) -> &str {
    let mut text = text;
    loop {
        if !ends_with_han(text) {
            text = text.trim_end_matches(is_dirt);
        }
        let dated = text
            .strip_suffix('年')
            .filter(|rest| rest.ends_with(|c: char| c.is_ascii_digit()));
        let Some(rest) = dated
            .or_else(|| for_years(text))
            .or_else(|| words::LINKS.strip(text))
        else {
            return text;
        };
        if words::LINK_WORDS.word(text).is_some() {
            return text;
        }
        text = match dated {
            Some(_) => rest.trim_end_matches(|c: char| c.is_ascii_digit()),
            None => rest,
        };
    }
}

/// 应诉率连续三年: how long it has been so.
fn for_years(text: &str) -> Option<&str> {
    let years = last_characters(text.strip_suffix('年')?, 4);
    let at = years.find("连续").or_else(|| years.find("连年"))?;
    let head = text.len() - '年'.len_utf8() - years.len() + at;
    (head > 0).then(|| &text[..head])
}

/// The words without brackets, blanks and lone quotation marks.
pub(in crate::figures) fn tidy(text: &str) -> Cow<'_, str> {
    if is_plain(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' if is_short_bracket(&text[at..]) => out.push('（'),
            '）' | ')' if depth == 0 && out.contains('（') => out.push('）'),
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 || crate::text::is_blank(c) => {}
            _ => out.push(c),
        }
    }
    for (open, close) in [('“', '”'), ('《', '》'), ('‘', '’')] {
        if out.matches(open).count() != out.matches(close).count() {
            out.retain(|c| c != open && c != close);
        }
    }
    let trimmed = out.trim_matches(is_dirt);
    // 村（社区）: that bracket is a part of the word.
    if trimmed.contains('（') && !trimmed.contains('）') && out.ends_with('）') {
        return Cow::Owned([trimmed, "）"].concat());
    }
    Cow::Owned(match trimmed.len() == out.len() {
        true => out,
        false => trimmed.to_string(),
    })
}

/// Whether there is nothing but common Chinese characters, letters and digits.
fn is_plain(text: &str) -> bool {
    let mut rest = text.as_bytes();
    loop {
        rest = match rest {
            [] => return true,
            [_, _, _, behind @ ..] if starts_with_han(rest) => behind,
            [a, behind @ ..] if a.is_ascii_alphanumeric() => behind,
            _ => return false,
        };
    }
}

/// 村（居）委会
fn is_short_bracket(text: &str) -> bool {
    let close = text
        .char_indices()
        .skip(1)
        .take(4)
        .find(|(_, c)| matches!(c, '）' | ')'));
    let Some((at, c)) = close else {
        return false;
    };
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inside = &text[open..at];
    !text[at + c.len_utf8()..].is_empty() && count(inside) <= 2
        || inside.chars().all(|c| "市县区州乡镇村街社居、".contains(c))
}

/// A long phrase without the words that only say whose or how many kinds.
pub(super) fn squeeze(text: &str) -> Cow<'_, str> {
    static FILLERS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "我区", "我市", "我县", "我镇", "我局", "我街", "我省", "全区", "全市", "全县", "全镇", "全街",
            "全省", "各类", "各种", "各项", "相关", "有关",
        ])
    });
    let mut squeezed = String::new();
    let mut behind = 0;
    for (at, filler, ()) in FILLERS.find(text) {
        squeezed += &text[behind..at];
        behind = at + filler.len();
    }
    match behind {
        0 => text.into(),
        _ => (squeezed + &text[behind..]).into(),
    }
}

/// The first characters of a phrase.
pub(super) fn limit(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((at, _)) => &text[..at],
        None => text,
    }
}

pub(super) fn last_characters(text: &str, most: usize) -> &str {
    // From the end: the text may be a whole report.
    let first = text.char_indices().rev().take(most).last();
    first.map_or("", |(at, _)| &text[at..])
}

pub(super) fn count(text: &str) -> usize {
    text.chars().count()
}

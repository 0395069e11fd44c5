//! Half-width punctuation between Chinese characters: one finding a report, all its places as evidence.

use super::{Check, Context, Finding, Severity};
use crate::text::{Mark, Span, is_han};

pub(super) const CHECK: Check = Check {
    code: "half-width",
    severity: Severity::Info,
    kind: "用语",
    title: "汉字之间的半角标点",
    why: "中文公文用全角标点；半角标点多为输入法未切换所致，排版后字距不匀。",
    basis: "GB/T 15834—2011《标点符号用法》",
    bad: "全年审查合同12份,全部办结,没有退回。",
    good: "全年审查合同12份，全部办结；(1)逐份登记，网址为www.example.com。",
    run,
};

/// The marks that [`full_width`] knows.
const HALF_WIDTH: [char; 7] = [',', ';', ':', '?', '!', '(', ')'];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = cx.document.text.as_str();
    let marks = cx.marks().any_of(&HALF_WIDTH);
    let places: Vec<Span> = marks
        .filter(|&mark| is_wrong(text, mark))
        .map(Mark::span)
        .filter(|&place| cx.is_in_report(place))
        .collect();
    let Some(&first) = places.first() else { return };
    let message = match places.len() {
        1 => "汉字之间用了半角标点".to_string(),
        count => format!("汉字之间用了半角标点，共{count}处"),
    };
    out.push(Finding::at(first, message).prove(places).suggest("改为全角标点"));
}

/// The full-width form of a mark; None for what is no such mark.
pub fn full_width(mark: char) -> Option<char> {
    Some(match mark {
        ',' => '，',
        ';' => '；',
        ':' => '：',
        '?' => '？',
        '!' => '！',
        '(' => '（',
        ')' => '）',
        _ => return None,
    })
}

/// Whether a half-width mark stands between Chinese characters, and is no part of a number in brackets.
fn is_wrong(text: &str, mark: Mark) -> bool {
    let at = mark.at as usize;
    let (head, tail) = (&text[..at], &text[at + mark.c.len_utf8()..]);
    let (before, next) = (head.chars().next_back(), tail.chars().next());
    let chinese = |c: Option<char>| c.is_some_and(|c| is_han(c) || "《》“”（）〔〕、，。；：".contains(c));
    let either_han = before.is_some_and(is_han) || next.is_some_and(is_han);
    let field_error = mark.c == '!' && head.ends_with("错误");
    either_han && chinese(before) && chinese(next) && !field_error && !list_mark(text, at, mark.c)
}

/// `(一)` `（二)` `1)`: brackets around a number are its marks, whatever their width.
fn list_mark(text: &str, at: usize, c: char) -> bool {
    let numeral = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let bare = match c {
        ')' => text[..at].trim_end_matches(numeral),
        '(' => text[at + 1..].trim_start_matches(numeral),
        _ => return false,
    };
    match c {
        ')' => bare.len() < at && bare.ends_with(['(', '（']),
        _ => bare.len() < text.len() - at - 1 && bare.starts_with([')', '）']),
    }
}

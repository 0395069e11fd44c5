//! Traces that converting or copying left in the text.

use super::{Check, Context, Finding, Severity, words};
use crate::document::Paragraph;
use crate::text::{Span, is_blank};
use regex::Regex;
use std::sync::LazyLock;

pub(super) const CHECK: Check = Check {
    code: "residue",
    severity: Severity::Warning,
    kind: "用语",
    title: "残留标记",
    why: "书签、域代码、网页代码、乱码字符和页码是转换格式或复制粘贴时留下的，不属于报告内容，公开前应当清除。",
    basis: "通行写法",
    bad: "[bookmark: _GoBack]全年审查合同12份。",
    good: "全年审查合同12份，详见《合同审查办法》。",
    run,
};

/// How users call what is left behind, the marks without which there is none, and the pattern. Only what no author
/// types on purpose.
const KINDS: &[(&str, &[char], &str)] = &[
    (
        "书签或域代码",
        &['[', '\\', 'H', 'P', 'R', 'T'],
        r#"\[bookmark:[^\]\n]*\]|HYPERLINK +(?:\\l +)?["“][^"”\n]*["”]|\\\* *MERGEFORMAT|PAGEREF +_Toc[0-9]+|(?:REF|TOC) +_?[A-Za-z]+[0-9]+ \\h|TOC \\o"#,
    ),
    (
        "失效的引用",
        &['!', '！'],
        "错误[!！] ?(?:未找到引用源|未定义书签|链接无效|引用源未找到)[。.]?",
    ),
    (
        "网页代码",
        &['&', '<'],
        r"&(?:nbsp|ldquo|rdquo|lsquo|rsquo|mdash|ndash|hellip|middot|amp|lt|gt|quot|ensp|emsp|#[0-9]{2,6}|#x[0-9A-Fa-f]{2,6});|</?(?:p|br|span|div|font|strong|b|u|a|img|td|tr|table|o:p|st1:[a-z]+)(?: [^<>\n]*)?/?>",
    ),
];

static PATTERNS: LazyLock<Vec<(&str, &[char], Regex)>> = LazyLock::new(|| {
    KINDS
        .iter()
        .filter_map(|&(name, marks, pattern)| Some((name, marks, Regex::new(pattern).ok()?)))
        .collect()
});

/// Characters that stand for nothing: control characters, those for private use, and what decoding leaves behind.
fn is_unreadable(c: char) -> bool {
    matches!(c, '\u{1}'..='\u{8}' | '\u{B}' | '\u{C}' | '\u{E}'..='\u{1F}' | '\u{7F}'..='\u{84}' | '\u{86}'..='\u{9F}'
        | '\u{E000}'..='\u{F8FF}' | '\u{FFFC}' | '\u{FFFD}' | '\u{F0000}'..='\u{10FFFD}')
}

const UNREADABLE: &str = "无法显示的字符";

/// A line that is nothing but a page number: `- 3 -`, `第3页 共8页`.
static PAGE_NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^[ \u{3000}\t]*(?:[-—–－]+ *[0-9]{1,3} *[-—–－]+|第 *[0-9]{1,3} *页(?:[ ，,/]*共 *[0-9]{1,3} *页)?)[ \u{3000}\t]*$").ok()
});

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    for (name, marks, pattern) in PATTERNS.iter() {
        let mut places = Vec::new();
        for paragraph in cx.paragraphs_with(marks) {
            let found = pattern.find_iter(cx.slice(paragraph));
            places.extend(found.map(|m| Span::new(m.start(), m.end()).moved(paragraph.start)));
        }
        push(cx, name, places, out);
    }
    let mut unreadable: Vec<Span> = Vec::new();
    for mark in cx.marks().all.iter().filter(|mark| is_unreadable(mark.c)) {
        match unreadable.last_mut() {
            Some(run) if run.end == mark.at => run.end = mark.span().end,
            _ => unreadable.push(mark.span()),
        }
    }
    push(cx, UNREADABLE, unreadable, out);
    let Some(pattern) = PAGE_NUMBER.as_ref() else {
        return;
    };
    // Page numbers count as furniture elsewhere; here they are what is looked for, but only inside the report.
    let inside =
        |p: &&Paragraph| cx.outline.content.contains(p.span) && p.span.len() < 60 && p.cells.is_empty();
    let lines = cx.document.paragraphs.iter().filter(inside);
    let places = lines
        .filter(|p| {
            let words = cx.slice(p.span).trim_start_matches(is_blank);
            words.starts_with(['-', '—', '–', '－', '第'])
        })
        .filter(|p| pattern.is_match(cx.slice(p.span)))
        .map(|p| p.span.trim(text))
        .collect();
    push(cx, "页码", places, out);
}

fn push(cx: &Context<'_>, name: &str, places: Vec<Span>, out: &mut Vec<Finding>) {
    let Some(&first) = places.first() else { return };
    let shown: String = words::quote(cx.slice(first), 20)
        .chars()
        .filter(|c| !c.is_control())
        .collect();
    let count = if places.len() > 1 {
        format!("，共{}处", places.len())
    } else {
        String::new()
    };
    let message = if name == UNREADABLE {
        format!("残留{name}{count}")
    } else {
        format!("残留{name}“{shown}”{count}")
    };
    out.push(Finding::at(first, message).prove(places).suggest("删除"));
}

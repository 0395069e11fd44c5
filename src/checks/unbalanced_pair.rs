//! Brackets, quotation marks and book-title marks that do not pair up inside a paragraph.

use super::{Check, Context, Finding, Severity, words};
use crate::text::Span;
use std::collections::VecDeque;

pub(super) const CHECK: Check = Check {
    code: "unbalanced-pair",
    severity: Severity::Warning,
    kind: "用语",
    title: "括号、引号或书名号不成对",
    why: "少了一半的引号、括号或书名号会让人分不清引用到哪里为止。",
    basis: "GB/T 15834—2011《标点符号用法》",
    bad: "认真落实《合同审查办法，全年审查合同12份。",
    good: "认真落实《合同审查办法》（试行），全年审查“小微”合同12份。",
    run,
};

/// How many paragraphs a pair may reach over: a quotation of several paragraphs, or lines broken by hand.
const REACH: usize = 8;

/// How many kinds of pairs there are, and which of them the quotation marks are.
const KINDS: usize = 5;
const QUOTES: usize = 2;

#[derive(Clone, Copy)]
struct Mark {
    opens: bool,
    place: Span,
    paragraph: usize,
}

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    let mut open: [VecDeque<Mark>; KINDS] = Default::default();
    let mut alone: Vec<Mark> = Vec::new();
    for (paragraph, p) in cx.paragraphs().enumerate() {
        for marks in &mut open {
            // What was opened long ago is not closed any more.
            while marks
                .front()
                .is_some_and(|mark| mark.paragraph + REACH < paragraph)
            {
                alone.extend(marks.pop_front());
            }
        }
        let line = cx.slice(p.span);
        let straight_quotes = line.contains('"');
        for (at, c) in line.char_indices() {
            let Some((kind, opens)) = kind_of(c) else { continue };
            let start = p.span.start as usize + at;
            let place = Span::new(start, start + c.len_utf8());
            let mark = Mark {
                opens,
                place,
                paragraph,
            };
            if kind == QUOTES && straight_quotes {
                continue;
            }
            if opens {
                open[kind].push_back(mark);
            } else if open[kind].pop_back().is_none() && !ends_list_mark(&line[..at]) {
                alone.push(mark);
            }
        }
    }
    alone.extend(open.into_iter().flatten());
    for mark in alone {
        let c = mark.place.of(text);
        let what = if mark.opens {
            "没有后一半"
        } else {
            "没有前一半"
        };
        // Only what is quoted is looked at: a line may have as many open marks as characters.
        let behind = text.get(mark.place.start as usize..).unwrap_or_default();
        let near: String = behind.chars().take_while(|&c| c != '\n').take(13).collect();
        let near = words::quote(&near, 12);
        let message = if mark.opens {
            format!("“{c}”{what}：{near}")
        } else {
            format!("“{c}”{what}")
        };
        out.push(Finding::at(mark.place, message).suggest("补上或删去"));
    }
}

/// Which pair a mark belongs to, and whether it opens it. Brackets of all widths are one kind.
fn kind_of(c: char) -> Option<(usize, bool)> {
    Some(match c {
        '《' => (0, true),
        '》' => (0, false),
        '（' | '(' | '[' | '［' => (1, true),
        '）' | ')' | ']' | '］' => (1, false),
        '“' => (2, true),
        '”' => (2, false),
        '【' => (3, true),
        '】' => (3, false),
        '〔' => (4, true),
        '〕' => (4, false),
        _ => return None,
    })
}

/// `1）` `一)`: a closing bracket alone behind a number is a list mark.
fn ends_list_mark(before: &str) -> bool {
    let number =
        before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || "一二三四五六七八九十".contains(c));
    number.len() < before.len()
        && number
            .chars()
            .next_back()
            .is_none_or(|c| crate::text::is_blank(c) || "。；;，,：:、".contains(c))
}

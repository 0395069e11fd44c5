//! Brackets, quotation marks and book-title marks that do not pair up inside a paragraph.

use super::context::Mark;
use super::{Check, Context, Finding, Severity, words};
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
struct Half {
    mark: Mark,
    opens: bool,
    paragraph: usize,
}

/// More lone marks of one kind than this are one finding that says how many.
const MANY: usize = 20;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    let mut open: [VecDeque<Half>; KINDS] = Default::default();
    let mut alone: Vec<Half> = Vec::new();
    for (paragraph, line) in cx.lines().enumerate() {
        for marks in &mut open {
            // What was opened long ago is not closed any more.
            while marks
                .front()
                .is_some_and(|half| half.paragraph + REACH < paragraph)
            {
                alone.extend(marks.pop_front());
            }
        }
        let straight_quotes = line.marks.iter().any(|mark| mark.c == '"');
        for &mark in line.marks {
            let Some((kind, opens)) = kind_of(mark.c) else {
                continue;
            };
            if kind == QUOTES && straight_quotes {
                continue;
            }
            let half = Half {
                mark,
                opens,
                paragraph,
            };
            let before = || &line.words[..(mark.at - line.span.start) as usize];
            if opens {
                open[kind].push_back(half);
            } else if open[kind].pop_back().is_none() && !ends_list_mark(before()) {
                alone.push(half);
            }
        }
    }
    alone.extend(open.into_iter().flatten());
    let mut kinds: Vec<(char, Vec<Half>)> = Vec::new();
    for half in alone {
        match kinds.iter_mut().find(|(c, _)| *c == half.mark.c) {
            Some((_, halves)) => halves.push(half),
            None => kinds.push((half.mark.c, vec![half])),
        }
    }
    for (c, halves) in kinds {
        if halves.len() > MANY {
            out.extend(flood(c, &halves));
        } else {
            out.extend(halves.iter().map(|half| lone(text, *half)));
        }
    }
}

/// A text that is full of lone marks is broken as a whole.
fn flood(c: char, halves: &[Half]) -> Option<Finding> {
    let first = halves.iter().map(|half| half.mark).min_by_key(|mark| mark.at)?;
    let message = format!("“{c}”不成对，共{}处", halves.len());
    Some(Finding::at(first.span(), message).suggest("逐处补上或删去"))
}

fn lone(text: &str, half: Half) -> Finding {
    let c = half.mark.c;
    // Only what is quoted is looked at: a line may have as many open marks as characters.
    let behind = text.get(half.mark.at as usize..).unwrap_or_default();
    let near: String = behind.chars().take_while(|&c| c != '\n').take(13).collect();
    let message = match half.opens {
        true => format!("“{c}”没有后一半：{}", words::quote(&near, 12)),
        false => format!("“{c}”没有前一半"),
    };
    Finding::at(half.mark.span(), message).suggest("补上或删去")
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

//! Brackets, quotation marks and book-title marks that do not pair up inside a paragraph.

use super::{Check, Context, Finding, Severity, words};
use crate::text::{CharSet, Mark};
use std::collections::{BTreeMap, VecDeque};

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

/// More lone marks of one kind than this are one finding that says how many.
const MANY: usize = 20;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let mut open: [VecDeque<(usize, Mark)>; KINDS] = Default::default();
    let mut alone: BTreeMap<char, Vec<Mark>> = BTreeMap::new();
    let mut leave = |mark: Mark| alone.entry(mark.c).or_default().push(mark);
    for (paragraph, line) in cx.lines().enumerate() {
        for halves in &mut open {
            // What was opened long ago is not closed any more.
            while let Some((_, mark)) = halves.pop_front_if(|half| half.0 + REACH < paragraph) {
                leave(mark);
            }
        }
        let straight_quotes = line.marks.iter().any(|mark| mark.c == '"');
        for &mark in line.marks.iter().filter(|mark| HALVES.has(mark.c)) {
            let before = || &line.words[..(mark.at - line.span.start) as usize];
            match kind_of(mark.c) {
                Some((QUOTES, _)) if straight_quotes => {}
                Some((kind, true)) => open[kind].push_back((paragraph, mark)),
                Some((kind, false)) if open[kind].pop_back().is_none() && !ends_list_mark(before()) => {
                    leave(mark);
                }
                _ => {}
            }
        }
    }
    open.into_iter().flatten().for_each(|(_, mark)| leave(mark));
    for (c, marks) in alone {
        match *marks {
            [first, ..] if marks.len() > MANY => {
                let message = format!("“{c}”不成对，共{}处", marks.len());
                out.push(Finding::at(first.span(), message).suggest("逐处补上或删去"));
            }
            _ => out.extend(marks.iter().map(|mark| lone(&cx.document.text, *mark))),
        }
    }
}

fn lone(text: &str, mark: Mark) -> Finding {
    let c = mark.c;
    // Only what is quoted is looked at: a line may have as many open marks as characters.
    let behind = text.get(mark.at as usize..).unwrap_or_default();
    let near: String = behind.chars().take_while(|&c| c != '\n').take(13).collect();
    let message = match kind_of(c) {
        Some((_, true)) => format!("“{c}”没有后一半：{}", words::quote(&near, 12)),
        _ => format!("“{c}”没有前一半"),
    };
    Finding::at(mark.span(), message).suggest("补上或删去")
}

static HALVES: CharSet = CharSet::of("《》（([［）)]］“”【】〔〕");

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

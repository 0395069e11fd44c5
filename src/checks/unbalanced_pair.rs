//! Brackets, quotation marks and book-title marks that do not pair up inside a paragraph.

use super::{Check, Context, Finding, Severity, words};
use crate::text::Span;

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

const PAIRS: [(&str, &str); 5] = [
    ("《", "》"),
    ("（([［", "）)]］"),
    ("“", "”"),
    ("【", "】"),
    ("〔", "〕"),
];

/// How many paragraphs a pair may reach over: a quotation of several paragraphs, or lines broken by hand.
const REACH: usize = 8;

#[derive(Clone, Copy)]
struct Mark {
    kind: usize,
    opens: bool,
    place: Span,
    paragraph: usize,
}

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    let mut open: Vec<Mark> = Vec::new();
    let mut alone: Vec<Mark> = Vec::new();
    for (paragraph, p) in cx.paragraphs().enumerate() {
        // What was opened long ago is not closed any more.
        let (stale, kept) = open
            .into_iter()
            .partition(|mark: &Mark| mark.paragraph + REACH < paragraph);
        alone.extend::<Vec<Mark>>(stale);
        open = kept;
        let line = cx.slice(p.span);
        let straight_quotes = line.contains('"');
        for (at, c) in line.char_indices() {
            let Some((kind, opens)) = kind_of(c) else { continue };
            let start = p.span.start as usize + at;
            let mark = Mark {
                kind,
                opens,
                place: Span::new(start, start + c.len_utf8()),
                paragraph,
            };
            if kind == 2 && straight_quotes {
                continue;
            }
            if opens {
                open.push(mark);
            } else if let Some(found) = last_open(&open, kind) {
                open.remove(found);
            } else if !ends_list_mark(&line[..at]) {
                alone.push(mark);
            }
        }
    }
    alone.extend(open);
    for mark in alone {
        let c = mark.place.of(text);
        let what = if mark.opens {
            "没有后一半"
        } else {
            "没有前一半"
        };
        let near = words::quote(
            start_of_line(text.get(mark.place.start as usize..).unwrap_or_default()),
            12,
        );
        let message = if mark.opens {
            format!("“{c}”{what}：{near}")
        } else {
            format!("“{c}”{what}")
        };
        out.push(Finding::at(mark.place, message).suggest("补上或删去"));
    }
}

/// The mark that a closing one of this kind closes: among the last few, deeper nesting is not writing.
fn last_open(open: &[Mark], kind: usize) -> Option<usize> {
    let from = open.len().saturating_sub(64);
    open[from..]
        .iter()
        .rposition(|other| other.kind == kind)
        .map(|at| from + at)
}

/// As much of the line as a message may need, so that a line full of lone marks is not walked for each of them.
fn start_of_line(text: &str) -> &str {
    let end = text.char_indices().take(40).find(|(_, c)| *c == '\n');
    let most = text.char_indices().nth(40).map_or(text.len(), |(at, _)| at);
    &text[..end.map_or(most, |(at, _)| at)]
}

fn kind_of(c: char) -> Option<(usize, bool)> {
    if c.is_ascii() && !matches!(c, '(' | ')' | '[' | ']') {
        return None;
    }
    PAIRS.iter().enumerate().find_map(|(kind, (left, right))| {
        let opens = left.contains(c);
        (opens || right.contains(c)).then_some((kind, opens))
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

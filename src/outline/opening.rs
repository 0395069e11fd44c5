//! 加强组织领导，健全机制。年初…: a report all of whose numbers were lost may still tell its parts, each by the first
//! sentence of its paragraph.

use super::heading::Heading;
use super::line::Line;
use crate::lexicon::Starts;
use crate::text::{Span, is_han};
use std::sync::LazyLock;

/// A shorter paragraph has no heading of its own.
const PARAGRAPH: usize = 36 * 3;
/// How long such a sentence is, in bytes.
const SENTENCE: std::ops::RangeInclusive<usize> = 8 * 3..=34 * 3;
/// Fewer of them are a coincidence.
const LEAST: usize = 3;

/// The first sentences of the paragraphs, where nearly all are worded as headings.
pub(super) fn find(lines: &[Line<'_>], from: usize, until: usize) -> Vec<Heading> {
    let paragraphs =
        |at: &usize| !lines[*at].aside && !lines[*at].furniture && lines[*at].text.len() >= PARAGRAPH;
    let mut found: Vec<Heading> = Vec::new();
    let mut others = 0;
    for at in (from..until).filter(paragraphs) {
        match opening(&lines[at], at) {
            Some(heading) => found.push(heading),
            // What stands before the first is the preface.
            None if !found.is_empty() => others += 1,
            None => {}
        }
    }
    match found.len() >= LEAST && found.len() >= 2 * others {
        true => found,
        false => Vec::new(),
    }
}

fn opening(line: &Line<'_>, at: usize) -> Option<Heading> {
    let end = line.text.find('。')?;
    let words = &line.text[..end];
    let slogan = SENTENCE.contains(&end)
        && words.contains('，')
        && words
            .chars()
            .all(|c| is_han(c) || matches!(c, '，' | '、' | '“' | '”'));
    (slogan && line.mark.is_none() && STARTS.word(words).is_none() && line.text.len() > end + PARAGRAPH / 2)
        .then_some(Heading {
            line: at,
            mark: None,
            span: Span::new(line.span.start as usize, line.span.start as usize + end),
            behind: line.span.start + (end + '。'.len_utf8()) as u32,
            run_in: true,
            direct: false,
            forced: None,
        })
}

/// What sentences begin with, and headings do not.
static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "我",
        "本",
        "全",
        "今年",
        "一年来",
        "近年来",
        "目前",
        "截至",
        "截止",
        "在",
        "根据",
        "按照",
        "现将",
        "为",
        "一是",
        "二是",
        "三是",
        "一方面",
        "首先",
        "其次",
        "同时",
        "此外",
        "但",
        "由于",
        "通过",
        "虽然",
        "存在",
        "主要表现",
    ])
});

//! The words of a clause before and behind a figure.

use crate::figures::scan::Candidate;
use crate::lexicon::Starts;
use crate::text::{CharSet, width};
use std::sync::LazyLock;

/// What stands around one figure.
#[derive(Debug, Clone, Copy)]
pub(super) struct Clause<'t> {
    /// From the last mark, or from what belongs to the figure before, to the figure.
    pub before: &'t str,
    /// From the figure to the next mark or figure.
    pub after: &'t str,
    /// The same, over the marks of a list.
    pub after_list: &'t str,
    /// How the words before hang on the figure before.
    pub joint: Joint,
    /// Whether the words behind run into another figure.
    pub runs_on: bool,
    /// The same, over the marks of a list.
    pub lists_on: bool,
}

/// How a figure's clause begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Joint {
    /// A new clause, behind a comma or at the start.
    Clause,
    /// A new sentence or point.
    Sentence,
    /// The next member of a list, behind 、 or 和.
    Member,
    /// Inside brackets, where parts of the figure before are told.
    Bracket,
    /// Directly behind the figure before.
    Direct,
}

/// How far a clause is followed, in bytes: long enough for any real one, and what keeps everything linear.
const REACH: usize = 360;

/// The clause of candidate `at`.
pub(super) fn around<'t>(
    text: &'t str,
    start: usize,
    candidates: &[Candidate],
    at: usize,
) -> Option<Clause<'t>> {
    let here = candidates.get(at)?;
    let earlier = at.checked_sub(1).and_then(|before| candidates.get(before));
    let floor = earlier.map_or(start, |earlier| earlier.span.end);
    let (before, joint) = before(text, floor, here.span.start, earlier.is_some());
    let limit = candidates.get(at + 1).map(|next| next.span.start);
    let (after, after_list, lists_on) = after(text, here.span.end, limit);
    Some(Clause {
        before,
        after,
        after_list,
        joint,
        runs_on: lists_on && after.len() == after_list.len(),
        lists_on,
    })
}

/// The marks between clauses, and brackets.
static ENDS: CharSet = CharSet::of("，,。；;！？\n：:（）()");

fn before(text: &str, floor: usize, end: usize, follows: bool) -> (&str, Joint) {
    let from = floor.max(boundary_at_or_after(text, end.saturating_sub(REACH)));
    let region = &text[from..end];
    let mut depth = 0_u32;
    let mut head = region;
    while let Some(at) = ENDS.last(head) {
        head = &region[..at];
        let Some(c) = region[at..].chars().next() else {
            break;
        };
        let behind = &region[at + c.len_utf8()..];
        match c {
            '）' | ')' => depth += 1,
            '（' | '(' if depth > 0 => depth -= 1,
            '（' | '(' => return (behind, Joint::Bracket),
            _ if depth > 0 => {}
            '，' | ',' => return (behind, Joint::Clause),
            _ => return (behind, Joint::Sentence),
        }
    }
    if depth > 0 {
        // The bracket was opened before the figure before: go on behind it.
        let close = region.char_indices().rev().find(|(_, c)| matches!(c, '）' | ')'));
        let at = close.map_or(0, |(at, c)| at + c.len_utf8());
        return (&region[at..], Joint::Clause);
    }
    if !follows || from > floor {
        return (region, Joint::Sentence);
    }
    for mark in ["、", "以及", "和", "及", "与", "/"] {
        if let Some(rest) = region.strip_prefix(mark) {
            return (rest, Joint::Member);
        }
    }
    match region.split_once('、') {
        Some((_, rest)) => (rest, Joint::Member),
        // 6个治超站和21套…: the words between belong to the figure before.
        None if region.ends_with(['和', '及', '与']) => ("", Joint::Member),
        None => (region, Joint::Direct),
    }
}

fn after(text: &str, from: usize, limit: Option<usize>) -> (&str, &str, bool) {
    let reach = boundary_at_or_before(text, from + REACH);
    let end = limit.unwrap_or(reach).clamp(from, reach);
    let mut region = &text[from..end];
    if region.starts_with(['（', '(']) {
        // 343件（网格员代办186件）: an aside that holds a figure ends the clause, any other is skipped.
        let Some((_, rest)) = region.split_once(['）', ')']) else {
            return ("", "", false);
        };
        region = rest;
    }
    let mut first = None;
    let mut open = None;
    let mut stop = region.len();
    let mut next = 0;
    while let Some(at) = MARKS.next(region, next) {
        let Some(c) = region[at..].chars().next() else {
            break;
        };
        next = at + c.len_utf8();
        match c {
            '（' | '(' => open = open.or(Some(at)),
            '）' | ')' if open.is_some() => open = None,
            _ if open.is_some() => {}
            '、' => first = first.or(Some(at)),
            _ => {
                stop = at;
                break;
            }
        }
    }
    let stop = open.unwrap_or(stop);
    // 规范性文件17件和合同11件: the words behind belong to the next figure.
    let joins = limit == Some(end) && stop == region.len() && JOINS.word(region).is_some();
    let list = if first == Some(0) || joins {
        ""
    } else {
        &region[..stop]
    };
    let clause = &list[..first.unwrap_or(stop).min(list.len())];
    (clause, list, limit == Some(end) && list.len() == region.len())
}

/// What joins two members of a list.
static JOINS: LazyLock<Starts> = LazyLock::new(|| Starts::new(["和", "及", "与", "以及"]));

/// The clause before the one that `before` is, as long as no figure stands in it.
pub(super) fn previous<'t>(text: &'t str, floor: usize, clause: &str, start: usize) -> Option<&'t str> {
    let _ = start;
    let end = (clause.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let head = text.get(floor..end)?;
    let head = head.trim_end_matches(|c| MARKS.has(c));
    let from = boundary_at_or_after(head, head.len().saturating_sub(REACH));
    let head = &head[from..];
    let at = BUT_LISTS.last(head);
    let head = at.map_or(head, |at| &head[at + width(head.as_bytes()[at])..]);
    // 大讲堂自开班以来，已举办38期
    let topic = head.strip_suffix("以来").and_then(|head| head.rsplit_once('自'));
    Some(topic.map_or(head, |(topic, _)| topic))
}

/// 立案数（同比下降13%）和破案数（同比上升5%）: the words that a bracket says something of. None where they are the
/// figure before.
pub(super) fn before_bracket<'t>(text: &'t str, floor: usize, clause: &Clause) -> Option<&'t str> {
    let inside = (clause.before.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
    let head = text.get(floor..inside)?;
    let head = &head[..head.rfind(['（', '('])?];
    let from = boundary_at_or_after(head, head.len().saturating_sub(REACH));
    let words = head[from..]
        .rsplit(['，', ',', '。', '；', '、', '）', ')'])
        .next()?;
    let words = words.trim_start_matches(['和', '及', '与']);
    (words.chars().count() >= 2).then_some(words)
}

const NO_LISTS: &str = "，,。；;：:！？\n（）()\u{2028}";
static BUT_LISTS: CharSet = CharSet::of(NO_LISTS);
static MARKS: CharSet = CharSet::of(NO_LISTS).with("、");

fn boundary_at_or_after(text: &str, at: usize) -> usize {
    (at..text.len())
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(text.len())
}

fn boundary_at_or_before(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&at| text.is_char_boundary(at))
        .unwrap_or(0)
}

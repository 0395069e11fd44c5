//! Lists of parts: what they are the parts of, and the total that follows them.

use super::clause::{self, Clause, Joint};
use super::complete::object;
use super::trim::count;
use super::words::{self, strip_start};
use crate::figures::scan::Candidate;
use std::ops::Range;

/// No list of parts is longer, and looking no further keeps endless lists linear.
const MOST: usize = 12;

/// The figures of the list that stands directly before candidate `at`, if there are at least two.
pub(super) fn of_parts(
    text: &str,
    start: usize,
    candidates: &[Candidate],
    at: usize,
) -> Option<Range<usize>> {
    let last = at.checked_sub(1)?;
    let near = candidates.get(last)?.span.end..candidates.get(at)?.span.start;
    if !text.get(near)?.starts_with(['，', ',']) {
        return None;
    }
    let is_member = |at: &usize| {
        clause::around(text, start, candidates, *at).is_some_and(|clause| clause.joint == Joint::Member)
    };
    let members = (1..=last).rev().take(MOST).take_while(is_member).count();
    (members > 0).then(|| last - members..at)
}

/// What a list of parts that begins with candidate `first` divides: the figure before 其中.
pub(super) fn of(text: &str, start: usize, candidates: &[Candidate], first: usize) -> Option<usize> {
    let clause = clause::around(text, start, candidates, first)?;
    let divides = clause.joint == Joint::Clause && clause.before.trim_start().starts_with("其中");
    first.checked_sub(1).filter(|_| divides)
}

/// 审查合同8份、文件2件，合计审查10件: a total is of all parts, so of what their names have in common.
pub(super) fn total(own: &str, clause: &Clause, parts: &[String]) -> Option<String> {
    strip_start(
        clause.before.trim_start(),
        &["合计", "共计", "总计", "总共", "一共", "共", "累计"],
    )?;
    if words::verb_at_start(own) != Some(own) || clause.joint != Joint::Clause {
        return None;
    }
    let (first, others) = parts.split_first()?;
    let common = others
        .iter()
        .fold(object(first), |common, part| common_end(common, object(part)));
    Some(match count(common) >= 2 {
        true => [own, common].concat(),
        false => own.to_string(),
    })
}

/// The characters that both phrases end in.
fn common_end<'t>(a: &'t str, b: &str) -> &'t str {
    let pairs = a.char_indices().rev().zip(b.chars().rev());
    let alike = pairs.take_while(|((_, a), b)| a == b).last();
    alike.map_or("", |((at, _), _)| &a[at..])
}

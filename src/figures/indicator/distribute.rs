//! 分别: each number of a list belongs to the label at the same place of another list.

use super::clause::{self, Clause};
use super::trim;
use crate::figures::scan::Candidate;

/// Names the figures that a 分别 before candidate `at` distributes. False where there is nothing to distribute.
pub(super) fn distribute(
    text: &str,
    candidates: &[Candidate],
    at: usize,
    clause: &Clause,
    names: &mut Vec<String>,
) -> bool {
    let members = members(text, candidates, at);
    if members < 2 || !clause.before.contains(['、', '别']) {
        return false;
    }
    let Some((head, tail)) = clause.before.split_once("分别") else {
        let alike = |pair: &[Candidate]| match pair {
            [a, b] => a.unit == b.unit && text.get(a.span.end..b.span.start) != Some("，"),
            _ => true,
        };
        return candidates[at..at + members].windows(2).all(alike) && paired(clause.before, members, names);
    };
    let verb = trim::trim_before(tail);
    let head = head.trim();
    let comparison = ["同比", "环比", "较上年", "比上年"]
        .iter()
        .find(|word| head.ends_with(**word));
    let head = comparison.map_or(head, |word| &head[..head.len() - word.len()]);
    let verb = [comparison.unwrap_or(&""), verb].concat();
    let labels = match labels(head, members) {
        Some(labels) => labels,
        None if head.is_empty() => match previous_labels(text, candidates, at, clause, members, names) {
            Some(labels) => labels,
            None => return false,
        },
        // 投诉30件、举报25件，办结率分别为98%、96%.
        None if head.ends_with(['率', '度', '比']) && !head.contains('、') => {
            match earlier_names(text, candidates, at, members, names) {
                Some(labels) => labels
                    .into_iter()
                    .map(|label| format!("{label}{}", trim::trim_before(head)))
                    .collect(),
                None => return false,
            }
        }
        None => return false,
    };
    for label in labels {
        names.push(label + &verb);
    }
    true
}

/// 投诉、举报和信访件30件、25件和12件: as many labels as numbers, and no word that says so.
fn paired(before: &str, members: usize, names: &mut Vec<String>) -> bool {
    let Some(labels) = labels(before, members).filter(|_| before.contains('、')) else {
        return false;
    };
    names.extend(labels);
    true
}

/// No list of labels is longer, and looking no further keeps long lists of bare numbers linear.
const MOST: usize = 60;

/// How many figures from `at` on stand in one list.
fn members(text: &str, candidates: &[Candidate], at: usize) -> usize {
    let gaps = candidates[at..].windows(2).take_while(|pair| match pair {
        [a, b] => {
            let between = text.get(a.span.end..b.span.start).unwrap_or("?");
            matches!(
                between.trim(),
                "、" | "，" | "和" | "及" | "与" | "以及" | "," | "，和"
            )
        }
        _ => false,
    });
    1 + gaps.take(MOST).count()
}

/// The labels in `head`, if there are as many as numbers. A noun that only the last one carries is given to all:
/// 失业、工伤保险人数 are 失业保险人数 and 工伤保险人数.
fn labels(head: &str, members: usize) -> Option<Vec<String>> {
    let head = trim::trim_before(head);
    let mut parts: Vec<&str> = head.split(['、']).collect();
    if let Some(last) = parts.pop() {
        let pair = ["以及", "和", "及", "与"]
            .iter()
            .find_map(|word| last.split_once(word));
        match pair.filter(|_| parts.len() + 2 == members) {
            Some((a, b)) => parts.extend([a, b]),
            None => parts.push(last),
        }
    }
    if parts.len() != members || parts.iter().any(|part| part.trim().is_empty()) {
        return None;
    }
    let common = match parts.as_slice() {
        [.., before, last] => {
            let (short, long) = (before.chars().count(), last.chars().count());
            let cut = last.char_indices().nth(short).map(|(at, _)| at);
            cut.filter(|_| long >= short + 2).map_or("", |at| &last[at..])
        }
        _ => "",
    };
    let behind_last = parts.len().saturating_sub(1);
    Some(
        parts
            .iter()
            .enumerate()
            .map(
                |(place, part)| match place < behind_last && !part.ends_with(common) {
                    true => format!("{}{common}", part.trim()),
                    false => part.trim().to_string(),
                },
            )
            .collect(),
    )
}

/// The labels in the clause before, or else the figures before.
fn previous_labels(
    text: &str,
    candidates: &[Candidate],
    at: usize,
    clause: &Clause,
    members: usize,
    names: &[String],
) -> Option<Vec<String>> {
    let floor = at
        .checked_sub(1)
        .and_then(|at| candidates.get(at))
        .map_or(0, |earlier| earlier.span.end);
    if let Some(labels) =
        clause::previous(text, floor, clause.before, 0).and_then(|head| labels(head, members))
    {
        return Some(labels);
    }
    earlier_names(text, candidates, at, members, names)
}

/// The names of the figures before, as many as there are numbers here, if they stand in the same sentence.
fn earlier_names(
    text: &str,
    candidates: &[Candidate],
    at: usize,
    members: usize,
    names: &[String],
) -> Option<Vec<String>> {
    let from = names.len().checked_sub(members)?;
    let first = candidates.get(from)?;
    let here = candidates.get(at)?;
    let between = text.get(first.span.end..here.span.start)?;
    (!between.contains('。')).then(|| names[from..].to_vec())
}

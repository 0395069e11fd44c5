//! What a figure counts, in the report's own words: short, and the same for the same thing.
//!
//! Chinese puts what is counted before the number (审查合同220份) or behind it (14项重点任务). Behind it stands
//! either the noun itself or what happened to it; which of the two decides where the words are taken from.

pub(super) use trim::tidy;

mod clause;
mod comparison;
mod complete;
mod distribute;
mod object;
mod phrase;
mod trim;
mod words;

use super::Direction;
use super::scan::Candidate;
use super::unit::Kind;
use clause::{Clause, Joint};

/// One indicator a candidate, in their order.
pub(super) fn names<'h>(
    text: &str,
    start: usize,
    candidates: &[Candidate],
    heading: impl Fn() -> Option<&'h str>,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(candidates.len());
    while names.len() < candidates.len() {
        let at = names.len();
        let Some(clause) = clause::around(text, start, candidates, at) else {
            break;
        };
        if distribute::distribute(text, candidates, at, &clause, &mut names) {
            continue;
        }
        let name = name(text, start, candidates, at, &clause, &names)
            .filter(|name| !name.is_empty())
            .or_else(|| heading().map(|heading| trim::limit(heading, 16).to_string()))
            .unwrap_or_default();
        names.push(name);
    }
    names
}

/// Verbs that say nothing of what is counted: it stands in the clause before.
const BARE: [&str; 5] = ["开展", "组织", "举办", "召开", "举行"];

fn name(
    text: &str,
    start: usize,
    candidates: &[Candidate],
    at: usize,
    clause: &Clause,
    names: &[String],
) -> Option<String> {
    let here = candidates.get(at)?;
    let earlier = at.checked_sub(1).and_then(|at| candidates.get(at));
    let previous = names
        .last()
        .map(String::as_str)
        .filter(|_| clause.joint != Joint::Sentence);
    if here.direction == Some(Direction::To)
        && let Some(name) = start_of_change(candidates, at, names)
    {
        return Some(name);
    }
    let before = trim::trim_before(clause.before);
    let after = trim::tidy(if here.unit == "次" {
        clause.after_list
    } else {
        clause.after
    });
    let after = trim::trim_after(&after);
    let own = if before.is_empty() && after.is_empty() {
        None
    } else if comparison::is_comparison(before) && !adds_a_thing(before, after, here)
        || comparison::is_share(before, here) && previous.is_some()
    {
        return Some(match previous {
            Some(previous) => comparison::join(comparison::without_comparison(previous), before),
            None => {
                let floor = earlier.map_or(start, |earlier| earlier.span.end);
                let topic = clause::previous(text, floor, clause.before, start).map(object::of_object);
                comparison::join(topic.as_deref().unwrap_or_default(), before)
            }
        });
    } else if here.kind == Kind::Rate || here.unit == "分" {
        phrase::of_rate(before, after)
    } else {
        phrase::of_count(before, after, here, clause)
    };
    let own = own.filter(|own| !own.is_empty());
    if own.as_deref().is_some_and(|own| BARE.contains(&own))
        && clause.joint == Joint::Clause
        && let floor = earlier.map_or(start, |earlier| earlier.span.end)
        && let Some(topic) = clause::previous(text, floor, clause.before, start).map(object::of_object)
        && trim::count(&topic) >= 4
    {
        return Some(topic);
    }
    if let Some(own) = own {
        let own = match previous {
            Some(previous) => complete::complete(own, previous, clause, before),
            None => own,
        };
        return Some(own);
    }
    if let Some(previous) = previous {
        let total = clause.before.trim();
        let of_parts =
            ["合计", "共计", "总计"].contains(&total) && earlier.is_some_and(|part| part.unit == here.unit);
        return Some(if of_parts { total } else { previous }.to_string());
    }
    let floor = earlier.map_or(start, |earlier| earlier.span.end);
    clause::previous(text, floor, clause.before, start)
        .map(|topic| object::of_object(object::without_progress(topic)))
}

/// 增加41项效果指标: a thing is added; 增加41项 alone compares.
fn adds_a_thing(before: &str, after: &str, here: &Candidate) -> bool {
    here.kind != Kind::Rate && trim::count(after) >= 2 && ["增加", "减少"].contains(&before)
}

/// The name of the figure from which the change to candidate `at` started. 由10件、5件压减到3件和1件 pairs them
/// by place.
fn start_of_change(candidates: &[Candidate], at: usize, names: &[String]) -> Option<String> {
    let run = |direction, end: usize| {
        let before = candidates.get(..end)?.iter().rev();
        Some(
            before
                .take_while(|candidate| candidate.direction == Some(direction))
                .count(),
        )
    };
    let arrived = run(Direction::To, at)?;
    let started = run(Direction::From, at - arrived)?;
    if started == 0 {
        return None;
    }
    names
        .get(at - arrived - started + arrived.min(started - 1))
        .cloned()
}

//! 对53份文件、15份合同进行了合法性审查: things are counted with what was done to them.

use super::clause::Clause;
use super::noun::noun_and_rest;
use super::trim::{SHORT, count, last_characters, trim_before};
use super::words::{self, strip_start};
use crate::figures::scan::Candidate;

/// 对12家企业开展检查: the name of one thing and what the words behind it say.
pub(super) fn one(noun: &str, rest: &str, clause: &Clause) -> Option<String> {
    let treatment = treatment(rest).filter(|_| is_toward(clause.before) && !noun.starts_with("各类"))?;
    // 70个单位开展年度考核: so short a noun leads.
    (count(noun) + 1 >= count(treatment).max(3)).then_some(())?;
    join(noun, treatment)
}

/// What the last of a list says was done to all of it: its own name, after those before it were given theirs.
pub(super) fn all(
    text: &str,
    candidates: &[Candidate],
    at: usize,
    clause: &Clause,
    name: &str,
    names: &mut [String],
) -> Option<String> {
    let (noun, rest) = noun_and_rest(clause.after, clause.runs_on);
    let treatment = treatment(rest).filter(|_| count(noun) >= 2 && name.ends_with(noun))?;
    let listed = |&earlier: &usize| {
        let gap = || text.get(candidates.get(earlier)?.span.end..candidates.get(earlier + 1)?.span.start);
        gap().is_some_and(|gap| gap.contains('、'))
    };
    let first = at - (0..at).rev().take(MOST).take_while(listed).count();
    let head = &text[..candidates.get(first)?.span.start];
    if !is_toward(last_characters(head, 8)) {
        return None;
    }
    for thing in names.iter_mut().skip(first) {
        if let Some(name) = join(thing, treatment) {
            *thing = name;
        }
    }
    join(name, treatment)
}

/// No list has more members, and looking no further back keeps endless ones linear.
const MOST: usize = 12;

/// 检查企业, 文件合法性审查: a bare verb stands before its object, the name of a procedure behind it.
fn join(thing: &str, treatment: &str) -> Option<String> {
    if count(thing) + count(treatment) > SHORT {
        return None;
    }
    Some(match words::verb_at_start(treatment) {
        Some(verb) if verb.len() == treatment.len() => [treatment, thing].concat(),
        _ => [thing, treatment].concat(),
    })
}

/// 进行了合法性审查: what is done.
fn treatment(rest: &str) -> Option<&str> {
    let rest = strip_start(rest, &["均", "都", "全部", "逐一", "依法"]).unwrap_or(rest);
    let done = strip_start(rest, &["进行", "进行了", "开展", "开展了", "实施", "实施了"])?;
    (2..=6).contains(&count(done)).then_some(done)
}

/// 对, 对全区, 对甲、乙等: what follows is what something is done to.
fn is_toward(before: &str) -> bool {
    let place = before.rsplit_once('对').map(|(_, place)| place);
    place.is_some_and(|place| place.ends_with('等') || trim_before(place).is_empty())
}

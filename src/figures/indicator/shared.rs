//! 保留13件、废止4件规范性文件: the noun behind the last number is what all verbs of the list are about.

use super::clause::Clause;
use super::complete::{HANDLING, object};
use super::treated;
use super::trim::{LONG, count, trim_before};
use super::words;
use crate::figures::scan::Candidate;

/// Gives the noun in `name` to the verbs of the list that ends with candidate `at`, and its own verb to the noun.
pub(super) fn share(
    text: &str,
    candidates: &[Candidate],
    at: usize,
    clause: &Clause,
    name: String,
    names: &mut [String],
) -> String {
    rank(candidates, at, &name, names);
    if let Some(treated) = treated::all(text, candidates, at, clause, &name, names) {
        return treated;
    }
    let verb = trim_before(clause.before);
    if clause.after.is_empty()
        || !is_bare(verb)
        || is_bare(&name)
        || words::verb_at_start(&name) == Some(verb)
    {
        return name;
    }
    let mut shared = false;
    for earlier in (0..at).rev() {
        let [here, next] = [candidates.get(earlier), candidates.get(earlier + 1)];
        let (Some(here), Some(next), Some(bare)) = (here, next, names.get_mut(earlier)) else {
            break;
        };
        let between = text.get(here.span.end..next.span.start).unwrap_or_default();
        if here.unit != next.unit || !between.starts_with(['、', '和']) || !is_bare(bare) {
            break;
        }
        bare.push_str(&name);
        shared = true;
    }
    match shared && count(verb) + count(&name) <= LONG {
        true => [verb, &name].concat(),
        false => name,
    }
}

/// 3名专职和2名兼职工作人员: the noun that only the second of two ranks carries.
fn rank(candidates: &[Candidate], at: usize, name: &str, names: &mut [String]) {
    let ranks = |rank: &str| ["职", "级"].iter().find(|end| rank.ends_with(**end)).copied();
    let Some((behind, _)) = name.char_indices().nth(2).filter(|_| count(name) >= 4) else {
        return;
    };
    // 2个省级、3个县示范点
    let short = name
        .char_indices()
        .nth(1)
        .filter(|_| name.starts_with(['省', '市', '县', '区', '镇', '乡', '村']));
    let (rank, behind) = match (ranks(&name[..behind]), short) {
        (Some(rank), _) => (rank, behind),
        (None, Some((behind, _))) => ("级", behind),
        _ => return,
    };
    let unit = candidates.get(at).map(|here| &here.unit);
    for earlier in (0..at).rev() {
        let alike = candidates.get(earlier).map(|earlier| &earlier.unit) == unit;
        match names.get_mut(earlier) {
            Some(bare) if alike && ranks(bare) == Some(rank) => bare.push_str(&name[behind..]),
            _ => break,
        }
    }
}

/// Whether there is nothing but verbs: 清理后保留, 确定了拟修改.
fn is_bare(phrase: &str) -> bool {
    let phrase = phrase
        .rsplit_once(['了', '后'])
        .map_or(phrase, |(_, action)| action);
    let phrase = phrase.strip_prefix('拟').unwrap_or(phrase);
    HANDLING.has(phrase) || words::verb_at_start(phrase).is_some() && object(phrase).is_empty()
}

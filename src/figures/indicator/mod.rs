//! What a figure counts, in the report's own words: short, and the same for the same thing.
//!
//! Chinese puts what is counted before the number (审查合同220份) or behind it (14项重点任务). Behind it stands
//! either the noun itself or what happened to it; which of the two decides where the words are taken from.

pub(super) use trim::tidy;

mod clause;
mod comparison;
mod complete;
mod distribute;
mod noun;
mod object;
mod period;
mod phrase;
mod shared;
mod shorten;
mod treated;
mod trim;
mod whole;
mod words;

use super::scan::Candidate;
use super::unit::Kind;
use super::{Direction, compares, earlier_period};
use crate::text::CharSet;
use clause::{Clause, Joint};

/// One indicator a candidate, in their order. A figure of another year than `year`, the report's, says so.
pub(super) fn names<'h>(
    text: &str,
    start: usize,
    candidates: &[Candidate],
    year: Option<u16>,
    heading: impl Fn() -> Option<&'h str>,
) -> Vec<String> {
    let mut names: Vec<String> = Vec::with_capacity(candidates.len());
    let mut joined = Vec::new();
    let mut periods = period::Periods::new(year);
    while names.len() < candidates.len() {
        let at = names.len();
        let Some(clause) = clause::around(text, start, candidates, at) else {
            break;
        };
        periods.read(text, candidates, at, &clause);
        if distribute::distribute(text, candidates, at, &clause, &mut names) {
            periods.spread(at, names.len());
            continue;
        }
        let name = name(text, start, candidates, at, &clause, &names)
            .filter(|name| !name.is_empty())
            .or_else(|| heading().map(|heading| trim::limit(heading, 16).to_string()))
            .unwrap_or_default();
        if !clause.before.is_empty()
            && touches_next(candidates, at)
            && (clause.joint == Joint::Direct || has_noun_behind(text, start, candidates, at + 1))
        {
            joined.push((at, words::verb_at_end(trim::trim_before(clause.before))));
        }
        let name = match clause.joint == Joint::Member {
            true => shared::share(text, candidates, at, &clause, name, &mut names),
            false => name,
        };
        names.push(name);
    }
    // 12家单位3大类40宗案卷: both numbers before the noun count it. 抽查3大类40宗案卷: so short a noun needs the verb.
    for (at, verb) in joined.into_iter().rev() {
        if let Some(next) = names.get(at + 1).cloned() {
            let name = match verb.filter(|_| trim::count(&next) <= 2) {
                Some(verb) => [verb, &next].concat(),
                None => next,
            };
            names[at + 1].clone_from(&name);
            names[at] = name;
        }
    }
    periods.qualify(&mut names);
    names
}

/// Nothing stands between a figure and the next one.
fn touches_next(candidates: &[Candidate], at: usize) -> bool {
    let next = candidates.get(at + 1).map(|next| next.span.start);
    next.is_some() && next == candidates.get(at).map(|here| here.span.end)
}

/// Whether a noun stands behind a figure, before any mark.
fn has_noun_behind(text: &str, start: usize, candidates: &[Candidate], at: usize) -> bool {
    let clause = clause::around(text, start, candidates, at);
    clause.is_some_and(|clause| trim::count(clause.after.trim()) >= 2 && !noun::tells(clause.after))
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
    // 破案数比上年同期的75起增加6起: the 75 have a topic of their own.
    if let Some((topic, period)) = compared(clause.before) {
        return Some([period, &object::of_object(topic)].concat());
    }
    let before = trim::trim_before(trim::behind_quote(period::behind(clause.before)));
    // 36件，比上年的30件增长20%: the change is that of the 36.
    let changes = comparison::is_comparison(before);
    let base = (here.kind == Kind::Rate || changes) && earlier.is_some_and(|earlier| is_base(text, earlier));
    let topic = at
        .checked_sub(1)
        .filter(|_| base)
        .and_then(|at| clause::around(text, start, candidates, at))
        .and_then(|clause| Some(object::of_object(compared(clause.before)?.0)));
    let previous = match topic.as_ref() {
        Some(topic) => Some(topic),
        None if base && at >= 2 => names.get(at - 2),
        None => names.last(),
    };
    let previous = previous
        .map(|name| period::behind(name))
        .filter(|_| clause.joint != Joint::Sentence);
    if (compares(clause.before) || clause.joint == Joint::Bracket)
        && let Some(period) = earlier_period(clause.before)
        && let Some(previous) = previous
    {
        return Some([period, comparison::without_change(previous)].concat());
    }
    if here.direction == Some(Direction::To)
        && let Some(name) = start_of_change(candidates, at, names)
    {
        return Some(name);
    }
    // 讨薪案45件，占37.8%
    if here.kind == Kind::Rate
        && clause.before.trim() == "占"
        && let Some(previous) = previous
    {
        return Some(comparison::join(comparison::without_comparison(previous), "占"));
    }
    let after = trim::tidy(if here.unit == "次" {
        clause.after_list
    } else {
        clause.after
    });
    let after = list_noun(clause).unwrap_or(trim::trim_after(&after));
    // 办结1件处罚金额2万元: the size is the next figure's.
    let after = match clause.runs_on && complete::RELATED_ENDS.word(after).is_some() && !before.is_empty() {
        true => "",
        false => after,
    };
    // 3个工作日内办结: within that time, which is nothing to count.
    let after = after
        .strip_prefix('内')
        .filter(|_| here.kind == Kind::Time)
        .map_or(after, trim::trim_after);
    let own = if before.is_empty() && after.is_empty() {
        None
    } else if changes && !adds_a_thing(before, after, here)
        || comparison::is_share(before, here) && previous.is_some()
    {
        if clause.joint == Joint::Bracket
            && let Some(topic) =
                clause::before_bracket(text, earlier.map_or(start, |earlier| earlier.span.end), clause)
        {
            return Some(comparison::join(&object::of_object(topic), before));
        }
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
    let bare = |own: &str| BARE.contains(&own.strip_prefix("成功").unwrap_or(own));
    if own.as_deref().is_some_and(bare)
        && clause.joint == Joint::Clause
        && let floor = earlier.map_or(start, |earlier| earlier.span.end)
        && let Some(topic) = clause::previous(text, floor, clause.before, start).map(object::of_object)
        && trim::count(&topic) >= 2
    {
        // 大讲堂自开班以来，举办38期: so short a noun alone names anything.
        let short = trim::count(&topic) < 4;
        return Some(if short {
            topic + &own.unwrap_or_default()
        } else {
            topic
        });
    }
    if let Some(own) = own {
        let short = (trim::count(&own) <= 4).then_some(at);
        let parts = short.and_then(|at| whole::of_parts(text, start, candidates, at));
        if let Some(name) = parts
            .as_ref()
            .and_then(|parts| whole::total(&own, clause, names.get(parts.clone())?))
        {
            return Some(name);
        }
        // 办班13场，其中线上5场、线下8场，参训300人: in all of them.
        let divided = parts.filter(|_| clause.joint == Joint::Clause && !clause.before.contains("其中"));
        let whole = divided.and_then(|parts| whole::of(text, start, candidates, parts.start));
        let previous = whole
            .and_then(|at| names.get(at))
            .map_or(previous, |whole| Some(period::behind(whole)));
        // 网办量90件，比例达86%: of what the clause before counts.
        let next_to = earlier.is_some_and(|earlier| {
            earlier.span.end + '，'.len_utf8() + clause.before.len() >= here.span.start
        });
        if let Some(previous) = previous.filter(|previous| next_to && trim::count(previous) <= 10)
            && ["比例", "比重", "比率"].contains(&own.as_str())
        {
            return Some([previous, &own].concat());
        }
        let own = match previous {
            Some(previous) => complete::complete(own, previous, clause, before, here.kind),
            None => own,
        };
        return Some(own);
    }
    // 8个镇街配备了审核人员，共36人: of people, whom the clause between them brought in.
    if let Some(earlier) = earlier.filter(|earlier| here.kind == Kind::Person && earlier.kind != Kind::Person)
        && clause.joint == Joint::Clause
        && let Some(topic) = clause::previous(text, earlier.span.end, clause.before, start)
        && let Some((at, _)) =
            words::verbs(topic).find(|(at, verb)| trim::count(&topic[at + verb.len()..]) >= 3)
        && topic.ends_with(['员', '人', '者', '师', '伍', '部', '家'])
    {
        return Some(object::of_object(&topic[at..]));
    }
    // 企业开办时间，由5天减至1天: the clause between names what changed.
    if here.direction == Some(Direction::From)
        && clause.joint == Joint::Clause
        && let floor = earlier.map_or(start, |earlier| earlier.span.end)
        && let Some(topic) = clause::previous(text, floor, clause.before, start)
        && trim::count(topic) >= 2
    {
        return Some(comparison::without_change(&object::of_object(topic)).to_string());
    }
    if let Some(previous) = previous {
        let total = clause.before.trim();
        let of_parts =
            ["合计", "共计", "总计"].contains(&total) && earlier.is_some_and(|part| part.unit == here.unit);
        let previous = match here.direction {
            Some(_) => comparison::without_change(previous),
            None => previous,
        };
        return Some(if of_parts { total } else { previous }.to_string());
    }
    let floor = earlier.map_or(start, |earlier| earlier.span.end);
    clause::previous(text, floor, clause.before, start)
        .map(|topic| object::of_object(object::without_progress(topic)))
        .map(|topic| match here.direction {
            Some(_) => comparison::without_change(&topic).to_string(),
            None => topic,
        })
}

/// 比上年的30件: a figure that another one is compared with.
fn is_base(text: &str, here: &Candidate) -> bool {
    let head = &text[..here.span.start];
    let near = head.char_indices().rev().take(14);
    let mut clause = near.take_while(|(_, c)| !matches!(c, '，' | ',' | '。' | '；' | '（' | '(' | '\n'));
    clause.any(|(at, c)| matches!(c, '比' | '较' | '与' | '同') && earlier_period(&head[at..]).is_some())
}

/// 破案数比上年同期的: what is compared, and with which period.
fn compared(before: &str) -> Option<(&str, &str)> {
    static THAN: CharSet = CharSet::of("比较");
    let at = THAN.last(before).filter(|&at| at >= 2 * 3)?;
    let period = earlier_period(&before[at..])?;
    Some((&before[..at], period))
}

/// 55家超市、书店等经营单位: what the members of a list behind the number are.
fn list_noun<'t>(clause: &Clause<'t>) -> Option<&'t str> {
    if clause.after.len() == clause.after_list.len() {
        return None;
    }
    // 1处集休闲、健身于一体的场所: the whole list describes the noun.
    if let Some((_, noun)) = clause.after_list.split_once("一体的") {
        return Some(noun).filter(|noun| (2..=10).contains(&trim::count(noun)));
    }
    if noun::tells(clause.after) {
        return None;
    }
    let (_, noun) = clause.after_list.get(clause.after.len()..)?.rsplit_once('等')?;
    let noun = noun.rsplit_once('的').map_or(noun, |(_, noun)| noun);
    if phrase::NOTHING.has(noun) {
        return None;
    }
    (2..=10)
        .contains(&trim::count(noun))
        .then_some(noun)
        .filter(|noun| !noun::tells(noun))
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

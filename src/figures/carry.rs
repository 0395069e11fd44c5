//! Units that are carried over to bare numbers, and the two ends of a change.

use super::Direction;
use super::scan::Candidate;
use super::unit::Kind;
use crate::lexicon::{Ends, Starts};
use std::sync::LazyLock;

/// Gives bare numbers the unit of the list that they stand in, marks from–to changes, and drops the rest.
pub(super) fn resolve(text: &str, candidates: &mut Vec<Candidate>) {
    for at in (0..candidates.len()).rev() {
        link(text, candidates, at);
    }
    spread(text, candidates);
    candidates.retain(|candidate| !candidate.unit.is_empty() || candidate.kind == Kind::Measure);
}

/// Works backwards, so that 12、30和5件 hands its unit down from the end.
fn link(text: &str, candidates: &mut [Candidate], at: usize) {
    let Some((head, tail)) = candidates.split_at_mut_checked(at + 1) else {
        return;
    };
    let (Some(here), Some(next)) = (head.last_mut(), tail.first_mut()) else {
        return;
    };
    let between = &text[here.span.end..next.span.start.max(here.span.end)];
    if between.len() > 60 {
        return;
    }
    let arrives = between.ends_with(['至', '到', '为', '成', '的', '了']);
    if arrives && (is_change(between) || moves_thing(text, here, between)) && changes_alike(here, next) {
        here.direction = Some(Direction::From);
        next.direction = Some(Direction::To);
        if here.unit.is_empty() {
            (here.unit, here.kind) = (next.unit, next.kind);
        } else if next.unit.is_empty() || next.unit == "个" && here.unit.starts_with('个') {
            (next.unit, next.kind) = (here.unit, here.kind);
        }
        return;
    }
    if here.unit.is_empty() && !next.unit.is_empty() && is_list(between) {
        (here.unit, here.kind) = (next.unit, next.kind);
    }
}

/// 分别由10件、5件压减到3件和1件: all numbers before the verb are where it started, all behind it where it arrived.
/// 缩短到11分钟 tells only the second.
fn spread(text: &str, candidates: &mut [Candidate]) {
    for at in 0..candidates.len() {
        let Some((head, [here, tail @ ..])) = candidates.split_at_mut_checked(at) else {
            continue;
        };
        if here.direction.is_none() {
            let arrives = text[..here.span.start]
                .strip_suffix(['至', '到'])
                .is_some_and(|before| ENDS_IN_CHANGE.word(before).is_some());
            here.direction = arrives.then_some(Direction::To);
        }
        let listed = |a: &Candidate, b: &Candidate| {
            matches!(
                text.get(a.span.end..b.span.start),
                Some("、" | "和" | "及" | "与")
            )
        };
        match here.direction {
            Some(Direction::From) => {
                if let Some(earlier) = head.last_mut().filter(|earlier| listed(earlier, here)) {
                    earlier.direction = Some(Direction::From);
                }
            }
            Some(Direction::To) => {
                if let Some(later) = tail
                    .first_mut()
                    .filter(|later| listed(here, later) && later.direction.is_none())
                {
                    later.direction = Some(Direction::To);
                }
            }
            None => {}
        }
    }
}

/// 12、30 or A类3、B类5: a mark, and at most a short label behind it.
fn is_list(between: &str) -> bool {
    let Some(label) = LISTED.iter().find_map(|mark| between.strip_prefix(mark)) else {
        return false;
    };
    label.chars().count() <= 12 && label.chars().all(char::is_alphanumeric)
}

const LISTED: [&str; 5] = ["、", "，", "和", "及", "与"];

/// 压减至, 降到, 增加为: nothing but a verb of change stands between the two numbers.
pub(super) fn is_change(between: &str) -> bool {
    // 由2023年的40%升至2024年的60%: of whichever year it is.
    let between = match between.strip_suffix("年的") {
        Some(dated) => {
            dated.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '今' | '本' | '当'))
        }
        None => between,
    };
    let between = between.trim_start_matches(['，', '分', '别', '大', '幅', '进', '一', '步', '已']);
    let Some(verb) = [
        "至",
        "到",
        "为",
        "成",
        "至目前的",
        "到目前的",
        "到现在的",
        "至现在的",
        "到了",
    ]
    .iter()
    .find_map(|end| between.strip_suffix(end)) else {
        return false;
    };
    let is_verb = STARTS_WITH_CHANGE.word(verb).is_some();
    verb.chars().count() <= 5 && is_verb
}

/// 将40项具体措施细化为78项: what is changed stands between the verb and its first number.
fn moves_thing(text: &str, here: &Candidate, between: &str) -> bool {
    let Some(moved) = ["为", "至", "到", "成"]
        .iter()
        .find_map(|end| between.strip_suffix(end))
    else {
        return false;
    };
    let head = &text[..here.span.start];
    let clause = head
        .char_indices()
        .rev()
        .take(30)
        .take_while(|(_, c)| !matches!(c, '，' | '。' | '；' | '：'))
        .any(|(_, c)| matches!(c, '将' | '把'));
    (clause || head.ends_with(['由', '从']))
        && between.chars().count() <= 16
        && !between.contains(['，', '、', '；', '。'])
        && CHANGES
            .iter()
            .chain(&["细化", "拆分", "整合", "归并", "拓展", "扩展"])
            .any(|verb| moved.strip_suffix(verb).is_some_and(|noun| !noun.is_empty()))
}

const CHANGES: [&str; 26] = [
    "压减", "压缩", "缩短", "缩减", "缩", "减少", "减", "精简", "下降", "降低", "降", "增加", "增长", "增",
    "提高", "提升", "上升", "升", "扩大", "扩", "延长", "调整", "优化", "跃升", "提速", "合并",
];

static STARTS_WITH_CHANGE: LazyLock<Starts> = LazyLock::new(|| Starts::new(CHANGES));
static ENDS_IN_CHANGE: LazyLock<Ends> = LazyLock::new(|| Ends::new(CHANGES));

fn changes_alike(from: &Candidate, to: &Candidate) -> bool {
    let alike = |a: Kind, b: Kind| {
        a == b
            || matches!(
                (a, b),
                (Kind::Change | Kind::Time, Kind::Change | Kind::Time | Kind::Group)
            )
    };
    !(from.unit.is_empty() && to.unit.is_empty())
        && (from.unit.is_empty()
            || to.unit.is_empty()
            || from.unit == to.unit
            || alike(from.kind, to.kind)
            || to.unit == "个")
}

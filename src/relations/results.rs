//! How cases ended: `审结8件，维持4件、撤销2件、驳回1件、终止1件`, `应诉8件，胜诉5件，败诉3件`. A case ends in one way, so the ways
//! together are no more than the cases.

use super::sentence::{Sentence, is_exact, plain};
use super::sum::same_unit;
use super::{Kind, Relation, Verdict};
use crate::lexicon::Starts;
use crate::numeral::Decimal;
use std::cmp::Ordering;
use std::sync::LazyLock;

/// The ways in which a case ends, each once: 纠错 takes in several, 调解 may end as 终止.
static RESULTS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "维持",
        "撤销",
        "变更",
        "确认违法",
        "驳回",
        "终止",
        "责令履行",
        "胜诉",
        "败诉",
        "撤诉",
        "未结",
        "未审结",
    ])
});

/// What a figure before its results counts: cases. Those at which a leader was present are others.
static CASES: LazyLock<Starts> =
    LazyLock::new(|| Starts::new(["应诉", "审结", "办结", "结案", "复议案件", "诉讼案件", "复议决定"]));

/// 一审胜诉3件，二审胜诉2件: words with which a result is counted twice, or is none.
static OTHERS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "一审", "二审", "再审", "出庭", "上年", "历年", "其中", "同比", "建议",
    ])
});

/// No words around a result are more than these: 撤销原行政行为.
const LONGEST: usize = 12;

/// More figures than there are results are not each another one, and looking no further keeps endless lists linear.
const MOST: usize = 10;

/// Results right behind the cases that they are of, joined by nothing but commas.
pub(super) fn behind(sentence: &Sentence<'_>, whole: usize) -> Option<Relation> {
    let mut parts: Vec<usize> = Vec::new();
    for at in (whole + 1..sentence.range.end).take(MOST) {
        let follows = same_unit(sentence, whole, at)
            && sentence.before(at).starts_with(['，', ',', '、', '：'])
            && !sentence.before(at).contains(['；', '（', '(', '）', ')']);
        if !follows || !is_exact(&sentence.figures[at]) || result(sentence, at).is_none() {
            break;
        }
        parts.push(at);
    }
    let cases = sentence.clause(whole);
    if parts.len() < 2 || !each_once(sentence, &parts) || !CASES.is_in(cases) || OTHERS.is_in(cases) {
        return None;
    }
    let total = sentence.figures[whole].value;
    let value = |&at: &usize| sentence.figures[at].value;
    let sum = (parts.iter().map(value)).try_fold(Decimal::ZERO, |sum, value| sum.checked_add(value))?;
    let left: Vec<_> = parts.iter().map(|at| plain(value(at))).collect();
    let (left, right) = (left.join(" + "), plain(total));
    let judgement = match sum.cmp(&total) {
        Ordering::Equal => (Verdict::Holds, format!("{left} = {right}"), ""),
        Ordering::Less => (
            Verdict::Holds,
            format!("{left} ≤ {right}"),
            "未必全列，只核对不超过总数",
        ),
        Ordering::Greater => (
            Verdict::Doubtful,
            format!("{left} = {} > {right}", plain(sum)),
            "可能含上年结转的案件",
        ),
    };
    parts.push(whole);
    Some(sentence.relation(Kind::Sum, judgement, parts))
}

/// Whether figures are results, each another one.
pub(super) fn each_once(sentence: &Sentence<'_>, figures: &[usize]) -> bool {
    let mut seen = Vec::new();
    figures.iter().all(|&at| {
        let new = result(sentence, at).filter(|word| !seen.contains(word));
        seen.extend(new);
        new.is_some()
    })
}

/// The one way in which the cases of a figure ended.
fn result(sentence: &Sentence<'_>, at: usize) -> Option<&'static str> {
    let clause = sentence.clause(at);
    let clause = clause.strip_prefix("其中").unwrap_or(clause);
    let mut found = RESULTS.find(clause);
    let (_, word, ()) = found.next()?;
    let alone = found.next().is_none() && clause.chars().count() <= LONGEST && !OTHERS.is_in(clause);
    alone.then_some(word)
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::relations_of;
    use expect_test::expect;

    #[test]
    fn cases_end_in_one_way_each() {
        expect!["✓ 4 + 2 + 1 + 1 = 8"].assert_eq(&relations_of(
            "审结复议案件⟦8件⟧，维持⟦4件⟧、撤销⟦2件⟧、驳回申请⟦1件⟧、终止⟦1件⟧。",
        ));
        expect!["✓ 5 + 2 ≤ 8（未必全列，只核对不超过总数）"]
            .assert_eq(&relations_of("行政应诉⟦8件⟧，胜诉⟦5件⟧，败诉⟦2件⟧。"));
        expect!["✓ 5 + 1 + 2 = 8"]
            .assert_eq(&relations_of("应诉⟦8件⟧，胜诉⟦5件⟧，原告撤诉⟦1件⟧，未结⟦2件⟧。"));
        expect!["？ 5 + 4 = 9 > 8（可能含上年结转的案件）"]
            .assert_eq(&relations_of("行政应诉⟦8件⟧，胜诉⟦5件⟧，败诉⟦4件⟧。"));
    }

    #[test]
    fn what_counts_something_else_is_no_result() {
        for text in [
            "负责人出庭应诉⟦3件⟧，胜诉⟦8件⟧，败诉⟦1件⟧。",
            "行政应诉⟦8件⟧，一审胜诉⟦7件⟧，二审胜诉⟦2件⟧。",
            "行政应诉⟦8件⟧，胜诉⟦7件⟧，胜诉⟦2件⟧。",
            "制定文件⟦2件⟧，撤销⟦4件⟧、终止⟦2件⟧。",
            "审结案件⟦8件⟧；维持⟦9件⟧，撤销⟦4件⟧。",
            "审结案件⟦8件⟧，维持、驳回⟦9件⟧，终止审理或撤销⟦4件⟧，终止⟦4件⟧。",
        ] {
            expect![""].assert_eq(&relations_of(text));
        }
    }
}

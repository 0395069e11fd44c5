//! A share beside its counts: `审结125件，其中调解52件，占审结总数的41.6%`, `36人，其中通过考试11人，占30.6%`.

use super::rate::{Ratio, judge};
use super::sentence::{Rounded, Sentence, is_exact, plain};
use super::sum::same_unit;
use super::{Relation, Verdict};
use crate::lexicon::Starts;
use std::sync::LazyLock;

/// The part is the figure before the share; the whole is the one that the words name, or the one that 其中 divides.
pub(super) fn of(sentence: &Sentence<'_>, rate: usize) -> Option<Relation> {
    let named = whole_named(sentence.clause(rate))?;
    let part = rate.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    let is_count = |at: usize| sentence.figures[at].unit != "%" && is_exact(&sentence.figures[at]);
    if !is_count(part) || sentence.figures[rate].direction.is_some() {
        return None;
    }
    let (whole, certain) = match named {
        "" => (divided(sentence, part)?, sentence.before(part).contains("其中")),
        name => the_one_named(sentence, part, name)?,
    };
    let [some, total] = [part, whole].map(|at| Rounded::of(sentence, at));
    if !is_count(whole) || some.value > total.value {
        return None;
    }
    let left = format!("{} ÷ {}", plain(some.value), plain(total.value));
    let ratio = Ratio {
        left,
        part: some,
        whole: total,
    };
    let relation = judge(sentence, vec![part, whole, rate], ratio, true)?;
    // Another count in front may be the whole: 受理100件，办结90件，其中调解30件，占30%.
    let others = (sentence.range.start..part).rev().take(8);
    let mut others = others.filter(|&at| at != whole && same_unit(sentence, at, part));
    (relation.verdict == Verdict::Holds || certain && others.next().is_none()).then_some(relation)
}

/// The whole that `占…` names: 审结 of `占审结总数的`, nothing of `占` and `占总数的`. None where the clause is no share.
fn whole_named(clause: &str) -> Option<&str> {
    let words = clause
        .strip_prefix("占")?
        .trim_end_matches(['为', '达', '到', ' ']);
    let words = ["的比例", "的比重", "比例", "比重", "比", "的"]
        .iter()
        .find_map(|end| words.strip_suffix(end))
        .unwrap_or(words);
    let words = words.strip_prefix("全部").unwrap_or(words);
    let ends = ["总件数", "总人数", "总户数", "总数", "总量", "总额", "全部", "数"];
    Some(
        ends.iter()
            .find_map(|end| words.strip_suffix(end))
            .unwrap_or(words),
    )
}

/// No list of parts with their shares is longer, and looking no further keeps endless ones linear.
const MOST: usize = 16;

/// The figure that 其中 divides, before a part of it; between parts there may be shares of their own.
fn divided(sentence: &Sentence<'_>, part: usize) -> Option<usize> {
    let is_share = |at: &usize| sentence.figures[*at].unit == "%";
    let mut list = (sentence.range.start..=part).rev().take(MOST);
    let first = list.find(|&at| {
        !is_share(&at) && (!same_unit(sentence, at, part) || sentence.before(at).contains("其中"))
    })?;
    let mut front = (sentence.range.start..first).rev().take(MOST);
    let whole = front.find(|at| !is_share(at))?;
    (same_unit(sentence, first, part) && same_unit(sentence, whole, part)).then_some(whole)
}

/// The one figure before a part whose words end in the name, and whether they say nothing else: 投诉类案件 may be some of
/// the cases only.
fn the_one_named(sentence: &Sentence<'_>, part: usize, name: &str) -> Option<(usize, bool)> {
    static TAKEN: LazyLock<Starts> = LazyLock::new(|| {
        let deeds = [
            "受理", "办理", "收到", "接收", "审理", "审结", "办结", "处理", "立案", "查处",
        ];
        Starts::new(deeds)
    });
    let head = |at: usize| {
        let words = sentence.clause(at).trim_end_matches(['为', '共', '有']);
        words.strip_suffix(name).filter(|_| same_unit(sentence, at, part))
    };
    let mut found = (sentence.range.start..part)
        .rev()
        .take(8)
        .filter_map(|at| Some((at, head(at)?)));
    let (whole, head) = found.next().filter(|_| found.next().is_none())?;
    let head = ["全年", "今年", "共", "累计"]
        .iter()
        .fold(head, |head, lead| head.strip_prefix(lead).unwrap_or(head));
    Some((whole, head.is_empty() || TAKEN.has(head)))
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::relations_of;
    use expect_test::expect;

    #[test]
    fn a_share_is_of_the_whole_that_it_names() {
        expect![[r#"
            ✓ 52 ≤ 125
            ✓ 52 ÷ 125 = 41.6%"#]]
        .assert_eq(&relations_of(
            "受理⟦131件⟧，审结⟦125件⟧，其中调解⟦52件⟧，占审结总数的⟦41.6%⟧。",
        ));
        expect!["✓ 30 ÷ 40 = 75%"]
            .assert_eq(&relations_of("办理案件⟦40件⟧，调解⟦30件⟧，占案件总数的⟦75%⟧。"));
        expect!["✗ 30 ÷ 40 = 75% ≠ 85%"].assert_eq(&relations_of(
            "办理案件⟦40件⟧，调解⟦30件⟧，占案件总数的比例为⟦85%⟧。",
        ));
    }

    #[test]
    fn a_share_without_a_name_is_of_what_is_divided() {
        expect![[r#"
            ✓ 11 ≤ 36
            ✓ 11 ÷ 36 = 30.556% ≈ 30.6%（四舍五入后相符）"#]]
        .assert_eq(&relations_of("人员共⟦36人⟧，其中通过考试⟦11人⟧，占⟦30.6%⟧。"));
        expect![[r#"
            ✓ 11 ≤ 36
            ✗ 11 ÷ 36 = 30.556% ≠ 40.6%"#]]
        .assert_eq(&relations_of(
            "人员共⟦36人⟧，其中通过考试⟦11人⟧（占总数的⟦40.6%⟧）。",
        ));
        expect![[r#"
            ✓ 10 ≤ 50
            ✓ 10 ÷ 50 = 20%
            ✓ 20 ÷ 50 = 40%"#]]
        .assert_eq(&relations_of(
            "案件⟦50件⟧，其中甲⟦10件⟧，占⟦20%⟧；乙⟦20件⟧，占⟦40%⟧。",
        ));
    }

    #[test]
    fn another_whole_is_no_contradiction() {
        for text in [
            "调解⟦30件⟧，占全市案件总数的⟦85%⟧。",
            "办理案件⟦40件⟧，调解⟦30件⟧，占全市的⟦85%⟧。",
            "办理案件⟦40件⟧，调解⟦30件⟧，约占案件总数的⟦85%⟧。",
            "受理案件⟦50件⟧，办结案件⟦40件⟧，调解⟦30件⟧，占案件总数的⟦85%⟧。",
            "案件⟦50件⟧，涉及⟦60人⟧，占⟦40%⟧。",
            "办理投诉类案件⟦40件⟧，调解⟦30件⟧，占案件总数的⟦15%⟧。",
            "调解⟦30件⟧，占⟦40%⟧。",
        ] {
            expect![""].assert_eq(&relations_of(text));
        }
        expect!["✓ 30 ≤ 90"].assert_eq(&relations_of(
            "受理⟦100件⟧，办结⟦90件⟧，其中调解⟦30件⟧，占⟦30%⟧。",
        ));
    }
}

//! A change beside what it changes: the from–to pair `由239个降至36个，下降84.9%`, or the count of the year before,
//! `36件，比上年的30件增长20%` and `36件，同比增长20%（上年为30件）`.

use super::change::{direction, is_alone, is_pair, lead, rate_of};
use super::rate::{Ratio, judge};
use super::sentence::{Rounded, Sentence, half_step, is_exact, plain};
use super::{Kind, Relation, Verdict};
use crate::figures::{compares, earlier_period};

/// The change that the rate states.
pub(super) fn of(sentence: &Sentence<'_>, rate: usize) -> Option<Relation> {
    let before = rate.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    let first = before.checked_sub(1).filter(|at| sentence.range.contains(at));
    if let Some(first) = first {
        if is_pair(sentence, first, before) {
            let named_only = lead(sentence.before(rate)).is_some_and(|(lead, _)| lead.is_empty());
            // 由20件增至30件，群众满意度提升12%: what rises is another thing, unless the numbers agree.
            return change(sentence, first, before, rate)
                .map(|found| as_points(sentence, found, [first, before, rate]))
                .filter(|found| named_only || found.verdict == Verdict::Holds);
        }
        if is_compared(sentence, before, rate) {
            return plausible(sentence, before, first, rate);
        }
    }
    if let Some(found) = rate_of(sentence, before, rate) {
        return Some(found);
    }
    let aside = (rate + 1 < sentence.range.end).then_some(rate + 1)?;
    is_aside(sentence, aside, rate)
        .then(|| plausible(sentence, aside, before, rate))
        .flatten()
}

/// `由95%提高到98%，提高了3%`: what differs by so many points is hardly meant as a rate of growth.
fn as_points(sentence: &Sentence<'_>, found: Relation, [old, new, stated]: [usize; 3]) -> Relation {
    let figure = |at: usize| &sentence.figures[at];
    let difference = figure(new).value.checked_sub(figure(old).value);
    let in_points = figure(old).unit == "%" && difference.is_some_and(|by| by.abs() == figure(stated).value);
    match in_points {
        true => Relation {
            verdict: Verdict::Doubtful,
            note: "两个比率之差，似应为“个百分点”".into(),
            ..found
        },
        false => found,
    }
}

/// `由92.3%提升至95.1%，提升2.8个百分点`: the difference of the pair, as exact as its figures are printed.
pub(super) fn in_points(sentence: &Sentence<'_>, points: usize) -> Option<Relation> {
    let to = points.checked_sub(1)?;
    let from = to.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    let (old, new, stated) = (
        &sentence.figures[from],
        &sentence.figures[to],
        &sentence.figures[points],
    );
    let rates = old.unit == "%" && new.unit == "%" && is_exact(old) && is_exact(new);
    if !rates
        || !is_pair(sentence, from, to)
        || !lead(sentence.before(points)).is_some_and(|(lead, _)| lead.is_empty())
    {
        return None;
    }
    let difference = new.value.checked_sub(old.value)?.abs();
    let off = difference.checked_sub(stated.value)?.abs();
    let step = half_step(sentence.text, old).saturating_add(half_step(sentence.text, new));
    let left = format!(
        "|{} − {}| = {}",
        plain(new.value),
        plain(old.value),
        plain(difference)
    );
    let judgement = if off.is_zero() {
        (Verdict::Holds, left, "")
    } else if off <= step {
        (
            Verdict::Doubtful,
            format!("{left} ≠ {}", plain(stated.value)),
            "可能由未取整的比率算出",
        )
    } else {
        (Verdict::Broken, format!("{left} ≠ {}", plain(stated.value)), "")
    };
    let figures = vec![from, to, points];
    Some(sentence.relation(Kind::Rate, judgement, figures))
}

/// `，比上年的30件增长20%`
fn is_compared(sentence: &Sentence<'_>, old: usize, rate: usize) -> bool {
    let words = sentence.before(old);
    compares(words)
        && earlier_period(words).is_some()
        && lead(sentence.before(rate)).is_some_and(|(lead, _)| lead.is_empty())
}

/// `，同比增长20%（上年为30件）`
fn is_aside(sentence: &Sentence<'_>, old: usize, rate: usize) -> bool {
    let words = sentence.before(old);
    words.starts_with(['（', '('])
        && earlier_period(words).is_some()
        && sentence.behind(old).starts_with(['）', ')'])
        && lead(sentence.before(rate))
            .is_some_and(|(lead, _)| lead.is_empty() || compares(lead) && earlier_period(lead).is_some())
}

/// A change against the year before. Which count it is of, only the words' nearness tells: where another count of the
/// sentence may be what changed, or both together, no error is told.
fn plausible(sentence: &Sentence<'_>, old: usize, new: usize, rate: usize) -> Option<Relation> {
    if sentence.figures[new].unit == "%" {
        return None;
    }
    let found = change(sentence, old, new, rate)?;
    (!found.has_finding() || is_alone(sentence, new, old)).then_some(found)
}

fn change(sentence: &Sentence<'_>, from: usize, to: usize, rate: usize) -> Option<Relation> {
    let (old, new) = (&sentence.figures[from], &sentence.figures[to]);
    if old.unit != new.unit || old.value.is_zero() || !is_exact(old) || !is_exact(new) {
        return None;
    }
    let words = sentence.before(rate);
    let falls = direction(words)?;
    if falls != (new.value < old.value) {
        return None;
    }
    let (old, new) = (Rounded::of(sentence, from), Rounded::of(sentence, to));
    let left = format!(
        "|{} − {}| ÷ {}",
        plain(new.value),
        plain(old.value),
        plain(old.value)
    );
    let part = new.minus(&old)?;
    let ratio = Ratio {
        left,
        part,
        whole: old,
    };
    judge(sentence, vec![from, to, rate], ratio, true)
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::relations_of;
    use expect_test::expect;

    #[test]
    fn a_change_follows_from_its_pair() {
        expect!["✓ |36 − 239| ÷ 239 = 84.937% ≈ 84.9%（四舍五入后相符）"]
            .assert_eq(&relations_of("事项由⟦由239个⟧降至⟦至36个⟧，减少⟦84.9%⟧。"));
        expect!["✗ |36 − 239| ÷ 239 = 84.94% ≠ 74%"]
            .assert_eq(&relations_of("事项由⟦由239个⟧降至⟦至36个⟧，减少⟦74%⟧。"));
        expect![""].assert_eq(&relations_of("事项由⟦由20个⟧增至⟦至30个⟧，群众满意度提升⟦12%⟧。"));
        expect!["✓ |30 − 20| ÷ 20 = 50%"]
            .assert_eq(&relations_of("事项由⟦由20个⟧增至⟦至30个⟧，增长幅度⟦50%⟧。"));
    }

    #[test]
    fn a_difference_of_rates_called_percent_is_doubtful() {
        expect!["？ |98 − 95| ÷ 95 = 3.16% ≈ 3%（两个比率之差，似应为“个百分点”）"]
            .assert_eq(&relations_of("办结率由⟦由95%⟧提高到⟦至98%⟧，提高了⟦3%⟧。"));
    }

    #[test]
    fn counts_in_ten_thousands_are_rounded_too() {
        expect!["✓ |34000 − 28000| ÷ 28000 = 21.429% ≈ 21.6%（四舍五入后相符）"]
            .assert_eq(&relations_of("办件⟦3.4万件⟧，比上年的⟦2.8万件⟧增长⟦21.6%⟧。"));
        expect!["✗ |34000 − 28000| ÷ 28000 = 21.43% ≠ 31%"]
            .assert_eq(&relations_of("办件⟦3.4万件⟧，比上年的⟦2.8万件⟧增长⟦31%⟧。"));
    }

    #[test]
    fn points_are_the_difference_of_a_pair_of_rates() {
        expect!["✓ |95.1 − 92.3| = 2.8"].assert_eq(&relations_of(
            "满意率⟦由92.3%⟧提升至⟦至95.1%⟧，提升⟦2.8个百分点⟧。",
        ));
        expect!["？ |95.1 − 92.3| = 2.8 ≠ 2.7（可能由未取整的比率算出）"].assert_eq(&relations_of(
            "满意率⟦由92.3%⟧提升至⟦至95.1%⟧，提升了⟦2.7个百分点⟧。",
        ));
        expect!["✗ |95.1 − 92.3| = 2.8 ≠ 3.8"].assert_eq(&relations_of(
            "满意率⟦由92.3%⟧提升至⟦至95.1%⟧，提升⟦3.8个百分点⟧。",
        ));
        expect![""].assert_eq(&relations_of(
            "满意率⟦由92.3%⟧提升至⟦至95.1%⟧，群众知晓率提升⟦3.8个百分点⟧。",
        ));
    }

    #[test]
    fn a_change_follows_from_the_year_before() {
        expect!["✗ |36 − 30| ÷ 30 = 20% ≠ 25%"]
            .assert_eq(&relations_of("办理案件⟦36件⟧，比上年的⟦30件⟧增长⟦25%⟧。"));
        expect!["✗ |36 − 30| ÷ 30 = 20% ≠ 25%"]
            .assert_eq(&relations_of("办理案件⟦36起⟧，较去年的⟦30起⟧，上升⟦25%⟧。"));
        expect!["✓ |120 − 100| ÷ 100 = 20%"]
            .assert_eq(&relations_of("办理案件⟦120件⟧，同比增长⟦20%⟧（上年为⟦100件⟧）。"));
        expect!["✓ |20 − 30| ÷ 30 = 33.333% ≈ 33.3%（四舍五入后相符）"].assert_eq(&relations_of(
            "办理案件⟦20件⟧，与上年同期的⟦30件⟧相比下降了⟦33.3%⟧。",
        ));
    }

    #[test]
    fn what_may_be_the_change_of_another_count_is_left_alone() {
        expect![""].assert_eq(&relations_of("受理⟦36件⟧，办结⟦35件⟧，比上年的⟦30件⟧增长⟦20%⟧。"));
        expect![""].assert_eq(&relations_of(
            "受理⟦40件⟧，办结⟦36件⟧，比上年的⟦30件⟧增长⟦153%⟧。",
        ));
        expect![""].assert_eq(&relations_of("办理⟦36件⟧，比上年的⟦30件⟧增长⟦近25%⟧。"));
        expect![""].assert_eq(&relations_of("办理⟦36件⟧，同比增长⟦25%⟧（其中新收⟦30件⟧）。"));
        expect![""].assert_eq(&relations_of("满意率⟦99%⟧，比上年的⟦90%⟧提高⟦9%⟧。"));
    }
}

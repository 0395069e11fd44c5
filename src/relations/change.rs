//! A change in counts: `8件，比上年的10件减少2件`. It is computed again where both counts stand there, and it carries the
//! rate behind it (`，下降20%`), which [`super::growth`] reads.

use super::rate::{Ratio, judge};
use super::sentence::{Rounded, Sentence, is_exact, plain};
use super::{Kind, Relation, Verdict};
use crate::figures::{Direction, compares, earlier_period};
use crate::lexicon::Ends;
use crate::text::is_han;
use std::sync::LazyLock;

const FALLS: [&str; 8] = ["下降", "减少", "压缩", "压减", "缩短", "降低", "降幅", "下滑"];
const RISES: [&str; 7] = ["增长", "增加", "上升", "提高", "提升", "增幅", "上涨"];

/// What a count changed by, and the counts that it changed between, as far as they stand there.
pub(super) struct Change {
    falls: bool,
    from: Option<usize>,
    to: Option<usize>,
}

/// The difference that figure `by` states, where the counts before and after it are printed.
pub(super) fn difference(sentence: &Sentence<'_>, by: usize) -> Option<Relation> {
    let found = stated(sentence, by)?;
    let (from, to) = (found.from?, found.to?);
    let relation = subtract(sentence, from, to, by, found.falls)?;
    if relation.verdict == Verdict::Holds {
        return Some(relation);
    }
    // Another count of the sentence, or two of them together, may be what changed.
    let same_unit = sentence.figures[to].unit == sentence.figures[from].unit;
    (same_unit && is_alone(sentence, to, from)).then_some(relation)
}

/// The rate right behind the change `by`: `减少2件，下降20%`.
pub(super) fn rate_of(sentence: &Sentence<'_>, by: usize, rate: usize) -> Option<Relation> {
    let (lead, falls) = lead(sentence.before(rate).trim_start_matches(['（', '(']))?;
    let found = stated(sentence, by)?;
    if !lead.is_empty() || falls != found.falls {
        return None;
    }
    let part = Rounded::of(sentence, by);
    let shown = plain(part.value);
    if let Some(from) = found.from {
        let whole = Rounded::of(sentence, from);
        let left = format!("{shown} ÷ {}", plain(whole.value));
        return judge(sentence, vec![by, from, rate], Ratio { left, part, whole }, true);
    }
    // Nothing prints the count of the year before, and which count changed only nearness tells.
    let to = found.to?;
    let new = Rounded::of(sentence, to);
    let (whole, sign) = match falls {
        true => (new.plus(&part)?, '+'),
        false => (new.minus(&part).filter(|_| new.value > part.value)?, '−'),
    };
    let left = format!("{shown} ÷ ({} {sign} {shown})", plain(new.value));
    let mut relation = judge(sentence, vec![by, to, rate], Ratio { left, part, whole }, true)?;
    if relation.verdict == Verdict::Broken {
        relation.verdict = Verdict::Doubtful;
        relation.note = "所比的数由增减数推算".into();
    }
    (relation.verdict == Verdict::Holds || is_alone(sentence, to, to)).then_some(relation)
}

/// The change that figure `by` states: `由10件降至8件，减少2件`, `8件，比上年的10件减少2件`, `8件，同比减少2件`.
fn stated(sentence: &Sentence<'_>, by: usize) -> Option<Change> {
    let figure = &sentence.figures[by];
    if figure.unit == "%"
        || figure.unit.ends_with("百分点")
        || figure.direction.is_some()
        || !is_exact(figure)
    {
        return None;
    }
    // 40项细化为78项，增加41项指标: what was added is another thing than what changed.
    if sentence.behind(by).starts_with(is_han) {
        return None;
    }
    let words = sentence.before(by);
    let (lead, falls) = lead(words).or_else(|| more_or_less(words))?;
    let inside = |at: &usize| sentence.range.contains(at) && is_exact(&sentence.figures[*at]);
    let before = by.checked_sub(1).filter(inside)?;
    let same_unit = |at: usize| sentence.figures[at].unit == figure.unit;
    if !same_unit(before) {
        return None;
    }
    let first = before.checked_sub(1).filter(inside);
    if !lead.is_empty() || words.contains("同比") {
        let known = lead.is_empty() || compares(lead) && earlier_period(lead).is_some();
        let (from, to) = (None, Some(before));
        return known.then_some(Change { falls, from, to });
    }
    if let Some(first) = first.filter(|&first| is_pair(sentence, first, before)) {
        let (from, to) = (Some(first), Some(before));
        return same_unit(first).then_some(Change { falls, from, to });
    }
    let own_subject = names_year_before(sentence.before(before))?;
    let counts = |&at: &usize| {
        let unit = sentence.figures[at].unit.as_ref();
        same_unit(at) || CASES.contains(&unit) && CASES.contains(&figure.unit.as_ref())
    };
    let to = first.filter(counts).filter(|_| !own_subject);
    let from = Some(before);
    Some(Change { falls, from, to })
}

/// Measure words for a case, which one report uses side by side.
const CASES: [&str; 4] = ["件", "起", "宗", "例"];

/// Whether the words before a figure compare with the year before, and if so, whether they name what they compare:
/// `，比上年的`, `，查获数比上年的`.
fn names_year_before(words: &str) -> Option<bool> {
    if compares(words) {
        return earlier_period(words).is_some().then_some(false);
    }
    let clause = words.rsplit(['，', ',', '；', '。', '（', '(']).next()?;
    let at = clause.rfind(['比', '较']).filter(|&at| at > 0)?;
    let (subject, behind) = clause.split_at(at);
    let known =
        compares(behind) && earlier_period(behind).is_some() && !subject.ends_with(['同', '相', '环']);
    known.then_some(true)
}

/// Whether figures are the two ends of a from–to change.
pub(super) fn is_pair(sentence: &Sentence<'_>, from: usize, to: usize) -> bool {
    let direction = |at: usize| sentence.figures[at].direction;
    direction(from) == Some(Direction::From) && direction(to) == Some(Direction::To)
}

/// Whether no other figure of the sentence up to `new` is counted in its unit, the one of the year before aside.
pub(super) fn is_alone(sentence: &Sentence<'_>, new: usize, old: usize) -> bool {
    let is_other = |&at: &usize| at != new && at != old;
    let mut others = (sentence.range.start..new).rev().take(8).filter(is_other);
    !others.any(|at| sentence.figures[at].unit == sentence.figures[new].unit)
}

/// What stands before the word of change, where nothing but 了 or 达 stands behind it, and whether it is a fall.
pub(super) fn lead(words: &str) -> Option<(&str, bool)> {
    static CHANGES: LazyLock<Ends> = LazyLock::new(|| Ends::new(FALLS.into_iter().chain(RISES)));
    let words = words.trim_end_matches(['了', '达', '为', '到', ' ']);
    let word = CHANGES.word(words)?;
    let lead = words[..words.len() - word.len()].trim_matches(['，', ',', ' ']);
    let bare = ["相比", "同比", "共", "则"]
        .iter()
        .find_map(|word| lead.strip_suffix(word))
        .unwrap_or(lead);
    Some((bare, FALLS.contains(&word)))
}

/// Whether words tell a fall or a rise; None where neither or both.
pub(super) fn direction(words: &str) -> Option<bool> {
    let falls = FALLS.iter().any(|word| words.contains(word));
    let rises = RISES.iter().any(|word| words.contains(word));
    (falls != rises).then_some(falls)
}

/// `比上年的30件多6件`
fn more_or_less(words: &str) -> Option<(&str, bool)> {
    match words {
        "多" => Some(("", false)),
        "少" => Some(("", true)),
        _ => None,
    }
}

fn subtract(sentence: &Sentence<'_>, from: usize, to: usize, by: usize, falls: bool) -> Option<Relation> {
    let [old, new, stated] = [from, to, by].map(|at| Rounded::of(sentence, at));
    if falls != (new.value < old.value) {
        return None;
    }
    let difference = new.minus(&old)?;
    let off = difference.minus(&stated)?;
    let left = format!("|{} − {}|", plain(new.value), plain(old.value));
    let (computed, printed) = (plain(difference.value), plain(stated.value));
    let judgement = if off.value.is_zero() {
        (Verdict::Holds, format!("{left} = {printed}"), "")
    } else if off.value <= off.step {
        (
            Verdict::Holds,
            format!("{left} = {computed} ≈ {printed}"),
            "四舍五入后相符",
        )
    } else {
        (Verdict::Broken, format!("{left} = {computed} ≠ {printed}"), "")
    };
    Some(sentence.relation(Kind::Rate, judgement, vec![from, to, by]))
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::relations_of;
    use expect_test::expect;

    #[test]
    fn a_difference_follows_from_the_count_of_the_year_before() {
        expect![[r#"
            ✓ |8 − 10| = 2
            ✓ 2 ÷ 10 = 20%"#]]
        .assert_eq(&relations_of(
            "受理案件⟦8件⟧，比2024年的⟦10件⟧减少⟦2件⟧，下降⟦20%⟧。",
        ));
        expect!["✓ |12 − 10| = 2"].assert_eq(&relations_of("受理案件⟦12件⟧，较上年的⟦10件⟧增加了⟦2件⟧。"));
        expect!["✗ |12 − 10| = 2 ≠ 3"].assert_eq(&relations_of("受理案件⟦12件⟧，较上年的⟦10件⟧增加⟦3件⟧。"));
        expect!["✓ |120 − 100| = 20"].assert_eq(&relations_of("查处举报⟦120起⟧，较去年的⟦100件⟧多⟦20件⟧。"));
        expect!["✓ |52000 − 36000| = 16000"].assert_eq(&relations_of(
            "查获⟦5.2万支⟧，比上年同期查获的⟦3.6万支⟧增加⟦1.6万支⟧。",
        ));
    }

    #[test]
    fn a_pair_has_a_difference_and_a_rate() {
        expect![[r#"
            ✓ |30 − 20| = 10
            ✓ 10 ÷ 20 = 50%"#]]
        .assert_eq(&relations_of(
            "案件由⟦由20件⟧增加到⟦至30件⟧，增加⟦10件⟧，增长⟦50%⟧。",
        ));
        expect!["✗ |30 − 20| = 10 ≠ 12"]
            .assert_eq(&relations_of("案件由⟦由20件⟧增加到⟦至30件⟧，增加⟦12件⟧。"));
    }

    #[test]
    fn a_rate_follows_from_the_change_alone() {
        expect!["✓ 3 ÷ 2 = 150%"].assert_eq(&relations_of(
            "破案⟦640起⟧，其他案件破案数比上年同期侦破的⟦2起⟧增加⟦3起⟧，增幅⟦150%⟧。",
        ));
        expect!["✓ 6 ÷ (30 − 6) = 25%"].assert_eq(&relations_of("立案⟦30件⟧，同比增加⟦6件⟧，增长⟦25%⟧。"));
        expect!["✓ 2 ÷ (8 + 2) = 20%"]
            .assert_eq(&relations_of("立案⟦8件⟧，较上年减少⟦2件⟧，同比下降⟦20%⟧。"));
        expect!["？ 6 ÷ (30 − 6) = 25% ≠ 35%（所比的数由增减数推算）"]
            .assert_eq(&relations_of("立案⟦30件⟧，同比增加⟦6件⟧，增长⟦35%⟧。"));
    }

    #[test]
    fn what_may_be_the_change_of_another_count_is_left_alone() {
        for text in [
            "受理⟦36件⟧，办结⟦35件⟧，比上年的⟦30件⟧增加⟦6件⟧。",
            "甲类⟦36件⟧，乙类⟦17件⟧，比上年的⟦16件⟧增加⟦37件⟧。",
            "受理⟦36件⟧，比上年的⟦30件⟧增加近⟦近7件⟧。",
            "措施由⟦由40项⟧细化为⟦至78项⟧，增加⟦41项⟧指标。",
            "受理⟦36件⟧，信访比上年的⟦30件⟧增加⟦7件⟧。",
            "受理⟦36件⟧，比上年的⟦30件⟧减少⟦7件⟧。",
            "受理⟦36件⟧，比上年的⟦30件⟧增加罚款⟦7件⟧。",
            "受理⟦36件⟧，办结⟦30件⟧，增加⟦7件⟧，增长⟦50%⟧。",
            "受理⟦40件⟧，办结⟦36件⟧，比上年的⟦30件⟧增长⟦153%⟧。",
            "受理⟦40件⟧，办结⟦36件⟧，同比增加⟦6件⟧，增长⟦30%⟧。",
        ] {
            expect![""].assert_eq(&relations_of(text));
        }
    }
}

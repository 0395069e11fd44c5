//! A rate beside the counts that give it: `受理72件，调解成功72件，调解成功率100%`. Changes are read by [`growth`] and [`change`],
//! shares by [`share`].

use super::sentence::{Rounded, Sentence, half_step, is_exact, plain};
use super::{Kind, Relation, Verdict, change, growth, share};
use crate::numeral::Decimal;

/// Adds the rates of one sentence; `previous` is the one before it with figures.
pub fn find(sentence: &Sentence<'_>, previous: Option<&Sentence<'_>>, out: &mut Vec<Relation>) {
    for at in sentence.range.clone() {
        let figure = &sentence.figures[at];
        if !is_exact(figure) {
            continue;
        }
        out.extend(match figure.unit.as_ref() {
            "%" => of_counts(sentence, at)
                .or_else(|| share::of(sentence, at))
                .or_else(|| growth::of(sentence, at))
                .or_else(|| of_counts_before(sentence, previous?, at)),
            unit if unit.ends_with("百分点") => growth::in_points(sentence, at),
            _ => change::difference(sentence, at),
        });
    }
}

/// The rate is the last figure, the part the one before it, the whole the one before that.
fn of_counts(sentence: &Sentence<'_>, rate: usize) -> Option<Relation> {
    let part = rate.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    from_last_two(sentence, part, sentence, rate)
}

/// `受理66件，办结65件。办结率98.5%`: the counts end the sentence before. Nothing joins the two but the name.
fn of_counts_before(sentence: &Sentence<'_>, previous: &Sentence<'_>, rate: usize) -> Option<Relation> {
    if rate != sentence.range.start || previous.span.end != sentence.span.start {
        return None;
    }
    let mut found = from_last_two(previous, previous.range.end.checked_sub(1)?, sentence, rate)?;
    if found.verdict == Verdict::Broken {
        found.verdict = Verdict::Doubtful;
        found.note = "按前一句的数计算".into();
    }
    Some(found)
}

/// `受理66件，办结65件`: a whole and the part of it that a rate is named after.
fn from_last_two(
    counts: &Sentence<'_>,
    part: usize,
    sentence: &Sentence<'_>,
    rate: usize,
) -> Option<Relation> {
    let whole = part.checked_sub(1).filter(|at| counts.range.contains(at))?;
    let stem = stem_of_rate(sentence.before(rate))?;
    let named = counts.clause(part);
    // 审结52件，结案率: another word for the same end of a case.
    let closes = CLOSING.contains(&core_of(stem)) && CLOSING.iter().any(|word| named.contains(word));
    // 计划检查246家，实际检查253家，完成率103%: more may be done than planned.
    let planned =
        stem.ends_with("完成") && counts.clause(whole).contains("计划") && named.starts_with("实际");
    if !closes && !planned && !named.contains(core_of(stem)) {
        return None;
    }
    let (total, some) = (&counts.figures[whole], &counts.figures[part]);
    let exceeds = some.value > total.value;
    if total.unit != some.unit || !is_exact(total) || !is_exact(some) || exceeds && !planned {
        return None;
    }
    // 按期, 及时 and their like take another whole than the one printed; 办结热线工单65件 may be of other things.
    let deed = deed_of(named);
    let same_words =
        (deed == stem || planned && !exceeds || CLOSING.contains(&deed) && CLOSING.contains(&stem))
            && !QUALIFIERS.iter().any(|word| stem.contains(word));
    let ratio = Ratio {
        left: format!("{} ÷ {}", plain(some.value), plain(total.value)),
        part: Rounded::of(counts, part),
        whole: Rounded::of(counts, whole),
    };
    judge(sentence, vec![part, whole, rate], ratio, same_words)
}

/// What was done, of a part that names nothing new: 办结 of 已办结案件.
fn deed_of(named: &str) -> &str {
    const LEADS: [&str; 7] = ["其中", "全部", "依法", "已", "均", "共", "成功"];
    const THINGS: [&str; 6] = ["案件", "纠纷", "事项", "问题", "隐患", "数"];
    let bare = |deed| {
        LEADS
            .iter()
            .fold(deed, |deed: &str, lead| deed.strip_prefix(lead).unwrap_or(deed))
    };
    let deed = THINGS
        .iter()
        .find_map(|thing| named.strip_suffix(thing))
        .unwrap_or(named);
    bare(deed)
}

const CLOSING: [&str; 3] = ["结案", "审结", "办结"];

const QUALIFIERS: [&str; 8] = ["按期", "按时", "及时", "限时", "法定", "初次", "一次性", "网上"];

/// `，调解成功率达到` → 调解成功.
fn stem_of_rate(before: &str) -> Option<&str> {
    let clause = before.rsplit(['，', ',', '；', '、', '（', '(', '。']).next()?;
    let (stem, rest) = clause.rsplit_once('率')?;
    let verbs = [
        "",
        "为",
        "达",
        "达到",
        "是",
        "均为",
        "均达",
        "均达到",
        "达成",
        "高达",
        "实现",
        "约为",
        "已达",
        "保持",
    ];
    (verbs.contains(&rest.trim()) && stem.chars().count() >= 2).then_some(stem.trim())
}

/// The last two characters of a stem carry its verb: 调解成功 → 成功, 案件办结 → 办结.
fn core_of(stem: &str) -> &str {
    stem.char_indices()
        .rev()
        .nth(1)
        .map_or(stem, |(at, _)| &stem[at..])
}

/// A rate as it is computed: `65 ÷ 66`.
pub(super) struct Ratio {
    /// The computation as a reader checks it.
    pub left: String,
    pub part: Rounded,
    pub whole: Rounded,
}

impl Ratio {
    /// In percent.
    fn value(&self) -> Option<Decimal> {
        let hundredfold = self.part.value.checked_mul(Decimal::ONE_HUNDRED)?;
        hundredfold.checked_div(self.whole.value)
    }

    /// How far the true rate may be from the computed one because the counts are printed in 万, in percentage points.
    fn slack(&self, computed: Decimal) -> Option<Decimal> {
        let of_part = self.part.step.checked_mul(Decimal::ONE_HUNDRED)?;
        let of_whole = self.whole.step.checked_mul(computed)?;
        of_part.checked_add(of_whole)?.checked_div(self.whole.value)
    }
}

/// Compares a printed rate, the last of the figures, with what computing it again gave.
pub(super) fn judge(
    sentence: &Sentence<'_>,
    figures: Vec<usize>,
    ratio: Ratio,
    certain: bool,
) -> Option<Relation> {
    let rate = &sentence.figures[*figures.last()?];
    let computed = ratio.value()?;
    let slack = ratio.slack(computed)?;
    let step = half_step(sentence.text, rate).checked_add(slack)?;
    let difference = computed.checked_sub(rate.value)?.abs();
    let left = &ratio.left;
    let printed = plain(rate.value);
    // Two more digits than printed, so that one sees how it rounds, and as many as tell the two apart.
    let with_digits = |digits| plain(computed.round_dp(digits));
    let shown = (rate.value.scale() + 2..=Decimal::MAX_SCALE)
        .map(with_digits)
        .find(|shown| *shown != printed)
        .unwrap_or_else(|| printed.clone());
    let judgement = if difference.is_zero() {
        (Verdict::Holds, format!("{left} = {printed}%"), "")
    } else if difference <= step && rate.value == Decimal::ONE_HUNDRED && slack.is_zero() {
        // 办结2309件 of 2310: rounding makes it all of them, which it is not.
        (
            Verdict::Doubtful,
            format!("{left} = {shown}% ≠ {printed}%"),
            "未达全部，四舍五入才到100%",
        )
    } else if difference <= step {
        (
            Verdict::Holds,
            format!("{left} = {shown}% ≈ {printed}%"),
            "四舍五入后相符",
        )
    } else if !certain {
        return None;
    } else if difference <= step + step {
        (
            Verdict::Doubtful,
            format!("{left} = {shown}% ≠ {printed}%"),
            "可能是截尾取值，未四舍五入",
        )
    } else {
        (Verdict::Broken, format!("{left} = {shown}% ≠ {printed}%"), "")
    };
    Some(sentence.relation(Kind::Rate, judgement, figures))
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::relations_of;
    use expect_test::expect;

    #[test]
    fn a_rate_follows_from_the_two_counts_in_front() {
        expect!["？ 2309 ÷ 2310 = 99.96% ≠ 100%（未达全部，四舍五入才到100%）"]
            .assert_eq(&relations_of("受理⟦2310件⟧，办结⟦2309件⟧，办结率⟦100%⟧。"));
        expect!["✓ 72 ÷ 72 = 100%"]
            .assert_eq(&relations_of("受理⟦72件⟧，调解成功⟦72件⟧，调解成功率⟦100%⟧。"));
        expect!["✓ 65 ÷ 66 = 98.485% ≈ 98.5%（四舍五入后相符）"]
            .assert_eq(&relations_of("受理⟦66件⟧，办结⟦65件⟧，办结率达⟦98.5%⟧。"));
        expect!["？ 65 ÷ 66 = 98.485% ≠ 98.4%（可能是截尾取值，未四舍五入）"]
            .assert_eq(&relations_of("受理⟦66件⟧，办结⟦65件⟧，办结率达⟦98.4%⟧。"));
        expect!["✗ 60 ÷ 66 = 90.91% ≠ 98%"].assert_eq(&relations_of("受理⟦66件⟧，办结⟦60件⟧，办结率⟦98%⟧。"));
    }

    #[test]
    fn what_was_rounded_is_told_from_what_is_printed() {
        expect!["✓ 12335 ÷ 12460 = 98.997% ≈ 99%（四舍五入后相符）"]
            .assert_eq(&relations_of("发现隐患⟦12460处⟧，整改⟦12335处⟧，整改率⟦99.0%⟧。"));
    }

    #[test]
    fn cases_end_in_several_words() {
        expect!["✗ 52 ÷ 58 = 89.66% ≠ 95%"].assert_eq(&relations_of("受理⟦58件⟧，审结⟦52件⟧，结案率⟦95%⟧。"));
        expect!["✓ 52 ÷ 58 = 89.655% ≈ 89.7%（四舍五入后相符）"]
            .assert_eq(&relations_of("受理⟦58件⟧，办结⟦52件⟧，结案率为⟦89.7%⟧。"));
        expect![""].assert_eq(&relations_of("受理⟦58件⟧，审结⟦52件⟧，调解结案率⟦40%⟧。"));
    }

    #[test]
    fn more_may_be_done_than_planned() {
        expect!["✓ 204 ÷ 186 = 109.677% ≈ 109.7%（四舍五入后相符）"].assert_eq(&relations_of(
            "全年计划检查⟦186家次⟧，实际检查⟦204家次⟧，完成率⟦109.7%⟧。",
        ));
        expect![""].assert_eq(&relations_of(
            "全年计划检查⟦186家次⟧，实际检查⟦204家次⟧，完成率⟦100%⟧。",
        ));
        expect!["✗ 93 ÷ 186 = 50% ≠ 100%"].assert_eq(&relations_of(
            "全年计划检查⟦186家次⟧，实际检查⟦93家次⟧，完成率⟦100%⟧。",
        ));
    }

    #[test]
    fn another_whole_is_no_contradiction() {
        expect![""].assert_eq(&relations_of("受理⟦66件⟧，办结⟦60件⟧，按期办结率⟦100%⟧。"));
        expect![""].assert_eq(&relations_of("受理⟦66件⟧，办结⟦60件⟧，满意率⟦98%⟧。"));
        expect![""].assert_eq(&relations_of("新收⟦66件⟧，办结⟦70件⟧，办结率⟦98%⟧。"));
        expect![""].assert_eq(&relations_of("受理⟦66件⟧，办结热线工单⟦60件⟧，办结率⟦100%⟧。"));
    }

    #[test]
    fn the_counts_may_end_the_sentence_before() {
        expect!["✓ 65 ÷ 66 = 98.485% ≈ 98.5%（四舍五入后相符）"]
            .assert_eq(&relations_of("受理⟦66件⟧，办结⟦65件⟧。办结率⟦98.5%⟧。"));
        expect!["？ 65 ÷ 66 = 98.48% ≠ 88%（按前一句的数计算）"]
            .assert_eq(&relations_of("受理⟦66件⟧，办结⟦65件⟧。办结率达⟦88%⟧。"));
        for text in [
            "受理⟦66件⟧，办结⟦65件⟧。信访办结率⟦88%⟧。",
            "受理⟦66件⟧，办结⟦65件⟧。受理举报⟦3件⟧，办结率⟦88%⟧。",
            "受理⟦66件⟧，办结⟦65件⟧。举报较多。办结率⟦88%⟧。",
            "受理⟦66件⟧，办结⟦65件⟧。\n办结率⟦88%⟧。",
        ] {
            expect![""].assert_eq(&relations_of(text));
        }
    }
}

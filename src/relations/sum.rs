//! Parts behind the whole that they make up: 其中, 包括, 分别, brackets, 已 … 还有 …. Totals behind their parts: [`total`].
//!
//! Only words of the text make a sum. 包括 and 分别 say that the parts are all of it, and so do 已 … 还有 …;
//! 其中 leaves open whether they are, so parts that fall short are no mistake.

use super::parts::{
    REACH, counts_behind, ends_list, first_that_add_up, has_new_subject, is_class, is_compared, parts_from,
};
use super::sentence::{Judgement, Sentence, half_step, is_exact, plain};
use super::{Kind, Relation, Verdict, results, total, year};
use crate::lexicon::Starts;
use crate::numeral::Decimal;
use crate::text::{CharSet, Span, width};
use std::sync::LazyLock;

/// How firmly the text says that the parts are the whole.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Claim {
    /// 其中: some of it, perhaps all.
    Some,
    /// 其中甲类 … 乙类 …: some of it, and no thing is in two classes.
    Classes,
    /// 包括, 分别, 已 … 还有 …: all of it.
    All,
}

/// Adds the sums of one sentence. A part may be the whole of parts of its own, so every figure is tried.
pub fn find(sentence: &Sentence<'_>, previous: Option<&Sentence<'_>>, out: &mut Vec<Relation>) {
    out.extend(previous.and_then(|previous| parts_after(previous, sentence)));
    let wholes = sentence
        .range
        .clone()
        .filter(|&at| is_exact(&sentence.figures[at]));
    out.extend(wholes.filter_map(|at| {
        year::of(sentence, at)
            .or_else(|| parts_behind(sentence, at))
            .or_else(|| results::behind(sentence, at))
            .or_else(|| done_and_open(sentence, at))
            .or_else(|| total::behind_parts(sentence, at))
            .or_else(|| total::behind_list(sentence, at))
            .filter(|_| !is_compared(sentence, at))
    }));
}

/// `2943件，其中检查2895件，处罚48件` and `156件（包括甲137件、乙19件）`.
fn parts_behind(sentence: &Sentence<'_>, whole: usize) -> Option<Relation> {
    let first = counts_behind(sentence, whole).next()?;
    let opening = sentence.between(whole, first);
    // Most neighbours count something else. A first part in brackets inside another one is looked over.
    if !same_unit(sentence, whole, first) && !opening.contains(['（', '(']) {
        return None;
    }
    // 23件（罚没款6万元，应诉3件）: the bracket says something else first.
    let bracket = (first == whole + 1 || sentence.figures[whole].unit == "元")
        && opening.trim_start().starts_with(['（', '('])
        && !opening.contains(['）', ')']);
    let claim = claim_of(opening, bracket)?;
    if opening.chars().count() > REACH || has_new_subject(opening) {
        return None;
    }
    let parts = parts_from(sentence, whole, bracket);
    let last = *parts.last()?;
    let open_list = sentence.behind(last).trim_start().starts_with('等');
    let claim = match claim {
        Claim::Some if parts.iter().all(|&part| is_class(sentence, part)) => Claim::Classes,
        claim => claim,
    };
    judge(
        sentence,
        whole,
        parts,
        if open_list { Claim::Some } else { claim },
    )
}

/// `学校162所。其中，小学70所、中学92所`: the whole ends the sentence before. Another one may be meant, so nothing is told
/// but that the parts add up.
fn parts_after(previous: &Sentence<'_>, sentence: &Sentence<'_>) -> Option<Relation> {
    let opening = sentence.before(sentence.range.start).trim_start();
    let whole = previous.range.end.checked_sub(1)?;
    if previous.span.end != sentence.span.start
        || !opening.starts_with("其中")
        || is_compared(previous, whole)
    {
        return None;
    }
    let joined = Sentence {
        text: sentence.text,
        figures: sentence.figures,
        span: Span {
            start: previous.span.start,
            end: sentence.span.end,
        },
        range: whole..sentence.range.end,
    };
    parts_behind(&joined, whole)
        .filter(|found| found.verdict == Verdict::Holds && found.statement.contains(" = "))
}

fn claim_of(opening: &str, bracket: bool) -> Option<Claim> {
    let comma = COMMAS.last(opening);
    let clause = comma.map_or(0, |at| at + width(opening.as_bytes()[at]));
    static WORDS: LazyLock<Starts<Claim>> = LazyLock::new(|| {
        let all = ["包括", "分别为", "分别是", "分别有"].map(|word| (word, Claim::All));
        Starts::of_rows(all.into_iter().chain([("其中", Claim::Some)]))
    });
    let mut among = bracket || ends_with_among(&opening[..clause]);
    for (_, _, claim) in WORDS.find_all(&opening[clause..]) {
        match claim {
            Claim::All => return Some(Claim::All),
            _ => among = true,
        }
    }
    among.then_some(Claim::Some)
}

/// What ends a clause between a whole and its parts.
static COMMAS: CharSet = CharSet::of("，,；;：");

/// `392条，其中，网站225条`: a comma or colon behind 其中 itself.
fn ends_with_among(head: &str) -> bool {
    head.trim_end_matches(['，', ',', '：', ':']).ends_with("其中")
}

/// `对600件纠纷进行调处，已化解585件，15件还在协调`.
fn done_and_open(sentence: &Sentence<'_>, whole: usize) -> Option<Relation> {
    let (done, open) = (whole + 1, whole + 2);
    if open >= sentence.range.end {
        return None;
    }
    if !same_unit(sentence, whole, done) || !same_unit(sentence, whole, open) {
        return None;
    }
    let is_done = sentence
        .before(done)
        .rsplit(['，', ',', '；'])
        .next()
        .is_some_and(|clause| clause.contains('已'));
    let behind = sentence
        .behind(open)
        .split(['，', ',', '；', '。'])
        .next()
        .unwrap_or("");
    static OPEN: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "还有",
            "尚有",
            "剩余",
            "其余",
            "还在",
            "正在",
            "尚在",
            "仍在",
            "尚未",
            "未办结",
            "未化解",
            "待办",
            "待审",
            "待结",
            "待处",
            "待化解",
            "待整改",
            "有待",
        ])
    });
    static LEFT: LazyLock<Starts> =
        LazyLock::new(|| Starts::new(["不予受理", "不予立案", "未受理", "未审结", "未结案", "结转"]));
    let says = |words: &Starts| words.is_in(sentence.before(open)) || words.is_in(behind);
    let close =
        sentence.before(done).chars().count() <= REACH && sentence.before(open).chars().count() <= REACH / 2;
    let is_open = close && says(&OPEN);
    if is_done && is_open {
        return judge(sentence, whole, vec![done, open], Claim::All);
    }
    // 收到20件，受理18件，不予受理2件: some may be neither yet.
    let found =
        (is_open || close && says(&LEFT)).then(|| judge(sentence, whole, vec![done, open], Claim::All));
    found.flatten().filter(|found| found.verdict == Verdict::Holds)
}

pub(super) fn same_unit(sentence: &Sentence<'_>, a: usize, b: usize) -> bool {
    sentence.figures[a].unit == sentence.figures[b].unit
}

/// What the parts add up to, beside the whole.
pub(super) fn judge(
    sentence: &Sentence<'_>,
    whole: usize,
    mut parts: Vec<usize>,
    claim: Claim,
) -> Option<Relation> {
    let total = &sentence.figures[whole];
    let mut left_out = false;
    if claim == Claim::Some
        && let Some(enough) = first_that_add_up(sentence, whole, &parts)
        && ends_list(sentence, &parts, enough)
    {
        parts.truncate(enough);
        left_out = true;
    }
    let members = || parts.iter().map(|&at| &sentence.figures[at]);
    if !is_exact(total) || !members().all(is_exact) {
        return None;
    }
    let sum = members().try_fold(Decimal::ZERO, |sum, figure| sum.checked_add(figure.value))?;
    let tolerance = members().fold(half_step(sentence.text, total), |sum, figure| {
        sum.saturating_add(half_step(sentence.text, figure))
    });
    let difference = sum.checked_sub(total.value)?.abs();
    // 成功率99%，其中邻里纠纷占45%: shares of something else than what the rate is the rate of.
    if total.unit == "%" && difference > tolerance {
        return None;
    }
    let left: Vec<_> = members().map(|figure| plain(figure.value)).collect();
    let left = left.join(" + ");
    let right = plain(total.value);
    let judgement = if difference.is_zero() && parts.len() > 1 {
        let note = if left_out { "其后另列的未计入" } else { "" };
        (Verdict::Holds, format!("{left} = {right}"), note)
    } else if difference <= tolerance && parts.len() > 1 {
        (Verdict::Holds, format!("{left} ≈ {right}"), "四舍五入后相符")
    } else if parts.len() == 1 {
        part_of_whole(sum, total.value, &left, &right, claim)?
    } else if claim == Claim::All {
        (Verdict::Broken, format!("{left} = {} ≠ {right}", plain(sum)), "")
    } else if sum > total.value && claim == Claim::Classes {
        (Verdict::Broken, format!("{left} = {} > {right}", plain(sum)), "")
    } else if sum > total.value {
        (
            Verdict::Doubtful,
            format!("{left} = {} > {right}", plain(sum)),
            "“其中”各项可能有交叉",
        )
    } else {
        (
            Verdict::Holds,
            format!("{left} ≤ {right}"),
            "“其中”未必全列，只核对不超过总数",
        )
    };
    let mut figures = parts;
    figures.push(whole);
    Some(sentence.relation(Kind::Sum, judgement, figures))
}

/// One part alone: it must not be greater than the whole.
fn part_of_whole(part: Decimal, whole: Decimal, left: &str, right: &str, claim: Claim) -> Option<Judgement> {
    if part > whole {
        return Some((Verdict::Broken, format!("{left} > {right}"), "部分大于总数"));
    }
    (claim != Claim::All).then(|| (Verdict::Holds, format!("{left} ≤ {right}"), ""))
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::relations_of;
    use expect_test::expect;

    #[test]
    fn all_of_it_must_add_up() {
        expect!["✓ 137 + 19 = 156"].assert_eq(&relations_of(
            "收到⟦156件⟧（包括来信⟦137件⟧、来访⟦19件⟧），均已办结。",
        ));
        expect!["✗ 137 + 18 = 155 ≠ 156"]
            .assert_eq(&relations_of("收到⟦156件⟧（包括来信⟦137件⟧、来访⟦18件⟧）。"));
        expect!["✓ 12 + 30 + 5 = 47"].assert_eq(&relations_of(
            "审核⟦47件⟧，合同、文件、决定分别为⟦12件⟧、⟦30件⟧和⟦5件⟧。",
        ));
    }

    #[test]
    fn what_is_compared_is_neither_whole_nor_part() {
        for text in [
            "受理投诉⟦120件⟧，同比减少⟦15件⟧，其中噪声⟦50件⟧。",
            "培训⟦80场⟧（上年⟦60场⟧），去年同期为⟦70场⟧。",
        ] {
            expect![""].assert_eq(&relations_of(text));
        }
    }

    #[test]
    fn what_counts_came_to_is_passed_over() {
        expect!["✓ 15 + 8 = 23"].assert_eq(&relations_of(
            "办案⟦23件⟧，罚没款⟦6.82万元⟧，其中简易程序⟦15件⟧、普通程序⟦8件⟧。",
        ));
        expect!["✓ 15 + 8 = 23"].assert_eq(&relations_of(
            "办案⟦23件⟧，其中甲类⟦15件⟧、罚款⟦1万元⟧，乙类⟦8件⟧、罚款⟦5万元⟧。",
        ));
        expect![""].assert_eq(&relations_of("办案⟦23件⟧，罚没款⟦6.82万元⟧；应诉⟦3件⟧。"));
        expect![""].assert_eq(&relations_of("办案⟦23件⟧（罚没款⟦6.82万元⟧，应诉⟦3件⟧）。"));
    }

    #[test]
    fn the_counts_of_amounts_are_passed_over() {
        expect![[r#"
            ✓ 7 + 5 = 12
            ✓ 21000 + 15000 = 36000"#]]
        .assert_eq(&relations_of(
            "罚款⟦12笔⟧共⟦3.6万元⟧，其中甲类⟦7笔⟧⟦2.1万元⟧、乙类⟦5笔⟧⟦15000元⟧。",
        ));
        expect!["✓ 21000 + 15000 = 36000"].assert_eq(&relations_of(
            "罚款⟦3.6万元⟧（其中甲类⟦7笔⟧，共⟦2.1万元⟧，乙类⟦5笔⟧，共⟦1.5万元⟧），没收⟦3笔⟧⟦2万元⟧。",
        ));
    }

    #[test]
    fn some_of_it_may_fall_short() {
        expect!["✓ 20 + 10 = 30"].assert_eq(&relations_of(
            "办案⟦30件⟧，其中普通程序⟦20件⟧，简易程序⟦10件⟧，罚款⟦3万元⟧。",
        ));
        expect!["✓ 20 + 5 ≤ 30（“其中”未必全列，只核对不超过总数）"]
            .assert_eq(&relations_of("办案⟦30件⟧，其中甲类⟦20件⟧，乙类⟦5件⟧。"));
        expect!["？ 20 + 15 = 35 > 30（“其中”各项可能有交叉）"]
            .assert_eq(&relations_of("培训⟦30人⟧，其中党员⟦20人⟧，女性⟦15人⟧。"));
        expect!["✗ 20 + 15 = 35 > 30"].assert_eq(&relations_of("合同⟦30件⟧，其中甲类⟦20件⟧、乙类⟦15件⟧。"));
        expect!["✓ 6 ≤ 30"].assert_eq(&relations_of("办案⟦30件⟧（普通程序⟦6件⟧）。"));
        expect!["✗ 36 > 30（部分大于总数）"].assert_eq(&relations_of("办案⟦30件⟧，其中普通程序⟦36件⟧。"));
    }

    #[test]
    fn members_behind_those_that_reach_the_whole_are_counted_too() {
        expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
            "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧、终止⟦1件⟧。",
        ));
        expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
            "办理复议案件⟦6件⟧，其中维持⟦4件⟧，撤销⟦2件⟧，终止⟦1件⟧。",
        ));
        expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
            "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧和终止⟦1件⟧。",
        ));
        expect!["✓ 4 + 2 = 6（其后另列的未计入）"].assert_eq(&relations_of(
            "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧，听证⟦1件⟧。",
        ));
        expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
            "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧，终止⟦1件⟧。",
        ));
        expect!["✗ 4 + 2 + 1 = 7 > 6"]
            .assert_eq(&relations_of("合同⟦6份⟧，其中甲类⟦4份⟧、乙类⟦2份⟧，丙类⟦1份⟧。"));
        expect!["✓ 4 + 2 + 0 = 6"].assert_eq(&relations_of(
            "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧、终止⟦0件⟧。",
        ));
    }

    #[test]
    fn an_act_of_another_kind_is_no_part() {
        expect![""].assert_eq(&relations_of("开展督导检查⟦12次⟧，其中研究⟦6次⟧，讲课⟦2次⟧。"));
        expect!["✓ 6 ≤ 12"].assert_eq(&relations_of("召开会议⟦12次⟧，其中专题研究⟦6次⟧，讲课⟦2次⟧。"));
        expect!["✓ 6 + 6 = 12"].assert_eq(&relations_of("开展活动⟦12次⟧，其中讲课⟦6次⟧，检查⟦6次⟧。"));
    }

    #[test]
    fn a_bracket_splits_one_part_or_is_an_aside() {
        expect![[r#"
            ✓ 20 + 10 = 30
            ✓ 15 + 5 = 20"#]]
        .assert_eq(&relations_of(
            "公开⟦30条⟧，其中，网站⟦20条⟧（包括动态⟦15条⟧、通知⟦5条⟧），公众号⟦10条⟧。",
        ));
        expect!["✓ 20 + 10 = 30"].assert_eq(&relations_of(
            "公告⟦30条⟧，其中：采购公告⟦20条⟧，中标公告⟦10条⟧。",
        ));
        expect![""].assert_eq(&relations_of(
            "收到判决书⟦4份⟧（无败诉），调解书⟦6份⟧，决定书⟦3份⟧。",
        ));
    }

    #[test]
    fn done_and_open_make_the_whole() {
        expect!["✓ 585 + 15 = 600"].assert_eq(&relations_of(
            "对⟦600件⟧纠纷开展调处，已化解⟦585件⟧，⟦15件⟧正在办理。",
        ));
        expect!["✗ 585 + 5 = 590 ≠ 600"]
            .assert_eq(&relations_of("排查⟦600件⟧，已化解⟦585件⟧，还有⟦5件⟧未结。"));
    }

    #[test]
    fn what_was_left_is_told_where_it_agrees() {
        expect!["✓ 151 + 13 = 164"]
            .assert_eq(&relations_of("收到申请⟦164件⟧，受理⟦151件⟧，不予受理⟦13件⟧。"));
        expect!["✓ 139 + 12 = 151"].assert_eq(&relations_of("受理⟦151件⟧，审结⟦139件⟧，正在审理⟦12件⟧。"));
        expect![""].assert_eq(&relations_of("收到申请⟦164件⟧，受理⟦151件⟧，不予受理⟦10件⟧。"));
        expect![""].assert_eq(&relations_of("收到申请⟦164件⟧，已受理⟦151件⟧，不予受理⟦10件⟧。"));
        expect![""].assert_eq(&relations_of("收到申请⟦164件⟧，已受理⟦151件⟧，接待⟦10件⟧。"));
    }

    #[test]
    fn the_whole_may_end_the_sentence_before() {
        expect!["✓ 74 + 88 = 162"]
            .assert_eq(&relations_of("共有学校⟦162所⟧。其中，小学⟦74所⟧、中学⟦88所⟧。"));
        expect![""].assert_eq(&relations_of("共有学校⟦162所⟧。其中，小学⟦74所⟧、中学⟦98所⟧。"));
        expect![""].assert_eq(&relations_of("共有学校⟦162所⟧。其中，小学⟦174所⟧。"));
        expect![""].assert_eq(&relations_of("共有学校⟦162所⟧。\n其中，小学⟦74所⟧、中学⟦88所⟧。"));
    }

    #[test]
    fn shares_of_the_parts_are_passed_over() {
        expect![[r#"
            ✓ 100 + 200 = 300
            ✓ 100 ÷ 300 = 33.333% ≈ 33.3%（四舍五入后相符）
            ✓ 200 ÷ 300 = 66.667% ≈ 66.7%（四舍五入后相符）"#]]
        .assert_eq(&relations_of(
            "受理来信来访⟦300件⟧，其中来信⟦100件⟧，占⟦33.3%⟧，来访⟦200件⟧，占⟦66.7%⟧，化解⟦250件⟧。",
        ));
        expect![[r#"
            ✓ 15 ≤ 60
            ✓ 15 ÷ 60 = 25%"#]]
        .assert_eq(&relations_of(
            "审查合同⟦60份⟧，其中重大合同⟦15份⟧，占⟦25%⟧，出具意见⟦60份⟧。",
        ));
    }

    #[test]
    fn parts_in_front_are_told_where_they_agree() {
        expect!["✓ 12 + 30 = 42"].assert_eq(&relations_of("民事⟦12件⟧，行政⟦30件⟧，共计⟦42件⟧。"));
        expect![""].assert_eq(&relations_of("民事⟦12件⟧，行政⟦30件⟧，共计⟦50件⟧。"));
    }

    #[test]
    fn a_list_summed_up_right_behind_it_should_add_up() {
        expect!["✓ 12 + 30 + 5 = 47"].assert_eq(&relations_of(
            "审查合同⟦12份⟧、文件⟦30件⟧、决定⟦5件⟧，合计审查⟦47件⟧。",
        ));
        expect!["？ 12 + 30 + 5 = 47 ≠ 67（合计可能不限于前列各项）"].assert_eq(&relations_of(
            "审查合同⟦12份⟧、文件⟦30件⟧、决定⟦5件⟧，合计审查⟦67件⟧。",
        ));
        expect![""].assert_eq(&relations_of("文件⟦30件⟧、决定⟦5件⟧，合计⟦67件⟧。"));
    }

    #[test]
    fn hedged_and_other_units_are_left_alone() {
        expect![""].assert_eq(&relations_of("办案⟦近30件⟧，其中甲类⟦20件⟧，乙类⟦15件⟧。"));
        expect![""].assert_eq(&relations_of("开展宣传⟦12场⟧（⟦3000人次⟧）。"));
        expect![""].assert_eq(&relations_of("办案⟦30件⟧；调解⟦40件⟧，其他⟦3件⟧。"));
    }

    #[test]
    fn rounded_parts_pass_with_a_note() {
        expect!["✓ 9200 + 3100 ≈ 12000（四舍五入后相符）"]
            .assert_eq(&relations_of("罚款⟦1.2万元⟧，分别为⟦9200元⟧、⟦3100元⟧。"));
    }
}

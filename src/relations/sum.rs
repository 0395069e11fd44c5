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
mod tests;

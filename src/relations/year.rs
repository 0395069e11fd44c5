//! The parts of a year beside the whole: `一季度3件，二季度4件，三季度5件，四季度6件，全年共18件`, `全年18场，其中上半年10场、
//! 下半年8场`. Where every part of the year is there, they must add up.

use super::sentence::{Sentence, is_exact};
use super::sum::{Claim, judge, same_unit};
use super::{Relation, Verdict};
use crate::figures::part_of_year;
use crate::lexicon::Starts;
use std::sync::LazyLock;

/// The parts right behind the whole, or right in front of it.
pub(super) fn of(sentence: &Sentence<'_>, whole: usize) -> Option<Relation> {
    // Most figures stand in no part of a year: the words of one neighbour tell.
    let next = (whole + 1 < sentence.range.end).then_some(whole + 1);
    let (parts, opening) = if let Some(parts) = next.and_then(|first| whole_year(sentence, first)) {
        (parts, sentence.clause(whole))
    } else {
        let last = whole.checked_sub(1).filter(|at| sentence.range.contains(at))?;
        last_quarter(sentence, last)?;
        let first = (sentence.range.start..last).rev().take(3);
        let parts = first
            .filter_map(|first| whole_year(sentence, first))
            .find(|parts| parts.last() == Some(&last))?;
        let opening = sentence.clause(whole);
        // 四季度6件，办结5件: only a word for the year or for a sum makes a whole of what stands behind.
        OPENERS.word(opening)?;
        (parts, opening)
    };
    let is_part = |&at: &usize| same_unit(sentence, whole, at) && is_exact(&sentence.figures[at]);
    if !parts.iter().all(is_part) || part_of_year(opening).is_some() {
        return None;
    }
    let mut rests = parts.iter().filter_map(|&at| rest(sentence, at));
    let deed = rests.next()?;
    let one_deed = rests.all(|other| other == deed) && opening.ends_with(deed);
    let first = *parts.first()?;
    let said = match first < whole {
        true => opening
            .strip_suffix(deed)
            .is_some_and(|head| SUMS.contains(&head)),
        false => opening.contains("全年") || sentence.before(first).contains("其中"),
    };
    let planned = PLANS.is_in(opening);
    let found = judge(sentence, whole, parts, Claim::All)?;
    // 上半年受理10件，下半年办结9件: parts of different things are told only where they agree.
    (one_deed && said && !planned || found.verdict == Verdict::Holds).then_some(found)
}

/// What a total behind its parts begins with.
static OPENERS: LazyLock<Starts> =
    LazyLock::new(|| Starts::new(["全年", "年度", "共", "合计", "总计", "累计"]));

/// What it says where it sums up nothing but the parts: 共有 and 累计 may count those of other years too.
const SUMS: [&str; 9] = [
    "全年",
    "全年共",
    "全年共计",
    "全年合计",
    "全年累计",
    "合计",
    "共计",
    "总计",
    "共",
];

/// 全年计划培训18场，上半年10场，下半年9场: more was done than planned.
static PLANS: LazyLock<Starts> = LazyLock::new(|| Starts::new(["计划", "拟", "预计", "目标", "任务"]));

/// The part of the year that a figure's clause begins with.
fn part<'t>(sentence: &Sentence<'t>, at: usize) -> Option<(&'t str, &'t str)> {
    let clause = sentence.clause(at);
    if !clause.starts_with(['上', '下', '前', '第', '一', '二', '三', '四', '其']) {
        return None;
    }
    let (part, rest) = part_of_year(clause.strip_prefix("其中").unwrap_or(clause))?;
    Some((part.strip_prefix('第').unwrap_or(part), rest))
}

/// What a clause says behind its part of the year: 受理 of 一季度受理.
fn rest<'t>(sentence: &Sentence<'t>, at: usize) -> Option<&'t str> {
    let (_, rest) = part(sentence, at)?;
    Some(rest.trim_matches(['为', '是', '共', '有', ' ']))
}

/// The figures from `first` on that are one whole year together.
fn whole_year(sentence: &Sentence<'_>, first: usize) -> Option<Vec<usize>> {
    let wanted: &[&str] = match part(sentence, first)?.0 {
        "上半年" => &["上半年", "下半年"],
        "前三季度" => &["前三季度", "四季度"],
        "一季度" => &["一季度", "二季度", "三季度", "四季度"],
        _ => return None,
    };
    let parts: Vec<_> = (first..sentence.range.end).take(wanted.len()).collect();
    let is_next = |(&at, &name): (&usize, &&str)| part(sentence, at).is_some_and(|(part, _)| part == name);
    (parts.len() == wanted.len() && parts.iter().zip(wanted).all(is_next)).then_some(parts)
}

/// Whether a figure is of the last part of a year.
fn last_quarter(sentence: &Sentence<'_>, at: usize) -> Option<()> {
    let (part, _) = part(sentence, at)?;
    ["下半年", "四季度"].contains(&part).then_some(())
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::relations_of;
    use expect_test::expect;

    #[test]
    fn the_parts_of_a_year_make_it_up() {
        expect!["✓ 3 + 4 + 5 + 6 = 18"].assert_eq(&relations_of(
            "一季度⟦3件⟧，二季度⟦4件⟧，三季度⟦5件⟧，四季度⟦6件⟧，全年共⟦18件⟧。",
        ));
        expect!["✗ 3 + 4 + 5 + 6 = 18 ≠ 20"].assert_eq(&relations_of(
            "第一季度受理⟦3件⟧，第二季度受理⟦4件⟧，第三季度受理⟦5件⟧，第四季度受理⟦6件⟧，全年受理⟦20件⟧。",
        ));
        expect!["✗ 10 + 9 = 19 ≠ 18"].assert_eq(&relations_of(
            "全年开展培训⟦18场⟧，其中上半年⟦10场⟧、下半年⟦9场⟧。",
        ));
        expect!["✓ 12 + 5 = 17"].assert_eq(&relations_of("全年立案⟦17件⟧，前三季度⟦12件⟧，四季度⟦5件⟧。"));
    }

    #[test]
    fn what_is_no_whole_year_or_no_one_deed_is_no_error() {
        for text in [
            "上半年受理⟦10件⟧，下半年受理⟦9件⟧，全年办结⟦18件⟧。",
            "一季度⟦3件⟧，二季度⟦4件⟧，四季度⟦6件⟧，全年共⟦20件⟧。",
            "全年培训⟦18场⟧，上半年培训⟦10场⟧，下半年计划培训⟦9场⟧。",
            "上半年⟦10件⟧，下半年⟦9件⟧，办结⟦18件⟧。",
            "上半年建成⟦10个⟧，下半年建成⟦9个⟧，共有⟦200个⟧。",
            "上半年⟦10个⟧，下半年⟦9个⟧，累计⟦200个⟧。",
            "全年计划培训⟦18场⟧，上半年培训⟦10场⟧，下半年培训⟦9场⟧。",
            "上半年⟦10件⟧，下半年⟦近9件⟧，全年⟦20件⟧。",
            "上半年⟦10件⟧，下半年⟦9人⟧，全年⟦20件⟧。",
        ] {
            expect![""].assert_eq(&relations_of(text));
        }
        expect!["✓ 10 + 9 = 19"].assert_eq(&relations_of("上半年受理⟦10件⟧，下半年办结⟦9件⟧，全年⟦19件⟧。"));
    }
}

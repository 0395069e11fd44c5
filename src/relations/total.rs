//! A total behind its parts: 共 or 合计 sums up what was listed.

use super::parts::REACH;
use super::sentence::{Sentence, is_exact};
use super::sum::{Claim, judge, same_unit};
use super::{Relation, Verdict};
use crate::figures::Figure;
use crate::lexicon::Starts;
use crate::numeral::Decimal;
use std::sync::LazyLock;

/// No list has more parts, and looking no further back keeps endless ones linear.
const MOST: usize = 60;

/// `甲12件，乙30件，丙5件，共计47件`: parts first. Told only where it holds, because nothing says where they begin.
pub(super) fn behind_parts(sentence: &Sentence<'_>, whole: usize) -> Option<Relation> {
    let first = whole
        .checked_sub(2)
        .filter(|first| sentence.range.contains(first))?;
    if !same_unit(sentence, whole, whole - 1) || !same_unit(sentence, whole, first) {
        return None;
    }
    let clause = sentence.before(whole).rsplit(['，', ',', '、', '；']).next()?;
    static ALL: LazyLock<Starts> = LazyLock::new(|| Starts::new(["共", "合计", "总计"]));
    if !ALL.is_in(clause) {
        return None;
    }
    let Figure { unit, value, .. } = &sentence.figures[whole];
    let is_part = |at: &usize| sentence.figures[*at].unit == *unit && is_exact(&sentence.figures[*at]);
    let mut sum = Decimal::ZERO;
    for first in (sentence.range.start..whole).rev().take(MOST).take_while(is_part) {
        sum = sum.checked_add(sentence.figures[first].value)?;
        if first + 1 < whole && sum == *value {
            return judge(sentence, whole, (first..whole).collect(), Claim::Some);
        }
        if sum > *value {
            break;
        }
    }
    None
}

/// `合同12份、文件30件、决定5件，合计审查48件`: a list joined by nothing but 、 and summed up right behind it. What it adds
/// up to is doubtful where it differs, because 合计 may take in more than the list.
pub(super) fn behind_list(sentence: &Sentence<'_>, whole: usize) -> Option<Relation> {
    let opening = sentence.before(whole).trim_start_matches(['，', ',']);
    let sums_up = ["合计", "共计", "总计"]
        .iter()
        .any(|word| opening.starts_with(word));
    if !sums_up || opening.contains(['，', ',', '、', '；']) {
        return None;
    }
    let is_count =
        |at: usize| ["件", "份", "个", "项", "起", "宗"].contains(&sentence.figures[at].unit.as_ref());
    let goes_on = |at: usize| {
        let gap = sentence.before(at);
        gap.starts_with('、') && !gap.contains(['，', ',', '；', '（', '('])
    };
    let mut first = whole.checked_sub(1).filter(|at| sentence.range.contains(at))?;
    while first > sentence.range.start && whole - first < REACH && goes_on(first) {
        first -= 1;
    }
    let mut parts = first..whole;
    let is_list = parts.len() > 2
        && parts
            .clone()
            .all(|at| is_count(at) && is_exact(&sentence.figures[at]));
    if !is_list || !parts.any(|at| same_unit(sentence, whole, at)) {
        return None;
    }
    let mut found = judge(sentence, whole, (first..whole).collect(), Claim::All)?;
    if found.verdict == Verdict::Broken {
        found.verdict = Verdict::Doubtful;
        found.note = "合计可能不限于前列各项".into();
    }
    Some(found)
}

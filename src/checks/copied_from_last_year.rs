//! Paragraphs of a body's report stand, word for word but for the year, in its report for an earlier year.

use super::between::{Comparison, Passage, Side};
use super::{Check, Finding, Severity};
use std::collections::{BTreeMap, BTreeSet};

pub(super) const CHECK: Comparison = Check {
    code: "copied-from-last-year",
    severity: Severity::Warning,
    kind: "内容",
    title: "与以往年度的报告雷同",
    why: "年度报告写的是当年的工作。整段文字连同数字都与本单位以往年度的报告一样，多半是沿用时漏改。\
          两个以上别的单位也写了的套话不算。",
    basis: "通行写法",
    bad: BAD,
    good: GOOD,
    run,
};

/// What more bodies write is a stock phrase. One other may have copied it from this very body: then it is no less
/// this body's own, and the finding does not go because that report is looked at too.
const MOST_WRITERS: usize = 2;

fn run(sides: &[Side<'_>], out: &mut Vec<(usize, Finding)>) {
    let bodies: Vec<_> = sides
        .iter()
        .map(|side| side.outline.body.as_ref().map(|body| body.text.as_str()))
        .collect();
    let mut years: BTreeMap<&str, BTreeSet<u16>> = BTreeMap::new();
    for (side, body) in sides.iter().zip(&bodies) {
        if let (Some(body), Some(year)) = (body, side.outline.year) {
            years.entry(body).or_default().insert(year.value);
        }
    }
    years.retain(|_, years| years.len() > 1);
    if years.is_empty() {
        return;
    }
    // Where each passage of a body stands (report and passage), and who writes it.
    let mut places: BTreeMap<(&str, u64), Vec<(usize, Passage)>> = BTreeMap::new();
    let mut writers: BTreeMap<u64, BTreeSet<&str>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        let Some(body) = bodies[at] else {
            continue;
        };
        for &passage in side.passages {
            writers.entry(passage.hash).or_default().insert(body);
            let key = (body, passage.hash);
            places.entry(key).or_default().push((at, passage));
        }
    }
    let is_own = |hash: &u64| {
        writers
            .get(hash)
            .is_none_or(|bodies| bodies.len() <= MOST_WRITERS)
    };
    // Of each pair of a report and an earlier one of the same body: the passages that they share.
    let mut shared: BTreeMap<(usize, usize), Vec<Passage>> = BTreeMap::new();
    for (_, places) in places.iter().filter(|((_, hash), _)| is_own(hash)) {
        for &(at, passage) in places {
            if let Some(earlier) = newest_before(sides, at, places) {
                shared.entry((at, earlier)).or_default().push(passage);
            }
        }
    }
    for ((at, earlier), passages) in shared {
        out.extend(finding(sides, earlier, passages).map(|finding| (at, finding)));
    }
}

/// Of the reports that hold the passage, the newest of an earlier year.
fn newest_before(sides: &[Side<'_>], at: usize, places: &[(usize, Passage)]) -> Option<usize> {
    let year = |at: usize| sides[at].outline.year.map(|year| year.value);
    let earlier = places
        .iter()
        .map(|&(other, _)| other)
        .filter(|&other| year(other) < year(at) && year(other).is_some());
    earlier.max_by_key(|&other| year(other))
}

fn finding(sides: &[Side<'_>], earlier: usize, mut passages: Vec<Passage>) -> Option<Finding> {
    passages.sort_by_key(|passage| passage.span);
    let first = passages.first()?.span;
    let earlier = sides.get(earlier)?;
    let year = earlier.outline.year.map(|year| year.value)?;
    let message = format!(
        "有{}段与本单位{year}年的报告（{}）雷同",
        passages.len(),
        earlier.document.source.name
    );
    let rest = passages.iter().skip(1).map(|passage| passage.span);
    Some(
        Finding::at(first, message)
            .prove(rest.collect())
            .suggest("按当年的情况改写，核对数字"),
    )
}

const BAD: &str = "青岚县云溪街道2021年法治政府建设情况报告\n\
    一、主要举措和成效\n\
    2021年，组织机关干部到青岚县人民法院旁听庭审4场，邀请法律顾问讲课6次，把合同审查意见编成小册子发到各社区居民委员会，方便大家对照修改合同文本。\n\
    ===\n\
    青岚县云溪街道2022年法治政府建设情况报告\n\
    一、主要举措和成效\n\
    2022年，组织机关干部到青岚县人民法院旁听庭审4场，邀请法律顾问讲课6次，把合同审查意见编成小册子发到各社区居民委员会，方便大家对照修改合同文本。";

const GOOD: &str = "青岚县云溪街道2021年法治政府建设情况报告\n\
    一、主要举措和成效\n\
    2021年，组织机关干部到青岚县人民法院旁听庭审4场，邀请法律顾问讲课6次，把合同审查意见编成小册子发到各社区居民委员会，方便大家对照修改合同文本。\n\
    ===\n\
    青岚县云溪街道2022年法治政府建设情况报告\n\
    一、主要举措和成效\n\
    2022年，组织机关干部到青岚县人民法院旁听庭审7场，邀请法律顾问讲课9次，把合同审查意见编成小册子发到各社区居民委员会，方便大家对照修改合同文本。";

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
          只与本单位自己的报告比，同时载入哪些别的单位的报告不影响结果。",
    basis: "通行写法",
    bad: BAD,
    good: GOOD,
    run,
};

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
    // Where each passage of a body stands: report and passage. What other bodies wrote does not matter: a finding must
    // not come and go with their reports.
    let mut places: BTreeMap<(&str, u64), Vec<(usize, Passage)>> = BTreeMap::new();
    for (at, side) in sides.iter().enumerate() {
        let Some(body) = bodies[at].filter(|body| years.contains_key(body)) else {
            continue;
        };
        for &passage in side.passages {
            places
                .entry((body, passage.hash))
                .or_default()
                .push((at, passage));
        }
    }
    // Of each pair of a report and an earlier one of the same body: the passages that they share.
    let mut shared: BTreeMap<(usize, usize), Vec<Passage>> = BTreeMap::new();
    for places in places.values() {
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

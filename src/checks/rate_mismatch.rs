//! A rate, or what a count changed by, does not follow from the counts beside it.

use super::{Check, Context, Finding, Severity, judged};
use crate::relations::{Kind, Verdict};

pub(super) const CHECK: Check = Check {
    code: "rate-mismatch",
    severity: Severity::Error,
    kind: "数据",
    title: "比率或增减数与所列数字不符",
    why: "同一句里列出了总数和完成数，或者今年和上年的数，由它们算出的比率、增减数与所写的不同（已允许四舍五入）。",
    basis: "算术核对",
    bad: "全年受理纠纷66件，调解成功60件，调解成功率98%。",
    good: "全年受理纠纷66件，调解成功65件，调解成功率98.5%。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for relation in judged(cx, Kind::Rate, Verdict::Broken) {
        let is_count = |&at: &usize| cx.figures[at].unit != "%" && !cx.figures[at].unit.ends_with("百分点");
        let (what, suggestion) = match relation.figures.last().is_some_and(is_count) {
            true => ("增减数", "核对增减数与前后两个数"),
            false => ("比率", "核对比率，或写明比率的计算范围"),
        };
        out.push(
            Finding::at(
                relation.span,
                format!("{what}与所列数字不符：{}", relation.statement),
            )
            .prove(relation.figures.iter().map(|&at| cx.figures[at].span).collect())
            .suggest(suggestion),
        );
    }
}

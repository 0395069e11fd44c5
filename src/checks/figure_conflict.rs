//! One indicator has two values.

use super::{Check, Context, Finding, Severity, judged};
use crate::relations::{Kind, Verdict};

pub(super) const CHECK: Check = Check {
    code: "figure-conflict",
    severity: Severity::Warning,
    kind: "数据",
    title: "同一指标前后数字不一致",
    why: "同一个指标在报告里出现两次而数字不同，读者不知道以哪个为准。若分属不同时段或范围，请写明。",
    basis: "通行写法",
    bad: "一、主要举措和成效\n全年办结行政复议申请案件12件。\n二、存在的不足和原因\n因人手有限，质量不高。全年办结行政复议申请案件15件。",
    good: "一、主要举措和成效\n全年办结行政复议申请案件12件。\n二、存在的不足和原因\n因人手有限，质量不高。全年办结行政复议申请案件12件。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for relation in judged(cx, Kind::Same, Verdict::Doubtful) {
        out.push(
            Finding::at(
                relation.span,
                format!("同一指标前后数字不一致：{}", relation.statement),
            )
            .prove(relation.figures.iter().map(|&at| cx.figures[at].span).collect())
            .suggest("核对两处数字；若时段或范围不同，请分别写明"),
        );
    }
}

//! Parts that the text says make up a whole do not add up.

use super::{Check, Context, Finding, Severity, judged};
use crate::relations::{Kind, Verdict};

pub(super) const CHECK: Check = Check {
    code: "sum-mismatch",
    severity: Severity::Error,
    kind: "数据",
    title: "分项之和与总数不符",
    why: "“包括”“分别”“已……还有……”表明分项就是全部，分项相加却不等于总数，其中至少有一个数写错了。含“约”“余”“近”等概数的不在此列。",
    basis: "算术核对",
    bad: "全年收到群众来信来访156件（包括来信137件、来访18件）。",
    good: "全年收到群众来信来访156件（包括来信137件、来访19件）。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    // One part alone is a matter of `part-exceeds-whole`.
    for relation in judged(cx, Kind::Sum, Verdict::Broken).filter(|relation| relation.figures.len() > 2) {
        out.push(
            Finding::at(
                relation.span,
                format!("分项之和与总数不符：{}", relation.statement),
            )
            .prove(relation.figures.iter().map(|&at| cx.figures[at].span).collect())
            .suggest("核对各分项与总数"),
        );
    }
}

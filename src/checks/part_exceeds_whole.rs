//! One part is greater than the whole that it belongs to.

use super::{Check, Context, Finding, Severity, judged};
use crate::relations::{Kind, Verdict};

pub(super) const CHECK: Check = Check {
    code: "part-exceeds-whole",
    severity: Severity::Error,
    kind: "数据",
    title: "部分大于总数",
    why: "“其中”后面的数是总数的一部分，不会比总数大。",
    basis: "算术核对",
    bad: "全年办理行政处罚案件30件，其中普通程序案件36件。",
    good: "全年办理行政处罚案件36件，其中普通程序案件30件。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for relation in judged(cx, Kind::Sum, Verdict::Broken).filter(|relation| relation.figures.len() == 2) {
        out.push(
            Finding::at(relation.span, format!("部分大于总数：{}", relation.statement))
                .prove(relation.figures.iter().map(|&at| cx.figures[at].span).collect())
                .suggest("核对总数与其中项"),
        );
    }
}

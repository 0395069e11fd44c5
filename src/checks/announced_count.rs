//! An announced count and the list that follows disagree.

use super::{Check, Context, Finding, Severity, judged};
use crate::relations::{Kind, Verdict};

pub(super) const CHECK: Check = Check {
    code: "announced-count",
    severity: Severity::Warning,
    kind: "数据",
    title: "所称项数与列举不符",
    why: "前面说有几个方面，后面列出的却不是这个数：不是多写少写了一项，就是数字没有跟着改。",
    basis: "通行写法",
    bad: "主要有以下四个方面：\n一是宣传形式不多。\n二是执法人员偏少。\n三是制度更新较慢。",
    good: "主要有以下三个方面：\n一是宣传形式不多。\n二是执法人员偏少。\n三是制度更新较慢。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for relation in judged(cx, Kind::Count, Verdict::Broken) {
        out.push(
            Finding::at(
                relation.span,
                format!("所称项数与列举不符：{}", relation.statement),
            )
            .suggest("核对项数，或补齐所列各项"),
        );
    }
}

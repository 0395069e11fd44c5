//! A word, a mark, a sentence or a paragraph stands twice where once is meant.

use super::{Check, Context, Finding, Severity, doubled, passages, words};

pub(super) const CHECK: Check = Check {
    code: "repeated",
    severity: Severity::Warning,
    kind: "用语",
    title: "内容重复",
    why: "同一个词、标点、句子或段落出现两次，多半是修改或复制时留下的。",
    basis: "通行写法",
    bad: "全年审查合同12份（其中买卖合同3份）份，均已办结。",
    good: "全年审查合同12份（其中买卖合同3份），均已办结。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    doubled::find(cx, out);
    for (first, second) in passages::repeats(cx) {
        let message = format!("与前文重复：“{}”", words::quote(cx.slice(second), 30));
        out.push(
            Finding::at(second, message)
                .prove(vec![first])
                .suggest("保留一处，或改写"),
        );
    }
}

//! An item that the report owes is nowhere.

use super::{Check, Context, Finding, Severity, words};
use crate::outline::Presence;

pub(super) const CHECK: Check = Check {
    code: "missing-item",
    severity: Severity::Error,
    kind: "内容",
    title: "缺少应报告的内容",
    why: "年度报告应当包括主要举措和成效、存在的不足和原因、主要负责人履行第一责任人职责情况、下一年度主要安排。缺少其中一项，报告就不完整，通常会被退回补充。",
    basis: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    // Without a single section nothing can be proved to be missing: the text may have no headings at all.
    if cx.outline.sections.is_empty() && !is_title_alone(cx) || cx.other_genre().is_some() {
        return;
    }
    for rule in cx.profile.items.iter().filter(|rule| rule.is_owed_in(cx.year())) {
        let Some(item) = cx.outline.item(&rule.key) else {
            continue;
        };
        if item.state == Presence::Missing {
            out.push(
                Finding::absent(format!("未见“{}”的内容", rule.name))
                    .suggest(format!("补写“{}”，或确认其内容写在何处", rule.name)),
            );
        }
    }
}

/// Whether hardly anything stands under the title: too little for any report, with headings or without.
fn is_title_alone(cx: &Context<'_>) -> bool {
    let title = cx.outline.title.as_ref().filter(|title| !title.span.is_empty());
    title.is_some_and(|title| {
        let behind = cx
            .document
            .text
            .get(title.span.end as usize..)
            .unwrap_or_default();
        words::han_count(behind, 80) < 80
    })
}

//! The section of an owed item is a heading with nothing, or next to nothing, under it.

use super::{Check, Context, Finding, Severity, words};
use crate::outline::Presence;

pub(super) const CHECK: Check = Check {
    code: "thin-item",
    severity: Severity::Warning,
    kind: "内容",
    title: "只有标题，内容过少",
    why: "有标题而没有内容，等于没有报告这一项。",
    basis: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        主要是能力不足。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

/// Fewer Chinese characters than one short sentence says nothing.
const ENOUGH: usize = 20;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.other_genre().is_some() {
        return;
    }
    for rule in cx.profile.items.iter().filter(|rule| rule.is_owed_in(cx.year())) {
        let Some(item) = cx.outline.item(&rule.key) else {
            continue;
        };
        if item.state != Presence::Present {
            continue;
        }
        let sections = item.sections.iter().filter_map(|&at| cx.outline.sections.get(at));
        let written: usize = sections
            .clone()
            .map(|s| words::han_count(cx.slice(s.body), ENOUGH))
            .sum();
        // A run-in heading is a sentence and says something by itself.
        if written >= ENOUGH || sections.clone().any(|section| section.run_in) {
            continue;
        }
        if let Some(section) = sections.clone().next() {
            let message = match written {
                0 => format!("“{}”只有标题，没有内容", rule.name),
                _ => format!("“{}”标题下只有{written}个字", rule.name),
            };
            out.push(Finding::at(section.heading_span, message).suggest("补写具体内容"));
        }
    }
}

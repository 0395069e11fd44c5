//! An item that the report owes has no section of its own.

use super::{Check, Context, Finding, Severity, words};
use crate::outline::Presence;

pub(super) const CHECK: Check = Check {
    code: "embedded-item",
    severity: Severity::Info,
    kind: "内容",
    title: "应报告的内容未单列",
    why: "规定要求的是内容而不是标题，写在别的部分里也算已报告；但审阅的人往往按标题逐项核对，单列一部分更不容易被当作漏报。",
    basis: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        （一）主要负责人履行推进法治建设第一责任人职责\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        （二）规范行政执法\n\
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
    // Another kind of document owes none of them.
    if cx.other_genre().is_some() {
        return;
    }
    for rule in cx.profile.items.iter().filter(|rule| rule.is_owed_in(cx.year())) {
        let Some(item) = cx.outline.item(&rule.key) else {
            continue;
        };
        if item.state != Presence::Embedded {
            continue;
        }
        let place = item
            .sections
            .first()
            .and_then(|&index| cx.outline.sections.get(index))
            .map_or_else(
                || "正文".to_string(),
                |section| words::quote(&section.heading, 20),
            );
        let message = format!("“{}”的内容见（{place}），未单列", rule.name);
        let finding = item.span.map_or_else(
            || Finding::absent(message.clone()),
            |span| Finding::at(span, message.clone()),
        );
        out.push(finding.suggest(format!("可单列一部分写“{}”", rule.name)));
    }
}

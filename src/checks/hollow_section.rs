//! A subsection of the measures has nothing in it that could be checked.

use super::{Check, Context, Finding, Severity, words};
use crate::outline::item;

pub(super) const CHECK: Check = Check {
    code: "hollow-section",
    severity: Severity::Info,
    kind: "内容",
    title: "内容空泛",
    why: "一节里没有数字、没有文件名、没有案例和地点，看不出做了什么、成效如何。",
    basis: "通行写法",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        （一）规范行政执法\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        （二）健全决策机制\n\
        坚持把依法决策摆在突出位置，不断完善工作机制，持续加强统筹协调，切实压实各方责任，努力形成齐抓共管的良好局面，推动各项工作取得新的进展和明显成效。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

/// Shorter subsections have no room for facts.
const LONG_ENOUGH: usize = 60;
/// Words by which a case or a place is named.
const NAMED: &[&str] = &[
    "《",
    "案例",
    "一案",
    "某",
    "小区",
    "公园",
    "广场",
    "大厦",
    "产业园",
    "大学",
    "中学",
    "小学",
    "事务所",
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let sections = &cx.outline.sections;
    let measures = |index: usize| {
        sections
            .get(index)
            .is_some_and(|s| s.item.as_deref() == Some(item::MEASURES))
    };
    for section in sections
        .iter()
        .filter(|s| s.level == 2 && s.parent.is_some_and(measures))
    {
        let body = cx.slice(section.body);
        // Figures come in the order of the text.
        let first = cx
            .figures
            .partition_point(|figure| figure.span.start < section.body.start);
        let has_figure = cx
            .figures
            .get(first)
            .is_some_and(|figure| figure.span.start < section.body.end);
        if !has_figure && words::han_count(body, LONG_ENOUGH) == LONG_ENOUGH && !words::has_any(body, NAMED) {
            let message = format!(
                "“{}”一节没有数字、文件名、案例或地点",
                words::quote(&section.heading, 20)
            );
            out.push(Finding::at(section.heading_span, message).suggest("补充数据、文件或典型案例"));
        }
    }
}

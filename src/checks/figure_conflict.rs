//! One indicator has two values.

use super::{Check, Context, Finding, Severity, judged, words};
use crate::relations::{Kind, Verdict};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    code: "figure-conflict",
    severity: Severity::Warning,
    kind: "数据",
    title: "同一指标前后数字不一致",
    why: "同一个指标在报告里出现两次而数字不同，读者不知道以哪个为准。若分属不同时段或范围，请写明。",
    basis: "通行写法",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年办结行政复议申请案件12件，逐件回访当事人并听取意见。\n\
        二、存在的不足和原因\n\
        因人手有限，质量不高。全年办结行政复议申请案件15件。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年办结行政复议申请案件12件，逐件回访当事人并听取意见。\n\
        二、存在的不足和原因\n\
        因人手有限，质量不高。全年办结行政复议申请案件12件。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    run,
};

/// Words that give a number its own period or circle: then two values are no conflict.
const SCOPES: &[&str] = &[
    "半年", "季度", "月份", "累计", "以来", "至今", "去年", "上年", "往年", "同比", "计划", "力争", "预计",
    "目标", "其中", "平均", "每",
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for relation in judged(cx, Kind::Same, Verdict::Doubtful) {
        let places: Vec<_> = relation
            .figures
            .iter()
            .filter_map(|&at| Some(cx.figures.get(at)?.span))
            .collect();
        let sentence = |span: &Span| cx.slice(words::sentence_around(&cx.document.text, span.start));
        if places.iter().any(|span| words::has_any(sentence(span), SCOPES)) {
            continue;
        }
        let message = format!("同一指标前后数字不一致：{}", relation.statement);
        out.push(
            Finding::at(relation.span, message)
                .prove(places)
                .suggest("核对两处数字；若时段或范围不同，请分别写明"),
        );
    }
}

//! A heading without a number among numbered siblings, or under a numbered heading.

use super::{Check, Context, Finding, Severity, words};
use crate::text::SIGNS;

pub(super) const CHECK: Check = Check {
    code: "number-lost",
    severity: Severity::Info,
    kind: "编号",
    title: "标题没有序号",
    why: "同级或上级标题都有序号而这一条没有，多半是复制到网页或文本时，文字处理软件的自动编号丢了。",
    basis: "GB/T 9704—2012《党政机关公文格式》",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        （一）规范行政执法\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        健全决策机制\n\
        重大决策事项均经合法性审查后提交集体讨论，全年审查8件，提出修改意见15条，采纳15条。\n\
        （二）化解矛盾纠纷\n\
        排查纠纷隐患40件，全部登记建档，逐件明确责任人和办理时限。\n\
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

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let sections = &cx.outline.sections;
    for list in cx.headings() {
        let siblings = list
            .iter()
            .filter_map(|heading| sections.get(heading.at as usize));
        let parent = siblings
            .clone()
            .next()
            .and_then(|first| sections.get(first.parent?));
        let counted = siblings
            .clone()
            .chain(parent)
            .any(|section| section.number.is_some());
        // ★加强组织领导: its author set a sign instead.
        let signed = |at: u32| {
            let before = cx.document.text.get(..at as usize).unwrap_or_default();
            before.trim_end_matches([' ', '\u{3000}']).ends_with(SIGNS)
        };
        let lost = siblings.filter(|section| counted && section.number.is_none());
        for section in lost.filter(|section| !signed(section.heading_span.start)) {
            let message = format!("标题“{}”没有序号", words::quote(&section.heading, 20));
            out.push(Finding::at(section.heading_span, message).suggest("补上序号"));
        }
    }
}

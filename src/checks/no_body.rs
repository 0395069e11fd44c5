//! The report's body is nowhere.

use super::{Check, Context, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "no-body",
    severity: Severity::Warning,
    kind: "内容",
    title: "未找到报告单位",
    why: "不写明单位，就无法判断是谁的报告。",
    basis: "GB/T 9704—2012《党政机关公文格式》",
    bad: "关于2024年法治政府建设情况的报告\n\
        2024年，我们认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    if cx.outline.body.is_none() {
        out.push(Finding::absent("标题、开头和落款中均未找到报告单位").suggest("在标题或落款中写明单位全称"));
    }
}

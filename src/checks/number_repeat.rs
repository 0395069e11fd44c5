//! Two siblings carry the same number.

use super::{Check, Context, Finding, Severity, siblings};

pub(super) const CHECK: Check = Check {
    code: "number-repeat",
    severity: Severity::Warning,
    kind: "编号",
    title: "序号重复",
    why: "同一级标题用了两次同一个序号，多半是插入内容后没有重排。",
    basis: "GB/T 9704—2012《党政机关公文格式》",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        三、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for pair in cx.headings().chain(cx.points()).flat_map(|list| list.windows(2)) {
        let (Some(before), Some(now)) = (pair[0].number, pair[1].number) else {
            continue;
        };
        // Points may start anew inside a section, and two lists of one point each are odd but not wrong.
        if before == now && now != 1 {
            let message = format!("序号“{}”连续出现两次", siblings::chinese(now));
            out.push(
                Finding::at(pair[1].place, message)
                    .prove(vec![pair[0].place])
                    .suggest("重排序号"),
            );
        }
    }
}

//! A sibling's number is smaller than the one before it.

use super::{Check, Context, Finding, Severity, siblings};

pub(super) const CHECK: Check = Check {
    code: "number-order",
    severity: Severity::Warning,
    kind: "编号",
    title: "序号颠倒",
    why: "后面的序号比前面的小，说明段落放错了位置或序号写错。",
    basis: "GB/T 9704—2012《党政机关公文格式》",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        三、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        二、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for list in cx.headings() {
        for pair in list.windows(2) {
            let (Some(before), Some(now)) = (pair[0].number, pair[1].number) else {
                continue;
            };
            // Back to one is a new list, not a wrong order.
            if now < before && now > 1 {
                let message = format!(
                    "序号“{}”排在“{}”之后",
                    siblings::chinese(now),
                    siblings::chinese(before)
                );
                out.push(
                    Finding::at(pair[1].place, message)
                        .prove(vec![pair[0].place])
                        .suggest("调整顺序或重排序号"),
                );
            }
        }
    }
}

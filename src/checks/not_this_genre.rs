//! The text is another kind of document.

use super::{Check, Context, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "not-this-genre",
    severity: Severity::Warning,
    kind: "内容",
    title: "不像法治政府建设年度报告",
    why: "政府信息公开年报、政府工作报告、工作要点、实施方案等文稿容易误放进来，按年度报告的要求去查没有意义。",
    basis: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    bad: "青岚县云溪街道2024年法治政府建设工作要点\n\
        一、主要任务和举措\n\
        组织执法培训6期，完善合同审查制度。\n\
        青岚县云溪街道办事处\n\
        2024年3月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(kind) = cx.other_genre() else { return };
    let message = match kind {
        "其他文稿" => "看起来不是法治政府建设年度报告：全文未提到法治".to_string(),
        _ => format!("看起来是{kind}，不是法治政府建设年度报告"),
    };
    let finding = match &cx.outline.title {
        Some(title) if !title.span.is_empty() => Finding::at(title.span, message),
        _ => Finding::absent(message),
    };
    out.push(finding.suggest("确认是否选错了文件；其余结果仅供参考"));
}

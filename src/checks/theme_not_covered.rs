//! No subsection deals with one of the outline's themes.

use super::{Check, Context, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "theme-not-covered",
    severity: Severity::Info,
    kind: "内容",
    title: "未涉及纲要的某一部分",
    why: "纲要的各部分是法治政府建设的主要任务，全年没有提到其中一部分，值得看看是没有做还是没有写。",
    basis: "《法治政府建设实施纲要（2021－2025年）》《法治政府建设实施纲要（2015－2020年）》",
    bad: "青岚县2024年法治政府建设情况报告\n\
        2024年，青岚县认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        （一）转变政府职能，优化营商环境\n\
        取消审批事项12项。\n\
        （二）完善依法行政制度\n\
        清理规范性文件30件。\n\
        （三）规范重大行政决策\n\
        重大行政决策听证3次。\n\
        （四）严格规范公正文明执法\n\
        办理行政处罚案件40件。\n\
        （五）依法应对突发事件\n\
        组织应急演练6次。\n\
        （六）化解矛盾纠纷\n\
        调解纠纷90件。\n\
        （七）加强对行政权力的制约和监督\n\
        公开政务信息800条。\n\
        （八）坚持党的领导，推进机制更加健全\n\
        县委常委会听取汇报2次。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县人民政府\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

/// A report whose measures are not divided by themes says nothing by leaving one out.
const DIVIDED: usize = 4;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let governing = cx
        .profile
        .outline_for(cx.year())
        .filter(|outline| outline.governs(cx.year()));
    let Some(outline) = governing else { return };
    let covered: Vec<&str> = cx
        .outline
        .sections
        .iter()
        .flat_map(|section| &section.themes)
        .map(String::as_str)
        .collect();
    let divided = outline
        .themes
        .iter()
        .filter(|theme| covered.contains(&theme.name.as_str()))
        .count();
    if divided < DIVIDED {
        return;
    }
    for theme in outline
        .themes
        .iter()
        .filter(|theme| !covered.contains(&theme.name.as_str()))
    {
        let message = format!("没有一节涉及“{}”", theme.name);
        out.push(Finding::absent(message).suggest("有相应工作的，补写；没有的，可不理会"));
    }
}

//! The section on deficiencies names shortfalls and never a cause.

use super::{Check, Context, Finding, Severity, words};
use crate::lexicon::Starts;
use crate::outline::{Presence, item};
use crate::text::Span;
use std::sync::LazyLock;

pub(super) const CHECK: Check = Check {
    code: "no-cause",
    severity: Severity::Warning,
    kind: "内容",
    title: "未说明不足的原因",
    why: "规定要求报告“存在的不足和原因”，只列问题不说原因，改进就没有针对性。",
    basis: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，普法形式单一，少数干部学法的主动性有待提高。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

/// Words that name a cause. Wide on purpose: a cause put in unusual words must not be denied.
const CAUSES: &str = "原因 由于 究其 根源 归因 归咎 因为 主要是因 是因 一方面因 源于 缘于 在于 导致 致使 \
    造成 引起 引发 所致 有限 受限 限制 制约 限于 囿于 影响 加之 加上 受到 随着 使得 \
    以致 从而 难以 客观上 主观上 之所以 鉴于 考虑到 牵制 掣肘 短缺 跟不上 繁重 任务重 \
    人少事多 案多人少 精力 流动性 尚处 处于 刚刚 起步 历史遗留 新情况 新问题 不适应 缘由 \
    成因 症结 归根结底 说到底";

/// Words that name a shortfall: without one there is nothing to explain.
const SHORTFALLS: &str = "不足 不够 有待 薄弱 欠缺 差距 短板 问题 不高 不强 不到位 单一 滞后 缺乏 不深 \
    不平衡";

static CAUSE: LazyLock<Starts> = LazyLock::new(|| Starts::new(CAUSES.split(' ')));
static SHORTFALL: LazyLock<Starts> = LazyLock::new(|| Starts::new(SHORTFALLS.split(' ')));

/// Fewer Chinese characters than this explain nothing and need no explanation.
const ENOUGH: usize = 20;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(item) = cx.outline.item(item::DEFICIENCIES) else {
        return;
    };
    if !cx.contents_are_fixed() || cx.other_genre().is_some() {
        return;
    }
    let passages: Vec<(Span, Span)> = match item.state {
        Presence::Missing => return,
        Presence::Embedded => item.span.iter().map(|&span| (span, span)).collect(),
        Presence::Present => {
            let sections = item.sections.iter().filter_map(|&at| cx.outline.sections.get(at));
            sections
                .map(|section| (section.heading_span, section.body))
                .collect()
        }
    };
    let written = |list: &Starts| passages.iter().any(|&(_, body)| list.is_in(cx.slice(body)));
    let length: usize = passages
        .iter()
        .map(|&(_, body)| words::han_count(cx.slice(body), ENOUGH))
        .sum();
    // 因 alone is a cause too where a clause starts with it: 因经费紧张，…
    let clause_starts_with_because = || {
        passages.iter().any(|&(_, body)| {
            words::clauses(&cx.document.text, body)
                .map(|clause| cx.slice(clause))
                .any(|clause| {
                    clause.contains('因') && !words::has_any(clause, &["因此", "因而", "因地制宜", "因素"])
                })
        })
    };
    // …不足，主要是机会少: behind the comma it explains; 问题主要是： opens a list.
    let mainly = || {
        let explains = |body: Span| {
            let mut parts = cx.slice(body).split("，主要是").skip(1);
            parts.any(|rest| !rest.starts_with(['：', ':', '一']))
        };
        passages.iter().any(|&(_, body)| explains(body))
    };
    if length < ENOUGH || !written(&SHORTFALL) || written(&CAUSE) || clause_starts_with_because() || mainly()
    {
        return;
    }
    if let Some(&(heading, _)) = passages.first() {
        out.push(
            Finding::at(heading, "列出了不足，未见说明原因的表述").suggest("逐条说明产生不足的主要原因"),
        );
    }
}

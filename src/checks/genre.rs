//! What kind of document a text is, where it is not an annual report on building a rule-of-law government.

use super::{Context, words};
use crate::lexicon::Starts;
use std::sync::LazyLock;

/// How the title of a neighbouring kind ends, and how users call it.
const ENDINGS: &[(&str, &str)] = &[
    ("工作要点", "工作要点"),
    ("实施方案", "实施方案"),
    ("工作方案", "工作方案"),
    ("实施意见", "实施意见"),
    ("工作计划", "工作计划"),
    ("指标体系", "指标体系"),
    ("解读", "政策解读"),
    ("通知", "通知"),
    ("公告", "公告"),
    ("办法", "管理办法"),
    ("实施纲要", "实施纲要"),
    ("任务分工", "任务分工"),
    ("责任清单", "责任清单"),
];

/// What the opening of a neighbouring kind says, where the title does not tell.
const OPENINGS: &[(&str, &str)] = &[
    ("制定本方案", "实施方案"),
    ("制定本意见", "实施意见"),
    ("提出以下意见", "实施意见"),
    ("提出如下意见", "实施意见"),
    ("制定本要点", "工作要点"),
    ("制定本计划", "工作计划"),
    ("制定本办法", "管理办法"),
    ("制定本规定", "管理办法"),
    ("〔摘要〕", "论文"),
    ("【摘要】", "论文"),
    ("[摘要]", "论文"),
    ("内容提要", "论文"),
    ("关键词：", "论文"),
    ("关键词:", "论文"),
];

static CUES: LazyLock<Starts<&str>> = LazyLock::new(|| Starts::of_rows(OPENINGS.iter().copied()));

/// How far into a text these words are looked for, in bytes.
const OPENING: usize = 600 * 3;

/// The kind that the text looks like; None where it may well be an annual report.
pub fn other(cx: &Context<'_>) -> Option<&'static str> {
    let title: String = match &cx.outline.title {
        Some(title) => title.text.clone(),
        None => cx.lines().next()?.words.trim().to_string(),
    };
    let title = title.trim_end_matches(['）', ')', '》', '”']);
    if title.contains("政府信息公开") && words::has_any(title, &["年度报告", "年报", "工作报告"])
    {
        return Some("政府信息公开工作年度报告");
    }
    if title.ends_with("政府工作报告") && !title.contains("法治") {
        return Some("政府工作报告");
    }
    let reports = words::has_any(title, &["情况", "总结", "年报", "自查", "述职"])
        || title.contains("报告") && !title.contains("法治建设报告的通知");
    if title.chars().count() <= 60 && !reports {
        let ending = ENDINGS.iter().find(|(ending, _)| title.ends_with(ending));
        if let Some((_, kind)) = ending.filter(|_| !title.ends_with("想办法")) {
            return Some(kind);
        }
    }
    let text = cx.document.text.as_str();
    let opening = &text[..text.floor_char_boundary(OPENING)];
    let cue = CUES.find_all(opening).next();
    if let Some((_, _, kind)) = cue.filter(|_| !opening.contains("报告如下")) {
        return Some(kind);
    }
    (!text.contains("法治") && !text.contains("依法行政") && words::han_count(text, 300) == 300)
        .then_some("其他文稿")
}

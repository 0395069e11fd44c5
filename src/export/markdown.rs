//! Report → Markdown: 结论, 必备内容, 检查结果, 已核验, 未能核验; for people to file and to send.

use super::counts::Counts;
use super::words;
use crate::report::{RULES, Report};
use crate::text::LineIndex;
use std::fmt::Write;

/// The whole report as Markdown.
pub fn report(report: &Report) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_report(&mut out, report);
    out
}

/// `识别数字 60 个，其中 9 个处在 4 条可核验关系中；51 个只提取未核验`
pub fn coverage(report: &Report) -> String {
    let (all, checked) = (report.figures.len(), report.figures_in_relations());
    let relations = report.relations.len();
    format!(
        "识别数字 {all} 个，其中 {checked} 个处在 {relations} 条可核验关系中；{} 个只提取未核验",
        all - checked
    )
}

/// `错误 1 · 存疑 2 · 提示 3 · 已核验 4`
pub fn counts(report: &Report) -> String {
    let Counts {
        errors,
        doubts,
        hints,
        verified,
        ..
    } = Counts::of(report);
    format!("错误 {errors} · 存疑 {doubts} · 提示 {hints} · 已核验 {verified}")
}

fn write_report(out: &mut String, report: &Report) -> std::fmt::Result {
    let outline = &report.outline;
    let unknown = "未识别";
    let name = &report.document.source.name;
    writeln!(
        out,
        "# 检查结果：{}\n",
        escaped(outline.title.as_ref().map_or(name, |title| &title.text))
    )?;
    writeln!(out, "- 文件：{}", escaped(name))?;
    writeln!(
        out,
        "- 单位：{}",
        escaped(outline.body.as_ref().map_or(unknown, |body| &body.text))
    )?;
    writeln!(out, "- 层级：{}", words::level(outline.level))?;
    writeln!(
        out,
        "- 年度：{}",
        outline
            .year
            .map_or(unknown.to_string(), |year| year.value.to_string())
    )?;
    writeln!(
        out,
        "- 成文日期：{}",
        outline.tail.date.as_ref().map_or(unknown, |date| &date.text)
    )?;
    writeln!(out, "- 规则版本：{RULES}，画像：{}\n", report.profile)?;
    writeln!(out, "## 结论\n\n{}。\n\n{}。\n", counts(report), coverage(report))?;
    write_items(out, report)?;
    write_findings(out, report)?;
    write_relations(out, report)?;
    write_unchecked(out, report)
}

fn write_items(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "## 必备内容\n\n| 项目 | 状态 | 章节 |\n|---|---|---|")?;
    for item in &report.outline.items {
        let headings = item
            .sections
            .iter()
            .filter_map(|&section| report.outline.sections.get(section));
        let headings: Vec<_> = headings.map(|section| escaped(&section.heading)).collect();
        let (sign, word) = words::presence(item.state);
        writeln!(
            out,
            "| {} | {sign} {word} | {} |",
            escaped(&item.name),
            headings.join("；")
        )?;
    }
    writeln!(out)
}

fn write_findings(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "## 检查结果\n")?;
    if report.findings.is_empty() {
        return writeln!(out, "未发现问题。\n");
    }
    let index = LineIndex::new(&report.document.text);
    for finding in &report.findings {
        let (sign, word) = words::severity(finding.severity);
        writeln!(
            out,
            "- **{sign} {word}** `{}` {}",
            finding.code,
            escaped(&finding.message)
        )?;
        if let Some(span) = finding.span {
            let quote = escaped(report.document.slice(span));
            writeln!(out, "  - 原文（第 {} 行）：{quote}", index.line(span.start).0)?;
        }
        if !finding.suggestion.is_empty() {
            writeln!(out, "  - 建议：{}", escaped(&finding.suggestion))?;
        }
        writeln!(out, "  - 依据：{}", escaped(&finding.basis))?;
    }
    writeln!(out)
}

fn write_relations(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(out, "## 已核验\n")?;
    if report.relations.is_empty() {
        return writeln!(out, "没有可核验的数字关系。\n");
    }
    for relation in &report.relations {
        let (sign, word) = words::verdict(relation.verdict);
        let note = if relation.note.is_empty() {
            String::new()
        } else {
            format!("（{}）", relation.note)
        };
        let kind = words::relation(relation.kind);
        writeln!(
            out,
            "- {sign} {word} · {kind}：{}{}",
            escaped(&relation.statement),
            escaped(&note)
        )?;
    }
    writeln!(out)
}

fn write_unchecked(out: &mut String, report: &Report) -> std::fmt::Result {
    writeln!(
        out,
        "## 未能核验的数字\n\n| 指标 | 原文 | 数值 | 单位 |\n|---|---|---|---|"
    )?;
    let related: std::collections::HashSet<usize> = report
        .relations
        .iter()
        .flat_map(|relation| relation.figures.iter().copied())
        .collect();
    for (_, figure) in report
        .figures
        .iter()
        .enumerate()
        .filter(|(at, _)| !related.contains(at))
    {
        let text = escaped(report.document.slice(figure.span));
        let value = figure.value.normalize();
        writeln!(
            out,
            "| {} | {text} | {value} | {} |",
            escaped(&figure.indicator),
            escaped(&figure.unit)
        )?;
    }
    Ok(())
}

/// Keeps the text's own signs from becoming Markdown, and a quote on one line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' => out.extend(['\\', c]),
            '\n' | '\r' | '\u{2028}' => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

//! Report → Markdown: 结论, 必备内容, 检查结果, 核验, 未能核验; for people to file and to send.

use super::counts::Counts;
use super::words;
use crate::checks::Finding;
use crate::profile::Profile;
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

/// `识别数字 60 个，其中 9 个处在 4 条可核验关系中；51 个只提取未核验`, and shorter where none can be checked.
pub fn coverage(report: &Report) -> String {
    let (all, checked) = (report.figures.len(), report.figures_in_relations());
    let relations = report.relations.len();
    if all == 0 {
        return "未识别出数字".into();
    }
    if relations == 0 {
        return format!("识别数字 {all} 个，均无可核对的关系");
    }
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
    let profile = Profile::built_in(&report.profile);
    let profile = profile.map_or(report.profile.clone(), |profile| profile.title);
    writeln!(out, "- 规则：{}（版本 {RULES}）\n", escaped(&profile))?;
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
        let (sign, word) = words::presence(item);
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
    // As the page lists them: errors first.
    let mut findings: Vec<&Finding> = report.findings.iter().collect();
    findings.sort_by_key(|finding| finding.severity);
    for finding in findings {
        let (sign, word) = words::severity(finding.severity);
        writeln!(out, "- **{sign} {word}** {}", escaped(&finding.message))?;
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
    writeln!(out, "## 核验\n")?;
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

#[cfg(test)]
mod tests {
    use super::*;

    fn markdown_of(text: &str) -> String {
        super::report(&crate::analyze_text(text, "报告.txt"))
    }

    #[test]
    fn errors_stand_first_and_what_may_be_left_out_is_not_lacking() {
        let text = "青岚县云溪街道2024年法治政府建设情况报告\n一、主要做法\n截止目前审查合同12份。\n办案30件，其中简易程序36件。";
        let markdown = markdown_of(text);
        let at = |words: &str| markdown.find(words).unwrap();
        assert!(at("✗ 错误") < at("“截止目前”"), "{markdown}");
        assert!(
            markdown.contains("| – 无（可不写） |") && markdown.contains("- 规则：街道乡镇（版本"),
            "{markdown}"
        );
    }

    #[test]
    fn what_is_wrong_does_not_stand_under_verified_and_no_code_is_shown() {
        let report = crate::analyze_text(
            "青岚县云溪街道2024年法治政府建设情况报告\n一、主要做法\n办案30件，其中简易程序36件。\n全年收到156件（包括来信137件、来访18件）。",
            "报告.txt",
        );
        let markdown = super::report(&report);
        assert!(markdown.contains("\n- ✗ 错误 · 加总"), "{markdown}");
        assert!(
            markdown.contains("\n## 核验\n") && !markdown.contains("## 已核验"),
            "{markdown}"
        );
        for finding in &report.findings {
            assert!(!markdown.contains(&*finding.code), "{}", finding.code);
        }
    }

    #[test]
    fn the_coverage_in_a_sentence() {
        let of = |text: &str| coverage(&crate::analyze_text(text, "报告.txt"));
        assert_eq!(of("全年审查合同12份。"), "识别数字 1 个，均无可核对的关系");
        assert_eq!(of("全年工作平稳有序。"), "未识别出数字");
    }
}

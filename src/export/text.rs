//! Report → text for a terminal: outline, items, figures by section, findings with the quoted line and a mark
//! under the words. Styled with ANSI codes, which the command line strips where it does not write to a terminal.

use super::{markdown, words};
use crate::checks::{Finding, Severity};
use crate::outline::Presence;
use crate::relations::Verdict;
use crate::report::Report;
use crate::text::{LineIndex, Span};
use anstyle::{AnsiColor, Style};
use std::fmt::{Result, Write};
use unicode_width::UnicodeWidthStr;

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();
const RED: Style = AnsiColor::Red.on_default().bold();
const YELLOW: Style = AnsiColor::Yellow.on_default();
const BLUE: Style = AnsiColor::Cyan.on_default();
const GREEN: Style = AnsiColor::Green.on_default();

/// Columns of a quoted line: longer lines are cut around the words that matter.
const QUOTE_WIDTH: usize = 76;

/// The whole report.
pub fn report(report: &Report) -> String {
    let mut out = String::new();
    // Writing into a string cannot fail.
    let _ = write_report(&mut out, report);
    out
}

fn write_report(out: &mut String, report: &Report) -> Result {
    write_identity(out, report)?;
    write_items(out, report)?;
    write_outline(out, report)?;
    write_findings(out, report)?;
    write_relations(out, report)?;
    writeln!(
        out,
        "{}\n{}",
        styled(BOLD, &markdown::counts(report)),
        styled(DIM, &markdown::coverage(report))
    )
}

fn write_identity(out: &mut String, report: &Report) -> Result {
    let outline = &report.outline;
    let unknown = "未识别";
    writeln!(out, "{}", styled(BOLD, &report.document.source.name))?;
    writeln!(
        out,
        "  标题 {}",
        outline.title.as_ref().map_or(unknown, |title| &title.text)
    )?;
    let body = outline.body.as_ref().map_or(unknown, |body| &body.text);
    let year = outline.year.map_or(unknown.into(), |year| year.value.to_string());
    let date = outline.tail.date.as_ref().map_or(unknown, |date| &date.text);
    writeln!(
        out,
        "  单位 {body}（{}）  年度 {year}  成文日期 {date}",
        words::level(outline.level)
    )
}

fn write_items(out: &mut String, report: &Report) -> Result {
    write!(out, "  必备内容")?;
    for item in report
        .outline
        .items
        .iter()
        .filter(|item| item.owed || item.state != Presence::Missing)
    {
        let (sign, word) = words::presence(item);
        let style = match item.state {
            Presence::Present => GREEN,
            Presence::Embedded => BLUE,
            Presence::Missing => RED,
        };
        write!(out, "  {} {}", styled(style, &format!("{sign}{word}")), item.name)?;
    }
    writeln!(out, "\n")
}

fn write_outline(out: &mut String, report: &Report) -> Result {
    for (index, section) in report.outline.sections.iter().enumerate() {
        let indent = "  ".repeat(usize::from(section.level));
        let number = report.document.slice(section.number_span).trim();
        let style = if section.level == 1 { BOLD } else { Style::new() };
        writeln!(
            out,
            "{indent}{}",
            styled(style, &format!("{number}{}", section.heading))
        )?;
        for figure in report
            .figures
            .iter()
            .filter(|figure| figure.section == Some(index))
        {
            let text = report.document.slice(figure.span);
            writeln!(
                out,
                "{indent}  {} {}",
                styled(DIM, &format!("· {}", figure.indicator)),
                text
            )?;
        }
    }
    if report.outline.sections.is_empty() {
        writeln!(out, "  未识别出章节")?;
    }
    writeln!(out)
}

fn write_findings(out: &mut String, report: &Report) -> Result {
    let index = LineIndex::new(&report.document.text);
    for finding in &report.findings {
        write_finding(out, report, &index, finding)?;
    }
    Ok(())
}

fn write_finding(out: &mut String, report: &Report, index: &LineIndex<'_>, finding: &Finding) -> Result {
    let style = match finding.severity {
        Severity::Error => RED,
        Severity::Warning => YELLOW,
        Severity::Info => BLUE,
    };
    let (sign, word) = words::severity(finding.severity);
    writeln!(
        out,
        "{} {} {}",
        styled(style, &format!("{sign} {word}")),
        finding.message,
        styled(DIM, &format!("[{}]", finding.code))
    )?;
    if let Some(span) = finding.span {
        write_quote(out, &report.document.text, index, span, style)?;
    }
    if !finding.suggestion.is_empty() {
        writeln!(out, "     建议：{}", finding.suggestion)?;
    }
    writeln!(out, "     {}\n", styled(DIM, &format!("依据：{}", finding.basis)))
}

/// The line that the span starts in, cut to fit, and carets under the span.
fn write_quote(out: &mut String, text: &str, index: &LineIndex<'_>, span: Span, style: Style) -> Result {
    let (number, line) = index.line(span.start);
    let marked = Span::new(
        span.start as usize,
        (span.end.min(line.end)).max(span.start) as usize,
    );
    let before = last_columns(&text[line.start as usize..marked.start as usize], QUOTE_WIDTH / 2);
    let words = first_columns(marked.of(text), QUOTE_WIDTH);
    let after = first_columns(
        &text[marked.end as usize..line.end as usize],
        QUOTE_WIDTH.saturating_sub(before.width() + words.width()),
    );
    let gutter = format!("{number:>4} │ ");
    writeln!(
        out,
        "{}{}",
        styled(DIM, &gutter),
        clean(&format!("{before}{words}{after}"))
    )?;
    let pad = " ".repeat(gutter.width() + clean(before).width());
    writeln!(
        out,
        "{pad}{}",
        styled(style, &"^".repeat(clean(words).width().max(1)))
    )
}

fn write_relations(out: &mut String, report: &Report) -> Result {
    for relation in &report.relations {
        let (sign, word) = words::verdict(relation.verdict);
        let style = match relation.verdict {
            Verdict::Holds => GREEN,
            Verdict::Broken => RED,
            Verdict::Doubtful => YELLOW,
        };
        let kind = words::relation(relation.kind);
        write!(
            out,
            "{} {}",
            styled(style, &format!("{sign} {word}·{kind}")),
            relation.statement
        )?;
        let note = if relation.note.is_empty() {
            String::new()
        } else {
            format!("（{}）", relation.note)
        };
        writeln!(out, "{}", styled(DIM, &note))?;
    }
    if report.relations.is_empty() {
        Ok(())
    } else {
        writeln!(out)
    }
}

/// Tabs and other control characters would move the carets away from their words.
fn clean(text: &str) -> String {
    text.chars()
        .map(|c| {
            if c.is_control() || crate::text::is_blank(c) {
                ' '
            } else {
                c
            }
        })
        .collect()
}

fn first_columns(text: &str, columns: usize) -> &str {
    let mut width = 0;
    for (at, c) in text.char_indices() {
        width += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if width > columns {
            return &text[..at];
        }
    }
    text
}

fn last_columns(text: &str, columns: usize) -> &str {
    let mut width = 0;
    for (at, c) in text.char_indices().rev() {
        width += unicode_width::UnicodeWidthChar::width(c).unwrap_or(0);
        if width > columns {
            return &text[at + c.len_utf8()..];
        }
    }
    text
}

fn styled(style: Style, text: &str) -> String {
    if text.is_empty() {
        String::new()
    } else {
        format!("{style}{text}{style:#}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quote(text: &str, words: &str) -> String {
        let start = text.find(words).unwrap();
        let mut out = String::new();
        write_quote(
            &mut out,
            text,
            &LineIndex::new(text),
            Span::new(start, start + words.len()),
            Style::new(),
        )
        .unwrap();
        anstream::adapter::strip_str(&out).to_string()
    }

    #[test]
    fn carets_stand_under_full_width_words() {
        let expected = "   2 │ 共办理5件（其中3件。\n                ^^\n";
        assert_eq!(quote("首行\n共办理5件（其中3件。\n", "（"), expected);
    }

    #[test]
    fn a_long_line_is_cut_around_the_words() {
        let text = format!("{}做为{}", "甲".repeat(200), "乙".repeat(200));
        for line in quote(&text, "做为").lines() {
            assert!(line.width() <= QUOTE_WIDTH + 7, "{line}");
        }
    }
}

//! 反馈意见单: what a reviewer sends back, made of the findings that were accepted, in three groups by verdict.

use super::decisions::{Decisions, Verdict};
use super::review_place::{place, quote};
use super::subject::subjects;
use crate::Report;
use crate::checks::{Finding, Severity};
use crate::text::LineIndex;
use std::fmt::Write;

/// One opinion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Where it stands: section, page or table row, line.
    pub place: String,
    /// The words it is about; empty for something absent.
    pub quote: String,
    /// What is wrong.
    pub message: String,
    /// The rule's source.
    pub basis: String,
    /// What would make it right, and what the reviewer wrote.
    pub suggestion: String,
}

/// The sheet: its title, and the opinions by group; groups without opinions are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// 关于…的反馈意见
    pub title: String,
    /// The body that gets it.
    pub recipient: String,
    /// 应修改, 请核实, 建议.
    pub groups: Vec<(&'static str, Vec<Opinion>)>,
}

/// What a line of the sheet is, in the terms of an official document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// 标题
    Title,
    /// 主送机关
    Recipient,
    /// 一级标题
    Heading,
    /// 正文
    Text,
    /// 发文机关署名, 成文日期
    Signature,
}

const GROUPS: [(Severity, &str); 3] = [
    (Severity::Error, "应修改"),
    (Severity::Warning, "请核实"),
    (Severity::Info, "建议"),
];

/// The sheet of one report.
pub fn sheet(report: &Report, decisions: &Decisions) -> Sheet {
    let outline = &report.outline;
    let recipient = outline
        .body
        .as_ref()
        .map_or("报告单位", |body| body.text.as_str())
        .to_string();
    let title = outline
        .title
        .as_ref()
        .map_or(report.document.source.name.as_str(), |title| title.text.as_str());
    let index = LineIndex::new(&report.document.text);
    let of_group = |severity| {
        let accepted = subjects(report).filter(|subject| {
            subject.severity == severity && decisions.of(report, subject).verdict == Some(Verdict::Accepted)
        });
        accepted
            .map(|subject| opinion(report, &index, decisions, &subject))
            .collect::<Vec<_>>()
    };
    let groups = GROUPS.iter().map(|&(severity, name)| (name, of_group(severity)));
    Sheet {
        title: format!("关于《{title}》的反馈意见"),
        recipient,
        groups: groups.filter(|(_, opinions)| !opinions.is_empty()).collect(),
    }
}

fn opinion(report: &Report, index: &LineIndex<'_>, decisions: &Decisions, finding: &Finding) -> Opinion {
    let comment = decisions.of(report, finding).comment;
    let suggestion = [finding.suggestion.as_str(), comment.as_str()];
    Opinion {
        place: place(report, index, finding.span),
        quote: quote(report, finding.span),
        message: finding.message.clone(),
        basis: finding.basis.clone(),
        suggestion: suggestion
            .iter()
            .filter(|part| !part.is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join("；"),
    }
}

impl Opinion {
    /// The opinion in sentences.
    pub fn sentences(&self) -> String {
        // The message often quotes the words itself.
        let quote = if self.quote.is_empty() || self.message.contains(&self.quote) {
            String::new()
        } else {
            format!("“{}”：", self.quote)
        };
        let suggestion = if self.suggestion.is_empty() {
            String::new()
        } else {
            format!("建议：{}。", self.suggestion.trim_end_matches('。'))
        };
        format!(
            "（{}）{quote}{}。{suggestion}依据：{}。",
            self.place,
            self.message.trim_end_matches('。'),
            self.basis
        )
    }
}

impl Sheet {
    /// Whether nothing was accepted.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// The sheet in lines. All formats are made of these.
    pub fn lines(&self) -> Vec<(Part, String)> {
        let mut lines = vec![
            (Part::Title, self.title.clone()),
            (Part::Recipient, format!("{}：", self.recipient)),
            (
                Part::Text,
                "你单位报送的报告收悉。经审核，提出以下意见，请研究修改后重新报送。".to_string(),
            ),
        ];
        for (number, (name, opinions)) in ["一", "二", "三"].iter().zip(&self.groups) {
            lines.push((Part::Heading, format!("{number}、{name}")));
            let numbered = opinions.iter().enumerate();
            lines.extend(
                numbered.map(|(at, opinion)| (Part::Text, format!("{}. {}", at + 1, opinion.sentences()))),
            );
        }
        // Whoever sends it fills in who and when.
        lines.push((Part::Signature, "（审核单位）".to_string()));
        lines.push((Part::Signature, "　　年　　月　　日".to_string()));
        lines
    }

    /// The sheet as Markdown.
    pub fn markdown(&self) -> String {
        let mut out = String::new();
        for (part, words) in self.lines() {
            let words = words.replace(['\n', '*', '_', '<'], " ");
            // Writing into a string cannot fail.
            let _ = writeln!(
                out,
                "{}{words}\n",
                match part {
                    Part::Title => "# ",
                    Part::Heading => "## ",
                    _ => "",
                }
            );
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_accepted_is_sent_back_and_errors_come_first() {
        let text = "青岚县2024年法治政府建设年度报告\n一、主要举措\n落实《办法，全年收到156件（包括来信137件、来访18件）。";
        let report = crate::analyze_text(text, "a.txt");
        let mut decisions = Decisions::default();
        assert!(sheet(&report, &decisions).is_empty());
        for code in ["unbalanced-pair", "sum-mismatch"] {
            let finding = report
                .findings
                .iter()
                .find(|finding| finding.code == code)
                .unwrap();
            decisions = decisions
                .accept(&report, finding)
                .comment(&report, finding, "请改");
        }
        let sheet = sheet(&report, &decisions);
        let names: Vec<_> = sheet
            .groups
            .iter()
            .map(|(name, opinions)| (*name, opinions.len()))
            .collect();
        assert_eq!(names, [("应修改", 1), ("请核实", 1)]);
        assert!(sheet.markdown().contains("## 一、应修改"));
        assert!(sheet.markdown().contains("请改。依据："));
    }
}

//! What of a report is shown: what is selected, which pane, which dialog, which colours.

use super::decisions::case_key;
use crate::Report;
use crate::figures::Figure;
use crate::outline::Section;
use crate::relations::Relation;
use crate::text::Span;

/// What is selected in the report shown; panes show the same thing together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Selection {
    /// Index of a finding.
    Finding(usize),
    /// Index of a relation.
    Relation(usize),
    /// Index of a figure.
    Figure(usize),
    /// Index of a section.
    Section(usize),
}

impl Selection {
    /// Where it stands in the text; None for a finding about something absent.
    pub fn span(self, report: &Report) -> Option<Span> {
        match self {
            Selection::Finding(at) => report.findings.get(at)?.span,
            Selection::Relation(at) => Some(report.relations.get(at)?.span),
            Selection::Figure(at) => Some(report.figures.get(at)?.span),
            Selection::Section(at) => Some(report.outline.sections.get(at)?.heading_span),
        }
    }

    /// The same thing in a newer report of the same file; None where it is gone.
    pub fn moved(self, before: &Report, after: &Report) -> Option<Selection> {
        match self {
            Selection::Finding(at) => {
                let key = case_key(before, before.findings.get(at)?);
                let same = after
                    .findings
                    .iter()
                    .position(|finding| case_key(after, finding) == key);
                same.map(Selection::Finding)
            }
            Selection::Relation(at) => {
                let relation = before.relations.get(at)?;
                let same = |other: &Relation| other.statement == relation.statement;
                after.relations.iter().position(same).map(Selection::Relation)
            }
            Selection::Figure(at) => {
                let figure = before.figures.get(at)?;
                let key = |figure: &Figure| (figure.value, figure.indicator.clone(), figure.unit.clone());
                let same = |other: &Figure| key(other) == key(figure);
                after.figures.iter().position(same).map(Selection::Figure)
            }
            Selection::Section(at) => {
                let heading = &before.outline.sections.get(at)?.heading;
                let same = |other: &Section| other.heading == *heading;
                after
                    .outline
                    .sections
                    .iter()
                    .position(same)
                    .map(Selection::Section)
            }
        }
    }

    /// The section that it lies in.
    pub fn section(self, report: &Report) -> Option<usize> {
        match self {
            Selection::Section(at) => Some(at),
            other => report.outline.section_at(other.span(report)?.start),
        }
    }
}

/// What the middle pane shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Middle {
    /// 正文
    #[default]
    Text,
    /// 编辑
    Edit,
    /// 数字表
    Figures,
}

/// What of the file shown has been drawn. A long report is drawn step by step, in this order, so that the page
/// answers in between.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Drawn {
    /// It has just been opened.
    #[default]
    Nothing,
    /// The text with its marks.
    Text,
    /// The results beside it.
    Results,
    /// The table of figures behind the text: everything.
    Figures,
}

/// A dialog over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// 总览: all loaded reports in one table.
    Overview,
    /// 使用说明与快捷键
    Help,
    /// 隐私与核验办法
    Privacy,
    /// 为什么：a check's explanation.
    Why(String),
    /// 忽略: a finding or a doubtful relation.
    Ignore(Selection),
    /// 批注: a finding or a doubtful relation.
    Comment(Selection),
    /// 更正章节: index of a section.
    CorrectSection(usize),
    /// 更正单位、层级、年度.
    CorrectIdentity,
    /// 规则与年度.
    Rules,
    /// 反馈意见单.
    ReviewSheet,
    /// 安全修正.
    Fixes,
}

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_selected_stays_selected_when_text_before_it_changes() {
        let text = "青岚县2024年法治政府建设年度报告\n一、主要举措\n落实《办法，办理3件。\n二、存在问题\n全年收到156件（包括来信137件、来访19件）。";
        let before = crate::analyze_text(text, "a.txt");
        let after = crate::analyze_text(&text.replace("\n一、", "\n全县有《办法12个乡镇。\n一、"), "a.txt");
        let pair = before
            .findings
            .iter()
            .position(|finding| finding.code == "unbalanced-pair")
            .unwrap();
        for selection in [
            Selection::Finding(pair),
            Selection::Relation(0),
            Selection::Figure(0),
            Selection::Section(1),
        ] {
            let moved = selection.moved(&before, &after).unwrap();
            let words = |selection: Selection, report: &Report| {
                report.document.slice(selection.span(report).unwrap()).to_string()
            };
            assert_eq!(words(moved, &after), words(selection, &before), "{selection:?}");
        }
        let gone = crate::analyze_text("青岚县", "a.txt");
        assert_eq!(Selection::Relation(0).moved(&before, &gone), None);
    }
}

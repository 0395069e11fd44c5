//! What is counted of one report: the same numbers in the page, in the terminal and in Markdown.

use crate::Report;
use crate::checks::Severity;
use crate::outline::Presence;
use crate::relations::Verdict;

/// What is counted of one report.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// ✗ 错误
    pub errors: usize,
    /// ？存疑: warnings and doubtful relations.
    pub doubts: usize,
    /// ! 提示
    pub hints: usize,
    /// ✓ 已核验: relations that hold.
    pub verified: usize,
    /// – 未能核验: figures in no relation.
    pub unverified: usize,
    /// Owed items that have a section of their own or a passage.
    pub items_there: usize,
    /// Owed items.
    pub items_owed: usize,
}

impl Counts {
    /// Results that a person can decide about, none of them decided.
    pub fn undecided(&self) -> usize {
        self.errors + self.doubts + self.hints
    }

    /// Of a report.
    pub fn of(report: &Report) -> Counts {
        let findings = |severity| {
            report
                .findings
                .iter()
                .filter(|finding| finding.severity == severity)
                .count()
        };
        let holds = report
            .relations
            .iter()
            .filter(|relation| relation.verdict == Verdict::Holds);
        let doubtful = report
            .relations
            .iter()
            .filter(|r| r.verdict == Verdict::Doubtful && !r.has_finding());
        let owed = || report.outline.items.iter().filter(|item| item.owed);
        Counts {
            errors: findings(Severity::Error),
            doubts: findings(Severity::Warning) + doubtful.count(),
            hints: findings(Severity::Info),
            verified: holds.count(),
            unverified: report.figures.len() - report.figures_in_relations(),
            items_there: owed().filter(|item| item.state != Presence::Missing).count(),
            items_owed: owed().count(),
        }
    }
}

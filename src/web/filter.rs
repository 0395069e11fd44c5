//! What the results list shows: findings and relations in one order, filtered by verdict, kind, decision and words.

use super::decisions::{Decisions, Verdict as Decided};
use super::state::Selection;
use crate::Report;
use crate::checks::{self, Severity};
use crate::relations::Verdict;

/// The four verdicts that a list entry can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// ✗ 错误
    Error,
    /// ？存疑
    Doubt,
    /// ! 提示
    Hint,
    /// ✓ 已核验
    Verified,
}

/// All signs in the order of the list.
pub const SIGNS: [Sign; 4] = [Sign::Error, Sign::Doubt, Sign::Hint, Sign::Verified];

impl Sign {
    /// Sign, word, and the name that style.css knows.
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Sign::Error => ("✗", "错误", "error"),
            Sign::Doubt => ("？", "存疑", "doubt"),
            Sign::Hint => ("!", "提示", "hint"),
            Sign::Verified => ("✓", "已核验", "verified"),
        }
    }
}

/// The sign of a severity.
pub fn sign_of(severity: Severity) -> Sign {
    match severity {
        Severity::Error => Sign::Error,
        Severity::Warning => Sign::Doubt,
        Severity::Info => Sign::Hint,
    }
}

/// Which findings by what a person decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ByDecision {
    /// All.
    #[default]
    All,
    /// 待处理
    Open,
    /// 已采纳
    Accepted,
    /// 已忽略
    Ignored,
}

/// What is wanted; the default wants everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only this verdict.
    pub sign: Option<Sign>,
    /// Only this kind of check ([`crate::checks::Check::kind`]).
    pub kind: Option<&'static str>,
    /// By decision.
    pub decision: ByDecision,
    /// Words that must occur in message, code or quoted text.
    pub query: String,
}

/// One entry of the results list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// The finding or relation.
    pub selection: Selection,
    /// Its verdict.
    pub sign: Sign,
}

/// Every entry of a report: errors first, then doubts, hints and what was verified; each in the order of the text.
pub fn entries(report: &Report) -> Vec<Entry> {
    let findings = report.findings.iter().enumerate().map(|(at, finding)| Entry {
        selection: Selection::Finding(at),
        sign: sign_of(finding.severity),
    });
    // A broken relation is shown once, as its error.
    let relations = report
        .relations
        .iter()
        .enumerate()
        .filter(|(_, relation)| !relation.has_finding())
        .map(|(at, relation)| {
            let sign = if relation.verdict == Verdict::Holds {
                Sign::Verified
            } else {
                Sign::Doubt
            };
            Entry {
                selection: Selection::Relation(at),
                sign,
            }
        });
    let mut entries: Vec<_> = findings.chain(relations).collect();
    entries.sort_by_key(|entry| {
        (
            entry.sign as u8,
            entry.selection.span(report).map_or(0, |span| span.start),
        )
    });
    entries
}

/// The entries that a filter lets through.
pub fn filtered(report: &Report, filter: &Filter, decisions: &Decisions) -> Vec<Entry> {
    entries(report)
        .into_iter()
        .filter(|entry| wanted(report, filter, decisions, entry))
        .collect()
}

fn wanted(report: &Report, filter: &Filter, decisions: &Decisions, entry: &Entry) -> bool {
    filter.sign.is_none_or(|sign| sign == entry.sign)
        && filter
            .kind
            .is_none_or(|kind| kind == kind_of(report, entry.selection))
        && has_decision(report, filter.decision, decisions, entry.selection)
        && (filter.query.trim().is_empty() || words_of(report, entry.selection).contains(filter.query.trim()))
}

fn has_decision(report: &Report, wanted: ByDecision, decisions: &Decisions, selection: Selection) -> bool {
    let verdict = match selection {
        Selection::Finding(at) => decisions.of(report, &report.findings[at]).verdict,
        _ => return wanted == ByDecision::All,
    };
    match wanted {
        ByDecision::All => true,
        ByDecision::Open => verdict.is_none(),
        ByDecision::Accepted => verdict == Some(Decided::Accepted),
        ByDecision::Ignored => verdict == Some(Decided::Ignored),
    }
}

fn kind_of(report: &Report, selection: Selection) -> &'static str {
    match selection {
        Selection::Finding(at) => kind_of_code(&report.findings[at].code),
        _ => "数据",
    }
}

/// The kind of the check with this code.
pub fn kind_of_code(code: &str) -> &'static str {
    checks::described()
        .find(|check| check.code == code)
        .map_or("用语", |check| check.kind)
}

/// All kinds of checks, in the order of the catalogue.
pub fn kinds() -> Vec<&'static str> {
    let mut kinds = Vec::new();
    for check in checks::described() {
        if !kinds.contains(&check.kind) {
            kinds.push(check.kind);
        }
    }
    kinds
}

fn words_of(report: &Report, selection: Selection) -> String {
    let quote = selection
        .span(report)
        .map_or("", |span| report.document.slice(span));
    match selection {
        Selection::Finding(at) => {
            let finding = &report.findings[at];
            format!(
                "{}\n{}\n{}\n{quote}",
                finding.code, finding.message, finding.suggestion
            )
        }
        Selection::Relation(at) => format!("{}\n{quote}", report.relations[at].statement),
        _ => quote.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_a_filter_every_finding_is_listed_and_errors_come_first() {
        let report = crate::analyze_text(
            "一、工作情况\n落实《办法，全年收到156件（包括来信137件、来访18件）。",
            "a.txt",
        );
        let entries = filtered(&report, &Filter::default(), &Decisions::default());
        let findings = entries
            .iter()
            .filter(|entry| matches!(entry.selection, Selection::Finding(_)));
        assert_eq!(findings.count(), report.findings.len());
        assert_eq!(entries[0].sign, Sign::Error);
        assert!(entries.is_sorted_by_key(|entry| entry.sign as u8));
    }
}

//! What the results list shows: findings and relations in one order, filtered by verdict, kind, decision and words.

use super::decisions::{Decisions, Verdict};
use super::state::Selection;
use super::subject::{subject, subjects};
use crate::Report;
use crate::checks::{self, Severity};
use crate::relations::Verdict as Computed;

/// The verdicts that a list entry can have.
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
    /// – 未能核验: listed only where it is asked for.
    Unverified,
}

/// All signs in the order of the list.
pub const SIGNS: [Sign; 5] = [
    Sign::Error,
    Sign::Doubt,
    Sign::Hint,
    Sign::Verified,
    Sign::Unverified,
];

impl Sign {
    /// Sign, word, and the name that style.css knows.
    pub fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Sign::Error => ("✗", "错误", "error"),
            Sign::Doubt => ("？", "存疑", "doubt"),
            Sign::Hint => ("!", "提示", "hint"),
            Sign::Verified => ("✓", "已核验", "verified"),
            Sign::Unverified => ("–", "未能核验", "unverified"),
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
    /// Only this verdict; every one but [`Sign::Unverified`] where it is None.
    pub sign: Option<Sign>,
    /// Only this kind of check ([`crate::checks::Check::kind`]).
    pub kind: Option<&'static str>,
    /// By decision.
    pub decision: ByDecision,
    /// Words that must occur in message, code or quoted text.
    pub query: String,
}

/// How many findings and doubtful relations a person has decided in each way.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Decided {
    /// 待处理
    pub open: usize,
    /// 已采纳
    pub accepted: usize,
    /// 已忽略
    pub ignored: usize,
}

impl Decided {
    /// Of a report.
    pub fn of(report: &Report, decisions: &Decisions) -> Decided {
        let mut decided = Decided::default();
        for subject in subjects(report) {
            match decisions.of(report, &subject).verdict {
                None => decided.open += 1,
                Some(Verdict::Accepted) => decided.accepted += 1,
                Some(Verdict::Ignored) => decided.ignored += 1,
            }
        }
        decided
    }
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
            let sign = if relation.verdict == Computed::Holds {
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

/// Every figure that stands in no relation, in the order of the text.
fn unverified(report: &Report) -> Vec<Entry> {
    let entry = |at| Entry {
        selection: Selection::Figure(at),
        sign: Sign::Unverified,
    };
    report.unverified().map(entry).collect()
}

/// The entries that a filter lets through.
pub fn filtered(report: &Report, filter: &Filter, decisions: &Decisions) -> Vec<Entry> {
    let all = match filter.sign {
        Some(Sign::Unverified) => unverified(report),
        _ => entries(report),
    };
    all.into_iter()
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
    if wanted == ByDecision::All {
        return true;
    }
    let Some(subject) = subject(report, selection) else {
        return false;
    };
    let verdict = decisions.of(report, &subject).verdict;
    match wanted {
        ByDecision::All => true,
        ByDecision::Open => verdict.is_none(),
        ByDecision::Accepted => verdict == Some(Verdict::Accepted),
        ByDecision::Ignored => verdict == Some(Verdict::Ignored),
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

/// The kinds of checks in the order of the catalogue, with how many entries of the list are of each.
pub fn kinds(report: &Report) -> Vec<(&'static str, usize)> {
    let mut kinds: Vec<(&'static str, usize)> = Vec::new();
    for check in checks::described() {
        if kinds.iter().all(|(kind, _)| *kind != check.kind) {
            kinds.push((check.kind, 0));
        }
    }
    for entry in entries(report) {
        let of_entry = kind_of(report, entry.selection);
        if let Some((_, count)) = kinds.iter_mut().find(|(kind, _)| *kind == of_entry) {
            *count += 1;
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
        Selection::Figure(at) => format!("{}\n{quote}", report.figures[at].indicator),
        _ => quote.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_in_no_relation_are_listed_only_where_they_are_asked_for() {
        let text = "一、工作情况\n全年收到156件，其中来信137件、来访19件，走访企业120家。";
        let report = crate::analyze_text(text, "a.txt");
        let figures = |filter: &Filter| {
            let entries = filtered(&report, filter, &Decisions::default());
            let is_figure = |entry: &&Entry| matches!(entry.selection, Selection::Figure(_));
            entries.iter().filter(is_figure).count()
        };
        assert_eq!(figures(&Filter::default()), 0);
        let asked = Filter {
            sign: Some(Sign::Unverified),
            ..Filter::default()
        };
        assert_eq!(
            figures(&asked),
            report.figures.len() - report.figures_in_relations()
        );
        assert!(figures(&asked) >= 1);
    }

    #[test]
    fn every_finding_counts_as_open_accepted_or_ignored() {
        let report = crate::analyze_text("一、工作情况\n落实《办法，办理3件（件。", "a.txt");
        let decided = Decided::of(
            &report,
            &Decisions::default().accept(&report, &report.findings[0]),
        );
        assert_eq!((decided.accepted, decided.ignored), (1, 0));
        assert_eq!(decided.open, report.findings.len() - 1);
        assert_eq!(
            kinds(&report).iter().map(|(_, count)| count).sum::<usize>(),
            entries(&report).len()
        );
    }

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

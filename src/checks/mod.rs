//! Everything → findings. A check is a constant and a function; registering it is one word in [`CHECKS`].

pub mod between;
pub mod words;

mod announced_count;
mod context;
mod copied_from_last_year;
mod document_number;
mod doubled;
mod dropped_character;
mod earlier_year;
mod embedded_item;
mod figure_conflict;
mod genre;
mod half_width;
mod hollow_section;
mod impossible_date;
mod late;
mod law_misnamed;
mod law_replaced;
mod laws;
mod missing_item;
mod no_body;
mod no_cause;
mod no_date;
mod no_signature;
mod no_title;
mod no_year;
mod not_this_genre;
mod number_gap;
mod number_lost;
mod number_order;
mod number_repeat;
mod over_100_percent;
mod part_exceeds_whole;
mod passages;
mod phrases;
mod placeholder_left;
mod rate_mismatch;
mod repeated;
mod residue;
mod siblings;
mod stale_wording;
mod sum_mismatch;
mod theme_not_covered;
mod thin_item;
mod typo;
mod unbalanced_pair;
mod year_conflict;

pub use context::Context;
pub use half_width::full_width;

use crate::profile::Profile;
use crate::relations::{Kind, Relation, Verdict};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::cell::Cell;

/// One thing that is wrong or worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Code of the check, stable for ever.
    pub code: String,
    /// How sure and how grave.
    pub severity: Severity,
    /// One Chinese sentence.
    pub message: String,
    /// Where it stands; None where something is absent.
    pub span: Option<Span>,
    /// Other places that prove it.
    pub evidence: Vec<Span>,
    /// The rule's source.
    pub basis: String,
    /// What would make it right; empty where nothing can be suggested.
    pub suggestion: String,
}

impl Finding {
    /// A finding on a place. Code, severity and basis are set by [`run`].
    fn at(span: Span, message: impl Into<String>) -> Finding {
        Finding {
            span: Some(span),
            ..Finding::absent(message)
        }
    }

    /// A finding about something that is not there.
    fn absent(message: impl Into<String>) -> Finding {
        Finding {
            code: String::new(),
            severity: Severity::Info,
            message: message.into(),
            span: None,
            evidence: vec![],
            basis: String::new(),
            suggestion: String::new(),
        }
    }

    fn suggest(mut self, suggestion: impl Into<String>) -> Finding {
        self.suggestion = suggestion.into();
        self
    }

    fn prove(mut self, evidence: Vec<Span>) -> Finding {
        self.evidence = evidence;
        self
    }
}

/// How sure and how grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A rule is broken and the text proves it.
    Error,
    /// Very probably wrong.
    Warning,
    /// Worth a look.
    Info,
}

/// The relations of one kind with one verdict.
fn judged<'a>(cx: &Context<'a>, kind: Kind, verdict: Verdict) -> impl Iterator<Item = &'a Relation> {
    cx.relations
        .iter()
        .filter(move |relation| relation.kind == kind && relation.verdict == verdict)
}

/// A check: what users read about it, and the function that makes its findings. Most look at one report; those
/// that look at several are a [`between::Comparison`].
pub struct Check<Run = fn(&Context<'_>, &mut Vec<Finding>)> {
    /// Kebab-case, stable for ever.
    pub code: &'static str,
    /// Severity of its findings, unless the profile says otherwise.
    pub severity: Severity,
    /// Its kind, the filter in the page: 内容, 日期, 编号, 数据, 法规名, 用语.
    pub kind: &'static str,
    /// Its name for users, a few words.
    pub title: &'static str,
    /// Why it matters, one to three sentences.
    pub why: &'static str,
    /// The rule's source, `通行写法` where there is none, `算术核对` where computing it again proves it.
    pub basis: &'static str,
    /// A short report on which exactly this check fires.
    pub bad: &'static str,
    /// A short report on which it is silent.
    pub good: &'static str,
    /// Adds its findings. The severity, code and basis are set from the fields above.
    pub run: Run,
}

impl<Run> Check<Run> {
    /// What users read about it.
    fn described(&self) -> Check<()> {
        Check {
            code: self.code,
            severity: self.severity,
            kind: self.kind,
            title: self.title,
            why: self.why,
            basis: self.basis,
            bad: self.bad,
            good: self.good,
            run: (),
        }
    }
}

/// What users read about every check, those over several reports last.
pub fn described() -> impl Iterator<Item = Check<()>> {
    let alone = CHECKS.iter().map(|check| check.described());
    alone.chain(between::COMPARISONS.iter().map(|check| check.described()))
}

/// A short report with nothing to find: the good example of the checks that look at a whole report.
const CLEAN: &str = "青岚县云溪街道2024年法治政府建设情况报告\n\
    2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
    一、主要举措和成效\n\
    全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
    二、存在的不足和原因\n\
    执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
    三、主要负责人履行推进法治建设第一责任人职责情况\n\
    主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
    四、下一年度主要安排\n\
    2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
    青岚县云溪街道办事处\n\
    2025年1月10日";

/// All checks of one report, in the order of the catalogue.
pub const CHECKS: &[&Check] = &[
    &missing_item::CHECK,
    &embedded_item::CHECK,
    &thin_item::CHECK,
    &no_cause::CHECK,
    &theme_not_covered::CHECK,
    &hollow_section::CHECK,
    &placeholder_left::CHECK,
    &not_this_genre::CHECK,
    &no_title::CHECK,
    &no_year::CHECK,
    &no_body::CHECK,
    &year_conflict::CHECK,
    &earlier_year::CHECK,
    &no_signature::CHECK,
    &no_date::CHECK,
    &impossible_date::CHECK,
    &late::CHECK,
    &stale_wording::CHECK,
    &number_gap::CHECK,
    &number_repeat::CHECK,
    &number_order::CHECK,
    &number_lost::CHECK,
    &announced_count::CHECK,
    &sum_mismatch::CHECK,
    &part_exceeds_whole::CHECK,
    &rate_mismatch::CHECK,
    &over_100_percent::CHECK,
    &figure_conflict::CHECK,
    &law_misnamed::CHECK,
    &law_replaced::CHECK,
    &residue::CHECK,
    &unbalanced_pair::CHECK,
    &typo::CHECK,
    &repeated::CHECK,
    &half_width::CHECK,
    &document_number::CHECK,
    &dropped_character::CHECK,
];

thread_local! {
    static RUNNING: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// Code of the check that runs on this thread now. A panic hook asks, so that a check that fails can be named
/// and left out the next time.
pub fn running() -> Option<&'static str> {
    RUNNING.get()
}

/// Runs every check that the profile does not switch off. Findings come in the order of the text; those without
/// a place come first.
pub fn run(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        if cx.profile.off.iter().any(|code| code == check.code) {
            continue;
        }
        let severity = severity(cx.profile, check);
        RUNNING.set(Some(check.code));
        let before = findings.len();
        (check.run)(cx, &mut findings);
        for finding in &mut findings[before..] {
            finding.code = check.code.into();
            finding.severity = severity;
            finding.basis = check.basis.into();
        }
    }
    RUNNING.set(None);
    findings.sort_by_key(|finding| finding.span.map_or(0, |span| span.start + 1));
    findings
}

/// The check's own severity, unless the profile says otherwise.
fn severity<Run>(profile: &Profile, check: &Check<Run>) -> Severity {
    match profile.severity.get(check.code).map(String::as_str) {
        Some("error") => Severity::Error,
        Some("warning") => Severity::Warning,
        Some("info") => Severity::Info,
        _ => check.severity,
    }
}

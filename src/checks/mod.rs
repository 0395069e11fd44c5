//! Everything → findings. A check is a constant and a function; registering it is one word in [`CHECKS`].

use crate::document::Document;
use crate::figures::Figure;
use crate::outline::Outline;
use crate::profile::Profile;
use crate::relations::Relation;
use crate::text::Span;
use serde::{Deserialize, Serialize};

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

/// What a check may look at.
pub struct Context<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its structure.
    pub outline: &'a Outline,
    /// Its figures.
    pub figures: &'a [Figure],
    /// What was computed again.
    pub relations: &'a [Relation],
    /// What is owed.
    pub profile: &'a Profile,
}

/// A check: what users read about it, and the function that makes its findings.
pub struct Check {
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
    /// The rule's source, `通行写法` where there is none.
    pub basis: &'static str,
    /// A short report on which exactly this check fires.
    pub bad: &'static str,
    /// A short report on which it is silent.
    pub good: &'static str,
    /// Adds its findings. The severity, code and basis are set from the fields above.
    pub run: fn(&Context<'_>, &mut Vec<Finding>),
}

/// All checks, in the order of the catalogue.
pub const CHECKS: &[&Check] = &[];

/// Runs every check. Findings come in the order of the text; those without a place come first.
pub fn run(cx: &Context<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for check in CHECKS {
        let before = findings.len();
        (check.run)(cx, &mut findings);
        for finding in &mut findings[before..] {
            finding.code = check.code.into();
            finding.severity = check.severity;
            finding.basis = check.basis.into();
        }
    }
    findings.sort_by_key(|finding| finding.span.map_or(0, |span| span.start));
    findings
}

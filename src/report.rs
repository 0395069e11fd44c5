//! The only thing that leaves the core.

use crate::checks::Finding;
use crate::checks::between::{self, Passage, Side, passages};
use crate::document::Document;
use crate::figures::Figure;
use crate::outline::Outline;
use crate::profile::Profile;
use crate::relations::Relation;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Version of the built-in rules, printed with every result.
pub const RULES: &str = "2026.1";

/// Everything that is known about one report. Owned and serialisable: it crosses from the worker to the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// Name of the profile that was used.
    pub profile: String,
    /// The text.
    pub document: Document,
    /// Its structure.
    pub outline: Outline,
    /// Its figures, in the order of the text.
    pub figures: Vec<Figure>,
    /// What was computed again.
    pub relations: Vec<Relation>,
    /// What is wrong or worth a look.
    pub findings: Vec<Finding>,
    /// Codes of checks that failed on this document and were left out: the result is incomplete.
    pub skipped: Vec<String>,
}

impl Report {
    /// How many figures stand in at least one relation.
    pub fn figures_in_relations(&self) -> usize {
        self.figures.len() - self.unverified().count()
    }

    /// The figures that stand in no relation: their places in [`Report::figures`].
    pub fn unverified(&self) -> impl Iterator<Item = usize> + use<> {
        let mut used = vec![false; self.figures.len()];
        for &figure in self.relations.iter().flat_map(|relation| &relation.figures) {
            if let Some(slot) = used.get_mut(figure) {
                *slot = true;
            }
        }
        used.into_iter()
            .enumerate()
            .filter(|(_, used)| !used)
            .map(|(at, _)| at)
    }

    /// The report as one of several that are compared.
    pub fn side<'a>(&'a self, passages: &'a [Passage]) -> Side<'a> {
        Side {
            document: &self.document,
            outline: &self.outline,
            passages,
        }
    }

    /// Puts further findings among its own, in the order of the text; those without a place come first.
    pub fn add_findings(&mut self, more: Vec<Finding>) {
        self.findings.extend(more);
        self.findings
            .sort_by_key(|finding| finding.span.map_or(0, |span| span.start + 1));
    }
}

/// Runs the checks over several reports and puts what they find into the reports it belongs to. What of each report
/// is compared is worked out here; who compares again and again keeps it ([`passages`], [`Report::side`]).
pub fn compare(reports: &mut [Report], profile: &Profile) {
    let passages: Vec<_> = reports
        .iter()
        .map(|report| passages(&report.document, &report.outline))
        .collect();
    let sides: Vec<_> = reports
        .iter()
        .zip(&passages)
        .map(|(report, passages)| report.side(passages))
        .collect();
    let mut found: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
    for (at, finding) in between::compare(&sides, profile) {
        found.entry(at).or_default().push(finding);
    }
    for (at, findings) in found {
        if let Some(report) = reports.get_mut(at) {
            report.add_findings(findings);
        }
    }
}

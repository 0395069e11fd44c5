//! The only thing that leaves the core.

use crate::checks::Finding;
use crate::document::Document;
use crate::figures::Figure;
use crate::outline::Outline;
use crate::relations::Relation;
use serde::{Deserialize, Serialize};

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
        let mut used = vec![false; self.figures.len()];
        for &figure in self.relations.iter().flat_map(|relation| &relation.figures) {
            if let Some(slot) = used.get_mut(figure) {
                *slot = true;
            }
        }
        used.into_iter().filter(|&used| used).count()
    }
}

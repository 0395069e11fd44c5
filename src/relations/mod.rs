//! Figures in their sentences → relations: sums, rates, counted lists, one indicator twice; with a verdict each.

mod change;
mod count;
mod growth;
mod parts;
#[cfg(test)]
mod picture;
mod rate;
mod results;
mod same;
mod sentence;
mod share;
mod sum;
mod total;
mod year;

use crate::document::Document;
use crate::figures::Figure;
use crate::outline::Outline;
use crate::text::{Marks, Span};
use serde::{Deserialize, Serialize};

/// A statement over figures that can be computed again from what is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Relation {
    /// What kind of statement.
    pub kind: Kind,
    /// What computing it again gave.
    pub verdict: Verdict,
    /// The computation as a reader checks it: `585 + 15 = 600`.
    pub statement: String,
    /// Chinese: what the verdict depends on (`有“等”，可能未全列`, `四舍五入后相符`); empty where plain.
    pub note: String,
    /// Places in the list of figures: the total, or the rate, last.
    pub figures: Vec<usize>,
    /// The words that make it a relation, from its first figure to its last.
    pub span: Span,
}

impl Relation {
    /// Whether a check makes a finding of it, so that a list shows it once, as that finding.
    pub fn has_finding(&self) -> bool {
        self.verdict == Verdict::Broken || (self.kind == Kind::Same && self.verdict == Verdict::Doubtful)
    }
}

/// Kinds of relations.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Parts that make up a whole, or a part of a whole.
    Sum,
    /// A rate beside its counts.
    Rate,
    /// An announced count and the list that follows.
    Count,
    /// One indicator twice.
    Same,
}

/// What computing a relation again gave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// It agrees.
    Holds,
    /// It cannot be so.
    Broken,
    /// It may be so.
    Doubtful,
}

/// Finds all relations, in the order of the text.
pub fn find(document: &Document, outline: &Outline, figures: &[Figure], marks: &Marks) -> Vec<Relation> {
    let mut relations = Vec::new();
    let mut previous = None;
    for sentence in &sentence::sentences(document, figures, marks) {
        let before = previous.replace(sentence);
        sum::find(sentence, before, &mut relations);
        rate::find(sentence, before, &mut relations);
    }
    count::find(document, outline, figures, marks, &mut relations);
    same::find(document, figures, &mut relations);
    relations.sort_by_key(|relation| relation.span.start);
    relations
}

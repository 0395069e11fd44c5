//! Document + Outline → figures: quantities that the report states, with what they count.

mod base;
mod carry;
mod hedge;
mod indicator;
mod quantity;
mod quotes;
mod scan;
mod stretches;
mod table;
#[cfg(test)]
mod tests;
mod things;
mod unit;

pub use base::{compares, earlier, earlier_period, part_of_year};

use crate::document::Document;
use crate::numeral::Decimal;
use crate::outline::Outline;
use crate::text::{Marks, Span};
use scan::Candidate;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// A quantity that could stand in a table as *indicator = value unit*.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The number with what belongs to it: hedge, number, inner hedge, unit.
    pub span: Span,
    /// The number in base units: 万 and 亿 multiplied out, percent as the number before the sign.
    pub value: Decimal,
    /// Of a range: its upper end.
    pub value_max: Option<Decimal>,
    /// The measure word, without 余/多 and without 万/亿; `%` for every percentage.
    pub unit: Cow<'static, str>,
    /// How the number is qualified.
    pub hedge: Hedge,
    /// Lower end of the interval in which the true value lies; None = open.
    pub low: Option<Decimal>,
    /// Upper end of that interval; None = open.
    pub high: Option<Decimal>,
    /// Of a from–to change: which of the two.
    pub direction: Option<Direction>,
    /// What is counted, in the report's own words.
    pub indicator: String,
    /// Index of the innermost section; None in the preface.
    pub section: Option<usize>,
}

/// How a number is qualified.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// The number as it stands.
    #[default]
    Exact,
    /// 约, 左右, 上下
    About,
    /// 近, 不足, 不到: a little under
    Below,
    /// 余, 多, 超, 以上: that or over
    Above,
    /// 以下, 不超过, 以内
    AtMost,
}

/// Place in a from–to change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// 由 …
    From,
    /// … 降至
    To,
}

/// Finds all figures, in the order of the text, never overlapping.
///
/// First all numbers are read and then all are named. The code of either fits into a processor's nearest memory, that
/// of both does not: reading and naming one paragraph after the other takes a tenth more.
pub fn extract(document: &Document, outline: &Outline, marks: &Marks) -> Vec<Figure> {
    let text = document.text.as_str();
    let mut candidates = Vec::new();
    let mut pieces = Vec::new();
    let mut found = Vec::new();
    let mut table = table::Table::default();
    for (paragraph, stretch) in stretches::of(document, outline) {
        let names = table.row(text, paragraph, stretch.clone()).map(|row| {
            let (cells, names): (Vec<_>, Vec<_>) = table.read(text, &row, marks).into_iter().unzip();
            found.extend(cells);
            names
        });
        if names.is_none() {
            scan::scan(text, stretch.clone(), marks, &mut found);
            carry::resolve(text, &mut found);
        }
        if !found.is_empty() {
            let own = candidates.len()..candidates.len() + found.len();
            candidates.append(&mut found);
            pieces.push((stretch, own, names));
        }
    }
    let mut figures = Vec::with_capacity(candidates.len());
    let mut section_at = outline.sections_in_order();
    let year = outline.year.as_ref().map(|year| year.value);
    for (stretch, own, names) in pieces {
        let own = &candidates[own];
        let names = names.unwrap_or_else(|| {
            indicator::names(&text[..stretch.end], stretch.start, own, year, || {
                let section = outline.section_at(stretch.start as u32)?;
                Some(outline.sections.get(section)?.heading.as_str())
            })
        });
        let named = own.iter().zip(names);
        figures.extend(named.map(|(candidate, name)| finish(candidate, name, &mut section_at)));
    }
    figures
}

fn finish(
    candidate: &Candidate,
    indicator: String,
    section_at: &mut impl FnMut(u32) -> Option<usize>,
) -> Figure {
    let span = Span::new(candidate.span.start, candidate.span.end);
    let (low, high) = hedge::interval(candidate.hedge, candidate.value, candidate.max);
    Figure {
        span,
        value: candidate.value,
        value_max: candidate.max,
        unit: candidate.unit.into(),
        hedge: candidate.hedge,
        low,
        high,
        direction: candidate.direction,
        indicator,
        section: section_at(span.start),
    }
}

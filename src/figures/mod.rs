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
mod unit;

pub use base::{compares, earlier_period};

use crate::document::Document;
use crate::numeral::Decimal;
use crate::outline::Outline;
use crate::text::Span;
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
pub fn extract(document: &Document, outline: &Outline) -> Vec<Figure> {
    let text = document.text.as_str();
    let mut figures = Vec::new();
    let (mut found, mut candidates) = (Vec::new(), Vec::new());
    let mut unnamed = Vec::new();
    let mut table = table::Table::default();
    for (paragraph, stretch) in stretches::of(document, outline) {
        if let Some(row) = table.row(text, paragraph, stretch.clone()) {
            for (candidate, indicator) in table.read(text, &row) {
                figures.push(finish(&candidate, indicator, outline));
            }
            continue;
        }
        scan::scan(text, stretch.clone(), &mut found);
        carry::resolve(text, &mut found);
        if !found.is_empty() {
            let own = candidates.len()..candidates.len() + found.len();
            unnamed.push((stretch, figures.len(), own));
            figures.extend(found.iter().map(|number| finish(number, String::new(), outline)));
            candidates.append(&mut found);
        }
    }
    for (stretch, first, own) in unnamed {
        let heading = || {
            let section = outline.section_at(stretch.start as u32)?;
            Some(outline.sections.get(section)?.heading.as_str())
        };
        let names = indicator::names(&text[..stretch.end], stretch.start, &candidates[own], heading);
        for (figure, name) in figures[first..].iter_mut().zip(names) {
            figure.indicator = name;
        }
    }
    figures.shrink_to_fit();
    figures
}

fn finish(candidate: &Candidate, indicator: String, outline: &Outline) -> Figure {
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
        section: outline.section_at(span.start),
    }
}

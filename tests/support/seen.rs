//! What the program saw in a report, with offsets in characters, ready to be compared with the marks.

use super::gold::Gold;
use fajing::numeral::Decimal;
use fajing::outline::Phrase;
use fajing::text::{LineIndex, OffsetUnit, Span};
use fajing::{Corrections, Profile, Report, input};

/// A program's reading of one report.
pub struct Seen {
    pub identity: Vec<(&'static str, String)>,
    pub items: Vec<(String, String)>,
    pub sections: Vec<SeenSection>,
    pub points: Vec<(usize, String)>,
    pub figures: Vec<SeenFigure>,
    pub findings: Vec<SeenFinding>,
}

pub struct SeenSection {
    pub start: usize,
    pub heading: String,
    pub level: u8,
    pub number: Option<String>,
    pub item: Option<String>,
}

pub struct SeenFigure {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub value: Decimal,
    pub value_max: Option<Decimal>,
    pub unit: String,
    pub hedge: String,
    pub direction: Option<String>,
    pub indicator: String,
}

pub struct SeenFinding {
    pub code: String,
    pub severity: String,
    pub message: String,
    /// Its own span first, then its evidence.
    pub places: Vec<(usize, usize)>,
}

/// Reads and analyses a file as the command line does, and says whether the text came out as it was written. Where it
/// did not, the written text is analysed, so that the rest can be scored all the same.
pub fn analyze(gold: &Gold) -> (Report, bool) {
    let read = input::read(&gold.name, &gold.bytes, &input::ReadOptions::default());
    match read {
        Ok(document) if document.text == gold.text => (
            fajing::analyze(document, &Profile::default(), &Corrections::default()),
            true,
        ),
        _ => (fajing::analyze_text(&gold.text, &gold.name), false),
    }
}

/// Turns a report's byte spans into characters and its enums into the words of the JSON.
pub fn see(report: &Report) -> Seen {
    let index = LineIndex::new(&report.document.text);
    let chars = |span: Span| index.offsets(span, OffsetUnit::Char);
    let outline = &report.outline;
    let phrase = |phrase: &Option<Phrase>| {
        phrase
            .as_ref()
            .map_or(String::new(), |phrase| phrase.text.clone())
    };
    let joined = |list: &[Phrase]| {
        list.iter()
            .map(|phrase| phrase.text.as_str())
            .collect::<Vec<_>>()
            .join(" / ")
    };
    Seen {
        identity: vec![
            ("title", phrase(&outline.title)),
            ("body", phrase(&outline.body)),
            ("level", word(&outline.level)),
            (
                "year",
                outline.year.map_or(String::new(), |year| year.value.to_string()),
            ),
            ("recipient", phrase(&outline.recipient)),
            ("signatories", joined(&outline.tail.signatories)),
            ("date", phrase(&outline.tail.date)),
            ("copies", joined(&outline.tail.copies)),
        ],
        items: outline
            .items
            .iter()
            .map(|item| (item.key.clone(), word(&item.state)))
            .collect(),
        sections: outline
            .sections
            .iter()
            .map(|section| SeenSection {
                start: chars(section.heading_span).0,
                heading: section.heading.clone(),
                level: section.level,
                number: section.number.clone(),
                item: section.item.clone(),
            })
            .collect(),
        points: outline
            .sections
            .iter()
            .flat_map(|section| &section.points)
            .map(|point| (chars(point.heading_span).0, point.heading.clone()))
            .collect(),
        figures: report
            .figures
            .iter()
            .map(|figure| SeenFigure {
                start: chars(figure.span).0,
                end: chars(figure.span).1,
                text: report.document.slice(figure.span).to_string(),
                value: figure.value,
                value_max: figure.value_max,
                unit: figure.unit.to_string(),
                hedge: word(&figure.hedge),
                direction: figure.direction.map(|direction| word(&direction)),
                indicator: figure.indicator.clone(),
            })
            .collect(),
        findings: report
            .findings
            .iter()
            .map(|finding| SeenFinding {
                code: finding.code.clone(),
                severity: word(&finding.severity),
                message: finding.message.clone(),
                places: finding
                    .span
                    .iter()
                    .chain(&finding.evidence)
                    .map(|&span| chars(span))
                    .collect(),
            })
            .collect(),
    }
}

/// The word that the JSON uses for an enum without fields.
fn word<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value)
        .unwrap()
        .as_str()
        .unwrap_or_default()
        .to_string()
}

//! The public JSON, schema 1: its own structs, so that the core can change without it.
//!
//! Offsets count Unicode characters on the command line and UTF-16 code units in the JavaScript API, from 0,
//! the end exclusive. Numbers that carry meaning are decimal strings. Fields are only ever added.

mod positions;

use crate::checks::Severity;
use crate::document::sha256_hex;
use crate::figures::{Direction, Hedge};
use crate::input::InputError;
use crate::outline::{Level, Presence};
use crate::relations::{Kind, Verdict};
use crate::report::{RULES, Report};
use crate::text::{LineIndex, OffsetUnit};
use positions::Positions;
use serde::{Serialize, Serializer, ser::SerializeMap};

/// Version of this format.
pub const SCHEMA: u32 = 1;

/// The tool's name and version.
pub const TOOL: &str = concat!("fajing ", env!("CARGO_PKG_VERSION"));

/// The JSON Schema of everything here, as `fajing schema` prints it.
pub const JSON_SCHEMA: &str = include_str!("schema.json");

/// One analysed report, ready to serialise.
#[derive(Serialize)]
pub struct Output<'r> {
    schema: u32,
    tool: &'static str,
    rules: &'static str,
    profile: &'r str,
    offset_unit: &'static str,
    source: Source<'r>,
    text: &'r str,
    title: Option<&'r str>,
    body: Option<&'r str>,
    level: Level,
    year: Option<u16>,
    recipient: Option<&'r str>,
    signatories: Vec<&'r str>,
    date: Option<&'r str>,
    copies: Vec<&'r str>,
    items: Items<'r>,
    sections: Vec<SectionJson<'r>>,
    figures: Vec<FigureJson<'r>>,
    relations: Vec<RelationJson<'r>>,
    findings: Vec<FindingJson<'r>>,
    coverage: Coverage,
}

/// A file that could not be read, ready to serialise.
#[derive(Serialize)]
pub struct Failure<'e> {
    schema: u32,
    tool: &'static str,
    source: FailureSource<'e>,
    error: ErrorJson,
}

#[derive(Serialize)]
struct Source<'r> {
    name: &'r str,
    format: &'r str,
    encoding: Option<&'r str>,
    sha256: &'r str,
    text_sha256: String,
    characters: usize,
    published: Option<&'r str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    attachments: &'r [String],
}

#[derive(Serialize)]
struct FailureSource<'e> {
    name: &'e str,
}

#[derive(Serialize)]
struct ErrorJson {
    code: &'static str,
    message: String,
}

struct Items<'r>(Vec<(&'r str, ItemJson)>);

#[derive(Serialize)]
struct ItemJson {
    state: Presence,
    sections: Vec<usize>,
    span: Option<(usize, usize)>,
}

#[derive(Serialize)]
struct SectionJson<'r> {
    id: usize,
    parent: Option<usize>,
    level: u8,
    number: Option<&'r str>,
    heading: &'r str,
    start: usize,
    end: usize,
    body: (usize, usize),
    item: Option<&'r str>,
    more_items: &'r [String],
    themes: &'r [String],
    points: Vec<PointJson<'r>>,
    automatic_number: bool,
    place: Option<PlaceJson>,
}

#[derive(Serialize)]
struct PointJson<'r> {
    number: &'r str,
    heading: &'r str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct FigureJson<'r> {
    start: usize,
    end: usize,
    text: &'r str,
    value: String,
    value_max: Option<String>,
    unit: &'r str,
    hedge: Hedge,
    low: Option<String>,
    high: Option<String>,
    direction: Option<Direction>,
    indicator: &'r str,
    section: Option<usize>,
    year: Option<u16>,
    period: Option<String>,
    plan: bool,
    place: Option<PlaceJson>,
}

#[derive(Serialize)]
struct RelationJson<'r> {
    kind: Kind,
    verdict: Verdict,
    statement: &'r str,
    note: &'r str,
    figures: &'r [usize],
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct FindingJson<'r> {
    code: &'r str,
    severity: Severity,
    message: &'r str,
    start: Option<usize>,
    end: Option<usize>,
    evidence: Vec<(usize, usize)>,
    basis: &'r str,
    suggestion: Option<&'r str>,
    place: Option<PlaceJson>,
}

#[derive(Serialize)]
struct PlaceJson {
    #[serde(skip_serializing_if = "Option::is_none")]
    page: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    table: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    row: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    part: Option<&'static str>,
}

#[derive(Serialize)]
struct Coverage {
    figures: usize,
    in_relations: usize,
}

/// A report in the public format, offsets in `unit`.
pub fn report(report: &Report, unit: OffsetUnit) -> Output<'_> {
    let text = report.document.text.as_str();
    let at = Positions {
        index: LineIndex::new(text),
        unit,
        report,
    };
    let outline = &report.outline;
    let source = &report.document.source;
    Output {
        schema: SCHEMA,
        tool: TOOL,
        rules: RULES,
        profile: &report.profile,
        offset_unit: match unit {
            OffsetUnit::Char => "char",
            OffsetUnit::Utf16 => "utf16",
        },
        source: Source {
            name: &source.name,
            format: &source.format,
            encoding: Some(source.encoding.as_str()).filter(|encoding| !encoding.is_empty()),
            sha256: &source.sha256,
            text_sha256: sha256_hex(text.as_bytes()),
            characters: text.chars().count(),
            published: source.published.as_deref(),
            attachments: &source.attachments,
        },
        text,
        title: outline.title.as_ref().map(|title| title.text.as_str()),
        body: outline.body.as_ref().map(|body| body.text.as_str()),
        level: outline.level,
        year: outline.year.map(|year| year.value),
        recipient: outline
            .recipient
            .as_ref()
            .map(|recipient| recipient.text.as_str()),
        signatories: outline
            .tail
            .signatories
            .iter()
            .map(|signatory| signatory.text.as_str())
            .collect(),
        date: outline.tail.date.as_ref().map(|date| date.text.as_str()),
        copies: outline
            .tail
            .copies
            .iter()
            .map(|copy| copy.text.as_str())
            .collect(),
        items: at.items(),
        sections: outline
            .sections
            .iter()
            .enumerate()
            .map(|(index, section)| at.section(index, section))
            .collect(),
        figures: at.figures(),
        relations: at.relations(),
        findings: at.findings(),
        coverage: Coverage {
            figures: report.figures.len(),
            in_relations: report.figures_in_relations(),
        },
    }
}

/// A report as one line of JSON, offsets in characters.
pub fn to_line(report: &Report) -> String {
    // Serialising owned strings and numbers into memory cannot fail.
    serde_json::to_string(&self::report(report, OffsetUnit::Char)).unwrap_or_default()
}

/// A file that could not be read, in the public format.
pub fn failure<'e>(name: &'e str, error: &InputError) -> Failure<'e> {
    Failure {
        schema: SCHEMA,
        tool: TOOL,
        source: FailureSource { name },
        error: ErrorJson {
            code: error.code(),
            message: error.to_string(),
        },
    }
}

/// An object in the profile's order, not an array: a reader asks for an item by its key.
impl Serialize for Items<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, item) in &self.0 {
            map.serialize_entry(key, item)?;
        }
        map.end()
    }
}

//! What a careful reader marked in one report. Offsets count Unicode characters, as in the public JSON.

use fajing::numeral::Decimal;
use std::collections::BTreeSet;
use std::path::Path;

/// A report and its marks.
#[derive(Debug, Clone, Default)]
pub struct Gold {
    /// File name, for messages.
    pub name: String,
    /// The file as the program gets it.
    pub bytes: Vec<u8>,
    /// The text that the offsets count in.
    pub text: String,
    /// `title`, `body`, `level` … with their values; lists are joined with ` / `, nothing is the empty string.
    pub identity: Vec<(String, String)>,
    /// State per item.
    pub items: Vec<(String, String)>,
    /// Headings in order.
    pub sections: Vec<GoldSection>,
    /// Points that start a paragraph.
    pub points: Vec<GoldHeading>,
    /// Figures in order.
    pub figures: Vec<GoldFigure>,
    /// Findings that stand at a place or belong to the whole report; None where the marks say nothing of findings.
    pub findings: Option<Vec<GoldFinding>>,
    /// Codes that may fire anywhere in this report.
    pub allowed: BTreeSet<String>,
}

/// The words of a heading and where they start.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldHeading {
    pub heading: String,
    pub start: usize,
}

/// A section's heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldSection {
    pub at: GoldHeading,
    pub level: u8,
    pub number: Option<String>,
    pub item: Option<String>,
}

/// A figure; `must` false: it may be listed or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldFigure {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub value: Decimal,
    pub value_max: Option<Decimal>,
    pub unit: String,
    pub hedge: String,
    pub direction: Option<String>,
    pub indicator: String,
    pub must: bool,
}

/// A finding that has to fire (`must`) or may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GoldFinding {
    pub code: String,
    /// None: it belongs to the whole report, or to no place.
    pub span: Option<(usize, usize)>,
    pub must: bool,
}

/// Reads `NAME.gold.json` beside `NAME.txt`; such files say nothing of findings.
pub fn read_gold_json(path: &Path) -> Gold {
    let text_path = path.with_file_name(file_name(path).replace(".gold.json", ".txt"));
    let bytes = std::fs::read(&text_path).unwrap();
    let text = String::from_utf8(bytes.clone()).unwrap();
    let json: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let list = |key: &str| json[key].as_array().cloned().unwrap_or_default();
    let heading = |entry: &serde_json::Value| GoldHeading {
        heading: words(&entry["heading"]),
        start: number(&entry["start"]),
    };
    Gold {
        name: file_name(&text_path),
        bytes,
        text,
        identity: super::score::IDENTITY
            .iter()
            .map(|&key| (key.to_string(), words(&json[key])))
            .collect(),
        items: json["items"]
            .as_object()
            .into_iter()
            .flatten()
            .map(|(key, state)| (key.clone(), words(state)))
            .collect(),
        sections: list("sections")
            .iter()
            .map(|entry| GoldSection {
                at: heading(entry),
                level: number(&entry["level"]) as u8,
                number: entry["number"].as_str().map(Into::into),
                item: entry["item"].as_str().map(Into::into),
            })
            .collect(),
        points: list("points").iter().map(heading).collect(),
        figures: list("figures").iter().map(figure).collect(),
        findings: None,
        allowed: BTreeSet::new(),
    }
}

fn figure(entry: &serde_json::Value) -> GoldFigure {
    GoldFigure {
        start: number(&entry["start"]),
        end: number(&entry["end"]),
        text: words(&entry["text"]),
        value: words(&entry["value"]).parse().unwrap(),
        value_max: entry["value_max"].as_str().map(|value| value.parse().unwrap()),
        unit: words(&entry["unit"]),
        hedge: words(&entry["hedge"]),
        direction: None,
        indicator: words(&entry["indicator"]),
        must: entry["must"].as_bool().unwrap(),
    }
}

/// A JSON value as the words it stands for: lists joined, null empty.
fn words(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::Null => String::new(),
        serde_json::Value::String(text) => text.clone(),
        serde_json::Value::Array(list) => list.iter().map(words).collect::<Vec<_>>().join(" / "),
        other => other.to_string(),
    }
}

fn number(value: &serde_json::Value) -> usize {
    value.as_u64().unwrap() as usize
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

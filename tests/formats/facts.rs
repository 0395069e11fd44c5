//! What must be equal in every format, as lines that can be compared and read.

use fajing::input::{ReadOptions, read};
use fajing::outline::{Outline, Phrase};
use fajing::{Corrections, Report};
use std::path::Path;

/// The report's text file.
pub fn report_text() -> &'static str {
    include_str!("../fixtures/same/report.txt")
}

/// What a file says.
pub struct Facts {
    name: String,
    /// The text that was read.
    pub text: String,
    lines: Vec<String>,
    places: Vec<(String, Option<String>)>,
}

impl Facts {
    /// What the text file says.
    pub fn expected() -> Facts {
        Facts::of_bytes("report.txt", report_text().as_bytes())
    }

    /// Reads and analyses a file.
    pub fn of_file(path: &Path) -> Facts {
        let bytes = std::fs::read(path).unwrap();
        Facts::of_bytes(&path.display().to_string(), &bytes)
    }

    /// Reads and analyses a file's content.
    pub fn of_bytes(name: &str, bytes: &[u8]) -> Facts {
        let document =
            read(name, bytes, &ReadOptions::default()).unwrap_or_else(|error| panic!("{name}: {error}"));
        let corrections = Corrections::default();
        let profile = fajing::fitting_profile(&document, &corrections);
        let report = fajing::analyze(document, &profile, &corrections);
        Facts {
            name: name.into(),
            lines: lines(&report),
            places: (report.document.paragraphs.iter())
                .map(|paragraph| {
                    (
                        report.document.slice(paragraph.span).to_string(),
                        paragraph.place.words(),
                    )
                })
                .collect(),
            text: report.document.text,
        }
    }

    /// Where the paragraph with these words stands.
    pub fn place_of(&self, words: &str) -> Option<String> {
        let found = self.places.iter().find(|(text, _)| text.contains(words));
        found.expect("the words are in the report").1.clone()
    }

    /// Fails with what differs and with the whole text.
    pub fn must_be(&self, expected: &Facts) {
        let lacks = without(&expected.lines, &self.lines);
        let adds = without(&self.lines, &expected.lines);
        assert!(
            self.lines == expected.lines,
            "{} differs\nlacks {lacks:#?}\nadds {adds:#?}\nread as\n{}",
            self.name,
            self.text
        );
    }
}

fn without(lines: &[String], others: &[String]) -> Vec<String> {
    lines
        .iter()
        .filter(|line| !others.contains(line))
        .cloned()
        .collect()
}

fn lines(report: &Report) -> Vec<String> {
    let mut lines = identity(&report.outline);
    for section in &report.outline.sections {
        lines.push(format!(
            "section {} {:?} {} is {:?} {:?} in {:?} about {:?}",
            section.level,
            section.number,
            section.heading,
            section.item,
            section.more_items,
            section.parent,
            section.themes
        ));
        lines.extend(
            section
                .points
                .iter()
                .map(|point| format!("point {} {}", point.number, point.heading)),
        );
    }
    for item in &report.outline.items {
        lines.push(format!("item {} {:?} {:?}", item.key, item.state, item.sections));
    }
    for figure in &report.figures {
        lines.push(format!(
            "figure {} = {} {:?} {} {:?} {:?} in {:?}",
            figure.indicator,
            figure.value,
            figure.value_max,
            figure.unit,
            figure.hedge,
            figure.direction,
            figure.section
        ));
    }
    for finding in &report.findings {
        let at = finding.span.map_or("", |span| report.document.slice(span));
        lines.push(format!("finding {} at {at}", finding.code));
    }
    lines
}

fn identity(outline: &Outline) -> Vec<String> {
    let one = |name: &str, phrase: &Option<Phrase>| {
        format!("{name} {:?}", phrase.as_ref().map(|phrase| phrase.text.as_str()))
    };
    let all = |name: &str, phrases: &[Phrase]| {
        format!(
            "{name} {:?}",
            phrases
                .iter()
                .map(|phrase| phrase.text.as_str())
                .collect::<Vec<_>>()
        )
    };
    vec![
        one("title", &outline.title),
        one("body", &outline.body),
        format!("level {:?}", outline.level),
        format!("year {:?}", outline.year.map(|year| year.value)),
        one("recipient", &outline.recipient),
        all("signatories", &outline.tail.signatories),
        one("date", &outline.tail.date),
        all("copies", &outline.tail.copies),
    ]
}

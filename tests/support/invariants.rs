//! What has to be true of every report, however odd the text: whole reports, torn ones, shuffled ones, noise.

use super::{files, marks};
use fajing::text::Span;
use fajing::{Report, analyze_text};

#[test]
fn whole_reports_keep_the_invariants() {
    for text in texts() {
        check(&text);
    }
}

#[test]
fn torn_and_shuffled_reports_keep_the_invariants() {
    let mut random = Random(20_260_301);
    for text in texts() {
        for _ in 0..12 {
            check(&random.mutate(&text));
        }
    }
}

#[test]
fn odd_texts_keep_the_invariants() {
    let brackets = "（".repeat(3000) + &"《".repeat(3000);
    let marks = "一、二、（三）1.①第一部分一是".repeat(200);
    for text in [
        "",
        " ",
        "\u{3000}\n",
        "一",
        "1",
        "，。",
        "\u{FEFF}一、\n",
        "件",
        "近",
        "％",
        &brackets,
        &marks,
    ] {
        check(text);
    }
    for c in [
        "1",
        "一",
        "万",
        "、",
        "一、",
        "百分之",
        "《",
        "“",
        "约",
        "其中",
        "分别为",
    ] {
        check(&c.repeat(4000));
    }
}

fn check(text: &str) {
    let report = analyze_text(text, "x.txt");
    assert_eq!(
        report,
        analyze_text(text, "x.txt"),
        "the same input gave two reports"
    );
    spans_are_in_range(&report);
    sections_are_nested_and_ordered(&report);
    figures_are_ordered_and_apart(&report);
    for relation in &report.relations {
        let known = relation
            .figures
            .iter()
            .all(|&figure| figure < report.figures.len());
        assert!(known, "{relation:?}");
    }
    assert!(report.figures_in_relations() <= report.figures.len());
}

fn spans_are_in_range(report: &Report) {
    let text = &report.document.text;
    let fits = |span: Span| {
        let range = span.range();
        assert!(
            range.start <= range.end && range.end <= text.len(),
            "{span:?} in {} bytes",
            text.len()
        );
        assert!(
            text.is_char_boundary(range.start) && text.is_char_boundary(range.end),
            "{span:?}"
        );
    };
    let outline = &report.outline;
    for phrase in [&outline.title, &outline.body, &outline.recipient]
        .into_iter()
        .flatten()
    {
        fits(phrase.span);
    }
    for section in &outline.sections {
        [section.number_span, section.heading_span, section.body]
            .into_iter()
            .for_each(fits);
        section.points.iter().for_each(|point| fits(point.heading_span));
    }
    [outline.preface, outline.content, outline.tail.span]
        .into_iter()
        .for_each(fits);
    outline.furniture.iter().copied().for_each(fits);
    report.figures.iter().for_each(|figure| fits(figure.span));
    report.relations.iter().for_each(|relation| fits(relation.span));
    for finding in &report.findings {
        finding
            .span
            .iter()
            .chain(&finding.evidence)
            .copied()
            .for_each(fits);
        assert!(finding.message.chars().any(fajing::text::is_han), "{finding:?}");
    }
}

fn sections_are_nested_and_ordered(report: &Report) {
    let sections = &report.outline.sections;
    for (index, section) in sections.iter().enumerate() {
        assert!((1..=4).contains(&section.level), "{section:?}");
        assert!(!section.heading.trim().is_empty(), "{section:?}");
        if let Some(before) = index.checked_sub(1).and_then(|at| sections.get(at)) {
            assert!(before.start() < section.start(), "{before:?} then {section:?}");
        }
        let Some(parent) = section.parent else { continue };
        assert!(
            parent < index && sections[parent].level < section.level,
            "{section:?}"
        );
        let end = section.body.end.max(section.heading_span.end);
        assert!(
            end <= sections[parent].body.end,
            "{section:?} ends behind {:?}",
            sections[parent]
        );
    }
}

fn figures_are_ordered_and_apart(report: &Report) {
    for pair in report.figures.windows(2) {
        assert!(pair[0].span.end <= pair[1].span.start, "{pair:?}");
    }
    for figure in &report.figures {
        assert!(!figure.span.is_empty(), "{figure:?}");
        assert!(
            figure.value_max.is_none_or(|most| most >= figure.value),
            "{figure:?}"
        );
        assert!(
            figure.low.is_none() || figure.high.is_none() || figure.low <= figure.high,
            "{figure:?}"
        );
        assert_eq!(
            figure.section,
            report.outline.section_at(figure.span.start),
            "{figure:?}"
        );
    }
}

fn texts() -> Vec<String> {
    files::files("tests/reports", ".txt")
        .iter()
        .map(|path| marks::read(path).text)
        .collect()
}

/// A small generator with a fixed seed: the same mutations in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit.max(1)
    }

    fn mutate(&mut self, text: &str) -> String {
        let mut chars: Vec<char> = text.chars().collect();
        let (at, other) = (self.below(chars.len()), self.below(chars.len()));
        let (from, to) = (at.min(other), at.max(other));
        match self.below(5) {
            0 => chars.truncate(at),
            1 => drop(chars.drain(from..to)),
            2 => chars[from..to].reverse(),
            3 => chars.retain(|c| *c != '\n'),
            _ => {
                for _ in 0..40 {
                    let (to, from) = (self.below(chars.len()), self.below(chars.len()));
                    chars[to] = chars[from];
                }
            }
        }
        chars.into_iter().collect()
    }
}

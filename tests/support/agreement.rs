//! Four reports were marked a second time from their bare text: how far two careful readers agree is how far a score
//! against one of them can be trusted.

use super::gold::Gold;
use super::score::{Score, score};
use super::seen::{Seen, SeenFigure, SeenFinding, SeenSection};
use super::{files, marks};

#[test]
fn two_readers_mark_the_same() {
    let mut total = Score::default();
    let second = files::files("tests/reports/second", ".txt");
    assert_eq!(second.len(), 4);
    for path in second {
        let first = marks::read(&std::path::Path::new("tests/reports").join(path.file_name().unwrap()));
        let other = marks::read(&path);
        assert_eq!(first.text, other.text, "{}", first.name);
        let one = score(&first, &as_seen(&other));
        super::print(&one.line(&first.name));
        one.wrong
            .iter()
            .for_each(|words| super::print(&format!("   {words}")));
        total.merge(&one);
    }
    super::print(&total.line("AGREEMENT"));
    assert!(total.figures.f1() >= 0.99, "{}", total.line("figures"));
    assert!(total.hedge.ratio() >= 0.99, "{}", total.line("hedge"));
    assert!(total.indicator.ratio() >= 0.95, "{}", total.line("indicator"));
    assert!(
        total.sections.f1() >= 0.99 && total.points.f1() >= 0.99,
        "{}",
        total.line("structure")
    );
    assert_eq!(total.identity.right, total.identity.all);
    assert_eq!(total.items.right, total.items.all);
}

/// The second reader's marks, put as if a program had said them.
fn as_seen(gold: &Gold) -> Seen {
    Seen {
        identity: super::score::IDENTITY
            .iter()
            .map(|key| {
                let value = gold.identity.iter().find(|(name, _)| name == key);
                (*key, value.map_or(String::new(), |(_, value)| value.clone()))
            })
            .collect(),
        items: gold.items.clone(),
        sections: gold
            .sections
            .iter()
            .map(|section| SeenSection {
                start: section.at.start,
                heading: section.at.heading.clone(),
                level: section.level,
                number: section.number.clone(),
                item: section.item.clone(),
            })
            .collect(),
        points: gold
            .points
            .iter()
            .map(|point| (point.start, point.heading.clone()))
            .collect(),
        figures: gold
            .figures
            .iter()
            .map(|figure| SeenFigure {
                start: figure.start,
                end: figure.end,
                text: figure.text.clone(),
                value: figure.value,
                value_max: figure.value_max,
                unit: figure.unit.clone(),
                hedge: figure.hedge.clone(),
                direction: figure.direction.clone(),
                indicator: figure.indicator.clone(),
            })
            .collect(),
        findings: gold
            .findings
            .iter()
            .flatten()
            .map(|finding| SeenFinding {
                code: finding.code.clone(),
                severity: "info".into(),
                message: String::new(),
                places: finding.span.into_iter().collect(),
            })
            .collect(),
    }
}

//! Which rows 数字表 shows, and in which order. Plain Rust: tested without a browser.

use crate::Report;
use crate::figures::Figure;
use crate::relations::Verdict;
use std::cmp::Ordering;

/// Columns that sort, with the words of their heads.
pub const COLUMNS: [(Column, &str); 4] = [
    (Column::Section, "章节"),
    (Column::Indicator, "指标"),
    (Column::Value, "数值"),
    (Column::Unit, "单位"),
];

/// A column that sorts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// Order of the text.
    Section,
    /// What is counted.
    Indicator,
    /// The number.
    Value,
    /// The unit.
    Unit,
}

/// What is wanted of the table; the default wants everything in the order of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Column, and whether downwards.
    pub sort: Option<(Column, bool)>,
    /// Only this unit; empty = all.
    pub unit: String,
    /// Only figures in no relation.
    pub only_unverified: bool,
    /// Words that must occur in indicator, section or text.
    pub query: String,
}

impl Wanted {
    /// Sorted by this column; once more turns the order round, a third time gives the order of the text.
    pub fn sorted_by(&self, column: Column) -> Wanted {
        let sort = match self.sort {
            Some((by, false)) if by == column => Some((column, true)),
            Some((by, true)) if by == column => None,
            _ => Some((column, false)),
        };
        Wanted { sort, ..self.clone() }
    }
}

/// What became of each figure in the relations that it stands in; the worst of them, None where there is none.
pub fn verdicts(report: &Report) -> Vec<Option<Verdict>> {
    let weight = |verdict: Option<Verdict>| match verdict {
        None => 0,
        Some(Verdict::Holds) => 1,
        Some(Verdict::Doubtful) => 2,
        Some(Verdict::Broken) => 3,
    };
    let mut verdicts = vec![None; report.figures.len()];
    for relation in &report.relations {
        for &at in &relation.figures {
            if let Some(slot) = verdicts
                .get_mut(at)
                .filter(|slot| weight(**slot) < weight(Some(relation.verdict)))
            {
                *slot = Some(relation.verdict);
            }
        }
    }
    verdicts
}

/// Indices of the figures to show, in order.
pub fn rows(report: &Report, wanted: &Wanted) -> Vec<usize> {
    let mut verified = vec![false; report.figures.len()];
    for &at in report.relations.iter().flat_map(|relation| &relation.figures) {
        if let Some(slot) = verified.get_mut(at) {
            *slot = true;
        }
    }
    let query = wanted.query.trim();
    let is_wanted = |at: usize, figure: &Figure| {
        (wanted.unit.is_empty() || wanted.unit == figure.unit)
            && !(wanted.only_unverified && verified[at])
            && (query.is_empty()
                || figure.indicator.contains(query)
                || report.document.slice(figure.span).contains(query)
                || section_name(report, figure).contains(query))
    };
    let figures = report.figures.iter().enumerate();
    let mut rows: Vec<_> = figures
        .filter(|(at, figure)| is_wanted(*at, figure))
        .map(|(at, _)| at)
        .collect();
    if let Some((column, down)) = wanted.sort {
        rows.sort_by(|&a, &b| {
            let order = compare(&report.figures[a], &report.figures[b], column);
            if down { order.reverse() } else { order }
        });
    }
    rows
}

fn compare(a: &Figure, b: &Figure, column: Column) -> Ordering {
    match column {
        Column::Section => a.span.cmp(&b.span),
        Column::Indicator => a.indicator.cmp(&b.indicator),
        Column::Value => a.value.cmp(&b.value),
        Column::Unit => (&a.unit, a.value).cmp(&(&b.unit, b.value)),
    }
}

/// The heading that a figure stands under.
pub fn section_name(report: &Report, figure: &Figure) -> String {
    let section = figure.section.and_then(|at| report.outline.sections.get(at));
    section.map_or("（引言）".to_string(), |section| {
        let number = report.document.slice(section.number_span).trim();
        format!("{number}{}", section.heading)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(wanted: &Wanted) -> Vec<String> {
        let report = crate::analyze_text(
            "一、工作情况\n办理案件30件，培训9场，走访企业120家，调解纠纷8件。",
            "a",
        );
        let value = |at: usize| report.figures[at].value.normalize().to_string();
        rows(&report, wanted).into_iter().map(value).collect()
    }

    #[test]
    fn numbers_sort_as_numbers_and_a_third_click_gives_the_order_of_the_text() {
        let up = Wanted::default().sorted_by(Column::Value);
        assert_eq!(values(&up), ["8", "9", "30", "120"]);
        let down = up.sorted_by(Column::Value);
        assert_eq!(values(&down), ["120", "30", "9", "8"]);
        assert_eq!(values(&down.sorted_by(Column::Value)), ["30", "9", "120", "8"]);
    }

    #[test]
    fn a_figure_of_a_broken_relation_is_not_called_verified() {
        let report = crate::analyze_text(
            "一、工作情况\n全年收到156件（包括来信137件、来访18件）。培训30人，其中党员20人、群众10人。走访企业120家。",
            "a",
        );
        let verdicts = verdicts(&report);
        let of = |text: &str| {
            let at = report
                .figures
                .iter()
                .position(|figure| report.document.slice(figure.span) == text);
            verdicts[at.unwrap()]
        };
        assert_eq!(["156件", "137件"].map(of), [Some(Verdict::Broken); 2]);
        assert_eq!(of("30人"), Some(Verdict::Holds));
        assert_eq!(of("120家"), None);
    }

    #[test]
    fn filters_by_unit_and_words() {
        let by_unit = Wanted {
            unit: "件".into(),
            ..Wanted::default()
        };
        assert_eq!(values(&by_unit), ["30", "8"]);
        let by_words = Wanted {
            query: "走访".into(),
            ..Wanted::default()
        };
        assert_eq!(values(&by_words), ["120"]);
    }
}

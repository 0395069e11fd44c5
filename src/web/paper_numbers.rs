//! On paper nothing can be clicked: what was found has numbers, in the list and beside its words. They run in the order
//! of the list. Plain Rust: tested without a browser.

use super::filter::{Sign, entries};
use super::state::Selection;
use crate::Report;
use std::collections::HashMap;

/// The numbers of a report's findings and doubtful relations, from 1.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct PaperNumbers(HashMap<Selection, usize>);

impl PaperNumbers {
    /// Of a report.
    pub fn of(report: &Report) -> PaperNumbers {
        let entries = entries(report).into_iter();
        let found = entries.filter(|entry| !matches!(entry.sign, Sign::Verified | Sign::Unverified));
        PaperNumbers(found.map(|entry| entry.selection).zip(1..).collect())
    }

    /// None for what needs no number: verified relations and figures.
    pub fn get(&self, selection: Selection) -> Option<usize> {
        self.0.get(&selection).copied()
    }

    /// The whole text with the numbers behind the words that they are about.
    pub fn in_text(&self, report: &Report) -> String {
        let ends = self
            .0
            .iter()
            .filter_map(|(selection, number)| Some((selection.span(report)?.end, *number)));
        let mut ends: Vec<_> = ends.collect();
        ends.sort_unstable();
        let text = &report.document.text;
        let (mut out, mut at) = (String::with_capacity(text.len() + ends.len() * 4), 0);
        for (end, number) in ends {
            out.push_str(text.get(at..end as usize).unwrap_or_default());
            out.push_str(&format!("[{number}]"));
            at = at.max(end as usize);
        }
        out.push_str(text.get(at..).unwrap_or_default());
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "青岚县云溪街道2024年法治政府建设情况报告\n一、主要举措和成效\n截止目前审查合同12份。\n\
        全年收到156件（包括来信137件、来访18件）。\n培训30人，其中党员20人，女性15人。";

    #[test]
    fn numbers_run_in_the_order_of_the_list_and_doubtful_relations_have_one() {
        let report = crate::analyze_text(TEXT, "a.txt");
        let numbers = PaperNumbers::of(&report);
        let listed = entries(&report);
        let of_list: Vec<_> = listed
            .iter()
            .filter_map(|entry| numbers.get(entry.selection))
            .collect();
        assert_eq!(of_list, (1..=of_list.len()).collect::<Vec<_>>());
        assert!(of_list.len() >= report.findings.len());
        let relations = listed
            .iter()
            .filter(|entry| matches!(entry.selection, Selection::Relation(_)));
        assert_eq!(
            relations
                .filter(|entry| entry.sign == Sign::Doubt && numbers.get(entry.selection).is_some())
                .count(),
            1
        );
    }

    #[test]
    fn the_text_carries_every_number_once_and_nothing_is_lost() {
        let report = crate::analyze_text(TEXT, "a.txt");
        let numbers = PaperNumbers::of(&report);
        let marked = numbers.in_text(&report);
        let mut bare = marked.clone();
        for (selection, number) in &numbers.0 {
            let note = format!("[{number}]");
            let is_there = usize::from(selection.span(&report).is_some());
            assert_eq!(marked.matches(&note).count(), is_there, "{marked}");
            bare = bare.replace(&note, "");
        }
        assert_eq!(bare, report.document.text);
        assert!(marked.contains("截止目前["), "{marked}");
    }
}

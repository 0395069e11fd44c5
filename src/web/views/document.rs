//! The text with its marks. Drawn once per report; selecting only moves a class and scrolls.

use crate::Report;
use crate::text::{LineIndex, Span};
use crate::web::blocks::blocks;
use crate::web::browser;
use crate::web::state::Selection;
use crate::web::views::paragraph::View;
use std::rc::Rc;
use yew::prelude::*;

/// A report and what is selected in it.
#[derive(Properties, PartialEq)]
pub struct DocumentProps {
    /// The report.
    pub report: Rc<Report>,
    /// What is selected.
    pub selection: Option<Selection>,
    /// A mark or a heading was chosen.
    pub on_select: Callback<Selection>,
}

/// The text of a report.
#[component]
pub fn DocumentView(props: &DocumentProps) -> Html {
    let blocks = use_memo(props.report.clone(), |report| blocks(report));
    {
        use_effect_with((props.selection, Rc::as_ptr(&props.report)), |(selection, _)| {
            // A mark that was clicked stays where it is.
            if selection.is_some() && !browser::has_focus_inside("pane-middle") {
                browser::reveal("selected-mark");
            }
        });
    }
    let report = &props.report;
    let view = View {
        report,
        index: LineIndex::new(&report.document.text),
        selected: props.selection,
        target: std::cell::Cell::new(props.selection.and_then(|selection| selection.span(report))),
        on_select: &props.on_select,
        run_in: std::cell::Cell::new(None),
        lit: proof(report, props.selection),
    };
    html! {
        <article class="document" data-testid="document" data-scrolls="" tabindex="0" aria-label="报告正文">
            { for blocks.iter().map(|block| view.block(block)) }
        </article>
    }
}

/// What proves the selected finding or relation, in the order of the text.
fn proof(report: &Report, selection: Option<Selection>) -> Vec<Span> {
    let mut spans = match selection {
        Some(Selection::Finding(at)) => report.findings.get(at).map(|finding| finding.evidence.clone()),
        Some(Selection::Relation(at)) => report.relations.get(at).map(|relation| vec![relation.span]),
        _ => None,
    }
    .unwrap_or_default();
    spans.sort();
    spans
}

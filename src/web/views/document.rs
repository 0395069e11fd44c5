//! The text with its marks. Drawn once per report; selecting only moves a class and scrolls.

use crate::Report;
use crate::text::{LineIndex, Span};
use crate::web::blocks::{Block, blocks, steps};
use crate::web::browser;
use crate::web::paper_numbers::PaperNumbers;
use crate::web::scroll;
use crate::web::state::{FileId, Selection};
use crate::web::views::gradual::use_gradual;
use crate::web::views::paragraph::View;
use std::ops::Range;
use std::rc::Rc;
use yew::prelude::*;

/// A report and what is selected in it.
#[derive(Properties, PartialEq)]
pub struct DocumentProps {
    /// Whose report it is: another file is drawn step by step, the same file again at once.
    pub file: FileId,
    /// The report.
    pub report: Rc<Report>,
    /// What is selected.
    pub selection: Option<Selection>,
    /// A mark or a heading was chosen.
    pub on_select: Callback<Selection>,
    /// All of it has been drawn.
    pub on_drawn: Callback<FileId>,
}

/// The text of a report.
#[component]
pub fn DocumentView(props: &DocumentProps) -> Html {
    let blocks = use_memo(props.report.clone(), |report| Rc::new(blocks(report)));
    let steps = use_memo(props.report.clone(), |_| steps(&blocks));
    let numbers = use_memo(props.report.clone(), |report| PaperNumbers::of(report));
    let drawn = use_gradual(props.file, steps.len(), props.on_drawn.clone());
    {
        let whole = drawn >= steps.len();
        let changed = (props.selection, Rc::as_ptr(&props.report), whole);
        use_effect_with(changed, |(selection, ..)| {
            // A mark that was clicked stays where it is.
            if selection.is_some() && !browser::has_focus_inside("pane-middle") {
                scroll::reveal("selected-mark");
            }
        });
    }
    let report = &props.report;
    let stretch = |step: &Range<usize>| {
        let within = span_of(report, step);
        let selection = props
            .selection
            .filter(|&selection| concerns(report, selection, within));
        html! {
            <Stretch key={step.start} report={report.clone()} blocks={(*blocks).clone()} numbers={numbers.clone()} step={step.clone()} {selection} on_select={props.on_select.clone()} />
        }
    };
    html! {
        <article class="document" data-testid="document" data-scrolls="" tabindex="0" aria-label="报告正文">
            { for steps.iter().take(drawn).map(stretch) }
        </article>
    }
}

#[derive(Properties, PartialEq)]
struct StretchProps {
    report: Rc<Report>,
    blocks: Rc<Vec<Block>>,
    numbers: Rc<PaperNumbers>,
    step: Range<usize>,
    selection: Option<Selection>,
    on_select: Callback<Selection>,
}

/// One step's blocks. Only the stretches that a selection touches are drawn again.
#[component]
fn Stretch(props: &StretchProps) -> Html {
    let report = &props.report;
    let within = span_of(report, &props.step);
    let target = props.selection.and_then(|selection| selection.span(report));
    let view = View {
        report,
        numbers: &props.numbers,
        index: LineIndex::new(&report.document.text),
        selected: props.selection,
        // What goes over several stretches is scrolled to where it begins.
        target: std::cell::Cell::new(target.filter(|target| {
            within.contains(Span {
                end: target.start,
                ..*target
            })
        })),
        on_select: &props.on_select,
        run_in: std::cell::Cell::new(None),
        lit: proof(report, props.selection),
    };
    let blocks = props.blocks.get(props.step.clone()).unwrap_or_default();
    html! { <>{ for blocks.iter().map(|block| view.block(block)) }</> }
}

/// From the start of the first block to the start of the block behind the last.
fn span_of(report: &Report, step: &Range<usize>) -> Span {
    let start = |at: usize| {
        report
            .document
            .paragraphs
            .get(at)
            .map(|paragraph| paragraph.span.start)
    };
    Span {
        start: start(step.start).unwrap_or_default(),
        end: start(step.end).unwrap_or(u32::MAX),
    }
}

/// Whether something in this stretch looks different when this is selected.
fn concerns(report: &Report, selection: Selection, within: Span) -> bool {
    let heading = match selection {
        Selection::Section(at) => report.outline.sections.get(at).map(|section| section.start()),
        _ => None,
    };
    let touches = |span: Span| span.start < within.end && within.start <= span.end;
    heading.is_some_and(|start| within.start <= start && start < within.end)
        || selection.span(report).is_some_and(touches)
        || proof(report, Some(selection)).into_iter().any(touches)
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

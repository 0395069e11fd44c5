//! The text with its marks. Drawn once per report; selecting only moves a class and scrolls.

use crate::Report;
use crate::text::{LineIndex, OffsetUnit, Span};
use crate::web::blocks::{Block, BlockKind, Mark, Piece, blocks};
use crate::web::browser;
use crate::web::filter::sign_of;
use crate::web::keys::id_of;
use crate::web::state::Selection;
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
            if selection.is_some() {
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
    };
    html! {
        <article class="document" data-testid="document" data-scrolls="" tabindex="0" aria-label="报告正文">
            { for blocks.iter().map(|block| view.block(block)) }
        </article>
    }
}

struct View<'a> {
    report: &'a Rc<Report>,
    index: LineIndex<'a>,
    selected: Option<Selection>,
    /// The span that gets the id to scroll to; taken by the first piece that meets it.
    target: std::cell::Cell<Option<Span>>,
    on_select: &'a Callback<Selection>,
}

impl View<'_> {
    fn block(&self, block: &Block) -> Html {
        let words = || {
            block
                .pieces
                .iter()
                .map(|piece| self.piece(piece))
                .collect::<Html>()
        };
        let place = block
            .place
            .as_ref()
            .map(|place| html! { <span class="place">{ place }</span> });
        let verified = block.verified.iter().map(|&at| self.verified(at));
        let tail = html! { <>{ for verified }</> };
        match block.kind {
            BlockKind::Title => html! { <p class="block title">{ place }{ words() }{ tail }</p> },
            BlockKind::Heading(level, at) => html! {
                <p class={classes!("block", "heading", format!("level-{level}"), self.chosen(Selection::Section(at)))}
                    role="heading" aria-level={(level + 1).to_string()} id={self.section_id(at)}>
                    { place }{ words() }{ tail }
                </p>
            },
            BlockKind::RunIn(at) => html! {
                <p class={classes!("block", "text", self.chosen(Selection::Section(at)))} id={self.section_id(at)}>
                    { place }{ words() }{ tail }
                </p>
            },
            BlockKind::Row => html! { <p class="block row">{ place }{ words() }{ tail }</p> },
            BlockKind::Furniture => html! { <p class="block furniture">{ words() }</p> },
            BlockKind::Text => html! { <p class="block text">{ place }{ words() }{ tail }</p> },
        }
    }

    /// The selected section's block is what the page scrolls to.
    fn section_id(&self, at: usize) -> Option<&'static str> {
        (self.selected == Some(Selection::Section(at))).then_some("selected-mark")
    }

    fn chosen(&self, selection: Selection) -> Option<&'static str> {
        (self.selected == Some(selection)).then_some("selected")
    }

    fn verified(&self, at: usize) -> Html {
        let selection = Selection::Relation(at);
        let onclick = self.on_select.reform(move |_: MouseEvent| selection);
        let statement = &self.report.relations[at].statement;
        html! {
            <button type="button" class={classes!("verified-note", self.chosen(selection))} {onclick}>
                { "✓ " }{ statement }
            </button>
        }
    }

    fn piece(&self, piece: &Piece) -> Html {
        match piece {
            Piece::Text(span) => self.text(*span),
            Piece::Mark(mark, _, inside) => self.mark(*mark, inside),
        }
    }

    /// Plain words. A selected relation or section has no mark of its own: its first words get the id.
    fn text(&self, span: Span) -> Html {
        let words = self.report.document.slice(span).to_string();
        let is_relation = matches!(self.selected, Some(Selection::Relation(_)));
        if is_relation && self.target.get().is_some_and(|target| target.overlaps(span)) {
            self.target.set(None);
            return html! { <span id="selected-mark" tabindex="-1">{ words }</span> };
        }
        html! { { words } }
    }

    fn mark(&self, mark: Mark, inside: &[Piece]) -> Html {
        let (selection, span, kind, class, label) = match mark {
            Mark::Figure(at) => {
                let figure = &self.report.figures[at];
                let label = format!(
                    "{}：{} {}",
                    figure.indicator,
                    figure.value.normalize(),
                    figure.unit
                );
                (Selection::Figure(at), figure.span, "figure", "figure", label)
            }
            Mark::Finding(at) => {
                let finding = &self.report.findings[at];
                let span = finding.span.unwrap_or_default();
                let (_, word, class) = sign_of(finding.severity).words();
                (
                    Selection::Finding(at),
                    span,
                    "finding",
                    class,
                    format!("{word}：{}", finding.message),
                )
            }
        };
        let (start, end) = self.index.offsets(span, OffsetUnit::Char);
        let is_target = self.selected == Some(selection)
            || (matches!(self.selected, Some(Selection::Relation(_)))
                && self.target.get().is_some_and(|target| target.contains(span)));
        let id = (is_target && self.target.take().is_some()).then_some("selected-mark");
        let onclick = self.on_select.reform(move |event: MouseEvent| {
            event.stop_propagation();
            selection
        });
        let on_select = self.on_select.clone();
        let onkeydown = Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Enter" {
                event.stop_propagation();
                on_select.emit(selection);
                browser::focus(&id_of(selection));
            }
        });
        html! {
            <mark class={classes!("mark", class, self.chosen(selection))} data-kind={kind} {id}
                data-start={start.to_string()} data-end={end.to_string()}
                tabindex="0" title={label} {onclick} {onkeydown}>
                { for inside.iter().map(|piece| self.piece(piece)) }
            </mark>
        }
    }
}

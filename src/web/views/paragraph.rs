//! A paragraph of the text: its place, its pieces, and the relations that hold in it.

use crate::Report;
use crate::text::{LineIndex, Span};
use crate::web::blocks::{Block, BlockKind, Piece};
use crate::web::paper_numbers::PaperNumbers;
use crate::web::state::Selection;
use crate::web::views::finding::paper_number;
use std::rc::Rc;
use yew::prelude::*;

/// What drawing a report needs.
pub(super) struct View<'a> {
    pub(super) report: &'a Rc<Report>,
    pub(super) numbers: &'a PaperNumbers,
    pub(super) index: LineIndex<'a>,
    pub(super) selected: Option<Selection>,
    /// The span that gets the id to scroll to; taken by the first piece that meets it.
    pub(super) target: std::cell::Cell<Option<Span>>,
    pub(super) on_select: &'a Callback<Selection>,
    /// The heading at the start of the block that is drawn: it stands out, as in print.
    pub(super) run_in: std::cell::Cell<Option<Span>>,
    /// What proves the selected finding or relation.
    pub(super) lit: Vec<Span>,
}

impl View<'_> {
    /// One block of the text.
    pub(super) fn block(&self, block: &Block) -> Html {
        let run_in = match block.kind {
            BlockKind::RunIn(at) => self.report.outline.sections.get(at),
            _ => None,
        };
        self.run_in.set(run_in.map(|section| Span {
            start: section.start(),
            end: section.heading_span.end,
        }));
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
        // A doubtful relation has no mark of its own: its number stands behind the paragraph.
        let doubtful = block
            .doubtful
            .iter()
            .filter_map(|&at| paper_number(self.numbers.get(Selection::Relation(at))));
        let tail = html! { <>{ for verified }{ for doubtful }</> };
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

    pub(super) fn chosen(&self, selection: Selection) -> Option<&'static str> {
        (self.selected == Some(selection)).then_some("selected")
    }

    pub(super) fn piece(&self, piece: &Piece) -> Html {
        match piece {
            Piece::Text(span) => self.text(*span),
            Piece::Mark(mark, _, inside) => self.mark(*mark, inside),
        }
    }

    /// Words outside every further mark; those that prove the selected finding or relation are lit.
    fn text(&self, span: Span) -> Html {
        let mut parts = Vec::new();
        let mut at = span.start;
        for lit in self.lit.iter().filter(|lit| lit.overlaps(span)) {
            let (start, end) = (lit.start.max(at), lit.end.min(span.end));
            if start >= end {
                continue;
            }
            parts.push(self.plain(Span {
                start: at,
                end: start,
            }));
            parts.push(self.lit_words(Span { start, end }));
            at = end;
        }
        parts.push(self.plain(Span {
            start: at,
            end: span.end,
        }));
        parts.into_iter().collect()
    }

    /// A selected relation has no mark of its own: its first words get the id to scroll to.
    fn lit_words(&self, span: Span) -> Html {
        let is_relation = matches!(self.selected, Some(Selection::Relation(_)));
        let id = (is_relation && self.target.take().is_some()).then_some("selected-mark");
        let stop = id.map(|_| "-1");
        html! { <span class="lit" {id} tabindex={stop}>{ self.report.document.slice(span) }</span> }
    }

    /// Words that are nothing but text; the heading of the paragraph stands out.
    fn plain(&self, span: Span) -> Html {
        let part = |start, end| self.report.document.slice(Span { start, end }).to_string();
        match self.run_in.get().filter(|head| head.overlaps(span)) {
            None => html! { { part(span.start, span.end) } },
            Some(head) => {
                let cut = head.end.min(span.end);
                html! { <><b>{ part(span.start, cut) }</b>{ part(cut, span.end) }</> }
            }
        }
    }
}

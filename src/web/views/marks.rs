//! A mark in the text: a figure or a finding, to be clicked and walked to.

use super::paragraph::View;
use crate::text::OffsetUnit;
use crate::web::blocks::{Mark, Piece};
use crate::web::browser;
use crate::web::filter::sign_of;
use crate::web::keys::id_of;
use crate::web::state::Selection;
use yew::prelude::*;

impl View<'_> {
    /// A relation that holds, beside the paragraph that states it.
    pub(super) fn verified(&self, at: usize) -> Html {
        let selection = Selection::Relation(at);
        let onclick = self.on_select.reform(move |_: MouseEvent| selection);
        let statement = &self.report.relations[at].statement;
        html! {
            <button type="button" class={classes!("verified-note", self.chosen(selection))} {onclick}>
                { "✓ " }{ statement }
            </button>
        }
    }

    /// The mark with what is inside it.
    pub(super) fn mark(&self, mark: Mark, inside: &[Piece]) -> Html {
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
        // Figures can be clicked; Tab stops only at findings, or it would stop everywhere.
        let (stop, described, note) = match mark {
            Mark::Figure(_) => ("-1", None, None),
            Mark::Finding(_) => (
                "0",
                Some(id_of(selection)),
                self.numbers.get(selection).map(|number| number.to_string()),
            ),
        };
        html! {
            <mark class={classes!("mark", class, self.chosen(selection))} data-kind={kind} {id}
                data-start={start.to_string()} data-end={end.to_string()}
                tabindex={stop} aria-describedby={described} data-note={note} title={label} {onclick} {onkeydown}>
                { for inside.iter().map(|piece| self.piece(piece)) }
            </mark>
        }
    }
}

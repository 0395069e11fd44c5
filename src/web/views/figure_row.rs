//! One row of 数字表, and the heads of the columns that sort.

use crate::Report;
use crate::export::{when, words};
use crate::relations::Verdict;
use crate::web::figure_rows::{Column, Wanted, section_name};
use crate::web::state::Selection;
use std::rc::Rc;
use yew::prelude::*;

/// One figure of a report.
#[derive(Properties, PartialEq)]
pub struct RowProps {
    /// The report.
    pub report: Rc<Report>,
    /// Index of the figure.
    pub at: usize,
    /// Whether it is selected.
    pub chosen: bool,
    /// What became of the relations that it stands in; None where there is none.
    pub verdict: Option<Verdict>,
    /// The row was chosen.
    pub on_select: Callback<Selection>,
}

/// The element id of a row.
pub fn id_of_row(at: usize) -> String {
    format!("row-{at}")
}

/// One row of the table.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let RowProps {
        report,
        at,
        chosen,
        verdict,
        on_select,
    } = props;
    let Some(figure) = report.figures.get(*at) else {
        return html! {};
    };
    let selection = Selection::Figure(*at);
    let onclick = on_select.reform(move |_: MouseEvent| selection);
    let value = figure.value.normalize().to_string();
    let upper = figure
        .value_max
        .map(|upper| format!("–{}", upper.normalize()))
        .unwrap_or_default();
    let text = report.document.slice(figure.span);
    let label = format!("在正文中查看 {text}");
    let section = section_name(report, figure);
    let plan = words::plan(when::of(report, figure).plan);
    let class = match verdict {
        None => "unverified",
        Some(Verdict::Holds) => "verified",
        Some(Verdict::Doubtful) => "doubt",
        Some(Verdict::Broken) => "error",
    };
    let (sign, word) = verdict.map_or(("–", "未能核验"), words::verdict);
    html! {
        <tr class={chosen.then_some("selected")} id={id_of_row(*at)} data-value={value.clone()}
            data-unit={figure.unit.clone()} onclick={onclick.clone()}>
            <td class="section-cell"><span title={section.clone()}>{ section }</span></td>
            <td>{ &figure.indicator }</td>
            <td class="number">{ value }{ upper }</td>
            <td>{ figure.unit.as_ref() }</td>
            <td>{ words::hedge(figure.hedge) }{ words::direction(figure.direction) }{ plan }</td>
            <td class="number">{ words::interval(figure) }</td>
            <td class={class} title={word}>{ sign }</td>
            <td><button type="button" class="to-text" aria-label={label} {onclick}>{ text }</button></td>
        </tr>
    }
}

/// The head of a column: a press sorts by it.
pub fn head(column: Column, name: &'static str, wanted: &UseStateHandle<Wanted>) -> Html {
    let (sign, sort) = match wanted.sort {
        Some((by, false)) if by == column => (" ▲", "ascending"),
        Some((by, true)) if by == column => (" ▼", "descending"),
        _ => ("", "none"),
    };
    let onclick = {
        let wanted = wanted.clone();
        Callback::from(move |_: MouseEvent| wanted.set(wanted.sorted_by(column)))
    };
    html! {
        <th scope="col" aria-sort={sort}><button type="button" {onclick}>{ name }{ sign }</button></th>
    }
}

//! 数字表: every figure of the report as a row; sorted, filtered, searched.

use crate::Report;
use crate::web::figure_rows::{COLUMNS, Wanted, rows, verdicts};
use crate::web::scroll;
use crate::web::state::{FileId, Selection};
use crate::web::views::figure_row::{Row, head, id_of_row};
use crate::web::views::gradual::use_gradual;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// A report and what is selected in it.
#[derive(Properties, PartialEq)]
pub struct FigureTableProps {
    /// Whose report it is.
    pub file: FileId,
    /// The report.
    pub report: Rc<Report>,
    /// What is selected.
    pub selection: Option<Selection>,
    /// A row was chosen.
    pub on_select: Callback<Selection>,
    /// The rows are there, but another view is shown: who reads the page by program finds them all the same.
    pub hidden: bool,
    /// All of it has been drawn.
    pub on_drawn: Callback<FileId>,
}

/// How many rows are drawn in one step.
const STEP: usize = 40;

/// The table with its filters.
#[component]
pub fn FigureTable(props: &FigureTableProps) -> Html {
    let wanted = use_state(Wanted::default);
    let report = &props.report;
    use_effect_with(props.selection, |selection| {
        if let Some(Selection::Figure(at)) = selection {
            scroll::nearest(&id_of_row(*at));
        }
    });
    let shown = rows(report, &wanted);
    let drawn = use_gradual(props.file, shown.len().div_ceil(STEP), props.on_drawn.clone());
    let verdicts = use_memo(report.clone(), |report| verdicts(report));
    let row = |at: usize| {
        let selection = Selection::Figure(at);
        let chosen = props.selection == Some(selection);
        html! { <Row key={at} report={report.clone()} {at} {chosen}
        verdict={verdicts.get(at).copied().flatten()} on_select={props.on_select.clone()} /> }
    };
    html! {
        <section class="figures" aria-label="数字表" hidden={props.hidden}>
            <Controls report={report.clone()} wanted={wanted.clone()} shown={shown.len()} />
            <div class="table-frame" data-scrolls="" tabindex="0" role="region" aria-label="全部数字">
                <table class="figure-table" data-testid="figure-table">
                    <thead><tr>
                        { for COLUMNS.iter().map(|&(column, name)| head(column, name, &wanted)) }
                        <th scope="col">{ "限定" }</th>
                        <th scope="col">{ "区间" }</th>
                        <th scope="col">{ "核验" }</th>
                        <th scope="col">{ "原文" }</th>
                    </tr></thead>
                    <tbody>{ for shown.into_iter().take(drawn.saturating_mul(STEP)).map(row) }</tbody>
                </table>
            </div>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ControlsProps {
    report: Rc<Report>,
    wanted: UseStateHandle<Wanted>,
    shown: usize,
}

#[component]
fn Controls(props: &ControlsProps) -> Html {
    let ControlsProps {
        report,
        wanted,
        shown,
    } = props;
    let mut units: Vec<_> = report.figures.iter().map(|figure| figure.unit.clone()).collect();
    units.sort();
    units.dedup();
    let on_unit = {
        let wanted = wanted.clone();
        Callback::from(move |event: Event| {
            let select = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
            let unit = select.map(|select| select.value()).unwrap_or_default();
            wanted.set(Wanted {
                unit,
                ..(*wanted).clone()
            });
        })
    };
    let oninput = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let query = input.map(|input| input.value()).unwrap_or_default();
            wanted.set(Wanted {
                query,
                ..(*wanted).clone()
            });
        })
    };
    let on_unverified = {
        let wanted = wanted.clone();
        Callback::from(move |_: MouseEvent| {
            wanted.set(Wanted {
                only_unverified: !wanted.only_unverified,
                ..(*wanted).clone()
            });
        })
    };
    html! {
        <div class="table-controls" role="search" aria-label="筛选数字">
            <input type="search" aria-label="在数字表中搜索" placeholder="搜索指标、章节、原文" {oninput} />
            <select aria-label="按单位筛选" onchange={on_unit}>
                <option value="" selected={wanted.unit.is_empty()}>{ "全部单位" }</option>
                { for units.into_iter().map(|unit| html! { <option value={unit.clone()} selected={wanted.unit == unit}>{ unit }</option> }) }
            </select>
            <button type="button" aria-pressed={wanted.only_unverified.to_string()} onclick={on_unverified}>{ "只看未能核验" }</button>
            <span class="table-count">{ format!("{shown} / {} 个", report.figures.len()) }</span>
        </div>
    }
}

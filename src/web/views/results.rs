//! The right pane: what was found, what was verified, and what could not be checked; counted, filtered, searched.

use crate::Report;
use crate::export::counts::Counts;
use crate::export::{markdown, words};
use crate::web::browser;
use crate::web::decisions::Decisions;
use crate::web::filter::{Filter, Sign, filtered};
use crate::web::keys::id_of;
use crate::web::page::Page;
use crate::web::state::{Action, Dialog, Middle, Selection};
use crate::web::views::filters::Filters;
use crate::web::views::finding::FindingCard;
use std::rc::Rc;
use yew::prelude::*;

/// A report, and what of it is wanted.
#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    /// The report.
    pub report: Rc<Report>,
    /// What is selected.
    pub selection: Option<Selection>,
    /// What is wanted.
    pub filter: Filter,
    /// What was decided.
    pub decisions: Decisions,
}

/// The right pane.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let ResultsProps {
        report,
        selection,
        filter,
        decisions,
    } = props;
    use_effect_with(*selection, |selection| {
        if let Some(selection) = selection {
            browser::nearest(&id_of(*selection));
        }
    });
    let entries = filtered(report, filter, decisions);
    let total = entries.len();
    let in_list = entries.iter().any(|entry| Some(entry.selection) == *selection);
    let list = entries.iter().enumerate().map(|(nth, entry)| {
        let chosen = *selection == Some(entry.selection);
        let focusable = chosen || (nth == 0 && !in_list);
        match entry.selection {
            Selection::Finding(at) => html! {
                <FindingCard key={id_of(entry.selection)} report={report.clone()} {at} {chosen} nth={nth + 1} {total}
                    standing={decisions.of(report, &report.findings[at])} {focusable} />
            },
            other => relation(report, other, entry.sign, chosen, focusable, &page),
        }
    });
    let counts = Counts::of(report);
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    let to_figures = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Middle(Middle::Figures)))
    };
    html! {
        <section class="pane pane-right" id="pane-right" tabindex="-1" aria-label="检查结果"
            data-testid="results" data-report={report.document.source.name.clone()}>
            <div class="results-head">
                <h2>{ "检查结果" }</h2>
                <span class="spacer" />
                <button type="button" class="quiet" disabled={!decisions.can_undo()} title="Ctrl+Z" onclick={act(Action::Undo)}>{ "撤销" }</button>
                <button type="button" class="quiet" disabled={!decisions.can_redo()} title="Ctrl+Y" onclick={act(Action::Redo)}>{ "重做" }</button>
                <button type="button" class="quiet" data-testid="safe-fixes" onclick={act(Action::Dialog(Some(Dialog::Fixes)))}>{ "安全修正" }</button>
            </div>
            <Filters filter={filter.clone()} {counts} />
            <p class="coverage">
                { markdown::coverage(report) }{ "。" }
                if counts.unverified > 0 {
                    <button type="button" class="quiet" onclick={to_figures}>{ format!("– 未能核验 {}", counts.unverified) }</button>
                }
            </p>
            if !report.skipped.is_empty() {
                <p class="incomplete">{ format!("结果不完整：检查 {} 运行出错，已跳过，其余检查照常。", report.skipped.join("、")) }</p>
            }
            if counts.errors + counts.doubts + counts.hints == 0 {
                <p class="clean">{ format!("未发现错误；已核验 {} 条关系；未能核验 {} 个数字", counts.verified, counts.unverified) }</p>
            }
            <ul class="results-list" id="results-list" data-scrolls="">{ for list }</ul>
            if total == 0 && *filter != Filter::default() { <p class="none">{ "没有符合筛选条件的结果" }</p> }
        </section>
    }
}

fn relation(
    report: &Report,
    selection: Selection,
    sign: Sign,
    chosen: bool,
    focusable: bool,
    page: &Page,
) -> Html {
    let Selection::Relation(at) = selection else {
        return html! {};
    };
    let relation = &report.relations[at];
    let (mark, word, class) = sign.words();
    let verdict = if sign == Sign::Verified {
        "holds"
    } else {
        "doubtful"
    };
    let page = page.clone();
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Select(Some(selection))));
    html! {
        <li key={id_of(selection)} class={classes!("result", class, chosen.then_some("selected"))} data-verdict={verdict}>
            <button type="button" class="result-head" id={id_of(selection)} {onclick} tabindex={if focusable { "0" } else { "-1" }}>
                <span class="sign" aria-hidden="true">{ mark }</span>
                <span class="result-title">{ format!("{word}·{}", words::relation(relation.kind)) }</span>
                <span class="statement">{ &relation.statement }</span>
                if !relation.note.is_empty() { <span class="note">{ &relation.note }</span> }
            </button>
        </li>
    }
}

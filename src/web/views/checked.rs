//! Entries of the results list that are no findings: a relation that was computed again, a figure that could not be.

use super::details::{place_of, short};
use crate::Report;
use crate::export::words;
use crate::web::browser;
use crate::web::decisions::Standing;
use crate::web::filter::Sign;
use crate::web::keys::id_of;
use crate::web::page::Page;
use crate::web::state::{Action, Selection};
use crate::web::views::finding::paper_number;
use crate::web::views::judge::{judge, notes, remarks};
use std::rc::Rc;
use yew::prelude::*;

/// One relation or figure of a report.
#[derive(Properties, PartialEq)]
pub struct CheckedProps {
    /// The report.
    pub report: Rc<Report>,
    /// The relation or figure.
    pub selection: Selection,
    /// Its verdict.
    pub sign: Sign,
    /// Its number on paper; None where nothing is in doubt.
    pub number: Option<usize>,
    /// What was decided; None where there is nothing to decide.
    pub standing: Option<Standing>,
    /// Whether it is selected: only then its place is shown.
    pub chosen: bool,
    /// Whether Tab stops here: one entry of the list does.
    pub focusable: bool,
}

/// One entry of the list.
#[component]
pub fn Checked(props: &CheckedProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let CheckedProps {
        report,
        selection,
        sign,
        ..
    } = props;
    let selection = *selection;
    let Some(Shown {
        title,
        statement,
        note,
    }) = shown(report, selection)
    else {
        return html! {};
    };
    let (mark, word, class) = sign.words();
    let verdict = match sign {
        Sign::Verified => Some("holds"),
        Sign::Unverified => None,
        _ => Some("doubtful"),
    };
    let standing = props.standing.clone().unwrap_or_default();
    let judged = props
        .standing
        .as_ref()
        .map(|standing| judge(&page, report, selection, standing));
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Select(Some(selection))));
    let quote = || {
        let span = selection.span(report)?;
        let locate = Callback::from(|_: MouseEvent| browser::locate());
        Some(html! {
            <div class="details">
                <blockquote>{ short(report.document.slice(span)) }<cite>{ place_of(report, span) }</cite></blockquote>
                { remarks(&standing) }
                <div class="actions"><button type="button" onclick={locate}>{ "定位" }</button>{ judged.clone() }</div>
            </div>
        })
    };
    html! {
        <li class={classes!("result", class, props.chosen.then_some("selected"), standing.verdict.map(|_| "decided"))} data-verdict={verdict}>
            <button type="button" class="result-head" id={id_of(selection)} {onclick}
                aria-expanded={props.chosen.to_string()} tabindex={if props.focusable { "0" } else { "-1" }}>
                <span class="sign" aria-hidden="true">{ mark }</span>
                <span class="result-title">{ paper_number(props.number) }{ format!("{word}·{title}") }</span>
                <span class="statement">{ statement }</span>
                if !note.is_empty() { <span class="note">{ note }</span> }
                if props.standing.is_some() { <span class="result-kind">{ "数据" }{ notes(&standing) }</span> }
            </button>
            <p class="paper-note">{ standing.on_paper() }</p>
            if props.chosen { { for quote() } }
        </li>
    }
}

struct Shown {
    title: String,
    statement: String,
    note: String,
}

fn shown(report: &Report, selection: Selection) -> Option<Shown> {
    match selection {
        Selection::Relation(at) => {
            let relation = report.relations.get(at)?;
            Some(Shown {
                title: words::relation(relation.kind).into(),
                statement: relation.statement.clone(),
                note: relation.note.clone(),
            })
        }
        Selection::Figure(at) => {
            let figure = report.figures.get(at)?;
            Some(Shown {
                title: figure.indicator.clone(),
                statement: report.document.slice(figure.span).into(),
                note: String::new(),
            })
        }
        _ => None,
    }
}

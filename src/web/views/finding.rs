//! One finding: what, where, why it can be trusted, and what a person decided.

use crate::Report;
use crate::web::decisions::Standing;
use crate::web::filter::{kind_of_code, sign_of};
use crate::web::keys::id_of;
use crate::web::page::Page;
use crate::web::state::{Action, Selection};
use crate::web::views::details::{Details, short};
use crate::web::views::judge::notes;
use std::rc::Rc;
use yew::prelude::*;

/// One finding of a report.
#[derive(Properties, PartialEq)]
pub struct FindingCardProps {
    /// The report.
    pub report: Rc<Report>,
    /// Index of the finding.
    pub at: usize,
    /// Whether it is selected: only then the whole of it is shown.
    pub chosen: bool,
    /// Its place in the list, from 1.
    pub nth: usize,
    /// Its number on paper.
    pub number: Option<usize>,
    /// How long the list is.
    pub total: usize,
    /// Its line in the text, from 1.
    pub line: Option<usize>,
    /// What was decided.
    pub standing: Standing,
    /// Whether Tab stops here: one entry of the list does.
    pub focusable: bool,
}

/// One entry of the list.
#[component]
pub fn FindingCard(props: &FindingCardProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let Some(finding) = props.report.findings.get(props.at) else {
        return html! {};
    };
    let selection = Selection::Finding(props.at);
    let (mark, word, class) = sign_of(finding.severity).words();
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    // A whole name for those who listen: the sign in words before it, its place in the list behind it.
    let place_in_list = format!("，第 {} 条，共 {} 条", props.nth, props.total);
    html! {
        <li class={classes!("result", class, props.chosen.then_some("selected"), props.standing.verdict.map(|_| "decided"))}
            data-code={finding.code.clone()} data-severity={severity_key(finding.severity)}>
            <button type="button" class="result-head" id={id_of(selection)}
                aria-expanded={props.chosen.to_string()} tabindex={if props.focusable { "0" } else { "-1" }}
                onclick={act(Action::Select(Some(selection)))}>
                <span class="visually-hidden">{ format!("{word}，") }</span>
                <span class="sign" aria-hidden="true">{ mark }</span>
                <span class="result-title">{ paper_number(props.number) }{ &finding.message }</span>
                <span class="result-kind">
                    { kind_of_code(&finding.code) }
                    if let Some(line) = props.line { { format!(" · 第 {line} 行") } }
                    { notes(&props.standing) }
                </span>
                <span class="visually-hidden">{ place_in_list }</span>
            </button>
            <p class="paper-note">{ on_paper(props) }</p>
            if props.chosen { <Details report={props.report.clone()} at={props.at} standing={props.standing.clone()} /> }
        </li>
    }
}

/// The number of an entry, on paper only.
pub(super) fn paper_number(number: Option<usize>) -> Option<Html> {
    number.map(|number| html! { <span class="paper-note">{ format!("[{number}] ") }</span> })
}

fn severity_key(severity: crate::checks::Severity) -> &'static str {
    match severity {
        crate::checks::Severity::Error => "error",
        crate::checks::Severity::Warning => "warning",
        crate::checks::Severity::Info => "info",
    }
}

/// On paper nothing can be opened: quote, suggestion and basis in one line.
fn on_paper(props: &FindingCardProps) -> String {
    let Some(finding) = props.report.findings.get(props.at) else {
        return String::new();
    };
    let sentence = |name: &str, words: &str| match words {
        "" => String::new(),
        words => format!("{name}：{}。", words.trim_end_matches('。')),
    };
    let quote = finding
        .span
        .map(|span| format!("“{}”", short(props.report.document.slice(span))));
    [
        sentence("原文", &quote.unwrap_or_default()),
        sentence("建议", &finding.suggestion),
        sentence("依据", &finding.basis),
        props.standing.on_paper(),
    ]
    .concat()
}

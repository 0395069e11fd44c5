//! The whole of one finding: the quote, what proves it, its basis, and what a person can do about it.

use crate::Report;
use crate::text::{LineIndex, Span};
use crate::web::browser;
use crate::web::decisions::Standing;
use crate::web::page::Page;
use crate::web::state::{Action, Dialog, Selection};
use crate::web::views::judge::{judge, remarks};
use std::rc::Rc;
use yew::prelude::*;

/// One finding and how it stands.
#[derive(Properties, PartialEq)]
pub struct DetailsProps {
    /// The report.
    pub report: Rc<Report>,
    /// Index of the finding.
    pub at: usize,
    /// What was decided.
    pub standing: Standing,
}

/// What stands under the selected finding.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let report = &props.report;
    let Some(finding) = report.findings.get(props.at) else {
        return html! {};
    };
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    let place = finding.span.map(|span| place_of(report, span));
    html! {
        <div class="details">
            if let (Some(span), Some(place)) = (finding.span, place) {
                <blockquote>{ short(report.document.slice(span)) }<cite>{ place }</cite></blockquote>
            }
            if !finding.evidence.is_empty() {
                <p class="evidence">{ "相关处：" }{ for finding.evidence.iter().take(12).map(|&span| html! {
                    <q>{ short(report.document.slice(span)) }</q>
                }) }</p>
            }
            if !finding.suggestion.is_empty() { <p><b>{ "建议 " }</b>{ &finding.suggestion }</p> }
            <p class="basis"><b>{ "依据 " }</b>{ &finding.basis }<span class="result-code">{ format!("　{}", finding.code) }</span></p>
            { remarks(&props.standing) }
            <div class="actions">
                if finding.span.is_some() {
                    <button type="button" onclick={Callback::from(|_: MouseEvent| browser::locate())}>{ "定位" }</button>
                }
                { judge(&page, report, Selection::Finding(props.at), &props.standing) }
                <button type="button" onclick={act(Action::Dialog(Some(Dialog::Why(finding.code.clone()))))}>{ "为什么" }</button>
            </div>
        </div>
    }
}

/// Where a span stands, in words.
pub fn place_of(report: &Report, span: Span) -> String {
    let line = LineIndex::new(&report.document.text).line(span.start).0;
    let paragraph = report
        .document
        .paragraph_at(span.start)
        .and_then(|at| report.document.paragraphs.get(at));
    let words = paragraph.and_then(|paragraph| paragraph.place.words());
    words.map_or(format!("第 {line} 行"), |words| {
        format!("{words}，第 {line} 行")
    })
}

/// A quote that fits its card.
pub fn short(text: &str) -> String {
    let mut quote: String = text.chars().take(80).collect();
    if quote.len() < text.len() {
        quote.push('…');
    }
    quote
}

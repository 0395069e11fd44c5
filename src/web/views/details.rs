//! The whole of one finding: the quote, what proves it, its basis, and what a person can do about it.

use crate::Report;
use crate::text::{LineIndex, Span};
use crate::web::browser;
use crate::web::decisions::{Decisions, Standing, Verdict};
use crate::web::page::Page;
use crate::web::state::{Action, Decide, Dialog};
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
    let decide = |how: Decide| {
        let (page, report, at) = (page.clone(), report.clone(), props.at);
        Callback::from(move |_: MouseEvent| page.decide(&report, at, how))
    };
    let place = finding.span.map(|span| place_of(report, span));
    let ignored = props.standing.verdict == Some(Verdict::Ignored);
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
            if !props.standing.reason.is_empty() { <p><b>{ "忽略理由 " }</b>{ &props.standing.reason }</p> }
            if !props.standing.comment.is_empty() { <p><b>{ "批注 " }</b>{ &props.standing.comment }</p> }
            <div class="actions">
                if finding.span.is_some() {
                    <button type="button" onclick={Callback::from(|_: MouseEvent| browser::locate())}>{ "定位" }</button>
                }
                <button type="button" title="列入反馈意见单" aria-pressed={(props.standing.verdict == Some(Verdict::Accepted)).to_string()}
                    onclick={decide(Decisions::accept)}>{ "采纳" }</button>
                if ignored {
                    <button type="button" onclick={decide(Decisions::reopen)}>{ "恢复" }</button>
                } else {
                    <button type="button" onclick={act(Action::Dialog(Some(Dialog::Ignore(props.at))))}>{ "忽略…" }</button>
                }
                <button type="button" onclick={act(Action::Dialog(Some(Dialog::Comment(props.at))))}>{ "批注" }</button>
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

//! One finding: what, where, why it can be trusted, and what a person decided.

use crate::Report;
use crate::text::LineIndex;
use crate::web::browser;
use crate::web::decisions::{Standing, Verdict};
use crate::web::filter::sign_of;
use crate::web::keys::id_of;
use crate::web::page::Page;
use crate::web::state::{Action, Dialog, Selection};
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
    /// How long the list is.
    pub total: usize,
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
    let decided = match props.standing.verdict {
        None => "",
        Some(Verdict::Accepted) => "已采纳",
        Some(Verdict::Ignored) => "已忽略",
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
                <span class="result-title"><span class="paper-note">{ format!("[{}] ", props.at + 1) }</span>{ &finding.message }</span>
                <span class="result-code">{ &finding.code }</span>
                if !decided.is_empty() { <span class="decided-note">{ decided }</span> }
                <span class="visually-hidden">{ place_in_list }</span>
            </button>
            if props.chosen { <Details report={props.report.clone()} at={props.at} standing={props.standing.clone()} /> }
        </li>
    }
}

fn severity_key(severity: crate::checks::Severity) -> &'static str {
    match severity {
        crate::checks::Severity::Error => "error",
        crate::checks::Severity::Warning => "warning",
        crate::checks::Severity::Info => "info",
    }
}

#[derive(Properties, PartialEq)]
struct DetailsProps {
    report: Rc<Report>,
    at: usize,
    standing: Standing,
}

#[component]
fn Details(props: &DetailsProps) -> Html {
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
    let decide = |how: fn(
        &crate::web::decisions::Decisions,
        &Report,
        &crate::checks::Finding,
    ) -> crate::web::decisions::Decisions| {
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
            <p class="basis"><b>{ "依据 " }</b>{ &finding.basis }</p>
            if !props.standing.reason.is_empty() { <p><b>{ "忽略理由 " }</b>{ &props.standing.reason }</p> }
            if !props.standing.comment.is_empty() { <p><b>{ "批注 " }</b>{ &props.standing.comment }</p> }
            <div class="actions">
                if finding.span.is_some() {
                    <button type="button" onclick={Callback::from(|_: MouseEvent| browser::reveal("selected-mark"))}>{ "定位" }</button>
                }
                <button type="button" aria-pressed={(props.standing.verdict == Some(Verdict::Accepted)).to_string()}
                    onclick={decide(crate::web::decisions::Decisions::accept)}>{ "采纳" }</button>
                if ignored {
                    <button type="button" onclick={decide(crate::web::decisions::Decisions::reopen)}>{ "恢复" }</button>
                } else {
                    <button type="button" onclick={act(Action::Dialog(Some(Dialog::Ignore(props.at))))}>{ "忽略…" }</button>
                }
                <button type="button" onclick={act(Action::Dialog(Some(Dialog::Comment(props.at))))}>{ "批注" }</button>
                <button type="button" onclick={act(Action::Dialog(Some(Dialog::Why(finding.code.clone()))))}>{ "为什么" }</button>
            </div>
        </div>
    }
}

fn place_of(report: &Report, span: crate::text::Span) -> String {
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
fn short(text: &str) -> String {
    let mut quote: String = text.chars().take(80).collect();
    if quote.len() < text.len() {
        quote.push('…');
    }
    quote
}

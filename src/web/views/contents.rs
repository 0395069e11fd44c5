//! The left pane: what the report owes, who wrote it, and its outline with counts.

use crate::Report;
use crate::export::words;
use crate::outline::{Outline, Section};
use crate::web::browser;
use crate::web::page::Page;
use crate::web::state::{Action, Dialog, Selection};
use std::rc::Rc;
use yew::prelude::*;

/// A report and what is selected in it.
#[derive(Properties, PartialEq)]
pub struct ContentsProps {
    /// The report.
    pub report: Rc<Report>,
    /// What is selected.
    pub selection: Option<Selection>,
}

/// The left pane.
#[component]
pub fn Contents(props: &ContentsProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let outline = &props.report.outline;
    let select = |at: usize| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Select(Some(Selection::Section(at)))))
    };
    let chosen = props
        .selection
        .and_then(|selection| selection.section(&props.report));
    use_effect_with(chosen, |chosen| {
        if let Some(at) = chosen {
            browser::nearest(&format!("outline-{at}"));
        }
    });
    let there = outline
        .items
        .iter()
        .filter(|item| item.owed && item.state != crate::outline::Presence::Missing)
        .count();
    let owed = outline.items.iter().filter(|item| item.owed).count();
    html! {
        <nav class="contents" aria-label="目录" data-scrolls="">
            <h2>{ format!("必备内容 {there}/{owed}") }</h2>
            <ul class="items" data-testid="item-list">
                { for outline.items.iter().map(|item| {
                    let (sign, word) = if item.owed || item.state != crate::outline::Presence::Missing {
                        words::presence(item.state)
                    } else {
                        ("–", "无（可不写）")
                    };
                    let go = item.sections.first().map(|&at| select(at));
                    let state = state_key(item.state);
                    html! {
                        <li data-item={item.key.clone()} data-state={state} class={classes!("item", state, (!item.owed).then_some("optional"))}>
                            if let Some(go) = go {
                                <button type="button" onclick={go}>{ format!("{sign} {}　{word}", item.name) }</button>
                            } else {
                                <span>{ format!("{sign} {}　{word}", item.name) }</span>
                            }
                        </li>
                    }
                }) }
            </ul>
            { identity(outline, &page) }
            <h2>{ "目录" }</h2>
            <ol class="outline" data-testid="outline">
                { for outline.sections.iter().enumerate().map(|(at, section)| {
                    entry(&props.report, at, section, chosen == Some(at), select(at), &page)
                }) }
            </ol>
            if outline.sections.is_empty() { <p class="none">{ "未识别出章节" }</p> }
        </nav>
    }
}

fn state_key(state: crate::outline::Presence) -> &'static str {
    match state {
        crate::outline::Presence::Present => "present",
        crate::outline::Presence::Embedded => "embedded",
        crate::outline::Presence::Missing => "missing",
    }
}

fn identity(outline: &Outline, page: &Page) -> Html {
    let row = |name: &str, value: Option<String>| {
        let found = value.is_some();
        html! {
            <div class={classes!("identity-row", (!found).then_some("absent"))}>
                <dt>{ name }</dt>
                <dd>{ value.unwrap_or_else(|| "未找到".into()) }</dd>
            </div>
        }
    };
    let signatories: Vec<_> = outline
        .tail
        .signatories
        .iter()
        .map(|phrase| phrase.text.clone())
        .collect();
    let correct = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Dialog(Some(Dialog::CorrectIdentity))))
    };
    html! {
        <>
        <dl class="identity">
            { row("单位", outline.body.as_ref().map(|body| format!("{}（{}）", body.text, words::level(outline.level)))) }
            { row("年度", outline.year.map(|year| year.value.to_string())) }
            { row("署名", (!signatories.is_empty()).then(|| signatories.join("、"))) }
            { row("成文日期", outline.tail.date.as_ref().map(|date| date.text.clone())) }
        </dl>
        <button type="button" class="quiet" onclick={correct}>{ "更正" }</button>
        </>
    }
}

fn entry(
    report: &Report,
    at: usize,
    section: &Section,
    chosen: bool,
    go: Callback<MouseEvent>,
    page: &Page,
) -> Html {
    let number = report.document.slice(section.number_span).trim().to_string();
    let figures = report
        .figures
        .iter()
        .filter(|figure| section.body.contains(figure.span))
        .count();
    let within = |span: Option<crate::text::Span>| {
        span.is_some_and(|span| {
            section.start() <= span.start && span.start < section.body.end.max(section.heading_span.end)
        })
    };
    let findings = report
        .findings
        .iter()
        .filter(|finding| within(finding.span))
        .count();
    let characters = report
        .document
        .slice(section.body)
        .chars()
        .filter(|&c| !crate::text::is_blank(c))
        .count();
    let correct = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Dialog(Some(Dialog::CorrectSection(at)))))
    };
    let name = if section.number.is_some() {
        number
    } else {
        String::new()
    };
    html! {
        <li class={classes!("outline-entry", format!("level-{}", section.level), chosen.then_some("selected"))}
            id={format!("outline-{at}")} data-level={section.level.to_string()}>
            <button type="button" class="outline-go" aria-current={chosen.then_some("true")} onclick={go} title={section.heading.clone()}>
                <span class="outline-heading">{ name }{ &section.heading }</span>
                <span class="outline-counts">
                    if section.level == 1 { { format!("{characters}字 ") } }
                    if figures > 0 { { format!("数字{figures} ") } }
                    if findings > 0 { <span class="outline-findings">{ format!("问题{findings}") }</span> }
                </span>
            </button>
            <button type="button" class="quiet outline-correct" aria-label={format!("更正章节 {}", section.heading)} onclick={correct}>{ "改" }</button>
        </li>
    }
}

//! The left pane: what the report owes, who wrote it, and its outline with counts.

use crate::Report;
use crate::export::words;
use crate::outline::Outline;
use crate::web::page::Page;
use crate::web::scroll;
use crate::web::state::{Action, Dialog, Selection};
use crate::web::views::gradual::use_growing;
use crate::web::views::outline::{entries, row};
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

/// How many entries of the outline are drawn before one picture.
const STEP: usize = 8;

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
            scroll::nearest(&format!("outline-{at}"));
        }
    });
    let there = outline
        .items
        .iter()
        .filter(|item| item.owed && item.state != crate::outline::Presence::Missing)
        .count();
    let listed = entries(&props.report);
    let drawn = use_growing(listed.len(), STEP);
    let owed = outline.items.iter().filter(|item| item.owed).count();
    html! {
        <nav class="contents" aria-label="目录" data-scrolls="">
            <h2>{ format!("必备内容 {there}/{owed}") }</h2>
            <ul class="items" data-testid="item-list">
                { for outline.items.iter().map(|item| {
                    let (sign, word) = words::presence(item);
                    let line = html! { <>{ format!("{sign} {}　", item.name) }<span class="whole">{ word }</span></> };
                    let go = item.sections.first().map(|&at| select(at));
                    let state = state_key(item.state);
                    html! {
                        <li data-item={item.key.clone()} data-state={state} class={classes!("item", state, (!item.owed).then_some("optional"))}>
                            if let Some(go) = go {
                                <button type="button" onclick={go}>{ line }</button>
                            } else {
                                <span>{ line }</span>
                            }
                        </li>
                    }
                }) }
            </ul>
            { identity(outline, &page) }
            <h2>{ "目录" }</h2>
            <ol class="outline" data-testid="outline">
                { for listed.into_iter().take(drawn).enumerate().map(|(at, entry)| {
                    row(&props.report, at, entry, chosen == Some(at), select(at), &page)
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
        <div class="with-button">
            <h2>{ "单位与年度" }</h2>
            <button type="button" class="quiet" title="单位、层级、年度识别有误时更正" onclick={correct}>{ "更正" }</button>
        </div>
        <dl class="identity">
            { row("单位", outline.body.as_ref().map(|body| format!("{}（{}）", body.text, words::level(outline.level)))) }
            { row("年度", outline.year.map(|year| year.value.to_string())) }
            { row("署名", (!signatories.is_empty()).then(|| signatories.join("、"))) }
            { row("成文日期", outline.tail.date.as_ref().map(|date| in_words(&date.text))) }
        </dl>
        </>
    }
}

/// `2025年1月9日` for `2025-01-09`.
fn in_words(date: &str) -> String {
    let parts: Vec<_> = date.split('-').map(|part| part.trim_start_matches('0')).collect();
    match parts[..] {
        [year, month, day] => format!("{year}年{month}月{day}日"),
        _ => date.to_string(),
    }
}

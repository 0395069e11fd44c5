//! 安全修正: proposed changes as a difference; nothing is changed before somebody says so.

use crate::fixes::{self, Fix};
use crate::text::LineIndex;
use crate::web::filter::kind_of_code;
use crate::web::page::Page;
use crate::web::state::{Action, Middle, State};
use std::rc::Rc;
use yew::prelude::*;

/// The state.
#[derive(Properties, PartialEq)]
pub struct FixesProps {
    /// The state.
    pub state: Rc<State>,
}

/// The dialog.
#[component]
pub fn Fixes(props: &FixesProps) -> Html {
    let page = use_context::<Page>();
    // How many were applied since the dialog opened.
    let done = use_state(|| 0);
    let state = &props.state;
    let (Some(page), Some(file), Some(report)) = (page, state.shown(), state.report()) else {
        return html! {};
    };
    let proposed = fixes::propose(report);
    if proposed.is_empty() {
        let words = match *done {
            0 => "没有可以放心自动修正的地方。".to_string(),
            done => format!("已修正 {done} 处，没有其他可以放心自动修正的地方了。"),
        };
        return html! { <p>{ words }</p> };
    }
    let text = &report.document.text;
    let apply = |chosen: Vec<Fix>| {
        let (page, file, profile) = (page.clone(), file.clone(), state.profile.clone());
        let (after, count) = (fixes::apply(text, &chosen), chosen.len());
        let done = done.clone();
        Callback::from(move |_: MouseEvent| {
            page.fix(&file, &after, profile.clone());
            page.dispatch(Action::Middle(Middle::Text));
            done.set(*done + count);
            page.dispatch(Action::Notice(format!("已修正 {count} 处")));
        })
    };
    let index = LineIndex::new(text);
    let row = |fix: &Fix| {
        let line = index.line(fix.span.start).0;
        html! {
            <li class="fix">
                <p class="diff"><span class="place">{ format!("第 {line} 行　{}", kind_of_code(&fix.code)) }</span>
                    { before(text, fix) }<del>{ fix.span.of(text) }</del>
                    if !fix.replacement.is_empty() { <ins>{ &fix.replacement }</ins> }{ behind(text, fix) }</p>
                <button type="button" onclick={apply(vec![fix.clone()])}
                    aria-label={format!("修正这一处（第 {line} 行）")}>{ "修正这一处" }</button>
            </li>
        }
    };
    html! {
        <div class="prose">
            <p>{ "只列出不改变意思的修正：转换残留、汉字之间的半角标点、重复的量词。修正的是页面里的文字，原文件不动。" }</p>
            <ul class="fixes">{ for proposed.iter().map(row) }</ul>
            <div class="actions">
                <button type="button" class="primary" onclick={apply(proposed.clone())}>{ format!("全部修正（{}）", proposed.len()) }</button>
            </div>
        </div>
    }
}

/// Characters on either side of a change.
const AROUND: usize = 14;

/// The end of the line before a change.
fn before(text: &str, fix: &Fix) -> String {
    let line = text[..fix.span.start as usize]
        .rsplit('\n')
        .next()
        .unwrap_or_default();
    let skipped = line.chars().count().saturating_sub(AROUND);
    let words: String = line.chars().skip(skipped).collect();
    format!("{}{words}", if skipped > 0 { "…" } else { "" })
}

/// The beginning of the line behind a change.
fn behind(text: &str, fix: &Fix) -> String {
    let line = text[fix.span.end as usize..]
        .split('\n')
        .next()
        .unwrap_or_default();
    let words: String = line.chars().take(AROUND).collect();
    let more = if words.len() < line.len() { "…" } else { "" };
    format!("{words}{more}")
}

//! 安全修正: proposed changes as a difference; nothing is changed before somebody says so.

use crate::fixes::{self, Fix};
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
    let state = &props.state;
    let (Some(page), Some(file), Some(report)) = (page, state.shown(), state.report()) else {
        return html! {};
    };
    let proposed = fixes::propose(report);
    if proposed.is_empty() {
        return html! { <p>{ "没有可以放心自动修正的地方。" }</p> };
    }
    let text = &report.document.text;
    let apply = |chosen: Vec<Fix>| {
        let (page, file, profile) = (page.clone(), file.clone(), state.profile.clone());
        let after = fixes::apply(text, &chosen);
        Callback::from(move |_: MouseEvent| {
            page.edit(&file, &after, profile.clone());
            page.dispatch(Action::Middle(Middle::Text));
            page.dispatch(Action::Notice(
                "已修正；原文件没有改动，可在“编辑”里存为新文件。".into(),
            ));
        })
    };
    let row = |fix: &Fix| {
        let change = fixes::line_changes(text, std::slice::from_ref(fix))
            .into_iter()
            .next();
        html! {
            <li class="fix">
                <p>{ &fix.message }<span class="result-code">{ " " }{ &fix.code }</span></p>
                if let Some(change) = change {
                    <p class="diff">{ format!("第 {} 行", change.line) }
                        <del>{ window(&change.before, &change.after) }</del>
                        <ins>{ window(&change.after, &change.before) }</ins></p>
                }
                <button type="button" onclick={apply(vec![fix.clone()])}>{ "修正这一处" }</button>
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

/// What differs from the other line, with a few characters around it.
fn window(line: &str, other: &str) -> String {
    const AROUND: usize = 12;
    let (line, other): (Vec<char>, Vec<char>) = (line.chars().collect(), other.chars().collect());
    let same_start = line.iter().zip(&other).take_while(|(a, b)| a == b).count();
    let rest = line.len().min(other.len()) - same_start;
    let same_end = line
        .iter()
        .rev()
        .zip(other.iter().rev())
        .take(rest)
        .take_while(|(a, b)| a == b)
        .count();
    let from = same_start.saturating_sub(AROUND);
    let to = (line.len() - same_end + AROUND).min(line.len());
    let words: String = line.iter().skip(from).take(to.saturating_sub(from)).collect();
    format!(
        "{}{words}{}",
        if from > 0 { "…" } else { "" },
        if to < line.len() { "…" } else { "" }
    )
}

//! One loaded file: its name, how far it is, and what is counted of it.

use crate::export::counts::Counts;
use crate::web::filter::{Decided, Sign};
use crate::web::page::Page;
use crate::web::state::{Action, FileId, Loaded, Progress, counts_of};
use std::rc::Rc;
use yew::prelude::*;

/// A file and what is known of it.
#[derive(Properties, PartialEq)]
pub struct FileProps {
    /// The file.
    pub file: Rc<Loaded>,
    /// Whether its report is the one shown.
    pub shown: bool,
    /// How far it is, for `data-state`.
    pub progress: &'static str,
    /// That it is like another file, in words.
    pub like: Option<String>,
    /// The user's profile, if any.
    pub profile: Option<String>,
    /// It is to be removed.
    pub on_remove: Callback<Option<FileId>>,
}

/// One row of the list.
#[component]
pub fn File(props: &FileProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let file = &props.file;
    let id = file.id;
    let show = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Show(id)))
    };
    let remove = props.on_remove.reform(move |_: MouseEvent| Some(id));
    let retry = {
        let (file, profile) = (file.clone(), props.profile.clone());
        Callback::from(move |_: MouseEvent| page.again(&file, profile.clone()))
    };
    let (words, why) = match &file.progress {
        Progress::Waiting => (html! { "等待" }, None),
        Progress::Working => (html! { "分析中" }, None),
        Progress::Done => (summary(counts_of(file), file.decided), None),
        Progress::Failed(why) => (html! { "未能读取" }, Some(why)),
        Progress::Unfinished(why) => (html! { "未完成" }, Some(why)),
    };
    let can_retry = matches!(file.progress, Progress::Unfinished(_));
    html! {
        <li class={classes!("file", props.shown.then_some("shown"))} data-name={file.name.clone()}
            data-state={props.progress}>
            <button type="button" class="file-name" aria-current={props.shown.then_some("true")} onclick={show}
                title={file.name.clone()}>
                { &file.name }
                if file.unsaved { <span class="unsaved">{ "（已改，未存）" }</span> }
                <span class="file-state">{ words }</span>
            </button>
            if let Some(why) = why { <p class="file-error">{ why }</p> }
            if let Some(like) = &props.like { <p class="file-like">{ like }</p> }
            <span class="file-actions">
                if can_retry { <button type="button" onclick={retry}>{ "重试" }</button> }
                <button type="button" class="quiet" aria-label={format!("移除 {}", file.name)} onclick={remove}>{ "×" }</button>
            </span>
        </li>
    }
}

/// Items that are there, how many results of each sign, and how many of them a person has decided.
fn summary(counts: Counts, decided: Decided) -> Html {
    let done = decided.accepted + decided.ignored;
    let count = |sign: Sign, count: usize| {
        let (mark, word, class) = sign.words();
        let class = if count == 0 { "zero" } else { class };
        html! { <span {class} title={word}>{ format!("{mark}{count}") }</span> }
    };
    html! {
        <>
            <span>{ format!("必备 {}/{}", counts.items_there, counts.items_owed) }</span>
            { count(Sign::Error, counts.errors) }
            { count(Sign::Doubt, counts.doubts) }
            { count(Sign::Hint, counts.hints) }
            { count(Sign::Verified, counts.verified) }
            if done > 0 { <span class="decided">{ format!("已处理 {done}/{}", done + decided.open) }</span> }
        </>
    }
}

//! The loaded files, each with its state and counts.

use crate::export::counts::Counts;
use crate::web::filter::{Decided, Sign};
use crate::web::page::Page;
use crate::web::state::{Action, FileId, Loaded, Progress, State, counts_of};
use crate::web::views::gradual::use_growing;
use crate::web::views::start::PasteBox;
use std::rc::Rc;
use yew::prelude::*;

/// The state: all files and the one shown.
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    /// The whole state.
    pub state: Rc<State>,
}

/// How many rows are drawn before one picture: hundreds of files come at once.
const STEP: usize = 12;

/// The list of files.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let state = &props.state;
    let (finished, all) = state.finished();
    let drawn = use_growing(all, STEP);
    let cancel = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.cancel_all())
    };
    // The rows keep one callback, whatever changes: it looks at the newest state.
    let newest = use_mut_ref(|| state.clone());
    *newest.borrow_mut() = state.clone();
    let on_remove = use_callback(page, move |id: Option<FileId>, page| {
        let state = newest.borrow().clone();
        page.ask_to_remove(&state, id);
    });
    let clear = on_remove.reform(|_: MouseEvent| None);
    html! {
        <section class="files" aria-label="已载入的报告" data-testid="drop-zone">
            <div class="with-button">
                <h2>{ format!("报告 {all}") }</h2>
                if all > 1 { <button type="button" class="quiet" onclick={clear}>{ "全部移除" }</button> }
            </div>
            if finished < all {
                <div class="progress">
                    <progress max={all.to_string()} value={finished.to_string()} aria-label="分析进度" />
                    <button type="button" data-testid="cancel" onclick={cancel}>{ "取消" }</button>
                </div>
            }
            <ul data-testid="report-list" class="file-list">
                { for state.files.iter().take(drawn).map(|file| html! {
                    <File key={file.id} file={file.clone()} shown={state.current == Some(file.id)} progress={state.progress_key(file)}
                        like={state.likeness(file)} profile={state.profile.clone()} on_remove={on_remove.clone()} />
                }) }
            </ul>
            <PasteBox profile={state.profile.clone()} label="再粘贴一份报告" />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FileProps {
    file: Rc<Loaded>,
    shown: bool,
    progress: &'static str,
    like: Option<String>,
    profile: Option<String>,
    on_remove: Callback<Option<FileId>>,
}

#[component]
fn File(props: &FileProps) -> Html {
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

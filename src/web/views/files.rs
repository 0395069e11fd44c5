//! The loaded files, each with its state and counts.

use crate::web::page::Page;
use crate::web::state::{Action, FileId, Loaded, Progress, counts_of};
use crate::web::views::start::PasteBox;
use std::rc::Rc;
use yew::prelude::*;

/// All files and the one shown.
#[derive(Properties, PartialEq)]
pub struct FilesProps {
    /// In the order in which they came.
    pub files: Vec<Rc<Loaded>>,
    /// The one shown.
    pub current: Option<FileId>,
    /// The user's profile, for trying again.
    pub profile: Option<String>,
}

/// The list of files.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let open = props
        .files
        .iter()
        .filter(|file| matches!(file.progress, Progress::Waiting | Progress::Working))
        .count();
    let all = props.files.len();
    let cancel = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.cancel_all())
    };
    let clear = Callback::from(move |_: MouseEvent| page.remove_all());
    html! {
        <section class="files" aria-label="已载入的报告" data-testid="drop-zone">
            <h2>{ format!("报告 {all}") }</h2>
            if open > 0 {
                <div class="progress">
                    <progress max={all.to_string()} value={(all - open).to_string()} aria-label="分析进度" />
                    <button type="button" data-testid="cancel" onclick={cancel}>{ "取消" }</button>
                </div>
            }
            <ul data-testid="report-list" class="file-list">
                { for props.files.iter().map(|file| html! {
                    <File key={file.id} file={file.clone()} shown={props.current == Some(file.id)} profile={props.profile.clone()} />
                }) }
            </ul>
            <PasteBox profile={props.profile.clone()} rows={2} label="再粘贴一份" />
            if all > 1 {
                <button type="button" class="quiet" onclick={clear}>{ "全部移除" }</button>
            }
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct FileProps {
    file: Rc<Loaded>,
    shown: bool,
    profile: Option<String>,
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
    let remove = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.remove(id))
    };
    let retry = {
        let (file, profile) = (file.clone(), props.profile.clone());
        Callback::from(move |_: MouseEvent| page.again(&file, profile.clone()))
    };
    let counts = counts_of(file);
    let (state, why) = match &file.progress {
        Progress::Waiting => ("等待".to_string(), None),
        Progress::Working => ("分析中".to_string(), None),
        Progress::Done => (
            format!(
                "必备 {}/{}　✗{} ？{} !{} ✓{}",
                counts.items_there,
                counts.items_owed,
                counts.errors,
                counts.doubts,
                counts.hints,
                counts.verified
            ),
            None,
        ),
        Progress::Failed(why) => ("未能读取".to_string(), Some(why)),
        Progress::Unfinished(why) => ("未完成".to_string(), Some(why)),
    };
    let can_retry = matches!(file.progress, Progress::Unfinished(_));
    html! {
        <li class={classes!("file", props.shown.then_some("shown"))} data-name={file.name.clone()}
            data-state={file.progress.key()}>
            <button type="button" class="file-name" aria-current={props.shown.then_some("true")} onclick={show}
                title={file.name.clone()}>
                { &file.name }
                if file.unsaved { <span class="unsaved">{ "（已改，未存）" }</span> }
                <span class="file-state">{ state }</span>
            </button>
            if let Some(why) = why { <p class="file-error">{ why }</p> }
            <span class="file-actions">
                if can_retry { <button type="button" onclick={retry}>{ "重试" }</button> }
                <button type="button" class="quiet" aria-label={format!("移除 {}", file.name)} onclick={remove}>{ "×" }</button>
            </span>
        </li>
    }
}

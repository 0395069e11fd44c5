//! The list of the loaded files, and what is done with all of them.

use crate::web::page::Page;
use crate::web::state::{Action, Dialog, FileId, State};
use crate::web::views::file::File;
use crate::web::views::file_tools::FileTools;
use crate::web::views::gradual::use_growing;
use crate::web::views::start::PasteBox;
use crate::web::walk;
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
/// From so many files on a list has an order and words to look for.
const MANY: usize = 6;

/// The list of files.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let state = &props.state;
    let (finished, all) = state.finished();
    let overview = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Dialog(Some(Dialog::Overview))))
    };
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
    let listed = state.listed().len();
    html! {
        <section class="files" aria-label="已载入的报告" data-testid="drop-zone">
            <div class="with-button">
                <h2>{ format!("报告 {all}") }</h2>
                if all > 1 {
                    <span class="actions">
                        <button type="button" class="quiet" data-testid="overview" onclick={overview}>{ "总览" }</button>
                        <button type="button" class="quiet" onclick={clear}>{ "全部移除" }</button>
                    </span>
                }
            </div>
            if finished < all {
                <div class="progress">
                    <progress max={all.to_string()} value={finished.to_string()} aria-label="分析进度" />
                    <button type="button" data-testid="cancel" onclick={cancel}>{ "取消" }</button>
                </div>
            }
            if all >= MANY { <FileTools listing={state.listing.clone()} {listed} {all} /> }
            // Another order is drawn anew, step by step.
            <List key={state.listing.order as u8} state={state.clone()} {on_remove} />
            if listed == 0 { <p class="none">{ "没有符合的报告" }</p> }
            <PasteBox profile={state.profile.clone()} label="再粘贴一份报告" />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct ListProps {
    state: Rc<State>,
    on_remove: Callback<Option<FileId>>,
}

#[component]
fn List(props: &ListProps) -> Html {
    let state = &props.state;
    let listed = state.listed();
    let drawn = use_growing(listed.len(), STEP);
    let onkeydown = Callback::from(|event: KeyboardEvent| walk::rows(&event, ".file"));
    html! {
        <ul data-testid="report-list" class="file-list" {onkeydown}>
            { for listed.into_iter().take(drawn).map(|file| html! {
                <File key={file.id} file={file.clone()} shown={state.current == Some(file.id)} progress={state.progress_key(file)}
                    like={state.likeness(file)} profile={state.profile.clone()} on_remove={props.on_remove.clone()} />
            }) }
        </ul>
    }
}

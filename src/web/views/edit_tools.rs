//! What can be done with an edited text: copy it, save it, find the selected place in it.

use super::editor::FIELD;
use crate::web::browser;
use crate::web::page::Page;
use crate::web::scroll;
use crate::web::state::{Action, Loaded, Selection};
use std::rc::Rc;
use yew::prelude::*;

/// The file whose text is edited.
#[derive(Properties, PartialEq)]
pub struct ToolsProps {
    /// The file.
    pub file: Rc<Loaded>,
    /// What is selected.
    pub selection: Option<Selection>,
}

/// The buttons above the field.
#[component]
pub fn Tools(props: &ToolsProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let copy = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            browser::copy(browser::value_of(FIELD));
            page.dispatch(Action::Notice("已复制全文，可粘贴回 Word 或 WPS".into()));
        })
    };
    let save = {
        let (id, name) = (props.file.id, text_name(&props.file.name));
        Callback::from(move |_: MouseEvent| {
            browser::download(
                &name,
                "text/plain;charset=utf-8",
                browser::value_of(FIELD).as_bytes(),
            );
            page.dispatch(Action::Saved(id));
        })
    };
    let find = props
        .file
        .report
        .clone()
        .zip(props.selection)
        .and_then(|(report, selection)| {
            let span = selection.span(&report)?;
            Some(Callback::from(move |_: MouseEvent| {
                scroll::select_in(FIELD, &report.document.text, span);
                browser::focus(FIELD);
            }))
        });
    html! {
        <div class="table-controls">
            <button type="button" onclick={copy}>{ "复制全文" }</button>
            <button type="button" onclick={save}>{ "存为 .txt" }</button>
            <button type="button" id="edit-locate" disabled={find.is_none()} onclick={find}>{ "定位所选" }</button>
            <span class="table-count">
                { if props.file.unsaved { "已修改，未另存" } else { "边改边查，停笔即重查" } }
            </span>
        </div>
    }
}

/// The name under which an edited text is saved: never the original's.
fn text_name(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    format!("{stem}_修改.txt")
}

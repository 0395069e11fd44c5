//! What a reader must know about the file shown before reading on.

use crate::document::EncodingPreview;
use crate::web::page::Page;
use crate::web::state::{Action, Middle, Progress, State};
use std::rc::Rc;
use yew::prelude::*;

/// The whole state.
#[derive(Properties, PartialEq)]
pub struct NoticesProps {
    /// The state.
    pub state: Rc<State>,
}

/// Encodings that a person can choose.
const ENCODINGS: [&str; 5] = ["UTF-8", "GB18030", "Big5", "UTF-16LE", "UTF-16BE"];

/// The notices of the file shown.
#[component]
pub fn Notices(props: &NoticesProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let state = &props.state;
    let Some(file) = state.shown() else {
        return html! {};
    };
    let id = file.id;
    let like = state.likeness(file);
    let unfix = {
        let (page, file, profile) = (page.clone(), file.clone(), state.profile.clone());
        Callback::from(move |_: MouseEvent| {
            page.unfix(&file, profile.clone());
            page.dispatch(Action::Middle(Middle::Text));
        })
    };
    let keep = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::KeepDuplicate(id)))
    };
    let drop = {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| page.ask_to_keep_one(&state, id))
    };
    let encoding = file
        .report
        .as_ref()
        .map(|report| report.document.source.encoding.clone())
        .or(file.encoding.clone())
        .filter(|name| !name.is_empty());
    let previews = file
        .report
        .as_ref()
        .map(|report| report.document.source.encodings.clone())
        .unwrap_or_default();
    let read_as = {
        let (file, profile) = (file.clone(), state.profile.clone());
        Callback::from(move |event: Event| {
            let chosen = event
                .target_dyn_into::<web_sys::HtmlSelectElement>()
                .map(|select| select.value());
            page.read_as(&file, chosen.filter(|name| !name.is_empty()), profile.clone());
        })
    };
    let skipped = file
        .report
        .as_ref()
        .map(|report| report.skipped.join("、"))
        .filter(|codes| !codes.is_empty());
    html! {
        <div class="notices">
            if let Progress::Failed(why) | Progress::Unfinished(why) = &file.progress {
                <p class="notice problem" role="alert">{ format!("{}：{why}", file.name) }</p>
            }
            if let Some(codes) = skipped {
                <p class="notice problem">{ format!("检查 {codes} 在这份报告上出错，已跳过；结果不完整。") }</p>
            }
            if !file.fixed.is_empty() {
                <p class="notice">
                    { "已应用安全修正；原文件没有改动，可在“编辑”里复制全文或另存。" }
                    <button type="button" data-testid="undo-fixes" onclick={unfix}>{ "撤销修正" }</button>
                </p>
            }
            if let Some(like) = like {
                <p class="notice">
                    { like }{ "。" }
                    <button type="button" onclick={keep}>{ "保留两份" }</button>
                    if state.is_twice(file) { <button type="button" onclick={drop}>{ "只留一份…" }</button> }
                </p>
            }
            if let Some(encoding) = encoding.filter(|name| name != "UTF-8" || file.encoding.is_some() || !previews.is_empty()) {
                <p class="notice">
                    <label>
                        { match previews.is_empty() {
                            true => format!("按 {encoding} 读取；若文字不对，改为 "),
                            false => format!("编码不能确定，暂按 {encoding} 读取；请对照文字选择 "),
                        } }
                        <select data-testid="encoding" onchange={read_as}>
                            <option value="" selected={file.encoding.is_none()}>{ "自动判断" }</option>
                            { for ENCODINGS.iter().map(|name| html! {
                                <option value={*name} selected={file.encoding.as_deref() == Some(*name)}>
                                    { label(name, &previews) }
                                </option>
                            }) }
                        </select>
                    </label>
                </p>
            }
        </div>
    }
}

/// The encoding's name, and how the text begins in it where that helps to choose.
fn label(name: &str, previews: &[EncodingPreview]) -> String {
    let is_it = |preview: &&EncodingPreview| preview.encoding.eq_ignore_ascii_case(name);
    match previews.iter().find(is_it) {
        Some(preview) if !preview.text.is_empty() => format!("{name}：{}", preview.text),
        _ => name.to_string(),
    }
}

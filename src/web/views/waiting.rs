//! The middle pane while there is no report to show: what the file waits for, or what can be done about it.

use crate::web::page::Page;
use crate::web::state::{Progress, State};
use std::rc::Rc;
use yew::prelude::*;

/// The state.
#[derive(Properties, PartialEq)]
pub struct WaitingProps {
    /// The state.
    pub state: Rc<State>,
}

/// What is said in place of the text.
#[component]
pub fn Waiting(props: &WaitingProps) -> Html {
    let (Some(page), Some(file)) = (use_context::<Page>(), props.state.shown()) else {
        return html! { <p class="waiting">{ "正在分析……完成一份，打开一份。" }</p> };
    };
    let retry = {
        let (page, file, profile) = (page.clone(), file.clone(), props.state.profile.clone());
        Callback::from(move |_: MouseEvent| page.again(&file, profile.clone()))
    };
    let remove = {
        let (state, id) = (props.state.clone(), file.id);
        Callback::from(move |_: MouseEvent| page.ask_to_remove(&state, Some(id)))
    };
    let (words, why) = match &file.progress {
        Progress::Failed(why) => ("这份文件没有读出正文。其他文件不受影响。", Some(why)),
        Progress::Unfinished(why) => ("这份文件没有分析完。其他文件不受影响。", Some(why)),
        _ => ("正在分析……", None),
    };
    html! {
        <div class="waiting">
            <p>{ words }</p>
            if let Some(why) = why {
                <p>{ why }</p>
                <div class="actions">
                    <button type="button" onclick={retry}>{ "再试一次" }</button>
                    <button type="button" onclick={remove}>{ "移除这份文件" }</button>
                </div>
            }
        </div>
    }
}

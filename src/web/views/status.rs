//! The last line: what just happened, by which rules, and what closing the page would lose.

use crate::profile::Profile;
use crate::report::RULES;
use crate::web::state::State;
use std::rc::Rc;
use yew::prelude::*;

/// The whole state.
#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// The state.
    pub state: Rc<State>,
}

/// The status line.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    let state = &props.state;
    let name = state.report().map(|report| report.profile.clone());
    let profile = use_memo(name, |name| match name {
        Some(name) => format!(
            "（{}）",
            Profile::built_in(name).map_or(name.clone(), |profile| profile.title)
        ),
        None => String::new(),
    });
    let worker = match state.worker {
        "ready" => "就绪",
        "busy" => "分析中",
        _ => "正在启动",
    };
    html! {
        <footer class="status-line">
            <span role="status" data-testid="status" aria-live="polite">{ &state.notice }</span>
            if let Some(file) = state.shown().filter(|file| file.report.is_some()) {
                <span>{ format!("用时 {} 毫秒", file.micros.div_ceil(1000)) }</span>
            }
            <span>{ format!("规则 {RULES}{}", *profile) }</span>
            <span data-testid="worker-state" data-state={if state.worker.is_empty() { "dead" } else { state.worker }}>{ worker }</span>
            <span>{ kept(state) }</span>
        </footer>
    }
}

/// What closing the page would lose; a session that was saved is a file of the user's own, so nothing is said of it.
fn kept(state: &State) -> &'static str {
    let edited = state.files.iter().any(|file| file.unsaved);
    match (edited, state.decisions.unsaved()) {
        (true, true) => "有未保存的修改和处理意见",
        (true, false) => "有未保存的修改",
        (false, true) => "有未保存的处理意见",
        (false, false) => "页面不自动留存材料，关闭即清空",
    }
}

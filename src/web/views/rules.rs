//! 规则与年度: by which profile the report was checked, and the user's own.

use crate::profile::{BUILT_IN, DEFAULT_TOML, Profile};
use crate::report::RULES;
use crate::web::browser;
use crate::web::page::Page;
use crate::web::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

/// The state.
#[derive(Properties, PartialEq)]
pub struct RulesProps {
    /// The state.
    pub state: Rc<State>,
}

const FIELD: &str = "rules-text";

/// The dialog.
#[component]
pub fn Rules(props: &RulesProps) -> Html {
    let page = use_context::<Page>();
    let problem = use_state(String::new);
    let state = &props.state;
    let text = state.profile.clone().unwrap_or_default();
    use_effect_with((), move |()| browser::set_value(FIELD, &text));
    let Some(page) = page else {
        return html! {};
    };
    let use_text = {
        let (page, state, problem) = (page.clone(), state.clone(), problem.clone());
        Callback::from(move |_: MouseEvent| {
            let text = browser::value_of(FIELD);
            if text.trim().is_empty() {
                problem.set("还没有规则：请粘贴规则文件的内容，或点“恢复内置规则”。".into());
                return;
            }
            match Profile::parse(&text) {
                Ok(_) => {
                    page.use_profile(&state, Some(text));
                    page.dispatch(Action::Dialog(None));
                }
                Err(error) => problem.set(error.to_string()),
            }
        })
    };
    let built_in = {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| {
            page.use_profile(&state, None);
            page.dispatch(Action::Dialog(None));
        })
    };
    let template = Callback::from(|_: MouseEvent| {
        browser::download(
            "法镜规则模板.toml",
            "text/plain;charset=utf-8",
            DEFAULT_TOML.as_bytes(),
        );
    });
    let title = |name: &str| {
        Profile::built_in(name)
            .map(|profile| profile.title)
            .unwrap_or_default()
    };
    let year = state
        .report()
        .and_then(|report| report.outline.year)
        .map(|year| year.value.to_string());
    let used = state.report().map(|report| report.profile.clone());
    html! {
        <div class="prose form">
            <p>{ format!("规则版本 {RULES}。") }
                if let Some(used) = used { { format!("本篇使用：{}。", Some(title(&used)).filter(|title| !title.is_empty()).unwrap_or(used)) } }
                if let Some(year) = year { { format!("报告年度：{year}。") } }
            </p>
            <p>{ "内置规则按单位层级自动选择：" }{ BUILT_IN.iter().map(|name| title(name)).collect::<Vec<_>>().join("、") }
                { "。年度识别错了，请在左栏点“更正”。" }</p>
            <label for={FIELD}>{ "自己的规则（TOML）：没写的部分沿用内置规则" }</label>
            <textarea id={FIELD} rows="10" spellcheck="false" class="code" placeholder={"name = \"本县口径\"\nbase = \"subdistrict\""} />
            if !problem.is_empty() { <p class="problem" role="alert">{ (*problem).clone() }</p> }
            <div class="actions">
                <button type="button" class="primary" onclick={use_text}>{ "使用这些规则" }</button>
                <button type="button" onclick={built_in}>{ "恢复内置规则" }</button>
                <button type="button" onclick={template}>{ "下载模板" }</button>
            </div>
        </div>
    }
}

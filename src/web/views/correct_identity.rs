//! 更正单位、层级、年度, where the machine read them wrongly.

use super::correct::{select, submit};
use crate::export::words;
use crate::web::browser;
use crate::web::page::Page;
use crate::web::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

/// The state.
#[derive(Properties, PartialEq)]
pub struct CorrectIdentityProps {
    /// The state.
    pub state: Rc<State>,
}

const BODY: &str = "correct-body";
const LEVEL: &str = "correct-body-level";
const YEAR: &str = "correct-year";
const BODY_LEVELS: [(&str, &str); 8] = [
    ("province", "省级"),
    ("city", "地市级"),
    ("county", "县级"),
    ("town", "乡镇"),
    ("subdistrict", "街道"),
    ("department", "部门"),
    ("zone", "开发区"),
    ("other", "其他"),
];

/// 更正单位、层级、年度.
#[component]
pub fn CorrectIdentity(props: &CorrectIdentityProps) -> Html {
    let page = use_context::<Page>();
    let state = &props.state;
    let corrections = state
        .shown()
        .map(|file| file.corrections.clone())
        .unwrap_or_default();
    let before = (
        corrections.body.clone().unwrap_or_default(),
        corrections.year.map(|year| year.to_string()).unwrap_or_default(),
    );
    use_effect_with((), move |()| {
        browser::set_value(BODY, &before.0);
        browser::set_value(YEAR, &before.1);
    });
    let (Some(page), Some(file)) = (page, state.shown()) else {
        return html! {};
    };
    let onsubmit = {
        let (file, profile) = (file.clone(), state.profile.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let filled =
                |id: &str| Some(browser::value_of(id).trim().to_string()).filter(|text| !text.is_empty());
            let mut corrections = file.corrections.clone();
            corrections.body = filled(BODY);
            corrections.level = filled(LEVEL);
            corrections.year = filled(YEAR).and_then(|year| year.parse().ok());
            page.correct(&file, corrections, profile.clone());
            page.dispatch(Action::Dialog(None));
        })
    };
    let outline = state.report().map(|report| &report.outline);
    let body = outline.and_then(|outline| Some(outline.body.as_ref()?.text.clone()));
    let year = outline.and_then(|outline| Some(outline.year?.value.to_string()));
    let auto = match outline.filter(|_| corrections.level.is_none()) {
        Some(outline) => format!("自动识别：{}", words::level(outline.level)),
        None => "自动识别".into(),
    };
    let named = BODY_LEVELS
        .iter()
        .map(|&(key, name)| (key.to_string(), name.to_string()));
    let levels = [(String::new(), auto)].into_iter().chain(named).collect();
    html! {
        <form class="form" {onsubmit}>
            <p>{ "只填识别有误的；留空的按正文自动识别。更正会写进会话文件。" }</p>
            <label for={BODY}>{ "报告单位" }</label>
            <input type="text" id={BODY} autocomplete="off" autofocus=true placeholder={body} />
            <label for={LEVEL}>{ "层级" }</label>
            { select(LEVEL, levels, corrections.level.as_deref().unwrap_or_default()) }
            <label for={YEAR}>{ "报告年度" }</label>
            <input type="number" id={YEAR} min="2000" max="2100" placeholder={year} />
            { submit() }
        </form>
    }
}

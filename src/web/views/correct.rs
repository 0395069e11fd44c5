//! Corrections of what the machine read: a heading's level and item; the body, level and year.

use crate::corrections::{HeadingCorrection, paragraph_key};
use crate::web::browser;
use crate::web::page::Page;
use crate::web::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

/// The state and the index of a section.
#[derive(Properties, PartialEq)]
pub struct CorrectSectionProps {
    /// The state.
    pub state: Rc<State>,
    /// The section.
    pub at: usize,
}

/// The state.
#[derive(Properties, PartialEq)]
pub struct CorrectIdentityProps {
    /// The state.
    pub state: Rc<State>,
}

const LEVEL: &str = "correct-level";
const ITEM: &str = "correct-item";
const BODY: &str = "correct-body";
const YEAR: &str = "correct-year";
const HEADING_LEVELS: [(&str, &str); 6] = [
    ("", "自动识别"),
    ("1", "一级标题（一、）"),
    ("2", "二级标题（（一））"),
    ("3", "三级标题（1.）"),
    ("4", "四级标题（（1））"),
    ("0", "不是标题"),
];
const BODY_LEVELS: [(&str, &str); 9] = [
    ("", "自动识别"),
    ("province", "省级"),
    ("city", "地市级"),
    ("county", "县级"),
    ("town", "乡镇"),
    ("subdistrict", "街道"),
    ("department", "部门"),
    ("zone", "开发区"),
    ("other", "其他"),
];

/// 更正章节.
#[component]
pub fn CorrectSection(props: &CorrectSectionProps) -> Html {
    let page = use_context::<Page>();
    let state = &props.state;
    let section = state
        .report()
        .and_then(|report| Some((report, report.outline.sections.get(props.at)?)));
    let (Some(page), Some(file), Some((report, section))) = (page, state.shown(), section) else {
        return html! {};
    };
    let document = &report.document;
    let paragraph = document
        .paragraph_at(section.heading_span.start)
        .and_then(|at| document.paragraphs.get(at));
    let key = paragraph_key(paragraph.map_or("", |paragraph| document.slice(paragraph.span)));
    let now = file.corrections.headings.get(&key).cloned().unwrap_or_default();
    let level = now.level.map(|level| level.to_string()).unwrap_or_default();
    let items: Vec<_> = [
        ("auto".to_string(), "自动识别".to_string()),
        (String::new(), "不对应任何必备内容".to_string()),
    ]
    .into_iter()
    .chain(
        report
            .outline
            .items
            .iter()
            .map(|item| (item.key.clone(), item.name.clone())),
    )
    .collect();
    let item = now.item.unwrap_or_else(|| "auto".into());
    let onsubmit = {
        let (file, profile) = (file.clone(), state.profile.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let item = browser::value_of(ITEM);
            let correction = HeadingCorrection {
                level: browser::value_of(LEVEL).parse().ok(),
                item: (item != "auto").then_some(item),
            };
            let mut corrections = file.corrections.clone();
            if correction == HeadingCorrection::default() {
                corrections.headings.remove(&key);
            } else {
                corrections.headings.insert(key.clone(), correction);
            }
            page.correct(&file, corrections, profile.clone());
            page.dispatch(Action::Dialog(None));
        })
    };
    html! {
        <form class="form" {onsubmit}>
            <p class="quoted">{ &section.heading }</p>
            <label for={LEVEL}>{ "层级" }</label>
            { select(LEVEL, HEADING_LEVELS.iter().map(|&(key, name)| (key.into(), name.into())).collect(), &level) }
            <label for={ITEM}>{ "对应的必备内容（只对一级标题有效）" }</label>
            { select(ITEM, items, &item) }
            { submit() }
        </form>
    }
}

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
    let levels = BODY_LEVELS
        .iter()
        .map(|&(key, name)| (key.into(), name.into()))
        .collect();
    html! {
        <form class="form" {onsubmit}>
            <p>{ "留空表示按正文自动识别。" }</p>
            <label for={BODY}>{ "报告单位" }</label>
            <input type="text" id={BODY} autocomplete="off" />
            <label for={LEVEL}>{ "层级" }</label>
            { select(LEVEL, levels, corrections.level.as_deref().unwrap_or_default()) }
            <label for={YEAR}>{ "报告年度" }</label>
            <input type="number" id={YEAR} min="2000" max="2100" />
            { submit() }
        </form>
    }
}

fn select(id: &'static str, options: Vec<(String, String)>, chosen: &str) -> Html {
    let option = |(key, name): (String, String)| {
        let selected = key == chosen;
        html! { <option value={key} {selected}>{ name }</option> }
    };
    html! { <select {id}>{ for options.into_iter().map(option) }</select> }
}

fn submit() -> Html {
    html! { <div class="actions"><button type="submit" class="primary">{ "更正并重新计算" }</button></div> }
}

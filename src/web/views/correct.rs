//! 更正章节: a heading's level and item, where the machine read them wrongly.

use crate::Report;
use crate::corrections::{HeadingCorrection, paragraph_key};
use crate::outline::Section;
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

const LEVEL: &str = "correct-level";
const ITEM: &str = "correct-item";
const HEADING_LEVELS: [(&str, &str); 5] = [
    ("1", "一级标题（一、）"),
    ("2", "二级标题（（一））"),
    ("3", "三级标题（1.）"),
    ("4", "四级标题（（1））"),
    ("0", "不是标题"),
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
        (
            "auto".to_string(),
            format!("自动识别{}", item_found(report, section)),
        ),
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
    let found = HEADING_LEVELS
        .iter()
        .find(|(key, _)| *key == section.level.to_string());
    let auto = match (&now.level, found) {
        (None, Some((_, name))) => format!("自动识别：{name}"),
        _ => "自动识别".into(),
    };
    let named = HEADING_LEVELS
        .iter()
        .map(|&(key, name)| (key.to_string(), name.to_string()));
    let levels = [(String::new(), auto)].into_iter().chain(named).collect();
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
            { select(LEVEL, levels, &level) }
            <label for={ITEM}>{ "对应的必备内容（只对一级标题有效）" }</label>
            { select(ITEM, items, &item) }
            { submit() }
        </form>
    }
}

/// What the heading was taken for, where it was taken for an item.
fn item_found(report: &Report, section: &Section) -> String {
    let item = report
        .outline
        .items
        .iter()
        .find(|item| Some(&item.key) == section.item.as_ref());
    item.map_or(String::new(), |item| format!("：{}", item.name))
}

/// A choice of one of several.
pub(super) fn select(id: &'static str, options: Vec<(String, String)>, chosen: &str) -> Html {
    let option = |(key, name): (String, String)| {
        let selected = key == chosen;
        html! { <option value={key} {selected}>{ name }</option> }
    };
    html! { <select {id} autofocus={id == LEVEL}>{ for options.into_iter().map(option) }</select> }
}

/// The button that ends a correction.
pub(super) fn submit() -> Html {
    html! { <div class="actions"><button type="submit" class="primary">{ "更正并重新计算" }</button></div> }
}

//! The page's head: name, promise, and what can be done with all of it.

use crate::export::{csv, json, markdown};
use crate::web::browser;
use crate::web::page::Page;
use crate::web::state::{Action, Dialog, State, Theme};
use crate::web::views::start::FileButtons;
use std::rc::Rc;
use yew::prelude::*;

/// The whole state: the head shows a little of everything.
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// The state.
    pub state: Rc<State>,
}

/// The head.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let state = &props.state;
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    let export = |format: Format| {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| save(&state, format))
    };
    let export_all = {
        let state = state.clone();
        Callback::from(move |_: MouseEvent| save_all(&state))
    };
    let save_session = {
        let (page, state) = (page.clone(), state.clone());
        Callback::from(move |_: MouseEvent| page.save_session(&state))
    };
    let no_report = state.report().is_none();
    let none_read = state.files.iter().all(|file| file.report.is_none());
    let (theme_name, next_theme) = match state.theme {
        Theme::System => ("配色：自动", Theme::Light),
        Theme::Light => ("配色：浅色", Theme::Dark),
        Theme::Dark => ("配色：深色", Theme::System),
    };
    html! {
        <header class="header">
            <h1>{ "法镜" }</h1>
            <button type="button" class="badge" onclick={act(Action::Dialog(Some(Dialog::Privacy)))}>
                { "离线 · 不联网 · 不上传" }
            </button>
            <span class="spacer" />
            if !state.files.is_empty() {
                <FileButtons profile={state.profile.clone()} />
                <div class="exports" role="group" aria-label="导出">
                    <button type="button" data-testid="export-md" disabled={no_report} title="本篇的检查结果：Markdown 文本"
                        onclick={export(Format::Markdown)}>{ "导出结果" }</button>
                    <button type="button" data-testid="export-csv" disabled={no_report} title="本篇的数字：CSV，可用 Excel、WPS 表格打开"
                        onclick={export(Format::Csv)}>{ "导出数字" }</button>
                    if state.files.len() > 1 {
                        <button type="button" data-testid="export-all-csv" disabled={none_read} title="全部报告的数字：一张 CSV 表"
                            onclick={export_all}>{ "全部数字" }</button>
                    }
                    <button type="button" data-testid="export-json" disabled={no_report} title="本篇的全部数据：JSON，供程序读取"
                        onclick={export(Format::Json)}>{ "JSON" }</button>
                </div>
                <button type="button" disabled={no_report} onclick={Callback::from(|_: MouseEvent| browser::print())}>
                    { "打印" }
                </button>
                <button type="button" data-testid="save-session" title="把报告、更正和处理意见存成一个文件（Ctrl+S）；用“选择文件”打开" onclick={save_session}>{ "保存会话" }</button>
                <button type="button" data-testid="review-sheet" disabled={no_report}
                    onclick={act(Action::Dialog(Some(Dialog::ReviewSheet)))}>{ "反馈意见单" }</button>
            }
            <button type="button" onclick={act(Action::Dialog(Some(Dialog::Rules)))}>{ "规则与年度" }</button>
            <button type="button" data-testid="theme-toggle" onclick={act(Action::Theme(next_theme))}>{ theme_name }</button>
            <button type="button" aria-label="使用说明" title="使用说明" onclick={act(Action::Dialog(Some(Dialog::Help)))}>
                { "?" }
            </button>
        </header>
    }
}

#[derive(Clone, Copy, PartialEq)]
enum Format {
    Json,
    Csv,
    Markdown,
}

fn save_all(state: &State) {
    let table = csv::Table::Figures;
    let reports = state.files.iter().filter_map(|file| file.report.as_ref());
    let rows: String = reports.map(|report| csv::rows(table, report)).collect();
    let text = [csv::BYTE_ORDER_MARK, &csv::header(table), &rows].concat();
    let name = format!("全部报告_数字指标_{}.csv", browser::today());
    browser::download(&name, "text/csv", text.as_bytes());
}

fn save(state: &State, format: Format) {
    let Some(report) = state.report() else { return };
    let part = |part: Option<&str>| {
        part.unwrap_or("未识别")
            .replace(['/', '\\', ':', '*', '?', '"', '<', '>', '|'], "_")
    };
    let body = part(report.outline.body.as_ref().map(|body| body.text.as_str()));
    let year = report
        .outline
        .year
        .map_or("未识别".to_string(), |year| year.value.to_string());
    let stem = |what: &str| format!("{body}_{year}_{what}_{}", browser::today());
    let table = csv::Table::Figures;
    match format {
        Format::Json => {
            let text = json::to_line(report);
            browser::download(
                &format!("{}.json", stem("检查结果")),
                "application/json",
                text.as_bytes(),
            );
        }
        Format::Markdown => {
            let text = markdown::report(report);
            browser::download(
                &format!("{}.md", stem("检查结果")),
                "text/markdown",
                text.as_bytes(),
            );
        }
        Format::Csv => {
            let text = [
                csv::BYTE_ORDER_MARK,
                &csv::header(table),
                &csv::rows(table, report),
            ]
            .concat();
            browser::download(&format!("{}.csv", stem("数字指标")), "text/csv", text.as_bytes());
        }
    }
}

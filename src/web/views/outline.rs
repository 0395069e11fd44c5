//! The outline's rows: every section with what it counts.

use crate::Report;
use crate::outline::Section;
use crate::text::is_blank;
use crate::web::page::Page;
use crate::web::state::{Action, Dialog};
use yew::prelude::*;

/// What is counted of one section.
pub struct Entry {
    figures: usize,
    findings: usize,
    characters: usize,
}

/// What is counted of every section.
pub fn entries(report: &Report) -> Vec<Entry> {
    report
        .outline
        .sections
        .iter()
        .map(|section| counted(report, section))
        .collect()
}

fn counted(report: &Report, section: &Section) -> Entry {
    let end = section.body.end.max(section.heading_span.end);
    let starts = report
        .findings
        .iter()
        .filter_map(|finding| Some(finding.span?.start));
    let characters = report.document.slice(section.body).chars();
    Entry {
        figures: report
            .figures
            .iter()
            .filter(|figure| section.body.contains(figure.span))
            .count(),
        findings: starts
            .filter(|start| (section.start()..end).contains(start))
            .count(),
        characters: characters.filter(|&c| !is_blank(c)).count(),
    }
}

/// One section as a row.
pub fn row(
    report: &Report,
    at: usize,
    entry: Entry,
    chosen: bool,
    go: Callback<MouseEvent>,
    page: &Page,
) -> Html {
    let Some(section) = report.outline.sections.get(at) else {
        return html! {};
    };
    let Entry {
        figures,
        findings,
        characters,
    } = entry;
    let correct = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Dialog(Some(Dialog::CorrectSection(at)))))
    };
    let number = section
        .number
        .as_ref()
        .map(|_| report.document.slice(section.number_span).trim().to_string());
    html! {
        <li key={at} class={classes!("outline-entry", format!("level-{}", section.level), chosen.then_some("selected"))}
            id={format!("outline-{at}")} data-level={section.level.to_string()}>
            <button type="button" class="outline-go" aria-current={chosen.then_some("true")} onclick={go} title={section.heading.clone()}>
                <span class="outline-heading">{ number }{ &section.heading }</span>
                <span class="outline-counts">
                    if section.level == 1 { { format!("{characters} 字　") } }
                    if figures > 0 { { format!("数字 {figures}　") } }
                    if findings > 0 { <span class="outline-findings">{ format!("问题 {findings}") }</span> }
                </span>
            </button>
            <button type="button" class="quiet outline-correct" title="更正层级或对应的必备内容"
                aria-label={format!("更正章节 {}", section.heading)} onclick={correct}>{ "改" }</button>
        </li>
    }
}

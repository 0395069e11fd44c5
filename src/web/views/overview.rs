//! 总览: all loaded files as one table, one row each. A row opens its report.

use crate::export::csv;
use crate::export::overview::{COLUMNS, Line};
use crate::web::browser;
use crate::web::page::Page;
use crate::web::state::{Action, FileId, Loaded, Progress, State};
use crate::web::views::overview_rows::Body;
use std::rc::Rc;
use yew::prelude::*;

/// The state.
#[derive(Properties, PartialEq)]
pub struct OverviewProps {
    /// The state.
    pub state: Rc<State>,
}

/// The columns that hold numbers.
pub(super) const NUMBERS: std::ops::Range<usize> = 4..11;

/// The element id of all of it.
pub(super) const OVERVIEW: &str = "overview";

/// The files with their lines, in the order of the table.
pub(super) type Rows = Rc<Vec<(FileId, Rc<Line>)>>;

/// The dialog.
#[component]
pub fn Overview(props: &OverviewProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let state = &props.state;
    let sort = state.sorted;
    let rows: Rows = (*use_memo((state.files.clone(), sort), |(files, sort)| {
        let mut rows: Vec<_> = files
            .iter()
            .map(|file| (file.id, Rc::new(line_of(file))))
            .collect();
        if let &Some((column, down)) = sort {
            rows.sort_by(|(_, a), (_, b)| a.compare(b, column, down));
        }
        Rc::new(rows)
    }))
    .clone();
    let export = {
        let rows = rows.clone();
        Callback::from(move |_: MouseEvent| {
            let lines: Vec<_> = rows.iter().map(|(_, line)| Line::clone(line)).collect();
            let text = [
                csv::BYTE_ORDER_MARK,
                &csv::header(csv::Table::Reports),
                &csv::overview(&lines),
            ]
            .concat();
            let name = format!("全部报告_总览_{}.csv", browser::today());
            browser::download(&name, "text/csv", text.as_bytes());
        })
    };
    let head = |(at, name): (usize, &'static str)| {
        let (sign, order) = match sort {
            Some((by, false)) if by == at => (" ▲", "ascending"),
            Some((by, true)) if by == at => (" ▼", "descending"),
            _ => ("", "none"),
        };
        let page = page.clone();
        // What is looked for among numbers is the greatest.
        let first = NUMBERS.contains(&at);
        let onclick = Callback::from(move |_: MouseEvent| {
            page.dispatch(Action::Sort(match sort {
                Some((by, down)) if by == at && down == first => Some((at, !first)),
                Some((by, _)) if by == at => None,
                _ => Some((at, first)),
            }));
        });
        html! { <th scope="col" class={first.then_some("number")} aria-sort={order}><button type="button" {onclick}>{ name }{ sign }</button></th> }
    };
    html! {
        <div class="overview" id={OVERVIEW}>
            <div class="table-controls no-print">
                <span class="table-count">{ format!("{} 份报告；点表头排序，点一行打开这份报告", rows.len()) }</span>
                <span class="spacer" />
                <button type="button" data-testid="export-overview" title="这张表：CSV，可用 Excel、WPS 表格打开" onclick={export}>{ "导出总览" }</button>
                <button type="button" onclick={Callback::from(|_: MouseEvent| browser::print())}>{ "打印" }</button>
            </div>
            <div class="table-frame" data-scrolls="" tabindex="0" role="region" aria-label="全部报告">
                <table class="figure-table overview-table" data-testid="overview-table">
                    <thead><tr>{ for COLUMNS.into_iter().enumerate().map(head) }</tr></thead>
                    // Another order is drawn anew, step by step.
                    <Body key={format!("{sort:?}")} {rows} current={state.current} />
                </table>
            </div>
        </div>
    }
}

fn line_of(file: &Loaded) -> Line {
    let why = match (&file.progress, &file.report) {
        (Progress::Failed(why), _) => format!("未能读取：{why}"),
        (Progress::Unfinished(why), _) => format!("未完成：{why}"),
        (_, Some(report)) => return Line::of(report, file.decided.open),
        (Progress::Working, None) => "分析中".into(),
        _ => "等待".into(),
    };
    Line::without_report(&file.name, &why)
}

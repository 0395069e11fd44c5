//! The right pane: what was found, what was verified, and what could not be checked; counted, filtered, searched.

use crate::Report;
use crate::checks::Finding;
use crate::export::counts::Counts;
use crate::export::markdown;
use crate::text::LineIndex;
use crate::web::browser;
use crate::web::decisions::Decisions;
use crate::web::filter::{Decided, Filter, filtered};
use crate::web::keys::{LIST, id_of};
use crate::web::page::Page;
use crate::web::paper_numbers::PaperNumbers;
use crate::web::scroll;
use crate::web::state::{Action, Dialog, FileId, Selection};
use crate::web::subject::subject;
use crate::web::views::checked::Checked;
use crate::web::views::filters::Filters;
use crate::web::views::finding::FindingCard;
use crate::web::views::gradual::use_gradual;
use std::rc::Rc;
use yew::prelude::*;

/// A report, and what of it is wanted.
#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    /// Whose report it is.
    pub file: FileId,
    /// The report.
    pub report: Rc<Report>,
    /// What is selected.
    pub selection: Option<Selection>,
    /// What is wanted.
    pub filter: Filter,
    /// What was decided.
    pub decisions: Decisions,
    /// Everything else of the file is drawn: only then the pane says whose results these are, so that whoever waits
    /// for its name finds all there is.
    pub whole: bool,
    /// All of it has been drawn.
    pub on_drawn: Callback<FileId>,
}

/// How many results are drawn in one step.
const STEP: usize = 6;

/// The right pane.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let ResultsProps {
        report,
        selection,
        filter,
        decisions,
        ..
    } = props;
    use_effect_with(*selection, |selection| {
        if let Some(selection) = selection {
            scroll::nearest(&id_of(*selection));
        }
    });
    // Whoever pressed 开始检查 would else stand nowhere: the field with the button is gone.
    use_effect_with((props.file, props.whole), |(_, whole)| {
        if *whole && browser::has_no_focus() {
            browser::focus(LIST);
        }
    });
    let lines = use_memo(report.clone(), |report| {
        let index = LineIndex::new(&report.document.text);
        let line = |finding: &Finding| Some(index.line(finding.span?.start).0);
        report.findings.iter().map(line).collect::<Vec<_>>()
    });
    let numbers = use_memo(report.clone(), |report| PaperNumbers::of(report));
    let entries = filtered(report, filter, decisions);
    let total = entries.len();
    let steps = total.div_ceil(STEP);
    let drawn = use_gradual(props.file, steps, props.on_drawn.clone());
    let name = props.whole.then(|| report.document.source.name.clone());
    let in_list = entries.iter().any(|entry| Some(entry.selection) == *selection);
    let list = entries.iter().enumerate().take(drawn.saturating_mul(STEP)).map(|(nth, entry)| {
        let chosen = *selection == Some(entry.selection);
        let focusable = chosen || (nth == 0 && !in_list);
        let key = id_of(entry.selection);
        let number = numbers.get(entry.selection);
        match entry.selection {
            Selection::Finding(at) => html! {
                <FindingCard {key} report={report.clone()} {at} {number} {chosen} nth={nth + 1} {total} line={lines.get(at).copied().flatten()}
                    standing={decisions.of(report, &report.findings[at])} {focusable} />
            },
            other => html! {
                <Checked {key} report={report.clone()} selection={other} sign={entry.sign} {number} {chosen} {focusable}
                    standing={subject(report, other).map(|subject| decisions.of(report, &subject))} />
            },
        }
    });
    let counts = Counts::of(report);
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    html! {
        <section class="pane pane-right" id="pane-right" tabindex="-1" aria-label="检查结果"
            data-testid="results" data-report={name}>
            <div class="results-head">
                <h2>{ "检查结果" }</h2>
                <span class="spacer" />
                <button type="button" class="quiet" disabled={!decisions.can_undo()} title="撤销处理意见（Ctrl+Z）" onclick={act(Action::Undo)}>{ "撤销" }</button>
                <button type="button" class="quiet" disabled={!decisions.can_redo()} title="重做处理意见（Ctrl+Y）" onclick={act(Action::Redo)}>{ "重做" }</button>
                <button type="button" class="quiet" data-testid="safe-fixes" onclick={act(Action::Dialog(Some(Dialog::Fixes)))}>{ "安全修正" }</button>
            </div>
            <Filters report={report.clone()} filter={filter.clone()} decided={Decided::of(report, decisions)} />
            <p class="coverage">{ markdown::coverage(report) }{ "。" }</p>
            if !report.skipped.is_empty() {
                <p class="incomplete">{ format!("结果不完整：检查 {} 运行出错，已跳过，其余检查照常。", report.skipped.join("、")) }</p>
            }
            if counts.errors + counts.doubts + counts.hints == 0 {
                <p class="clean">{ format!("未发现错误；已核验 {} 条关系；未能核验 {} 个数字", counts.verified, counts.unverified) }</p>
            }
            <ul class="results-list" id={LIST} data-scrolls="" tabindex="-1" aria-label="检查结果">{ for list }</ul>
            if total == 0 && *filter != Filter::default() { <p class="none">{ "没有符合筛选条件的结果" }</p> }
        </section>
    }
}

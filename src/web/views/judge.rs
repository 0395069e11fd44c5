//! 采纳, 忽略 and 批注: what a person can do about a finding or a doubtful relation, and what was done.

use crate::Report;
use crate::web::decisions::{Decisions, Standing, Verdict};
use crate::web::page::Page;
use crate::web::state::{Action, Decide, Dialog, Selection};
use std::rc::Rc;
use yew::prelude::*;

/// The buttons.
pub fn judge(page: &Page, report: &Rc<Report>, about: Selection, standing: &Standing) -> Html {
    let open = |dialog: Dialog| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Dialog(Some(dialog.clone()))))
    };
    let decide = |how: Decide| {
        let (page, report) = (page.clone(), report.clone());
        Callback::from(move |_: MouseEvent| page.decide(&report, about, how))
    };
    let accepted = standing.verdict == Some(Verdict::Accepted);
    html! {
        <>
            <button type="button" title="列入反馈意见单" aria-pressed={accepted.to_string()} onclick={decide(Decisions::accept)}>{ "采纳" }</button>
            if standing.verdict == Some(Verdict::Ignored) {
                <button type="button" onclick={decide(Decisions::reopen)}>{ "恢复" }</button>
            } else {
                <button type="button" onclick={open(Dialog::Ignore(about))}>{ "忽略…" }</button>
            }
            <button type="button" onclick={open(Dialog::Comment(about))}>{ "批注" }</button>
        </>
    }
}

/// Why it is ignored, and what was remarked.
pub fn remarks(standing: &Standing) -> Html {
    html! {
        <>
            if !standing.reason.is_empty() { <p><b>{ "忽略理由 " }</b>{ &standing.reason }</p> }
            if !standing.comment.is_empty() { <p><b>{ "批注 " }</b>{ &standing.comment }</p> }
        </>
    }
}

/// In the head of an entry: that it is decided or has a remark.
pub fn notes(standing: &Standing) -> Html {
    let decided = standing.verdict.map(|verdict| match verdict {
        Verdict::Accepted => "已采纳",
        Verdict::Ignored => "已忽略",
    });
    html! {
        <>
            if let Some(decided) = decided { <span class="decided-note">{ decided }</span> }
            if !standing.comment.is_empty() { <span class="decided-note">{ "有批注" }</span> }
        </>
    }
}

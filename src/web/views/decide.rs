//! 忽略 with its reach and reason, and 批注.

use crate::Report;
use crate::checks::Finding;
use crate::web::browser;
use crate::web::decisions::{Decisions, Scope, Verdict};
use crate::web::keys;
use crate::web::page::Page;
use crate::web::state::{Action, Selection, State};
use crate::web::subject::subject;
use std::rc::Rc;
use yew::prelude::*;

/// The state and what is decided.
#[derive(Properties, PartialEq)]
pub struct DecideProps {
    /// The state.
    pub state: Rc<State>,
    /// The finding or doubtful relation.
    pub about: Selection,
}

const REASON: &str = "ignore-reason";
const COMMENT: &str = "comment-text";
const SCOPES: [(Scope, &str, &str); 3] = [
    (Scope::Case, "case", "只忽略这一处"),
    (Scope::Text, "text", "忽略同样的文字，包括其他报告里的"),
    (Scope::Check, "check", "忽略这一类检查的全部结果，包括其他报告"),
];

/// 忽略.
#[component]
pub fn Ignore(props: &DecideProps) -> Html {
    let scope = use_state(Scope::default);
    let page = use_context::<Page>();
    let found = props
        .state
        .report()
        .and_then(|report| subject(report, props.about));
    let (Some(page), Some(found)) = (page, found) else {
        return html! {};
    };
    let onsubmit = {
        let (state, about, scope) = (props.state.clone(), props.about, *scope);
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let found = state
                .report()
                .and_then(|report| Some((report, subject(report, about)?)));
            if let Some((report, subject)) = found {
                let reason = browser::value_of(REASON);
                page.dispatch(Action::Decide(state.decisions.ignore(
                    report,
                    &subject,
                    scope,
                    reason.trim(),
                )));
            }
            keys::go_on(&page, &state, about);
            page.dispatch(Action::Dialog(None));
        })
    };
    let choice = |(value, key, name): (Scope, &'static str, &'static str)| {
        let chosen = scope.clone();
        let onchange = Callback::from(move |_: Event| chosen.set(value));
        html! {
            <label class="choice"><input type="radio" name="scope" value={key} checked={*scope == value} {onchange} />{ name }</label>
        }
    };
    html! {
        <form class="form" {onsubmit}>
            <p class="quoted">{ &found.message }</p>
            <fieldset><legend>{ "范围" }</legend>{ for SCOPES.into_iter().map(choice) }</fieldset>
            <label for={REASON}>{ "理由（可不填，会写进会话文件）" }</label>
            <input type="text" id={REASON} autocomplete="off" autofocus=true placeholder="例如：引用原文如此" />
            <div class="actions"><button type="submit" class="primary">{ "忽略" }</button></div>
        </form>
    }
}

/// 批注.
#[component]
pub fn Comment(props: &DecideProps) -> Html {
    let page = use_context::<Page>();
    let state = &props.state;
    let found = state
        .report()
        .and_then(|report| Some((report.clone(), subject(report, props.about)?.into_owned())));
    let standing = found
        .as_ref()
        .map(|(report, finding)| state.decisions.of(report, finding))
        .unwrap_or_default();
    // What was typed and not saved: however the dialog closes, it is not lost.
    let typed = use_mut_ref(|| None::<String>);
    let newest = use_mut_ref(|| None::<(Page, Decisions, Rc<Report>, Finding)>);
    *newest.borrow_mut() = page
        .clone()
        .zip(found.clone())
        .map(|(page, (report, finding))| (page, state.decisions.clone(), report, finding));
    let save = {
        let typed = typed.clone();
        Callback::from(move |()| {
            let comment = typed.borrow_mut().take();
            if let (Some((page, decisions, report, finding)), Some(comment)) = (&*newest.borrow(), comment)
                && decisions.of(report, finding).comment != comment.trim()
            {
                page.dispatch(Action::Decide(decisions.comment(report, finding, comment.trim())));
                page.dispatch(Action::Notice("批注已保存".into()));
            }
        })
    };
    let oninput = Callback::from(move |_: InputEvent| {
        typed.replace(Some(browser::value_of(COMMENT)));
    });
    {
        let (before, save) = (standing.comment.clone(), save.clone());
        use_effect_with((), move |()| {
            browser::set_value(COMMENT, &before);
            move || save.emit(())
        });
    }
    let (Some(page), Some((_, finding))) = (page, found) else {
        return html! {};
    };
    let message = finding.message;
    // The sheet holds what was accepted, so a remark on anything else must not promise to be in it.
    let purpose = match standing.verdict {
        Some(Verdict::Accepted) => "给起草人的话，会写进反馈意见单",
        _ => "给起草人的话；采纳这条结果后，才会随它写进反馈意见单",
    };
    let onsubmit = {
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            save.emit(());
            page.dispatch(Action::Dialog(None));
        })
    };
    html! {
        <form class="form" {onsubmit}>
            <p class="quoted">{ message }</p>
            <label for={COMMENT}>{ purpose }</label>
            <textarea id={COMMENT} rows="4" autofocus=true {oninput} />
            <div class="actions"><button type="submit" class="primary">{ "保存批注" }</button></div>
        </form>
    }
}

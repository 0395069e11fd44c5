//! The dialog over the page: one frame with its focus kept inside, and what stands in it.

use crate::web::browser;
use crate::web::page::Page;
use crate::web::state::{Action, Dialog, State};
use crate::web::views::{correct, correct_identity, decide, explain, fix, overview, rules, sheet};
use std::rc::Rc;
use yew::prelude::*;

const FRAME: &str = "dialog";

/// The whole state.
#[derive(Properties, PartialEq)]
pub struct DialogsProps {
    /// The state.
    pub state: Rc<State>,
}

/// The open dialog, if any.
#[component]
pub fn Dialogs(props: &DialogsProps) -> Html {
    let state = &props.state;
    let Some(dialog) = state.dialog.clone() else {
        return html! {};
    };
    let name = name_of(&dialog);
    let wide = dialog == Dialog::Overview;
    html! { <Frame key={name} {name} {wide}>{ inside(state, dialog) }</Frame> }
}

fn name_of(dialog: &Dialog) -> &'static str {
    match dialog {
        Dialog::Overview => "总览",
        Dialog::Help => "使用说明",
        Dialog::Privacy => "隐私与核验办法",
        Dialog::Why(_) => "为什么",
        Dialog::Ignore(_) => "忽略",
        Dialog::Comment(_) => "批注",
        Dialog::CorrectSection(_) => "更正章节",
        Dialog::CorrectIdentity => "更正单位、层级、年度",
        Dialog::Rules => "规则与年度",
        Dialog::ReviewSheet => "反馈意见单",
        Dialog::Fixes => "安全修正",
    }
}

fn inside(state: &Rc<State>, dialog: Dialog) -> Html {
    let state = state.clone();
    match dialog {
        Dialog::Overview => html! { <overview::Overview {state} /> },
        Dialog::Help => explain::help(),
        Dialog::Privacy => explain::privacy(),
        Dialog::Why(code) => explain::why(&code),
        Dialog::Ignore(about) => html! { <decide::Ignore {state} {about} /> },
        Dialog::Comment(about) => html! { <decide::Comment {state} {about} /> },
        Dialog::CorrectSection(at) => html! { <correct::CorrectSection {state} {at} /> },
        Dialog::CorrectIdentity => html! { <correct_identity::CorrectIdentity {state} /> },
        Dialog::Rules => html! { <rules::Rules {state} /> },
        Dialog::ReviewSheet => html! { <sheet::ReviewSheet {state} /> },
        Dialog::Fixes => html! { <fix::Fixes {state} /> },
    }
}

#[derive(Properties, PartialEq)]
struct FrameProps {
    name: &'static str,
    wide: bool,
    children: Html,
}

/// A native modal dialog: the browser keeps the focus inside, gives it back, and closes on Escape.
#[component]
fn Frame(props: &FrameProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    use_effect_with((), |()| {
        browser::show_modal(FRAME);
        || browser::close_modal(FRAME)
    });
    let close = Callback::from(move |()| page.dispatch(Action::Dialog(None)));
    let oncancel = close.reform(|event: Event| event.prevent_default());
    html! {
        <dialog id={FRAME} class={classes!("dialog", props.wide.then_some("wide"))} aria-labelledby="dialog-name" {oncancel}>
            <div class="dialog-head">
                <h2 id="dialog-name">{ props.name }</h2>
                <button type="button" data-testid="dialog-close" onclick={close.reform(|_: MouseEvent| ())}>{ "关闭" }</button>
            </div>
            <div class="dialog-body" tabindex="0">{ props.children.clone() }</div>
        </dialog>
    }
}

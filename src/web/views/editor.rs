//! 编辑: the plain text, analysed again when typing stops. The field belongs to the browser: nothing is written
//! into it after it opened, so that caret, undo and input method are left alone.

use crate::web::browser;
use crate::web::page::Page;
use crate::web::paper_numbers::PaperNumbers;
use crate::web::scroll;
use crate::web::state::{Loaded, Selection};
use crate::web::views::edit_tools::Tools;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// Typing has stopped after this time.
const PAUSE_MS: u32 = 300;
pub(super) const FIELD: &str = "edit-field";

/// The file whose text is edited.
#[derive(Properties, PartialEq)]
pub struct EditorProps {
    /// The file.
    pub file: Rc<Loaded>,
    /// The user's profile, if any.
    pub profile: Option<String>,
    /// What is selected: the field scrolls to it when asked.
    pub selection: Option<Selection>,
}

/// The field and what can be done with its text.
#[component]
pub fn Editor(props: &EditorProps) -> Html {
    let page = use_context::<Page>();
    let timer = use_mut_ref(|| None::<Timeout>);
    let composing = use_mut_ref(|| false);
    // What was typed and not analysed yet.
    let pending = use_mut_ref(|| None::<String>);
    // The newest file, so that a pause after a new report sends the newest corrections.
    let newest = use_mut_ref(|| (props.file.clone(), props.profile.clone()));
    *newest.borrow_mut() = (props.file.clone(), props.profile.clone());
    let text = props
        .file
        .report
        .as_ref()
        .map(|report| report.document.text.clone())
        .unwrap_or_default();
    use_effect_with(props.file.id, move |_| browser::set_value(FIELD, &text));
    {
        let (report, pending) = (props.file.report.clone(), pending.clone());
        use_effect_with(props.selection, move |selection| {
            let span = report.as_ref().zip(*selection);
            let span = span.and_then(|(report, selection)| Some((report, selection.span(report)?)));
            // Whoever writes keeps the caret; while something typed waits, the text is not the field's.
            let writes = pending.borrow().is_some() || browser::has_focus_inside(FIELD);
            if let Some((report, span)) = span.filter(|_| !writes) {
                scroll::select_in(FIELD, &report.document.text, span);
            }
        });
    }

    let on_paper = use_memo(props.file.report.clone(), |report| {
        let report = report.as_deref();
        report
            .map(|report| PaperNumbers::of(report).in_text(report))
            .unwrap_or_default()
    });
    let analyse = {
        let pending = pending.clone();
        Callback::from(move |()| {
            let text = pending.borrow_mut().take();
            if let (Some(page), Some(text)) = (&page, text) {
                let (file, profile) = newest.borrow().clone();
                page.edit(&file, &text, profile);
            }
        })
    };
    let analyse_soon = {
        let (timer, composing, analyse) = (timer.clone(), composing.clone(), analyse.clone());
        Callback::from(move |()| {
            let pause = |analyse: Callback<()>| Timeout::new(PAUSE_MS, move || analyse.emit(()));
            timer.replace((!*composing.borrow()).then(|| pause(analyse.clone())));
        })
    };
    let oninput = {
        let analyse_soon = analyse_soon.clone();
        Callback::from(move |_: InputEvent| {
            pending.replace(Some(browser::value_of(FIELD)));
            analyse_soon.emit(());
        })
    };
    use_effect_with(props.file.id, move |_| {
        let listeners = browser::element(FIELD).map(|field| {
            let (began, ended) = (composing.clone(), composing);
            let start = EventListener::new(&field, "compositionstart", move |_| {
                *began.borrow_mut() = true;
                timer.replace(None);
            });
            let end = EventListener::new(&field, "compositionend", move |_| {
                *ended.borrow_mut() = false;
                analyse_soon.emit(());
            });
            (start, end)
        });
        move || {
            drop(listeners);
            // What was typed just before the field closed is not lost.
            analyse.emit(());
        }
    });
    html! {
        <section class="editor" aria-label="编辑正文">
            <Tools file={props.file.clone()} selection={props.selection} />
            <textarea id={FIELD} data-testid="edit-field" spellcheck="false" aria-label="报告正文，可编辑；停止输入后自动重新检查"
                {oninput} />
            // A field prints only what is seen of it; on paper the numbers of the results stand in the text.
            <div class="paper-text">{ &*on_paper }</div>
        </section>
    }
}

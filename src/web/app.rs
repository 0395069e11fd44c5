//! The page: one reducer at the root, views as slices of its state, commands through a context.

use super::browser;
use super::fonts;
use super::keys;
use super::page::Page;
use super::state::{Action, Dialog, Drawn, FileId, Middle, Selection, State, Theme};
use super::views::contents::Contents;
use super::views::dialogs::Dialogs;
use super::views::document::DocumentView;
use super::views::editor::Editor;
use super::views::figures::FigureTable;
use super::views::files::Files;
use super::views::header::Header;
use super::views::notices::Notices;
use super::views::results::Results;
use super::views::start::Start;
use super::views::status::Status;
use super::views::waiting::Waiting;
use crate::export::markdown;
use crate::report::RULES;
use gloo_events::{EventListener, EventListenerOptions};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{BeforeUnloadEvent, ClipboardEvent, DragEvent, KeyboardEvent};
use yew::prelude::*;

/// The state as Yew's reducer wants it.
#[derive(Clone, PartialEq, Default)]
struct Model(Rc<State>);

impl Reducible for Model {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let state = Rc::unwrap_or_clone(self.0.clone());
        Rc::new(Model(Rc::new(state.reduce(action))))
    }
}

/// Shows the page in this element.
pub fn mount(element: web_sys::Element) {
    element.set_inner_html("");
    yew::Renderer::<App>::with_root(element).render();
}

#[component]
fn App() -> Html {
    let model = use_reducer(Model::default);
    let state = model.0.clone();
    let page = {
        let dispatcher = model.dispatcher();
        use_memo((), move |()| {
            Page::new(Callback::from(move |action| dispatcher.dispatch(action)))
        })
    };
    let page = (*page).clone();
    // Listeners live as long as the page; they look at the newest state.
    let newest = use_mut_ref(|| state.clone());
    *newest.borrow_mut() = state.clone();
    {
        let (page, newest) = (page.clone(), newest.clone());
        use_effect_with((), move |()| listen(page, newest));
    }
    use_effect_with((), |()| fonts::look_up());
    use_effect_with(state.theme, |theme| {
        browser::set_theme(match theme {
            Theme::System => "",
            Theme::Light => "light",
            Theme::Dark => "dark",
        });
    });
    let shown = state.shown().cloned();
    // Made once: a view whose callbacks are new is drawn again.
    let on_select = use_callback(page.clone(), |selection, page| {
        page.dispatch(Action::Select(Some(selection)));
    });
    let on_drawn = |drawn: Drawn| move |file: FileId, page: &Page| page.dispatch(Action::Drawn(file, drawn));
    let on_text = use_callback(page.clone(), on_drawn(Drawn::Text));
    let on_results = use_callback(page.clone(), on_drawn(Drawn::Results));
    let on_figures = use_callback(page.clone(), on_drawn(Drawn::Figures));
    let open = state.current.zip(state.report().cloned());
    let drawn = |least: Drawn| open.clone().filter(|_| state.drawn() >= least);
    let table = drawn(Drawn::Results);
    let is_figure = |selection: &Selection| matches!(selection, Selection::Figure(_));
    html! {
        <ContextProvider<Page> context={page}>
            <Header state={state.clone()} />
            <Notices state={state.clone()} />
            if state.files.is_empty() {
                <Start profile={state.profile.clone()} />
            } else {
                { paper_head(&state) }
                <div class="workspace">
                    <div class="pane pane-left" id="pane-left" tabindex="-1">
                        <Files state={state.clone()} />
                        if let Some(report) = state.report() {
                            <Contents report={report.clone()} selection={state.selection} />
                        }
                    </div>
                    <main class="pane pane-middle" id="pane-middle" tabindex="-1" aria-label="正文">
                        if let Some((file, report)) = shown.and_then(|file| Some((file.clone(), file.report.clone()?))) {
                            <MiddleTabs middle={state.middle} />
                            { match state.middle {
                                Middle::Text => html! {
                                    <DocumentView file={file.id} report={report} selection={state.selection}
                                        on_select={on_select.clone()} on_drawn={on_text} />
                                },
                                Middle::Edit => html! {
                                    <Editor key={file.id} file={file.clone()} profile={state.profile.clone()} selection={state.selection} />
                                },
                                Middle::Figures => html! {},
                            } }
                        } else {
                            <Waiting state={state.clone()} />
                        }
                        if let Some((file, report)) = table {
                            <FigureTable key={file} {file} {report} selection={state.selection.filter(is_figure)}
                                {on_select} hidden={state.middle != Middle::Figures} on_drawn={on_figures} />
                        }
                    </main>
                    if let Some((file, report)) = drawn(Drawn::Text) {
                        <Results
                            {file}
                            {report}
                            selection={state.selection}
                            filter={state.filter.clone()}
                            decisions={state.decisions.clone()}
                            whole={state.drawn == Drawn::Figures}
                            on_drawn={on_results}
                        />
                    } else {
                        <div class="pane pane-right" />
                    }
                </div>
            }
            <Status state={state.clone()} />
            <Dialogs state={state.clone()} />
        </ContextProvider<Page>>
    }
}

/// What stands above everything on paper: which file this is about, and the result in one line.
fn paper_head(state: &State) -> Option<Html> {
    let report = state.report()?;
    let (name, counts) = (&report.document.source.name, markdown::counts(report));
    Some(html! { <p class="paper-head">{ format!("法镜检查结果　{name}　{counts}　规则 {RULES}") }</p> })
}

#[derive(Properties, PartialEq)]
struct MiddleTabsProps {
    middle: Middle,
}

#[component]
fn MiddleTabs(props: &MiddleTabsProps) -> Html {
    let page = use_context::<Page>();
    let tab = |middle: Middle, name: &'static str| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            if let Some(page) = &page {
                page.dispatch(Action::Middle(middle));
            }
        });
        let pressed = (middle == props.middle).to_string();
        html! { <button type="button" aria-pressed={pressed} {onclick}>{ name }</button> }
    };
    html! {
        <div class="tabs" role="group" aria-label="正文区显示">
            { tab(Middle::Text, "正文") }
            { tab(Middle::Edit, "编辑") }
            { tab(Middle::Figures, "数字表") }
        </div>
    }
}

type Newest = Rc<std::cell::RefCell<Rc<State>>>;

/// Keys, drops, pastes and leaving: what no single element can hear. The listeners end with the value returned.
fn listen(page: Page, newest: Newest) -> impl FnOnce() {
    let mut listeners = Vec::new();
    if let Some(window) = browser::window() {
        let active = EventListenerOptions::enable_prevent_default();
        let (keys_page, keys_state) = (page.clone(), newest.clone());
        listeners.push(EventListener::new_with_options(
            &window,
            "keydown",
            active,
            move |event| {
                if let Some(event) = event.dyn_ref::<KeyboardEvent>() {
                    let state = keys_state.borrow().clone();
                    keys::press(event, &keys_page, &state);
                }
            },
        ));
        listeners.push(EventListener::new_with_options(
            &window,
            "dragover",
            active,
            |event| event.prevent_default(),
        ));
        let (drop_page, drop_state) = (page.clone(), newest.clone());
        listeners.push(EventListener::new_with_options(
            &window,
            "drop",
            active,
            move |event| {
                event.prevent_default();
                let data = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer);
                if let Some(data) = data {
                    let (page, profile) = (drop_page.clone(), drop_state.borrow().profile.clone());
                    browser::dropped(&data, move |files| page.add(files, profile));
                }
            },
        ));
        let (paste_page, paste_state) = (page, newest.clone());
        listeners.push(EventListener::new_with_options(
            &window,
            "paste",
            active,
            move |event| {
                if let Some(event) = event.dyn_ref::<ClipboardEvent>() {
                    paste(event, &paste_page, &paste_state.borrow().clone());
                }
            },
        ));
        listeners.push(EventListener::new_with_options(
            &window,
            "beforeunload",
            active,
            move |event| {
                if newest.borrow().has_unsaved() {
                    event.prevent_default();
                    // Older browsers ask only where the value is set.
                    if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                        event.set_return_value("还有未保存的修改或处理意见");
                    }
                }
            },
        ));
    }
    move || drop(listeners)
}

/// A paste outside every text field is a new report, a paste of files is a drop.
fn paste(event: &ClipboardEvent, page: &Page, state: &State) {
    let in_field = browser::is_text_field(event.target());
    let Some(data) = event.clipboard_data() else {
        return;
    };
    if data.files().is_some_and(|files| files.length() > 0) {
        event.prevent_default();
        let (page, profile) = (page.clone(), state.profile.clone());
        browser::dropped(&data, move |files| page.add(files, profile));
        return;
    }
    if in_field || state.dialog.is_some() {
        return;
    }
    // Word, WPS and browsers put lists with their numbers, tables and headings into the HTML.
    let html = data.get_data("text/html").unwrap_or_default();
    let rich = crate::input::html::from_clipboard("", &html).text;
    let text = match rich.trim().is_empty() {
        true => data.get_data("text/plain").unwrap_or_default(),
        false => rich,
    };
    if !text.trim().is_empty() {
        event.prevent_default();
        page.add_text(None, &text, state.profile.clone());
    }
}

/// Opens the help; here because header and keys share it.
pub(super) fn open_help(page: &Page) {
    page.dispatch(Action::Dialog(Some(Dialog::Help)));
}

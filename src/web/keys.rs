//! The keyboard: one table of what each key does, for the whole page.

use super::browser;
use super::filter::{self, ByDecision};
use super::page::Page;
use super::state::{Action, Dialog, Selection, State};
use super::subject::subject;
use web_sys::KeyboardEvent;

/// Panes in the order of F6.
const PANES: [&str; 3] = ["pane-left", "pane-middle", "pane-right"];

/// The element id of the results list.
pub const LIST: &str = "results-list";

const SEARCH: &str = "results-search";

/// Acts on a key. A key that does nothing here goes on to the browser.
pub fn press(event: &KeyboardEvent, page: &Page, state: &State) {
    // While an input method composes, every key is its own.
    if event.is_composing() || event.key_code() == 229 {
        return;
    }
    let acted = state.dialog.is_none() && (command(event, page, state) || in_list(event, page, state));
    if acted {
        event.prevent_default();
    }
}

fn command(event: &KeyboardEvent, page: &Page, state: &State) -> bool {
    let in_field = browser::is_text_field(event.target());
    let control = event.ctrl_key() || event.meta_key();
    match event.key().as_str() {
        "F6" => next_pane(event, state),
        "?" | "？" if !in_field && !control => super::app::open_help(page),
        "ArrowDown" if event.alt_key() => page.dispatch(Action::Step(1)),
        "ArrowUp" if event.alt_key() => page.dispatch(Action::Step(-1)),
        "o" | "O" if control => browser::click("file-input"),
        "s" | "S" if control && !state.files.is_empty() => page.save_session(state),
        "z" | "Z" if control && !in_field => page.dispatch(Action::Undo),
        "y" | "Y" if control && !in_field => page.dispatch(Action::Redo),
        // The list first: what is selected may not be in what the search left of it.
        "Escape" if browser::is_inside(event.target(), SEARCH) => {
            browser::focus(LIST);
            focus_selected(state);
        }
        "Escape" if browser::is_inside(event.target(), "pane-middle") && !in_field => {
            focus_selected(state);
        }
        _ => return false,
    }
    true
}

fn next_pane(event: &KeyboardEvent, state: &State) {
    let here = PANES
        .iter()
        .position(|pane| browser::is_inside(event.target(), pane));
    let next = match (here, event.shift_key()) {
        (None, _) => 0,
        (Some(at), false) => (at + 1) % PANES.len(),
        (Some(at), true) => (at + PANES.len() - 1) % PANES.len(),
    };
    browser::focus(PANES[next]);
    // In the right pane the keys act on the entry that has the focus: the selected one, or the first.
    if next + 1 == PANES.len() && !focus_selected(state) {
        browser::focus_first(&format!("#{LIST} .result-head[tabindex='0']"));
    }
}

/// Keys of the results list: they act only while it has the focus.
fn in_list(event: &KeyboardEvent, page: &Page, state: &State) -> bool {
    if !browser::is_inside(event.target(), LIST) || browser::is_text_field(event.target()) {
        return false;
    }
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return false;
    }
    let Some(report) = state.report() else {
        return false;
    };
    // Keys act on the entry that has the focus; inside the details, on the selected one.
    let focused = browser::id_of_target(event.target()).and_then(|id| selection_of(&id));
    if event.key() == "Enter" && focused.is_some() && focused != state.selection {
        return false;
    }
    let about = focused.or(state.selection);
    let decided = about.and_then(|about| Some((about, subject(report, about)?)));
    match (event.key().as_str(), decided) {
        ("ArrowDown", _) => step(page, state, 1),
        ("ArrowUp", _) => step(page, state, -1),
        ("Enter", _) => browser::enter_text(),
        ("a" | "A", Some((about, subject))) => {
            page.dispatch(Action::Decide(state.decisions.accept(report, &subject)));
            page.dispatch(Action::Select(Some(about)));
            go_on(page, state, about);
        }
        ("i" | "I", Some((about, _))) => page.dispatch(Action::Dialog(Some(Dialog::Ignore(about)))),
        ("c" | "C", Some((about, _))) => page.dispatch(Action::Dialog(Some(Dialog::Comment(about)))),
        ("/", _) => browser::focus(SEARCH),
        _ => return false,
    }
    true
}

fn step(page: &Page, state: &State, by: i64) {
    let Some(report) = state.report() else { return };
    let entries = filter::filtered(report, &state.filter, &state.decisions);
    let at = entries
        .iter()
        .position(|entry| Some(entry.selection) == state.selection);
    let next = match at {
        None => 0,
        Some(at) => (at as i64 + by).clamp(0, entries.len() as i64 - 1),
    };
    if let Some(entry) = entries.get(next as usize) {
        page.dispatch(Action::Select(Some(entry.selection)));
        browser::focus(&id_of(entry.selection));
    }
}

/// What was decided may leave a list that is filtered by decision: the next one takes its place.
pub fn go_on(page: &Page, state: &State, decided: Selection) {
    let Some(report) = state
        .report()
        .filter(|_| state.filter.decision != ByDecision::All)
    else {
        return;
    };
    let entries = filter::filtered(report, &state.filter, &state.decisions);
    let at = entries.iter().position(|entry| entry.selection == decided);
    let next = at.and_then(|at| entries.get(at + 1).or_else(|| entries.get(at.checked_sub(1)?)));
    if let Some(next) = next {
        page.dispatch(Action::Select(Some(next.selection)));
        browser::focus_afterwards(&id_of(next.selection));
    }
}

/// False where nothing is selected, or where the list does not show it.
fn focus_selected(state: &State) -> bool {
    let id = state
        .selection
        .map(id_of)
        .filter(|id| browser::element(id).is_some());
    id.map(|id| browser::focus(&id)).is_some()
}

/// The element id of a list entry.
pub fn id_of(selection: Selection) -> String {
    match selection {
        Selection::Finding(at) => format!("finding-{at}"),
        Selection::Relation(at) => format!("relation-{at}"),
        Selection::Figure(at) => format!("figure-{at}"),
        Selection::Section(at) => format!("section-{at}"),
    }
}

/// The list entry with this element id.
fn selection_of(id: &str) -> Option<Selection> {
    let (kind, at) = id.split_once('-')?;
    let at = at.parse().ok()?;
    match kind {
        "finding" => Some(Selection::Finding(at)),
        "relation" => Some(Selection::Relation(at)),
        "figure" => Some(Selection::Figure(at)),
        _ => None,
    }
}

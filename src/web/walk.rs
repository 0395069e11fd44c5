//! ↓ and ↑ in lists and tables whose rows hold a button each: the focus goes to the next one.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, KeyboardEvent};

/// Moves the focus to the row below or above; rows are the elements of `kind`. Keys with Alt or Ctrl are not for it.
pub fn rows(event: &KeyboardEvent, kind: &str) {
    if event.alt_key() || event.ctrl_key() || event.meta_key() {
        return;
    }
    let next = match event.key().as_str() {
        "ArrowDown" => Element::next_element_sibling,
        "ArrowUp" => Element::previous_element_sibling,
        _ => return,
    };
    let here = event
        .target()
        .and_then(|target| target.dyn_into::<Element>().ok());
    let row = here.and_then(|here| here.closest(kind).ok().flatten());
    let button = row
        .and_then(|row| next(&row))
        .and_then(|row| row.query_selector("button").ok().flatten());
    if let Some(button) = button.and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
        event.prevent_default();
        let _ = button.focus();
    }
}

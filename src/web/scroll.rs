//! Where the page scrolls to: a mark in its pane, an entry in its list, a place in the field where a text is edited.

use super::browser::{element, window};
use crate::text::{LineIndex, OffsetUnit, Span};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTextAreaElement};

/// Height that must be free below the top of what is looked for: more than a line of the text.
const LINE: f64 = 40.0;

/// Scrolls an element to a third of the height of its pane, and the window where the pane is not in it.
pub fn reveal(id: &str) {
    let _ = try_reveal(id);
}

fn try_reveal(id: &str) -> Option<()> {
    let target = element(id)?;
    let pane = target.closest("[data-scrolls]").ok()??;
    if scrolls(&pane) {
        let (at, frame) = (target.get_bounding_client_rect(), pane.get_bounding_client_rect());
        let top = at.top() - frame.top() + f64::from(pane.scroll_top()) - frame.height() / 3.0;
        pane.set_scroll_top(top.max(0.0) as i32);
    }
    // A narrow page has its panes one above the other: this one may be far outside the window.
    bring_into_window(target.get_bounding_client_rect().top())
}

fn scrolls(pane: &Element) -> bool {
    pane.scroll_height() > pane.client_height() + 1
}

/// Scrolls the window so that a line at this height is seen; where it is seen nothing moves.
fn bring_into_window(top: f64) -> Option<()> {
    let window = window()?;
    let height = window.inner_height().ok()?.as_f64()?;
    if top < 0.0 || top + LINE > height {
        window.scroll_to_with_x_and_y(0.0, window.scroll_y().ok()? + top - height / 3.0);
    }
    Some(())
}

/// Scrolls a list just so far that an entry can be seen; a list that does not scroll stays as it is.
pub fn nearest(id: &str) {
    let pane = element(id).and_then(|entry| Some((entry.clone(), entry.closest("[data-scrolls]").ok()??)));
    let Some((entry, pane)) = pane.filter(|(_, pane)| scrolls(pane)) else {
        return;
    };
    let (at, frame) = (entry.get_bounding_client_rect(), pane.get_bounding_client_rect());
    let above = at.top() - frame.top() - 8.0;
    let below = at.bottom() - frame.bottom() + 8.0;
    let by = if above < 0.0 { above } else { below.max(0.0) };
    pane.set_scroll_top(pane.scroll_top() + by as i32);
}

/// Selects a span of the analysed text in a text field, and scrolls there.
pub fn select_in(id: &str, text: &str, span: Span) {
    let Some(area) = element(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let index = LineIndex::new(text);
    let (start, end) = index.offsets(span, OffsetUnit::Utf16);
    // Firefox and Chromium scroll to the caret when a collapsed selection gets the focus.
    let _ = area.set_selection_range(start as u32, start as u32);
    let _ = area.blur();
    let _ = area.focus();
    let _ = area.set_selection_range(start as u32, end as u32);
}

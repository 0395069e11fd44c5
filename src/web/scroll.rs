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

/// Selects a span of the analysed text in a text field, and scrolls there. The focus stays where it is.
pub fn select_in(id: &str, text: &str, span: Span) {
    let Some(area) = element(id).and_then(|element| element.dyn_into::<HtmlTextAreaElement>().ok()) else {
        return;
    };
    let (start, end) = LineIndex::new(text).offsets(span, OffsetUnit::Utf16);
    let _ = area.set_selection_range(start as u32, end as u32);
    if let Some(line) = height_of(&area, span.start as usize, text) {
        let top = line - area.client_height() / 3;
        area.set_scroll_top(top.max(0));
        let seen = area.get_bounding_client_rect().top() + f64::from(line - area.scroll_top());
        let _ = bring_into_window(seen);
    }
}

/// How far below the first line of a field a place stands: no browser says so, but a copy of the field that holds
/// only what stands before the place is that much higher than one that holds nothing.
fn height_of(area: &HtmlTextAreaElement, at: usize, text: &str) -> Option<i32> {
    let copy: HtmlTextAreaElement = area.clone_node().ok()?.dyn_into().ok()?;
    copy.remove_attribute("id").ok()?;
    let style = copy.style();
    // A padding in percent would be of another width where the copy stands.
    let padding = window()?.get_computed_style(area).ok()??;
    let padding = padding.get_property_value("padding").ok()?;
    let width = format!("{}px", area.client_width());
    for (name, value) in [
        ("position", "absolute"),
        ("visibility", "hidden"),
        ("width", width.as_str()),
        ("padding", padding.as_str()),
        ("min-height", "0"),
        ("height", "0"),
        ("overflow", "hidden"),
    ] {
        style.set_property(name, value).ok()?;
    }
    let before = text.get(..at)?;
    area.parent_element()?.append_child(&copy).ok()?;
    let [empty, filled] = ["", before].map(|content| {
        copy.set_value(content);
        copy.scroll_height()
    });
    copy.remove();
    Some(filled - empty)
}

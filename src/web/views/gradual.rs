//! Drawing a long thing in steps, one a picture, so that the page answers in between. What is drawn so needs keys:
//! without them Yew matches the last of the old with the last of the new, and each step changes all that is there.

use crate::web::browser;
use crate::web::state::FileId;
use gloo_timers::callback::Timeout;
use std::cmp::Ordering;
use wasm_bindgen::prelude::*;
use yew::prelude::*;

/// After so many steps the rest comes at once: whoever waits for the end of a whole book waits no longer for it.
const MOST_STEPS: usize = 80;
/// Stands for every step, also those that a later analysis of the same file adds.
const WHOLE: usize = usize::MAX;

/// How many of the steps to draw now: none in the first picture of a file, because what stands around is drawn then;
/// one more before each further picture. When the last has been drawn, `on_drawn` hears it; from then on it is all of
/// them, as long as this file is shown.
#[hook]
pub fn use_gradual(of: FileId, steps: usize, on_drawn: Callback<FileId>) -> usize {
    let drawn = use_state(|| (of, 0));
    let count = if drawn.0 == of { drawn.1 } else { 0 };
    // The first turn passes without a step: it comes before the picture that the file itself changes.
    let whole = count > steps.min(MOST_STEPS) || is_hidden();
    use_effect_with((of, count, whole), move |_| {
        let next = match (whole, count) {
            (true, WHOLE) => None,
            (true, _) => NextFrame::new(move || {
                drawn.set((of, WHOLE));
                on_drawn.emit(of);
            }),
            (false, _) => NextFrame::new(move || drawn.set((of, count + 1))),
        };
        move || drop(next)
    });
    if whole { steps } else { count.saturating_sub(1) }
}

/// How many rows of a list to draw now: at first `step`, then as many more before each picture. Rows that are drawn
/// stay, and what comes behind them grows in the same way.
#[hook]
pub fn use_growing(rows: usize, step: usize) -> usize {
    let drawn = use_state(|| step);
    use_effect_with((rows, *drawn), {
        let drawn = drawn.clone();
        move |&(rows, count)| {
            let next = match count.cmp(&rows.max(step)) {
                Ordering::Less => NextFrame::new(move || drawn.set(rows.min(count + step))),
                Ordering::Equal => None,
                // Rows went away.
                Ordering::Greater => NextFrame::new(move || drawn.set(rows.max(step))),
            };
            move || drop(next)
        }
    });
    if is_hidden() { rows } else { rows.min(*drawn) }
}

/// Something that happens before the next picture is drawn; dropped before that, it does not happen.
struct NextFrame {
    request: Option<i32>,
    _run: Option<Closure<dyn FnMut()>>,
    /// In a tab that is not shown no picture is ever drawn.
    _soon: Option<Timeout>,
}

impl NextFrame {
    /// Asks for it.
    fn new(run: impl FnOnce() + 'static) -> Option<NextFrame> {
        if is_hidden() {
            return Some(NextFrame {
                request: None,
                _run: None,
                _soon: Some(Timeout::new(0, run)),
            });
        }
        let run = Closure::once(run);
        let request = browser::window()?.request_animation_frame(run.as_ref().unchecked_ref());
        Some(NextFrame {
            request: request.ok(),
            _run: Some(run),
            _soon: None,
        })
    }
}

impl Drop for NextFrame {
    fn drop(&mut self) {
        if let (Some(request), Some(window)) = (self.request, browser::window()) {
            let _ = window.cancel_animation_frame(request);
        }
    }
}

/// Whether nobody sees the page: another tab is in front.
pub(in crate::web) fn is_hidden() -> bool {
    let document = browser::window().and_then(|window| window.document());
    document.is_none_or(|document| document.hidden())
}

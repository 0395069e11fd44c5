//! Drawing a long thing in steps, one a picture, so that the page answers in between.

use crate::web::browser::{self, NextFrame};
use crate::web::state::FileId;
use yew::prelude::*;

/// After so many steps the rest comes at once: whoever waits for the end of a whole book waits no longer for it.
const MOST_STEPS: usize = 40;
/// Stands for every step, also those that a later analysis of the same file adds.
const WHOLE: usize = usize::MAX;

/// How many of the steps to draw now: one when the file is shown first, one more before each picture. When the last
/// has been drawn, `on_drawn` hears it; from then on it is all of them, as long as this file is shown.
#[hook]
pub fn use_gradual(of: FileId, steps: usize, on_drawn: Callback<FileId>) -> usize {
    let drawn = use_state(|| (of, 1));
    let count = if drawn.0 == of { drawn.1 } else { 1 };
    let whole = count >= steps.min(MOST_STEPS) || browser::is_hidden();
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
    if whole { steps } else { count }
}

//! Taking over a worker that the file's boot script starts, see `index.html`.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, Worker};

/// A running worker; dropping it ends the worker.
pub(super) struct Spawned {
    pub(super) worker: Worker,
    /// What it said before anybody listened.
    pub(super) early: Vec<JsValue>,
    // They live as long as the worker may call them.
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(JsValue)>,
}

impl Drop for Spawned {
    fn drop(&mut self) {
        self.worker.set_onmessage(None);
        self.worker.set_onerror(None);
        self.worker.terminate();
    }
}

/// Starts a worker, or gives None where the browser refuses.
pub(super) fn worker(
    on_message: impl Fn(MessageEvent) + 'static,
    on_error: impl Fn() + 'static,
) -> Option<Spawned> {
    let start: Function = Reflect::get(&js_sys::global(), &"fajingWorker".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let worker: Worker = start.call0(&JsValue::UNDEFINED).ok()?.dyn_into().ok()?;
    if Reflect::has(&worker, &"failed".into()).unwrap_or(false) {
        return None;
    }
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(on_message);
    let on_error = Closure::<dyn Fn(JsValue)>::new(move |event: JsValue| {
        // The page says itself what happened; the browser need not.
        if let Some(event) = event.dyn_ref::<web_sys::Event>() {
            event.prevent_default();
        }
        on_error();
    });
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let early = Reflect::get(&worker, &"early".into()).ok()?;
    Some(Spawned {
        worker,
        early: early.dyn_into::<Array>().ok()?.to_vec(),
        _on_message: on_message,
        _on_error: on_error,
    })
}

/// What the browser tests may change, by the address the page was opened with: `#test-hooks` lets a file's
/// name ask for a failure, `#test-hooks=2000` also sets the deadline of a file in milliseconds.
pub(super) struct Settings {
    pub(super) test_hooks: bool,
    pub(super) deadline_ms: Option<u32>,
}

impl Settings {
    /// As the page's address says.
    pub(super) fn of_page() -> Settings {
        let hash = web_sys::window()
            .and_then(|window| window.location().hash().ok())
            .unwrap_or_default();
        let hooks = hash.strip_prefix("#test-hooks");
        Settings {
            test_hooks: hooks.is_some(),
            deadline_ms: hooks.and_then(|rest| rest.strip_prefix('=')?.parse().ok()),
        }
    }
}

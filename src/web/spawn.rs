//! Starting one worker from what the file itself carries: the glue's text and the compiled module.

use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker};

/// The worker's own lines, behind the glue. The module comes compiled, so it starts in a few milliseconds.
const BOOT: &str = "
self.onmessage = function (event) {
  self.onmessage = null;
  wasm_bindgen.initSync({ module: event.data });
};";

/// A running worker; dropping it ends the worker.
pub(super) struct Spawned {
    pub(super) worker: Worker,
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
    let parts = Reflect::get(&js_sys::global(), &"fajingParts".into()).ok()?;
    let module = Reflect::get(&parts, &"module".into()).ok()?;
    let glue = Reflect::get(&parts, &"glue".into()).ok()?.as_string()?;
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let source = Array::of1(&format!("{glue}{BOOT}").into());
    let blob = Blob::new_with_str_sequence_and_options(&source, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let worker = Worker::new(&url);
    // The browser has taken the address by now.
    let _ = Url::revoke_object_url(&url);
    let worker = worker.ok()?;
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
    worker.post_message(&module).ok()?;
    Some(Spawned {
        worker,
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

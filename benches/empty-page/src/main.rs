//! A Yew page with nothing in it, bundled like the real one: what the page's start is measured against.

#[cfg(target_arch = "wasm32")]
mod page {
    use js_sys::{Array, Function, Reflect};
    use wasm_bindgen::prelude::*;
    use web_sys::{MessageEvent, Worker};
    use yew::prelude::*;

    #[component]
    fn App() -> Html {
        let answered = use_state(|| false);
        {
            let answered = answered.clone();
            use_effect_with((), move |()| listen(move || answered.set(true)));
        }
        // The same mark as the real page's, so that both are timed to the same moment.
        html! {
            <p data-testid="worker-state" data-state="ready" data-worker={answered.to_string()}>{ "空页" }</p>
        }
    }

    /// The worker that the file's script has started, as the real page takes it over.
    fn listen(mut heard: impl FnMut() + 'static) {
        let worker = Reflect::get(&js_sys::global(), &"fajingWorker".into())
            .and_then(JsValue::dyn_into::<Function>)
            .and_then(|start| start.call0(&JsValue::UNDEFINED));
        let Some(worker) = worker.ok().and_then(|worker| worker.dyn_into::<Worker>().ok()) else {
            return;
        };
        let early = Reflect::get(&worker, &"early".into()).map(|early| Array::from(&early).length());
        if early.is_ok_and(|count| count > 0) {
            heard();
            return;
        }
        let heard = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            // Not the file's script that only says that the thread is there.
            if event.data() == JsValue::TRUE {
                heard();
            }
        });
        worker.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
    }

    pub fn start() {
        let Some(window) = web_sys::window() else {
            let worker: web_sys::DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
            // Nobody waits for an answer that cannot be sent.
            let _ = worker.post_message(&JsValue::TRUE);
            return;
        };
        let mount_point = window
            .document()
            .and_then(|document| document.get_element_by_id("fajing"));
        if let Some(element) = mount_point {
            element.set_inner_html("");
            yew::Renderer::<App>::with_root(element).render();
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::start();
}

//! The page.

use super::client::{Event, WorkerClient, WorkerState};
use yew::prelude::*;

/// Shows the page in this element.
pub fn mount(element: web_sys::Element) {
    yew::Renderer::<App>::with_root(element).render();
}

#[component]
fn App() -> Html {
    let state = use_state(|| WorkerState::Dead);
    let worker = use_mut_ref(|| None);
    {
        let state = state.clone();
        use_effect_with((), move |()| {
            let on_event = Callback::from(move |event| {
                if let Event::Worker(now) = event {
                    state.set(now);
                }
            });
            worker.replace(Some(WorkerClient::spawn(on_event)));
        });
    }
    html! { <main><h1>{ "法镜" }</h1><p data-testid="worker-state" data-state={state.key()} /></main> }
}

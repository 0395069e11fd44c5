//! A Yew page with nothing in it, bundled like the real one: what the page's start is measured against.

#[cfg(target_arch = "wasm32")]
mod page {
    use yew::prelude::*;

    #[component]
    fn App() -> Html {
        // The same mark as the real page's, so that both are timed to the same moment.
        html! { <p data-testid="worker-state" data-state="ready">{ "空页" }</p> }
    }

    pub fn start() {
        let mount_point = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("fajing"));
        if let Some(element) = mount_point {
            yew::Renderer::<App>::with_root(element).render();
        }
    }
}

fn main() {
    #[cfg(target_arch = "wasm32")]
    page::start();
}

//! The page and its worker: the same wasm, told apart by where it was started.

pub mod blocks;
pub mod decisions;
pub mod figure_rows;
pub mod filter;
pub mod listing;
pub mod loaded;
pub mod paper_numbers;
pub mod protocol;
pub mod review;
pub mod review_docx;
mod review_place;
pub mod session;
pub mod shown;
pub mod state;
pub mod subject;
#[cfg(any(target_arch = "wasm32", test))]
mod type_scale;

#[cfg(target_arch = "wasm32")]
pub mod api;
#[cfg(target_arch = "wasm32")]
pub mod app;
#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(target_arch = "wasm32")]
pub mod client;
#[cfg(target_arch = "wasm32")]
pub mod event;
#[cfg(target_arch = "wasm32")]
mod fallback;
#[cfg(target_arch = "wasm32")]
mod fonts;
#[cfg(target_arch = "wasm32")]
pub mod keys;
#[cfg(target_arch = "wasm32")]
pub mod page;
#[cfg(target_arch = "wasm32")]
pub mod scroll;
#[cfg(target_arch = "wasm32")]
mod spawn;
#[cfg(target_arch = "wasm32")]
pub mod views;
#[cfg(target_arch = "wasm32")]
mod walk;
#[cfg(target_arch = "wasm32")]
pub mod worker;

/// Where the page is mounted. A page of somebody else has no such element: there the wasm is only a library.
pub const MOUNT_POINT: &str = "fajing";

/// The made-up report of 试用示例; the worker warms up with it.
#[cfg(target_arch = "wasm32")]
const SAMPLE: &str = include_str!("../../assets/sample.txt");

/// Starts the page where there is a window with a mount point, the worker where there is no window; in a
/// window without a mount point only the exported functions are there to be called.
#[cfg(target_arch = "wasm32")]
pub fn start() {
    let Some(window) = web_sys::window() else {
        worker::serve();
        return;
    };
    let mount_point = window
        .document()
        .and_then(|document| document.get_element_by_id(MOUNT_POINT));
    if let Some(element) = mount_point {
        app::mount(element);
    }
}

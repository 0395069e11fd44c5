//! The page and its worker: the same wasm, told apart by whether there is a window.

/// Starts the page where there is a window, the worker where there is none.
pub fn start() {}

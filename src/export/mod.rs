//! Report → text, JSON, CSV, Markdown. Used by the command line and by the page's download buttons.

pub mod counts;
pub mod csv;
pub mod json;
pub mod markdown;
pub mod overview;
#[cfg(not(target_arch = "wasm32"))]
pub mod text;
pub mod when;
pub mod words;

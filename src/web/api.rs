//! The JavaScript API: what another page may call.

use crate::export::json;
use crate::text::OffsetUnit;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Analyses a text. The object is the JSON of the command line (schema 1), with offsets in UTF-16 code units,
/// so that they fit JavaScript's strings: `result.text.slice(figure.start, figure.end)`.
#[wasm_bindgen]
pub fn analyze(text: &str, name: &str) -> Result<JsValue, JsValue> {
    let report = crate::analyze_text(text, name);
    let plain_objects = serde_wasm_bindgen::Serializer::json_compatible();
    let object = json::report(&report, OffsetUnit::Utf16).serialize(&plain_objects)?;
    Ok(object)
}

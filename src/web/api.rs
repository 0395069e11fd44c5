//! The JavaScript API: what another page may call.

use wasm_bindgen::prelude::*;

/// Analyses a text. The object is the JSON of the command line, with offsets in UTF-16 code units, so that
/// they fit JavaScript's strings.
#[wasm_bindgen]
pub fn analyze(text: &str, name: &str) -> Result<JsValue, JsValue> {
    let _report = crate::analyze_text(text, name);
    Ok(JsValue::NULL)
}

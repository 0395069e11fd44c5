//! What a person corrected in the machine's reading of a report.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A person's corrections: data that goes into the analysis, so that everything is computed anew from them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Corrections {
    /// The reporting body.
    pub body: Option<String>,
    /// The level, as the JSON spells it (`county`).
    pub level: Option<String>,
    /// The report year.
    pub year: Option<u16>,
    /// Corrected headings, keyed by [`paragraph_key`] of their paragraph.
    pub headings: BTreeMap<String, HeadingCorrection>,
}

/// What a paragraph really is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct HeadingCorrection {
    /// Level 1–4; 0 = this is not a heading.
    pub level: Option<u8>,
    /// Key of the item that this level-1 section is; the empty string = none.
    pub item: Option<String>,
}

/// Key of a paragraph: a hash of its text without blanks, so that it survives edits elsewhere.
pub fn paragraph_key(text: &str) -> String {
    let bare: String = text.chars().filter(|&c| !crate::text::is_blank(c)).collect();
    crate::document::sha256_hex(bare.as_bytes())[..16].to_string()
}

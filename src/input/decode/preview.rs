//! How a text begins in each encoding that it could have, so that a person can choose by eye.

use crate::document::EncodingPreview;
use encoding_rs::{BIG5, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes that are looked at.
const BYTES: usize = 4 << 10;
/// Characters that are shown.
const CHARACTERS: usize = 16;

/// The first words of a text in each encoding, from the first line that is not ASCII only.
pub fn previews(bytes: &[u8]) -> Vec<EncodingPreview> {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let before = bytes.get(..start).unwrap_or_default();
    // Of UTF-16 a line ends at an even place.
    let line = before
        .iter()
        .rposition(|&byte| byte == b'\n')
        .map_or(0, |at| at + 1);
    let rest = |from: usize| {
        let rest = bytes.get(from..).unwrap_or_default();
        rest.get(..BYTES).unwrap_or(rest)
    };
    [UTF_8, GB18030, BIG5, UTF_16LE, UTF_16BE]
        .into_iter()
        .map(|encoding| {
            let is_wide = encoding == UTF_16LE || encoding == UTF_16BE;
            let (text, _) = encoding.decode_with_bom_removal(rest(if is_wide { 0 } else { line }));
            let mut lines = text.lines().map(|line| line.trim_matches(crate::text::is_blank));
            let line = lines.find(|line| !line.is_ascii()).unwrap_or_default();
            EncodingPreview {
                encoding: encoding.name().to_string(),
                text: line
                    .chars()
                    .filter(|c| !c.is_control())
                    .take(CHARACTERS)
                    .collect(),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_line_that_tells_something_is_shown_in_every_encoding() {
        let bytes = [
            b"ID 0001\n".as_slice(),
            &GB18030.encode("  云溪街道年度报告\n第二行").0,
        ]
        .concat();
        let previews = previews(&bytes);
        let names: Vec<_> = previews.iter().map(|preview| preview.encoding.as_str()).collect();
        assert_eq!(names, ["UTF-8", "gb18030", "Big5", "UTF-16LE", "UTF-16BE"]);
        assert_eq!(previews[1].text, "云溪街道年度报告");
        assert!(previews[0].text.contains('\u{FFFD}'));
    }
}

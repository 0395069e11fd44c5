//! The text of a .doc in the order of the document: pieces of the main stream, 8-bit or UTF-16.

use super::bytes::{part, plc, u16_at, u32_at};
use crate::input::limits;

/// A piece: characters that stand next to each other in the file.
#[derive(Debug, Clone, Copy)]
pub struct Piece {
    /// Its first character, counted over the whole document.
    pub start: usize,
    /// Behind its last character.
    pub end: usize,
    /// The byte of the main stream where it starts.
    pub byte: u32,
    /// Bytes of a character: 1 or 2.
    pub width: u32,
}

/// All characters as UTF-16 units, and where each stood.
#[derive(Debug, Default)]
pub struct Text {
    /// UTF-16 units.
    pub units: Vec<u16>,
    /// The pieces in the order of the document.
    pub pieces: Vec<Piece>,
}

impl Text {
    /// From the piece table.
    pub fn new(stream: &[u8], pieces: &[u8]) -> Text {
        let mut text = Text::default();
        for (start, end, entry) in plc(piece_table(pieces), 8) {
            let code = u32_at(entry, 2).unwrap_or(0);
            let is_narrow = code & 0x4000_0000 != 0;
            let width = if is_narrow { 1 } else { 2 };
            let byte = if is_narrow {
                (code & 0x3FFF_FFFF) / 2
            } else {
                code & 0x3FFF_FFFF
            };
            let count = (end as usize).saturating_sub(start as usize);
            let here = text.units.len();
            // Places in the document are counted: a gap would shift all that follows.
            if count == 0 || start as usize != here || here + count > limits::MAX_TEXT_BYTES {
                continue;
            }
            let available = stream.len().saturating_sub(byte as usize) / width as usize;
            let bytes =
                part(stream, byte as usize, count.min(available) * width as usize).unwrap_or_default();
            if is_narrow {
                let (decoded, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes);
                text.units.extend(decoded.chars().map(|c| c as u16));
            } else {
                text.units
                    .extend((0..bytes.len() / 2).filter_map(|at| u16_at(bytes, at * 2)));
            }
            text.pieces.push(Piece {
                start: here,
                end: text.units.len(),
                byte,
                width,
            });
            if count > available {
                break;
            }
        }
        text
    }

    /// The byte of the main stream where a character stood.
    pub fn byte_of(&self, at: usize) -> u32 {
        let behind = self.pieces.partition_point(|piece| piece.start <= at);
        let piece = behind.checked_sub(1).and_then(|piece| self.pieces.get(piece));
        piece.map_or(u32::MAX, |piece| {
            piece.byte.saturating_add((at - piece.start) as u32 * piece.width)
        })
    }
}

/// The piece table stands behind changes that pieces refer to.
fn piece_table(mut bytes: &[u8]) -> &[u8] {
    loop {
        match bytes.first() {
            Some(1) => {
                let length = u16_at(bytes, 1).map_or(0, usize::from);
                bytes = bytes.get(3 + length..).unwrap_or_default();
            }
            Some(2) => {
                let length = u32_at(bytes, 1).map_or(0, |length| length as usize);
                let rest = bytes.get(5..).unwrap_or_default();
                return rest.get(..length).unwrap_or(rest);
            }
            _ => return &[],
        }
    }
}

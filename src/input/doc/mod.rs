//! Word 97–2003 and WPS Writer: the binary .doc. Structures as in [MS-DOC].

mod body;
mod bytes;
mod compound;
mod lists;
mod properties;
mod styles;
mod text;

#[cfg(test)]
mod tests;

use super::{InputError, Reading};
use body::Body;
use bytes::{part, plc, u16_at, u32_at};
use compound::Compound;

const FORMAT: &str = "Word 97–2003文档";

/// Reads the main text, text boxes behind the paragraph they hang on, notes at the end.
pub fn read(bytes: &[u8]) -> Result<Reading, InputError> {
    let file = Compound::open(bytes).ok_or_else(|| damaged("目录已损坏"))?;
    let main = file.stream("WordDocument").ok_or_else(|| damaged("缺少正文"))?;
    let flags = u16_at(&main, 10).ok_or_else(|| damaged("正文已被截断"))?;
    let version = u16_at(&main, 2).unwrap_or(0);
    if flags & 0x0100 != 0 {
        return Err(InputError::Encrypted);
    }
    if version < 0xC1 {
        return Err(super::sniff::unknown(
            "Word 6.0/95 或更早的文档，请另存为 docx 后再试",
        ));
    }
    let name = if flags & 0x0200 != 0 { "1Table" } else { "0Table" };
    let table = file.stream(name).ok_or_else(|| damaged("缺少格式表"))?;
    let header = Header {
        main: &main,
        table: &table,
    };
    let mut body = Body::new(&header);
    if body.is_empty() {
        return Err(damaged("没有可读的正文"));
    }
    let builder = body.read(&header);
    body.cells().check()?;
    Ok(Reading::from(builder))
}

fn damaged(detail: &str) -> InputError {
    InputError::Damaged {
        format: FORMAT,
        detail: detail.into(),
    }
}

/// The header of the main stream: where everything stands.
pub struct Header<'b> {
    /// The stream with the text.
    pub main: &'b [u8],
    /// The stream with the tables.
    pub table: &'b [u8],
}

/// Structures in the table stream, by their index in the header.
#[derive(Debug, Clone, Copy)]
pub enum Part {
    /// The style sheet.
    Styles = 1,
    /// Pages of character properties.
    Characters = 12,
    /// Pages of paragraph properties.
    Paragraphs = 13,
    /// The piece table.
    Pieces = 33,
    /// Shapes and where they hang.
    Shapes = 40,
    /// Where each text box's text starts.
    TextBoxes = 56,
    /// Definitions of lists.
    Lists = 73,
    /// Uses of lists.
    ListUses = 74,
}

impl Header<'_> {
    /// Where a structure stands in the table stream, and its length.
    pub fn place(&self, part: Part) -> (usize, usize) {
        let at = 0x9A + part as usize * 8;
        let read = |at| u32_at(self.main, at).unwrap_or(0) as usize;
        (read(at), read(at + 4))
    }

    /// A structure in the table stream; what is left of it where the file was cut off.
    pub fn part(&self, wanted: Part) -> &[u8] {
        let (at, length) = self.place(wanted);
        part(self.table, at, length)
            .or_else(|| self.table.get(at..))
            .unwrap_or_default()
    }

    /// Characters of the sub-documents, in their order: text, footnotes, headers, macros, comments, endnotes,
    /// text boxes.
    pub fn lengths(&self) -> [usize; 7] {
        std::array::from_fn(|at| u32_at(self.main, 0x4C + at * 4).unwrap_or(0) as usize)
    }

    /// The text boxes: the character that each hangs on (if known), and the range of its text.
    pub fn text_boxes(&self) -> Vec<(Option<usize>, usize, usize)> {
        let shapes: std::collections::HashMap<u32, usize> = plc(self.part(Part::Shapes), 26)
            .filter_map(|(at, _, shape)| Some((u32_at(shape, 0)?, at as usize)))
            .collect();
        plc(self.part(Part::TextBoxes), 22)
            .map(|(start, end, entry)| {
                let anchor = u32_at(entry, 14).and_then(|shape| shapes.get(&shape).copied());
                (anchor, start as usize, end as usize)
            })
            .collect()
    }
}

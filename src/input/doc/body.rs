//! Characters with their properties → paragraphs, table rows, notes and text boxes.

use super::lists::Lists;
use super::properties::{CharacterProperties, ParagraphProperties, Runs};
use super::styles::Styles;
use super::text::Text;
use super::{Header, Part};
use crate::document::{Container, Place};
use crate::input::builder::{Builder, LINE_BREAK};
use crate::input::grid::Grid;
use crate::input::limits::Cells;
use std::ops::Range;

/// Everything that reading the text needs.
pub struct Body<'b> {
    main: &'b [u8],
    text: Text,
    characters: Runs,
    paragraphs: Runs,
    styles: Styles,
    lists: Lists,
    builder: Builder,
    tables: u32,
    grid: Grid,
    cells: Cells,
    boxes: Vec<(Option<usize>, Range<usize>)>,
}

/// What is being collected while walking.
#[derive(Default)]
struct Open {
    line: Vec<u16>,
    row: Vec<String>,
    cell: Vec<String>,
    /// For each open field whether its instruction has ended.
    fields: Vec<bool>,
    start: usize,
}

impl<'b> Body<'b> {
    /// Reads the tables.
    pub fn new(header: &Header<'b>) -> Body<'b> {
        let (lists_at, lists_length) = header.place(Part::Lists);
        let (uses_at, _) = header.place(Part::ListUses);
        Body {
            main: header.main,
            text: Text::new(header.main, header.part(Part::Pieces)),
            characters: Runs::new(header.main, header.part(Part::Characters), 1),
            paragraphs: Runs::new(header.main, header.part(Part::Paragraphs), 13),
            styles: Styles::new(header.part(Part::Styles)),
            lists: Lists::new(
                header.table,
                lists_at,
                lists_length,
                header.part(Part::ListUses),
                uses_at,
            ),
            builder: Builder::default(),
            tables: 0,
            grid: Grid::default(),
            cells: Cells::default(),
            boxes: vec![],
        }
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.text.units.is_empty()
    }

    /// Reads the whole document.
    pub fn read(&mut self, header: &Header<'_>) -> Builder {
        let [body, footnotes, headers, macros, comments, endnotes, _] = header.lengths();
        let notes_at = body;
        let endnotes_at = [footnotes, headers, macros, comments]
            .into_iter()
            .fold(body, usize::saturating_add);
        let boxes_at = endnotes_at.saturating_add(endnotes);
        self.boxes = header
            .text_boxes()
            .into_iter()
            .map(|(anchor, start, end)| {
                (
                    anchor,
                    boxes_at.saturating_add(start)..boxes_at.saturating_add(end),
                )
            })
            .collect();
        // From the last to the first anchor, so that the next one is at the end.
        self.boxes.sort_by_key(|(anchor, range)| {
            (
                std::cmp::Reverse(anchor.unwrap_or(usize::MAX)),
                std::cmp::Reverse(range.start),
            )
        });
        self.range(0..body, Container::Body);
        while let Some((_, range)) = self.boxes.pop() {
            self.range(range, Container::TextBox);
        }
        self.range(notes_at..notes_at.saturating_add(footnotes), Container::Footnote);
        self.range(endnotes_at..boxes_at, Container::Footnote);
        std::mem::take(&mut self.builder)
    }

    /// Cells of all tables; behind the limit they are counted but not written.
    pub fn cells(&self) -> Cells {
        self.cells
    }

    fn range(&mut self, range: Range<usize>, container: Container) {
        let range = range.start.min(self.text.units.len())..range.end.min(self.text.units.len());
        let mut open = Open {
            start: range.start,
            ..Open::default()
        };
        let mut shown = true;
        let mut properties = CharacterProperties::default();
        let mut until = range.start;
        for at in range.clone() {
            if at >= until {
                (properties, until) = self.character_run(at);
                shown = !properties.deleted && !self.is_hidden(properties);
            }
            let unit = self.text.units[at];
            match unit {
                0x13 => open.fields.push(false),
                0x14 => {
                    if let Some(field) = open.fields.last_mut() {
                        *field = true;
                    }
                }
                0x15 => {
                    open.fields.pop();
                }
                // A deleted mark joins its paragraph with the next.
                0x0D | 0x0C if properties.deleted => {}
                0x0D | 0x07 | 0x0C => self.end_paragraph(&mut open, at, container),
                _ if !shown || open.fields.iter().any(|ended| !ended) => {}
                0x0B | 0x0E => open.line.push(LINE_BREAK as u16),
                0x1E => open.line.push(u16::from(b'-')),
                0x28 if properties.symbol.is_some() => {}
                0xA0 => open.line.push(0x20),
                0x09 | 0x20.. => open.line.push(unit),
                _ => {}
            }
        }
        self.end_paragraph(&mut open, range.end, container);
        self.end_row(&mut open, vec![]);
        self.end_table();
    }

    /// Properties of the characters from `at` on, and where they may change: at the end of a run or piece.
    fn character_run(&self, at: usize) -> (CharacterProperties, usize) {
        let behind = self.text.pieces.partition_point(|piece| piece.start <= at);
        let Some(piece) = behind
            .checked_sub(1)
            .and_then(|piece| self.text.pieces.get(piece))
        else {
            return (CharacterProperties::default(), at + 1);
        };
        let byte = piece.byte.saturating_add((at - piece.start) as u32 * piece.width);
        let (changes, end) = self.characters.at(self.main, byte);
        let mut properties = CharacterProperties::default();
        properties.apply(changes);
        let count = (end.saturating_sub(byte) / piece.width).max(1) as usize;
        (properties, piece.end.min(at.saturating_add(count)))
    }

    fn is_hidden(&self, properties: CharacterProperties) -> bool {
        let by_style = || properties.style.is_some_and(|style| self.styles.is_hidden(style));
        properties.hidden.unwrap_or_else(by_style)
    }

    fn end_paragraph(&mut self, open: &mut Open, at: usize, container: Container) {
        let (changes, _) = self.paragraphs.at(self.main, self.text.byte_of(at));
        let style = super::u16_at(changes, 0).unwrap_or(0);
        let mut properties = ParagraphProperties::default();
        properties.apply(changes.get(2..).unwrap_or_default());
        let text: String = char::decode_utf16(open.line.drain(..))
            .map(|unit| unit.unwrap_or('\u{FFFD}'))
            .collect();
        let label = self.label(&properties, style, &text);
        let is_cell_end = self.text.units.get(at) == Some(&0x07);
        if properties.in_table && container == Container::Body {
            if !properties.row_end && !text.chars().all(crate::text::is_blank) {
                open.cell
                    .push(format!("{label}{}", text.trim().replace(LINE_BREAK, " ")));
            }
            if properties.row_end {
                self.end_row(open, properties.cell_ends);
            } else if is_cell_end && properties.depth <= 1 {
                open.row.push(std::mem::take(&mut open.cell).join("／"));
            }
        } else {
            self.end_row(open, vec![]);
            self.end_table();
            self.builder.paragraph(
                &label,
                text.trim_matches(crate::text::is_blank),
                Place {
                    page: None,
                    container,
                },
            );
        }
        if container == Container::Body {
            self.boxes_before(at + 1);
        }
        open.start = at + 1;
    }

    fn boxes_before(&mut self, end: usize) {
        while let Some((Some(anchor), _)) = self.boxes.last() {
            if *anchor >= end {
                return;
            }
            if let Some((_, range)) = self.boxes.pop() {
                self.end_table();
                self.range(range, Container::TextBox);
            }
        }
    }

    fn end_row(&mut self, open: &mut Open, ends: Vec<i32>) {
        if !open.cell.is_empty() {
            open.row.push(std::mem::take(&mut open.cell).join("／"));
        }
        let row = std::mem::take(&mut open.row);
        self.cells.add(row.len());
        if !row.is_empty() && self.cells.check().is_ok() {
            self.grid.push(row, ends);
        }
    }

    fn end_table(&mut self) {
        self.tables += u32::from(self.grid.write(&mut self.builder, self.tables + 1));
    }

    /// The number that Word shows before the paragraph; empty paragraphs take none.
    fn label(&mut self, properties: &ParagraphProperties, style: u16, text: &str) -> String {
        if text.chars().all(crate::text::is_blank) {
            return String::new();
        }
        let style = properties.style.unwrap_or(style);
        let (list, level, named_by) = match properties.list {
            Some(list) => (
                Some(list),
                properties.level.or_else(|| self.styles.numbering(style).1),
                style,
            ),
            None => {
                let (list, level, named_by) = self.styles.numbering(style);
                (list, properties.level.or(level), named_by)
            }
        };
        match list {
            // 0 switches numbering off, 2047 and above are marks of older versions.
            Some(list @ 1..2047) => self.lists.label(list, level, named_by),
            _ => String::new(),
        }
    }
}

//! Paragraphs, rows, notes and boxes as they are finished.

use crate::document::{Container, Place};
use crate::input::builder::Builder;
use crate::input::grid::{Grid, MAX_COLUMNS};
use crate::input::limits::Cells;
use crate::input::{InputError, limits};

/// What stands beside the running text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A footnote or endnote: to the end of the document.
    Note,
    /// A text box: behind the paragraph or table it hangs on.
    Box,
}

/// Text that is being collected; notes and boxes have their own.
#[derive(Debug, Default)]
struct Flow {
    label: String,
    line: String,
    cell: Vec<String>,
    row: Vec<String>,
    done: Vec<(String, String)>,
}

/// Collects and writes.
#[derive(Debug, Default)]
pub struct Output {
    builder: Builder,
    flow: Flow,
    outer: Vec<Flow>,
    boxes: Vec<(String, String)>,
    /// Those that hang on a row: they stand behind the table.
    table_boxes: Vec<(String, String)>,
    notes: Vec<(String, String)>,
    tables: u32,
    /// Where the cells of the row end, as far as its definition was read.
    ends: Vec<i32>,
    grid: Grid,
    cells: Cells,
}

impl Output {
    /// A character of text.
    pub fn push(&mut self, c: char) {
        self.flow.line.push(c);
    }

    /// A character of the finished label.
    pub fn push_label(&mut self, c: char) {
        self.flow.label.push(c);
    }

    /// The label, made from the list tables.
    pub fn set_label(&mut self, label: String) {
        self.flow.label = label;
    }

    /// Whether the paragraph has no text so far.
    pub fn is_blank(&self) -> bool {
        self.flow.line.chars().all(crate::text::is_blank)
    }

    /// The limit that was passed, if any.
    pub fn check(&self) -> Result<(), InputError> {
        self.cells.check()?;
        match self.builder.len() + self.grid.len() {
            bytes if bytes > limits::MAX_TEXT_BYTES => Err(limits::too_large(bytes, limits::MAX_TEXT_BYTES)),
            _ => Ok(()),
        }
    }

    /// A note or box begins.
    pub fn open(&mut self) {
        self.outer.push(std::mem::take(&mut self.flow));
    }

    /// A note or box ends.
    pub fn close(&mut self, kind: Kind) {
        self.paragraph(false);
        let Some(outer) = self.outer.pop() else {
            return;
        };
        let inner = std::mem::replace(&mut self.flow, outer);
        match kind {
            Kind::Note => self.notes.extend(inner.done),
            Kind::Box => self.boxes.extend(inner.done),
        }
    }

    /// The end of a paragraph.
    pub fn paragraph(&mut self, in_table: bool) {
        let (label, text) = self.take_line();
        if !self.outer.is_empty() {
            self.flow.done.push((label, text));
            return;
        }
        if in_table {
            if !text.is_empty() {
                self.flow.cell.push(label + &text);
            }
            return;
        }
        self.row();
        if self.grid.write(&mut self.builder, self.tables + 1) {
            self.tables += 1;
            let boxes = std::mem::take(&mut self.table_boxes);
            self.write_boxes(boxes);
        }
        self.builder.paragraph(&label, &text, Place::default());
        let boxes = std::mem::take(&mut self.boxes);
        self.write_boxes(boxes);
    }

    /// The end of a cell; `outermost` is false in a table in a table, whose cells join the cell around them.
    pub fn cell(&mut self, outermost: bool) {
        if !self.outer.is_empty() {
            return self.paragraph(false);
        }
        self.paragraph(true);
        if outermost {
            self.flow.row.push(std::mem::take(&mut self.flow.cell).join("／"));
            self.cells.add(1);
        }
    }

    /// The end of a row.
    pub fn row(&mut self) {
        if !self.outer.is_empty() {
            return;
        }
        if !self.flow.cell.is_empty() {
            self.flow.row.push(std::mem::take(&mut self.flow.cell).join("／"));
        }
        let row = std::mem::take(&mut self.flow.row);
        if row.is_empty() {
            return;
        }
        self.grid.push(row, self.ends.clone());
        self.table_boxes.append(&mut self.boxes);
    }

    /// A row is defined anew.
    pub fn define_row(&mut self) {
        self.ends.clear();
    }

    /// The definition of the next cell: where it ends, in twips from the left.
    pub fn define_cell(&mut self, end: i32) {
        if self.ends.len() <= MAX_COLUMNS {
            self.ends.push(end);
        }
    }

    /// Everything, notes at the end.
    pub fn finish(mut self) -> Builder {
        self.paragraph(false);
        for (label, text) in std::mem::take(&mut self.notes) {
            self.builder.paragraph(&label, &text, place(Container::Footnote));
        }
        self.builder
    }

    fn take_line(&mut self) -> (String, String) {
        let line = std::mem::take(&mut self.flow.line);
        let label = std::mem::take(&mut self.flow.label);
        let mut label = label.trim_matches(crate::text::is_blank).to_string();
        label.retain(|c| !matches!(c, '\u{E000}'..='\u{F8FF}'));
        // Behind "1." a digit may follow, which must not become part of the number.
        if label.ends_with(|c: char| c.is_ascii_graphic()) {
            label.push(' ');
        }
        let text = line.trim_matches(crate::text::is_blank).to_string();
        if text.is_empty() {
            label.clear();
        }
        (label, text)
    }

    fn write_boxes(&mut self, boxes: Vec<(String, String)>) {
        for (label, text) in boxes {
            self.builder.paragraph(&label, &text, place(Container::TextBox));
        }
    }
}

fn place(container: Container) -> Place {
    Place {
        page: None,
        container,
    }
}

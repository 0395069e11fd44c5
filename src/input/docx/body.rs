//! The blocks of a document: paragraphs, tables row by row, text boxes behind their paragraph, notes.

use super::inline::{Fields, Inline, Runs};
use super::numbering::Numbering;
use super::styles::{Styles, hidden, list_reference};
use crate::document::{Container, Part, Place};
use crate::input::builder::{Builder, LINE_BREAK, row_place};
use crate::input::limits::Cells;
use crate::input::traced::Traced;
use crate::input::xml::{attribute, child, child_value, children, name};
use crate::input::{InputError, limits};
use roxmltree::Node;
use std::collections::HashMap;

/// A table of one column with cells as long as this is no table but a frame around running text.
const FRAME_PARAGRAPHS: usize = 8;

/// Goes through a document once, in reading order.
#[derive(Default)]
pub struct Walker {
    /// What was read so far.
    pub builder: Builder,
    /// The document's styles.
    pub styles: Styles,
    /// The document's lists.
    pub numbering: Numbering,
    /// Notes in the order of their references: kind and identifier.
    notes: Vec<(&'static str, String)>,
    tables: u32,
    cells: Cells,
    /// What a paragraph with a deleted mark leaves for the next one.
    joined: Joined,
    /// The runs of the part that is being read.
    runs: Runs,
    /// Files of other formats that Word shows in their place (`altChunk`), by the identifiers of their relations.
    pub chunks: HashMap<String, Builder>,
}

/// The text before a paragraph mark that is not there any more.
#[derive(Default)]
struct Joined {
    label: String,
    text: Traced,
}

/// A paragraph that is complete.
struct Paragraph {
    label: String,
    text: Traced,
}

/// Where paragraphs go: to the document, or into a cell.
enum Sink<'s> {
    Document(Place),
    Cell(&'s mut Vec<Paragraph>),
}

impl Walker {
    /// Reads the main part.
    pub fn body(&mut self, root: Node) -> Result<(), InputError> {
        let place = Place::default();
        self.runs = Runs::of(Part::Body, root);
        self.blocks(root, &mut Sink::Document(place), &mut Fields::default())?;
        self.finish_joined(&mut Sink::Document(place));
        Ok(())
    }

    /// Reads the notes of one kind (`footnote`, `endnote`) that the text refers to, in its order.
    pub fn notes(&mut self, kind: &'static str, root: Node) -> Result<(), InputError> {
        self.runs = Runs::of(
            if kind == "footnote" {
                Part::Footnotes
            } else {
                Part::Endnotes
            },
            root,
        );
        let wanted: Vec<_> = self.notes.iter().filter(|(of, _)| *of == kind).cloned().collect();
        let mut notes = HashMap::new();
        for note in children(root, kind) {
            let is_text = attribute(note, "type").is_none_or(|kind| kind == "normal");
            if let Some(id) = attribute(note, "id").filter(|_| is_text) {
                notes.insert(id, note);
            }
        }
        let place = Place {
            page: None,
            container: Container::Footnote,
        };
        for (_, id) in wanted {
            if let Some(note) = notes.remove(id.as_str()) {
                self.blocks(note, &mut Sink::Document(place), &mut Fields::default())?;
                self.finish_joined(&mut Sink::Document(place));
            }
        }
        Ok(())
    }

    fn blocks(&mut self, parent: Node, sink: &mut Sink, fields: &mut Fields) -> Result<(), InputError> {
        for node in parent.children() {
            match name(node) {
                "p" => self.paragraph(node, sink, fields)?,
                "tbl" => self.table(node, sink, fields)?,
                "altChunk" => self.chunk(node, sink),
                "AlternateContent" => {
                    if let Some(node) = alternative(node) {
                        self.blocks(node, sink, fields)?;
                    }
                }
                "" | "del" | "moveFrom" | "sdtPr" | "sdtEndPr" | "sectPr" | "tblPr" | "tcPr" => {}
                _ => self.blocks(node, sink, fields)?,
            }
        }
        Ok(())
    }

    fn paragraph(&mut self, node: Node, sink: &mut Sink, fields: &mut Fields) -> Result<(), InputError> {
        let properties = child(node, "pPr");
        let style = properties.and_then(|node| child_value(node, "pStyle"));
        let is_hidden = self.styles.paragraph_hidden(style);
        let Inline {
            text, boxes, notes, ..
        } = Inline::of(node, &self.styles, &self.runs, fields, is_hidden);
        self.notes.extend(notes);

        let mark = properties.and_then(|node| child(node, "rPr"));
        let has_mark = |name| mark.is_some_and(|mark| child(mark, name).is_some());
        let is_deleted = has_mark("del") || has_mark("moveFrom");
        let is_run_in = has_mark("specVanish") && mark.and_then(hidden) == Some(true);
        self.joined.text.append(text);
        // Empty paragraphs take no number, and of joined ones the last paragraph's mark counts.
        if !is_deleted && !self.joined.text.is_blank() && self.joined.label.is_empty() {
            self.joined.label = self.label(properties, style);
        }
        if !is_deleted && !is_run_in {
            self.finish_joined(sink);
        }
        for content in boxes {
            self.text_box(content, sink)?;
        }
        if self.builder.len() > limits::MAX_TEXT_BYTES {
            return Err(limits::too_large(self.builder.len(), limits::MAX_TEXT_BYTES));
        }
        Ok(())
    }

    fn chunk(&mut self, node: Node, sink: &Sink) {
        let chunk = attribute(node, "id").and_then(|id| self.chunks.remove(id));
        if let (Some(chunk), Sink::Document(_)) = (chunk, sink) {
            self.tables = self.builder.append(chunk, self.tables);
        }
    }

    /// Text boxes stand behind the paragraph that they are anchored in.
    fn text_box(&mut self, content: Node, sink: &mut Sink) -> Result<(), InputError> {
        let waiting = std::mem::take(&mut self.joined);
        let in_box = Place {
            page: None,
            container: Container::TextBox,
        };
        match sink {
            Sink::Document(place) if place.container == Container::Body => {
                let mut sink = Sink::Document(in_box);
                self.blocks(content, &mut sink, &mut Fields::default())?;
                self.finish_joined(&mut sink);
            }
            sink => {
                self.blocks(content, sink, &mut Fields::default())?;
                self.finish_joined(sink);
            }
        }
        self.joined = waiting;
        Ok(())
    }

    fn finish_joined(&mut self, sink: &mut Sink) {
        let Joined { label, text } = std::mem::take(&mut self.joined);
        match sink {
            Sink::Document(place) => self.builder.traced_paragraph(&label, &text, *place),
            Sink::Cell(paragraphs) => {
                if !text.is_blank() {
                    paragraphs.push(Paragraph { label, text });
                }
            }
        }
    }

    /// The number of a paragraph. What the paragraph says itself goes before what its styles say; `0` means none.
    fn label(&mut self, properties: Option<Node>, style: Option<&str>) -> String {
        let own = properties.map(list_reference).unwrap_or_default();
        let style = style.or(self.styles.default_paragraph());
        let from_style = self.styles.list(style);
        let list = match (&own.list, &from_style) {
            (Some(list), _) => list.as_str(),
            (None, Some(from_style)) => from_style.list,
            (None, None) => return String::new(),
        };
        if list == "0" {
            return String::new();
        }
        let linked = || {
            let mut styles = self.styles.names(style);
            styles.find_map(|style| self.numbering.depth_of_style(list, style))
        };
        let depth = match (own.depth, &own.list, &from_style) {
            (Some(depth), _, _) => depth,
            (None, None, Some(from_style)) => from_style
                .depth
                .or_else(|| self.numbering.depth_of_style(list, from_style.style))
                .or_else(linked)
                .unwrap_or(0),
            _ => linked().unwrap_or(0),
        };
        let list = list.to_string();
        self.numbering.label(&list, depth)
    }

    fn table(&mut self, table: Node, sink: &mut Sink, fields: &mut Fields) -> Result<(), InputError> {
        let mut rows = Vec::new();
        collect(table, "tr", &mut rows);
        rows.retain(|row| child(*row, "trPr").is_none_or(|properties| child(properties, "del").is_none()));
        if let Sink::Cell(_) = sink {
            // A table in a cell is flattened into the cell.
            for row in rows {
                for cell in cells(row) {
                    self.count_cell()?;
                    self.blocks(cell, sink, fields)?;
                }
            }
            return Ok(());
        }
        let frame = rows.iter().all(|row| cells(*row).len() == 1)
            && rows
                .iter()
                .any(|row| children_deep(cells(*row)[0]) >= FRAME_PARAGRAPHS);
        if frame {
            for row in rows {
                self.count_cell()?;
                self.blocks(cells(row)[0], sink, fields)?;
            }
            return Ok(());
        }
        self.tables += 1;
        let number = self.tables;
        for (at, row) in rows.into_iter().enumerate() {
            let texts = self.row(row, fields)?;
            let place = match sink {
                Sink::Document(place) if place.container != Container::Body => *place,
                _ => row_place(number, at as u32 + 1),
            };
            self.builder.traced_row(&texts, place);
        }
        Ok(())
    }

    /// The cells of a row; where one spans columns, empty ones follow, so that columns stand below their heads.
    fn row(&mut self, row: Node, fields: &mut Fields) -> Result<Vec<Traced>, InputError> {
        let before = child(row, "trPr").and_then(|node| child_value(node, "gridBefore"));
        let mut texts = vec![Traced::default(); columns(before, 0)];
        for cell in cells(row) {
            self.count_cell()?;
            let mut paragraphs = Vec::new();
            self.blocks(cell, &mut Sink::Cell(&mut paragraphs), fields)?;
            self.finish_joined(&mut Sink::Cell(&mut paragraphs));
            let mut text = Traced::default();
            for (at, paragraph) in paragraphs.iter().enumerate() {
                text.push_str(if at > 0 { "／" } else { "" });
                text.push_str(&paragraph.label);
                text.append(paragraph.text.trimmed());
            }
            texts.push(text.replaced(LINE_BREAK, "／"));
            let span = child(cell, "tcPr").and_then(|node| child_value(node, "gridSpan"));
            texts.extend((1..columns(span, 1)).map(|_| Traced::default()));
        }
        Ok(texts)
    }

    fn count_cell(&mut self) -> Result<(), InputError> {
        self.cells.add(1);
        self.cells.check()
    }
}

/// The alternative that a new program takes; old ones take the fallback.
pub fn alternative<'t, 'i>(node: Node<'t, 'i>) -> Option<Node<'t, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}

/// Word allows 63 columns.
fn columns(value: Option<&str>, default: usize) -> usize {
    value
        .and_then(|value| value.parse().ok())
        .unwrap_or(default)
        .min(63)
}

/// The cells of a row without those that were deleted.
fn cells<'t, 'i>(row: Node<'t, 'i>) -> Vec<Node<'t, 'i>> {
    let mut cells = Vec::new();
    collect(row, "tc", &mut cells);
    cells.retain(|cell| child(*cell, "tcPr").is_none_or(|properties| child(properties, "cellDel").is_none()));
    cells
}

/// The rows of a table or the cells of a row: content controls, insertions and custom XML may stand between.
fn collect<'t, 'i>(parent: Node<'t, 'i>, wanted: &str, found: &mut Vec<Node<'t, 'i>>) {
    for node in parent.children() {
        match name(node) {
            name if name == wanted => found.push(node),
            "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" => collect(node, wanted, found),
            _ => {}
        }
    }
}

fn children_deep(cell: Node) -> usize {
    let mut paragraphs = Vec::new();
    collect(cell, "p", &mut paragraphs);
    (paragraphs.iter())
        .filter(|node| node.descendants().any(|node| name(node) == "t"))
        .count()
}

//! The blocks of a document: paragraphs, headings, lists, tables row by row, text boxes, notes.

use super::styles::Styles;
use crate::document::{Container, Place};
use crate::input::builder::{Builder, LINE_BREAK, row_place};
use crate::input::limits::Cells;
use crate::input::numbering::Counters;
use crate::input::xml::{attribute, name};
use crate::input::{InputError, limits};
use roxmltree::Node;
use std::collections::HashMap;

/// Most copies of one row or cell: spreadsheets pasted into a text repeat empty ones a thousand times.
const MAX_REPEATED: usize = 64;

/// Goes through a document once, in reading order.
#[derive(Default)]
pub struct Walker<'t, 'i> {
    /// What was read so far.
    pub builder: Builder,
    /// The document's styles.
    pub styles: Styles,
    counters: Counters<usize>,
    /// The list that each identifier and each list style was used for last.
    lists: HashMap<String, usize>,
    /// The newest of these lists; 0 belongs to the headings.
    last_list: usize,
    notes: Vec<Node<'t, 'i>>,
    tables: u32,
    cells: Cells,
}

/// Where in a list a block stands.
#[derive(Clone, Copy)]
struct InList<'t> {
    /// Which run of numbers; 0 is that of the headings.
    list: usize,
    style: &'t str,
    depth: usize,
}

/// The number that the next paragraph of a list item takes.
#[derive(Clone, Copy, Default)]
struct Item<'t> {
    list: Option<InList<'t>>,
    start: Option<u32>,
    is_numbered: bool,
}

/// Where paragraphs go: to the document, or into a cell.
enum Sink<'s> {
    Document(Place),
    Cell(&'s mut Vec<String>),
}

/// What a paragraph has.
#[derive(Default)]
struct Inline<'t, 'i> {
    text: String,
    boxes: Vec<Node<'t, 'i>>,
}

impl<'t, 'i> Walker<'t, 'i> {
    /// Reads `office:body`, then the notes in the order of their references.
    pub fn body(&mut self, body: Node<'t, 'i>) -> Result<(), InputError> {
        self.blocks(body, &mut Sink::Document(Place::default()), &mut Item::default())?;
        let place = Place {
            page: None,
            container: Container::Footnote,
        };
        let mut at = 0;
        while let Some(note) = self.notes.get(at).copied() {
            self.blocks(note, &mut Sink::Document(place), &mut Item::default())?;
            at += 1;
        }
        Ok(())
    }

    fn blocks(
        &mut self,
        parent: Node<'t, 'i>,
        sink: &mut Sink,
        item: &mut Item<'t>,
    ) -> Result<(), InputError> {
        for node in parent.children() {
            match name(node) {
                "p" | "h" => self.paragraph(node, sink, item)?,
                "list" => self.list(node, sink, item)?,
                "table" => self.table(node, sink)?,
                "section" if self.is_section_hidden(node) => {}
                name if is_drawing(name) => self.text_box(node, sink)?,
                ""
                | "tracked-changes"
                | "table-of-content-source"
                | "forms"
                | "annotation"
                | "number"
                | "alphabetical-index-source"
                | "illustration-index-source"
                | "table-index-source"
                | "user-index-source"
                | "object-index-source"
                | "bibliography-source" => {}
                _ => self.blocks(node, sink, item)?,
            }
        }
        Ok(())
    }

    fn paragraph(
        &mut self,
        node: Node<'t, 'i>,
        sink: &mut Sink,
        item: &mut Item<'t>,
    ) -> Result<(), InputError> {
        let mut inline = Inline::default();
        let style = attribute(node, "style-name");
        let hidden = self.styles.is_hidden("paragraph", style).unwrap_or(false);
        self.inline(node, &mut inline, hidden);
        let text = inline.text.trim_matches([' ', '\n']);
        if !text.chars().all(crate::text::is_blank) {
            let label = self.label(node, style, item);
            match sink {
                Sink::Document(place) => self.builder.paragraph(&label, text, *place),
                Sink::Cell(paragraphs) => paragraphs.push(label + text),
            }
        }
        for content in inline.boxes {
            self.text_box(content, sink)?;
        }
        if self.builder.len() > limits::MAX_TEXT_BYTES {
            return Err(limits::too_large(self.builder.len(), limits::MAX_TEXT_BYTES));
        }
        Ok(())
    }

    /// The first paragraph of a list item has the item's number, a heading that of its level.
    fn label(&mut self, node: Node, style: Option<&str>, item: &mut Item) -> String {
        let from_style = self.styles.list_of_paragraph(style);
        if let Some(place) = item.list {
            if std::mem::replace(&mut item.is_numbered, true) {
                return String::new();
            }
            // A list without a style of its own takes that of the paragraph.
            let name = match place.style {
                "" => from_style.unwrap_or_default(),
                style => style,
            };
            return match self.styles.list(name) {
                Some(levels) => self.counters.next(place.list, levels, place.depth, item.start),
                None => String::new(),
            };
        }
        if name(node) != "h" || from_style == Some("") || attribute(node, "is-list-header") == Some("true") {
            return String::new();
        }
        let depth = attribute(node, "outline-level")
            .and_then(|level| level.parse::<usize>().ok())
            .unwrap_or(1);
        let levels = from_style
            .and_then(|list| self.styles.list(list))
            .unwrap_or(&self.styles.outline);
        let start = match attribute(node, "restart-numbering") {
            Some("true") => attribute(node, "start-value")
                .and_then(|start| start.parse().ok())
                .or(Some(1)),
            _ => None,
        };
        self.counters.next(0, levels, depth.saturating_sub(1), start)
    }

    fn list(&mut self, node: Node<'t, 'i>, sink: &mut Sink, outer: &mut Item<'t>) -> Result<(), InputError> {
        let style = attribute(node, "style-name");
        let place = match outer.list {
            Some(outer) => InList {
                style: style.unwrap_or(outer.style),
                depth: outer.depth + 1,
                ..outer
            },
            None => InList {
                list: self.list_number(node),
                style: style.unwrap_or_default(),
                depth: 0,
            },
        };
        for node in node.children() {
            let is_header = match name(node) {
                "list-item" => false,
                "list-header" => true,
                _ => continue,
            };
            let mut item = Item {
                list: Some(place),
                start: attribute(node, "start-value").and_then(|start| start.parse().ok()),
                is_numbered: is_header,
            };
            self.blocks(node, sink, &mut item)?;
        }
        Ok(())
    }

    /// The run of numbers that a list continues, or a new one.
    fn list_number(&mut self, node: Node) -> usize {
        let style = format!("style {}", attribute(node, "style-name").unwrap_or_default());
        let id = |name| attribute(node, name).map(|id| format!("id {id}"));
        let continues = attribute(node, "continue-numbering") == Some("true");
        let known = id("continue-list").and_then(|id| self.lists.get(&id));
        let known = known
            .or_else(|| self.lists.get(&style).filter(|_| continues))
            .copied();
        let number = known.unwrap_or(self.last_list + 1);
        self.last_list = self.last_list.max(number);
        self.lists.insert(style, number);
        if let Some(id) = id("id") {
            self.lists.insert(id, number);
        }
        number
    }

    fn inline(&mut self, parent: Node<'t, 'i>, inline: &mut Inline<'t, 'i>, hidden: bool) {
        for node in parent.children() {
            if let Some(text) = node.text().filter(|_| node.is_text() && !hidden) {
                inline.push(text);
                continue;
            }
            match name(node) {
                "span" => {
                    let style = attribute(node, "style-name");
                    let hidden = self.styles.is_hidden("text", style).unwrap_or(hidden);
                    self.inline(node, inline, hidden);
                }
                "note" if !hidden => {
                    self.notes
                        .extend(node.children().find(|node| name(*node) == "note-body"));
                }
                name if is_drawing(name) && !hidden => inline.boxes.push(node),
                "s" if !hidden => {
                    let count = attribute(node, "c").and_then(|count| count.parse().ok());
                    inline
                        .text
                        .extend(std::iter::repeat_n(' ', count.unwrap_or(1).min(100)));
                }
                "tab" if !hidden => inline.text.push('\t'),
                "line-break" if !hidden => inline.text.push(LINE_BREAK),
                "" | "note" | "annotation" | "ruby-text" | "hidden-text" | "script" | "number" => {}
                name if is_drawing(name) => {}
                _ => self.inline(node, inline, hidden),
            }
        }
    }

    /// Text boxes stand behind the paragraph that they are anchored in.
    fn text_box(&mut self, content: Node<'t, 'i>, sink: &mut Sink) -> Result<(), InputError> {
        match sink {
            Sink::Document(place) if place.container == Container::Body => {
                let place = Place {
                    page: None,
                    container: Container::TextBox,
                };
                self.blocks(content, &mut Sink::Document(place), &mut Item::default())
            }
            sink => self.blocks(content, sink, &mut Item::default()),
        }
    }

    fn is_section_hidden(&self, node: Node) -> bool {
        attribute(node, "display") == Some("none")
    }

    fn table(&mut self, table: Node<'t, 'i>, sink: &mut Sink) -> Result<(), InputError> {
        let mut rows = Vec::new();
        collect_rows(table, &mut rows);
        if let Sink::Cell(_) = sink {
            // A table in a cell is flattened into the cell.
            for cell in rows.iter().flat_map(|row| cells(*row)) {
                self.count_cell()?;
                self.blocks(cell, sink, &mut Item::default())?;
            }
            return Ok(());
        }
        self.tables += 1;
        let number = self.tables;
        let mut at = 0;
        for row in rows {
            let texts = self.row(row)?;
            at += 1;
            let place = match sink {
                Sink::Document(place) if place.container != Container::Body => *place,
                _ => row_place(number, at),
            };
            self.builder.row(&texts, place);
        }
        Ok(())
    }

    /// The cells of a row; those that another one covers are empty, so that columns stand below their heads.
    fn row(&mut self, row: Node<'t, 'i>) -> Result<Vec<String>, InputError> {
        let mut texts = Vec::new();
        let mut bytes = 0;
        for cell in cells(row) {
            self.count_cell()?;
            let mut paragraphs = Vec::new();
            self.blocks(cell, &mut Sink::Cell(&mut paragraphs), &mut Item::default())?;
            let text = paragraphs.join("／").replace(LINE_BREAK, "／");
            let repeated = attribute(cell, "number-columns-repeated").and_then(|count| count.parse().ok());
            let repeated = repeated.unwrap_or(1).min(MAX_REPEATED);
            bytes += text.len().saturating_mul(repeated);
            if bytes > limits::MAX_TEXT_BYTES {
                return Err(limits::too_large(bytes, limits::MAX_TEXT_BYTES));
            }
            texts.extend(std::iter::repeat_n(text, repeated));
        }
        Ok(texts)
    }

    fn count_cell(&mut self) -> Result<(), InputError> {
        self.cells.add(1);
        self.cells.check()
    }
}

impl Inline<'_, '_> {
    /// White space in the file counts as one blank.
    fn push(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\n' | '\r' | '\t' => {
                    if !self.text.ends_with(' ') {
                        self.text.push(' ');
                    }
                }
                '\u{2011}' => self.text.push('-'),
                '\u{AD}' => {}
                c => self.text.push(c),
            }
        }
    }
}

fn is_drawing(name: &str) -> bool {
    matches!(
        name,
        "frame"
            | "custom-shape"
            | "rect"
            | "ellipse"
            | "circle"
            | "g"
            | "text-box"
            | "line"
            | "path"
            | "polygon"
            | "polyline"
            | "connector"
            | "caption"
            | "measure"
            | "regular-polygon"
    )
}

fn collect_rows<'t, 'i>(parent: Node<'t, 'i>, rows: &mut Vec<Node<'t, 'i>>) {
    for node in parent.children() {
        match name(node) {
            "table-row" => rows.push(node),
            "table-rows" | "table-header-rows" | "table-row-group" => collect_rows(node, rows),
            _ => {}
        }
    }
}

fn cells<'t, 'i>(row: Node<'t, 'i>) -> impl Iterator<Item = Node<'t, 'i>> {
    row.children()
        .filter(|node| matches!(name(*node), "table-cell" | "covered-table-cell"))
}

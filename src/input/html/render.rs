//! The article's elements → paragraphs and table rows.

use super::article::is_page_line;
use super::tree::{Content, Id, Tree, is_block};
use crate::document::Place;
use crate::input::builder::{Builder, LINE_BREAK, row_place};
use crate::input::limits::Cells;
use crate::input::numbering::NumberFormat;

/// A cell may span this many columns, as long as its row is not wider than [`WIDEST_ROW`].
const MOST_COLUMNS: u32 = 100;
const WIDEST_ROW: usize = 1_000;

/// Writes paragraphs while walking the tree.
pub struct Renderer<'t> {
    tree: &'t Tree,
    noise: &'t [bool],
    builder: Builder,
    line: String,
    label: String,
    in_paragraph: bool,
    tables: u32,
    cells: Cells,
}

impl<'t> Renderer<'t> {
    /// Nodes with `noise` are left out.
    pub fn new(tree: &'t Tree, noise: &'t [bool]) -> Renderer<'t> {
        Renderer {
            tree,
            noise,
            builder: Builder::default(),
            line: String::new(),
            label: String::new(),
            in_paragraph: false,
            tables: 0,
            cells: Cells::default(),
        }
    }

    /// Writes a line that stands before everything else.
    pub fn title(&mut self, text: &str) {
        self.builder.paragraph("", text, Place::default());
    }

    /// Writes what is in an element.
    pub fn element(&mut self, id: Id) {
        self.node(id);
        self.flush();
    }

    /// How many table cells there were; behind the limit they are counted but not written.
    pub fn cells(&self) -> Cells {
        self.cells
    }

    /// What was written.
    pub fn finish(self) -> Builder {
        self.builder
    }

    fn node(&mut self, id: Id) {
        if self.noise.get(id).copied().unwrap_or(false) {
            return;
        }
        let tag = match self.tree.nodes.get(id).map(|node| &node.content) {
            Some(Content::Text(text)) => return self.text(text),
            Some(Content::Element(tag)) => tag,
            None => return,
        };
        match tag.name.as_str() {
            "br" => self.line_break(),
            "table" => self.table(id),
            "ol" | "ul" => self.list(id),
            "pre" | "xmp" => {
                self.flush();
                self.preformatted(id);
                self.flush();
            }
            _ if is_ignored_label(tag.get("style")) => {
                let mut label = String::new();
                gather(self.tree, self.noise, id, &mut label);
                self.label = label.trim_matches(crate::text::is_blank).to_string();
            }
            name if is_block(name) => {
                self.flush();
                let outer = self.in_paragraph;
                self.in_paragraph |= name == "p";
                self.inside(id);
                self.in_paragraph = outer;
                self.flush();
            }
            _ => self.inside(id),
        }
    }

    fn inside(&mut self, id: Id) {
        for &child in self.tree.children(id) {
            self.node(child);
        }
    }

    fn text(&mut self, text: &str) {
        push_collapsed(&mut self.line, text);
    }

    /// Between paragraphs a line break is the end of one: offices write whole reports that way.
    fn line_break(&mut self) {
        if self.in_paragraph {
            self.line.push(LINE_BREAK);
        } else {
            self.flush();
        }
    }

    fn preformatted(&mut self, id: Id) {
        let mut text = String::new();
        gather_raw(self.tree, self.noise, id, &mut text);
        for line in text.lines() {
            self.builder.paragraph("", line.trim_end(), Place::default());
        }
    }

    fn flush(&mut self) {
        let line = std::mem::take(&mut self.line);
        let label = std::mem::take(&mut self.label);
        let blank = |c: char| crate::text::is_blank(c) || c == LINE_BREAK;
        let text = line.trim_matches(blank);
        if text.is_empty() {
            // A label waits for its text: Word sometimes wraps the two in blocks of their own.
            self.label = label;
            return;
        }
        if !is_page_line(text) {
            self.builder.paragraph(&label, text, Place::default());
        }
    }

    fn list(&mut self, id: Id) {
        self.flush();
        let tree = self.tree;
        let Some(tag) = tree.tag(id) else { return };
        let mut number: u32 = tag.get("start").parse().unwrap_or(1);
        for &child in tree.children(id) {
            if tree.name(child) != "li" {
                self.node(child);
                continue;
            }
            if let Some(value) = tree.tag(child).and_then(|tag| tag.get("value").parse().ok()) {
                number = value;
            }
            if tag.name == "ol" {
                self.label = list_label(tag.get("type"), tag.get("style"), number);
            }
            self.node(child);
            self.label.clear();
            number = number.saturating_add(1);
        }
        self.flush();
    }

    fn table(&mut self, id: Id) {
        self.flush();
        let mut rows = vec![];
        self.rows_of(id, &mut rows);
        if self.is_layout(&rows) {
            let outer = std::mem::replace(&mut self.in_paragraph, false);
            self.inside(id);
            self.in_paragraph = outer;
            return self.flush();
        }
        self.tables += 1;
        let table = self.tables;
        // Cells that reach down from rows above: how many rows are left, by column.
        let mut hanging: Vec<u32> = vec![];
        for (at, cells) in rows.iter().enumerate() {
            let mut row = vec![];
            for &cell in cells {
                self.hang(&mut hanging, &mut row);
                let span = |name: &str, most: u32| {
                    let span = self
                        .tree
                        .tag(cell)
                        .and_then(|tag| tag.get(name).parse::<u32>().ok());
                    span.unwrap_or(1).clamp(1, most)
                };
                let (down, across) = (span("rowspan", 10_000), span("colspan", MOST_COLUMNS));
                let column = row.len();
                let end = column + if column < WIDEST_ROW { across as usize } else { 1 };
                if hanging.len() < end {
                    hanging.resize(end, 0);
                }
                hanging[column..end].fill(down - 1);
                row.push(self.cell(cell));
                // Columns stand below their heads.
                row.resize(end, String::new());
            }
            self.hang(&mut hanging, &mut row);
            self.cells.add(row.len());
            if self.cells.check().is_ok() {
                self.builder.row(&row, row_place(table, at as u32 + 1));
            }
        }
    }

    fn hang(&self, hanging: &mut [u32], row: &mut Vec<String>) {
        while let Some(left) = hanging.get_mut(row.len()).filter(|left| **left > 0) {
            *left -= 1;
            row.push(String::new());
        }
    }

    /// The cells of each row, rows of inner tables left out.
    fn rows_of(&self, id: Id, rows: &mut Vec<Vec<Id>>) {
        for &child in self.tree.children(id) {
            if self.noise.get(child).copied().unwrap_or(false) {
                continue;
            }
            match self.tree.name(child) {
                "tr" => {
                    let is_cell = |&&id: &&Id| matches!(self.tree.name(id), "td" | "th");
                    rows.push(
                        self.tree
                            .children(child)
                            .iter()
                            .filter(is_cell)
                            .copied()
                            .collect(),
                    );
                }
                "tbody" | "thead" | "tfoot" => self.rows_of(child, rows),
                _ => {}
            }
        }
    }

    /// Tables that only place things on the page: one column, or paragraphs as long as a report's.
    fn is_layout(&self, rows: &[Vec<Id>]) -> bool {
        if rows.iter().all(|cells| cells.len() < 2) {
            return true;
        }
        rows.iter().flatten().any(|&cell| {
            let blocks = |&&id: &&Id| matches!(self.tree.name(id), "p" | "div" | "table");
            self.tree.children(cell).iter().filter(blocks).count() > 8
        })
    }

    fn cell(&mut self, id: Id) -> String {
        if self.cells.check().is_err() {
            return String::new();
        }
        let mut inner = Renderer::new(self.tree, self.noise);
        inner.in_paragraph = true;
        inner.tables = u32::MAX / 2;
        inner.inside(id);
        inner.flush();
        self.cells.add_all(inner.cells);
        let document = inner.builder.finish(Default::default());
        let lines: Vec<_> = document
            .paragraphs
            .iter()
            .map(|paragraph| document.slice(paragraph.span).trim())
            .collect();
        lines.join("／").replace('\t', " ")
    }
}

/// Collapses white space as browsers do; ideographic spaces and non-breaking ones stay.
pub fn push_collapsed(line: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            ' ' | '\t' | '\n' | '\r' | '\x0C' => {
                // A line break in the source between two ideographs is no space.
                let is_break = matches!(c, '\n' | '\r');
                let joins = is_break && line.chars().next_back().is_some_and(|last| !last.is_ascii());
                if !joins && !line.is_empty() && !line.ends_with([' ', LINE_BREAK]) {
                    line.push(' ');
                }
            }
            '\u{A0}' => line.push(' '),
            '\u{AD}' => {}
            c => line.push(c),
        }
    }
}

/// All text in a node, white space collapsed.
pub fn gather(tree: &Tree, noise: &[bool], id: Id, out: &mut String) {
    if noise.get(id).copied().unwrap_or(false) {
        return;
    }
    if let Some(Content::Text(text)) = tree.nodes.get(id).map(|node| &node.content) {
        push_collapsed(out, text);
    }
    for &child in tree.children(id) {
        gather(tree, noise, child, out);
    }
}

fn gather_raw(tree: &Tree, noise: &[bool], id: Id, out: &mut String) {
    if noise.get(id).copied().unwrap_or(false) {
        return;
    }
    if let Some(Content::Text(text)) = tree.nodes.get(id).map(|node| &node.content) {
        out.push_str(text);
    }
    if tree.name(id) == "br" {
        out.push('\n');
    }
    for &child in tree.children(id) {
        gather_raw(tree, noise, child, out);
    }
}

/// Word marks the number it wrote out as something that Word itself shall ignore.
fn is_ignored_label(style: &str) -> bool {
    style
        .split(';')
        .filter_map(|rule| rule.split_once(':'))
        .any(|(name, value)| {
            name.trim().eq_ignore_ascii_case("mso-list") && value.trim().eq_ignore_ascii_case("ignore")
        })
}

/// What a browser shows before an item of a numbered list.
fn list_label(kind: &str, style: &str, number: u32) -> String {
    let style = style.to_ascii_lowercase();
    let named = |name: &str| style.contains(name);
    if named("none") && named("list-style") {
        return String::new();
    }
    if named("cjk-ideographic") || named("simp-chinese") || named("trad-chinese") {
        return format!(
            "{}、",
            NumberFormat::from_ooxml("chineseCounting")
                .unwrap_or(NumberFormat::Decimal)
                .write(number)
        );
    }
    let letter = |first: u8| match number {
        1..=26 => char::from(first + (number - 1) as u8).to_string(),
        _ => number.to_string(),
    };
    match kind {
        "a" => format!("{}.", letter(b'a')),
        "A" => format!("{}.", letter(b'A')),
        _ if named("lower-alpha") || named("lower-latin") => format!("{}.", letter(b'a')),
        _ if named("upper-alpha") || named("upper-latin") => format!("{}.", letter(b'A')),
        _ => format!("{number}."),
    }
}

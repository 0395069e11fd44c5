//! The text of a paragraph: runs, revisions as accepted, fields as their result.

use super::body::alternative;
use super::styles::{Styles, hidden};
use crate::document::Part;
use crate::input::builder::LINE_BREAK;
use crate::input::traced::{Origin, Traced};
use crate::input::xml::{attribute, child, child_value, name};
use roxmltree::Node;

/// Fields that are open, and whether their result has begun. They may go on from one paragraph to the next.
#[derive(Default)]
pub struct Fields(Vec<bool>);

/// The runs of a part, to say which one a node is.
#[derive(Default)]
pub struct Runs {
    part: Part,
    /// Identifiers of the nodes, ascending.
    nodes: Vec<u32>,
}

impl Runs {
    /// All runs of a part.
    pub fn of(part: Part, root: Node) -> Runs {
        let runs = root.descendants().filter(|node| name(*node) == "r");
        Runs {
            part,
            nodes: runs.map(|node| node.id().get()).collect(),
        }
    }

    fn origin(&self, run: Node) -> Option<Origin> {
        let at = self.nodes.binary_search(&run.id().get()).ok()?;
        Some(Origin {
            part: self.part,
            run: at as u32,
            start: 0,
        })
    }
}

/// Collects the text of one paragraph.
pub struct Inline<'f, 't, 'i> {
    /// The text, [`LINE_BREAK`] for a manual break.
    pub text: Traced,
    /// The text boxes that are anchored in it.
    pub boxes: Vec<Node<'t, 'i>>,
    /// The notes that it refers to: kind and identifier.
    pub notes: Vec<(&'static str, String)>,
    fields: &'f mut Fields,
    runs: &'f Runs,
    /// The run that is being read and how far.
    origin: Option<Origin>,
    is_paragraph_hidden: bool,
}

impl<'f, 't, 'i> Inline<'f, 't, 'i> {
    /// Reads a paragraph whose style may hide all of it.
    pub fn of(
        node: Node<'t, 'i>,
        styles: &Styles,
        runs: &'f Runs,
        fields: &'f mut Fields,
        is_hidden: bool,
    ) -> Self {
        let mut inline = Inline {
            text: Traced::default(),
            boxes: vec![],
            notes: vec![],
            fields,
            runs,
            origin: None,
            is_paragraph_hidden: is_hidden,
        };
        inline.read(node, styles);
        // A field whose instruction does not end with its paragraph is broken: what follows is text again,
        // because losing the rest of a document would be worse.
        inline.fields.0.fill(true);
        inline
    }

    fn read(&mut self, parent: Node<'t, 'i>, styles: &Styles) {
        for node in parent.children() {
            match name(node) {
                "r" if self.is_run_hidden(node, styles) => self.fields_only(node),
                "r" => {
                    let outer = std::mem::replace(&mut self.origin, self.runs.origin(node));
                    self.read(node, styles);
                    self.origin = outer;
                }
                "AlternateContent" => {
                    if let Some(node) = alternative(node) {
                        self.read(node, styles);
                    }
                }
                "fldChar" => self.field(node),
                "txbxContent" => self.boxes.push(node),
                "" | "pPr" | "rPr" | "del" | "moveFrom" | "instrText" | "delText" | "delInstrText" | "rt"
                | "sdtPr" | "sdtEndPr" | "sectPr" | "fldData" | "docPr" => {}
                _ if self.fields.0.contains(&false) => self.read(node, styles),
                "t" => {
                    let texts = node.children().filter_map(|node| node.text());
                    texts.flat_map(str::chars).for_each(|c| self.push(c));
                }
                "tab" | "ptab" => self.push('\t'),
                "br" | "cr" => self.push(LINE_BREAK),
                "noBreakHyphen" => self.push('-'),
                "sym" => symbol(node).into_iter().for_each(|c| self.push(c)),
                "footnoteReference" => self.note("footnote", node),
                "endnoteReference" => self.note("endnote", node),
                _ => self.read(node, styles),
            }
        }
    }

    fn push(&mut self, c: char) {
        let c = if matches!(c, '\n' | '\r') { LINE_BREAK } else { c };
        self.text.push(c, self.origin);
        if let Some(origin) = &mut self.origin {
            origin.start += 1;
        }
    }

    fn is_run_hidden(&self, run: Node, styles: &Styles) -> bool {
        let properties = child(run, "rPr");
        properties
            .and_then(hidden)
            .or_else(|| styles.hidden(properties.and_then(|node| child_value(node, "rStyle"))))
            .unwrap_or(self.is_paragraph_hidden)
    }

    /// Hidden runs still begin and end fields.
    fn fields_only(&mut self, run: Node) {
        for node in run.children().filter(|node| name(*node) == "fldChar") {
            self.field(node);
        }
    }

    fn field(&mut self, node: Node) {
        match attribute(node, "fldCharType") {
            Some("begin") => self.fields.0.push(false),
            Some("separate") => {
                if let Some(has_result) = self.fields.0.last_mut() {
                    *has_result = true;
                }
            }
            Some("end") => drop(self.fields.0.pop()),
            _ => {}
        }
    }

    fn note(&mut self, kind: &'static str, node: Node) {
        if let Some(id) = attribute(node, "id") {
            self.notes.push((kind, id.to_string()));
        }
    }
}

/// A character of a symbol font. Those that mean something in a report have a character of their own.
fn symbol(node: Node) -> Option<char> {
    let code = u32::from_str_radix(attribute(node, "char")?, 16).ok()?;
    let font = attribute(node, "font").unwrap_or_default();
    match (font, code & 0xFF) {
        (_, _) if !(0xF000..=0xF0FF).contains(&code) => char::from_u32(code),
        ("Wingdings", 0x6C) => Some('●'),
        ("Wingdings", 0x6E) => Some('■'),
        ("Wingdings", 0xA8) | ("Wingdings 2", 0xA3) => Some('□'),
        ("Wingdings", 0xFC) | ("Wingdings 2", 0x50) => Some('✓'),
        ("Wingdings", 0xFE) | ("Wingdings 2", 0x52) => Some('☑'),
        ("Symbol", 0xB4) => Some('×'),
        ("Symbol", 0xB0) => Some('°'),
        ("Wingdings" | "Wingdings 2" | "Wingdings 3" | "Webdings" | "Symbol", _) => None,
        (_, low) => char::from_u32(low),
    }
}

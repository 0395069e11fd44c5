//! Tags and text → a tree that is never deeper than [`MAX_DEPTH`].

use super::tokens::{Tag, Token, Tokens};

/// Deeper elements become children of the last one allowed: their text stays, their structure does not.
pub const MAX_DEPTH: usize = 200;

/// Index of a node; 0 is the root.
pub type Id = usize;

/// An element or a piece of text.
#[derive(Debug)]
pub enum Content {
    /// An element.
    Element(Tag),
    /// Text with its entities resolved.
    Text(String),
}

/// A node with its place in the tree. Parents stand before their children.
#[derive(Debug)]
pub struct Node {
    /// The element around it; the root is its own.
    pub parent: Id,
    /// What it is.
    pub content: Content,
    /// What is in it.
    pub children: Vec<Id>,
}

/// A page.
#[derive(Debug)]
pub struct Tree {
    /// All nodes in the order of the page.
    pub nodes: Vec<Node>,
}

impl Tree {
    /// Builds the tree of a page, repairing what browsers repair: missing end tags of paragraphs, list items and
    /// cells, and end tags that close nothing.
    pub fn new(text: &str) -> Tree {
        let root = Node {
            parent: 0,
            content: Content::Element(Tag::default()),
            children: vec![],
        };
        let mut tree = Tree { nodes: vec![root] };
        let mut open: Vec<Id> = vec![0];
        for token in Tokens::new(text) {
            match token {
                Token::Text(text) => {
                    tree.add(&open, Content::Text(text.into_owned()));
                }
                Token::Close(name) => tree.close(&mut open, &name),
                Token::Open(tag) => {
                    tree.imply_ends(&mut open, &tag.name);
                    let is_void = VOID.contains(&tag.name.as_str());
                    let id = tree.add(&open, Content::Element(tag));
                    if !is_void && open.len() < MAX_DEPTH {
                        open.push(id);
                    }
                }
            }
        }
        tree
    }

    /// The tag of an element, `None` for text.
    pub fn tag(&self, id: Id) -> Option<&Tag> {
        match &self.nodes.get(id)?.content {
            Content::Element(tag) => Some(tag),
            Content::Text(_) => None,
        }
    }

    /// Name of an element, empty for text.
    pub fn name(&self, id: Id) -> &str {
        self.tag(id).map_or("", |tag| &tag.name)
    }

    /// The children of a node.
    pub fn children(&self, id: Id) -> &[Id] {
        self.nodes.get(id).map_or(&[], |node| &node.children)
    }

    fn add(&mut self, open: &[Id], content: Content) -> Id {
        let parent = open.last().copied().unwrap_or(0);
        let id = self.nodes.len();
        self.nodes.push(Node {
            parent,
            content,
            children: vec![],
        });
        if let Some(node) = self.nodes.get_mut(parent) {
            node.children.push(id);
        }
        id
    }

    fn close(&self, open: &mut Vec<Id>, name: &str) {
        for depth in (1..open.len()).rev() {
            let here = open.get(depth).map_or("", |&id| self.name(id));
            if here == name {
                open.truncate(depth);
                return;
            }
            // A stray end tag inside a cell must not close the table around it.
            if matches!(here, "td" | "th" | "table")
                && !matches!(name, "tr" | "table" | "tbody" | "body" | "html")
            {
                return;
            }
        }
    }

    fn imply_ends(&self, open: &mut Vec<Id>, name: &str) {
        let (ends, fences): (&[&str], &[&str]) = match name {
            "li" => (&["li"], &["ul", "ol", "table"]),
            "dt" | "dd" => (&["dt", "dd"], &["dl", "table"]),
            "td" | "th" => (&["td", "th"], &["tr", "table"]),
            "tr" => (&["tr"], &["table"]),
            "tbody" | "thead" | "tfoot" => (&["tbody", "thead", "tfoot"], &["table"]),
            "option" => (&["option"], &["select"]),
            _ if is_block(name) => (&["p"], &["td", "th", "li", "div", "table", "section"]),
            _ => return,
        };
        for depth in (1..open.len()).rev() {
            let here = open.get(depth).map_or("", |&id| self.name(id));
            if ends.contains(&here) {
                open.truncate(depth);
                return;
            }
            if fences.contains(&here) {
                return;
            }
        }
    }
}

const VOID: [&str; 14] = [
    "br", "img", "input", "meta", "link", "hr", "col", "area", "base", "embed", "source", "wbr", "param",
    "frame",
];

/// Whether the element starts a line of its own.
pub fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "li"
            | "dl"
            | "dt"
            | "dd"
            | "table"
            | "tbody"
            | "thead"
            | "tfoot"
            | "tr"
            | "td"
            | "th"
            | "caption"
            | "section"
            | "article"
            | "main"
            | "header"
            | "footer"
            | "nav"
            | "aside"
            | "blockquote"
            | "pre"
            | "hr"
            | "form"
            | "fieldset"
            | "center"
            | "address"
            | "figure"
            | "figcaption"
            | "body"
            | "html"
            | "details"
            | "summary"
    )
}

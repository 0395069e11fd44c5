//! `styles.xml`: what a paragraph inherits that matters for its text, its list and whether it is hidden.

use crate::input::xml::{attribute, child, child_value, children};
use roxmltree::Node;
use std::collections::HashMap;

/// Longest chain of styles, so that one that goes in a circle ends.
const MAX_CHAIN: usize = 32;

/// The styles of a document by their identifiers.
#[derive(Default)]
pub struct Styles {
    styles: HashMap<String, Style>,
    default_paragraph: Option<String>,
}

/// What one style says itself.
#[derive(Default)]
struct Style {
    based_on: Option<String>,
    list: ListReference,
    hidden: Option<bool>,
}

/// A paragraph's or style's place in a list, as far as it is given.
#[derive(Default, Clone)]
pub struct ListReference {
    /// The list (`numId`); `0` for no list.
    pub list: Option<String>,
    /// The level from 0.
    pub depth: Option<usize>,
}

/// The list that a chain of styles leads to.
pub struct StyleList<'s> {
    /// The list (`numId`).
    pub list: &'s str,
    /// The level, where a style gives it.
    pub depth: Option<usize>,
    /// The style that names the list: a level of the list may be linked to it.
    pub style: &'s str,
}

impl Styles {
    /// Reads the part.
    pub fn read(root: Node) -> Styles {
        let mut styles = Styles::default();
        for node in children(root, "style") {
            let id = attribute(node, "styleId").unwrap_or_default().to_string();
            let is_default = matches!(attribute(node, "default"), Some("1" | "true" | "on"));
            if is_default && attribute(node, "type") == Some("paragraph") {
                styles.default_paragraph = Some(id.clone());
            }
            let style = Style {
                based_on: child_value(node, "basedOn").map(String::from),
                list: child(node, "pPr").map(list_reference).unwrap_or_default(),
                hidden: child(node, "rPr").and_then(hidden),
            };
            styles.styles.insert(id, style);
        }
        styles
    }

    /// The list that a paragraph of this style belongs to.
    pub fn list(&self, style: Option<&str>) -> Option<StyleList<'_>> {
        let mut depth = None;
        for (id, style) in self.chain(style) {
            depth = depth.or(style.list.depth);
            if let Some(list) = &style.list.list {
                return Some(StyleList {
                    list,
                    depth,
                    style: id,
                });
            }
        }
        None
    }

    /// The styles from which a paragraph's level of a list may follow: itself and those it is based on.
    pub fn names<'s>(&'s self, style: Option<&'s str>) -> impl Iterator<Item = &'s str> {
        self.chain(style).map(|(id, _)| id)
    }

    /// Whether text of this style is hidden.
    pub fn hidden(&self, style: Option<&str>) -> Option<bool> {
        self.chain(style).find_map(|(_, style)| style.hidden)
    }

    /// Whether paragraphs without a style are hidden, or those of the one given.
    pub fn paragraph_hidden(&self, style: Option<&str>) -> bool {
        self.hidden(style.or(self.default_paragraph.as_deref()))
            .unwrap_or(false)
    }

    /// The style that a paragraph without one has.
    pub fn default_paragraph(&self) -> Option<&str> {
        self.default_paragraph.as_deref()
    }

    fn chain(&self, style: Option<&str>) -> impl Iterator<Item = (&str, &Style)> {
        let first = style.and_then(|id| self.styles.get_key_value(id));
        std::iter::successors(first, |(_, style)| {
            self.styles.get_key_value(style.based_on.as_deref()?)
        })
        .map(|(id, style)| (id.as_str(), style))
        .take(MAX_CHAIN)
    }
}

/// The list of a `pPr`.
pub fn list_reference(properties: Node) -> ListReference {
    let Some(node) = child(properties, "numPr") else {
        return ListReference::default();
    };
    ListReference {
        list: child_value(node, "numId").map(String::from),
        depth: child_value(node, "ilvl").and_then(|depth| depth.parse().ok()),
    }
}

/// Whether an `rPr` hides its text, if it says so.
pub fn hidden(properties: Node) -> Option<bool> {
    let vanish = child(properties, "vanish")?;
    Some(!matches!(attribute(vanish, "val"), Some("0" | "false" | "off")))
}

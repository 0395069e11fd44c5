//! Styles of OpenDocument: lists and their levels, and what is hidden.

use crate::input::numbering::{LEVELS, Level, NumberFormat};
use crate::input::xml::{attribute, child, name};
use roxmltree::Node;
use std::collections::HashMap;

/// Longest chain of styles, so that one that goes in a circle ends.
const MAX_CHAIN: usize = 32;

/// The styles of a document: common ones first, then those of the content, which have names of their own.
#[derive(Default)]
pub struct Styles {
    styles: HashMap<(String, String), Style>,
    lists: HashMap<String, Vec<Level>>,
    /// The levels of headings.
    pub outline: Vec<Level>,
}

#[derive(Default)]
struct Style {
    parent: Option<String>,
    /// The list; empty for none whatever the parent says.
    list: Option<String>,
    is_hidden: Option<bool>,
}

impl Styles {
    /// Adds all styles of a part.
    pub fn add(&mut self, root: Node) {
        for node in root.descendants() {
            match name(node) {
                "style" => self.add_style(node),
                "list-style" => {
                    let id = attribute(node, "name").unwrap_or_default();
                    self.lists.insert(id.to_string(), levels(node));
                }
                "outline-style" => self.outline = levels(node),
                _ => {}
            }
        }
    }

    /// The levels of a list.
    pub fn list(&self, name: &str) -> Option<&[Level]> {
        self.lists.get(name).map(Vec::as_slice)
    }

    /// The list that a paragraph's style names; empty where it says that there is none.
    pub fn list_of_paragraph(&self, style: Option<&str>) -> Option<&str> {
        self.chain("paragraph", style)
            .find_map(|style| style.list.as_deref())
    }

    /// Whether text or a section of this style is hidden.
    pub fn is_hidden(&self, family: &str, style: Option<&str>) -> Option<bool> {
        self.chain(family, style).find_map(|style| style.is_hidden)
    }

    fn add_style(&mut self, node: Node) {
        let text = |name| attribute(node, name).unwrap_or_default().to_string();
        let display = child(node, "text-properties").and_then(|node| attribute(node, "display"));
        let style = Style {
            parent: attribute(node, "parent-style-name").map(String::from),
            list: attribute(node, "list-style-name").map(String::from),
            is_hidden: display.map(|display| display == "none"),
        };
        self.styles.insert((text("family"), text("name")), style);
    }

    fn chain(&self, family: &str, style: Option<&str>) -> impl Iterator<Item = &Style> {
        let find = move |name: &str| self.styles.get(&(family.to_string(), name.to_string()));
        let mut next = style.and_then(&find);
        std::iter::from_fn(move || {
            let here = next?;
            next = here.parent.as_deref().and_then(&find);
            Some(here)
        })
        .take(MAX_CHAIN)
    }
}

fn levels(list: Node) -> Vec<Level> {
    let mut levels: Vec<Level> = (0..LEVELS).map(none).collect();
    for node in list.children() {
        let depth = attribute(node, "level").and_then(|level| level.parse::<usize>().ok());
        let Some(depth) = depth
            .and_then(|level| level.checked_sub(1))
            .filter(|depth| *depth < LEVELS)
        else {
            continue;
        };
        levels[depth] = match name(node) {
            "list-level-style-number" | "outline-level-style" => level(node, depth),
            "list-level-style-bullet" => Level {
                format: NumberFormat::Bullet,
                text: attribute(node, "bullet-char").unwrap_or_default().to_string(),
                ..none(depth)
            },
            _ => none(depth),
        };
    }
    levels
}

/// A level without a number.
fn none(depth: usize) -> Level {
    Level {
        format: NumberFormat::None,
        text: String::new(),
        ..Level::at(depth)
    }
}

fn level(node: Node, depth: usize) -> Level {
    let format = NumberFormat::from_odf(attribute(node, "num-format").unwrap_or_default());
    let text = match attribute(node, "num-list-format") {
        // `%1%.%2%` is how LibreOffice writes what stands between the numbers.
        Some(text) => (1..=LEVELS).fold(text.to_string(), |text, level| {
            text.replace(&format!("%{level}%"), &format!("%{level}"))
        }),
        None => composed(node, depth, format),
    };
    let followed = node
        .descendants()
        .find_map(|node| attribute(node, "label-followed-by"));
    Level {
        start: attribute(node, "start-value")
            .and_then(|start| start.parse().ok())
            .unwrap_or(1),
        format,
        text,
        has_gap: followed != Some("nothing"),
        ..Level::at(depth)
    }
}

/// The label from prefix, the numbers of the levels to display, and suffix.
fn composed(node: Node, depth: usize, format: NumberFormat) -> String {
    let text = |name| attribute(node, name).unwrap_or_default();
    let shown = text("display-levels")
        .parse()
        .unwrap_or(1_usize)
        .clamp(1, depth + 1);
    let numbers: Vec<_> = (depth + 2 - shown..=depth + 1)
        .map(|level| format!("%{level}"))
        .collect();
    let numbers = match format {
        NumberFormat::None => String::new(),
        _ => numbers.join("."),
    };
    text("num-prefix").to_string() + &numbers + text("num-suffix")
}

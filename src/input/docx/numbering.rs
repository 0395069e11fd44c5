//! `numbering.xml`: definitions (`abstractNum`), their instances (`num`) and the label of a paragraph.

use crate::input::numbering::{Counters, LEVELS, Level, NumberFormat};
use crate::input::xml::{attribute, child, child_value, children, name};
use roxmltree::Node;
use std::collections::{HashMap, HashSet};

/// All lists of a document and how far they have counted.
#[derive(Default)]
pub struct Numbering {
    definitions: HashMap<String, Definition>,
    instances: HashMap<String, Instance>,
    counters: Counters<String>,
    /// Instances and levels whose own start has been used.
    started: HashSet<(String, usize)>,
}

#[derive(Default)]
struct Definition {
    levels: Vec<Level>,
    /// The style that each level is linked to.
    styles: Vec<Option<String>>,
    /// The name of the list style that defines this one's levels, if it has none itself.
    defined_by: Option<String>,
    /// The name of the list style that this definition is of.
    defines: Option<String>,
}

#[derive(Default)]
struct Instance {
    definition: String,
    starts: [Option<u32>; LEVELS],
    /// Levels that this instance defines anew.
    levels: HashMap<usize, Level>,
}

impl Numbering {
    /// Reads the part.
    pub fn read(root: Node) -> Numbering {
        let mut numbering = Numbering::default();
        for node in root.children() {
            match name(node) {
                "abstractNum" => {
                    let id = attribute(node, "abstractNumId").unwrap_or_default();
                    numbering.definitions.insert(id.to_string(), definition(node));
                }
                "num" => {
                    let id = attribute(node, "numId").unwrap_or_default();
                    numbering.instances.insert(id.to_string(), instance(node));
                }
                _ => {}
            }
        }
        numbering
    }

    /// The level of a list that is linked to a style.
    pub fn depth_of_style(&self, list: &str, style: &str) -> Option<usize> {
        let (_, definition) = self.definition(&self.instances.get(list)?.definition)?;
        let is_linked = |linked: &Option<String>| linked.as_deref() == Some(style);
        definition.styles.iter().position(is_linked)
    }

    /// Counts a paragraph of a list and gives its label.
    pub fn label(&mut self, list: &str, depth: usize) -> String {
        let Some(instance) = self.instances.get(list) else {
            return String::new();
        };
        let Some((id, definition)) = self.definition(&instance.definition) else {
            return String::new();
        };
        let mut levels = definition.levels.clone();
        for (at, level) in &instance.levels {
            if let Some(slot) = levels.get_mut(*at) {
                *slot = level.clone();
            }
        }
        let id = id.to_string();
        let start = instance.starts.get(depth).copied().flatten();
        let start = start.filter(|_| self.started.insert((list.to_string(), depth)));
        self.counters.next(id, &levels, depth, start)
    }

    /// A definition by its number, and the one that really has the levels where a list style stands between.
    fn definition(&self, id: &str) -> Option<(&str, &Definition)> {
        let (id, definition) = self.definitions.get_key_value(id)?;
        let Some(style) = &definition.defined_by else {
            return Some((id, definition));
        };
        (self.definitions.iter())
            .find(|(_, other)| other.defines.as_ref() == Some(style) && other.defined_by.is_none())
            .map(|(id, other)| (id.as_str(), other))
    }
}

fn definition(node: Node) -> Definition {
    let mut definition = Definition {
        levels: (0..LEVELS).map(Level::at).collect(),
        styles: vec![None; LEVELS],
        defined_by: child_value(node, "numStyleLink").map(String::from),
        defines: child_value(node, "styleLink").map(String::from),
    };
    for node in children(node, "lvl") {
        let Some(depth) = depth(node) else { continue };
        definition.levels[depth] = level(node, depth);
        definition.styles[depth] = child_value(node, "pStyle").map(String::from);
    }
    definition
}

fn instance(node: Node) -> Instance {
    let mut instance = Instance {
        definition: child_value(node, "abstractNumId").unwrap_or_default().to_string(),
        ..Instance::default()
    };
    for node in children(node, "lvlOverride") {
        let Some(depth) = depth(node) else { continue };
        instance.starts[depth] = child_value(node, "startOverride").and_then(|start| start.parse().ok());
        if let Some(node) = child(node, "lvl") {
            instance.levels.insert(depth, level(node, depth));
        }
    }
    instance
}

fn depth(node: Node) -> Option<usize> {
    let depth = attribute(node, "ilvl")?.parse().ok()?;
    (depth < LEVELS).then_some(depth)
}

fn level(node: Node, depth: usize) -> Level {
    let is_on = |name| {
        child(node, name).is_some_and(|node| !matches!(attribute(node, "val"), Some("0" | "false" | "off")))
    };
    Level {
        start: child_value(node, "start")
            .and_then(|start| start.parse().ok())
            .unwrap_or(0),
        format: format(node),
        text: child_value(node, "lvlText").unwrap_or_default().to_string(),
        is_legal: is_on("isLgl"),
        has_gap: child_value(node, "suff") != Some("nothing"),
        restarts_below: child_value(node, "lvlRestart")
            .and_then(|level| level.parse().ok())
            .unwrap_or(depth)
            .min(depth),
    }
}

/// The format may stand in AlternateContent, where newer programs find one that is spelt out.
fn format(node: Node) -> NumberFormat {
    let formats = node.descendants().filter(|node| name(*node) == "numFmt");
    formats
        .filter_map(
            |node| match (attribute(node, "val")?, attribute(node, "format")) {
                ("custom", Some(example)) => {
                    let first = example.split(',').next()?.trim();
                    let is_padded = first.len() > 1 && first.bytes().all(|byte| matches!(byte, b'0' | b'1'));
                    is_padded.then(|| NumberFormat::Padded(first.len().min(9) as u8))
                }
                (value, _) => NumberFormat::from_ooxml(value),
            },
        )
        .next()
        .unwrap_or_default()
}

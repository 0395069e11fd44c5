//! The straight lines that a page draws: borders of tables.

use super::text::{numbers, points};
use crate::input::layout::Rule;
use crate::input::xml::{attribute, children, name};
use roxmltree::Node;

/// More lines than a page of tables has: a drawing, of which no more is kept.
const MOST: usize = 5_000;

/// The straight lines of a page's paths.
pub fn rules(page: Node) -> Vec<Rule> {
    let mut rules = Vec::new();
    for content in children(page, "Content") {
        for object in content.descendants().filter(|node| name(*node) == "PathObject") {
            add_path(object, &mut rules);
            if rules.len() > MOST {
                return rules;
            }
        }
    }
    rules
}

/// `M` moves, `L` draws a line, `C` closes the path; curves only move.
fn add_path(object: Node, rules: &mut Vec<Rule>) {
    let boundary = attribute(object, "Boundary").map(numbers).unwrap_or_default();
    let matrix = attribute(object, "CTM").map(numbers).unwrap_or_default();
    let [a, b, c, d, e, f] = <[f64; 6]>::try_from(matrix).unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let at = |index: usize| boundary.get(index).copied().unwrap_or(0.0);
    let place = |(x, y): (f64, f64)| {
        (
            points(at(0) + a * x + c * y + e),
            points(at(1) + b * x + d * y + f),
        )
    };
    let data = children(object, "AbbreviatedData")
        .find_map(|node| node.text())
        .unwrap_or_default();
    let (mut start, mut here) = ((0.0, 0.0), (0.0, 0.0));
    let mut words = data.split_ascii_whitespace().peekable();
    while let Some(command) = words.next() {
        let mut arguments = Vec::new();
        while let Some(number) = words.next_if(|word| !word.starts_with(|c: char| c.is_ascii_alphabetic())) {
            arguments.extend(numbers(number));
        }
        let there = match arguments.as_slice() {
            [.., x, y] => (*x, *y),
            _ => start,
        };
        match command {
            "S" | "M" => start = there,
            "L" | "C" => rules.push(Rule {
                from: place(here),
                to: place(there),
            }),
            _ => {}
        }
        here = there;
        if rules.len() > MOST {
            return;
        }
    }
}

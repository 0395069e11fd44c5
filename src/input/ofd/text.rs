//! Text objects of a page → runs at their places.

use crate::input::layout::Run;
use crate::input::xml::{attribute, children, name};
use roxmltree::Node;

/// Points in a millimetre, the unit of OFD.
pub const POINTS: f32 = 72.0 / 25.4;

/// Most characters that one entry of a `DeltaX` may stand for.
const MAX_REPEATED: usize = 100_000;

/// The text of a page. Text that is turned is a watermark.
pub fn runs(page: Node) -> Vec<Run> {
    let mut runs = Vec::new();
    for content in children(page, "Content") {
        for object in content.descendants().filter(|node| name(*node) == "TextObject") {
            let is_visible = object
                .ancestors()
                .all(|node| attribute(node, "Visible") != Some("false"));
            if is_visible && attribute(object, "Alpha") != Some("0") {
                let mut of_object = Vec::new();
                add_object(object, &mut of_object);
                // Objects stand in reading order; the pieces of one object need not.
                of_object.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
                runs.append(&mut of_object);
            }
        }
    }
    runs
}

/// Numbers divided by blanks; what is no number counts as 0.
pub fn numbers(list: &str) -> Vec<f64> {
    list.split_ascii_whitespace().map(number).collect()
}

fn number(text: &str) -> f64 {
    text.parse()
        .ok()
        .filter(|number: &f64| number.is_finite())
        .unwrap_or(0.0)
}

fn add_object(object: Node, runs: &mut Vec<Run>) {
    let value = |name| attribute(object, name).map(numbers).unwrap_or_default();
    let at = |list: &[f64], index: usize| list.get(index).copied().unwrap_or(0.0);
    let boundary = value("Boundary");
    let matrix = Some(value("CTM"))
        .filter(|matrix| matrix.len() == 6)
        .unwrap_or(vec![1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    if at(&matrix, 1).abs() > 0.2 * at(&matrix, 0).abs() {
        return;
    }
    let scale = |size: f64, index: usize| size * at(&matrix, index).abs();
    let size = Some(at(&value("Size"), 0))
        .filter(|size| *size > 0.0)
        .unwrap_or(3.5);
    let stretch = Some(at(&value("HScale"), 0))
        .filter(|scale| *scale > 0.0)
        .unwrap_or(1.0);
    let place = |x: f64, y: f64| {
        (
            points(at(&boundary, 0) + at(&matrix, 0) * x + at(&matrix, 2) * y + at(&matrix, 4)),
            points(at(&boundary, 1) + at(&matrix, 1) * x + at(&matrix, 3) * y + at(&matrix, 5)),
        )
    };
    // A text code without a place goes on where the one before it stood.
    let (mut x, mut y) = (0.0, 0.0);
    for code in children(object, "TextCode") {
        x = attribute(code, "X").map_or(x, number);
        y = attribute(code, "Y").map_or(y, number);
        let text: String = code.children().filter_map(|node| node.text()).collect();
        let text = text.trim_matches(['\n', '\r']);
        let steps = |name| attribute(code, name).map(deltas).unwrap_or_default();
        let (right, down) = (steps("DeltaX"), steps("DeltaY"));
        // Without steps the font decides. That of a typewriter shows in the object's edge.
        let full = x + text.chars().count() as f64 * size * stretch;
        let is_even = right.is_empty() && (full * at(&matrix, 0) - at(&boundary, 2)).abs() < 0.1 * size;
        let mut run: Option<Run> = None;
        for (index, c) in text.chars().enumerate() {
            let half = !is_even && (c.is_ascii() || ('\u{A0}'..='\u{2FF}').contains(&c));
            let width = size * stretch * if half { 0.5 } else { 1.0 };
            let (left, line) = place(x, y);
            // The last character has no step of its own; the one before it tells whether all are equally wide.
            let step = right
                .get(index)
                .or(index.checked_sub(1).and_then(|before| right.get(before)));
            let end = left
                + points(scale(
                    step.map_or(width, |step| step.clamp(width, size.max(width))),
                    0,
                ));
            match &mut run {
                Some(run) if (line - run.y).abs() < 0.3 * run.size && left - run.end_x < 0.6 * run.size => {
                    run.text.push(c);
                    run.end_x = end;
                }
                _ => runs.extend(run.replace(Run {
                    x: left,
                    y: line,
                    end_x: end,
                    size: points(scale(size, 3)),
                    text: c.to_string(),
                })),
            }
            let default = if down.is_empty() { width } else { 0.0 };
            x += right.get(index).copied().unwrap_or(default);
            y += down.get(index).copied().unwrap_or(0.0);
        }
        runs.extend(run);
    }
}

/// Absurd places are put at the edge of what a page can have, so that everything stays a finite number.
pub fn points(millimetres: f64) -> f32 {
    let millimetres = if millimetres.is_nan() { 0.0 } else { millimetres };
    millimetres.clamp(-1e5, 1e5) as f32 * POINTS
}

/// The distances between characters; `g 3 5.6` stands for three times 5.6.
fn deltas(list: &str) -> Vec<f64> {
    let mut deltas = Vec::new();
    let mut words = list.split_ascii_whitespace();
    while let Some(word) = words.next() {
        if word != "g" {
            deltas.push(number(word));
            continue;
        }
        let count = words
            .next()
            .and_then(|count| count.parse().ok())
            .unwrap_or(0_usize);
        let step = words.next().map_or(0.0, number);
        deltas.extend(std::iter::repeat_n(
            step,
            count.min(MAX_REPEATED.saturating_sub(deltas.len())),
        ));
    }
    deltas
}

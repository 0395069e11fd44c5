//! Sentences that stand in two places of one report.

use super::{Context, words};
use crate::text::Span;
use std::collections::HashMap;

/// A sentence this long is not the same by chance; stock phrases of the genre have to be far longer.
const SENTENCE: usize = 24;
const STOCK: &[&str] = &[
    "习近平",
    "大精神",
    "党中央",
    "全会精神",
    "指导思想",
    "党工委",
    "区委",
    "县委",
    "市委",
    "省委",
    "第一责任人",
];

/// Sentences and paragraphs that stand in two places: where first, where again. Neighbours that repeat neighbours
/// are one pair.
pub fn repeats(cx: &Context<'_>) -> Vec<(Span, Span)> {
    let text = &cx.document.text;
    let mut seen: HashMap<&str, Span> = HashMap::new();
    let mut runs: Vec<(Span, Span)> = Vec::new();
    for sentence in cx.paragraphs().flat_map(|p| words::sentences(text, p.span)) {
        let words = sentence.of(text);
        if !words.ends_with(['。', '！']) || words::han_count(words) < SENTENCE {
            continue;
        }
        if words::has_any(words, STOCK) && words::han_count(words) < 2 * SENTENCE {
            continue;
        }
        let Some(&first) = seen.get(words) else {
            seen.insert(words, sentence);
            continue;
        };
        match runs.last_mut() {
            Some((one, two)) if near(one.end, first.start) && near(two.end, sentence.start) => {
                one.end = first.end;
                two.end = sentence.end;
            }
            _ => runs.push((first, sentence)),
        }
    }
    runs
}

fn near(end: u32, start: u32) -> bool {
    start >= end && start - end < 12
}

//! Sentences that stand in two places of one report.

use super::{Context, words};
use crate::lexicon::Starts;
use crate::text::Span;
use std::collections::HashMap;
use std::sync::LazyLock;

/// A sentence this long is not the same by chance; stock phrases of the genre have to be far longer.
const SENTENCE: usize = 24;
static STOCK: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
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
    ])
});

/// Sentences and paragraphs that stand in two places: where first, where again. Neighbours that repeat neighbours
/// are one pair.
pub fn repeats(cx: &Context<'_>) -> Vec<(Span, Span)> {
    let text = &cx.document.text;
    let mut seen: HashMap<&str, Span> = HashMap::new();
    let mut runs: Vec<(Span, Span)> = Vec::new();
    for sentence in cx
        .lines()
        .flat_map(|line| words::sentences(text, line.span, line.marks))
    {
        let words = sentence.of(text);
        if words.len() < SENTENCE * '一'.len_utf8() || !words.ends_with(['。', '！']) {
            continue;
        }
        let first = *seen.entry(words).or_insert(sentence);
        if first == sentence || is_stock(words) {
            continue;
        }
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

/// Whether the sentence may well stand twice: it is short, or a stock phrase and not long.
fn is_stock(words: &str) -> bool {
    let length = words::han_count(words, 2 * SENTENCE);
    length < SENTENCE || length < 2 * SENTENCE && STOCK.is_in(words)
}

fn near(end: u32, start: u32) -> bool {
    start >= end && start - end < 12
}

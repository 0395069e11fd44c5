//! Sentences that stand in two places of one report.

use super::{Context, words};
use crate::lexicon::Starts;
use crate::text::Span;
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
    let whole = Span::new(0, text.len());
    let is_long = |sentence: &Span| sentence.len() >= SENTENCE * '一'.len_utf8();
    let mut sentences: Vec<Span> = words::sentences(whole, &cx.marks().all)
        .filter(|sentence| is_long(sentence) && sentence.of(text).ends_with(['。', '！']))
        .map(|sentence| sentence.trim(text))
        .filter(|sentence| is_long(sentence) && cx.is_in_report(*sentence))
        .collect();
    // Equal sentences are equally long, and most have a length of their own: only the others are compared.
    sentences.sort_unstable_by_key(|sentence| (sentence.len(), sentence.start));
    let mut pairs: Vec<(Span, Span)> = Vec::new();
    for equally_long in sentences.chunk_by_mut(|one, two| one.len() == two.len()) {
        equally_long.sort_by_key(|sentence| sentence.of(text));
        let equal = equally_long.chunk_by(|one, two| one.of(text) == two.of(text));
        for equal in equal.filter(|equal| equal.len() > 1 && !is_stock(equal[0].of(text))) {
            pairs.extend(equal[1..].iter().map(|again| (equal[0], *again)));
        }
    }
    pairs.sort_unstable_by_key(|&(_, again)| again);
    pairs.dedup_by(|(next_first, next), (first, again)| {
        let goes_on = near(first.end, next_first.start) && near(again.end, next.start);
        if goes_on {
            (first.end, again.end) = (next_first.end, next.end);
        }
        goes_on
    });
    pairs
}

/// Whether the sentence may well stand twice: it is short, or a stock phrase and not long.
fn is_stock(words: &str) -> bool {
    let length = words::han_count(words, 2 * SENTENCE);
    length < SENTENCE || length < 2 * SENTENCE && STOCK.is_in(words)
}

fn near(end: u32, start: u32) -> bool {
    start >= end && start - end < 12
}

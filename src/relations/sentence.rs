//! A sentence with its figures and the words between them: what every kind of relation is read from.

use super::{Kind, Relation, Verdict};
use crate::document::Document;
use crate::figures::{Figure, Hedge};
use crate::numeral::Decimal;
use crate::text::{CharSet, Mark, Marks, Span, width};
use std::ops::Range;

/// A verdict, the computation as a reader checks it, and in Chinese what the verdict depends on.
pub type Judgement = (Verdict, String, &'static str);

/// One sentence that holds at least one figure.
pub struct Sentence<'a> {
    /// The whole text of the document.
    pub text: &'a str,
    /// All figures of the document.
    pub figures: &'a [Figure],
    /// Where the sentence stands, its full stop included.
    pub span: Span,
    /// Which figures lie in it.
    pub range: Range<usize>,
}

/// Splits the paragraphs into sentences and keeps those with figures. Linear: figures and marks come in text order.
pub fn sentences<'a>(document: &'a Document, figures: &'a [Figure], marks: &Marks) -> Vec<Sentence<'a>> {
    let mut found = Vec::new();
    let mut next = 0;
    let is_end = |mark: &&Mark| matches!(mark.c, '。' | '！' | '？');
    let mut ends = marks.all.iter().filter(is_end).peekable();
    for paragraph in &document.paragraphs {
        let Span { mut start, end } = paragraph.span;
        while start < end {
            let closes = |mark: &&Mark| mark.at < end;
            while ends.next_if(|mark| mark.at < start).is_some() {}
            let span = Span {
                start,
                end: ends.next_if(closes).map_or(end, |mark| mark.span().end),
            };
            start = span.end;
            let first = next;
            let behind = figures.get(first..).unwrap_or_default();
            next += behind
                .iter()
                .take_while(|figure| figure.span.start < span.end)
                .count();
            if first < next {
                found.push(Sentence {
                    text: &document.text,
                    figures,
                    span,
                    range: first..next,
                });
            }
        }
    }
    found
}

impl<'a> Sentence<'a> {
    /// The words between the figure before (or the start of the sentence) and figure `at`.
    pub fn before(&self, at: usize) -> &'a str {
        let start = if at > self.range.start {
            self.figures[at - 1].span.end
        } else {
            self.span.start
        };
        self.text
            .get(start as usize..self.figures[at].span.start as usize)
            .unwrap_or("")
    }

    /// The words between figure `at` and the next one (or the end of the sentence).
    pub fn behind(&self, at: usize) -> &'a str {
        let end = if at + 1 < self.range.end {
            self.figures[at + 1].span.start
        } else {
            self.span.end
        };
        self.text
            .get(self.figures[at].span.end as usize..end as usize)
            .unwrap_or("")
    }

    /// The last clause before figure `at`, or the last piece of a list.
    pub fn clause(&self, at: usize) -> &'a str {
        static ENDS: CharSet = CharSet::of("，,；;、：（(");
        let words = self.before(at);
        let start = ENDS.last(words);
        let start = start.map_or(0, |mark| mark + width(words.as_bytes()[mark]));
        words[start..].trim()
    }

    /// What computing some figures again gave, over the words from the first to the last of them.
    pub fn relation(
        &self,
        kind: Kind,
        (verdict, statement, note): Judgement,
        figures: Vec<usize>,
    ) -> Relation {
        Relation {
            kind,
            verdict,
            statement,
            note: note.into(),
            span: self.span_of(&figures),
            figures,
        }
    }

    /// The words between two figures, with the figures that stand there.
    pub fn between(&self, one: usize, two: usize) -> &'a str {
        let (start, end) = (self.figures[one].span.end, self.figures[two].span.start);
        self.text.get(start as usize..end as usize).unwrap_or("")
    }

    /// From the first to the last of some figures.
    pub fn span_of(&self, figures: &[usize]) -> Span {
        let start = figures
            .iter()
            .map(|&at| self.figures[at].span.start)
            .min()
            .unwrap_or(self.span.start);
        let end = figures
            .iter()
            .map(|&at| self.figures[at].span.end)
            .max()
            .unwrap_or(self.span.end);
        Span { start, end }
    }
}

/// Whether a figure is one exact number: neither hedged nor a range.
pub fn is_exact(figure: &Figure) -> bool {
    figure.hedge == Hedge::Exact && figure.value_max.is_none()
}

/// Half a unit in the last place that a figure prints: 0.05 for 98.4％, 50 for 0.92万, 0 for 585.
pub fn half_step(text: &str, figure: &Figure) -> Decimal {
    let printed = figure.span.of(text);
    let fraction = printed.split(['.', '．']).nth(1).unwrap_or("");
    let decimals = fraction
        .chars()
        .take_while(|c| matches!(c, '0'..='9' | '０'..='９'))
        .count() as u32;
    let multiplier = multiplier_printed(printed);
    if decimals == 0 && multiplier == Decimal::ONE && figure.unit != "%" {
        return Decimal::ZERO;
    }
    multiplier * Decimal::new(5, (decimals + 1).min(28))
}

/// A number and how far from it the true one may be, as it is printed.
pub struct Rounded {
    pub value: Decimal,
    pub step: Decimal,
}

impl Rounded {
    pub fn of(sentence: &Sentence<'_>, at: usize) -> Rounded {
        let figure = &sentence.figures[at];
        Rounded {
            value: figure.value,
            step: half_step(sentence.text, figure),
        }
    }

    pub fn plus(&self, other: &Rounded) -> Option<Rounded> {
        Some(Rounded {
            value: self.value.checked_add(other.value)?,
            step: self.step.checked_add(other.step)?,
        })
    }

    /// How far the two are apart.
    pub fn minus(&self, other: &Rounded) -> Option<Rounded> {
        Some(Rounded {
            value: self.value.checked_sub(other.value)?.abs(),
            step: self.step.checked_add(other.step)?,
        })
    }
}

/// What the last printed place is worth: 10,000 in 0.92万, 1 in 3万4000.
fn multiplier_printed(printed: &str) -> Decimal {
    let Some(at) = printed.rfind(['万', '亿']) else {
        return Decimal::ONE;
    };
    let goes_on = printed[at..]
        .chars()
        .skip(1)
        .any(|c| c.is_ascii_digit() || "一二三四五六七八九千百十".contains(c));
    match (goes_on, printed[at..].chars().next()) {
        (true, _) => Decimal::ONE,
        (false, Some('亿')) => Decimal::from(100_000_000),
        (false, _) => Decimal::from(10_000),
    }
}

/// A value as people write it in a computation: no trailing zeros.
pub fn plain(value: Decimal) -> String {
    value.normalize().to_string()
}

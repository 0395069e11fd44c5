//! The parts of a text in which figures are looked for.

use crate::document::{Document, Paragraph};
use crate::outline::Outline;
use crate::text::Span;
use std::ops::Range;

/// The paragraphs of the report, without what never holds a figure: furniture, title, recipient, the tail, and
/// the numbers of headings. A text without an outline is all report.
pub(super) fn of<'d>(
    document: &'d Document,
    outline: &'d Outline,
) -> impl Iterator<Item = (&'d Paragraph, Range<usize>)> + 'd {
    let content = match outline.content.is_empty() {
        true => Span::new(0, document.text.len()),
        false => outline.content,
    };
    let mut left_out: Vec<Span> = outline.furniture.clone();
    left_out.push(outline.tail.span);
    left_out.extend(
        outline
            .title
            .iter()
            .chain(&outline.recipient)
            .map(|phrase| phrase.span),
    );
    left_out.extend(outline.sections.iter().map(|section| section.number_span));
    left_out.retain(|span| !span.is_empty());
    left_out.sort_unstable();
    let mut next = 0;
    document
        .paragraphs
        .iter()
        .filter(move |paragraph| content.contains(paragraph.span))
        .filter_map(move |paragraph| {
            let mut from = paragraph.span;
            while let Some(hole) = left_out.get(next).filter(|hole| hole.start < paragraph.span.end) {
                if hole.overlaps(from) {
                    from.start = hole.end.clamp(from.start, from.end);
                }
                if hole.end > paragraph.span.end {
                    break;
                }
                next += 1;
            }
            (!from.is_empty()).then_some((paragraph, from.range()))
        })
}

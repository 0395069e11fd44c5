//! The paragraphs of a document as the outline looks at them: trimmed, with their number taken apart.

use super::mark::{self, Mark};
use crate::document::{Container, Document, Paragraph};
use crate::text::Span;

/// One line of text that has something on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// Without the blanks at both ends.
    pub span: Span,
    /// The text of `span`.
    pub text: &'t str,
    /// The number that it starts with.
    pub mark: Option<Mark>,
    /// Whether that number came from automatic numbering.
    pub automatic: bool,
    /// A row of a table or a footnote: never a heading, a title or a signature.
    pub aside: bool,
}

/// All lines of a document, in order.
pub(super) fn lines(document: &Document) -> Vec<Line<'_>> {
    document
        .paragraphs
        .iter()
        .map(|paragraph| line(document, paragraph))
        .collect()
}

fn line<'t>(document: &'t Document, paragraph: &Paragraph) -> Line<'t> {
    let span = paragraph.span.trim(&document.text);
    let text = span.of(&document.text);
    let aside = paragraph.cells.len() > 1
        || matches!(
            paragraph.place.container,
            Container::Footnote | Container::Row { .. }
        );
    Line {
        span,
        text,
        mark: if aside { None } else { mark::parse(text) },
        automatic: paragraph.automatic_number.is_some(),
        aside,
    }
}

impl<'t> Line<'t> {
    /// Whether it has at most so many Chinese characters; a bound in bytes, so that no line is read twice.
    pub fn at_most(&self, chars: usize) -> bool {
        self.text.len() <= chars * 3
    }

    /// Whether the paragraph ends as a sentence, a lead or a list entry ends.
    pub fn is_closed(&self) -> bool {
        self.text
            .trim_end_matches(['”', '"', '’', '）', ')', '】'])
            .ends_with(['。', '；', '：', '！', '？', '…', ';', ':', '!', '?', '.'])
    }

    /// The text behind the number.
    pub fn rest(&self) -> &'t str {
        self.mark
            .map_or(self.text, |mark| self.text.get(mark.len..).unwrap_or_default())
    }
}

//! The paragraphs of a document as the outline looks at them: trimmed, with their number taken apart.

use super::furniture;
use super::mark::{self, Mark};
use crate::document::{Container, Document, Paragraph};
use crate::text::{self, Kinds, Marks, SIGNS, Span, is_blank, is_han};

/// One line of text that has something on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'t> {
    /// Without the blanks at both ends, and without a sign that decorates it.
    pub span: Span,
    /// The text of `span`.
    pub text: &'t str,
    /// The number that it starts with.
    pub mark: Option<Mark>,
    /// Whether that number came from automatic numbering.
    pub automatic: bool,
    /// A row of a table or a footnote: never a heading, a title or a signature.
    pub aside: bool,
    /// Whether a sign stands before it.
    pub signed: bool,
    /// Which marks it may have.
    kinds: Kinds,
    /// Whether it is page furniture even among the paragraphs of the text.
    pub furniture: bool,
}

/// All lines of a document, in order.
pub(super) fn lines<'t>(document: &'t Document, marks: &Marks) -> Vec<Line<'t>> {
    let mut marks_of = marks.of_spans();
    let paragraphs = document.paragraphs.iter();
    paragraphs
        .map(|paragraph| line(document, paragraph, marks_of(paragraph.span)))
        .collect()
}

fn line<'t>(document: &'t Document, paragraph: &Paragraph, marks: &[text::Mark]) -> Line<'t> {
    let mut span = paragraph.span.trim(&document.text);
    let bullet = bullet(span.of(&document.text));
    span.start += bullet as u32;
    let text = span.of(&document.text);
    let aside = paragraph.cells.len() > 1
        || matches!(
            paragraph.place.container,
            Container::Footnote | Container::Row { .. }
        );
    let mut line = Line {
        span,
        text,
        mark: if aside { None } else { mark::parse(text) },
        automatic: paragraph.automatic_number.is_some(),
        aside,
        signed: bullet > 0,
        kinds: Kinds::of_marks(marks),
        furniture: false,
    };
    line.furniture = furniture::is_furniture_in_text(&line);
    line
}

/// ★加强组织领导: the length of the sign that some put before a heading.
fn bullet(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(SIGNS) else {
        return 0;
    };
    let rest = rest.trim_start_matches(is_blank);
    if rest.starts_with(is_han) {
        text.len() - rest.len()
    } else {
        0
    }
}

impl<'t> Line<'t> {
    /// Whether it has at most so many Chinese characters; a bound in bytes, so that no line is read twice.
    pub fn at_most(&self, chars: usize) -> bool {
        self.text.len() <= chars * 3
    }

    /// Whether one of these marks stands in it.
    #[inline]
    pub fn has<const N: usize>(&self, marks: [char; N]) -> bool {
        self.kinds.may_share(Kinds::of_chars(&marks)) && self.text.contains(marks)
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

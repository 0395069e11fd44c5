//! What a check may look at, and what several checks would else work out each for itself.

use super::phrases::Found;
use super::siblings::{self, Numbered};
use super::{genre, phrases, words};
use crate::document::Document;
use crate::figures::Figure;
use crate::outline::Outline;
use crate::profile::Profile;
use crate::relations::Relation;
use crate::text::Span;
use std::cell::OnceCell;
use std::ops::Range;

/// What a check may look at.
pub struct Context<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its structure.
    pub outline: &'a Outline,
    /// Its figures.
    pub figures: &'a [Figure],
    /// What was computed again.
    pub relations: &'a [Relation],
    /// What is owed.
    pub profile: &'a Profile,
    marks: OnceCell<Vec<Mark>>,
    kinds: OnceCell<u128>,
    lines: OnceCell<Vec<(Span, Range<usize>)>>,
    names: OnceCell<Vec<Span>>,
    phrases: OnceCell<Vec<Found>>,
    genre: OnceCell<Option<&'static str>>,
    headings: OnceCell<Vec<Vec<Numbered>>>,
    points: OnceCell<Vec<Vec<Numbered>>>,
}

/// A character that is no Chinese word character: a digit, a letter, a punctuation mark. Reports have few of them,
/// and what is wrong with a text mostly shows in them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its place in the text, in bytes.
    pub at: u32,
    /// The character.
    pub c: char,
}

/// A paragraph of the report.
#[derive(Debug, Clone, Copy)]
pub struct Line<'c> {
    /// Where it stands.
    pub span: Span,
    /// Its text.
    pub words: &'c str,
    /// The marks in it.
    pub marks: &'c [Mark],
}

impl Mark {
    /// Where it stands.
    pub fn span(self) -> Span {
        Span::new(self.at as usize, self.at as usize + self.c.len_utf8())
    }
}

impl<'a> Context<'a> {
    /// Everything that is known of a report before the checks run.
    pub fn new(
        document: &'a Document,
        outline: &'a Outline,
        figures: &'a [Figure],
        relations: &'a [Relation],
        profile: &'a Profile,
    ) -> Context<'a> {
        Context {
            document,
            outline,
            figures,
            relations,
            profile,
            marks: OnceCell::new(),
            kinds: OnceCell::new(),
            lines: OnceCell::new(),
            names: OnceCell::new(),
            phrases: OnceCell::new(),
            genre: OnceCell::new(),
            headings: OnceCell::new(),
            points: OnceCell::new(),
        }
    }

    /// The words of a span.
    pub fn slice(&self, span: Span) -> &'a str {
        self.document.slice(span)
    }

    /// The report year, where it is known.
    pub fn year(&self) -> Option<u16> {
        self.outline.year.map(|year| year.value)
    }

    /// Whether the regulation of 2019 fixed the contents for this report; a year that is not known counts as new.
    pub fn contents_are_fixed(&self) -> bool {
        self.year().is_none_or(|year| year >= 2019)
    }

    /// The paragraphs that belong to the report, with their marks: no page furniture.
    pub fn lines(&self) -> impl Iterator<Item = Line<'_>> {
        let lines = self.lines.get_or_init(|| self.report_lines());
        lines.iter().map(|(span, marks)| Line {
            span: *span,
            words: self.slice(*span),
            marks: self.marks().get(marks.clone()).unwrap_or_default(),
        })
    }

    fn report_lines(&self) -> Vec<(Span, Range<usize>)> {
        let outline = self.outline;
        let in_content = |span: Span| outline.content.is_empty() || outline.content.contains(span);
        let is_furniture = |span: Span| {
            let place = outline.furniture.binary_search_by(|f| f.start.cmp(&span.start));
            place.is_ok()
        };
        let spans = self.document.paragraphs.iter().map(|paragraph| paragraph.span);
        let marks = self.marks();
        let mut next = 0;
        let mut behind = |byte: u32| {
            let rest = marks.get(next..).unwrap_or_default();
            next += rest.iter().take_while(|mark| mark.at < byte).count();
            next
        };
        spans
            .filter(|&span| in_content(span) && !is_furniture(span))
            .map(|span| (span, behind(span.start)..behind(span.end)))
            .collect()
    }

    /// All marks of the text, furniture included.
    pub fn marks(&self) -> &[Mark] {
        self.marks.get_or_init(|| marks(&self.document.text))
    }

    /// Whether a mark occurs at all.
    pub fn has_mark(&self, c: char) -> bool {
        let kinds = self.kinds.get_or_init(|| {
            let ascii = self.marks().iter().filter(|mark| mark.c.is_ascii());
            ascii.fold(0, |kinds, mark| kinds | 1 << u32::from(mark.c))
        });
        match c.is_ascii() {
            true => kinds >> u32::from(c) & 1 == 1,
            false => self.marks().iter().any(|mark| mark.c == c),
        }
    }

    /// The marks inside a span.
    pub fn marks_in(&self, span: Span) -> &[Mark] {
        let marks = self.marks();
        let from = marks.partition_point(|mark| mark.at < span.start);
        let inside = marks.get(from..).unwrap_or_default();
        &inside[..inside.partition_point(|mark| mark.at < span.end)]
    }

    /// Names in 《》, their marks included.
    pub fn names(&self) -> &[Span] {
        self.names.get_or_init(|| words::named_documents(self.marks()))
    }

    /// The phrases that some check looks for, see [`phrases::find`].
    pub fn phrases(&self) -> &[Found] {
        self.phrases.get_or_init(|| phrases::find(&self.document.text))
    }

    /// What other kind of document the text looks like, see [`genre::other`].
    pub fn other_genre(&self) -> Option<&'static str> {
        *self.genre.get_or_init(|| genre::other(self))
    }

    /// Lists of sibling headings, see [`siblings::headings`].
    pub fn headings(&self) -> &[Vec<Numbered>] {
        self.headings.get_or_init(|| siblings::headings(self))
    }

    /// Lists of points, see [`siblings::points`].
    pub fn points(&self) -> &[Vec<Numbered>] {
        self.points.get_or_init(|| siblings::points(self))
    }
}

/// The marks of a text.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    // Characters whose first byte is one of these are U+4000–U+9FFF: three bytes, no mark.
    let is_word = |byte: &u8| (0xE4..=0xE9).contains(byte);
    let bytes = text.as_bytes();
    let mut marks = Vec::with_capacity(text.len() / 8);
    let mut at = 0;
    while let Some(byte) = bytes.get(at) {
        if is_word(byte) {
            at += 3;
            continue;
        }
        let Some(c) = text[at..].chars().next() else { break };
        marks.push(Mark { at: at as u32, c });
        at += c.len_utf8();
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_but_words_are_marks() {
        let seen: Vec<_> = marks("共12件，（龥）𠀀é")
            .iter()
            .map(|mark| (mark.at, mark.c))
            .collect();
        assert_eq!(
            seen,
            [
                (3, '1'),
                (4, '2'),
                (8, '，'),
                (11, '（'),
                (17, '）'),
                (20, '𠀀'),
                (24, 'é')
            ]
        );
    }
}

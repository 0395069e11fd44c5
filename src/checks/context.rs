//! What a check may look at, and what several checks would else work out each for itself.

use super::phrases::Found;
use super::siblings::{self, Numbered};
use super::{genre, phrases, words};
use crate::document::Document;
use crate::figures::Figure;
use crate::outline::Outline;
use crate::profile::Profile;
use crate::relations::Relation;
use crate::text::{Mark, Marks, Span};
use std::cell::OnceCell;

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
    marks: &'a Marks,
    lines: OnceCell<Vec<(Span, &'a [Mark])>>,
    names: OnceCell<Vec<Span>>,
    phrases: OnceCell<Vec<Found>>,
    genre: OnceCell<Option<&'static str>>,
    headings: OnceCell<Vec<Numbered>>,
    points: OnceCell<Vec<Numbered>>,
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

impl<'a> Context<'a> {
    /// Everything that is known of a report before the checks run.
    pub fn new(
        document: &'a Document,
        outline: &'a Outline,
        figures: &'a [Figure],
        relations: &'a [Relation],
        profile: &'a Profile,
        marks: &'a Marks,
    ) -> Context<'a> {
        Context {
            document,
            outline,
            figures,
            relations,
            profile,
            marks,
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
        let line = |&(span, marks)| Line {
            span,
            words: self.slice(span),
            marks,
        };
        self.report_lines().iter().map(line)
    }

    /// Whether a place lies in a paragraph of the report.
    pub fn is_in_report(&self, place: Span) -> bool {
        let lines = self.report_lines();
        let behind = lines.partition_point(|(line, _)| line.start <= place.start);
        let line = behind.checked_sub(1).and_then(|at| lines.get(at));
        line.is_some_and(|(line, _)| line.contains(place))
    }

    /// The spans of its paragraphs, and their marks.
    fn report_lines(&self) -> &[(Span, &'a [Mark])] {
        self.lines.get_or_init(|| {
            let outline = self.outline;
            let in_content = |span: Span| outline.content.is_empty() || outline.content.contains(span);
            let is_furniture = |span: Span| {
                // Furniture is noted without the blanks that its paragraph begins with.
                let place = outline.furniture.partition_point(|f| f.start < span.start);
                outline.furniture.get(place).is_some_and(|f| f.start < span.end)
            };
            let spans = self.document.paragraphs.iter().map(|paragraph| paragraph.span);
            let mut marks_of = self.marks.of_spans();
            spans
                .filter(|&span| in_content(span) && !is_furniture(span))
                .map(|span| (span, marks_of(span)))
                .collect()
        })
    }

    /// The marks of the text, furniture included.
    pub fn marks(&self) -> &'a Marks {
        self.marks
    }

    /// The paragraphs, furniture included, in which some of these marks stand.
    pub fn paragraphs_with(&self, wanted: &[char]) -> Vec<Span> {
        let marks = self.marks().any_of(wanted);
        let paragraph = |mark: Mark| {
            let at = self.document.paragraph_at(mark.at)?;
            self.document.paragraphs.get(at).map(|paragraph| paragraph.span)
        };
        let mut spans: Vec<Span> = marks.filter_map(paragraph).collect();
        spans.dedup();
        spans
    }

    /// Names in 《》, their marks included.
    pub fn names(&self) -> &[Span] {
        self.names
            .get_or_init(|| words::named_documents(&self.marks().all))
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
    pub fn headings(&self) -> impl Iterator<Item = &[Numbered]> {
        siblings::lists(self.headings.get_or_init(|| siblings::headings(self)))
    }

    /// Lists of points, see [`siblings::points`].
    pub fn points(&self) -> impl Iterator<Item = &[Numbered]> {
        siblings::lists(self.points.get_or_init(|| siblings::points(self)))
    }
}

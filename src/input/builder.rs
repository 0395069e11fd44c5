//! Paragraphs and table rows, in reading order, become one text with its spans.

use super::traced::Traced;
use crate::document::{Container, Document, Paragraph, Place, Source, TextRun};
use crate::text::Span;

/// A manual line break inside a paragraph: U+2028, so that the paragraph stays one line of the text.
pub const LINE_BREAK: char = '\u{2028}';

/// Collects what a format's reader finds, in reading order.
#[derive(Debug, Default)]
pub struct Builder {
    text: String,
    paragraphs: Vec<Paragraph>,
    runs: Vec<TextRun>,
}

impl Builder {
    /// Adds a paragraph. `label` is the number that the word processor made automatically, with its marks
    /// and suffix, empty where there is none. [`LINE_BREAK`] in `text` separates lines of one paragraph: each
    /// gets an entry of its own, because offices use it where a paragraph is meant. Blank text adds nothing.
    pub fn paragraph(&mut self, label: &str, text: &str, place: Place) {
        if label.chars().chain(text.chars()).all(crate::text::is_blank) {
            return;
        }
        self.start_line();
        let start = self.text.len();
        self.text.push_str(label);
        let mut automatic_number = (!label.is_empty()).then(|| Span::new(start, self.text.len()));
        self.text.extend(
            text.chars()
                .map(|c| if matches!(c, '\n' | '\r') { LINE_BREAK } else { c }),
        );
        let mut line_start = start;
        for line in self.text[start..].split(LINE_BREAK) {
            let span = Span::new(line_start, line_start + line.len());
            line_start = span.end as usize + LINE_BREAK.len_utf8();
            if !span.trim(&self.text).is_empty() {
                let automatic_number = automatic_number.take();
                self.paragraphs.push(Paragraph {
                    span,
                    place,
                    automatic_number,
                    cells: vec![],
                });
            }
        }
    }

    /// Adds a table row: its cells, separated by a tab; a cell's own paragraphs must be joined before.
    pub fn row(&mut self, cells: &[String], place: Place) {
        if cells.iter().all(|cell| cell.chars().all(crate::text::is_blank)) {
            return;
        }
        self.start_line();
        let start = self.text.len();
        let mut spans = Vec::with_capacity(cells.len());
        for (at, cell) in cells.iter().enumerate() {
            if at > 0 {
                self.text.push('\t');
            }
            let cell_start = self.text.len();
            self.text.extend(
                cell.trim()
                    .chars()
                    .map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }),
            );
            spans.push(Span::new(cell_start, self.text.len()));
        }
        let span = Span::new(start, self.text.len());
        self.paragraphs.push(Paragraph {
            span,
            place,
            automatic_number: None,
            cells: spans,
        });
    }

    /// Adds a paragraph that knows its runs. Its text has no other line breaks than [`LINE_BREAK`].
    pub fn traced_paragraph(&mut self, label: &str, text: &Traced, place: Place) {
        let before = self.paragraphs.len();
        self.paragraph(label, text.text(), place);
        if self.paragraphs.len() > before {
            let start = self.text.len() - text.text().len();
            self.add_runs(start, text);
        }
    }

    /// Adds a table row whose cells know their runs.
    pub fn traced_row(&mut self, cells: &[Traced], place: Place) {
        let cells: Vec<Traced> = cells.iter().map(Traced::trimmed).collect();
        let texts: Vec<String> = cells.iter().map(|cell| cell.text().to_string()).collect();
        let before = self.paragraphs.len();
        self.row(&texts, place);
        let Some(row) = self.paragraphs.get(before) else {
            return;
        };
        for (cell, span) in cells.iter().zip(row.cells.clone()) {
            self.add_runs(span.start as usize, cell);
        }
    }

    /// Adds what another reader found, its tables counted behind the `tables` that are there. Gives back how many
    /// there are then.
    pub fn append(&mut self, other: Builder, tables: u32) -> u32 {
        if other.is_empty() {
            return tables;
        }
        self.start_line();
        let base = self.text.len() as u32;
        self.text.push_str(&other.text);
        let mut last = tables;
        for mut paragraph in other.paragraphs {
            paragraph.span = paragraph.span.moved(base);
            paragraph.automatic_number = paragraph.automatic_number.map(|span| span.moved(base));
            for cell in &mut paragraph.cells {
                *cell = cell.moved(base);
            }
            if let Container::Row { table, .. } = &mut paragraph.place.container {
                *table = table.saturating_add(tables);
                last = last.max(*table);
            }
            self.paragraphs.push(paragraph);
        }
        last
    }

    fn add_runs(&mut self, start: usize, text: &Traced) {
        self.runs
            .extend(text.runs().iter().map(|run| run.moved(start as u32)));
    }

    /// The text so far.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Bytes of text so far, for the readers' limits.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The finished document.
    pub fn finish(self, source: Source) -> Document {
        Document {
            text: self.text,
            paragraphs: self.paragraphs,
            source,
            runs: self.runs,
        }
    }

    fn start_line(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

/// The place of a table row; both count from 1.
pub fn row_place(table: u32, row: u32) -> Place {
    Place {
        page: None,
        container: Container::Row { table, row },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_keep_their_cells_and_labels_their_span() {
        let mut builder = Builder::default();
        builder.paragraph("一、", "主要举措\n和成效", Place::default());
        builder.row(&["指标".into(), "2024年".into()], row_place(1, 1));
        let document = builder.finish(Source::default());
        assert_eq!(document.text, "一、主要举措\u{2028}和成效\n指标\t2024年");
        let lines: Vec<_> = document
            .paragraphs
            .iter()
            .map(|p| document.slice(p.span))
            .collect();
        assert_eq!(lines, ["一、主要举措", "和成效", "指标\t2024年"]);
        assert_eq!(
            document.paragraphs[0]
                .automatic_number
                .map(|span| document.slice(span)),
            Some("一、")
        );
        assert_eq!(document.slice(document.paragraphs[2].cells[1]), "2024年");
    }
}

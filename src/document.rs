//! One text with its paragraphs, and where each of them came from. Made once by reading, never changed.

mod collapsed;

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What was read: the text that every span of a report points into, and its paragraphs in reading order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// The whole text, line breaks as `\n`. Of a text file it is the decoded file itself.
    pub text: String,
    /// One entry a line of `text`, blank lines left out, in order. Lines end at `\n` and at U+2028, the
    /// manual line break inside a paragraph. A text that lost all its line breaks has an entry a heading.
    pub paragraphs: Vec<Paragraph>,
    /// The file it came from.
    pub source: Source,
    /// Of a docx: which of its runs holds which stretch of the text, in the order of the text. What is needed to
    /// put a comment on a span of the original file.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub runs: Vec<TextRun>,
}

/// A stretch of the text and the run of the original docx that holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextRun {
    /// Where in the document's text.
    pub span: Span,
    /// The part of the file.
    pub part: Part,
    /// Which run (`w:r`) of that part: all of them counted from 0, as their start tags follow each other, also those
    /// that are deleted, hidden or an alternative's fallback.
    pub run: u32,
    /// How many characters of the run's text stand before the stretch. Tabs, breaks and no-break hyphens count as one,
    /// what is not read (soft hyphens, fields' instructions) does not count.
    pub start: u32,
}

/// A part of a docx that holds text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The main part, text boxes included.
    #[default]
    Body,
    /// The footnotes.
    Footnotes,
    /// The endnotes.
    Endnotes,
}

/// One paragraph, or one row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paragraph {
    /// The line without its line break; leading and trailing blanks belong to it.
    pub span: Span,
    /// Where in the original file it stood.
    pub place: Place,
    /// The number that the word processor had made automatically and the reader wrote out (`一、`), if any.
    pub automatic_number: Option<Span>,
    /// Of a table row: its cells from left to right. Empty for a paragraph.
    pub cells: Vec<Span>,
}

/// Where a paragraph stood in the original file.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Page, from 1, where the format has pages.
    pub page: Option<u32>,
    /// What kind of container it stood in.
    pub container: Container,
}

/// The part of a file that holds a paragraph.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Container {
    /// The running text.
    #[default]
    Body,
    /// A table row; both count from 1.
    Row {
        /// Which table.
        table: u32,
        /// Which row.
        row: u32,
    },
    /// A footnote or endnote.
    Footnote,
    /// A text box.
    TextBox,
}

/// The file that a document was read from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Name or path as the user knows it.
    pub name: String,
    /// Short name of the format: `txt`, `docx`, `pdf` …
    pub format: String,
    /// Encoding of a text format, as the Encoding Standard names it; empty for binary formats.
    pub encoding: String,
    /// SHA-256 of the input bytes, lower-case hexadecimal.
    pub sha256: String,
    /// Date of publication that the file itself states (a web page's metadata), ISO 8601.
    pub published: Option<String>,
    /// Names of the files that a web page offers beside its text.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attachments: Vec<String>,
    /// How the text begins in other encodings, where its own is not certain; empty where it is.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub encodings: Vec<EncodingPreview>,
}

/// The first words of a text, read as one encoding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EncodingPreview {
    /// The encoding, as the Encoding Standard names it.
    pub encoding: String,
    /// The words.
    pub text: String,
}

impl TextRun {
    /// The same run with its stretch that many bytes further on.
    pub fn moved(self, bytes: u32) -> TextRun {
        TextRun {
            span: self.span.moved(bytes),
            ..self
        }
    }
}

impl Place {
    /// The place in words (`第 3 页`, `表 1 第 2 行`), None in the running text of a format without pages.
    pub fn words(&self) -> Option<String> {
        let container = match self.container {
            Container::Body => None,
            Container::Row { table, row } => Some(format!("表 {table} 第 {row} 行")),
            Container::Footnote => Some("脚注".to_string()),
            Container::TextBox => Some("文本框".to_string()),
        };
        match (self.page, container) {
            (None, container) => container,
            (Some(page), None) => Some(format!("第 {page} 页")),
            (Some(page), Some(container)) => Some(format!("第 {page} 页 {container}")),
        }
    }
}

impl Document {
    /// A document from text that a person pasted or typed. Line breaks become `\n`, a byte order mark goes.
    pub fn from_text(name: &str, text: &str) -> Document {
        let source = Source {
            name: name.to_string(),
            format: "txt".into(),
            encoding: "UTF-8".into(),
            sha256: sha256_hex(text.as_bytes()),
            published: None,
            attachments: vec![],
            encodings: vec![],
        };
        Document::from_lines(source, normalise_line_breaks(text))
    }

    /// A document whose paragraphs are the lines of `text`: lines end at `\n` or at U+2028, and before a heading where
    /// all line breaks were lost.
    pub fn from_lines(source: Source, text: String) -> Document {
        let mut paragraphs = Vec::new();
        let mut start = 0;
        for line in text.split_inclusive(['\n', '\u{2028}']) {
            let bare = line.trim_end_matches(['\n', '\u{2028}']);
            let mut from = 0;
            for until in collapsed::breaks(&text, bare).into_iter().chain([bare.len()]) {
                let span = Span::new(start + from, start + until);
                if !span.trim(&text).is_empty() {
                    paragraphs.push(Paragraph {
                        span,
                        place: Place::default(),
                        automatic_number: None,
                        cells: vec![],
                    });
                }
                from = until;
            }
            start += line.len();
        }
        Document {
            text,
            paragraphs,
            source,
            runs: vec![],
        }
    }

    /// The runs of the original docx that hold a span, each cut to it. Text that no run holds, such as an automatic
    /// number, is left out.
    pub fn runs_of(&self, span: Span) -> Vec<TextRun> {
        let first = self.runs.partition_point(|run| run.span.end <= span.start);
        let inside = self.runs.get(first..).unwrap_or_default().iter();
        inside
            .take_while(|run| run.span.start < span.end)
            .map(|run| {
                let start = run.span.start.max(span.start);
                let end = run.span.end.min(span.end);
                let before = Span {
                    end: start,
                    ..run.span
                };
                TextRun {
                    span: Span { start, end },
                    start: run.start + self.slice(before).chars().count() as u32,
                    ..*run
                }
            })
            .collect()
    }

    /// Index of the paragraph that a byte lies in; of a blank line, the paragraph before it.
    pub fn paragraph_at(&self, byte: u32) -> Option<usize> {
        self.paragraphs
            .partition_point(|paragraph| paragraph.span.start <= byte)
            .checked_sub(1)
    }

    /// The text of a span.
    pub fn slice(&self, span: Span) -> &str {
        span.of(&self.text)
    }
}

/// CRLF and CR become LF; a leading byte order mark goes.
pub fn normalise_line_breaks(text: &str) -> String {
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n")
    } else {
        text.to_string()
    }
}

/// SHA-256 in lower-case hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blank_lines_are_no_paragraphs_and_spans_fit() {
        let document = Document::from_text("x", "\u{FEFF}一\r\n \u{3000}\r\n二 ");
        let lines: Vec<_> = document
            .paragraphs
            .iter()
            .map(|p| document.slice(p.span))
            .collect();
        assert_eq!(lines, ["一", "二 "]);
        assert_eq!(document.text, "一\n \u{3000}\n二 ");
    }

    #[test]
    fn the_hash_is_of_the_bytes_given() {
        assert_eq!(&sha256_hex(b"abc")[..16], "ba7816bf8f01cfea");
    }
}

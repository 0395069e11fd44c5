//! Text that remembers which run of the original file each part of it came from.

use crate::document::{Part, TextRun};
use crate::text::Span;

/// Text with the runs that it came from; what no run holds (a label, a separator) has none.
#[derive(Debug, Default, Clone)]
pub struct Traced {
    text: String,
    runs: Vec<TextRun>,
}

/// A place in a run of the original file.
#[derive(Debug, Clone, Copy)]
pub struct Origin {
    /// The part of the file.
    pub part: Part,
    /// Which run of that part.
    pub run: u32,
    /// Characters of the run before this one.
    pub start: u32,
}

impl Traced {
    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The runs, their spans counted from the start of the text.
    pub fn runs(&self) -> &[TextRun] {
        &self.runs
    }

    /// Whether there is nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.text.chars().all(crate::text::is_blank)
    }

    /// Adds text that no run holds.
    pub fn push_str(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds a character of a run.
    pub fn push(&mut self, c: char, origin: Option<Origin>) {
        let start = self.text.len();
        self.text.push(c);
        let Some(origin) = origin else { return };
        let end = self.text.len() as u32;
        if let Some(last) = self.runs.last_mut()
            && (last.part, last.run, last.span.end) == (origin.part, origin.run, start as u32)
        {
            last.span.end = end;
            return;
        }
        self.runs.push(TextRun {
            span: Span {
                start: start as u32,
                end,
            },
            part: origin.part,
            run: origin.run,
            start: origin.start,
        });
    }

    /// Adds another text behind this one.
    pub fn append(&mut self, other: Traced) {
        let base = self.text.len() as u32;
        self.text.push_str(&other.text);
        self.runs
            .extend(other.runs.into_iter().map(|run| run.moved(base)));
    }

    /// The text without white space around it.
    pub fn trimmed(&self) -> Traced {
        let rest = self.text.trim_start();
        let cut = (self.text.len() - rest.len()) as u32;
        let text = rest.trim_end().to_string();
        let end = cut + text.len() as u32;
        let clipped = self.runs.iter().filter_map(|run| {
            let span = Span {
                start: run.span.start.clamp(cut, end),
                end: run.span.end.clamp(cut, end),
            };
            let skipped = self.text.get(run.span.start as usize..span.start as usize)?;
            let start = run.start + skipped.chars().count() as u32;
            let span = Span {
                start: span.start - cut,
                end: span.end - cut,
            };
            (!span.is_empty()).then_some(TextRun { span, start, ..*run })
        });
        let runs = clipped.collect();
        Traced { text, runs }
    }

    /// The same with one character in place of another that is as long in UTF-8.
    pub fn replaced(mut self, from: char, to: &str) -> Traced {
        debug_assert_eq!(from.len_utf8(), to.len());
        self.text = self.text.replace(from, to);
        self
    }
}

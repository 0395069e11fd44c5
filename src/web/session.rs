//! A session file: texts, corrections, decisions and rules in one JSON file, so that work goes on tomorrow or on a
//! colleague's machine without a server. Written only when somebody asks.

use super::decisions::{Decisions, Table};
use super::state::{Progress, State};
use crate::Corrections;
use crate::document::{Document, Paragraph, Place};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How the name of a session file ends: by this it is told apart from a report.
pub const SUFFIX: &str = ".fajing.json";

/// The type of a blob that holds one [`SessionFile`]: what is analysed again is the text as it was read, with its pages.
pub const REPORT_TYPE: &str = "application/x-fajing-report";

const SCHEMA: u32 = 1;

/// What a session file holds.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Version of this format.
    pub schema: u32,
    /// The user's profile, TOML.
    #[serde(default)]
    pub profile: Option<String>,
    /// What was decided.
    #[serde(default)]
    pub decisions: Table,
    /// The reports, as they were read or edited.
    pub files: Vec<SessionFile>,
}

/// One report of a session.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SessionFile {
    /// Name or path.
    pub name: String,
    /// The text that was analysed.
    pub text: String,
    /// What a person corrected.
    #[serde(default)]
    pub corrections: Corrections,
    /// The paragraphs of which more is known than their text: pages, table cells, automatic numbers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub paragraphs: Vec<Paragraph>,
    /// Why there is no text: the file could not be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub failed: Option<String>,
}

/// The session as a file, one report a line. Of a file that could not be read it keeps the name and the reason.
pub fn write(state: &State) -> String {
    let session = Session {
        schema: SCHEMA,
        profile: state.profile.clone(),
        decisions: state.decisions.table().clone(),
        files: vec![],
    };
    let files = state.files.iter().filter_map(|file| {
        let Some(report) = &file.report else {
            let (Progress::Failed(why) | Progress::Unfinished(why)) = &file.progress else {
                return None;
            };
            return Some(SessionFile {
                name: file.name.clone(),
                failed: Some(why.clone()),
                ..SessionFile::default()
            });
        };
        let document = &report.document;
        Some(SessionFile {
            name: file.name.clone(),
            text: document.text.clone(),
            corrections: file.corrections.clone(),
            paragraphs: document
                .paragraphs
                .iter()
                .filter(|p| says_more(p))
                .cloned()
                .collect(),
            failed: None,
        })
    });
    let lines: Vec<_> = files.map(|file| json(&file)).collect();
    // The list of files is the last field, and empty so far.
    let head = json(&session);
    format!(
        "{}\n{}\n]}}\n",
        head.strip_suffix("]}").unwrap_or(&head),
        lines.join(",\n")
    )
}

fn json(value: &impl Serialize) -> String {
    // Serialising owned strings into memory cannot fail.
    serde_json::to_string(value).unwrap_or_default()
}

fn says_more(paragraph: &Paragraph) -> bool {
    paragraph.place != Place::default() || !paragraph.cells.is_empty() || paragraph.automatic_number.is_some()
}

/// The session from a file, or a Chinese sentence about what is wrong with it.
pub fn read(text: &str) -> Result<Session, String> {
    let session: Session = serde_json::from_str(text).map_err(|error| {
        format!(
            "会话文件第 {} 行读不懂：可能不完整，或不是法镜保存的会话。",
            error.line()
        )
    })?;
    if session.schema > SCHEMA {
        return Err("会话文件由更新版本的法镜保存，请用新版打开。".into());
    }
    Ok(session)
}

impl SessionFile {
    /// The file for the worker, of the type [`REPORT_TYPE`].
    pub fn to_json(&self) -> String {
        json(self)
    }

    /// The document as it was read, from [`SessionFile::to_json`]. What does not fit the text is left out: anybody can
    /// edit the file.
    pub fn document(bytes: &[u8], name: &str) -> Option<Document> {
        let file: SessionFile = serde_json::from_slice(bytes).ok()?;
        let mut document = Document::from_text(name, &file.text);
        let kept: HashMap<_, _> = file.paragraphs.iter().map(|kept| (kept.span, kept)).collect();
        for paragraph in &mut document.paragraphs {
            let Some(kept) = kept.get(&paragraph.span) else {
                continue;
            };
            let fits =
                |span: &&Span| paragraph.span.contains(**span) && document.text.get(span.range()).is_some();
            let cells: Vec<_> = kept.cells.iter().filter(fits).copied().collect();
            paragraph.automatic_number = kept.automatic_number.as_ref().filter(fits).copied();
            paragraph.cells = cells;
            paragraph.place = kept.place;
        }
        Some(document)
    }
}

impl Session {
    /// Its decisions, with nothing to undo.
    pub fn decisions(&self) -> Decisions {
        Decisions::from_table(self.decisions.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::state::Action;
    use std::rc::Rc;

    #[test]
    fn a_session_comes_back_as_it_was_saved() {
        let report = Rc::new(crate::analyze_text(
            "青岚县2024年法治政府建设年度报告\n一、主要举措\n落实《办法，办理3件。",
            "a.txt",
        ));
        let state = State::default()
            .reduce(Action::Add(vec![(1, "a.txt".into())]))
            .reduce(Action::Done(1, report.clone(), 5));
        let decided = state.decisions.accept(&report, &report.findings[0]);
        let state = state.reduce(Action::Decide(decided.clone()));
        let session = read(&write(&state)).unwrap();
        assert_eq!(session.files[0].text, report.document.text);
        assert_eq!(
            session.decisions().of(&report, &report.findings[0]),
            decided.of(&report, &report.findings[0])
        );
        assert!(!session.decisions().unsaved());
    }

    #[test]
    fn a_file_that_could_not_be_read_keeps_its_name_and_the_reason() {
        let state = State::default()
            .reduce(Action::Add(vec![(1, "坏.pdf".into()), (2, "在读.txt".into())]))
            .reduce(Action::Failed(1, "没有文字层".into()));
        let files = read(&write(&state)).unwrap().files;
        assert_eq!(files.len(), 1);
        assert_eq!(
            (files[0].name.as_str(), files[0].failed.as_deref()),
            ("坏.pdf", Some("没有文字层"))
        );
    }

    #[test]
    fn pages_cells_and_automatic_numbers_are_kept_and_nonsense_is_left_out() {
        let mut document = Document::from_text("a.pdf", "一、主要举措\n办理3件。\n案由 件数");
        document.paragraphs[1].place.page = Some(2);
        document.paragraphs[2].cells = vec![Span::new(33, 39), Span::new(40, 46)];
        document.paragraphs[0].automatic_number = Some(Span::new(0, 6));
        let file = |paragraphs| SessionFile {
            text: document.text.clone(),
            paragraphs,
            ..SessionFile::default()
        };
        let read = |file: SessionFile| SessionFile::document(file.to_json().as_bytes(), "a.pdf").unwrap();
        assert_eq!(
            read(file(document.paragraphs.clone())).paragraphs,
            document.paragraphs
        );
        let mut nonsense = document.paragraphs.clone();
        nonsense[2].cells[0] = Span::new(34, 39);
        nonsense[2].cells[1] = Span::new(40, 4500);
        nonsense[0].automatic_number = Some(Span { start: 9, end: 2 });
        nonsense[1].span.end += 1;
        let plain = Document::from_text("a.pdf", &document.text);
        assert_eq!(read(file(nonsense)).paragraphs, plain.paragraphs);
    }

    #[test]
    fn a_broken_session_says_where() {
        assert!(read("{\n").unwrap_err().contains("行"));
        assert!(
            read(r#"{"schema": 9, "files": []}"#)
                .unwrap_err()
                .contains("新版")
        );
    }
}

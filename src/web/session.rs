//! A session file: texts, corrections, decisions and rules in one JSON file, so that work goes on tomorrow or on a
//! colleague's machine without a server. Written only when somebody asks.

use super::decisions::{Decisions, Table};
use super::state::State;
use crate::Corrections;
use serde::{Deserialize, Serialize};

/// How the name of a session file ends: by this it is told apart from a report.
pub const SUFFIX: &str = ".fajing.json";

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
}

/// The session as a file. Reports that could not be read are not in it.
pub fn write(state: &State) -> String {
    let files = state.files.iter().filter_map(|file| {
        Some(SessionFile {
            name: file.name.clone(),
            text: file.report.as_ref()?.document.text.clone(),
            corrections: file.corrections.clone(),
        })
    });
    let session = Session {
        schema: SCHEMA,
        profile: state.profile.clone(),
        decisions: state.decisions.table().clone(),
        files: files.collect(),
    };
    // Serialising owned strings into memory cannot fail.
    serde_json::to_string_pretty(&session).unwrap_or_default()
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
    fn a_broken_session_says_where() {
        assert!(read("{\n").unwrap_err().contains("行"));
        assert!(
            read(r#"{"schema": 9, "files": []}"#)
                .unwrap_err()
                .contains("新版")
        );
    }
}

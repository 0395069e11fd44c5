//! What the page and its worker say to each other. Plain data, so that it is tested without a browser.
//!
//! The page sends a [`Job`] and beside it the file itself; the worker answers with [`Reply`]s and, beside
//! `done`, the report's bytes ([`pack`], [`unpack`]). One job at a time. Nothing is sent before `ready`.

use crate::{Corrections, Report};
use serde::{Deserialize, Serialize};

/// One file to analyse. Its bytes travel beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Job {
    /// Chosen by the page, comes back in every reply.
    pub id: u32,
    /// Name or path as the user knows it.
    pub name: String,
    /// Read as this encoding instead of the guessed one.
    pub encoding: Option<String>,
    /// The user's profile, TOML; None = the one that fits the report.
    pub profile: Option<String>,
    /// What a person corrected.
    pub corrections: Corrections,
    /// Codes of checks that are not run, because they failed on this file before.
    pub skip: Vec<String>,
    /// Whether the file's name may ask for a failure, see [`TestHook`]. Only a page opened with
    /// `#test-hooks` sets it: no file can.
    pub test_hooks: bool,
}

/// What the worker says. The variant's name stands around its fields: reading a name among the fields takes four
/// times the code, and that code is compiled while the page waits for its first word.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reply {
    /// It can be given a job.
    Ready,
    /// It has begun to read.
    Started {
        /// The job's.
        id: u32,
    },
    /// The report lies beside this message.
    Done {
        /// The job's.
        id: u32,
        /// Time in the worker from the bytes to the report, in microseconds.
        micros: u64,
    },
    /// The file is an archive: its files lie beside this message, in this order.
    Expanded {
        /// The job's.
        id: u32,
        /// What is in it.
        entries: Vec<EntryHead>,
    },
    /// The file could not be read.
    Failed {
        /// The job's.
        id: u32,
        /// [`crate::input::InputError::code`], or `profile`.
        code: String,
        /// A Chinese sentence: what was expected, what was found.
        message: String,
    },
    /// The program failed; this worker must not be used again.
    Panicked {
        /// The job's.
        id: Option<u32>,
        /// The panic's own words.
        message: String,
        /// Code of the check that was running.
        check: Option<String>,
    },
}

/// One file of an archive.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EntryHead {
    /// Its path with the archive's before it.
    pub name: String,
    /// Why it could not be unpacked: a Chinese sentence.
    pub error: Option<String>,
}

/// Failures that the browser tests ask for by a file's name, where the page allows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TestHook {
    /// Never answer (`test-hang…`).
    Hang,
    /// Panic while reading (`test-panic…`).
    Panic,
    /// Stop without a word, as a stack overflow does (`test-trap…`).
    Trap,
    /// Panic as if inside this check, unless it is skipped (`test-check-CODE.txt`).
    PanicInCheck(String),
}

impl TestHook {
    /// The failure that this job asks for, if any.
    pub fn of(job: &Job) -> Option<TestHook> {
        if !job.test_hooks {
            return None;
        }
        let name = job.name.rsplit('/').next()?.strip_prefix("test-")?;
        let stem = name.split('.').next()?;
        match stem.split_once('-').map_or((stem, ""), |parts| parts) {
            ("hang", _) => Some(TestHook::Hang),
            ("panic", _) => Some(TestHook::Panic),
            ("trap", _) => Some(TestHook::Trap),
            ("check", code) if !job.skip.iter().any(|skipped| skipped == code) => {
                Some(TestHook::PanicInCheck(code.to_string()))
            }
            _ => None,
        }
    }
}

/// The report as bytes, to cross from the worker to the page without a copy.
pub fn pack(report: &Report) -> Result<Vec<u8>, String> {
    serde_json::to_vec(report).map_err(|error| error.to_string())
}

/// The report from its bytes.
pub fn unpack(bytes: &[u8]) -> Result<Report, String> {
    serde_json::from_slice(bytes).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn job(name: &str) -> Job {
        Job {
            name: name.into(),
            test_hooks: true,
            ..Job::default()
        }
    }

    #[test]
    fn a_report_survives_the_crossing() {
        let report = crate::analyze_text(
            "青岚县2024年法治政府建设年度报告\n一、主要举措\n办理案件3件。",
            "a.txt",
        );
        assert_eq!(unpack(&pack(&report).unwrap()).unwrap(), report);
    }

    #[test]
    fn replies_survive_the_crossing() {
        for reply in [
            Reply::Ready,
            Reply::Done { id: 7, micros: 12 },
            Reply::Panicked {
                id: None,
                message: "边界".into(),
                check: Some("residue".into()),
            },
        ] {
            let text = serde_json::to_string(&reply).unwrap();
            assert_eq!(serde_json::from_str::<Reply>(&text).unwrap(), reply);
        }
    }

    #[test]
    fn a_name_asks_for_a_failure_only_where_the_page_allows_it() {
        assert_eq!(TestHook::of(&job("批/test-hang.txt")), Some(TestHook::Hang));
        assert_eq!(
            TestHook::of(&job("test-check-number-gap.txt")),
            Some(TestHook::PanicInCheck("number-gap".into()))
        );
        assert_eq!(TestHook::of(&job("报告.txt")), None);
        let mut quiet = job("test-hang.txt");
        quiet.test_hooks = false;
        assert_eq!(TestHook::of(&quiet), None);
        let mut skipped = job("test-check-residue.txt");
        skipped.skip = vec!["residue".into()];
        assert_eq!(TestHook::of(&skipped), None);
    }
}

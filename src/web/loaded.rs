//! One loaded file: how far it is, its report, and what a person did to it.

use super::filter::Decided;
use crate::checks::between::Passage;
use crate::export::counts::Counts;
use crate::likeness::Like;
use crate::{Corrections, Report};
use std::rc::Rc;

/// Identity of a loaded file for as long as the page is open.
pub type FileId = u32;

/// One loaded file.
#[derive(Debug, Clone, PartialEq)]
pub struct Loaded {
    /// Its identity.
    pub id: FileId,
    /// Name or path.
    pub name: String,
    /// How far it is.
    pub progress: Progress,
    /// The newest report; kept while the file is analysed again. Holds what was found between the reports too.
    pub report: Option<Rc<Report>>,
    /// The same report as it came, before it was compared with others.
    pub own: Option<Rc<Report>>,
    /// What of it is compared.
    pub passages: Rc<[Passage]>,
    /// Time from the bytes to the report, in microseconds.
    pub micros: u64,
    /// Read as this encoding instead of the guessed one.
    pub encoding: Option<String>,
    /// What a person corrected.
    pub corrections: Corrections,
    /// Whether the text was edited in the page and not saved since.
    pub unsaved: bool,
    /// How many of its findings a person has decided.
    pub decided: Decided,
    /// The texts before each safe fix, the newest last: to take them back.
    pub fixed: Vec<Rc<str>>,
    /// An earlier file with the same or nearly the same text; 100 percent only where it is the same.
    pub like: Option<Like>,
}

impl Loaded {
    /// A file that waits.
    pub fn waiting(id: FileId, name: String) -> Loaded {
        Loaded {
            id,
            name,
            progress: Progress::Waiting,
            report: None,
            own: None,
            passages: Rc::default(),
            micros: 0,
            encoding: None,
            corrections: Corrections::default(),
            unsaved: false,
            decided: Decided::default(),
            fixed: vec![],
            like: None,
        }
    }
}

/// How far a file is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Progress {
    /// In the queue.
    Waiting,
    /// In the worker.
    Working,
    /// Its report is there.
    Done,
    /// It could not be read: why, in words.
    Failed(String),
    /// The worker died on it, or it was cancelled: why, in words. It can be tried again.
    Unfinished(String),
}

impl Progress {
    /// For `data-state`.
    pub fn key(&self) -> &'static str {
        match self {
            Progress::Waiting => "waiting",
            Progress::Working => "working",
            Progress::Done => "done",
            Progress::Failed(_) | Progress::Unfinished(_) => "failed",
        }
    }
}

/// What is counted of a file; nothing where it has no report.
pub fn counts_of(file: &Loaded) -> Counts {
    file.report.as_deref().map(Counts::of).unwrap_or_default()
}

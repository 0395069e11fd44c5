//! Everything that can happen to the page's state.

use super::{Dialog, Drawn, FileId, Middle, Selection, Theme};
use crate::checks::Finding;
use crate::likeness::Like;
use crate::web::decisions::{Decisions, Table};
use crate::web::filter::Filter;
use crate::web::listing::Listing;
use crate::{Corrections, Report};
use std::rc::Rc;

/// A change of the decisions about one subject.
pub type Decide = fn(&Decisions, &Report, &Finding) -> Decisions;

/// Everything that can happen.
#[derive(Debug, Clone)]
pub enum Action {
    /// Files were chosen, dropped or pasted.
    Add(Vec<(FileId, String)>),
    /// The worker has begun with a file.
    Started(FileId),
    /// A report is there.
    Done(FileId, Rc<Report>, u64),
    /// A file could not be read.
    Failed(FileId, String),
    /// A file was not finished.
    Unfinished(FileId, String),
    /// The worker's state changed.
    Worker(&'static str),
    /// A file goes into the queue again.
    Again(FileId),
    /// Everything that waits or works was cancelled.
    CancelAll,
    /// Forget a file.
    Remove(FileId),
    /// Forget all files.
    RemoveAll,
    /// A file is like an earlier one.
    Like(FileId, Like),
    /// Keep a duplicate.
    KeepDuplicate(FileId),
    /// Show a file.
    Show(FileId),
    /// Show the next (+1) or previous (−1) file.
    Step(i32),
    /// Select something in the report shown.
    Select(Option<Selection>),
    /// Change the middle pane.
    Middle(Middle),
    /// A file has been drawn so far.
    Drawn(FileId, Drawn),
    /// Change what the list shows.
    Filter(Filter),
    /// Change which files are listed, and how.
    List(Listing),
    /// Sort the table of all files.
    Sort(Option<(usize, bool)>),
    /// Decisions changed.
    Decide(Decisions),
    /// A session file was opened: its decisions come to those that are there.
    Merge(Table),
    /// One finding or doubtful relation of a report was decided.
    DecideAbout(Rc<Report>, Selection, Decide),
    /// Take the last decision back.
    Undo,
    /// Decide it again.
    Redo,
    /// The text was edited by hand.
    Edited(FileId),
    /// Safe fixes were applied to this text.
    Fixed(FileId, Rc<str>),
    /// The last safe fixes were taken back.
    Unfixed(FileId),
    /// The text was saved.
    Saved(FileId),
    /// Read as another encoding.
    Encoding(FileId, Option<String>),
    /// A person's corrections of one report.
    Correct(FileId, Corrections),
    /// Another profile for all reports.
    Profile(Option<String>),
    /// Open or close a dialog.
    Dialog(Option<Dialog>),
    /// Light or dark.
    Theme(Theme),
    /// Something to say.
    Notice(String),
}

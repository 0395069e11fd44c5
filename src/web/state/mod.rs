//! What the page knows, and the one function that changes it. Plain Rust: tested without a browser.

mod action;
mod farewell;
mod finished;
#[cfg(test)]
mod tests;

use super::decisions::Decisions;
use super::filter::{Decided, Filter};
use super::listing::{Listing, listed};
use super::subject::subject;
use crate::Report;
use crate::likeness::Like;
use std::rc::Rc;

pub use action::{Action, Decide};

pub use super::loaded::{FileId, Loaded, Progress, counts_of};
pub use super::shown::{Dialog, Drawn, Middle, Selection, Theme};

/// Everything that the page knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// Loaded files in the order in which they came.
    pub files: Vec<Rc<Loaded>>,
    /// Which of them are listed, and how.
    pub listing: Listing,
    /// How the table of all of them is sorted: by which column, and whether downwards.
    pub sorted: Option<(usize, bool)>,
    /// The one shown.
    pub current: Option<FileId>,
    /// What is selected in it.
    pub selection: Option<Selection>,
    /// What the middle pane shows.
    pub middle: Middle,
    /// How far the file shown is drawn.
    pub drawn: Drawn,
    /// What the results list shows.
    pub filter: Filter,
    /// What a person decided.
    pub decisions: Decisions,
    /// The open dialog.
    pub dialog: Option<Dialog>,
    /// Light or dark.
    pub theme: Theme,
    /// `ready`, `busy` or `dead`.
    pub worker: &'static str,
    /// The user's profile, TOML; None = the one that fits each report.
    pub profile: Option<String>,
    /// The last thing worth saying, for the status line.
    pub notice: String,
}

impl State {
    /// The file shown.
    pub fn shown(&self) -> Option<&Rc<Loaded>> {
        self.file(self.current?)
    }

    /// The report shown.
    pub fn report(&self) -> Option<&Rc<Report>> {
        self.shown()?.report.as_ref()
    }

    /// How far the file shown is drawn; where its text is not shown nothing waits for the text.
    pub fn drawn(&self) -> Drawn {
        match self.middle {
            Middle::Text => self.drawn,
            _ => self.drawn.max(Drawn::Text),
        }
    }

    /// The state of a file for `data-state`: one that is shown is not done before all of it is there to be seen.
    pub fn progress_key(&self, file: &Loaded) -> &'static str {
        match file.progress {
            Progress::Done if self.current == Some(file.id) && self.drawn < Drawn::Figures => "working",
            _ => file.progress.key(),
        }
    }

    /// A file by its id.
    pub fn file(&self, id: FileId) -> Option<&Rc<Loaded>> {
        self.files.iter().find(|file| file.id == id)
    }

    /// The files of the list, in its order.
    pub fn listed(&self) -> Vec<&Rc<Loaded>> {
        listed(&self.files, &self.listing)
    }

    /// How many files are through, and how many there are.
    pub fn finished(&self) -> (usize, usize) {
        let open = |file: &&Rc<Loaded>| matches!(file.progress, Progress::Waiting | Progress::Working);
        (
            self.files.len() - self.files.iter().filter(open).count(),
            self.files.len(),
        )
    }

    /// That a file is like an earlier one, in words.
    pub fn likeness(&self, file: &Loaded) -> Option<String> {
        let like = file.like?;
        let name = &self.file(like.id)?.name;
        Some(match like.percent {
            100 => format!("与“{name}”文字相同"),
            percent => format!("与“{name}”约 {percent}% 的文字相同"),
        })
    }

    /// Whether closing the page would lose something.
    pub fn has_unsaved(&self) -> bool {
        self.decisions.unsaved() || self.files.iter().any(|file| file.unsaved)
    }

    /// The state after an action.
    pub fn reduce(mut self, action: Action) -> State {
        match action {
            Action::Add(files) => self.add(files),
            Action::Started(id) => self.change(id, |file| file.progress = Progress::Working),
            Action::Done(id, report, micros) => self.done(id, report, micros),
            Action::Failed(id, message) => self.through(id, Progress::Failed(message)),
            Action::Unfinished(id, why) => self.through(id, Progress::Unfinished(why)),
            Action::Worker(state) => self.worker = state,
            Action::Again(id) => self.change(id, |file| file.progress = Progress::Waiting),
            Action::CancelAll => self.cancel_all(),
            Action::Remove(id) => self.remove(id),
            Action::RemoveAll => self.remove_all(),
            Action::Like(id, like) => self.like(id, like),
            Action::KeepDuplicate(id) => self.change(id, |file| file.like = None),
            Action::Show(id) => self.show(id),
            Action::Step(by) => self.step(by),
            Action::Select(selection) => self.selection = selection,
            Action::Middle(middle) => self.middle = middle,
            Action::Drawn(id, drawn) if self.current == Some(id) => self.drawn = drawn.max(self.drawn),
            Action::Drawn(..) => {}
            Action::Filter(filter) => self.filter = filter,
            Action::List(listing) => self.listing = listing,
            Action::Sort(sorted) => self.sorted = sorted,
            Action::Decide(decisions) => self.decide(decisions),
            Action::Merge(table) => self.decide(self.decisions.merged(table)),
            Action::DecideAbout(report, about, how) => {
                if let Some(subject) = subject(&report, about) {
                    self.decide(how(&self.decisions, &report, &subject));
                }
            }
            Action::Undo => {
                let mut decisions = self.decisions.clone();
                decisions.undo();
                self.decide(decisions);
            }
            Action::Redo => {
                let mut decisions = self.decisions.clone();
                decisions.redo();
                self.decide(decisions);
            }
            Action::Edited(id) => self.change(id, |file| {
                file.unsaved = true;
                // What is analysed now is the page's own text, in UTF-8.
                file.encoding = None;
                file.fixed.clear();
            }),
            Action::Fixed(id, before) => self.change(id, |file| {
                file.unsaved = true;
                file.encoding = None;
                file.fixed.push(before);
            }),
            Action::Unfixed(id) => self.change(id, |file| drop(file.fixed.pop())),
            Action::Saved(id) => self.change(id, |file| file.unsaved = false),
            Action::Encoding(id, encoding) => self.change(id, |file| {
                file.encoding = encoding;
                file.progress = Progress::Waiting;
            }),
            Action::Correct(id, corrections) => self.change(id, |file| {
                file.corrections = corrections;
                file.progress = Progress::Waiting;
            }),
            Action::Profile(profile) => self.profile = profile,
            Action::Dialog(dialog) => self.dialog = dialog,
            Action::Theme(theme) => self.theme = theme,
            Action::Notice(notice) => self.notice = notice,
        }
        self
    }

    fn change(&mut self, id: FileId, change: impl FnOnce(&mut Loaded)) {
        if let Some(file) = self.files.iter_mut().find(|file| file.id == id) {
            change(Rc::make_mut(file));
        }
    }

    fn add(&mut self, files: Vec<(FileId, String)>) {
        let files = files
            .into_iter()
            .map(|(id, name)| Rc::new(Loaded::waiting(id, name)));
        self.files.extend(files);
    }

    /// Other decisions, counted again where they can have changed.
    fn decide(&mut self, decisions: Decisions) {
        let everywhere = decisions.differs_everywhere(&self.decisions);
        self.decisions = decisions;
        for file in &mut self.files {
            let Some(report) = file
                .report
                .as_ref()
                .filter(|_| everywhere || Some(file.id) == self.current)
            else {
                continue;
            };
            let decided = Decided::of(report, &self.decisions);
            if decided != file.decided {
                Rc::make_mut(file).decided = decided;
            }
        }
    }

    fn like(&mut self, id: FileId, like: Like) {
        let text = |id: FileId| Some(self.file(id)?.own.as_ref()?.document.text.clone());
        let same = text(id).is_some_and(|of_id| Some(of_id) == text(like.id));
        let percent = if same { 100 } else { like.percent.min(99) };
        self.change(id, |file| file.like = Some(Like { percent, ..like }));
    }

    fn show(&mut self, id: FileId) {
        if self.current != Some(id) {
            self.selection = None;
            self.current = Some(id);
            self.drawn = Drawn::Nothing;
            if self.middle == Middle::Edit {
                self.middle = Middle::Text;
            }
        }
    }

    fn step(&mut self, by: i32) {
        let list = self.listed();
        let at = list.iter().position(|file| Some(file.id) == self.current);
        let next = at.map_or(0, |at| at as i64 + i64::from(by));
        let next = usize::try_from(next).ok().and_then(|next| list.get(next));
        if let Some(id) = next.map(|file| file.id) {
            self.show(id);
        }
    }

    fn cancel_all(&mut self) {
        for file in &mut self.files {
            if matches!(file.progress, Progress::Waiting | Progress::Working) {
                Rc::make_mut(file).progress = Progress::Unfinished("已取消，可以重试。".into());
            }
        }
        self.notice = "已取消未完成的文件".into();
    }
}

//! What the page knows, and the one function that changes it. Plain Rust: tested without a browser.

use super::decisions::{Decisions, Table};
use super::filter::{Decided, Filter};
use crate::checks::Finding;
use crate::checks::between::{self, passages};
use crate::likeness::Like;
use crate::{Corrections, Profile, Report};
use std::collections::BTreeMap;
use std::rc::Rc;

pub use super::loaded::{FileId, Loaded, Progress, counts_of};
pub use super::shown::{Dialog, Drawn, Middle, Selection, Theme};

/// Everything that the page knows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct State {
    /// Loaded files in the order in which they came.
    pub files: Vec<Rc<Loaded>>,
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

/// A change of the decisions about one finding.
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
    /// Decisions changed.
    Decide(Decisions),
    /// A session file was opened: its decisions come to those that are there.
    Merge(Table),
    /// One finding of a report was decided.
    DecideAbout(Rc<Report>, usize, Decide),
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
            Action::RemoveAll => {
                self.files.clear();
                self.current = None;
                self.selection = None;
            }
            Action::Like(id, like) => self.like(id, like),
            Action::KeepDuplicate(id) => self.change(id, |file| file.like = None),
            Action::Show(id) => self.show(id),
            Action::Step(by) => self.step(by),
            Action::Select(selection) => self.selection = selection,
            Action::Middle(middle) => self.middle = middle,
            Action::Drawn(id, drawn) if self.current == Some(id) => self.drawn = drawn.max(self.drawn),
            Action::Drawn(..) => {}
            Action::Filter(filter) => self.filter = filter,
            Action::Decide(decisions) => self.decide(decisions),
            Action::Merge(table) => self.decide(self.decisions.merged(table)),
            Action::DecideAbout(report, at, how) => {
                if let Some(finding) = report.findings.get(at) {
                    self.decide(how(&self.decisions, &report, finding));
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

    fn done(&mut self, id: FileId, report: Rc<Report>, micros: u64) {
        let passages = passages(&report.document, &report.outline);
        self.change(id, |file| {
            file.micros = micros;
            file.passages = passages.into();
            file.own = Some(report.clone());
            file.progress = Progress::Done;
        });
        let (finished, all) = self.finished();
        // The last one is shown when it has been compared, or what is selected in it would be lost on the way.
        if finished < all {
            self.replace_report(id, report);
        }
        self.through(id, Progress::Done);
        // The first finished report opens at once; one that is edited keeps its place.
        if self.report().is_none() {
            self.show(id);
        }
    }

    /// A file is through, well or not; when it was the last, the reports are compared.
    fn through(&mut self, id: FileId, progress: Progress) {
        self.change(id, |file| file.progress = progress);
        let (finished, all) = self.finished();
        if finished == all {
            self.compare();
        }
        let errors: usize = self.files.iter().map(|file| counts_of(file).errors).sum();
        self.notice = format!("已分析 {finished} / {all}，错误 {errors}");
    }

    /// Shows another report of a file; what is selected in it stays selected.
    fn replace_report(&mut self, id: FileId, report: Rc<Report>) {
        if self.current == Some(id) {
            let before = self.report().cloned();
            self.selection = before
                .zip(self.selection)
                .and_then(|(before, selection)| selection.moved(&before, &report));
        }
        let decided = Decided::of(&report, &self.decisions);
        self.change(id, |file| {
            file.report = Some(report);
            file.decided = decided;
        });
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

    /// Puts what the checks over several reports find into the reports it belongs to.
    fn compare(&mut self) {
        let own = |file: &Rc<Loaded>| Some((file.id, file.own.clone()?, file.passages.clone()));
        let loaded: Vec<_> = self.files.iter().filter_map(own).collect();
        let sides: Vec<_> = loaded
            .iter()
            .map(|(_, report, passages)| report.side(passages))
            .collect();
        let profile = self.profile.as_deref().and_then(|text| Profile::parse(text).ok());
        let mut found: BTreeMap<usize, Vec<Finding>> = BTreeMap::new();
        for (at, finding) in between::compare(&sides, &profile.unwrap_or_default()) {
            found.entry(at).or_default().push(finding);
        }
        for (at, (id, own, _)) in loaded.iter().enumerate() {
            let report = match found.remove(&at) {
                None => own.clone(),
                Some(findings) => {
                    let mut report = Report::clone(own);
                    report.add_findings(findings);
                    Rc::new(report)
                }
            };
            if self.file(*id).and_then(|file| file.report.as_ref()) != Some(&report) {
                self.replace_report(*id, report);
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
        let at = self.files.iter().position(|file| Some(file.id) == self.current);
        let next = at.map_or(0, |at| at as i64 + i64::from(by));
        if let Some(file) = usize::try_from(next).ok().and_then(|next| self.files.get(next)) {
            self.show(file.id);
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

    fn remove(&mut self, id: FileId) {
        let at = self.files.iter().position(|file| file.id == id);
        self.files.retain(|file| file.id != id);
        if self.current == Some(id) {
            let next = at.and_then(|at| self.files.get(at).or_else(|| self.files.get(at.checked_sub(1)?)));
            self.current = next.map(|file| file.id);
            self.drawn = Drawn::Nothing;
            self.selection = None;
        }
        self.compare();
    }
}

#[cfg(test)]
mod tests {
    use super::super::decisions::Scope;
    use super::*;

    const PASSAGE: &str = "组织机关干部到青岚县人民法院旁听庭审4场，邀请法律顾问讲课6次，把合同审查意见编成小册子发到\
        各社区居民委员会，方便大家对照修改合同文本。";

    fn report(year: u16) -> Rc<Report> {
        let text = format!(
            "青岚县云溪街道{year}年法治政府建设情况报告\n一、主要举措和成效\n落实《办法，办理{year}件。\n{year}年，{PASSAGE}"
        );
        Rc::new(crate::analyze_text(&text, &format!("{year}.txt")))
    }

    /// Two reports of one body, the later one first and shown.
    fn two() -> State {
        let files = vec![(1, "2024.txt".into()), (2, "2023.txt".into())];
        let state = State::default().reduce(Action::Add(files));
        state
            .reduce(Action::Done(1, report(2024), 5))
            .reduce(Action::Done(2, report(2023), 5))
    }

    fn codes(state: &State, id: FileId) -> Vec<String> {
        let report = state.file(id).unwrap().report.clone().unwrap();
        report
            .findings
            .iter()
            .map(|finding| finding.code.clone())
            .collect()
    }

    #[test]
    fn what_is_found_between_reports_comes_with_the_last_and_goes_with_its_partner() {
        let copied = "copied-from-last-year".to_string();
        let state = two();
        assert!(codes(&state, 1).contains(&copied));
        assert!(!codes(&state, 2).contains(&copied));
        let last = state.report().unwrap().findings.len() - 1;
        let selected = state.reduce(Action::Select(Some(Selection::Finding(last))));
        let words = |state: &State| state.selection.unwrap().span(state.report().unwrap()).unwrap();
        let before = words(&selected);
        // The same report again: nothing else is selected.
        let again = selected.reduce(Action::Done(1, report(2024), 5));
        assert_eq!(words(&again), before);
        assert!(!codes(&again.reduce(Action::Remove(2)), 1).contains(&copied));
    }

    #[test]
    fn a_check_that_is_ignored_counts_as_decided_in_every_report() {
        let state = two();
        let shown = state.report().unwrap().clone();
        let pair = shown
            .findings
            .iter()
            .find(|finding| finding.code == "unbalanced-pair")
            .unwrap();
        let ignored = state.decisions.ignore(&shown, pair, Scope::Check, "");
        let state = state.reduce(Action::Decide(ignored));
        let ignored = |state: &State| [1, 2].map(|id| state.file(id).unwrap().decided.ignored);
        assert_eq!(ignored(&state), [1, 1]);
        let state = state.reduce(Action::Undo);
        assert_eq!(ignored(&state), [0, 0]);
        assert_eq!(ignored(&state.reduce(Action::Redo)), [1, 1]);
    }

    #[test]
    fn an_edited_text_is_read_as_what_it_is_and_ends_the_undoing_of_fixes() {
        let state = two().reduce(Action::Encoding(1, Some("GB18030".into())));
        let fixed = state.reduce(Action::Fixed(1, "原文".into()));
        let file = |state: &State| state.file(1).unwrap().clone();
        assert_eq!(
            (file(&fixed).encoding.clone(), file(&fixed).fixed.len()),
            (None, 1)
        );
        let edited = fixed.reduce(Action::Edited(1));
        assert!(edited.has_unsaved() && file(&edited).fixed.is_empty());
        assert!(!edited.reduce(Action::Saved(1)).has_unsaved());
    }

    #[test]
    fn only_the_same_text_is_called_the_same() {
        let like = Like { id: 1, percent: 100 };
        let state = two().reduce(Action::Like(2, like));
        assert_eq!(state.file(2).unwrap().like, Some(Like { id: 1, percent: 99 }));
        let state = state
            .reduce(Action::Done(2, report(2024), 5))
            .reduce(Action::Like(2, like));
        assert_eq!(state.file(2).unwrap().like, Some(like));
    }

    #[test]
    fn the_file_shown_is_done_when_all_of_it_is_drawn() {
        let report = Rc::new(crate::analyze_text("一、主要举措\n办理案件3件。", "a"));
        let state = State::default()
            .reduce(Action::Add(vec![(1, "a".into()), (2, "b".into())]))
            .reduce(Action::Done(1, report.clone(), 0))
            .reduce(Action::Done(2, report, 0));
        let keys = |state: &State| [0, 1].map(|at| state.progress_key(&state.files[at]));
        assert_eq!(keys(&state), ["working", "done"]);
        let state = state.reduce(Action::Drawn(1, Drawn::Text));
        assert_eq!((keys(&state)[0], state.drawn()), ("working", Drawn::Text));
        // A word about a file that is no longer shown changes nothing.
        let state = state.reduce(Action::Drawn(2, Drawn::Figures));
        assert_eq!(keys(&state), ["working", "done"]);
        let state = state.reduce(Action::Drawn(1, Drawn::Figures));
        assert_eq!(keys(&state), ["done", "done"]);
        let state = state.reduce(Action::Show(2));
        assert_eq!(
            (keys(&state), state.drawn()),
            (["done", "working"], Drawn::Nothing)
        );
        assert_eq!(state.reduce(Action::Middle(Middle::Figures)).drawn(), Drawn::Text);
    }
}

//! What the page knows, and the one function that changes it. Plain Rust: tested without a browser.

use super::decisions::Decisions;
use super::filter::Filter;
use crate::checks::Finding;
use crate::export::counts::Counts;
use crate::text::Span;
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
    /// The newest report; kept while the file is analysed again.
    pub report: Option<Rc<Report>>,
    /// Time from the bytes to the report, in microseconds.
    pub micros: u64,
    /// Read as this encoding instead of the guessed one.
    pub encoding: Option<String>,
    /// What a person corrected.
    pub corrections: Corrections,
    /// Whether the text was edited in the page and not saved since.
    pub unsaved: bool,
    /// An earlier file with the same text.
    pub same_as: Option<FileId>,
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

/// What is selected in the report shown; panes show the same thing together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// Index of a finding.
    Finding(usize),
    /// Index of a relation.
    Relation(usize),
    /// Index of a figure.
    Figure(usize),
    /// Index of a section.
    Section(usize),
}

impl Selection {
    /// Where it stands in the text; None for a finding about something absent.
    pub fn span(self, report: &Report) -> Option<Span> {
        match self {
            Selection::Finding(at) => report.findings.get(at)?.span,
            Selection::Relation(at) => Some(report.relations.get(at)?.span),
            Selection::Figure(at) => Some(report.figures.get(at)?.span),
            Selection::Section(at) => Some(report.outline.sections.get(at)?.heading_span),
        }
    }

    /// The section that it lies in.
    pub fn section(self, report: &Report) -> Option<usize> {
        match self {
            Selection::Section(at) => Some(at),
            other => report.outline.section_at(other.span(report)?.start),
        }
    }
}

/// What the middle pane shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Middle {
    /// 正文
    #[default]
    Text,
    /// 编辑
    Edit,
    /// 数字表
    Figures,
}

/// A dialog over the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Dialog {
    /// 使用说明与快捷键
    Help,
    /// 隐私与核验办法
    Privacy,
    /// 为什么：a check's explanation.
    Why(String),
    /// 忽略: index of a finding.
    Ignore(usize),
    /// 批注: index of a finding.
    Comment(usize),
    /// 更正章节: index of a section.
    CorrectSection(usize),
    /// 更正单位、层级、年度.
    CorrectIdentity,
    /// 规则与年度.
    Rules,
    /// 反馈意见单.
    ReviewSheet,
    /// 安全修正.
    Fixes,
}

/// Light, dark, or what the system says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Theme {
    /// What the system says.
    #[default]
    System,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

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
    /// Change what the list shows.
    Filter(Filter),
    /// Decisions changed.
    Decide(Decisions),
    /// One finding of a report was decided.
    DecideAbout(Rc<Report>, usize, Decide),
    /// Take the last decision back.
    Undo,
    /// Decide it again.
    Redo,
    /// The text was edited (true) or saved (false).
    Unsaved(FileId, bool),
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
            Action::Failed(id, message) => self.change(id, |file| file.progress = Progress::Failed(message)),
            Action::Unfinished(id, why) => self.change(id, |file| file.progress = Progress::Unfinished(why)),
            Action::Worker(state) => self.worker = state,
            Action::Again(id) => self.change(id, |file| file.progress = Progress::Waiting),
            Action::CancelAll => self.cancel_all(),
            Action::Remove(id) => self.remove(id),
            Action::RemoveAll => {
                self.files.clear();
                self.current = None;
                self.selection = None;
            }
            Action::KeepDuplicate(id) => self.change(id, |file| file.same_as = None),
            Action::Show(id) => self.show(id),
            Action::Step(by) => self.step(by),
            Action::Select(selection) => self.selection = selection,
            Action::Middle(middle) => self.middle = middle,
            Action::Filter(filter) => self.filter = filter,
            Action::Decide(decisions) => self.decisions = decisions,
            Action::DecideAbout(report, at, how) => {
                if let Some(finding) = report.findings.get(at) {
                    self.decisions = how(&self.decisions, &report, finding);
                }
            }
            Action::Undo => self.decisions.undo(),
            Action::Redo => self.decisions.redo(),
            Action::Unsaved(id, unsaved) => self.change(id, |file| file.unsaved = unsaved),
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
        for (id, name) in files {
            self.files.push(Rc::new(Loaded {
                id,
                name,
                progress: Progress::Waiting,
                report: None,
                micros: 0,
                encoding: None,
                corrections: Corrections::default(),
                unsaved: false,
                same_as: None,
            }));
        }
    }

    fn done(&mut self, id: FileId, report: Rc<Report>, micros: u64) {
        let same = self.files.iter().find(|file| {
            file.id < id
                && file
                    .report
                    .as_ref()
                    .is_some_and(|other| other.document.text == report.document.text)
        });
        let same_as = same.map(|file| file.id);
        self.change(id, |file| {
            let first_time = file.report.is_none();
            file.progress = Progress::Done;
            file.micros = micros;
            file.report = Some(report);
            if first_time {
                file.same_as = same_as;
            }
        });
        // The first finished report opens at once; one that is edited keeps its place.
        if self.report().is_none() {
            self.show(id);
        } else if self.current == Some(id) && self.selected_is_gone() {
            self.selection = None;
        }
        let (finished, all) = self.finished();
        let errors: usize = self.files.iter().map(|file| counts_of(file).errors).sum();
        self.notice = format!("已分析 {finished} / {all}，错误 {errors}");
    }

    fn selected_is_gone(&self) -> bool {
        let Some((report, selection)) = self.report().zip(self.selection) else {
            return true;
        };
        match selection {
            Selection::Finding(at) => at >= report.findings.len(),
            Selection::Relation(at) => at >= report.relations.len(),
            Selection::Figure(at) => at >= report.figures.len(),
            Selection::Section(at) => at >= report.outline.sections.len(),
        }
    }

    fn show(&mut self, id: FileId) {
        if self.current != Some(id) {
            self.selection = None;
            self.current = Some(id);
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
            self.selection = None;
        }
    }
}

/// What is counted of a file; nothing where it has no report.
pub fn counts_of(file: &Loaded) -> Counts {
    file.report.as_deref().map(Counts::of).unwrap_or_default()
}

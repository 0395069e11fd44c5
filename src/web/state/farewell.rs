//! What goes when files are removed, and what a person must be asked about before.

use super::{Drawn, FileId, Listing, Loaded, State};

impl State {
    /// The question to be answered before this file, or every file, is removed; None where nothing unsaved goes.
    pub fn asks_before_removing(&self, id: Option<FileId>) -> Option<String> {
        let going = || self.files.iter().filter(|file| id.is_none_or(|id| file.id == id));
        let decided = |file: &Loaded| {
            let report = file.report.as_ref();
            report.is_some_and(|report| self.decisions.unsaved_in(report))
        };
        let edits = going().any(|file| file.unsaved);
        let decisions = going().any(|file| decided(file));
        let what = match (edits, decisions) {
            (true, true) => "修改和处理意见",
            (true, false) => "修改",
            (false, true) => "处理意见",
            (false, false) => return None,
        };
        let whose = match id.and_then(|id| self.file(id)) {
            Some(file) => format!("“{}”", file.name),
            None => format!("全部 {} 份报告", self.files.len()),
        };
        Some(format!("{whose}有未保存的{what}，移除后就没有了。仍要移除吗？"))
    }

    /// Whether a file and the earlier one that it is like are one report twice: the same text, or two versions of what
    /// a body reported for a year. Only of these one is too many.
    pub fn is_twice(&self, file: &Loaded) -> bool {
        let earlier = file
            .like
            .and_then(|like| Some((like.percent, self.file(like.id)?)));
        let whose = |file: &Loaded| {
            let outline = &file.report.as_ref()?.outline;
            Some((outline.body.as_ref()?.text.clone(), outline.year?.value))
        };
        earlier.is_some_and(|(percent, earlier)| {
            percent == 100 || (whose(file).is_some() && whose(file) == whose(earlier))
        })
    }

    /// The question before a file goes because an earlier one is like it: which goes and which stays.
    pub fn asks_before_keeping_one(&self, id: FileId) -> Option<String> {
        let file = self.file(id)?;
        let earlier = self.file(file.like?.id)?;
        let stays = format!("移除“{}”，只留“{}”。", file.name, earlier.name);
        Some(match self.asks_before_removing(Some(id)) {
            Some(lost) => format!("{stays}{lost}"),
            None => format!("{stays}确定移除吗？"),
        })
    }

    pub(super) fn remove(&mut self, id: FileId) {
        let at = self.files.iter().position(|file| file.id == id);
        let had_report = self.file(id).is_some_and(|file| file.report.is_some());
        self.files.retain(|file| file.id != id);
        if had_report && self.files.is_empty() {
            return self.remove_all();
        }
        if self.current == Some(id) {
            let next = at.and_then(|at| self.files.get(at).or_else(|| self.files.get(at.checked_sub(1)?)));
            self.current = next.map(|file| file.id);
            self.drawn = Drawn::Nothing;
            self.selection = None;
        }
        // What was said was said of all the files.
        self.notice.clear();
        self.compare();
    }

    pub(super) fn remove_all(&mut self) {
        self.files.clear();
        self.listing = Listing::default();
        self.sorted = None;
        self.current = None;
        self.selection = None;
        self.notice.clear();
        // The person has agreed that these go: nothing warns of them again. They come back with their reports.
        self.decisions = self.decisions.marked_saved();
    }
}

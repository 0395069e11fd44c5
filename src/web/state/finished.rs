//! What follows when a file is through: its report opens, and the last one has all of them compared.

use super::{FileId, Progress, State, counts_of};
use crate::checks::Finding;
use crate::checks::between::{self, passages};
use crate::web::filter::Decided;
use crate::web::loaded::Loaded;
use crate::{Profile, Report};
use std::collections::BTreeMap;
use std::rc::Rc;

impl State {
    pub(super) fn done(&mut self, id: FileId, report: Rc<Report>, micros: u64) {
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
    pub(super) fn through(&mut self, id: FileId, progress: Progress) {
        self.change(id, |file| file.progress = progress);
        let (finished, all) = self.finished();
        if finished == all {
            self.compare();
        }
        self.notice = self.tally();
    }

    /// How far all files are, in words; those that have no report are not counted as analysed.
    fn tally(&self) -> String {
        let (finished, all) = self.finished();
        let errors: usize = self.files.iter().map(|file| counts_of(file).errors).sum();
        let count = |is: fn(&Progress) -> bool| self.files.iter().filter(|file| is(&file.progress)).count();
        let unread = count(|progress| matches!(progress, Progress::Failed(_)));
        let unfinished = count(|progress| matches!(progress, Progress::Unfinished(_)));
        let analysed = finished.saturating_sub(unread + unfinished);
        if analysed == finished {
            return format!("已分析 {finished} / {all}，错误 {errors}");
        }
        let open = match all - finished {
            0 => String::new(),
            _ => format!(" / {all}"),
        };
        let part = |words: &str, count: usize| match count {
            0 => String::new(),
            count => format!("，{words} {count}"),
        };
        let (unread, unfinished) = (part("未能读取", unread), part("未完成", unfinished));
        format!("已分析 {analysed}{open}{unread}{unfinished}，错误 {errors}")
    }

    /// Shows another report of a file; what is selected in it stays selected.
    pub(super) fn replace_report(&mut self, id: FileId, report: Rc<Report>) {
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

    /// Puts what the checks over several reports find into the reports it belongs to.
    pub(super) fn compare(&mut self) {
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
}

//! The period that a figure is of, where it is not the report's own year: 2023年立案90件, 其中上半年70件.
//!
//! It tells two figures of one thing apart and so belongs to the name. What the whole report is about does not.

use super::clause::{Clause, Joint};
use super::comparison::is_comparison;
use super::trim::trim_before;
use super::words::strip_start;
use crate::figures::base;
use crate::figures::scan::Candidate;
use crate::lexicon::Starts;
use std::sync::LazyLock;

/// The periods of the figures named so far.
pub(super) struct Periods<'t> {
    /// The year of the report, where it is known.
    year: Option<u16>,
    /// Place of a figure and its period; most figures have none.
    found: Vec<(usize, &'t str)>,
}

impl<'t> Periods<'t> {
    pub(super) fn new(year: Option<u16>) -> Self {
        let found = Vec::new();
        Periods { year, found }
    }

    /// Reads the period of candidate `at`: its clause's own, or that of the figure before where one clause holds both.
    pub(super) fn read(&mut self, text: &'t str, candidates: &[Candidate], at: usize, clause: &Clause<'t>) {
        let Some(here) = candidates.get(at).filter(|here| here.direction.is_none()) else {
            return; // 由2023年的40%升至60%: one thing twice, which the direction tells.
        };
        let (words, part) = match strip_start(clause.before.trim_start(), &["其中", "其中，"]) {
            Some(words) => (words, true),
            None => (clause.before.trim_start(), clause.joint == Joint::Member),
        };
        let part = part || self.divides(text, candidates, at, words);
        if let Some((period, is_own)) = self.own(words, part).or_else(|| self.led(text, clause)) {
            if !is_own {
                self.found.push((at, period));
            }
            return;
        }
        let before = self.found.last().filter(|(earlier, _)| earlier + 1 == at);
        let Some(&(earlier, period)) = before else { return };
        let between = candidates
            .get(earlier)
            .and_then(|earlier| text.get(earlier.span.end..here.span.start));
        // （上年为90件），其中治安案件30件: the bracket is over.
        let Some(between) = between.filter(|between| !between.contains(['）', ')'])) else {
            return;
        };
        let change = is_comparison(trim_before(clause.before));
        // 2023年立案90件，办结88件: still of that year, where no other time is named.
        let goes_on = || {
            let dated = words.starts_with(|c: char| c.is_ascii_digit());
            base::is_year(period) && !dated && !NOW.is_in(between)
        };
        let follows = match change {
            true => base::is_year(period),
            false => part || clause.joint == Joint::Direct || goes_on(),
        };
        if follows && clause.joint != Joint::Sentence {
            self.found.push((at, period));
        }
    }

    /// 2023年投诉、举报分别为90件、20件: what candidate `at` is of, all up to `end` are.
    pub(super) fn spread(&mut self, at: usize, end: usize) {
        if let Some(&(_, period)) = self.found.last().filter(|(found, _)| *found == at) {
            self.found.extend((at + 1..end).map(|at| (at, period)));
        }
    }

    /// 一季度受理20件，二季度受理30件: the clause before or behind begins with another part of the year.
    fn divides(&self, text: &str, candidates: &[Candidate], at: usize, words: &str) -> bool {
        let Some((part, _)) = base::part_of_year(words) else {
            return false;
        };
        let near = |period: &str| base::part_of_year(period).is_some_and(|(other, _)| other != part);
        let gap = |from: usize| {
            let next = candidates.get(from + 1)?.span.start;
            let gap = text.get(candidates.get(from)?.span.end..next)?;
            gap.strip_prefix(['，', '、', '；', ','])
        };
        let follows = self
            .found
            .last()
            .is_some_and(|&(earlier, period)| earlier + 1 == at && near(period) && gap(earlier).is_some());
        follows || gap(at).is_some_and(near)
    }

    /// The period that a clause begins with, or its thing is followed by, and whether it is the report's own year.
    fn own(&self, words: &'t str, part: bool) -> Option<(&'t str, bool)> {
        if let Some((period, _)) = base::earlier(words) {
            return Some((period, self.is_own(period)));
        }
        if let Some((period, rest)) = base::part_of_year(words) {
            return (part || trim_before(rest).is_empty()).then_some((period, false));
        }
        // 投诉量2023年为90件
        let head = words
            .trim_end_matches(['为', '是', '有', '共'])
            .strip_suffix('年')?;
        let (thing, _) = head.split_at_checked(head.len().checked_sub(4)?)?;
        let (period, _) = base::earlier(&words[thing.len()..])?;
        let counted = thing.ends_with(['量', '数', '额', '率', '度', '件', '案']) && thing.len() > 3;
        counted.then_some((period, self.is_own(period)))
    }

    /// 2023年，受理投诉90件: the year stands in a clause of its own.
    fn led(&self, text: &'t str, clause: &Clause<'t>) -> Option<(&'t str, bool)> {
        if clause.joint != Joint::Clause {
            return None;
        }
        let from = (clause.before.as_ptr() as usize).checked_sub(text.as_ptr() as usize)?;
        let head = text.get(..from)?.trim_end_matches(['，', ',']);
        let year = head.strip_suffix('年')?;
        let year = year.get(year.len().checked_sub(4)?..)?;
        let (period, _) = base::earlier(&head[head.len() - year.len() - '年'.len_utf8()..])?;
        let lead = head[..head.len() - period.len()].chars().next_back();
        lead.is_none_or(|c| matches!(c, '\n' | '。' | '；' | '，' | '：' | ' ' | '\u{3000}'))
            .then_some((period, self.is_own(period)))
    }

    /// Whether that is the year of the report, or may be as nothing says which that is.
    fn is_own(&self, period: &str) -> bool {
        base::is_year(period)
            && self.year.is_none_or(|year| {
                let stated = period.get(..4).and_then(|year| year.parse().ok());
                stated == Some(year)
            })
    }

    /// Puts the periods before the names.
    pub(super) fn qualify(self, names: &mut [String]) {
        for (at, period) in self.found {
            if let Some(name) = names.get_mut(at).filter(|name| base::earlier(name).is_none()) {
                // 2023 年: with the blanks of a page that was set wide.
                let whole: String = period.split(' ').chain([name.as_str()]).collect();
                *name = whole;
            }
        }
    }
}

/// Words for the report's own time.
static NOW: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "今年", "本年", "当年", "目前", "截至", "截止", "现有", "现已", "至今", "以来", "。", "；",
    ])
});

/// What a clause says behind the period that it begins with.
pub(super) fn behind(words: &str) -> &str {
    let words = words.trim_start();
    let words = strip_start(words, &["其中"]).unwrap_or(words);
    base::earlier(words)
        .or_else(|| base::part_of_year(words))
        .map_or(words, |(_, rest)| rest)
}

//! What a person decided about findings: data of its own, apart from what the machine found.
//!
//! A decision is keyed by the check's code and the words around the finding, so that it survives edits
//! elsewhere and a new analysis.

use crate::Report;
use crate::checks::Finding;
use crate::document::sha256_hex;
use crate::text::is_blank;
use crate::web::subject::subjects;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::rc::Rc;

/// Characters of context on either side that belong to a finding's key.
const CONTEXT: usize = 12;

/// All decisions, with their history.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    now: Rc<Table>,
    saved: Rc<Table>,
    undo: Vec<Rc<Table>>,
    redo: Vec<Rc<Table>>,
}

/// What is saved in a session file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Table {
    /// About one finding in one report, by [`case_key`].
    pub cases: BTreeMap<String, Decision>,
    /// Ignored wherever this check finds these words; by [`text_key`], with the reason.
    pub texts: BTreeMap<String, String>,
    /// Checks that are ignored altogether, by code, with the reason.
    pub checks: BTreeMap<String, String>,
}

/// About one finding.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Decision {
    /// Accepted, ignored, or only commented.
    pub verdict: Option<Verdict>,
    /// Why it is ignored.
    pub reason: String,
    /// A remark for the author of the report.
    pub comment: String,
}

/// What a person decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// 采纳
    Accepted,
    /// 忽略
    Ignored,
}

/// How far an ignore reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Scope {
    /// Only here.
    #[default]
    Case,
    /// These words, wherever they stand.
    Text,
    /// Everything that this check finds.
    Check,
}

/// How a finding stands with its reviewer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Standing {
    /// Accepted, ignored, or None = still to be decided.
    pub verdict: Option<Verdict>,
    /// Why it is ignored.
    pub reason: String,
    /// A remark.
    pub comment: String,
}

impl Standing {
    /// What was said about it, in one line; empty where nothing was.
    pub fn on_paper(&self) -> String {
        let said = [("忽略理由", &self.reason), ("批注", &self.comment)];
        let said = said.into_iter().filter(|(_, words)| !words.is_empty());
        said.map(|(name, words)| format!("{name}：{}。", words.trim_end_matches('。')))
            .collect()
    }
}

impl Decisions {
    /// From a session file: nothing to undo, nothing unsaved.
    pub fn from_table(table: Table) -> Decisions {
        let now = Rc::new(table);
        Decisions {
            saved: now.clone(),
            now,
            ..Decisions::default()
        }
    }

    /// With those of a session file, which win where both decided. Where nothing was decided yet, nothing is
    /// unsaved afterwards.
    pub fn merged(&self, table: Table) -> Decisions {
        if *self.now == Table::default() {
            return Decisions::from_table(table);
        }
        self.with(|now| {
            now.cases.extend(table.cases);
            now.texts.extend(table.texts);
            now.checks.extend(table.checks);
        })
    }

    /// Whether something differs that reaches beyond one report: an ignored text or check.
    pub fn differs_everywhere(&self, other: &Decisions) -> bool {
        self.now.texts != other.now.texts || self.now.checks != other.now.checks
    }

    /// What a session file keeps.
    pub fn table(&self) -> &Table {
        &self.now
    }

    /// The same decisions, known to be saved.
    pub fn marked_saved(&self) -> Decisions {
        Decisions {
            saved: self.now.clone(),
            ..self.clone()
        }
    }

    /// Whether closing the page would lose decisions.
    pub fn unsaved(&self) -> bool {
        self.now != self.saved
    }

    /// Whether something decided or remarked about this report is in no session file.
    pub fn unsaved_in(&self, report: &Report) -> bool {
        let differs = |finding: &Finding| {
            let key = case_key(report, finding);
            self.now.cases.get(&key) != self.saved.cases.get(&key)
        };
        self.unsaved() && subjects(report).any(|subject| differs(&subject))
    }

    /// Whether there is something to undo.
    pub fn can_undo(&self) -> bool {
        !self.undo.is_empty()
    }

    /// Whether something was undone that can be made again.
    pub fn can_redo(&self) -> bool {
        !self.redo.is_empty()
    }

    /// Takes the last change back.
    pub fn undo(&mut self) {
        if let Some(before) = self.undo.pop() {
            self.redo.push(std::mem::replace(&mut self.now, before));
        }
    }

    /// Makes it again.
    pub fn redo(&mut self) {
        if let Some(after) = self.redo.pop() {
            self.undo.push(std::mem::replace(&mut self.now, after));
        }
    }

    /// How a finding stands.
    pub fn of(&self, report: &Report, finding: &Finding) -> Standing {
        let case = self
            .now
            .cases
            .get(&case_key(report, finding))
            .cloned()
            .unwrap_or_default();
        let ignored = || {
            let text = self.now.texts.get(&text_key(report, finding));
            text.or_else(|| self.now.checks.get(&finding.code))
        };
        match (case.verdict, ignored()) {
            (None, Some(reason)) => Standing {
                verdict: Some(Verdict::Ignored),
                reason: reason.clone(),
                comment: case.comment,
            },
            (verdict, _) => Standing {
                verdict,
                reason: case.reason,
                comment: case.comment,
            },
        }
    }

    /// The decisions with this finding accepted, or open again where it was accepted.
    pub fn accept(&self, report: &Report, finding: &Finding) -> Decisions {
        self.with(|table| {
            let case = table.cases.entry(case_key(report, finding)).or_default();
            case.verdict = match case.verdict {
                Some(Verdict::Accepted) => None,
                _ => Some(Verdict::Accepted),
            };
        })
    }

    /// The decisions with this finding ignored.
    pub fn ignore(&self, report: &Report, finding: &Finding, scope: Scope, reason: &str) -> Decisions {
        self.with(|table| match scope {
            Scope::Case => {
                let case = table.cases.entry(case_key(report, finding)).or_default();
                case.verdict = Some(Verdict::Ignored);
                case.reason = reason.to_string();
            }
            Scope::Text => {
                table.texts.insert(text_key(report, finding), reason.to_string());
            }
            Scope::Check => {
                table.checks.insert(finding.code.clone(), reason.to_string());
            }
        })
    }

    /// The decisions with this finding open again, whatever had ignored it.
    pub fn reopen(&self, report: &Report, finding: &Finding) -> Decisions {
        self.with(|table| {
            if let Some(case) = table.cases.get_mut(&case_key(report, finding)) {
                case.verdict = None;
                case.reason.clear();
            }
            table.texts.remove(&text_key(report, finding));
            table.checks.remove(&finding.code);
        })
    }

    /// The decisions with a remark on this finding.
    pub fn comment(&self, report: &Report, finding: &Finding, comment: &str) -> Decisions {
        self.with(|table| {
            table.cases.entry(case_key(report, finding)).or_default().comment = comment.to_string();
        })
    }

    fn with(&self, change: impl FnOnce(&mut Table)) -> Decisions {
        let mut next = self.clone();
        next.undo.push(next.now.clone());
        next.redo.clear();
        change(Rc::make_mut(&mut next.now));
        next
    }
}

/// Key of one finding in one report: file name, code, its words and a few characters around them. The line ends the
/// context, so that a paragraph put in right above changes nothing.
pub fn case_key(report: &Report, finding: &Finding) -> String {
    let text = &report.document.text;
    let around = finding.span.map_or(finding.message.clone(), |span| {
        let before: Vec<char> = text[..span.start as usize]
            .chars()
            .rev()
            .take_while(in_line)
            .filter(solid)
            .take(CONTEXT)
            .collect();
        let behind = text[span.end as usize..].chars().take_while(in_line);
        let behind = behind.filter(solid).take(CONTEXT);
        before
            .into_iter()
            .rev()
            .chain(span.of(text).chars().filter(solid))
            .chain(behind)
            .collect()
    });
    hash(&[&report.document.source.name, &finding.code, &around])
}

/// Key of the words that a check found, wherever they stand; of an absence, its message.
pub fn text_key(report: &Report, finding: &Finding) -> String {
    let words = finding
        .span
        .map_or(finding.message.as_str(), |span| report.document.slice(span));
    hash(&[&finding.code, &words.chars().filter(solid).collect::<String>()])
}

fn in_line(c: &char) -> bool {
    *c != '\n'
}

fn solid(c: &char) -> bool {
    !is_blank(*c)
}

fn hash(parts: &[&str]) -> String {
    sha256_hex(parts.join("\u{1f}").as_bytes())[..16].to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "青岚县云溪街道2024年法治政府建设情况报告\n一、主要举措和成效\n认真落实《合同审查办法，全年审查合同12份。";

    fn finding(report: &Report) -> Finding {
        report
            .findings
            .iter()
            .find(|finding| finding.code == "unbalanced-pair")
            .unwrap()
            .clone()
    }

    #[test]
    fn a_decision_survives_an_edit_above_it() {
        let before = crate::analyze_text(TEXT, "a.txt");
        let decisions = Decisions::default().accept(&before, &finding(&before));
        let after = crate::analyze_text(
            &TEXT.replace("\n认真", "\n2024年，街道认真推进工作。\n认真"),
            "a.txt",
        );
        assert_eq!(
            decisions.of(&after, &finding(&after)).verdict,
            Some(Verdict::Accepted)
        );
    }

    #[test]
    fn an_ignored_text_is_ignored_in_other_files_too_and_can_be_reopened() {
        let (a, b) = (
            crate::analyze_text(TEXT, "a.txt"),
            crate::analyze_text(TEXT, "b.txt"),
        );
        let here = Decisions::default().ignore(&a, &finding(&a), Scope::Case, "引文如此");
        assert_eq!(here.of(&b, &finding(&b)).verdict, None);
        let text = Decisions::default().ignore(&a, &finding(&a), Scope::Text, "引文如此");
        assert_eq!(text.of(&b, &finding(&b)).reason, "引文如此");
        assert_eq!(text.reopen(&b, &finding(&b)).of(&a, &finding(&a)).verdict, None);
    }

    #[test]
    fn undo_and_redo_walk_through_the_decisions() {
        let report = crate::analyze_text(TEXT, "a.txt");
        let mut decisions = Decisions::default().accept(&report, &finding(&report));
        assert!(decisions.unsaved());
        decisions.undo();
        assert_eq!(decisions.of(&report, &finding(&report)).verdict, None);
        assert!(!decisions.unsaved());
        decisions.redo();
        assert_eq!(
            decisions.of(&report, &finding(&report)).verdict,
            Some(Verdict::Accepted)
        );
    }
}

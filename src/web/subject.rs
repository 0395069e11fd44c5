//! What a person decides about: every finding, and every relation that is doubtful without being one.

use crate::Report;
use crate::checks::{Finding, Severity};
use crate::export::words;
use crate::relations::{Kind, Relation, Verdict};
use crate::web::state::Selection;
use std::borrow::Cow;

/// The finding that is selected, or the doubtful relation told as one; None for everything that needs no decision.
pub fn subject(report: &Report, selection: Selection) -> Option<Cow<'_, Finding>> {
    match selection {
        Selection::Finding(at) => report.findings.get(at).map(Cow::Borrowed),
        Selection::Relation(at) => {
            let relation = report.relations.get(at).filter(|relation| is_open(relation));
            relation.map(|relation| Cow::Owned(told(relation)))
        }
        _ => None,
    }
}

/// All of a report: its findings, then its doubtful relations.
pub fn subjects(report: &Report) -> impl Iterator<Item = Cow<'_, Finding>> {
    let findings = (0..report.findings.len()).map(Selection::Finding);
    let relations = (0..report.relations.len()).map(Selection::Relation);
    findings
        .chain(relations)
        .filter_map(|selection| subject(report, selection))
}

fn is_open(relation: &Relation) -> bool {
    relation.verdict == Verdict::Doubtful && !relation.has_finding()
}

/// The relation as a finding. Its code is for decisions only: no check has it.
fn told(relation: &Relation) -> Finding {
    let (code, suggestion) = match relation.kind {
        Kind::Sum => ("doubtful-sum", "核对分项与总数"),
        Kind::Rate => ("doubtful-rate", "核对比率与所依据的数"),
        Kind::Count => ("doubtful-count", "核对所称项数与列出的项数"),
        Kind::Same => ("doubtful-same", "核对前后两处的数"),
    };
    let note = match relation.note.as_str() {
        "" => String::new(),
        note => format!("（{note}）"),
    };
    Finding {
        code: code.into(),
        severity: Severity::Warning,
        message: format!("{}：{}{note}", words::relation(relation.kind), relation.statement),
        span: Some(relation.span),
        evidence: vec![],
        basis: "按文中的数重新计算".into(),
        suggestion: suggestion.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::decisions::{Decisions, Scope};
    use crate::web::filter::Decided;
    use crate::web::review;

    const TEXT: &str =
        "青岚县2024年法治政府建设年度报告\n一、主要举措\n全年开展活动30场，其中宣传活动20场，培训活动15场。";

    fn doubtful(report: &Report) -> Selection {
        let at = report.relations.iter().position(is_open).unwrap();
        Selection::Relation(at)
    }

    #[test]
    fn a_doubtful_relation_is_decided_as_a_finding_is() {
        let report = crate::analyze_text(TEXT, "a.txt");
        let selection = doubtful(&report);
        let found = subject(&report, selection).unwrap();
        let before = Decided::of(&report, &Decisions::default());
        assert_eq!(before.open, report.findings.len() + 1);
        let accepted = Decisions::default().accept(&report, &found);
        assert_eq!(Decided::of(&report, &accepted).accepted, 1);
        assert!(accepted.unsaved_in(&report));
        let sheet = review::sheet(&report, &accepted).markdown();
        assert!(
            sheet.contains("请核实") && sheet.contains("20 + 15 = 35"),
            "{sheet}"
        );
        let ignored = Decisions::default().ignore(&report, &found, Scope::Case, "两项有交叉");
        assert_eq!(ignored.of(&report, &found).reason, "两项有交叉");
        assert!(review::sheet(&report, &ignored).is_empty());
    }

    #[test]
    fn its_decision_survives_an_edit_elsewhere() {
        let before = crate::analyze_text(TEXT, "a.txt");
        let decisions = Decisions::default().accept(&before, &subject(&before, doubtful(&before)).unwrap());
        let after = crate::analyze_text(&TEXT.replace("\n一、", "\n全县有12个乡镇。\n一、"), "a.txt");
        let found = subject(&after, doubtful(&after)).unwrap();
        assert!(decisions.of(&after, &found).verdict.is_some());
    }

    #[test]
    fn a_relation_that_holds_or_is_a_finding_is_no_subject_of_its_own() {
        let report = crate::analyze_text(
            "一、主要举措\n全年收到156件，其中来信137件、来访19件；收到信件20件（包括来信12件、来函7件）。",
            "a.txt",
        );
        assert!(report.relations.len() >= 2, "{:?}", report.relations);
        let relations = (0..report.relations.len()).map(Selection::Relation);
        assert_eq!(relations.filter_map(|at| subject(&report, at)).count(), 0);
    }
}

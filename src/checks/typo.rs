//! Words that are written wrongly: the rows of a phrase table, and the rows that a profile adds.

use super::phrases::{self, Phrase, is_excused};
use super::{Check, Context, Finding, Severity};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    code: "typo",
    severity: Severity::Warning,
    kind: "用语",
    title: "疑似错别字",
    why: "同音、形近的错字和过时的提法，自己不易看出，公开后影响公文的严肃性。",
    basis: "通行写法",
    bad: "截止目前，全年审查合同12份。",
    good: "截至目前，全年审查合同12份；落实重大执法决定法制审核制度。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    let wrong = |phrase: &'static Phrase| match phrase {
        Phrase::Wrong(row) => Some(row),
        _ => None,
    };
    for (place, row) in phrases::of_kind(cx.phrases(), wrong) {
        let wrong = &text[place.clone()];
        if !is_excused(text, place.clone(), &row.not_behind, &row.not_before) {
            let message = format!("“{wrong}”疑为“{}”", row.right);
            out.push(
                Finding::at(Span::new(place.start, place.end), message)
                    .suggest(format!("改为“{}”", row.right)),
            );
        }
    }
    for phrase in cx
        .profile
        .phrases
        .iter()
        .filter(|phrase| !phrase.wrong.is_empty())
    {
        for (at, wrong) in text.match_indices(&phrase.wrong) {
            if !is_excused(text, at..at + wrong.len(), &phrase.not_behind, &phrase.not_before) {
                let (message, suggestion) = match phrase.right.as_str() {
                    "" => (format!("不宜写“{wrong}”"), "删去".to_string()),
                    right => (format!("“{wrong}”疑为“{right}”"), format!("改为“{right}”")),
                };
                out.push(Finding::at(Span::new(at, at + wrong.len()), message).suggest(suggestion));
            }
        }
    }
}

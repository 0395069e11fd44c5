//! One indicator twice: the same words with the same value agree; with two values one of them may be wrong.
//!
//! Only indicators that say much are compared (`MIN_CHARACTERS`): short ones (`开展培训`) count different things in
//! different sections. Two values are doubtful at most, because a report may count two periods or two circles.

use super::sentence::{is_exact, plain};
use super::{Kind, Relation, Verdict};
use crate::document::Document;
use crate::figures::Figure;
use crate::text::Span;
use std::collections::HashMap;

const MIN_CHARACTERS: usize = 7;

/// Adds the indicators that occur twice, in the order of their second mention.
pub fn find(document: &Document, figures: &[Figure], out: &mut Vec<Relation>) {
    let mut seen: HashMap<(&str, &str), usize> = HashMap::new();
    for (at, figure) in figures.iter().enumerate() {
        let says_much = figure.indicator.chars().count() >= MIN_CHARACTERS;
        if !says_much || !is_exact(figure) || figure.direction.is_some() || figure.unit == "%" {
            continue;
        }
        let key = (figure.indicator.as_str(), figure.unit.as_str());
        let Some(&first) = seen.get(&key) else {
            seen.insert(key, at);
            continue;
        };
        let before = &figures[first];
        if same_paragraph(document, before.span, figure.span) {
            continue;
        }
        let agree = before.value == figure.value;
        let sign = if agree { "=" } else { "≠" };
        let statement = format!(
            "{}：{}{unit} {sign} {}{unit}",
            figure.indicator,
            plain(before.value),
            plain(figure.value),
            unit = figure.unit
        );
        out.push(Relation {
            kind: Kind::Same,
            verdict: if agree { Verdict::Holds } else { Verdict::Doubtful },
            statement,
            note: if agree {
                String::new()
            } else {
                "可能分属不同时段或范围".into()
            },
            figures: vec![first, at],
            span: figure.span,
        });
    }
}

/// Two numbers of one indicator in one paragraph are mostly two parts of it.
fn same_paragraph(document: &Document, a: Span, b: Span) -> bool {
    document.paragraph_at(a.start) == document.paragraph_at(b.start)
}

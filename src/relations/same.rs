//! One indicator twice: the same words with the same value agree; with two values one of them may be wrong.
//!
//! Only indicators that say much are compared (`MIN_CHARACTERS`): short ones (`开展培训`) count different things in
//! different sections. Two values are doubtful at most, because a report may count two periods or two circles.

use super::sentence::{is_exact, plain};
use super::{Kind, Relation, Verdict};
use crate::document::Document;
use crate::figures::Figure;
use crate::text::Span;

const MIN_CHARACTERS: usize = 7;

/// Adds the indicators that occur twice.
pub fn find(document: &Document, figures: &[Figure], out: &mut Vec<Relation>) {
    let mut compared: Vec<usize> = (0..figures.len())
        .filter(|&at| is_compared(&figures[at]))
        .collect();
    // Sorting these few brings equal names together for less than a table of them costs; most differ in length.
    let name = |at: usize| {
        let figure = &figures[at];
        (
            figure.indicator.len(),
            figure.indicator.as_str(),
            figure.unit.as_ref(),
        )
    };
    compared.sort_unstable_by_key(|&at| (name(at), at));
    for mentions in compared.chunk_by(|&a, &b| name(a) == name(b)) {
        let [first, later @ ..] = mentions else { continue };
        let again = later
            .iter()
            .filter(|&&at| !same_paragraph(document, figures[*first].span, figures[at].span));
        out.extend(again.map(|&at| relation(figures, *first, at)));
    }
}

fn is_compared(figure: &Figure) -> bool {
    figure.unit != "%"
        && figure.direction.is_none()
        && is_exact(figure)
        && figure.indicator.chars().nth(MIN_CHARACTERS - 1).is_some()
}

fn relation(figures: &[Figure], first: usize, at: usize) -> Relation {
    let (before, figure) = (&figures[first], &figures[at]);
    let agree = before.value == figure.value;
    let sign = if agree { "=" } else { "≠" };
    let statement = format!(
        "{}：{}{unit} {sign} {}{unit}",
        figure.indicator,
        plain(before.value),
        plain(figure.value),
        unit = figure.unit
    );
    Relation {
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
    }
}

/// Two numbers of one indicator in one paragraph are mostly two parts of it.
fn same_paragraph(document: &Document, a: Span, b: Span) -> bool {
    document.paragraph_at(a.start) == document.paragraph_at(b.start)
}

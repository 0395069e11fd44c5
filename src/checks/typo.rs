//! Words that are written wrongly: the rows of a phrase table, and the rows that a profile adds.

use super::{Check, Context, Finding, Severity};
use crate::text::Span;
use aho_corasick::{AhoCorasick, MatchKind};
use std::sync::LazyLock;

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

/// A phrase that is wrong, except in certain surroundings.
struct Row<'t> {
    wrong: &'t str,
    right: &'t str,
    /// What directly in front makes it right: `叫做为…`.
    not_behind: Vec<&'t str>,
    /// What directly behind makes it right.
    not_before: Vec<&'t str>,
}

struct Table {
    rows: Vec<Row<'static>>,
    /// All phrases at once, so that the text is read only once however long the table grows.
    phrases: Option<AhoCorasick>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let lines = include_str!("typos.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let rows: Vec<Row> = lines.filter_map(read_row).collect();
    let phrases = AhoCorasick::builder()
        .match_kind(MatchKind::LeftmostLongest)
        .build(rows.iter().map(|row| row.wrong))
        .ok();
    Table { rows, phrases }
});

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    let Some(phrases) = &TABLE.phrases else { return };
    for found in phrases.find_iter(text) {
        let Some(row) = TABLE.rows.get(found.pattern().as_usize()) else {
            continue;
        };
        let (before, behind) = (&text[..found.start()], &text[found.end()..]);
        let excused = row.not_behind.iter().any(|word| before.ends_with(word))
            || row.not_before.iter().any(|word| behind.starts_with(word));
        if !excused {
            let message = format!("“{}”疑为“{}”", row.wrong, row.right);
            out.push(
                Finding::at(Span::new(found.start(), found.end()), message)
                    .suggest(format!("改为“{}”", row.right)),
            );
        }
    }
}

fn read_row(line: &str) -> Option<Row<'_>> {
    let mut cells = line.split('\t');
    let (wrong, right) = (cells.next()?, cells.next()?);
    let mut words = || {
        cells
            .next()
            .unwrap_or_default()
            .split('|')
            .filter(|word| !word.is_empty())
            .collect()
    };
    Some(Row {
        wrong,
        right,
        not_behind: words(),
        not_before: words(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_says_what_is_wrong_and_what_is_right() {
        assert!(TABLE.rows.len() > 100);
        for row in &TABLE.rows {
            assert!(
                !row.wrong.is_empty() && !row.right.is_empty() && row.wrong != row.right,
                "{}",
                row.wrong
            );
            assert!(
                !row.right.contains(row.wrong),
                "{}: the correction would be found again",
                row.wrong
            );
        }
    }
}

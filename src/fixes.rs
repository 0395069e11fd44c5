//! Safe corrections: what can be mended without knowing what the author meant. Nothing is changed here unasked:
//! a fix is proposed, shown as a difference, and applied on request.

use crate::checks::Finding;
use crate::report::Report;
use crate::text::{LineIndex, Span};
use serde::{Deserialize, Serialize};

/// One replacement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix {
    /// What is replaced.
    pub span: Span,
    /// By what; empty = it goes.
    pub replacement: String,
    /// Code of the check that found it.
    pub code: String,
    /// One Chinese sentence that says what is done.
    pub message: String,
}

/// A line that fixes change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineChange {
    /// Line number from 1.
    pub line: usize,
    /// As it stands.
    pub before: String,
    /// As it would be.
    pub after: String,
}

/// All safe fixes of a report, in the order of the text, never overlapping.
pub fn propose(report: &Report) -> Vec<Fix> {
    let text = &report.document.text;
    let mut fixes: Vec<Fix> = report
        .findings
        .iter()
        .flat_map(|finding| of_finding(text, finding))
        .collect();
    fixes.sort_by_key(|fix| fix.span);
    fixes.dedup_by(|later, earlier| later.span.overlaps(earlier.span) || later.span == earlier.span);
    fixes
}

/// The text with the fixes applied. Fixes that do not fit the text, or overlap an earlier one, are left out.
pub fn apply(text: &str, fixes: &[Fix]) -> String {
    let mut ordered: Vec<&Fix> = fixes.iter().collect();
    ordered.sort_by_key(|fix| fix.span);
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for fix in ordered {
        let Some(kept) = text.get(at..fix.span.start as usize) else {
            continue;
        };
        if text.get(fix.span.range()).is_none() {
            continue;
        }
        out.push_str(kept);
        out.push_str(&fix.replacement);
        at = fix.span.end as usize;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    out
}

/// The lines that change, before and after: what a difference shows.
pub fn line_changes(text: &str, fixes: &[Fix]) -> Vec<LineChange> {
    let index = LineIndex::new(text);
    let mut ordered: Vec<&Fix> = fixes.iter().collect();
    ordered.sort_by_key(|fix| fix.span);
    let lines = ordered.chunk_by(|one, two| index.line(one.span.start).0 == index.line(two.span.start).0);
    let change = |fixes: &[&Fix]| {
        let (line, span) = index.line(fixes.first()?.span.start);
        let inside = fixes.iter().filter(|fix| span.contains(fix.span));
        let here: Vec<Fix> = inside
            .map(|fix| Fix {
                span: Span {
                    start: fix.span.start - span.start,
                    end: fix.span.end - span.start,
                },
                ..(*fix).clone()
            })
            .collect();
        Some(LineChange {
            line,
            before: span.of(text).into(),
            after: apply(span.of(text), &here),
        })
    };
    lines.filter_map(change).collect()
}

fn of_finding(text: &str, finding: &Finding) -> Vec<Fix> {
    let fix = |span: Span, replacement: String, message: String| Fix {
        span,
        replacement,
        code: finding.code.clone(),
        message,
    };
    match finding.code.as_str() {
        "residue" => finding
            .evidence
            .iter()
            .filter_map(|&span| Some(fix(span, without_residue(span.of(text))?, "清除残留标记".into())))
            .collect(),
        "half-width" => finding
            .evidence
            .iter()
            .filter_map(|&span| {
                let mark = crate::checks::full_width(span.of(text).chars().next()?)?;
                Some(fix(
                    span,
                    mark.to_string(),
                    format!("“{}”改为“{mark}”", span.of(text)),
                ))
            })
            .collect(),
        "repeated" => finding
            .span
            .and_then(|span| {
                let once = once(span.of(text))?;
                let message = format!("“{}”改为“{once}”", span.of(text));
                Some(fix(span, once, message))
            })
            .into_iter()
            .collect(),
        _ => vec![],
    }
}

/// What remains of a trace; None where something was lost that nobody can guess (`错误!未找到引用源`, U+FFFD).
fn without_residue(trace: &str) -> Option<String> {
    const ENTITIES: &[(&str, &str)] = &[
        ("&nbsp;", " "),
        ("&ensp;", " "),
        ("&emsp;", " "),
        ("&ldquo;", "“"),
        ("&rdquo;", "”"),
        ("&lsquo;", "‘"),
        ("&rsquo;", "’"),
        ("&mdash;", "—"),
        ("&ndash;", "–"),
        ("&hellip;", "…"),
        ("&middot;", "·"),
        ("&amp;", "&"),
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
    ];
    if let Some((_, right)) = ENTITIES.iter().find(|(entity, _)| *entity == trace) {
        return Some((*right).to_string());
    }
    if let Some(digits) = trace.strip_prefix("&#").and_then(|rest| rest.strip_suffix(';')) {
        let code = match digits.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok(),
            None => digits.parse().ok(),
        };
        return code
            .and_then(char::from_u32)
            .filter(|c| !c.is_control())
            .map(String::from);
    }
    let marks = trace.starts_with(['<', '[', '-', '—', '–', '－', '第']) || trace.starts_with("HYPERLINK");
    (marks || trace.chars().all(char::is_control)).then(String::new)
}

/// A word or mark that stands twice, once. None for sentences: which of the two is to go is the author's choice.
fn once(twice: &str) -> Option<String> {
    let chars: Vec<char> = twice.chars().collect();
    match chars[..] {
        [unit, bracket @ ('）' | ')'), again] if unit == again => Some([unit, bracket].iter().collect()),
        _ if chars.len() > 8 || chars.len() % 2 == 1 => None,
        _ => {
            let (one, two) = chars.split_at(chars.len() / 2);
            (one == two).then(|| one.iter().collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fixed(text: &str) -> String {
        apply(text, &propose(&crate::analyze_text(text, "x.txt")))
    }

    #[test]
    fn what_is_mended_and_what_is_left() {
        for (text, mended) in [
            ("[bookmark: _GoBack]全年审查合同12份。", "全年审查合同12份。"),
            ("全年&nbsp;审查&ldquo;合同&rdquo;12份。", "全年 审查“合同”12份。"),
            (
                "全年审查合同12份,全部办结(无退回)。",
                "全年审查合同12份，全部办结（无退回）。",
            ),
            (
                "审查合同（其中买卖合同3份）份，调解纠纷5件件。",
                "审查合同（其中买卖合同3份），调解纠纷5件。",
            ),
            ("全面加强加强合同审查。。", "全面加强合同审查。"),
            ("详见错误!未找到引用源。", "详见错误!未找到引用源。"),
            ("截止目前，审查合同12份。", "截止目前，审查合同12份。"),
        ] {
            assert_eq!(fixed(text), mended);
        }
    }

    #[test]
    fn a_second_run_finds_nothing_more() {
        let text = "一、主要举措\n审查合同,全部办结,（其中3份）份。。\n[bookmark: a]调解成功";
        let once = fixed(text);
        assert_eq!(fixed(&once), once);
    }

    #[test]
    fn a_difference_shows_whole_lines() {
        let text = "第一行\n合同,协议;纠纷\n";
        let report = crate::analyze_text(text, "x.txt");
        let changes = line_changes(text, &propose(&report));
        assert_eq!(changes.len(), 1);
        assert_eq!(
            (changes[0].line, changes[0].after.as_str()),
            (2, "合同，协议；纠纷")
        );
    }
}

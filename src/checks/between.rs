//! Checks that look at several reports at once: they get every report with its passages, and say which report each
//! finding belongs to.

use super::{Check, Finding, RUNNING, copied_from_last_year, severity};
use crate::document::Document;
use crate::outline::Outline;
use crate::profile::Profile;
use crate::text::{Span, is_han};

/// A check over several reports. Its examples are reports one after the other, with a line of `===` between them.
pub type Comparison = Check<fn(&[Side<'_>], &mut Vec<(usize, Finding)>)>;

/// All checks over several reports, in the order of the catalogue.
pub const COMPARISONS: &[&Comparison] = &[&copied_from_last_year::CHECK];

/// A paragraph with fewer characters says nothing of its own.
const SHORTEST: usize = 60;

/// One of the reports that are compared.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// The text.
    pub document: &'a Document,
    /// Its structure.
    pub outline: &'a Outline,
    /// What of it is compared, see [`passages`].
    pub passages: &'a [Passage],
}

/// A paragraph with words of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Passage {
    /// Hash of its words: Chinese characters, letters and digits, without years.
    pub hash: u64,
    /// The paragraph.
    pub span: Span,
}

/// Runs every comparison that the profile does not switch off: each finding with the place of its report.
pub fn compare(sides: &[Side<'_>], profile: &Profile) -> Vec<(usize, Finding)> {
    let mut findings = Vec::new();
    for check in COMPARISONS {
        if profile.off.iter().any(|code| code == check.code) {
            continue;
        }
        RUNNING.set(Some(check.code));
        let before = findings.len();
        (check.run)(sides, &mut findings);
        for (_, finding) in &mut findings[before..] {
            finding.code = check.code.into();
            finding.severity = severity(profile, check);
            finding.basis = check.basis.into();
        }
    }
    RUNNING.set(None);
    findings
}

/// The paragraphs of a report that can be compared: long ones inside its sections. What stands before the first
/// section is the same formula everywhere.
pub fn passages(document: &Document, outline: &Outline) -> Vec<Passage> {
    let Some(start) = outline.sections.first().map(|section| section.heading_span.start) else {
        return vec![];
    };
    let paragraphs = document.paragraphs.iter().map(|paragraph| paragraph.span);
    paragraphs
        .filter(|span| span.start >= start)
        .filter_map(|span| {
            Some(Passage {
                hash: hash(document.slice(span))?,
                span,
            })
        })
        .collect()
}

/// None where too little is left.
fn hash(paragraph: &str) -> Option<u64> {
    let (mut hash, mut count) = (0xcbf2_9ce4_8422_2325_u64, 0);
    for c in own_words(paragraph) {
        hash = (hash ^ u64::from(u32::from(c))).wrapping_mul(0x0100_0000_01b3);
        count += 1;
    }
    (count >= SHORTEST).then_some(hash)
}

/// Chinese characters, letters and digits; `2024年` is left out, it changes where nothing else does.
fn own_words(paragraph: &str) -> impl Iterator<Item = char> + '_ {
    let is_word = |c: &char| is_han(*c) || c.is_ascii_alphanumeric();
    let mut rest = paragraph;
    std::iter::from_fn(move || {
        while let Some(year) = rest.get(..4).filter(|year| year.starts_with("20")) {
            match rest[4..]
                .strip_prefix('年')
                .filter(|_| year.bytes().all(|b| b.is_ascii_digit()))
            {
                Some(behind) => rest = behind,
                None => break,
            }
        }
        let c = rest.chars().next()?;
        rest = &rest[c.len_utf8()..];
        Some(c)
    })
    .filter(is_word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_changes_nothing_and_a_number_does() {
        let words = |text: &str| own_words(text).collect::<String>();
        assert_eq!(words("2024年，办理案件30件。"), "办理案件30件");
        assert_eq!(words("2023年，办理 案件30件"), words("2024年办理案件30件"));
        assert_ne!(words("办理案件30件"), words("办理案件31件"));
        assert_eq!(words("2024年2025年计划20件20"), "计划20件20");
    }
}

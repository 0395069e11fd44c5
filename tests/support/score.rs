//! Marks against a reading: how many figures, headings, points, items and findings agree.

use super::gold::{Gold, GoldFigure};
use super::measures::{Counts, Share};
use super::seen::{Seen, SeenFigure, SeenSection};
use std::collections::BTreeMap;

/// The identity fields, in the order in which they are shown.
pub const IDENTITY: [&str; 8] = [
    "title",
    "body",
    "level",
    "year",
    "recipient",
    "signatories",
    "date",
    "copies",
];

/// The score of one report or of many added up, and what was wrong in words.
#[derive(Debug, Clone, Default)]
pub struct Score {
    /// Files that were decoded to the text that was written.
    pub texts: Share,
    pub figures: Counts,
    pub hedge: Share,
    pub indicator: Share,
    pub direction: Share,
    pub sections: Counts,
    pub points: Counts,
    pub identity: Share,
    pub items: Share,
    /// By code of the check.
    pub findings: BTreeMap<String, Counts>,
    /// Errors and warnings: true ones, and ones that nothing in the marks defends.
    pub alarms: Counts,
    pub wrong: Vec<String>,
}

/// Compares a reading with the marks.
pub fn score(gold: &Gold, seen: &Seen) -> Score {
    let mut score = Score::default();
    score_figures(gold, seen, &mut score);
    score_sections(gold, seen, &mut score);
    score_points(gold, seen, &mut score);
    for (key, want) in &gold.identity {
        let got = seen
            .identity
            .iter()
            .find(|(name, _)| name == key)
            .map_or("", |(_, value)| value);
        let right = half_width(want) == half_width(got);
        score.identity.add(right);
        score.note(!right, || format!("{key}: {got} (marked {want})"));
    }
    for (key, want) in &gold.items {
        let got = seen
            .items
            .iter()
            .find(|(name, _)| name == key)
            .map_or("", |(_, state)| state);
        score.items.add(want == got);
        score.note(want != got, || format!("item {key}: {got} (marked {want})"));
    }
    score_findings(gold, seen, &mut score);
    score
}

fn score_figures(gold: &Gold, seen: &Seen, score: &mut Score) {
    let mut used = vec![false; seen.figures.len()];
    for want in &gold.figures {
        let hit = (0..used.len()).find(|&at| !used[at] && overlap(want, &seen.figures[at]));
        let Some(at) = hit else {
            score.figures.missed += usize::from(want.must);
            score.note(want.must, || format!("figure missed: {}", want.text));
            continue;
        };
        used[at] = true;
        if want.must {
            score_figure(want, &seen.figures[at], score);
        }
    }
    for (figure, _) in seen.figures.iter().zip(used).filter(|(_, used)| !used) {
        score.figures.extra += 1;
        score.wrong.push(format!("figure extra: {}", figure.text));
    }
}

fn score_figure(want: &GoldFigure, got: &SeenFigure, score: &mut Score) {
    let same =
        want.value == got.value && want.value_max == got.value_max && bare(&want.unit) == bare(&got.unit);
    if !same {
        score.figures.missed += 1;
        score.figures.extra += 1;
        score.wrong.push(format!(
            "figure {} read as {} {} ({})",
            want.text, got.value, got.unit, got.text
        ));
        return;
    }
    score.figures.found += 1;
    score.hedge.add(want.hedge == got.hedge);
    score.note(want.hedge != got.hedge, || {
        format!("hedge of {}: {}", want.text, got.hedge)
    });
    let indicator = same_indicator(&want.indicator, &got.indicator);
    score.indicator.add(indicator);
    score.note(!indicator, || {
        format!(
            "indicator of {}: {} (marked {})",
            want.text, got.indicator, want.indicator
        )
    });
    if want.direction.is_some() || got.direction.is_some() {
        score.direction.add(want.direction == got.direction);
        score.note(want.direction != got.direction, || {
            format!("direction of {}: {:?}", want.text, got.direction)
        });
    }
}

fn score_sections(gold: &Gold, seen: &Seen, score: &mut Score) {
    let mut left: Vec<&SeenSection> = seen.sections.iter().collect();
    for want in &gold.sections {
        let hit = left.iter().position(|got| {
            bare(&got.heading) == bare(&want.at.heading) && got.start.abs_diff(want.at.start) < 3
        });
        let Some(at) = hit else {
            score.sections.missed += 1;
            score.wrong.push(format!("section missed: {}", want.at.heading));
            continue;
        };
        let got = left.remove(at);
        let item = want.level > 1 || want.item == got.item || want.item.as_deref() == Some("?");
        if got.level == want.level && got.number == want.number && item {
            score.sections.found += 1;
            continue;
        }
        score.sections.missed += 1;
        score.sections.extra += 1;
        let (level, number, item) = (got.level, &got.number, &got.item);
        score.wrong.push(format!(
            "section {}: level {level} number {number:?} item {item:?}",
            want.at.heading
        ));
    }
    score.sections.extra += left.len();
    score
        .wrong
        .extend(left.iter().map(|got| format!("section extra: {}", got.heading)));
}

/// Points that start a paragraph. Others may be listed or not.
fn score_points(gold: &Gold, seen: &Seen, score: &mut Score) {
    for want in &gold.points {
        let hit = seen
            .points
            .iter()
            .any(|(start, heading)| bare(heading) == bare(&want.heading) && start.abs_diff(want.start) < 3);
        score.points.found += usize::from(hit);
        score.points.missed += usize::from(!hit);
        score.note(!hit, || format!("point missed: {}", want.heading));
    }
    let starts = paragraph_starts(&gold.text);
    for (start, heading) in &seen.points {
        let marked = gold.points.iter().any(|want| want.start.abs_diff(*start) < 3);
        if !marked && starts.iter().any(|&at| (at..=at + 4).contains(start)) {
            score.points.extra += 1;
            score.wrong.push(format!("point extra: {heading}"));
        }
    }
}

fn score_findings(gold: &Gold, seen: &Seen, score: &mut Score) {
    let Some(wanted) = &gold.findings else { return };
    for want in wanted.iter().filter(|want| want.must) {
        let hit = seen
            .findings
            .iter()
            .any(|got| got.code == want.code && at_place(want.span, &got.places));
        let counts = score.findings.entry(want.code.clone()).or_default();
        counts.found += usize::from(hit);
        counts.missed += usize::from(!hit);
        score.note(!hit, || format!("finding missed: {}", want.code));
    }
    for got in &seen.findings {
        let defended = gold.allowed.contains(&got.code)
            || wanted
                .iter()
                .any(|want| got.code == want.code && at_place(want.span, &got.places));
        let counts = score.findings.entry(got.code.clone()).or_default();
        counts.extra += usize::from(!defended);
        if got.severity != "info" {
            score.alarms.found += usize::from(defended);
            score.alarms.extra += usize::from(!defended);
        }
        score.note(!defended, || {
            format!("finding extra: {} {} {}", got.severity, got.code, got.message)
        });
    }
}

fn at_place(wanted: Option<(usize, usize)>, places: &[(usize, usize)]) -> bool {
    let Some((start, end)) = wanted else { return true };
    places.iter().any(|&(from, to)| from < end && start < to)
}

fn overlap(want: &GoldFigure, got: &SeenFigure) -> bool {
    want.start < got.end && got.start < want.end
}

/// The prediction says what is counted and little else: 60 % of the marked phrase in order, 40 % of the prediction.
pub fn same_indicator(marked: &str, got: &str) -> bool {
    let (marked, got): (Vec<char>, Vec<char>) = (bare(marked).chars().collect(), bare(got).chars().collect());
    if got.is_empty() || got.len() > 12.max(2 * marked.len()) {
        return false;
    }
    let common = longest_common_subsequence(&marked, &got);
    common * 10 >= marked.len() * 6 && common * 10 >= got.len() * 4
}

fn longest_common_subsequence(a: &[char], b: &[char]) -> usize {
    let mut row = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = row[j + 1];
            row[j + 1] = if x == y { diagonal + 1 } else { above.max(row[j]) };
            diagonal = above;
        }
    }
    row[b.len()]
}

/// Offsets in characters of the first non-blank of every line.
fn paragraph_starts(text: &str) -> Vec<usize> {
    let mut starts = vec![];
    let mut at = 0;
    for line in text.split('\n') {
        let length = line.chars().count();
        starts.push(at + length - line.trim_start().chars().count());
        at += length + 1;
    }
    starts
}

/// Bare text with its digits in half width: a title may be given in either dress.
fn half_width(text: &str) -> String {
    let digit = |c: char| match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        _ => c,
    };
    bare(text).chars().map(digit).collect()
}

/// Text without white space.
fn bare(text: &str) -> String {
    text.split_whitespace().collect()
}

impl Score {
    /// Adds another report's score. Its words of what was wrong are left behind.
    pub fn merge(&mut self, other: &Score) {
        self.texts.merge(other.texts);
        self.figures.merge(other.figures);
        self.hedge.merge(other.hedge);
        self.indicator.merge(other.indicator);
        self.direction.merge(other.direction);
        self.sections.merge(other.sections);
        self.points.merge(other.points);
        self.identity.merge(other.identity);
        self.items.merge(other.items);
        self.alarms.merge(other.alarms);
        for (code, counts) in &other.findings {
            self.findings.entry(code.clone()).or_default().merge(*counts);
        }
    }

    /// Counts whether the file's text was decoded as it was written.
    pub fn text(&mut self, read: bool) {
        self.texts.add(read);
        self.note(!read, || "the text was not decoded as it was written".into());
    }

    /// One line with every measure.
    pub fn line(&self, name: &str) -> String {
        let figures = self.figures;
        format!(
            "{name}: figures P {:.3} R {:.3} F1 {:.3}; hedge {:.3} indicator {:.3} direction {}/{}; sections {:.3}; \
             points {:.3}; identity {}/{}; items {}/{}; errors and warnings: {} true, {} untrue",
            figures.precision(),
            figures.recall(),
            figures.f1(),
            self.hedge.ratio(),
            self.indicator.ratio(),
            self.direction.right,
            self.direction.all,
            self.sections.f1(),
            self.points.f1(),
            self.identity.right,
            self.identity.all,
            self.items.right,
            self.items.all,
            self.alarms.found,
            self.alarms.extra,
        )
    }

    /// Precision and recall of every check that was marked or fired.
    pub fn table(&self) -> String {
        let mut table = format!(
            "{:<24}{:>6}{:>8}{:>7}{:>11}{:>8}\n",
            "check", "found", "missed", "extra", "precision", "recall"
        );
        for (code, counts) in &self.findings {
            let (found, missed, extra) = (counts.found, counts.missed, counts.extra);
            let (precision, recall) = (counts.precision(), counts.recall());
            table += &format!("{code:<24}{found:>6}{missed:>8}{extra:>7}{precision:>11.2}{recall:>8.2}\n");
        }
        table
    }

    fn note(&mut self, bad: bool, words: impl FnOnce() -> String) {
        if bad {
            self.wrong.push(words());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_indicator_has_to_say_it_and_little_else() {
        assert!(same_indicator("走访企业", "走访辖区企业"));
        assert!(!same_indicator("走访企业", "企业"));
        assert!(!same_indicator("调解成功", ""));
        assert!(!same_indicator(
            "参加率",
            "全年组织公务员参加网上学法用法考试的参加率"
        ));
    }
}

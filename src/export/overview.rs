//! A report in one line, for the table of all reports: who, what was found, what is missing.

use super::counts::Counts;
use super::words;
use crate::Report;
use crate::outline::Presence;
use std::cmp::Ordering;

/// The heads of the columns.
pub const COLUMNS: [&str; 14] = [
    "文件",
    "单位",
    "年度",
    "层级",
    "章节",
    "数字",
    "错误",
    "存疑",
    "提示",
    "待处理",
    "已核验",
    "缺少的必备内容",
    "成文日期",
    "说明",
];

/// The cells of one report, in the order of [`COLUMNS`]; what is not known is empty.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    cells: [String; COLUMNS.len()],
}

impl Line {
    /// Of a report; `open` results are still to be decided.
    pub fn of(report: &Report, open: usize) -> Line {
        let outline = &report.outline;
        let counts = Counts::of(report);
        let missing = outline
            .items
            .iter()
            .filter(|item| item.owed && item.state == Presence::Missing);
        let missing: Vec<_> = missing.map(|item| item.name.as_str()).collect();
        let skipped = match report.skipped.is_empty() {
            true => String::new(),
            false => format!("结果不完整，跳过 {}", report.skipped.join("、")),
        };
        Line {
            cells: [
                report.document.source.name.clone(),
                outline
                    .body
                    .as_ref()
                    .map_or(String::new(), |body| body.text.clone()),
                outline.year.map_or(String::new(), |year| year.value.to_string()),
                words::level(outline.level).into(),
                outline.sections.len().to_string(),
                report.figures.len().to_string(),
                counts.errors.to_string(),
                counts.doubts.to_string(),
                counts.hints.to_string(),
                open.to_string(),
                counts.verified.to_string(),
                missing.join("、"),
                outline
                    .tail
                    .date
                    .as_ref()
                    .map_or(String::new(), |date| date.text.clone()),
                skipped,
            ],
        }
    }

    /// Of a file that has no report: its name, and why there is none.
    pub fn without_report(name: &str, why: &str) -> Line {
        let mut cells = <[String; COLUMNS.len()]>::default();
        let [first, .., last] = &mut cells;
        *first = name.to_string();
        *last = why.to_string();
        Line { cells }
    }

    /// Why there is no report; None where there is one.
    pub fn why_unread(&self) -> Option<&str> {
        let [_, between @ .., why] = &self.cells;
        between.iter().all(String::is_empty).then_some(why)
    }

    /// Its cells.
    pub fn cells(&self) -> &[String; COLUMNS.len()] {
        &self.cells
    }

    /// The order by one column: numbers as numbers, what is empty behind everything else in both directions.
    pub fn compare(&self, other: &Line, column: usize, down: bool) -> Ordering {
        let cell = |line: &Line| line.cells.get(column).cloned().unwrap_or_default();
        let (a, b) = (cell(self), cell(other));
        let by_words = || match (a.parse::<u32>(), b.parse::<u32>()) {
            (Ok(a), Ok(b)) => a.cmp(&b),
            _ => a.cmp(&b),
        };
        let order = if down { by_words().reverse() } else { by_words() };
        a.is_empty().cmp(&b.is_empty()).then(order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        let report = crate::analyze_text(text, "a.txt");
        Line::of(&report, report.findings.len())
    }

    #[test]
    fn a_line_says_who_and_what_is_missing() {
        let line = line(
            "青岚县2024年法治政府建设年度报告\n一、主要举措和成效\n全年收到156件（包括来信137件、来访18件）。",
        );
        let cell = |name: &str| {
            let at = COLUMNS.iter().position(|column| *column == name).unwrap();
            line.cells()[at].clone()
        };
        assert_eq!(cell("年度"), "2024");
        assert_eq!(cell("章节"), "1");
        assert_eq!(cell("数字"), "3");
        assert_ne!(cell("错误"), "0");
        assert!(cell("缺少的必备内容").contains("下一年度主要安排"));
        assert!(!cell("缺少的必备内容").contains("主要举措"));
        assert_eq!(cell("说明"), "");
    }

    #[test]
    fn numbers_are_ordered_as_numbers_and_empty_cells_stay_last() {
        let of = |figures: usize| {
            let cases: String = (0..figures)
                .map(|at| format!("办理第{at}类案件{at}件。"))
                .collect();
            line(&format!("一、主要举措和成效\n{cases}"))
        };
        let figures = COLUMNS.iter().position(|column| *column == "数字").unwrap();
        let (few, many, none) = (of(9), of(12), Line::without_report("b.pdf", "没有文字层"));
        assert_eq!((few.why_unread(), none.why_unread()), (None, Some("没有文字层")));
        assert_eq!(few.compare(&many, figures, false), Ordering::Less);
        assert_eq!(few.compare(&many, figures, true), Ordering::Greater);
        for down in [false, true] {
            assert_eq!(few.compare(&none, figures, down), Ordering::Less);
        }
    }
}

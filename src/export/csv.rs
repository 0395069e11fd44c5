//! Reports → CSV tables, one row a figure, finding, item, relation, section or report; the file's name first.

use super::counts::Counts;
use super::overview::{self, Line};
use super::{when, words};
use crate::report::Report;
use crate::text::{LineIndex, OffsetUnit, Span};

/// Byte order mark: office spreadsheets read a CSV as UTF-8 only with it. For downloads, not for pipes.
pub const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Which table.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[cfg_attr(not(target_arch = "wasm32"), derive(clap::ValueEnum))]
pub enum Table {
    /// 数字指标
    #[default]
    Figures,
    /// 检查结果
    Findings,
    /// 必备内容
    Items,
    /// 核验关系
    Relations,
    /// 章节
    Sections,
    /// 报告一览
    Reports,
}

/// The head of a table, with its line break.
pub fn header(table: Table) -> String {
    let columns: &[&str] = match table {
        Table::Figures => &[
            "文件",
            "单位",
            "年度",
            "章节",
            "指标",
            "数值",
            "数值上限",
            "计量单位",
            "限定",
            "下限",
            "上限",
            "变化",
            "原文",
            "位置",
            "数据年份",
            "时段",
            "性质",
        ],
        Table::Findings => &[
            "文件", "单位", "年度", "结论", "代码", "说明", "原文", "行", "位置", "依据", "建议",
        ],
        Table::Items => &["文件", "单位", "年度", "项目", "名称", "状态", "章节"],
        Table::Relations => &[
            "文件", "单位", "年度", "类型", "结论", "算式", "说明", "原文", "位置",
        ],
        Table::Sections => &[
            "文件", "单位", "年度", "序号", "层级", "编号", "标题", "项目", "主题", "字数", "数字", "位置",
        ],
        Table::Reports => &overview::COLUMNS,
    };
    line(columns.iter().map(|column| column.to_string()))
}

/// The rows of one report, each with its line break.
pub fn rows(table: Table, report: &Report) -> String {
    let sheet = Sheet {
        report,
        index: LineIndex::new(&report.document.text),
    };
    let rows: Vec<Vec<String>> = match table {
        Table::Figures => sheet.figures(),
        Table::Findings => sheet.findings(),
        Table::Items => sheet.items(),
        Table::Relations => sheet.relations(),
        Table::Sections => sheet.sections(),
        Table::Reports => return overview(&[Line::of(report, Counts::of(report).undecided())]),
    };
    let first = sheet.first_columns();
    rows.into_iter()
        .map(|row| line(first.iter().cloned().chain(row)))
        .collect()
}

/// The rows of the table of all reports.
pub fn overview(lines: &[Line]) -> String {
    lines
        .iter()
        .map(|row| line(row.cells().iter().cloned()))
        .collect()
}

/// One record. A text that a spreadsheet would take for a formula gets an apostrophe in front.
fn line(cells: impl Iterator<Item = String>) -> String {
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .from_writer(Vec::new());
    // Writing into memory cannot fail, and what goes in as UTF-8 comes out as UTF-8.
    let _ = writer.write_record(cells.map(guarded));
    writer
        .into_inner()
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .unwrap_or_default()
}

fn guarded(cell: String) -> String {
    let formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r']);
    if formula && cell.parse::<crate::numeral::Decimal>().is_err() {
        format!("'{cell}")
    } else {
        cell
    }
}

struct Sheet<'r> {
    report: &'r Report,
    index: LineIndex<'r>,
}

impl Sheet<'_> {
    fn first_columns(&self) -> [String; 3] {
        let outline = &self.report.outline;
        [
            self.report.document.source.name.clone(),
            outline
                .body
                .as_ref()
                .map(|body| body.text.clone())
                .unwrap_or_default(),
            outline
                .year
                .map(|year| year.value.to_string())
                .unwrap_or_default(),
        ]
    }

    fn position(&self, span: Span) -> String {
        let (start, end) = self.index.offsets(span, OffsetUnit::Char);
        format!("{start}–{end}")
    }

    fn heading(&self, section: Option<usize>) -> String {
        section
            .and_then(|section| self.report.outline.sections.get(section))
            .map_or(String::new(), |section| section.heading.clone())
    }

    fn figures(&self) -> Vec<Vec<String>> {
        let decimal = |value: Option<crate::numeral::Decimal>| {
            value
                .map(|value| value.normalize().to_string())
                .unwrap_or_default()
        };
        let figures = self.report.figures.iter().map(|figure| {
            let when = when::of(self.report, figure);
            vec![
                self.heading(figure.section),
                figure.indicator.clone(),
                decimal(Some(figure.value)),
                decimal(figure.value_max),
                figure.unit.to_string(),
                words::hedge(figure.hedge).into(),
                decimal(figure.low),
                decimal(figure.high),
                words::direction(figure.direction).into(),
                self.report.document.slice(figure.span).into(),
                self.position(figure.span),
                when.year.map(|year| year.to_string()).unwrap_or_default(),
                when.period.unwrap_or_default(),
                words::plan(when.plan).into(),
            ]
        });
        figures.collect()
    }

    fn findings(&self) -> Vec<Vec<String>> {
        let findings = self.report.findings.iter().map(|finding| {
            let (_, word) = words::severity(finding.severity);
            let place =
                |span: Option<Span>, words: &dyn Fn(Span) -> String| span.map(words).unwrap_or_default();
            vec![
                word.into(),
                finding.code.clone(),
                finding.message.clone(),
                place(finding.span, &|span| self.report.document.slice(span).into()),
                place(finding.span, &|span| self.index.line(span.start).0.to_string()),
                place(finding.span, &|span| self.position(span)),
                finding.basis.clone(),
                finding.suggestion.clone(),
            ]
        });
        findings.collect()
    }

    fn items(&self) -> Vec<Vec<String>> {
        let items = self.report.outline.items.iter().map(|item| {
            let headings: Vec<_> = item
                .sections
                .iter()
                .map(|&section| self.heading(Some(section)))
                .collect();
            let (_, word) = words::presence(item);
            vec![
                item.key.clone(),
                item.name.clone(),
                word.into(),
                headings.join("；"),
            ]
        });
        items.collect()
    }

    fn relations(&self) -> Vec<Vec<String>> {
        let relations = self.report.relations.iter().map(|relation| {
            vec![
                words::relation(relation.kind).into(),
                words::verdict(relation.verdict).1.into(),
                relation.statement.clone(),
                relation.note.clone(),
                self.report.document.slice(relation.span).into(),
                self.position(relation.span),
            ]
        });
        relations.collect()
    }

    fn sections(&self) -> Vec<Vec<String>> {
        let sections = self
            .report
            .outline
            .sections
            .iter()
            .enumerate()
            .map(|(index, section)| {
                let characters = self
                    .report
                    .document
                    .slice(section.body)
                    .chars()
                    .filter(|&c| !crate::text::is_blank(c));
                let figures = self
                    .report
                    .figures
                    .iter()
                    .filter(|figure| section.body.contains(figure.span));
                vec![
                    (index + 1).to_string(),
                    section.level.to_string(),
                    section.number.clone().unwrap_or_default(),
                    section.heading.clone(),
                    section.item.clone().unwrap_or_default(),
                    section.themes.join("；"),
                    characters.count().to_string(),
                    figures.count().to_string(),
                    self.position(section.heading_span),
                ]
            });
        sections.collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_cannot_become_a_formula_and_a_number_stays_one() {
        let cells = ["=1+1", "-2", "@x", "一,二", "引\"号", "+86"].map(String::from);
        assert_eq!(
            line(cells.into_iter()),
            "'=1+1,-2,'@x,\"一,二\",\"引\"\"号\",+86\r\n"
        );
    }

    #[test]
    fn every_row_has_as_many_cells_as_the_head() {
        let report = crate::analyze_text("一、主要举措和成效\n全年办理案件5件。\n", "a.txt");
        for table in [
            Table::Figures,
            Table::Findings,
            Table::Items,
            Table::Relations,
            Table::Sections,
            Table::Reports,
        ] {
            let cells = |line: &str| line.matches(',').count();
            let head = cells(&header(table));
            for row in rows(table, &report).lines().filter(|row| !row.contains('"')) {
                assert_eq!(cells(row), head, "{table:?}: {row}");
            }
        }
    }
}

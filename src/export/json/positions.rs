//! The parts of a report with their byte spans turned into the offsets that the JSON counts in.

use super::{FigureJson, FindingJson, ItemJson, Items, PlaceJson, PointJson, RelationJson, SectionJson};
use crate::document::Container;
use crate::export::when;
use crate::outline::Section;
use crate::report::Report;
use crate::text::{LineIndex, OffsetUnit, Span};

/// Converts byte spans into offsets of the unit wanted.
pub(super) struct Positions<'r> {
    pub(super) index: LineIndex<'r>,
    pub(super) unit: OffsetUnit,
    pub(super) report: &'r Report,
}

impl<'r> Positions<'r> {
    pub(super) fn offsets(&self, span: Span) -> (usize, usize) {
        self.index.offsets(span, self.unit)
    }

    pub(super) fn place(&self, span: Span) -> Option<PlaceJson> {
        let document = &self.report.document;
        let place = document.paragraphs[document.paragraph_at(span.start)?].place;
        let (table, row, part) = match place.container {
            Container::Body => (None, None, None),
            Container::Row { table, row } => (Some(table), Some(row), None),
            Container::Footnote => (None, None, Some("footnote")),
            Container::TextBox => (None, None, Some("text_box")),
        };
        let page = place.page;
        (page.is_some() || table.is_some() || part.is_some()).then_some(PlaceJson {
            page,
            table,
            row,
            part,
        })
    }

    pub(super) fn items(&self) -> Items<'r> {
        let items = self.report.outline.items.iter().map(|item| {
            let sections = item.sections.iter().map(|section| section + 1).collect();
            let span = item.span.map(|span| self.offsets(span));
            (
                item.key.as_str(),
                ItemJson {
                    state: item.state,
                    sections,
                    span,
                },
            )
        });
        Items(items.collect())
    }

    pub(super) fn section(&self, index: usize, section: &'r Section) -> SectionJson<'r> {
        let (start, end) = self.offsets(section.heading_span);
        let points = section.points.iter().map(|point| {
            let (start, end) = self.offsets(point.heading_span);
            PointJson {
                number: &point.number,
                heading: &point.heading,
                start,
                end,
            }
        });
        SectionJson {
            id: index + 1,
            parent: section.parent.map(|parent| parent + 1),
            level: section.level,
            number: section.number.as_deref(),
            heading: &section.heading,
            start,
            end,
            body: self.offsets(section.body),
            item: section.item.as_deref(),
            more_items: &section.more_items,
            themes: &section.themes,
            points: points.collect(),
            automatic_number: section.automatic_number,
            place: self.place(section.heading_span),
        }
    }

    pub(super) fn figures(&self) -> Vec<FigureJson<'r>> {
        let figures = self.report.figures.iter().map(|figure| {
            let (start, end) = self.offsets(figure.span);
            let when = when::of(self.report, figure);
            FigureJson {
                start,
                end,
                text: self.report.document.slice(figure.span),
                value: figure.value.normalize().to_string(),
                value_max: figure.value_max.map(|value| value.normalize().to_string()),
                unit: &figure.unit,
                hedge: figure.hedge,
                low: figure.low.map(|low| low.normalize().to_string()),
                high: figure.high.map(|high| high.normalize().to_string()),
                direction: figure.direction,
                indicator: &figure.indicator,
                section: figure.section.map(|section| section + 1),
                year: when.year,
                period: when.period,
                plan: when.plan,
                place: self.place(figure.span),
            }
        });
        figures.collect()
    }

    pub(super) fn relations(&self) -> Vec<RelationJson<'r>> {
        let relations = self.report.relations.iter().map(|relation| {
            let (start, end) = self.offsets(relation.span);
            RelationJson {
                kind: relation.kind,
                verdict: relation.verdict,
                statement: &relation.statement,
                note: &relation.note,
                figures: &relation.figures,
                start,
                end,
            }
        });
        relations.collect()
    }

    pub(super) fn findings(&self) -> Vec<FindingJson<'r>> {
        let findings = self.report.findings.iter().map(|finding| {
            let offsets = finding.span.map(|span| self.offsets(span));
            FindingJson {
                code: &finding.code,
                severity: finding.severity,
                message: &finding.message,
                start: offsets.map(|(start, _)| start),
                end: offsets.map(|(_, end)| end),
                evidence: finding.evidence.iter().map(|&span| self.offsets(span)).collect(),
                basis: &finding.basis,
                suggestion: Some(finding.suggestion.as_str()).filter(|suggestion| !suggestion.is_empty()),
                place: finding.span.and_then(|span| self.place(span)),
            }
        });
        findings.collect()
    }
}

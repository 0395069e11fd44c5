//! Tables: a cell's number counts what the heads of its row and column say.

use super::scan::{self, Candidate};
use super::{carry, indicator, unit};
use crate::document::{Container, Paragraph};
use crate::numeral;
use crate::text::{Marks, Span};
use std::ops::Range;

/// The table that is being read, row by row.
#[derive(Default)]
pub(super) struct Table {
    heads: Vec<Range<usize>>,
    number: Option<u32>,
    last: usize,
}

impl Table {
    /// The cells of a row: those of a table in the file, or what tabulators or bars separate in a text. None for any
    /// other paragraph.
    pub(super) fn row(
        &mut self,
        text: &str,
        paragraph: &Paragraph,
        stretch: Range<usize>,
    ) -> Option<Vec<Range<usize>>> {
        let cells = match paragraph.cells.is_empty() {
            false => paragraph
                .cells
                .iter()
                .map(|cell| cell.trim(text).range())
                .collect(),
            true => tabulated(text, stretch.clone()),
        };
        if cells.len() < 2 {
            *self = Table::default();
            return None;
        }
        let number = match paragraph.place.container {
            Container::Row { table, .. } => Some(table),
            _ => None,
        };
        let is_new = number != self.number
            || text
                .get(self.last..stretch.start)
                .is_none_or(|gap| !gap.trim().is_empty());
        if is_new {
            *self = Table {
                number,
                ..Table::default()
            };
        }
        self.last = paragraph.span.end as usize;
        Some(cells)
    }

    /// The figures of a row. A row without figures before the first one with figures is the heads.
    pub(super) fn read(
        &mut self,
        text: &str,
        cells: &[Range<usize>],
        marks: &Marks,
    ) -> Vec<(Candidate, String)> {
        let mut figures = Vec::new();
        let mut side = "";
        for (column, cell) in cells.iter().enumerate() {
            let mut candidates = Vec::new();
            scan::scan(text, cell.clone(), marks, &mut candidates);
            carry::resolve(text, &mut candidates);
            let head = self.heads.get(column).map_or("", |head| &text[head.clone()]);
            if candidates.is_empty() {
                match bare_number(text, cell, head) {
                    Some(candidate) => candidates.push(candidate),
                    None if side.is_empty() && text[cell.clone()].chars().any(crate::text::is_han) => {
                        side = &text[cell.clone()];
                    }
                    None => {}
                }
            }
            let label = format!("{side}{}", indicator::tidy(head));
            let names = indicator::names(&text[..cell.end], cell.start, &candidates, None, || Some(&label));
            figures.extend(candidates.into_iter().zip(names));
        }
        if figures.is_empty() && self.heads.is_empty() {
            self.heads = cells.to_vec();
        }
        figures
    }
}

fn tabulated(text: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let line = &text[stretch.clone()];
    // Nearly no paragraph has any: looked at to its end, many bytes are looked at together.
    let is_mark = |byte: u8| u8::from(byte == b'\t') | u8::from(byte == b'|');
    if line.bytes().fold(0, |any, byte| any | is_mark(byte)) == 0 {
        return Vec::new();
    }
    let Some(mark) = line.bytes().find(|&byte| is_mark(byte) == 1) else {
        return Vec::new();
    };
    let mark = char::from(mark);
    // A page's rows end with a bar, and one bar alone parts two links.
    let bars = mark == '|' && line.matches('|').nth(1).is_none();
    if bars || !line.trim_matches(crate::text::is_blank).contains(mark) {
        return Vec::new();
    }
    let mut start = stretch.start;
    line.split(mark)
        .map(|cell| {
            let span = Span::new(start, start + cell.len()).trim(text).range();
            start += cell.len() + 1;
            span
        })
        .collect()
}

/// A number alone in its cell takes the unit that its column's head names in brackets: 罚没金额（万元）.
fn bare_number(text: &str, cell: &Range<usize>, head: &str) -> Option<Candidate> {
    let open = head.rfind(['（', '('])?;
    let inside = head[open..]
        .trim_matches(['（', '）', '(', ')'])
        .trim_start_matches("单位：");
    let (scale, measure) = match inside.chars().next()? {
        c @ ('万' | '亿') => (numeral::value(&format!("1{c}"))?, &inside[c.len_utf8()..]),
        _ => (numeral::Decimal::ONE, inside),
    };
    let (unit, length) = unit::at_start(measure)?;
    let run = numeral::read(text, cell.start)?;
    let number = run
        .number
        .filter(|_| run.end == cell.end && length == measure.len())?;
    Some(Candidate {
        span: cell.clone(),
        value: number.value.checked_mul(scale)?.normalize(),
        max: None,
        hedge: Default::default(),
        unit: unit.name,
        kind: unit.kind,
        direction: None,
    })
}

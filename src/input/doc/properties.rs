//! Properties of paragraphs and characters: pages of runs (FKP) and lists of changes (sprm).

use super::bytes::{part, plc, u16_at, u32_at};
use std::collections::HashSet;

/// What is known about a paragraph; `None` where nothing says so.
#[derive(Debug, Clone, Default)]
pub struct ParagraphProperties {
    /// Its style.
    pub style: Option<u16>,
    /// Its list, from 1; 0 switches numbering off.
    pub list: Option<u16>,
    /// Its level in the list, from 0.
    pub level: Option<u8>,
    /// Whether it stands in a table.
    pub in_table: bool,
    /// Whether it is the end of a row.
    pub row_end: bool,
    /// Depth of tables around it.
    pub depth: u32,
    /// At the end of a row: where each of its cells ends, in twips from the left.
    pub cell_ends: Vec<i32>,
}

/// What is known about characters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct CharacterProperties {
    /// Hidden text.
    pub hidden: Option<bool>,
    /// Deleted while changes were tracked.
    pub deleted: bool,
    /// A character style.
    pub style: Option<u16>,
    /// A glyph of a symbol font instead of the character.
    pub symbol: Option<u16>,
}

impl CharacterProperties {
    /// Applies a list of changes.
    pub fn apply(&mut self, changes: &[u8]) {
        for (code, value) in sprms(changes) {
            let flag = value.first().copied().unwrap_or(0);
            match code {
                0x0800 => self.deleted = flag & 1 != 0,
                0x083C => self.hidden = Some(flag & 1 != 0),
                0x4A30 => self.style = u16_at(value, 0),
                0x6A09 => self.symbol = u16_at(value, 2),
                _ => {}
            }
        }
    }
}

impl ParagraphProperties {
    /// Applies a list of changes.
    pub fn apply(&mut self, changes: &[u8]) {
        for (code, value) in sprms(changes) {
            let byte = value.first().copied().unwrap_or(0);
            match code {
                0x4600 => self.style = u16_at(value, 0),
                0x260A => self.level = Some(byte),
                0x460B => self.list = u16_at(value, 0),
                0x2416 => self.in_table = byte & 1 != 0,
                0x2417 => self.row_end = byte & 1 != 0,
                0x6649 => self.depth = u32_at(value, 0).unwrap_or(0),
                TABLE => self.cell_ends = cell_ends(value),
                _ => {}
            }
        }
    }
}

/// The definition of a table: how many cells the row has, where it begins, where each cell ends, and more.
const TABLE: u16 = 0xD608;

fn cell_ends(definition: &[u8]) -> Vec<i32> {
    let count = definition.first().copied().map_or(0, usize::from);
    (1..=count)
        .map_while(|cell| u16_at(definition, 1 + cell * 2))
        .map(|end| i32::from(end as i16))
        .collect()
}

/// The single changes of a list, each with its value.
fn sprms(mut changes: &[u8]) -> impl Iterator<Item = (u16, &[u8])> {
    std::iter::from_fn(move || {
        let code = u16_at(changes, 0)?;
        let (skip, length) = match code >> 13 {
            0 | 1 => (2, 1),
            2 | 4 | 5 => (2, 2),
            3 => (2, 4),
            7 => (2, 3),
            // The definition of a table counts in two bytes, one too many.
            _ if code == TABLE => (4, usize::from(u16_at(changes, 2)?).saturating_sub(1)),
            _ => (3, usize::from(*changes.get(2)?)),
        };
        let value = part(changes, skip, length)?;
        changes = changes.get(skip + length..)?;
        Some((code, value))
    })
}

/// Runs of a file, sorted: each from one byte of the main stream to another, with where its properties stand.
#[derive(Debug, Default)]
pub struct Runs {
    runs: Vec<Run>,
}

#[derive(Debug, Clone, Copy)]
struct Run {
    start: u32,
    end: u32,
    at: usize,
    length: usize,
}

impl Runs {
    /// From a bin table; `entry` is the size of an entry in a page behind its positions: 1 for characters, 13
    /// for paragraphs.
    pub fn new(stream: &[u8], bins: &[u8], entry: usize) -> Runs {
        let mut runs = vec![];
        let mut seen = HashSet::new();
        for (_, _, number) in plc(bins, 4) {
            let page = (u32_at(number, 0).unwrap_or(0) & 0x003F_FFFF) as usize * 512;
            // A page that stands there twice would only be read twice.
            let Some(bytes) = part(stream, page, 512).filter(|_| seen.insert(page)) else {
                continue;
            };
            let count = usize::from(bytes[511]);
            for at in 0..count {
                let range = u32_at(bytes, at * 4).zip(u32_at(bytes, at * 4 + 4));
                let offset = bytes
                    .get((count + 1) * 4 + at * entry)
                    .map(|&offset| usize::from(offset) * 2);
                let (Some((start, end)), Some(offset)) = (range, offset) else {
                    break;
                };
                let (skip, length) = match (offset, bytes.get(offset), bytes.get(offset + 1)) {
                    (0, ..) => (0, 0),
                    (_, Some(&length), _) if entry == 1 => (1, usize::from(length)),
                    (_, Some(0), Some(&length)) => (2, usize::from(length) * 2),
                    (_, Some(&length), _) => (1, (usize::from(length) * 2).saturating_sub(1)),
                    _ => (0, 0),
                };
                runs.push(Run {
                    start,
                    end,
                    at: page + offset + skip,
                    length,
                });
            }
        }
        runs.sort_by_key(|run| run.start);
        Runs { runs }
    }

    /// The changes for a byte of the main stream, and the byte where they end.
    pub fn at<'s>(&self, stream: &'s [u8], byte: u32) -> (&'s [u8], u32) {
        let behind = self.runs.partition_point(|run| run.start <= byte);
        let next = self.runs.get(behind).map_or(u32::MAX, |run| run.start);
        let run = behind
            .checked_sub(1)
            .and_then(|at| self.runs.get(at))
            .filter(|run| byte < run.end);
        match run {
            Some(run) => (
                part(stream, run.at, run.length).unwrap_or_default(),
                run.end.min(next),
            ),
            None => (&[], next),
        }
    }
}

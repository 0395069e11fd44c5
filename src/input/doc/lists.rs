//! The lists of a .doc: definitions (LST), the ways they are used (LFO), and the numbers reached so far.

use super::bytes::{part, u16_at, u32_at};
use crate::input::numbering::{Counters, LEVELS, Level, NumberFormat};
use std::collections::{HashMap, HashSet};

/// All lists, with their counters.
#[derive(Debug, Default)]
pub struct Lists {
    lists: HashMap<u32, List>,
    uses: Vec<Use>,
    counters: Counters<u32>,
    used: HashSet<(u16, usize)>,
}

#[derive(Debug, Default)]
struct List {
    levels: Vec<Level>,
    /// The styles of the levels, 0xFFF where there is none.
    styles: Vec<u16>,
}

#[derive(Debug, Default)]
struct Use {
    list: u32,
    levels: HashMap<usize, Level>,
    starts: HashMap<usize, u32>,
}

impl Lists {
    /// From the table stream: where the definitions and their uses start.
    pub fn new(table: &[u8], definitions: usize, length: usize, uses: &[u8], uses_at: usize) -> Lists {
        let mut lists = Lists::default();
        lists.read_definitions(table, definitions, length);
        lists.read_uses(table, uses, uses_at);
        lists
    }

    /// The label of the next paragraph of a list. `level` may be missing when a style brings the list: then it
    /// is the level that names the style.
    pub fn label(&mut self, list: u16, level: Option<u8>, style: u16) -> String {
        let Some(used) = usize::from(list).checked_sub(1).and_then(|at| self.uses.get(at)) else {
            return String::new();
        };
        let Some(definition) = self.lists.get(&used.list) else {
            return String::new();
        };
        let linked = || definition.styles.iter().position(|&linked| linked == style);
        let depth = level
            .map(usize::from)
            .or_else(linked)
            .unwrap_or(0)
            .min(LEVELS - 1);
        let mut levels = definition.levels.clone();
        for (&at, level) in &used.levels {
            if let Some(slot) = levels.get_mut(at) {
                *slot = level.clone();
            }
        }
        let is_first = self.used.insert((list, depth));
        let start = used.starts.get(&depth).copied().filter(|_| is_first);
        self.counters.next(used.list, &levels, depth, start)
    }

    fn read_definitions(&mut self, table: &[u8], at: usize, length: usize) {
        const SIZE: usize = 28;
        let count = usize::from(u16_at(table, at).unwrap_or(0));
        // The levels stand behind all definitions, outside of what the length counts.
        let mut levels_at = at + 2 + count * SIZE;
        if length < 2 {
            return;
        }
        for index in 0..count {
            let Some(header) = part(table, at + 2 + index * SIZE, SIZE) else {
                return;
            };
            let is_simple = header[26] & 1 != 0;
            let mut list = List {
                styles: (0..LEVELS)
                    .filter_map(|level| u16_at(header, 8 + level * 2))
                    .collect(),
                ..List::default()
            };
            for depth in 0..if is_simple { 1 } else { LEVELS } {
                let Some((level, size)) = level_at(table, levels_at, depth) else {
                    break;
                };
                list.levels.push(level);
                levels_at += size;
            }
            self.lists.insert(u32_at(header, 0).unwrap_or(0), list);
        }
    }

    fn read_uses(&mut self, table: &[u8], uses: &[u8], uses_at: usize) {
        const SIZE: usize = 16;
        let count = u32_at(uses, 0).unwrap_or(0) as usize;
        let count = count.min(uses.len() / SIZE);
        let mut data_at = uses_at + 4 + count * SIZE;
        for index in 0..count {
            let Some(header) = part(uses, 4 + index * SIZE, SIZE) else {
                return;
            };
            let mut used = Use {
                list: u32_at(header, 0).unwrap_or(0),
                ..Use::default()
            };
            data_at += 4;
            for _ in 0..header[12] {
                let (Some(start), Some(flags)) = (u32_at(table, data_at), u32_at(table, data_at + 4)) else {
                    break;
                };
                data_at += 8;
                let depth = (flags & 0xF) as usize;
                if flags & 0x10 != 0 {
                    used.starts.insert(depth, start);
                }
                if flags & 0x20 != 0
                    && let Some((level, size)) = level_at(table, data_at, depth)
                {
                    if flags & 0x10 != 0 {
                        used.starts.insert(depth, level.start);
                    }
                    used.levels.insert(depth, level);
                    data_at += size;
                }
            }
            self.uses.push(used);
        }
    }
}

/// A level and its size in bytes.
fn level_at(table: &[u8], at: usize, depth: usize) -> Option<(Level, usize)> {
    let header = part(table, at, 28)?;
    let properties = usize::from(header[24]) + usize::from(header[25]);
    let text_at = at + 28 + properties;
    let length = usize::from(u16_at(table, text_at)?);
    let units: Vec<u16> = (0..length)
        .map_while(|unit| u16_at(table, text_at + 2 + unit * 2))
        .collect();
    // Numbers below 9 stand for the numbers of the levels.
    let mut text = String::new();
    for c in char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{FFFD}')) {
        match c {
            '\0'..='\x08' => text.extend(['%', char::from(b'1' + c as u8)]),
            c => text.push(c),
        }
    }
    let flags = header[5];
    let level = Level {
        start: u32_at(header, 0)?,
        format: NumberFormat::from_nfc(u16::from(header[4])),
        text,
        is_legal: flags & 0x04 != 0,
        has_gap: header[15] != 2,
        restarts_below: if flags & 0x08 != 0 {
            usize::from(header[26]).min(depth)
        } else {
            depth
        },
    };
    Some((level, 28 + properties + 2 + length * 2))
}

//! The list tables of an RTF file, for files whose writer left the finished labels out.

use crate::input::numbering::{Counters, LEVELS, Level, NumberFormat};
use std::collections::{HashMap, HashSet};

/// Lists and their uses, filled while the tables are read, then asked for labels.
#[derive(Debug, Default)]
pub struct Lists {
    lists: HashMap<i32, Vec<Level>>,
    uses: HashMap<i32, Use>,
    open: Vec<Level>,
    open_use: Use,
    counters: Counters<i32>,
    used: HashSet<(i32, usize)>,
}

#[derive(Debug, Default, Clone)]
struct Use {
    list: i32,
    level: usize,
    starts: HashMap<usize, u32>,
    is_override: bool,
}

impl Lists {
    /// A control word inside one of the tables.
    pub fn word(&mut self, name: &str, number: i32) {
        let value = u32::try_from(number).unwrap_or(0);
        if name == "levelstartat" && self.open_use.is_override {
            let level = self.open_use.level.saturating_sub(1);
            self.open_use.starts.insert(level, value);
            return;
        }
        match name {
            "list" => self.open.clear(),
            "listlevel" if self.open.len() < LEVELS => self.open.push(Level {
                text: String::new(),
                has_gap: true,
                ..Level::at(self.open.len())
            }),
            "listoverride" => self.open_use = Use::default(),
            "lfolevel" => {
                self.open_use.level += 1;
                self.open_use.is_override = true;
            }
            "listid" if self.open_use.list == 0 && !self.open.is_empty() => {
                self.lists.insert(number, std::mem::take(&mut self.open));
            }
            "listid" => self.open_use.list = number,
            "ls" => {
                let mut done = std::mem::take(&mut self.open_use);
                done.is_override = false;
                self.uses.insert(number, done);
            }
            _ => {}
        }
        let depth = self.open.len().saturating_sub(1);
        let Some(level) = self.open.last_mut() else {
            return;
        };
        match name {
            "levelnfc" | "levelnfcn" => level.format = NumberFormat::from_nfc(value as u16),
            "levelstartat" => level.start = value,
            "levelfollow" => level.has_gap = number != 2,
            "levellegal" => level.is_legal = number != 0,
            "levelnorestart" => level.restarts_below = if number != 0 { 0 } else { depth },
            _ => {}
        }
    }

    /// The text of the level that was opened last: its length as a character, the text with the levels'
    /// numbers as control characters, a semicolon.
    pub fn level_text(&mut self, text: &str) {
        let Some(level) = self.open.last_mut() else {
            return;
        };
        let text = text.strip_suffix(';').unwrap_or(text);
        let mut characters = text.chars();
        characters.next();
        level.text.clear();
        for c in characters {
            match c {
                '\0'..='\x08' => level.text.extend(['%', char::from(b'1' + c as u8)]),
                c => level.text.push(c),
            }
        }
    }

    /// The label of the next paragraph of a list.
    pub fn label(&mut self, list: i32, depth: usize) -> String {
        let Some(used) = self.uses.get(&list) else {
            return String::new();
        };
        let Some(levels) = self.lists.get(&used.list) else {
            return String::new();
        };
        let is_first = self.used.insert((list, depth));
        let start = used.starts.get(&depth).copied().filter(|_| is_first);
        self.counters.next(used.list, levels, depth, start)
    }
}

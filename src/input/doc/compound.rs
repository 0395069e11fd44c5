//! The compound file around a .doc: a small file system with chains of sectors.

use super::bytes::{part, u16_at, u32_at};
use std::collections::HashMap;

/// Chain ends and free sectors are numbers from here on.
const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// Streams of the top folder, by name.
pub struct Compound<'b> {
    bytes: &'b [u8],
    sector_size: usize,
    table: Vec<u32>,
    mini_table: Vec<u32>,
    mini_stream: Vec<u8>,
    mini_cutoff: usize,
    entries: HashMap<String, (u32, usize)>,
}

impl<'b> Compound<'b> {
    /// Reads the tables and the directory; `None` where even these are broken.
    pub fn open(bytes: &'b [u8]) -> Option<Compound<'b>> {
        let shift = u16_at(bytes, 30)?;
        if !(7..=16).contains(&shift) {
            return None;
        }
        let mut file = Compound {
            bytes,
            sector_size: 1 << shift,
            table: vec![],
            mini_table: vec![],
            mini_stream: vec![],
            mini_cutoff: u32_at(bytes, 56)? as usize,
            entries: HashMap::new(),
        };
        file.table = file.sector_table();
        let directory = file.chain(u32_at(bytes, 48)?, usize::MAX);
        file.mini_table = numbers(&file.chain(u32_at(bytes, 60)?, usize::MAX));
        let root = part(&directory, 0, 128)?;
        file.mini_stream = file.chain(u32_at(root, 116)?, u32_at(root, 120)? as usize);
        file.entries = top_entries(&directory);
        Some(file)
    }

    /// The content of a stream; as much as there is where its chain is broken.
    pub fn stream(&self, name: &str) -> Option<Vec<u8>> {
        let &(start, size) = self.entries.get(&name.to_ascii_lowercase())?;
        if size >= self.mini_cutoff {
            return Some(self.chain(start, size));
        }
        Some(self.mini_chain(start, size))
    }

    fn sector(&self, number: u32) -> Option<&'b [u8]> {
        let start = (number as usize).checked_add(1)?.checked_mul(self.sector_size)?;
        let rest = self.bytes.get(start..).filter(|rest| !rest.is_empty())?;
        // The last sector of a file that was cut off.
        Some(rest.get(..self.sector_size).unwrap_or(rest))
    }

    fn sector_table(&self) -> Vec<u32> {
        let most = self.bytes.len() / self.sector_size + 1;
        let mut sectors: Vec<u32> = (0..109)
            .filter_map(|at| u32_at(self.bytes, 76 + at * 4))
            .collect();
        let mut next = u32_at(self.bytes, 68).unwrap_or(u32::MAX);
        let mut steps = 0;
        while let Some(more) = self.sector(next).filter(|_| next < LAST_SECTOR && steps < most) {
            let mut more = numbers(more);
            next = more.pop().unwrap_or(u32::MAX);
            sectors.extend(more);
            steps += 1;
        }
        sectors.truncate(most);
        let mut table = vec![];
        for sector in sectors.into_iter().filter(|sector| *sector < LAST_SECTOR) {
            table.extend(self.sector(sector).map(numbers).unwrap_or_default());
        }
        table
    }

    fn chain(&self, start: u32, size: usize) -> Vec<u8> {
        let size = size.min(self.bytes.len());
        let mut out = vec![];
        let mut next = start;
        // A chain can have no more sectors than the file, or it goes round in circles.
        while let Some(sector) = self.sector(next).filter(|_| out.len() < size) {
            out.extend_from_slice(sector);
            next = self.table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        out.truncate(size);
        out
    }

    fn mini_chain(&self, start: u32, size: usize) -> Vec<u8> {
        let mut out = vec![];
        let mut next = start;
        while out.len() < size {
            let at = (next as usize).saturating_mul(64);
            let Some(rest) = self.mini_stream.get(at..).filter(|rest| !rest.is_empty()) else {
                break;
            };
            out.extend_from_slice(rest.get(..64).unwrap_or(rest));
            next = self.mini_table.get(next as usize).copied().unwrap_or(u32::MAX);
        }
        out.truncate(size);
        out
    }
}

/// The files next to each other in the top folder; a document inside the document has its own.
fn top_entries(directory: &[u8]) -> HashMap<String, (u32, usize)> {
    let mut found = HashMap::new();
    let mut seen = vec![false; directory.len() / 128];
    let mut waiting = vec![u32_at(directory, 76).unwrap_or(u32::MAX)];
    while let Some(number) = waiting.pop() {
        match seen.get_mut(number as usize) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        let Some(entry) = part(directory, number as usize * 128, 128) else {
            continue;
        };
        waiting.extend([68, 72].into_iter().filter_map(|at| u32_at(entry, at)));
        let length = usize::from(u16_at(entry, 64).unwrap_or(0))
            .saturating_sub(2)
            .min(62);
        let units: Vec<u16> = (0..length / 2).filter_map(|at| u16_at(entry, at * 2)).collect();
        let name = String::from_utf16_lossy(&units).to_ascii_lowercase();
        if let (Some(start), Some(size)) = (u32_at(entry, 116), u32_at(entry, 120)) {
            found.entry(name).or_insert((start, size as usize));
        }
    }
    found
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    (0..bytes.len() / 4)
        .filter_map(|at| u32_at(bytes, at * 4))
        .collect()
}

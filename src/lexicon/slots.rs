//! A table of words by their first or last characters: what makes looking up a word of a long list cost little, and
//! finding that there is none nearly nothing.

use crate::text::width;
use std::borrow::Cow;

/// Rows in slots, by the characters that they are looked up by.
pub(super) struct Slots<'w, V> {
    /// Inside a slot the longer words first.
    pub(super) rows: Vec<Row<'w, V>>,
    /// Where each slot's rows start, and last where all end.
    starts: Vec<u16>,
    /// A bit for each key that rows may have: all that is looked at where a text has none of the words, and so many
    /// bits that most such places are told from the others.
    taken: Vec<u64>,
    /// How far the product of a key is shifted down to its slot, and to its bit.
    shifts: (u32, u32),
    /// By how much of a head a place is told before rows are looked at: by one character where some row has no more.
    seen: u64,
}

/// A row is looked up by its first two Chinese characters, by its first one where it has no more, or by its first
/// byte where that is ASCII.
const ONE: u64 = 0xFF_FFFF;
const TWO: u64 = 0xFFFF_FFFF_FFFF;

/// The key of a head, spread over all 64 bits.
fn spread(head: u64, mask: u64) -> u64 {
    let mask = if head & 0x80 == 0 { 0xFF } else { mask };
    (head & mask).wrapping_mul(SPREAD)
}

const SPREAD: u64 = 0x9E37_79B9_7F4A_7C15;

pub(super) struct Row<'w, V> {
    /// The eight bytes by which it is compared first, and which of them belong to the word.
    head: u64,
    mask: u64,
    pub(super) word: Cow<'w, str>,
    pub(super) value: V,
}

impl<V> Row<'_, V> {
    fn fits(&self, head: u64) -> bool {
        head & self.mask == self.head
    }

    /// Which characters it is looked up by.
    fn key_mask(&self) -> u64 {
        if self.word.len() < 6 { ONE } else { TWO }
    }

    /// Whether the first eight bytes are all of it.
    pub(super) fn is_short(&self) -> bool {
        self.word.len() <= 8
    }
}

impl<'w, V> Slots<'w, V> {
    pub(super) fn new(
        rows: impl IntoIterator<Item = (impl Into<Cow<'w, str>>, V)>,
        head: fn(&[u8]) -> u64,
    ) -> Slots<'w, V> {
        let of_word = |(word, value): (Cow<'w, str>, V)| Row {
            head: head(word.as_bytes()),
            mask: bytes_mask(word.len()),
            word,
            value,
        };
        let rows = rows.into_iter().map(|(word, value)| (word.into(), value));
        let mut rows: Vec<Row<'w, V>> = rows.map(of_word).collect();
        rows.retain(|row| !row.word.is_empty());
        let is_short = |row: &Row<'w, V>| row.key_mask() == ONE;
        let seen = if rows.iter().any(is_short) { ONE } else { TWO };
        let slots = rows.len().next_power_of_two().max(2);
        let bits = (64 * slots).clamp(64, 1 << 15).max(16 * slots);
        let shifts = (64 - slots.ilog2(), 64 - bits.ilog2());
        let slot = |row: &Row<'w, V>| (spread(row.head, row.key_mask()) >> shifts.0) as usize;
        // Numbers are sorted, not rows: the slot, the longer words first, of equal words the first.
        let place = |(at, row): (usize, &Row<'w, V>)| {
            let shorter = 0xFFFF - row.word.len().min(0xFFFF);
            (slot(row) as u64) << 48 | (shorter as u64) << 32 | at as u64
        };
        let mut order: Vec<u64> = rows.iter().enumerate().map(place).collect();
        order.sort_unstable();
        let mut unsorted: Vec<Option<Row<'w, V>>> = rows.into_iter().map(Some).collect();
        let row = |place: u64| unsorted.get_mut(place as u32 as usize).and_then(Option::take);
        let rows: Vec<Row<'w, V>> = order.into_iter().filter_map(row).collect();
        let mut starts = vec![0; slots + 1];
        let mut taken = vec![0; bits / 64];
        for row in &rows {
            starts[slot(row) + 1] += 1;
            for mask in [row.key_mask(), seen] {
                let bit = (spread(row.head, mask) >> shifts.1) as usize;
                taken[bit / 64] |= 1 << (bit % 64);
            }
        }
        for slot in 0..slots {
            starts[slot + 1] += starts[slot];
        }
        Slots {
            rows,
            starts,
            taken,
            shifts,
            seen,
        }
    }

    /// Whether a text with this head may start with a row.
    #[inline]
    pub(super) fn may_have(&self, head: u64) -> bool {
        self.is_taken(spread(head, self.seen))
    }

    /// The rows that a text with this head may start with, the longer ones first.
    pub(super) fn of(&self, head: u64) -> impl Iterator<Item = &Row<'w, V>> {
        let two = self.slot(head, TWO).iter().filter(|row| row.key_mask() == TWO);
        let one = if self.seen == ONE {
            self.slot(head, ONE)
        } else {
            &[]
        };
        let rows = two.chain(one.iter().filter(|row| row.key_mask() == ONE));
        rows.filter(move |row| row.fits(head))
    }

    fn slot(&self, head: u64, mask: u64) -> &[Row<'w, V>] {
        let key = spread(head, mask);
        if !self.is_taken(key) {
            return &[];
        }
        let slot = (key >> self.shifts.0) as usize;
        &self.rows[self.starts[slot].into()..self.starts[slot + 1].into()]
    }

    #[inline]
    fn is_taken(&self, key: u64) -> bool {
        let bit = (key >> self.shifts.1) as usize;
        self.taken[bit / 64] >> (bit % 64) & 1 == 1
    }

    /// The next place from `at` on with rows. Kept out of its callers, so that the loop stays in registers.
    #[inline(never)]
    pub(super) fn seek(&self, bytes: &[u8], at: usize) -> Option<usize> {
        let mut rest = bytes.get(at..)?;
        loop {
            // Chinese characters mostly follow Chinese characters: neither their length nor what is looked at of
            // them need be computed.
            while let (Some(chunk), [0xE0..=0xEF, _, _, behind @ ..]) = (rest.first_chunk(), rest) {
                if self.is_taken((u64::from_le_bytes(*chunk) & self.seen).wrapping_mul(SPREAD)) {
                    return Some(bytes.len() - rest.len());
                }
                rest = behind;
            }
            let first = *rest.first()?;
            if self.may_have(head(rest)) {
                return Some(bytes.len() - rest.len());
            }
            rest = rest.get(width(first)..)?;
        }
    }
}

/// A mask of the lowest bytes.
pub(super) fn bytes_mask(count: usize) -> u64 {
    u64::MAX
        .checked_shr(64_u32.saturating_sub(8 * count as u32))
        .unwrap_or(0)
}

/// The first eight bytes, the very first one lowest; zeros where the text is shorter.
pub(super) fn head(bytes: &[u8]) -> u64 {
    match bytes.first_chunk() {
        Some(&chunk) => u64::from_le_bytes(chunk),
        None => short(bytes),
    }
}

/// The last eight bytes, the very last one lowest.
pub(super) fn tail(bytes: &[u8]) -> u64 {
    match bytes.last_chunk() {
        Some(&chunk) => u64::from_be_bytes(chunk),
        None => short(bytes).swap_bytes() >> (64 - 8 * bytes.len() as u32).min(63),
    }
}

/// Fewer than eight bytes, the first one lowest: read in two overlapping steps, because most of what is looked up
/// in the middle of a phrase is short.
fn short(bytes: &[u8]) -> u64 {
    let length = bytes.len() as u32;
    match (bytes.first_chunk(), bytes.last_chunk()) {
        (Some(&first), Some(&last)) => {
            u64::from(u32::from_le_bytes(first)) | u64::from(u32::from_le_bytes(last)) << (8 * length - 32)
        }
        _ => bytes
            .iter()
            .rev()
            .fold(0, |head, &byte| head << 8 | u64::from(byte)),
    }
}

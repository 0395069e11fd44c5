//! Little-endian numbers at a place that may not exist.

/// Two bytes.
pub fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    let part = bytes.get(at..at.checked_add(2)?)?;
    Some(u16::from_le_bytes(part.try_into().ok()?))
}

/// Four bytes.
pub fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    let part = bytes.get(at..at.checked_add(4)?)?;
    Some(u32::from_le_bytes(part.try_into().ok()?))
}

/// A part of the bytes by its start and length.
pub fn part(bytes: &[u8], at: usize, length: usize) -> Option<&[u8]> {
    bytes.get(at..at.checked_add(length)?)
}

/// A PLC: n + 1 positions, then n entries of `size` bytes. Gives each entry with the range it stands for.
pub fn plc(bytes: &[u8], size: usize) -> impl Iterator<Item = (u32, u32, &[u8])> {
    let count = bytes.len().saturating_sub(4) / (4 + size);
    (0..count).filter_map(move |at| {
        let entry = part(bytes, (count + 1) * 4 + at * size, size)?;
        Some((u32_at(bytes, at * 4)?, u32_at(bytes, at * 4 + 4)?, entry))
    })
}

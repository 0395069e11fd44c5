//! Whether a name is a known law's name with a slip in it.

use super::{Law, Table};

/// Kinds of documents. Another kind is another document, never a slip.
const KINDS: &[&str] = &[
    "条例", "规定", "办法", "规则", "细则", "决定", "纲要", "法典", "法",
];

/// What becomes of a kind when a wrong character is typed.
const GARBLED: &[(&str, &str)] = &[
    ("条列", "条例"),
    ("条利", "条例"),
    ("条历", "条例"),
    ("条倒", "条例"),
    ("修例", "条例"),
    ("条例例", "条例"),
    ("办发", "办法"),
    ("办法法", "办法"),
    ("规订", "规定"),
    ("规定定", "规定"),
    ("细侧", "细则"),
];

/// From this many characters on two slips are allowed: a name this long is not another one by chance.
const LONG: usize = 12;

/// The one law that the name was meant to be. None for known names, for names that are like none, and for
/// names that are like several.
pub fn meant<'t>(table: &'t Table, bare: &str) -> Option<&'t Law> {
    if table.knows(bare) {
        return None;
    }
    if let Some(mended) = mend_kind(bare) {
        let letters: Vec<char> = mended.chars().collect();
        return table.laws.iter().find(|law| law.letters == letters);
    }
    let kind = KINDS.iter().find(|kind| bare.ends_with(**kind))?;
    let letters: Vec<char> = bare.chars().collect();
    let mut found: Option<&Law> = None;
    for law in table.alike(&letters) {
        if law.letters.len().abs_diff(letters.len()) > 2 || !is_slip(table, law, &letters) {
            continue;
        }
        let name: String = law.letters.iter().collect();
        if KINDS.iter().find(|kind| name.ends_with(**kind)) != Some(kind) {
            continue;
        }
        if found.is_some() {
            return None;
        }
        found = Some(law);
    }
    found
}

fn mend_kind(bare: &str) -> Option<String> {
    let (wrong, right) = GARBLED.iter().find(|(wrong, _)| bare.ends_with(wrong))?;
    Some(format!("{}{right}", bare.strip_suffix(wrong)?))
}

/// Whether one stretch of at most two characters differs, in a way that typing makes and another name does not.
fn is_slip(table: &Table, law: &Law, written: &[char]) -> bool {
    let right = &law.letters;
    let local = !law.place.is_empty();
    if local && !written.starts_with(&law.place.chars().collect::<Vec<_>>()) {
        return false;
    }
    let front = right.iter().zip(written).take_while(|(a, b)| a == b).count();
    let most = right.len().min(written.len()) - front;
    let back = right
        .iter()
        .rev()
        .zip(written.iter().rev())
        .take(most)
        .take_while(|(a, b)| a == b)
        .count();
    let (meant, typed) = (
        &right[front..right.len() - back],
        &written[front..written.len() - back],
    );
    let length = right.len().min(written.len());
    let junk = || is_junk(table, written, front, typed.len());
    match (meant, typed) {
        // 暂行 and 试行 are left out in speech; that is no slip worth a warning.
        (['暂' | '试', '行'], []) => false,
        // Swapped characters.
        ([a, b], [c, d]) if a == d && b == c => length >= 5,
        // One character missing, one too many, one wrong.
        ([_], []) | ([], [_]) | ([_], [_]) if length >= LONG && !local => true,
        ([_], []) | ([], [_]) => length >= if local { 8 } else { 5 } && junk(),
        ([_], [_]) => length >= if local { 8 } else { 5 } && junk(),
        // Two, in names so long that they cannot be others.
        ([_, _], []) | ([], [_, _]) | ([_, _], [_, _]) => length >= 2 * LONG - 4 && !local,
        _ => false,
    }
}

/// Whether what was typed makes pairs of characters that no law's name has: a slip leaves no word behind, another
/// law's name does.
fn is_junk(table: &Table, written: &[char], at: usize, typed: usize) -> bool {
    let from = at.saturating_sub(1);
    let until = (at + typed + 1).min(written.len());
    let stretch = written.get(from..until).unwrap_or_default();
    stretch.windows(2).all(|pair| !table.has_pair(pair[0], pair[1]))
}

//! The texts that all peers read.

#![forbid(unsafe_op_in_unsafe_fn)]

use std::path::Path;

/// The made-up reports of the tests, without their marks.
pub fn reports() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/reports");
    texts_of(&folder)
        .iter()
        .filter_map(|source| Some(without_marks(source.split_once("\n===\n")?.1) + "\n"))
        .collect()
}

/// The real reports of the folder that `FAJING_CORPUS` names.
pub fn corpus() -> Option<Vec<String>> {
    let folder = std::env::var_os("FAJING_CORPUS")?;
    Some(texts_of(Path::new(&folder)))
}

fn texts_of(folder: &Path) -> Vec<String> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|suffix| suffix == "txt"))
        .collect();
    files.sort();
    let read = |path| std::fs::read_to_string(path).ok();
    files.iter().filter_map(read).collect()
}

/// The longest of some texts.
pub fn longest(texts: &[String]) -> String {
    texts
        .iter()
        .max_by_key(|text| text.len())
        .cloned()
        .unwrap_or_default()
}

/// Reports repeated or cut to about so many bytes, ending with a whole line.
pub fn of_size(reports: &str, bytes: usize) -> String {
    let mut text = reports.repeat(bytes.div_ceil(reports.len()));
    let end = text
        .char_indices()
        .map(|(at, _)| at)
        .take_while(|&at| at <= bytes)
        .last()
        .unwrap_or(0);
    let line = text[..end].rfind('\n').map_or(end, |at| at + 1);
    text.truncate(line);
    text
}

/// Inputs that make a careless scanner quadratic, by name.
pub fn hostile(scale: usize) -> Vec<(&'static str, String)> {
    let reports = reports().concat().replace('\n', "");
    vec![
        ("digits in a row", "9".repeat(2_000 * scale)),
        ("一 in a row", "一".repeat(330_000 * scale)),
        ("opening brackets", "（".repeat(100_000 * scale)),
        ("one line of reports", of_size(&reports, 5_000_000 / 4 * scale)),
        ("numbers in a list", "12、".repeat(60_000 * scale)),
        ("units in a row", "12件".repeat(60_000 * scale)),
        ("results in a row", "胜诉5件，败诉3件，".repeat(10_000 * scale)),
        ("parts in a row", "其中维持4件、撤销2件，".repeat(10_000 * scale)),
        ("changes in a row", "比上年的10件减少2件，下降20%，".repeat(8_000 * scale)),
        ("announced counts in a row", "甲、乙两个方面".repeat(15_000 * scale)),
    ]
}

/// `⟦text|what it is⟧` becomes its text; marks may lie inside each other.
fn without_marks(source: &str) -> String {
    let mut text = String::new();
    let mut notes = 0_u32;
    for c in source.chars() {
        match c {
            '⟦' => {}
            '|' => notes = 1,
            '⟧' => notes = 0,
            _ if notes > 0 => {}
            _ => text.push(c),
        }
    }
    text
}

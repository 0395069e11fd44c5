//! Files of every format against the text that a correct reader gets from them.
//!
//! `tests/fixtures/X` has its text in `tests/fixtures/X.expected.txt`: a paragraph a line, `⏎` for a manual line
//! break, `[表]a|b` a table row, `[脚注]` a note. Where the folder of `FAJING_CORPUS` has `samples` beside it,
//! those files are read too.

use fajing::input::{ReadOptions, read};
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};

/// Least character similarity, and least share of expected paragraphs that are found.
const SIMILARITY: f64 = 0.995;
const FOUND: f64 = 0.98;
const FOUND_IN_PDF: f64 = 0.90;

/// The formats that are compared; archives have tests of their own.
const SUFFIXES: &[&str] = &["doc", "docx", "html", "mht", "odt", "ofd", "pdf", "rtf", "txt"];

#[test]
fn every_sample_reads_as_expected() {
    let mut files = files_with_expectation(&fixtures());
    if let Some(corpus) = std::env::var_os("FAJING_CORPUS") {
        let samples = Path::new(&corpus).join("../samples");
        if samples.is_dir() {
            files.extend(files_with_expectation(&samples));
        }
    }
    let mut table = format!("{:<40} {:>8} {:>8} {:>8}\n", "file", "chars", "paras", "numbers");
    let mut failures = Vec::new();
    for file in files {
        let name = file.file_name().unwrap().to_string_lossy().into_owned();
        let expected = std::fs::read_to_string(format!("{}.expected.txt", file.display())).unwrap();
        let bytes = std::fs::read(&file).unwrap();
        let document = match read(&name, &bytes, &ReadOptions::default()) {
            Ok(document) => document,
            Err(error) => {
                failures.push(format!("{name}: {error}"));
                continue;
            }
        };
        let score = Score::of(&document.text, &expected);
        table += &format!(
            "{name:<40} {:8.4} {:8.4} {:8.4}\n",
            score.similarity, score.found, score.numbered
        );
        let is_pdf = name.ends_with(".pdf");
        let least = if is_pdf { FOUND_IN_PDF } else { FOUND };
        let least_numbered = if is_pdf { FOUND_IN_PDF } else { 1.0 };
        if score.similarity < SIMILARITY || score.found < least || score.numbered < least_numbered {
            failures.push(format!("{name}: missing {:#?}", score.missing));
        }
    }
    eprintln!("{table}");
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures")
}

fn files_with_expectation(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .expect("the folder can be read")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| !path.to_string_lossy().ends_with(".expected.txt"))
        .filter(|path| {
            SUFFIXES
                .iter()
                .any(|suffix| path.extension().is_some_and(|own| own == *suffix))
        })
        .filter(|path| Path::new(&format!("{}.expected.txt", path.display())).exists())
        .collect();
    files.sort();
    files
}

struct Score {
    /// Twice the longest common subsequence by the lengths, of the characters without white space.
    similarity: f64,
    /// Share of the expected paragraphs that are a line of the text.
    found: f64,
    /// The same for those that begin with a number.
    numbered: f64,
    missing: Vec<String>,
}

impl Score {
    fn of(text: &str, expected: &str) -> Score {
        let got: Vec<String> = text.lines().map(bare).filter(|line| !line.is_empty()).collect();
        let want: Vec<String> = expected
            .lines()
            .map(bare)
            .filter(|line| !line.is_empty())
            .collect();
        let lines: HashSet<&String> = got.iter().collect();
        let missing: Vec<String> = want
            .iter()
            .filter(|line| !lines.contains(line))
            .cloned()
            .collect();
        let is_numbered =
            |line: &&String| line.starts_with(|c: char| "一二三四五六七八九十第(0123456789①②③④⑤".contains(c));
        let share = |missing: usize, of: usize| 1.0 - missing as f64 / of.max(1) as f64;
        Score {
            similarity: similarity(&got.concat(), &want.concat()),
            found: share(missing.len(), want.len()),
            numbered: share(
                missing.iter().filter(is_numbered).count(),
                want.iter().filter(is_numbered).count(),
            ),
            missing,
        }
    }
}

/// A line without white space, notation and bullets, and with one form for each width of a character.
fn bare(line: &str) -> String {
    let line = line.trim();
    let line = line
        .strip_prefix("[表]")
        .or(line.strip_prefix("[脚注]"))
        .unwrap_or(line);
    line.chars()
        .filter(|c| !fajing::text::is_blank(*c) && !matches!(c, '|' | '⏎' | '●' | '•' | '·' | '\u{AD}'))
        .map(|c| match c {
            '〇' | '○' => '零',
            '！'..='～' => char::from_u32(c as u32 - '！' as u32 + '!' as u32).unwrap_or(c),
            c => c,
        })
        .collect()
}

/// The bits of a row of the matrix of common subsequences are kept in words (Hyyrö 2004).
fn similarity(a: &str, b: &str) -> f64 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.is_empty() && b.is_empty() {
        return 1.0;
    }
    let words = a.len().div_ceil(64);
    let mut positions: HashMap<char, Vec<u64>> = HashMap::new();
    for (at, &c) in a.iter().enumerate() {
        positions.entry(c).or_insert_with(|| vec![0; words])[at / 64] |= 1 << (at % 64);
    }
    let none = vec![0; words];
    let mut row = vec![u64::MAX; words];
    for c in &b {
        let matches = positions.get(c).unwrap_or(&none);
        let mut carry = false;
        for (bits, matches) in row.iter_mut().zip(matches) {
            let common = *bits & matches;
            let (sum, first) = bits.overflowing_add(common);
            let (sum, second) = sum.overflowing_add(u64::from(carry));
            carry = first || second;
            *bits = sum | (*bits & !matches);
        }
    }
    let common = (0..a.len())
        .filter(|at| row[at / 64] >> (at % 64) & 1 == 0)
        .count();
    2.0 * common as f64 / (a.len() + b.len()) as f64
}

#[test]
fn similarity_is_one_for_equal_and_zero_for_foreign_texts() {
    assert_eq!(similarity("法治政府", "法治政府"), 1.0);
    assert_eq!(similarity("法治", "政府"), 0.0);
    assert_eq!(
        similarity(&"法治政府".repeat(40), &"法治政".repeat(40)),
        240.0 / 280.0
    );
}

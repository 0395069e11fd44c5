//! Broken files of every format: truncated, flipped, spliced, also inside compressed streams. Reading them and
//! analysing what was read must not panic, hang or eat the memory. The seeds are fixed, so a failure comes again.
//!
//! `FAJING_MUTATIONS` sets how many files are made; the full run has 20,000.

use fajing::input::{ReadOptions, entries, read};
use fajing::{Corrections, Profile, analyze};
use flate2::Compression;
use flate2::read::{ZlibDecoder, ZlibEncoder};
use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::time::{Duration, Instant};

/// Files made in a usual test run, which must stay short.
const USUAL: usize = 5_000;

/// Longest time for one file.
const LIMIT: Duration = Duration::from_secs(2);

#[test]
fn broken_files_end_with_a_document_or_a_message() {
    let files = originals();
    let count = std::env::var("FAJING_MUTATIONS").map_or(USUAL, |count| count.parse().expect("a number"));
    for seed in 0..count {
        let (name, bytes) = &files[seed % files.len()];
        let mut random = Random(seed as u64 ^ 0x9E37_79B9_7F4A_7C15);
        let inside = match random.below(2) {
            0 => inside_zip(bytes, &mut random).or_else(|| inside_pdf(bytes, &mut random)),
            _ => None,
        };
        let broken = inside.unwrap_or_else(|| mutated(bytes, &mut random));
        let start = Instant::now();
        let outcome = std::panic::catch_unwind(|| {
            let _ = entries(name, &broken);
            if let Ok(document) = read(name, &broken, &ReadOptions::default()) {
                let _ = analyze(document, &Profile::default(), &Corrections::default());
            }
        });
        let took = start.elapsed();
        assert!(outcome.is_ok(), "{name} with seed {seed} panicked");
        assert!(took < LIMIT, "{name} with seed {seed} took {took:?}");
    }
    assert!(peak_megabytes() < 600, "peak memory {} MB", peak_megabytes());
}

/// The fixtures, and the samples beside the corpus where there are any.
fn originals() -> Vec<(String, Vec<u8>)> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures");
    let mut folders = vec![fixtures.join("same"), fixtures];
    folders.extend(std::env::var_os("FAJING_CORPUS").map(|corpus| Path::new(&corpus).join("../samples")));
    let mut files: Vec<_> = folders
        .iter()
        .filter_map(|folder| std::fs::read_dir(folder).ok())
        .flatten()
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.is_file() && !path.to_string_lossy().ends_with(".expected.txt"))
        .map(|path| {
            let name = path
                .file_name()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            (name, std::fs::read(&path).expect("the file can be read"))
        })
        .collect();
    files.sort();
    files
}

/// xorshift64*: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D)
    }

    fn below(&mut self, limit: usize) -> usize {
        ((self.next() >> 33) as usize) % limit.max(1)
    }
}

fn mutated(bytes: &[u8], random: &mut Random) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    match random.below(4) {
        0 => bytes.truncate(random.below(bytes.len())),
        1 => {
            for _ in 0..=random.below(16) {
                let at = random.below(bytes.len());
                if let Some(byte) = bytes.get_mut(at) {
                    *byte ^= 1 << random.below(8);
                }
            }
        }
        2 => {
            let (from, length) = (random.below(bytes.len()), random.below(64));
            let piece = bytes[from..(from + length).min(bytes.len())].to_vec();
            let at = random.below(bytes.len());
            bytes.splice(at..at, piece);
        }
        _ => {
            let at = random.below(bytes.len());
            let end = (at + random.below(32)).min(bytes.len());
            bytes[at..end].fill_with(|| random.next() as u8);
        }
    }
    bytes
}

/// Unpacks a zip file, breaks one of its parts and packs it again.
fn inside_zip(bytes: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let broken = random.below(archive.len());
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let mut file = archive.by_index(index).ok()?;
        let mut content = Vec::new();
        file.read_to_end(&mut content).ok()?;
        if index == broken && !content.is_empty() {
            content = mutated(&content, random);
        }
        let name = file.name().ok()?.into_owned();
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .ok()?;
        writer.write_all(&content).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

/// Breaks what is packed in one stream of a PDF. What the new content leaves of the old bytes is ignored by whoever
/// unpacks it, so nothing moves and every object is still found.
fn inside_pdf(bytes: &[u8], random: &mut Random) -> Option<Vec<u8>> {
    let starts: Vec<_> = (0..bytes.len()).filter_map(|at| stream_at(bytes, at)).collect();
    let start = *starts.get(random.below(starts.len()))?;
    let mut decoder = ZlibDecoder::new(&bytes[start..]);
    let mut content = Vec::new();
    decoder.read_to_end(&mut content).ok().filter(|size| *size > 0)?;
    let room = decoder.total_in() as usize;
    content = mutated(&content, random);
    let mut packed = packed(&content);
    while packed.len() > room {
        content.truncate(content.len() * 7 / 8);
        packed = self::packed(&content);
    }
    let mut bytes = bytes.to_vec();
    bytes[start..start + packed.len()].copy_from_slice(&packed);
    Some(bytes)
}

/// Where the bytes of a stream begin whose keyword stands at `at`.
fn stream_at(bytes: &[u8], at: usize) -> Option<usize> {
    let content = bytes[at..].strip_prefix(b"stream")?;
    let line_end = content
        .iter()
        .take_while(|byte| matches!(byte, b'\r' | b'\n'))
        .count();
    (line_end > 0).then(|| bytes.len() - content.len() + line_end)
}

fn packed(content: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut encoder = ZlibEncoder::new(content, Compression::best());
    encoder.read_to_end(&mut packed).expect("memory can be read");
    packed
}

/// The most memory that this process has had; 0 where the system does not say.
fn peak_megabytes() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .map_or(0, |kilobytes| kilobytes / 1024)
}

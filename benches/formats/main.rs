//! Reading a file, without the analysis, beside what people would use for it: docx beside python-docx, PDF beside
//! `pdftotext`. Prints the best of several runs and the ratio.
//!
//! Both sides read a file from disk and give its text. python-docx is timed inside its process, after its imports.
//! `pdftotext` is a program: the time that it takes to print its version, its start, is taken off.

use fajing::input::{ReadOptions, read};
use std::io::{Cursor, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// Runs of which the best counts.
const RUNS: usize = 30;
/// How many times the kept report stands in the larger files: some 20 pages.
const TIMES: usize = 10;

fn main() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/same");
    let short = fixtures.join("report.docx");
    let long = folder.join("long.docx");
    std::fs::write(&long, repeated_docx(&short)).expect("the folder can be written");
    for file in [&short, &long] {
        row(file, "python-docx", python_docx(file));
    }
    for name in ["libreoffice.pdf", "chromium.pdf"] {
        let short = fixtures.join(name);
        let long = folder.join(name);
        let copies = std::iter::repeat_n(&short, TIMES);
        // One page is read in less time than a program takes to start.
        match run(Command::new("pdfunite").args(copies).arg(&long)) {
            Some(_) => row(&long, "pdftotext", pdftotext(&long)),
            None => row(&short, "pdftotext", None),
        }
    }
}

#[expect(clippy::print_stdout, reason = "the timings are the result")]
fn row(file: &Path, peer: &str, theirs: Option<Duration>) {
    let own = best(|| {
        let bytes = std::fs::read(file).expect("the file can be read");
        read("", &bytes, &ReadOptions::default())
            .map(drop)
            .expect("the file is fine");
        Some(())
    });
    let own = own.unwrap_or_default();
    let size = std::fs::metadata(file).map_or(0, |file| file.len()) / 1024;
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let place = format!("{name} ({size} kB)");
    match theirs {
        Some(theirs) => println!(
            "{place:<28} fajing {:>8.0} µs   {peer} {:>8.0} µs   {:>5.1} ×",
            own.as_secs_f64() * 1e6,
            theirs.as_secs_f64() * 1e6,
            theirs.as_secs_f64() / own.as_secs_f64()
        ),
        None => println!(
            "{place:<28} fajing {:>8.0} µs   {peer} is not installed",
            own.as_secs_f64() * 1e6
        ),
    }
}

fn best(act: impl Fn() -> Option<()>) -> Option<Duration> {
    (0..RUNS)
        .map(|_| {
            let begin = Instant::now();
            act().map(|()| begin.elapsed())
        })
        .min()
        .flatten()
}

/// `FAJING_PYTHON` names a Python that has python-docx.
fn python_docx(file: &Path) -> Option<Duration> {
    let python = std::env::var_os("FAJING_PYTHON")?;
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/formats/read_docx.py");
    let printed = run(Command::new(python).arg(script).arg(file))?;
    printed.trim().parse().ok().map(Duration::from_micros)
}

fn pdftotext(file: &Path) -> Option<Duration> {
    let timed = |arguments: &[PathBuf]| best(|| run(Command::new("pdftotext").args(arguments)).map(drop));
    let start = timed(&["-v".into()])?;
    let whole = timed(&["-layout".into(), file.into(), "-".into()])?;
    Some(whole.saturating_sub(start))
}

fn run(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The document with its body many times over.
fn repeated_docx(path: &Path) -> Vec<u8> {
    let bytes = std::fs::read(path).expect("the file can be read");
    let mut package = zip::ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..package.len() {
        let mut file = package.by_index(index).expect("an entry");
        let name = file.name().expect("a name").into_owned();
        let mut content = String::new();
        // What is no text (a preview picture) is left out.
        if file.read_to_string(&mut content).is_err() {
            continue;
        }
        if let (true, Some((head, rest))) = (name == "word/document.xml", content.split_once("<w:body>"))
            && let Some((body, tail)) = rest.split_once("<w:sectPr")
        {
            content = format!("{head}<w:body>{}<w:sectPr{tail}", body.repeat(TIMES));
        }
        writer
            .start_file(name, zip::write::SimpleFileOptions::default())
            .expect("memory");
        writer.write_all(content.as_bytes()).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

//! How fast a report is analysed, as a whole and stage by stage; `FAJING_CORPUS` adds real ones.

use criterion::{BatchSize, BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use fajing::text::Marks;
use fajing::{Corrections, Document, Profile, checks, figures, outline, relations};
use std::hint::black_box;
use std::path::Path;

/// A report of the usual length, in bytes.
const USUAL: usize = 20_000;

fn whole(criterion: &mut Criterion) {
    let made_up = made_up_reports();
    let usual = of_size(&made_up, USUAL);
    let mut texts = vec![("made-up, 1 report of 20 kB".to_string(), usual)];
    texts.extend(corpus());
    texts.push((
        "made-up, joined to 1 MB".to_string(),
        of_size(&made_up, 1_000_000),
    ));
    let mut group = criterion.benchmark_group("analyze");
    for (name, text) in &texts {
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::from_parameter(name), text, |bencher, text| {
            bencher.iter(|| fajing::analyze_text(black_box(text), "report.txt"));
        });
    }
    group.finish();
}

fn stages(criterion: &mut Criterion) {
    let text = of_size(&made_up_reports(), USUAL);
    let profile = Profile::default();
    let corrections = Corrections::default();
    let document = Document::from_text("report.txt", &text);
    let marks = Marks::of(&document.text);
    let outline = outline::build(&document, &profile, &corrections, &marks);
    let figures = figures::extract(&document, &outline, &marks);
    let relations = relations::find(&document, &outline, &figures, &marks);
    let context = checks::Context::new(&document, &outline, &figures, &relations, &profile, &marks);
    let mut group = criterion.benchmark_group("stages");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("document", |bencher| {
        bencher.iter(|| Document::from_text("report.txt", black_box(&text)));
    });
    group.bench_function("marks", |bencher| {
        bencher.iter(|| Marks::of(black_box(&document.text)))
    });
    group.bench_function("outline", |bencher| {
        bencher.iter(|| outline::build(black_box(&document), &profile, &corrections, &marks));
    });
    group.bench_function("figures", |bencher| {
        bencher.iter(|| figures::extract(black_box(&document), &outline, &marks));
    });
    group.bench_function("relations", |bencher| {
        bencher.iter(|| relations::find(black_box(&document), &outline, &figures, &marks));
    });
    group.bench_function("checks", |bencher| {
        bencher.iter(|| checks::run(black_box(&context)))
    });
    group.finish();
}

/// The reports of the tests, one behind the other, without their marks.
fn made_up_reports() -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/reports");
    let marked = texts_of(&folder);
    marked
        .iter()
        .filter_map(|(_, source)| source.split_once("\n===\n"))
        .map(|(_, text)| without_marks(text) + "\n")
        .collect()
}

fn corpus() -> Vec<(String, String)> {
    std::env::var_os("FAJING_CORPUS").map_or_else(Vec::new, |folder| texts_of(Path::new(&folder)))
}

fn texts_of(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap_or_else(|error| panic!("{}: {error}", folder.display()))
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|suffix| suffix == "txt"))
        .collect();
    files.sort();
    let named = files.iter().filter_map(|path| {
        let name = path.file_stem()?.to_string_lossy().into_owned();
        Some((name, std::fs::read_to_string(path).ok()?))
    });
    named.collect()
}

/// `⟦text|what it is⟧` becomes its text.
fn without_marks(source: &str) -> String {
    let mut text = String::new();
    let mut inside_note = false;
    for c in source.chars() {
        match c {
            '⟦' => {}
            '|' => inside_note = true,
            '⟧' => inside_note = false,
            _ if inside_note => {}
            _ => text.push(c),
        }
    }
    text
}

/// Repeated or cut to so many bytes at most, ending with a whole line; the browser's bench cuts the same.
fn of_size(text: &str, bytes: usize) -> String {
    let mut text = text.repeat(bytes.div_ceil(text.len()));
    let line_end = |text: &str| Some(text.get(..text.floor_char_boundary(bytes))?.rfind('\n')? + 1);
    text.truncate(line_end(&text).unwrap_or(0));
    text
}

/// With every check on, `analyze` takes at most half as long again as without any.
fn checks_on_and_off(criterion: &mut Criterion) {
    let text = of_size(&made_up_reports(), USUAL);
    let document = Document::from_text("report.txt", &text);
    let corrections = Corrections::default();
    let on = Profile::default();
    let off = Profile {
        off: checks::CHECKS
            .iter()
            .map(|check| check.code.to_string())
            .collect(),
        ..on.clone()
    };
    let mut group = criterion.benchmark_group("checks");
    group.throughput(Throughput::Bytes(text.len() as u64));
    for (name, profile) in [("on", &on), ("off", &off)] {
        group.bench_function(name, |bencher| {
            bencher.iter_batched(
                || document.clone(),
                |document| fajing::analyze(black_box(document), profile, &corrections),
                BatchSize::LargeInput,
            );
        });
    }
    group.finish();
}

criterion_group!(benches, whole, stages, checks_on_and_off);
criterion_main!(benches);

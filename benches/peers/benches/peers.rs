//! One criterion run: the whole of `fajing::analyze` beside programs that read less of the same text, then the cost
//! of long and of hostile texts. Prints tables with ratios.
//!
//! A report is mostly prose: real ones have 3 to 9 figures in 1,000 characters. The first text is a whole report of
//! that kind; the second, short reports joined, has five times as many and shows what figures cost. `FAJING_CORPUS`
//! adds the longest real report.
//!
//! `cargo bench --manifest-path benches/peers/Cargo.toml`; `-- --quick` for a first look.

use criterion::{BatchSize, Criterion, Throughput};
use fajing::{Corrections, Document, Profile, analyze};
use fajing_peers::{corpus, hostile, longest, of_size, reports};
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Every number with the unit behind it: what the simplest useful reader would look for.
const NUMBER_AND_UNIT: &str = "[近约超逾上]?(?:[0-9０-９]+(?:[,，.．][0-9０-９]+)*|[零〇一二两三四五六七八九十百千万亿几廿]+)\
    [余多来]?[百千万亿]*[余多]?\
    (?:人次|件次|家次|场次|批次|车次|辆次|艘次|户次|个工作日|个百分点|平方米|平方公里|公里|公顷|万元|亿元|\
    [个件次项场家名人份条起宗处户期篇部元吨米亩天批台辆艘套所座块幅本册张只头株倍成%％‰])(?:以上|左右|以下|以内)?";

/// A text that all read.
struct Sample {
    /// Names the group of the run.
    name: &'static str,
    /// What it is.
    is: &'static str,
    text: String,
}

/// What short reports are joined to, in bytes: as long as a long report.
const USUAL: usize = 20_000;
const LONG: usize = 10_000_000;

fn main() {
    let output = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/criterion");
    let mut criterion = Criterion::default()
        .output_directory(&output)
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(4))
        .without_plots()
        .configure_from_args();
    let made_up = reports();
    let joined = made_up.concat();
    let mut samples = vec![
        Sample {
            name: "whole",
            is: "the longest made-up report",
            text: longest(&made_up),
        },
        Sample {
            name: "dense",
            is: "made-up reports, joined",
            text: of_size(&joined, USUAL),
        },
    ];
    if let Some(real) = corpus() {
        samples.push(Sample {
            name: "real",
            is: "the longest real report",
            text: longest(&real),
        });
    }
    let long = of_size(&joined, LONG);
    for sample in &samples {
        peers(&mut criterion, sample);
    }
    lengths(&mut criterion, &long);
    for sample in &samples {
        println!("\n{}", peer_table(&output, sample));
    }
    println!("{}\n\n{}", length_line(&output, USUAL, &long), hostile_table());
    println!("the pattern of the regex pass:\n{NUMBER_AND_UNIT}");
}

fn peers(criterion: &mut Criterion, sample: &Sample) {
    let text = sample.text.as_str();
    let mut group = criterion.benchmark_group(sample.name);
    group.throughput(Throughput::Bytes(text.len() as u64));
    let document = Document::from_text("report.txt", text);
    let (profile, corrections) = (Profile::default(), Corrections::default());
    group.bench_function("analyze", |bencher| {
        bencher.iter_batched(
            || document.clone(),
            |document| analyze(black_box(document), &profile, &corrections),
            BatchSize::LargeInput,
        );
    });
    let pattern = regex::Regex::new(NUMBER_AND_UNIT).expect("the pattern is right");
    group.bench_function("regex", |bencher| {
        bencher.iter(|| pattern.find_iter(black_box(text)).count())
    });
    let jieba = jieba_rs::Jieba::new();
    group.bench_function("jieba", |bencher| {
        bencher.iter(|| {
            text.lines()
                .map(|line| jieba.tag(black_box(line), true).len())
                .sum::<usize>()
        });
    });
    group.sample_size(10);
    let locale = duckling::Locale::new(duckling::Lang::ZH, None);
    let context = duckling::Context::default();
    let options = duckling::Options::default();
    let kinds = [
        duckling::DimensionKind::Numeral,
        duckling::DimensionKind::AmountOfMoney,
        duckling::DimensionKind::Distance,
        duckling::DimensionKind::Volume,
        duckling::DimensionKind::Quantity,
    ];
    group.bench_function("duckling", |bencher| {
        bencher.iter(|| {
            let parse = |line| duckling::parse(black_box(line), &locale, &kinds, &context, &options).len();
            text.lines().map(parse).sum::<usize>()
        });
    });
    group.finish();
}

fn lengths(criterion: &mut Criterion, long: &str) {
    let mut group = criterion.benchmark_group("lengths");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(long.len() as u64));
    let document = Document::from_text("reports.txt", long);
    let (profile, corrections) = (Profile::default(), Corrections::default());
    group.bench_function("joined", |bencher| {
        bencher.iter_batched(
            || document.clone(),
            |document| analyze(black_box(document), &profile, &corrections),
            BatchSize::PerIteration,
        );
    });
    group.finish();
}

fn peer_table(output: &Path, sample: &Sample) -> String {
    let read = |name: &str| mean(&output.join(sample.name).join(name));
    let Some(own) = read("analyze") else {
        return "no estimates: criterion was run with a filter".into();
    };
    let bytes = sample.text.len();
    let report = fajing::analyze_text(&sample.text, "report.txt");
    let density = report.figures.len() as f64 * 1e3 / sample.text.chars().count() as f64;
    let mut table = format!(
        "{}: {bytes} bytes, {density:.1} figures in 1,000 characters\n{:<34}{:>9}{:>9}   fajing is\n",
        sample.is, "", "µs", "MB/s"
    );
    let rows = [
        ("fajing::analyze, all of it", "analyze"),
        ("one regex pass, number and unit", "regex"),
        ("jieba-rs, tagging", "jieba"),
        ("duckling, zh", "duckling"),
    ];
    for (label, name) in rows {
        let Some(time) = read(name) else { continue };
        table += &format!(
            "{label:<34}{:>9.1}{:>9.1}{:>9.2} ×\n",
            time / 1e3,
            bytes as f64 / time * 1e3,
            time / own
        );
    }
    table
}

fn length_line(output: &Path, short: usize, long: &str) -> String {
    let times = mean(&output.join("dense/analyze")).zip(mean(&output.join("lengths/joined")));
    times.map_or_else(String::new, |(own, joined)| {
        let (short, joined) = (own / short as f64, joined / long.len() as f64);
        format!(
            "per byte: {short:.2} ns at 20 kB, {joined:.2} ns at 10 MB of joined reports: {:.2} ×",
            joined / short
        )
    })
}

/// Criterion's mean in nanoseconds.
fn mean(folder: &Path) -> Option<f64> {
    let path: PathBuf = folder.join("new/estimates.json");
    let estimates: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(path).ok()?).ok()?;
    estimates["mean"]["point_estimate"].as_f64()
}

/// Twice and four times the input may take twice and four times as long.
fn hostile_table() -> String {
    let time = |text: &str| {
        let document = Document::from_text("hostile.txt", text);
        let start = Instant::now();
        black_box(analyze(document, &Profile::default(), &Corrections::default()));
        start.elapsed().as_secs_f64() * 1e3
    };
    let mut table = "hostile texts                  bytes        ms    four times as long\n".to_string();
    for ((name, once), (_, four)) in hostile(1).into_iter().zip(hostile(4)) {
        let (short, long) = (time(&once), time(&four));
        table += &format!(
            "{name:<26}{:>10}{short:>10.1}{long:>10.1} ({:.1} ×)\n",
            once.len(),
            long / short
        );
    }
    table
}

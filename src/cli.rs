//! The command line: arguments, files, exit status. Native only.
//!
//! Exit status: 0 every file was read and no finding is an error; 1 some finding is; 2 some file could not be
//! read or an argument is wrong. What went wrong with one file never stops the others. Nothing but results goes
//! to standard output.

mod files;
mod fix;

use crate::checks::{self, Check, Finding, Severity};
use crate::export::{self, csv::Table, words};
use crate::input::InputError;
use crate::{Corrections, Document, Profile, Report};
use clap::{Parser, Subcommand, ValueEnum};
use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

/// 法镜：分析法治政府建设年度报告的章节、数字与缺漏。文件只在本机处理。
#[derive(Parser)]
#[command(name = "fajing", version, about, disable_help_subcommand = true)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 分析文件、文件夹或标准输入（-）
    Check {
        /// 输出格式
        #[arg(long, value_enum, default_value_t = Format::Text)]
        format: Format,
        /// CSV 输出哪张表
        #[arg(long, value_enum, default_value_t = Table::Figures)]
        table: Table,
        /// 自定义规则（TOML），或内置画像的名称
        #[arg(long, value_name = "FILE.toml")]
        profile: Option<String>,
        /// 全部读完后再互相比对（如与往年雷同），结果并入检查结果
        #[arg(long)]
        compare: bool,
        /// 文件、文件夹，或 - 表示标准输入
        #[arg(required = true, value_name = "FILE|DIR|-")]
        inputs: Vec<PathBuf>,
    },
    /// 说明一项检查：为什么、依据、正反例
    Explain {
        /// 检查的代码，如 missing-item
        code: String,
    },
    /// 列出全部检查
    Checks,
    /// 显示可安全修正之处（残留标记、半角标点、重复的量词）；只显示，不改文件
    Fix {
        /// 以差异形式显示
        #[arg(long, required = true)]
        diff: bool,
        /// 文件、文件夹，或 - 表示标准输入
        #[arg(required = true, value_name = "FILE|DIR|-")]
        inputs: Vec<PathBuf>,
    },
    /// 打印 JSON 输出的 JSON Schema
    Schema,
    /// 打印内置规则（TOML，带注释），可另存修改后用 --profile 载入
    Profile,
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Text,
    Json,
    Csv,
    Md,
}

/// Some finding is an error.
const FOUND: u8 = 1;
/// Some file could not be read, or an argument is wrong.
const FAILED: u8 = 2;

/// Runs the command line with the process's arguments.
pub fn main() -> ExitCode {
    let mut out = anstream::stdout().lock();
    let status = match Arguments::parse().command {
        Command::Check {
            format,
            table,
            profile,
            compare,
            inputs,
        } => {
            let output = Output { format, table };
            check(&mut out, output, profile.as_deref(), compare, &inputs)
        }
        Command::Explain { code } => explain(&mut out, &code),
        Command::Checks => list_checks(&mut out),
        Command::Fix { inputs, .. } => fix::diff(&mut out, &inputs),
        Command::Schema => writeln!(out, "{}", export::json::JSON_SCHEMA.trim_end()).map(|()| 0),
        Command::Profile => writeln!(out, "{}", crate::profile::DEFAULT_TOML.trim_end()).map(|()| 0),
    };
    match status {
        Ok(status) => ExitCode::from(status),
        // The reader of a pipe went away: `fajing … | head` is no failure.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            complain(&format!("无法写出结果：{error}"));
            ExitCode::from(FAILED)
        }
    }
}

/// What is printed, and which table of it.
#[derive(Clone, Copy)]
struct Output {
    format: Format,
    table: Table,
}

fn check(
    out: &mut impl Write,
    output: Output,
    profile: Option<&str>,
    compare: bool,
    inputs: &[PathBuf],
) -> io::Result<u8> {
    let chosen = match profile.map(load_profile).transpose() {
        Ok(chosen) => chosen,
        Err(message) => {
            complain(&message);
            return Ok(FAILED);
        }
    };
    let mut status = 0;
    if matches!(output.format, Format::Csv) {
        write!(out, "{}", export::csv::header(output.table))?;
    }
    let outcomes = files::inputs(inputs).map(|input| {
        (
            input.name,
            input.document.map(|document| analyze(document, chosen.as_ref())),
        )
    });
    if compare {
        let profile = chosen.clone().unwrap_or_default();
        for outcome in compared(outcomes.collect(), &profile) {
            status = status.max(write_outcome(out, output, outcome)?);
        }
        return Ok(status);
    }
    // One at a time: what is printed can be piped on while the next file is read.
    for outcome in outcomes {
        status = status.max(write_outcome(out, output, outcome)?);
    }
    Ok(status)
}

type Outcome = (String, Result<Report, InputError>);

/// The same outcomes, with what was found between the reports.
fn compared(outcomes: Vec<Outcome>, profile: &Profile) -> Vec<Outcome> {
    let mut reports = Vec::new();
    let mut slots = Vec::new();
    for (name, outcome) in outcomes {
        slots.push((name, outcome.map(|report| reports.push(report))));
    }
    crate::report::compare(&mut reports, profile);
    let mut reports = reports.into_iter();
    let filled = slots.into_iter().filter_map(|(name, slot)| match slot {
        Ok(()) => Some((name, Ok(reports.next()?))),
        Err(error) => Some((name, Err(error))),
    });
    filled.collect()
}

/// Prints what became of one input; gives the exit status that it asks for.
fn write_outcome(out: &mut impl Write, output: Output, (name, outcome): Outcome) -> io::Result<u8> {
    let status = match outcome {
        Ok(report) => {
            write_report(out, output, &report)?;
            let is_error = |finding: &Finding| finding.severity == Severity::Error;
            if report.findings.iter().any(is_error) {
                FOUND
            } else {
                0
            }
        }
        Err(error) => {
            write_failure(out, output.format, &name, &error)?;
            FAILED
        }
    };
    out.flush()?;
    Ok(status)
}

/// A built-in profile by its name, or a user's file.
fn load_profile(wanted: &str) -> Result<Profile, String> {
    if let Some(profile) = Profile::built_in(wanted) {
        return Ok(profile);
    }
    let text = std::fs::read_to_string(wanted).map_err(|error| {
        let names = crate::profile::BUILT_IN.join("、");
        format!("无法读取规则文件 {wanted}：应为 TOML 文件，或内置画像的名称（{names}），系统提示“{error}”。")
    })?;
    Profile::parse(&text).map_err(|error| format!("{wanted}：{error}"))
}

fn analyze(document: Document, chosen: Option<&Profile>) -> Report {
    let corrections = Corrections::default();
    match chosen {
        Some(profile) => crate::analyze(document, profile, &corrections),
        None => crate::analyze_fitting(document, &corrections),
    }
}

fn write_report(out: &mut impl Write, output: Output, report: &Report) -> io::Result<()> {
    match output.format {
        Format::Text => writeln!(out, "{}", export::text::report(report)),
        Format::Json => writeln!(out, "{}", export::json::to_line(report)),
        Format::Csv => write!(out, "{}", export::csv::rows(output.table, report)),
        Format::Md => writeln!(out, "{}", export::markdown::report(report)),
    }
}

fn write_failure(out: &mut impl Write, format: Format, name: &str, error: &InputError) -> io::Result<()> {
    if matches!(format, Format::Json) {
        let line = serde_json::to_string(&export::json::failure(name, error)).unwrap_or_default();
        return writeln!(out, "{line}");
    }
    complain(&format!("{name}：{error}"));
    Ok(())
}

fn explain(out: &mut impl Write, code: &str) -> io::Result<u8> {
    let Some(check) = checks::described().find(|check| check.code == code) else {
        complain(&format!(
            "没有代码为“{code}”的检查。`fajing checks` 列出全部代码。"
        ));
        return Ok(FAILED);
    };
    let Check {
        code,
        title,
        why,
        basis,
        bad,
        good,
        ..
    } = check;
    let (sign, word) = words::severity(check.severity);
    writeln!(out, "{code}  {sign} {word}  {title}\n")?;
    writeln!(out, "为什么\n{}\n\n依据\n  {basis}\n", indented(why))?;
    writeln!(
        out,
        "会提示的写法\n{}\n\n不会提示的写法\n{}",
        indented(bad),
        indented(good)
    )?;
    Ok(0)
}

fn list_checks(out: &mut impl Write) -> io::Result<u8> {
    for check in checks::described() {
        let (sign, word) = words::severity(check.severity);
        writeln!(
            out,
            "{sign} {word}  {:<22} {}  {}",
            check.code, check.kind, check.title
        )?;
    }
    Ok(0)
}

fn indented(text: &str) -> String {
    text.trim_end()
        .lines()
        .map(|line| format!("  {line}"))
        .collect::<Vec<_>>()
        .join("\n")
}

/// Says on standard error what went wrong; that standard error itself is gone changes nothing.
fn complain(message: &str) {
    let _ = writeln!(anstream::stderr(), "fajing: {message}");
}

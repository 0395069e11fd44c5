//! Real runs of the command line.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const REPORT: &str = "云溪街道2024年度法治政府建设情况报告\n\n一、主要举措和成效\n全年办理行政执法案件12件。\n\
    二、存在的不足和原因\n因人手有限，培训偏少。\n三、下一年度主要安排\n加强培训。\n";

fn fajing(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_fajing"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    // A program that refuses its arguments never reads its input.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    child.wait_with_output().expect("the program ends")
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("output is UTF-8")
}

/// A fresh folder with the given files.
fn folder(name: &str, files: &[(&str, &[u8])]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    for (file, bytes) in files {
        let path = folder.join(file);
        std::fs::create_dir_all(path.parent().expect("has a parent")).expect("folder");
        std::fs::write(path, bytes).expect("file");
    }
    folder
}

#[test]
fn json_validates_against_the_printed_schema() {
    let schema: serde_json::Value =
        serde_json::from_slice(&fajing(&["schema"], "").stdout).expect("the schema is JSON");
    let validator = jsonschema::validator_for(&schema).expect("the schema is a schema");
    for input in [REPORT, "只有一行", " "] {
        let output = fajing(&["check", "--format", "json", "-"], input);
        let lines: Vec<_> = text(&output.stdout).lines().collect();
        assert_eq!(lines.len(), 1, "one object a line for one input");
        let value: serde_json::Value = serde_json::from_str(lines[0]).expect("JSON");
        let errors: Vec<_> = validator
            .iter_errors(&value)
            .map(|error| error.to_string())
            .collect();
        assert!(errors.is_empty(), "{errors:?}");
    }
}

#[test]
fn reports_of_a_folder_are_compared_where_that_is_asked_for() {
    let passage = "组织机关干部到青岚县人民法院旁听庭审4场，邀请法律顾问讲课6次，\
        把合同审查意见编成小册子发到各社区居民委员会，方便大家对照修改合同文本。";
    let report = |year: u16| {
        format!("青岚县云溪街道{year}年法治政府建设情况报告\n一、主要举措和成效\n{year}年，{passage}\n")
            .into_bytes()
    };
    let (earlier, later) = (report(2023), report(2024));
    let folder = folder(
        "compare",
        &[("2023.txt", &earlier), ("2024.txt", &later), ("a.txt", b" ")],
    );
    let path = folder.to_string_lossy().into_owned();
    let copied = |arguments: &[&str]| -> Vec<bool> {
        let output = fajing(arguments, "");
        let found = text(&output.stdout)
            .lines()
            .map(|line| line.contains("copied-from-last-year"));
        found.collect()
    };
    assert_eq!(
        copied(&["check", "--format", "json", "--compare", &path]),
        [false, true, false]
    );
    assert_eq!(
        copied(&["check", "--format", "json", &path]),
        [false, false, false]
    );
}

#[test]
fn a_broken_file_never_stops_the_others() {
    let folder = folder(
        "broken",
        &[
            ("a.txt", REPORT.as_bytes()),
            ("b.txt", b" "),
            ("c.txt", REPORT.as_bytes()),
        ],
    );
    let output = fajing(
        &["check", "--format", "json", folder.to_str().expect("UTF-8 path")],
        "",
    );
    let lines: Vec<serde_json::Value> = text(&output.stdout)
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(lines.len(), 3);
    assert_eq!(lines[1]["error"]["code"], "empty");
    assert!(lines[0]["text"].is_string() && lines[2]["text"].is_string());
    assert_eq!(output.status.code(), Some(2));
}

#[test]
fn a_missing_file_is_told_in_chinese_on_standard_error() {
    let output = fajing(&["check", "no-such-file.txt"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    assert!(
        text(&output.stderr).contains("无法打开文件"),
        "{}",
        text(&output.stderr)
    );
}

#[test]
fn offsets_count_characters() {
    let output = fajing(&["check", "--format", "json", "-"], "𠀀一二");
    let value: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(value["source"]["characters"], 3);
    assert_eq!(value["offset_unit"], "char");
}

#[test]
fn csv_has_one_head_for_all_files() {
    let folder = folder(
        "csv",
        &[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())],
    );
    let output = fajing(
        &[
            "check",
            "--format",
            "csv",
            "--table",
            "items",
            folder.to_str().expect("UTF-8 path"),
        ],
        "",
    );
    let heads = text(&output.stdout)
        .lines()
        .filter(|line| line.starts_with("文件,"))
        .count();
    assert_eq!(heads, 1);
}

#[test]
fn the_table_of_reports_has_one_row_each() {
    let folder = folder(
        "overview",
        &[("a.txt", REPORT.as_bytes()), ("b.txt", REPORT.as_bytes())],
    );
    let folder = folder.to_str().expect("UTF-8 path");
    let output = fajing(&["check", "--format", "csv", "--table", "reports", folder], "");
    let lines = text(&output.stdout);
    assert_eq!(lines.lines().count(), 3, "{lines}");
    assert!(lines.lines().all(|line| line.split(',').count() == 14), "{lines}");
}

#[test]
fn text_has_no_colours_off_a_terminal() {
    let output = fajing(&["check", "-"], REPORT);
    assert!(text(&output.stdout).contains("必备内容"));
    assert!(!text(&output.stdout).contains('\u{1b}'));
}

#[test]
fn an_unknown_check_is_an_argument_error() {
    let output = fajing(&["explain", "no-such-check"], "");
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
}

#[test]
fn the_printed_profile_can_be_loaded_again_and_a_broken_one_names_its_line() {
    let printed = fajing(&["profile"], "").stdout;
    let folder = folder(
        "profiles",
        &[
            ("own.toml", &printed),
            ("broken.toml", b"name = \"x\"\nitems = 3\n"),
        ],
    );
    let path = |name: &str| folder.join(name).to_str().expect("UTF-8 path").to_string();
    let own = fajing(
        &["check", "--format", "json", "--profile", &path("own.toml"), "-"],
        REPORT,
    );
    assert_eq!(text(&own.stderr), "");
    assert_eq!(text(&own.stdout).lines().count(), 1);
    let broken = fajing(&["check", "--profile", &path("broken.toml"), "-"], REPORT);
    assert_eq!(broken.status.code(), Some(2));
    assert!(text(&broken.stderr).contains("第2行"), "{}", text(&broken.stderr));
}

#[test]
fn fixes_are_shown_as_a_difference_and_written_nowhere() {
    let report = REPORT.replace("12件。", "12件,均已办结。");
    let folder = folder("fix", &[("a.txt", report.as_bytes())]);
    let file = folder.join("a.txt");
    let output = fajing(&["fix", "--diff", file.to_str().expect("UTF-8 path")], "");
    assert_eq!(output.status.code(), Some(0));
    assert!(
        text(&output.stdout)
            .contains("-全年办理行政执法案件12件,均已办结。\n+全年办理行政执法案件12件，均已办结。")
    );
    assert_eq!(std::fs::read(file).expect("still there"), report.as_bytes());
}

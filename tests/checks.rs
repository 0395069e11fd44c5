//! The registry: every check fires on its bad example and on nothing else there, and its good example is clean.

use fajing::checks::between::COMPARISONS;
use fajing::checks::{self, CHECKS, Check, Severity};

/// An example is a whole report, or a passage to be put into one that has nothing else to find.
fn whole_report(example: &str) -> String {
    if example.contains("\n一、") {
        return example.to_string();
    }
    let clean = CHECKS
        .iter()
        .find(|check| check.code == "missing-item")
        .map_or("", |check| check.good);
    let (before, after) = clean.split_once("二、").unwrap_or((clean, ""));
    format!("{before}{example}\n二、{after}")
}

/// What cannot be lacking alone: without any year there is no date, without any body no signature.
const IMPLIED: [(&str, &str); 2] = [("no-year", "no-date"), ("no-body", "no-signature")];

fn codes(text: &str) -> Vec<String> {
    let mut codes: Vec<String> = fajing::analyze_text(text, "x.txt")
        .findings
        .into_iter()
        .map(|finding| finding.code)
        .collect();
    codes.sort();
    codes.dedup();
    codes
}

#[test]
fn every_bad_example_fires_exactly_its_check_and_every_good_one_is_silent() {
    let mut wrong = Vec::new();
    for check in CHECKS {
        let (mut bad, good) = (codes(&whole_report(check.bad)), codes(&whole_report(check.good)));
        bad.retain(|code| !IMPLIED.contains(&(check.code, code)));
        if bad != [check.code] {
            wrong.push(format!("{}: the bad example fires {bad:?}", check.code));
        }
        if !good.is_empty() {
            wrong.push(format!("{}: the good example fires {good:?}", check.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// What the comparisons find between reports written one after the other, `===` between them: report, code.
fn codes_between(texts: &str) -> Vec<(usize, String)> {
    let analyze = |(at, text): (usize, &str)| fajing::analyze_text(text.trim(), &format!("{at}.txt"));
    let mut reports: Vec<_> = texts.split("===").enumerate().map(analyze).collect();
    let alone: Vec<_> = reports.iter().map(|report| report.findings.len()).collect();
    fajing::report::compare(&mut reports, &fajing::Profile::default());
    let mut codes = Vec::new();
    for (at, report) in reports.iter().enumerate() {
        let found = report
            .findings
            .iter()
            .filter(|finding| COMPARISONS.iter().any(|check| check.code == finding.code));
        codes.extend(found.map(|finding| (at, finding.code.clone())));
        assert_eq!(
            report.findings.len(),
            alone[at] + codes.iter().filter(|(report, _)| *report == at).count()
        );
    }
    codes
}

#[test]
fn every_comparison_fires_on_its_bad_example_and_is_silent_on_its_good_one() {
    for check in COMPARISONS {
        assert_eq!(
            codes_between(check.bad),
            [(1, check.code.to_string())],
            "{}: bad",
            check.code
        );
        assert_eq!(codes_between(check.good), [], "{}: good", check.code);
    }
}

#[test]
fn what_many_bodies_write_or_what_stands_in_the_same_year_is_not_copied() {
    let bad = COMPARISONS[0].bad;
    let (earlier, later) = bad.split_once("===").unwrap();
    let of_another_body = earlier.replace("云溪", "柳河");
    // One other body may have copied it; what two others write is a stock phrase.
    let with_one = format!("{bad}==={of_another_body}");
    assert_eq!(codes_between(&with_one), codes_between(bad));
    let of_a_third = earlier.replace("云溪", "松原");
    assert_eq!(codes_between(&format!("{with_one}==={of_a_third}")), []);
    assert_eq!(codes_between(&format!("{of_another_body}==={later}")), []);
    assert_eq!(codes_between(&format!("{later}==={later}")), []);
    // Three years: the last is set beside the one before it.
    let latest = later.replace("2024", "2025");
    let codes = codes_between(&format!("{latest}==={bad}"));
    assert_eq!(codes.iter().map(|(at, _)| *at).collect::<Vec<_>>(), [0, 2]);
}

#[test]
fn every_check_says_what_users_read() {
    for Check {
        code,
        kind,
        title,
        why,
        basis,
        ..
    } in checks::described()
    {
        assert!(
            code.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{code}"
        );
        assert!(
            ["内容", "日期", "编号", "数据", "法规名", "用语"].contains(&kind),
            "{code}: {kind}"
        );
        assert!(
            [title, why, basis].iter().all(|words| !words.is_empty()),
            "{code}"
        );
    }
}

/// The parts of the report that the cases stand in, in order.
const SLOTS: [(&str, &str); 12] = [
    ("title", "青岚县云溪街道2024年法治政府建设情况报告"),
    (
        "preface",
        "2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：",
    ),
    ("h1", "一、主要举措和成效"),
    (
        "measures",
        "全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。",
    ),
    ("h2", "二、存在的不足和原因"),
    (
        "deficiencies",
        "执法人员办案经验不够，原因是日常培训次数少，新进人员较多。",
    ),
    ("h3", "三、主要负责人履行推进法治建设第一责任人职责情况"),
    (
        "first",
        "主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。",
    ),
    ("h4", "四、下一年度主要安排"),
    (
        "plan",
        "2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。",
    ),
    ("signature", "青岚县云溪街道办事处"),
    ("date", "2025年1月10日"),
];

/// The report of a case, and the place that the finding has to touch.
fn report_of_case(case: &str) -> (String, Option<std::ops::Range<usize>>) {
    let (passage, rest) = case
        .split_once('{')
        .map_or((case, ""), |(before, rest)| (before, rest));
    let replaced: Vec<(&str, &str)> = rest
        .split('{')
        .filter_map(|part| part.split_once('}'))
        .map(|(slot, words)| (slot, words.trim()))
        .collect();
    assert!(
        replaced
            .iter()
            .all(|(slot, _)| SLOTS.iter().any(|(name, _)| name == slot)),
        "unknown slot in {case}"
    );
    let mut lines: Vec<&str> = Vec::new();
    for (slot, words) in SLOTS {
        let words = replaced
            .iter()
            .find(|(name, _)| *name == slot)
            .map_or(words, |(_, words)| words);
        lines.extend(Some(words).filter(|words| !words.is_empty()));
        if slot == "measures" {
            lines.extend(Some(passage.trim()).filter(|words| !words.is_empty()));
        }
    }
    let marked = lines.join("\n").replace('⏎', "\n");
    let start = marked.find('⟦');
    let text = marked.replacen('⟦', "", 1);
    let place = start.zip(text.find('⟧')).map(|(start, end)| start..end);
    (text.replacen('⟧', "", 1), place)
}

/// Whether the check fires on the case, at its marked place where it has one.
fn fires(code: &str, case: &str) -> bool {
    let (text, place) = report_of_case(case);
    // The themes are not looked for in a street office's report; the case wants to know about the check itself.
    let report = fajing::analyze_text(&text, "x.txt");
    let mut of_code = report.findings.iter().filter(|finding| finding.code == code);
    of_code.any(|finding| {
        let touches = |span: fajing::text::Span| {
            place
                .as_ref()
                .is_none_or(|place| span.range().start < place.end && place.start < span.range().end)
        };
        finding.span.is_none_or(touches) || finding.evidence.iter().any(|&span| touches(span))
    })
}

#[test]
#[expect(clippy::print_stdout, reason = "the table is the result of this test")]
fn every_check_fires_where_it_must_and_is_silent_where_it_must_not() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/checks");
    let mut wrong = Vec::new();
    println!(
        "{:<22} {:>5} {:>6} {:>6} {:>9} {:>6}",
        "check", "found", "missed", "untrue", "precision", "recall"
    );
    for check in CHECKS {
        let path = format!("{folder}/{}.txt", check.code);
        let cases = std::fs::read_to_string(&path).unwrap_or_default();
        let (mut found, mut missed, mut untrue, mut silent) = (0, 0, 0, 0);
        for line in cases.lines() {
            let (sign, case) = line.split_at(1);
            match (sign, fires(check.code, case.trim())) {
                ("+", true) => found += 1,
                ("-", false) => silent += 1,
                ("+", false) => {
                    missed += 1;
                    wrong.push(format!("{}: missed in {case}", check.code));
                }
                _ => {
                    untrue += 1;
                    wrong.push(format!("{}: untrue in {case}", check.code));
                }
            }
        }
        if found + missed < 3 || silent + untrue < 3 {
            wrong.push(format!(
                "{}: three cases that fire and three that are silent are wanted in {path}",
                check.code
            ));
        }
        let share = |part: i32, whole: i32| 100 * part / whole.max(1);
        let (precision, recall) = (share(found, found + untrue), share(found, found + missed));
        println!(
            "{:<22} {found:>5} {missed:>6} {untrue:>6} {precision:>8}% {recall:>5}%",
            check.code
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Errors and warnings on real reports, as `file code start-end`, in characters.
fn defended() -> Vec<(&'static str, &'static str)> {
    let lines = include_str!("checks/real-reports.tsv").lines();
    lines
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .collect()
}

#[test]
fn every_error_and_warning_on_a_real_report_is_defended() {
    let Some(folder) = std::env::var_os("FAJING_CORPUS") else {
        return;
    };
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    assert!(!files.is_empty(), "no reports in {}", folder.display());
    let mut found = Vec::new();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let report = fajing::analyze_text(&text, "x.txt");
        let name = path.file_stem().unwrap().to_string_lossy();
        // Reports that nobody has judged yet prove nothing.
        if !defended()
            .iter()
            .any(|(place, _)| place.starts_with(name.as_ref()))
        {
            continue;
        }
        let characters = |byte: u32| report.document.text[..byte as usize].chars().count();
        for finding in report
            .findings
            .iter()
            .filter(|finding| finding.severity != Severity::Info)
        {
            let place = finding.span.map_or(String::from("-"), |span| {
                format!("{}-{}", characters(span.start), characters(span.end))
            });
            found.push(format!("{name} {} {place}", finding.code));
        }
    }
    let defended: Vec<&str> = defended().into_iter().map(|(place, _)| place).collect();
    let unknown: Vec<_> = found
        .iter()
        .filter(|finding| !defended.contains(&finding.as_str()))
        .collect();
    let lost: Vec<_> = defended
        .iter()
        .filter(|place| !found.iter().any(|finding| finding == *place))
        .collect();
    assert!(
        unknown.is_empty() && lost.is_empty(),
        "not defended: {unknown:#?}\nnot found any more: {lost:#?}"
    );
}

#[test]
fn every_defence_is_a_sentence() {
    assert!(
        defended()
            .iter()
            .all(|(place, why)| place.split(' ').count() == 3 && why.ends_with('.'))
    );
}

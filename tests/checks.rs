//! The registry: every check fires on its bad example and on nothing else there, and its good example is clean.

use fajing::checks::{CHECKS, Check};

/// The surroundings of an example that is one line: a passage of a report that has nothing else to find.
fn whole_report(example: &str) -> String {
    if example.contains('\n') {
        return example.to_string();
    }
    let clean = CHECKS
        .iter()
        .find(|check| check.code == "missing-item")
        .unwrap()
        .good;
    let (before, after) = clean.split_once("二、").unwrap();
    format!("{before}{example}\n二、{after}")
}

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
        let (bad, good) = (codes(&whole_report(check.bad)), codes(&whole_report(check.good)));
        if bad != [check.code] {
            wrong.push(format!("{}: the bad example fires {bad:?}", check.code));
        }
        if !good.is_empty() {
            wrong.push(format!("{}: the good example fires {good:?}", check.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
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
    } in CHECKS
    {
        assert!(code.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{code}");
        assert!(
            ["内容", "日期", "编号", "数据", "法规名", "用语"].contains(kind),
            "{code}: {kind}"
        );
        assert!(
            [title, why, basis].iter().all(|words| !words.is_empty()),
            "{code}"
        );
    }
}

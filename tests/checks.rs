//! The registry: every check fires on its bad example and on nothing else there, and its good example is clean.

use fajing::checks::{CHECKS, Check};

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
        assert!(
            code.chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
            "{code}"
        );
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

//! Any text gives a report, and all that leaves the program can be written down.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let report = fajing::analyze_text(text, "fuzz.txt");
    fajing_fuzz::check(&report.document);
    assert!(!fajing::export::json::to_line(&report).is_empty());
});

//! Made-up reports with marks, and where `FAJING_CORPUS` is set also real ones: how well the program reads them.
//! Run with `--nocapture` to see every score, every mistake and the table of checks.

#[cfg(test)]
mod support;

use support::files::{corpus, files};
use support::gold::{Gold, read_gold_json};
use support::score::{Score, score};
use support::{marks, print, seen};

/// What a set of reports has to reach.
struct Thresholds {
    texts: f64,
    figures: f64,
    hedge: f64,
    indicator: f64,
    sections: f64,
    points: f64,
    identity: f64,
    items: f64,
}

/// What holds for the made-up reports today; it may rise, never fall.
const MADE_UP: Thresholds = Thresholds {
    texts: 1.0,
    figures: 0.99,
    hedge: 0.99,
    indicator: 0.95,
    sections: 0.99,
    points: 0.99,
    identity: 1.0,
    items: 1.0,
};

/// What real reports with gold have to reach.
const REAL: Thresholds = Thresholds {
    texts: 1.0,
    figures: 0.99,
    hedge: 0.99,
    indicator: 0.92,
    sections: 0.99,
    points: 0.95,
    identity: 1.0,
    items: 1.0,
};

#[test]
fn made_up_reports_are_read_as_a_careful_reader_marked_them() {
    let reports: Vec<Gold> = files("tests/reports", ".txt")
        .iter()
        .map(|path| marks::read(path))
        .collect();
    assert!(reports.len() >= 8, "only {} marked reports", reports.len());
    let total = score_all(&reports);
    print(&total.table());
    hold(&total, &MADE_UP);
    assert_eq!(
        total.alarms.extra, 0,
        "errors and warnings that nothing in the text defends"
    );
    assert!(
        total.alarms.found >= 31,
        "only {} true errors and warnings",
        total.alarms.found
    );
}

#[test]
fn real_reports_are_read_as_their_gold_says() {
    let Some(folder) = corpus() else { return };
    let reports: Vec<Gold> = files(&folder, ".gold.json")
        .iter()
        .map(|path| read_gold_json(path))
        .collect();
    assert!(!reports.is_empty(), "no gold files in {folder}");
    hold(&score_all(&reports), &REAL);
}

fn score_all(reports: &[Gold]) -> Score {
    let mut total = Score::default();
    for gold in reports {
        let (report, read) = seen::analyze(gold);
        let mut one = score(gold, &seen::see(&report));
        one.text(read);
        print(&one.line(&gold.name));
        for words in &one.wrong {
            print(&format!("   {words}"));
        }
        total.merge(&one);
    }
    print(&total.line("TOTAL"));
    total
}

fn hold(total: &Score, wanted: &Thresholds) {
    for (name, got, least) in [
        ("texts read", total.texts.ratio(), wanted.texts),
        ("figures F1", total.figures.f1(), wanted.figures),
        ("hedge", total.hedge.ratio(), wanted.hedge),
        ("indicator", total.indicator.ratio(), wanted.indicator),
        ("sections F1", total.sections.f1(), wanted.sections),
        ("points F1", total.points.f1(), wanted.points),
        ("identity", total.identity.ratio(), wanted.identity),
        ("items", total.items.ratio(), wanted.items),
    ] {
        assert!(got >= least, "{name} is {got:.4}, wanted at least {least}");
    }
}

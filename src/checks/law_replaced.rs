//! A law that another one replaced is cited as in force.

use super::laws::{REPLACED, bare, speaks_of_the_past};
use super::{Check, Context, Finding, Severity, words};

pub(super) const CHECK: Check = Check {
    code: "law-replaced",
    severity: Severity::Warning,
    kind: "法规名",
    title: "引用已被取代的法规",
    why: "法规被新法取代后，不能再作为依据引用；讲取代之前的事情时引用旧法是对的。",
    basis: "新法的施行日期",
    bad: "2024年深入宣传《合同法》，发放资料300份。",
    good: "2024年深入宣传《民法典》，不再适用已废止的《合同法》；整理2019年依《合同法》订立的合同12份。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    for &name in cx.names() {
        let letters = bare(name.of(text));
        let Some(replaced) = REPLACED.get(&*letters) else {
            continue;
        };
        let sentence = words::sentence_around(text, name.start).of(text);
        let Some(year) = earliest_year(sentence).or(cx.year()) else {
            continue;
        };
        // Only a year that lies wholly behind the change proves that the old law was out of force.
        if format!("{year}-01-01").as_str() < replaced.since || speaks_of_the_past(text, name) {
            continue;
        }
        let message = format!(
            "{}自{}起由《{}》取代",
            name.of(text),
            replaced.since_in_words(),
            replaced.by
        );
        out.push(Finding::at(name, message).suggest(format!("改引《{}》", replaced.by)));
    }
}

/// The earliest year that a sentence names: the event may be that old.
fn earliest_year(sentence: &str) -> Option<u16> {
    sentence
        .match_indices('年')
        .filter_map(|(at, _)| sentence.get(at.checked_sub(4)?..at)?.parse().ok())
        .filter(|year| (1980..=2049).contains(year))
        .min()
}

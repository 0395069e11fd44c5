//! Words of an outline whose time is over.

use super::phrases::Phrase;
use super::{Check, Context, Finding, Severity, words};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    code: "stale-wording",
    severity: Severity::Info,
    kind: "用语",
    title: "提法过时",
    why: "2021—2025年纲要把法治政府的目标改为七句：职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意；2015—2020年纲要已经期满。",
    basis: "《法治政府建设实施纲要（2021－2025年）》",
    bad: "建设职能科学、权责法定、执法严明、公开公正、廉洁高效、守法诚信的法治政府，全年审查合同12份。",
    good: "建设职能科学、权责法定、执法严明、公开公正、智能高效、廉洁诚信、人民满意的法治政府，全年审查合同12份。",
    run,
};

const GOVERNS: &[&str] = &["贯彻", "落实", "按照", "根据", "对照", "围绕", "依据", "对标"];
const REVIEWS: &[&str] = &["完成", "总结", "收官", "期间", "验收", "评估", "以来", "2021"];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(year) = cx.year().filter(|&year| year >= 2021) else {
        return;
    };
    let text = &cx.document.text;
    let mut look =
        |kind: fn(&Phrase) -> bool, unless: &[&str], only: &[&str], message: &str, suggestion: &str| {
            for found in cx.phrases().iter().filter(|found| kind(found.phrase)) {
                let sentence = words::sentence_around(text, found.at as u32).of(text);
                if !words::has_any(sentence, unless) && (only.is_empty() || words::has_any(sentence, only)) {
                    let place = Span::new(found.at, found.range().end);
                    out.push(Finding::at(place, message).suggest(suggestion));
                }
            }
        };
    look(
        |phrase| matches!(phrase, Phrase::SixGoals),
        &["2015", "2020年"],
        &[],
        "沿用了2015—2020年纲要的六句目标",
        "改为“智能高效、廉洁诚信、人民满意”",
    );
    // The new outline came out in August 2021: a report for that year may still look back on the old one.
    if year >= 2022 {
        look(
            |phrase| matches!(phrase, Phrase::OldOutline),
            REVIEWS,
            GOVERNS,
            "仍以2015—2020年的纲要为依据",
            "改引《法治政府建设实施纲要（2021－2025年）》",
        );
    }
}

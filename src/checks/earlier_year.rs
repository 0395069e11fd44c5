//! A result dated before the report year stands among this year's results.

use super::{Check, Context, Finding, Severity, words};
use crate::outline::item;
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    code: "earlier-year",
    severity: Severity::Info,
    kind: "日期",
    title: "写入了往年的成绩",
    why: "年度报告只报告当年的工作；往年的成绩混在里面，多半是沿用旧稿。",
    basis: "通行写法",
    bad: "2022年，云溪街道调解委员会被评为全县先进集体。",
    good: "2022年以来，累计审查合同30份；2024年，云溪街道调解委员会被评为全县先进集体。",
    run,
};

/// What makes a sentence a result.
const RESULTS: &[&str] = &[
    "评为", "荣获", "获评", "授予", "获得", "入选", "获批", "完成", "开展", "建成", "印发", "成立", "办理",
    "组织", "化解", "排查",
];
/// What makes it look back on purpose.
const LOOKS_BACK: &[&str] = &[
    "以来", "至今", "同比", "相比", "较", "起", "自20", "从20", "目前", "今年", "本年", "截至", "连续",
    "持续", "版",
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(report) = cx.year() else { return };
    let text = &cx.document.text;
    let sections = cx.outline.sections.iter();
    let measures: Vec<Span> = sections
        .filter(|section| section.level == 1 && section.item.as_deref() == Some(item::MEASURES))
        .map(|section| section.body)
        .collect();
    for &number in &cx.marks().numbers {
        let Some(year) = leading_year(text, number).filter(|&year| year < report && year + 3 >= report)
        else {
            continue;
        };
        let Some(&section) = measures.iter().find(|section| section.contains(number)) else {
            continue;
        };
        let Some(sentence) = begun_with(text, section, number) else {
            continue;
        };
        let words = sentence.of(text);
        if words.contains(&format!("{report}年"))
            || words::has_any(words, LOOKS_BACK)
            || !words::has_any(words, RESULTS)
        {
            continue;
        }
        let place = Span::new(sentence.start as usize, sentence.start as usize + "2022年".len());
        let message = format!("这句写的是{year}年的事：{}", words::quote(words, 24));
        out.push(Finding::at(place, message).suggest(format!("核对是否属于{report}年的工作")));
    }
}

/// The year that some digits are, where a sentence may start with them: `2022年，…`, not `2022年度计划`.
fn leading_year(text: &str, digits: Span) -> Option<u16> {
    if digits.len() != 4 {
        return None;
    }
    let rest = text[digits.end as usize..].strip_prefix('年')?;
    let dates = rest.starts_with(['，', ',']) || rest.starts_with(|c: char| c.is_ascii_digit());
    if dates { digits.of(text).parse().ok() } else { None }
}

/// The sentence that begins with these digits; none where they stand inside one.
fn begun_with(text: &str, section: Span, digits: Span) -> Option<Span> {
    let sentence = words::sentence_around(text, digits.start);
    let start = sentence.start.max(section.start);
    let before = Span {
        start,
        end: digits.start,
    };
    before.trim(text).is_empty().then(|| Span {
        start: digits.start,
        end: sentence.end.min(section.end),
    })
}

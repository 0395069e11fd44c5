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
    let measures = cx
        .outline
        .sections
        .iter()
        .filter(|s| s.level == 1 && s.item.as_deref() == Some(item::MEASURES));
    for sentence in
        measures.flat_map(|section| words::sentences(text, section.body, cx.marks().inside(section.body)))
    {
        let words = sentence.of(text);
        let Some(year) = leading_year(words).filter(|&year| year < report && year + 3 >= report) else {
            continue;
        };
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

/// The year that a sentence starts with: `2022年，…`, not `2022年度计划`.
fn leading_year(sentence: &str) -> Option<u16> {
    let (year, rest) = sentence.split_at_checked(4)?;
    let rest = rest.strip_prefix('年')?;
    let dates = rest.starts_with(['，', ',']) || rest.starts_with(|c: char| c.is_ascii_digit());
    if dates { year.parse().ok() } else { None }
}

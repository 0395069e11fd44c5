//! A template's blanks are still there.

use super::{Check, Context, Finding, Severity, words};
use crate::lexicon::Starts;
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

pub(super) const CHECK: Check = Check {
    code: "placeholder-left",
    severity: Severity::Error,
    kind: "用语",
    title: "模板空白未填",
    why: "套用模板时没有填完的空白和提示语，说明这部分还没有写。",
    basis: "通行写法",
    bad: "全年审查合同XX份，均已办结。",
    good: "全年审查合同12份，公开张××诉县政府案等典型案例3件。",
    run,
};

/// Blanks, each together with what should have followed them: a bare `××` also hides a party's name in a case.
static BLANKS: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(
        r"(?:[XxＸ×✕╳]{2,}|[○〇]{2,}|[*＊]{1,4})(?:年|月|日|省|市|区|县|镇|乡|村|社区|街道|局|件|次|份|场|人次|个|名|万元|项)|_{3,}|＿{3,}|【[ \u{3000}]*】",
    )
    .ok()
});

/// The characters without which there is no blank.
const MARKS: [char; 13] = [
    'X', 'x', 'Ｘ', '×', '✕', '╳', '○', '〇', '*', '＊', '_', '＿', '【',
];

/// What guides and templates say, and no report: the regulation's own words seen from the year after.
static GUIDES: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "上一年度推进法治政府建设",
        "此处填写",
        "请填写",
        "（填写",
        "单位名称）",
    ])
});

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    // A template has many blanks of one kind: they are one finding with all its places.
    let mut kinds: Vec<(&str, Vec<Span>)> = Vec::new();
    if let Some(pattern) = BLANKS.as_ref() {
        for paragraph in cx.paragraphs_with(&MARKS) {
            let line = cx.slice(paragraph);
            let around = Around::of(line);
            for found in pattern.find_iter(line) {
                let start = paragraph.start as usize + found.start();
                let place = Span::new(start, start + found.len());
                if is_something_else(cx, &around, found.as_str(), place) {
                    continue;
                }
                match kinds.iter_mut().find(|(blank, _)| *blank == found.as_str()) {
                    Some((_, places)) => places.push(place),
                    None => kinds.push((found.as_str(), vec![place])),
                }
            }
        }
    }
    for (blank, places) in kinds {
        let count = if places.len() > 1 {
            format!("，共{}处", places.len())
        } else {
            String::new()
        };
        if let Some(&first) = places.first() {
            let message = format!("模板空白“{}”未填{count}", words::quote(blank, 12));
            out.push(Finding::at(first, message).prove(places).suggest("填写实际内容"));
        }
    }
    for section in &cx.outline.sections {
        if let Some(guide) = GUIDES.find(&section.heading).map(|(_, guide, ())| guide).next() {
            let message = format!("标题照抄了提纲用语“{}”", words::quote(guide, 20));
            out.push(Finding::at(section.heading_span, message).suggest("改为写明年度的标题"));
        }
    }
}

/// What a line says of the blanks in it.
struct Around {
    /// It is nothing but marks.
    is_ruler: bool,
    /// It has stressed words of Markdown.
    is_stressed: bool,
    /// 二〇〇八年: it has a year in Chinese numerals.
    has_year: bool,
}

impl Around {
    fn of(line: &str) -> Around {
        let stars = line.matches("**").count();
        Around {
            is_ruler: words::han_count(line, 1) == 0,
            is_stressed: stars > 0 && stars.is_multiple_of(2),
            has_year: line.contains("二〇") || line.contains("二○"),
        }
    }
}

/// Rulers, stressed words of Markdown, and names left out of a case.
fn is_something_else(cx: &Context<'_>, around: &Around, blank: &str, place: Span) -> bool {
    if blank.starts_with(['_', '＿']) {
        return around.is_ruler;
    }
    if blank.starts_with(['*', '＊']) {
        return cx.document.source.format == "md" || around.is_stressed;
    }
    if blank.starts_with('【') {
        // 字体：【　】 of a page, whose buttons were not copied.
        let label = cx.document.text[..place.start as usize].trim_end_matches([' ', '：', ':']);
        return ["字体", "字号", "大小"].iter().any(|end| label.ends_with(end));
    }
    if blank.starts_with(['○', '〇']) {
        return around.has_year;
    }
    let sentence = words::sentence_around(&cx.document.text, place.start);
    let is_number = blank.ends_with(['年', '月', '日', '件', '次', '份', '场', '个', '名', '元', '项']);
    !is_number && words::has_any(cx.slice(sentence), &["案", "诉", "某"])
}

//! A document number that is not in the form of the standard.

use super::{Check, Context, Finding, Severity};
use crate::text::Span;
use regex::{Captures, Regex};
use std::ops::Range;
use std::sync::LazyLock;

pub(super) const CHECK: Check = Check {
    code: "document-number",
    severity: Severity::Info,
    kind: "用语",
    title: "发文字号不规范",
    why: "发文字号由机关代字、年份、发文顺序号组成，年份用六角括号〔〕括入，顺序号不加“第”、不编虚位。",
    basis: "GB/T 9704—2012《党政机关公文格式》",
    bad: "印发《合同审查办法》（青政办发[2024]6号）。",
    good: "印发《合同审查办法》（青政办发〔2024〕6号），详见县政府公告2024年第3号。",
    run,
};

/// Agency, year in the wrong marks, number.
static BRACKETED: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([\u4e00-\u9fff]{2})([\[［(（【〔])((?:19|20)[0-9]{2})([\]］)）】〕])(第?)([0-9]{1,4})号$")
        .ok()
});

/// Agency, year without marks, number. Only behind the letters that end an agency's code, never 第: a notice
/// (公告) is numbered in just this way.
static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"([\u4e00-\u9fff][办发函字政委规通复批司])((?:19|20)[0-9]{2})年?([0-9]{1,4})号$").ok()
});

/// In bytes, with some to spare.
const LONGEST: usize = 40;

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = cx.document.text.as_str();
    let ends = cx.marks().numbers.iter().map(|digits| digits.end as usize);
    let numbers: Vec<usize> = ends
        .filter(|&end| text[end..].starts_with('号'))
        .map(|end| end + '号'.len_utf8())
        .collect();
    for found in numbers.iter().filter_map(|&end| before(text, end, &BRACKETED)) {
        let (Some(all), Some(year), Some(number)) = (found.get(0), found.get(3), found.get(6)) else {
            continue;
        };
        let part = |at| found.get(at).map_or("", |group| group.as_str());
        let right = part(2) == "〔" && part(4) == "〕" && part(5).is_empty() && !part(6).starts_with('0');
        // `第…号` behind a year in brackets is also how notices and court files are numbered.
        if right || part(1).ends_with(['第', '告', '令', '案']) {
            continue;
        }
        push(
            all.start() + part(1).len()..all.end(),
            year.as_str(),
            number.as_str(),
            out,
        );
    }
    for found in numbers.iter().filter_map(|&end| before(text, end, &BARE)) {
        let (Some(agency), Some(year), Some(number), Some(all)) =
            (found.get(1), found.get(2), found.get(3), found.get(0))
        else {
            continue;
        };
        // 印发2022年6号文件 names no agency.
        if agency.as_str().starts_with(['印', '下', '转', '制', '颁']) {
            continue;
        }
        push(year.start()..all.end(), year.as_str(), number.as_str(), out);
    }
}

/// The document number that ends at a byte, none is longer than [`LONGEST`].
fn before<'t>(text: &'t str, end: usize, pattern: &Option<Regex>) -> Option<Captures<'t>> {
    let from = (end.saturating_sub(LONGEST)..end).find(|&at| text.is_char_boundary(at))?;
    pattern.as_ref()?.captures_at(&text[..end], from)
}

fn push(place: Range<usize>, year: &str, number: &str, out: &mut Vec<Finding>) {
    let right = format!("〔{year}〕{}号", number.trim_start_matches('0'));
    let place = Span::new(place.start, place.end);
    out.push(Finding::at(place, format!("发文字号的规范写法是“{right}”")).suggest(format!("改为“{right}”")));
}

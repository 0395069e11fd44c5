//! The title at the top, however many lines it was broken into.

use super::Phrase;
use super::furniture::is_furniture;
use super::line::Line;
use super::mark::Style;
use crate::text::{Span, is_blank};

/// How far down a title may stand: web pages put up to this many lines of furniture before it.
const ZONE: usize = 60;
/// Title lines are short.
const MAX_LINE: usize = 60;
/// A title is broken into at most so many lines.
const MAX_LINES: usize = 6;

/// The lines of a title: first and behind the last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TitleLines {
    pub first: usize,
    pub end: usize,
}

/// Finds the title among the lines before the text begins. Of several, the last: a page repeats it above its furniture.
pub(super) fn find(lines: &[Line<'_>]) -> Option<TitleLines> {
    let zone = zone(lines);
    let zone_lines = &lines[..zone];
    let mut weak = None;
    for last in (0..zone).rev() {
        if !ends_title(zone_lines, last) {
            continue;
        }
        let Some(found) = start_of(zone_lines, last) else {
            continue;
        };
        if found.1 {
            return Some(found.0);
        }
        // 2022年主要工作情况 may as well be the first heading of a report without a title.
        if !ends_with_loose(without_note(zone_lines[last].text), "情况") {
            weak = weak.or(Some(found.0));
        }
    }
    weak
}

/// Its lines joined, without blanks.
pub(super) fn join(lines: &[Line<'_>], at: TitleLines) -> Phrase {
    let title = &lines[at.first..at.end];
    let dated = title
        .last()
        .map_or(0, |line| line.text.len() - without_date(line.text).len());
    let tag = title.first().map_or(0, |line| tag(line.text));
    let text: String = title
        .iter()
        .enumerate()
        .flat_map(|(place, line)| {
            let from = if place == 0 { tag } else { 0 };
            let end = line.text.len() - if place + 1 == title.len() { dated } else { 0 };
            line.text.get(from..end).unwrap_or_default().chars()
        })
        .filter(|&c| !is_blank(c))
        .map(half_width_digit)
        .collect();
    let span = match (title.first(), title.last()) {
        (Some(first), Some(last)) => Span {
            start: first.span.start + tag as u32,
            end: last.span.end - dated as u32,
        },
        _ => Span::default(),
    };
    Phrase { text, span }
}

/// 【2022年】青岚县…报告: the length of the label that a page puts before the title.
fn tag(text: &str) -> usize {
    let close = text.strip_prefix('【').and_then(|label| label.find('】'));
    close
        .map(|at| '【'.len_utf8() + at + '】'.len_utf8())
        .filter(|&end| end <= 12 * 3 && end < text.len())
        .unwrap_or(0)
}

/// ２０２４ → 2024: the title is shown and compared in one width.
fn half_width_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - '０' as u32 + '0' as u32).unwrap_or(c),
        _ => c,
    }
}

/// The title that a label of the page gives (`标题：…`), where none stands on lines of its own.
pub(super) fn labelled(lines: &[Line<'_>]) -> Option<Phrase> {
    lines.iter().take(ZONE).find_map(|line| {
        let label = LABELS
            .iter()
            .find_map(|label| line.text.find(label).map(|at| at + label.len()))?;
        let value =
            line.text[label..].trim_start_matches(|c| is_blank(c) || matches!(c, '：' | ':' | '|' | '｜'));
        let start = line.text.len() - value.len();
        let value = value.split(['|', '｜']).next()?.trim_matches(is_blank);
        let genre = GENRE.iter().any(|word| value.contains(word));
        let whole = genre && !value.contains('。') && ENDINGS.iter().any(|end| ends_with_loose(value, end));
        let from = line.span.start as usize + start;
        let span = Span::new(from, from + value.len());
        whole.then(|| Phrase {
            text: value
                .chars()
                .filter(|&c| !is_blank(c))
                .map(half_width_digit)
                .collect(),
            span,
        })
    })
}

/// Labels of a page behind which the title of the document stands.
const LABELS: &[&str] = &[
    "标题：",
    "标 题：",
    "标　题：",
    "标　　题：",
    "标  题：",
    "名称：",
    "名 称：",
    "名  称：",
    "名　称：",
    "标题:",
    "名称:",
    "信息名称",
];

/// Words of which one stands in every title of this genre.
const GENRE: [&str; 6] = ["法治政府", "依法行政", "法治建设", "法制政府", "法治县", "法治市"];

/// Lines up to the first sentence or numbered heading.
fn zone(lines: &[Line<'_>]) -> usize {
    lines
        .iter()
        .take(ZONE)
        .position(|line| {
            let heading = line
                .mark
                .is_some_and(|mark| matches!(mark.style, Style::Part | Style::Han | Style::HanParen));
            heading || line.aside || (!line.at_most(MAX_LINE) || line.has(['。'])) && !is_furniture(line)
        })
        .unwrap_or(lines.len().min(ZONE))
}

fn ends_title(lines: &[Line<'_>], last: usize) -> bool {
    let line = &lines[last];
    let bare = without_note(line.text).trim_end_matches(is_blank);
    ENDINGS.iter().any(|end| ends_with_loose(bare, end))
        && !line.is_closed()
        && !line.has(['；', '！', '？'])
        && !is_furniture(line)
}

/// Words that titles of documents end with.
const ENDINGS: &[&str] = &[
    "报告", "总结", "情况", "汇报", "年报", "要点", "方案", "计划", "通知", "通报", "意见", "公告", "公示",
    "解读", "清单", "体系", "规划", "纲要", "材料", "信息",
];

/// `ends_with` that overlooks blanks between the characters: 报 告.
fn ends_with_loose(text: &str, end: &str) -> bool {
    let mut chars = text.chars().rev().filter(|&c| !is_blank(c));
    end.chars().rev().all(|wanted| chars.next() == Some(wanted))
}

/// …情况报告 2024-01-30: a page may put the day of publication behind the title.
fn without_date(text: &str) -> &str {
    let dated = text
        .rsplit_once(is_blank)
        .filter(|(_, last)| last.starts_with("20") && super::date::whole_line(last).is_some());
    dated.map_or(text, |(words, _)| words.trim_end_matches(is_blank))
}

/// A title may carry a note behind it: （2023年度）, （公开稿）.
fn without_note(text: &str) -> &str {
    let text = without_date(text);
    if text.ends_with(['）', ')']) {
        text.rfind(['（', '(']).map_or(text, |at| &text[..at])
    } else {
        text
    }
}

/// Walks up from the last line of a title. The flag says whether the words are those of this genre.
fn start_of(lines: &[Line<'_>], last: usize) -> Option<(TitleLines, bool)> {
    let mut first = last;
    loop {
        let found = TitleLines { first, end: last + 1 };
        let text = join(lines, found).text;
        if first > 0 && last + 1 - first < MAX_LINES && belongs_above(&lines[first - 1], &text) {
            first -= 1;
            continue;
        }
        let genre = GENRE.iter().any(|word| text.contains(word));
        return (text.chars().count() >= 6).then_some((found, genre));
    }
}

/// Whether the line above is part of the same title: an unfinished piece, or the name of the authority.
fn belongs_above(above: &Line<'_>, title: &str) -> bool {
    let text = above.text;
    if !above.at_most(MAX_LINE)
        || above.aside
        || above.is_closed()
        || is_furniture(above)
        || above.mark.is_some()
    {
        return false;
    }
    if text.contains(['：', ':', '〔', '[', '【', '号', '>', '|', '*'])
        || super::date::whole_line(text).is_some()
    {
        return false;
    }
    if ENDINGS.iter().any(|end| ends_with_loose(text, end)) || text.ends_with("文件") {
        // 法治政府建设情况 / 的报告: an ending that goes on below.
        return title.starts_with(['的', '及', '和']) || title.chars().count() <= 4;
    }
    let bare: String = text.chars().filter(|&c| !is_blank(c)).collect();
    if title.starts_with(bare.as_str()) {
        // A red head repeats the name that the title starts with.
        return false;
    }
    let names_its_body = super::authority::in_title(title)
        .is_some_and(|body| body.len() >= 3 * 3 && super::authority::is_authority(body));
    let complete =
        title.starts_with(|c: char| c.is_ascii_digit()) || title.starts_with("关于") || names_its_body;
    super::authority::is_authority(&bare)
        || bare.contains("关于")
        || bare.starts_with("20")
        || bare.contains('年')
        || !complete && !title.contains("关于") && title.chars().count() <= 22
}

#[cfg(test)]
mod tests {
    use super::super::line::lines;
    use super::*;
    use crate::document::Document;

    fn title(text: &str) -> String {
        let document = Document::from_text("x", text);
        let lines = lines(&document, &crate::text::Marks::of(&document.text));
        find(&lines).map_or("-".into(), |at| join(&lines, at).text)
    }

    #[test]
    fn titles_however_they_are_broken() {
        for (text, expected) in [
            (
                "青岚县2023年法治政府建设年度报告\n\n2023年，青岚县坚持……",
                "青岚县2023年法治政府建设年度报告",
            ),
            (
                "青岚县2023年度法治\n\n政府建设情况报告\n一、主要举措",
                "青岚县2023年度法治政府建设情况报告",
            ),
            (
                "柳河镇2023年度\n法治政府建设情况报告\n县政府：",
                "柳河镇2023年度法治政府建设情况报告",
            ),
            (
                "澜川省人民政府\n2019年法治政府建设情况报告",
                "澜川省人民政府2019年法治政府建设情况报告",
            ),
            (
                "青岚县人民政府\n关于2023年度法治政府建设\n情况的报告",
                "青岚县人民政府关于2023年度法治政府建设情况的报告",
            ),
            ("2022年法治政府建设情况\n的报告", "2022年法治政府建设情况的报告"),
            (
                "2023 年 法 治 政 府 建 设 年 度 报 告",
                "2023年法治政府建设年度报告",
            ),
            (
                "索引号：1\n发布日期：2024-01-10\n\n云溪街道2023年法治政府建设工作总结\n2023年，街道……。",
                "云溪街道2023年法治政府建设工作总结",
            ),
            (
                "【2023年】青岚县林业局2023年度法治政府建设报告\n2023年，我局坚持……。",
                "青岚县林业局2023年度法治政府建设报告",
            ),
            ("区政府：\n2023年，街道坚持……。", "-"),
            ("一、2022年法治政府建设情况", "-"),
            (
                "青岚县人民政府文件\n青政〔2024〕3号\n青岚县人民政府关于2022年法治政府建设情况的报告",
                "青岚县人民政府关于2022年法治政府建设情况的报告",
            ),
        ] {
            assert_eq!(title(text), expected, "{text}");
        }
    }
}

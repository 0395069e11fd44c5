//! Who reports, at what level, on which year.

use super::frame::Frame;
use super::line::Line;
use super::{Level, Outline, Phrase, Section, Year, authority, date, reporter, title};
use crate::lexicon::Starts;
use crate::text::{Span, is_blank};
use std::sync::LazyLock;

/// The authority that reports: from the title, the line under it, the signature, or the first sentence.
pub(super) fn body(text: &str, outline: &Outline, frame: &Frame) -> Option<Phrase> {
    let title = outline.title.as_ref();
    if let Some((title, body)) = title.and_then(|title| Some((title, authority::in_title(&title.text)?))) {
        let span = find_loose(text, title.span, body).unwrap_or(title.span);
        // Two lines of a title, or two names on one, are joined there without a mark.
        let text = match authority::second_name(body).map(|at| body.split_at(at)) {
            Some((committee, government)) => [committee, government].join("、"),
            None => body.to_string(),
        };
        return Some(Phrase { text, span });
    }
    if let Some(byline) = &frame.byline {
        return Some(byline.clone());
    }
    let government = |phrase: &&Phrase| {
        !phrase.text.starts_with("中共") && !phrase.text.contains("党委") && !phrase.text.contains("党工委")
    };
    let signatories = &outline.tail.signatories;
    if let Some(signed) = signatories.iter().find(government).or(signatories.first()) {
        return Some(signed.clone());
    }
    let preface = outline.preface.of(text);
    let (start, end) = reporter::in_sentence(preface)?;
    let base = outline.preface.start as usize;
    Some(Phrase {
        text: preface[start..end].to_string(),
        span: Span::new(base + start, base + end),
    })
}

/// What a town or street calls itself in its sentences: 柳河镇, 云溪街道.
pub(super) fn own_name(lines: &[Line<'_>], frame: &Frame) -> Option<String> {
    let title = frame.title.map(|at| title::join(lines, at).text);
    let first = lines.get(frame.text).map_or("", |line| line.text);
    let body = title.as_deref().and_then(authority::in_title).or_else(|| {
        let (start, end) = reporter::in_sentence(first)?;
        first.get(start..end)
    })?;
    let place = ["人民政府", "政府", "办事处", "党委、政府"]
        .iter()
        .find_map(|end| body.strip_suffix(end))
        .unwrap_or(body);
    let length = if place.ends_with("街道") { 4 } else { 3 };
    let name = place
        .char_indices()
        .rev()
        .nth(length - 1)
        .map(|(at, _)| &place[at..])?;
    name.ends_with(['镇', '乡', '道']).then(|| name.to_string())
}

/// The level: of the body, or of the signature where the body's short name does not tell.
pub(super) fn level(text: &str, outline: &Outline) -> Level {
    let preface = outline.preface.of(text);
    let first = reporter::in_sentence(preface).map(|(start, end)| &preface[start..end]);
    let names = outline
        .body
        .iter()
        .chain(&outline.tail.signatories)
        .map(|phrase| phrase.text.as_str())
        .chain(first);
    names
        .map(authority::level)
        .find(|&level| level != Level::Other)
        .unwrap_or_else(|| reporter::own_level(head(outline.content.of(text))))
}

/// How far into a report its own words for itself are looked for.
const HEAD: usize = 1500;

fn head(text: &str) -> &str {
    text.char_indices().nth(HEAD).map_or(text, |(at, _)| &text[..at])
}

/// The year reported on: from the title, the preface, a section's heading, or the year before the date.
pub(super) fn year(text: &str, outline: &Outline, sections: &[Section]) -> Option<Year> {
    let title = outline.title.as_ref().map(|title| title.span);
    let announced = announcement(text, outline.preface);
    let places = announced.into_iter().chain([outline.preface]);
    let headings = sections
        .iter()
        .filter(|section| section.level == 1)
        .take(1)
        .map(|section| section.heading_span);
    let in_title = title.and_then(|title| year_in(text, title));
    if let Some(year) = in_title.or_else(|| places.chain(headings).find_map(|span| dated_in(text, span))) {
        return Some(year);
    }
    // 2023年，在…领导下: the first words under the first heading.
    let opening = sections.first().and_then(|section| {
        let words = section.body.trim(text);
        let opening = words.of(text).split('，').next()?;
        date::first_year(opening).filter(|&(_, at, _)| at == 0 && opening.chars().count() <= 5)?;
        year_in(text, words)
    });
    if opening.is_some() {
        return opening;
    }
    let Some(date) = outline.tail.date.as_ref() else {
        return only_year(text, outline.content);
    };
    let (year, month) = (
        date.text.get(..4)?.parse::<u16>().ok()?,
        date.text.get(5..7)?.parse::<u16>().ok()?,
    );
    let value = if month <= 6 { year - 1 } else { year };
    Some(Year {
        value,
        span: date.span,
    })
}

/// The year that sentences begin with, where they all begin with the same one: 2023年，12名…
fn only_year(text: &str, within: Span) -> Option<Year> {
    let content = within.of(text);
    let mut found: Option<Year> = None;
    let mut from = 0;
    while let Some((value, at, len)) = date::first_year(&content[from..]) {
        let start = from + at;
        from = start + len;
        let opens = content[..start].ends_with(['。', '；', '，', '\n']);
        if !opens || !content[from..].starts_with('年') {
            continue;
        }
        if found.is_some_and(|year| year.value != value) {
            return None;
        }
        let start = within.start as usize + start;
        found = found.or(Some(Year {
            value,
            span: Span::new(start, start + len),
        }));
    }
    found
}

/// `现将我局2023年度…报告如下`: the sentence that says what is reported.
fn announcement(text: &str, preface: Span) -> Option<Span> {
    let at = preface.of(text).rfind("现将")?;
    Some(Span {
        start: preface.start + at as u32,
        end: preface.end,
    })
}

fn year_in(text: &str, span: Span) -> Option<Year> {
    let slice = span.of(text);
    let (value, at, len) = date::first_year(slice)?;
    let start = span.start as usize + at;
    Some(Year {
        value,
        span: Span::new(start, start + len),
    })
}

/// What follows a number that counts.
static COUNTS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "万", "亿", "余", "多", "元", "件", "次", "人", "名", "家", "个", "项", "份", "条", "起", "场", "户",
        "处", "宗", "平", "吨", "亩", "公", "米", "册", "张", "辆", "%",
    ])
});

/// The first year in a sentence: a fine of 2041万元 is none.
fn dated_in(text: &str, span: Span) -> Option<Year> {
    let mut from = span;
    while let Some(year) = year_in(text, from) {
        from.start = year.span.end;
        let behind = from.of(text).trim_start_matches(is_blank);
        if COUNTS.word(behind).is_none() {
            return Some(year);
        }
    }
    None
}

/// The span inside `within` whose characters without blanks are `words`.
fn find_loose(text: &str, within: Span, words: &str) -> Option<Span> {
    let slice = within.of(text);
    let wanted: Vec<char> = words.chars().filter(|&c| !is_blank(c)).collect();
    let present: Vec<(usize, char)> = slice.char_indices().filter(|&(_, c)| !is_blank(c)).collect();
    let at = present
        .windows(wanted.len().max(1))
        .position(|window| window.iter().map(|&(_, c)| c).eq(wanted.iter().copied()))?;
    let (start, _) = present[at];
    let (last, c) = *present.get(at + wanted.len() - 1)?;
    let base = within.start as usize;
    Some(Span::new(base + start, base + last + c.len_utf8()))
}

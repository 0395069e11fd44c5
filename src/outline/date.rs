//! Dates and years as reports write them.

use crate::numeral::{digit_of_arabic, digit_of_han};
use crate::text::{CharSet, is_blank, width};
use std::borrow::Cow;

/// What the years from 2000 to 2099 start with.
static YEAR_STARTS: CharSet = CharSet::of("2二２");

/// A date that makes up the whole of a line, as ISO 8601: `2024-12-31`, or `2024-12` without a day.
///
/// Reads `2024年12月31日`, `二〇二四年十二月三十一日`, `2024-12-31`, `2024.12.31`, `2024/12/31`, with blanks
/// anywhere and in brackets. A month or day that is written out and does not exist is given as it stands.
pub(super) fn whole_line(text: &str) -> Option<String> {
    let opens = |c: char| matches!(c, '（' | '(' | '【' | '〔');
    let first = text
        .trim_start_matches(|c| is_blank(c) || opens(c))
        .chars()
        .next();
    if text.len() > 60 || !first.is_some_and(|c| YEAR_STARTS.has(c)) {
        return None;
    }
    let bare = without_blanks(text);
    let bare = bare
        .trim_start_matches(opens)
        .trim_end_matches(['）', ')', '】', '〕', '。']);
    let (date, rest) = read(bare)?;
    rest.is_empty().then_some(date)
}

fn without_blanks(text: &str) -> Cow<'_, str> {
    match text.contains(is_blank) {
        true => text.chars().filter(|&c| !is_blank(c)).collect(),
        false => text.into(),
    }
}

/// A date at the end of a line that starts with something else (`某某局 2024年1月8日`): the bytes before it and the date.
pub(super) fn at_end(text: &str) -> Option<(usize, String)> {
    if text.len() > 200 || !text.ends_with(['日', '月', '）', ')']) {
        return None;
    }
    let mut from = 0;
    while let Some(at) = YEAR_STARTS.next(text, from) {
        if let Some(date) = whole_line(&text[at..]) {
            return Some((at, date));
        }
        from = at + width(text.as_bytes()[at]);
    }
    None
}

/// The first year from 2000 to 2099 that is written with 年 or stands alone, and the bytes it takes (`2023年` → without 年).
pub(super) fn first_year(text: &str) -> Option<(u16, usize, usize)> {
    let mut from = 0;
    while let Some(at) = YEAR_STARTS.next(text, from) {
        let before = text[..at].chars().next_back();
        if let Some((year, len)) = year(&text[at..]) {
            let behind = text[at + len..].trim_start_matches(is_blank).chars().next();
            let digit_around = [before, behind]
                .into_iter()
                .flatten()
                .any(|c| digit_of_arabic(c).is_some());
            // 厅字〔2019〕28号: the number of a document.
            let numbers_a_document = matches!(before, Some('〔' | '﹝' | '［' | '['));
            let dash = |c: Option<char>| matches!(c, Some('-' | '—' | '－' | '–' | '至' | '～' | '~'));
            // 2021年—2025年 is a span too.
            let span = text[at + len..]
                .strip_prefix('年')
                .and_then(|rest| rest.strip_prefix(['-', '—', '－', '–', '至', '～', '~']))
                .is_some_and(|rest| rest.starts_with(|c| digit_of_arabic(c).is_some()));
            if !digit_around && !numbers_a_document && !dash(before) && !dash(behind) && !span {
                return Some((year, at, len));
            }
        }
        from = at + width(text.as_bytes()[at]);
    }
    None
}

/// A year at the start of the text: four digits of any kind, the first two 20.
pub(super) fn year(text: &str) -> Option<(u16, usize)> {
    let (mut value, mut len, mut count) = (0, 0, 0);
    for c in text.chars() {
        if count > 0 && count < 4 && is_blank(c) {
            len += c.len_utf8();
            continue;
        }
        let Some(digit) = any_digit(c).filter(|_| count < 4) else {
            break;
        };
        value = value * 10 + digit;
        len += c.len_utf8();
        count += 1;
    }
    (count == 4 && (2000..2100).contains(&value)).then_some((value, len))
}

/// How many days a month has; None where there is no such month. In a year that is not known, February may have 29.
pub fn days_of(year: Option<u32>, month: u32) -> Option<u32> {
    let leap = year.is_none_or(|year| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    match month {
        2 => Some(if leap { 29 } else { 28 }),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

fn read(text: &str) -> Option<(String, &str)> {
    let (year, len) = year(text)?;
    let rest = text[len..].strip_prefix(['年', '-', '.', '/', '－', '．', '—'])?;
    let first = rest
        .strip_prefix('元')
        .filter(|rest| rest.starts_with('月'))
        .map(|rest| (1, rest));
    let (month, rest) = first.or_else(|| small(rest))?;
    let written_out = rest.starts_with('月');
    let rest = rest.strip_prefix(['月', '-', '.', '/', '－', '．', '—'])?;
    if !written_out && !(1..=12).contains(&month) {
        return None;
    }
    let is_day =
        |day: u32, rest: &str| (1..=31).contains(&day) || written_out && rest.starts_with(['日', '号']);
    let Some((day, rest)) = small(rest).filter(|&(day, rest)| is_day(day, rest)) else {
        return Some((format!("{year}-{month:02}"), rest));
    };
    let rest = rest.trim_start_matches(['日', '号']);
    Some((format!("{year}-{month:02}-{day:02}"), rest))
}

/// A number of one or two digits, or 一 … 三十一.
fn small(text: &str) -> Option<(u32, &str)> {
    if let Some((value, len)) = super::mark::han_value(text) {
        return Some((value, &text[len..]));
    }
    let (mut value, mut len) = (0, 0);
    for c in text.chars().take(2) {
        let Some(digit) = digit_of_arabic(c) else { break };
        value = value * 10 + u32::from(digit);
        len += c.len_utf8();
    }
    (len > 0).then(|| (value, &text[len..]))
}

/// A digit of a year: Arabic, Chinese, or one of the many circles that stand for 〇.
fn any_digit(c: char) -> Option<u16> {
    if let Some(digit) = digit_of_arabic(c) {
        return Some(u16::from(digit));
    }
    match c {
        '〇' | '○' | '零' | 'O' | 'o' | 'Ｏ' | '◯' | 'О' => Some(0),
        _ => digit_of_han(c).map(u16::from),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_every_form() {
        for (text, expected) in [
            ("2024年12月31日", Some("2024-12-31")),
            ("二〇二四年十二月三十一日", Some("2024-12-31")),
            ("二○二四年一月八日", Some("2024-01-08")),
            ("2024 年 1 月 8 日", Some("2024-01-08")),
            ("（2024年1月8日）", Some("2024-01-08")),
            ("2024-12-31", Some("2024-12-31")),
            ("2024.1.8", Some("2024-01-08")),
            ("２０２４年３月５日", Some("2024-03-05")),
            ("2024年12月", Some("2024-12")),
            ("2024年元月9日", Some("2024-01-09")),
            ("2024年12月31日，街道", None),
            ("2024年", None),
            ("20256月", None),
            ("2024年13月1日", Some("2024-13-01")),
            ("2024年2月35日", Some("2024-02-35")),
            ("2024.13.1", None),
            ("2024.1.35", None),
        ] {
            assert_eq!(whole_line(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn a_date_behind_the_signatory() {
        assert_eq!(
            at_end("柳河镇人民政府　2024年1月8日"),
            Some((24, "2024-01-08".into()))
        );
        assert_eq!(at_end("柳河镇人民政府"), None);
    }

    #[test]
    fn the_first_year_is_no_span_and_no_code() {
        assert_eq!(first_year("关于2023年度的报告"), Some((2023, 6, 4)));
        assert_eq!(first_year("纲要（2021-2025年）和2022年要点"), Some((2022, 27, 4)));
        assert_eq!(first_year("编号120230"), None);
        assert_eq!(first_year("二〇二二年"), Some((2022, 0, 12)));
    }
}

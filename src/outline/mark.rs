//! The number at the start of a line: `一、` `（一）` `1.` `（1）` `①` `第一部分`, in every width and with blanks inside.

use crate::numeral::{digit_of_arabic, digit_of_han};
use crate::text::is_blank;

/// The form of a number, from the highest rank to the lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Style {
    /// 第一部分 第一章
    Part,
    /// 一、
    Han,
    /// （一）
    HanParen,
    /// 1.
    Arabic,
    /// （1） 1）
    ArabicParen,
    /// ①
    Circled,
    /// Only the mark is left: `、`
    Lost,
}

/// A number with its marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Mark {
    pub style: Style,
    /// The number; 0 where it was lost.
    pub value: u32,
    /// Bytes of the line that the number with its marks takes, blanks behind it included.
    pub len: usize,
    /// Bytes without those blanks.
    pub bare: usize,
}

impl Mark {
    /// The number without its marks, as readers write it; None where it was lost.
    pub fn number(self) -> Option<String> {
        match self.style {
            _ if self.value == 0 => None,
            Style::Part | Style::Han | Style::HanParen => Some(han(self.value)),
            _ => Some(self.value.to_string()),
        }
    }
}

/// Reads the number at the start of a trimmed line. Years, decimals, dates and 一、二级 are none.
pub(super) fn parse(text: &str) -> Option<Mark> {
    let first = text.chars().next()?;
    let (style, value, bare) = match first {
        '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' => han_mark(text)?,
        '0'..='9' | '０'..='９' => arabic_mark(text)?,
        '（' | '(' | '〔' | '［' | '[' | '【' => bracket_mark(text, first.len_utf8())?,
        '第' => part_mark(text)?,
        '、' | '．' => (Style::Lost, 0, first.len_utf8()),
        '①'..='⑳' => (Style::Circled, single(first, '①'), first.len_utf8()),
        '⑴'..='⒇' => (Style::ArabicParen, single(first, '⑴'), first.len_utf8()),
        '⒈'..='⒛' => (Style::Arabic, single(first, '⒈'), first.len_utf8()),
        '㈠'..='㈩' => (Style::HanParen, single(first, '㈠'), first.len_utf8()),
        _ => return None,
    };
    let len = bare + blanks(&text[bare..]);
    Some(Mark {
        style,
        value,
        len,
        bare,
    })
}

fn single(c: char, first: char) -> u32 {
    c as u32 - first as u32 + 1
}

fn blanks(text: &str) -> usize {
    text.len() - text.trim_start_matches(is_blank).len()
}

fn han_mark(text: &str) -> Option<(Style, u32, usize)> {
    let (value, digits) = han_value(text)?;
    let gap = blanks(&text[digits..]);
    let rest = &text[digits + gap..];
    let separator = rest.chars().next()?;
    match separator {
        '、' | '.' | '．' | '﹑' | '､' => {
            let behind = rest[separator.len_utf8()..].trim_start_matches(is_blank);
            if continues_enumeration(behind, value) {
                return None;
            }
            Some((Style::Han, value, digits + gap + separator.len_utf8()))
        }
        '）' | ')' => Some((Style::HanParen, value, digits + gap + separator.len_utf8())),
        // 一 主要举措和成效: the separator was lost, a blank is left; only before something like a heading.
        _ if gap > 0 && rest.len() <= 90 && !rest.contains(['。', '，', '；', '：']) => {
            Some((Style::Han, value, digits))
        }
        _ => None,
    }
}

/// 一、二级 …: two numbers of one list, not a heading's number.
fn continues_enumeration(behind: &str, value: u32) -> bool {
    let Some((next, len)) = han_value(behind) else {
        return false;
    };
    next == value + 1
        && behind[len..].starts_with([
            '、', '和', '及', '季', '级', '类', '期', '批', '号', '线', '产', '次', '轮', '楼',
        ])
}

fn arabic_mark(text: &str) -> Option<(Style, u32, usize)> {
    let (value, digits) = arabic_value(text)?;
    let gap = blanks(&text[digits..]);
    let rest = &text[digits + gap..];
    let separator = rest.chars().next()?;
    let end = digits + gap + separator.len_utf8();
    match separator {
        '）' | ')' => Some((Style::ArabicParen, value, end)),
        '、' | '.' | '．' | '﹒' | '﹑' | '､' => {
            let run = rest[separator.len_utf8()..]
                .chars()
                .take_while(|c| matches!(c, '0'..='9' | '０'..='９'))
                .count();
            // 1.5万元, 12.4, 1、2号楼 are no numbers of headings; 1.2023年 and 3.12345热线 are.
            (run == 0 || run >= 4).then_some((Style::Arabic, value, end))
        }
        _ => None,
    }
}

fn bracket_mark(text: &str, open: usize) -> Option<(Style, u32, usize)> {
    let inner = &text[open..];
    let gap = blanks(inner);
    let inner = &inner[gap..];
    let (style, value, digits) = if let Some((value, digits)) = han_value(inner) {
        (Style::HanParen, value, digits)
    } else if let Some((value, digits)) = arabic_value(inner) {
        (Style::ArabicParen, value, digits)
    } else if inner.starts_with(['）', ')']) {
        (Style::Lost, 0, 0)
    } else {
        return None;
    };
    let inner = &inner[digits..];
    let behind = blanks(inner);
    let close = inner[behind..].chars().next()?;
    if !matches!(close, '）' | ')' | '〕' | '］' | ']' | '】') {
        return None;
    }
    let mut end = open + gap + digits + behind + close.len_utf8();
    if let Some(extra) = text[end..]
        .chars()
        .next()
        .filter(|&c| matches!(c, '、' | '.' | '．'))
    {
        end += extra.len_utf8();
    }
    Some((style, value, end))
}

fn part_mark(text: &str) -> Option<(Style, u32, usize)> {
    let inner = &text['第'.len_utf8()..];
    let (value, digits) = han_value(inner).or_else(|| arabic_value(inner))?;
    let mut end = '第'.len_utf8() + digits;
    let rest = &text[end..];
    let word = ["部分", "章", "篇"]
        .into_iter()
        .find(|word| rest.starts_with(word))?;
    end += word.len();
    let behind = text[end..].chars().next();
    if let Some(extra) = behind.filter(|&c| matches!(c, '、' | '.' | '．' | '：' | ':')) {
        return Some((Style::Part, value, end + extra.len_utf8()));
    }
    // 第一部分是…: a sentence. A heading has a blank here, or nothing at all.
    behind.is_none_or(is_blank).then_some((Style::Part, value, end))
}

/// 一 … 九十九, and the bytes it takes.
pub(super) fn han_value(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut len, mut digit, mut tens) = (0, 0, None, false);
    for c in text.chars().take(4) {
        match (digit_of_han(c), c) {
            (Some(found), _) if digit.is_none() => digit = Some(u32::from(found)),
            (None, '十') if !tens => {
                value = digit.take().unwrap_or(1) * 10;
                tens = true;
            }
            _ => break,
        }
        len += c.len_utf8();
    }
    let value = value + digit.unwrap_or(0);
    (value > 0).then_some((value, len))
}

/// 1 … 99 in either width, and the bytes it takes. Longer runs are years and codes.
pub(super) fn arabic_value(text: &str) -> Option<(u32, usize)> {
    let (mut value, mut len) = (0, 0);
    for (at, c) in text.chars().enumerate() {
        let Some(digit) = digit_of_arabic(c) else { break };
        if at == 2 {
            return None;
        }
        value = value * 10 + u32::from(digit);
        len += c.len_utf8();
    }
    (value > 0).then_some((value, len))
}

/// A number up to 99 in Chinese: 12 → 十二.
fn han(value: u32) -> String {
    let digit = |value: u32| "一二三四五六七八九".chars().nth(value.wrapping_sub(1) as usize);
    let mut text = String::with_capacity(3 * '十'.len_utf8());
    if value >= 20 {
        text.extend(digit(value / 10));
    }
    if value >= 10 {
        text.push('十');
    }
    text.extend(digit(value % 10));
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> String {
        match parse(text) {
            Some(mark) => format!(
                "{:?} {} | {}",
                mark.style,
                mark.number().unwrap_or_default(),
                &text[mark.len..]
            ),
            None => "-".into(),
        }
    }

    #[test]
    fn every_form_of_a_number() {
        for (text, expected) in [
            ("一、甲", "Han 一 | 甲"),
            ("十二．甲", "Han 十二 | 甲"),
            ("二十一 、 甲", "Han 二十一 | 甲"),
            ("一 主要举措", "Han 一 | 主要举措"),
            ("（一）甲", "HanParen 一 | 甲"),
            ("( 三 )、甲", "HanParen 三 | 甲"),
            ("（四)甲", "HanParen 四 | 甲"),
            ("㈡甲", "HanParen 二 | 甲"),
            ("五）甲", "HanParen 五 | 甲"),
            ("1、甲", "Arabic 1 | 甲"),
            ("１２．甲", "Arabic 12 | 甲"),
            ("3.\u{3000}甲", "Arabic 3 | 甲"),
            ("1.2023年甲", "Arabic 1 | 2023年甲"),
            ("（1）甲", "ArabicParen 1 | 甲"),
            ("2)甲", "ArabicParen 2 | 甲"),
            ("③甲", "Circled 3 | 甲"),
            ("第一部分 甲", "Part 一 | 甲"),
            ("第2章", "Part 二 | "),
            ("、坚持", "Lost  | 坚持"),
            ("（）坚持", "Lost  | 坚持"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_number() {
        for text in [
            "一是甲",
            "一、二级响应",
            "三、四季度",
            "2023.",
            "2023年",
            "1.5万元",
            "12.4宪法日",
            "1、2号楼",
            "一年来",
            "（2023年）",
            "第一责任人",
            "第三批",
            "第一部分是",
            "一 方面，甲",
            "100、甲",
            "0.5",
            "十",
        ] {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}

//! Where a text that lost all its line breaks had them: before the numbers of its headings.

use crate::numeral::{digit_of_arabic, digit_of_han};
use crate::text::is_blank;

/// A line that is shorter is a paragraph, whatever blanks stand in it.
const LEAST: usize = 600;

/// Offsets in `line` behind the blanks that stand where line breaks stood. Empty unless the line is most of `text`
/// and holds the numbers of headings: 报告如下： 一、… （一）… （二）… 二、…
pub(super) fn breaks(text: &str, line: &str) -> Vec<usize> {
    if line.len() < LEAST || line.len() * 2 < text.len() || !line.contains("一、") {
        return vec![];
    }
    let mut found: Vec<usize> = Vec::new();
    // The last number of 一、 of （一） and of 1.
    let mut last = [0_u32; 3];
    let mut before = None;
    let mut in_blanks = false;
    for (at, c) in line.char_indices() {
        if is_blank(c) {
            in_blanks = true;
            continue;
        }
        let starts = in_blanks
            && match mark(&line[at..]) {
                Some((rank, value)) if value == 1 || value == last[rank] + 1 => {
                    let fits = rank < 2 || before.is_some_and(closes);
                    if fits {
                        last[rank] = value;
                        last[rank + 1..].fill(0);
                    }
                    fits
                }
                // 县委、县政府： 2023年，…
                _ => found.is_empty() && before == Some('：') && c == '2',
            };
        if starts {
            found.push(at);
        }
        before = Some(c);
        in_blanks = false;
    }
    if found.len() < 3 {
        found.clear();
    }
    found
}

fn closes(c: char) -> bool {
    matches!(c, '。' | '；' | '：' | '！')
}

/// The rank and value of the number that a heading would begin with.
fn mark(text: &str) -> Option<(usize, u32)> {
    let bracket = text.strip_prefix(['（', '(']);
    let words = bracket.unwrap_or(text);
    if let Some((value, rest)) = han(words) {
        return match bracket {
            Some(_) => rest.starts_with(['）', ')']).then_some((1, value)),
            None => {
                let words = rest.strip_prefix('、')?;
                // 一、二级企业: two numbers of one list.
                let listed = han(words).is_some_and(|(next, _)| next == value + 1);
                (!listed).then_some((0, value))
            }
        };
    }
    if bracket.is_some() {
        return None;
    }
    let digits = words.chars().take_while(|&c| digit_of_arabic(c).is_some());
    let (count, value) = digits.fold((0, 0_u32), |(count, value), c| {
        (
            count + c.len_utf8(),
            value
                .saturating_mul(10)
                .saturating_add(u32::from(digit_of_arabic(c).unwrap_or(0))),
        )
    });
    let rest = words[count..].strip_prefix(['.', '．', '、'])?;
    let is_number = (1..=30).contains(&value) && !rest.starts_with(|c| digit_of_arabic(c).is_some());
    is_number.then_some((2, value))
}

/// 一 … 十九, and what follows.
fn han(text: &str) -> Option<(u32, &str)> {
    let tens = text.strip_prefix('十');
    let words = tens.unwrap_or(text);
    let ones = words.chars().next().and_then(|c| Some((digit_of_han(c)?, c)));
    let (ones, rest) = match ones {
        Some((ones, c)) => (u32::from(ones), &words[c.len_utf8()..]),
        None => (0, words),
    };
    let value = ones + if tens.is_some() { 10 } else { 0 };
    (value > 0).then_some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::breaks;

    fn pieces(text: &str) -> Vec<String> {
        let mut from = 0;
        let mut pieces = Vec::new();
        for at in breaks(text, text).into_iter().chain([text.len()]) {
            pieces.push(text[from..at].trim().chars().take(8).collect());
            from = at;
        }
        pieces
    }

    #[test]
    fn the_numbers_of_headings_begin_lines() {
        let filler = "局机关坚持依法行政，统筹推进各项工作。".repeat(20);
        let text = format!(
            "县委、县政府： 2023年，{filler}现报告如下： 一、主要举措和成效 （一）规范决策。 {filler} 1.审查合同。完成 3.5万元支付。 2.审查文件。 （二）规范执法。{filler} 二、存在的不足 一是人手少。"
        );
        assert_eq!(
            pieces(&text),
            [
                "县委、县政府：",
                "2023年，局机",
                "一、主要举措和成",
                "（一）规范决策。",
                "1.审查合同。完",
                "2.审查文件。",
                "（二）规范执法。",
                "二、存在的不足 ",
            ]
        );
    }

    #[test]
    fn a_paragraph_stays_whole() {
        let filler = "局机关坚持依法行政，统筹推进各项工作。".repeat(20);
        for text in [
            format!("{filler} 一、二级 企业 三、四级 企业。{filler}"),
            format!("{filler}（一）规范决策。{filler}"),
            "一、主要举措 （一）规范决策。 （二）规范执法。".to_string(),
        ] {
            let found = breaks(&text, &text);
            assert!(found.is_empty(), "{text}: {found:?}");
        }
        let text = format!("{filler} 一、举措 （一）决策。 （二）执法。\n");
        assert!(breaks(&text.repeat(3), &text).is_empty());
    }
}

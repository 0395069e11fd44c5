//! Chinese and Arabic numerals with their multipliers → exact decimals.
//!
//! Reports mix every way of writing a number, often inside one sentence. What each of them is worth:
//!
//! ```
//! use fajing::numeral::{Decimal, value};
//! for (written, worth) in [
//!     ("220", "220"), ("２２０", "220"), ("86,412", "86412"), ("１，２３４", "1234"),
//!     ("3．2", "3.2"), ("1 206", "1206"), ("98.40", "98.4"), ("0.92万", "9200"), ("15万", "150000"),
//!     ("64余万", "640000"), ("35000多", "35000"), ("280 余", "280"),
//!     ("1亿3500万", "135000000"), ("3万4000", "34000"), ("1.2万亿", "1200000000000"),
//!     ("一千二百", "1200"), ("一千零二", "1002"), ("一万二", "12000"), ("两万余", "20000"),
//!     ("二十余", "20"), ("十几", "10"), ("廿", "20"), ("伍佰", "500"), ("十余万", "100000"),
//!     ("二〇二四", "2024"), ("百余", "100"), ("数十", "10"), ("几百", "100"), ("九十八点六", "98.6"),
//!     ("二三十", "20"), ("三五", "3"),
//! ] {
//!     assert_eq!(value(written), worth.parse::<Decimal>().ok(), "{written}");
//! }
//! assert_eq!(value("二十人"), None, "only whole numerals have a value");
//! assert_eq!(value(&"9".repeat(2000)), None, "no exact decimal is that long");
//! ```

mod arabic;
mod chinese;

use crate::text::{CharSet, starts_with_han};
use arabic::arabic;
use chinese::{chinese, chinese_digit, multiplier};
pub use rust_decimal::Decimal;

/// A stretch of numeral characters and what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Run {
    /// Byte offset behind the stretch, an inner hedge (余 多 来 几) included.
    pub end: usize,
    /// None where the stretch is no number: overlong, overflowing or malformed.
    pub number: Option<Number>,
}

/// A number as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Number {
    /// Its value, 万 and 亿 multiplied out; of 三五 and 二三十 the lower end.
    pub value: Decimal,
    /// The upper end of 三五 and 二三十.
    pub max: Option<Decimal>,
    /// Whether 余, 多, 来, 几 or 数 says that it is that or over.
    pub more: bool,
    /// In which characters it is written.
    pub script: Script,
}

/// The characters in which a number is written, as far as it matters for what the number may mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Script {
    /// 0–9, half or full width.
    Arabic,
    /// 一 to 十, 两: one character. Most of these stand in words and set phrases.
    Small(char),
    /// A lone 百, 千, 万 or 亿, a number only together with a hedge (上百, 百余).
    Multiplier,
    /// Any longer Chinese numeral.
    Chinese,
}

/// The value of a text that is one numeral and nothing else.
pub fn value(text: &str) -> Option<Decimal> {
    let run = read(text, 0)?;
    run.number
        .filter(|_| run.end == text.len())
        .map(|number| number.value)
}

/// Reads the longest numeral that starts at byte `at`, None where none starts there. Linear in what it reads.
pub fn read(text: &str, at: usize) -> Option<Run> {
    let rest = text.get(at..)?;
    let first = rest.chars().next()?;
    if digit_of_arabic(first).is_some() {
        return Some(mixed(text, at));
    }
    if matches!(first, '几' | '数') {
        return several(text, at + first.len_utf8());
    }
    if chinese_digit(first).is_none() && multiplier(first).is_none() || is_guarded(rest, first) {
        return None;
    }
    Some(chinese(text, at))
}

/// The value of an Arabic digit of either width.
pub fn digit_of_arabic(c: char) -> Option<u8> {
    match c {
        '0'..='9' => Some(c as u8 - b'0'),
        '０'..='９' => Some((c as u32 - '０' as u32) as u8),
        _ => None,
    }
}

/// The value of 一 … 九, as headings, dates and lists write them.
pub fn digit_of_han(c: char) -> Option<u8> {
    let digits = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    digits
        .into_iter()
        .zip(1..)
        .find_map(|(digit, value)| (digit == c).then_some(value))
}

/// Characters that belong to a unit (千米, 百分点) or to the word 百分之 and not to the number before them.
fn is_guarded(rest: &str, first: char) -> bool {
    let next = rest[first.len_utf8()..].chars().next();
    match first {
        '百' => rest.starts_with("百分") && !rest.starts_with("百分钟"),
        '千' => {
            matches!(next, Some('米' | '克' | '瓦' | '伏' | '卡' | '帕' | '赫')) || rest.starts_with("千分之")
        }
        '万' => rest.starts_with("万分之"),
        _ => false,
    }
}

/// 1.5万, 1亿3500万, 64余万: Arabic digits and Chinese multipliers by turns.
fn mixed(text: &str, at: usize) -> Run {
    let (mut end, first) = arabic(text, at);
    let Some(mut part) = first else {
        return Run { end, number: None };
    };
    if text[end..].chars().next().is_none_or(|c| !GOES_ON.has(c)) {
        let number = Number {
            value: part.normalize(),
            max: None,
            more: false,
            script: Script::Arabic,
        };
        return Run {
            end,
            number: Some(number),
        };
    }
    let mut total = Some(Decimal::ZERO);
    let mut ceiling = None;
    let mut more = false;
    loop {
        let hedged = hedge_at(text, end);
        let scale_at = hedged.unwrap_or(end);
        let (behind, scale) = multipliers(text, scale_at);
        if let Some(scale) = scale {
            part = match part.checked_mul(Decimal::from(scale)) {
                Some(part) if ceiling.is_none_or(|ceiling| part < ceiling) => part,
                _ => {
                    return Run {
                        end: behind,
                        number: None,
                    };
                }
            };
        }
        // Most numbers have one part: adding it to nothing is spared.
        total = total.and_then(|total| match total.is_zero() {
            true => Some(part),
            false => total.checked_add(part),
        });
        end = behind;
        more |= hedged.is_some();
        let Some(scale) = scale.filter(|_| !more) else {
            break;
        };
        if let Some(behind) = hedge_at(text, end) {
            (end, more) = (behind, true);
            break;
        }
        let (behind, next) = arabic(text, end);
        let Some(next) = next.filter(|next| *next < Decimal::from(scale) && !is_year(text, end, behind))
        else {
            break;
        };
        (ceiling, part, end) = (Some(Decimal::from(scale)), next, behind);
    }
    let number = total.map(|value| Number {
        value: value.normalize(),
        max: None,
        more,
        script: Script::Arabic,
    });
    Run { end, number }
}

/// What a number goes on with behind its digits. Most numbers do not.
static GOES_ON: CharSet = CharSet::of("百千万萬亿億余多几来 \u{A0}\u{3000}");

/// 投入1.2亿2023年… : the digits after the multiplier start the next phrase.
fn is_year(text: &str, start: usize, end: usize) -> bool {
    end - start == 4 && text[end..].starts_with('年')
}

/// The multipliers at `at` (万, 万亿, 百万) as one factor.
fn multipliers(text: &str, at: usize) -> (usize, Option<u64>) {
    let (mut end, mut factor) = (at, None::<u64>);
    let from = skip_blank(text, at);
    let mut here = from;
    while let Some(c) = text[here..].chars().next() {
        let scale = match c {
            '百' | '千' | '万' | '亿' | '萬' | '億' => multiplier(c),
            _ => None,
        };
        let Some(scale) = scale.filter(|_| !is_guarded(&text[here..], c)) else {
            break;
        };
        let Some(product) = factor.unwrap_or(1).checked_mul(scale) else {
            break;
        };
        factor = Some(product);
        here += c.len_utf8();
        end = here;
    }
    (end, factor)
}

/// At most one blank between a number and what belongs to it: `280 余场次`.
fn skip_blank(text: &str, at: usize) -> usize {
    if starts_with_han(&text.as_bytes()[at..]) {
        return at;
    }
    match text[at..].chars().next() {
        Some(c @ (' ' | '\u{A0}' | '\u{3000}')) => at + c.len_utf8(),
        _ => at,
    }
}

/// Behind an inner hedge that starts at `at`.
fn hedge_at(text: &str, at: usize) -> Option<usize> {
    let at = skip_blank(text, at);
    let rest = &text[at..];
    let c = rest
        .chars()
        .next()
        .filter(|c| matches!(c, '余' | '多' | '几' | '来'))?;
    let next = rest[c.len_utf8()..].chars().next();
    let is_hedge = match c {
        '余' => next != Some('额'),
        '多' => !["多元化", "多元解", "多元纠", "多样"]
            .iter()
            .any(|word| rest.starts_with(word)),
        '几' => true,
        '来' => matches!(
            next,
            Some('个' | '名' | '人' | '次' | '家' | '件' | '场' | '份' | '条' | '户' | '万' | '亿')
        ),
        _ => false,
    };
    is_hedge.then_some(at + c.len_utf8())
}

/// 几十, 数百: the multiplier is all that is known.
fn several(text: &str, at: usize) -> Option<Run> {
    let first = text[at..].chars().next()?;
    if !matches!(first, '十' | '百' | '千' | '万' | '亿') || is_guarded(&text[at..], first) {
        return None;
    }
    let mut run = chinese(text, at);
    if let Some(number) = &mut run.number {
        number.more = true;
        number.script = Script::Chinese;
    }
    Some(run)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(text: &str) -> String {
        let run = read(text, 0).unwrap();
        let Some(number) = run.number else {
            return format!("{} -", &text[..run.end]);
        };
        let max = number.max.map_or(String::new(), |max| format!("–{max}"));
        let more = if number.more { "+" } else { "" };
        format!("{} = {}{max}{more}", &text[..run.end], number.value)
    }

    #[test]
    fn the_starts_are_the_digits_and_multipliers() {
        let starts = crate::text::CharSet::of(crate::text::NUMERALS);
        for c in '\0'..='\u{FFFF}' {
            let numeral =
                digit_of_arabic(c).is_some() || chinese_digit(c).is_some() || multiplier(c).is_some();
            assert_eq!(starts.has(c), numeral || matches!(c, '几' | '数'), "{c}");
        }
    }

    #[test]
    fn units_that_start_like_a_multiplier_are_left_alone() {
        assert_eq!(picture("5千米"), "5 = 5");
        assert_eq!(picture("3百分点"), "3 = 3");
        assert_eq!(picture("200万千瓦时"), "200万 = 2000000");
        assert!(read("百分之三", 0).is_none());
    }

    #[test]
    fn neighbouring_digits_are_a_range() {
        assert_eq!(picture("三四次"), "三四 = 3–4");
        assert_eq!(picture("二三十人"), "二三十 = 20–30");
        assert_eq!(picture("二三十万人"), "二三十万 = 200000–300000");
    }

    #[test]
    fn commas_separate_thousands_and_nothing_else() {
        assert_eq!(picture("1,234,567元"), "1,234,567 = 1234567");
        assert_eq!(picture("12,34"), "12 = 12");
        assert_eq!(picture("2021,300"), "2021 = 2021");
        assert_eq!(picture("3，4567"), "3 = 3");
    }

    #[test]
    fn a_year_behind_a_multiplier_starts_a_new_phrase() {
        assert_eq!(picture("1.2亿2023年"), "1.2亿 = 120000000");
    }

    #[test]
    fn what_cannot_be_a_number_has_no_value_and_is_still_consumed() {
        assert_eq!(read(&"万".repeat(1000), 0).unwrap().number, None);
        assert_eq!(read(&"一".repeat(1000), 0).unwrap().end, 3000);
        assert_eq!(read("三一二十", 0).unwrap().number, None);
        assert!(
            read("9999999999999999999999999999亿", 0)
                .unwrap()
                .number
                .is_none()
        );
    }
}

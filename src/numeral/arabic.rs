//! Arabic digits, as pages write them: in both widths, grouped by thousands, torn by a blank.

use super::digit_of_arabic;
use crate::text::{is_han, starts_with_han};
use rust_decimal::Decimal;

/// Arabic digits with thousands separators and a decimal point. The whole run of digits is consumed even where
/// it is too long to have a value, so that reading stays linear.
pub(super) fn arabic(text: &str, at: usize) -> (usize, Option<Decimal>) {
    let (mut mantissa, mut digits, mut point_at) = (0_u128, 0_usize, None::<usize>);
    let mut end = at;
    loop {
        // What overflows here has more digits than a value may have.
        let mut push = |digit: u8| {
            mantissa = mantissa.wrapping_mul(10).wrapping_add(u128::from(digit));
            digits += 1;
        };
        while let Some(digit @ b'0'..=b'9') = text.as_bytes().get(end) {
            push(digit - b'0');
            end += 1;
        }
        if starts_with_han(&text.as_bytes()[end..]) {
            break;
        }
        let Some(c) = text[end..].chars().next() else {
            break;
        };
        if let Some(digit) = digit_of_arabic(c) {
            push(digit);
            end += c.len_utf8();
            continue;
        }
        let behind = end + c.len_utf8();
        let point = matches!(c, '.' | '．') && point_at.is_none() && digit_count(text, behind, 1) == 1;
        let separator = matches!(c, ',' | '，' | ' ' | '\u{A0}' | '\u{2009}')
            && point_at.is_none()
            && is_first_group(digits, end - at)
            && digit_count(text, behind, 4) == 3;
        let torn = c == ' ' && digits == 1 && is_torn(text, at, behind);
        if digits == 0 || !(point || separator || torn) {
            break;
        }
        if point {
            point_at = Some(digits);
        }
        end = behind;
    }
    if digits == 0 || digits > 28 {
        return (end, None);
    }
    let scale = point_at.map_or(0, |before| digits - before) as u32;
    let value = i128::try_from(mantissa)
        .ok()
        .and_then(|mantissa| Decimal::try_from_i128_with_scale(mantissa, scale).ok());
    (end, value)
}

/// A separator may follow one to three digits, or whole groups that already have separators between them.
fn is_first_group(digits: usize, bytes: usize) -> bool {
    let plain = bytes == digits || bytes == 3 * digits;
    digits > 0 && if plain { digits <= 3 } else { true }
}

/// 纠纷1 5起: a page set wide may hold a blank inside a number. 表1 5家企业 are two.
fn is_torn(text: &str, at: usize, behind: usize) -> bool {
    let before = text[..at].chars().next_back();
    let digits = digit_count(text, behind, 3);
    let next = text[behind..].chars().nth(digits);
    before.is_some_and(|c| is_han(c) && !"图表第号栏附页".contains(c))
        && !text[..at].ends_with("附件")
        && matches!(digits, 1 | 2)
        && next.is_some_and(|c| is_han(c) && !"年月日时分第至".contains(c))
}

fn digit_count(text: &str, at: usize, enough: usize) -> usize {
    text[at..]
        .chars()
        .take(enough)
        .take_while(|&c| digit_of_arabic(c).is_some())
        .count()
}

//! Chinese numerals: 一千二百, 两万余, 二〇二四, 二三十, 九十八点六.

use super::{Decimal, Number, Run, Script, hedge_at, is_guarded, multipliers};

/// Reads a run of Chinese numeral characters.
pub(super) fn chinese(text: &str, at: usize) -> Run {
    let mut sum = ChineseSum::default();
    let mut end = at;
    while let Some(c) = text[end..].chars().next() {
        if let Some(digit) = chinese_digit(c) {
            sum.digit(digit);
        } else if let Some(scale) = multiplier(c).filter(|_| !is_guarded(&text[end..], c)) {
            sum.multiply(scale);
        } else {
            break;
        }
        end += c.len_utf8();
    }
    let first = text[at..].chars().next().unwrap_or(' ');
    let script = match end - at == first.len_utf8() {
        true if matches!(first, '百' | '千' | '万' | '亿') => Script::Multiplier,
        true => Script::Small(first),
        false => Script::Chinese,
    };
    let fraction = fraction(text, end);
    let mut more = false;
    let mut factor = 1;
    if let Some((behind, _)) = fraction {
        end = behind;
    } else if let Some(behind) = hedge_at(text, end) {
        more = true;
        let (behind, scale) = multipliers(text, behind);
        factor = scale.unwrap_or(1);
        end = behind;
    }
    let number = sum.finish().and_then(|(low, high)| {
        let fraction = fraction.map_or(Decimal::ZERO, |(_, fraction)| fraction);
        let scaled = |n: u128| {
            let n = Decimal::try_from_i128_with_scale(i128::try_from(n).ok()?, 0).ok()?;
            n.checked_mul(Decimal::from(factor))
        };
        Some(Number {
            value: scaled(low)?.checked_add(fraction)?.normalize(),
            max: match high {
                Some(high) => Some(scaled(high)?),
                None => None,
            },
            more,
            script,
        })
    });
    Run { end, number }
}

/// 点六: the decimals of a Chinese numeral, not those of a time of day (八点三十分).
fn fraction(text: &str, at: usize) -> Option<(usize, Decimal)> {
    let rest = text[at..].strip_prefix('点')?;
    let digits: Vec<u8> = rest.chars().map_while(chinese_digit).take(9).collect();
    let end = at + '点'.len_utf8() + digits.len() * '一'.len_utf8();
    let behind = text[end..].chars().next();
    if digits.is_empty() || behind.is_some_and(|c| multiplier(c).is_some_and(|scale| scale < 10_000)) {
        return None;
    }
    let mantissa = digits.iter().fold(0, |sum, &digit| sum * 10 + i64::from(digit));
    Some((end, Decimal::new(mantissa, digits.len() as u32)))
}

/// Adds up a Chinese numeral from left to right.
#[derive(Default)]
struct ChineseSum {
    total: u128,
    section: u128,
    pending: Option<u8>,
    /// The digit before the pending one, for 二三十 and 三五.
    earlier: Option<u8>,
    /// Digits without any multiplier so far: 二〇二四.
    plain: u128,
    plain_digits: usize,
    last_scale: u64,
    zero_before: bool,
    range: Option<u64>,
    broken: bool,
    scaled: bool,
}

impl ChineseSum {
    fn digit(&mut self, digit: u8) {
        self.plain = self.plain.saturating_mul(10).saturating_add(u128::from(digit));
        self.plain_digits += 1;
        if self.scaled && digit == 0 {
            self.zero_before = true;
            return;
        }
        self.broken |= self.scaled && self.earlier.is_some();
        self.earlier = self.pending;
        self.pending = Some(digit);
    }

    fn multiply(&mut self, scale: u64) {
        // 二三十: two neighbouring digits before one multiplier are a range, any others are no numeral.
        if let (Some(low), Some(high)) = (self.earlier, self.pending) {
            self.broken |= self.plain_digits > 2 || high != low + 1 || self.range.is_some();
            self.range = Some(scale);
            self.pending = Some(low);
        }
        let digit = self.pending.take().map(u128::from);
        self.earlier = None;
        let scale_wide = u128::from(scale);
        if scale >= 10_000 {
            let below = self.section + digit.unwrap_or(0);
            let below = if below + self.total == 0 { 1 } else { below };
            match (self.total + below).checked_mul(scale_wide) {
                Some(total) if total < 1 << 90 => self.total = total,
                _ => self.broken = true,
            }
            self.section = 0;
            if let Some(range) = &mut self.range {
                *range = range.saturating_mul(scale);
            }
        } else {
            self.broken |= self.section > 0 && self.last_scale <= scale && self.last_scale < 10_000;
            self.section = self
                .section
                .saturating_add(digit.unwrap_or(1).saturating_mul(scale_wide));
        }
        self.last_scale = scale;
        self.scaled = true;
        self.zero_before = false;
    }

    fn finish(mut self) -> Option<(u128, Option<u128>)> {
        if self.broken {
            return None;
        }
        if !self.scaled {
            return match (self.earlier, self.pending, self.plain_digits) {
                (Some(low), Some(high), 2) if low > 0 && (high == low + 1 || (low, high) == (3, 5)) => {
                    Some((u128::from(low), Some(u128::from(high))))
                }
                (_, _, digits) if digits <= 28 => Some((self.plain, None)),
                _ => None,
            };
        }
        if self.earlier.is_some() {
            return None;
        }
        let unit = self.pending.take().map_or(0, |digit| {
            // 一万二 is 12 000, 一万零二 is 10 002, 十二 is 12.
            let abbreviated = self.last_scale >= 100 && !self.zero_before;
            u128::from(digit) * u128::from(if abbreviated { self.last_scale / 10 } else { 1 })
        });
        let value = self.total.checked_add(self.section)?.checked_add(unit)?;
        let high = match self.range {
            Some(step) => Some(value.checked_add(u128::from(step))?),
            None => None,
        };
        Some((value, high))
    }
}

/// The value of a Chinese digit, formal and simple.
pub(super) fn chinese_digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// The value of 十, 百, 千, 万, 亿 and their formal kin.
pub(super) fn multiplier(c: char) -> Option<u64> {
    Some(match c {
        '十' | '拾' => 10,
        '廿' => 20,
        '卅' => 30,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' | '萬' => 10_000,
        '亿' | '億' => 100_000_000,
        _ => return None,
    })
}

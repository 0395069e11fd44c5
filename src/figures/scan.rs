//! One pass over a text: numerals with their hedges and units, and what stands around them.

use super::quantity::{self, Surroundings};
use super::quotes::Quotes;
use super::unit::{self, Kind};
use super::{Direction, Hedge, hedge};
use crate::numeral::{self, Decimal, Number, Script};
use crate::text::{CharSet, Marks, Span, starts_with_han};
use std::ops::Range;

/// A number that may be a figure. Without a unit it is one only where a unit is carried over to it.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    /// Hedge, number and unit, in bytes of the whole text.
    pub span: Range<usize>,

    pub value: Decimal,
    pub max: Option<Decimal>,
    pub hedge: Hedge,
    pub unit: &'static str,
    pub kind: Kind,
    /// Its place in a from–to change.
    pub direction: Option<Direction>,
}

/// Finds the candidates in one stretch of the text.
pub(super) fn scan(text: &str, range: Range<usize>, marks: &Marks, found: &mut Vec<Candidate>) {
    let text = &text[..range.end];
    let mut quotes = Quotes::default();
    let mut next = range.start;
    let mut floor = range.start;
    let mut ordinal = None;
    for at in marks.stops(Span::new(range.start, range.end)) {
        let Some(c) = text
            .get(at..)
            .filter(|_| at >= next)
            .and_then(|rest| rest.chars().next())
        else {
            continue;
        };
        next = at + c.len_utf8();
        match c {
            '"' => quotes.toggle(at),
            '“' | '”' | '《' | '》' | '〔' | '〕' | '「' | '」' | '‘' | '’' | '【' | '】' => {
                quotes.see(c, at)
            }
            '百' | '千' if let Some(candidate) = percent_in_words(text, at, floor) => {
                floor = candidate.span.end;
                next = floor;
                found.push(candidate);
            }
            _ => {
                let Some(run) = numeral::read(text, at) else {
                    continue;
                };
                next = run.end;
                let Some(number) = run.number else {
                    continue;
                };
                let line = Line {
                    text,
                    floor,
                    quoted: quotes.encloses(text, at),
                };
                let read = line.read(at, run.end, number, &mut ordinal);
                next = read.end;
                if let Some(candidate) = read.candidate {
                    floor = candidate.span.end;
                    next = next.max(floor);
                    found.push(candidate);
                }
            }
        }
    }
}

/// 百分之三十, 千分之五, 百分之二十至三十.
fn percent_in_words(text: &str, at: usize, floor: usize) -> Option<Candidate> {
    let (unit, rest) = [("%", "百分之"), ("‰", "千分之")]
        .iter()
        .find_map(|(unit, word)| Some((*unit, text[at..].strip_prefix(word)?)))?;
    let from = text.len() - rest.len();
    let run = numeral::read(text, from)?;
    let number = run.number?;
    let (mut end, mut max) = (run.end, number.max);
    if let Some(connector) = ["至", "到", "—", "-"]
        .iter()
        .find(|connector| text[end..].starts_with(**connector))
    {
        let behind = end + connector.len();
        let behind = behind
            + if text[behind..].starts_with("百分之") {
                "百分之".len()
            } else {
                0
            };
        if let Some(upper) = numeral::read(text, behind)
            && let Some(high) = upper.number.filter(|high| high.value > number.value)
        {
            (end, max) = (upper.end, Some(high.value));
        }
    }
    let before = hedge::before(&text[floor..at], false);
    let mut hedge = before
        .map(|(hedge, _)| hedge)
        .or(number.more.then_some(Hedge::Above));
    if let Some((after, length)) = hedge::behind(&text[end..]) {
        hedge = hedge.or(Some(after));
        end += length;
    }
    Some(Candidate {
        span: at - before.map_or(0, |(_, length)| length)..end,
        value: number.value,
        max,
        hedge: hedge.unwrap_or_default(),
        unit,
        kind: Kind::Rate,
        direction: None,
    })
}

/// The text up to the end of the stretch, and where the last figure before the number ended.
struct Line<'t> {
    text: &'t str,
    floor: usize,
    quoted: bool,
}

struct Reading {
    end: usize,
    candidate: Option<Candidate>,
}

impl Line<'_> {
    fn read(&self, start: usize, mut end: usize, number: Number, ordinal: &mut Option<usize>) -> Reading {
        let text = self.text;
        let mut value = number.value;
        let mut max = number.max;
        let mut more = number.more;
        // 三分之二, 百分之三十, 3/4: shares that are written around their number.
        let share = self.share(start, end, number);
        if let Some((behind, part)) = share {
            (end, value) = (behind, part);
        }
        let first_end = end;
        let first_unit = unit::at_start(&text[skip_blanks(text, end)..]);
        if share.is_none()
            && let Some((behind, upper)) = self.upper_end(
                end,
                number,
                first_unit.filter(|(unit, _)| unit.kind == Kind::Rate),
            )
        {
            end = behind;
            more |= upper.more;
            (value, max) = stretch(text, start, value, upper.value, behind);
        }
        if let Some(behind) = plus(text, end) {
            (end, more) = (behind, true);
        }
        let unit_at = skip_blanks(text, end);
        let united = match share {
            Some(_) => Some((unit::PERCENT, 0)),
            None if end == first_end => first_unit.or_else(|| tenths(&text[unit_at..])),
            None => unit::at_start(&text[unit_at..]).or_else(|| tenths(&text[unit_at..])),
        };
        let (hedge, hedge_length) =
            match hedge::before(&text[self.floor..start], number.script == Script::Multiplier) {
                Some((hedge, length)) => (Some(hedge), length),
                None => (None, 0),
            };
        let surroundings = Surroundings {
            text,
            floor: self.floor,
            start,
            end,
            hedged: hedge.is_some() || more,
            unit: united.map(|(unit, length)| (unit, unit_at + length)),
            number: Number { value, max, ..number },
            quoted: self.quoted,
        };
        if surroundings.is_ordinal(*ordinal) {
            *ordinal = united.is_none().then_some(end);
            let end = united.map_or(end, |(_, length)| unit_at + length);
            return Reading { end, candidate: None };
        }
        *ordinal = None;
        if !quantity::may_be(&surroundings) {
            return Reading { end, candidate: None };
        }
        let (unit, kind, mut end) = match united {
            Some((unit, length)) if share.is_some() => (unit.name, unit.kind, end + length),
            Some((unit, length)) => (unit.name, unit.kind, unit_at + length),
            None if self.is_total(start, end) => ("", Kind::Measure, end),
            None => ("", Kind::Word, end),
        };
        let value = if kind == Kind::Rate && unit == "成" {
            value * Decimal::TEN
        } else {
            value
        };
        let max = max.map(|max| if unit == "成" { max * Decimal::TEN } else { max });
        let (value, end_of_tenths) = match unit == "成" {
            true => hundredths(text, end).map_or((value, end), |(part, behind)| (value + part, behind)),
            false => (value, end),
        };
        end = end_of_tenths;
        let unit = if unit == "成" { "%" } else { unit };
        let mut hedge = hedge.or(more.then_some(Hedge::Above));
        if !unit.is_empty() {
            let behind = skip_blanks(text, end);
            if let Some((after, length)) = hedge::behind(&text[behind..]) {
                hedge = hedge.or(Some(after));
                end = behind + length;
            } else if text[end..].starts_with('余')
                && matches!(kind, Kind::Measure | Kind::Count | Kind::Person)
            {
                hedge = hedge.or(Some(Hedge::Above));
                end += '余'.len_utf8();
            }
        }
        if kind != Kind::Rate && is_threshold(text, end) {
            return Reading { end, candidate: None };
        }
        let candidate = Candidate {
            span: start - hedge_length..end,
            value,
            max,
            hedge: hedge.unwrap_or_default(),
            unit,
            kind,
            direction: None,
        };
        Reading {
            end,
            candidate: Some(candidate),
        }
    }

    /// 总点击量达66万: a size whose unit nobody writes, where 万 or 亿 ends the clause.
    fn is_total(&self, start: usize, end: usize) -> bool {
        let text = self.text;
        if !text[start..end].ends_with(['万', '亿']) || text[end..].starts_with(|c: char| c.is_alphanumeric())
        {
            return false;
        }
        let head = &text[self.floor.min(start)..start];
        let head = head.trim_end_matches([
            '超', '近', '约', '逾', '达', '到', '过', '突', '破', '已', '为', '至',
        ]);
        head.ends_with(['量', '数', '额', '值']) || head.ends_with("粉丝") || head.ends_with("人口")
    }

    /// 三分之二 and 千分之三 as percentages: behind the share, and its value.
    fn share(&self, _start: usize, end: usize, number: Number) -> Option<(usize, Decimal)> {
        if let Some(rest) = self.text[end..].strip_prefix('/') {
            return self.slash(rest, number);
        }
        let behind = self.text[end..].strip_prefix("分之")?;
        let at = self.text.len() - behind.len();
        let run = numeral::read(self.text, at)?;
        let part = run.number?.value;
        let share = part
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(number.value)?;
        Some((run.end, share.round_dp(2).normalize()))
    }

    /// 占总数的1/4: small numbers, and words around them that speak of a share.
    fn slash(&self, rest: &str, number: Number) -> Option<(usize, Decimal)> {
        let at = self.text.len() - rest.len();
        let run = numeral::read(self.text, at)?;
        let whole = run.number?.value;
        let head = &self.text[self.floor.min(at)..at];
        let is_share = head.contains(['占', '的', '近', '约', '超'])
            && !self.text[run.end..].starts_with(['/', '月', '日', '-']);
        let is_small = number.value < whole
            && whole <= Decimal::from(20)
            && whole.is_integer()
            && number.value.is_integer();
        let share = number
            .value
            .checked_mul(Decimal::ONE_HUNDRED)?
            .checked_div(whole)?;
        (is_share && is_small && run.end - at <= 2).then(|| (run.end, share.round_dp(2).normalize()))
    }

    /// The upper end of 3至5名, 5—10件, 10%至20%.
    fn upper_end(
        &self,
        end: usize,
        number: Number,
        percent: Option<(unit::Unit, usize)>,
    ) -> Option<(usize, Number)> {
        let text = self.text;
        let from = percent.map_or(end, |(_, length)| skip_blanks(text, end) + length);
        let percent = percent.is_some();
        let rest = &text[from..];
        let c = rest.chars().next().filter(|&c| CONNECTS.has(c))?;
        let at = from + c.len_utf8();
        let run = numeral::read(text, at)?;
        let upper = run.number?;
        let same_script = (number.script == Script::Arabic) == (upper.script == Script::Arabic);
        let behind = skip_blanks(text, run.end);
        let ends_in_percent =
            unit::at_start(&text[behind..]).is_some_and(|(unit, _)| unit.kind == Kind::Rate);
        (same_script && (!percent || ends_in_percent) && upper.max.is_none()).then_some((run.end, upper))
    }
}

/// The two ends of a range; 3至5万 starts at 30 000.
fn stretch(text: &str, start: usize, low: Decimal, high: Decimal, end: usize) -> (Decimal, Option<Decimal>) {
    let written = &text[start..end];
    let factor = match written.chars().next_back() {
        Some('万') => Decimal::from(10_000),
        Some('亿') => Decimal::from(100_000_000),
        _ => Decimal::ONE,
    };
    let scaled = low.checked_mul(factor).filter(|scaled| *scaled < high);
    match scaled {
        Some(scaled) if low < factor => (scaled, Some(high)),
        _ => (low, Some(high)),
    }
}

/// What stands between the two ends of a range.
static CONNECTS: CharSet = CharSet::of("至到—－-–～~―");

/// 九成, 七成以上 as percentages; not 成立, 成员, 成效.
fn tenths(text: &str) -> Option<(unit::Unit, usize)> {
    let rest = text.strip_prefix('成')?;
    let next = rest.chars().next();
    let is_word = next.is_some_and(|c| "立员效果功为绩本长熟都型人年交就品就片套文群功因形".contains(c));
    (!is_word).then_some((unit::TENTH, '成'.len_utf8()))
}

/// 50万元以上项目3个: what lies above the line is counted, the line itself is a norm.
fn is_threshold(text: &str, end: usize) -> bool {
    if !["以上", "以下", "以内"]
        .iter()
        .any(|word| text[..end].ends_with(word))
    {
        return false;
    }
    let mut letters = text[end..].chars().take(16).take_while(|c| c.is_alphanumeric());
    letters.next().is_some_and(crate::text::is_han) && letters.any(|c| c.is_ascii_digit())
}

/// 九成五: the digit behind 成 where nothing but a mark or a hedge follows it.
fn hundredths(text: &str, at: usize) -> Option<(Decimal, usize)> {
    let c = text[at..].chars().next()?;
    let digit = "一二三四五六七八九".chars().position(|digit| digit == c)?;
    let behind = at + c.len_utf8();
    let next = &text[behind..];
    let ends = c == '五' && unit::at_start(next).is_none()
        || next.chars().next().is_none_or(|c| !c.is_alphanumeric())
        || hedge::behind(next).is_some();
    ends.then(|| (Decimal::from(digit + 1), behind))
}

/// 300+场: the plus says that it is that or over, unless it adds something (1+3).
fn plus(text: &str, end: usize) -> Option<usize> {
    let rest = text[end..].strip_prefix(['+', '＋'])?;
    let at = text.len() - rest.len();
    unit::at_start(rest).map(|_| at)
}

fn skip_blanks(text: &str, at: usize) -> usize {
    let rest = &text[at..];
    if starts_with_han(rest.as_bytes()) {
        return at;
    }
    let blanks = rest
        .chars()
        .take(2)
        .take_while(|c| matches!(c, ' ' | '\u{A0}' | '\u{3000}'));
    at + blanks.map(char::len_utf8).sum::<usize>()
}

//! A date that no calendar has: 2月30日, 13月.

use super::{Check, Context, Finding, Severity};
use crate::outline::days_of;
use crate::text::{Span, is_blank};

pub(super) const CHECK: Check = Check {
    code: "impossible-date",
    severity: Severity::Error,
    kind: "日期",
    title: "日期不存在",
    why: "2月没有30日，4、6、9、11月没有31日，一年没有13月。这样的日期是笔误，成文日期写错还会影响期限的判断。",
    basis: "通行写法",
    bad: "2024年4月31日印发合同审查办法。",
    good: "2024年2月29日印发合同审查办法，4月30日起施行，1—13号文件已归档。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let date = cx.outline.tail.date.as_ref();
    if let Some(date) = date.filter(|date| !exists(&date.text)) {
        out.push(finding(cx, date.span));
    }
    let numbers = &cx.marks().numbers;
    for (at, &number) in numbers.iter().enumerate() {
        let earlier = at.checked_sub(1).and_then(|at| numbers.get(at).copied());
        let Some(span) = wrong(&cx.document.text, earlier, number, numbers.get(at + 1).copied()) else {
            continue;
        };
        if cx.is_in_report(span) && !date.is_some_and(|date| date.span.contains(span)) {
            out.push(finding(cx, span));
        }
    }
}

fn finding(cx: &Context<'_>, span: Span) -> Finding {
    let date: String = cx.slice(span).chars().filter(|&c| !is_blank(c)).collect();
    Finding::at(span, format!("日期不存在：{date}")).suggest("核对年、月、日")
}

/// Whether a date as ISO 8601, with a day or without, is one of the calendar.
pub(super) fn exists(date: &str) -> bool {
    let mut parts = date.split('-').map(|part| part.parse::<u32>().ok());
    let (year, month, day) = (parts.next().flatten(), parts.next().flatten(), parts.next());
    let days = month.and_then(|month| days_of(year, month));
    days.is_some_and(|days| day.is_none_or(|day| day.is_some_and(|day| (1..=days).contains(&day))))
}

/// The wrong date whose month is this run of digits. A month needs a year before it or a day behind: 历时13月 is none.
fn wrong(text: &str, earlier: Option<Span>, month: Span, later: Option<Span>) -> Option<Span> {
    let behind = text[month.end as usize..]
        .trim_start_matches(' ')
        .strip_prefix('月')?;
    let before = text[..month.start as usize].trim_end_matches(' ');
    // 0.13月 has no month, and the calendar of the moon is another one.
    if month.len() > 2 || before.ends_with('.') || before.ends_with("农历") {
        return None;
    }
    let year = earlier.filter(|year| year.len() == 4 && is_joined(text, *year, month, "年"));
    let day = later.filter(|day| {
        day.len() <= 2
            && is_joined(text, month, *day, "月")
            && text[day.end as usize..].trim_start_matches(' ').starts_with('日')
    });
    let value = |span: Span| span.of(text).parse::<u32>().ok();
    let days = days_of(year.and_then(value), value(month)?);
    let good = match (days, day.and_then(value)) {
        (Some(days), Some(day)) => (1..=days).contains(&day),
        (Some(_), None) => true,
        (None, day) => day.is_none() && year.is_none(),
    };
    if good {
        return None;
    }
    let end = match day {
        Some(day) => text.len() - text[day.end as usize..].trim_start_matches(' ').len() + '日'.len_utf8(),
        None => text.len() - behind.len(),
    };
    Some(Span::new(year.unwrap_or(month).start as usize, end))
}

/// Whether nothing but this word, and spaces, stands between two numbers.
fn is_joined(text: &str, first: Span, second: Span, word: &str) -> bool {
    let between = text.get(first.end as usize..second.start as usize);
    between.is_some_and(|between| between.trim_matches(' ') == word)
}

#[cfg(test)]
mod tests {
    use super::exists;

    #[test]
    fn the_calendar() {
        for date in ["2024-02-29", "2024-12", "2023-04-30", "2000-02-29"] {
            assert!(exists(date), "{date}");
        }
        for date in ["2023-02-29", "2024-13", "2024-04-31", "2024-00-10", "2024-01-00"] {
            assert!(!exists(date), "{date}");
        }
    }
}

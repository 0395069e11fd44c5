//! A date or a span of years that lost a character on its way: `20256月`, `20212025年`.

use super::{Check, Context, Finding, Severity};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    code: "dropped-character",
    severity: Severity::Info,
    kind: "用语",
    title: "日期缺字",
    why: "发布到网页时，日期里的“年”或起止年份之间的连接号常被丢掉，读起来像一个大数。",
    basis: "通行写法",
    bad: "20246月印发合同审查办法。",
    good: "2024年6月印发合同审查办法，编号为20240603。",
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    for digits in &cx.marks().numbers {
        let (start, at) = (digits.start as usize, digits.end as usize);
        if !digits.of(text).starts_with("20") || text[..start].ends_with('.') {
            continue;
        }
        let (run, unit) = (&text[start..at], text[at..].chars().next());
        if run.len() == 4 && text[at..].starts_with("以来") {
            let end = at + "以来".len();
            let message = format!("“{}”疑缺字", &text[start..end]);
            out.push(Finding::at(Span::new(start, end), message).suggest(format!("疑为“{run}年以来”")));
            continue;
        }
        let Some(right) = unit.and_then(|unit| mended(run, unit)) else {
            continue;
        };
        let end = at + unit.map_or(0, char::len_utf8);
        let message = format!("“{}”疑缺字", &text[start..end]);
        out.push(Finding::at(Span::new(start, end), message).suggest(format!("疑为“{right}”")));
    }
}

/// What the run of digits before 年, 月 or 日 should have been.
fn mended(run: &str, unit: char) -> Option<String> {
    let (year, rest) = run.split_at_checked(4)?;
    if !(1990..=2049).contains(&year.parse::<u32>().ok()?) || rest.is_empty() {
        return None;
    }
    let number: u32 = rest.parse().ok()?;
    match (unit, rest.len()) {
        ('年', 4) if (1990..=2049).contains(&number) && rest > year => Some(format!("{year}—{rest}年")),
        ('月', 1 | 2) if (1..=12).contains(&number) => Some(format!("{year}年{number}月")),
        ('日', 2..=4) => {
            let split = (1..rest.len())
                .rev()
                .map(|at| rest.split_at(at))
                .find(|(month, day)| {
                    let value = |text: &str| text.parse::<u32>().unwrap_or(0);
                    (1..=12).contains(&value(month)) && (1..=31).contains(&value(day))
                })?;
            Some(format!(
                "{year}年{}月{}日",
                split.0.trim_start_matches('0'),
                split.1.trim_start_matches('0')
            ))
        }
        _ => None,
    }
}

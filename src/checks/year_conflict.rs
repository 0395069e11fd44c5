//! Title, preface and headings name different report years, or the plan is not for the year after.

use super::{Check, Context, Finding, Severity, words};
use crate::outline::item;
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    code: "year-conflict",
    severity: Severity::Error,
    kind: "日期",
    title: "年度前后不一致",
    why: "标题、开头和各部分标题写的年度应当是同一年，下一步安排应当是下一年；不一致往往是沿用上一年文稿时漏改。",
    basis: "通行写法",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、2023年主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(report) = cx.outline.year else { return };
    // A half-year report plans for the rest of its own year.
    let title = cx.outline.title.as_ref().map_or("", |title| title.text.as_str());
    if words::has_any(title, &["半年", "季度", "五年", "以来"]) {
        return;
    }
    signed_too_early(cx, report.value, out);
    let mut expect = |place: Span, what: &str, wanted: u16| {
        let Some((year, span)) = words::only_year(cx.slice(place), place.start) else {
            return;
        };
        // A year far off is a name or a slip of another kind, not this report's year written wrongly.
        if year != wanted && year.abs_diff(wanted) <= 3 && !report.span.overlaps(span) {
            let message = match report.value {
                own if own == wanted => format!("{what}写的是{year}年，与报告年度（{wanted}年）不符"),
                own => format!("{what}写的是{year}年，应为{wanted}年（报告年度是{own}年）"),
            };
            let proof = Some(report.span).filter(|span| !span.is_empty());
            out.push(
                Finding::at(span, message)
                    .prove(proof.into_iter().collect())
                    .suggest(format!("核对年度，应为{wanted}年")),
            );
        }
    };
    if let Some(place) = opening(cx) {
        expect(place, "开头", report.value);
    }
    if let Some(place) = announcement(cx) {
        expect(place, "开头", report.value);
    }
    for section in cx
        .outline
        .sections
        .iter()
        .filter(|section| section.level == 1 && !section.run_in)
    {
        let served =
            |key| section.item.as_deref() == Some(key) || section.more_items.iter().any(|more| more == key);
        match (
            served(item::PLAN),
            served(item::MEASURES) || served(item::DEFICIENCIES) || served(item::FIRST_RESPONSIBLE),
        ) {
            (true, false) => expect(section.heading_span, "下一步安排的标题", report.value + 1),
            (false, true) => expect(section.heading_span, "标题", report.value),
            _ => {}
        }
    }
}

/// `2025年1月20日` under a report on 2025: nobody reports in January on the year that begins, so one year is wrong.
fn signed_too_early(cx: &Context<'_>, year: u16, out: &mut Vec<Finding>) {
    let Some(date) = &cx.outline.tail.date else { return };
    let month = date.text.get(5..7).and_then(|month| month.parse::<u8>().ok());
    let is_early = date.text.starts_with(&format!("{year}-")) && month.is_some_and(|month| month <= 6);
    if is_early && cx.other_genre().is_none() {
        let message = format!("成文日期是{}，当时{year}年度尚未过半，年份可能写错", date.text);
        let suggestion = format!("核对成文日期的年份，一般应为{}年", year + 1);
        out.push(Finding::at(date.span, message).suggest(suggestion));
    }
}

/// `2023年，…`: the year that the preface starts with.
fn opening(cx: &Context<'_>) -> Option<Span> {
    let preface = cx.outline.preface.trim(&cx.document.text);
    let start = cx.slice(preface).get(.."2023年，".len())?;
    start
        .ends_with("年，")
        .then(|| Span::new(preface.start as usize, preface.start as usize + "2023年".len()))
}

/// `现将2023年度法治政府建设情况报告如下`: the words that say what is reported.
fn announcement(cx: &Context<'_>) -> Option<Span> {
    let preface = cx.outline.preface;
    let text = cx.slice(preface);
    let start = text.rfind("现将").or_else(|| text.rfind("现就"))?;
    let end = start
        + text[start..]
            .find("报告如下")
            .or_else(|| text[start..].find("如下"))?;
    Some(Span::new(
        preface.start as usize + start,
        preface.start as usize + end,
    ))
}

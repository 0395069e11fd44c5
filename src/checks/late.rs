//! The date is past the deadline.

use super::{Check, Context, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "late",
    severity: Severity::Warning,
    kind: "日期",
    title: "超过期限",
    why: "每年3月1日前应当报送上一年度的报告，4月1日前应当向社会公开；2018年度及以前的报告，要求在第一季度报告。",
    basis: "《法治政府建设与责任落实督察工作规定》（厅字〔2019〕28号）第二十四条；《法治政府建设实施纲要（2015－2020年）》",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        四、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年4月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let Some(year) = cx.year() else { return };
    let next = year + 1;
    let fixed = cx.contents_are_fixed();
    if let Some(date) = &cx.outline.tail.date {
        let (limit, words) = if fixed {
            ("03-01", "3月1日")
        } else {
            ("03-31", "第一季度")
        };
        if is_past(&date.text, next, limit) {
            let message = format!("成文日期{}晚于{next}年{words}", date.text);
            out.push(Finding::at(date.span, message).suggest("核对日期；确已逾期的，说明情况"));
        }
    }
    if let Some(day) = &cx.document.source.published {
        let limit = if fixed { "04-01" } else { "03-31" };
        if is_past(day, next, limit) {
            let words = if fixed { "4月1日" } else { "第一季度" };
            out.push(Finding::absent(format!(
                "网页发布日期{}晚于{next}年{words}",
                day.get(..10).unwrap_or(day)
            )));
        }
    }
}

/// Whether an ISO date lies behind the day of that year. A month without a day only where the whole month does,
/// and a date years away, or in no calendar, is a misreading or another slip, not lateness.
fn is_past(date: &str, year: u16, limit: &str) -> bool {
    if !super::impossible_date::exists(date.get(..10).unwrap_or(date)) {
        return false;
    }
    let at = |range: std::ops::Range<usize>| date.get(range).and_then(|digits| digits.parse::<u16>().ok());
    let Some(month) = at(5..7) else { return false };
    match at(0..4) {
        Some(written) if written == year => match date.get(5..10) {
            Some(day) => day > limit,
            None => limit
                .get(..2)
                .and_then(|last| last.parse().ok())
                .is_some_and(|last: u16| month > last),
        },
        Some(written) => written == year + 1,
        None => false,
    }
}

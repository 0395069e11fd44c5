//! Numbers of siblings leave one out.

use super::{Check, Context, Finding, Severity, siblings};
use crate::text::Span;
use siblings::Numbered;

pub(super) const CHECK: Check = Check {
    code: "number-gap",
    severity: Severity::Warning,
    kind: "编号",
    title: "序号中断",
    why: "序号跳过一个，可能是漏了一段，也可能是改稿时忘了重排。",
    basis: "GB/T 9704—2012《党政机关公文格式》",
    bad: "青岚县云溪街道2024年法治政府建设情况报告\n\
        2024年，云溪街道认真推进法治政府建设。现将有关情况报告如下：\n\
        一、主要举措和成效\n\
        全年审查合同12份，均已办结；调解纠纷30件，调解成功28件。\n\
        二、存在的不足和原因\n\
        执法人员办案经验不够，原因是日常培训次数少，新进人员较多。\n\
        三、主要负责人履行推进法治建设第一责任人职责情况\n\
        主要负责人主持召开会议4次，听取法治建设情况汇报，讲授法治课1次。\n\
        五、下一年度主要安排\n\
        2025年将组织执法培训6期，完善合同审查制度，加强普法宣传。\n\
        青岚县云溪街道办事处\n\
        2025年1月10日",
    good: super::CLEAN,
    run,
};

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    for list in cx.headings() {
        // A bit for each number of the list: siblings are counted to 99 at most.
        let bit = |number: u32| 1_u128.checked_shl(number).unwrap_or_default();
        let numbers = list.iter().filter_map(|entry| entry.number);
        let numbers = numbers.fold(0, |numbers, number| numbers | bit(number));
        for pair in list.windows(2) {
            // The number stands elsewhere in the list: that is a wrong order, not a gap.
            if pair[1]
                .number
                .is_some_and(|now| now > 1 && numbers & bit(now - 1) != 0)
            {
                continue;
            }
            // A heading without a number between the two is a lost number, and explains the gap.
            if let [
                Numbered {
                    number: Some(before), ..
                },
                Numbered {
                    number: Some(now), ..
                },
            ] = *pair
            {
                let stands = |number| siblings::heading_stands_between(cx, pair[0], pair[1], number);
                report(before, pair[0], now, pair[1], stands, out);
            }
        }
    }
    for list in cx.points() {
        let mut open: Vec<(u32, Numbered)> = Vec::new();
        for &point in list {
            let Some(now) = point.number else { continue };
            // A point either goes on with a list that is open, or starts a list of its own.
            while open.last().is_some_and(|&(before, _)| before + 1 != now)
                && open.iter().any(|&(n, _)| n + 1 == now)
            {
                open.pop();
            }
            match open.last_mut() {
                Some(last) if last.0 < now => {
                    let (before, place) = *last;
                    *last = (now, point);
                    let between = Span {
                        start: place.place.end,
                        end: point.start,
                    };
                    let stands = |number| siblings::stands_in(cx.slice(between), number);
                    report(before, place, now, point, stands, out);
                }
                _ if now == 1 => open.push((1, point)),
                _ => {}
            }
        }
    }
}

fn report(
    before: u32,
    from: Numbered,
    now: u32,
    to: Numbered,
    stands: impl Fn(u32) -> bool,
    out: &mut Vec<Finding>,
) {
    if now <= before + 1 || now - before > 5 {
        return;
    }
    let missing: Vec<u32> = (before + 1..now).collect();
    // The number is there but is no heading: nothing is missing that a reader would miss.
    if missing.iter().any(|&number| stands(number)) {
        return;
    }
    let names: Vec<String> = missing.iter().map(|&number| siblings::chinese(number)).collect();
    let message = format!(
        "序号从“{}”跳到“{}”，中间缺“{}”",
        siblings::chinese(before),
        siblings::chinese(now),
        names.join("、")
    );
    out.push(
        Finding::at(to.place, message)
            .prove(vec![from.place])
            .suggest("核对是否漏段，或重排序号"),
    );
}

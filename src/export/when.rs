//! When a figure is of: its year, the words for a period other than the report's own, and whether it is a plan.

use crate::Report;
use crate::figures::{Direction, Figure, earlier, earlier_period, part_of_year};
use crate::lexicon::Starts;
use crate::outline::{Section, item};
use crate::text::{CharSet, is_han, width};
use std::sync::LazyLock;

/// When one figure is of.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct When {
    /// The year: the report's own unless the words name another one; None where nothing tells.
    pub year: Option<u16>,
    /// The words for the period, where it is not the whole year of the report: `2023年`, `上年同期`, `上半年`.
    pub period: Option<String>,
    /// Whether it says what is to come: it stands in next year's plan, or its clause says 计划.
    pub plan: bool,
}

/// Reads it from the figure's indicator, which begins with the period, from its clause and from its section.
pub fn of(report: &Report, figure: &Figure) -> When {
    let own = report.outline.year.map(|year| year.value);
    let clause = clause(report, figure);
    let named = match figure.direction {
        Some(Direction::From) => from_words(clause),
        _ => leading(&figure.indicator),
    };
    if let Some(period) = named {
        let year = year_of(period, own);
        // A year to come alone may be a misprint, or the report of another year.
        let comes = year.zip(own).is_some_and(|(year, own)| year > own);
        let plan = is_planned(clause) || comes && (in_plan(report, figure) || INTENTS.is_in(clause));
        let period = Some(period.split(' ').collect());
        return When { year, period, plan };
    }
    if in_plan(report, figure) && !PAST.is_in(clause) {
        return When {
            year: own.map(|year| year.saturating_add(1)),
            period: None,
            plan: true,
        };
    }
    if let Some(year) = dated(clause).filter(|&year| Some(year) != own) {
        return When {
            year: Some(year),
            period: Some(format!("{year}年")),
            plan: false,
        };
    }
    // 由20件增至30件: nothing tells when it was 20. A year inside a name dates what is counted, not the count.
    let unknown = figure.direction == Some(Direction::From)
        || names_another_year(&figure.indicator, own)
        || is_led_elsewhere(report, figure, own);
    When {
        year: own.filter(|_| !unknown),
        period: None,
        plan: is_planned(clause),
    }
}

/// The period that an indicator begins with. 上年结转 counts what is there this year.
fn leading(indicator: &str) -> Option<&str> {
    let Some((_, rest)) = earlier(indicator) else {
        return part_of_year(indicator).map(|(part, _)| part);
    };
    if rest.starts_with(['结', '遗', '转', '存']) {
        return None;
    }
    let rest = part_of_year(rest).map_or(rest, |(_, behind)| behind);
    Some(indicator[..indicator.len() - rest.len()].trim_end())
}

/// 上年 of 由上年的: the year in which a change begins.
fn from_words(clause: &str) -> Option<&str> {
    let at = clause.rfind(['由', '从'])?;
    earlier_period(clause[at..].trim_start_matches(['由', '从']))
}

fn year_of(period: &str, own: Option<u16>) -> Option<u16> {
    if period.starts_with(|c: char| c.is_ascii_digit()) {
        return period.get(..4)?.parse().ok();
    }
    match part_of_year(period) {
        Some(_) => own,
        None if period.starts_with("上季") => None,
        None => own?.checked_sub(1),
    }
}

/// The words of a figure's clause in front of it.
fn clause<'r>(report: &'r Report, figure: &Figure) -> &'r str {
    static ENDS: CharSet = CharSet::of("，,；;。：（(\n");
    let text = report.document.text.as_str();
    let before = &text[..figure.span.start as usize];
    // No clause is longer, and looking no further keeps texts without marks linear.
    let mut from = before.len().saturating_sub(FARTHEST);
    while !before.is_char_boundary(from) {
        from += 1;
    }
    let before = &before[from..];
    let start = ENDS.last(before);
    before[start.map_or(0, |at| at + width(before.as_bytes()[at]))..].trim()
}

/// The year of a clause that begins with a date: 2023年10月成立.
fn dated(clause: &str) -> Option<u16> {
    let (year, rest) = clause.split_at_checked(4)?;
    let month = rest
        .strip_prefix('年')?
        .trim_start_matches(|c: char| c.is_ascii_digit());
    let has_month = month.len() + "年".len() < rest.len() && month.starts_with('月');
    year.parse().ok().filter(|_| has_month)
}

/// 自2021年以来，累计培训300人; 2023年10月成立调解室3个，聘请9人: a clause before it in the sentence leads to another time,
/// and none leads back.
fn is_led_elsewhere(report: &Report, figure: &Figure, own: Option<u16>) -> bool {
    static ENDS: CharSet = CharSet::of("。；;\n");
    static BACK: LazyLock<Starts> = LazyLock::new(|| Starts::new(["今年", "本年", "当年", "目前", "》"]));
    static SPANS: LazyLock<Starts> =
        LazyLock::new(|| Starts::new(["以来", "来", "至", "到", "起", "—", "－", "-"]));
    let before = &report.document.text[..figure.span.start as usize];
    let before = &before[before.ceil_char_boundary(before.len().saturating_sub(2 * FARTHEST))..];
    let start = ENDS
        .last(before)
        .map_or(0, |at| at + width(before.as_bytes()[at]));
    let sentence = &before[start..];
    sentence.match_indices('年').any(|(at, word)| {
        let year = at
            .checked_sub(4)
            .and_then(|from| sentence.get(from..at)?.parse::<u16>().ok());
        let behind = &sentence[at + word.len()..];
        let month = behind.trim_start_matches(|c: char| c.is_ascii_digit());
        let leads = SPANS.word(behind).is_some() || month.len() < behind.len() && month.starts_with('月');
        let leads_back = || BACK.is_in(behind) || own.is_some_and(|own| behind.contains(&format!("{own}年")));
        year.is_some_and(|year| (1990..2100).contains(&year) && Some(year) != own) && leads && !leads_back()
    })
}

/// The bytes of a clause.
const FARTHEST: usize = 180;

/// 全年计划开展10场: the clause begins with it. In 年度执法计划 it is the name of a paper.
fn is_planned(clause: &str) -> bool {
    static LEADS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "全年",
            "今年",
            "本年度",
            "年内",
            "明年",
            "下一年",
            "下一年度",
            "其中",
        ])
    });
    static WORDS: LazyLock<Starts> = LazyLock::new(|| Starts::new(["计划", "拟", "力争", "预计"]));
    static PAPERS: LazyLock<Starts> = LazyLock::new(|| Starts::new(["拟定", "拟订", "拟制", "拟写", "拟稿"]));
    let clause = earlier(clause).map_or(clause, |(_, rest)| rest);
    let clause = LEADS.strip(clause).unwrap_or(clause);
    let verb = WORDS.strip(clause).is_some_and(|rest| rest.starts_with(is_han));
    verb && PAPERS.word(clause).is_none()
}

/// Words for what one means to do: 2025年将培训20场.
static INTENTS: LazyLock<Starts> = LazyLock::new(|| Starts::new(["将", "要", "计划", "拟", "力争", "预计"]));

/// Words of a clause inside a plan that tell what was: 在今年办结30件的基础上.
static PAST: LazyLock<Starts> =
    LazyLock::new(|| Starts::new(["今年", "本年", "去年", "上年", "已", "现有", "原有"]));

/// Whether a figure stands in a section that is the plan for next year and nothing else.
fn in_plan(report: &Report, figure: &Figure) -> bool {
    let sections = &report.outline.sections;
    let section_at = |at: usize| sections.get(at);
    let of_plan =
        |section: &&Section| section.item.as_deref() == Some(item::PLAN) && section.more_items.is_empty();
    let innermost = figure.section.and_then(section_at);
    let mut chain = std::iter::successors(innermost, |section| section.parent.and_then(section_at)).take(8);
    chain.any(|section| of_plan(&section))
}

/// Whether another year than the report's stands in a name, as in a column of a table. 较2023年增加 is of this year.
fn names_another_year(indicator: &str, own: Option<u16>) -> bool {
    indicator.match_indices('年').any(|(at, _)| {
        let (head, year) = at
            .checked_sub(4)
            .and_then(|from| indicator[..at].split_at_checked(from))
            .unzip();
        let year: Option<u16> = year.and_then(|year| year.parse().ok());
        let compared = head.is_some_and(|head| head.ends_with(['较', '比', '与', '于']));
        year.is_some() && year != own && !compared
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyze_text;
    use expect_test::expect;

    /// Every figure of the text with its year, its period and 计划.
    fn all(text: &str) -> String {
        let report = analyze_text(text, "a.txt");
        let lines = report.figures.iter().map(|figure| {
            let When { year, period, plan } = of(&report, figure);
            let year = year.map_or("?".into(), |year| year.to_string());
            let words = [
                report.document.slice(figure.span),
                &year,
                period.as_deref().unwrap_or("-"),
                if plan { "计划" } else { "" },
            ];
            words.join(" ").trim_end().to_string()
        });
        lines.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn a_figure_is_of_the_year_that_its_words_name() {
        expect![[r#"
            36件 2024 -
            30件 2023 上年
            20件 2024 上半年
            90件 2022 2022年
            412起 2023 去年
            305起 2024 -
            40个 ? -
            9个 2024 -"#]]
        .assert_eq(&all(
            "青岚县2024年法治政府建设年度报告\n一、主要举措和成效\n受理36件，比上年的30件有所增加，其中上半年20件。\
             2022年立案90件。电信诈骗案件由去年的412起降至305起，事项由40个精简为9个。",
        ));
    }

    #[test]
    fn a_figure_behind_another_time_is_not_said_to_be_of_the_report_s_year() {
        expect![[r#"
            3个 2023 2023年
            9名 ? -
            40件 2024 -
            300人次 ? -
            12次 2024 -
            5期 2024 -"#]]
        .assert_eq(&all(
            "青岚县2024年法治政府建设年度报告\n一、主要举措和成效\n2023年10月成立调解室3个，聘请调解员9名，今年调解纠纷40件。\
             自2021年以来，累计培训300人次。按照《青岚县2021年至2025年普法规划》，开展宣讲12次。2024年3月起，举办讲座5期。",
        ));
    }

    #[test]
    fn what_is_to_come_is_a_plan() {
        expect![[r#"
            12场 2024 - 计划
            14场 2024 -
            3个 2024 -
            20场 2025 2025年 计划
            8场 2025 - 计划
            30件 2025 - 计划
            2件 2024 -
            7场 2025 2025年"#]]
        .assert_eq(&all(
            "青岚县2024年法治政府建设年度报告\n一、主要举措和成效\n全年计划培训12场，实际培训14场，拟定检查计划3个。\
             2025年将培训20场。\n二、存在的不足和原因\n一些单位学法不够，原因是重视不够。\n\
             三、2025年工作安排\n（一）抓培训。开展法治培训8场，审查合同30件。\n\
             四、其他需要报告的情况\n办理提案较2023年增加2件。2025年培训7场。",
        ));
    }

    #[test]
    fn a_section_of_shortfalls_and_plans_says_nothing_of_its_figures() {
        expect!["5个 2024 -"].assert_eq(&all(
            "青岚县2024年法治政府建设年度报告\n一、主要举措和成效\n依法行政。\n\
             二、存在的不足及下一步打算\n执法检查发现问题5个，下一步将加强培训。",
        ));
    }
}

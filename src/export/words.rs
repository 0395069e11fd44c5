//! The Chinese words for the closed sets of the core: one place, so that page, terminal and files agree.

use crate::checks::Severity;
use crate::figures::{Direction, Figure, Hedge};
use crate::numeral::Decimal;
use crate::outline::{ItemState, Level, Presence};
use crate::relations::{Kind, Verdict};

/// Sign and word of a severity.
pub fn severity(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Error => ("✗", "错误"),
        Severity::Warning => ("？", "存疑"),
        Severity::Info => ("!", "提示"),
    }
}

/// Sign and word of a relation's verdict.
pub fn verdict(verdict: Verdict) -> (&'static str, &'static str) {
    match verdict {
        Verdict::Holds => ("✓", "已核验"),
        Verdict::Broken => ("✗", "错误"),
        Verdict::Doubtful => ("？", "存疑"),
    }
}

/// Word for a kind of relation.
pub fn relation(kind: Kind) -> &'static str {
    match kind {
        Kind::Sum => "加总",
        Kind::Rate => "比率增减",
        Kind::Count => "列举数",
        Kind::Same => "前后一致",
    }
}

/// Sign and word of an item's state; one that need not be there is not lacking.
pub fn presence(item: &ItemState) -> (&'static str, &'static str) {
    match item.state {
        Presence::Present => ("✓", "有"),
        Presence::Embedded => ("!", "未单列"),
        Presence::Missing if item.owed => ("✗", "缺"),
        Presence::Missing => ("–", "无（可不写）"),
    }
}

/// Word for a level of the reporting body.
pub fn level(level: Level) -> &'static str {
    match level {
        Level::Province => "省级",
        Level::City => "地市级",
        Level::County => "县级",
        Level::Town => "乡镇",
        Level::Subdistrict => "街道",
        Level::Department => "部门",
        Level::Zone => "开发区",
        Level::Other => "未识别",
    }
}

/// Word for a hedge; empty for an exact number.
pub fn hedge(hedge: Hedge) -> &'static str {
    match hedge {
        Hedge::Exact => "",
        Hedge::About => "约",
        Hedge::Below => "略低于",
        Hedge::Above => "不低于",
        Hedge::AtMost => "不高于",
    }
}

/// Word for the place in a from–to change; empty outside one.
pub fn direction(direction: Option<Direction>) -> &'static str {
    match direction {
        None => "",
        Some(Direction::From) => "原",
        Some(Direction::To) => "现",
    }
}

/// Word for a figure that is to come; empty for one of what was.
pub fn plan(is_plan: bool) -> &'static str {
    if is_plan { "计划" } else { "" }
}

/// The interval in which a figure's true value lies, in words: `20以上`; empty where the number is exact.
pub fn interval(figure: &Figure) -> String {
    if figure.hedge == Hedge::Exact && figure.value_max.is_none() {
        return String::new();
    }
    let shown = |bound: Option<Decimal>| bound.map(|bound| bound.normalize());
    match (shown(figure.low), shown(figure.high)) {
        (None, None) => String::new(),
        (Some(low), None) => format!("{low}以上"),
        (None, Some(high)) => format!("不超过{high}"),
        (Some(low), Some(high)) if low == high => low.to_string(),
        (Some(low), Some(high)) => format!("{low}至{high}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_interval_is_said_in_words() {
        let report = crate::analyze_text(
            "青岚县2024年法治政府建设年度报告\n一、主要举措\n开展培训20余场，走访企业30家，培训近5000人次，审查合同12至15份。",
            "a.txt",
        );
        let words: Vec<_> = report.figures.iter().map(interval).collect();
        assert!(words.iter().any(|words| words == "不超过5000"), "{words:?}");
        assert!(words.iter().any(|words| words.ends_with("以上")), "{words:?}");
        assert!(words.iter().any(|words| words == "12至15"), "{words:?}");
        assert!(words.iter().any(String::is_empty), "{words:?}");
    }
}

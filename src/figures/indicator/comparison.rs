//! Changes and shares: 同比增长 says something of what was named before.

use super::trim::{LONG, SHORT, count, limit, tidy};
use super::words::strip_start;
use crate::figures::scan::Candidate;
use crate::figures::unit::Kind;
use crate::lexicon::{Ends, Starts};
use crate::text::CharSet;
use std::sync::LazyLock;

/// 同比增长, 占比: a change or share of what was named before.
pub(super) fn is_comparison(before: &str) -> bool {
    static COMPARISONS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "同比",
            "环比",
            "较上年",
            "较去年",
            "比上年",
            "比去年",
            "较年初",
            "较同期",
            "增长",
            "下降",
            "增幅",
            "降幅",
            "占",
            "上升",
            "提高",
            "提升",
            "降低",
            "同比分别",
            "与去年",
            "与上年",
            "较往年",
            "较前",
            "减少",
            "增加",
            "高于",
            "低于",
            "优于",
            "超出",
            "日均",
            "月均",
            "年均",
            "村均",
            "户均",
            "所均",
            "人均",
            "案均",
            "件均",
            "亩均",
        ])
    });
    // 占道经营20件: a thing that begins like a share.
    if strip_start(before, &["占道", "占地", "占用", "占绿"]).is_some() {
        return false;
    }
    let rest = COMPARISONS.strip(before);
    let dated = before.starts_with(['较', '比', '与'])
        && before
            .char_indices()
            .nth(9)
            .map_or(before, |(at, _)| &before[..at])
            .contains(['年', '期', '月', '季']);
    let closed = dated
        || rest.is_some()
            && ["同比", "环比", "较", "比", "与", "占", "高于", "低于", "优于"]
                .iter()
                .any(|word| before.starts_with(word));
    closed && count(before) <= LONG || rest.is_some_and(|rest| count(rest) <= 1)
}

/// 是上年的1.6倍, 完成年度目标的120%: a share of what was named before.
pub(super) fn is_share(before: &str, here: &Candidate) -> bool {
    let relates = match here.unit {
        "倍" => strip_start(before, &["是", "为", "达", "相当于"]),
        _ if here.kind == Kind::Rate => strip_start(
            before,
            &["完成年", "完成目标", "完成全年", "完成计划", "达到年", "相当于"],
        ),
        _ => None,
    };
    relates.is_some() && count(before) <= SHORT + 4
}

/// A phrase and the comparison that follows it.
pub(super) fn join(topic: &str, comparison: &str) -> String {
    let comparison = match comparison.strip_prefix('占') {
        // 占审结总数: so short a whole is told too.
        Some(whole) if (2..=7).contains(&count(whole)) => comparison,
        Some(_) => "占比",
        None => comparison,
    };
    // 减少2件，下降20%: one change, said in two ways.
    let topic = match comparison.starts_with(['增', '降', '下', '减', '上']) {
        true => without_change(topic),
        false => topic,
    };
    let topic = limit(topic, LONG);
    tidy(&[topic, comparison].concat()).into_owned()
}

/// What a change is the change of: 投诉下降 is about 投诉.
pub(super) fn without_change(name: &str) -> &str {
    static CHANGES: LazyLock<Ends> = LazyLock::new(|| {
        Ends::new([
            "增长", "增加", "上升", "提高", "提升", "下降", "减少", "降低", "增幅", "降幅", "压缩", "压减",
            "缩短", "下滑", "上涨",
        ])
    });
    let name = without_comparison(name);
    CHANGES
        .strip(name)
        .filter(|thing| count(thing) >= 2)
        .unwrap_or(name)
}

static THAN: CharSet = CharSet::of("较比");

/// What all words that compare begin with.
static COMPARES: CharSet = CharSet::of("同环较比占是高低");

/// The topic of an indicator that is a comparison itself.
pub(super) fn without_comparison(name: &str) -> &str {
    static WORDS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "同比",
            "环比",
            "较上年",
            "较去年",
            "比上年",
            "占比",
            "是上",
            "是去",
            "是2",
            "是同",
            "高于",
            "低于",
        ])
    });
    if COMPARES.next(name, 0).is_none() {
        return name;
    }
    let word = WORDS
        .find_all(name)
        .find(|(_, word, ())| !name.starts_with(word))
        .map(|(at, _, ())| at);
    let than = std::iter::successors(THAN.next(name, 0), |at| THAN.next(name, at + '比'.len_utf8()));
    let than = than.filter(|&at| at > 0).find(|at| {
        let compared = |next: char| next.is_ascii_digit() || "上去同前往年".contains(next);
        name[at + '比'.len_utf8()..].starts_with(compared)
    });
    let end = word.into_iter().chain(than).min();
    end.map_or(name, |at| &name[..at])
}

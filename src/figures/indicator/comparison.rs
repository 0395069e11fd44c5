//! Changes and shares: 同比增长 says something of what was named before.

use super::trim::{LONG, SHORT, count, tidy};
use super::words::strip_start;
use crate::figures::scan::Candidate;
use crate::figures::unit::Kind;

/// 同比增长, 占比: a change or share of what was named before.
pub(super) fn is_comparison(before: &str) -> bool {
    const COMPARISONS: &[&str] = &[
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
    ];
    let rest = strip_start(before, COMPARISONS);
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
        Some(_) => "占比",
        None => comparison,
    };
    tidy(&format!("{topic}{comparison}"))
}

/// The topic of an indicator that is a comparison itself.
pub(super) fn without_comparison(name: &str) -> &str {
    [
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
    ]
    .iter()
    .filter_map(|word| name.find(word))
    .chain(
        name.char_indices()
            .filter(|&(at, c)| {
                matches!(c, '较' | '比')
                    && name[at + c.len_utf8()..]
                        .starts_with(|next: char| next.is_ascii_digit() || "上去同前往年".contains(next))
            })
            .map(|(at, _)| at),
    )
    .filter(|at| *at > 0)
    .min()
    .map_or(name, |at| &name[..at])
}

//! Words that qualify a number, and the interval in which its true value lies.

use super::Hedge;
use crate::numeral::Decimal;

/// The hedge that ends where the number starts, and its length in bytes. `bare` says that the number is a lone
/// multiplier, before which 上 is a hedge too (上百).
pub(super) fn before(text: &str, bare: bool) -> Option<(Hedge, usize)> {
    let last = text.chars().next_back()?;
    if last == '上' && bare {
        let earlier = text[..text.len() - last.len_utf8()].chars().next_back();
        let is_place = earlier.is_some_and(|c| "网线以路马身".contains(c));
        return (!is_place).then_some((Hedge::Above, last.len_utf8()));
    }
    let may_end = |c| {
        matches!(
            c,
            '近' | '约'
                | '超'
                | '逾'
                | '过'
                | '足'
                | '到'
                | '少'
                | '低'
                | '高'
                | '多'
                | '破'
                | '大'
                | '于'
                | '满'
                | '为'
        )
    };
    if !may_end(last) {
        return None;
    }
    let (word, hedge, not_behind) = BEFORE.iter().find(|(word, ..)| text.ends_with(word))?;
    let head = &text[..text.len() - word.len()];
    let earlier = head.chars().next_back();
    // 村规民约, 乡规民约: but 居民约300户.
    let covenant = word.starts_with('约') && head.ends_with("规民");
    if covenant || earlier.is_some_and(|c| not_behind.contains(c)) {
        return None;
    }
    Some((*hedge, word.len()))
}

/// The hedge that starts where the unit ends, and its length in bytes.
pub(super) fn behind(text: &str) -> Option<(Hedge, usize)> {
    AFTER
        .iter()
        .find(|(word, _)| text.starts_with(word))
        .map(|(word, hedge)| (*hedge, word.len()))
}

/// The interval that a hedge leaves. Only what the words promise: 近5000 is at most 5000, 5000余 at least 5000,
/// 约300 may lie on either side, an exact number is itself and a range reaches from its lower to its upper end.
/// How far off a hedged value may be the words do not say, so that end stays open.
pub(super) fn interval(
    hedge: Hedge,
    value: Decimal,
    max: Option<Decimal>,
) -> (Option<Decimal>, Option<Decimal>) {
    let upper = max.unwrap_or(value);
    match hedge {
        Hedge::Exact => (Some(value), Some(upper)),
        Hedge::About => (None, None),
        Hedge::Below | Hedge::AtMost => (None, Some(upper)),
        Hedge::Above => (Some(value), None),
    }
}

/// Longer words first. The last column holds the characters that make another word of it: 节约 and 签约 are
/// no 约, 最近 and 附近 are no 近.
const BEFORE: &[(&str, Hedge, &str)] = &[
    ("不少于", Hedge::Above, ""),
    ("不低于", Hedge::Above, ""),
    ("不超过", Hedge::AtMost, ""),
    ("不高于", Hedge::AtMost, ""),
    ("不多于", Hedge::AtMost, ""),
    ("不大于", Hedge::AtMost, ""),
    ("大约为", Hedge::About, ""),
    ("将近", Hedge::Below, ""),
    ("接近", Hedge::Below, ""),
    ("大约", Hedge::About, ""),
    ("约为", Hedge::About, NO_HEDGE),
    ("超过", Hedge::Above, ""),
    ("超出", Hedge::Above, ""),
    ("突破", Hedge::Above, ""),
    ("不足", Hedge::Below, ""),
    ("不到", Hedge::Below, ""),
    ("不满", Hedge::Below, ""),
    ("至少", Hedge::Above, ""),
    ("最少", Hedge::Above, ""),
    ("最多", Hedge::AtMost, ""),
    ("至多", Hedge::AtMost, ""),
    ("低于", Hedge::AtMost, ""),
    ("少于", Hedge::AtMost, ""),
    ("小于", Hedge::AtMost, ""),
    ("高于", Hedge::Above, ""),
    ("多于", Hedge::Above, ""),
    ("大于", Hedge::Above, ""),
    ("近", Hedge::Below, "最附就远亲靠邻"),
    ("约", Hedge::About, NO_HEDGE),
    ("超", Hedge::Above, "高反赶"),
    ("逾", Hedge::Above, ""),
];

/// What makes another word of 约: 公约, 节约, 制约.
const NO_HEDGE: &str = "节预履公签违条合解邀守简续缔契特制集相赴";

const AFTER: &[(&str, Hedge)] = &[
    ("以上", Hedge::Above),
    ("之上", Hedge::Above),
    ("有余", Hedge::Above),
    ("开外", Hedge::Above),
    ("左右", Hedge::About),
    ("上下", Hedge::About),
    ("以下", Hedge::AtMost),
    ("之内", Hedge::AtMost),
    ("以内", Hedge::AtMost),
];

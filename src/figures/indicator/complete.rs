//! What a clause leaves to the figure before it.

use super::clause::{Clause, Joint};
use super::comparison::without_comparison;
use super::trim::{count, last_characters};
use super::words::{self, strip_start};

/// Adds what the clause leaves to the figure before: the verb of a list, the object of a bare verb, the noun of a
/// kind, what a rate is the rate of.
pub(super) fn complete(own: String, previous: &str, clause: &Clause, before: &str) -> String {
    let previous = without_comparison(previous);
    let object = object(previous);
    let verb = &previous[..previous.len() - object.len()];
    let bare = own.trim_start_matches(['已', '均', '共']);
    let is_part = clause.joint == Joint::Member || clause.before.contains("其中");
    let rate = own.strip_suffix('率');
    if bare.is_empty() || count(&own) > 8 {
        return own;
    }
    let noun = head_noun(object);
    if TAKING_PART.contains(&bare) || RELATED.contains(&own.as_str()) {
        return format!("{noun}{own}");
    }
    if !INTRANSITIVE.contains(&bare)
        && !bare.ends_with('课')
        && !verb.is_empty()
        && !object.starts_with('的')
        && !object.ends_with("有效")
        && self::object(bare).is_empty()
    {
        return format!("{own}{noun}");
    }
    if let Some(rate) = rate {
        return match previous.ends_with(['率', '度']) || count(&own) > 3 {
            true => own,
            false if verb.starts_with(rate) && count(object) <= 6 => format!("{object}{own}"),
            false if previous.ends_with(rate) && count(previous) <= 6 => format!("{previous}率"),
            false if count(object) <= 4 => format!("{object}{own}"),
            false => own,
        };
    }
    if own.ends_with('类') {
        return format!("{own}{noun}");
    }
    if is_part
        && !before.is_empty()
        && !verb.is_empty()
        && !object.is_empty()
        && words::verb_at_start(&own).is_none()
        && strip_start(&own, &["继续", "现行", "胜", "败", "未", "不", "经", "其他"]).is_none()
        && !own.contains('分')
        && (clause.joint == Joint::Member || count(&own) <= 5)
    {
        return format!("{}{own}", words::verbs(verb).last().map_or("", |(_, verb)| verb));
    }
    own
}

/// What a phrase says behind its verbs.
fn object(phrase: &str) -> &str {
    let mut rest = phrase.trim_start_matches(['已', '均', '共', '各', '类', '并']);
    while let Some(verb) = words::verb_at_start(rest) {
        rest = &rest[verb.len()..];
    }
    rest.trim_start_matches(['各', '类', '种', '了'])
}

/// The noun that a phrase ends in, two or three characters of it: enough to say what a bare verb is about.
fn head_noun(phrase: &str) -> &str {
    match count(phrase) {
        0..=3 => phrase,
        _ if phrase.ends_with(['件', '物', '品', '户'])
            && !phrase.ends_with("案件")
            && !phrase.ends_with("文件") =>
        {
            last_characters(phrase, 3)
        }
        _ => last_characters(phrase, 2),
    }
}

/// Bare verbs that mean how many took part in what was named before.
const TAKING_PART: [&str; 9] = [
    "涉及", "惠及", "受益", "参与", "参训", "参演", "参加", "出勤", "参会",
];

/// Bare verbs that say enough by themselves.
const INTRANSITIVE: [&str; 9] = [
    "立案", "结案", "处罚", "罚款", "罚没", "警告", "拘留", "劝导", "编制",
];

/// Nouns that are only sizes of something.
const RELATED: [&str; 6] = ["面积", "金额", "人数", "投资", "资金", "长度"];

//! What stands behind a number: the noun that is counted, and what happened to it.

use super::phrase::NOTHING;
use super::trim::{LONG, SHORT, count, limit, tidy};
use super::words::{self, strip_start};
use crate::lexicon::Starts;
use std::sync::LazyLock;

/// What a verb phrase behind the number says: 还在协调解决, 集中讲法治课.
pub(super) fn action(after: &str) -> String {
    let after = strip_start(after, &["均", "已", "已经", "被", "组织"])
        .filter(|rest| rest.chars().count() >= 4)
        .unwrap_or(after);
    let text = tidy(after);
    let text = match text.rsplit_once('等') {
        Some((list, tail)) if list.contains('、') && NOTHING.has(tail) => list,
        _ => &text,
    };
    if text.chars().count() <= LONG {
        return text.to_string();
    }
    // 接受甲台、乙报等媒体采访: what the list comes to.
    if let Some((_, noun)) = text.rsplit_once('等').filter(|(list, _)| list.contains('、'))
        && let Some(verb) = words::verb_at_start(text)
        && (3..=LONG).contains(&count(noun))
    {
        return [verb, noun].concat();
    }
    let last = words::verbs(text)
        .filter(|(at, _)| text[*at..].chars().count() >= 4)
        .last();
    match last {
        Some((at, _)) => limit(&text[at..], SHORT).to_string(),
        None => limit(text, SHORT).to_string(),
    }
}

/// 参加, 获得, 担任: the number is of people or things that do this.
pub(super) fn starts_with_taking_part(after: &str) -> bool {
    static WORDS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "参加", "参与", "取得", "获得", "通过", "完成", "接受", "获", "报名", "受教", "受训", "受益",
            "担任",
        ])
    });
    WORDS.word(after).is_some()
}

/// Whether it begins with a verb and goes on, without a noun that 的 would lead to.
pub(super) fn starts_with_verb(text: &str) -> bool {
    words::verb_at_start(text).is_some() && !text.contains('的') && text.chars().count() > 6
}

/// Whether it begins with what is said of the thing counted: 均已办结, 同比上升.
pub(super) fn starts_with_predicate(text: &str) -> bool {
    // 10余项免费法律服务, but 免费发放
    let free = text.strip_prefix("免费");
    words::PREDICATES.strip(text).is_some()
        && free.is_none_or(|behind| words::verb_at_start(behind).is_some())
        && words::PREDICATE_WORDS.strip(text).is_none()
        && !names_by_clause(text)
}

/// 排查发现的矛盾纠纷: the verbs describe the noun behind 的.
fn names_by_clause(text: &str) -> bool {
    text.find('的')
        .is_some_and(|at| text[..at].chars().count() <= 10 && text.len() > at + '的'.len_utf8())
}

/// Whether words behind a number say what happened, and not only what is counted.
pub(super) fn tells(text: &str) -> bool {
    words::verb_at_start(text).is_some()
        || starts_with_predicate(text)
        || !noun_and_rest(text, false).1.is_empty()
}

/// Splits what stands behind a number into the noun and what happened to it.
pub(super) fn noun_and_rest(after: &str, runs_on: bool) -> (&str, &str) {
    let from = match after.find('的') {
        // 来函提出了可行的意见, 律师作为学校的法治校长: such a verb tells what happened.
        Some(at)
            if after[..at].chars().count() <= 14
                && !TOLD.is_in(&after[..at])
                && !after[..at].contains(|c: char| c.is_ascii_digit()) =>
        {
            at + '的'.len_utf8()
        }
        _ => 0,
    };
    let named = after
        .starts_with(['“', '《'])
        .then(|| after.find(['”', '》']))
        .flatten();
    let mut skip = named.unwrap_or(0);
    for (at, _) in after.char_indices().filter(|(at, _)| *at > from) {
        if at < skip {
            continue;
        }
        let rest = &after[at..];
        // “双随机”检查: words inside a name say nothing of what happened.
        if rest.starts_with(['“', '《']) {
            skip = rest.find(['”', '》']).map_or(skip, |end| at + end);
            continue;
        }
        if let Some(behind) = words::PREDICATE_WORDS.strip(rest) {
            skip = after.len() - behind.len();
            continue;
        }
        if at < from + 6
            && !rest.starts_with([
                '均', '皆', '都', '已', '被', '将', '把', '在', '向', '对', '与', '为', '由',
            ])
            && !(is_short_place(&after[..at]) && words::verb_at_start(rest).is_some())
        {
            continue; // A noun has at least two characters.
        }
        let is_predicate = words::PREDICATES.strip(rest).is_some_and(|behind| {
            !behind.is_empty() && (!is_manner(rest) || words::verb_at_start(behind).is_some())
        });
        if is_predicate && !is_inside_word(&after[..at], rest) {
            // 9个地区调整了标准: the verb before 了 is what happened.
            let verb =
                words::verb_at_end(&after[..at]).filter(|verb| rest.starts_with('了') && verb.len() < at);
            return after.split_at(at - verb.map_or(0, str::len));
        }
        if runs_on && acts(rest) {
            return (&after[..at], rest);
        }
    }
    (after, "")
}

/// Words before 的 that tell what happened, where other verbs there describe the noun behind it.
static TOLD: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "了", "作为", "担任", "成为", "负责", "承担", "按照", "依照", "根据",
    ])
});

/// Nouns of one character that a verb may follow: 12个村开展了活动.
fn is_short_place(noun: &str) -> bool {
    ["村", "镇", "乡", "县", "区", "市"].contains(&noun)
}

/// 集中, 统一: a manner of what follows, which may as well be a part of a name (集中消毒服务企业).
fn is_manner(rest: &str) -> bool {
    ["集中", "统一", "持续", "稳定", "全面"]
        .iter()
        .any(|manner| rest.starts_with(manner))
}

/// The character before forms a word with a short predicate: 所在, 存在, 国有.
fn is_inside_word(head: &str, rest: &str) -> bool {
    match rest.chars().next() {
        Some('在') => head.ends_with(['所', '存', '现', '潜', '内', '外']),
        Some('有') => head.ends_with(['国', '所', '公', '私', '自', '特', '现', '持', '共', '占']),
        Some('为') => head.ends_with(['行', '作', '认', '成', '人']),
        Some('与') => head.ends_with('参'),
        Some('于') => head.ends_with(['由', '关', '属', '对', '便', '利']),
        _ => false,
    }
}

/// Whether the text begins with somebody's action, and not with a noun made of the verb: 登记表, 执法人员.
pub(super) fn acts(text: &str) -> bool {
    // 4次专题研究法治工作: a manner before the verb.
    let text = strip_start(text, &["专题", "专门"]).unwrap_or(text);
    let Some(verb) = words::verb_at_start(text) else {
        return false;
    };
    let behind = &text[verb.len()..];
    static NOUN_ENDS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "人员",
            "员",
            "组",
            "书",
            "表",
            "点",
            "站",
            "室",
            "中心",
            "队",
            "率",
            "件",
            "人",
            "者",
            "机构",
            "委员会",
            "工作",
            "活动",
            "案件",
            "案",
            "类",
            "事项",
            "任务",
            "意见",
            "建议",
            "情况",
            "计划",
            "方案",
            "对象",
            "会议",
            "的",
        ])
    });
    let makes_a_noun = NOUN_ENDS.word(behind);
    makes_a_noun.is_none() && count(behind) != 1
}

//! Cuts an action that is too long to give out down to what is nearest to its number.

use super::object::NOMINAL;
use super::trim::{LONG, SHORT, count, last_characters, limit, trim_start};
use super::words;
use crate::lexicon::Ends;
use std::sync::LazyLock;

/// Takes the part of a long clause that is nearest to its number.
pub(super) fn shorten(text: &str) -> String {
    if count(text) > LONG
        && let Some((head, rest)) = text.split_once('“')
        && let Some((_, tail)) = rest.split_once('”')
        && count(tail) >= 2
        && !tail.starts_with('、')
    {
        // 开展“…”主题宣传活动: the motto is not what is counted.
        return match words::verb_at_start(head).filter(|_| (4..=SHORT).contains(&count(tail))) {
            Some(verb) if words::verb_at_start(tail).is_none() => [verb, tail].concat(),
            _ => shorten(&[head, tail].concat()),
        };
    }
    let verb = words::verb_at_start(text);
    let with_verb = |tail: &str| match verb
        .filter(|verb| words::verb_at_start(tail).is_none() && count(tail) + count(verb) <= SHORT)
    {
        Some(verb) => [verb, tail].concat(),
        None => tail.to_string(),
    };
    if let Some((_, tail)) = text
        .rsplit_once('并')
        .filter(|(_, tail)| words::verb_at_start(tail).is_some())
    {
        return limit(tail, LONG).to_string();
    }
    // 专题学习保密、信访、《…法》《…条例》: what was done to a list that ends in names.
    if let Some(action) = before_names(text) {
        return limit(action, LONG).to_string();
    }
    if let Some((_, tail)) = text.rsplit_once('》').filter(|(_, tail)| count(tail) >= 2) {
        let tail = trim_start(tail.strip_prefix('等').unwrap_or(tail));
        // 组织集中学习《…》等法律法规: the verb that the names follow.
        let head = text.split('《').next().unwrap_or_default();
        return match words::verb_at_end(head) {
            Some(verb) if words::verb_at_start(tail).is_none() => [verb, tail].concat(),
            _ => with_verb(tail),
        };
    }
    // 宣传进机关、进校园、进家庭活动: the places are left out.
    if let Some((head, places)) = text.split_once('进').filter(|(head, _)| count(head) >= 2)
        && let Some((_, last)) = places.rsplit_once("、进")
        && let Some((at, _)) = last.char_indices().nth(2)
    {
        return limit(&format!("{head}{}", &last[at..]), LONG).to_string();
    }
    let behind_of = text
        .rsplit_once('的')
        .map(|(_, tail)| tail)
        .filter(|tail| count(tail) >= 2);
    let member = text
        .rsplit_once('、')
        .map(|(_, tail)| tail)
        .filter(|tail| count(tail) >= 2);
    // 带头参加法治培训、专题学习: without an object the member is a noun like the one before it.
    let acts = |member: &&str| {
        let verb = words::verb_at_start(member);
        verb.is_some_and(|verb| verb.len() < member.len()) && count(member) >= 4 && !member.contains('等')
    };
    if let Some(member) = member.filter(acts) {
        return limit(member, LONG).to_string();
    }
    // 接受委托参与以区政府为被告的案件: the verb nearest to the words that describe.
    let describing = || {
        let mut verbs =
            words::verbs(text).filter(|(at, verb)| *at > 0 && text[at + verb.len()..].starts_with('以'));
        verbs.next().map(|(_, verb)| verb)
    };
    if let Some((verb, tail)) = behind_of.and_then(|tail| Some((describing()?, tail)))
        && count(verb) + count(tail) <= SHORT
    {
        return [verb, tail].concat();
    }
    if let Some(tail) = behind_of.filter(|tail| count(tail) <= SHORT) {
        // 关于甲的部署等专题学习: what the list comes to.
        let tail = tail
            .rsplit_once('等')
            .map(|(_, noun)| noun)
            .filter(|noun| count(noun) >= 3)
            .unwrap_or(tail);
        // 纠正违反法律、程序的条款: so short a noun alone names anything.
        let vague = count(tail) <= 2 && count(text) <= SHORT + 3 && !text.contains('“');
        return if vague { text.to_string() } else { with_verb(tail) };
    }
    if let Some(list) = behind_of.filter(|tail| tail.contains('、') && count(tail) <= SHORT + 4) {
        return list.to_string();
    }
    if let Some((head, tail)) = text.rsplit_once('等') {
        // 组织甲、乙等人员到村里上法治课: what was done, not by whom.
        if let Some(action) = words::strip_start(tail, &["人员", "同志", "单位", "部门"])
            && let Some((at, _)) =
                words::verbs(action).find(|(at, verb)| count(&action[at + verb.len()..]) >= 2 || *at > 0)
            && count(&action[at..]) >= 3
        {
            return limit(&action[at..], LONG).to_string();
        }
        let noun = trim_start(tail);
        // 围绕甲法、乙法等重点内容开展专题培训
        if let Some((at, _)) =
            words::verbs(noun).find(|(at, _)| noun[..*at].ends_with("内容") || noun[..*at].ends_with("主题"))
        {
            return limit(&noun[at..], LONG).to_string();
        }
        if count(noun) >= 3 {
            return with_verb(noun);
        }
        let says_much = !["工作", "活动", "情况", "内容", "方面", "事宜", "事项"].contains(&tail);
        if count(tail) >= 2 && says_much && head.contains('、') && words::verb_at_start(tail).is_none() {
            // 研究解决甲、乙等问题: what the members are is enough.
            return [leading_verbs(head), tail].concat();
        }
        // 聘请顾问参与研讨合同、方案等事项: a tail that names nothing keeps the first member.
        let first = head.split('、').next().filter(|first| *first != head);
        if let Some(first) = first.filter(|first| (4..=14).contains(&count(first)) && verb.is_some()) {
            return format!("{first}等{tail}");
        }
    }
    let last = words::verbs(text)
        .filter(|(at, verb)| {
            let object = &text[at + verb.len()..];
            *at > 0
                && !NOMINAL.has(verb)
                && count(object) >= 2
                && !object.starts_with(['的', '和', '、', '及', '人', '率', '工'])
        })
        .last();
    if let Some((at, _)) = last.filter(|(at, _)| count(&text[*at..]) >= 4 && count(text) > 14) {
        // 开展建筑和运输领域专项督察: behind 和 stands what such a verb is about, not the next action.
        if let Some(verb) = verb.filter(|verb| ["开展", "组织开展", "举办"].contains(verb))
            && text[..at].ends_with(['和', '及', '与'])
            && count(&text[at..]) + count(verb) <= LONG
        {
            return [verb, &text[at..]].concat();
        }
        return clipped(&text[at..]);
    }
    // 宣讲团、镇党委书记为村干部集中授课: who did it for whom is left out.
    if let Some(taught) = words::verb_at_end(text)
        && let head = &text[..text.len() - taught.len()]
        && head.contains(['为', '给', '向', '对'])
    {
        let manner = words::strip_end(head, &["集中", "专题", "现场", "上门", "分别", "轮流"]);
        let action = &text[manner.map_or(head.len(), str::len)..];
        if count(action) >= 4 || head.contains('、') {
            return action.to_string();
        }
    }
    if count(text) <= LONG {
        return text.to_string();
    }
    match member {
        Some(member) => with_verb(member),
        None => with_verb(ACTIVITIES.word(text).unwrap_or(last_characters(text, SHORT))),
    }
}

/// What a long phrase comes to: 开展…重要讲话精神专题学习.
static ACTIVITIES: LazyLock<Ends> = LazyLock::new(|| {
    Ends::new([
        "专题学习",
        "集中学习",
        "专题研讨",
        "专题培训",
        "专题讲座",
        "专项整治",
        "专项行动",
        "专项检查",
        "联合检查",
        "联合执法",
        "主题活动",
        "宣传活动",
        "普法活动",
    ])
});

/// The action whose objects are a list that ends in the name of a document, up to its verb.
fn before_names(text: &str) -> Option<&str> {
    if !text.ends_with('》') {
        return None;
    }
    let (head, _) = text.split_once('《')?;
    let (at, verb) = words::verbs(head).last()?;
    let action = &head[..at + verb.len()];
    (count(action) >= 4).then_some(action)
}

/// 参加甲知识、乙知识和丙知识培训: of too long a phrase its verb and its last member.
fn clipped(text: &str) -> String {
    if count(text) <= LONG {
        return text.to_string();
    }
    let verb = words::verb_at_start(text).unwrap_or_default();
    let last = text
        .rsplit(['、', '和', '及', '与', '等', '的'])
        .next()
        .unwrap_or(text);
    match (4..=SHORT).contains(&count(last)) {
        true => format!("{verb}{last}"),
        false => limit(text, LONG).to_string(),
    }
}

/// 组织参加, 研究解决: all verbs that a phrase starts with.
fn leading_verbs(text: &str) -> &str {
    let mut end = 0;
    while let Some(verb) = words::verb_at_start(&text[end..]) {
        end += verb.len();
    }
    &text[..end]
}

//! The action and object of a clause whose number stands behind them, cut down to what is counted.

use super::trim::{LONG, SHORT, count, last_characters, limit, squeeze, tidy, trim_before, trim_start};
use super::words;
use crate::lexicon::{Ends, Starts};
use std::sync::LazyLock;

/// The action and object of a clause whose number stands behind them.
pub(super) fn of_object(before: &str) -> String {
    let whole = tidy(before);
    let text = trim_before(&whole);
    let text = behind_marker(text);
    let text = behind_preposition(text);
    let text = behind_office(text);
    if count(text) <= SHORT {
        return text.to_string();
    }
    let text = squeeze(without_means(text).as_deref().unwrap_or(text));
    let text = behind_hotline(&text);
    let text = behind_subject(&text).to_string();
    if count(&text) <= SHORT {
        return text;
    }
    shorten(&text)
}

/// 行政处罚工作有序开展: what goes on, without how it goes.
pub(super) fn without_progress(topic: &str) -> &str {
    const WAYS: [&str; 10] = [
        "有序", "扎实", "稳步", "深入", "持续", "全面", "顺利", "有力", "高效", "积极",
    ];
    let topic = topic.trim();
    ["开展", "推进", "进行", "实施", "推动"]
        .iter()
        .find_map(|verb| topic.strip_suffix(verb))
        .and_then(|head| WAYS.iter().find_map(|way| head.strip_suffix(way)))
        .filter(|head| count(head) >= 4)
        .map_or(topic, |head| {
            head.strip_suffix("工作")
                .filter(|noun| count(noun) >= 4)
                .unwrap_or(head)
        })
}

/// 街道和各社区调委会共排查…: behind 共 stands the action.
pub(super) fn behind_marker(text: &str) -> &str {
    static MARKERS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "累计",
            "共计",
            "总计",
            "合计",
            "先后",
            "全年",
            "年内",
            "今年以来",
            "期间",
            "共",
        ])
    });
    let mut best = None;
    for (at, marker, ()) in MARKERS.find_all(text) {
        let behind = &text[at + marker.len()..];
        let is_word = marker == "共"
            && (text[..at].ends_with(['公', '中', '总', '一'])
                || behind.starts_with([
                    '同', '享', '建', '治', '产', '党', '青', '和', '用', '识', '通', '赢', '管', '性',
                ]));
        if !is_word && behind.chars().nth(1).is_some() {
            best = best.max(Some(at + marker.len()));
        }
    }
    best.map_or(text, |at| trim_start(&text[at..]))
}

/// 为村、居民提供法律咨询: what is counted begins with the verb.
pub(super) fn behind_preposition(text: &str) -> &str {
    let Some(rest) = words::PREPOSITIONS.strip(text) else {
        return text;
    };
    if words::verb_at_start(text).is_some() && count(text) <= SHORT {
        return text;
    }
    // 围绕“…”开展专题研讨: the verbs inside a name are not the clause's.
    if let Some((_, action)) = rest
        .strip_prefix(['“', '《'])
        .and_then(|name| name.split_once(['”', '》']))
        .filter(|(_, action)| words::verb_at_start(action).is_some() && count(action) >= 4)
    {
        return action;
    }
    if text.starts_with(['与', '会', '协'])
        && let Some((_, action)) = rest.rsplit_once("联合").filter(|(with, action)| {
            count(action) >= 2
                && with.ends_with(['队', '局', '所', '门', '等', '委', '心', '站', '办', '位', '院'])
        })
    {
        return &text[text.len() - action.len() - "联合".len()..];
    }
    if let Some((_, action)) = rest.split_once("进行").filter(|(_, action)| count(action) >= 2) {
        return action;
    }
    // 围绕学习宪法作研讨发言
    if let Some((_, action)) = rest.rsplit_once('作').filter(|(_, action)| {
        ["研讨", "交流", "专题", "辅导", "发言"]
            .iter()
            .any(|start| action.starts_with(start))
    }) {
        return action;
    }
    static WAYS: LazyLock<Ends> = LazyLock::new(|| {
        Ends::new([
            "方式", "形式", "途径", "手段", "渠道", "平台", "机制", "活动", "契机", "载体", "抓手",
        ])
    });
    let is_way = |at: usize| WAYS.word(&rest[..at]).is_some();
    let verbs: Vec<(usize, &str)> = words::verbs(rest).filter(|(at, _)| *at >= 3).collect();
    let chosen = verbs.iter().find(|(at, _)| is_way(*at)).or_else(|| {
        verbs.iter().find(|(at, verb)| {
            count(&rest[at + verb.len()..]) >= 2 && !rest[at + verb.len()..].starts_with(['的', '和', '、'])
        })
    });
    match chosen {
        Some((at, _)) => &rest[*at..],
        None => text,
    }
}

/// 综合行政执法队检查商户: the office that acts is the same for all its figures and is left out.
fn behind_office(text: &str) -> &str {
    static OFFICES: LazyLock<Ends> = LazyLock::new(|| {
        Ends::new([
            "局",
            "部门",
            "单位",
            "委",
            "办",
            "大厅",
            "中心",
            "队",
            "所",
            "中心组",
            "站",
            "机关",
            "机构",
            "服务团",
            "调委会",
            "委员会",
            "街道",
            "党组",
            "党委",
            "政府",
            "支队",
            "大队",
            "中队",
            "专班",
            "窗口",
            "企业",
            "会",
            "社区",
            "全市",
            "全县",
            "全区",
            "全省",
            "全镇",
            "各地",
            "镇",
            "乡",
            "县",
            "区",
            "市",
            "干警",
            "民警",
        ])
    });
    if words::verb_at_start(text).is_some_and(|verb| !NOMINAL.has(verb)) {
        return text;
    }
    let action = words::verbs(text).find(|(at, verb)| {
        let object = &text[at + verb.len()..];
        count(object) >= 2
            && !object.starts_with(['的', '率', '人', '件', '工', '类', '案'])
            && OFFICES.strip(text[..*at].trim_end_matches('）')).is_some_and(|name| !name.is_empty())
            // 门户网站公开信息: the channel is what tells one count from the other.
            && !text[..*at].ends_with("网站")
    });
    action.map_or(text, |(at, _)| &text[at..])
}

/// 工作人员通过“云课堂”学法: what is counted without the means.
fn without_means(text: &str) -> Option<String> {
    let close = text.find('”')?;
    let rest = &text[close + '”'.len_utf8()..];
    let (head, _) = text[..close].split_once('“')?;
    let head = ["通过", "利用", "依托", "运用"]
        .iter()
        .find_map(|means| head.strip_suffix(means))?;
    let rest = ["平台", "系统", "等方式", "等形式"]
        .iter()
        .find_map(|kind| rest.strip_prefix(kind))
        .unwrap_or(rest);
    (count(head) >= 2 && count(rest) >= 2).then(|| [head, rest].concat())
}

/// 处理12345便民热线工单: the number of the hotline is no part of the name.
fn behind_hotline(text: &str) -> String {
    let Some(from) = text.find(|c: char| c.is_ascii_digit()) else {
        return text.to_string();
    };
    let behind = text[from..].trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - from - behind.len();
    if count(behind) < 2 || digits < 3 || behind.starts_with('年') {
        return text.to_string();
    }
    match words::verb_at_start(text).filter(|_| count(&text[..from]) <= 4) {
        Some(verb) => [verb, behind].concat(),
        None => behind.to_string(),
    }
}

/// A long clause without its subject: from its first verb.
fn behind_subject(text: &str) -> &str {
    if words::verb_at_start(text).is_some() {
        return text;
    }
    let first = words::verbs(text).find(|(at, verb)| {
        let object = &text[at + verb.len()..];
        !text[..*at].ends_with('党')
            && count(object) >= 2
            && !object.starts_with(['的', '和', '、', '及', '等'])
    });
    match first {
        Some((at, _)) => &text[at..],
        None => text,
    }
}

/// Takes the part of a long clause that is nearest to its number.
fn shorten(text: &str) -> String {
    if count(text) > LONG
        && let Some((head, rest)) = text.split_once('“')
        && let Some((_, tail)) = rest.split_once('”')
        && count(tail) >= 2
    {
        // 开展“…”主题宣传活动: the motto is not what is counted.
        return match words::verb_at_start(head).filter(|_| (4..=SHORT).contains(&count(tail))) {
            Some(verb) if words::verb_at_start(tail).is_none() && !tail.starts_with('、') => {
                [verb, tail].concat()
            }
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
    if let Some(member) = member.filter(|member| words::verb_at_start(member).is_some() && count(member) >= 4)
    {
        return limit(member, LONG).to_string();
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
        let says_much = !["工作", "活动", "情况", "内容", "方面", "事宜"].contains(&tail);
        if count(tail) >= 2 && says_much && head.contains('、') && words::verb_at_start(tail).is_none() {
            // 研究解决甲、乙等问题: what the members are is enough.
            return [leading_verbs(head), tail].concat();
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
        return clipped(&text[at..]);
    }
    if count(text) <= LONG {
        return text.to_string();
    }
    match member {
        Some(member) => with_verb(member),
        None => last_characters(text, SHORT).to_string(),
    }
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

/// Verbs that are nouns behind another noun: 专项整治, 案卷评查.
#[rustfmt::skip]
pub(super) static NOMINAL: LazyLock<Starts> = LazyLock::new(|| Starts::new([
    "整治", "排查", "检查", "巡查", "抽查", "审查", "审核", "调解", "化解", "处罚", "整改", "改造", "治理",
    "清理", "监测", "检测", "抽检", "评估", "评查", "评审", "审计", "调研", "督察", "督查", "督导", "监督",
    "指导", "帮扶", "救助", "学习", "宣讲", "登记", "备案", "采购", "修复", "公开", "培训", "座谈", "应诉",
]));

//! The action and object of a clause whose number stands behind them, cut down to what is counted.

use super::shorten::shorten;
use super::trim::{SHORT, count, squeeze, tidy, trim_before, trim_start};
use super::words;
use crate::lexicon::{Ends, Starts};
use crate::text::CharSet;
use std::borrow::Cow;
use std::sync::LazyLock;

/// The action and object of a clause whose number stands behind them.
pub(super) fn of_object(before: &str) -> String {
    let whole = tidy(before);
    let text = trim_before(&whole);
    let action = nearest_action(text);
    match learners(text, &action).or_else(|| channel(text, &action)) {
        Some(who) => [who, &action].concat(),
        None => action,
    }
}

/// 微信公众号“青岚发布”推送信息: the channel tells one count from the other.
fn channel<'t>(text: &'t str, action: &str) -> Option<&'t str> {
    static CHANNELS: LazyLock<Ends> =
        LazyLock::new(|| Ends::new(["公众号", "微信公众号", "微信", "微博", "抖音", "客户端", "头条"]));
    static SENDING: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "公开", "发布", "推送", "推文", "转发", "编发", "发送", "刊发", "制作",
        ])
    });
    SENDING.word(action)?;
    let head = text.strip_suffix(action)?;
    let head = match head.strip_suffix('”') {
        Some(named) => named.rsplit_once('“').map_or(head, |(head, _)| head),
        None => head,
    };
    CHANNELS.word(head).filter(|_| count(action) <= 8)
}

/// 党组理论学习中心组开展学习: who learns tells such an action from others.
fn learners<'t>(text: &'t str, action: &str) -> Option<&'t str> {
    static LEARNING: LazyLock<Ends> = LazyLock::new(|| Ends::new(["学习", "学法", "研讨"]));
    static LEARNERS: LazyLock<Ends> = LazyLock::new(|| {
        Ends::new([
            "中心组",
            "学习中心组",
            "理论学习中心组",
            "常务会",
            "常务会议",
            "党组会",
            "党组会议",
            "党委会",
            "党委会议",
            "党工委会",
            "党工委会议",
            "办公会",
            "办公会议",
        ])
    });
    LEARNING.word(action)?;
    if count(action) > 4 || action.len() == text.len() {
        return None;
    }
    let head = &text[..text.rfind(action)?];
    let head = words::strip_end(head, &["全年", "累计", "共", "全年共", "先后", "已"]).unwrap_or(head);
    LEARNERS.word(head)
}

/// What of a clause tells what is counted.
fn nearest_action(text: &str) -> String {
    let text = behind_whole(behind_marker(text));
    let text = behind_preposition(text);
    let text = behind_office(text);
    if count(text) <= SHORT {
        return text.to_string();
    }
    let text = without_means(text).map_or(Cow::Borrowed(text), Cow::Owned);
    let text = squeeze(&text);
    let text = behind_hotline(&text);
    let text = behind_subject(&text);
    match count(text) <= SHORT {
        true => text.to_string(),
        false => shorten(text),
    }
}

/// 投诉案件中大气污染: behind the whole stands the part.
fn behind_whole(text: &str) -> &str {
    static WHOLES: LazyLock<Ends> =
        LazyLock::new(|| Ends::new(["案件", "事项", "人员", "问题", "工单", "线索"]));
    let parts = text
        .split_once('中')
        .filter(|(whole, part)| count(part) >= 2 && WHOLES.word(whole).is_some());
    parts.map_or(text, |(_, part)| part)
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

/// What the words begin with that [`behind_marker`] looks for.
static MARKER_STARTS: CharSet = CharSet::of("累共总合先全年今期");

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
    if MARKER_STARTS.next(text, 0).is_none() {
        return text;
    }
    let mut best = None;
    for (at, marker, ()) in MARKERS.find_all(text) {
        let behind = &text[at + marker.len()..];
        let built = ["建成", "建立", "建有", "建设"]
            .iter()
            .any(|verb| behind.starts_with(verb));
        let is_word = marker == "共"
            && !built
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
    // 围绕学习宪法作研讨发言, but not 主持法治工作专题会
    if let Some((_, action)) = rest.rsplit_once('作').filter(|(head, action)| {
        !head.ends_with(['工', '合', '协', '操', '制', '动', '运', '创'])
            && ["研讨", "交流", "专题", "辅导", "发言"]
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
fn behind_hotline(text: &str) -> Cow<'_, str> {
    let Some(from) = text.find(|c: char| c.is_ascii_digit()) else {
        return text.into();
    };
    let behind = text[from..].trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - from - behind.len();
    if count(behind) < 2
        || digits < 3
        || behind.starts_with('年')
        || digits == 5 && from == 0 && text.starts_with("12")
    {
        return text.into();
    }
    match words::verb_at_start(text).filter(|_| count(&text[..from]) <= 4) {
        Some(verb) => [verb, behind].concat().into(),
        None => behind.into(),
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

/// Verbs that are nouns behind another noun: 专项整治, 案卷评查.
#[rustfmt::skip]
pub(super) static NOMINAL: LazyLock<Starts> = LazyLock::new(|| Starts::new([
    "整治", "排查", "检查", "巡查", "抽查", "审查", "审核", "调解", "化解", "处罚", "整改", "改造", "治理",
    "清理", "监测", "检测", "抽检", "评估", "评查", "评审", "审计", "调研", "督察", "督查", "督导", "监督",
    "指导", "帮扶", "救助", "学习", "宣讲", "登记", "备案", "采购", "修复", "公开", "培训", "座谈", "应诉",
]));

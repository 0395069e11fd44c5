//! Cuts a clause down to what it counts.

use super::clause::{Clause, Joint};
use super::words::{self, strip_end, strip_start};
use crate::figures::Direction;
use crate::figures::scan::Candidate;
use crate::figures::unit::Kind;

/// Phrases up to this length are kept whole: subject, verb and object fit.
const SHORT: usize = 12;
/// The longest phrase that is given out.
const LONG: usize = 20;

/// The words before a figure without what only opens the clause or leads to the number.
pub(super) fn trim_before(text: &str) -> &str {
    trim_end(trim_start(text))
}

/// The words behind a figure without marks and 的.
pub(super) fn trim_after(text: &str) -> &str {
    let text = text.trim_matches(is_dirt);
    let text = text.strip_prefix('的').unwrap_or(text);
    let text = strip_end(
        text,
        &[
            "和", "及", "与", "以及", "并", "共", "共计", "累计", "总计", "合计", "达", "等", "中",
        ],
    )
    .unwrap_or(text);
    if GOOD_RESULT.iter().any(|word| text.ends_with(word)) {
        ""
    } else {
        text
    }
}

/// 98%的良好成绩: what stands behind praises and names nothing.
const GOOD_RESULT: &[&str] = &["成绩", "目标", "水平", "好成绩", "要求", "比例", "速度", "标准"];

fn is_dirt(c: char) -> bool {
    crate::text::is_blank(c)
        || matches!(
            c,
            '、' | '，' | ',' | '.' | '·' | '。' | ')' | '）' | '/' | '|' | '—' | '-' | '+' | '－'
        )
}

fn trim_start(text: &str) -> &str {
    let mut text = text.trim_matches(is_dirt);
    loop {
        let digits = text.trim_start_matches(|c: char| is_dirt(c) || c.is_ascii_digit());
        if digits.len() < text.len() {
            let date = strip_start(
                digits,
                &[
                    "年度", "年底", "年末", "年", "月底", "月份", "月末", "月", "日", "至",
                ],
            );
            text = date.unwrap_or(digits);
        }
        if words::OPENER_WORDS.iter().any(|word| text.starts_with(word)) {
            return text;
        }
        match strip_start(text, words::OPENERS) {
            Some(rest) if starts_well(text, rest) && rest.chars().count() != 1 => text = rest,
            _ => return text,
        }
    }
}

/// Prepositions are openers only where nothing else is left of them: 将14项, 为197名.
fn starts_well(text: &str, rest: &str) -> bool {
    let word = &text[..text.len() - rest.len()];
    let is_preposition = matches!(
        word,
        "为" | "将"
            | "对"
            | "在"
            | "把"
            | "向"
            | "由"
            | "从"
            | "通过"
            | "会同"
            | "与"
            | "了"
            | "中"
            | "后"
            | "总"
    );
    !is_preposition || rest.is_empty() || matches!(word, "了" | "中" | "后")
}

fn trim_end(text: &str) -> &str {
    let mut text = text;
    loop {
        text = text.trim_end_matches(is_dirt);
        if words::LINK_WORDS.iter().any(|word| text.ends_with(word)) {
            return text;
        }
        match strip_end(text, words::LINKS) {
            Some(rest) => text = rest,
            None => return text,
        }
    }
}

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

/// What a percentage is the share of.
pub(super) fn of_rate(before: &str, after: &str) -> Option<String> {
    if before.is_empty() {
        return Some(tidy(limit(after, SHORT + 4)));
    }
    let text = tidy(before);
    let text = behind_preposition(behind_marker(trim_before(&text)));
    let names_a_rate = text.ends_with(['率', '度', '比', '分']);
    Some(if names_a_rate && count(text) <= LONG + 4 {
        text.to_string()
    } else {
        of_object(before)
    })
}

/// What a count counts.
pub(super) fn of_count(before: &str, after: &str, here: &Candidate, clause: &Clause) -> Option<String> {
    if after.is_empty() || here.direction == Some(Direction::From) {
        return Some(of_object(before));
    }
    if here.unit == "次" && acts(after) && words::verbs(before).next().is_none() {
        return Some(action(after));
    }
    if before.is_empty() && starts_with_verb(after) && here.kind != Kind::Person {
        return Some(action(after));
    }
    let open = before.is_empty()
        || ends_open(before)
        || clause.before.ends_with([
            '等', '的', '和', '及', '与', '将', '对', '为', '在', '向', '由', '有', '共', '、', '于', '把',
        ]);
    let person = here.kind == Kind::Person;
    if starts_with_predicate(after) {
        if before.is_empty() || clause.before.trim_end().ends_with('有') {
            return Some(action(after));
        }
        if person && starts_with_taking_part(after) && after.chars().count() <= LONG {
            let who =
                strip_start(before, &["组织", "安排", "选派", "推荐", "动员", "共组织"]).unwrap_or(before);
            return Some(tidy(&format!(
                "{}{}",
                of_object(trim_start(who)),
                limit(after, 14)
            )));
        }
        return Some(of_object(before));
    }
    if !open && acts(after) {
        return Some(of_object(before));
    }
    let (noun, rest) = noun_and_rest(after, clause.runs_on);
    let has = ["有", "已有", "共有"]
        .iter()
        .any(|word| clause.before.trim_end().ends_with(word))
        && !clause.before.trim_end().ends_with("所有");
    let whole = after.chars().count();
    let subject = clause.before.trim().is_empty() && clause.joint != Joint::Member && whole <= SHORT
        || clause.before.ends_with('等')
            && ["获评", "入选", "被评", "荣获"]
                .iter()
                .any(|verb| rest.starts_with(verb))
            && whole <= 16
        || person && clause.before.ends_with(['为', '给']) && whole <= 10 && !rest.is_empty();
    let hired = words::verb_at_end(before)
        .is_some_and(|verb| ["聘请", "聘用", "选聘", "配备", "引进", "招录", "签约", "抓获"].contains(&verb));
    if (person && !hired || has || subject)
        && !rest.is_empty()
        && whole <= 16
        && (!clause.runs_on || subject)
        && !clause.after.contains('的')
        && !starts_with_sharing(rest)
    {
        return Some(tidy(after));
    }
    if is_generic(noun) && !before.is_empty() {
        let object = of_object(before);
        if !open && count(&object) + count(noun) <= LONG - 4 {
            return Some(tidy(&format!("{object}{noun}")));
        }
        if let Some(verb) = words::verb_at_end(before).filter(|_| noun.chars().count() <= 4) {
            return Some(tidy(&format!("{verb}{noun}")));
        }
    }
    Some(tidy(limit(noun, LONG)))
}

fn starts_with_sharing(rest: &str) -> bool {
    ["均", "皆", "都", "将", "把", "被", "进行", "全部", "全覆盖"]
        .iter()
        .any(|word| rest.starts_with(word))
}

/// What a verb phrase behind the number says: 还在协调解决, 集中讲法治课.
fn action(after: &str) -> String {
    let after = strip_start(after, &["均", "已", "已经", "被", "组织"])
        .filter(|rest| rest.chars().count() >= 4)
        .unwrap_or(after);
    let text = tidy(after);
    if text.chars().count() <= LONG {
        return text;
    }
    let last = words::verbs(&text)
        .filter(|(at, _)| text[*at..].chars().count() >= 4)
        .last();
    match last {
        Some((at, _)) => limit(&text[at..], SHORT).to_string(),
        None => limit(&text, SHORT).to_string(),
    }
}

fn starts_with_taking_part(after: &str) -> bool {
    [
        "参加", "参与", "取得", "获得", "通过", "完成", "接受", "获", "报名", "受教", "受训", "受益", "担任",
    ]
    .iter()
    .any(|word| after.starts_with(word))
}

fn starts_with_verb(text: &str) -> bool {
    words::verb_at_start(text).is_some() && !text.contains('的') && text.chars().count() > 6
}

fn starts_with_predicate(text: &str) -> bool {
    strip_start(text, words::PREDICATES).is_some()
        && strip_start(text, words::PREDICATE_WORDS).is_none()
        && !names_by_clause(text)
}

/// 排查发现的矛盾纠纷: the verbs describe the noun behind 的.
fn names_by_clause(text: &str) -> bool {
    text.find('的')
        .is_some_and(|at| text[..at].chars().count() <= 10 && text.len() > at + '的'.len_utf8())
}

/// Splits what stands behind a number into the noun and what happened to it.
fn noun_and_rest(after: &str, runs_on: bool) -> (&str, &str) {
    let from = match after.find('的') {
        Some(at) if after[..at].chars().count() <= 14 => at + '的'.len_utf8(),
        _ => 0,
    };
    let mut skip = 0;
    for (at, _) in after.char_indices().filter(|(at, _)| *at > from) {
        if at < skip {
            continue;
        }
        let rest = &after[at..];
        if let Some(word) = words::PREDICATE_WORDS
            .iter()
            .find(|word| rest.starts_with(**word))
        {
            skip = at + word.len();
            continue;
        }
        if at < from + 6
            && !rest.starts_with([
                '均', '皆', '都', '已', '被', '将', '把', '在', '向', '对', '与', '为', '由',
            ])
        {
            continue; // A noun has at least two characters.
        }
        let is_predicate = strip_start(rest, words::PREDICATES).is_some_and(|rest| !rest.is_empty());
        if is_predicate && !is_inside_word(&after[..at], rest) {
            return (&after[..at], rest);
        }
        if runs_on && acts(rest) {
            return (&after[..at], rest);
        }
    }
    (after, "")
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
fn acts(text: &str) -> bool {
    let Some(verb) = words::verb_at_start(text) else {
        return false;
    };
    let behind = &text[verb.len()..];
    let makes_a_noun = strip_start(
        behind,
        &[
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
            "的",
        ],
    );
    makes_a_noun.is_none() && count(behind) != 1
}

fn is_generic(noun: &str) -> bool {
    let noun = noun.trim_end_matches(['。', '；']);
    noun.chars().count() <= 2
        || [
            "专题会议",
            "系列活动",
            "主题活动",
            "专项行动",
            "宣传活动",
            "工作任务",
        ]
        .contains(&noun)
}

/// Whether the words before a number wait for their noun: they end in a verb or with a place.
fn ends_open(before: &str) -> bool {
    let verb = words::verb_at_end(before);
    let nominal = verb.is_some_and(|verb| NOMINAL.contains(&verb) && before.len() > verb.len() + 3);
    verb.is_some() && !nominal
        || [
            "全市",
            "全县",
            "全区",
            "全街",
            "全镇",
            "全省",
            "所辖",
            "辖区",
            "各类",
            "各项",
            "第一批",
            "首批",
            "街道",
            "下辖",
            "其他",
            "其它",
            "相关",
            "有关",
        ]
        .iter()
        .any(|word| before.ends_with(word))
}

/// Verbs that are nouns behind another noun: 专项整治, 案卷评查.
const NOMINAL: [&str; 40] = [
    "整治", "排查", "检查", "巡查", "抽查", "审查", "审核", "调解", "化解", "处罚", "整改", "改造", "治理",
    "清理", "监测", "检测", "抽检", "评估", "评查", "评审", "审计", "调研", "督察", "督查", "督导", "监督",
    "指导", "帮扶", "救助", "学习", "宣讲", "登记", "备案", "采购", "修复", "公开", "培训", "座谈", "监督",
    "应诉",
];

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
    let text = squeeze(text);
    let text = behind_hotline(&text);
    let text = behind_subject(&text).to_string();
    if count(&text) <= SHORT {
        return text;
    }
    shorten(&text)
}

/// A long phrase without the words that only say whose or how many kinds.
fn squeeze(text: &str) -> String {
    const FILLERS: [&str; 18] = [
        "我区", "我市", "我县", "我镇", "我局", "我街", "我省", "全区", "全市", "全县", "全镇", "全街",
        "全省", "各类", "各种", "各项", "相关", "有关",
    ];
    FILLERS
        .iter()
        .fold(text.to_string(), |text, filler| text.replace(filler, ""))
}

fn count(text: &str) -> usize {
    text.chars().count()
}

/// 街道和各社区调委会共排查…: behind 共 stands the action.
fn behind_marker(text: &str) -> &str {
    const MARKERS: &[&str] = &[
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
    ];
    let mut best = None;
    for marker in MARKERS {
        for (at, _) in text.match_indices(marker) {
            let behind = &text[at + marker.len()..];
            let is_word = *marker == "共"
                && (text[..at].ends_with(['公', '中', '总', '一'])
                    || behind.starts_with([
                        '同', '享', '建', '治', '产', '党', '青', '和', '用', '识', '通', '赢', '管', '性',
                    ]));
            if !is_word && count(behind) >= 2 {
                best = best.max(Some(at + marker.len()));
            }
        }
    }
    best.map_or(text, |at| trim_start(&text[at..]))
}

/// 为村、居民提供法律咨询: what is counted begins with the verb.
fn behind_preposition(text: &str) -> &str {
    let Some(rest) = strip_start(text, words::PREPOSITIONS) else {
        return text;
    };
    if words::verb_at_start(text).is_some() && count(text) <= SHORT {
        return text;
    }
    if let Some((_, action)) = rest.split_once("进行").filter(|(_, action)| count(action) >= 2) {
        return action;
    }
    let is_way = |at: usize| {
        [
            "方式", "形式", "途径", "手段", "渠道", "平台", "机制", "活动", "契机", "载体", "抓手",
        ]
        .iter()
        .any(|way| rest[..at].ends_with(way))
    };
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
    const OFFICES: &[&str] = &[
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
    ];
    if words::verb_at_start(text).is_some_and(|verb| !NOMINAL.contains(&verb)) {
        return text;
    }
    let action = words::verbs(text).find(|(at, verb)| {
        let object = &text[at + verb.len()..];
        count(object) >= 2
            && !object.starts_with(['的', '率', '人', '件', '工', '类', '案'])
            && strip_end(&text[..*at], OFFICES).is_some_and(|name| !name.is_empty())
    });
    action.map_or(text, |(at, _)| &text[at..])
}

/// 处理12345便民热线工单: the number of the hotline is no part of the name.
fn behind_hotline(text: &str) -> String {
    let Some(from) = text.find(|c: char| c.is_ascii_digit()) else {
        return text.to_string();
    };
    let behind = text[from..].trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = text.len() - from - behind.len();
    if count(behind) < 2 || digits < 3 {
        return text.to_string();
    }
    match words::verb_at_start(text).filter(|_| count(&text[..from]) <= 4) {
        Some(verb) => format!("{verb}{behind}"),
        None => behind.to_string(),
    }
}

/// A long clause without its subject: from its first verb.
fn behind_subject(text: &str) -> &str {
    let first = words::verbs(text).find(|(at, verb)| {
        let object = &text[at + verb.len()..];
        count(object) >= 2 && !object.starts_with(['的', '和', '、', '及'])
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
        return shorten(&format!("{head}{tail}"));
    }
    let verb = words::verb_at_start(text);
    let with_verb = |tail: &str| match verb
        .filter(|verb| words::verb_at_start(tail).is_none() && count(tail) + count(verb) <= SHORT)
    {
        Some(verb) => format!("{verb}{tail}"),
        None => tail.to_string(),
    };
    if let Some((_, tail)) = text
        .rsplit_once('并')
        .filter(|(_, tail)| words::verb_at_start(tail).is_some())
    {
        return limit(tail, LONG).to_string();
    }
    if let Some((_, tail)) = text.rsplit_once('》').filter(|(_, tail)| count(tail) >= 2) {
        return with_verb(trim_start(tail));
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
        return with_verb(tail);
    }
    if let Some((_, tail)) = text.rsplit_once('等') {
        let tail = trim_start(tail);
        if count(tail) >= 3 {
            return with_verb(tail);
        }
    }
    let last = words::verbs(text)
        .filter(|(at, verb)| {
            let object = &text[at + verb.len()..];
            *at > 0 && count(object) >= 2 && !object.starts_with(['的', '和', '、', '及', '人', '率', '工'])
        })
        .last();
    if let Some((at, _)) = last.filter(|(at, _)| count(&text[*at..]) >= 4 && count(text) > 14) {
        return limit(&text[at..], LONG).to_string();
    }
    if count(text) <= LONG {
        return text.to_string();
    }
    match member {
        Some(member) => with_verb(member),
        None => last_characters(text, SHORT).to_string(),
    }
}

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

/// What a phrase says behind its verbs.
fn object(phrase: &str) -> &str {
    let mut rest = phrase.trim_start_matches(['已', '均', '共', '各', '类', '并']);
    while let Some(verb) = words::verb_at_start(rest) {
        rest = &rest[verb.len()..];
    }
    rest.trim_start_matches(['各', '类', '种', '了'])
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

/// The words without brackets, blanks and lone quotation marks.
pub(in crate::figures) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut depth = 0_u32;
    for (at, c) in text.char_indices() {
        match c {
            '（' | '(' if is_short_bracket(&text[at..]) => out.push('（'),
            '）' | ')' if depth == 0 && out.contains('（') => out.push('）'),
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth > 0 || crate::text::is_blank(c) => {}
            _ => out.push(c),
        }
    }
    for (open, close) in [('“', '”'), ('《', '》'), ('‘', '’')] {
        if out.matches(open).count() != out.matches(close).count() {
            out.retain(|c| c != open && c != close);
        }
    }
    let trimmed = out.trim_matches(is_dirt);
    if trimmed.len() == out.len() {
        out
    } else {
        trimmed.to_string()
    }
}

/// 村（居）委会
fn is_short_bracket(text: &str) -> bool {
    let close = text
        .char_indices()
        .skip(1)
        .take(4)
        .find(|(_, c)| matches!(c, '）' | ')'));
    let Some((at, c)) = close else {
        return false;
    };
    let open = text.chars().next().map_or(0, char::len_utf8);
    let inside = &text[open..at];
    !text[at + c.len_utf8()..].is_empty() && count(inside) <= 2
        || inside.chars().all(|c| "市县区州乡镇村街、".contains(c))
}

/// The first characters of a phrase.
pub(super) fn limit(text: &str, most: usize) -> &str {
    match text.char_indices().nth(most) {
        Some((at, _)) => &text[..at],
        None => text,
    }
}

fn last_characters(text: &str, most: usize) -> &str {
    let skip = count(text).saturating_sub(most);
    match text.char_indices().nth(skip) {
        Some((at, _)) => &text[at..],
        None => text,
    }
}

//! Decides where the words of an indicator are taken from: before the number or behind it.

use super::clause::{Clause, Joint};
use super::object::{NOMINAL, behind_marker, behind_preposition, of_object};
use super::trim::{LONG, SHORT, count, limit, tidy, trim_before, trim_start};
use super::words::{self, strip_start};
use crate::figures::Direction;
use crate::figures::scan::Candidate;
use crate::figures::unit::Kind;
use crate::lexicon::{Ends, Starts};
use std::sync::LazyLock;

/// What a percentage is the share of.
pub(super) fn of_rate(before: &str, after: &str) -> Option<String> {
    if before.is_empty() {
        return Some(tidy(limit(after, LONG + 1)).into_owned());
    }
    // 服务中心100%政务服务事项实现一窗综办: what the share is of stands behind it.
    static DONE: LazyLock<Starts> = LazyLock::new(|| Starts::new(["实现", "纳入", "完成", "通过", "达到"]));
    let done = DONE.find_all(after).next().map(|(at, ..)| at);
    let scope = ["两级", "全市", "全县", "全区", "全镇", "全省", "全州"]
        .iter()
        .any(|place| before.ends_with(place));
    if done.is_some_and(|at| at >= 4 * 3 || scope && at >= 2 * 3)
        && !before.ends_with(['率', '度', '比', '员'])
    {
        return Some(tidy(limit(after, LONG)).into_owned());
    }
    let text = tidy(before);
    let text = behind_preposition(behind_marker(trim_before(&text)));
    let members = || text.split(['、', '和', '及']);
    if text.contains('、')
        && members().all(|member| member.ends_with(['率', '度']))
        && count(text) <= 2 * LONG
    {
        return Some(text.strip_prefix("实现").unwrap_or(text).to_string());
    }
    let names_a_rate = text.ends_with(['率', '度', '比', '分']);
    Some(if names_a_rate && count(text) <= LONG + 4 {
        text.to_string()
    } else {
        of_object(before)
    })
}

/// What a count counts.
pub(super) fn of_count(before: &str, after: &str, here: &Candidate, clause: &Clause) -> Option<String> {
    if here.direction == Some(Direction::From)
        && (before.is_empty() || before.starts_with(['将', '把']) && !after.is_empty())
    {
        return Some(tidy(changed_thing(after)).into_owned());
    }
    if after.is_empty() || here.direction == Some(Direction::From) {
        return Some(of_object(before));
    }
    if here.unit == "次" && acts(after) && words::verbs(before).next().is_none() {
        return Some(action(after));
    }
    // 局长2次将议题提交会议: the number is an adverb of what follows.
    if here.unit == "次"
        && let Some(moved) = strip_start(after, &["将", "把", "就", "对"]).filter(|moved| count(moved) >= 4)
    {
        return Some(action(moved));
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
    // 清单322个大项: in what it is counted, not what.
    if ["大项", "小项", "子项"].contains(&after) && !before.is_empty() {
        return Some(of_object(before));
    }
    // 开展3轮全覆盖排查: the verb has its object behind the number.
    let waits = before.ends_with("开展") || before.ends_with("举办") || before.ends_with("进行");
    if !waits && starts_with_predicate(after) {
        if ["其余", "剩余", "余下", "另外", "还有"].contains(&before) {
            return Some([before, &action(after)].concat());
        }
        if before.is_empty() || clause.before.trim_end().ends_with('有') {
            return Some(action(after));
        }
        if person && starts_with_taking_part(after) && after.chars().count() <= LONG {
            let who =
                strip_start(before, &["组织", "安排", "选派", "推荐", "动员", "共组织"]).unwrap_or(before);
            return Some(tidy(&format!("{}{}", of_object(trim_start(who)), limit(after, 14))).into_owned());
        }
        return Some(of_object(before));
    }
    if !open && acts(after) {
        return Some(of_object(before));
    }
    // 对52所学校的食堂进行检查: what is counted stands before 的.
    let of = after.split_once('的').map(|(owner, _)| owner).filter(|owner| {
        clause.before.ends_with('对') && PLACES.iter().any(|place| owner.ends_with(place)) && !acts(owner)
    });
    if let Some(owner) = of {
        return Some(owner.to_string());
    }
    let (noun, rest) = noun_and_rest(after, clause.runs_on);
    let noun = match clause.runs_on {
        // 17个执法队共立案90件
        true => without_next(noun.strip_suffix('共').unwrap_or(noun)),
        false => noun,
    };
    // 5个社区注册人数超过2000人: the rest names the next figure.
    let (noun, rest) = match PLACES.iter().find(|place| noun.starts_with(**place)) {
        Some(place) if clause.runs_on && noun.ends_with(['率', '数', '量', '额', '均']) => {
            noun.split_at(place.len())
        }
        _ => (noun, rest),
    };
    let has = ["有", "已有", "共有"]
        .iter()
        .any(|word| clause.before.trim_end().ends_with(word))
        && !clause.before.trim_end().ends_with("所有");
    let whole = after.chars().count();
    let honoured = ["获评", "获", "荣获", "入选", "被评", "评为", "被授予", "被命名"]
        .iter()
        .any(|verb| rest.starts_with(verb));
    // 2个项目被评为…: so short a noun tells nothing without what happened.
    let first = clause.before.trim().is_empty() || clause.before.ends_with('、') && honoured;
    let short = first && count(noun) <= 2 && whole <= 16;
    let subject = clause.before.trim().is_empty()
        && clause.joint != Joint::Member
        && (whole <= SHORT || honoured && whole <= 16)
        || short
        || clause.before.ends_with('等') && honoured && whole <= 16
        || person && clause.before.ends_with(['为', '给']) && whole <= 10 && !rest.is_empty()
        || clause.before.ends_with('对')
            && whole <= SHORT
            && (noun.starts_with("各类")
                || ["依法", "作出", "不予", "免予", "从轻", "减轻", "立案", "适用"]
                    .iter()
                    .any(|verb| rest.starts_with(verb)));
    if first && honoured && count(noun) <= 2 && !clause.runs_on {
        return Some(tidy(limit(after, LONG)).into_owned());
    }
    let hired = words::verb_at_end(before)
        .is_some_and(|verb| ["聘请", "聘用", "选聘", "配备", "引进", "招录", "签约", "抓获"].contains(&verb));
    if (person && !hired || has || subject)
        && !rest.is_empty()
        && whole <= if person { LONG } else { 16 }
        && (!clause.runs_on || subject)
        && !clause.after.contains('的')
        && (honoured || !starts_with_sharing(rest))
    {
        return Some(tidy(after).into_owned());
    }
    if is_generic(noun) && !before.is_empty() {
        let object = of_object(before);
        if !open && count(&object) + count(noun) <= LONG - 4 {
            return Some(tidy(&(object + noun)).into_owned());
        }
        if let Some(verb) = words::verb_at_end(before).filter(|_| noun.chars().count() <= 4) {
            return Some(tidy(&[verb, noun].concat()).into_owned());
        }
    }
    Some(tidy(limit(noun, LONG)).into_owned())
}

/// 款项及价值50万元: what stands behind the last 及 belongs to the next number.
fn without_next(noun: &str) -> &str {
    noun.rsplit_once(['及', '和', '与'])
        .filter(|(head, next)| {
            count(head) >= 2
                && (2..=4).contains(&count(next))
                && !head.ends_with(['参', '普', '涉', '惠', '波', '以', '调', '给'])
                && !next.starts_with(['时', '谐', '平', '其'])
        })
        .map_or(noun, |(head, _)| head)
}

/// 具体措施细化为: the thing without the verb that changes it.
fn changed_thing(after: &str) -> &str {
    let end = words::verbs(after)
        .filter(|(at, _)| *at > 0)
        .last()
        .map(|(at, _)| at);
    let text = after.strip_suffix(['为', '至', '到', '成']).unwrap_or(after);
    let end = end.or_else(|| {
        text.len()
            .checked_sub(6)
            .filter(|&at| at >= 6 && text.is_char_boundary(at))
    });
    end.map_or(text, |at| &text[..at])
}

/// What reports count by the piece.
const PLACES: [&str; 11] = [
    "机构",
    "社区",
    "行政村",
    "镇街",
    "街道",
    "乡镇",
    "部门",
    "单位",
    "企业",
    "学校",
    "县区",
];

fn starts_with_sharing(rest: &str) -> bool {
    static WORDS: LazyLock<Starts> =
        LazyLock::new(|| Starts::new(["均", "皆", "都", "将", "把", "被", "进行", "全部", "全覆盖"]));
    WORDS.word(rest).is_some()
}

/// What stands behind 等 and names nothing.
pub(super) static NOTHING: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "工作",
        "相关工作",
        "有关工作",
        "各项工作",
        "方面工作",
        "内容",
        "相关内容",
        "事项",
        "相关事项",
        "情况",
    ])
});

/// What a verb phrase behind the number says: 还在协调解决, 集中讲法治课.
fn action(after: &str) -> String {
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

fn starts_with_taking_part(after: &str) -> bool {
    static WORDS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "参加", "参与", "取得", "获得", "通过", "完成", "接受", "获", "报名", "受教", "受训", "受益",
            "担任",
        ])
    });
    WORDS.word(after).is_some()
}

fn starts_with_verb(text: &str) -> bool {
    words::verb_at_start(text).is_some() && !text.contains('的') && text.chars().count() > 6
}

fn starts_with_predicate(text: &str) -> bool {
    words::PREDICATES.strip(text).is_some()
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
fn noun_and_rest(after: &str, runs_on: bool) -> (&str, &str) {
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
            return (&after[..at], rest);
        }
        if runs_on && acts(rest) {
            return (&after[..at], rest);
        }
    }
    (after, "")
}

/// Words before 的 that tell what happened, where other verbs there describe the noun behind it.
static TOLD: LazyLock<Starts> = LazyLock::new(|| Starts::new(["了", "作为", "担任", "成为", "负责", "承担"]));

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
            "的",
        ])
    });
    let makes_a_noun = NOUN_ENDS.word(behind);
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
    let nominal = verb.is_some_and(|verb| NOMINAL.has(verb) && before.len() > verb.len() + 3);
    static PLACES: LazyLock<Ends> = LazyLock::new(|| {
        Ends::new([
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
        ])
    });
    verb.is_some() && !nominal || PLACES.word(before).is_some()
}

//! Decides where the words of an indicator are taken from: before the number or behind it.

use super::clause::{Clause, Joint};
use super::noun::{
    action, acts, noun_and_rest, starts_with_predicate, starts_with_taking_part, starts_with_verb,
};
use super::object::{NOMINAL, behind_marker, behind_preposition, of_object};
use super::treated;
use super::trim::{LONG, SHORT, count, limit, squeeze, tidy, trim_before, trim_start};
use super::words::{self, strip_start};
use crate::figures::Direction;
use crate::figures::carry::is_change;
use crate::figures::scan::Candidate;
use crate::figures::unit::Kind;
use crate::lexicon::{Ends, Starts};
use std::sync::LazyLock;

/// What a percentage is the share of.
pub(super) fn of_rate(before: &str, after: &str) -> Option<String> {
    // 与企业100%签订责任状: what was done stands behind.
    let aside = before.starts_with(['与', '向', '为', '对'])
        && words::verbs(before).next().is_none()
        && words::verb_at_start(after).is_some();
    if before.is_empty() || aside {
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
    // 12个村35户农户: the village is counted by the number before it.
    let before = match clause.joint {
        Joint::Direct if is_place(before) && !after.is_empty() => "",
        _ => before,
    };
    // 办理时限压缩60%，由10天减至4天: what is shortened was named before.
    if here.direction == Some(Direction::From) && before.is_empty() && is_change(clause.after) {
        return None;
    }
    if here.direction == Some(Direction::From)
        && (before.is_empty() || before.starts_with(['将', '把']) && !after.is_empty())
    {
        return Some(tidy(changed_thing(after)).into_owned());
    }
    if after.is_empty()
        && let Some(list) = total_of_list(clause.before, before)
    {
        return Some(tidy(list).into_owned());
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
    // 制定文件1件《…办法》: which one it is follows.
    if !open && (acts(after) || after.starts_with('《')) {
        return Some(of_object(before));
    }
    // 对52所学校的食堂进行检查, 12家单位的许可、处罚案卷90卷: what is counted stands before 的.
    let of = after.split_once('的').map(|(owner, _)| owner).filter(|owner| {
        (clause.before.ends_with('对') || clause.lists_on)
            && PLACES.iter().any(|place| owner.ends_with(place))
            && !acts(owner)
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
    let opens = clause.before.trim();
    let first = opens.is_empty() || opens == "其中" || opens.ends_with('、') && honoured;
    let short = (first || opens.ends_with('等')) && count(noun) <= 2 && whole <= 16;
    let leads = opens.is_empty() || before.is_empty() && !clause.runs_on;
    let subject = leads && clause.joint != Joint::Member && (whole <= SHORT || honoured && whole <= 16)
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
    if let Some(treated) = treated::one(noun, rest, clause) {
        return Some(treated);
    }
    let hired = words::verb_at_end(before)
        .is_some_and(|verb| ["聘请", "聘用", "选聘", "配备", "引进", "招录", "签约", "抓获"].contains(&verb));
    if person
        && !hired
        && !clause.runs_on
        && let Some(told) = told_by_list(noun, rest, clause).or_else(|| told_of_list(rest, clause))
    {
        return Some(told);
    }
    // 60名干部参加2024年度全区学法考试: when and where does not count against the length.
    let brief = match person && !rest.is_empty() && whole > LONG {
        true => Some(squeeze(&without_year(after)).into_owned()).filter(|brief| count(brief) <= LONG),
        false => None,
    };
    let (after, whole) = match brief.as_deref() {
        Some(brief) => (brief, count(brief)),
        None => (after, whole),
    };
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
    // 建成3个法治文化阵地: the verb directly before the number, as in 建成法治文化阵地3个.
    // 完善10个行政村村规民约 counts places.
    let waits = |verb: &&str| {
        let of_place = PLACES.iter().any(|place| noun.starts_with(place));
        count(noun) + count(verb) <= SHORT && words::verb_at_start(noun).is_none() && !of_place
    };
    if let Some(verb) = words::verb_at_end(before).filter(waits) {
        return Some(tidy(&[verb, noun].concat()).into_owned());
    }
    Some(tidy(limit(noun, LONG)).into_owned())
}

/// 90名干部开展甲法、乙法等网上学法: who does what, without the list between.
fn told_by_list(noun: &str, rest: &str, clause: &Clause) -> Option<String> {
    let verb = words::verb_at_start(rest)?;
    let list = clause.after_list.get(clause.after.len()..)?;
    let (_, done) = list.rsplit_once('等')?;
    let done = tidy(trim_start(done)).into_owned();
    let verb = match words::verb_at_start(&done) {
        Some(_) => "",
        None => verb,
    };
    let fits = (3..=SHORT).contains(&count(&done)) && count(noun) <= 8 && !done.contains('的');
    fits.then(|| [noun, verb, &done].concat())
}

/// 60名镇干部、村干部参加考试: several groups who do the same.
fn told_of_list(rest: &str, clause: &Clause) -> Option<String> {
    let more = clause.after_list.get(clause.after.len()..)?;
    if !rest.is_empty() || more.is_empty() {
        return None;
    }
    let list = without_year(&tidy(clause.after_list));
    let list = squeeze(&list).into_owned();
    let (groups, done) = noun_and_rest(&list, false);
    let people = groups.ends_with(['部', '员', '人', '生', '师', '工', '警']);
    let fits = people && starts_with_taking_part(done) && count(&list) <= LONG + 4;
    fits.then_some(list)
}

/// 参加2024年度学法考试 without the year.
fn without_year(text: &str) -> String {
    let dated = text.split_once("20").and_then(|(head, rest)| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let behind = rest.get(2..)?.strip_prefix('年').filter(|_| digits == 2)?;
        Some([head, behind.strip_prefix('度').unwrap_or(behind)].concat())
    });
    dated.unwrap_or_else(|| text.to_string())
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

/// 召开甲会、乙会、丙会共12次: a total is that of all members.
fn total_of_list<'t>(clause: &str, before: &'t str) -> Option<&'t str> {
    let total = ["共", "共计", "合计", "总计"]
        .iter()
        .any(|word| clause.trim_end().ends_with(word));
    // 局长主持召开甲会、乙会共11次: from the verb on.
    let (at, _) = words::verbs(before).next().filter(|(at, _)| *at <= 6 * 3)?;
    let list = &before[at..];
    // 参与研究、提出意见共90条: the last of two actions has its own number.
    let one_action = list
        .split('、')
        .skip(1)
        .all(|member| words::verb_at_start(member).is_none());
    (total && one_action && list.contains('、') && count(list) <= LONG + 6).then_some(list)
}

fn is_place(noun: &str) -> bool {
    PLACES.contains(&noun) || ["村", "镇", "乡", "县", "区", "市", "街道"].contains(&noun)
}

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

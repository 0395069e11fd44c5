//! What a clause leaves to the figure before it.

use super::clause::{Clause, Joint};
use super::comparison::without_change;
use super::trim::{count, last_characters};
use super::words::{self, strip_start};
use crate::figures::unit::Kind;
use crate::lexicon::{Ends, Starts, find};
use std::sync::LazyLock;

/// Adds what the clause leaves to the figure before: the verb of a list, the object of a bare verb, the noun of a
/// kind, what a rate is the rate of.
pub(super) fn complete(own: String, previous: &str, clause: &Clause, before: &str, kind: Kind) -> String {
    let bare = own.trim_start_matches(['已', '均', '共']);
    if bare.is_empty() || count(&own) > 8 {
        return own;
    }
    let previous = without_change(previous);
    if ["合计", "共计", "总计"].contains(&previous) {
        return own;
    }
    let object = object(previous);
    let verb = &previous[..previous.len() - object.len()];
    // 走进社区开展2场: what went on was named before.
    if clause.joint == Joint::Clause && GOES_ON.strip(&own).is_some() && count(&own) >= 4 {
        let topic = previous.rsplit_once("开展").map_or(object, |(_, topic)| topic);
        return match count(topic) <= 8 {
            true => own + topic,
            false => own,
        };
    }
    let rate = own.strip_suffix('率');
    // 开展宣讲: the last verb is the thing.
    let takes_part = TAKING_PART.word(bare) == Some(bare);
    let noun = || match head_noun(object) {
        "" if takes_part => last_characters(previous, 2),
        noun => noun,
    };
    if takes_part || RELATED.has(&own) {
        // 覆盖300人次，受众500人: both are about the same thing.
        let topic = TAKING_PART.strip(previous).filter(|topic| !topic.is_empty());
        let noun = || Some(noun()).filter(|noun| count(noun) >= 2).unwrap_or_default();
        return [topic.unwrap_or_else(noun), &own].concat();
    }
    // 建成电梯32台、在建27台
    if ["在建", "拟建", "续建"].contains(&bare) {
        return own + noun();
    }
    if HANDLING.has(bare)
        && !verb.is_empty()
        && !object.starts_with('的')
        && !object.ends_with("有效")
        && self::object(bare).is_empty()
        // 受理来信、投诉386件，办结386件: the last of a list is not all of it.
        && !object.contains('、')
    {
        return own + noun();
    }
    if let Some(rate) = rate {
        return match previous.ends_with(['率', '度']) || count(&own) > 3 {
            true => own,
            false if verb.starts_with(rate) && count(object) <= 6 => [object, &own].concat(),
            false if previous.ends_with(rate) && count(previous) <= 6 => [previous, "率"].concat(),
            false if object.ends_with(['额', '款', '费', '金']) => own,
            false if count(object) <= 4 && !verb.is_empty() && RATED.is_in(rate) => [object, &own].concat(),
            false => own,
        };
    }
    if own.ends_with('类') && previous.ends_with('类') {
        return own;
    }
    if own.ends_with('类') {
        return own + noun();
    }
    let is_part = clause.joint == Joint::Member || find(clause.before, "其中").is_some();
    // 援助案件90件，其中农民工30件: cases of theirs.
    if is_part && kind == Kind::Count && previous.ends_with("案件") && PERSONS.word(&own).is_some() {
        return own + "案件";
    }
    if is_part
        && !before.is_empty()
        && !verb.is_empty()
        && !object.is_empty()
        && words::verb_at_start(&own).is_none()
        && words::strip_end(&own, &["政府", "办", "局", "厅", "委"]).is_none()
        && strip_start(&own, &["继续", "现行", "胜", "败", "未", "不", "经", "其他"]).is_none()
        && !own.contains('分')
        && (clause.joint == Joint::Member || count(&own) <= 5)
    {
        // 开展咨询90人次，其中妇女30人次: who came is no object of what was held.
        if clause.joint != Joint::Member && PERSONS.word(&own).is_some() && PERSONS.word(object).is_none() {
            return own;
        }
        return [words::verbs(verb).last().map_or("", |(_, verb)| verb), &own].concat();
    }
    own
}

/// What a phrase says behind its verbs.
pub(super) fn object(phrase: &str) -> &str {
    let mut rest = phrase.trim_start_matches(['已', '均', '共', '各', '类', '并']);
    while let Some(verb) = words::verb_at_start(rest) {
        rest = &rest[verb.len()..];
    }
    rest.trim_start_matches(['各', '类', '种', '了'])
}

/// What nouns for people end in.
static PERSONS: LazyLock<Ends> = LazyLock::new(|| {
    Ends::new([
        "人", "员", "者", "师", "妇女", "儿童", "青年", "群众", "学生", "师生", "干部", "民工", "职工",
        "军人", "居民", "村民", "农民", "渔民", "女性", "男性", "家属", "子女", "代表", "对象", "干警",
        "民警", "户主", "残疾", "少年",
    ])
});

/// The noun that a phrase ends in, two or three characters of it: enough to say what a bare verb is about.
fn head_noun(phrase: &str) -> &str {
    let phrase = phrase.trim_end_matches(['”', '》', '）']);
    // 举报投诉量: how many of them, which every count says.
    let phrase = match phrase.strip_suffix("总量").or_else(|| phrase.strip_suffix('量')) {
        Some(thing) if thing.ends_with(['质', '容', '重', '流', '力']) => phrase,
        Some(thing) if count(thing) >= 4 || phrase.ends_with("总量") && count(thing) >= 2 => thing,
        _ => phrase,
    };
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

/// Verbs that wait for their object.
static GOES_ON: LazyLock<Ends> = LazyLock::new(|| Ends::new(["开展", "举办", "组织", "召开"]));

/// Bare verbs that mean how many took part in what was named before.
static TAKING_PART: LazyLock<Ends> = LazyLock::new(|| {
    Ends::new([
        "覆盖", "受众", "辐射", "吸引", "涉及", "惠及", "受益", "参与", "参训", "参演", "参加", "出勤",
        "参会",
    ])
});

/// Bare verbs that handle what was named before; others (立案, 撤销, 罚款) say enough by themselves.
pub(super) static HANDLING: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "取消", "办结", "审结", "办理", "受理", "整改", "查处", "化解", "采纳", "答复", "回复", "办复",
        "废止", "修改", "修订", "保留", "处理", "处置", "审查", "审核", "移交", "移送", "完成", "整治",
        "销号", "批准", "核发", "调处", "解决", "清理", "消除", "审理", "执行", "兑现", "追回",
    ])
});

/// What the rate of a thing tells: how much of it was dealt with, or is good.
static RATED: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "办结", "审结", "办理", "受理", "整改", "查处", "化解", "采纳", "答复", "回复", "办复", "完成",
        "处置", "合格", "优秀", "优良", "达标", "公示", "知晓", "满意", "持证", "报备", "通过", "参与",
        "参训", "调解", "解决", "执行", "结案", "签约", "录入", "公开", "审查", "审核", "抽查", "到场",
        "出庭", "覆盖", "好评",
    ])
});

/// The same where a longer word ends in them.
pub(super) static RELATED_ENDS: LazyLock<Ends> =
    LazyLock::new(|| Ends::new(["面积", "金额", "人数", "投资", "资金", "长度", "价值"]));

/// Nouns that are only sizes of something.
static RELATED: LazyLock<Starts> =
    LazyLock::new(|| Starts::new(["面积", "金额", "人数", "投资", "资金", "长度"]));

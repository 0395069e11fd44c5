//! Which figures of a sentence may be the parts of a whole.

use super::results;
use super::sentence::Sentence;
use crate::lexicon::Starts;
use std::sync::LazyLock;

/// The most characters between a whole and its parts: further away, they belong to something else.
pub(super) const REACH: usize = 60;

/// No whole has more parts, and looking no further keeps endless sentences linear.
const MOST: usize = 100;

/// The figures behind the whole that may be its parts: same unit, close together, up to a word that starts anew.
pub(super) fn parts_from(sentence: &Sentence<'_>, whole: usize, bracket: bool) -> Vec<usize> {
    let unit = &sentence.figures[whole].unit;
    let mut parts = Vec::new();
    let mut aside = false;
    let mut previous = whole;
    for at in counts_behind(sentence, whole).take(MOST) {
        let gap = sentence.between(previous, at);
        previous = at;
        if !bracket {
            // 其中网站225条（包括动态125条、通知100条），公众号167条: the bracket splits up one of the parts.
            let was_aside = aside;
            aside = match (gap.rfind(['（', '(']), gap.rfind(['）', ')'])) {
                (Some(open), Some(close)) => open > close,
                (Some(_), None) => true,
                (None, Some(_)) => false,
                (None, None) => aside,
            };
            if aside {
                continue;
            }
            if was_aside && !gap.starts_with(['）', ')']) {
                break;
            }
        }
        let is_first = parts.is_empty();
        let closed = bracket && !is_first && gap.contains(['）', ')']);
        if !is_first
            && (closed || has_new_subject(gap) || gap.contains("其中") || gap.chars().count() > REACH)
        {
            break;
        }
        if &sentence.figures[at].unit != unit
            || is_another_act(sentence, whole, at)
            || goes_on_behind(sentence, whole, &parts, at)
        {
            break;
        }
        parts.push(at);
    }
    parts
}

/// 办案23件，罚款6万元，其中简易程序15件: amounts of money among counts say what they came to, and are passed over. So are
/// the counts of amounts: 罚款3.6万元，其中甲类7件2.1万元，乙类5件1.5万元.
pub(super) fn counts_behind(sentence: &Sentence<'_>, whole: usize) -> impl Iterator<Item = usize> {
    let is_money = |at: usize| sentence.figures[at].unit == "元";
    let counts_money = move |at: usize| {
        at + 1 < sentence.range.end
            && is_money(at + 1)
            && ["", "共", "计", "，共", "，计"].contains(&sentence.behind(at))
    };
    // 来信100件，占33%，来访200件，占67%: so are shares between two parts that have both one.
    let share = move |at: usize| {
        let unit = |at: usize| sentence.figures[at].unit.as_ref();
        at < sentence.range.end
            && unit(at) == "%"
            && unit(whole) != "%"
            && sentence.clause(at).starts_with('占')
    };
    let is_share = move |at: usize| share(at) && share(at + 2);
    (whole + 1..sentence.range.end).filter(move |&at| match is_money(whole) {
        _ if is_share(at) => false,
        true => is_money(at) || !counts_money(at),
        false => !is_money(at),
    })
}

/// 查摆单位问题11个，其中5个已整改，查摆个人问题10个: the verb of the whole comes again, behind parts without it.
fn goes_on_behind(sentence: &Sentence<'_>, whole: usize, parts: &[usize], at: usize) -> bool {
    let verb = |at: usize| {
        let mut letters = sentence.figures[at].indicator.chars();
        Some([letters.next()?, letters.next()?])
    };
    let repeats = |at: usize| verb(at).is_some() && verb(at) == verb(whole);
    sentence.before(at).contains(['，', ','])
        && repeats(at)
        && parts.first().is_some_and(|&first| !repeats(first))
}

/// Kinds of what leaders and offices do so many times, none of which is a part of another.
static ACTS: LazyLock<Starts<usize>> = LazyLock::new(|| {
    let kinds = [
        ["会议", "研究", "听取", "审议", "召开"].as_slice(),
        &["讲课", "授课", "讲授", "法治课", "宣讲", "培训"],
        &["督导", "督察", "督查", "检查", "走访", "巡查"],
    ];
    let kinds = kinds.into_iter().enumerate();
    Starts::of_rows(kinds.flat_map(|(kind, words)| words.iter().map(move |&word| (word, kind))))
});

/// 召开会议12次，其中研究6次，讲课2次: a lecture is no part of the meetings.
fn is_another_act(sentence: &Sentence<'_>, whole: usize, part: usize) -> bool {
    if !matches!(
        sentence.figures[part].unit.as_ref(),
        "次" | "场" | "场次" | "期" | "堂" | "节" | "余次"
    ) {
        return false;
    }
    let kind = |at: usize| {
        let clause = sentence
            .before(at)
            .rsplit(['，', ',', '；', '。', '：', '（', '('])
            .next()?;
        let mut kinds = ACTS.find_all(clause).map(|(_, _, &kind)| kind);
        let first = kinds.next()?;
        kinds.all(|kind| kind == first).then_some(first)
    };
    let (whole, part) = (kind(whole), kind(part));
    whole.is_some() && part.is_some() && whole != part
}

/// 同比减少15件, 上年60件: what changed, or what was before, is no whole of what follows.
pub(super) fn is_compared(sentence: &Sentence<'_>, at: usize) -> bool {
    let clause = sentence
        .before(at)
        .rsplit(['，', ',', '；', '（', '('])
        .next()
        .unwrap_or("");
    static WORDS: LazyLock<Starts> = LazyLock::new(|| Starts::new(["同比", "环比", "上年", "去年"]));
    WORDS.is_in(clause)
}

/// Words behind which a number no longer counts what the whole counts.
pub(super) fn has_new_subject(words: &str) -> bool {
    static WORDS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "共计", "合计", "总计", "累计", "同比", "上年", "去年", "增长", "下降",
        ])
    });
    words.contains(['；', ';']) || WORDS.is_in(words)
}

/// How many of the first parts are the whole already.
pub(super) fn first_that_add_up(sentence: &Sentence<'_>, whole: usize, parts: &[usize]) -> Option<usize> {
    let mut left = sentence.figures[whole].value;
    for (place, &at) in parts.iter().enumerate() {
        left = left.checked_sub(sentence.figures[at].value)?;
        if left.is_zero() && place > 0 {
            return Some(place + 1);
        }
        if left.is_sign_negative() {
            return None;
        }
    }
    None
}

/// 其中维持4件、撤销2件，听证1件: a list of 、 that a comma closes behind so many parts. What follows them divides the
/// whole anew. A list that goes on as it began has further members, and they count: 其中维持4件、撤销2件，终止1件.
pub(super) fn ends_list(sentence: &Sentence<'_>, parts: &[usize], enough: usize) -> bool {
    let joined_by_commas = |&at: &usize| sentence.before(at).contains(['，', ',']);
    let (inside, behind) = parts.split_at(enough);
    let closed = behind.first().is_some_and(joined_by_commas) && !inside.iter().skip(1).any(joined_by_commas);
    let goes_on =
        |list: &[usize]| list.iter().all(|&at| is_class(sentence, at)) || results::each_once(sentence, list);
    closed && !parts.get(..=enough).is_some_and(goes_on)
}

/// 其中甲类4件: no thing is in two classes.
pub(super) fn is_class(sentence: &Sentence<'_>, part: usize) -> bool {
    sentence.before(part).trim_end().ends_with('类')
}

//! Which figures of a sentence may be the parts of a whole.

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
    for at in (whole + 1..sentence.range.end).take(MOST) {
        let gap = sentence.before(at);
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
        let closed = bracket && at > whole + 1 && gap.contains(['）', ')']);
        if at > whole + 1
            && (closed || has_new_subject(gap) || gap.contains("其中") || gap.chars().count() > REACH)
        {
            break;
        }
        if &sentence.figures[at].unit != unit || goes_on_behind(sentence, whole, &parts, at) {
            break;
        }
        parts.push(at);
    }
    parts
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

/// Words behind which a number no longer counts what the whole counts.
pub(super) fn has_new_subject(words: &str) -> bool {
    static WORDS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
            "共计",
            "合计",
            "总计",
            "累计",
            "同比",
            "较上年",
            "比上年",
            "较去年",
            "比去年",
            "增长",
            "下降",
        ])
    });
    words.contains(['；', ';']) || WORDS.is_in(words)
}

/// 390件，其中简易110件，普通280件，撤销8件: how many of the first parts are the whole already. What follows them
/// divides it anew.
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

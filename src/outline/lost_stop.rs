//! Where the stop between a heading and its text was lost.

use crate::lexicon::{self, Ends, Starts};
use std::sync::LazyLock;

/// What a text begins with, and a heading does not go on with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Cue {
    /// 我镇: whoever reports is named.
    We,
    /// 加强规划引领严格执行…: how the next thing was done.
    How,
    /// 提高依法行政水平将学法列入…: by what means.
    Means,
}

/// The cues, each with its place in a set of those that were seen.
static CUES: LazyLock<Starts<(Cue, u32)>> = LazyLock::new(|| {
    let cues = [
        (
            Cue::We,
            [
                "镇党委、",
                "乡党委、",
                "镇党委政府",
                "乡党委政府",
                "街道党工委、",
                "我镇",
                "我乡",
                "我局",
                "我委",
                "我街道",
                "我区",
                "我县",
                "我市",
                "局主要负责人",
            ]
            .as_slice(),
        ),
        (
            Cue::How,
            &[
                "严格贯彻",
                "严格落实",
                "严格执行",
                "严格按照",
                "认真贯彻",
                "认真落实",
                "认真学习",
                "认真抓",
                "深入学习",
                "坚持把",
                "坚持将",
                "始终把",
                "始终坚持",
            ],
        ),
        (Cue::Means, &["按照", "成立", "制定", "通过", "着力", "将"]),
    ];
    let rows = cues
        .into_iter()
        .flat_map(|(cue, words)| words.iter().map(move |&word| (word, cue)));
    Starts::of_rows(rows.zip(0..).map(|((word, cue), place)| (word, (cue, place))))
});

/// The longest heading that is told from its text, in bytes.
const LONGEST: usize = 40 * 3;

/// 强化组织领导，压实责任镇党委高度重视…: a long first sentence in which the text begins anew without a mark, where
/// whoever reports is named. The stop between heading and text was lost.
pub(super) fn find(sentence: &str, name: Option<&str>) -> Option<usize> {
    const OPEN: &str = "，、强对向由在以的和为将把据实挥动合进升高障托住使让是到于与照下届善立全";
    if !(30 * 3..=400 * 3).contains(&sentence.len()) {
        return None;
    }
    // A cue that begins further on tells nothing: no heading is so long.
    let head = |more: usize| &sentence[..sentence.floor_char_boundary(LONGEST + more)];
    let called = name
        .and_then(|name| lexicon::find(head(name.len()), name))
        .filter(|&at| at >= 5 * 3);
    let (mut anew, mut aim, mut seen) = (None, None, 0_u64);
    for (at, word, &(cue, place)) in CUES.find_all(head(LONGEST_CUE)) {
        // Only where it first stands: a sentence that begins with 我镇 is no heading.
        if seen >> place & 1 == 1 {
            continue;
        }
        seen |= 1 << place;
        match cue {
            Cue::We if at >= 6 * 3 => anew = anew.or(Some(at)),
            Cue::How if at >= 4 * 3 => anew = anew.or(Some(at)),
            Cue::Means if at >= 6 * 3 && is_means(sentence, at, word) => aim = aim.or(Some(at)),
            _ => {}
        }
    }
    let least = if called.is_some() || aim.is_some() { 30 } else { 40 };
    if sentence.len() < least * 3 {
        return None;
    }
    let first = anew.into_iter().chain(called).chain(aim).min()?;
    let (words, text) = sentence.split_at(first);
    let least_text = if aim == Some(first) { 14 } else { 20 };
    let open = words.ends_with(|c: char| OPEN.contains(c));
    (!open && words.len() <= LONGEST && text.len() >= least_text * 3).then_some(first)
}

/// How many bytes the longest cue has, at most.
const LONGEST_CUE: usize = 8 * 3;

/// 提高依法行政水平将学法列入…: behind what headings aim at, the means begin a sentence.
fn is_means(sentence: &str, at: usize, word: &str) -> bool {
    static AIMS: LazyLock<Ends> = LazyLock::new(|| {
        Ends::new([
            "水平", "建设", "体系", "机制", "意识", "责任", "作用", "基础", "领导", "能力", "素养", "质效",
            "保障", "成效", "效能", "监督", "环境", "格局",
        ])
    });
    let (before, behind) = sentence.split_at(at);
    let puts_in = || {
        let clause = behind.split(['，', '。']).next().unwrap_or(behind);
        let verbs = ["列入", "纳入", "作为", "贯穿"];
        verbs.iter().any(|verb| clause.contains(verb))
    };
    AIMS.word(before).is_some() && (word != "将" || puts_in())
}

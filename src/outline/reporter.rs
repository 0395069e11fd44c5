//! Who reports: the authority that a preface names in its sentences, and the level of one that only says 我镇.

use super::Level;
use super::authority::{is_authority, topic};
use crate::lexicon::Starts;
use crate::text::{is_blank, is_han};
use std::sync::LazyLock;

/// The authority that a preface names behind its year, `2023年，云溪街道坚持…`, or else where it says what is
/// reported: `现将云溪街道2023年…报告如下`.
pub(super) fn in_sentence(text: &str) -> Option<(usize, usize)> {
    let text = text
        .char_indices()
        .nth(PREFACE)
        .map_or(text, |(at, _)| &text[..at]);
    if let Some(found) = presented(text) {
        return Some(found);
    }
    let mut from = 0;
    // 区教育局: its full name may follow.
    let mut short: Option<(usize, usize)> = None;
    for clause in text.split_inclusive(['，', ',', '。', '；', ';', '：', '、', '\n']) {
        let start = from;
        from += clause.len();
        let Some((end, ..)) = VERBS.find_all(clause).next() else {
            // 青岚县林业局，以依法行政为目标，…: the name and what it did are kept apart.
            if let Some(name) = clause
                .strip_suffix(['，', ','])
                .filter(|name| name.len() >= 5 * 3)
                && short.is_none()
                && is_own_name(name)
                && VERBS.word(&text[from..]).is_some()
            {
                return Some((start, start + name.len()));
            }
            continue;
        };
        // 青岚省法治政府建设实施纲要: a document, whoever made it.
        if ["纲要", "规划", "条例"]
            .iter()
            .any(|end_of_name| clause[end..].contains(end_of_name))
            && clause[end..].starts_with("法治")
        {
            continue;
        }
        let name = clause[..end].trim_start_matches(|c: char| is_blank(c) || matches!(c, '，' | ','));
        let name = LEADS
            .iter()
            .filter_map(|lead| name.find(lead).map(|at| &name[at + lead.len()..]))
            .min_by_key(|name| name.len())
            .unwrap_or(name);
        // 柳河镇党委、政府坚持…: both report.
        let pair = text[..start]
            .strip_suffix('、')
            .filter(|_| ["政府", "办事处", "管委会", "管理委员会"].contains(&name))
            .and_then(|head| {
                let first = head.rsplit(['，', '。', '；', '：', '、']).next()?;
                (is_own_name(first) && first.ends_with("委")).then_some(start - first.len() - '、'.len_utf8())
            });
        if let Some(from) = pair {
            return Some((from, start + end));
        }
        // 青岚区政府及各部门在…
        let whole = name;
        let name = SUBORDINATES
            .iter()
            .find_map(|end| name.strip_suffix(end))
            .unwrap_or(name);
        // 贯彻落实区委、区政府法治建设部署: who ordered it.
        let orders = text[..start].ends_with('、') && SHORT_GOVERNMENTS.contains(&name);
        if is_own_name(name) && !orders {
            let from = start + end - whole.len();
            let found = (from, from + name.len());
            match short {
                None if name.starts_with(['省', '市', '区', '县', '州', '旗']) => short = Some(found),
                None => return Some(found),
                Some(short) if name.ends_with(&text[short.0..short.1]) && name.len() > short.1 - short.0 => {
                    return Some(found);
                }
                Some(_) => {}
            }
        }
    }
    short.or_else(|| announced(text))
}

/// How much of a preface is searched, in characters.
const PREFACE: usize = 400;

/// Whoever reports with a government and is not named.
const SUBORDINATES: &[&str] = &[
    "及各部门",
    "及其部门",
    "及其各部门",
    "及所属部门",
    "及其所属部门",
    "各部门",
    "领导班子",
];

/// A government that is not called by its place's name.
const SHORT_GOVERNMENTS: &[&str] = &[
    "省政府",
    "市政府",
    "县政府",
    "区政府",
    "州政府",
    "旗政府",
    "镇政府",
    "乡政府",
];

/// Words before the name of the reporting body: 有效推动云溪街道…
const LEADS: &[&str] = &["推动", "加快", "确保", "助力"];

/// `现将《青岚县司法局2023年度…报告》予以公布`: the title stands in the sentence.
fn presented(text: &str) -> Option<(usize, usize)> {
    let at = text.find("现将《")? + "现将《".len();
    let title = text[at..].split('》').next()?;
    let (_, year, _) = super::date::first_year(title)?;
    let name = title[..year].strip_suffix("关于").unwrap_or(&title[..year]);
    (title.contains("法治") && is_own_name(name)).then_some((at, at + name.len()))
}

fn announced(text: &str) -> Option<(usize, usize)> {
    let at = ["现将", "现就", "现公布"]
        .iter()
        .find_map(|word| text.rfind(word).map(|at| at + word.len()))?;
    let behind = &text[at..];
    let (_, year, length) = super::date::first_year(behind)?;
    if year > 0 {
        return is_own_name(&behind[..year]).then_some((at, at + year));
    }
    // 现将2023年度云溪街道法治政府建设情况报告如下
    let named = behind[length..].trim_start_matches(['年', '度']);
    let from = text.len() - named.len();
    let name = &named[..topic(named)?];
    (is_own_name(name) && name.len() >= 3 * 3).then_some((from, from + name.len()))
}

fn is_own_name(name: &str) -> bool {
    (2 * 3..=30 * 3).contains(&name.len())
        && name.chars().all(is_han)
        && is_authority(name)
        && !name.starts_with([
            '在', '按', '根', '为', '对', '围', '我', '全', '本', '已', '均', '并',
        ])
        && !name.contains(['的', '及'])
        && ![
            "政府",
            "党委",
            "办事处",
            "管委会",
            "管理委员会",
            "分局",
            "支局",
            "国务院",
            "街道",
        ]
        .contains(&name)
}

/// The level of a report that calls itself 我镇 or 我局 and names itself nowhere.
pub(super) fn own_level(text: &str) -> Level {
    let count = |words: &[&str]| words.iter().map(|word| text.matches(word).count()).sum::<usize>();
    let own = [
        (
            Level::Town,
            count(&["我镇", "我乡", "镇党委", "乡党委", "全镇", "全乡"]),
        ),
        (
            Level::Subdistrict,
            count(&["我街道", "我街", "街道党工委", "全街", "，街道"]),
        ),
        (
            Level::Department,
            count(&[
                "我局",
                "我委",
                "我厅",
                "我院",
                "我支队",
                "我中心",
                "局党组",
                "局党委",
                "委党组",
                "厅党组",
            ]),
        ),
    ];
    let (level, most) = own
        .into_iter()
        .max_by_key(|&(_, count)| count)
        .unwrap_or_default();
    if most > 0 {
        return level;
    }
    // 全区公安机关坚持…, 青岚市教育系统认真…
    let first = text.char_indices().nth(60).map_or(text, |(at, _)| &text[..at]);
    if first.contains("公安机关") || first.contains("教育系统") {
        return Level::Department;
    }
    if text.contains("我区") && text.contains("自治区") {
        return Level::Province;
    }
    [
        (Level::County, "我县"),
        (Level::County, "我区"),
        (Level::City, "我市"),
        (Level::Province, "我省"),
        (Level::County, "全县"),
    ]
    .into_iter()
    .find(|(_, word)| text.contains(word))
    .map_or(Level::Other, |(level, _)| level)
}

/// Words that follow the reporting body in its first sentence.
static VERBS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "坚持", "认真", "深入", "全面", "始终", "紧紧", "紧扣", "紧盯", "按照", "严格", "积极", "以", "围绕",
        "切实", "高度", "扎实", "持续", "坚决", "聚焦", "在", "把", "将", "牢牢", "立足", "不断", "深刻",
        "着力", "充分", "根据", "贯彻", "大力", "对标", "统筹", "依法", "法治", "坚定", "结合", "锚定",
        "牢固", "主动", "努力", "推进", "全力", "被", "高举", "践行", "狠抓",
    ])
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_body_in_the_first_sentence() {
        let text = "2023年，在县委领导下，云溪街道坚持以人民为中心";
        let (start, end) = in_sentence(text).unwrap();
        assert_eq!(&text[start..end], "云溪街道");
        let text = "2023年，柳河镇党委、政府坚持依法行政";
        let (start, end) = in_sentence(text).unwrap();
        assert_eq!(&text[start..end], "柳河镇党委、政府");
        let text = "2024年，在市委领导下，青岚市林业局，以依法行政为目标";
        let (start, end) = in_sentence(text).unwrap();
        assert_eq!(&text[start..end], "青岚市林业局");
        let text = "2023年，桐岭经济技术开发区党工委、管委会在市委领导下";
        let (start, end) = in_sentence(text).unwrap();
        assert_eq!(&text[start..end], "桐岭经济技术开发区党工委、管委会");
        for (text, name) in [
            ("2023年,云溪街道坚持以人民为中心", "云溪街道"),
            ("2023年，云溪街道领导班子始终牢记使命", "云溪街道"),
            ("2023年，县水利局狠抓水行政执法", "县水利局"),
        ] {
            let (start, end) = in_sentence(text).unwrap();
            assert_eq!(&text[start..end], name);
        }
        for nobody in [
            "在区政府及区依法治区办指导下，各项工作取得进展",
            "坚持以国务院法治政府建设实施纲要、青岚省法治政府建设实施纲要为指导",
            "2023年，全区公安机关有力维护社会大局持续稳定",
            "2021年来，街道按照上级要求开展工作，已全部在网站公开",
        ] {
            assert_eq!(in_sentence(nobody), None, "{nobody}");
        }
    }
}

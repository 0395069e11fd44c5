//! Authorities: how a name ends, what level it has, and how it is cut out of a title.

use super::Level;
use crate::lexicon::Starts;
use crate::text::{is_blank, is_han};
use std::sync::LazyLock;

/// Endings of development zones and their committees.
const ZONES: &[&str] = &[
    "管委会",
    "管理委员会",
    "开发区",
    "高新区",
    "经开区",
    "园区",
    "保税区",
    "度假区",
    "示范区",
    "风景区",
    "合作区",
    "试验区",
    "工业区",
    "产业区",
    "功能区",
    "新区",
    "保税港区",
    "旅游区",
    "名胜区",
    "自贸区",
    "科学城",
    "新城",
    "空港区",
    "经济区",
    "产业园",
    "工业园",
];

/// Endings of departments, courts of appeal in a name: what stands behind a place name and is no government.
const DEPARTMENTS: &[&str] = &[
    "局",
    "厅",
    "委",
    "委员会",
    "办公室",
    "办公厅",
    "办",
    "中心",
    "院",
    "署",
    "处",
    "支队",
    "总队",
    "大队",
    "会",
    "行",
    "社",
    "站",
    "所",
    "部",
    "公司",
    "集团",
    "学校",
    "大学",
    "组",
];

/// Endings of territorial authorities, without 人民政府.
const PLACES: &[&str] = &[
    "街道", "街", "镇", "乡", "苏木", "县", "区", "市", "省", "旗", "州", "盟", "地区",
];

/// Whether a name ends as the name of an authority does.
pub(super) fn is_authority(name: &str) -> bool {
    let name = name.trim_end_matches(is_blank);
    ["政府", "办事处", "行署", "行政公署"]
        .iter()
        .any(|end| name.ends_with(end))
        || DEPARTMENTS
            .iter()
            .chain(ZONES)
            .chain(PLACES)
            .any(|end| name.ends_with(end))
}

/// Whether a line on its own is a signature: only a name, ending as authorities end.
pub(super) fn is_signature(text: &str) -> bool {
    text.len() <= 40 * 3
        && text.len() >= 3 * 3
        && !text.contains(['。', '，', '；', '：', ':', '、', '“', '《', '？', '！'])
        && text.chars().any(is_han)
        && is_authority(strip_seal(text))
}

/// The name without （盖章） and the like.
pub(super) fn strip_seal(text: &str) -> &str {
    let mut text = text.trim_matches(is_blank);
    for seal in ["（盖章）", "(盖章)", "（公章）", "（印章）", "（章）", "(公章)"] {
        text = text.strip_suffix(seal).unwrap_or(text).trim_end_matches(is_blank);
    }
    text
}

/// The level of an authority, from how its name ends.
pub(super) fn level(body: &str) -> Level {
    let name = body.trim_matches(is_blank);
    if name.contains("街道") && !ends_with_department_of_street(name) || name.ends_with('街') {
        return Level::Subdistrict;
    }
    let government = ["人民政府", "政府", "行政公署", "行署"]
        .into_iter()
        .find(|end| name.ends_with(end));
    if let Some(end) = government {
        let place = name.strip_suffix(end).unwrap_or(name);
        // 中共某市委 某市人民政府: two names in one; the last tells.
        return place_level(
            place
                .rsplit('委')
                .next()
                .unwrap_or(place)
                .trim_start_matches("员会"),
        );
    }
    if ZONES.iter().any(|end| name.ends_with(end)) {
        return Level::Zone;
    }
    let party = name.starts_with("中共") || name.ends_with("党委");
    if party
        && let Some(place) = name
            .strip_suffix("委员会")
            .or(name.strip_suffix("党委"))
            .or(name.strip_suffix('委'))
    {
        return place_level(place.trim_start_matches("中共"));
    }
    if DEPARTMENTS.iter().any(|end| name.ends_with(end)) {
        return Level::Department;
    }
    place_level(name)
}

/// 某街道办事处 is a street office; 某街道综合执法队 reports for itself.
fn ends_with_department_of_street(name: &str) -> bool {
    ["局", "中心", "队", "站"].iter().any(|end| name.ends_with(end))
}

fn place_level(place: &str) -> Level {
    let place = place.trim_end_matches(is_blank);
    if ["镇", "乡", "苏木"].iter().any(|end| place.ends_with(end)) {
        return Level::Town;
    }
    if place.ends_with('省') || place.ends_with("自治区") {
        return Level::Province;
    }
    if ["县", "区", "旗"].iter().any(|end| place.ends_with(end)) {
        return if place.ends_with("地区") {
            Level::City
        } else {
            Level::County
        };
    }
    if ["州", "盟"].iter().any(|end| place.ends_with(end)) {
        return Level::City;
    }
    if place.ends_with('市') {
        return super::places::city_level(place);
    }
    Level::Other
}

/// The authority that a title names: before 关于, or around the year. None where it names none.
pub(super) fn in_title(title: &str) -> Option<&str> {
    let (before, after) = match title.find("关于") {
        Some(at) => (&title[..at], &title[at + "关于".len()..]),
        None => ("", title),
    };
    if let Some(body) = clean(before) {
        return Some(body);
    }
    let mut rest = after;
    for verb in ["报送", "上报", "呈报", "印发", "公布", "公开", "做好"] {
        rest = rest.strip_prefix(verb).unwrap_or(rest);
    }
    // 关于报送《青岚县司法局2023年度…报告》的报告
    rest = rest.strip_prefix('《').unwrap_or(rest);
    if let Some((_, at, len)) = super::date::first_year(rest) {
        let before = &rest[..at];
        if let Some(body) = clean(&before[..topic(before).unwrap_or(before.len())]) {
            return Some(body);
        }
        rest = rest[at + len..].trim_start_matches(['年', '度', ' ', '\u{3000}']);
    }
    clean(&rest[..topic(rest)?])
}

/// Where the authority ends and what the report is about begins.
fn topic(text: &str) -> Option<usize> {
    [
        "推进法治",
        "法治政府",
        "法治建设",
        "依法行政",
        "依法治",
        "全面推进",
        "全面依法",
        "贯彻",
        "落实",
        "建设法治",
        "加强法治",
        "深入推进",
        "加快",
        "开展",
        "履行",
        "年度",
        "工作",
        "《",
    ]
    .iter()
    .filter_map(|word| text.find(word))
    .min()
}

fn clean(name: &str) -> Option<&str> {
    let name = name.trim_matches(|c: char| {
        is_blank(c) || matches!(c, '的' | '：' | ':' | '（' | '(' | '《' | '—' | '-')
    });
    let fits = name.len() >= 2 * 3
        && name.len() <= 60 * 3
        && name
            .chars()
            .all(|c| is_han(c) || is_blank(c) || matches!(c, '、' | '（' | '）' | '(' | ')' | '·'));
    (fits && name.contains(is_han)).then_some(name)
}

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
    for clause in text.split_inclusive(['，', '。', '；', '：', '、', '\n']) {
        let start = from;
        from += clause.len();
        let Some((end, ..)) = VERBS.find_all(clause).next() else {
            continue;
        };
        let name = clause[..end].trim_start_matches(|c: char| is_blank(c) || c == '，');
        let name = LEADS
            .iter()
            .filter_map(|lead| name.find(lead).map(|at| &name[at + lead.len()..]))
            .min_by_key(|name| name.len())
            .unwrap_or(name);
        // 柳河镇党委、政府坚持…: both report.
        let pair = text[..start]
            .strip_suffix('、')
            .filter(|_| ["政府", "办事处"].contains(&name))
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
        && !name.starts_with(['在', '按', '根', '为', '对', '围', '我', '全', '本'])
        && !name.contains(['的', '及'])
        && !["政府", "党委", "办事处", "分局", "支局"].contains(&name)
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
            count(&["我街道", "我街", "街道党工委", "全街"]),
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
        "牢固", "主动", "努力", "推进", "全力", "被", "高举", "践行",
    ])
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_by_the_end_of_the_name() {
        for (name, expected) in [
            ("澜川省人民政府", Level::Province),
            ("青岚县", Level::County),
            ("青岚县人民政府", Level::County),
            ("桐岭区人民政府", Level::County),
            ("柳河镇人民政府", Level::Town),
            ("云溪街道办事处", Level::Subdistrict),
            ("桐岭区人民政府云溪街道办事处", Level::Subdistrict),
            ("云溪街", Level::Subdistrict),
            ("青岚县司法局", Level::Department),
            ("青岚县人民政府办公室", Level::Department),
            ("澜川省发展和改革委员会", Level::Department),
            ("泽桐经济技术开发区管理委员会", Level::Zone),
            ("泽桐高新区", Level::Zone),
            ("白溪自治州人民政府", Level::City),
            ("中共青岚县委员会", Level::County),
            ("某某", Level::Other),
        ] {
            assert_eq!(level(name), expected, "{name}");
        }
    }

    #[test]
    fn the_body_in_a_title() {
        for (title, expected) in [
            ("青岚县2023年法治政府建设年度报告", Some("青岚县")),
            (
                "青岚县司法局关于2023年度法治政府建设情况的报告",
                Some("青岚县司法局"),
            ),
            ("关于青岚县2022年法治政府建设情况的报告", Some("青岚县")),
            ("关于2022年法治政府建设情况的报告", None),
            ("2023年度青岚县推进法治政府建设情况报告", Some("青岚县")),
            ("青岚县法治政府建设2023年度报告", Some("青岚县")),
            ("二〇二三年度青岚县法治政府建设报告", Some("青岚县")),
            ("2023年度法治政府建设工作报告", None),
        ] {
            assert_eq!(in_title(title), expected, "{title}");
        }
    }

    #[test]
    fn the_body_in_the_first_sentence() {
        let text = "2023年，在县委领导下，云溪街道坚持以人民为中心";
        let (start, end) = in_sentence(text).unwrap();
        assert_eq!(&text[start..end], "云溪街道");
        let text = "2023年，柳河镇党委、政府坚持依法行政";
        let (start, end) = in_sentence(text).unwrap();
        assert_eq!(&text[start..end], "柳河镇党委、政府");
        assert_eq!(
            in_sentence("在区政府及区依法治区办指导下，各项工作取得进展"),
            None
        );
    }
}

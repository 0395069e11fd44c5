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

/// Words that end like a bureau and are none.
const SITUATIONS: &[&str] = &["大局", "全局", "格局", "布局", "开局", "新局", "时局"];

/// Whether a name ends as the name of an authority does.
pub(super) fn is_authority(name: &str) -> bool {
    let name = name.trim_end_matches(is_blank);
    if SITUATIONS.iter().any(|end| name.ends_with(end)) {
        return false;
    }
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

/// 中共柳河镇委员会柳河镇人民政府: where the name of the government begins that stands right behind its party committee's.
pub(super) fn second_name(names: &str) -> Option<usize> {
    if !names.starts_with("中共") {
        return None;
    }
    let at = names.find('委')? + '委'.len_utf8();
    let at = at + names[at..].strip_prefix("员会").map_or(0, |_| "员会".len());
    let second = names[at..].trim_start_matches(is_blank);
    let governs = ["人民政府", "办事处", "管理委员会", "管委会"]
        .iter()
        .find_map(|end| second.strip_suffix(end));
    // 中共某县委某县人民政府办公室 has another end, and a government that names no place is no name.
    governs
        .filter(|place| place.chars().count() >= 2 && !place.contains(['、', '和', '委']))
        .map(|_| at)
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
        // 青岚省应急管理厅发布2023年…报告: a page's headline.
        let before = before.strip_suffix("发布").unwrap_or(before);
        if let Some(body) = clean(&before[..topic(before).unwrap_or(before.len())]) {
            return Some(body);
        }
        rest = rest[at + len..].trim_start_matches(['年', '度', ' ', '\u{3000}']);
    }
    clean(&rest[..topic(rest)?])
}

/// Where the authority ends and what the report is about begins.
pub(super) fn topic(text: &str) -> Option<usize> {
    static TOPICS: LazyLock<Starts> = LazyLock::new(|| {
        Starts::new([
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
        ])
    });
    TOPICS.find_all(text).next().map(|(at, ..)| at)
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
    fn a_committee_and_its_government_are_two() {
        let parts = |names: &'static str| second_name(names).map(|at| names.split_at(at));
        assert_eq!(
            parts("中共青岚县柳河镇委员会青岚县柳河镇人民政府"),
            Some(("中共青岚县柳河镇委员会", "青岚县柳河镇人民政府"))
        );
        assert_eq!(
            parts("中共青岚县委青岚县人民政府"),
            Some(("中共青岚县委", "青岚县人民政府"))
        );
        for one in [
            "中共青岚县委员会",
            "中共青岚县委办公室",
            "中共青岚县委全面依法治县委员会办公室",
            "青岚县人民政府",
        ] {
            assert_eq!(parts(one), None, "{one}");
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
            (
                "青岚省应急管理厅发布2023年法治政府建设年度报告",
                Some("青岚省应急管理厅"),
            ),
            ("2023年度法治政府建设工作报告", None),
        ] {
            assert_eq!(in_title(title), expected, "{title}");
        }
    }
}

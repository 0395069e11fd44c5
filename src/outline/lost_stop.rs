//! Where the stop between a heading and its text was lost.

/// 强化组织领导，压实责任镇党委高度重视…: a long first sentence in which the text begins anew without a mark, where
/// whoever reports is named. The stop between heading and text was lost.
pub(super) fn find(sentence: &str, name: Option<&str>) -> Option<usize> {
    const WE: [&str; 14] = [
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
    ];
    const OPEN: &str = "，、强对向由在以的和为将把据实挥动合进升高障托住使让是到于与照下届善立全";
    let called = name
        .and_then(|name| sentence.find(name))
        .filter(|&at| at >= 5 * 3);
    let aim = behind_aim(sentence);
    let least = if called.is_some() || aim.is_some() { 30 } else { 40 };
    if !(least * 3..=400 * 3).contains(&sentence.len()) {
        return None;
    }
    // 加强规划引领严格执行…: no heading goes on with how the next thing was done.
    const HOW: [&str; 13] = [
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
    ];
    let first = WE
        .iter()
        .filter_map(|we| sentence.find(we))
        .filter(|&at| at >= 6 * 3)
        .chain(
            HOW.iter()
                .filter_map(|how| sentence.find(how))
                .filter(|&at| at >= 4 * 3),
        )
        .chain(called)
        .chain(aim)
        .min()?;
    let (words, text) = sentence.split_at(first);
    let least_text = if aim == Some(first) { 14 } else { 20 };
    let open = words.ends_with(|c: char| OPEN.contains(c));
    (!open && words.len() <= 40 * 3 && text.len() >= least_text * 3).then_some(first)
}

/// 提高依法行政水平将学法列入…: behind what headings aim at, the means begin a sentence.
fn behind_aim(sentence: &str) -> Option<usize> {
    const AIMS: [&str; 18] = [
        "水平", "建设", "体系", "机制", "意识", "责任", "作用", "基础", "领导", "能力", "素养", "质效",
        "保障", "成效", "效能", "监督", "环境", "格局",
    ];
    const MEANS: [&str; 6] = ["按照", "成立", "制定", "通过", "着力", "将"];
    MEANS
        .iter()
        .filter_map(|means| {
            let at = sentence.find(means)?;
            let clause = sentence[at..].split(['，', '。']).next()?;
            let named = *means != "将"
                || ["列入", "纳入", "作为", "贯穿"]
                    .iter()
                    .any(|verb| clause.contains(verb));
            let aimed = AIMS.iter().any(|aim| sentence[..at].ends_with(aim));
            (at >= 6 * 3 && named && aimed).then_some(at)
        })
        .min()
}

//! The year before, named as what a figure is compared with: 比上年的30件, （上年为100件）.

/// Words that stand for the period before.
const PERIODS: [&str; 7] = ["上一年度", "上年度", "上一年", "上年", "去年", "前一年", "上季度"];

/// What may follow them.
const PARTS: [&str; 4] = ["同期", "同时期", "全年", "度"];

/// The period that the words before a figure name as its own, where they say nothing else: `上年` of `，比上年的`.
pub fn earlier_period(before: &str) -> Option<&str> {
    let words = before.trim_matches([' ', '，', ',', '（', '(']);
    let words = ["相比于", "相较于", "较之", "较", "比", "与", "同"]
        .iter()
        .find_map(|word| words.strip_prefix(word))
        .unwrap_or(words);
    let named = PERIODS
        .iter()
        .find(|word| words.starts_with(**word))
        .map(|word| word.len());
    let mut end = named.or_else(|| year(words))?;
    let behind = |end: usize| words.get(end..).unwrap_or_default();
    if let Some(part) = PARTS.iter().find(|part| behind(end).starts_with(**part)) {
        end += part.len();
    }
    let ends = ["", "的", "为", "是", "共", "仅为", "只有", "仅有"].contains(&behind(end));
    (ends || compares(before) && is_deed(behind(end))).then(|| &words[..end])
}

/// 查获的, as in 比上年同期查获的75起: what was done then. 新增的 counts something else than this year's figure does.
fn is_deed(words: &str) -> bool {
    const CHANGES: [&str; 8] = ["新增", "增加", "减少", "提高", "下降", "上升", "增长", "降低"];
    words
        .strip_suffix('的')
        .is_some_and(|deed| deed.chars().count() == 2 && !CHANGES.contains(&deed))
}

/// How the words before a figure compare: with 比 or 较.
pub fn compares(before: &str) -> bool {
    let words = before.trim_start_matches([' ', '，', ',', '（', '(']);
    words.starts_with(['比', '较', '与', '同', '相'])
        && !words.starts_with("同比")
        && !words.starts_with("同期")
}

/// The year that a clause begins with, or a word for the one before, and what stands behind it: 上年|立案,
/// 2023年|立案. A point of time (2023年底) or the start of a longer one (2023年以来) is none.
pub fn earlier(words: &str) -> Option<(&str, &str)> {
    let named = || PERIODS.iter().find(|word| words.starts_with(**word));
    let mut end = match words.as_bytes().first()? {
        b'0'..=b'9' => year(words)?,
        _ => named()?.len(),
    };
    let behind = |end: usize| words.get(end..).unwrap_or_default();
    if let Some(part) = PARTS.iter().find(|part| behind(end).starts_with(**part)) {
        end += part.len();
    }
    let elsewhere = [
        "以来", "底", "末", "初", "年", "起", "至", "到", "-", "—", "~", "、", "纪", "和", "及", "与",
    ];
    let rest = behind(end).trim_start_matches(' ');
    // 三年来, but 2023年来信
    let since = rest
        .strip_prefix('来')
        .is_some_and(|behind| !behind.starts_with(['信', '访', '电', '函']));
    let dates = since
        || rest.starts_with(|c: char| c.is_ascii_digit())
        || elsewhere.iter().any(|word| rest.starts_with(word));
    let period = words[..end].strip_suffix("全年").unwrap_or(&words[..end]);
    (!dates).then_some((period, rest))
}

/// Whether a period is a year by its number.
pub(super) fn is_year(period: &str) -> bool {
    period.starts_with(|c: char| c.is_ascii_digit())
}

/// The half or quarter of a year that words begin with, and what stands behind it.
pub fn part_of_year(words: &str) -> Option<(&str, &str)> {
    const PARTS: [&str; 11] = [
        "上半年",
        "下半年",
        "前三季度",
        "第一季度",
        "第二季度",
        "第三季度",
        "第四季度",
        "一季度",
        "二季度",
        "三季度",
        "四季度",
    ];
    let part = PARTS.iter().find(|part| words.starts_with(**part))?;
    Some(words.split_at(part.len()))
}

/// The length of 2023年.
fn year(words: &str) -> Option<usize> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    let behind = words[digits..].trim_start_matches(' ');
    (digits == 4 && behind.starts_with('年')).then_some(words.len() - behind.len() + '年'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_period_may_be_named() {
        for (words, period) in [
            ("，比上年的", Some("上年")),
            ("较去年同期的", Some("去年同期")),
            ("（上年为", Some("上年")),
            ("与2023年的", Some("2023年")),
            ("比上年多办", None),
            ("，办结", None),
            ("2023年办案", None),
        ] {
            assert_eq!(earlier_period(words), period, "{words}");
        }
        assert!(compares("，比上年的") && !compares("，同比增长") && !compares("（上年为"));
    }
}

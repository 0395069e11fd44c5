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

/// The length of 2023年.
fn year(words: &str) -> Option<usize> {
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    (digits == 4 && words[digits..].starts_with('年')).then_some(digits + '年'.len_utf8())
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

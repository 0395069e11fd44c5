//! A word, a mark, a sentence or a paragraph stands twice where once is meant.

use super::{Check, Context, Finding, Severity, passages, words};
use crate::text::{Span, is_han};

pub(super) const CHECK: Check = Check {
    code: "repeated",
    severity: Severity::Warning,
    kind: "用语",
    title: "内容重复",
    why: "同一个词、标点、句子或段落出现两次，多半是修改或复制时留下的。",
    basis: "通行写法",
    bad: "全年审查合同12份（其中买卖合同3份）份，均已办结。",
    good: "全年审查合同12份（其中买卖合同3份），均已办结。",
    run,
};

/// Words that nobody writes twice in a row on purpose.
const DOUBLED: &[&str] = &[
    "进行进行",
    "进一步进一步",
    "开展开展",
    "加强加强",
    "推进推进",
    "完善完善",
    "以及以及",
    "对于对于",
    "通过通过",
    "积极积极",
    "严格严格",
    "认真认真",
    "全面全面",
    "根据根据",
    "按照按照",
    "。。",
    "，，",
    "、、",
    "；；",
    "：：",
    "，。",
    "。，",
    "、。",
    "、，",
    "；。",
    "。；",
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    for paragraph in cx.paragraphs() {
        words_of(text, paragraph.span, out);
    }
    for (first, second) in passages::repeats(cx) {
        let message = format!("与前文重复：“{}”", words::quote(cx.slice(second), 30));
        out.push(
            Finding::at(second, message)
                .prove(vec![first])
                .suggest("保留一处，或改写"),
        );
    }
}

fn words_of(text: &str, line: Span, out: &mut Vec<Finding>) {
    let chars: Vec<(usize, char)> = line.of(text).char_indices().collect();
    let at = |index: usize| chars.get(index).map(|&(_, c)| c);
    for (index, &(offset, c)) in chars.iter().enumerate() {
        let start = line.start as usize + offset;
        let rest = &text[start..line.end as usize];
        // `19件）件`, `19件件`: the measure word again behind the bracket or at once.
        let unit = is_han(c) && index > 0 && at(index - 1).is_some_and(|c| c.is_ascii_digit());
        let again = if matches!(at(index + 1), Some('）' | ')')) {
            index + 2
        } else {
            index + 1
        };
        if unit
            && at(again) == Some(c)
            && at(again + 1).is_none_or(|next| !is_han(next) && !next.is_ascii_digit())
        {
            let end = line.start as usize + chars[again].0 + c.len_utf8();
            out.push(
                Finding::at(Span::new(start, end), format!("量词“{c}”重复"))
                    .suggest(format!("删去一个“{c}”")),
            );
        }
        let Some(word) = DOUBLED.iter().find(|word| rest.starts_with(**word)) else {
            continue;
        };
        // Three and more marks in a row stand for an ellipsis.
        if !is_han(c) && (at(index + 2) == Some(c) || index > 0 && at(index - 1) == Some(c)) {
            continue;
        }
        let what = if is_han(c) { "词语" } else { "标点" };
        out.push(
            Finding::at(
                Span::new(start, start + word.len()),
                format!("{what}“{word}”重复"),
            )
            .suggest("删去一个"),
        );
    }
}

//! An announced count and the list that it announces: `甲、乙、丙三个方面`, `主要有三个方面：一是…二是…三是…`.
//!
//! A list in front of its count is told only where it agrees: nothing says where such a list begins. A count in
//! front of numbered points is told either way, because their numbers say where they begin and end.

use super::{Kind, Relation, Verdict};
use crate::document::Document;
use crate::figures::Figure;
use crate::lexicon::Starts;
use crate::numeral::{Decimal, digit_of_han};
use crate::outline::{Outline, Point, Section};
use crate::text::{CharSet, Marks, Span, width};
use std::sync::LazyLock;

/// What a list is counted in.
static NOUNS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "个方面",
        "大方面",
        "方面",
        "个环节",
        "个领域",
        "个阶段",
        "大类",
        "类",
        "方",
        "项制度",
        "项机制",
        "项措施",
        "项举措",
        "项工作",
        "项任务",
        "大工程",
        "大行动",
        "大体系",
        "大平台",
        "大举措",
        "个问题",
    ])
});

/// Adds the counted lists of a document.
pub fn find(
    document: &Document,
    outline: &Outline,
    figures: &[Figure],
    marks: &Marks,
    out: &mut Vec<Relation>,
) {
    for paragraph in &document.paragraphs {
        let content = outline.content;
        if content.is_empty() || content.overlaps(paragraph.span) {
            lists_before(document, paragraph.span, marks, figures, out);
        }
    }
    for (index, section) in outline.sections.iter().enumerate() {
        points_behind(document, outline, index, section, marks, figures, out);
    }
}

/// No list is longer, in bytes, and looking no further back keeps endless clauses linear.
const LONGEST_LIST: usize = 400 * 3;

/// `甲、乙、丙三个方面`, also `甲、乙等六方`. The counts are looked for first, and then the list in front of each.
fn lists_before(
    document: &Document,
    paragraph: Span,
    marks: &Marks,
    figures: &[Figure],
    out: &mut Vec<Relation>,
) {
    static CLAUSE_ENDS: CharSet = CharSet::of("，。；：,;:");
    let text = document.text.as_str();
    for (place, count) in counts(document, paragraph, marks) {
        let count_at = place.start as usize;
        let from = text.ceil_char_boundary(count_at.saturating_sub(LONGEST_LIST));
        let before = &text[from.max(paragraph.start as usize)..count_at];
        let start = CLAUSE_ENDS
            .last(before)
            .map_or(0, |at| at + width(before.as_bytes()[at]));
        let list = &before[start..];
        if list.contains('、') && items_of(list) == count {
            let span = Span::new(count_at - list.len(), place.end as usize);
            out.push(relation(span, count, count, figures, Verdict::Holds));
        }
    }
}

/// The counts with a noun of [`NOUNS`] in a span: where, how many.
fn counts(document: &Document, span: Span, marks: &Marks) -> impl Iterator<Item = (Span, usize)> {
    marks.stops(span).filter_map(move |at| {
        let behind = document.text.get(at..span.end as usize)?;
        let c = behind.chars().next()?;
        let count = digit(c)?;
        let noun = NOUNS.word(&behind[c.len_utf8()..])?;
        let before = document.text[span.start as usize..at].chars().next_back();
        // 均为四类水质: a grade, not how many there are.
        let grade = behind[c.len_utf8() + noun.len()..].starts_with("水质");
        let not_a_count = grade || before.is_some_and(|c| digit(c).is_some() || "十百千第几.、“".contains(c));
        (!not_a_count).then(|| (Span::new(at, at + c.len_utf8() + noun.len()), count))
    })
}

/// `开展三项专项检查`: a count of deeds that ends its clause. Bodies and places are counted too, but points
/// behind them tell what was done there.
fn announced_deeds(clause: &str) -> Option<(usize, usize, usize)> {
    const DEEDS: [&str; 16] = [
        "检查", "行动", "工程", "工作", "任务", "措施", "举措", "活动", "机制", "制度", "环节", "关键",
        "抓手", "要求", "改革", "整治",
    ];
    let deed = DEEDS.iter().any(|deed| clause.ends_with(deed));
    let (at, c) = clause
        .char_indices()
        .rev()
        .skip(1)
        .take(12)
        .find(|&(_, c)| digit(c).is_some())?;
    let behind = &clause[at + c.len_utf8()..];
    let before = clause[..at].chars().next_back();
    let alone = !before.is_some_and(|c| digit(c).is_some() || "十百千第几.、，".contains(c));
    let counted = behind.starts_with(['项', '个', '大']) && !behind.contains(['、', '（', '“']);
    (deed && alone && counted).then_some((at, digit(c)?, clause.len() - at))
}

/// A count that one character gives, from two on.
fn digit(c: char) -> Option<usize> {
    match c {
        '2'..='9' => Some(c as usize - '0' as usize),
        '两' => Some(2),
        '十' => Some(10),
        _ => digit_of_han(c).map(usize::from).filter(|&count| count > 1),
    }
}

/// How many items a list has: its 、 outside brackets and quotes, and one more.
fn items_of(list: &str) -> usize {
    let mut depth = 0i32;
    let mut marks = 0;
    for c in list.chars() {
        match c {
            '（' | '(' | '“' | '《' | '〔' | '【' => depth += 1,
            '）' | ')' | '”' | '》' | '〕' | '】' => depth -= 1,
            '、' if depth == 0 => marks += 1,
            _ => {}
        }
    }
    let last = list.rsplit('、').next().unwrap_or(list);
    let joined = usize::from(["和", "以及", "及"].iter().any(|word| last.contains(word)));
    marks + 1 + joined
}

/// `主要表现在三个方面：一是…二是…三是…` or `（一）…（二）…（三）…` behind it.
fn points_behind(
    document: &Document,
    outline: &Outline,
    index: usize,
    section: &Section,
    marks: &Marks,
    figures: &[Figure],
    out: &mut Vec<Relation>,
) {
    let children = || {
        outline
            .sections
            .iter()
            .skip(index + 1)
            .take_while(|child| child.start() < section.body.end)
            .filter(move |child| child.parent == Some(index))
    };
    let first_child = children().next().map_or(section.body.end, Section::start);
    let lead = Span {
        start: section.body.start,
        end: first_child.max(section.body.start),
    };
    for (nth, point) in section.points.iter().enumerate() {
        if point.number == "一" {
            let run = run_of(&section.points[nth..]);
            let from = section.points[..nth]
                .last()
                .map_or(lead.start, |before| before.body.start);
            let before = Span {
                start: from.max(lead.start),
                end: point.body.start.max(from.max(lead.start)),
            };
            announced_at_the_end(document, before, run, marks, figures, out);
        }
    }
    if section.points.is_empty() && children().count() > 1 && children().all(|child| child.number.is_some()) {
        announced_at_the_end(document, lead, children().count(), marks, figures, out);
    }
}

/// How many points follow each other as 一, 二, 三 …
fn run_of(points: &[Point]) -> usize {
    let order = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十"];
    points
        .iter()
        .zip(order)
        .take_while(|(point, number)| point.number == *number)
        .count()
}

/// Only a count in the last clause before the first point announces it, and only where 以下 or a colon says so.
fn announced_at_the_end(
    document: &Document,
    before: Span,
    items: usize,
    marks: &Marks,
    figures: &[Figure],
    out: &mut Vec<Relation>,
) {
    let text = document.slice(before).trim_end_matches(crate::text::is_blank);
    let Some(text) = text.strip_suffix(['：', ':']) else {
        return;
    };
    let clause = text.rsplit(['，', '。', '；', '\n', '：']).next().unwrap_or("");
    let start = before.start as usize + text.len() - clause.len();
    let clause_span = Span::new(start, start + clause.len());
    let deeds = || {
        let (at, count, length) = announced_deeds(clause)?;
        Some((Span::new(start + at, start + at + length), count))
    };
    let Some((place, count)) = counts(document, clause_span, marks).next().or_else(deeds) else {
        return;
    };
    if clause.contains('等') || clause.contains("之一") {
        return;
    }
    let verdict = if count == items {
        Verdict::Holds
    } else {
        Verdict::Broken
    };
    out.push(relation(place, count, items, figures, verdict));
}

fn relation(span: Span, count: usize, items: usize, figures: &[Figure], verdict: Verdict) -> Relation {
    let first = figures.partition_point(|figure| figure.span.end <= span.start);
    let figure = figures[first..]
        .iter()
        .take_while(|figure| figure.span.start < span.end)
        .position(|figure| figure.value == Decimal::from(count) && span.contains(figure.span));
    let sign = if verdict == Verdict::Holds { "=" } else { "≠" };
    Relation {
        kind: Kind::Count,
        verdict,
        statement: format!("列出 {items} 项 {sign} 所称 {count} 项"),
        note: String::new(),
        figures: figure.map(|at| first + at).into_iter().collect(),
        span,
    }
}

#[cfg(test)]
mod tests {
    use crate::relations::picture::{relations_of, relations_of_points};
    use expect_test::expect;

    #[test]
    fn a_list_in_front_is_told_where_it_agrees() {
        expect!["✓ 列出 3 项 = 所称 3 项"].assert_eq(&relations_of(
            "围绕用地、用水（含排水、节水）、用电⟦三方面⟧事项协商。",
        ));
        expect!["✓ 列出 3 项 = 所称 3 项"].assert_eq(&relations_of("联系法院、检察院和派出所等三方力量。"));
        expect![""].assert_eq(&relations_of("推动甲、乙等五方面工作。"));
        expect![""].assert_eq(&relations_of("落实十三类、二类事项。"));
        expect![""].assert_eq(&relations_of("东桥、西桥、南桥、北桥断面均为四类水质。"));
    }

    #[test]
    fn an_announced_count_stands_where_it_is_shown() {
        let report = crate::analyze_text(
            "一、存在的不足\n主要有以下三个方面：一是缺人。二是缺钱。三是缺车。",
            "a",
        );
        let counts = report
            .relations
            .iter()
            .map(|relation| report.document.slice(relation.span));
        assert_eq!(counts.collect::<Vec<_>>(), ["三个方面"]);
    }

    #[test]
    fn numbered_points_must_be_as_many_as_announced() {
        let points = "一是缺人。二是缺钱。三是缺车。";
        expect!["✓ 列出 3 项 = 所称 3 项"]
            .assert_eq(&relations_of_points(&format!("主要有以下三个方面：{points}")));
        expect!["✗ 列出 3 项 ≠ 所称 4 项"]
            .assert_eq(&relations_of_points(&format!("主要有以下四个方面：{points}")));
        expect!["✗ 列出 3 项 ≠ 所称 2 项"]
            .assert_eq(&relations_of_points(&format!("重点开展两项专项检查：{points}")));
        expect![""].assert_eq(&relations_of_points(&format!("走访两个村：{points}")));
        expect![""].assert_eq(&relations_of_points(&format!("突出抓好四个方面工作。{points}")));
    }
}

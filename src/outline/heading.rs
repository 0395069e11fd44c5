//! Which lines are headings, and which of their words: numbered, run-in and unnumbered ones.

use super::line::Line;
use super::mark::{Mark, Style};
use super::{date, lost_stop};
use crate::lexicon::Ends;
use crate::text::{Span, is_blank, is_han};
use std::sync::LazyLock;

/// A line that is a heading, before its level is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heading {
    /// Index of its line.
    pub line: usize,
    /// Its number; None where the heading has none at all.
    pub mark: Option<Mark>,
    /// The words without number and closing punctuation.
    pub span: Span,
    /// Where the text under it begins.
    pub behind: u32,
    /// The heading is the first sentence of its paragraph.
    pub run_in: bool,
    /// Nothing but blank lines between the heading before and this one.
    pub direct: bool,
    /// Level given by hand.
    pub forced: Option<u8>,
}

/// A numbered line's heading is no longer than this; more is a numbered paragraph.
const MAX_NUMBERED: usize = 90;
/// One that does not end as a sentence does may go on longer.
const MAX_UNCLOSED: usize = 140;
/// A line without number that is longer is no heading.
const MAX_UNNUMBERED: usize = 45;

/// Finds the headings among the lines of the report's text. `name` is what the report calls its body in its
/// sentences; `forced` gives the level that a person set, 0 = none.
pub(super) fn find(
    lines: &[Line<'_>],
    from: usize,
    until: usize,
    name: Option<&str>,
    forced: impl Fn(usize) -> Option<u8>,
) -> Vec<Heading> {
    let mut headings: Vec<Heading> = Vec::new();
    let mut list = None;
    let mut last_heading_end = None;
    let mut at = from;
    while at < until {
        let line = &lines[at];
        let set = forced(at);
        let mark = line.mark.or_else(|| unmarked_number(line, &headings));
        let mut found = match (set, mark) {
            (Some(0), _) => None,
            (Some(_), mark) => numbered(line, mark, usize::MAX, name),
            (None, Some(mark)) if is_list_entry(line, mark, &mut list) => None,
            (None, Some(mark)) if !line.is_closed() => numbered(line, Some(mark), MAX_UNCLOSED, name),
            (None, Some(mark)) => numbered(line, Some(mark), MAX_NUMBERED, name),
            (None, None) => {
                let after_heading = last_heading_end == Some(at);
                let opens = at == from || after_heading || closes(&lines[at - 1]);
                (opens && is_unnumbered(lines, at, until))
                    .then(|| numbered(line, None, MAX_UNNUMBERED, name))
                    .flatten()
            }
        };
        if let Some(heading) = &mut found {
            heading.line = at;
            heading.forced = set;
            heading.direct = last_heading_end == Some(at);
            let last = join_broken(lines, at, until, heading);
            if !heading.run_in {
                last_heading_end = Some(last + 1);
            }
            headings.push(*heading);
            at = last;
        }
        at += 1;
    }
    headings
}

/// Lines without number above the preface of a report whose parts are counted from 一、 are what a page left there.
pub(super) fn drop_above_preface(lines: &[Line<'_>], headings: &mut Vec<Heading>) {
    let Some(first) = headings.iter().position(|heading| heading.mark.is_some()) else {
        return;
    };
    let is_top = |heading: &Heading| {
        heading
            .mark
            .is_some_and(|mark| matches!(mark.style, Style::Han | Style::Part) && mark.value == 1)
    };
    let (above, counted) = headings.split_at(first);
    if !counted.first().is_some_and(is_top) || counted.iter().skip(1).any(is_top) {
        return;
    }
    let top_lost = counted
        .iter()
        .any(|heading| heading.mark.is_none() && heading.forced.is_none() && !heading.direct);
    let preface = |from: usize| {
        lines[from + 1..counted[0].line].iter().any(|line| {
            line.is_closed()
                && (line.text.contains("如下")
                    || date::first_year(line.text).is_some_and(|(_, at, _)| at == 0))
        })
    };
    let dropped = above
        .iter()
        .take_while(|heading| heading.forced.is_none() && preface(heading.line))
        .count();
    if !top_lost {
        headings.drain(..dropped);
    }
}

/// Whether a line ends a thought, so that the next one can be a heading.
fn closes(line: &Line<'_>) -> bool {
    line.aside || line.is_closed() || line.furniture
}

/// `1.…；` `2.…；` `3.…。`: entries of a list, from one that ends with ； to the one that ends it.
fn is_list_entry(line: &Line<'_>, mark: Mark, list: &mut Option<(Style, u32)>) -> bool {
    if mark.style == Style::Lost {
        return false;
    }
    let continues = *list == Some((mark.style, mark.value.wrapping_sub(1)));
    let listed =
        line.text.ends_with(['；', ';']) && !line.rest().contains('。') || continues && mark.value > 1;
    // （1）…；（2）…；in one paragraph.
    let packed =
        matches!(mark.style, Style::ArabicParen | Style::Circled) && has_next_mark(line.rest(), mark);
    if !listed && !packed {
        *list = None;
        return false;
    }
    let goes_on = line.text.ends_with(['；', ';']);
    *list = goes_on.then_some((mark.style, mark.value));
    true
}

/// Whether the same paragraph goes on with the next number of the same form behind ； or 。
fn has_next_mark(rest: &str, mark: Mark) -> bool {
    let mut from = 0;
    let mut tries = 0;
    while let Some(at) = rest[from..].find(['；', ';', '，']).map(|at| at + from) {
        let behind = at + rest[at..].chars().next().map_or(1, char::len_utf8);
        if super::mark::parse(&rest[behind..])
            .is_some_and(|next| next.style == mark.style && next.value == mark.value + 1)
        {
            return true;
        }
        from = behind;
        tries += 1;
        if tries > 30 {
            break;
        }
    }
    false
}

/// Takes a line apart: its number, the words of its heading, what follows.
fn numbered(line: &Line<'_>, mark: Option<Mark>, max: usize, name: Option<&str>) -> Option<Heading> {
    let skipped = mark.map_or(0, |mark| mark.len);
    let rest = line.text.get(skipped..)?;
    let max = max.saturating_mul(3);
    let end = words_end(rest, max, name)?;
    let words = rest[..end].trim_end_matches(|c: char| is_blank(c) || is_closing(c));
    if words.is_empty() || !words.chars().any(is_han) || words.len() > max {
        return None;
    }
    let base = line.span.start as usize + skipped;
    let behind = rest[words.len()..].trim_start_matches(|c: char| is_blank(c) || is_closing(c));
    Some(Heading {
        line: 0,
        mark,
        span: Span::new(base, base + words.len()),
        behind: (base + rest.len() - behind.len()) as u32,
        run_in: !behind.is_empty(),
        direct: false,
        forced: None,
    })
}

fn is_closing(c: char) -> bool {
    matches!(
        c,
        '。' | '；' | '：' | ';' | ':' | '，' | ',' | '、' | '．' | '！' | '？'
    )
}

/// Where the heading's words end: at the first full stop outside of quotes and brackets, at an early colon, at a gap
/// before a long sentence, or at the end. None where no end comes in time.
fn words_end(rest: &str, max: usize, name: Option<&str>) -> Option<usize> {
    let mut open = 0_i32;
    let (mut gap, mut colon, mut stop) = (None, None, None);
    for (at, c) in rest.char_indices() {
        match c {
            '“' | '（' | '(' | '《' | '【' | '「' | '〔' => open += 1,
            '”' | '）' | ')' | '》' | '】' | '」' | '〕' => open = (open - 1).max(0),
            '。' | '；' | ';' | '！' | '？' if open == 0 => {
                stop = Some(at);
                break;
            }
            '：' | ':' if open == 0 && colon.is_none() => colon = Some(at),
            // 完善学法制度一是健全机制。: the stop before the first point was lost.
            '是' if open == 0 && at >= 5 * 3 && runs_into_point(&rest[..at]) => {
                stop = Some(at - '一'.len_utf8());
                break;
            }
            c if is_blank(c) && open == 0 && gap.is_none() && at >= 12 => gap = Some(at),
            _ => {}
        }
        if at > max.saturating_mul(2) {
            break;
        }
    }
    let end = stop.unwrap_or(rest.len());
    if let Some(at) = lost_stop::find(&rest[..end], name) {
        return Some(at);
    }
    let has_more = |at: usize| {
        rest[at..]
            .trim_start_matches(|c: char| is_blank(c) || is_closing(c))
            .len()
            >= 8 * 3
    };
    if let Some(at) = colon.filter(|&at| (4 * 3..=40 * 3).contains(&at) && has_more(at)) {
        return Some(at);
    }
    if let Some(at) = gap.filter(|&at| at <= 40 * 3 && end > 45 * 3 && rest[at..end].contains('，')) {
        return Some(at);
    }
    // 二、存在的不足 执法力量薄弱，…: behind such a noun the blank was a line break.
    if let Some(at) =
        gap.filter(|&at| stop.is_some() && rest[at..end].contains('，') && TOPICS.word(&rest[..at]).is_some())
    {
        return Some(at);
    }
    (end <= max).then_some(end)
}

/// Nouns that the headings of the items end in.
static TOPICS: LazyLock<Ends> = LazyLock::new(|| {
    Ends::new([
        "情况", "不足", "问题", "原因", "打算", "安排", "计划", "成效", "做法", "举措", "措施",
    ])
});

fn runs_into_point(before: &str) -> bool {
    let Some(words) = before.strip_suffix('一') else {
        return false;
    };
    !words.ends_with([
        '统', '第', '之', '唯', '单', '同', '专', '其', '划', '合', '如', '万', '逐',
    ])
}

/// `2优化…` behind `1、…`: the number is there, its mark was lost.
fn unmarked_number(line: &Line<'_>, headings: &[Heading]) -> Option<Mark> {
    if line.mark.is_some() || line.aside {
        return None;
    }
    let (value, digits) = super::mark::arabic_value(line.text)?;
    let behind = line.text.get(digits..)?.chars().next().filter(|&c| is_han(c))?;
    if "年月日个件次人场份家名条处起项万亿元级类大号楼期批届轮户公千百点时分天周岁所支辆部座".contains(behind)
    {
        return None;
    }
    let before = headings.last()?.mark?;
    (before.style == Style::Arabic && value > 1 && before.value + 1 == value).then_some(Mark {
        style: Style::Arabic,
        value,
        len: digits,
        bare: digits,
    })
}

/// A heading broken over two lines ends with a comma or inside brackets. Gives the index of its last line.
fn join_broken(lines: &[Line<'_>], at: usize, until: usize, heading: &mut Heading) -> usize {
    let line = &lines[at];
    if heading.run_in || at + 1 >= until {
        return at;
    }
    let next = &lines[at + 1];
    let open = line.text.ends_with(['，', '、', '《', '“', '（', ','])
        || line.has(['《']) && line.text.matches('《').count() > line.text.matches('》').count();
    if !open || next.mark.is_some() || next.aside || !next.at_most(MAX_UNNUMBERED) || next.is_closed() {
        return at;
    }
    heading.span.end = next.span.end;
    heading.behind = next.span.end;
    at + 1
}

/// A heading without number: a short line without closing punctuation above a paragraph or another heading.
fn is_unnumbered(lines: &[Line<'_>], at: usize, until: usize) -> bool {
    let line = &lines[at];
    if line.aside || !line.at_most(MAX_UNNUMBERED) || line.text.len() < 4 * 3 || !looks_like_heading(line) {
        return false;
    }
    let Some(next) = lines[at + 1..until].iter().find(|line| !line.furniture) else {
        return false;
    };
    if next.mark.is_some_and(|mark| mark.value <= 1) || next.text.starts_with("一是") {
        return true;
    }
    if next.mark.is_some() || next.aside {
        return false;
    }
    let paragraph = next.is_closed() && (line.signed || next.text.len() > line.text.len().min(20 * 3));
    paragraph || next.at_most(MAX_UNNUMBERED) && looks_like_heading(next)
}

/// The wording of a heading: no sentence, no label, no caption, no date, no list of names, no results.
fn looks_like_heading(line: &Line<'_>) -> bool {
    let text = line.text;
    let first = text.chars().next().unwrap_or(' ');
    let last = text.chars().next_back().unwrap_or(' ');
    if !is_han(first) && !matches!(first, '“' | '《' | '0'..='9' | '０'..='９') || is_closing(last) {
        return false;
    }
    if line.has([
        '。', '；', '：', '！', '？', ';', ':', '…', '@', '<', '>', '=', '|', '\t',
    ]) {
        return false;
    }
    if ["图", "表", "附件", "附表", "注", "抄送", "联系", "（"]
        .iter()
        .any(|start| text.starts_with(start))
        || text.ends_with('图')
    {
        return false;
    }
    if date::whole_line(text).is_some() || is_point(text) || !text.contains(is_han) {
        return false;
    }
    // 今年来，街道分别围绕…: a sentence that a page broke.
    let times = ["今年", "一年来", "近年来", "目前", "全年", "截至"];
    if line.has(['，']) && times.iter().any(|time| text.starts_with(time)) {
        return false;
    }
    let counts = text.contains(DIGITS) && has_count(text);
    !counts && !is_list_of_names(text)
}

fn is_point(text: &str) -> bool {
    super::mark::han_value(text).is_some_and(|(_, len)| text[len..].starts_with('是'))
}

/// In both widths.
const DIGITS: [char; 20] = [
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '０', '１', '２', '３', '４', '５', '６', '７', '８',
    '９',
];

/// A number other than a year: results stand in sentences.
fn has_count(text: &str) -> bool {
    let mut digits = 0;
    for c in text.chars().chain([' ']) {
        if matches!(c, '0'..='9' | '０'..='９') {
            digits += 1;
            continue;
        }
        if digits > 0
            && matches!(
                c,
                '件' | '次'
                    | '人'
                    | '场'
                    | '份'
                    | '家'
                    | '万'
                    | '余'
                    | '%'
                    | '％'
                    | '元'
                    | '名'
                    | '条'
                    | '处'
                    | '起'
            )
        {
            return true;
        }
        digits = 0;
    }
    false
}

/// 张三 李四 王五
fn is_list_of_names(text: &str) -> bool {
    const LONGEST: usize = 4 * 3;
    // Most lines have no blank where the first name would have to end.
    let mut start = text.char_indices().take_while(|&(at, _)| at <= LONGEST);
    let mut pieces = text.split(is_blank).filter(|piece| !piece.is_empty());
    start.any(|(_, c)| is_blank(c))
        && pieces.clone().count() >= 3
        && pieces.all(|piece| piece.len() <= LONGEST)
}

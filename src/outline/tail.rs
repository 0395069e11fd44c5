//! What stands behind the last section: signatories, date, copies, attachments, and furniture behind them.

use super::line::Line;
use super::{Phrase, Tail, authority, date, furniture};
use crate::text::{Span, is_blank};

/// Where the report's text ends and what stands behind it.
#[derive(Debug, Clone, Default)]
pub(super) struct End {
    /// Index of the first line that belongs to no section any more.
    pub tail: usize,
    /// Index behind the last line of the report: furniture and attachments follow.
    pub content: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Blankish,
    Date,
    Signature,
    Copies,
    Attachment,
    Contact,
    Public,
    Furniture,
}

/// Finds the end of the text among the lines from `from` on.
pub(super) fn find(lines: &[Line<'_>], from: usize) -> End {
    let until = attachment_pages(lines, from);
    let anchor = anchor(lines, from, until);
    let mut tail = anchor.map_or(until, |at| at + 1);
    let mut content = tail;
    // Behind the anchor, lines of the report's own tail belong to it; the rest is furniture.
    while content < until
        && matches!(
            kind(&lines[content]),
            Kind::Copies | Kind::Public | Kind::Contact | Kind::Attachment | Kind::Date | Kind::Signature
        )
    {
        content += 1;
    }
    if anchor.is_none() {
        while tail > from && kind(&lines[tail - 1]) == Kind::Furniture {
            tail -= 1;
        }
        content = tail;
    }
    while tail > from {
        match kind(&lines[tail - 1]) {
            Kind::Text => match listed_attachment(lines, from, tail - 1) {
                Some(start) => tail = start,
                None => break,
            },
            _ => tail -= 1,
        }
    }
    End {
        tail,
        content: content.max(tail),
    }
}

/// Reads signatories, date and copies out of the tail.
pub(super) fn read(text: &str, lines: &[Line<'_>], end: &End) -> Tail {
    let mut tail = Tail::default();
    let tail_lines = &lines[end.tail..end.content];
    if let (Some(first), Some(last)) = (tail_lines.first(), tail_lines.last()) {
        tail.span = Span {
            start: first.span.start,
            end: last.span.end,
        };
    } else {
        let at = end
            .tail
            .checked_sub(1)
            .and_then(|at| lines.get(at))
            .map_or(0, |line| line.span.end);
        tail.span = Span { start: at, end: at };
    }
    for (at, line) in tail_lines.iter().enumerate() {
        match kind(line) {
            // 某某办公室 / 2024年1月14日印发: the imprint names who printed it.
            Kind::Signature
                if tail_lines
                    .get(at + 1)
                    .is_some_and(|next| next.text.contains("印发")) => {}
            Kind::Date => {
                tail.date = date::whole_line(line.text).map(|text| Phrase {
                    text,
                    span: line.span,
                })
            }
            Kind::Signature => sign(text, line, &mut tail),
            Kind::Copies => copies(line, &mut tail),
            _ => {}
        }
    }
    tail
}

fn kind(line: &Line<'_>) -> Kind {
    if line.aside {
        return Kind::Text;
    }
    let text = line.text;
    if text.len() > 600 {
        return Kind::Text;
    }
    if date::whole_line(text).is_some() {
        return Kind::Date;
    }
    if furniture::is_furniture(line) {
        return Kind::Furniture;
    }
    if starts(text, &["抄送", "抄报", "主送", "分送", "报送："]) {
        return Kind::Copies;
    }
    if starts(text, &["附件", "附：", "附:", "附表"]) && !text.contains('。') {
        return Kind::Attachment;
    }
    if starts(
        text,
        &[
            "联系人",
            "（联系人",
            "(联系人",
            "联系电话",
            "（联系",
            "联系方式",
            "填报人",
            "报送人",
            "签发人",
            "联系单位",
        ],
    ) {
        return Kind::Contact;
    }
    if starts(
        text,
        &[
            "（此件",
            "(此件",
            "此件公开",
            "（公开",
            "（主动公开",
            "（依申请",
            "信息公开选项",
            "公开属性",
        ],
    ) {
        return Kind::Public;
    }
    if starts(text, &["特此报告", "专此报告", "以上报告", "特此汇报"]) && line.at_most(16) {
        return Kind::Blankish;
    }
    if line.mark.is_none() && is_signature_line(text) {
        return Kind::Signature;
    }
    if text.contains("印发") && date::at_end(text.trim_end_matches("印发")).is_some() && line.at_most(50)
    {
        return Kind::Public;
    }
    Kind::Text
}

fn starts(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

fn is_signature_line(text: &str) -> bool {
    let name = date::at_end(text).map_or(text, |(at, _)| &text[..at]);
    authority::is_signature(authority::strip_seal(name))
}

/// The last line that only a report's end has: a date, a signature above furniture, copies. None: the text just ends.
fn anchor(lines: &[Line<'_>], from: usize, until: usize) -> Option<usize> {
    let mut seen_text = 0;
    for at in (from..until).rev() {
        match kind(&lines[at]) {
            Kind::Date | Kind::Copies | Kind::Public => return Some(at),
            Kind::Signature if is_last_words(lines, from, at) => return Some(at),
            Kind::Text => {
                // Unknown furniture is short; a page adds a few dozen such lines at most.
                seen_text += 1;
                if seen_text > 40
                    || !lines[at].at_most(50)
                    || lines[at].mark.is_some()
                    || lines[at].text.ends_with('。')
                {
                    return None;
                }
            }
            _ => {}
        }
    }
    None
}

/// A signature stands behind the end of a sentence, or behind another signature.
fn is_last_words(lines: &[Line<'_>], from: usize, at: usize) -> bool {
    at > from && (lines[at - 1].is_closed() || kind(&lines[at - 1]) != Kind::Text)
}

/// Index of the first page of an attachment that follows a signed end: 附件 alone on its line.
fn attachment_pages(lines: &[Line<'_>], from: usize) -> usize {
    for at in from..lines.len() {
        let text = lines[at].text;
        if !text.starts_with('附') || kind(&lines[at]) != Kind::Attachment || !lines[at].at_most(6) {
            continue;
        }
        let signed = lines[from.max(at.saturating_sub(6))..at]
            .iter()
            .any(|line| kind(line) == Kind::Date);
        if signed {
            return at;
        }
    }
    lines.len()
}

/// The second and later lines of a list of attachments: `2.…` under `附件：1.…`. Gives the first line of the list.
fn listed_attachment(lines: &[Line<'_>], from: usize, at: usize) -> Option<usize> {
    let mut expected = lines[at]
        .mark
        .filter(|_| lines[at].at_most(50) && !lines[at].is_closed())?
        .value;
    let mut up = at;
    while up > from && expected > 1 {
        up -= 1;
        expected -= 1;
        if kind(&lines[up]) == Kind::Attachment {
            return Some(up);
        }
        if lines[up].mark.is_none_or(|mark| mark.value != expected) || lines[up].is_closed() {
            return None;
        }
    }
    (up > from && kind(&lines[up - 1]) == Kind::Attachment).then(|| up - 1)
}

fn sign(text: &str, line: &Line<'_>, tail: &mut Tail) {
    let mut end = line.text.len();
    if let Some((at, date)) = date::at_end(line.text) {
        tail.date = Some(Phrase {
            text: date,
            span: sub(line, at, line.text.len()).trim(text),
        });
        end = at;
    }
    let names = authority::strip_seal(&line.text[..end]);
    // （青岚县水务局 2024年1月9日）
    let open = names.len() - names.trim_start_matches(['（', '(']).len();
    if open > 0 && !names.contains(['）', ')']) {
        tail.signatories.push(Phrase {
            text: names[open..].chars().filter(|&c| !is_blank(c)).collect(),
            span: sub(line, open, names.len()),
        });
        return;
    }
    let mut from = 0;
    // Several authorities in one line stand apart; one name with blanks inside stays one.
    let pieces: Vec<&str> = names.split(is_blank).filter(|piece| !piece.is_empty()).collect();
    let apart = pieces.len() > 1
        && pieces
            .iter()
            .all(|piece| piece.len() >= 12 && authority::is_authority(piece));
    if !apart && let Some(second) = authority::second_name(names) {
        for (start, end) in [(0, second), (second, names.len())] {
            let text = names[start..end].chars().filter(|&c| !is_blank(c)).collect();
            tail.signatories.push(Phrase {
                text,
                span: sub(line, start, end),
            });
        }
        return;
    }
    if !apart {
        let span = sub(line, 0, names.len());
        let text = names.chars().filter(|&c| !is_blank(c)).collect();
        tail.signatories.push(Phrase { text, span });
        return;
    }
    for piece in pieces {
        let at = names[from..].find(piece).map_or(from, |at| at + from);
        tail.signatories.push(Phrase {
            text: piece.to_string(),
            span: sub(line, at, at + piece.len()),
        });
        from = at + piece.len();
    }
}

fn copies(line: &Line<'_>, tail: &mut Tail) {
    let Some(colon) = line.text.find(['：', ':']) else {
        return;
    };
    let start = colon + line.text[colon..].chars().next().map_or(1, char::len_utf8);
    if !starts(line.text, &["抄送", "抄报"]) {
        return;
    }
    let mut from = start;
    for piece in line.text[start..].split_inclusive(['、', '，', '；', '。', ',', ';']) {
        let name =
            piece.trim_matches(|c: char| is_blank(c) || matches!(c, '、' | '，' | '；' | '。' | ',' | ';'));
        let at = from + piece.find(name).unwrap_or(0);
        if !name.is_empty() {
            tail.copies.push(Phrase {
                text: name.to_string(),
                span: sub(line, at, at + name.len()),
            });
        }
        from += piece.len();
    }
}

fn sub(line: &Line<'_>, start: usize, end: usize) -> Span {
    let base = line.span.start as usize;
    Span::new(base + start, base + end)
}

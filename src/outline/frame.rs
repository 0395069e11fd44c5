//! The frame around the sections: furniture, title, recipient, the first line of the text, the tail.

use super::line::Line;
use super::mark::Style;
use super::tail::End;
use super::title::{self, TitleLines};
use super::{Phrase, authority, date, furniture, letter, tail};
use crate::text::Span;

/// Where everything stands, as indices of lines.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    pub title: Option<TitleLines>,
    pub recipient: Option<Phrase>,
    /// An authority on a line of its own under the title.
    pub byline: Option<Phrase>,
    /// Who signed the letter that the report came with.
    pub signed: Option<Phrase>,
    /// A date under the title.
    pub dateline: Option<Phrase>,
    /// First line of the report: the title, or the text where there is none.
    pub content: usize,
    /// First line behind title and recipient.
    pub text: usize,
    pub end: End,
    pub furniture: Vec<Span>,
}

/// Finds the frame.
pub(super) fn find(lines: &[Line<'_>]) -> Frame {
    let letter = letter::find(lines);
    let mut frame = Frame {
        title: letter
            .as_ref()
            .map(|letter| letter.title)
            .or_else(|| title::find(lines)),
        ..Frame::default()
    };
    frame.content = match frame.title {
        Some(title) => title.first,
        None => lines
            .iter()
            .position(|line| !furniture::is_furniture(line))
            .unwrap_or(lines.len()),
    };
    frame
        .furniture
        .extend(lines[..frame.content].iter().map(|line| line.span));
    frame.text = frame.title.map_or(frame.content, |title| title.end);
    header(lines, &mut frame);
    if let Some(letter) = letter {
        frame.recipient = frame.recipient.or(letter.recipient);
        frame.dateline = frame.dateline.or(letter.date);
        frame.signed = letter.signed;
    }
    frame.end = tail::find(lines, frame.text);
    let behind = frame.end.content.max(frame.text);
    let inside = lines[frame.text..frame.end.tail.max(frame.text)]
        .iter()
        .filter(|line| line.furniture);
    frame.furniture.extend(inside.map(|line| line.span));
    frame
        .furniture
        .extend(lines[behind..].iter().map(|line| line.span));
    frame.furniture.sort_unstable();
    frame.furniture.dedup();
    frame
}

/// Lines between title and preface: furniture, a date, the authority, the recipient.
fn header(lines: &[Line<'_>], frame: &mut Frame) {
    let first = frame.text;
    let until = first + lines[first..].iter().take(HEADER).position(is_text).unwrap_or(0);
    // A page that puts labels here puts buttons and messages here too, in words that nobody can list.
    let page = lines[first..until].iter().any(furniture::is_furniture);
    while let Some(line) = lines.get(frame.text) {
        if let Some(recipient) = recipient(line) {
            frame.recipient = Some(recipient);
            frame.text += 1;
            return;
        }
        if is_text(line) {
            return;
        }
        let under_label = frame.furniture.last().is_some_and(|label| {
            lines
                .get(frame.text.wrapping_sub(1))
                .is_some_and(|above| above.span == *label)
        });
        if let Some(text) = date::whole_line(line.text).filter(|_| !under_label) {
            frame.dateline = Some(Phrase {
                text,
                span: line.span,
            });
        } else if frame.title.is_some()
            && frame.byline.is_none()
            && authority::is_signature(line.text)
            && followed_by_text(lines, frame.text)
        {
            frame.byline = Some(Phrase {
                text: authority::strip_seal(line.text).to_string(),
                span: line.span,
            });
        } else if under_label && date::whole_line(line.text).is_some() {
            // When the page was published, not when the report was signed.
            frame.furniture.push(line.span);
        } else if line.text.starts_with(['（', '(']) && line.text.ends_with(['）', ')']) && line.at_most(40)
            || line.text.starts_with('—') && line.at_most(50)
            || is_speaker(line)
                && lines
                    .get(frame.text + 1)
                    .is_some_and(|next| recipient(next).is_some())
        {
            // （2024年1月8日在…会议上）, 县司法局局长 张三: when, where and by whom it was read out.
        } else if furniture::is_furniture(line) || page && frame.text < until && !looks_like_item(line) {
            frame.furniture.push(line.span);
        } else {
            return;
        }
        frame.text += 1;
    }
}

/// 县司法局局长 张三, above the words to the assembly.
fn is_speaker(line: &Line<'_>) -> bool {
    line.at_most(25)
        && !line.has(['，', '。', '：', '、'])
        && [
            "局长", "主任", "县长", "区长", "市长", "镇长", "厅长", "省长", "乡长",
        ]
        .iter()
        .any(|office| line.text.contains(office))
}

/// How many lines of furniture stand under a title at most.
const HEADER: usize = 25;

/// A numbered heading, a row, or a paragraph.
fn is_text(line: &Line<'_>) -> bool {
    let heading = line.mark.is_some_and(|mark| mark.style != Style::Lost);
    heading
        || line.aside
        || recipient(line).is_some()
        || (!line.at_most(60) || line.has(['。'])) && !furniture::is_furniture(line)
}

/// An unnumbered first heading stands right under the furniture.
fn looks_like_item(line: &Line<'_>) -> bool {
    ["情况", "举措", "成效", "做法", "工作"]
        .iter()
        .any(|end| line.text.ends_with(end))
}

/// A byline stands above the preface, a date or the recipient: not above the lines of a short text.
fn followed_by_text(lines: &[Line<'_>], at: usize) -> bool {
    lines.get(at + 1).is_some_and(|next| {
        next.is_closed() || date::whole_line(next.text).is_some() || furniture::is_furniture(next)
    })
}

/// `区政府：` a short line of names that ends with a colon.
pub(super) fn recipient(line: &Line<'_>) -> Option<Phrase> {
    let name = line.text.strip_suffix(['：', ':'])?;
    let verbs = [
        "如下", "主要", "以下", "情况", "报告", "表现", "方面", "工作", "坚持", // labels of a web page
        "时间", "日期", "来源", "作者", "分享", "字号", "字体", "浏览", "点击", "文号", "索引",
    ];
    // An authority, or the people of an assembly.
    let named = name.contains([
        '府', '委', '办', '局', '厅', '会', '院', '部', '组', '区', '市', '县', '镇', '乡', '街', '导', '任',
        '代',
    ]);
    // 法治政府建设工作领导小组办公室
    let office = ["办公室", "领导小组", "委员会", "人民政府"]
        .iter()
        .any(|end| name.ends_with(end));
    let fits = named
        && line.at_most(60)
        && !name.contains(['。', '；', '：', ':', '！', '“'])
        && (office || !verbs.iter().any(|verb| name.contains(verb)));
    fits.then(|| Phrase {
        text: name.to_string(),
        span: Span {
            start: line.span.start,
            end: line.span.start + name.len() as u32,
        },
    })
}

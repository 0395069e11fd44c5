//! Document → Outline: title, headings with their numbers, points, items, themes, and what stands at the end.

mod authority;
mod date;
mod frame;
mod furniture;
mod heading;
mod identity;
mod items;
mod letter;
mod level;
mod line;
mod lost_stop;
mod mark;
mod opening;
mod places;
mod points;
mod reporter;
mod sections;
mod tail;
#[cfg(test)]
mod tests;
mod themes;
mod title;
mod unnumbered;

pub use date::days_of;

use crate::corrections::{self, Corrections};
use crate::document::Document;
use crate::profile::Profile;
use crate::text::{Marks, Span};
use serde::{Deserialize, Serialize};

/// Keys of the items that the regulation names. A profile may add its own keys.
pub mod item {
    /// 主要举措和成效
    pub const MEASURES: &str = "measures";
    /// 存在的不足和原因
    pub const DEFICIENCIES: &str = "deficiencies";
    /// 党政主要负责人履行第一责任人职责
    pub const FIRST_RESPONSIBLE: &str = "first_responsible";
    /// 下一年度主要安排
    pub const PLAN: &str = "plan";
    /// 其他需要报告的情况
    pub const OTHER: &str = "other";
}

/// The structure of a report. Sections stand in the order of the text; parents come before their children.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// The title, its lines joined.
    pub title: Option<Phrase>,
    /// The authority that reports.
    pub body: Option<Phrase>,
    /// Its level.
    pub level: Level,
    /// The year reported on.
    pub year: Option<Year>,
    /// To whom the report goes, without the colon.
    pub recipient: Option<Phrase>,
    /// From behind title and recipient to the first heading.
    pub preface: Span,
    /// The report itself: title to tail, without the furniture of a web page around it.
    pub content: Span,
    /// Page furniture: 索引号, 浏览次数, 上一篇 … Lines that belong to nothing and yield nothing.
    pub furniture: Vec<Span>,
    /// All sections of all levels.
    pub sections: Vec<Section>,
    /// One entry per item of the profile, in the profile's order.
    pub items: Vec<ItemState>,
    /// Signatories, date, copies.
    pub tail: Tail,
}

/// Some words of the report in a clean form, and where they stand. Corrected by hand = the empty span.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// The words, joined and without stray blanks.
    pub text: String,
    /// Where they were found.
    pub span: Span,
}

/// A year and the words that named it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Year {
    /// The year.
    pub value: u16,
    /// Where it was found.
    pub span: Span,
}

/// Level of the reporting body.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// 省、自治区、直辖市
    Province,
    /// 设区的市、自治州
    City,
    /// 县、县级市、区、旗
    County,
    /// 镇、乡
    Town,
    /// 街道办事处
    Subdistrict,
    /// 政府部门
    Department,
    /// 开发区、管委会
    Zone,
    /// Not known.
    #[default]
    Other,
}

/// One heading and what stands under it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Index of the section that this one lies in.
    pub parent: Option<usize>,
    /// 1–4, in the heading order of GB/T 9704—2012.
    pub level: u8,
    /// The number without its marks (`一`, `1`), None where the heading has none.
    pub number: Option<String>,
    /// Where the number with its marks stands, empty where there is none.
    pub number_span: Span,
    /// The heading's text.
    pub heading: String,
    /// Where the heading's text stands.
    pub heading_span: Span,
    /// From behind the heading to the next heading of the same or a higher level: subsections included.
    pub body: Span,
    /// Of level 1: key of the item that it is.
    pub item: Option<String>,
    /// Of level 1: further items that the same section serves (不足及下一步打算).
    pub more_items: Vec<String>,
    /// Of sections under `measures`: names of the outline's themes, the leading one first.
    pub themes: Vec<String>,
    /// 一是 … 二是 … that lie directly in this section, not in a subsection.
    pub points: Vec<Point>,
    /// Whether the heading is the first sentence of its paragraph.
    pub run_in: bool,
    /// Whether the number came from a word processor's automatic numbering.
    pub automatic_number: bool,
}

/// 一是 … : a point inside a section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// The number (`一`).
    pub number: String,
    /// Its first sentence.
    pub heading: String,
    /// Where that sentence stands.
    pub heading_span: Span,
    /// Whether the point starts its paragraph.
    pub starts_paragraph: bool,
    /// From the mark to the next point or the end of the section.
    pub body: Span,
}

/// Whether an item is there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemState {
    /// Key of the item.
    pub key: String,
    /// Name that users read, from the profile.
    pub name: String,
    /// Whether the profile owes it for this report.
    pub owed: bool,
    /// Present, embedded or missing.
    pub state: Presence,
    /// Indices of its sections; of an embedded item the section that it lies in.
    pub sections: Vec<usize>,
    /// Of an embedded item: the passage that deals with it.
    pub span: Option<Span>,
}

/// How an item occurs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Presence {
    /// It has a section of its own.
    Present,
    /// Only a subsection or a passage inside another section deals with it.
    Embedded,
    /// Nothing deals with it.
    #[default]
    Missing,
}

/// What stands behind the last section.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tail {
    /// From the first line that belongs to no section any more to the end of the content.
    pub span: Span,
    /// The authorities that sign.
    pub signatories: Vec<Phrase>,
    /// The date as ISO 8601 (`2024-12-31`; `2024-12` where the day is missing).
    pub date: Option<Phrase>,
    /// To whom copies go (抄送).
    pub copies: Vec<Phrase>,
}

impl Outline {
    /// Index of the innermost section that a byte lies in, heading included.
    pub fn section_at(&self, byte: u32) -> Option<usize> {
        let behind = self.sections.partition_point(|section| section.start() <= byte);
        self.innermost(behind, byte)
    }

    /// The same for one byte after the other, in the order of the text.
    pub fn sections_in_order(&self) -> impl FnMut(u32) -> Option<usize> {
        let mut behind = 0;
        move |byte| {
            let starts = |section: &Section| section.start() <= byte;
            behind += self.sections[behind..]
                .iter()
                .take_while(|section| starts(section))
                .count();
            self.innermost(behind, byte)
        }
    }

    /// The innermost section that a byte lies in, of those that start before it.
    fn innermost(&self, behind: usize, byte: u32) -> Option<usize> {
        let mut at = behind.checked_sub(1);
        while let Some(index) = at {
            let section = &self.sections[index];
            if byte < section.body.end.max(section.heading_span.end) {
                return Some(index);
            }
            at = section.parent;
        }
        None
    }

    /// The state of an item, None where the profile does not know it.
    pub fn item(&self, key: &str) -> Option<&ItemState> {
        self.items.iter().find(|item| item.key == key)
    }
}

impl Section {
    /// Where the section starts: at its number, or at its heading where it has none.
    pub fn start(&self) -> u32 {
        if self.number_span.is_empty() {
            self.heading_span.start
        } else {
            self.number_span.start
        }
    }
}

/// Builds the outline. Total: text without any structure gives an outline without sections.
pub fn build(document: &Document, profile: &Profile, corrections: &Corrections, marks: &Marks) -> Outline {
    let text = document.text.as_str();
    let lines = line::lines(document, marks);
    let frame = frame::find(&lines);
    let mut outline = Outline {
        title: frame
            .title
            .map(|at| title::join(&lines, at))
            .or_else(|| title::labelled(&lines)),
        recipient: frame.recipient.clone(),
        furniture: frame.furniture.clone(),
        content: extent(&lines, frame.content, frame.end.content),
        tail: tail::read(text, &lines, &frame.end),
        ..Outline::default()
    };
    if outline.tail.date.is_none() {
        outline.tail.date = frame.dateline.clone();
    }
    if outline.tail.signatories.is_empty() {
        outline.tail.signatories.extend(frame.signed.clone());
    }
    let key = |line: usize| corrections::paragraph_key(document.slice(document.paragraphs[line].span));
    let correction = |line: usize| match corrections.headings.is_empty() {
        true => None,
        false => corrections.headings.get(&key(line)),
    };
    let name = identity::own_name(&lines, &frame);
    let mut headings = heading::find(&lines, frame.text, frame.end.tail, name.as_deref(), |line| {
        correction(line)?.level
    });
    if headings.is_empty() && corrections.headings.is_empty() {
        headings = opening::find(&lines, frame.text, frame.end.tail);
    }
    heading::drop_above_preface(&lines, &mut headings);
    let text_end = extent(&lines, frame.text, frame.end.tail).end;
    let preface_end = headings
        .first()
        .map_or(text_end, |first| lines[first.line].span.start);
    outline.preface = extent(&lines, frame.text, frame.end.tail);
    outline.preface.end = preface_end.max(outline.preface.start);
    outline.preface = outline.preface.trim(text);

    // The year decides what 2024年工作安排 is, and headings may be the only place that names it.
    outline.year = identity::year(text, &outline, &[]);
    let year = corrections.year.or(outline.year.map(|year| year.value));
    let mut names = items::Names::new(profile, year);
    let named = sections::names(text, &headings, &names);
    let levels = level::assign(&headings, &named);
    outline.sections = sections::build(text, &lines, &headings, &levels, text_end);
    outline.year = identity::year(text, &outline, &outline.sections);
    if let Some(value) = corrections.year {
        outline.year = Some(Year {
            value,
            span: Span::default(),
        });
    }
    let year = outline.year.map(|year| year.value);
    names.year = year;
    items::classify(&mut outline.sections, &names, |section| {
        correction(headings[section].line)?.item.clone()
    });
    points::add(text, &mut outline.sections, text_end, marks);
    themes::set(text, &mut outline.sections, year, profile);
    outline.items = items::states(text, outline.content, &outline.sections, &names);

    outline.body = match &corrections.body {
        Some(body) => Some(Phrase {
            text: body.clone(),
            span: Span::default(),
        }),
        None => identity::body(text, &outline, &frame),
    };
    outline.level = match corrections.level.as_deref().and_then(Level::from_name) {
        Some(level) => level,
        None => identity::level(text, &outline),
    };
    outline
}

impl Level {
    /// The level that the JSON spells so (`county`).
    pub fn from_name(name: &str) -> Option<Level> {
        serde_json::from_value(serde_json::Value::String(name.to_string())).ok()
    }
}

/// From the start of one line to the end of the line before another.
fn extent(lines: &[line::Line<'_>], from: usize, until: usize) -> Span {
    let at = |index: usize| {
        lines
            .get(index)
            .map_or(lines.last().map_or(0, |line| line.span.end), |line| {
                line.span.start
            })
    };
    let start = at(from);
    let end = until
        .checked_sub(1)
        .and_then(|last| lines.get(last))
        .map_or(start, |line| line.span.end);
    Span {
        start,
        end: end.max(start),
    }
}

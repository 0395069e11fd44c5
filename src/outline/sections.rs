//! Headings and their levels → sections: what lies under each, and in which other section it lies.

use super::heading::Heading;
use super::level::Named;
use super::line::Line;
use super::mark::Style;
use super::{Section, items};
use crate::text::{Span, is_blank};

/// The item that each heading names on its own, first of several. Not told of those whose number says that they lie
/// below others: most headings do, and their level is known without it.
pub(super) fn names(text: &str, headings: &[Heading], names: &items::Names<'_>) -> Vec<Named> {
    headings
        .iter()
        .map(|heading| {
            let words = heading.span.of(text);
            let may_name = match heading.mark.filter(|mark| mark.value > 0) {
                Some(mark) => heading.forced.is_some() || matches!(mark.style, Style::Part | Style::Han),
                None => items::is_title_like(words),
            };
            match may_name {
                true => names.items(words).first().map(|place| place.item),
                false => None,
            }
        })
        .collect()
}

/// Builds the sections. `end` is where the text ends and the tail begins.
pub(super) fn build(
    text: &str,
    lines: &[Line<'_>],
    headings: &[Heading],
    levels: &[u8],
    end: u32,
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::with_capacity(headings.len());
    let mut open: Vec<usize> = Vec::new();
    for (heading, &level) in headings.iter().zip(levels) {
        let mut section = section(text, lines, heading, level);
        close(text, &mut sections, &mut open, level, section.start());
        section.parent = open.last().copied();
        open.push(sections.len());
        sections.push(section);
    }
    close(text, &mut sections, &mut open, 0, end);
    sections
}

/// Ends all open sections of this level and deeper ones at a position.
fn close(text: &str, sections: &mut [Section], open: &mut Vec<usize>, level: u8, end: u32) {
    while let Some(&last) = open.last() {
        let section = &mut sections[last];
        if section.level < level {
            return;
        }
        let start = section.body.start.min(end);
        let words = text[start as usize..end as usize].trim_end_matches(is_blank);
        section.body = Span {
            start,
            end: start + words.len() as u32,
        };
        open.pop();
    }
}

fn section(text: &str, lines: &[Line<'_>], heading: &Heading, level: u8) -> Section {
    let line = &lines[heading.line];
    let number_start = line.span.start;
    let number_span = heading.mark.map_or(
        Span {
            start: number_start,
            end: number_start,
        },
        |mark| Span {
            start: number_start,
            end: number_start + mark.bare as u32,
        },
    );
    Section {
        level,
        number: heading.mark.and_then(|mark| mark.number()),
        number_span,
        heading: words(heading.span.of(text)),
        heading_span: heading.span,
        body: Span {
            start: heading.behind,
            end: heading.behind,
        },
        run_in: heading.run_in,
        automatic_number: line.automatic && heading.mark.is_some(),
        ..Section::default()
    }
}

/// The heading in one line.
fn words(text: &str) -> String {
    let breaks = ['\n', '\u{2028}'];
    if !text.contains(breaks) {
        return text.trim_matches(is_blank).to_string();
    }
    text.split(breaks)
        .map(|piece| piece.trim_matches(is_blank))
        .collect()
}

//! The letter that a report came with: to whom it goes, `现将《…》予以呈报，请审阅`, who signs, the date. The report
//! with its own title follows on the same page.

use super::line::Line;
use super::mark::Style;
use super::title::{self, TitleLines};
use super::{Phrase, authority, date, frame};
use crate::lexicon::Starts;
use std::sync::LazyLock;

/// What the letter says, and the title that stands behind it.
pub(super) struct Letter {
    pub title: TitleLines,
    pub recipient: Option<Phrase>,
    pub signed: Option<Phrase>,
    pub date: Option<Phrase>,
}

/// A letter with its page's furniture is no longer than this.
const ZONE: usize = 30;

/// Finds the letter among the first lines, before any heading.
pub(super) fn find(lines: &[Line<'_>]) -> Option<Letter> {
    static HANDS_IN: LazyLock<Starts> =
        LazyLock::new(|| Starts::new(["审阅", "呈报", "报送", "上报", "报上", "报告如附"]));
    let zone = &lines[..lines.len().min(ZONE)];
    let headed = |line: &Line<'_>| {
        line.mark
            .is_some_and(|mark| matches!(mark.style, Style::Part | Style::Han))
    };
    let zone = &zone[..zone.iter().position(headed).unwrap_or(zone.len())];
    let at = (2..zone.len()).find(|&at| {
        date::whole_line(zone[at].text).is_some() && authority::is_signature(zone[at - 1].text)
    })?;
    zone[..at - 1]
        .iter()
        .find(|line| line.is_closed() && HANDS_IN.is_in(line.text))?;
    let behind = title::find(&lines[at + 1..])?;
    let title = TitleLines {
        first: behind.first + at + 1,
        end: behind.end + at + 1,
    };
    title::join(lines, title).text.contains("法治").then(|| Letter {
        title,
        recipient: zone[..at].iter().find_map(frame::recipient),
        signed: Some(Phrase {
            text: authority::strip_seal(zone[at - 1].text).to_string(),
            span: zone[at - 1].span,
        }),
        date: date::whole_line(zone[at].text).map(|text| Phrase {
            text,
            span: zone[at].span,
        }),
    })
}

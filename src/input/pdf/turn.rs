//! Which way up a page is read, and its spans and lines as they stand then.

use crate::input::layout::{Rule, Run};
use pdfboss_text::{Ruling, TextSpan};

/// Text that rises more than this part of its width is slanted: a watermark.
const SLANTED: f32 = 0.09;
/// A page with this many characters turned against it is read turned.
const MANY: usize = 100;

/// A page as its reader holds it.
pub struct Turned {
    /// Clockwise, in degrees.
    rotate: i32,
    x0: f32,
    y0: f32,
    x1: f32,
    y1: f32,
}

impl Turned {
    /// The page is turned as it says, or as most of its text is: tables across are often drawn so.
    pub fn of(page: &pdfboss_core::Page, spans: &[TextSpan]) -> Turned {
        let characters = |rotate: i32| {
            let turned = spans.iter().filter(|span| span.rotate == rotate);
            turned.map(|span| span.text.chars().count()).sum::<usize>()
        };
        let own = characters(page.rotate);
        let other = [0, 90, 180, 270]
            .into_iter()
            .max_by_key(|&rotate| characters(rotate));
        let most = other.filter(|&other| characters(other) >= MANY.max(2 * own));
        let paper = page.media_box;
        Turned {
            rotate: most.unwrap_or(page.rotate),
            x0: paper.x0.min(paper.x1),
            y0: paper.y0.min(paper.y1),
            x1: paper.x0.max(paper.x1),
            y1: paper.y0.max(paper.y1),
        }
    }

    /// The width of the page.
    pub fn width(&self) -> f32 {
        match self.rotate {
            90 | 270 => self.y1 - self.y0,
            _ => self.x1 - self.x0,
        }
    }

    /// A span as a run; none for text that stands across or slanted, and for what the file itself calls no text.
    pub fn run(&self, span: &TextSpan, text: String) -> Option<Run> {
        let (x, y) = self.place(span.x, span.y);
        let (end_x, end_y) = self.place(span.end_x, span.end_y);
        let is_slanted = (end_y - y).abs() > SLANTED * (end_x - x).abs().max(1.0);
        let is_text = span.rotate == self.rotate && span.artifact.is_none() && (span.vertical || !is_slanted);
        is_text.then_some(Run {
            text,
            x,
            end_x,
            y,
            size: span.size,
        })
    }

    /// A line that the page draws.
    pub fn rule(&self, ruling: &Ruling) -> Rule {
        Rule {
            from: self.place(ruling.start.x, ruling.start.y),
            to: self.place(ruling.end.x, ruling.end.y),
        }
    }

    /// The file's y axis points up; lines are read down.
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        match self.rotate {
            90 => (y - self.y0, x - self.x0),
            180 => (self.x1 - x, y - self.y0),
            270 => (self.y1 - y, self.x1 - x),
            _ => (x - self.x0, self.y1 - y),
        }
    }
}

//! Tests show a sentence with its figures in ⟦marks⟧ and the relations found as lines of words.

use super::{Relation, Verdict, find};
use crate::document::Document;
use crate::figures::{Direction, Figure, Hedge};
use crate::numeral::Decimal;
use crate::outline::{Outline, Point, Section};
use crate::text::{Marks, Span};

/// Relations of a text whose figures stand in ⟦marks⟧: `⟦585件⟧`, hedged `⟦近5件⟧`, changes `⟦由9件⟧` and `⟦至3件⟧`.
pub fn relations_of(marked: &str) -> String {
    let (document, figures) = read(marked);
    lines(&find(
        &document,
        &Outline::default(),
        &figures,
        &Marks::of(&document.text),
    ))
}

/// The same for a text whose points (一是 …) form one section.
pub fn relations_of_points(marked: &str) -> String {
    let (document, figures) = read(marked);
    let starts: Vec<_> = "一二三四五六七"
        .chars()
        .filter_map(|number| document.text.find(&format!("{number}是")).map(|at| (number, at)))
        .collect();
    let points = starts.iter().enumerate().map(|(nth, &(number, at))| Point {
        number: number.to_string(),
        body: Span::new(at, starts.get(nth + 1).map_or(document.text.len(), |next| next.1)),
        ..Point::default()
    });
    let section = Section {
        body: Span::new(0, document.text.len()),
        points: points.collect(),
        ..Section::default()
    };
    let outline = Outline {
        sections: vec![section],
        ..Outline::default()
    };
    lines(&find(&document, &outline, &figures, &Marks::of(&document.text)))
}

fn lines(relations: &[Relation]) -> String {
    let sign = |verdict| match verdict {
        Verdict::Holds => "✓",
        Verdict::Broken => "✗",
        Verdict::Doubtful => "？",
    };
    let lines = relations.iter().map(|relation| {
        let note = if relation.note.is_empty() {
            String::new()
        } else {
            format!("（{}）", relation.note)
        };
        format!("{} {}{note}", sign(relation.verdict), relation.statement)
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn read(marked: &str) -> (Document, Vec<Figure>) {
    let mut text = String::new();
    let mut figures = Vec::new();
    for (nth, piece) in marked.split(['⟦', '⟧']).enumerate() {
        let start = text.len();
        let (direction, piece) = match (nth % 2, piece.chars().next()) {
            (1, Some('由')) => (Some(Direction::From), &piece[3..]),
            (1, Some('至')) => (Some(Direction::To), &piece[3..]),
            _ => (None, piece),
        };
        text.push_str(piece);
        if nth % 2 == 1 {
            figures.push(figure(piece, Span::new(start, text.len()), direction));
        }
    }
    (Document::from_text("test", &text), figures)
}

fn figure(text: &str, span: Span, direction: Option<Direction>) -> Figure {
    let hedge = if text.starts_with('近') {
        Hedge::Below
    } else {
        Hedge::Exact
    };
    let bare = text.trim_start_matches('近');
    let digits: String = bare
        .chars()
        .take_while(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let rest = &bare[digits.len()..];
    let unit = rest.trim_start_matches('万');
    let chinese = "一二三四五六七八九"
        .chars()
        .position(|c| bare.starts_with(c))
        .map(|at| Decimal::from(at + 1));
    let value: Decimal = digits.parse().ok().or(chinese).unwrap();
    let value = if rest.starts_with('万') {
        value * Decimal::from(10_000)
    } else {
        value
    };
    Figure {
        span,
        value,
        value_max: None,
        unit: unit.to_string().into(),
        hedge,
        low: None,
        high: None,
        direction,
        indicator: String::new(),
        section: None,
    }
}

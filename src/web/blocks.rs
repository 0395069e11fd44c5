//! A report as blocks to draw: one a paragraph, its text cut into nested marks. Plain Rust, made once per report.

use crate::Report;
use crate::text::Span;
use std::ops::Range;

/// One paragraph of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Block {
    /// How it looks.
    pub kind: BlockKind,
    /// Its words with their marks.
    pub pieces: Vec<Piece>,
    /// Where in the original file it stood, in words; only where it differs from the block before.
    pub place: Option<String>,
    /// Indices of the relations that start here and hold.
    pub verified: Vec<usize>,
    /// Indices of the relations that start here and are doubtful without being a finding.
    pub doubtful: Vec<usize>,
}

/// How a block looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum BlockKind {
    /// The report's title.
    Title,
    /// A heading: its level and the index of its section.
    Heading(u8, usize),
    /// Running text that starts with a heading: the index of its section.
    RunIn(usize),
    /// Running text.
    Text,
    /// A table row.
    Row,
    /// Page furniture around the report.
    Furniture,
}

/// Words or a mark around words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// Plain words.
    Text(Span),
    /// A mark: what it is, the words of it that lie here, and what is inside.
    Mark(Mark, Span, Vec<Piece>),
}

/// What a mark stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Index of a figure.
    Figure(usize),
    /// Index of a finding.
    Finding(usize),
}

/// The blocks of a report in the order of the text.
pub fn blocks(report: &Report) -> Vec<Block> {
    let marks = marks_of(report);
    let mut next_mark = 0;
    let mut open: Vec<(Span, Mark)> = Vec::new();
    let mut sections = report.outline.sections.iter().enumerate().peekable();
    let mut relations = report.relations.iter().enumerate().peekable();
    let mut last_place = None;
    let mut blocks = Vec::with_capacity(report.document.paragraphs.len());
    for paragraph in &report.document.paragraphs {
        let span = paragraph.span;
        open.retain(|(mark, _)| mark.end > span.start);
        while let Some(&(mark, what)) = marks.get(next_mark).filter(|(mark, _)| mark.start < span.end) {
            next_mark += 1;
            if mark.end > span.start {
                open.push((mark, what));
            }
        }
        let here = open
            .iter()
            .map(|&(mark, what)| (clip(mark, span), what))
            .filter(|(mark, _)| !mark.is_empty());
        let mut kind = plain_kind(report, span, !paragraph.cells.is_empty());
        while let Some((index, section)) = sections.next_if(|(_, section)| section.start() < span.end) {
            if kind == BlockKind::Text {
                kind = if section.run_in {
                    BlockKind::RunIn(index)
                } else {
                    BlockKind::Heading(section.level, index)
                };
            }
        }
        let (mut verified, mut doubtful) = (Vec::new(), Vec::new());
        while let Some((index, relation)) = relations.next_if(|(_, relation)| relation.span.start < span.end)
        {
            if relation.verdict == crate::relations::Verdict::Holds {
                verified.push(index);
            } else if !relation.has_finding() {
                doubtful.push(index);
            }
        }
        let place = paragraph.place.words();
        blocks.push(Block {
            kind,
            pieces: pieces(span, here.collect()),
            place: place.clone().filter(|_| place != last_place),
            verified,
            doubtful,
        });
        last_place = place;
    }
    blocks
}

/// What one step of drawing may cost: marks, and as much as a mark for every [`BYTES_A_MARK`] of text. On a slow
/// office machine that is a thirtieth of a second for making and laying out.
const STEP: usize = 34;
const BYTES_A_MARK: usize = 150;

/// The blocks cut into stretches that are drawn one a step, so that the page answers in between. A block is never cut.
pub fn steps(blocks: &[Block]) -> Vec<Range<usize>> {
    let mut steps: Vec<Range<usize>> = Vec::new();
    let mut weight = STEP;
    for (at, block) in blocks.iter().enumerate() {
        if weight >= STEP {
            steps.push(at..at);
            weight = 0;
        }
        weight += 1 + block.pieces.iter().map(weight_of).sum::<usize>();
        if let Some(step) = steps.last_mut() {
            step.end = at + 1;
        }
    }
    steps
}

fn weight_of(piece: &Piece) -> usize {
    match piece {
        Piece::Text(span) => span.len() / BYTES_A_MARK,
        Piece::Mark(_, _, inside) => 1 + inside.iter().map(weight_of).sum::<usize>(),
    }
}

/// All marks, the longer one first where two start together, so that it becomes the outer one.
fn marks_of(report: &Report) -> Vec<(Span, Mark)> {
    let figures = report
        .figures
        .iter()
        .enumerate()
        .map(|(at, figure)| (figure.span, Mark::Figure(at)));
    let findings = report.findings.iter().enumerate();
    let findings = findings.filter_map(|(at, finding)| Some((finding.span?, Mark::Finding(at))));
    let mut marks: Vec<_> = findings
        .chain(figures)
        .filter(|(span, _)| !span.is_empty())
        .collect();
    marks.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
    marks
}

fn plain_kind(report: &Report, span: Span, is_row: bool) -> BlockKind {
    let outline = &report.outline;
    if is_row {
        BlockKind::Row
    } else if outline.furniture.iter().any(|furniture| furniture.contains(span)) {
        BlockKind::Furniture
    } else if outline
        .title
        .as_ref()
        .is_some_and(|title| title.span.overlaps(span))
    {
        BlockKind::Title
    } else {
        BlockKind::Text
    }
}

fn clip(mark: Span, to: Span) -> Span {
    let start = mark.start.max(to.start);
    Span {
        start,
        end: mark.end.min(to.end).max(start),
    }
}

/// Nests marks in a stretch of text; one that overlaps the end of another is cut in two there.
fn pieces(span: Span, marks: Vec<(Span, Mark)>) -> Vec<Piece> {
    let mut out = Vec::new();
    let mut at = span.start;
    let mut rest = std::collections::VecDeque::from(marks);
    while let Some((mark, what)) = rest.pop_front() {
        if mark.start > at {
            out.push(Piece::Text(Span {
                start: at,
                end: mark.start,
            }));
        }
        let mut inside = Vec::new();
        let mut behind = Vec::new();
        while let Some(&(other, kind)) = rest.front().filter(|(other, _)| other.start < mark.end) {
            rest.pop_front();
            inside.push((clip(other, mark), kind));
            if other.end > mark.end {
                behind.push((
                    Span {
                        start: mark.end,
                        end: other.end,
                    },
                    kind,
                ));
            }
        }
        behind.extend(rest);
        behind.sort_by_key(|(span, _)| (span.start, std::cmp::Reverse(span.end)));
        rest = behind.into();
        out.push(Piece::Mark(what, mark, pieces(mark, inside)));
        at = mark.end;
    }
    if at < span.end {
        out.push(Piece::Text(Span {
            start: at,
            end: span.end,
        }));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(text: &str, pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Text(span) => span.of(text).to_string(),
            Piece::Mark(_, _, inside) => format!("[{}]", picture(text, inside)),
        };
        pieces.iter().map(one).collect()
    }

    #[test]
    fn marks_nest_and_overlaps_are_cut() {
        let text = "abcdefgh";
        let mark = |start, end, at| (Span::new(start, end), Mark::Finding(at));
        let nested = pieces(Span::new(0, 8), vec![mark(1, 6, 0), mark(2, 3, 1), mark(5, 7, 2)]);
        assert_eq!(picture(text, &nested), "a[b[c]de[f]][g]h");
        assert_eq!(picture(text, &pieces(Span::new(0, 8), vec![])), "abcdefgh");
    }

    #[test]
    fn steps_follow_each_other_and_a_heavy_block_stands_alone() {
        let text = |bytes| Block {
            kind: BlockKind::Text,
            pieces: vec![Piece::Text(Span::new(0, bytes))],
            place: None,
            verified: vec![],
            doubtful: vec![],
        };
        let light = vec![text(10); 3 * STEP + 1];
        assert_eq!(
            steps(&light),
            [
                0..STEP,
                STEP..2 * STEP,
                2 * STEP..3 * STEP,
                3 * STEP..3 * STEP + 1
            ]
        );
        let heavy = [text(10), text(1_000_000), text(10), text(10)];
        assert_eq!(steps(&heavy), [0..2, 2..4]);
        assert!(steps(&[]).is_empty());
    }

    #[test]
    fn every_figure_is_marked_once_and_nothing_is_lost() {
        let report = crate::analyze_text(
            "青岚县2024年法治政府建设年度报告\n一、主要举措\n办理案件3件、4件，发放《办法2份。",
            "a",
        );
        let blocks = blocks(&report);
        let text: String = blocks
            .iter()
            .map(|block| flat(&report, &block.pieces))
            .collect::<Vec<_>>()
            .join("\n");
        assert_eq!(text, report.document.text);
    }

    fn flat(report: &Report, pieces: &[Piece]) -> String {
        let one = |piece: &Piece| match piece {
            Piece::Text(span) => report.document.slice(*span).to_string(),
            Piece::Mark(_, _, inside) => flat(report, inside),
        };
        pieces.iter().map(one).collect()
    }
}

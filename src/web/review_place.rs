//! Where an opinion's words stand, told so that whoever has the report on paper or in Word finds them.

use crate::Report;
use crate::text::{LineIndex, Span};

/// The most characters of a heading that tell it from the others.
const HEADING: usize = 20;
/// The most characters of a quotation.
const QUOTE: usize = 60;
/// A quotation with fewer letters and digits is looked for in vain: `，` stands everywhere.
const ENOUGH: usize = 4;
/// How many characters around such words make them found.
const AROUND: usize = 8;

/// The section, and the page or table row where the format has them: `“（六）坚持和发展‘枫桥经验’”部分，第 8 页`. Outside
/// of all sections the line.
pub fn place(report: &Report, index: &LineIndex<'_>, span: Option<Span>) -> String {
    let Some(span) = span else {
        return "全文".into();
    };
    let document = &report.document;
    let paragraph = document
        .paragraph_at(span.start)
        .and_then(|at| document.paragraphs.get(at));
    let in_file = paragraph.and_then(|paragraph| paragraph.place.words());
    let section = report
        .outline
        .section_at(span.start)
        .and_then(|at| report.outline.sections.get(at));
    let part = match section {
        Some(section) => {
            let number = document.slice(section.number_span).trim();
            format!(
                "“{}”部分",
                shortened(&[number, &section.heading].concat(), HEADING)
            )
        }
        None => format!("第 {} 行", index.line(span.start).0),
    };
    match in_file {
        Some(in_file) => format!("{part}，{in_file}"),
        None => part,
    }
}

/// The words themselves; of a mark or a short word also what stands around it in its paragraph.
pub fn quote(report: &Report, span: Option<Span>) -> String {
    let Some(span) = span else {
        return String::new();
    };
    let document = &report.document;
    let words = document.slice(span).trim();
    if words.chars().filter(|c| c.is_alphanumeric()).count() >= ENOUGH {
        return shortened(words, QUOTE);
    }
    let paragraph = document
        .paragraph_at(span.start)
        .and_then(|at| document.paragraphs.get(at));
    let Some(paragraph) = paragraph.filter(|paragraph| paragraph.span.contains(span)) else {
        return words.to_string();
    };
    let before = document.slice(Span {
        end: span.start,
        ..paragraph.span
    });
    let behind = document.slice(Span {
        start: span.end,
        ..paragraph.span
    });
    let from = before
        .char_indices()
        .rev()
        .nth(AROUND)
        .map_or(0, |(at, c)| at + c.len_utf8());
    let to = behind
        .char_indices()
        .nth(AROUND)
        .map_or(behind.len(), |(at, _)| at);
    [
        if from > 0 { "……" } else { "" },
        before[from..].trim_start(),
        document.slice(span),
        behind[..to].trim_end(),
        if to < behind.len() { "……" } else { "" },
    ]
    .concat()
}

fn shortened(words: &str, most: usize) -> String {
    match words.char_indices().nth(most) {
        Some((at, _)) => format!("{}……", &words[..at]),
        None => words.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str =
        "青岚县2024年法治政府建设年度报告\n一、主要举措\n（一）落实责任。全县受理复议案件12件,均已办结。";

    fn of(words: &str) -> (String, String) {
        let report = crate::analyze_text(TEXT, "a.txt");
        let start = TEXT.find(words).unwrap();
        let span = Some(Span::new(start, start + words.len()));
        (place(&report, &LineIndex::new(TEXT), span), quote(&report, span))
    }

    #[test]
    fn a_section_is_named_and_the_line_where_there_is_none() {
        assert_eq!(of("受理复议案件").0, "“（一）落实责任”部分");
        assert_eq!(of("青岚县").0, "第 1 行");
        let report = crate::analyze_text(TEXT, "a.txt");
        assert_eq!(place(&report, &LineIndex::new(TEXT), None), "全文");
    }

    #[test]
    fn a_lone_mark_is_quoted_with_its_neighbours() {
        assert_eq!(of("受理复议案件").1, "受理复议案件");
        assert_eq!(of(",").1, "……理复议案件12件,均已办结。");
    }
}

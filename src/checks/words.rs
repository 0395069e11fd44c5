//! Sentences, names in 《》 and counts of characters: what several checks need to know about a stretch of text.

use crate::text::{Mark, Span, is_han};

/// The sentences of a span that has these marks, their closing mark and the blanks around them included. Line breaks
/// end sentences too.
pub fn sentences(span: Span, marks: &[Mark]) -> impl Iterator<Item = Span> {
    let is_end = |mark: &&Mark| matches!(mark.c, '。' | '！' | '？' | '!' | '?' | '\n' | '\u{2028}');
    let ends = marks.iter().filter(is_end).map(|mark| mark.span().end);
    let mut start = span.start;
    ends.chain([span.end]).map(move |end| {
        let piece = Span { start, end };
        start = end;
        piece
    })
}

/// The clauses of a span: what stands between commas, semicolons, colons and sentence ends.
pub fn clauses(text: &str, span: Span) -> impl Iterator<Item = Span> + '_ {
    pieces(text, span, |c| {
        matches!(
            c,
            '，' | ',' | '；' | ';' | '：' | '。' | '！' | '？' | '!' | '?' | '\n' | '\u{2028}'
        )
    })
}

/// How far the ends of a sentence are looked for, in bytes: none is longer, but a broken text may be one line.
const REACH: usize = 4096;

/// The sentence that a byte lies in.
pub fn sentence_around(text: &str, byte: u32) -> Span {
    let byte = byte as usize;
    let ends = ['。', '！', '？', '\n', '\u{2028}'];
    let from = text.floor_char_boundary(byte.saturating_sub(REACH));
    let until = text.floor_char_boundary(byte + REACH);
    let start = text[from..byte].rfind(ends).map_or(from, |at| {
        let at = from + at;
        at + char_len(text, at)
    });
    let end = text[byte..until]
        .find(ends)
        .map_or(until, |at| byte + at + char_len(text, byte + at));
    Span::new(start, end).trim(text)
}

/// Names in 《》 by the marks of a text, their marks included; a name inside a name belongs to the outer one, and no
/// name runs over a line.
pub fn named_documents(marks: &[Mark]) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_u32;
    for mark in marks {
        match mark.c {
            '《' => {
                if depth == 0 {
                    start = mark.at;
                }
                depth += 1;
            }
            '》' if depth > 0 => {
                depth -= 1;
                if depth == 0 {
                    let end = mark.span().end;
                    found.push(Span { start, end });
                }
            }
            '\n' | '\u{2028}' => depth = 0,
            _ => {}
        }
    }
    found
}

/// How many Chinese characters a text has; beyond `enough` they are not counted.
pub fn han_count(text: &str, enough: usize) -> usize {
    text.chars().filter(|&c| is_han(c)).take(enough).count()
}

/// Whether any of the words occurs.
pub fn has_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// The first words of a text for use in a message: at most `limit` characters, `…` where cut.
pub fn quote(text: &str, limit: usize) -> String {
    let text = text.trim_matches(crate::text::is_blank);
    match text.char_indices().nth(limit) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_string(),
    }
}

/// The one year that a phrase names; None where it names none, several, or a span of years.
pub fn only_year(phrase: &str, offset: u32) -> Option<(u16, Span)> {
    let mut found = None;
    let mut rest = 0;
    while let Some(at) = phrase[rest..].find("20").map(|at| rest + at) {
        let digits = phrase[at..].bytes().take_while(u8::is_ascii_digit).count();
        let joined = phrase[..at].ends_with(|c: char| c.is_ascii_digit());
        rest = at + digits;
        let tail = phrase[rest..].trim_start();
        if digits != 4 || joined {
            return None;
        }
        if found.is_some() || !tail.starts_with('年') || tail.starts_with("年以来") {
            return None;
        }
        let year = phrase[at..rest].parse().ok()?;
        found = Some((
            year,
            Span::new(offset as usize + at, offset as usize + rest + '年'.len_utf8()),
        ));
    }
    found.filter(|(_, span)| phrase.is_char_boundary((span.end - offset) as usize))
}

fn pieces(text: &str, span: Span, is_end: fn(char) -> bool) -> impl Iterator<Item = Span> + '_ {
    let mut start = span.start as usize;
    span.of(text)
        .split_inclusive(is_end)
        .map(move |piece| {
            let at = start;
            start += piece.len();
            Span::new(at, start).trim(text)
        })
        .filter(|piece| !piece.is_empty())
}

fn char_len(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(0, char::len_utf8)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Marks;

    #[test]
    fn a_name_inside_a_name_belongs_to_the_outer_one() {
        let text = "按照《关于〈水法〉和《河道条例》的通知》，《未完\n《水法》";
        let names: Vec<_> = named_documents(&Marks::of(text).all)
            .iter()
            .map(|name| name.of(text))
            .collect();
        assert_eq!(names, ["《关于〈水法〉和《河道条例》的通知》", "《水法》"]);
    }

    #[test]
    fn sentences_keep_their_mark() {
        let text = "　第一句。 第二句！\n第三句";
        let marks = Marks::of(text);
        let all: Vec<_> = sentences(Span::new(0, text.len()), &marks.all)
            .map(|s| s.of(text))
            .collect();
        assert_eq!(all, ["　第一句。", " 第二句！", "\n", "第三句"]);
        assert_eq!(sentence_around(text, 22).of(text), "第二句！");
    }
}

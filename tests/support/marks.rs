//! A report with marks in it → [`Gold`]. The format stands in `tests/reports/README.md`.

use super::figure_mark;
use super::gold::{Gold, GoldFinding, GoldHeading, GoldSection};
use super::score::IDENTITY;
use std::path::Path;

/// Checks of which a short report cannot say whether they should fire: they are allowed everywhere.
const ALWAYS_ALLOWED: [&str; 2] = ["theme-not-covered", "hollow-section"];

/// Reads a marked report from its file.
pub fn read(path: &Path) -> Gold {
    let source = std::fs::read_to_string(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    parse(&name, &source).unwrap_or_else(|error| panic!("{error}"))
}

/// Reads a marked report. The error names the line and what is wrong there.
pub fn parse(name: &str, source: &str) -> Result<Gold, String> {
    let Some((header, body)) = source.split_once("\n===\n") else {
        return Err(format!("{name}: no line === between header and text"));
    };
    let mut gold = Gold {
        name: name.into(),
        findings: Some(vec![]),
        ..Gold::default()
    };
    gold.allowed = ALWAYS_ALLOWED.map(String::from).into();
    let encoding = read_header(header, &mut gold).map_err(|what| format!("{name}: {what}"))?;
    let first_line = header.lines().count() + 2;
    Reader {
        gold: &mut gold,
        open: vec![],
        characters: 0,
        line: first_line,
    }
    .read(body)
    .map_err(|(line, what)| format!("{name}:{line}: {what}"))?;
    gold.sections.sort_by_key(|section| section.at.start);
    gold.points.sort_by_key(|point| point.start);
    gold.figures.sort_by_key(|figure| figure.start);
    gold.bytes = encode(&gold.text, &encoding).map_err(|what| format!("{name}: {what}"))?;
    Ok(gold)
}

/// Fills in everything that the header says; gives back the encoding.
fn read_header(header: &str, gold: &mut Gold) -> Result<String, String> {
    let mut encoding = String::from("utf-8");
    for line in header.lines().filter(|line| !line.starts_with('#')) {
        let (key, value) = line
            .split_once(':')
            .ok_or_else(|| format!("no colon in {line}"))?;
        let value = value.trim();
        let bare = if value == "-" { "" } else { value };
        let words = || bare.split(',').map(str::trim).filter(|word| !word.is_empty());
        match key {
            "file" => encoding = value.into(),
            "items" => {
                for word in words() {
                    let (item, state) = word
                        .split_once(' ')
                        .ok_or_else(|| format!("no state in {word}"))?;
                    gold.items.push((item.into(), state.into()));
                }
            }
            "findings" => gold
                .findings
                .get_or_insert_default()
                .extend(words().map(|code| GoldFinding {
                    code: code.into(),
                    span: None,
                    must: true,
                })),
            "may" => gold.allowed.extend(words().map(String::from)),
            _ if IDENTITY.contains(&key) => gold.identity.push((key.into(), bare.into())),
            _ => return Err(format!("unknown key {key}")),
        }
    }
    match IDENTITY
        .iter()
        .find(|key| !gold.identity.iter().any(|(given, _)| given == *key))
    {
        Some(key) => Err(format!("the header lacks {key}")),
        None if gold.items.is_empty() => Err("the header lacks items".into()),
        None => Ok(encoding),
    }
}

/// The file's bytes in the encoding that the header names.
fn encode(text: &str, encoding: &str) -> Result<Vec<u8>, String> {
    let utf16 = |text: &str| {
        text.encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect::<Vec<u8>>()
    };
    match encoding {
        "utf-8" => Ok(text.into()),
        "utf-8-crlf" => Ok(text.replace('\n', "\r\n").into()),
        "utf-8-bom" => Ok(format!("\u{FEFF}{text}").into()),
        "utf-16le-bom" => Ok(utf16(&format!("\u{FEFF}{text}"))),
        "utf-16le" => Ok(utf16(text)),
        "gb18030" => Ok(encoding_rs::GB18030.encode(text).0.into_owned()),
        _ => Err(format!("unknown encoding {encoding}")),
    }
}

/// A mark that has been opened: where, and its attributes once `|` was seen.
struct Open {
    line: usize,
    start: usize,
    start_byte: usize,
    attributes: Option<String>,
}

struct Reader<'a> {
    gold: &'a mut Gold,
    open: Vec<Open>,
    characters: usize,
    line: usize,
}

impl Reader<'_> {
    fn read(mut self, body: &str) -> Result<(), (usize, String)> {
        for c in body.chars() {
            self.line += usize::from(c == '\n');
            match (c, self.open.last_mut()) {
                ('⟦', _) => self.open.push(Open {
                    line: self.line,
                    start: self.characters,
                    start_byte: self.gold.text.len(),
                    attributes: None,
                }),
                ('⟧', None) => return Err((self.line, "⟧ closes nothing".into())),
                ('⟧', Some(_)) => self.close()?,
                (
                    '|',
                    Some(Open {
                        attributes: attributes @ None,
                        ..
                    }),
                ) => *attributes = Some(String::new()),
                (
                    _,
                    Some(Open {
                        attributes: Some(attributes),
                        ..
                    }),
                ) => attributes.push(c),
                _ => {
                    self.gold.text.push(c);
                    self.characters += 1;
                }
            }
        }
        match self.open.pop() {
            Some(open) => Err((open.line, "⟦ is never closed".into())),
            None => Ok(()),
        }
    }

    fn close(&mut self) -> Result<(), (usize, String)> {
        let Some(open) = self.open.pop() else {
            return Ok(());
        };
        let text = self.gold.text[open.start_byte..].to_string();
        let fail = |what: String| (open.line, what);
        let Some(attributes) = open.attributes else {
            return self.put_character(&text, open.start_byte).map_err(fail);
        };
        let span = (open.start, self.characters);
        let at = GoldHeading {
            heading: text.clone(),
            start: open.start,
        };
        let (kind, rest) = attributes.split_once(' ').unwrap_or((&attributes, ""));
        match kind {
            "h1" | "h2" | "h3" | "h4" => self.gold.sections.push(section(kind, rest, at).map_err(fail)?),
            "p" => self.gold.points.push(at),
            "=" | "~" => self
                .gold
                .figures
                .push(figure_mark::parse(rest, &text, span, kind == "=").map_err(fail)?),
            "!" | "!?" => self.gold.findings.get_or_insert_default().push(GoldFinding {
                code: rest.trim().into(),
                span: Some(span),
                must: kind == "!",
            }),
            _ => return Err(fail(format!("unknown mark {kind}"))),
        }
        Ok(())
    }

    /// `⟦U+200B⟧` stands for a character that cannot be seen.
    fn put_character(&mut self, text: &str, start_byte: usize) -> Result<(), String> {
        let c = text
            .strip_prefix("U+")
            .and_then(|code| u32::from_str_radix(code, 16).ok())
            .and_then(char::from_u32)
            .ok_or_else(|| format!("⟦{text}⟧ has no | and is no U+ code"))?;
        self.gold.text.truncate(start_byte);
        self.gold.text.push(c);
        self.characters -= text.chars().count() - 1;
        Ok(())
    }
}

fn section(kind: &str, rest: &str, at: GoldHeading) -> Result<GoldSection, String> {
    let mut words = rest.split_whitespace();
    let number = words
        .next()
        .ok_or_else(|| format!("{} needs its number or -", at.heading))?;
    let item = words.next().map(String::from);
    let level = kind
        .trim_start_matches('h')
        .parse()
        .map_err(|_| kind.to_string())?;
    if item.is_some() && level > 1 {
        return Err(format!("{}: only level 1 has an item", at.heading));
    }
    Ok(GoldSection {
        at,
        level,
        number: (number != "-").then(|| number.into()),
        item,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: &str = "title: 青岚县报告\nbody: 青岚县\nlevel: county\nyear: 2023\nrecipient: -\n\
        signatories: -\ndate: -\ncopies: -\nitems: measures present, plan missing\nfindings: no-date\n===\n";

    fn marked(body: &str) -> Result<Gold, String> {
        parse("x.txt", &format!("{HEADER}{body}"))
    }

    #[test]
    fn marks_go_and_their_offsets_stay() {
        let gold =
            marked("一、⟦成效|h1 一 measures⟧\n一是⟦走访|p 一⟧。走访⟦近9户|= 走访 @ below⟧。").unwrap();
        assert_eq!(gold.text, "一、成效\n一是走访。走访近9户。");
        assert_eq!((gold.sections[0].at.start, gold.sections[0].level), (2, 1));
        assert_eq!(
            (gold.points[0].start, gold.points[0].heading.as_str()),
            (7, "走访")
        );
        assert_eq!((gold.figures[0].start, gold.figures[0].end), (12, 15));
        assert_eq!(gold.items[1], ("plan".into(), "missing".into()));
    }

    #[test]
    fn marks_may_lie_in_marks_and_a_bar_outside_is_text() {
        let gold = marked("a|b⟦共⟦3件|= 共⟧，其中⟦5件|= 其中⟧|! part-exceeds-whole⟧").unwrap();
        assert_eq!(gold.text, "a|b共3件，其中5件");
        let findings = gold.findings.unwrap();
        assert_eq!((findings[0].code.as_str(), findings[0].span), ("no-date", None));
        assert_eq!((findings[1].span, findings[1].must), (Some((3, 11)), true));
    }

    #[test]
    fn characters_that_cannot_be_seen_are_written_as_codes() {
        assert_eq!(marked("一⟦U+200B⟧二⟦3件|= 二⟧").unwrap().text, "一\u{200B}二3件");
        assert_eq!(marked("一⟦U+200B⟧二⟦3件|= 二⟧").unwrap().figures[0].start, 3);
    }

    #[test]
    fn a_broken_mark_is_refused_with_its_line() {
        for (body, line) in [
            ("一\n⟦二", 13),
            ("⟧", 12),
            ("\n\n⟦三|x⟧", 14),
            ("⟦三|= ⟧", 12),
            ("⟦三⟧", 12),
        ] {
            let error = marked(body).unwrap_err();
            assert!(
                error.starts_with(&format!("x.txt:{line}: ")),
                "{body:?} gave {error}"
            );
        }
        assert!(parse("x", "title: 甲\n===\n").unwrap_err().contains("lacks body"));
        assert!(parse("x", "no header").unwrap_err().contains("==="));
    }

    #[test]
    fn every_encoding_has_its_bytes() {
        let with = |file: &str| parse("x", &format!("file: {file}\n{HEADER}一\n")).map(|gold| gold.bytes);
        assert_eq!(with("gb18030").unwrap(), [0xD2, 0xBB, b'\n']);
        assert_eq!(with("utf-16le-bom").unwrap()[..4], [0xFF, 0xFE, 0x00, 0x4E]);
        assert_eq!(with("utf-8-bom").unwrap()[..3], [0xEF, 0xBB, 0xBF]);
        assert!(with("utf-8-crlf").unwrap().ends_with(b"\r\n"));
        assert!(with("ebcdic").is_err());
    }
}

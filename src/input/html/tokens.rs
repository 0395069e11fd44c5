//! HTML → tags and text. Comments, processing instructions and the text of scripts and styles go.

use super::entities;
use std::borrow::Cow;

/// One piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub enum Token<'t> {
    /// A start tag.
    Open(Tag),
    /// An end tag: its name in lower case.
    Close(String),
    /// Text with its entities resolved.
    Text(Cow<'t, str>),
}

/// A start tag: its name in lower case and its attributes.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Tag {
    /// Name in lower case.
    pub name: String,
    /// Only those of [`KEPT`], names in lower case, entities resolved.
    pub attributes: Vec<(&'static str, String)>,
}

/// The attributes that tell something; the others would only cost memory.
const KEPT: [&str; 15] = [
    "class", "id", "style", "name", "property", "content", "href", "type", "start", "value", "rowspan",
    "colspan", "hidden", "charset", "title",
];

impl Tag {
    /// The value of an attribute, empty if absent.
    pub fn get(&self, name: &str) -> &str {
        self.attributes
            .iter()
            .find(|(key, _)| *key == name)
            .map_or("", |(_, value)| value)
    }

    /// Whether the attribute stands there at all.
    pub fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(key, _)| *key == name)
    }
}

/// Reads a page from front to back; never fails.
pub struct Tokens<'t> {
    rest: &'t str,
    /// Inside this element everything up to its end tag is text.
    raw: Option<&'static str>,
}

impl<'t> Tokens<'t> {
    /// Starts at the beginning.
    pub fn new(text: &'t str) -> Tokens<'t> {
        Tokens {
            rest: text,
            raw: None,
        }
    }

    fn skip_to(&mut self, end: &str) {
        self.rest = self.rest.find(end).map_or("", |at| &self.rest[at + end.len()..]);
    }

    fn raw_text(&mut self, name: &str) -> &'t str {
        let mut from = 0;
        while let Some(at) = self.rest[from..].find("</").map(|at| at + from) {
            let after = &self.rest.as_bytes()[at + 2..];
            if after
                .get(..name.len())
                .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
            {
                let (text, rest) = self.rest.split_at(at);
                self.rest = rest;
                return text;
            }
            from = at + 2;
        }
        std::mem::take(&mut self.rest)
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            if let Some(name) = self.raw.take() {
                let text = self.raw_text(name);
                if name == "title" || name == "textarea" {
                    return Some(Token::Text(entities::resolve(text)));
                }
            }
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Token::Text(entities::resolve(text)));
            }
            if self.rest.starts_with("<!--") {
                self.rest = &self.rest[4..];
                self.skip_to("-->");
                continue;
            }
            match self.rest.as_bytes().get(1) {
                Some(b'!' | b'?') => self.skip_to(">"),
                Some(b'/') => {
                    let end = self.rest.find('>').unwrap_or(self.rest.len());
                    let name = self.rest[2..end].trim().to_ascii_lowercase();
                    self.rest = self.rest.get(end + 1..).unwrap_or("");
                    return Some(Token::Close(name));
                }
                Some(byte) if byte.is_ascii_alphabetic() => {
                    let (tag, rest) = open_tag(&self.rest[1..]);
                    self.rest = rest;
                    self.raw = ["script", "style", "title", "textarea", "noscript", "xmp"]
                        .into_iter()
                        .find(|name| *name == tag.name);
                    return Some(Token::Open(tag));
                }
                _ => {
                    self.rest = &self.rest[1..];
                    return Some(Token::Text(Cow::Borrowed("<")));
                }
            }
        }
    }
}

fn open_tag(text: &str) -> (Tag, &str) {
    let is_end = |c: char| c.is_ascii_whitespace() || matches!(c, '>' | '/');
    let end = text.find(is_end).unwrap_or(text.len());
    let mut tag = Tag {
        name: text[..end].to_ascii_lowercase(),
        attributes: vec![],
    };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = rest.strip_prefix('>') {
            return (tag, after);
        }
        if rest.is_empty() {
            return (tag, rest);
        }
        let end = rest.find(|c: char| is_end(c) || c == '=').unwrap_or(rest.len());
        let end = if end == 0 { 1 } else { end };
        let (name, after) = rest.split_at(end);
        let name = name.to_ascii_lowercase();
        let kept = KEPT.into_iter().find(|kept| *kept == name);
        let Some(after_equals) = after.trim_start().strip_prefix('=') else {
            if let Some(kept) = kept {
                tag.attributes.push((kept, String::new()));
            }
            rest = after;
            continue;
        };
        let (value, after) = attribute_value(after_equals.trim_start());
        if let Some(kept) = kept {
            tag.attributes.push((kept, entities::resolve(value).into_owned()));
        }
        rest = after;
    }
}

fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text
        .find(|c: char| c.is_ascii_whitespace() || c == '>')
        .unwrap_or(text.len());
    text.split_at(end)
}

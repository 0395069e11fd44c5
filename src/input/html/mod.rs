//! Web pages, and what the clipboard carries as `text/html`.
//!
//! [`tokens`] → [`tree`] → [`article`] (which part) → [`render`] (paragraphs and rows).

mod article;
mod entities;
mod page;
mod render;
mod tokens;
mod tree;

#[cfg(test)]
mod tests;

use super::decode::{self, Decoded};
use super::{InputError, ReadOptions, Reading, limits};
use crate::document::{Document, Source};
use tree::Tree;

/// Reads a saved page: the article without what stands around it, its title before it.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, InputError> {
    if bytes.len() > limits::MAX_ENTRY_BYTES {
        return Err(limits::too_large(bytes.len(), limits::MAX_ENTRY_BYTES));
    }
    let decoded = decode_page(bytes, options.encoding.as_deref());
    Ok(Reading {
        encodings: decoded.previews(bytes),
        encoding: decoded.encoding,
        ..read_text(&decoded.text)?
    })
}

/// A paste that carries `text/html`, from Word, WPS or a browser: lists keep their numbers, tables their rows,
/// headings their lines. Everything that was selected belongs to the text; nothing is taken for navigation.
pub fn from_clipboard(name: &str, html: &str) -> Document {
    // Windows puts a header with byte counts before the fragment; some browsers pass it on.
    let html = html.find('<').map_or("", |at| &html[at..]);
    let fragment = html.split_once("<!--StartFragment-->").map_or(html, |(_, rest)| {
        rest.split_once("<!--EndFragment-->")
            .map_or(rest, |(inner, _)| inner)
    });
    let tree = Tree::new(fragment);
    let noise = article::invisible(&tree);
    let mut renderer = render::Renderer::new(&tree, &noise);
    renderer.element(0);
    let source = Source {
        name: name.to_string(),
        format: "html".into(),
        encoding: "UTF-8".into(),
        sha256: crate::document::sha256_hex(html.as_bytes()),
        published: None,
        attachments: vec![],
        encodings: vec![],
    };
    renderer.finish().finish(source)
}

/// Reads the text of a page, already decoded.
fn read_text(text: &str) -> Result<Reading, InputError> {
    let tree = Tree::new(text);
    let article = article::find(&tree);
    let mut renderer = render::Renderer::new(&tree, &article.noise);
    renderer.element(article.root);
    renderer.cells().check()?;
    let mut builder = renderer.finish();
    if let Some(title) = page::missing_title(&tree, &article, &builder) {
        let mut renderer = render::Renderer::new(&tree, &article.noise);
        renderer.title(&title);
        renderer.element(article.root);
        builder = renderer.finish();
    }
    Ok(Reading {
        published: page::published(&tree),
        attachments: page::attachments(&tree),
        ..Reading::from(builder)
    })
}

/// Decodes a page: a person's word, a byte order mark, strict UTF-8, what the page declares if it fits, a guess.
pub fn decode_page(bytes: &[u8], wanted: Option<&str>) -> Decoded {
    let guessed = decode::decode_any(bytes, wanted);
    if wanted.is_some() || guessed.encoding == "UTF-8" || guessed.encoding.starts_with("UTF-16") {
        return guessed;
    }
    match declared(bytes).and_then(|label| encoding_rs::Encoding::for_label(label.as_bytes())) {
        Some(encoding) if !encoding.decode_without_bom_handling(bytes).1 => {
            decode::decode_any(bytes, Some(encoding.name()))
        }
        _ => guessed,
    }
}

/// The label behind `charset=` at the start of a page.
fn declared(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..4096).unwrap_or(bytes).to_ascii_lowercase();
    let at = head.windows(8).position(|window| window == b"charset=")?;
    let label = head
        .get(at + 8..)?
        .iter()
        .copied()
        .skip_while(|byte| matches!(byte, b'"' | b'\'' | b' '));
    let label: Vec<u8> = label
        .take_while(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
        .collect();
    String::from_utf8(label).ok()
}

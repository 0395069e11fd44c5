//! Word since 2007 (ECMA-376, strict and transitional) and WPS saving as such.

mod body;
mod inline;
mod numbering;
mod styles;

use super::builder::Builder;
use super::package::{Package, absolute};
use super::sniff::{self, Kind};
use super::{InputError, ReadOptions, Reading, html, mht, rtf, xml};
use body::Walker;
use roxmltree::Node;
use std::collections::HashMap;

/// What the file is called in messages.
const FORMAT: &str = "Word文档";

/// Documents in documents in documents are read, no deeper ones.
const CHUNK_DEPTH: usize = 2;

/// Reads a document: body, then footnotes and endnotes.
pub fn read(bytes: &[u8]) -> Result<Reading, InputError> {
    read_at(bytes, CHUNK_DEPTH)
}

fn read_at(bytes: &[u8], depth: usize) -> Result<Reading, InputError> {
    let mut package = Package::open(bytes, FORMAT)?;
    let main = relationships(&mut package, "_rels/.rels", "")?
        .into_iter()
        .find(|part| part.kind == "officeDocument")
        .map_or("word/document.xml".to_string(), |part| part.target);
    let Some(body) = package.part(&main)? else {
        return Err(package.damaged(format!("没有正文（{main}）")));
    };
    let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
    let parts = relationships(&mut package, &format!("{folder}/_rels/{file}.rels"), folder)?;
    let mut text_of = |kind: &str| -> Result<String, InputError> {
        let Some(part) = parts.iter().find(|part| part.kind == kind) else {
            return Ok(String::new());
        };
        match package.part(&part.target)? {
            Some(bytes) => Ok(xml::decode(&bytes)),
            // A broken-off file must not pass for one without numbers and notes.
            None if package.is_recovered() => Err(package.damaged(format!("缺少 {}", part.target))),
            None => Ok(String::new()),
        }
    };
    let styles = text_of("styles")?;
    let numbering = text_of("numbering")?;
    let notes = [text_of("footnotes")?, text_of("endnotes")?];

    let mut walker = Walker::default();
    if depth > 0 {
        walker.chunks = chunks(&mut package, &parts, depth);
    }
    with_root(&styles, "styles.xml", |root| {
        walker.styles = styles::Styles::read(root)
    })?;
    with_root(&numbering, "numbering.xml", |root| {
        walker.numbering = numbering::Numbering::read(root);
    })?;
    let body = xml::decode(&body);
    let tree = xml::parse(&body, FORMAT, file)?;
    walker.body(tree.root_element())?;
    for (kind, text) in ["footnote", "endnote"].into_iter().zip(&notes) {
        if !text.is_empty() {
            let tree = xml::parse(text, FORMAT, kind)?;
            walker.notes(kind, tree.root_element())?;
        }
    }
    Ok(walker.builder.into())
}

fn with_root(text: &str, part: &str, mut read: impl FnMut(Node)) -> Result<(), InputError> {
    if !text.is_empty() {
        read(xml::parse(text, FORMAT, part)?.root_element());
    }
    Ok(())
}

/// The files of other formats that the document shows in their place; those that cannot be read are left out.
fn chunks(package: &mut Package, parts: &[Part], depth: usize) -> HashMap<String, Builder> {
    let mut chunks = HashMap::new();
    for part in parts.iter().filter(|part| part.kind == "aFChunk") {
        let Ok(Some(bytes)) = package.part(&part.target) else {
            continue;
        };
        let options = ReadOptions::default();
        let reading = match sniff::kind(&bytes) {
            Ok(Kind::Html) => html::read(&bytes, &options),
            Ok(Kind::Mht) => mht::read(&bytes, &options),
            Ok(Kind::Rtf) => rtf::read(&bytes, &options),
            Ok(Kind::Docx) => read_at(&bytes, depth - 1),
            _ => continue,
        };
        if let Ok(reading) = reading {
            chunks.insert(part.id.clone(), reading.builder);
        }
    }
    chunks
}

/// A part that another one refers to.
struct Part {
    /// By what the text refers to it.
    id: String,
    /// Last word of the relationship's type: `styles`, `footnotes` …
    kind: String,
    /// Path in the package.
    target: String,
}

fn relationships(package: &mut Package, path: &str, folder: &str) -> Result<Vec<Part>, InputError> {
    let Some(bytes) = package.part(path)? else {
        return Ok(vec![]);
    };
    let text = xml::decode(&bytes);
    let tree = xml::parse(&text, FORMAT, path)?;
    let parts = tree
        .descendants()
        .filter(|node| xml::name(*node) == "Relationship");
    Ok(parts
        .filter(|node| xml::attribute(*node, "TargetMode") != Some("External"))
        .filter_map(|node| {
            let kind = xml::attribute(node, "Type")?.rsplit('/').next()?.to_string();
            let target = absolute(folder, xml::attribute(node, "Target")?);
            let id = xml::attribute(node, "Id").unwrap_or_default().to_string();
            Some(Part { id, kind, target })
        })
        .collect())
}

#[cfg(test)]
mod tests;

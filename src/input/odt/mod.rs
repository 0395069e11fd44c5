//! OpenDocument text (ISO 26300), zipped or as one XML file.

mod body;
mod styles;

use super::package::Package;
use super::{InputError, Reading, xml};
use body::Walker;

/// What the file is called in messages.
const FORMAT: &str = "ODT文档";

/// Reads a document: body, then notes.
pub fn read(bytes: &[u8]) -> Result<Reading, InputError> {
    if !bytes.starts_with(b"PK") {
        let content = xml::decode(bytes);
        return walk(&content, "");
    }
    let mut package = Package::open(bytes, FORMAT)?;
    let manifest = package
        .part("META-INF/manifest.xml")
        .ok()
        .flatten()
        .unwrap_or_default();
    if xml::decode(&manifest).contains("encryption-data") {
        return Err(InputError::Encrypted);
    }
    let Some(content) = package.part("content.xml")? else {
        return Err(package.damaged("没有正文（content.xml）"));
    };
    let styles = match package.part("styles.xml")? {
        Some(styles) => xml::decode(&styles),
        // A broken-off file must not pass for one without numbers.
        None if package.is_recovered() => return Err(package.damaged("缺少 styles.xml")),
        None => String::new(),
    };
    walk(&xml::decode(&content), &styles)
}

fn walk(content: &str, styles: &str) -> Result<Reading, InputError> {
    let mut walker = Walker::default();
    if !styles.is_empty() {
        let tree = xml::parse(styles, FORMAT, "styles.xml")?;
        walker.styles.add(tree.root_element());
    }
    let tree = xml::parse(content, FORMAT, "content.xml")?;
    walker.styles.add(tree.root_element());
    let body = tree.descendants().find(|node| xml::name(*node) == "body");
    if let Some(body) = body {
        walker.body(body)?;
    }
    Ok(walker.builder.into())
}

#[cfg(test)]
mod tests;

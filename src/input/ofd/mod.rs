//! OFD (GB/T 33190): pages of positioned text. What stands on a template page or in an annotation is no text
//! of the document and lies in files of its own, which are not opened.

mod rules;
mod text;

use super::builder::Builder;
use super::layout::{self, Page};
use super::package::{Package, absolute};
use super::{InputError, Reading, limits, xml};
use roxmltree::Node;

/// What the file is called in messages.
const FORMAT: &str = "OFD文档";

/// Reads all documents of the file, one after the other.
pub fn read(bytes: &[u8]) -> Result<Reading, InputError> {
    let mut package = Package::open(bytes, FORMAT)?;
    if package
        .names()
        .iter()
        .any(|name| name.to_ascii_lowercase().ends_with("encryptions.xml"))
    {
        return Err(InputError::Encrypted);
    }
    let root = part(&mut package, "OFD.xml")?;
    let tree = xml::parse(&root, FORMAT, "OFD.xml")?;
    let documents: Vec<String> = tree
        .descendants()
        .filter(|node| xml::name(*node) == "DocRoot")
        .filter_map(|node| Some(absolute("", node.text()?)))
        .collect();
    if documents.is_empty() {
        return Err(package.damaged("没有正文（DocRoot）"));
    }
    let mut builder = Builder::default();
    let (mut pages, mut pictures) = (0, 0);
    for document in documents {
        let read = Contents::read(&mut package, &document, &mut pages)?;
        pictures += read.pictures;
        layout::add_pages(&read.pages, &mut builder);
    }
    if builder.is_empty() && pictures > 0 {
        return Err(InputError::NoTextLayer);
    }
    Ok(builder.into())
}

/// The pages of one document.
#[derive(Default)]
struct Contents {
    pages: Vec<Page>,
    pictures: usize,
}

impl Contents {
    fn read(package: &mut Package, document: &str, count: &mut usize) -> Result<Contents, InputError> {
        let folder = document.rsplit_once('/').map_or("", |(folder, _)| folder);
        let text = part(package, document)?;
        let tree = xml::parse(&text, FORMAT, document)?;
        let width = page_width(tree.root_element());
        let mut contents = Contents::default();
        let pages = tree.descendants().filter(|node| xml::name(*node) == "Page");
        let mut length = 0;
        for target in pages.filter_map(|page| xml::attribute(page, "BaseLoc")) {
            *count += 1;
            if *count > limits::MAX_PAGES {
                return Err(limits::too_many("页", *count, limits::MAX_PAGES));
            }
            let text = part(package, &absolute(folder, target))?;
            let tree = xml::parse(&text, FORMAT, target)?;
            let page = tree.root_element();
            contents.pictures += (page.descendants())
                .filter(|node| xml::name(*node) == "ImageObject")
                .count();
            let runs = text::runs(page);
            length += runs.iter().map(|run| run.text.len()).sum::<usize>();
            if length > limits::MAX_TEXT_BYTES {
                return Err(limits::too_large(length, limits::MAX_TEXT_BYTES));
            }
            contents.pages.push(Page {
                runs,
                rules: rules::rules(page),
                width: page_width(page).or(width).unwrap_or(210.0) as f32 * text::POINTS,
            });
        }
        Ok(contents)
    }
}

fn part(package: &mut Package, path: &str) -> Result<String, InputError> {
    match package.part(path)? {
        Some(bytes) => Ok(xml::decode(&bytes)),
        None => Err(package.damaged(format!("缺少 {path}"))),
    }
}

/// The width of the paper in millimetres, where the element says so.
fn page_width(parent: Node) -> Option<f64> {
    let physical = parent
        .descendants()
        .find(|node| xml::name(*node) == "PhysicalBox")?;
    text::numbers(physical.text()?).get(2).copied()
}

#[cfg(test)]
mod tests;

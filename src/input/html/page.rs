//! What a page says about its article: the title, and when it was published.

use super::article::Article;
use super::render::gather;
use super::tree::{Id, Tree};
use crate::input::builder::Builder;

/// The title, where the article itself does not start with it.
pub fn missing_title(tree: &Tree, article: &Article, written: &Builder) -> Option<String> {
    let title = meta(tree, &["articletitle", "article:title", "og:title"])
        .or_else(|| heading(tree, article))
        .or_else(|| window_title(tree, written))?;
    let key = bare(&title);
    if key.is_empty() {
        return None;
    }
    let start: String = bare(written.text())
        .chars()
        .take(key.chars().count() + 200)
        .collect();
    (!start.contains(&key)).then_some(title)
}

/// The page's own title without the site's name, where the article has no line that could be one.
fn window_title(tree: &Tree, written: &Builder) -> Option<String> {
    let is_title = |line: &str| {
        let line = bare(line);
        (6..=60).contains(&line.chars().count()) && line.ends_with(['告', '结', '况'])
    };
    if written.text().lines().take(5).any(is_title) {
        return None;
    }
    let id = (0..tree.nodes.len()).find(|&id| tree.name(id) == "title")?;
    let mut text = String::new();
    gather(tree, &[], id, &mut text);
    let parts = text
        .split(['-', '_', '|', '—', '–', '丨'])
        .map(|part| part.trim_matches(crate::text::is_blank));
    parts.filter(|part| is_title(part)).map(String::from).next()
}

/// Date of publication from the page's metadata, else from a line that names it: ISO 8601.
pub fn published(tree: &Tree) -> Option<String> {
    const NAMES: [&str; 9] = [
        "pubdate",
        "publishdate",
        "publish_date",
        "publishtime",
        "publish_time",
        "firstpublishedtime",
        "article:published_time",
        "datepublished",
        "fwrq",
    ];
    if let Some(date) = meta(tree, &NAMES).and_then(|value| iso_date(&value)) {
        return Some(date);
    }
    let mut text = String::new();
    gather(tree, &[], 0, &mut text);
    ["发布时间", "发布日期", "发文日期", "成文日期"]
        .into_iter()
        .find_map(|words| {
            let (_, rest) = text.split_once(words)?;
            let near: String = rest.chars().take(24).collect();
            iso_date(&near)
        })
}

/// Names of the files that the page links to: the words of the link, or the file's own name.
pub fn attachments(tree: &Tree) -> Vec<String> {
    const MOST: usize = 100;
    const SUFFIXES: [&str; 15] = [
        "doc", "docx", "wps", "pdf", "ofd", "xls", "xlsx", "et", "ppt", "pptx", "rtf", "odt", "zip", "rar",
        "txt",
    ];
    let mut names: Vec<String> = vec![];
    for id in (0..tree.nodes.len()).filter(|&id| tree.name(id) == "a") {
        let address = tree.tag(id).map_or("", |tag| tag.get("href"));
        let file = address
            .split(['?', '#'])
            .next()
            .unwrap_or("")
            .rsplit('/')
            .next()
            .unwrap_or("");
        let suffix = file
            .rsplit_once('.')
            .map(|(_, suffix)| suffix.to_ascii_lowercase());
        if !suffix.is_some_and(|suffix| SUFFIXES.contains(&suffix.as_str())) {
            continue;
        }
        let mut words = String::new();
        gather(tree, &[], id, &mut words);
        let words = words.trim_matches(crate::text::is_blank);
        let name = if words.is_empty() { file } else { words }.to_string();
        if !names.contains(&name) {
            names.push(name);
        }
        if names.len() == MOST {
            break;
        }
    }
    names
}

fn meta(tree: &Tree, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| {
        let tags = (0..tree.nodes.len())
            .filter_map(|id| tree.tag(id))
            .filter(|tag| tag.name == "meta");
        let is_it = |key: &str| key.eq_ignore_ascii_case(name);
        let mut found = tags.filter(|tag| is_it(tag.get("name")) || is_it(tag.get("property")));
        let value =
            found.find_map(|tag| Some(tag.get("content").trim()).filter(|value| !value.is_empty()))?;
        Some(value.to_string())
    })
}

/// The page's main heading, if it stands outside the article. The name of the site is often an h1 too, so it
/// has to appear in the page's own title.
fn heading(tree: &Tree, article: &Article) -> Option<String> {
    let text_of = |id: Id| {
        let mut text = String::new();
        gather(tree, &[], id, &mut text);
        text.trim_matches(crate::text::is_blank).to_string()
    };
    let page = (0..tree.nodes.len())
        .find(|&id| tree.name(id) == "title")
        .map(text_of)?;
    let page = bare(&page);
    (0..tree.nodes.len())
        .filter(|&id| matches!(tree.name(id), "h1" | "h2") || is_titled(tree, id))
        .filter(|&id| !article.noise.get(id).copied().unwrap_or(false))
        .map(text_of)
        .find(|text| (6..=80).contains(&bare(text).chars().count()) && page.contains(&bare(text)))
}

fn is_titled(tree: &Tree, id: Id) -> bool {
    tree.tag(id).is_some_and(|tag| {
        let words = format!("{} {}", tag.get("class"), tag.get("id")).to_ascii_lowercase();
        words
            .split_whitespace()
            .any(|word| word.contains("title") || matches!(word, "bt" | "tit"))
    })
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !crate::text::is_blank(*c)).collect()
}

/// The first date in a text: `2024-01-31`, `2024/1/31`, `2024年1月31日`, `20240131`.
fn iso_date(text: &str) -> Option<String> {
    let numbers: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    let (year, month, day) = match numbers[..] {
        [whole, ..] if whole.len() == 8 || whole.len() == 14 => {
            (whole.get(..4)?, whole.get(4..6)?, whole.get(6..8)?)
        }
        [year, month, day, ..] => (year, month, day),
        _ => return None,
    };
    let (year, month, day): (u32, u32, u32) = (year.parse().ok()?, month.parse().ok()?, day.parse().ok()?);
    let fits = (1990..=2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

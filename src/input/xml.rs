//! XML parts of zipped documents: decoding, limits, and looking things up by local name, because the same
//! element has one namespace in transitional and another in strict files.

use super::{InputError, limits};
use roxmltree::{Document, Error, Node, ParsingOptions};

/// The characters of a part. Characters that XML forbids become blanks: some programs write them.
pub fn decode(bytes: &[u8]) -> String {
    let head = bytes.get(..120).unwrap_or(bytes);
    let head = String::from_utf8_lossy(head).to_ascii_lowercase();
    let declared = head.split_once("encoding=").and_then(|(before, rest)| {
        let label = rest.get(1..)?.split(['"', '\'']).next()?;
        before
            .starts_with("<?xml")
            .then(|| encoding_rs::Encoding::for_label(label.as_bytes()))?
    });
    let (text, _, _) = declared.unwrap_or(encoding_rs::UTF_8).decode(bytes);
    if !text.contains(is_forbidden) {
        return text.into_owned();
    }
    text.replace(is_forbidden, " ")
}

fn is_forbidden(c: char) -> bool {
    matches!(c, '\0'..='\x08' | '\x0B' | '\x0C' | '\x0E'..='\x1F' | '\u{FFFE}' | '\u{FFFF}')
}

/// Parses a part; `format` and `part` are named in the error.
pub fn parse<'t>(text: &'t str, format: &'static str, part: &str) -> Result<Document<'t>, InputError> {
    let options = ParsingOptions {
        nodes_limit: limits::MAX_XML_NODES,
        ..ParsingOptions::default()
    };
    let tree = Document::parse_with_options(text, options).map_err(|error| match error {
        Error::NodesLimitReached => {
            let limit = limits::MAX_XML_NODES as usize;
            limits::too_many("个 XML 节点", limit + 1, limit)
        }
        error => {
            let position = error.pos();
            InputError::Damaged {
                format,
                detail: format!("{part} 在第 {} 行第 {} 列中断或有误", position.row, position.col),
            }
        }
    })?;
    check_depth(&tree)?;
    Ok(tree)
}

/// What walks a tree calls itself for every level, so the levels are counted first.
fn check_depth(tree: &Document) -> Result<(), InputError> {
    let (mut depth, mut deepest) = (0_usize, 0);
    let mut node = Some(tree.root());
    while let Some(here) = node {
        node = here.first_child();
        if node.is_some() {
            depth += 1;
            deepest = deepest.max(depth);
            continue;
        }
        let mut last = Some(here);
        while let Some(parent) = last.filter(|last| last.next_sibling().is_none()) {
            last = parent.parent();
            depth = depth.saturating_sub(1);
        }
        node = last.and_then(|last| last.next_sibling());
    }
    if deepest > limits::MAX_XML_DEPTH {
        return Err(limits::too_many("层 XML 嵌套", deepest, limits::MAX_XML_DEPTH));
    }
    Ok(())
}

/// The local name of an element, empty for text and comments.
pub fn name<'t>(node: Node<'t, '_>) -> &'t str {
    if node.is_element() {
        node.tag_name().name()
    } else {
        ""
    }
}

/// An attribute by its local name.
pub fn attribute<'t>(node: Node<'t, '_>, name: &str) -> Option<&'t str> {
    node.attributes()
        .find(|attribute| attribute.name() == name)
        .map(|attribute| attribute.value())
}

/// The first child element of this local name.
pub fn child<'t, 'i>(node: Node<'t, 'i>, name: &str) -> Option<Node<'t, 'i>> {
    node.children().find(|child| self::name(*child) == name)
}

/// All child elements of this local name.
pub fn children<'t, 'i>(node: Node<'t, 'i>, name: &'static str) -> impl Iterator<Item = Node<'t, 'i>> {
    node.children().filter(move |child| self::name(*child) == name)
}

/// The attribute `val` of the first child of this name: how Word writes most properties.
pub fn child_value<'t>(node: Node<'t, '_>, name: &str) -> Option<&'t str> {
    attribute(child(node, name)?, "val")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn encodings_and_forbidden_characters() {
        assert_eq!(decode(b"\xEF\xBB\xBF<a>\x0B</a>"), "<a> </a>");
        assert_eq!(
            decode(b"<?xml version='1.0' encoding='GBK'?><a>\xB7\xA8</a>"),
            "<?xml version='1.0' encoding='GBK'?><a>法</a>"
        );
        assert_eq!(decode(b"\xFF\xFE<\0a\0/\0>\0"), "<a/>");
    }

    #[test]
    fn what_is_broken_off_or_too_deep_has_its_message() {
        let broken = parse("<a>\n<b>", "Word 文档", "document.xml").unwrap_err();
        assert!(broken.to_string().contains("document.xml 在第"), "{broken}");
        let deep = "<a>".repeat(300) + &"</a>".repeat(300);
        let error = parse(&deep, "Word 文档", "document.xml").unwrap_err();
        assert_eq!(error.code(), "too-large");
    }
}

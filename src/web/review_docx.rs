//! 反馈意见单 as a Word document: three small parts in a package, in the type sizes of an official document.

use super::review::{Part, Sheet};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const TYPES: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"#;

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>"#;

/// The sheet as the bytes of a `.docx`.
pub fn docx(sheet: &Sheet) -> Vec<u8> {
    // Writing into memory fails only where memory ends.
    package(&document(sheet)).unwrap_or_default()
}

fn package(document: &str) -> zip::result::ZipResult<Vec<u8>> {
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    // No time: the core asks no clock, and the same sheet gives the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, part) in [
        ("[Content_Types].xml", TYPES),
        ("_rels/.rels", RELATIONS),
        ("word/document.xml", document),
    ] {
        package.start_file(name, options)?;
        package.write_all(part.as_bytes())?;
    }
    Ok(package.finish()?.into_inner())
}

fn document(sheet: &Sheet) -> String {
    let paragraphs: String = sheet
        .lines()
        .iter()
        .map(|(part, words)| paragraph(*part, words))
        .collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{paragraphs}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr></w:body></w:document>"#
    )
}

/// Sizes and faces of GB/T 9704: the title 二号 小标宋, headings 三号 黑体, the text 三号 仿宋; lines of 28 points; who
/// signs and when stand four characters from the right.
fn paragraph(part: Part, words: &str) -> String {
    const INDENT: &str = r#"<w:ind w:firstLineChars="200" w:firstLine="640"/>"#;
    let (font, half_points, place) = match part {
        Part::Title => ("方正小标宋简体", 44, r#"<w:jc w:val="center"/>"#),
        Part::Heading => ("黑体", 32, INDENT),
        Part::Recipient => ("仿宋_GB2312", 32, ""),
        Part::Text => ("仿宋_GB2312", 32, INDENT),
        Part::Signature => (
            "仿宋_GB2312",
            32,
            r#"<w:ind w:rightChars="400" w:right="1280"/><w:jc w:val="right"/>"#,
        ),
    };
    let words = escaped(words);
    format!(
        r#"<w:p><w:pPr><w:spacing w:line="560" w:lineRule="exact"/>{place}</w:pPr><w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:eastAsia="{font}"/><w:sz w:val="{half_points}"/></w:rPr><w:t xml:space="preserve">{words}</w:t></w:r></w:p>"#
    )
}

/// Text for XML: the characters that XML 1.0 does not know are left out.
fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\n' | '\t' => out.push(' '),
            c if c < ' ' || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::review::Opinion;

    #[test]
    fn the_document_reads_back_as_the_sheet() {
        let sheet = Sheet {
            title: "关于《报告<甲&乙>》的反馈意见".into(),
            recipient: "云溪街道".into(),
            groups: vec![(
                "应修改",
                vec![Opinion {
                    place: "第3行".into(),
                    quote: "a\u{1}b".into(),
                    message: "不符".into(),
                    basis: "通行写法".into(),
                    suggestion: String::new(),
                }],
            )],
        };
        let read = crate::input::read("x.docx", &docx(&sheet), &Default::default()).unwrap();
        assert!(
            read.text
                .starts_with("关于《报告<甲&乙>》的反馈意见\n云溪街道：\n")
        );
        assert!(
            read.text
                .contains("一、应修改\n1. （第3行）“ab”：不符。依据：通行写法。")
        );
    }
}

//! What the targets share: reading as the program does, and packing a part where a format is a package.

use fajing::Document;
use fajing::input::{ReadOptions, read};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Reads bytes and checks what holds for every document: its spans lie in its text, in order.
pub fn read_bytes(name: &str, bytes: &[u8]) -> Option<Document> {
    let document = read(name, bytes, &ReadOptions::default()).ok()?;
    check(&document);
    Some(document)
}

/// Panics where a span does not lie in the text or paragraphs are out of order.
pub fn check(document: &Document) {
    let mut end = 0;
    for paragraph in &document.paragraphs {
        assert!(paragraph.span.start >= end, "paragraphs overlap");
        end = paragraph.span.end;
        let spans = paragraph.cells.iter().chain(&paragraph.automatic_number);
        for span in spans.chain([&paragraph.span]) {
            let range = span.start as usize..span.end as usize;
            assert!(document.text.get(range).is_some(), "{span:?} is no part of the text");
        }
    }
}

/// Bytes that are already a package, or a package with the bytes as one of its parts beside others.
pub fn packed(bytes: &[u8], part: &str, others: &[(&str, &str)]) -> Vec<u8> {
    if bytes.starts_with(b"PK") {
        return bytes.to_vec();
    }
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let others = others.iter().map(|(name, text)| (*name, text.as_bytes()));
    for (name, content) in others.chain([(part, bytes)]) {
        writer.start_file(name, options).expect("a name");
        writer.write_all(content).expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

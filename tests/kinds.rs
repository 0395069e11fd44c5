//! What cannot be read is named in one line, whatever its suffix says.

use fajing::input::{ReadOptions, entries, read};
use std::io::{Cursor, Write};
use std::path::Path;

fn message(name: &str, bytes: &[u8]) -> String {
    // The page and the command line first look whether a file is an archive.
    let error = match entries(name, bytes) {
        Ok(Some(entries)) => panic!("{name} was opened as an archive of {} files", entries.len()),
        Ok(None) => read(name, bytes, &ReadOptions::default())
            .map(drop)
            .expect_err("no document"),
        Err(error) => error,
    };
    error.to_string()
}

fn package(names: &[&str]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        writer
            .start_file(*name, zip::write::SimpleFileOptions::default())
            .expect("memory");
        writer.write_all(b"<x/>").expect("memory");
    }
    writer.finish().expect("memory").into_inner()
}

/// A compound file with one stream of this name in its directory.
fn compound(stream: &str) -> Vec<u8> {
    let mut bytes = vec![0; 1024];
    bytes[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
    bytes[512..512 + name.len()].copy_from_slice(&name);
    bytes[576..578].copy_from_slice(&((name.len() + 2) as u16).to_le_bytes());
    bytes
}

#[test]
fn other_kinds_of_files_are_named() {
    let content_types = "[Content_Types].xml";
    let files: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "统计表.xlsx",
            package(&[content_types, "xl/workbook.xml"]),
            "电子表格",
        ),
        ("统计表.et", compound("Workbook"), "电子表格"),
        (
            "统计表.docx",
            package(&[content_types, "xl/workbook.xml"]),
            "电子表格",
        ),
        (
            "汇报.pptx",
            package(&[content_types, "ppt/presentation.xml"]),
            "演示文稿",
        ),
        ("汇报.dps", compound("PowerPoint Document"), "演示文稿"),
        (
            "报告.xps",
            package(&[content_types, "FixedDocSeq.fdseq", "_rels/.rels"]),
            "XPS",
        ),
        (
            "报告.pages",
            package(&["Index/Document.iwa", "preview.jpg"]),
            "iWork",
        ),
        (
            "报告.uof",
            b"<?xml version='1.0'?><uof:UOF xmlns:uof='u'>".to_vec(),
            "UOF",
        ),
        (
            "扫描.jpg",
            b"\xFF\xD8\xFF\xE0\0\x10JFIF\0".to_vec(),
            "图片（JPEG）",
        ),
        (
            "扫描.doc",
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR".to_vec(),
            "图片（PNG）",
        ),
        (
            "报告.exe",
            b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF\0\0".to_vec(),
            "可执行程序",
        ),
        ("材料.rar", b"Rar!\x1A\x07\x01\0".to_vec(), "RAR"),
        ("报告.ceb", b"Foxit\0\0".to_vec(), "CEB"),
    ];
    for (name, bytes, kind) in files {
        let words = message(name, &bytes);
        assert!(
            words.contains(kind) && words.contains("不是可读的文档"),
            "{name}: {words}"
        );
        assert_eq!(words.lines().count(), 1, "{name}: {words}");
    }
}

#[test]
fn a_document_with_a_password_says_so() {
    for name in ["encrypted.docx", "encrypted.pdf"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("tests/fixtures")
            .join(name);
        let words = message(name, &std::fs::read(path).unwrap());
        assert!(words.contains("已加密"), "{name}: {words}");
    }
}

#[test]
fn templates_and_documents_with_macros_are_read() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/same/report.docx");
    let bytes = std::fs::read(path).unwrap();
    for name in ["报告.docm", "报告.dotx", "报告.wps", "报告"] {
        assert!(read(name, &bytes, &ReadOptions::default()).is_ok(), "{name}");
    }
}

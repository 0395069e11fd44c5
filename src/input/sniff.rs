//! What a file is, by its content: suffixes lie often enough (a `.doc` that is a web page, a docx or RTF).

use super::InputError;
use super::package::Package;

/// The kinds of files that can be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Word since 2007, and WPS saving as such.
    Docx,
    /// Word 97–2003, WPS.
    Doc,
    /// OpenDocument text.
    Odt,
    /// GB/T 33190.
    Ofd,
    /// Rich Text Format.
    Rtf,
    /// PDF.
    Pdf,
    /// A web page.
    Html,
    /// A web page saved as one file.
    Mht,
    /// Plain text in some encoding.
    Text,
    /// A zip file of files.
    Archive,
}

/// Finds out what the bytes are; what cannot be read is named in the error.
pub fn kind(bytes: &[u8]) -> Result<Kind, InputError> {
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return zipped(bytes);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return compound(bytes);
    }
    let head = bytes.get(..1024).unwrap_or(bytes);
    if contains(head, b"%PDF-") {
        return Ok(Kind::Pdf);
    }
    if let Some(kind) = foreign(bytes) {
        return Err(unknown(kind));
    }
    text(bytes)
}

/// The error for a kind of file that is no text document.
pub fn unknown(kind: &str) -> InputError {
    InputError::Unknown { kind: kind.into() }
}

fn zipped(bytes: &[u8]) -> Result<Kind, InputError> {
    if bytes.starts_with(b"PK\x05\x06") {
        return Err(InputError::Empty);
    }
    let mut package = Package::open(bytes, "压缩包")?;
    let names: Vec<_> = package
        .names()
        .iter()
        .map(|name| {
            name.replace('\\', "/")
                .trim_start_matches('/')
                .to_ascii_lowercase()
        })
        .collect();
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let has_folder = |wanted: &str| names.iter().any(|name| name.starts_with(wanted));
    if has("ofd.xml") {
        return Ok(Kind::Ofd);
    }
    if has("[content_types].xml") || has("_rels/.rels") {
        let folders = [
            ("xl/", "电子表格（Excel）"),
            ("ppt/", "演示文稿（PowerPoint）"),
            ("visio/", "流程图（Visio）"),
            ("fixeddocseq.fdseq", "XPS 文件，请转换为 PDF 后再试"),
            ("fixeddocumentsequence.fdseq", "XPS 文件，请转换为 PDF 后再试"),
        ];
        let other = folders.iter().find(|(folder, _)| has_folder(folder));
        return match other {
            Some((_, kind)) if !has_folder("word/") => Err(unknown(kind)),
            _ => Ok(Kind::Docx),
        };
    }
    if has("word/document.xml") {
        return Ok(Kind::Docx);
    }
    if has("mimetype") || (has("content.xml") && has("meta-inf/manifest.xml")) {
        let mime = package.part("mimetype").ok().flatten().unwrap_or_default();
        let mime = String::from_utf8_lossy(&mime);
        let kinds = [
            ("opendocument.spreadsheet", "电子表格（ODS）"),
            ("opendocument.presentation", "演示文稿（ODP）"),
            ("opendocument.graphics", "绘图（ODG）"),
            ("epub", "电子书（EPUB）"),
        ];
        return match kinds.iter().find(|(part, _)| mime.contains(part)) {
            Some((_, kind)) => Err(unknown(kind)),
            None => Ok(Kind::Odt),
        };
    }
    if has("index/document.iwa") || has("index.zip") {
        return Err(unknown("Pages 等 iWork 文稿，请导出为 Word 文档后再试"));
    }
    if has("androidmanifest.xml") || has("meta-inf/manifest.mf") {
        return Err(unknown("程序包"));
    }
    Ok(Kind::Archive)
}

/// A compound file is a small file system; its directory tells what it holds.
fn compound(bytes: &[u8]) -> Result<Kind, InputError> {
    let kinds: [(&str, Result<Kind, InputError>); 9] = [
        ("EncryptedPackage", Err(InputError::Encrypted)),
        ("WordDocument", Ok(Kind::Doc)),
        ("Workbook", Err(unknown("电子表格（Excel 97–2003）"))),
        ("Book", Err(unknown("电子表格（Excel 5.0）"))),
        (
            "PowerPoint Document",
            Err(unknown("演示文稿（PowerPoint 97–2003）")),
        ),
        ("VisioDocument", Err(unknown("流程图（Visio）"))),
        ("__properties_version1.0", Err(unknown("邮件（Outlook）"))),
        ("!_StringData", Err(unknown("安装包（MSI）"))),
        ("Quill", Err(unknown("排版文件（Publisher）"))),
    ];
    let found = kinds.into_iter().find(|(name, _)| has_stream(bytes, name));
    found.map_or(Err(unknown("复合文档，其中没有 Word 正文")), |(_, kind)| kind)
}

/// Whether a directory entry of this name is in a compound file. Entries are 128 bytes long and aligned to
/// that; the name stands first in UTF-16, its length in bytes with its final zero at 64.
fn has_stream(bytes: &[u8], name: &str) -> bool {
    let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let length = ((name.len() + 2) as u16).to_le_bytes();
    bytes
        .chunks_exact(128)
        .any(|entry| entry.starts_with(&name) && entry.get(64..66) == Some(&length[..]))
}

/// Kinds that are known by their first bytes and hold no text to read.
const FOREIGN: &[(usize, &[u8], &str)] = &[
    (0, b"\x89PNG", "图片（PNG）"),
    (0, b"\xFF\xD8\xFF", "图片（JPEG）"),
    (0, b"GIF8", "图片（GIF）"),
    (0, b"II*\0", "图片（TIFF）"),
    (0, b"MM\0*", "图片（TIFF）"),
    (8, b"WEBP", "图片（WebP）"),
    (4, b"ftyphei", "图片（HEIC）"),
    (4, b"ftypmif1", "图片（HEIC）"),
    (4, b"ftypavif", "图片（AVIF）"),
    (0, b"8BPS", "图片（PSD）"),
    (0, b"\0\0\x01\0", "图标（ICO）"),
    (0, b"Rar!\x1A\x07", "RAR 压缩包，请解压后再试"),
    (0, b"7z\xBC\xAF\x27\x1C", "7z 压缩包，请解压后再试"),
    (0, b"\x1F\x8B", "gzip 压缩文件，请解压后再试"),
    (0, b"BZh", "bzip2 压缩文件，请解压后再试"),
    (0, b"\xFD7zXZ\0", "xz 压缩文件，请解压后再试"),
    (257, b"ustar", "tar 归档，请解压后再试"),
    (0, b"PK00PK\x03\x04", "分卷压缩包，请合并解压后再试"),
    (0, b"PK\x07\x08PK", "分卷压缩包，请合并解压后再试"),
    (0, b"MZ", "可执行程序（Windows）"),
    (0, b"\x7FELF", "可执行程序（Linux）"),
    (0, b"\xCF\xFA\xED\xFE", "可执行程序（macOS）"),
    (0, b"\xCA\xFE\xBA\xBE", "可执行程序"),
    (0, b"\0asm", "可执行程序（WebAssembly）"),
    (0, b"L\0\0\0\x01\x14\x02\0", "快捷方式"),
    (0, b"ID3", "音频（MP3）"),
    (0, b"OggS", "音频（Ogg）"),
    (8, b"WAVE", "音频（WAV）"),
    (8, b"AVI ", "视频（AVI）"),
    (4, b"ftyp", "音频或视频（MP4）"),
    (0, b"\x1A\x45\xDF\xA3", "视频（MKV）"),
    (0, b"SQLite format 3", "数据库（SQLite）"),
    (0, b"\0\x01\0\0\0", "字体"),
    (0, b"OTTO", "字体"),
    (0, b"ttcf", "字体"),
    (0, b"wOF", "字体"),
    (0, b"AC10", "图纸（DWG）"),
    (0, b"%!PS", "PostScript 文件，请转换为 PDF 后再试"),
    (0, b"CAJ\0", "CAJ 文件，请转换为 PDF 后再试"),
    (0, b"Foxit", "CEB 文件，请转换为 PDF 后再试"),
];

fn foreign(bytes: &[u8]) -> Option<&'static str> {
    // Two letters are little proof: "BM" starts a bitmap only with four reserved zero bytes behind its size.
    if bytes.starts_with(b"BM") && bytes.get(6..10) == Some(&[0; 4]) {
        return Some("图片（BMP）");
    }
    let is_text = !bytes.iter().take(512).any(|byte| matches!(byte, 0..=8 | 14..=26));
    FOREIGN
        .iter()
        .find(|(at, magic, _)| {
            // A text may start with MZ, BZh or ID3: letters alone count only in a binary file.
            let letters = magic.len() < 4 && magic.iter().all(u8::is_ascii_alphanumeric);
            !(letters && is_text) && bytes.get(*at..).is_some_and(|rest| rest.starts_with(magic))
        })
        .map(|(_, _, kind)| *kind)
}

/// Text, and the formats that are written as text. UTF-16 text is looked at without its zero bytes.
fn text(bytes: &[u8]) -> Result<Kind, InputError> {
    let head: Vec<u8> = (bytes.iter().take(8192))
        .filter(|&&byte| byte != 0)
        .map(u8::to_ascii_lowercase)
        .collect();
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    let head = head.strip_prefix(b"\xFF\xFE").unwrap_or(head);
    let head = head.strip_prefix(b"\xFE\xFF").unwrap_or(head).trim_ascii_start();
    if head.starts_with(b"{\\rtf") || head.starts_with(b"{\\urtf") {
        return Ok(Kind::Rtf);
    }
    if is_mail(head) {
        return Ok(Kind::Mht);
    }
    if !head.starts_with(b"<") {
        return Ok(Kind::Text);
    }
    if contains(head, b"<office:document") {
        return Ok(Kind::Odt);
    }
    let others: [(&[u8], &str); 6] = [
        (b"<uof:uof", "标文通（UOF）文件，请另存为 docx 后再试"),
        (b"<svg", "图片（SVG）"),
        (b"progid=\"excel.sheet\"", "电子表格（XML）"),
        (
            b"progid=\"word.document\"",
            "Word 的 XML 文件，请另存为 docx 后再试",
        ),
        (b"<pkg:package", "Word 的 XML 文件，请另存为 docx 后再试"),
        (b"<plist", "配置文件（XML）"),
    ];
    // In a web page these may stand for small things inside; elsewhere they say what the file is.
    let is_page = contains(head, b"<html") || contains(head, b"<!doctype html") || contains(head, b"<body");
    if let Some((_, kind)) = others.iter().find(|(mark, _)| !is_page && contains(head, mark)) {
        return Err(unknown(kind));
    }
    let tags: [&[u8]; 10] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<meta",
        b"<div",
        b"<p",
        b"<table",
        b"<span",
        b"<title",
    ];
    match tags.iter().any(|tag| contains(head, tag)) {
        true => Ok(Kind::Html),
        false => Ok(Kind::Text),
    }
}

/// Whether the text starts with the headers of a saved page or mail.
fn is_mail(head: &[u8]) -> bool {
    let headers: [&[u8]; 6] = [
        b"mime-version:",
        b"from:",
        b"content-type:",
        b"subject:",
        b"date:",
        b"message-id:",
    ];
    headers.iter().any(|header| head.starts_with(header))
        && contains(head, b"content-type:")
        && (contains(head, b"mime-version:") || contains(head, b"multipart/"))
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(bytes: &[u8]) -> String {
        match kind(bytes) {
            Ok(kind) => format!("{kind:?}"),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn kinds_by_their_first_bytes() {
        assert_eq!(
            named(b"\x89PNG\r\n\x1a\n"),
            "不是可读的文档：应为文字材料，实际是图片（PNG）。"
        );
        assert!(named(b"MZ\x90\0\x03\0").contains("可执行程序"));
        assert_eq!(named("MZ 开头的文字".as_bytes()), "Text");
        assert_eq!(named(b"\xEF\xBB\xBF {\\rtf1\\ansi"), "Rtf");
        assert_eq!(named(b"junk\n%PDF-1.7\n"), "Pdf");
        assert_eq!(
            named(b"MIME-Version: 1.0\r\nContent-Type: multipart/related;"),
            "Mht"
        );
        assert_eq!(named(b"<!DOCTYPE html><html><body><svg></svg>"), "Html");
        assert!(named(b"<?xml version='1.0'?><svg width='1'>").contains("SVG"));
        assert_eq!(named("<2024年>法治政府建设".as_bytes()), "Text");
        assert_eq!(named(b"\xFF\xFE<\0h\0t\0m\0l\0>\0"), "Html");
    }

    #[test]
    fn compound_files_by_their_directory() {
        let file = |name: &str| {
            let mut bytes = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
            bytes.resize(512, 0);
            let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
            bytes.extend(&name);
            bytes.resize(576, 0);
            bytes.extend((name.len() as u16 + 2).to_le_bytes());
            bytes.resize(640, 0);
            bytes
        };
        assert_eq!(kind(&file("WordDocument")), Ok(Kind::Doc));
        assert_eq!(kind(&file("EncryptedPackage")), Err(InputError::Encrypted));
        assert!(named(&file("Workbook")).contains("电子表格"));
        assert!(named(&file("x")).contains("复合文档"));
    }
}

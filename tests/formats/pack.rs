//! Encodings, mails and archives as other programs write them.

use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// Text in the code page of a Chinese Windows.
pub fn gbk(text: &str) -> Vec<u8> {
    encoding_rs::GBK.encode(text).0.into_owned()
}

/// Text in UTF-16 without a byte order mark.
pub fn utf16(text: &str, big: bool) -> Vec<u8> {
    let bytes = |unit: u16| {
        if big {
            unit.to_be_bytes()
        } else {
            unit.to_le_bytes()
        }
    };
    text.encode_utf16().flat_map(bytes).collect()
}

/// A web page saved as one file: GBK in quoted-printable, as Internet Explorer and Word write it.
pub fn quoted_printable_mail(page: &str) -> Vec<u8> {
    let mut body = String::new();
    let mut width = 0;
    for byte in gbk(page) {
        match byte {
            b'\n' => {
                body.push_str("\r\n");
                width = 0;
                continue;
            }
            b'=' | 0x80.. => {
                let _ = write!(body, "={byte:02X}");
                width += 3;
            }
            byte => {
                body.push(char::from(byte));
                width += 1;
            }
        }
        if width > 70 {
            body.push_str("=\r\n");
            width = 0;
        }
    }
    mail("gb2312", "quoted-printable", &body)
}

/// The same in UTF-8 and base64.
pub fn base64_mail(page: &str) -> Vec<u8> {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut body = String::new();
    for (line, bytes) in page.as_bytes().chunks(57).enumerate() {
        if line > 0 {
            body.push_str("\r\n");
        }
        for three in bytes.chunks(3) {
            let bits = three
                .iter()
                .fold(0_u32, |bits, &byte| bits << 8 | u32::from(byte))
                << (8 * (3 - three.len()));
            for digit in 0..4 {
                let value = (bits >> (18 - 6 * digit)) as usize % 64;
                body.push(if digit <= three.len() {
                    char::from(DIGITS[value])
                } else {
                    '='
                });
            }
        }
    }
    mail("utf-8", "base64", &body)
}

fn mail(charset: &str, encoding: &str, body: &str) -> Vec<u8> {
    format!(
        "From: <Saved by a browser>\r\nSubject: =?utf-8?B?5oql5ZGK?=\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_Next_01\"\r\n\r\n\
         ------=_Next_01\r\nContent-Type: text/html;\r\n\tcharset=\"{charset}\"\r\n\
         Content-Transfer-Encoding: {encoding}\r\nContent-Location: file:///C:/report.htm\r\n\r\n{body}\r\n\r\n\
         ------=_Next_01\r\nContent-Type: image/gif\r\nContent-Transfer-Encoding: base64\r\n\r\nR0lGODdh\r\n\
         ------=_Next_01--\r\n"
    )
    .into_bytes()
}

/// Files of a package, packed.
pub fn zip(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in files {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// An archive as a Chinese Windows packs it: names in GBK, without the mark for UTF-8.
pub fn zip_with_gbk_names(files: &[(&str, &[u8])]) -> Vec<u8> {
    // The zip crate cannot write such names: they are put in place of others as long as they.
    let stand_ins: Vec<String> = files
        .iter()
        .enumerate()
        .map(|(at, (name, _))| format!("{at:-<width$}", width = gbk(name).len()))
        .collect();
    let named: Vec<(&str, &[u8])> = stand_ins
        .iter()
        .zip(files)
        .map(|(name, file)| (name.as_str(), file.1))
        .collect();
    let mut bytes = zip(&named);
    for (stand_in, (name, _)) in stand_ins.iter().zip(files) {
        let name = gbk(name);
        for start in places(&bytes, stand_in.as_bytes()) {
            bytes[start..start + name.len()].copy_from_slice(&name);
        }
    }
    bytes
}

/// The name stands before the entry and in the directory at the end: behind headers of 30 and of 46 bytes.
fn places(bytes: &[u8], name: &[u8]) -> Vec<usize> {
    let header = |start: usize, length: usize, mark: &[u8]| {
        start
            .checked_sub(length)
            .is_some_and(|at| bytes[at..].starts_with(mark))
    };
    (0..bytes.len())
        .filter(|&at| bytes[at..].starts_with(name))
        .filter(|&at| header(at, 30, b"PK\x03\x04") || header(at, 46, b"PK\x01\x02"))
        .collect()
}

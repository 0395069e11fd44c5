//! Zip files: what docx, odt, ofd and archives are packed in.

use super::{InputError, limits};
use flate2::{Decompress, FlushDecompress, Status};
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// An opened zip file.
pub struct Package<'b> {
    bytes: &'b [u8],
    format: &'static str,
    names: Vec<String>,
    parts: Parts<'b>,
}

/// Where the entries were found.
enum Parts<'b> {
    /// By the directory at the end of the file, as it should be.
    Directory(ZipArchive<Cursor<&'b [u8]>>),
    /// By the header before each entry, because the end of the file is missing or broken.
    Recovered(Vec<LocalHeader>),
}

/// The header before an entry.
struct LocalHeader {
    name: Vec<u8>,
    encrypted: bool,
    stored: bool,
    /// Bytes of the packed data, 0 where the header leaves them to the end of the data.
    packed: usize,
    data: usize,
}

impl<'b> Package<'b> {
    /// Opens a zip file. `format` is what the file is meant to be, for messages.
    pub fn open(bytes: &'b [u8], format: &'static str) -> Result<Package<'b>, InputError> {
        let parts = match ZipArchive::new(Cursor::new(bytes)) {
            Ok(archive) if !archive.is_empty() => Parts::Directory(archive),
            _ => Parts::Recovered(local_headers(bytes)),
        };
        let names: Vec<String> = match &parts {
            Parts::Directory(archive) => (0..archive.len())
                .zip(archive.file_names_raw())
                .map(|(index, raw)| {
                    let unicode = archive.name_for_index(index).and_then(Result::ok);
                    file_name(raw, unicode.as_deref())
                })
                .collect(),
            Parts::Recovered(headers) => (headers.iter())
                .map(|header| file_name(&header.name, None))
                .collect(),
        };
        let package = Package {
            bytes,
            format,
            names: names.iter().map(|name| name.replace('\\', "/")).collect(),
            parts,
        };
        if package.names.is_empty() {
            return Err(package.damaged("没有可读的内容目录"));
        }
        Ok(package)
    }

    /// Whether the directory was missing, so that entries may be missing too.
    pub fn is_recovered(&self) -> bool {
        matches!(self.parts, Parts::Recovered(_))
    }

    /// The names of all entries, in the order of the directory, folders divided by `/`.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The entry of this name, unpacked, if there is one. Names are compared without regard to ASCII case
    /// and to a leading slash: both vary between the programs that write packages.
    pub fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, InputError> {
        let wanted = name.trim_start_matches('/');
        let is_wanted = |name: &String| name.trim_start_matches('/').eq_ignore_ascii_case(wanted);
        let found = self.names.iter().position(is_wanted);
        found
            .map(|index| self.read(index, limits::MAX_ENTRY_BYTES))
            .transpose()
    }

    /// One entry, unpacked to at most `limit` bytes.
    pub fn read(&mut self, index: usize, limit: usize) -> Result<Vec<u8>, InputError> {
        let format = self.format;
        match &mut self.parts {
            Parts::Directory(archive) => {
                let file = archive
                    .by_index(index)
                    .map_err(|error| zip_error(format, &error))?;
                let mut unpacked = Vec::new();
                // One byte more than allowed tells a full entry from one that was cut.
                match file.take(limit as u64 + 1).read_to_end(&mut unpacked) {
                    _ if unpacked.len() > limit => Err(limits::larger_than(limit)),
                    Ok(_) => Ok(unpacked),
                    Err(_) => Err(broken_entry(format)),
                }
            }
            Parts::Recovered(headers) => {
                let Some(header) = headers.get(index) else {
                    return Err(broken_entry(format));
                };
                if header.encrypted {
                    return Err(InputError::Encrypted);
                }
                let data = self.bytes.get(header.data..).unwrap_or_default();
                if !header.stored {
                    return inflate(data, limit, format);
                }
                if header.packed > limit {
                    return Err(limits::larger_than(limit));
                }
                data.get(..header.packed)
                    .map(<[u8]>::to_vec)
                    .ok_or(broken_entry(format))
            }
        }
    }

    /// The error for this package, with what was found.
    pub fn damaged(&self, detail: impl Into<String>) -> InputError {
        InputError::Damaged {
            format: self.format,
            detail: detail.into(),
        }
    }
}

/// A reference as a path in the package: relative to the folder of the part that makes it, or from the root.
pub fn absolute(folder: &str, target: &str) -> String {
    let target = target.trim().replace('\\', "/");
    let joined = match target.strip_prefix('/') {
        Some(target) => target.to_string(),
        None => format!("{folder}/{target}"),
    };
    let mut path: Vec<&str> = Vec::new();
    for part in joined.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(path.pop()),
            part => path.push(part),
        }
    }
    path.join("/")
}

fn broken_entry(format: &'static str) -> InputError {
    InputError::Damaged {
        format,
        detail: "压缩数据不完整或校验不符".into(),
    }
}

fn zip_error(format: &'static str, error: &ZipError) -> InputError {
    let detail = match error {
        ZipError::InvalidPassword => return InputError::Encrypted,
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            return InputError::Encrypted;
        }
        ZipError::CompressionMethodNotSupported(method) => format!("用了不常见的压缩方法（{method} 号）"),
        _ => "压缩数据不完整或校验不符".to_string(),
    };
    InputError::Damaged { format, detail }
}

/// A name as its writer meant it: UTF-8, or the code page of a Chinese Windows. `unicode` is what the
/// directory itself says, which is right where it has Chinese characters and guesswork elsewhere.
fn file_name(raw: &[u8], unicode: Option<&str>) -> String {
    if let Some(name) = unicode.filter(|name| name.chars().any(crate::text::is_han)) {
        return name.to_string();
    }
    let gb = || {
        encoding_rs::GB18030
            .decode_without_bom_handling(raw)
            .0
            .into_owned()
    };
    match std::str::from_utf8(raw) {
        // A short name in GBK can happen to be UTF-8 too (联通); then it reads as Latin, Greek or Arabic.
        Ok(name) if name.is_ascii() || name.chars().any(|c| c > '\u{2000}') => name.to_string(),
        Ok(name) => Some(gb())
            .filter(|gb| gb.chars().any(crate::text::is_han))
            .unwrap_or(name.to_string()),
        Err(_) => gb(),
    }
}

/// Every local header in the bytes, found by its signature.
fn local_headers(bytes: &[u8]) -> Vec<LocalHeader> {
    let mut headers = Vec::new();
    let mut at = 0;
    while let Some(found) = find(bytes, at, b"PK\x03\x04") {
        at = found + 4;
        let Some(header) = local_header(bytes, found) else {
            continue;
        };
        // What lies inside the packed data of a known length is no header.
        at = header.data.saturating_add(header.packed).max(at);
        headers.push(header);
        if headers.len() > limits::MAX_BATCH_FILES {
            break;
        }
    }
    headers
}

fn local_header(bytes: &[u8], at: usize) -> Option<LocalHeader> {
    let header = bytes.get(at..at + 30)?;
    let word = |at: usize| {
        Some(usize::from(u16::from_le_bytes(
            header.get(at..at + 2)?.try_into().ok()?,
        )))
    };
    let (flags, method) = (word(6)?, word(8)?);
    if !matches!(method, 0 | 8) {
        return None;
    }
    let packed = u32::from_le_bytes(header.get(18..22)?.try_into().ok()?) as usize;
    let name_end = at + 30 + word(26)?;
    Some(LocalHeader {
        name: bytes.get(at + 30..name_end)?.to_vec(),
        encrypted: flags & 1 != 0,
        stored: method == 0,
        packed: if packed == 0xFFFF_FFFF { 0 } else { packed },
        data: name_end + word(28)?,
    })
}

fn find(bytes: &[u8], from: usize, signature: &[u8]) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let mut at = 0;
    while let Some(step) = rest.get(at..)?.iter().position(|&byte| byte == signature[0]) {
        if rest[at + step..].starts_with(signature) {
            return Some(from + at + step);
        }
        at += step + 1;
    }
    None
}

/// Unpacks a deflate stream whose end is marked in the stream itself.
fn inflate(packed: &[u8], limit: usize, format: &'static str) -> Result<Vec<u8>, InputError> {
    let mut inflater = Decompress::new(false);
    let mut unpacked = Vec::new();
    loop {
        if unpacked.len() > limit {
            return Err(limits::larger_than(limit));
        }
        unpacked.reserve(64 << 10);
        let read = inflater.total_in();
        let rest = packed.get(read as usize..).unwrap_or_default();
        let before = unpacked.len();
        match inflater.decompress_vec(rest, &mut unpacked, FlushDecompress::None) {
            Ok(Status::StreamEnd) if unpacked.len() <= limit => return Ok(unpacked),
            Ok(_) if inflater.total_in() > read || unpacked.len() > before => {}
            _ => return Err(broken_entry(format)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn packed(names: &[(&str, &str)]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in names {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn names_in_the_chinese_code_page_and_in_utf8() {
        assert_eq!(file_name("报告.docx".as_bytes(), None), "报告.docx");
        assert_eq!(file_name(b"\xB1\xA8\xB8\xE6.docx", None), "报告.docx");
        assert_eq!(file_name(b"\xC1\xAA\xCD\xA8.docx", None), "联通.docx");
        assert_eq!(file_name(b"a.docx", None), "a.docx");
        assert_eq!(file_name(b"\x81.docx", Some("报告.docx")), "报告.docx");
    }

    #[test]
    fn a_file_without_its_end_gives_the_entries_that_are_whole() {
        let text = "全县办理行政复议案件。".repeat(300);
        let bytes = packed(&[("a.xml", &text), ("b.xml", &text)]);
        let mut package = Package::open(&bytes[..bytes.len() - 60], "压缩包").unwrap();
        assert!(package.is_recovered());
        assert_eq!(package.part("/A.xml").unwrap().unwrap(), text.as_bytes());
        let second = find(&bytes, 10, b"PK\x03\x04").unwrap();
        let mut package = Package::open(&bytes[..second + 60], "压缩包").unwrap();
        assert_eq!(package.part("a.xml").unwrap().unwrap(), text.as_bytes());
        assert_eq!(package.part("b.xml").unwrap_err().code(), "damaged");
    }

    #[test]
    fn an_entry_over_the_limit_stops() {
        let bytes = packed(&[("a", &"0".repeat(100_000))]);
        let mut package = Package::open(&bytes, "压缩包").unwrap();
        assert_eq!(package.read(0, 99_999).unwrap_err().code(), "too-large");
        assert_eq!(package.read(0, 100_000).unwrap().len(), 100_000);
    }
}

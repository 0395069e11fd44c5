//! Archives of files: every file in them by its path, inner archives opened too.

use super::package::Package;
use super::sniff::{self, Kind};
use super::{InputError, limits};

/// One file of an archive.
#[derive(Debug)]
pub struct Entry {
    /// The path with that of the archive before it: `批次.zip/2023/报告.docx`.
    pub name: String,
    /// What is in it, or why it could not be unpacked.
    pub content: Result<Vec<u8>, InputError>,
}

/// The files of an archive, inner archives opened to [`limits::MAX_ARCHIVE_DEPTH`], in the order of their
/// paths; `None` for a file that is no archive. Office documents are zip files too, but no archives.
pub fn entries(name: &str, bytes: &[u8]) -> Result<Option<Vec<Entry>>, InputError> {
    if bytes.len() > limits::MAX_FILE_BYTES {
        return Err(limits::too_large(bytes.len(), limits::MAX_FILE_BYTES));
    }
    if !matches!(sniff::kind(bytes), Ok(Kind::Archive)) {
        return Ok(None);
    }
    let mut batch = Batch::default();
    batch.open(name, bytes, 1)?;
    batch.entries.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(Some(batch.entries))
}

#[derive(Default)]
struct Batch {
    entries: Vec<Entry>,
    /// Bytes unpacked so far, those of inner archives included.
    unpacked: usize,
}

impl Batch {
    fn open(&mut self, archive: &str, bytes: &[u8], depth: usize) -> Result<(), InputError> {
        let mut package = Package::open(bytes, "压缩包")?;
        let count = package.names().len();
        if self.entries.len() + count > limits::MAX_BATCH_FILES {
            let found = self.entries.len() + count;
            return Err(limits::too_many("个文件", found, limits::MAX_BATCH_FILES));
        }
        for index in 0..count {
            let path = package.names().get(index).cloned().unwrap_or_default();
            if path.ends_with('/') || is_litter(&path) {
                continue;
            }
            let name = format!("{archive}/{}", path.trim_start_matches('/'));
            let left = limits::MAX_BATCH_BYTES - self.unpacked;
            let content = match package.read(index, limits::MAX_ENTRY_BYTES.min(left)) {
                Err(InputError::TooLarge { .. }) if left < limits::MAX_ENTRY_BYTES => {
                    self.unpacked = limits::MAX_BATCH_BYTES;
                    Err(limits::larger_than(limits::MAX_BATCH_BYTES))
                }
                content => content,
            };
            self.unpacked += content.as_ref().map_or(0, Vec::len);
            self.add(name, content, depth);
        }
        Ok(())
    }

    fn add(&mut self, name: String, content: Result<Vec<u8>, InputError>, depth: usize) {
        let inner = (content.as_ref().ok()).filter(|bytes| matches!(sniff::kind(bytes), Ok(Kind::Archive)));
        let Some(inner) = inner else {
            self.entries.push(Entry { name, content });
            return;
        };
        let opened = match depth < limits::MAX_ARCHIVE_DEPTH {
            true => self.open(&name, inner, depth + 1),
            false => Err(limits::too_many("层压缩包", depth + 1, limits::MAX_ARCHIVE_DEPTH)),
        };
        if let Err(error) = opened {
            self.entries.push(Entry {
                name,
                content: Err(error),
            });
        }
    }
}

/// Files that no person put there.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    path.split('/').any(|part| part == "__MACOSX")
        || name.starts_with("~$")
        || name.starts_with("._")
        || [".ds_store", "thumbs.db", "desktop.ini"].contains(&name.to_ascii_lowercase().as_str())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn listed(bytes: &[u8]) -> Vec<String> {
        let entries = entries("批次.zip", bytes).unwrap().unwrap();
        let line = |entry: &Entry| match &entry.content {
            Ok(content) => format!("{} {}", entry.name, content.len()),
            Err(error) => format!("{} {}", entry.name, error.code()),
        };
        entries.iter().map(line).collect()
    }

    #[test]
    fn paths_are_kept_and_litter_is_left_out() {
        let inner = zipped(&[("乙.txt", b"2")]);
        let bytes = zipped(&[
            ("2023/甲.txt", b"1"),
            ("__MACOSX/2023/._甲.txt", b"x"),
            ("2023/~$甲.docx", b"x"),
            (".DS_Store", b"x"),
            ("内层.zip", &inner),
        ]);
        assert_eq!(
            listed(&bytes),
            ["批次.zip/2023/甲.txt 1", "批次.zip/内层.zip/乙.txt 1"]
        );
    }

    #[test]
    fn the_fourth_archive_inside_is_not_opened() {
        let mut bytes = zipped(&[("a.txt", b"1")]);
        for _ in 0..3 {
            bytes = zipped(&[("a.zip", &bytes), ("b.txt", b"1")]);
        }
        assert_eq!(
            listed(&bytes),
            [
                "批次.zip/a.zip/a.zip/a.zip too-large",
                "批次.zip/a.zip/a.zip/b.txt 1",
                "批次.zip/a.zip/b.txt 1",
                "批次.zip/b.txt 1"
            ]
        );
    }

    #[test]
    fn a_bomb_gets_its_message_and_the_rest_goes_on() {
        let zeros = vec![b'0'; limits::MAX_ENTRY_BYTES + 1];
        let bytes = zipped(&[("a.txt", &zeros), ("b.txt", b"1")]);
        assert_eq!(listed(&bytes), ["批次.zip/a.txt too-large", "批次.zip/b.txt 1"]);
    }

    #[test]
    fn a_document_is_no_archive() {
        let bytes = zipped(&[("[Content_Types].xml", b""), ("word/document.xml", b"")]);
        assert!(entries("a.docx", &bytes).unwrap().is_none());
        assert!(entries("a.txt", b"text").unwrap().is_none());
    }
}

//! Arguments → files in a stable order → documents. One broken file never stops the others.

use crate::document::Document;
use crate::input::{self, InputError, ReadOptions};
use std::io::Read;
use std::path::{Path, PathBuf};

/// One input and what became of it.
pub struct Input {
    /// Name as the user gave it, or the path below the folder given.
    pub name: String,
    /// The document, or why there is none.
    pub document: Result<Document, InputError>,
}

/// All inputs, read one at a time, in the order of the arguments; a folder's files in the order of their paths,
/// an archive's files in the order of theirs.
pub fn inputs(arguments: &[PathBuf]) -> impl Iterator<Item = Input> + '_ {
    arguments
        .iter()
        .flat_map(|argument| paths(argument))
        .flat_map(|path| read(&path))
}

fn paths(argument: &Path) -> Box<dyn Iterator<Item = PathBuf>> {
    if !argument.is_dir() {
        return Box::new(std::iter::once(argument.to_path_buf()));
    }
    let files = walkdir::WalkDir::new(argument)
        .sort_by_file_name()
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || !is_hidden(&entry.file_name().to_string_lossy()))
        .filter_map(|entry| match entry {
            Ok(entry) => (!entry.file_type().is_dir()).then(|| entry.into_path()),
            // Reading it again gives the error its message.
            Err(error) => error.path().map(Path::to_path_buf),
        });
    Box::new(files)
}

/// Files that no person put there: dot files, and the lock files of word processors.
fn is_hidden(name: &str) -> bool {
    name.starts_with('.') || name.starts_with("~$") || name == "__MACOSX"
}

fn read(path: &Path) -> Vec<Input> {
    let name = path.to_string_lossy().into_owned();
    let bytes = match bytes_of(path) {
        Ok(bytes) => bytes,
        Err(error) => {
            let document = Err(InputError::Unreadable {
                detail: error.to_string(),
            });
            return vec![Input { name, document }];
        }
    };
    let document_of = |name: &str, bytes: &[u8]| input::read(name, bytes, &ReadOptions::default());
    match input::entries(&name, &bytes) {
        Ok(None) => vec![Input {
            document: document_of(&name, &bytes),
            name,
        }],
        Ok(Some(entries)) if entries.is_empty() => vec![Input {
            name,
            document: Err(InputError::Empty),
        }],
        Ok(Some(entries)) => entries
            .into_iter()
            .map(|entry| {
                let document = entry.content.and_then(|bytes| document_of(&entry.name, &bytes));
                Input {
                    name: entry.name,
                    document,
                }
            })
            .collect(),
        Err(error) => vec![Input {
            name,
            document: Err(error),
        }],
    }
}

fn bytes_of(path: &Path) -> std::io::Result<Vec<u8>> {
    if path.as_os_str() == "-" {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes)?;
        return Ok(bytes);
    }
    std::fs::read(path)
}

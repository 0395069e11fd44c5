//! Every limit of reading, in one place.

use super::InputError;

/// Largest file that is opened at all. Scanned PDFs reach this, reports do not.
pub const MAX_FILE_BYTES: usize = 128 << 20;

/// Largest text, as a file or as what a reader got out of one. A report has 5–60 kB; a whole province's
/// joined reports stay below this.
pub const MAX_TEXT_BYTES: usize = 16 << 20;

/// Largest part of a zipped document, and largest file in an archive, unpacked.
pub const MAX_ENTRY_BYTES: usize = 64 << 20;

/// What all files of one archive may have together, unpacked.
pub const MAX_BATCH_BYTES: usize = 256 << 20;

/// Most files in one archive, those in inner archives included.
pub const MAX_BATCH_FILES: usize = 2_000;

/// Deepest archive in an archive: `a.zip/b.zip/c.zip` has 3.
pub const MAX_ARCHIVE_DEPTH: usize = 3;

/// Deepest nesting of XML elements. Text in a table in a table in a text box has about 40.
pub const MAX_XML_DEPTH: usize = 256;

/// Most nodes of one XML part: bounds the memory of the tree to about 250 MB.
pub const MAX_XML_NODES: u32 = 2_500_000;

/// Most cells of all tables of a document.
pub const MAX_TABLE_CELLS: usize = 200_000;

/// Most pages of a document.
pub const MAX_PAGES: usize = 2_000;

/// Counts the cells of all tables of a document.
#[derive(Debug, Clone, Copy, Default)]
pub struct Cells(usize);

impl Cells {
    /// There are `count` more.
    pub fn add(&mut self, count: usize) {
        self.0 = self.0.saturating_add(count);
    }

    /// Counts those of a table inside.
    pub fn add_all(&mut self, inner: Cells) {
        self.add(inner.0);
    }

    /// The error where there are more than [`MAX_TABLE_CELLS`].
    pub fn check(self) -> Result<(), InputError> {
        match self.0 > MAX_TABLE_CELLS {
            true => Err(too_many("个单元格", self.0, MAX_TABLE_CELLS)),
            false => Ok(()),
        }
    }
}

/// The error for something larger than a limit, both in bytes.
pub fn too_large(found: usize, limit: usize) -> InputError {
    InputError::TooLarge {
        found: megabytes(found),
        limit: megabytes(limit),
    }
}

/// The error for a part whose size is unknown because unpacking it was stopped at the limit, in bytes.
pub fn larger_than(limit: usize) -> InputError {
    InputError::TooLarge {
        found: format!("解压后超过 {}", megabytes(limit)),
        limit: megabytes(limit),
    }
}

/// The error for more things than a limit: `too_many("页", 3000, MAX_PAGES)`.
pub fn too_many(what: &str, found: usize, limit: usize) -> InputError {
    InputError::TooLarge {
        found: format!("{found} {what}"),
        limit: format!("{limit} {what}"),
    }
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / f64::from(1 << 20))
}

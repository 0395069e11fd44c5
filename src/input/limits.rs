//! Every limit of reading, in one place.

use super::InputError;

/// Largest text file. A report has 5–60 kB; a whole province's joined reports stay below this.
pub const MAX_TEXT_BYTES: usize = 16 << 20;

/// The error for something larger than a limit, both in bytes.
pub fn too_large(found: usize, limit: usize) -> InputError {
    InputError::TooLarge {
        found: megabytes(found),
        limit: megabytes(limit),
    }
}

fn megabytes(bytes: usize) -> String {
    format!("{:.1} MB", bytes as f64 / f64::from(1 << 20))
}

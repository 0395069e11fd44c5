//! Timings: the native ones by criterion, the browser's by a script.

use crate::Result;

/// Prints both tables.
pub fn everything(_options: &[String]) -> Result {
    Ok(())
}

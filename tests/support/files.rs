//! Where the reports lie.

use std::path::{Path, PathBuf};

/// The folder of real reports. Set and missing is a failure, not set means that there are none here.
pub fn corpus() -> Option<String> {
    let folder = std::env::var("FAJING_CORPUS").ok()?;
    assert!(
        Path::new(&folder).is_dir(),
        "FAJING_CORPUS names {folder}, which is no folder"
    );
    Some(folder)
}

/// The files of a folder with that ending, sorted.
pub fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.to_string_lossy().ends_with(ending))
        .collect();
    paths.sort();
    paths
}

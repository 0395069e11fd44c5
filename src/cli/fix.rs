//! `fajing fix --diff`: what the safe fixes would change, as a difference. Nothing is ever written into a file.

use super::{FAILED, analyze, complain, files};
use crate::fixes;
use std::io::{self, Write};
use std::path::PathBuf;

/// Prints the difference of every input. The status: 0 unless some file could not be read.
pub(super) fn diff(out: &mut impl Write, inputs: &[PathBuf]) -> io::Result<u8> {
    let mut status = 0;
    for input in files::inputs(inputs) {
        match input.document {
            Err(error) => {
                complain(&format!("{}：{error}", input.name));
                status = FAILED;
            }
            Ok(document) => {
                let report = analyze(document, None);
                let proposed = fixes::propose(&report);
                let changes = fixes::line_changes(&report.document.text, &proposed);
                if changes.is_empty() {
                    continue;
                }
                writeln!(out, "--- {name}\n+++ {name}（修正后）", name = input.name)?;
                for change in changes {
                    writeln!(
                        out,
                        "@@ 第 {} 行 @@\n-{}\n+{}",
                        change.line, change.before, change.after
                    )?;
                }
            }
        }
    }
    Ok(status)
}

//! The command line: arguments, files, exit status. Native only.

use std::process::ExitCode;

/// Runs the command line with the process's arguments.
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}

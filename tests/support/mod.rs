//! What the report tests share: reading marked reports and gold files, and scoring a program's reading against them.

mod agreement;
pub mod figure_mark;
pub mod files;
pub mod gold;
mod invariants;
pub mod marks;
pub mod measures;
mod names;
pub mod score;
pub mod seen;
mod variants;

/// The one place that prints: a person reads it with `--nocapture`, and it is shown when a test fails.
#[expect(clippy::print_stdout, reason = "the scores are the result of these tests")]
pub fn print(line: &str) {
    println!("{line}");
}

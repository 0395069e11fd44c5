//! The tests: the native ones and the ones in a browser.

use crate::run::{self, cargo};
use crate::{Result, page, tools};
use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};
use std::time::Instant;

/// What ran, for the summary.
#[derive(Default)]
struct Summary {
    rows: Vec<String>,
    passed: usize,
    failed: usize,
}

/// Everything that must hold before a change lands. A step that fails does not stop the others.
pub fn everything() -> Result {
    let mut summary = Summary::default();
    tools::wasm_target()?;
    tools::for_conversions();
    let strict = ["--quiet", "--", "-D", "warnings"];
    summary.step("format", || run::finish(&mut cargo(&["fmt", "--all", "--check"])));
    summary.step("clippy, native", || {
        run::finish(cargo(&["clippy", "--workspace", "--all-targets"]).args(strict))
    });
    summary.step("clippy, wasm", || {
        run::finish(
            cargo(&[
                "clippy",
                "--package",
                "fajing",
                "--target",
                "wasm32-unknown-unknown",
            ])
            .args(strict),
        )
    });
    summary.runner(
        "native tests",
        &mut cargo(&["test", "--quiet", "--workspace", "--no-fail-fast"]),
    );
    summary.step("the file", || page::build(false));
    match browser_tests(&[]) {
        Ok(mut tests) => summary.runner("browser tests", &mut tests),
        Err(error) => summary.step("browser tests", || Err(error)),
    }
    summary.close()
}

/// The browser tests on the file that is there: all, or those whose file's name contains one of these words.
pub fn browser(words: &[String]) -> Result {
    let mut summary = Summary::default();
    summary.runner("browser tests", &mut browser_tests(words)?);
    summary.close()
}

/// The README's picture, made from the real page.
pub fn picture() -> Result {
    tools::for_browser()?;
    run::finish(run::command("node").arg("tests/e2e/picture.mjs"))
}

/// Node's test runner over `tests/e2e`, with the command line to compare with.
fn browser_tests(words: &[String]) -> Result<Command> {
    tools::for_browser()?;
    tools::for_conversions();
    let file = run::root().join("dist/fajing.html");
    if !file.is_file() {
        return Err(format!(
            "There is no {}: run `cargo xtask build` first.",
            file.display()
        ));
    }
    run::finish(&mut cargo(&["build", "--quiet", "--package", "fajing"]))?;
    let folder = run::root().join("tests/e2e");
    let entries = std::fs::read_dir(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".test.mjs"))
        .filter(|name| words.is_empty() || words.iter().any(|word| name.contains(word.as_str())))
        .collect();
    names.sort();
    if names.is_empty() {
        return Err(format!("No browser test is called like {}.", words.join(" ")));
    }
    let mut node = run::command("node");
    // One after the other: some of them measure.
    node.args(["--test", "--test-concurrency=1", "--test-reporter=spec"]);
    node.args(names.iter().map(|name| format!("tests/e2e/{name}")));
    Ok(node)
}

impl Summary {
    fn step(&mut self, name: &str, act: impl FnOnce() -> Result) {
        println!("── {name}");
        let begin = Instant::now();
        let outcome = act();
        if let Err(error) = &outcome {
            println!("{error}");
            self.failed += 1;
        }
        self.row(name, outcome.is_ok(), begin, "");
    }

    /// Runs a test runner, shows what it prints and counts its tests.
    fn runner(&mut self, name: &str, command: &mut Command) {
        println!("── {name}");
        let begin = Instant::now();
        let (mut passed, mut failed) = (0, 0);
        let child = command.stdout(Stdio::piped()).spawn();
        let outcome = child.and_then(|mut child| {
            let lines = child.stdout.take().map(|stdout| BufReader::new(stdout).lines());
            for line in lines.into_iter().flatten() {
                let line = line?;
                println!("{line}");
                let (more_passed, more_failed) = counts(&line);
                passed += more_passed;
                failed += more_failed;
            }
            child.wait()
        });
        let fine = match outcome {
            Ok(status) => status.success(),
            Err(error) => {
                println!("{name} could not run: {error}");
                false
            }
        };
        // A runner that ends badly without naming a test has failed as a whole.
        failed += usize::from(!fine && failed == 0);
        self.passed += passed;
        self.failed += failed;
        self.row(name, fine, begin, &format!("{passed} passed, {failed} failed"));
    }

    fn row(&mut self, name: &str, fine: bool, begin: Instant, note: &str) {
        let sign = if fine { "ok    " } else { "FAILED" };
        let seconds = begin.elapsed().as_secs();
        self.rows
            .push(format!("{sign} {seconds:>5} s  {name:<16} {note}"));
    }

    fn close(self) -> Result {
        println!("\n{}\n", self.rows.join("\n"));
        println!("{} passed, {} failed", self.passed, self.failed);
        if self.failed == 0 {
            return Ok(());
        }
        Err("Not everything holds; see above.".into())
    }
}

/// Tests passed and failed in a runner's closing line, of cargo's (`test result: ok. 3 passed; 0 failed; …`) or
/// of node's (`ℹ pass 3`, `ℹ fail 0`).
fn counts(line: &str) -> (usize, usize) {
    let words: Vec<&str> = line.split_whitespace().collect();
    let before = |label: &str| {
        let place = words
            .iter()
            .position(|word| word.trim_matches([';', '.']) == label);
        place
            .and_then(|place| words.get(place.checked_sub(1)?)?.parse().ok())
            .unwrap_or(0)
    };
    match words.as_slice() {
        ["test", "result:", ..] => (before("passed"), before("failed")),
        ["ℹ", "pass", count] => (count.parse().unwrap_or(0), 0),
        ["ℹ", "fail", count] => (0, count.parse().unwrap_or(0)),
        _ => (0, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::counts;

    #[test]
    fn both_runners_are_counted() {
        let cargo = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counts(cargo), (12, 3));
        assert_eq!(counts("ℹ pass 8"), (8, 0));
        assert_eq!(counts("ℹ fail 2"), (0, 2));
        assert_eq!(counts("ok, 7 passed over"), (0, 0));
    }
}

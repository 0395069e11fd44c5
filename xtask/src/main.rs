//! Builds, serves and tests the project: `cargo xtask serve | build | test | e2e | bench`.

mod bench;
mod bundle;
mod page;
mod run;
mod test;
mod tools;

use std::process::ExitCode;

/// What a command returns: an error is a sentence for the person at the terminal.
pub type Result<T = ()> = std::result::Result<T, String>;

const HELP: &str = "\
cargo xtask serve [--dev]    build the page and serve it on localhost, again after every change
cargo xtask build [--dev]    make dist/fajing.html, the one file that opens from disk (--dev: fast, not small)
cargo xtask test             everything: format, clippy, native tests, the file, the browser tests
cargo xtask e2e [FILE …]     only the browser tests, on the file that is there
cargo xtask bench            native and browser timings
cargo xtask picture          docs/page.png from the page that is there
Each installs what is missing and says so in one line.";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", &[][..]),
    };
    let dev = rest.iter().any(|argument| argument == "--dev");
    let outcome = match command {
        "serve" => page::serve(dev),
        "build" => page::build(dev),
        // Called by Trunk after each build, see Trunk.toml.
        "bundle" => bundle::from_trunk(),
        "test" => test::everything(),
        "e2e" => test::browser(rest),
        "bench" => bench::everything(rest),
        "picture" => test::picture(),
        "help" | "--help" | "-h" => {
            println!("{HELP}");
            Ok(())
        }
        other => Err(format!("`{other}` is not a command.\n{HELP}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

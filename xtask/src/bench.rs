//! Timings: the native ones by criterion, the browser's by a script of its own.

use crate::run::{self, cargo};
use crate::{Result, bundle, page, tools};

/// Prints both tables. `--browser` or `--native` only one of them; what else is given goes to criterion.
pub fn everything(options: &[String]) -> Result {
    let only = |name: &str| options.iter().any(|option| option == name);
    if !only("--browser") {
        native(options)?;
    }
    if only("--native") {
        return Ok(());
    }
    if only("--browser") {
        println!("── native: criterion, one thread, to set the worker beside it");
        run::finish(&mut cargo(&[
            "bench",
            "--quiet",
            "--package",
            "fajing",
            "--",
            "analyze/",
        ]))?;
    }
    browser()
}

fn native(options: &[String]) -> Result {
    println!("── native: criterion, one thread");
    let filters = options.iter().filter(|option| *option != "--native");
    let criterion = [
        "bench",
        "--quiet",
        "--package",
        "fajing",
        "--bench",
        "analyze",
        "--",
    ];
    run::finish(cargo(&criterion).args(filters))?;
    formats()?;
    println!("── native: beside a regex pass, jieba-rs and duckling");
    run::finish(&mut cargo(&[
        "bench",
        "--quiet",
        "--manifest-path",
        "benches/peers/Cargo.toml",
    ]))
}

/// Reading files beside other programs that read them.
fn formats() -> Result {
    println!("── native: reading a file, without the analysis, beside python-docx and pdftotext");
    tools::for_conversions();
    let mut bench = cargo(&["bench", "--quiet", "--package", "fajing", "--bench", "formats"]);
    match tools::python_docx() {
        Ok(python) => drop(bench.env("FAJING_PYTHON", python)),
        Err(why) => println!("No python-docx: {why}"),
    }
    run::finish(&mut bench)
}

fn browser() -> Result {
    page::build(false)?;
    empty_page()?;
    tools::for_browser()?;
    println!("── browser: dist/fajing.html in Chromium, beside an empty Yew page made the same way");
    run::finish(run::command("node").arg("tests/e2e/bench.mjs"))
}

/// A Yew page with nothing in it, compiled, shrunk and bundled like the real one: `target/empty-page.html`.
fn empty_page() -> Result {
    let path = tools::for_build(true)?;
    let target = run::root().join("target");
    let out = target.join("empty-page");
    let with_tools = |program: &str| {
        let mut command = run::command(program);
        command.env("PATH", &path);
        command
    };
    run::finish(&mut cargo(&[
        "build",
        "--quiet",
        "--package",
        "empty-page",
        "--profile",
        "wasm",
        "--target",
        "wasm32-unknown-unknown",
    ]))?;
    let compiled = target.join("wasm32-unknown-unknown/wasm/empty-page.wasm");
    run::finish(
        with_tools("wasm-bindgen")
            .args(["--target", "no-modules", "--no-typescript", "--out-dir"])
            .arg(&out)
            .arg(compiled),
    )?;
    let wasm = out.join("empty-page_bg.wasm");
    run::finish(with_tools("wasm-opt").arg("-Oz").arg(&wasm).arg("-o").arg(&wasm))?;
    bundle::to_file(&out.join("empty-page.js"), &wasm, &target.join("empty-page.html"))
}

//! What the build and the tests need besides cargo: found where it is, installed once where it is not.

use crate::Result;
use crate::run;
use std::path::PathBuf;

const TRUNK: &str = "0.21.14";
const PYTHON_DOCX: &str = "1.2.0";
const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// What a build of the page needs on the PATH: the wasm target, Trunk, wasm-bindgen and, for a small file,
/// wasm-opt. Gives the PATH to build with.
pub fn for_build(small: bool) -> Result<std::ffi::OsString> {
    wasm_target()?;
    let bindgen = wasm_bindgen_version()?;
    let mut folders = vec![
        cargo_tool(
            "trunk",
            "trunk",
            TRUNK,
            &["--locked", "--no-default-features", "--features", "rustls"],
        )?,
        // Its lock file names a version that this compiler refuses, so it is built without.
        cargo_tool("wasm-bindgen", "wasm-bindgen-cli", &bindgen, &[])?,
    ];
    if small {
        node_packages()?;
        folders.push(run::root().join("node_modules/.bin"));
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    folders.extend(std::env::split_paths(&path));
    std::env::join_paths(folders).map_err(|error| format!("PATH cannot be made: {error}"))
}

/// The wasm target of the toolchain in use.
pub fn wasm_target() -> Result {
    let installed = run::output("rustc", &["--print", "target-libdir", "--target", WASM_TARGET])
        .is_some_and(|folder| PathBuf::from(folder).is_dir());
    if installed {
        return Ok(());
    }
    println!("Installing the Rust target {WASM_TARGET} (rustup).");
    run::finish(run::command("rustup").args(["target", "add", WASM_TARGET]))
        .map_err(|error| format!("{error}\nThe page needs the target {WASM_TARGET}; please install it."))
}

/// What the browser tests need: node packages, a Chromium and a Chinese font.
pub fn for_browser() -> Result {
    node_packages()?;
    apt(&[
        (
            "chromium",
            run::exists("chromium") || std::env::var_os("CHROMIUM").is_some(),
        ),
        ("fonts-noto-cjk", has_chinese_font()),
    ]);
    if std::env::var_os("CHROMIUM").is_none() && !run::exists("chromium") {
        return Err("The browser tests need Chromium: install it, or set CHROMIUM to its path.".into());
    }
    Ok(())
}

/// Programs that some native tests convert with. Where they cannot be had, those tests say so and the kept
/// files are tested alone.
pub fn for_conversions() {
    apt(&[
        ("libreoffice-writer-nogui", run::exists("soffice")),
        ("poppler-utils", run::exists("pdftotext")),
        ("chromium", run::exists("chromium")),
        ("fonts-noto-cjk", has_chinese_font()),
    ]);
}

/// A Python that has python-docx: a virtual environment of its own, made once.
pub fn python_docx() -> Result<PathBuf> {
    let home = cache_folder()?.join(format!("python-docx-{PYTHON_DOCX}"));
    let python = home.join("bin/python");
    if run::output(&python, &["-c", "import docx"]).is_some() {
        return Ok(python);
    }
    println!(
        "Installing python-docx {PYTHON_DOCX} into {} (once).",
        home.display()
    );
    run::finish(run::command("python3").args(["-m", "venv"]).arg(&home))?;
    let package = format!("python-docx=={PYTHON_DOCX}");
    run::finish(run::command(&python).args(["-m", "pip", "install", "--quiet", &package]))?;
    Ok(python)
}

/// The pinned node packages of `package-lock.json`.
pub fn node_packages() -> Result {
    let root = run::root();
    let wanted = std::fs::read(root.join("package-lock.json"))
        .map_err(|error| format!("package-lock.json cannot be read: {error}"))?;
    let stamp = root.join("node_modules/.fajing-lock");
    if std::fs::read(&stamp).is_ok_and(|found| found == wanted) {
        return Ok(());
    }
    if !run::exists("npm") {
        return Err(
            "Node 20 with npm is needed for wasm-opt and the browser tests; please install it.".into(),
        );
    }
    println!("Installing the node packages of package-lock.json into node_modules (npm ci).");
    run::finish(run::command("npm").args(["ci", "--silent", "--no-fund", "--no-audit"]))?;
    std::fs::write(&stamp, wanted).map_err(|error| format!("{} cannot be written: {error}", stamp.display()))
}

/// Folder of the programs of a crate at one version; built there once, shared by all checkouts.
fn cargo_tool(name: &str, package: &str, version: &str, options: &[&str]) -> Result<PathBuf> {
    let home = cache_folder()?.join(format!("{name}-{version}"));
    let bin = home.join("bin");
    let program = bin.join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if program.is_file() {
        return Ok(bin);
    }
    println!(
        "Installing {package} {version} into {} (once, some minutes).",
        home.display()
    );
    let mut install = run::cargo(&["install", package, "--version", version, "--root"]);
    run::finish(install.arg(&home).args(options).arg("--quiet"))?;
    Ok(bin)
}

fn cache_folder() -> Result<PathBuf> {
    let cache = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| std::env::home_dir().map(|home| home.join(".cache")))
        .ok_or("There is no home folder for tools; set XDG_CACHE_HOME.")?;
    Ok(cache.join("fajing/tools"))
}

/// wasm-bindgen's program must have exactly the version of its crate: the lock file says which.
fn wasm_bindgen_version() -> Result<String> {
    let lock = std::fs::read_to_string(run::root().join("Cargo.lock"))
        .map_err(|error| format!("Cargo.lock cannot be read: {error}"))?;
    lock.split("[[package]]")
        .find(|package| package.contains("name = \"wasm-bindgen\"\n"))
        .and_then(|package| package.split("version = \"").nth(1)?.split('"').next())
        .map(str::to_string)
        .ok_or_else(|| "Cargo.lock names no wasm-bindgen.".to_string())
}

/// Installs Debian packages that are missing, where that is possible; else says which are missing.
fn apt(packages: &[(&str, bool)]) {
    let missing: Vec<&str> = packages
        .iter()
        .filter(|(_, there)| !there)
        .map(|&(name, _)| name)
        .collect();
    if missing.is_empty() {
        return;
    }
    let names = missing.join(" ");
    let root = run::output("id", &["-u"]).as_deref() == Some("0");
    if !run::exists("apt-get") || !root {
        println!("Missing: {names}. Only root can install them here (apt-get install {names}).");
        return;
    }
    println!("Installing {names} (apt-get).");
    let quiet = ["-qq", "-y", "--no-install-recommends", "install"];
    let install = || {
        let mut apt = run::command("apt-get");
        apt.env("DEBIAN_FRONTEND", "noninteractive");
        run::finish(apt.args(quiet).args(&missing).stdout(std::process::Stdio::null()))
    };
    let outcome = run::finish(run::command("apt-get").args(["-qq", "update"])).and_then(|()| install());
    if let Err(error) = outcome {
        println!("{error}: going on without {names}.");
    }
}

fn has_chinese_font() -> bool {
    run::output("fc-list", &[":lang=zh", "family"]).is_some_and(|families| !families.is_empty())
}

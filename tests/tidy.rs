//! The rules of the house that neither the compiler nor clippy knows. Each failure names the file and the line.

use std::path::{Path, PathBuf};

/// The modules from the bottom up: a module uses only what stands before it.
const ORDER: [&str; 17] = [
    "text",
    "lexicon",
    "likeness",
    "numeral",
    "document",
    "corrections",
    "profile",
    "input",
    "outline",
    "figures",
    "relations",
    "checks",
    "report",
    "fixes",
    "export",
    "cli",
    "web",
];

/// A profile names items and levels, which are types of the outline, and codes of checks; both read a profile.
const TYPES_ONLY: [(&str, &str); 2] = [("profile", "outline"), ("profile", "checks")];

/// Modules that touch the world; everything else is the core.
const EDGES: [&str; 2] = ["cli", "web"];

#[test]
fn arrows_between_modules_never_go_back() {
    let mut wrong = vec![];
    for file in sources("src") {
        let Some(rank) = rank(&module_of(&file.path)) else {
            continue;
        };
        for (line, code) in file.code() {
            for name in used_modules(code) {
                let other = ORDER.iter().position(|module| *module == name);
                let backwards =
                    other.is_some_and(|other| other > rank) && !TYPES_ONLY.contains(&(ORDER[rank], name));
                let sideways = EDGES.contains(&name) && EDGES.contains(&ORDER[rank]) && other != Some(rank);
                if backwards || sideways {
                    wrong.push(file.at(line, &format!("{} uses {name}", ORDER[rank])));
                }
            }
        }
    }
    assert_none(wrong);
}

#[test]
fn every_module_has_its_place_in_the_order() {
    let unknown = sources("src")
        .iter()
        .map(|file| module_of(&file.path))
        .filter(|module| rank(module).is_none() && !["lib", "main"].contains(&module.as_str()))
        .collect();
    assert_none(unknown);
}

#[test]
fn files_stay_small() {
    let mut wrong = vec![];
    for file in everything() {
        let path = slashes(&file.path);
        let (most, lines) = if path.starts_with("src/checks/") && file.text.contains(": Check = Check {") {
            (120, file.long_part())
        } else if path.starts_with("src/web/views/") && !path.ends_with("mod.rs") {
            (150, file.long_part())
        } else {
            (400, file.long_part())
        };
        if lines > most {
            wrong.push(format!("{path} has {lines} lines, at most {most}"));
        }
    }
    assert_none(wrong);
}

#[test]
fn every_source_file_says_what_it_is() {
    let silent = everything()
        .iter()
        .filter(|file| !file.text.starts_with("//!") && !file.path.ends_with("tests.rs"))
        .map(|file| slashes(&file.path))
        .collect();
    assert_none(silent);
}

#[test]
fn nothing_is_left_undone_or_switched_off() {
    let words = [
        concat!("TO", "DO"),
        concat!("FIX", "ME"),
        concat!("todo", "!("),
        concat!("unimplemented", "!("),
        concat!("allow(dead", "_code)"),
        concat!("#[ig", "nore"),
        concat!("thread::", "sleep"),
        concat!("#[allow(", "clippy"),
    ];
    assert_none(lines_with(everything(), &words));
}

#[test]
fn the_project_stands_alone() {
    let words = [
        concat!("/wo", "rk/"),
        concat!("/ho", "me/"),
        concat!("/tm", "p/"),
        concat!("../sha", "red"),
    ];
    assert_none(lines_with(everything(), &words));
}

#[test]
fn the_core_asks_nothing_of_the_world_and_never_gives_up() {
    let words = [
        "std::fs",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "SystemTime",
        "Instant::now",
        ".expect(",
        "panic!(",
        "unreachable!(",
        "unsafe ",
    ];
    assert_none(core_lines_with(&words));
}

#[test]
fn numbers_of_a_report_are_never_floats() {
    let mut wrong = core_lines_with(&["f64", "f32"]);
    wrong.retain(|place| !place.starts_with("src/input/"));
    assert_none(wrong);
}

#[test]
fn what_users_read_is_chinese() {
    let mut wrong = vec![];
    for check in fajing::checks::CHECKS {
        for (field, words) in [
            ("title", check.title),
            ("why", check.why),
            ("basis", check.basis),
            ("kind", check.kind),
        ] {
            if !words.chars().any(fajing::text::is_han) {
                wrong.push(format!("{}: {field} is {words:?}", check.code));
            }
        }
        let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !check.code.chars().all(kebab) {
            wrong.push(format!("{} is not in kebab case", check.code));
        }
    }
    assert_none(wrong);
}

/// A file of the project.
struct File {
    path: PathBuf,
    text: String,
}

impl File {
    /// Lines with their numbers, without comments and without the tests at the end.
    fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text
            .lines()
            .enumerate()
            .take(self.lines_before_tests())
            .filter(|(_, line)| !line.trim_start().starts_with("//"))
            .map(|(at, line)| (at + 1, line))
    }

    /// Lines that a reader has to follow: tables of words, one a line, and the tests at the end do not count.
    fn long_part(&self) -> usize {
        let word = |line: &str| line.starts_with('"') && line.ends_with("\",");
        self.text
            .lines()
            .take(self.lines_before_tests())
            .filter(|line| !word(line.trim()))
            .count()
    }

    /// Tests at the end of a file may be long: they are read one by one.
    fn lines_before_tests(&self) -> usize {
        self.text
            .lines()
            .take_while(|line| line.trim() != "#[cfg(test)]" && !self.path.ends_with("tests.rs"))
            .count()
    }

    fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", slashes(&self.path))
    }
}

/// All Rust files under a folder of the project, sorted.
fn sources(folder: &str) -> Vec<File> {
    let mut files = vec![];
    let mut folders = vec![PathBuf::from(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let path = entry.path();
            if path.is_dir() {
                if path
                    .file_name()
                    .is_some_and(|name| name != "target" && name != "node_modules")
                {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = std::fs::read_to_string(&path).unwrap_or_default();
                files.push(File { path, text });
            }
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

fn everything() -> Vec<File> {
    ["src", "tests", "xtask", "benches"]
        .into_iter()
        .flat_map(sources)
        .collect()
}

/// Lines of whole files, comments included, that hold one of the words.
fn lines_with(files: Vec<File>, words: &[&str]) -> Vec<String> {
    let hits = |file: File| {
        let lines = file.text.lines().enumerate();
        lines
            .filter_map(|(at, line)| {
                words
                    .iter()
                    .find(|word| line.contains(**word))
                    .map(|word| file.at(at + 1, word))
            })
            .collect::<Vec<_>>()
    };
    files.into_iter().flat_map(hits).collect()
}

/// Lines of code of the core that hold one of the words; tests may do what they like.
fn core_lines_with(words: &[&str]) -> Vec<String> {
    let mut wrong = vec![];
    for file in sources("src") {
        let module = module_of(&file.path);
        if EDGES.contains(&module.as_str()) || module == "main" {
            continue;
        }
        for (line, code) in file.code() {
            wrong.extend(
                words
                    .iter()
                    .filter(|word| code.contains(**word))
                    .map(|word| file.at(line, word)),
            );
        }
    }
    wrong
}

/// Names behind `crate::`, also in `use crate::{a::X, b}`.
fn used_modules(code: &str) -> Vec<&str> {
    let mut names = vec![];
    for after in code.split("crate::").skip(1) {
        let list = after.strip_prefix('{').unwrap_or(after);
        let parts = if list.len() < after.len() {
            list.split(',').collect()
        } else {
            vec![list]
        };
        for part in parts {
            let part = part.trim_start();
            let end = part
                .find(|c: char| !c.is_ascii_alphanumeric() && c != '_')
                .unwrap_or(part.len());
            names.push(&part[..end]);
        }
    }
    names
}

/// `figures` for `src/figures/unit.rs`, `text` for `src/text.rs`.
fn module_of(path: &Path) -> String {
    let name = path
        .components()
        .nth(1)
        .map(|part| part.as_os_str().to_string_lossy().into_owned());
    name.unwrap_or_default().trim_end_matches(".rs").to_string()
}

fn rank(module: &str) -> Option<usize> {
    ORDER.iter().position(|name| *name == module)
}

fn slashes(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

#[track_caller]
fn assert_none(wrong: Vec<String>) {
    assert!(wrong.is_empty(), "{} places:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_names_behind_crate_are_found() {
    assert_eq!(used_modules("use crate::text::Span;"), ["text"]);
    assert_eq!(
        used_modules("use crate::{checks, text::Span};"),
        ["checks", "text"]
    );
    assert_eq!(
        used_modules("fn f(x: &crate::web::App) -> crate::Report"),
        ["web", "Report"]
    );
}

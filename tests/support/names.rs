//! No tuning by name: nothing that names a body or copies a heading of a real report may stand in the source.

use super::files::{corpus, files};
use super::gold::{Gold, read_gold_json};
use std::path::{Path, PathBuf};

/// Words of the regulation and of the outlines, which reports repeat and the source has to know.
const OFFICIAL: [&str; 16] = [
    "主要举措和成效",
    "存在的不足和原因",
    "履行推进法治建设第一责任人职责情况",
    "下一年度主要工作安排",
    "下一步工作方向",
    "依法全面履行政府职能",
    "完善依法行政制度体系",
    "推进行政决策科学化、民主化、法治化",
    "坚持严格规范公正文明执法",
    "强化对行政权力的制约和监督",
    "依法有效化解社会矛盾纠纷",
    "全面提高政府工作人员法治思维和依法行政能力",
    "健全完善依法行政制度体系",
    "持续推进科学民主依法决策",
    "深入推进严格规范公正文明执法",
    "全面加强对行政权力的制约和监督",
];

/// The four places whose level only their name tells.
const MUNICIPALITIES: [&str; 4] = ["北京", "天津", "上海", "重庆"];

#[test]
fn no_name_and_no_heading_of_a_real_report_stands_in_the_source() {
    let Some(folder) = corpus() else { return };
    let reports: Vec<Gold> = files(&folder, ".gold.json")
        .iter()
        .map(|path| read_gold_json(path))
        .collect();
    let words: Vec<String> = reports.iter().flat_map(words_of).collect();
    assert!(words.len() > 20, "only {} words to look for", words.len());
    for path in rust_files(Path::new("src")) {
        let source = std::fs::read_to_string(&path).unwrap();
        for word in &words {
            assert!(!source.contains(word.as_str()), "{} holds {word}", path.display());
        }
    }
}

#[test]
fn the_parts_of_a_name_are_found() {
    assert_eq!(places("甲乙市丙丁新区戊己街道"), ["甲乙", "丙丁新", "戊己"]);
    assert_eq!(places("天津市戊己镇人民政府"), ["戊己"]);
}

/// Names of bodies and places, and headings that are not official words.
fn words_of(gold: &Gold) -> Vec<String> {
    let named = gold
        .identity
        .iter()
        .filter(|(key, _)| key == "body" || key == "signatories");
    let names = named.flat_map(|(_, value)| places(value));
    let headings = gold.sections.iter().map(|section| section.at.heading.clone());
    names
        .chain(headings.filter(|heading| !OFFICIAL.contains(&heading.as_str())))
        .collect()
}

/// The parts of a body's name that say which place it is.
fn places(name: &str) -> Vec<String> {
    let mut bare = name.to_string();
    for suffix in ["中共", "人民政府", "办事处", "工作委员会", "街道"] {
        bare = bare.replace(suffix, " ");
    }
    bare.split([' ', '/', '省', '市', '区', '县', '镇', '乡', '街'])
        .filter(|part| part.chars().count() > 1 && !MUNICIPALITIES.contains(part))
        .map(String::from)
        .collect()
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = vec![];
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(rust_files(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

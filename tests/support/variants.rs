//! One text in several dresses has to give the same reading.

use super::gold::Gold;
use super::seen::{Seen, see};
use super::{files, marks};

#[test]
fn full_width_digits_give_the_same_figures() {
    same_values(|text| text.chars().map(full_width).collect());
}

#[test]
fn half_width_digits_and_percent_signs_give_the_same_figures() {
    same_values(|text| text.chars().map(half_width).collect());
}

#[test]
fn other_line_breaks_give_the_same_reading() {
    for gold in made_up() {
        let plain = read(&gold.text);
        let other = read(&gold.text.replace('\n', "\r\n"));
        assert_eq!(readings(&plain), readings(&other), "{}", gold.name);
    }
}

#[test]
fn furniture_of_a_web_page_changes_no_section_and_no_figure() {
    let before = "首页 > 政务公开 > 法定主动公开内容\n索引号：000123/2024-00456\n发布日期：2024-03-05 10:30\n\
        来源：县司法局\n浏览次数：1024\n【字体：大 中 小】\n\n";
    let after = "\n分享到：\n【打印本页】 【关闭窗口】\n上一篇：关于节日值班的通知\n下一篇：没有了\n";
    for gold in made_up() {
        let plain = read(&gold.text);
        let dressed = read(&format!("{before}{}{after}", gold.text));
        assert_eq!(readings(&plain), readings(&dressed), "{}", gold.name);
    }
}

/// The figures' values and units, and the headings, are those of the report as it was written.
fn same_values(change: impl Fn(&str) -> String) {
    for gold in made_up() {
        let values = |seen: &Seen| -> Vec<String> {
            seen.figures
                .iter()
                .map(|figure| format!("{} {}", figure.value.normalize(), figure.unit))
                .collect()
        };
        let plain = read(&gold.text);
        let other = read(&change(&gold.text));
        assert_eq!(values(&plain), values(&other), "{}", gold.name);
        assert_eq!(plain.sections.len(), other.sections.len(), "{}", gold.name);
    }
}

/// Headings and figures in words.
fn readings(seen: &Seen) -> Vec<String> {
    let sections = seen
        .sections
        .iter()
        .map(|section| format!("{} {}", section.level, section.heading));
    let figures = seen
        .figures
        .iter()
        .map(|figure| format!("{} {}", figure.text, figure.indicator));
    sections.chain(figures).collect()
}

fn read(text: &str) -> Seen {
    see(&fajing::analyze_text(text, "x.txt"))
}

fn made_up() -> Vec<Gold> {
    files::files("tests/reports", ".txt")
        .iter()
        .map(|path| marks::read(path))
        .collect()
}

fn full_width(c: char) -> char {
    match c {
        '0'..='9' => char::from_u32(c as u32 + 0xFEE0).unwrap_or(c),
        '%' => '％',
        _ => c,
    }
}

fn half_width(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '％' => '%',
        _ => c,
    }
}

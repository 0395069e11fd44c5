//! Pages made here: paragraphs, tables, columns, page numbers.

use super::*;
use crate::document::Source;

fn run(text: &str, x: f32, y: f32) -> Run {
    let width = text.chars().count() as f32 * 10.0;
    Run {
        text: text.into(),
        x,
        end_x: x + width,
        y,
        size: 10.0,
    }
}

fn page(runs: Vec<Run>) -> Page {
    Page {
        runs,
        rules: vec![],
        width: 100.0,
    }
}

fn rule(x0: f32, y0: f32, x1: f32, y1: f32) -> Rule {
    Rule {
        from: (x0, y0),
        to: (x1, y1),
    }
}

/// A grid of two rows and two columns below `top`.
fn small_grid(top: f32) -> Vec<Rule> {
    let mut rules: Vec<Rule> = [0.0, 50.0, 100.0].map(|x| rule(x, top, x, top + 40.0)).into();
    rules.extend([0.0, 20.0, 40.0].map(|y| rule(0.0, top + y, 100.0, top + y)));
    rules
}

fn document(pages: &[Page]) -> crate::Document {
    let mut builder = Builder::default();
    add_pages(pages, &mut builder);
    builder.finish(Source::default())
}

fn text_of(pages: &[Page]) -> String {
    document(pages).text
}

#[test]
fn full_lines_go_on_and_an_indent_starts_anew() {
    let page = page(vec![
        run("甲乙丙丁戊己庚辛", 20.0, 10.0),
        run("壬癸子丑寅卯辰巳午未", 0.0, 25.0),
        run("申酉。", 0.0, 40.0),
        run("一、天地玄黄宇宙", 20.0, 55.0),
        run("— 1 —", 40.0, 90.0),
    ]);
    assert_eq!(
        text_of(&[page]),
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉。\n一、天地玄黄宇宙"
    );
}

#[test]
fn without_an_indent_the_wider_step_starts_anew() {
    let page = page(vec![
        run("甲乙丙丁戊己庚辛壬癸", 0.0, 10.0),
        run("子丑寅卯辰巳午未申。", 0.0, 25.0),
        run("天地玄黄宇宙洪荒日月", 0.0, 55.0),
        run("盈昃辰宿列张寒来暑。", 0.0, 70.0),
    ]);
    assert_eq!(
        text_of(&[page]),
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申。\n天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑。"
    );
}

#[test]
fn a_paragraph_goes_on_over_a_page_break() {
    let first = page(vec![
        run("甲乙丙丁戊己庚辛", 20.0, 10.0),
        run("壬癸子丑寅卯辰巳午未", 0.0, 25.0),
    ]);
    let second = page(vec![run("申酉。", 0.0, 10.0), run("2", 50.0, 90.0)]);
    assert_eq!(
        text_of(&[first, second]),
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉。"
    );
}

#[test]
fn a_ruled_table_is_read_row_by_row() {
    let runs = vec![
        run("指标", 5.0, 15.0),
        run("件数", 55.0, 15.0),
        run("处罚", 5.0, 35.0),
        run("12", 55.0, 35.0),
    ];
    let page = Page {
        rules: small_grid(0.0),
        ..page(runs)
    };
    assert_eq!(text_of(&[page]), "指标\t件数\n处罚\t12");
}

#[test]
fn a_table_goes_on_over_a_page_break_and_its_head_is_read_once() {
    let part = |name: &str, count: &str| Page {
        rules: small_grid(20.0),
        ..page(vec![
            run("指标", 5.0, 35.0),
            run("件数", 55.0, 35.0),
            run(name, 5.0, 55.0),
            run(count, 55.0, 55.0),
            run("— 1 —", 30.0, 90.0),
        ])
    };
    let document = document(&[part("处罚", "12"), part("许可", "30")]);
    assert_eq!(document.text, "指标\t件数\n处罚\t12\n许可\t30");
    assert_eq!(
        document.paragraphs[2].place.words().as_deref(),
        Some("第 2 页 表 1 第 3 行")
    );
}

#[test]
fn columns_are_read_one_after_the_other_even_where_they_are_drawn_line_by_line() {
    let mut runs = vec![run("题目", 120.0, 10.0)];
    let left = [
        "甲乙丙丁戊己庚辛壬癸",
        "子丑寅卯辰巳午未申酉",
        "天地玄黄宇宙洪荒日月",
        "盈昃辰宿。",
    ];
    let right = [
        "寒来暑往秋收冬藏闰余",
        "成岁律吕调阳云腾致雨",
        "露结为霜金生丽水玉出",
        "昆冈。",
    ];
    for (at, (left, right)) in left.iter().zip(right).enumerate() {
        let y = 30.0 + 15.0 * at as f32;
        runs.push(run(left, 0.0, y));
        runs.push(run(right, 125.0, y));
    }
    runs.push(run("— 7 —", 110.0, 200.0));
    let page = Page {
        width: 225.0,
        ..page(runs)
    };
    assert_eq!(
        text_of(&[page]),
        "题目\n甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉天地玄黄宇宙洪荒日月盈昃辰宿。\n\
         寒来暑往秋收冬藏闰余成岁律吕调阳云腾致雨露结为霜金生丽水玉出昆冈。"
    );
}

#[test]
fn a_list_with_numbers_on_the_right_is_no_page_of_columns() {
    let names = ["行政复议案件", "行政应诉案件", "行政处罚案件", "行政许可事项"];
    let runs = names.iter().enumerate().flat_map(|(at, name)| {
        let y = 15.0 * at as f32;
        [run(name, 0.0, y), run("120件", 150.0, y)]
    });
    assert_eq!(
        text_of(&[page(runs.collect())]),
        "行政复议案件\t120件\n行政应诉案件\t120件\n行政处罚案件\t120件\n行政许可事项\t120件"
    );
}

#[test]
fn a_year_alone_is_no_page_number() {
    assert!(edges::is_page_number("第 3 页 共 8 页"));
    assert!(edges::is_page_number("—１—"));
    assert!(!edges::is_page_number("2024年"));
    assert!(!edges::is_page_number("一"));
}

#[test]
fn without_indent_and_space_a_number_starts_anew() {
    let page = page(vec![
        run("甲乙丙丁戊己庚辛壬癸", 0.0, 10.0),
        run("子丑寅卯辰巳午未申酉", 0.0, 25.0),
        run("（一）天地玄黄宇宙洪", 0.0, 40.0),
        run("3.5万元日月盈昃辰宿", 0.0, 55.0),
        run("列张。", 0.0, 70.0),
    ]);
    assert_eq!(
        text_of(&[page]),
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉\n（一）天地玄黄宇宙洪3.5万元日月盈昃辰宿列张。"
    );
}

use super::*;
use crate::document::{Container, Document, Source};

fn document(rtf: &str) -> Document {
    let reading = read(rtf.as_bytes(), &ReadOptions::default()).unwrap();
    reading.builder.finish(Source::default())
}

fn lines(rtf: &str) -> Vec<String> {
    let document = document(rtf);
    document
        .paragraphs
        .iter()
        .map(|paragraph| document.slice(paragraph.span).to_string())
        .collect()
}

#[test]
fn code_pages_and_unicode_with_its_fallback() {
    let rtf = r"{\rtf1\ansi\ansicpg936\deff0{\fonttbl{\f0\fcharset134 \'cb\'ce\'cc\'e5;}{\f1\fcharset136 x;}}
\f0\'b7\'a8\'d6\'ce\par\f1\'aa\'6b\par\uc1\u27861?\u-30000\'3f\par\uc2\u27861 ab\u55360 ab\u56320 cd\par}";
    assert_eq!(lines(rtf), ["法治", "法", "法諐", "法𠀀"]);
}

#[test]
fn what_is_hidden_deleted_or_an_instruction_is_left_out() {
    let rtf = r"{\rtf1\ansi a{\v b}{\deleted c\par}d{\field{\*\fldinst HYPERLINK x}{\fldrslt e}}{\*\unknown f}
{\header g\par}{\pict 0102}{\info{\title h}}\par\v i\plain j\par}";
    assert_eq!(lines(rtf), ["ade", "j"]);
}

#[test]
fn labels_are_taken_from_the_file_or_made_from_its_tables() {
    let written = r"{\rtf1\ansi{\listtext\pard\plain \u19968?\u12289?\tab}\ls1 a\par{\pntext 2.\tab}b\par}";
    let made = r"{\rtf1\ansi{\*\listtable{\list{\listlevel\levelnfc39\levelstartat2\levelfollow2
{\leveltext\'02\'00\u12289?;}{\levelnumbers\'01;}}\listid7}}{\*\listoverridetable{\listoverride\listid7\ls1}}
\pard\ls1\ilvl0 a\par b\par\pard c\par}";
    assert_eq!(lines(written), ["一、a", "2. b"]);
    assert_eq!(lines(made), ["二、a", "三、b", "c"]);
    let document = document(written);
    let label = document.paragraphs[0].automatic_number.unwrap();
    assert_eq!(document.slice(label), "一、");
}

#[test]
fn tables_notes_and_boxes() {
    let rtf = r"{\rtf1\ansi\trowd\pard\intbl a\cell b\par c\cell\row\trowd\intbl d\cell\cell\row\pard
e{\footnote \chftn f\par}{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt g\par}}{\shprslt z}}h\line i\par}";
    assert_eq!(lines(rtf), ["a\tb／c", "d\t", "eh", "i", "g", "f"]);
    let places: Vec<_> = document(rtf)
        .paragraphs
        .iter()
        .map(|paragraph| paragraph.place.container)
        .collect();
    assert_eq!(places[1], Container::Row { table: 1, row: 2 });
    assert_eq!(places[4..], [Container::TextBox, Container::Footnote]);
}

#[test]
fn columns_stand_below_their_heads() {
    let rtf = r"{\rtf1\ansi\trowd\cellx2000\cellx6000\pard\intbl a\cell b\cell\row
\trowd\cellx2010\cellx4000\cellx6000\pard\intbl c\cell d\cell e\cell\row\pard f\par
\trowd\cellx3000\pard\intbl g\cell\row}";
    assert_eq!(lines(rtf), ["a\tb\t", "c\td\te", "f", "g"]);
    let place = document(rtf).paragraphs[3].place.container;
    assert_eq!(place, Container::Row { table: 2, row: 1 });
}

#[test]
fn broken_files_end() {
    let deep = format!("{{\\rtf1 {}a{}", "{".repeat(100_000), "}".repeat(99_990));
    assert_eq!(lines(&deep), ["a"]);
    assert_eq!(lines("{\\rtf1 a\\'z\\u"), ["az"]);
    assert_eq!(lines("{\\rtf1 a\\bin99999 b"), ["a"]);
    assert_eq!(lines("}}}a\\"), ["a"]);
}

#[test]
fn a_file_written_by_libreoffice() {
    let bytes = include_bytes!("../../../tests/fixtures/structures.rtf");
    let document = read(bytes, &ReadOptions::default())
        .unwrap()
        .builder
        .finish(Source::default());
    let lines: Vec<_> = document
        .paragraphs
        .iter()
        .map(|paragraph| document.slice(paragraph.span))
        .collect();
    let expected = [
        "青岚县2024年法治政府建设年度报告",
        "一、主要举措和成效",
        "（一）强化组织领导",
        "1. 召开会议3次",
        "2. 印发要点1份",
        "（二）规范行政执法",
        "全年办理行政复议案件126件，审查合同48份。",
        "指标\t2023年\t2024年",
        "行政检查（次）\t310\t420／含联合检查",
        "详见门户网站公开专栏。",
        "换行之后。",
        "方框所在的段落。",
        "方框里的话",
        "二、存在的不足",
        "三、下一步打算",
        "含补充协议。",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn cut_and_changed_files_end() {
    let bytes = include_bytes!("../../../tests/fixtures/structures.rtf");
    for round in 0..300usize {
        let mut bytes = bytes.to_vec();
        for step in 0..round % 20 {
            let at = (round * 7919 + step * 104_729) % bytes.len();
            bytes[at] = b"{}\\'*0u;"[(round + step) % 8];
        }
        bytes.truncate(bytes.len() - round * 13);
        let reading = read(&bytes, &ReadOptions::default()).unwrap();
        assert!(reading.builder.len() < bytes.len() * 4);
    }
}

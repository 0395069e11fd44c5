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
fn broken_files_end() {
    let deep = format!("{{\\rtf1 {}a{}", "{".repeat(100_000), "}".repeat(99_990));
    assert_eq!(lines(&deep), ["a"]);
    assert_eq!(lines("{\\rtf1 a\\'z\\u"), ["az"]);
    assert_eq!(lines("{\\rtf1 a\\bin99999 b"), ["a"]);
    assert_eq!(lines("}}}a\\"), ["a"]);
}

//! OFD files made here, from their parts.

use super::read;
use crate::input::InputError;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn ofd(documents: &[&[&str]]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let mut add = |name: &str, text: &str| {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    };
    let mut roots = String::new();
    for (number, pages) in documents.iter().enumerate() {
        roots += &format!("<DocBody><DocRoot>Doc_{number}/Document.xml</DocRoot></DocBody>");
        let mut list = String::new();
        for (at, objects) in pages.iter().enumerate() {
            list += &format!("<Page ID=\"{at}\" BaseLoc=\"Pages/{at}.xml\"/>");
            let page = format!(
                "<Page><Template TemplateID=\"1\"/><Content><Layer>{objects}</Layer></Content></Page>"
            );
            add(&format!("Doc_{number}/Pages/{at}.xml"), &page);
        }
        let head = "<CommonData><PageArea><PhysicalBox>0 0 210 297</PhysicalBox></PageArea></CommonData>";
        let document = format!("<Document>{head}<Pages>{list}</Pages></Document>");
        add(&format!("Doc_{number}/Document.xml"), &document);
    }
    add("OFD.xml", &format!("<OFD>{roots}</OFD>"));
    writer.finish().unwrap().into_inner()
}

fn text(documents: &[&[&str]]) -> Vec<String> {
    let document = read(&ofd(documents)).unwrap().builder.finish(Default::default());
    let line = |paragraph: &crate::document::Paragraph| {
        let page = paragraph.place.page.unwrap_or(0);
        format!("{page} {}", document.slice(paragraph.span))
    };
    document.paragraphs.iter().map(line).collect()
}

fn object(x: u32, y: u32, attributes: &str, codes: &str) -> String {
    format!("<TextObject Boundary=\"{x} {y} 150 8\" Size=\"5\" {attributes}>{codes}</TextObject>")
}

#[test]
fn several_documents_with_their_pages_in_order() {
    let a = object(
        30,
        40,
        "",
        "<TextCode X=\"0\" Y=\"5\" DeltaX=\"g 3 5\">青岚县的</TextCode>",
    );
    let number = object(100, 285, "", "<TextCode X=\"0\" Y=\"5\">— 1 —</TextCode>");
    let b = object(40, 40, "", "<TextCode X=\"0\" Y=\"5\">柳河镇</TextCode>");
    let first = a + &number;
    assert_eq!(
        text(&[&[&first, &b], &[&b]]),
        ["1 青岚县的", "2 柳河镇", "1 柳河镇"]
    );
}

#[test]
fn transforms_turned_and_hidden_text() {
    let scaled = object(
        0,
        40,
        "CTM=\"2 0 0 2 30 0\"",
        "<TextCode X=\"0\" Y=\"5\">甲</TextCode>",
    );
    let behind = object(41, 45, "", "<TextCode X=\"0\" Y=\"5\">乙</TextCode>");
    let turned = object(
        10,
        100,
        "CTM=\"0.7 0.7 -0.7 0.7 0 0\"",
        "<TextCode X=\"0\" Y=\"5\">内部资料</TextCode>",
    );
    let hidden = object(
        10,
        120,
        "Visible=\"false\"",
        "<TextCode X=\"0\" Y=\"5\">看不见</TextCode>",
    );
    assert_eq!(text(&[&[&(scaled + &behind + &turned + &hidden)]]), ["1 甲乙"]);
}

#[test]
fn lines_inside_one_object_and_characters_out_of_order() {
    let two = "<TextCode X=\"0\" Y=\"5\" DeltaX=\"5 -5 5\" DeltaY=\"0 20 0\">一二三四</TextCode>";
    let pieces = "<TextCode X=\"10\" Y=\"80\">建设</TextCode><TextCode X=\"0\" Y=\"80\">法治</TextCode>";
    let page = object(30, 40, "", two) + &object(30, 40, "", pieces);
    assert_eq!(text(&[&[&page]]), ["1 一二", "1 三四", "1 法治建设"]);
}

#[test]
fn pictures_only() {
    let error = read(&ofd(&[&["<ImageObject/>"]])).unwrap_err();
    assert_eq!(error, InputError::NoTextLayer);
}

#[test]
fn paths_that_cross_are_the_borders_of_a_table() {
    let path = |x: u32, y: u32, data: &str| {
        format!(
            "<PathObject Boundary=\"{x} {y} 100 20\"><AbbreviatedData>{data}</AbbreviatedData></PathObject>"
        )
    };
    let cell = |x: u32, y: u32, words: &str| {
        object(x, y, "", &format!("<TextCode X=\"0\" Y=\"5\">{words}</TextCode>"))
    };
    let page = path(20, 40, "M 0 0 L 100 0 L 100 20 L 0 20 C")
        + &path(20, 40, "M 0 10 L 100 10 M 50 0 L 50 20")
        + &cell(22, 40, "指标")
        + &cell(72, 40, "件数")
        + &cell(22, 50, "处罚")
        + &cell(72, 50, "12");
    assert_eq!(text(&[&[&page]]), ["1 指标\t件数", "1 处罚\t12"]);
}

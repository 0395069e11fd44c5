use super::*;
use crate::document::{Container, Document, Source};

/// Written by LibreOffice: lists on three levels, a deletion, hidden text, a footnote, a table, a link, a box.
const STRUCTURES: &[u8] = include_bytes!("../../../tests/fixtures/structures.doc");

fn document(bytes: &[u8]) -> Document {
    read(bytes).unwrap().builder.finish(Source::default())
}

#[test]
fn everything_in_its_order_and_nothing_that_is_not_shown() {
    let document = document(STRUCTURES);
    let lines: Vec<_> = document
        .paragraphs
        .iter()
        .map(|paragraph| document.slice(paragraph.span))
        .collect();
    let expected = [
        "青岚县2024年法治政府建设年度报告",
        "一、主要举措和成效",
        "（一）强化组织领导",
        "1.召开会议3次",
        "2.印发要点1份",
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
    let lines: Vec<_> = lines.iter().map(|line| line.replace(". ", ".")).collect();
    assert_eq!(lines, expected);
    let container = |text: &str| {
        let at = lines.iter().position(|line| line == text).unwrap();
        document.paragraphs[at].place.container
    };
    assert_eq!(
        container("行政检查（次）\t310\t420／含联合检查"),
        Container::Row { table: 1, row: 2 }
    );
    assert_eq!(container("方框里的话"), Container::TextBox);
    assert_eq!(container("含补充协议。"), Container::Footnote);
    let label = document.paragraphs[2].automatic_number.unwrap();
    assert_eq!(document.slice(label), "（一）");
}

#[test]
fn a_password_and_an_old_version_are_named() {
    let mut bytes = STRUCTURES.to_vec();
    let at = bytes
        .windows(2)
        .position(|window| window == [0xEC, 0xA5])
        .unwrap();
    bytes[at + 11] |= 1;
    assert_eq!(read(&bytes).unwrap_err(), InputError::Encrypted);
    bytes[at + 11] &= !1;
    bytes[at + 2..at + 4].copy_from_slice(&[0x65, 0]);
    assert!(read(&bytes).unwrap_err().to_string().contains("Word 6.0"));
}

#[test]
fn cut_and_changed_files_end() {
    let mut seed = 1u64;
    let mut random = |below: usize| {
        seed = seed
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % below
    };
    for round in 0..600 {
        let mut bytes = STRUCTURES.to_vec();
        for _ in 0..=round % 40 {
            let at = random(bytes.len());
            bytes[at] = if round % 3 == 0 { 0xFF } else { random(256) as u8 };
        }
        if round % 5 == 0 {
            bytes.truncate(random(STRUCTURES.len()));
        }
        // Anything but a panic or a hang is right.
        if let Ok(reading) = read(&bytes) {
            assert!(reading.builder.len() < 64 << 20);
        }
    }
}

//! Small files made here, with text in a code page and no font.

use super::*;

/// A page of A4 whose text is drawn with these matrices. The file has no index: readers find the objects.
fn page(rotate: u32, texts: &[(&str, &str)]) -> Vec<u8> {
    let mut content = String::new();
    for (matrix, text) in texts {
        let codes = encoding_rs::GBK.encode(text).0;
        let hex: String = codes.iter().map(|byte| format!("{byte:02X}")).collect();
        content += &format!("BT /F1 16 Tf {matrix} Tm <{hex}> Tj ET\n");
    }
    format!(
        "%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n\
         3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Contents 4 0 R \
         /Resources <</Font <</F1 5 0 R>>>>>> endobj\n4 0 obj <</Length {}>> stream\n{content}endstream endobj\n\
         5 0 obj <</Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [6 0 R]>> endobj\n\
         6 0 obj <</Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /CIDSystemInfo <</Registry (Adobe) /Ordering (GB1) \
         /Supplement 0>> /DW 1000>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n",
        content.len()
    )
    .into_bytes()
}

fn text(bytes: &[u8]) -> String {
    read(bytes).unwrap().builder.finish(Default::default()).text
}

#[test]
fn radicals_fold_to_their_ideographs() {
    assert_eq!(RADICALS.chars().count(), 214);
    assert_eq!(
        ['\u{2F00}', '\u{2F25}', '\u{2F8F}', '\u{2FD5}'].map(folded),
        ['一', '女', '行', '龠']
    );
}

#[test]
fn what_is_no_pdf_is_damaged() {
    let error = read(b"%PDF-1.7\nnothing else").err();
    assert!(
        matches!(error, Some(InputError::Damaged { .. }) | None),
        "{error:?}"
    );
}

#[test]
fn a_file_that_breaks_off_is_not_called_empty() {
    let whole = page(0, &[("1 0 0 1 100 700", "一、主要举措")]);
    let stream = whole.windows(6).position(|window| window == b"stream").unwrap();
    for end in [60, stream, stream + 10] {
        let error = read(&whole[..end]).err();
        assert!(
            matches!(error, Some(InputError::Damaged { .. })),
            "{end}: {error:?}"
        );
    }
    assert!(read(&page(0, &[])).unwrap().builder.is_empty());
    // Where the fonts are lost, what is read are signs that nobody wrote.
    let garbled = page(0, &[("1 0 0 1 100 700", "一、主要\u{1}\u{2}举措")]);
    assert!(read(&garbled).is_ok());
    let error = read(&garbled[..garbled.len() - 6]).err();
    assert!(matches!(error, Some(InputError::Damaged { .. })), "{error:?}");
    assert!(read(&whole[..whole.len() - 6]).is_ok());
}

#[test]
fn a_page_is_read_the_way_up_that_it_is_shown() {
    let upright = [
        ("1 0 0 1 100 700", "一、主要举措"),
        ("1 0 0 1 100 600", "二、存在不足"),
    ];
    let turned = [
        ("0 1 -1 0 100 200", "一、主要举措"),
        ("0 1 -1 0 200 200", "二、存在不足"),
    ];
    let head_down = [
        ("-1 0 0 -1 500 100", "一、主要举措"),
        ("-1 0 0 -1 500 200", "二、存在不足"),
    ];
    let back = [
        ("0 -1 1 0 500 700", "一、主要举措"),
        ("0 -1 1 0 400 700", "二、存在不足"),
    ];
    for (rotate, texts) in [(0, upright), (90, turned), (180, head_down), (270, back)] {
        assert_eq!(
            text(&page(rotate, &texts)),
            "一、主要举措\n二、存在不足",
            "turned by {rotate}"
        );
    }
}

#[test]
fn a_page_whose_text_lies_across_is_read_across() {
    let line = "全年办理行政复议案件，依法公开结果，接受各方监督。".repeat(3);
    let texts = [
        ("0 1 -1 0 100 20", line.as_str()),
        ("0 1 -1 0 200 20", line.as_str()),
    ];
    assert_eq!(text(&page(0, &texts)).matches("全年办理").count(), 6);
}

#[test]
fn watermarks_that_rise_are_no_text() {
    let texts = [
        ("1 0 0 1 100 700", "全年办理案件"),
        ("0.87 0.5 -0.5 0.87 100 300", "内部资料"),
        ("0.7 0.7 -0.7 0.7 100 300", "注意保存"),
        ("0 1 -1 0 30 300", "归档"),
    ];
    assert_eq!(text(&page(0, &texts)), "全年办理案件");
}

//! Small documents, each for one thing that Word and WPS write.

use super::read;
use crate::document::Document;
use std::io::{Cursor, Write};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn docx(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn document(body: &str, numbering: &str, styles: &str) -> Document {
    let wrap = |name: &str, inner: &str| {
        format!("<w:{name} xmlns:w='w' xmlns:mc='mc' xmlns:r='r'>{inner}</w:{name}>")
    };
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationship Id='{kind}' Type='http://purl.oclc.org/ooxml/officeDocument/relationships/{kind}' Target='{target}'/>"
        )
    };
    let root = format!(
        "<Relationships>{}</Relationships>",
        relation("officeDocument", "/word/document2.xml")
    );
    let parts = ["styles", "numbering"]
        .map(|kind| relation(kind, &format!("{kind}.xml")))
        .concat();
    let bytes = docx(&[
        ("_rels/.rels", &root),
        (
            "word/_rels/document2.xml.rels",
            &format!("<Relationships>{parts}</Relationships>"),
        ),
        (
            "word/document2.xml",
            &wrap("document", &format!("<w:body>{body}</w:body>")),
        ),
        ("word/numbering.xml", &wrap("numbering", numbering)),
        ("word/styles.xml", &wrap("styles", styles)),
    ]);
    read(&bytes).unwrap().builder.finish(Default::default())
}

fn lines(body: &str, numbering: &str, styles: &str) -> Vec<String> {
    document(body, numbering, styles)
        .text
        .lines()
        .map(String::from)
        .collect()
}

fn paragraph(properties: &str, text: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>")
}

fn level(depth: u8, format: &str, text: &str, more: &str) -> String {
    format!(
        "<w:lvl w:ilvl='{depth}'><w:start w:val='1'/><w:numFmt w:val='{format}'/>{more}<w:lvlText w:val='{text}'/></w:lvl>"
    )
}

#[test]
fn labels_of_styles_levels_and_restarts() {
    let levels = level(0, "chineseCountingThousand", "%1、", "<w:pStyle w:val='H1'/>")
        + &level(1, "decimal", "%2.", "<w:pStyle w:val='H2'/>");
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='5'>{levels}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='5'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='5'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='7'/></w:lvlOverride></w:num>"
    );
    let styles = "<w:style w:type='paragraph' w:styleId='H1'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>\
        <w:style w:type='paragraph' w:styleId='H2'><w:basedOn w:val='H1'/></w:style>\
        <w:style w:type='paragraph' w:styleId='H1x'><w:basedOn w:val='H1'/></w:style>";
    let of = |style: &str, text: &str| paragraph(&format!("<w:pStyle w:val='{style}'/>"), text);
    let direct = |list: &str, text: &str| {
        paragraph(
            &format!("<w:numPr><w:ilvl w:val='0'/><w:numId w:val='{list}'/></w:numPr>"),
            text,
        )
    };
    let body = of("H1", "甲")
        + &of("H1", " ")
        + &of("H1x", "乙")
        + &direct("2", "丙")
        + &direct("2", "丁")
        + &direct("1", "戊")
        + &paragraph(
            "<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr>",
            "己",
        );
    let read = lines(&body, &numbering, styles);
    assert_eq!(read, ["一、甲", "二、乙", "七、丙", "八、丁", "九、戊", "己"]);
}

#[test]
fn a_list_style_between_and_a_level_defined_anew() {
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='1'><w:numStyleLink w:val='S'/></w:abstractNum>\
         <w:abstractNum w:abstractNumId='2'><w:styleLink w:val='S'/>{}</w:abstractNum>\
         <w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>\
         <w:num w:numId='2'><w:abstractNumId w:val='2'/><w:lvlOverride w:ilvl='0'>{}</w:lvlOverride></w:num>",
        level(0, "decimalEnclosedCircle", "%1", ""),
        level(0, "upperLetter", "%1)", "<w:suff w:val='nothing'/>")
    );
    let item = |list: &str| paragraph(&format!("<w:numPr><w:numId w:val='{list}'/></w:numPr>"), "项");
    assert_eq!(lines(&(item("1") + &item("2")), &numbering, ""), ["①项", "B)项"]);
}

#[test]
fn a_format_spelt_out_in_alternate_content() {
    let level = "<w:lvl w:ilvl='0'><w:start w:val='3'/><mc:AlternateContent><mc:Choice Requires='w14'>\
        <w:numFmt w:val='custom' w:format='001, 002, 003, ...'/></mc:Choice><mc:Fallback><w:numFmt w:val='decimal'/></mc:Fallback>\
        </mc:AlternateContent><w:suff w:val='nothing'/><w:lvlText w:val='第%1号'/></w:lvl>";
    let numbering = format!(
        "<w:abstractNum w:abstractNumId='1'>{level}</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='1'/></w:num>"
    );
    let body = paragraph("<w:numPr><w:numId w:val='1'/></w:numPr>", "文");
    let document = document(&body, &numbering, "");
    assert_eq!(document.text, "第003号文");
    let label = document.paragraphs[0].automatic_number.unwrap();
    assert_eq!(document.slice(label), "第003号");
}

#[test]
fn a_broken_field_does_not_swallow_what_follows() {
    let body = "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>IF 1</w:instrText></w:r></w:p>\
        <w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>X</w:instrText><w:t>藏</w:t><w:fldChar w:fldCharType='separate'/>\
        <w:t>果</w:t><w:fldChar w:fldCharType='end'/><w:t>后</w:t></w:r></w:p>";
    assert_eq!(lines(body, "", ""), ["果后"]);
}

#[test]
fn hidden_by_style_and_shown_again() {
    let styles = "<w:style w:type='paragraph' w:styleId='P'><w:rPr><w:vanish/></w:rPr></w:style>\
        <w:style w:type='character' w:styleId='C'><w:rPr><w:vanish w:val='0'/></w:rPr></w:style>";
    let body = "<w:p><w:pPr><w:pStyle w:val='P'/></w:pPr><w:r><w:t>藏</w:t></w:r>\
        <w:r><w:rPr><w:rStyle w:val='C'/></w:rPr><w:t>现</w:t></w:r></w:p>";
    assert_eq!(lines(body, "", styles), ["现"]);
}

#[test]
fn rows_and_cells_that_were_deleted_and_a_frame_of_one_column() {
    let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
    let text = |text: &str| paragraph("", text);
    let table = format!(
        "<w:tbl><w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{}{}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{}</w:tr></w:tbl>",
        cell(&text("1")),
        cell(&("<w:tcPr><w:cellDel/></w:tcPr>".to_string() + &text("2"))),
        cell(&text("3")),
    );
    assert_eq!(lines(&table, "", ""), ["\t1"]);
    let frame = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&text("段").repeat(8)));
    assert_eq!(lines(&frame, "", "").len(), 8);
}

#[test]
fn broken_and_monstrous_documents_have_their_message() {
    let code = |parts: &[(&str, &str)]| read(&docx(parts)).unwrap_err().code();
    assert_eq!(code(&[("word/styles.xml", "<a/>")]), "damaged");
    assert_eq!(
        code(&[("word/document.xml", "<w:document xmlns:w='w'><w:body>")]),
        "damaged"
    );
    let deep = format!("<a>{}{}</a>", "<a>".repeat(100_000), "</a>".repeat(100_000));
    assert_eq!(code(&[("word/document.xml", &deep)]), "too-large");
    let rows = "<tr><tc><p/></tc></tr>".repeat(300_000);
    assert_eq!(
        code(&[(
            "word/document.xml",
            &format!("<document><tbl>{rows}</tbl></document>")
        )]),
        "too-large"
    );
}

/// The text of the nth run of a part, as a writer of comments would find it.
fn run_text(part: &str, run: u32) -> String {
    let tree = roxmltree::Document::parse(part).unwrap();
    let runs = tree.descendants().filter(|node| node.tag_name().name() == "r");
    let run = runs.into_iter().nth(run as usize).unwrap();
    let text = |node: roxmltree::Node| match node.tag_name().name() {
        "t" => node.text().unwrap_or_default().to_string(),
        "tab" => "\t".into(),
        _ => String::new(),
    };
    run.children().map(text).collect()
}

#[test]
fn every_finding_and_figure_is_found_again_in_the_runs_of_the_file() {
    let numbering = "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='chineseCounting'/>\
        <w:lvlText w:val='%1、'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
    let body = "<w:p><w:r><w:t>青岚县2024年法治政府建设年度报告</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr><w:r><w:t>主要举</w:t></w:r><w:r><w:t>措</w:t></w:r></w:p>\
        <w:p><w:r><w:t>全年</w:t><w:tab/><w:t>受理案件1</w:t></w:r><w:del><w:r><w:delText>9</w:delText></w:r></w:del>\
        <w:ins><w:r><w:t>26</w:t></w:r></w:ins><w:r><w:t>件，依法</w:t></w:r><w:r><w:t>依法公开。</w:t></w:r></w:p>\
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t> 指标 </w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>办结</w:t></w:r></w:p>\
        <w:p><w:r><w:t>38件</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let document = document(body, numbering, "");
    let part = format!("<w:body xmlns:w='w'>{body}</w:body>");
    let report = crate::analyze(
        document,
        &crate::Profile::default(),
        &crate::Corrections::default(),
    );
    let spans = report.figures.iter().map(|figure| figure.span);
    let spans: Vec<_> = spans
        .chain(report.findings.iter().filter_map(|finding| finding.span))
        .collect();
    let found = |span| {
        let runs = report.document.runs_of(span);
        let texts = runs.iter().map(|run| {
            let stretch = report.document.slice(run.span);
            let in_file: String = (run_text(&part, run.run).chars())
                .skip(run.start as usize)
                .take(stretch.chars().count())
                .collect();
            assert_eq!(in_file, stretch);
            in_file
        });
        texts.collect::<String>()
    };
    for &span in &spans {
        assert_eq!(
            found(span),
            report.document.slice(span).replace(['、', '一'], ""),
            "{span:?}"
        );
    }
    let figures: Vec<_> = report.figures.iter().map(|figure| found(figure.span)).collect();
    assert_eq!(figures, ["126件", "38件"]);
    assert_eq!(report.document.runs_of(report.figures[0].span).len(), 3);
    assert!(report.findings.iter().any(|finding| finding.span.is_some()));
}

#[test]
fn a_chunk_of_another_format_is_read_in_its_place() {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |id: &str, kind: &str, target: &str| {
        format!("<Relationship Id='{id}' Type='{types}/{kind}' Target='{target}'/>")
    };
    let table = "<table><tr><td>指标</td><td>件数</td></tr><tr><td>处罚</td><td>12</td></tr></table>";
    let own = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>";
    let body = format!("{}<w:altChunk r:id='c'/>{own}", paragraph("", "之前"));
    let bytes = docx(&[
        (
            "word/_rels/document.xml.rels",
            &format!(
                "<Relationships>{}</Relationships>",
                relation("c", "aFChunk", "/word/chunk.html")
            ),
        ),
        (
            "word/document.xml",
            &format!("<w:document xmlns:w='w' xmlns:r='r'><w:body>{body}</w:body></w:document>"),
        ),
        (
            "word/chunk.html",
            &format!("<html><body><p>嵌入的段落</p>{table}</body></html>"),
        ),
    ]);
    let document = read(&bytes).unwrap().builder.finish(Default::default());
    assert_eq!(document.text, "之前\n嵌入的段落\n指标\t件数\n处罚\t12\n甲\t乙");
    let places: Vec<_> = document
        .paragraphs
        .iter()
        .filter_map(|paragraph| paragraph.place.words())
        .collect();
    assert_eq!(places, ["表 1 第 1 行", "表 1 第 2 行", "表 2 第 1 行"]);
}

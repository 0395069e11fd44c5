//! The report as a web page and as a text document of two columns, for other programs to convert.

use std::fmt::Write;

/// How a page looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// As GB/T 9704 wants it: indented, 28 characters a line, page numbers below.
    Office,
    /// Without indent, with space between the paragraphs, as browsers do by themselves.
    Web,
    /// Two columns below a title over both.
    Columns,
}

impl Layout {
    /// For names of files.
    pub fn name(self) -> &'static str {
        match self {
            Layout::Office => "office",
            Layout::Web => "web",
            Layout::Columns => "columns",
        }
    }

    fn style(self) -> &'static str {
        match self {
            Layout::Office => {
                "@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: '— ' counter(page) ' —' } }
                body { margin: 0; font: 16pt/29pt 'Noto Serif CJK SC', 'Noto Sans CJK SC', serif; text-align: justify }
                p { margin: 0; text-indent: 2em } table { width: 100%; border-collapse: collapse }
                td { border: 1px solid black } .title { font-size: 22pt; text-indent: 0; text-align: center }
                .left { text-indent: 0 } .right { text-align: right; margin-right: 2em }"
            }
            Layout::Web => {
                ".title { text-align: center; font-size: 1.6em } .right { text-align: right } td { border: 1px solid black }"
            }
            Layout::Columns => {
                "@page { size: A4; margin: 20mm } body { margin: 0; font: 10.5pt/18pt 'Noto Sans CJK SC', sans-serif }
                .text { column-count: 2; column-gap: 2em } p { margin: 0; text-indent: 2em; text-align: justify }
                td { border: 1px solid black } table { border-collapse: collapse; width: 100% }
                .title { font-size: 18pt; text-indent: 0; text-align: center } .left { text-indent: 0 }
                .right { text-align: right }"
            }
        }
    }
}

/// A line of the report and what it is.
enum Block<'t> {
    Title(&'t str),
    Recipient(&'t str),
    Plain(&'t str),
    Sign(&'t str),
    Row(Vec<&'t str>),
}

fn blocks(text: &str) -> Vec<Block<'_>> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let head = lines.iter().position(|line| line.ends_with('：')).unwrap_or(0);
    lines
        .iter()
        .enumerate()
        .map(|(at, &line)| match line {
            line if line.contains('\t') => Block::Row(line.split('\t').collect()),
            line if at < head => Block::Title(line),
            line if at == head && head > 0 => Block::Recipient(line),
            line if at + 2 >= lines.len() => Block::Sign(line),
            line => Block::Plain(line),
        })
        .collect()
}

/// The report as a web page, its language and encoding declared.
pub fn page(text: &str, layout: Layout) -> String {
    let mut body = String::new();
    let mut in_table = false;
    let mut in_text = false;
    for block in blocks(text) {
        let is_row = matches!(block, Block::Row(_));
        if is_row != in_table {
            body.push_str(if is_row { "<table>\n" } else { "</table>\n" });
            in_table = is_row;
        }
        if !in_text && !matches!(block, Block::Title(_)) {
            body.push_str("<div class=text>\n");
            in_text = true;
        }
        let (class, line) = match block {
            Block::Row(cells) => {
                let cells: String = cells.iter().map(|cell| format!("<td>{cell}</td>")).collect();
                let _ = writeln!(body, "<tr>{cells}</tr>");
                continue;
            }
            Block::Title(line) => ("title", line),
            Block::Recipient(line) => ("left", line),
            Block::Plain(line) => ("plain", line),
            Block::Sign(line) => ("right", line),
        };
        let _ = writeln!(body, "<p class={class}>{line}</p>");
    }
    format!(
        "<!DOCTYPE html>\n<html lang=zh-CN><head><meta charset=\"utf-8\"><title>年度报告</title>\n\
         <style>{}</style></head><body>\n{body}</div>\n</body></html>\n",
        layout.style()
    )
}

/// The report as a flat OpenDocument text whose body has two columns.
pub fn two_column_text_document(text: &str) -> String {
    let (mut head, mut body) = (String::new(), String::new());
    let mut in_table = false;
    for block in blocks(text) {
        let is_row = matches!(block, Block::Row(_));
        if is_row != in_table {
            body.push_str(if is_row {
                "<table:table><table:table-column table:number-columns-repeated=\"3\"/>"
            } else {
                "</table:table>"
            });
            in_table = is_row;
        }
        let _ = match block {
            Block::Title(line) => writeln!(head, "<text:p text:style-name=\"T\">{line}</text:p>"),
            Block::Recipient(line) => writeln!(body, "<text:p>{line}</text:p>"),
            Block::Plain(line) => writeln!(body, "<text:p text:style-name=\"P\">{line}</text:p>"),
            Block::Sign(line) => writeln!(body, "<text:p text:style-name=\"R\">{line}</text:p>"),
            Block::Row(cells) => {
                let cell = |cell: &&str| {
                    format!(
                        "<table:table-cell table:style-name=\"C\"><text:p>{cell}</text:p></table:table-cell>"
                    )
                };
                let cells: String = cells.iter().map(cell).collect();
                writeln!(body, "<table:table-row>{cells}</table:table-row>")
            }
        };
    }
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="T" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="18pt" style:font-size-asian="18pt"/></style:style>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties fo:text-indent="21pt" fo:text-align="justify"/></style:style>
<style:style style:name="R" style:family="paragraph"><style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="S" style:family="section"><style:section-properties><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
</office:automatic-styles>
<office:body><office:text>
{head}<text:section text:name="s" text:style-name="S">
{body}</text:section>
</office:text></office:body>
</office:document>
"#
    )
}

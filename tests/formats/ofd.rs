//! The report as an OFD file (GB/T 33190), laid out here: no program that writes OFD can be had everywhere.

use crate::pack;
use std::fmt::Write;

/// How a writer puts text on a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Style {
    /// A text object a line, its characters placed by `DeltaX` with groups; names with a prefix.
    Line,
    /// A text object a character, scaled by its matrix; the default namespace, paths from the root.
    Character,
    /// A text object a paragraph part, with a text code a line.
    Codes,
}

/// Characters on a line and lines on a page, as GB/T 9704 wants them; millimetres.
const PER_LINE: f64 = 28.0;
const PER_PAGE: usize = 22;
const SIZE: f64 = 5.6;
const PITCH: f64 = 10.2;
const LEFT: f64 = 28.0;
const TOP: f64 = 37.0;

impl Style {
    /// All of them.
    pub const ALL: [Style; 3] = [Style::Line, Style::Character, Style::Codes];

    /// For names of files.
    pub fn name(self) -> &'static str {
        match self {
            Style::Line => "line",
            Style::Character => "character",
            Style::Codes => "codes",
        }
    }

    fn prefix(self) -> &'static str {
        match self {
            Style::Character => "",
            Style::Line | Style::Codes => "ofd:",
        }
    }

    fn root(self) -> &'static str {
        match self {
            Style::Character => "/",
            Style::Line | Style::Codes => "",
        }
    }
}

/// A line or a cell's text at its place on a page.
struct Piece {
    x: f64,
    y: f64,
    text: String,
}

#[derive(Default)]
struct Page {
    pieces: Vec<Piece>,
    /// Lines of tables: from and to.
    rules: Vec<[f64; 4]>,
}

/// An OFD file with a document for each text. Each has a template page, page numbers and an annotation, which are no
/// text of the report.
pub fn file(texts: &[&str], style: Style) -> Vec<u8> {
    let mut parts: Vec<(String, String)> = vec![];
    let mut bodies = String::new();
    for (number, text) in texts.iter().enumerate() {
        let folder = format!("Doc_{number}");
        let _ = write!(
            bodies,
            "<o:DocBody><o:DocInfo><o:DocID>{number}</o:DocID></o:DocInfo><o:DocRoot>{}{folder}/Document.xml</o:DocRoot></o:DocBody>",
            style.root()
        );
        add_document(&mut parts, &folder, &pages(text), style);
    }
    parts.push((
        "OFD.xml".into(),
        format!(
            "<o:OFD xmlns:o=\"http://www.ofdspec.org/2016\" Version=\"1.1\" DocType=\"OFD\">{bodies}</o:OFD>"
        ),
    ));
    let named: Vec<(String, Vec<u8>)> = parts
        .into_iter()
        .map(|(name, text)| (name, with_prefix(&text, style).into_bytes()))
        .collect();
    pack::zip(
        &named
            .iter()
            .map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
            .collect::<Vec<_>>(),
    )
}

fn with_prefix(xml: &str, style: Style) -> String {
    let declaration = match style {
        Style::Character => "xmlns=",
        Style::Line | Style::Codes => "xmlns:ofd=",
    };
    let xml = xml.replace("xmlns:o=", declaration);
    let prefix = style.prefix();
    let xml = xml
        .replace("<o:", &format!("<{prefix}"))
        .replace("</o:", &format!("</{prefix}"));
    format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{xml}")
}

fn add_document(parts: &mut Vec<(String, String)>, folder: &str, pages: &[Page], style: Style) {
    const XMLNS: &str = "xmlns:o=\"http://www.ofdspec.org/2016\"";
    let place = |path: &str| match style {
        Style::Character => format!("/{folder}/{path}"),
        Style::Line | Style::Codes => path.to_string(),
    };
    let mut list = String::new();
    for (at, page) in pages.iter().enumerate() {
        let path = format!("Pages/Page_{at}/Content.xml");
        let _ = write!(list, "<o:Page ID=\"{}\" BaseLoc=\"{}\"/>", at + 10, place(&path));
        let mut objects = String::new();
        for piece in &page.pieces {
            add_text(&mut objects, piece, style);
        }
        for rule in &page.rules {
            add_rule(&mut objects, *rule);
        }
        let number = Piece {
            x: 98.0,
            y: 280.0,
            text: format!("— {} —", at + 1),
        };
        add_text(&mut objects, &number, Style::Line);
        parts.push((
            format!("{folder}/{path}"),
            format!(
                "<o:Page {XMLNS}><o:Template TemplateID=\"2\" ZOrder=\"Background\"/><o:Content>\
                 <o:Layer ID=\"900\" Type=\"Body\">{objects}</o:Layer></o:Content></o:Page>"
            ),
        ));
    }
    let mut stamp = String::new();
    add_text(
        &mut stamp,
        &Piece {
            x: 60.0,
            y: 20.0,
            text: "青岚县人民政府文稿纸".into(),
        },
        Style::Line,
    );
    parts.push((
        format!("{folder}/Tpls/Tpl_0/Content.xml"),
        format!("<o:Page {XMLNS}><o:Content><o:Layer ID=\"901\">{stamp}</o:Layer></o:Content></o:Page>"),
    ));
    let mut note = String::new();
    add_text(
        &mut note,
        &Piece {
            x: 60.0,
            y: 60.0,
            text: "此处数字请再核对99件".into(),
        },
        Style::Line,
    );
    parts.push((
        format!("{folder}/Annots/Page_0/Annotation.xml"),
        format!("<o:PageAnnot {XMLNS}><o:Annot ID=\"902\" Type=\"Stamp\"><o:Appearance>{note}</o:Appearance></o:Annot></o:PageAnnot>"),
    ));
    parts.push((
        format!("{folder}/Annots/Annotations.xml"),
        format!("<o:Annotations {XMLNS}><o:Page PageID=\"10\"><o:FileLoc>Page_0/Annotation.xml</o:FileLoc></o:Page></o:Annotations>"),
    ));
    parts.push((
        format!("{folder}/Document.xml"),
        format!(
            "<o:Document {XMLNS}><o:CommonData><o:MaxUnitID>1000</o:MaxUnitID><o:PageArea>\
             <o:PhysicalBox>0 0 210 297</o:PhysicalBox></o:PageArea>\
             <o:TemplatePage ID=\"2\" Name=\"稿纸\" BaseLoc=\"{}\"/></o:CommonData><o:Pages>{list}</o:Pages>\
             <o:Annotations>{}</o:Annotations></o:Document>",
            place("Tpls/Tpl_0/Content.xml"),
            place("Annots/Annotations.xml")
        ),
    ));
}

fn add_text(objects: &mut String, piece: &Piece, style: Style) {
    let characters: Vec<char> = piece.text.chars().collect();
    let Piece { x, y, .. } = piece;
    if style == Style::Character {
        let mut at = *x;
        for c in characters {
            let _ = write!(
                objects,
                "<o:TextObject ID=\"1\" Boundary=\"{at:.2} {y} {SIZE} {SIZE}\" Font=\"3\" Size=\"1\" CTM=\"{SIZE} 0 0 {SIZE} 0 0\">\
                 <o:TextCode X=\"0\" Y=\"0.86\">{c}</o:TextCode></o:TextObject>"
            );
            at += width(c);
        }
        return;
    }
    let (code, box_width) = (
        text_code(&characters, 0.0),
        characters.iter().map(|&c| width(c)).sum::<f64>(),
    );
    let codes = match style {
        Style::Codes if characters.len() > 4 => {
            let (head, rest) = characters.split_at(characters.len() / 2);
            let middle = head.iter().map(|&c| width(c)).sum();
            text_code(head, 0.0) + &text_code(rest, middle)
        }
        _ => code,
    };
    let _ = write!(
        objects,
        "<o:TextObject ID=\"1\" Boundary=\"{x} {y} {box_width:.2} {SIZE}\" Font=\"3\" Size=\"{SIZE}\">{codes}</o:TextObject>"
    );
}

/// The steps between characters, equal ones in groups.
fn text_code(characters: &[char], x: f64) -> String {
    let steps: Vec<f64> = characters.iter().map(|&c| width(c)).collect();
    let steps = steps.get(..steps.len().saturating_sub(1)).unwrap_or_default();
    let mut list = vec![];
    for group in steps.chunk_by(|a, b| a == b) {
        list.push(match group.len() {
            1 => format!("{}", group[0]),
            count => format!("g {count} {}", group[0]),
        });
    }
    let text: String = characters.iter().collect();
    format!(
        "<o:TextCode X=\"{x:.2}\" Y=\"4.8\" DeltaX=\"{}\" DeltaY=\"g {} 0\">{text}</o:TextCode>",
        list.join(" "),
        steps.len()
    )
}

fn add_rule(objects: &mut String, [x0, y0, x1, y1]: [f64; 4]) {
    let (width, height) = (x1 - x0, y1 - y0);
    let _ = write!(
        objects,
        "<o:PathObject ID=\"5\" Boundary=\"{x0} {y0} {:.2} {:.2}\" LineWidth=\"0.3\">\
         <o:AbbreviatedData>M 0 0 L {width:.2} {height:.2}</o:AbbreviatedData></o:PathObject>",
        width.max(0.3),
        height.max(0.3)
    );
}

fn width(c: char) -> f64 {
    if c.is_ascii() { SIZE / 2.0 } else { SIZE }
}

/// Sets the text: titles in the middle, the addressee flush, the signature to the right, all else with an indent.
fn pages(text: &str) -> Vec<Page> {
    let lines: Vec<&str> = text.lines().filter(|line| !line.is_empty()).collect();
    let head = lines.iter().position(|line| line.ends_with('：')).unwrap_or(0);
    let mut setter = Setter {
        pages: vec![Page::default()],
        row: 0,
    };
    for (at, line) in lines.iter().enumerate() {
        let length: f64 = line.chars().map(width).sum();
        if line.contains('\t') {
            setter.table_row(&line.split('\t').collect::<Vec<_>>());
        } else if at < head {
            setter.line(LEFT + (PER_LINE * SIZE - length) / 2.0, line);
        } else if at == head && head > 0 {
            setter.line(LEFT, line);
        } else if head > 0 && at + 2 >= lines.len() {
            setter.line(LEFT + (PER_LINE - 2.0) * SIZE - length, line);
        } else {
            setter.paragraph(line);
        }
    }
    setter.pages
}

struct Setter {
    pages: Vec<Page>,
    row: usize,
}

impl Setter {
    fn line(&mut self, x: f64, text: &str) {
        let y = self.next_row();
        self.page().pieces.push(Piece {
            x,
            y,
            text: text.into(),
        });
    }

    fn paragraph(&mut self, text: &str) {
        let mut indent = 2.0 * SIZE;
        let (mut line, mut length) = (String::new(), indent);
        for c in text.chars() {
            // Marks that may not start a line hang over.
            if length + width(c) > PER_LINE * SIZE + 0.01 && !"，。、；：！？）》”".contains(c) {
                self.line(LEFT + indent, &std::mem::take(&mut line));
                (indent, length) = (0.0, 0.0);
            }
            line.push(c);
            length += width(c);
        }
        self.line(LEFT + indent, &line);
    }

    fn table_row(&mut self, cells: &[&str]) {
        let y = self.next_row();
        let all = PER_LINE * SIZE;
        let widths =
            std::iter::once(all / 2.0).chain(std::iter::repeat(all / 2.0 / (cells.len() - 1) as f64));
        let mut x = LEFT;
        let page = self.page();
        for (cell, width) in cells.iter().zip(widths) {
            page.pieces.push(Piece {
                x: x + 1.0,
                y,
                text: cell.to_string(),
            });
            page.rules.push([x, y - 2.0, x, y - 2.0 + PITCH]);
            x += width;
        }
        page.rules.push([x, y - 2.0, x, y - 2.0 + PITCH]);
        page.rules.push([LEFT, y - 2.0, x, y - 2.0]);
        page.rules.push([LEFT, y - 2.0 + PITCH, x, y - 2.0 + PITCH]);
    }

    fn next_row(&mut self) -> f64 {
        if self.row == PER_PAGE {
            self.pages.push(Page::default());
            self.row = 0;
        }
        self.row += 1;
        TOP + (self.row - 1) as f64 * PITCH
    }

    fn page(&mut self) -> &mut Page {
        self.pages.last_mut().expect("there is a page")
    }
}

//! Fonts with a predefined CMap and no ToUnicode: they get both from `encoding_rs`, because the predefined tables
//! would more than double the program.
//!
//! Word processors write such fonts where nothing is embedded (STSong, SimSun): the codes are GBK, Big5 or UTF-16.

use encoding_rs::{BIG5, Encoding, GBK};
use pdfboss_core::{Dict, Document, Name, ObjRef, Object, ObjectSource, Result, Stream};
use std::fmt::Write;
use std::sync::LazyLock;

/// A document whose fonts can all be read.
#[derive(Clone, Copy)]
pub struct Readable<'d>(pub &'d Document);

impl ObjectSource for Readable<'_> {
    fn get(&self, reference: ObjRef) -> Result<Object> {
        self.0.get(reference).map(readable)
    }

    fn stream_data(&self, stream: &Stream) -> Result<Vec<u8>> {
        self.0.stream_data(stream)
    }
}

fn readable(object: Object) -> Object {
    let Object::Dict(mut dict) = object else {
        return object;
    };
    if let Some(codes) = codes_of(&dict) {
        dict.insert(Name("Encoding".into()), stream(codes.code_space()));
        dict.insert(Name("ToUnicode".into()), stream(codes.to_unicode()));
    }
    Object::Dict(dict)
}

fn codes_of(dict: &Dict) -> Option<Codes> {
    if dict.get_name("Subtype")?.0 != "Type0" || dict.get("ToUnicode").is_some() {
        return None;
    }
    let name = dict
        .get_name("Encoding")?
        .0
        .trim_end_matches("-H")
        .trim_end_matches("-V");
    match name {
        "GBK-EUC" | "GBKp-EUC" | "GBK2K" | "GB-EUC" | "GBpc-EUC" => Some(Codes::Gbk),
        "ETen-B5" | "ETenms-B5" | "B5pc" => Some(Codes::Big5),
        name if name.starts_with("UniGB-") || name.starts_with("UniCNS-") => {
            (name.ends_with("UCS2") || name.ends_with("UTF16")).then_some(Codes::Utf16)
        }
        _ => None,
    }
}

#[derive(Clone, Copy)]
enum Codes {
    Gbk,
    Big5,
    Utf16,
}

static GBK_TO_UNICODE: LazyLock<String> = LazyLock::new(|| double_bytes(GBK));
static BIG5_TO_UNICODE: LazyLock<String> = LazyLock::new(|| double_bytes(BIG5));
static UTF16_TO_UNICODE: LazyLock<String> = LazyLock::new(utf16);

impl Codes {
    /// How codes are cut, each its own CID: widths are lost, which moves half-width text a little.
    fn code_space(self) -> &'static str {
        match self {
            Codes::Gbk | Codes::Big5 => {
                "2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange\n\
                 2 begincidrange <00> <80> 0 <8140> <FEFE> 256 endcidrange\n"
            }
            Codes::Utf16 => {
                "1 begincodespacerange <0000> <FFFF> endcodespacerange\n\
                 1 begincidrange <0000> <FFFF> 0 endcidrange\n"
            }
        }
    }

    fn to_unicode(self) -> &'static str {
        match self {
            Codes::Gbk => &GBK_TO_UNICODE,
            Codes::Big5 => &BIG5_TO_UNICODE,
            Codes::Utf16 => &UTF16_TO_UNICODE,
        }
    }
}

fn stream(body: &str) -> Object {
    let text = format!(
        "/CIDInit /ProcSet findresource begin\nbegincmap\n/CMapName /Codes def\n/WMode 0 def\n{body}endcmap\nend\n"
    );
    let mut dict = Dict::new();
    dict.insert(Name("Type".into()), Object::Name(Name("CMap".into())));
    dict.insert(Name("CMapName".into()), Object::Name(Name("Codes".into())));
    dict.insert(Name("Length".into()), Object::Int(text.len() as i64));
    Object::Stream(Stream {
        dict,
        data: text.into_bytes(),
    })
}

/// Every code of a double-byte encoding with its character, in lists of at most 100.
fn double_bytes(encoding: &'static Encoding) -> String {
    let mut pairs: Vec<String> = (0x20..0x7F)
        .map(|code| format!("<{code:02X}> <{code:04X}>\n"))
        .collect();
    for code in 0x8140..=0xFEFE_u16 {
        let bytes = code.to_be_bytes();
        if bytes[1] < 0x40 || bytes[1] == 0x7F || bytes[1] == 0xFF {
            continue;
        }
        let (text, broken) = encoding.decode_without_bom_handling(&bytes);
        if broken {
            continue;
        }
        let mut pair = format!("<{code:04X}> <");
        for unit in text.encode_utf16() {
            let _ = write!(pair, "{unit:04X}");
        }
        pair.push_str(">\n");
        pairs.push(pair);
    }
    let mut out = String::from("2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange\n");
    for chunk in pairs.chunks(100) {
        let _ = writeln!(out, "{} beginbfchar\n{}endbfchar", chunk.len(), chunk.concat());
    }
    out
}

/// The code is the character: one range a row, because a range may not cross its high byte.
fn utf16() -> String {
    let mut out = String::from("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
    for rows in (0..=0xFF_u32).collect::<Vec<_>>().chunks(100) {
        let _ = writeln!(out, "{} beginbfrange", rows.len());
        for row in rows {
            let _ = writeln!(out, "<{row:02X}00> <{row:02X}FF> <{row:02X}00>");
        }
        out.push_str("endbfrange\n");
    }
    out
}

//! Rich Text Format, as Word, WPS and LibreOffice write it.

mod lists;
mod output;
mod tokens;

#[cfg(test)]
mod tests;

use super::builder::LINE_BREAK;
use super::{InputError, ReadOptions, Reading};
use encoding_rs::Encoding;
use lists::Lists;
use output::{Kind, Output};
use std::collections::HashMap;
use tokens::{Token, Tokens};

/// Groups deeper than this are read as if they were closed.
const MAX_DEPTH: usize = 4_000;

/// Reads the text; `options` may name the code page of text that does not name its own.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, InputError> {
    let mut reader = Reader::new(bytes, options);
    for token in Tokens::new(bytes) {
        reader.token(token);
        reader.output.check()?;
    }
    while !reader.outer.is_empty() {
        reader.close();
    }
    reader.flush_bytes();
    Ok(Reading::from(reader.output.finish()))
}

/// Where text goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Destination {
    #[default]
    Text,
    /// The finished label of a list.
    Label,
    /// Text of a level in the list table.
    LevelText,
    /// Only control words matter.
    Fonts,
    Lists,
    Skip,
}

/// What a group inherits and gives back.
#[derive(Debug, Clone, Copy, Default)]
struct State {
    destination: Destination,
    hidden: bool,
    deleted: bool,
    font: i32,
    /// How many characters stand for a `\u` in readers that do not know it.
    fallback: u32,
    in_table: bool,
    list: Option<i32>,
    level: usize,
    /// The group is a note or a text box.
    opens: Option<Kind>,
    /// `\*` was seen: an unknown destination is to be skipped.
    is_optional: bool,
}

struct Reader {
    state: State,
    outer: Vec<State>,
    /// Groups that were too deep to be kept.
    too_deep: usize,
    output: Output,
    lists: Lists,
    fonts: HashMap<i32, &'static Encoding>,
    default_font: i32,
    code_page: &'static Encoding,
    bytes: Vec<u8>,
    skip: u32,
    surrogate: Option<u16>,
    level_text: String,
    /// Whether the file has finished labels; if not, they are made from the list tables.
    has_labels: bool,
}

impl Reader {
    fn new(bytes: &[u8], options: &ReadOptions) -> Reader {
        let wanted = options
            .encoding
            .as_deref()
            .and_then(|label| Encoding::for_label(label.as_bytes()));
        Reader {
            state: State {
                fallback: 1,
                ..State::default()
            },
            outer: vec![],
            too_deep: 0,
            output: Output::default(),
            lists: Lists::default(),
            fonts: HashMap::new(),
            default_font: 0,
            code_page: wanted.unwrap_or(encoding_rs::GB18030),
            bytes: vec![],
            skip: 0,
            surrogate: None,
            level_text: String::new(),
            has_labels: bytes.windows(9).any(|window| window == b"\\listtext"),
        }
    }

    fn token(&mut self, token: Token<'_>) {
        match token {
            Token::Byte(byte) => {
                if self.skip > 0 {
                    self.skip -= 1;
                } else {
                    self.bytes.push(byte);
                }
            }
            Token::Open => {
                self.flush_bytes();
                self.skip = 0;
                if self.outer.len() >= MAX_DEPTH {
                    self.too_deep += 1;
                    return;
                }
                self.outer.push(self.state);
                self.state.opens = None;
                self.state.is_optional = false;
            }
            Token::Close => {
                self.flush_bytes();
                self.skip = 0;
                match self.too_deep {
                    0 => self.close(),
                    _ => self.too_deep -= 1,
                }
            }
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word("u", Some(code)) => self.unicode(code),
            Token::Word(name, number) => {
                self.flush_bytes();
                self.word(name, number);
            }
        }
    }

    fn close(&mut self) {
        let Some(outer) = self.outer.pop() else {
            return;
        };
        if let Some(kind) = self.state.opens {
            self.output.close(kind);
        }
        if self.state.destination == Destination::LevelText && outer.destination != Destination::LevelText {
            let text = std::mem::take(&mut self.level_text);
            self.lists.level_text(&text);
        }
        self.state = outer;
    }

    fn symbol(&mut self, symbol: u8) {
        if self.skip > 0 {
            self.skip -= 1;
            return;
        }
        self.flush_bytes();
        match symbol {
            b'*' => self.state.is_optional = true,
            b'~' => self.push(' '),
            b'_' => self.push('-'),
            _ => {}
        }
    }

    fn unicode(&mut self, code: i32) {
        self.flush_bytes();
        self.skip = self.state.fallback;
        // Numbers above 32767 are written as negative ones.
        let unit = code as u16;
        match (self.surrogate.take(), unit) {
            (_, 0xD800..=0xDBFF) => self.surrogate = Some(unit),
            (Some(high), 0xDC00..=0xDFFF) => {
                let pair = char::decode_utf16([high, unit]).next();
                self.push(pair.and_then(Result::ok).unwrap_or('\u{FFFD}'));
            }
            // Symbol fonts live in the private area.
            (_, 0xF000..=0xF0FF) => {}
            _ => self.push(char::from_u32(u32::from(unit)).unwrap_or('\u{FFFD}')),
        }
    }

    fn flush_bytes(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let bytes = std::mem::take(&mut self.bytes);
        let encoding = self
            .fonts
            .get(&self.state.font)
            .copied()
            .unwrap_or(self.code_page);
        let (text, _) = encoding.decode_without_bom_handling(&bytes);
        for c in text.chars() {
            self.push(c);
        }
    }

    fn push(&mut self, c: char) {
        match self.state.destination {
            _ if self.state.hidden || self.state.deleted => {}
            Destination::Text => self.output.push(c),
            Destination::Label => self.output.push_label(c),
            Destination::LevelText => self.level_text.push(c),
            Destination::Fonts | Destination::Lists | Destination::Skip => {}
        }
    }

    fn word(&mut self, name: &str, number: Option<i32>) {
        let value = number.unwrap_or(0);
        let is_on = number != Some(0);
        match self.state.destination {
            Destination::Skip if name != "ud" => return,
            Destination::Fonts => return self.font_word(name, value),
            Destination::Lists
                if !matches!(name, "leveltext" | "levelnumbers" | "listname" | "listpicture") =>
            {
                return self.lists.word(name, value);
            }
            _ => {}
        }
        if self.destination(name) {
            return;
        }
        match name {
            "ansicpg" => self.code_page = code_page(value).unwrap_or(self.code_page),
            "deff" => {
                self.default_font = value;
                self.state.font = value;
            }
            "f" => self.state.font = value,
            "uc" => self.state.fallback = u32::try_from(value).unwrap_or(1),
            "v" | "webhidden" => self.state.hidden = is_on,
            "deleted" => self.state.deleted = is_on,
            "plain" => {
                self.state.hidden = false;
                self.state.deleted = false;
                self.state.font = self.default_font;
            }
            "pard" => {
                self.state.in_table = false;
                self.state.list = None;
                self.state.level = 0;
            }
            "intbl" => self.state.in_table = is_on,
            "ls" => self.state.list = Some(value),
            "ilvl" => self.state.level = usize::try_from(value).unwrap_or(0),
            "par" | "sect" | "page" => self.paragraph(),
            "cell" | "nestcell" => {
                self.make_label();
                self.output.cell(name == "cell");
            }
            "row" => self.output.row(),
            "trowd" => self.output.define_row(),
            "cellx" => self.output.define_cell(value),
            "line" | "lbr" | "column" => self.push(LINE_BREAK),
            _ => {
                if let Some(c) = character(name) {
                    self.push(c);
                }
            }
        }
    }

    fn paragraph(&mut self) {
        // A deleted mark joins its paragraph with the next; one inside a label belongs to the label.
        if self.state.deleted || self.state.destination != Destination::Text {
            return;
        }
        self.make_label();
        self.output.paragraph(self.state.in_table);
    }

    fn make_label(&mut self) {
        if let (Some(list), false) = (self.state.list, self.has_labels || self.output.is_blank()) {
            let label = self.lists.label(list, self.state.level);
            self.output.set_label(label);
        }
    }

    fn font_word(&mut self, name: &str, value: i32) {
        match name {
            "f" => self.state.font = value,
            "fcharset" => {
                if let Some(encoding) = charset(value) {
                    self.fonts.insert(self.state.font, encoding);
                }
            }
            _ => {}
        }
    }

    /// Where text goes outside of the group that stands so many groups around this one.
    fn around_group(&self, groups: usize) -> Destination {
        let outside = self.outer.len().checked_sub(groups + 1);
        outside
            .and_then(|at| self.outer.get(at))
            .map_or(Destination::Text, |state| state.destination)
    }

    /// Whether the word opens a destination, which is then set.
    fn destination(&mut self, name: &str) -> bool {
        let destination = match name {
            "fonttbl" => Destination::Fonts,
            "listtable" | "listoverridetable" => Destination::Lists,
            "leveltext" => Destination::LevelText,
            "listtext" | "pntext" => Destination::Label,
            // The Unicode twin of what `upr` leaves out goes where the twin would have gone.
            "ud" => self.around_group(1),
            "shpinst" | "shptxt" | "fldrslt" | "footnote" | "result" => Destination::Text,
            "colortbl" | "stylesheet" | "info" | "pict" | "objdata" | "header" | "headerl" | "headerr"
            | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "fldinst" | "shprslt"
            | "annotation" | "upr" | "sp" | "nonesttables" | "levelnumbers" | "listname" | "listpicture"
            | "template" | "pn" | "revtbl" | "filetbl" | "rsidtbl" | "xe" | "tc" | "rxe" | "bkmkstart"
            | "bkmkend" | "ftnsep" | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "txe"
            | "objclass" => Destination::Skip,
            _ if self.state.is_optional => {
                self.state.is_optional = false;
                Destination::Skip
            }
            _ => return false,
        };
        self.state.destination = destination;
        self.state.is_optional = false;
        let kind = match name {
            "footnote" => Kind::Note,
            "shptxt" => Kind::Box,
            _ => return true,
        };
        self.state.opens = Some(kind);
        self.state.in_table = false;
        self.output.open();
        true
    }
}

/// Characters with a name of their own.
fn character(name: &str) -> Option<char> {
    Some(match name {
        "tab" => '\t',
        "emdash" => '—',
        "endash" => '–',
        "bullet" => '•',
        "lquote" => '‘',
        "rquote" => '’',
        "ldblquote" => '“',
        "rdblquote" => '”',
        "emspace" => '\u{2003}',
        "enspace" | "qmspace" => ' ',
        _ => return None,
    })
}

/// The encoding of a font's characters; `None` where the file's code page counts.
fn charset(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        128 => encoding_rs::SHIFT_JIS,
        129 => encoding_rs::EUC_KR,
        134 => encoding_rs::GB18030,
        136 => encoding_rs::BIG5,
        161 => encoding_rs::WINDOWS_1253,
        204 => encoding_rs::WINDOWS_1251,
        238 => encoding_rs::WINDOWS_1250,
        _ => return None,
    })
}

fn code_page(number: i32) -> Option<&'static Encoding> {
    Some(match number {
        932 => encoding_rs::SHIFT_JIS,
        936 | 54936 => encoding_rs::GB18030,
        949 => encoding_rs::EUC_KR,
        950 => encoding_rs::BIG5,
        1252 => encoding_rs::WINDOWS_1252,
        65001 => encoding_rs::UTF_8,
        _ => return None,
    })
}

//! Bytes → Document. One file per format; this one decides which, by content and not by suffix.

pub mod archive;
pub mod builder;
pub mod decode;
mod doc;
mod docx;
mod grid;
pub mod html;
mod layout;
pub mod limits;
mod mht;
pub mod numbering;
mod odt;
mod ofd;
mod package;
mod pdf;
mod rtf;
pub mod sniff;
mod traced;
mod xml;

pub use archive::{Entry, entries};

use crate::document::{Document, EncodingPreview, Source};
use builder::Builder;
use sniff::Kind;
use std::fmt;

/// Why a file could not be read. The words say in Chinese what was expected and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InputError {
    /// Nothing in the file but white space.
    Empty,
    /// Larger than a limit of [`limits`].
    TooLarge {
        /// What was found, in words (`20.0 MB`).
        found: String,
        /// The limit, in words.
        limit: String,
    },
    /// A password would be needed.
    Encrypted,
    /// A document of pictures only.
    NoTextLayer,
    /// Broken off or broken inside.
    Damaged {
        /// The format that it seems to be.
        format: &'static str,
        /// What exactly was found.
        detail: String,
    },
    /// The file could not be opened at all.
    Unreadable {
        /// What the system said.
        detail: String,
    },
    /// Another kind of file.
    Unknown {
        /// What it is, in words (`图片（PNG）`).
        kind: String,
    },
}

impl InputError {
    /// Stable code for the JSON: kebab-case.
    pub fn code(&self) -> &'static str {
        match self {
            InputError::Empty => "empty",
            InputError::TooLarge { .. } => "too-large",
            InputError::Encrypted => "encrypted",
            InputError::NoTextLayer => "no-text-layer",
            InputError::Damaged { .. } => "damaged",
            InputError::Unreadable { .. } => "unreadable",
            InputError::Unknown { .. } => "unknown-kind",
        }
    }
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::Empty => write!(f, "文件是空的：应有报告正文，实际没有任何文字。"),
            InputError::TooLarge { found, limit } => {
                write!(f, "文件太大：最大可读 {limit}，实际为 {found}。请拆分后再试。")
            }
            InputError::Encrypted => write!(f, "文件已加密：需要密码才能打开。请解除密码后另存再试。"),
            InputError::NoTextLayer => {
                write!(
                    f,
                    "扫描件，没有文字层：只有图片，读不出文字。请改用原始文档，或先做文字识别（OCR）。"
                )
            }
            InputError::Damaged { format, detail } => {
                write!(
                    f,
                    "文件损坏：应为完整的{format}，实际{detail}。请重新导出或另存后再试。"
                )
            }
            InputError::Unreadable { detail } => {
                write!(f, "无法打开文件：应为可读的文件，系统提示“{detail}”。")
            }
            InputError::Unknown { kind } => {
                write!(f, "不是可读的文档：应为文字材料，实际是{kind}。")
            }
        }
    }
}

impl std::error::Error for InputError {}

/// What a person may tell the reader about a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadOptions {
    /// Read as this encoding instead of the guessed one (a label of the Encoding Standard).
    pub encoding: Option<String>,
}

/// What a format's reader gives back.
#[derive(Debug, Default)]
pub struct Reading {
    /// The paragraphs and rows, in reading order.
    pub builder: Builder,
    /// Encoding of a text format, as the Encoding Standard names it; empty for binary formats.
    pub encoding: String,
    /// How the text begins in other encodings, where its own is not certain.
    pub encodings: Vec<EncodingPreview>,
    /// Date of publication that the file itself states, ISO 8601.
    pub published: Option<String>,
    /// Names of the files that a web page offers beside its text.
    pub attachments: Vec<String>,
}

impl From<Builder> for Reading {
    fn from(builder: Builder) -> Reading {
        Reading {
            builder,
            ..Reading::default()
        }
    }
}

/// Reads one file that is no archive (see [`entries`]). `name` is kept as the document's name; what the file
/// is, its content decides.
pub fn read(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Document, InputError> {
    if bytes.len() > limits::MAX_FILE_BYTES {
        return Err(limits::too_large(bytes.len(), limits::MAX_FILE_BYTES));
    }
    let (format, reading): (_, Reading) = match sniff::kind(bytes)? {
        Kind::Text => return read_text(name, bytes, options),
        Kind::Docx => ("docx", docx::read(bytes)?),
        Kind::Odt => ("odt", odt::read(bytes)?),
        Kind::Ofd => ("ofd", ofd::read(bytes)?),
        Kind::Doc => ("doc", doc::read(bytes)?),
        Kind::Rtf => ("rtf", rtf::read(bytes, options)?),
        Kind::Pdf => ("pdf", pdf::read(bytes)?),
        Kind::Html => ("html", html::read(bytes, options)?),
        Kind::Mht => ("mht", mht::read(bytes, options)?),
        Kind::Archive => return Err(sniff::unknown("压缩包")),
    };
    if reading.builder.is_empty() {
        return Err(InputError::Empty);
    }
    if reading.builder.len() > limits::MAX_TEXT_BYTES {
        return Err(limits::too_large(reading.builder.len(), limits::MAX_TEXT_BYTES));
    }
    let mut source = source(name, format, bytes);
    source.encoding = reading.encoding;
    source.published = reading.published;
    source.attachments = reading.attachments;
    source.encodings = reading.encodings;
    Ok(reading.builder.finish(source))
}

/// Text stays as it is, so that a span can be shown in the file.
fn read_text(name: &str, bytes: &[u8], options: &ReadOptions) -> Result<Document, InputError> {
    if bytes.len() > limits::MAX_TEXT_BYTES {
        return Err(limits::too_large(bytes.len(), limits::MAX_TEXT_BYTES));
    }
    let decoded = decode::decode(bytes, options.encoding.as_deref())?;
    if is_binary(&decoded.text) {
        return Err(sniff::unknown("二进制文件"));
    }
    let is_markdown = name.to_ascii_lowercase().ends_with(".md");
    let mut source = source(name, if is_markdown { "md" } else { "txt" }, bytes);
    source.encodings = decoded.previews(bytes);
    source.encoding = decoded.encoding;
    let document = Document::from_lines(source, crate::document::normalise_line_breaks(&decoded.text));
    if document.paragraphs.is_empty() {
        return Err(InputError::Empty);
    }
    Ok(document)
}

fn source(name: &str, format: &str, bytes: &[u8]) -> Source {
    Source {
        name: name.to_string(),
        format: format.to_string(),
        encoding: String::new(),
        sha256: crate::document::sha256_hex(bytes),
        published: None,
        attachments: vec![],
        encodings: vec![],
    }
}

/// Whether what was decoded cannot have been text: one character in twenty at its start is a control
/// character or could not be decoded.
fn is_binary(text: &str) -> bool {
    let is_odd = |c: &char| matches!(c, '\0'..='\x08' | '\x0E'..='\x1F' | '\u{FFFD}');
    let head = || text.chars().take(4096);
    head().filter(is_odd).count() * 20 > head().count()
}

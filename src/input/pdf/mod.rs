//! PDF → paragraphs, by way of positioned spans. Scanned pages have none: that is said, not guessed.

mod cmap;
mod turn;

use super::builder::Builder;
use super::layout::{self, Page};
use super::{InputError, Reading, limits};
use cmap::Readable;
use pdfboss_core::{Document, Error, Immediate, block_on};
use pdfboss_text::{FontCache, ReadingOrder, TextSpan};
use turn::Turned;

const FORMAT: &str = "PDF文档";

/// Reads a PDF. An empty user password is tried by itself.
pub fn read(bytes: &[u8]) -> Result<Reading, InputError> {
    let document = Document::load(bytes.to_vec()).map_err(|error| error_of(&error))?;
    if document.is_locked() {
        return Err(InputError::Encrypted);
    }
    let count = document.page_count();
    if count > limits::MAX_PAGES {
        return Err(limits::too_many("页", count, limits::MAX_PAGES));
    }
    let fonts = FontCache::default();
    let layers = document.oc_state();
    let mut pages = Vec::with_capacity(count);
    let mut has_images = false;
    let mut has_gaps = count == 0;
    let mut length = 0;
    for index in 0..count {
        let Ok(page) = document.page(index) else {
            has_gaps = true;
            continue;
        };
        let source = Readable(&document);
        let extracted = block_on(pdfboss_text::extract_spans_and_rulings_reporting_cached_with(
            Immediate(source),
            &page,
            &fonts,
            layers.as_ref(),
            None,
            ReadingOrder::Content,
        ));
        let (spans, rulings, _) = extracted.map_err(|error| error_of(&error))?;
        length += spans.iter().map(|span| span.text.len()).sum::<usize>();
        if length > limits::MAX_TEXT_BYTES {
            return Err(limits::larger_than(limits::MAX_TEXT_BYTES));
        }
        if spans.is_empty() && !has_images {
            has_images = pdfboss_text::placed_images(&document, &page).is_ok_and(|images| !images.is_empty());
        }
        let turned = Turned::of(&page, &spans);
        let run = |span: &TextSpan| turned.run(span, span.text.chars().map(folded).collect());
        pages.push(Page {
            runs: spans.iter().filter_map(run).collect(),
            rules: rulings.iter().map(|ruling| turned.rule(ruling)).collect(),
            width: turned.width(),
        });
    }
    let mut builder = Builder::default();
    layout::add_pages(&pages, &mut builder);
    // Without their fonts, the rest of a file that breaks off is signs that nobody wrote.
    let nothing = builder.is_empty() && has_gaps;
    if nothing || (builder.is_empty() || is_garbled(&pages)) && !has_end(bytes) {
        return Err(InputError::Damaged {
            format: FORMAT,
            detail: "不完整，读不出正文（可能没有下载完）".into(),
        });
    }
    if builder.is_empty() && has_images {
        return Err(InputError::NoTextLayer);
    }
    Ok(builder.into())
}

/// Whether the file ends as a PDF does: `%%EOF`, and at most some padding behind it. A download that broke off does not.
fn has_end(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"%%EOF";
    let tail = &bytes[bytes.len().saturating_sub(4096)..];
    tail.windows(MARK.len()).any(|window| window == MARK)
}

/// One character in twenty could not be decoded.
fn is_garbled(pages: &[Page]) -> bool {
    let letters = || {
        pages
            .iter()
            .flat_map(|page| &page.runs)
            .flat_map(|run| run.text.chars())
    };
    let is_odd =
        |c: &char| matches!(c, '\0'..='\x08' | '\x0E'..='\x1F' | '\u{FFFD}' | '\u{E000}'..='\u{F8FF}');
    letters().filter(is_odd).count() * 20 > letters().count()
}

fn error_of(error: &Error) -> InputError {
    match error {
        Error::Encrypted => InputError::Encrypted,
        other => InputError::Damaged {
            format: FORMAT,
            detail: format!("读到一半出错（{}）", cause_of(other)),
        },
    }
}

/// What went wrong, in words of the one who opened the file: which object it was helps nobody.
fn cause_of(error: &Error) -> &'static str {
    match error {
        Error::InvalidXref => "找不到文件内部的目录，可能没有下载完",
        Error::UnsupportedFilter(_) | Error::Decode(_) => "有一段内容解不开",
        Error::PageNotFound(..) | Error::ObjectNotFound(..) | Error::MissingKey(_) => "缺少页面或字体等内容",
        _ => "内部结构有错",
    }
}

/// Radicals that fonts give for ordinary ideographs, and the no-break space.
fn folded(c: char) -> char {
    match c {
        '\u{A0}' => ' ',
        '\u{2F00}'..='\u{2FD5}' => RADICALS.chars().nth(c as usize - 0x2F00).unwrap_or(c),
        _ => c,
    }
}

/// The 214 Kangxi radicals as ordinary ideographs, in the order of U+2F00–2FD5 (Unicode's compatibility mappings).
const RADICALS: &str = "一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

#[cfg(test)]
mod tests;

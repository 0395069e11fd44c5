//! PDF → paragraphs, by way of positioned spans. Scanned pages have none: that is said, not guessed.

mod cmap;

use super::builder::Builder;
use super::layout::{self, Page, Rule, Run};
use super::{InputError, Reading, limits};
use cmap::Readable;
use pdfboss_core::{Document, Error, Immediate, block_on};
use pdfboss_text::{FontCache, ReadingOrder, Ruling, TextSpan};

const FORMAT: &str = " PDF 文档";

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
    let mut length = 0;
    for index in 0..count {
        let Ok(page) = document.page(index) else { continue };
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
        let width = (page.media_box.x1 - page.media_box.x0).abs();
        pages.push(page_of(&spans, &rulings, width));
    }
    let mut builder = Builder::default();
    layout::add_pages(&pages, &mut builder);
    if builder.is_empty() && has_images {
        return Err(InputError::NoTextLayer);
    }
    Ok(builder.into())
}

fn error_of(error: &Error) -> InputError {
    match error {
        Error::Encrypted => InputError::Encrypted,
        other => InputError::Damaged {
            format: FORMAT,
            detail: format!("读到一半出错（{other}）"),
        },
    }
}

/// The page's y axis points up; lines are read down. Turned text is a watermark or a stamp.
fn page_of(spans: &[TextSpan], rulings: &[Ruling], width: f32) -> Page {
    let upright = spans
        .iter()
        .filter(|span| span.rotate == 0 && span.artifact.is_none());
    let runs = upright.map(|span| Run {
        text: span.text.chars().map(folded).collect(),
        x: span.x,
        end_x: span.end_x,
        y: -span.y,
        size: span.size,
    });
    let rules = rulings.iter().map(|ruling| Rule {
        from: (ruling.start.x, -ruling.start.y),
        to: (ruling.end.x, -ruling.end.y),
    });
    Page {
        runs: runs.collect(),
        rules: rules.collect(),
        width,
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
mod tests {
    use super::*;

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
}

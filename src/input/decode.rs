//! Text in any encoding that a Chinese office meets → Unicode.

use super::InputError;
use crate::document::EncodingPreview;
use crate::text::is_han;
use encoding_rs::{BIG5, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

mod common;
mod preview;

/// Text and the encoding it was read as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text; undecodable bytes are U+FFFD. A leading byte order mark is gone.
    pub text: String,
    /// Name of the encoding in the Encoding Standard; of a file that mixes two, both with a plus sign.
    pub encoding: String,
    /// Whether the encoding is certain: a byte order mark, strict UTF-8, a person's word, or a clear lead of
    /// one guess before the others. If not, the page offers the switch.
    pub sure: bool,
}

impl Decoded {
    /// How the text begins in every encoding, where this one is not certain.
    pub fn previews(&self, bytes: &[u8]) -> Vec<EncodingPreview> {
        if self.sure {
            vec![]
        } else {
            preview::previews(bytes)
        }
    }
}

/// What the guess looks at: enough for certainty, little enough for a 16 MB file.
const SAMPLE_BYTES: usize = 64 << 10;

/// Above this share of undecodable or control characters the file is no text: one in fifty.
const LOST_LIMIT: usize = 50;

/// Decodes text: byte order mark first, then strict UTF-8, UTF-16 without mark, GB18030 against Big5.
/// `wanted` is a label of the Encoding Standard that a person or the file itself named; unknown ones are
/// passed over. Fails where what comes out is empty or no text.
pub fn decode(bytes: &[u8], wanted: Option<&str>) -> Result<Decoded, InputError> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(InputError::Empty);
    }
    let decoded = decode_any(bytes, wanted);
    if decoded.text.chars().all(crate::text::is_blank) {
        return Err(InputError::Empty);
    }
    if wanted.is_none() {
        refuse_binary(bytes, &decoded)?;
    }
    Ok(decoded)
}

/// The same for the text inside a container whose kind is already certain (HTML, RTF): never fails.
pub fn decode_any(bytes: &[u8], wanted: Option<&str>) -> Decoded {
    if let Some(encoding) = wanted.and_then(|label| Encoding::for_label(label.trim().as_bytes())) {
        return plain(bytes, encoding, true);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return plain(&bytes[mark..], encoding, true);
    }
    if let Some(rest) = bytes.strip_prefix(b"\x84\x31\x95\x33") {
        return plain(rest, GB18030, true);
    }
    let zeros = sample(bytes, 0).contains(&0);
    if !zeros && let Ok(text) = std::str::from_utf8(bytes) {
        return Decoded {
            text: text.to_string(),
            encoding: UTF_8.name().into(),
            sure: true,
        };
    }
    if !zeros && let Some(decoded) = broken_utf8(bytes) {
        return decoded;
    }
    guess(bytes)
}

/// Whether a label names an encoding (`gbk`, `big5`, `utf-16le` …), for the command line's argument.
pub fn is_known_label(label: &str) -> bool {
    Encoding::for_label(label.trim().as_bytes()).is_some()
}

fn plain(bytes: &[u8], encoding: &'static Encoding, sure: bool) -> Decoded {
    let (text, _) = encoding.decode_with_bom_removal(bytes);
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_string();
    // GBK is read as GB18030: its superset, and what the label means in practice.
    let encoding = if encoding == encoding_rs::GBK {
        GB18030
    } else {
        encoding
    };
    Decoded {
        text,
        encoding: encoding.name().into(),
        sure,
    }
}

/// UTF-8 with a few broken bytes (cut off, damaged), or lines of UTF-8 and of another encoding joined.
fn broken_utf8(bytes: &[u8]) -> Option<Decoded> {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|&c| common::is_common(c)).count();
        bad += chunk.invalid().len();
    }
    // Chinese in another encoding looks like UTF-8 only by accident, and then gives rare characters.
    if good == 0 || good * 10 < bad {
        return None;
    }
    if bad <= 3 || bad * 100 < good {
        return Some(plain(bytes, UTF_8, bad <= 3));
    }
    Some(line_by_line(bytes))
}

fn line_by_line(bytes: &[u8]) -> Decoded {
    let legacy: Vec<u8> = bytes
        .split_inclusive(|&byte| byte == b'\n')
        .filter(|line| std::str::from_utf8(line).is_err())
        .flatten()
        .copied()
        .collect();
    let other = if common_share(&legacy, BIG5) > common_share(&legacy, GB18030) {
        BIG5
    } else {
        GB18030
    };
    let mut text = String::with_capacity(bytes.len());
    for line in bytes.split_inclusive(|&byte| byte == b'\n') {
        match std::str::from_utf8(line) {
            Ok(line) => text.push_str(line),
            Err(_) => text.push_str(&other.decode_without_bom_handling(line).0),
        }
    }
    Decoded {
        text,
        encoding: format!("{}+{}", UTF_8.name(), other.name()),
        sure: false,
    }
}

/// The candidate whose text has the most common characters wins; one comparison decides, because the wrong
/// reading of Chinese bytes gives rare characters.
fn guess(bytes: &[u8]) -> Decoded {
    let legacy = sample(bytes, bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0));
    let wide = sample(bytes, 0);
    let mut candidates = [
        (common_share(legacy, GB18030), GB18030),
        (common_share(legacy, BIG5), BIG5),
        (common_share(wide, UTF_16LE), UTF_16LE),
        (common_share(wide, UTF_16BE), UTF_16BE),
    ];
    candidates.sort_by_key(|&(share, _)| std::cmp::Reverse(share));
    let [(best, encoding), (second, _), ..] = candidates;
    if best < 150 && is_western(legacy) {
        return plain(bytes, WINDOWS_1252, false);
    }
    plain(bytes, encoding, best >= 300 && best >= 2 * second.max(0))
}

fn sample(bytes: &[u8], from: usize) -> &[u8] {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.get(..SAMPLE_BYTES).unwrap_or(rest)
}

/// Per mille of common characters among those that tell something; what no text has counts against it.
fn common_share(bytes: &[u8], encoding: &'static Encoding) -> i64 {
    let wide = encoding == UTF_16LE || encoding == UTF_16BE;
    let (mut all, mut points) = (0, 0);
    for c in encoding.decode_without_bom_handling(bytes).0.chars() {
        // Of a legacy encoding ASCII says nothing: it is the same bytes in each.
        if wide || !c.is_ascii() {
            all += 1;
            points += points_of(c);
        }
    }
    if all == 0 { 0 } else { points * 1000 / all }
}

fn points_of(c: char) -> i64 {
    match c {
        '\u{FFFD}' | '\0'..='\u{8}' | '\u{E}'..='\u{1F}' | '\u{E000}'..='\u{F8FF}' => -2,
        '\u{3000}'..='\u{3017}' | '\u{FF01}'..='\u{FF5E}' | '“' | '”' | '—' => 1,
        c if c.is_ascii() || common::is_common(c) => 1,
        c if is_han(c) => 0,
        _ => -1,
    }
}

/// Single high bytes between letters: Western European, not Chinese.
fn is_western(bytes: &[u8]) -> bool {
    let high = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let pairs = bytes
        .windows(2)
        .filter(|pair| !pair[0].is_ascii() && !pair[1].is_ascii())
        .count();
    high * 4 < bytes.len() && pairs * 4 < high
}

fn refuse_binary(bytes: &[u8], decoded: &Decoded) -> Result<(), InputError> {
    let (mut all, mut lost, mut control, mut first) = (0, 0, 0, None);
    for (at, c) in decoded.text.chars().enumerate() {
        all += 1;
        if c == '\u{FFFD}' {
            lost += 1;
            first = first.or(Some(at + 1));
        } else if matches!(c, '\0'..='\u{8}' | '\u{E}'..='\u{1F}') {
            control += 1;
        }
    }
    let strange = !decoded.sure
        && decoded.encoding != WINDOWS_1252.name()
        && decoded
            .text
            .chars()
            .take(SAMPLE_BYTES)
            .map(points_of)
            .sum::<i64>()
            < 0;
    if !strange && ((control + lost) * LOST_LIMIT <= all || control + lost <= 1 && all > 1) {
        return Ok(());
    }
    if strange || control * 4 >= lost || all < 8 {
        let kind = format!("二进制数据（{} 字节）", bytes.len());
        return Err(InputError::Unknown { kind });
    }
    Err(InputError::Damaged {
        format: "文字（UTF-8、UTF-16、GB18030 或 Big5 编码）",
        detail: format!(
            "按 {} 解码有 {lost} 处不成文字，第一处在第 {} 个字符",
            decoded.encoding,
            first.unwrap_or(1)
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIMPLIFIED: &str = "青岚县2024年法治政府建设年度报告\n全年办理行政复议案件１２６件。\n";
    const TRADITIONAL: &str = "青嵐縣2024年法治政府建設年度報告\n全年辦理行政復議案件126件，依法公開。\n";

    fn read(bytes: &[u8]) -> (String, String, bool) {
        let decoded = decode(bytes, None).unwrap();
        (decoded.encoding, decoded.text, decoded.sure)
    }

    fn utf16(text: &str, big: bool) -> Vec<u8> {
        let bytes = |unit: u16| {
            if big {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn each_encoding_is_told_from_the_others() {
        let gb = GB18030.encode(SIMPLIFIED).0;
        let big5 = BIG5.encode(TRADITIONAL).0;
        assert_eq!(
            read(SIMPLIFIED.as_bytes()),
            ("UTF-8".into(), SIMPLIFIED.into(), true)
        );
        assert_eq!(read(&gb), ("gb18030".into(), SIMPLIFIED.into(), true));
        assert_eq!(read(&big5), ("Big5".into(), TRADITIONAL.into(), true));
        for (big, name) in [(false, "UTF-16LE"), (true, "UTF-16BE")] {
            assert_eq!(
                read(&utf16(SIMPLIFIED, big)),
                (name.into(), SIMPLIFIED.into(), true)
            );
            assert_eq!(read(&utf16("Report, 2024\n", big)).0, name);
            assert_eq!(read(&utf16("\u{FEFF}县", big)), (name.into(), "县".into(), true));
            assert_eq!(read(&utf16("全年办理行政复议案件全部办结", big)).0, name);
        }
        assert_eq!(read("\u{FEFF}县".as_bytes()), ("UTF-8".into(), "县".into(), true));
        assert_eq!(read(&GB18030.encode("法治政府").0).0, "gb18030");
    }

    #[test]
    fn a_persons_word_decides() {
        let gb = GB18030.encode(SIMPLIFIED).0;
        assert_eq!(decode(&gb, Some("GBK")).unwrap().text, SIMPLIFIED);
        assert_eq!(decode(&gb, Some("big5")).unwrap().encoding, "Big5");
        assert_eq!(decode(&gb, Some("no such")).unwrap().encoding, "gb18030");
        assert!(is_known_label("utf-16le") && !is_known_label("no such"));
    }

    #[test]
    fn a_broken_end_stays_utf8_and_joined_files_are_read_line_by_line() {
        let cut = &SIMPLIFIED.as_bytes()[..SIMPLIFIED.len() - 2];
        assert_eq!(read(cut).0, "UTF-8");
        let mixed = [SIMPLIFIED.as_bytes(), &GB18030.encode(SIMPLIFIED).0].concat();
        assert_eq!(
            read(&mixed),
            ("UTF-8+gb18030".into(), SIMPLIFIED.repeat(2), false)
        );
    }

    #[test]
    fn a_lone_surrogate_costs_one_character() {
        let mut bytes = utf16(SIMPLIFIED, false);
        bytes.extend([0x00, 0xD8]);
        bytes.extend(utf16("件\n", false));
        assert_eq!(
            read(&bytes),
            ("UTF-16LE".into(), format!("{SIMPLIFIED}\u{FFFD}件\n"), true)
        );
    }

    #[test]
    fn western_text_is_no_chinese() {
        let latin = b"The caf\xe9 in K\xf6ln and the r\xe9sum\xe9.";
        assert_eq!(
            read(latin),
            (
                "windows-1252".into(),
                "The café in Köln and the résumé.".into(),
                false
            )
        );
    }

    #[test]
    fn what_is_no_text_is_named() {
        assert_eq!(decode(b"", None), Err(InputError::Empty));
        assert_eq!(decode(b" \r\n", None), Err(InputError::Empty));
        assert_eq!(
            decode("\u{3000}\u{FEFF}\n".as_bytes(), None),
            Err(InputError::Empty)
        );
        assert_eq!(decode(b"a", None).unwrap().text, "a");
        let binary: Vec<u8> = (0..4000u32)
            .map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        for bytes in [&binary[..], b"\x00", b"\xff", b"\x7fELF\x02\x01\x01\x00\x00\x00"] {
            let error = decode(bytes, None).unwrap_err();
            assert!(
                matches!(error, InputError::Unknown { .. } | InputError::Damaged { .. }),
                "{error}"
            );
        }
    }
}

//! `&nbsp;`, `&#x4e00;` and their like.

use std::borrow::Cow;

/// The names that Chinese pages use.
const NAMES: [(&str, char); 44] = [
    ("nbsp", '\u{A0}'),
    ("lt", '<'),
    ("gt", '>'),
    ("amp", '&'),
    ("quot", '"'),
    ("apos", '\''),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("sbquo", '‚'),
    ("bdquo", '„'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("hellip", '…'),
    ("middot", '·'),
    ("bull", '•'),
    ("times", '×'),
    ("divide", '÷'),
    ("emsp", '\u{2003}'),
    ("ensp", '\u{2002}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("zwj", '\u{200D}'),
    ("shy", '\u{AD}'),
    ("copy", '©'),
    ("reg", '®'),
    ("trade", '™'),
    ("deg", '°'),
    ("plusmn", '±'),
    ("permil", '‰'),
    ("laquo", '«'),
    ("raquo", '»'),
    ("lsaquo", '‹'),
    ("rsaquo", '›'),
    ("yen", '¥'),
    ("sect", '§'),
    ("para", '¶'),
    ("frac12", '½'),
    ("sup2", '²'),
    ("sup3", '³'),
    ("radic", '√'),
    ("rarr", '→'),
    ("larr", '←'),
];

/// The text with its entities replaced; unknown ones stay as they are.
pub fn resolve(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        match one(rest) {
            Some((c, length)) => {
                out.push(c);
                rest = &rest[length..];
            }
            None => out.push('&'),
        }
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The character and how many bytes behind the ampersand it took.
fn one(text: &str) -> Option<(char, usize)> {
    if let Some(number) = text.strip_prefix('#') {
        let (digits, radix, skipped) = match number.strip_prefix(['x', 'X']) {
            Some(digits) => (digits, 16, 2),
            None => (number, 10, 1),
        };
        let length = digits
            .bytes()
            .take(8)
            .take_while(|byte| (*byte as char).is_digit(radix))
            .count();
        let code = u32::from_str_radix(digits.get(..length)?, radix).ok()?;
        let semicolon = usize::from(digits[length..].starts_with(';'));
        return Some((character(code), skipped + length + semicolon));
    }
    let length = text.bytes().take(8).take_while(u8::is_ascii_alphanumeric).count();
    let name = &text[..length];
    if text[length..].starts_with(';') {
        let (_, c) = NAMES.iter().find(|(known, _)| *known == name)?;
        return Some((*c, length + 1));
    }
    // Without its semicolon only the commonest, as browsers do.
    let (known, c) = NAMES[..6].iter().find(|(known, _)| name.starts_with(known))?;
    Some((*c, known.len()))
}

fn character(code: u32) -> char {
    match code {
        0x80..=0x9F => {
            let byte = [code as u8];
            let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
            text.chars().next().unwrap_or('\u{FFFD}')
        }
        0 => '\u{FFFD}',
        _ => char::from_u32(code).unwrap_or('\u{FFFD}'),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn named_numbered_and_broken_ones() {
        assert_eq!(
            resolve("&lt;一&#x4e8c;&#19977;&nbsp;&ldquo;&#150;"),
            "<一二三\u{A0}“–"
        );
        assert_eq!(
            resolve("A&B &unknown; &#; &nbsp一 &#99999999;"),
            "A&B &unknown; &#; \u{A0}一 \u{FFFD}"
        );
    }
}

//! Web pages saved as one file: a mail message whose first HTML part is the page.

use super::{InputError, ReadOptions, Reading, html, limits};

/// Deepest part in a part that is looked at.
const MAX_DEPTH: usize = 8;

/// Reads the page; pictures and styles are passed over.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Reading, InputError> {
    let Some(page) = page(bytes, MAX_DEPTH) else {
        return Err(InputError::Damaged {
            format: "单个文件网页（MHT）",
            detail: "其中没有网页正文".into(),
        });
    };
    if page.body.len() > limits::MAX_ENTRY_BYTES {
        return Err(limits::too_large(page.body.len(), limits::MAX_ENTRY_BYTES));
    }
    let wanted = options.encoding.as_deref().or(page.charset.as_deref());
    if !page.is_html {
        let decoded = super::decode::decode(&page.body, wanted)?;
        let mut builder = super::builder::Builder::default();
        for line in decoded.text.lines() {
            builder.paragraph("", line, Default::default());
        }
        return Ok(Reading {
            encoding: decoded.encoding,
            ..Reading::from(builder)
        });
    }
    // The header's charset may be wrong; the page's own bytes are asked too.
    let options = ReadOptions {
        encoding: options
            .encoding
            .clone()
            .or_else(|| page.charset.filter(|_| page.body.is_ascii())),
    };
    html::read(&page.body, &options)
}

struct Page {
    body: Vec<u8>,
    charset: Option<String>,
    is_html: bool,
}

/// The first HTML part, else the first plain one.
fn page(bytes: &[u8], depth: usize) -> Option<Page> {
    let (headers, body) = split_headers(bytes);
    let kind = headers.get("content-type").unwrap_or_default();
    if let Some(boundary) = parameter(&kind, "boundary").filter(|_| depth > 0) {
        let mark = format!("--{boundary}").into_bytes();
        let mut pages = parts(body, &mark).filter_map(|part| page(part, depth - 1));
        let first = pages.next()?;
        return match first.is_html {
            true => Some(first),
            false => Some(pages.find(|page| page.is_html).unwrap_or(first)),
        };
    }
    let kind_lower = kind.to_ascii_lowercase();
    let is_html = kind_lower.contains("text/html") || kind_lower.contains("application/xhtml");
    if !is_html && !kind_lower.contains("text/plain") {
        return None;
    }
    let encoding = headers
        .get("content-transfer-encoding")
        .unwrap_or_default()
        .to_ascii_lowercase();
    Some(Page {
        body: match encoding.trim() {
            "base64" => base64(body),
            "quoted-printable" => quoted_printable(body),
            _ => body.to_vec(),
        },
        charset: parameter(&kind, "charset"),
        is_html,
    })
}

struct Headers(Vec<(String, String)>);

impl Headers {
    fn get(&self, name: &str) -> Option<String> {
        self.0
            .iter()
            .find(|(key, _)| key == name)
            .map(|(_, value)| value.clone())
    }
}

/// Headers up to the first blank line; a line that starts with a blank continues the one before.
fn split_headers(bytes: &[u8]) -> (Headers, &[u8]) {
    let mut headers: Vec<(String, String)> = vec![];
    let mut rest = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    loop {
        let end = rest
            .iter()
            .position(|&byte| byte == b'\n')
            .map_or(rest.len(), |at| at + 1);
        let (line, after) = rest.split_at(end);
        let text = String::from_utf8_lossy(line.trim_ascii_end()).into_owned();
        if text.is_empty() {
            // Blank lines before the first header belong to nothing.
            if headers.is_empty() && !after.is_empty() && !line.is_empty() {
                rest = after;
                continue;
            }
            return (Headers(headers), after);
        }
        rest = after;
        match (
            text.starts_with([' ', '\t']),
            headers.last_mut(),
            text.split_once(':'),
        ) {
            (true, Some((_, value)), _) => value.push_str(&text),
            (_, _, Some((name, value))) => {
                headers.push((name.trim().to_ascii_lowercase(), value.trim().to_string()));
            }
            _ => {}
        }
    }
}

fn parameter(header: &str, name: &str) -> Option<String> {
    header.split(';').skip(1).find_map(|part| {
        let (key, value) = part.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (key.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_string())
    })
}

/// What stands between the lines that start with the boundary.
fn parts<'b>(body: &'b [u8], mark: &[u8]) -> impl Iterator<Item = &'b [u8]> {
    let mut starts = vec![];
    let mut at = 0;
    for line in body.split_inclusive(|&byte| byte == b'\n') {
        if line.starts_with(mark) {
            starts.push((at, at + line.len()));
        }
        at += line.len();
    }
    let ends: Vec<usize> = starts
        .iter()
        .skip(1)
        .map(|&(start, _)| start)
        .chain([body.len()])
        .collect();
    starts
        .into_iter()
        .zip(ends)
        .filter_map(move |((_, from), to)| body.get(from..to))
        .filter(|part| !part.trim_ascii().is_empty())
}

fn quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let hex = |byte: &u8| (*byte as char).to_digit(16);
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        if byte != b'=' {
            out.push(byte);
            continue;
        }
        match (bytes.get(at).and_then(hex), bytes.get(at + 1).and_then(hex)) {
            (Some(high), Some(low)) => {
                out.push((high * 16 + low) as u8);
                at += 2;
            }
            _ => {
                // A soft line break, perhaps with blanks before it; any other lone sign stays.
                let blanks = bytes[at..]
                    .iter()
                    .take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r'))
                    .count();
                match bytes.get(at + blanks) {
                    Some(b'\n') => at += blanks + 1,
                    _ => out.push(b'='),
                }
            }
        }
    }
    out
}

fn base64(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len() / 4 * 3);
    let (mut bits, mut count) = (0u32, 0);
    for &byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(mail: &str) -> Vec<String> {
        let reading = read(mail.as_bytes(), &ReadOptions::default()).unwrap();
        reading.builder.text().lines().map(String::from).collect()
    }

    #[test]
    fn the_page_is_found_among_the_parts() {
        let mail = "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\
            \tboundary=\"--b=1\"\r\n\r\n----b=1\r\nContent-Type: image/png\r\n\r\nxx\r\n----b=1\r\n\
            Content-Type: text/html; charset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
            <p>=D2=BB=A1=A2=\r\n=D2=AA=B5=E3</p>\r\n----b=1--\r\n";
        assert_eq!(lines(mail), ["一、要点"]);
    }

    #[test]
    fn base64_and_utf8() {
        let mail = "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
            PHA+5LiA44CB6KaB\n54K5PC9wPg==\n";
        assert_eq!(lines(mail), ["一、要点"]);
    }

    #[test]
    fn a_mail_without_text_is_said_to_have_none() {
        let error = read(
            b"MIME-Version: 1.0\nContent-Type: image/png\n\nxx",
            &ReadOptions::default(),
        )
        .unwrap_err();
        assert!(error.to_string().contains("没有网页正文"), "{error}");
    }
}

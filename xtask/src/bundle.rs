//! Makes one HTML file of the page's skeleton, its style, the glue and the wasm.
//!
//! The order in the file, the escaping and the policy are described in the README under 离线文件. The scripts
//! are hashed after escaping: the policy allows exactly these and no other.

use crate::{Result, run};
use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use sha2::Digest;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

const STYLE: &str = r#"<link data-trunk rel="css" href="style.css">"#;
const RUST: &str = r#"<link data-trunk rel="rust""#;
const WASM: &str = "WASM_GZIP_BASE64";
const POLICY: &str = "CONTENT_SECURITY_POLICY";
/// Bytes of packed wasm in one comment, which browsers read faster than any element; divisible by 3, so that each
/// part's base64 can be read alone. The page unpacks a part while the browser reads on: smaller ones cost a script
/// each, larger ones make it wait.
const PART: usize = 192 * 1024;

/// Trunk's hook: replaces what Trunk staged by the bundled file. `embed/` keeps glue and wasm apart for pages
/// of others that call the JavaScript API.
pub fn from_trunk() -> Result {
    let variable = |name: &str| {
        std::env::var_os(name)
            .map(PathBuf::from)
            .ok_or_else(|| format!("`bundle` is called by Trunk; {name} is not set."))
    };
    let staging = variable("TRUNK_STAGING_DIR")?;
    let skeleton = variable("TRUNK_HTML_FILE")?;
    let source = variable("TRUNK_SOURCE_DIR")?;
    let glue_file = only_file(&staging, ".js")?;
    let wasm_file = only_file(&staging, "_bg.wasm")?;
    let glue = text_of(&glue_file)?;
    let wasm = std::fs::read(&wasm_file).map_err(|error| broken(&wasm_file, error))?;
    let style = text_of(&source.join("style.css"))?;
    // While one develops the program is large and packed often.
    let pack = match std::env::var("TRUNK_PROFILE").as_deref() {
        Ok("release") => smallest,
        _ => fast,
    };
    let page = bundle(&text_of(&skeleton)?, &style, &glue, &pack(&wasm)?)?;

    std::fs::remove_dir_all(&staging).map_err(|error| broken(&staging, error))?;
    let embed = staging.join("embed");
    std::fs::create_dir_all(&embed).map_err(|error| broken(&embed, error))?;
    write(&staging.join("fajing.html"), page.as_bytes())?;
    // What a server gives for `/`.
    write(&staging.join("index.html"), page.as_bytes())?;
    write(&embed.join("fajing.js"), glue.as_bytes())?;
    write(&embed.join("fajing_bg.wasm"), &wasm)?;
    println!(
        "fajing.html: {:.0} kB (wasm {:.0} kB)",
        page.len() as f64 / 1000.0,
        wasm.len() as f64 / 1000.0
    );
    Ok(())
}

/// Bundles some other glue and wasm like the page, without its style.
pub fn to_file(glue: &Path, wasm: &Path, file: &Path) -> Result {
    let skeleton = text_of(&run::root().join("index.html"))?;
    let bytes = std::fs::read(wasm).map_err(|error| broken(wasm, error))?;
    let page = bundle(&skeleton, "", &text_of(glue)?, &smallest(&bytes)?)?;
    write(file, page.as_bytes())
}

/// The whole file; the wasm is packed with gzip.
fn bundle(skeleton: &str, style: &str, glue: &str, packed: &[u8]) -> Result<String> {
    let glue = escape_script(&without_comments(glue));
    let rust = tag(skeleton, RUST)?;
    let page = replace_once(skeleton, STYLE, &format!("<style>\n{style}</style>"))?;
    let page = replace_once(
        &page,
        rust,
        &format!("<script id=\"fajing-glue\">{glue}</script>"),
    )?;
    let page = repeat_line(&page, WASM, packed.chunks(PART).map(|part| BASE64.encode(part)))?;
    let page = ascii(&page);
    let policy = policy(&page);
    replace_once(&page, POLICY, &policy)
}

/// Only these scripts, no connection to anywhere. Styles are inline because the page sets widths and
/// positions; a style cannot fetch under `default-src 'none'`.
fn policy(page: &str) -> String {
    let mut hashes: Vec<String> = scripts(page)
        .map(|script| format!("'sha256-{}'", BASE64.encode(sha2::Sha256::digest(script))))
        .collect();
    let mut seen = BTreeSet::new();
    hashes.retain(|hash| seen.insert(hash.clone()));
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; worker-src blob:; \
         style-src 'unsafe-inline'; img-src data: blob:; font-src data:; connect-src 'none'; \
         form-action 'none'; base-uri 'none'",
        hashes.join(" ")
    )
}

/// The texts of all scripts that run.
fn scripts(page: &str) -> impl Iterator<Item = &str> {
    page.split("<script").skip(1).filter_map(|rest| {
        let (attributes, rest) = rest.split_once('>')?;
        let (text, _) = rest.split_once("</script")?;
        (!attributes.contains("type=")).then_some(text)
    })
}

/// The page with escapes in place of Chinese letters. One of them makes a browser keep the whole file in two bytes a
/// letter, which costs a tenth of the start.
fn ascii(page: &str) -> String {
    let (mut done, mut rest) = (String::with_capacity(page.len()), page);
    while let Some(from) = ["<script", "<style"]
        .iter()
        .filter_map(|open| rest.find(open))
        .min()
    {
        let (before, region) = rest.split_at(from);
        let is_script = region.starts_with("<script");
        let close = if is_script { "</script" } else { "</style" };
        let (region, behind) = region.split_at(region.find(close).unwrap_or(region.len()));
        escape_into(&mut done, before, in_text);
        escape_into(&mut done, region, if is_script { in_script } else { in_style });
        rest = behind;
    }
    escape_into(&mut done, rest, in_text);
    done
}

fn in_text(letter: char) -> String {
    format!("&#{};", u32::from(letter))
}

fn in_script(letter: char) -> String {
    let mut units = [0; 2];
    let units = letter.encode_utf16(&mut units);
    units.iter().map(|unit| format!("\\u{unit:04x}")).collect()
}

fn in_style(letter: char) -> String {
    format!("\\{:x} ", u32::from(letter))
}

fn escape_into(done: &mut String, text: &str, escape: fn(char) -> String) {
    for letter in text.chars() {
        match letter.is_ascii() {
            true => done.push(letter),
            false => done.push_str(&escape(letter)),
        }
    }
}

/// The glue without its comment lines: they name addresses of the net, and this file shall name none.
fn without_comments(glue: &str) -> String {
    let lines = glue.lines().filter(|line| !line.trim_start().starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// Glue inside a script element: neither the end of the element nor a comment may stand in it. Both only ever
/// stand in strings, where the backslash changes nothing.
fn escape_script(glue: &str) -> String {
    glue.replace("</script", "<\\/script").replace("<!--", "<\\!--")
}

/// As few bytes as gzip can have, in a quarter of a minute: the file is made once and opened often.
fn smallest(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    zopfli::compress(
        zopfli::Options::default(),
        zopfli::Format::Gzip,
        bytes,
        &mut packed,
    )
    .map_err(|error| format!("zopfli: {error}"))?;
    Ok(packed)
}

fn fast(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder
        .write_all(bytes)
        .and_then(|()| encoder.finish())
        .map_err(|error| format!("gzip: {error}"))
}

/// The whole tag that begins like this.
fn tag<'a>(page: &'a str, start: &str) -> Result<&'a str> {
    let from = page
        .find(start)
        .ok_or_else(|| format!("index.html has no {start} …>"))?;
    let length = page[from..]
        .find('>')
        .ok_or_else(|| format!("{start} is not closed in index.html"))?;
    Ok(&page[from..=from + length])
}

/// The line of the placeholder once for each value.
fn repeat_line(page: &str, placeholder: &str, values: impl Iterator<Item = String>) -> Result<String> {
    let line = page
        .lines()
        .find(|line| line.contains(placeholder))
        .ok_or_else(|| format!("index.html has no line with `{placeholder}`."))?;
    let lines: Vec<String> = values
        .map(|value| line.replacen(placeholder, &value, 1))
        .collect();
    replace_once(page, line, &lines.join("\n"))
}

fn replace_once(page: &str, placeholder: &str, by: &str) -> Result<String> {
    match page.matches(placeholder).count() {
        1 => Ok(page.replacen(placeholder, by, 1)),
        count => Err(format!(
            "index.html must hold `{placeholder}` once, it holds it {count} times."
        )),
    }
}

fn only_file(folder: &Path, suffix: &str) -> Result<PathBuf> {
    let entries = std::fs::read_dir(folder).map_err(|error| broken(folder, error))?;
    let mut found = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(suffix));
    match (found.next(), found.next()) {
        (Some(file), None) => Ok(file),
        _ => Err(format!(
            "Trunk should have made one *{suffix} in {}",
            folder.display()
        )),
    }
}

fn text_of(file: &Path) -> Result<String> {
    std::fs::read_to_string(file).map_err(|error| broken(file, error))
}

fn write(file: &Path, bytes: &[u8]) -> Result {
    std::fs::write(file, bytes).map_err(|error| broken(file, error))
}

fn broken(file: &Path, error: std::io::Error) -> String {
    let shown = file.strip_prefix(run::root()).unwrap_or(file);
    format!("{}: {error}", shown.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SKELETON: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"CONTENT_SECURITY_POLICY\">\
        <script>check()</script><link data-trunk rel=\"css\" href=\"style.css\">\
        <link data-trunk rel=\"rust\" data-wasm-opt=\"z\">\
        \n<!--WASM_GZIP_BASE64--><script>part()</script>\n\
        <script>end()</script>";

    #[test]
    fn the_policy_names_each_running_script_by_its_hash() {
        let page = bundle(
            SKELETON,
            "a{}",
            "  // https://x\nlet s = '</script><!--';",
            b"wasm",
        )
        .unwrap();
        assert!(page.contains("let s = '<\\/script><\\!--';"), "{page}");
        assert!(page.contains("<style>\na{}</style>"));
        let texts: Vec<_> = scripts(&page).collect();
        assert_eq!(
            texts,
            ["check()", "let s = '<\\/script><\\!--';\n", "part()", "end()"]
        );
        for text in texts {
            let hash = BASE64.encode(sha2::Sha256::digest(text));
            assert!(page.contains(&format!("'sha256-{hash}'")), "{text}");
        }
        assert!(!page.contains("data-trunk"));
    }

    #[test]
    fn the_program_stands_in_parts_that_are_read_one_after_the_other() {
        let packed: Vec<u8> = (0..400_000_u32).map(|n| (n % 251) as u8).collect();
        let page = bundle(SKELETON, "", "", &packed).unwrap();
        let parts = page.split("<!--").skip(1);
        let parts = parts.map(|rest| BASE64.decode(rest.split_once("--><script>part()").unwrap().0));
        let parts: Vec<Vec<u8>> = parts.map(std::result::Result::unwrap).collect();
        assert!(parts.len() > 1);
        assert_eq!(parts.concat(), packed);
    }

    #[test]
    fn however_it_is_packed_the_program_is_the_same() {
        let wasm: Vec<u8> = (0..80_000_u32).map(|n| (n % 251) as u8).collect();
        for pack in [smallest, fast] {
            let packed = pack(&wasm).unwrap();
            assert!(packed.len() < wasm.len());
            let mut unpacked = Vec::new();
            std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(&packed[..]), &mut unpacked)
                .unwrap();
            assert_eq!(unpacked, wasm);
        }
    }

    #[test]
    fn chinese_letters_are_escaped_as_each_place_wants_it() {
        let skeleton = SKELETON
            .replace("check()", "check('缺😀')")
            .replace("<link", "<p>正</p><link");
        let page = bundle(&skeleton, "a::after { content: \"页\" }", "say('网')", b"wasm").unwrap();
        assert!(page.is_ascii());
        for part in [
            "check('\\u7f3a\\ud83d\\ude00')",
            "<p>&#27491;</p>",
            "\"\\9875 \"",
            "say('\\u7f51')",
        ] {
            assert!(page.contains(part), "{part} in {page}");
        }
    }

    #[test]
    fn a_skeleton_without_a_placeholder_is_refused() {
        let error = bundle(&SKELETON.replace("CONTENT_SECURITY_POLICY", ""), "", "", b"").unwrap_err();
        assert!(error.contains("CONTENT_SECURITY_POLICY"), "{error}");
    }
}

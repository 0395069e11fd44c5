//! The same report in every format that an office has gives the same sections, items and figures as its text file.
//!
//! `tests/fixtures/same` keeps the report in each format. Where LibreOffice and Chromium are installed it is converted
//! anew, so that what they write today is read too; what they wrote lies in the folder `formats` of the target’s temporary files.

#[cfg(test)]
mod convert;
#[cfg(test)]
mod facts;
#[cfg(test)]
mod html;
#[cfg(test)]
mod ofd;
#[cfg(test)]
mod pack;

#[cfg(test)]
mod tests {
    use crate::convert::{self, Program};
    use crate::facts::{Facts, report_text};
    use crate::html::Layout;
    use crate::{html, ofd, pack};
    use std::path::Path;

    const PARTS: [&str; 3] = ["[Content_Types].xml", "content.xml", "OFD.xml"];

    #[test]
    fn the_kept_files_say_what_their_text_says() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/same");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.extension().is_some_and(|suffix| suffix != "md"))
            .collect();
        files.sort();
        assert!(files.len() >= 16, "only {} files", files.len());
        for file in files {
            Facts::of_file(&file).must_be(&Facts::expected());
        }
    }

    #[test]
    fn every_format_says_where_a_table_row_stands() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/same");
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let suffix = path.extension().unwrap().to_string_lossy().into_owned();
            let words = Facts::of_file(&path)
                .place_of("行政诉讼一审案件")
                .unwrap_or_default();
            let (before, is_right) = match suffix.as_str() {
                // A text has only its lines.
                "txt" => ("", words.is_empty()),
                // LibreOffice draws this table without lines.
                "pdf" if path.ends_with("libreoffice.pdf") => ("第 ", words.ends_with(" 页")),
                "pdf" | "ofd" => ("第 ", words.ends_with(" 页 表 1 第 4 行")),
                _ => ("", words == "表 1 第 4 行"),
            };
            assert!(
                is_right && words.starts_with(before),
                "{}: {words}",
                path.display()
            );
        }
    }

    #[test]
    fn libreoffice_files_of_today() {
        let Some(office) = Program::office() else { return };
        for layout in [Layout::Office, Layout::Web] {
            let page = convert::write(
                &format!("libreoffice-{}.html", layout.name()),
                html::page(report_text(), layout),
            );
            for suffix in ["docx", "doc", "rtf", "odt", "html", "pdf"] {
                let file = office.convert(&page, suffix);
                Facts::of_file(&file).must_be(&Facts::expected());
            }
        }
        let columns = convert::write(
            "libreoffice-columns.fodt",
            html::two_column_text_document(report_text()),
        );
        Facts::of_file(&office.convert(&columns, "pdf")).must_be(&Facts::expected());
    }

    #[test]
    fn chromium_prints_of_today() {
        let Some(browser) = Program::browser() else { return };
        for layout in [Layout::Office, Layout::Web, Layout::Columns] {
            let page = convert::write(
                &format!("chromium-{}.html", layout.name()),
                html::page(report_text(), layout),
            );
            let file = browser.print(&page);
            Facts::of_file(&file).must_be(&Facts::expected());
        }
    }

    #[test]
    fn web_pages_mails_and_texts_in_other_encodings() {
        let page = html::page(report_text(), Layout::Web);
        let text = report_text();
        let files = [
            ("page.html", page.clone().into_bytes()),
            ("page-gbk.html", pack::gbk(&page.replace("utf-8", "gb2312"))),
            (
                "page-qp.mht",
                pack::quoted_printable_mail(&page.replace("utf-8", "gb2312")),
            ),
            ("page-base64.mht", pack::base64_mail(&page)),
            ("text-gb18030.txt", pack::gbk(text)),
            ("text-utf16le.txt", pack::utf16(text, false)),
            (
                "text-utf16be-crlf.txt",
                pack::utf16(&text.replace('\n', "\r\n"), true),
            ),
            ("text-utf8-bom.txt", format!("\u{FEFF}{text}").into_bytes()),
            ("page-named.doc", page.into_bytes()),
            (
                "mail-named.doc",
                pack::base64_mail(&html::page(text, Layout::Web)),
            ),
        ];
        for (name, bytes) in files {
            let file = convert::write(name, &bytes);
            Facts::of_file(&file).must_be(&Facts::expected());
        }
    }

    #[test]
    fn an_ofd_with_all_that_the_standard_allows() {
        for style in ofd::Style::ALL {
            let file = convert::write(
                &format!("{}.ofd", style.name()),
                ofd::file(&[report_text()], style),
            );
            Facts::of_file(&file).must_be(&Facts::expected());
        }
    }

    #[test]
    fn two_documents_in_one_ofd_are_read_one_after_the_other() {
        let file = convert::write(
            "two.ofd",
            ofd::file(&["甲县的第一件。\n", "乙县的第二件。\n"], ofd::Style::Line),
        );
        let facts = Facts::of_file(&file);
        assert_eq!(facts.text, "甲县的第一件。\n乙县的第二件。");
    }

    #[test]
    fn an_archive_with_names_of_a_chinese_windows() {
        let inner = pack::zip_with_gbk_names(&[("内层/报告乙.txt", &pack::gbk(report_text()))]);
        let outer = pack::zip_with_gbk_names(&[
            ("报送/报告甲.txt", report_text().as_bytes()),
            ("报送/~$报告甲.docx", b"x"),
            ("__MACOSX/报送/._报告甲.txt", b"x"),
            ("报送/更多.zip", &inner),
        ]);
        let entries = fajing::input::entries("批次.zip", &outer).unwrap().unwrap();
        let names: Vec<_> = entries.iter().map(|entry| entry.name.as_str()).collect();
        assert_eq!(
            names,
            [
                "批次.zip/报送/报告甲.txt",
                "批次.zip/报送/更多.zip/内层/报告乙.txt"
            ]
        );
        for entry in entries {
            Facts::of_bytes(&entry.name, &entry.content.unwrap()).must_be(&Facts::expected());
        }
    }

    #[test]
    fn a_package_that_lies_about_its_suffix_is_known_by_its_content() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/same");
        for name in ["report.docx", "report.odt", "report.ofd"] {
            let bytes = std::fs::read(folder.join(name)).unwrap();
            let text = String::from_utf8_lossy(&bytes);
            assert!(
                PARTS.iter().any(|part| text.contains(part)),
                "{name} holds none of {PARTS:?}"
            );
            Facts::of_bytes("报告.doc", &bytes).must_be(&Facts::expected());
        }
    }
}

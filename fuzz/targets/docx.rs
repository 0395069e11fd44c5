//! Word documents: whole packages, and any text as the main part beside styles, lists and notes.

#![no_main]

use libfuzzer_sys::fuzz_target;

const NUMBERING: &str = include_str!("../seeds/docx-numbering.xml");
const STYLES: &str = include_str!("../seeds/docx-styles.xml");
const NOTES: &str = "<w:footnotes xmlns:w='w'><w:footnote w:id='1'><w:p><w:r><w:t>note</w:t></w:r></w:p></w:footnote></w:footnotes>";

fuzz_target!(|bytes: &[u8]| {
    let others = [
        ("[Content_Types].xml", "<Types/>"),
        ("word/numbering.xml", NUMBERING),
        ("word/styles.xml", STYLES),
        ("word/footnotes.xml", NOTES),
    ];
    fajing_fuzz::read_bytes("fuzz.docx", &fajing_fuzz::packed(bytes, "word/document.xml", &others));
});

//! OpenDocument texts: whole packages, and any text as their content.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let others = [("mimetype", "application/vnd.oasis.opendocument.text")];
    fajing_fuzz::read_bytes("fuzz.odt", &fajing_fuzz::packed(bytes, "content.xml", &others));
});

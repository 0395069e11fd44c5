//! Rich text, always with its first word.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fajing_fuzz::read_bytes("fuzz.rtf", bytes);
    fajing_fuzz::read_bytes("fuzz.rtf", &[b"{\\rtf1 ", bytes].concat());
});

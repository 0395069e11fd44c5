//! PDF files.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fajing_fuzz::read_bytes("fuzz.pdf", bytes);
});

//! Web pages, always with a first tag.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fajing_fuzz::read_bytes("fuzz.html", bytes);
    fajing_fuzz::read_bytes("fuzz.html", &[b"<html>", bytes].concat());
});

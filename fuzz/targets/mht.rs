//! Mails, always with a first header.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    fajing_fuzz::read_bytes("fuzz.mht", bytes);
    fajing_fuzz::read_bytes("fuzz.mht", &[b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n", bytes].concat());
});

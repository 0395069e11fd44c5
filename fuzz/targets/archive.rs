//! Archives, as they are and as one file in another.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    for archive in [bytes.to_vec(), fajing_fuzz::packed(bytes, "inner.zip", &[("a.txt", "text")])] {
        let _ = fajing::input::entries("fuzz.zip", &archive);
    }
});

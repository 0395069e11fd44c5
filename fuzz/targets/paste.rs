//! What the clipboard holds when something is pasted.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|html: &str| {
    fajing_fuzz::check(&fajing::input::html::from_clipboard("fuzz", html));
});

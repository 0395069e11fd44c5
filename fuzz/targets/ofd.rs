//! OFD files: whole packages, and any text as a page.

#![no_main]

use libfuzzer_sys::fuzz_target;

const ROOT: &str = "<OFD><DocBody><DocRoot>Document.xml</DocRoot></DocBody></OFD>";
const DOCUMENT: &str = "<Document><Pages><Page BaseLoc='page.xml'/></Pages></Document>";

fuzz_target!(|bytes: &[u8]| {
    let others = [("OFD.xml", ROOT), ("Document.xml", DOCUMENT)];
    fajing_fuzz::read_bytes("fuzz.ofd", &fajing_fuzz::packed(bytes, "page.xml", &others));
});

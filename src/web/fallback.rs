//! Reading a file on the page itself, where no worker can be had. The page stands still meanwhile.

use super::protocol::Job;
use super::worker;
use crate::Report;
use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// The report with its time in microseconds, or a code and a message.
pub(super) async fn read(job: &Job, blob: &Blob) -> Result<(Report, u64), (String, String)> {
    let buffer = JsFuture::from(blob.array_buffer())
        .await
        .map_err(|_| worker::unreadable())?;
    let begin = js_sys::Date::now();
    let report = worker::analyse(job, &Uint8Array::new(&buffer).to_vec())?;
    Ok((report, ((js_sys::Date::now() - begin) * 1000.0) as u64))
}

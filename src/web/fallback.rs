//! Reading a file on the page itself, where no worker can be had. The page stands still meanwhile.

use super::client::{Event, blob_of};
use super::protocol::Job;
use super::worker::{self, Failure, Outcome};
use js_sys::Uint8Array;
use std::rc::Rc;
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

/// What the file turned out to be, with the time it took in microseconds.
pub(super) async fn read(job: &Job, blob: &Blob) -> Result<(Outcome, u64), Failure> {
    let buffer = JsFuture::from(blob.array_buffer())
        .await
        .map_err(|_| worker::unreadable())?;
    let begin = js_sys::Date::now();
    let outcome = worker::open(job, &blob.type_(), &Uint8Array::new(&buffer).to_vec())?;
    Ok((outcome, ((js_sys::Date::now() - begin) * 1000.0) as u64))
}

/// The same as the page hears it from a worker.
pub(super) fn event(id: u32, outcome: Result<(Outcome, u64), Failure>) -> Event {
    match outcome {
        Ok((Outcome::Report(report), micros)) => Event::Done {
            id,
            report: Rc::new(*report),
            micros,
        },
        Ok((Outcome::Archive(entries), _)) => {
            let content = |bytes: Vec<u8>| blob_of(&Uint8Array::from(bytes.as_slice()));
            let entries = entries.into_iter().map(|entry| {
                let unpacked = entry.content.map_err(|error| error.to_string()).and_then(content);
                (entry.name, unpacked)
            });
            Event::Expanded {
                id,
                entries: entries.collect(),
            }
        }
        Err((code, message)) => Event::Failed { id, code, message },
    }
}

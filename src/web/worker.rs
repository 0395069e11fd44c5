//! The worker's side: reads a file, analyses it, answers. Nothing here touches the page.

use super::protocol::{self, Job, Reply, TestHook};
use crate::input::{self, ReadOptions};
use crate::{Profile, Report, checks};
use js_sys::{Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

thread_local! {
    static JOB: Cell<Option<u32>> = const { Cell::new(None) };
    static PRETENDED_CHECK: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Waits for jobs and says that it is ready for them.
pub fn serve() {
    std::panic::set_hook(Box::new(|panic| {
        let pretended = PRETENDED_CHECK.with_borrow(Clone::clone);
        say(&Reply::Panicked {
            id: JOB.get(),
            message: panic.to_string(),
            check: pretended.or_else(|| checks::running().map(str::to_string)),
        });
    }));
    let listener = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| work(&event.data()));
    scope().set_onmessage(Some(listener.as_ref().unchecked_ref()));
    listener.forget();
    say(&Reply::Ready);
}

/// Does one job: `{ job: JSON of the Job, blob: the file }`.
fn work(message: &JsValue) {
    let Some((job, blob)) = job_of(message) else {
        return;
    };
    JOB.set(Some(job.id));
    say(&Reply::Started { id: job.id });
    match report(&job, &blob) {
        Ok((report, micros)) => deliver(&Reply::Done { id: job.id, micros }, &report),
        Err((code, message)) => say(&Reply::Failed {
            id: job.id,
            code,
            message,
        }),
    }
    JOB.set(None);
}

fn job_of(message: &JsValue) -> Option<(Job, Blob)> {
    let text = Reflect::get(message, &"job".into()).ok()?.as_string()?;
    let blob = Reflect::get(message, &"blob".into()).ok()?.dyn_into().ok()?;
    Some((serde_json::from_str(&text).ok()?, blob))
}

fn report(job: &Job, blob: &Blob) -> Result<(Report, u64), (String, String)> {
    let buffer = FileReaderSync::new()
        .and_then(|reader| reader.read_as_array_buffer(blob))
        .map_err(|_| unreadable())?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    fail_on_request(job);
    let begin = now();
    let report = analyse(job, &bytes)?;
    Ok((report, ((now() - begin) * 1000.0) as u64))
}

/// From bytes to report, the same on the page where no worker can be had.
pub(super) fn analyse(job: &Job, bytes: &[u8]) -> Result<Report, (String, String)> {
    let chosen = match &job.profile {
        Some(toml) => Some(Profile::parse(toml).map_err(|error| ("profile".to_string(), error.to_string()))?),
        None => None,
    };
    let options = ReadOptions {
        encoding: job.encoding.clone(),
    };
    let document = input::read(&job.name, bytes, &options)
        .map_err(|error| (error.code().to_string(), error.to_string()))?;
    let mut profile = chosen.unwrap_or_else(|| crate::fitting_profile(&document, &job.corrections));
    profile.off.extend(job.skip.iter().cloned());
    let mut report = crate::analyze(document, &profile, &job.corrections);
    report.skipped.clone_from(&job.skip);
    Ok(report)
}

/// What is said where the browser does not give the bytes of a file.
pub(super) fn unreadable() -> (String, String) {
    (
        "unreadable".into(),
        "浏览器读不到这个文件：应能打开，实际可能已被移动、删除，或没有权限。请重新选择。".into(),
    )
}

fn fail_on_request(job: &Job) {
    match TestHook::of(job) {
        None => {}
        Some(TestHook::Hang) => loop {
            std::hint::spin_loop();
        },
        Some(TestHook::Panic) => panic!("asked for by a test"),
        Some(TestHook::Trap) => std::process::abort(),
        Some(TestHook::PanicInCheck(code)) => {
            PRETENDED_CHECK.set(Some(code));
            panic!("asked for by a test");
        }
    }
}

fn say(reply: &Reply) {
    // A worker that cannot speak is found by the page's deadline.
    let _ = envelope(reply).and_then(|envelope| scope().post_message(&envelope));
}

/// Sends the report's bytes along, handed over and not copied.
fn deliver(reply: &Reply, report: &Report) {
    let sent = protocol::pack(report).map_err(JsValue::from).and_then(|bytes| {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        let envelope = envelope(reply)?;
        Reflect::set(&envelope, &"report".into(), &buffer)?;
        scope().post_message_with_transfer(&envelope, &js_sys::Array::of1(&buffer))
    });
    if let Err(error) = sent {
        panic!("the report could not be sent: {error:?}");
    }
}

fn envelope(reply: &Reply) -> Result<Object, JsValue> {
    let text = serde_json::to_string(reply).map_err(|error| JsValue::from(error.to_string()))?;
    let envelope = Object::new();
    Reflect::set(&envelope, &"reply".into(), &text.into())?;
    Ok(envelope)
}

fn scope() -> DedicatedWorkerGlobalScope {
    js_sys::global().unchecked_into()
}

fn now() -> f64 {
    scope().performance().map_or(0.0, |clock| clock.now())
}

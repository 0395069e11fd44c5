//! The worker's side: reads a file, analyses it, answers. Nothing here touches the page.

use super::SAMPLE;
use super::blocks::blocks;
use super::protocol::{self, EntryHead, Job, Reply, TestHook};
use super::session::{REPORT_TYPE, SessionFile};
use super::state::{Action, State};
use crate::document::Document;
use crate::input::{self, InputError, ReadOptions};
use crate::likeness::Sketch;
use crate::{Profile, Report, checks};
use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use web_sys::{Blob, DedicatedWorkerGlobalScope, FileReaderSync, MessageEvent};

thread_local! {
    static JOB: Cell<Option<u32>> = const { Cell::new(None) };
    static WARM_UP: Cell<Option<Timeout>> = const { Cell::new(None) };
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
    warm_up_in(WARM_UP_AFTER_MS, WARM_UPS);
}

/// By then the page is drawn for the first time.
const WARM_UP_AFTER_MS: u32 = 60;
/// As often as it takes until the browser has optimised what a report needs most: without it the first report costs
/// ten times as much as a later one, and the browser's compiler works beside the page just when the report is drawn.
const WARM_UPS: u32 = 60;

/// Does it once, and the rest when what has come meanwhile is done.
fn warm_up_in(millis: u32, times: u32) {
    let next = Timeout::new(millis, move || {
        warm_up();
        match times {
            // Whoever measures finds it on the browser's timeline.
            1 => mark("fajing-warm"),
            _ => warm_up_in(0, times - 1),
        }
    });
    WARM_UP.set(Some(next));
}

/// What is made on first use is made while the person is still choosing a file: patterns, tables, and the
/// browser's code of each function, which this worker and the page have in common. So what the page will do with a
/// report is done here too.
fn warm_up() {
    let job = Job {
        name: "示例.txt".into(),
        ..Job::default()
    };
    let Ok(Outcome::Report(report)) = open(&job, "", SAMPLE.as_bytes()) else {
        return;
    };
    let Ok(report) = protocol::pack(&report).and_then(|bytes| protocol::unpack(&bytes)) else {
        return;
    };
    Sketch::of(&report.document.text);
    let report = Rc::new(report);
    blocks(&report);
    State::default()
        .reduce(Action::Add(vec![(0, String::new())]))
        .reduce(Action::Done(0, report, 0));
}

fn mark(name: &str) {
    if let Some(performance) = scope().performance() {
        let _ = performance.mark(name);
    }
}

/// What a file turns out to be.
pub(super) enum Outcome {
    /// A report.
    Report(Box<Report>),
    /// Files of its own, none of them read yet.
    Archive(Vec<input::Entry>),
}

/// A stable code and a Chinese sentence.
pub(super) type Failure = (String, String);

/// Does one job: `{ job: JSON of the Job, blob: the file }`.
fn work(message: &JsValue) {
    let Some((job, blob)) = job_of(message) else {
        return;
    };
    let id = job.id;
    JOB.set(Some(id));
    // The first file does the same, and is waited for.
    WARM_UP.set(None);
    say(&Reply::Started { id });
    match read(&job, &blob) {
        Ok((Outcome::Report(report), micros)) => deliver_report(id, micros, &report),
        Ok((Outcome::Archive(entries), _)) => deliver_entries(id, entries),
        Err((code, message)) => say(&Reply::Failed { id, code, message }),
    }
    JOB.set(None);
}

fn job_of(message: &JsValue) -> Option<(Job, Blob)> {
    let text = Reflect::get(message, &"job".into()).ok()?.as_string()?;
    let blob = Reflect::get(message, &"blob".into()).ok()?.dyn_into().ok()?;
    Some((serde_json::from_str(&text).ok()?, blob))
}

fn read(job: &Job, blob: &Blob) -> Result<(Outcome, u64), Failure> {
    let buffer = FileReaderSync::new()
        .and_then(|reader| reader.read_as_array_buffer(blob))
        .map_err(|_| unreadable())?;
    let bytes = Uint8Array::new(&buffer).to_vec();
    fail_on_request(job);
    let begin = now();
    let outcome = open(job, &blob.type_(), &bytes)?;
    Ok((outcome, ((now() - begin) * 1000.0) as u64))
}

/// From bytes to a report or to an archive's files; the same on the page where no worker can be had.
pub(super) fn open(job: &Job, mime: &str, bytes: &[u8]) -> Result<Outcome, Failure> {
    let failure = |error: InputError| (error.code().to_string(), error.to_string());
    if mime == REPORT_TYPE {
        let document = SessionFile::document(bytes, &job.name).ok_or_else(unreadable)?;
        return Ok(Outcome::Report(Box::new(report(job, document)?)));
    }
    if let Some(entries) = input::entries(&job.name, bytes).map_err(failure)? {
        if entries.is_empty() {
            return Err(failure(InputError::Empty));
        }
        return Ok(Outcome::Archive(entries));
    }
    let options = ReadOptions {
        encoding: job.encoding.clone(),
    };
    let document = input::read(&job.name, bytes, &options).map_err(failure)?;
    Ok(Outcome::Report(Box::new(report(job, document)?)))
}

fn report(job: &Job, document: Document) -> Result<Report, Failure> {
    let mut profile = match &job.profile {
        Some(toml) => Profile::parse(toml).map_err(|error| ("profile".to_string(), error.to_string()))?,
        // By far the most files: none chosen, and no check left out after it panicked.
        None if job.skip.is_empty() => return Ok(crate::analyze_fitting(document, &job.corrections)),
        None => crate::fitting_profile(&document, &job.corrections),
    };
    profile.off.extend(job.skip.iter().cloned());
    let mut report = crate::analyze(document, &profile, &job.corrections);
    report.skipped.clone_from(&job.skip);
    Ok(report)
}

/// What is said where the browser does not give the bytes of a file.
pub(super) fn unreadable() -> Failure {
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
fn deliver_report(id: u32, micros: u64, report: &Report) {
    let sent = protocol::pack(report).map_err(JsValue::from).and_then(|bytes| {
        let buffer = Uint8Array::from(bytes.as_slice()).buffer();
        let envelope = envelope(&Reply::Done { id, micros })?;
        Reflect::set(&envelope, &"report".into(), &buffer)?;
        scope().post_message_with_transfer(&envelope, &Array::of1(&buffer))
    });
    if let Err(error) = sent {
        panic!("the report could not be sent: {error:?}");
    }
}

/// Sends an archive's files along; the place of one that could not be unpacked is empty.
fn deliver_entries(id: u32, entries: Vec<input::Entry>) {
    let (mut heads, files, moved) = (vec![], Array::new(), Array::new());
    for entry in entries {
        let error = match entry.content {
            Ok(bytes) => {
                let buffer = Uint8Array::from(bytes.as_slice()).buffer();
                files.push(&buffer);
                moved.push(&buffer);
                None
            }
            Err(error) => {
                files.push(&JsValue::NULL);
                Some(error.to_string())
            }
        };
        heads.push(EntryHead {
            name: entry.name,
            error,
        });
    }
    let reply = Reply::Expanded { id, entries: heads };
    let sent = envelope(&reply).and_then(|envelope| {
        Reflect::set(&envelope, &"files".into(), &files)?;
        scope().post_message_with_transfer(&envelope, &moved)
    });
    if let Err(error) = sent {
        panic!("the files could not be sent: {error:?}");
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

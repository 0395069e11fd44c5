//! The page's side of the worker: a queue of files, one worker, and a new one whenever it dies.
//!
//! A worker that hangs, panics or traps costs the file it was reading, never the page or the other files. A
//! panic inside a check costs only that check: the file is sent once more without it. Where no worker can be
//! had, the files are read on the page itself.

pub use super::event::{Death, Event, WorkerState};
use super::fallback;
use super::protocol::{EntryHead, Job, Reply};
use super::spawn::{self, Spawned};
use super::views::gradual::is_hidden;
use gloo_timers::callback::Timeout;
use js_sys::{Array, Object, Reflect, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::{Rc, Weak};
use wasm_bindgen::prelude::*;
use web_sys::{Blob, MessageEvent};
use yew::Callback;

/// A file may take this long; then its worker is stopped.
const DEADLINE_MS: u32 = 60_000;
/// A worker that is not ready after this time never will be.
const START_MS: u32 = 30_000;
/// Bytes of a report whose reading alone keeps the page from answering for a few milliseconds.
const LONG_REPORT: usize = 64_000;
/// After a file this large the worker is replaced, because wasm memory never shrinks.
const LARGE_BYTES: f64 = 4_000_000.0;

/// A handle: clones speak to the same worker. The worker ends with the last of them.
#[derive(Clone)]
pub struct WorkerClient(Rc<Inner>);

impl PartialEq for WorkerClient {
    fn eq(&self, other: &WorkerClient) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    on_event: Callback<Event>,
    settings: spawn::Settings,
    state: RefCell<State>,
}

#[derive(Default)]
struct State {
    worker: Option<Spawned>,
    ready: bool,
    failed_starts: u32,
    on_page: bool,
    current: Option<(Job, Blob)>,
    queue: VecDeque<(Job, Blob)>,
    timer: Option<Timeout>,
}

impl WorkerClient {
    /// Starts a worker. Files may be sent at once: they wait until it is ready.
    pub fn spawn(on_event: Callback<Event>) -> WorkerClient {
        let inner = Rc::new(Inner {
            on_event,
            settings: spawn::Settings::of_page(),
            state: RefCell::default(),
        });
        inner.respawn();
        WorkerClient(inner)
    }

    /// Puts a file at the end of the queue, in place of one with the same id that still waits.
    pub fn send(&self, mut job: Job, blob: Blob) {
        job.test_hooks = self.0.settings.test_hooks;
        {
            let queue = &mut self.0.state.borrow_mut().queue;
            queue.retain(|(waiting, _)| waiting.id != job.id);
            queue.push_back((job, blob));
        }
        self.0.next();
    }

    /// Drops this file: from the queue, or by stopping the worker that reads it. Nothing is reported about it
    /// any more.
    pub fn cancel(&self, id: u32) {
        let running = {
            let mut state = self.0.state.borrow_mut();
            state.queue.retain(|(waiting, _)| waiting.id != id);
            state.current.as_ref().is_some_and(|(job, _)| job.id == id)
        };
        if running {
            self.0.respawn();
        }
    }

    /// Drops every file that is not finished.
    pub fn cancel_all(&self) {
        let running = {
            let mut state = self.0.state.borrow_mut();
            state.queue.clear();
            state.current.is_some()
        };
        if running {
            self.0.respawn();
        }
    }
}

impl Inner {
    /// Ends the worker, if there is one, and starts another; whatever it was reading is forgotten.
    fn respawn(self: &Rc<Self>) {
        let on_message = {
            let client = Rc::downgrade(self);
            move |event: MessageEvent| with(&client, |client| client.hear(&event.data()))
        };
        let on_error = {
            let client = Rc::downgrade(self);
            move || with(&client, |client| client.died(&Death::Trapped))
        };
        {
            let mut state = self.state.borrow_mut();
            state.worker = None;
            state.current = None;
            state.ready = false;
            state.timer = None;
        }
        self.emit(Event::Worker(WorkerState::Dead));
        let mut spawned = spawn::worker(on_message, on_error);
        let early = spawned.as_mut().map(|spawned| std::mem::take(&mut spawned.early));
        let timer = self.timer(START_MS, Death::Hung);
        let on_page = {
            let mut state = self.state.borrow_mut();
            state.on_page = spawned.is_none() || state.failed_starts >= 2;
            if !state.on_page {
                state.worker = spawned;
                state.timer = Some(timer);
            }
            state.on_page
        };
        if on_page {
            self.ready();
            return;
        }
        for message in early.unwrap_or_default() {
            self.hear(&message);
        }
    }

    fn ready(self: &Rc<Self>) {
        {
            let mut state = self.state.borrow_mut();
            state.ready = true;
            state.failed_starts = 0;
            state.timer = None;
        }
        self.emit(Event::Worker(WorkerState::Ready));
        self.next();
    }

    /// Sends the next file, if the worker is free.
    fn next(self: &Rc<Self>) {
        let on_page = {
            let mut state = self.state.borrow_mut();
            if !state.ready || state.current.is_some() {
                return;
            }
            let Some((job, blob)) = state.queue.pop_front() else {
                return;
            };
            let envelope = envelope(&job, &blob);
            if let (Some(spawned), Ok(envelope)) = (&state.worker, envelope) {
                // A message that cannot be posted is found by the deadline.
                let _ = spawned.worker.post_message(&envelope);
            }
            state.current = Some((job, blob));
            state.on_page
        };
        self.emit(Event::Worker(WorkerState::Busy));
        if on_page {
            self.read_on_page();
            return;
        }
        let timer = self.timer(self.settings.deadline_ms.unwrap_or(DEADLINE_MS), Death::Hung);
        self.state.borrow_mut().timer = Some(timer);
    }

    fn read_on_page(self: &Rc<Self>) {
        let Some((job, blob)) = self.state.borrow().current.clone() else {
            return;
        };
        self.emit(Event::Started { id: job.id });
        let client = Rc::downgrade(self);
        wasm_bindgen_futures::spawn_local(async move {
            let outcome = fallback::read(&job, &blob).await;
            with(&client, |client| {
                if !client.is_current(job.id) {
                    return;
                }
                client.finished(fallback::event(job.id, outcome));
            });
        });
    }

    fn hear(self: &Rc<Self>, message: &JsValue) {
        let reply = Reflect::get(message, &"reply".into())
            .ok()
            .and_then(|text| serde_json::from_str(&text.as_string()?).ok());
        match reply {
            None => {}
            Some(Reply::Ready) => self.ready(),
            Some(Reply::Started { id }) => self.emit(Event::Started { id }),
            Some(Reply::Done { id, micros }) => self.done(id, micros, message),
            Some(Reply::Expanded { id, entries }) => self.finished(Event::Expanded {
                id,
                entries: unpacked(entries, message),
            }),
            Some(Reply::Failed { id, code, message }) => self.finished(Event::Failed { id, code, message }),
            Some(Reply::Panicked { message, check, .. }) => self.panicked(message, check),
        }
    }

    fn done(self: &Rc<Self>, id: u32, micros: u64, message: &JsValue) {
        let report = Reflect::get(message, &"report".into())
            .map_err(|_| "no report".to_string())
            .map(|buffer| Uint8Array::new(&buffer).to_vec())
            .and_then(|bytes| Ok((super::protocol::unpack(&bytes)?, bytes.len())));
        match report {
            Ok((report, bytes)) => {
                let report = Rc::new(report);
                self.finished_soon(Event::Done { id, report, micros }, bytes);
            }
            Err(error) => self.died(&Death::Panicked(error)),
        }
    }

    /// Reading a long report and drawing it are two tasks, so that the page can answer in between.
    fn finished_soon(self: &Rc<Self>, event: Event, bytes: usize) {
        if bytes < LONG_REPORT || is_hidden() {
            self.finished(event);
            return;
        }
        let client = Rc::downgrade(self);
        let soon = Timeout::new(0, move || with(&client, |client| client.finished(event)));
        // In place of the deadline: whatever stops the file's worker stops this too.
        self.state.borrow_mut().timer = Some(soon);
    }

    /// The file is through, well or not; the worker is free again.
    fn finished(self: &Rc<Self>, event: Event) {
        let large = {
            let mut state = self.state.borrow_mut();
            state.timer = None;
            let finished = state.current.take();
            finished.is_some_and(|(_, blob)| blob.size() > LARGE_BYTES)
        };
        self.emit(event);
        if large {
            self.respawn();
            return;
        }
        if self.state.borrow().queue.is_empty() {
            self.emit(Event::Worker(WorkerState::Ready));
        }
        self.next();
    }

    fn panicked(self: &Rc<Self>, message: String, check: Option<String>) {
        let again = {
            let mut state = self.state.borrow_mut();
            match (check, state.current.take()) {
                (Some(check), Some((mut job, blob))) if !job.skip.contains(&check) => {
                    job.skip.push(check);
                    state.queue.push_front((job, blob));
                    true
                }
                (_, current) => {
                    state.current = current;
                    false
                }
            }
        };
        if again {
            self.respawn();
        } else {
            self.died(&Death::Panicked(message));
        }
    }

    fn died(self: &Rc<Self>, cause: &Death) {
        let lost = {
            let mut state = self.state.borrow_mut();
            if !state.ready {
                state.failed_starts += 1;
            }
            state.current.take()
        };
        if let Some((job, _)) = lost {
            self.emit(Event::Died {
                id: job.id,
                cause: cause.clone(),
            });
        }
        self.respawn();
    }

    fn timer(self: &Rc<Self>, millis: u32, cause: Death) -> Timeout {
        let client = Rc::downgrade(self);
        Timeout::new(millis, move || with(&client, |client| client.died(&cause)))
    }

    fn is_current(&self, id: u32) -> bool {
        self.state
            .borrow()
            .current
            .as_ref()
            .is_some_and(|(job, _)| job.id == id)
    }

    fn emit(&self, event: Event) {
        self.on_event.emit(event);
    }
}

fn with(client: &Weak<Inner>, act: impl FnOnce(&Rc<Inner>)) {
    if let Some(client) = client.upgrade() {
        act(&client);
    }
}

/// Puts an archive's files, which lie beside the message, to their names.
fn unpacked(entries: Vec<EntryHead>, message: &JsValue) -> Vec<(String, Result<Blob, String>)> {
    let files =
        Reflect::get(message, &"files".into()).map_or_else(|_| Array::new(), |files| Array::from(&files));
    let contents = entries.into_iter().zip(files.iter()).map(|(entry, buffer)| {
        let content = match entry.error {
            Some(error) => Err(error),
            None => blob_of(&buffer),
        };
        (entry.name, content)
    });
    contents.collect()
}

/// Bytes as a file of the browser's, so that they need not stay in the program's own memory.
pub(super) fn blob_of(bytes: &JsValue) -> Result<Blob, String> {
    Blob::new_with_buffer_source_sequence(&Array::of1(bytes)).map_err(|error| format!("{error:?}"))
}

fn envelope(job: &Job, blob: &Blob) -> Result<Object, JsValue> {
    let text = serde_json::to_string(job).map_err(|error| JsValue::from(error.to_string()))?;
    let envelope = Object::new();
    Reflect::set(&envelope, &"job".into(), &text.into())?;
    Reflect::set(&envelope, &"blob".into(), blob)?;
    Ok(envelope)
}

//! What the page can do to files: the commands that views call. Keeps the bytes; the state keeps only names.

use super::browser::{self, NamedBlob};
use super::client::{Event, WorkerClient};
use super::protocol::Job;
use super::session::{self, Session};
use super::state::{Action, Decide, FileId, Loaded, Selection, State};
use crate::likeness::{Sketch, Sketches};
use crate::{Corrections, Report};
use std::cell::{Cell, RefCell};
use std::collections::HashMap;
use std::rc::{Rc, Weak};
use web_sys::Blob;
use yew::Callback;

/// A handle that views get from their context. Two are equal when they are the same page.
#[derive(Clone)]
pub struct Page(Rc<Inner>);

impl PartialEq for Page {
    fn eq(&self, other: &Page) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

struct Inner {
    dispatch: Callback<Action>,
    client: WorkerClient,
    blobs: RefCell<HashMap<FileId, Blob>>,
    next_id: Cell<FileId>,
    pasted: Cell<u32>,
    sketches: RefCell<Sketches>,
    /// The user's profile when files were added last: for the files inside an archive.
    profile: RefCell<Option<String>>,
}

impl Page {
    /// Starts the worker; everything that happens goes to `dispatch`.
    pub fn new(dispatch: Callback<Action>) -> Page {
        Page(Rc::new_cyclic(|inner: &Weak<Inner>| {
            let inner = inner.clone();
            let on_event = {
                let dispatch = dispatch.clone();
                Callback::from(move |event| match (event, inner.upgrade()) {
                    (Event::Expanded { id, entries }, Some(inner)) => Page(inner).expand(id, entries),
                    (Event::Done { id, report, micros }, Some(inner)) => Page(inner).done(id, report, micros),
                    (event, _) => action_of(event)
                        .into_iter()
                        .for_each(|action| dispatch.emit(action)),
                })
            };
            Inner {
                dispatch,
                client: WorkerClient::spawn(on_event),
                blobs: RefCell::default(),
                next_id: Cell::new(1),
                pasted: Cell::new(0),
                sketches: RefCell::default(),
                profile: RefCell::default(),
            }
        }))
    }

    /// Tells the state what happened.
    pub fn dispatch(&self, action: Action) {
        self.0.dispatch.emit(action);
    }

    /// Adds files and sends them to the worker.
    pub fn add(&self, files: Vec<NamedBlob>, profile: Option<String>) {
        let files = files.into_iter().filter(|(name, _)| !is_litter(name));
        let (sessions, files): (Vec<_>, Vec<_>) =
            files.partition(|(name, _)| name.ends_with(session::SUFFIX));
        let opens_session = !sessions.is_empty();
        for (_, blob) in sessions {
            self.open_session(blob);
        }
        let files: Vec<_> = files.into_iter().map(|(name, blob)| (name, Ok(blob))).collect();
        if files.is_empty() && opens_session {
            return;
        }
        if files.is_empty() {
            self.dispatch(Action::Notice(
                "没有可读的文件：请选择报告文件，或粘贴文字。".into(),
            ));
            return;
        }
        self.0.profile.replace(profile);
        self.add_all(files);
    }

    /// Saves texts, corrections, decisions and rules as one file.
    pub fn save_session(&self, state: &State) {
        let name = format!("法镜会话_{}{}", browser::today(), session::SUFFIX);
        browser::download(&name, "application/json", session::write(state).as_bytes());
        self.dispatch(Action::Decide(state.decisions.marked_saved()));
        for file in state.files.iter().filter(|file| file.unsaved) {
            self.dispatch(Action::Saved(file.id));
        }
        self.dispatch(Action::Notice(format!("已保存会话：{name}")));
    }

    /// Reads a session file; what it holds comes beside what is loaded and decided.
    fn open_session(&self, blob: Blob) {
        let page = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            let text = browser::text_of(&blob).await.unwrap_or_default();
            match session::read(&text) {
                Ok(session) => page.restore(session),
                Err(message) => page.dispatch(Action::Notice(message)),
            }
        });
    }

    fn restore(&self, session: Session) {
        self.dispatch(Action::Merge(session.decisions));
        self.dispatch(Action::Profile(session.profile.clone()));
        self.0.profile.replace(session.profile.clone());
        for file in session.files {
            let id = self.0.next_id.get();
            self.0.next_id.set(id + 1);
            self.dispatch(Action::Add(vec![(id, file.name.clone())]));
            if let Some(why) = file.failed {
                self.dispatch(Action::Failed(id, why));
                continue;
            }
            self.dispatch(Action::Correct(id, file.corrections.clone()));
            let Some(blob) = browser::blob(&file.to_json(), session::REPORT_TYPE) else {
                continue;
            };
            self.0.blobs.borrow_mut().insert(id, blob.clone());
            let job = Job {
                id,
                name: file.name,
                profile: session.profile.clone(),
                corrections: file.corrections,
                ..Job::default()
            };
            self.0.client.send(job, blob);
        }
        self.dispatch(Action::Notice("已打开会话".into()));
    }

    /// Hands on a report and, when it is the file's first, which earlier one it is like.
    fn done(&self, id: FileId, report: Rc<Report>, micros: u64) {
        let sketch = Sketch::of(&report.document.text);
        self.dispatch(Action::Done(id, report, micros));
        let mut sketches = self.0.sketches.borrow_mut();
        let is_first = !sketches.knows(id);
        let like = sketch.and_then(|sketch| sketches.add(id, sketch));
        drop(sketches);
        if let Some(like) = like.filter(|_| is_first) {
            self.dispatch(Action::Like(id, like));
        }
    }

    /// Puts an archive's files in its place.
    fn expand(&self, archive: FileId, entries: Vec<(String, Result<Blob, String>)>) {
        self.0.blobs.borrow_mut().remove(&archive);
        self.dispatch(Action::Remove(archive));
        self.add_all(entries);
    }

    /// A file is there, or why it is not.
    fn add_all(&self, files: Vec<(String, Result<Blob, String>)>) {
        let first = self.0.next_id.get();
        self.0.next_id.set(first + files.len() as u32);
        let names = files.iter().map(|(name, _)| name.clone());
        self.dispatch(Action::Add((first..).zip(names).collect()));
        for (id, (name, content)) in (first..).zip(files) {
            let blob = match content {
                Ok(blob) => blob,
                Err(why) => {
                    self.dispatch(Action::Failed(id, why));
                    continue;
                }
            };
            self.0.blobs.borrow_mut().insert(id, blob.clone());
            let job = Job {
                id,
                name,
                profile: self.0.profile.borrow().clone(),
                ..Job::default()
            };
            self.0.client.send(job, blob);
        }
    }

    /// Adds pasted or made-up text as a file of its own.
    pub fn add_text(&self, name: Option<&str>, text: &str, profile: Option<String>) {
        let name = name.map_or_else(
            || {
                self.0.pasted.set(self.0.pasted.get() + 1);
                format!("粘贴的文字 {}.txt", self.0.pasted.get())
            },
            str::to_string,
        );
        if let Some(blob) = browser::text_blob(text) {
            self.add(vec![(name, blob)], profile);
        }
    }

    /// Analyses a text edited by hand in place of the file's bytes.
    pub fn edit(&self, file: &Loaded, text: &str, profile: Option<String>) {
        self.dispatch(Action::Edited(file.id));
        self.put(file, text, profile);
    }

    /// Analyses a text with safe fixes; what it was before can be had back.
    pub fn fix(&self, file: &Loaded, text: &str, profile: Option<String>) {
        let before = file
            .own
            .as_ref()
            .map_or("", |report| report.document.text.as_str());
        self.dispatch(Action::Fixed(file.id, before.into()));
        self.put(file, text, profile);
    }

    /// Takes the last safe fixes back.
    pub fn unfix(&self, file: &Loaded, profile: Option<String>) {
        if let Some(before) = file.fixed.last() {
            self.dispatch(Action::Unfixed(file.id));
            self.put(file, before, profile);
        }
    }

    fn put(&self, file: &Loaded, text: &str, profile: Option<String>) {
        if let Some(blob) = browser::text_blob(text) {
            self.0.blobs.borrow_mut().insert(file.id, blob);
            // The new text is UTF-8, whatever the file was.
            self.send(file, None, file.corrections.clone(), profile);
        }
    }

    /// Tries a file again.
    pub fn again(&self, file: &Loaded, profile: Option<String>) {
        self.dispatch(Action::Again(file.id));
        self.send(file, file.encoding.clone(), file.corrections.clone(), profile);
    }

    /// Reads a file as another encoding; None = guess.
    pub fn read_as(&self, file: &Loaded, encoding: Option<String>, profile: Option<String>) {
        self.dispatch(Action::Encoding(file.id, encoding.clone()));
        self.send(file, encoding, file.corrections.clone(), profile);
    }

    /// Analyses a file with a person's corrections.
    pub fn correct(&self, file: &Loaded, corrections: Corrections, profile: Option<String>) {
        self.dispatch(Action::Correct(file.id, corrections.clone()));
        self.send(file, file.encoding.clone(), corrections, profile);
    }

    /// Analyses every file with another profile.
    pub fn use_profile(&self, state: &State, profile: Option<String>) {
        self.dispatch(Action::Profile(profile.clone()));
        for file in &state.files {
            self.again(file, profile.clone());
        }
    }

    /// Changes the decisions about a finding or a doubtful relation; `how` gets the newest of them.
    pub fn decide(&self, report: &Rc<Report>, about: Selection, how: Decide) {
        self.dispatch(Action::DecideAbout(report.clone(), about, how));
    }

    /// Stops everything that is not finished.
    pub fn cancel_all(&self) {
        self.0.client.cancel_all();
        self.dispatch(Action::CancelAll);
    }

    /// Forgets one file, or all of them, when the person agrees to what would be lost.
    pub fn ask_to_remove(&self, state: &State, id: Option<FileId>) {
        if state
            .asks_before_removing(id)
            .is_some_and(|question| !browser::confirm(&question))
        {
            return;
        }
        match id {
            Some(id) => self.remove(id),
            None => self.remove_all(),
        }
    }

    /// Forgets a file that an earlier one is like, when the person agrees.
    pub fn ask_to_keep_one(&self, state: &State, id: FileId) {
        if state
            .asks_before_keeping_one(id)
            .is_some_and(|question| browser::confirm(&question))
        {
            self.remove(id);
        }
    }

    /// Forgets one file.
    fn remove(&self, id: FileId) {
        self.0.client.cancel(id);
        self.0.blobs.borrow_mut().remove(&id);
        self.0.sketches.borrow_mut().remove(id);
        self.dispatch(Action::Remove(id));
    }

    /// Forgets all files.
    fn remove_all(&self) {
        self.0.client.cancel_all();
        self.0.blobs.borrow_mut().clear();
        self.0.sketches.borrow_mut().clear();
        self.dispatch(Action::RemoveAll);
    }

    fn send(
        &self,
        file: &Loaded,
        encoding: Option<String>,
        corrections: Corrections,
        profile: Option<String>,
    ) {
        let Some(blob) = self.0.blobs.borrow().get(&file.id).cloned() else {
            return;
        };
        let job = Job {
            id: file.id,
            name: file.name.clone(),
            encoding,
            corrections,
            profile,
            ..Job::default()
        };
        self.0.client.send(job, blob);
    }
}

fn action_of(event: Event) -> Option<Action> {
    Some(match event {
        Event::Worker(state) => Action::Worker(state.key()),
        Event::Started { id } => Action::Started(id),
        Event::Failed { id, message, .. } => Action::Failed(id, message),
        Event::Died { id, cause } => Action::Unfinished(id, cause.message().into()),
        Event::Done { .. } | Event::Expanded { .. } => return None,
    })
}

/// Files that no person put there: lock files, system files.
fn is_litter(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.starts_with("~$") || name.starts_with('.') || name == "Thumbs.db" || path.contains("__MACOSX/")
}

//! Everything that the page asks of the browser, in one place: files, downloads, clipboard, focus, printing.
//! What scrolls stands in [`scroll`](super::scroll).

use super::scroll;
use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, DataTransfer, Document, Element, File, HtmlElement, HtmlInputElement,
    HtmlTextAreaElement, Url, Window,
};

/// A file as the page holds it: its name or path, and the bytes that the worker will read.
pub type NamedBlob = (String, Blob);

/// The window. The page has one; the worker never comes here.
pub fn window() -> Option<Window> {
    web_sys::window()
}

/// Names this moment on the browser's timeline, where whoever measures finds it.
pub fn mark(name: &str) {
    if let Some(performance) = window().and_then(|window| window.performance()) {
        let _ = performance.mark(name);
    }
}

fn document() -> Option<Document> {
    window()?.document()
}

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// A blob of plain text, UTF-8.
pub fn text_blob(text: &str) -> Option<Blob> {
    blob(text, "text/plain;charset=utf-8")
}

/// A blob of text of this type, UTF-8.
pub fn blob(text: &str, mime: &str) -> Option<Blob> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    Blob::new_with_str_sequence_and_options(&Array::of1(&text.into()), &options).ok()
}

/// Saves bytes as a file on the user's machine.
pub fn download(name: &str, mime: &str, bytes: &[u8]) {
    let _ = try_download(name, mime, bytes);
}

fn try_download(name: &str, mime: &str, bytes: &[u8]) -> Option<()> {
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).ok()?;
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    let anchor = document()?.create_element("a").ok()?;
    anchor.set_attribute("href", &url).ok()?;
    anchor.set_attribute("download", name).ok()?;
    anchor.dyn_ref::<HtmlElement>()?.click();
    // The download has its own hold on the blob once the click has been handled.
    gloo_timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Some(())
}

/// Puts text on the clipboard; older browsers by way of a selection.
pub fn copy(text: String) {
    wasm_bindgen_futures::spawn_local(async move {
        let Some(window) = window() else { return };
        let clipboard = window.navigator().clipboard();
        if clipboard.is_undefined() || JsFuture::from(clipboard.write_text(&text)).await.is_err() {
            let _ = copy_by_selection(&text);
        }
    });
}

fn copy_by_selection(text: &str) -> Option<()> {
    let document = document()?;
    let area: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    area.set_value(text);
    document.body()?.append_child(&area).ok()?;
    area.select();
    let command: Function = Reflect::get(&document, &"execCommand".into())
        .ok()?
        .dyn_into()
        .ok()?;
    let _ = command.call1(&document, &"copy".into());
    area.remove();
    Some(())
}

/// Gives an element the focus, without moving the page.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let options = web_sys::FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// Gives the first element that fits the selector the focus.
pub fn focus_first(selector: &str) {
    let found = document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// Gives an element the focus: at once, or when the open dialog closes.
pub fn focus_afterwards(id: &str) {
    if element("dialog").is_some() {
        LAST_FOCUS.set(element(id));
    } else {
        focus(id);
    }
}

/// Shows the selected place: in the text, or in the field where the text is edited.
pub fn locate() {
    if element("edit-field").is_some() {
        click("edit-locate");
    } else {
        scroll::reveal("selected-mark");
    }
}

/// Goes from the list to the selected place.
pub fn enter_text() {
    if element("edit-field").is_some() {
        click("edit-locate");
    } else {
        focus("selected-mark");
    }
}

/// Presses a button or opens a file dialog.
pub fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Asks a question that must be answered before anything else happens.
pub fn confirm(question: &str) -> bool {
    window().is_some_and(|window| window.confirm_with_message(question).unwrap_or(false))
}

/// Opens the print dialog.
pub fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}

/// The value of a text field or a choice.
pub fn value_of(id: &str) -> String {
    let Some(element) = element(id) else {
        return String::new();
    };
    let value = Reflect::get(&element, &"value".into());
    value.ok().and_then(|value| value.as_string()).unwrap_or_default()
}

/// Sets the theme on the root element; an empty name leaves it to the system.
pub fn set_theme(name: &str) {
    let Some(root) = document().and_then(|document| document.document_element()) else {
        return;
    };
    let _ = if name.is_empty() {
        root.remove_attribute("data-theme")
    } else {
        root.set_attribute("data-theme", name)
    };
}

/// Today as `20260228`, for file names.
pub fn today() -> String {
    let date = js_sys::Date::new_0();
    format!(
        "{:04}{:02}{:02}",
        date.get_full_year(),
        date.get_month() + 1,
        date.get_date()
    )
}

/// Whether the event's target takes text, so that keys belong to it.
pub fn is_text_field(target: Option<web_sys::EventTarget>) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    matches!(element.tag_name().as_str(), "TEXTAREA" | "SELECT")
        || element
            .dyn_ref::<HtmlInputElement>()
            .is_some_and(|input| !matches!(input.type_().as_str(), "checkbox" | "radio" | "button" | "file"))
}

/// The id of the event's target.
pub fn id_of_target(target: Option<web_sys::EventTarget>) -> Option<String> {
    Some(target?.dyn_into::<Element>().ok()?.id())
}

/// Whether the event's target lies inside the element with this id.
pub fn is_inside(target: Option<web_sys::EventTarget>, id: &str) -> bool {
    let Some(element) = target.and_then(|target| target.dyn_into::<Element>().ok()) else {
        return false;
    };
    element
        .closest(&format!("#{id}"))
        .is_ok_and(|found| found.is_some())
}

/// The files of a file input, with their path inside a chosen folder; the input is emptied, so that choosing the
/// same file again is a change again.
pub fn files_of_input(input: &HtmlInputElement) -> Vec<NamedBlob> {
    let mut found = Vec::new();
    if let Some(files) = input.files() {
        for at in 0..files.length() {
            found.extend(files.get(at).map(named));
        }
    }
    input.set_value("");
    found
}

fn named(file: File) -> NamedBlob {
    let path = Reflect::get(&file, &"webkitRelativePath".into())
        .ok()
        .and_then(|path| path.as_string());
    let name = path
        .filter(|path| !path.is_empty())
        .unwrap_or_else(|| file.name());
    (name, file.into())
}

/// The files of a drop, folders included where the browser lets a page from disk read them.
pub fn dropped(data: &DataTransfer, then: impl FnOnce(Vec<NamedBlob>) + 'static) {
    let handles = handles_of(data);
    let mut files = Vec::new();
    if let Some(list) = data.files() {
        for at in 0..list.length() {
            files.extend(list.get(at).map(named));
        }
    }
    wasm_bindgen_futures::spawn_local(async move {
        let mut found = Vec::new();
        for handle in handles {
            if let Ok(handle) = JsFuture::from(handle).await {
                walk(handle, String::new(), &mut found).await;
            }
        }
        // No handles in this browser: the plain list, in which a folder is an unreadable entry.
        then(if found.is_empty() { files } else { found });
    });
}

/// Handles must be asked for while the drop is being handled; afterwards the browser forgets the items.
fn handles_of(data: &DataTransfer) -> Vec<Promise> {
    let items = data.items();
    let mut handles = Vec::new();
    for at in 0..items.length() {
        let Some(item) = items.get(at) else { continue };
        let handle = Reflect::get(&item, &"getAsFileSystemHandle".into())
            .ok()
            .and_then(|method| method.dyn_into::<Function>().ok())
            .and_then(|method| method.call0(&item).ok());
        handles.extend(handle.and_then(|handle| handle.dyn_into::<Promise>().ok()));
    }
    handles
}

/// Collects the files below a handle, folders first in their own order.
async fn walk(handle: JsValue, folder: String, found: &mut Vec<NamedBlob>) {
    let text = |key: &str| {
        Reflect::get(&handle, &key.into())
            .ok()
            .and_then(|value| value.as_string())
    };
    let (Some(kind), Some(name)) = (text("kind"), text("name")) else {
        return;
    };
    let path = if folder.is_empty() {
        name
    } else {
        format!("{folder}/{name}")
    };
    if kind == "file" {
        if let Some(file) = call(&handle, "getFile")
            .await
            .and_then(|file| file.dyn_into::<Blob>().ok())
        {
            found.push((path, file));
        }
        return;
    }
    let Some(entries) = method(&handle, "values").and_then(|values| values.call0(&handle).ok()) else {
        return;
    };
    while let Some(step) = call(&entries, "next").await {
        let is_done = Reflect::get(&step, &"done".into()).is_ok_and(|done| done.is_truthy());
        let Some(entry) = Reflect::get(&step, &"value".into()).ok().filter(|_| !is_done) else {
            break;
        };
        Box::pin(walk(entry, path.clone(), found)).await;
    }
}

fn method(object: &JsValue, name: &str) -> Option<Function> {
    Reflect::get(object, &name.into()).ok()?.dyn_into().ok()
}

async fn call(object: &JsValue, name: &str) -> Option<JsValue> {
    let promise: Promise = method(object, name)?.call0(object).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Fills a text field once, when it opens.
pub fn set_value(id: &str, text: &str) {
    if let Some(element) = element(id) {
        let _ = Reflect::set(&element, &"value".into(), &text.into());
    }
}

/// Empties a text field.
pub fn clear(id: &str) {
    set_value(id, "");
}

/// The text of a file, UTF-8.
pub async fn text_of(blob: &Blob) -> Option<String> {
    JsFuture::from(blob.text()).await.ok()?.as_string()
}

/// Opens a native modal dialog; the browser keeps the focus inside it.
pub fn show_modal(id: &str) {
    let dialog = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        LAST_FOCUS.set(document().and_then(|document| document.active_element()?.dyn_into().ok()));
        let _ = dialog.show_modal();
    }
}

thread_local! {
    static LAST_FOCUS: std::cell::Cell<Option<HtmlElement>> = const { std::cell::Cell::new(None) };
}

/// Closes the dialog, so that the page behind it can be used, and puts the focus back where it was.
pub fn close_modal(id: &str) {
    let dialog = element(id).and_then(|element| element.dyn_into::<web_sys::HtmlDialogElement>().ok());
    if let Some(dialog) = dialog {
        dialog.close();
    }
    if let Some(element) = LAST_FOCUS.take() {
        let _ = element.focus();
    }
}

/// The policy that stands in this file, as the browser enforces it.
pub fn content_security_policy() -> String {
    let meta = document().and_then(|document| {
        document
            .query_selector("meta[http-equiv='Content-Security-Policy']")
            .ok()
            .flatten()
    });
    meta.and_then(|meta| meta.get_attribute("content"))
        .unwrap_or_default()
}

/// Whether the focus is inside the element with this id.
pub fn has_focus_inside(id: &str) -> bool {
    let active = document().and_then(|document| document.active_element());
    is_inside(active.map(Into::into), id)
}

/// Whether nothing has the focus: the browser then gives it to the body.
pub fn has_no_focus() -> bool {
    let active = document().and_then(|document| document.active_element());
    active.is_none_or(|element| element.tag_name() == "BODY")
}

//! The fonts of a report, asked for while nobody waits. For each size and weight that is new to it a browser asks
//! another of its processes, and the first picture of a report would stand still for each of them.

use super::browser;
use super::type_scale::{SIZES, WEIGHTS};
use js_sys::Promise;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Letters of each font that the page needs: Chinese, Latin, and the signs that neither of the two may have.
const SAMPLE: &str = "法a1✗✓●○▲▼▾";

/// Lays out a few letters in every size and weight, one each time that the browser has nothing to do. Where it does
/// not tell when that is, nothing happens.
pub fn look_up() {
    wasm_bindgen_futures::spawn_local(async {
        if try_look_up().await.is_some() {
            browser::mark("fajing-fonts");
        }
    });
}

async fn try_look_up() -> Option<()> {
    let document = browser::window()?.document()?;
    for size in SIZES {
        for weight in WEIGHTS {
            idle().await?;
            let letters: HtmlElement = document.create_element("span").ok()?.dyn_into().ok()?;
            letters.set_text_content(Some(SAMPLE));
            let style =
                format!("position:absolute;visibility:hidden;font-size:{size}px;font-weight:{weight}");
            letters.set_attribute("style", &style).ok()?;
            letters.set_attribute("aria-hidden", "true").ok()?;
            document.body()?.append_child(&letters).ok()?;
            letters.offset_width();
            letters.remove();
        }
    }
    Some(())
}

/// Until the browser has nothing to do.
async fn idle() -> Option<()> {
    let window = browser::window()?;
    let mut is_known = true;
    let idle = Promise::new(&mut |run, _| is_known = window.request_idle_callback(&run).is_ok());
    if !is_known {
        return None;
    }
    wasm_bindgen_futures::JsFuture::from(idle).await.ok().map(drop)
}

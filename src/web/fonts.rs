//! The fonts of a report, asked for while nobody waits. For each size and weight that is new to it a browser asks
//! another of its processes, and the first picture of a report would stand still for each of them.

#[cfg(target_arch = "wasm32")]
use super::browser;
#[cfg(target_arch = "wasm32")]
use js_sys::Promise;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen::JsCast;
#[cfg(target_arch = "wasm32")]
use web_sys::HtmlElement;

/// All sizes of `style.css`, in pixels; those that a report is mostly set in come first.
const SIZES: [u32; 7] = [16, 14, 13, 12, 18, 20, 24];
/// All weights of `style.css`.
const WEIGHTS: [u32; 2] = [400, 600];
/// Letters of each font that the page needs: Chinese, Latin, and the signs that neither of the two may have.
#[cfg(target_arch = "wasm32")]
const SAMPLE: &str = "法a1✗✓●○▲▼▾";

/// Lays out a few letters in every size and weight, one each time that the browser has nothing to do. Where it does
/// not tell when that is, nothing happens.
#[cfg(target_arch = "wasm32")]
pub fn look_up() {
    wasm_bindgen_futures::spawn_local(async {
        if try_look_up().await.is_some() {
            browser::mark("fajing-fonts");
        }
    });
}

#[cfg(target_arch = "wasm32")]
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
#[cfg(target_arch = "wasm32")]
async fn idle() -> Option<()> {
    let window = browser::window()?;
    let mut is_known = true;
    let idle = Promise::new(&mut |run, _| is_known = window.request_idle_callback(&run).is_ok());
    if !is_known {
        return None;
    }
    wasm_bindgen_futures::JsFuture::from(idle).await.ok().map(drop)
}

#[cfg(test)]
mod tests {
    use super::{SIZES, WEIGHTS};

    /// What stands behind `name:` in the style, with this unit.
    fn in_style(name: &str, unit: &str) -> Vec<u32> {
        let style = include_str!("../../style.css");
        let values = style
            .split(name)
            .skip(1)
            .filter_map(|rest| rest.split([';', ' ']).next());
        let found: Vec<u32> = values
            .filter_map(|value| value.strip_suffix(unit))
            .map(|number| number.parse().unwrap())
            .collect();
        assert!(found.len() > 10, "{name} {found:?}");
        found
    }

    #[test]
    fn the_style_has_no_other_sizes_and_weights() {
        for size in in_style("font-size: ", "px") {
            assert!(SIZES.contains(&size), "{size} px");
        }
        for weight in in_style("font-weight: ", "") {
            assert!(WEIGHTS.contains(&weight), "weight {weight}");
        }
    }
}

//! For a long list of files: its order, and words to look for.

use crate::web::listing::{Listing, ORDERS};
use crate::web::page::Page;
use crate::web::state::Action;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

/// What is wanted of the list.
#[derive(Properties, PartialEq)]
pub struct FileToolsProps {
    /// What is wanted now.
    pub listing: Listing,
    /// How many files are listed so.
    pub listed: usize,
    /// How many there are.
    pub all: usize,
}

/// The controls above the list.
#[component]
pub fn FileTools(props: &FileToolsProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let listing = &props.listing;
    let onchange = {
        let (page, listing) = (page.clone(), listing.clone());
        Callback::from(move |event: Event| {
            let chosen = event
                .target_dyn_into::<HtmlSelectElement>()
                .map(|select| select.value())
                .unwrap_or_default();
            let order = ORDERS.iter().find(|(_, key, _)| *key == chosen);
            page.dispatch(Action::List(Listing {
                order: order.map(|(order, ..)| *order).unwrap_or_default(),
                ..listing.clone()
            }));
        })
    };
    let oninput = {
        let listing = listing.clone();
        Callback::from(move |event: InputEvent| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let query = input.map(|input| input.value()).unwrap_or_default();
            page.dispatch(Action::List(Listing {
                query,
                ..listing.clone()
            }));
        })
    };
    let option = |&(order, key, name): &(_, &'static str, &'static str)| html! { <option value={key} selected={order == listing.order}>{ name }</option> };
    html! {
        <div class="file-tools" role="search" aria-label="查找报告">
            <input type="search" data-testid="files-search" aria-label="按文件名或单位查找" placeholder="查找报告"
                value={listing.query.clone()} {oninput} />
            <select data-testid="files-order" aria-label="列表顺序" {onchange}>{ for ORDERS.iter().map(option) }</select>
            if props.listed < props.all {
                <span class="table-count" role="status">{ format!("{} / {} 份", props.listed, props.all) }</span>
            }
        </div>
    }
}

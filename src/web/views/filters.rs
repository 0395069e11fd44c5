//! Which results are listed: by verdict, kind, decision and words.

use crate::export::counts::Counts;
use crate::web::filter::{ByDecision, Filter, SIGNS, kinds};
use crate::web::page::Page;
use crate::web::state::Action;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is wanted, and how many of each there are.
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// What is wanted.
    pub filter: Filter,
    /// How many there are.
    pub counts: Counts,
}

/// The filters of the results list.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let FiltersProps { filter, counts } = props;
    let set = |filter: Filter| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Filter(filter.clone())))
    };
    let chip = |name: String, pressed: bool, class: &'static str, to: Filter| {
        html! { <button type="button" class={classes!("chip", class)} aria-pressed={pressed.to_string()} onclick={set(to)}>{ name }</button> }
    };
    let signs = SIGNS.iter().map(|&sign| {
        let (mark, word, class) = sign.words();
        let count = [counts.errors, counts.doubts, counts.hints, counts.verified][sign as usize];
        let pressed = filter.sign == Some(sign);
        let to = Filter {
            sign: (!pressed).then_some(sign),
            ..filter.clone()
        };
        chip(format!("{mark} {word} {count}"), pressed, class, to)
    });
    let kinds = kinds().into_iter().map(|kind| {
        let pressed = filter.kind == Some(kind);
        chip(
            kind.into(),
            pressed,
            "",
            Filter {
                kind: (!pressed).then_some(kind),
                ..filter.clone()
            },
        )
    });
    let decided = [
        (ByDecision::Open, "待处理"),
        (ByDecision::Accepted, "已采纳"),
        (ByDecision::Ignored, "已忽略"),
    ];
    let decided = decided.into_iter().map(|(by, name)| {
        let pressed = filter.decision == by;
        let to = Filter {
            decision: if pressed { ByDecision::All } else { by },
            ..filter.clone()
        };
        chip(name.into(), pressed, "", to)
    });
    let oninput = {
        let (page, filter) = (page.clone(), filter.clone());
        Callback::from(move |event: InputEvent| {
            let input = event
                .target()
                .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
            let query = input.map(|input| input.value()).unwrap_or_default();
            page.dispatch(Action::Filter(Filter {
                query,
                ..filter.clone()
            }));
        })
    };
    html! {
        <div class="filters" role="search" aria-label="筛选检查结果">
            <div class="chips">{ for signs }</div>
            <div class="chips">
                { chip("全部".into(), *filter == Filter::default(), "", Filter::default()) }
                { for kinds }{ for decided }
            </div>
            <input type="search" id="results-search" aria-label="在结果中搜索" placeholder="搜索结果" value={filter.query.clone()} {oninput} />
        </div>
    }
}

//! Which results are listed: by verdict, kind, decision and words, each with how many there are.

use crate::Report;
use crate::export::counts::Counts;
use crate::web::filter::{ByDecision, Decided, Filter, SIGNS, Sign, kinds};
use crate::web::page::Page;
use crate::web::state::Action;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What is wanted, and of what.
#[derive(Properties, PartialEq)]
pub struct FiltersProps {
    /// The report.
    pub report: Rc<Report>,
    /// What is wanted.
    pub filter: Filter,
    /// How many findings are decided.
    pub decided: Decided,
}

/// The filters of the results list.
#[component]
pub fn Filters(props: &FiltersProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let FiltersProps {
        report,
        filter,
        decided,
    } = props;
    let chip = |name: String, pressed: bool, class: &'static str, to: Filter| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Filter(to.clone())));
        html! { <button type="button" class={classes!("chip", class)} aria-pressed={pressed.to_string()} {onclick}>{ name }</button> }
    };
    let counts = Counts::of(report);
    let signs = SIGNS.iter().map(|&sign| {
        let (mark, word, class) = sign.words();
        let pressed = filter.sign == Some(sign);
        let to = Filter {
            sign: (!pressed).then_some(sign),
            ..filter.clone()
        };
        chip(
            format!("{mark} {word} {}", count_of(&counts, sign)),
            pressed,
            class,
            to,
        )
    });
    let kinds = kinds(report).into_iter().filter_map(|(kind, count)| {
        let pressed = filter.kind == Some(kind);
        let to = Filter {
            kind: (!pressed).then_some(kind),
            ..filter.clone()
        };
        (count > 0 || pressed).then(|| chip(format!("{kind} {count}"), pressed, "kind", to))
    });
    let decided = [
        (ByDecision::Open, "待处理", decided.open),
        (ByDecision::Accepted, "已采纳", decided.accepted),
        (ByDecision::Ignored, "已忽略", decided.ignored),
    ];
    let decided = decided.into_iter().map(|(by, name, count)| {
        let pressed = filter.decision == by;
        let to = Filter {
            decision: if pressed { ByDecision::All } else { by },
            ..filter.clone()
        };
        chip(format!("{name} {count}"), pressed, "decision", to)
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
                { chip("全部".into(), *filter == Filter::default(), "kind", Filter::default()) }
                { for kinds }
            </div>
            <div class="chips">
                { for decided }
                <input type="search" id="results-search" aria-label="在结果中搜索" placeholder="搜索" value={filter.query.clone()} {oninput} />
            </div>
        </div>
    }
}

fn count_of(counts: &Counts, sign: Sign) -> usize {
    match sign {
        Sign::Error => counts.errors,
        Sign::Doubt => counts.doubts,
        Sign::Hint => counts.hints,
        Sign::Verified => counts.verified,
        Sign::Unverified => counts.unverified,
    }
}

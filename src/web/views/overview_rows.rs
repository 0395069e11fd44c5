//! The rows of 总览, drawn in steps: a table of hundreds of reports may not hold the page up.

use super::overview::{NUMBERS, OVERVIEW, Rows};
use crate::export::overview::Line;
use crate::web::browser;
use crate::web::page::Page;
use crate::web::scroll;
use crate::web::state::{Action, FileId};
use crate::web::views::gradual::use_growing;
use crate::web::walk;
use gloo_timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// How many rows are drawn before one picture.
const STEP: usize = 12;
/// The columns of what must be put right.
const ERRORS: usize = 6;
const MISSING: usize = 11;
/// The element id of the name of the report that is shown.
const CURRENT: &str = "overview-current";

/// The rows in their order, and the file that is shown.
#[derive(Properties, PartialEq)]
pub struct BodyProps {
    /// The files with their lines.
    pub rows: Rows,
    /// The file shown.
    pub current: Option<FileId>,
}

/// The body of the table.
#[component]
pub fn Body(props: &BodyProps) -> Html {
    let drawn = use_growing(props.rows.len(), STEP);
    let row = |(id, line): &(FileId, Rc<Line>)| {
        html! { <Row key={*id} id={*id} line={line.clone()} chosen={props.current == Some(*id)} /> }
    };
    let onkeydown = Callback::from(|event: KeyboardEvent| walk::rows(&event, "tr"));
    html! { <tbody {onkeydown}>{ for props.rows.iter().take(drawn).map(row) }</tbody> }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    id: FileId,
    line: Rc<Line>,
    chosen: bool,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let (id, chosen) = (props.id, props.chosen);
    // The table opens at the report that is shown; whoever sorts it stays at the head of the column.
    use_effect_with((), move |()| {
        // The dialog takes the focus when it is open.
        let opened = chosen.then(|| {
            Timeout::new(0, || {
                if !browser::has_focus_inside(OVERVIEW) {
                    browser::focus(CURRENT);
                    scroll::nearest(CURRENT);
                }
            })
        });
        move || drop(opened)
    });
    let open = Callback::from(move |_: MouseEvent| {
        page.dispatch(Action::Dialog(None));
        page.dispatch(Action::Show(id));
    });
    let [name, cells @ ..] = props.line.cells();
    html! {
        <tr class={chosen.then_some("selected")} data-name={name.clone()} onclick={open}>
            <th scope="row"><button type="button" class="to-text" id={chosen.then_some(CURRENT)} aria-current={chosen.then_some("true")}>{ name }</button></th>
            if let Some(why) = props.line.why_unread() {
                <td class="unread" colspan={cells.len().to_string()}>{ why }</td>
            } else {
                { for cells.iter().zip(1..).map(|(cell, at)| cell_of(at, cell)) }
            }
        </tr>
    }
}

fn cell_of(at: usize, cell: &str) -> Html {
    let number = NUMBERS.contains(&at).then_some("number");
    let is_bad = match at {
        ERRORS => cell != "0",
        MISSING => !cell.is_empty(),
        _ => false,
    };
    html! { <td class={classes!(number, is_bad.then_some("error"))}>{ cell }</td> }
}

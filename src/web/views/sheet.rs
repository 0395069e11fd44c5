//! 反馈意见单 as it will be sent, with the ways to send it.

use crate::web::browser;
use crate::web::page::Page;
use crate::web::review::{self, Part, Sheet};
use crate::web::state::{Action, State};
use std::rc::Rc;
use yew::prelude::*;

/// The state.
#[derive(Properties, PartialEq)]
pub struct ReviewSheetProps {
    /// The state.
    pub state: Rc<State>,
}

/// The dialog.
#[component]
pub fn ReviewSheet(props: &ReviewSheetProps) -> Html {
    let page = use_context::<Page>();
    let (Some(page), Some(report)) = (page, props.state.report()) else {
        return html! {};
    };
    let sheet = Rc::new(review::sheet(report, &props.state.decisions));
    if sheet.is_empty() {
        return html! { <p>{ "还没有采纳任何检查结果。请先在右栏逐条“采纳”需要反馈的结果，再来这里生成意见单。" }</p> };
    }
    let name = format!(
        "{}_反馈意见_{}",
        sheet.recipient.replace(['/', '\\', ':'], "_"),
        browser::today()
    );
    let save = |suffix: &'static str, mime: &'static str, make: fn(&Sheet) -> Vec<u8>| {
        let (sheet, name) = (sheet.clone(), name.clone());
        Callback::from(move |_: MouseEvent| {
            browser::download(&format!("{name}.{suffix}"), mime, &make(&sheet))
        })
    };
    let copy = {
        let sheet = sheet.clone();
        Callback::from(move |_: MouseEvent| {
            let lines: Vec<_> = sheet.lines().into_iter().map(|(_, words)| words).collect();
            browser::copy(lines.join("\n"));
            page.dispatch(Action::Notice("已复制反馈意见".into()));
        })
    };
    html! {
        <div class="prose">
            <div class="actions no-print">
                <button type="button" class="primary" data-testid="sheet-docx"
                    onclick={save("docx", DOCX, crate::web::review_docx::docx)}>{ "存为 Word 文档" }</button>
                <button type="button" onclick={save("md", "text/markdown", |sheet| sheet.markdown().into_bytes())}>{ "存为 Markdown" }</button>
                <button type="button" onclick={copy}>{ "复制" }</button>
                <button type="button" onclick={Callback::from(|_: MouseEvent| browser::print())}>{ "打印" }</button>
            </div>
            <article class="sheet">
                { for sheet.lines().into_iter().map(|(part, words)| match part {
                    Part::Title => html! { <h3 class="sheet-title">{ words }</h3> },
                    Part::Recipient => html! { <p class="sheet-recipient">{ words }</p> },
                    Part::Heading => html! { <h4>{ words }</h4> },
                    Part::Text => html! { <p>{ words }</p> },
                    Part::Signature => html! { <p class="sheet-signature">{ words }</p> },
                }) }
            </article>
        </div>
    }
}

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

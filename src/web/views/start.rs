//! The page before anything is loaded: paste, drop, choose, or try the example.

use crate::web::SAMPLE;
use crate::web::browser;
use crate::web::page::Page;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// The user's profile goes along with every file.
#[derive(Properties, PartialEq)]
pub struct StartProps {
    /// The user's profile, if any.
    pub profile: Option<String>,
}

/// The start page.
#[component]
pub fn Start(props: &StartProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let sample = {
        let (page, profile) = (page, props.profile.clone());
        Callback::from(move |_: MouseEvent| page.add_text(Some("示例报告.txt"), SAMPLE, profile.clone()))
    };
    html! {
        <main class="start" data-testid="drop-zone">
            <h2>{ "检查一份法治政府建设年度报告" }</h2>
            <PasteBox profile={props.profile.clone()} large=true label="把报告正文粘贴到这里，或把文件、文件夹拖到页面任意处">
                <FileButtons profile={props.profile.clone()} />
                <button type="button" onclick={sample}>{ "试用示例" }</button>
            </PasteBox>
            <p class="formats">{ "可读 Word（.docx、.doc）、WPS 另存的文档、PDF、OFD、RTF、网页、纯文本和 ZIP 压缩包；接着上次的审核，请选择保存的会话文件。" }</p>
            <ol class="steps">
                <li>{ "左边看必备内容和目录，中间看正文和数字，右边看检查结果。" }</li>
                <li>{ "点一条结果，正文跳到原处；再决定采纳还是忽略。" }</li>
                <li>{ "可以导出结果和数字、生成反馈意见单，也可以打印。" }</li>
            </ol>
            <p class="privacy">{ "材料只在本机浏览器里处理，不上传、不保存；拔掉网线也能用。" }</p>
        </main>
    }
}

/// A box for text and the button that starts.
#[derive(Properties, PartialEq)]
pub struct PasteBoxProps {
    /// The user's profile, if any.
    pub profile: Option<String>,
    /// On the start page it is all there is; beside loaded reports it is small.
    #[prop_or_default]
    pub large: bool,
    /// What it is for.
    pub label: AttrValue,
    /// Further ways to begin.
    #[prop_or_default]
    pub children: Html,
}

/// The box for pasted text: large on the start page, small beside the loaded reports.
#[component]
pub fn PasteBox(props: &PasteBoxProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let profile = props.profile.clone();
    let analyse = Callback::from(move |_: MouseEvent| {
        let text = browser::value_of("paste-input");
        if text.trim().is_empty() {
            let message = "还没有文字：请先粘贴报告正文，或选择文件。";
            page.dispatch(crate::web::state::Action::Notice(message.into()));
            browser::focus("paste-input");
        } else {
            page.add_text(None, &text, profile.clone());
            browser::clear("paste-input");
        }
    });
    html! {
        <div class="paste-box">
            <label for="paste-input" class={(!props.large).then_some("visually-hidden")}>{ &props.label }</label>
            <textarea id="paste-input" placeholder={(!props.large).then(|| props.label.clone())} data-testid="paste-input" rows={if props.large { "12" } else { "2" }} spellcheck="false" />
            <div class="actions">
                <button type="button" class="primary" data-testid="analyze-button" onclick={analyse}>{ "开始检查" }</button>
                { props.children.clone() }
            </div>
        </div>
    }
}

/// 选择文件 and 选择文件夹, with their hidden inputs.
#[component]
pub fn FileButtons(props: &StartProps) -> Html {
    let Some(page) = use_context::<Page>() else {
        return html! {};
    };
    let profile = props.profile.clone();
    let onchange = Callback::from(move |event: Event| {
        let input = event
            .target()
            .and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if let Some(input) = input {
            page.add(browser::files_of_input(&input), profile.clone());
        }
    });
    let open = |id: &'static str| Callback::from(move |_: MouseEvent| browser::click(id));
    html! {
        <>
            <button type="button" onclick={open("file-input")}>{ "选择文件" }</button>
            <button type="button" onclick={open("folder-input")}>{ "选择文件夹" }</button>
            <input type="file" id="file-input" data-testid="file-input" multiple=true hidden=true
                aria-label="选择文件" onchange={onchange.clone()} />
            <input type="file" id="folder-input" data-testid="folder-input" webkitdirectory=true hidden=true
                aria-label="选择文件夹" {onchange} />
        </>
    }
}

//! What is explained and not decided: 使用说明, 隐私, 为什么.

use crate::checks;
use crate::web::browser;
use crate::web::filter::sign_of;
use yew::prelude::*;

/// The text that also stands beside the program for people who only open the file.
const MANUAL: &str = include_str!("../../../README.zh-CN.md");

/// 使用说明.
pub fn help() -> Html {
    let mut blocks = Vec::new();
    let (mut list, mut steps) = (Vec::new(), Vec::new());
    for line in MANUAL.lines().skip(1).chain([""]) {
        let item = |words: &str| html! { <li>{ words.replace('`', "") }</li> };
        if let Some(entry) = line.strip_prefix("- ") {
            list.push(item(entry));
            continue;
        }
        if let Some(step) = numbered(line) {
            steps.push(item(step));
            continue;
        }
        if !list.is_empty() {
            blocks.push(html! { <ul>{ for list.drain(..) }</ul> });
        }
        if !steps.is_empty() {
            blocks.push(html! { <ol>{ for steps.drain(..) }</ol> });
        }
        if let Some(head) = line.strip_prefix("## ") {
            blocks.push(html! { <h3>{ head }</h3> });
        } else if !line.is_empty() {
            blocks.push(html! { <p>{ line.replace('`', "") }</p> });
        }
    }
    html! { <div class="prose">{ for blocks }</div> }
}

fn numbered(line: &str) -> Option<&str> {
    let (number, rest) = line.split_once(". ")?;
    number.parse::<u8>().ok().map(|_| rest)
}

/// 隐私与核验办法: what the policy forbids, and how to see that it holds.
pub fn privacy() -> Html {
    let policy = browser::content_security_policy();
    html! {
        <div class="prose">
            <p>{ "法镜是一个单独的网页文件。材料只在本机浏览器的内存里处理，不上传；页面不写入浏览器存储，关掉就什么都不留。" }</p>
            <h3>{ "为什么可以放心" }</h3>
            <p>{ "文件开头写有内容安全策略（CSP），由浏览器强制执行：默认什么都不许，不许连接任何网址，不许提交表单，只许运行本文件里哈希值相符的程序。策略原文：" }</p>
            <pre class="policy" tabindex="0">{ policy }</pre>
            <h3>{ "怎样自己核验" }</h3>
            <ul>
                <li>{ "拔掉网线或关掉无线网络，再打开文件：所有功能照常。" }</li>
                <li>{ "按 F12 打开开发者工具，看“网络”一栏：分析时没有任何 http 或 https 请求。" }</li>
                <li>{ "在“控制台”输入 fetch('data:,1')：浏览器会以违反内容安全策略为由拒绝。" }</li>
                <li>{ "用记事本打开文件，搜索 Content-Security-Policy，可看到 connect-src 'none'。" }</li>
            </ul>
        </div>
    }
}

/// 为什么: the words that stand beside the check's code.
pub fn why(code: &str) -> Html {
    let Some(check) = checks::described().find(|check| check.code == code) else {
        return html! { <p>{ format!("没有关于 {code} 的说明。") }</p> };
    };
    let (sign, word, class) = sign_of(check.severity).words();
    html! {
        <div class="prose why">
            <p class="why-title"><span class={classes!("why-sign", class)}>{ sign }{ " " }{ word }</span>{ " " }{ check.title }
                <span class="result-code">{ " " }{ check.code }</span></p>
            <p>{ check.why }</p>
            <p><b>{ "依据：" }</b>{ check.basis }</p>
            <h3>{ "会提示的写法" }</h3>
            <pre tabindex="0">{ check.bad.trim() }</pre>
            <h3>{ "不会提示的写法" }</h3>
            <pre tabindex="0">{ check.good.trim() }</pre>
        </div>
    }
}

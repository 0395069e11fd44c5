//! Which part of a page is the article, and what stands in it without belonging to it.

use super::tree::{Content, Id, Tree};

/// What the article was found to be.
pub struct Article {
    /// The element that holds the article.
    pub root: Id,
    /// Of every node: whether it is left out with all that is in it.
    pub noise: Vec<bool>,
}

/// Finds the article: the container that editors' systems name as such, else the innermost block that holds
/// nearly all text outside of links.
pub fn find(tree: &Tree) -> Article {
    let weights = Weights::of(tree);
    let total = weights.text.first().copied().unwrap_or(0);
    let mut noise: Vec<bool> = (0..tree.nodes.len()).map(|id| is_invisible(tree, id)).collect();
    for (id, noisy) in noise.iter_mut().enumerate() {
        // A wrapper with an unlucky name that holds the page is no decoration.
        *noisy |= is_decoration(tree, id) && weights.at(id) * 3 < total;
    }
    for id in 1..tree.nodes.len() {
        noise[id] |= noise[tree.nodes[id].parent];
    }
    let weights = Weights::without(tree, &noise);
    let total = weights.at(0);
    let named = (0..tree.nodes.len())
        .filter(|&id| !noise[id] && is_article(tree, id) && weights.at(id) * 2 >= total)
        .max_by_key(|&id| (weights.at(id), id));
    let root = named
        .filter(|_| total > 0)
        .unwrap_or_else(|| descend(tree, &weights, total));
    Article { root, noise }
}

/// Of every node whether it shows nothing, with all that is in it.
pub fn invisible(tree: &Tree) -> Vec<bool> {
    let mut noise: Vec<bool> = (0..tree.nodes.len()).map(|id| is_invisible(tree, id)).collect();
    for id in 1..tree.nodes.len() {
        noise[id] |= noise[tree.nodes[id].parent];
    }
    noise
}

/// Characters of text in each node, those of links left out.
struct Weights {
    text: Vec<u32>,
}

impl Weights {
    fn of(tree: &Tree) -> Weights {
        Weights::without(tree, &invisible(tree))
    }

    fn without(tree: &Tree, noise: &[bool]) -> Weights {
        let mut text = vec![0u32; tree.nodes.len()];
        for id in (1..tree.nodes.len()).rev() {
            let node = &tree.nodes[id];
            if noise.get(id).copied().unwrap_or(false) || tree.name(id) == "a" {
                text[id] = 0;
                continue;
            }
            if let Content::Text(words) = &node.content {
                text[id] = words.chars().filter(|c| !crate::text::is_blank(*c)).count() as u32;
            }
            text[node.parent] = text[node.parent].saturating_add(text[id]);
        }
        Weights { text }
    }

    fn at(&self, id: Id) -> u32 {
        self.text.get(id).copied().unwrap_or(0)
    }
}

fn descend(tree: &Tree, weights: &Weights, total: u32) -> Id {
    let mut here = 0;
    while let Some(&child) = tree.children(here).iter().max_by_key(|&&id| weights.at(id)) {
        let is_container = !matches!(
            tree.name(child),
            "" | "p" | "li" | "a" | "h1" | "h2" | "h3" | "h4"
        );
        let holds_paragraphs = tree
            .children(here)
            .iter()
            .any(|&id| tree.name(id) == "p" && weights.at(id) > 0);
        if !is_container || holds_paragraphs || u64::from(weights.at(child)) * 100 < u64::from(total) * 80 {
            break;
        }
        here = child;
    }
    here
}

/// Elements that show nothing, or nothing that is text of the page.
fn is_invisible(tree: &Tree, id: Id) -> bool {
    let Some(tag) = tree.tag(id) else {
        return false;
    };
    let hidden = matches!(
        tag.name.as_str(),
        "script"
            | "style"
            | "noscript"
            | "head"
            | "title"
            | "template"
            | "select"
            | "button"
            | "textarea"
            | "iframe"
            | "object"
            | "svg"
            | "xml"
            | "del"
            | "rt"
            | "rp"
            | "audio"
            | "video"
            | "map"
            | "input"
    );
    if hidden {
        return true;
    }
    let style: String = tag.get("style").chars().filter(|c| !c.is_whitespace()).collect();
    let style = style.to_ascii_lowercase();
    tag.has("hidden")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
        || style.contains("mso-hide:all")
        || style.contains("mso-element:footnote-list")
        || style.contains("mso-element:header")
        || style.contains("mso-element:footer")
        || style.contains("mso-element:comment")
}

/// Navigation, sharing, footers …: by the element, or by a word in its class or id.
fn is_decoration(tree: &Tree, id: Id) -> bool {
    let Some(tag) = tree.tag(id) else {
        return false;
    };
    if matches!(tag.name.as_str(), "nav" | "footer" | "aside") {
        return true;
    }
    if matches!(tag.name.as_str(), "body" | "html" | "article" | "main") {
        return false;
    }
    const STARTS: [&str; 24] = [
        "nav",
        "foot",
        "share",
        "bdshare",
        "jiathis",
        "position",
        "crumb",
        "breadcrumb",
        "location",
        "sidebar",
        "menu",
        "copyright",
        "related",
        "print",
        "qrcode",
        "ewm",
        "erweima",
        "toolbar",
        "dangqian",
        "weizhi",
        "attach",
        "fujian",
        "search",
        "siteinfo",
    ];
    const WHOLE: [&str; 17] = [
        "fj", "pre", "prev", "next", "prenext", "top", "tools", "tool", "dqwz", "wz", "xgxx", "xglj", "xgwz",
        "fx", "dy", "annex", "fontsize",
    ];
    let words = format!("{} {}", tag.get("class"), tag.get("id")).to_ascii_lowercase();
    words
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|word| !word.starts_with("footnote"))
        .any(|word| WHOLE.contains(&word) || STARTS.iter().any(|start| word.starts_with(start)))
}

/// Names that content management systems of government sites give to the text of an article.
fn is_article(tree: &Tree, id: Id) -> bool {
    let Some(tag) = tree.tag(id) else {
        return false;
    };
    const NAMES: [&str; 22] = [
        "trs_editor",
        "trs_ueditor",
        "trs_word",
        "trs_editor_view",
        "zoom",
        "zoomcon",
        "ucap-content",
        "ucapcontent",
        "pages_content",
        "article-content",
        "article_content",
        "articlecontent",
        "art_con",
        "content_text",
        "con_text",
        "bt_content",
        "news_content",
        "xxgk_content",
        "vsb_content",
        "v_news_content",
        "xl_content",
        "wzcon",
    ];
    let words = format!("{} {}", tag.get("class"), tag.get("id")).to_ascii_lowercase();
    words.split_whitespace().any(|word| NAMES.contains(&word))
}

/// A line that belongs to the page and not to the article, wherever it stands.
pub fn is_page_line(line: &str) -> bool {
    let bare: String = line.chars().filter(|c| !crate::text::is_blank(*c)).collect();
    let short = bare.chars().count() <= 80;
    const STARTS: [&str; 22] = [
        "当前位置",
        "您的位置",
        "您所在的位置",
        "您现在的位置",
        "所在位置",
        "分享到",
        "分享：",
        "上一篇",
        "下一篇",
        "扫一扫",
        "【字体",
        "字体：",
        "字号：",
        "【打印",
        "打印本页",
        "关闭窗口",
        "责任编辑",
        "浏览次数",
        "访问量",
        "发布时间：",
        "发布日期：",
        "信息来源：",
    ];
    if short && STARTS.iter().any(|start| bare.starts_with(start)) {
        return true;
    }
    const BUTTONS: [&str; 16] = [
        "打印",
        "关闭",
        "收藏",
        "返回",
        "返回顶部",
        "返回首页",
        "首页",
        "分享",
        "【关闭】",
        "【打印】",
        "【收藏】",
        "大中小",
        "下载",
        "打印关闭",
        "【打印】【关闭】",
        "【打印本页】【关闭窗口】",
    ];
    BUTTONS.contains(&bare.as_str())
        || short && (bare.contains("ICP备") || bare.contains("公网安备") || bare.contains("网站标识码"))
        || short && bare.contains("来源：") && (bare.contains("时间：") || bare.contains("日期："))
}

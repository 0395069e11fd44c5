//! Page furniture: what a web page or a page of paper adds around a report. It belongs to nothing.

use super::line::Line;
use crate::lexicon::Starts;
use crate::text::is_blank;
use std::sync::LazyLock;

/// Words that furniture starts with. A label, a link, a button.
static STARTS: LazyLock<Starts> = LazyLock::new(|| {
    Starts::new([
        "索引号",
        "索 引 号",
        "信息索引",
        "发布日期",
        "发布时间",
        "发布机构",
        "发布单位",
        "发布人",
        "发文机关",
        "发文机构",
        "发文日期",
        "发文字号",
        "发文单位",
        "成文日期",
        "生成日期",
        "生成时间",
        "公开日期",
        "公开时间",
        "公开方式",
        "公开形式",
        "主动公开",
        "依申请公开",
        "备注/文号",
        "公文生成",
        "有效性 ",
        "搜索位置",
        "公开范围",
        "公开类别",
        "公开属性",
        "主题分类",
        "主题词",
        "信息分类",
        "信息类别",
        "信息名称",
        "信息来源",
        "信息有效性",
        "所属主题",
        "组配分类",
        "体裁分类",
        "内容分类",
        "内容概述",
        "服务对象",
        "时效性",
        "是否有效",
        "文件编号",
        "名称：",
        "名  称",
        "标题：",
        "标　　题",
        "关键词",
        "来源：",
        "来源:",
        "来 源",
        "文章来源",
        "稿件来源",
        "作者：",
        "作者:",
        "编辑：",
        "责任编辑",
        "责编",
        "审核：",
        "文号：",
        "字号：",
        "返回顶部",
        "【收藏",
        "下载：",
        "微信扫",
        "朗读：",
        "有效性：",
        "日期：",
        "日期:",
        "时间：",
        "时间:",
        "浏览次数",
        "浏览量",
        "浏览：",
        "阅读次数",
        "阅读量",
        "阅读：",
        "阅读:",
        "点击数",
        "点击率",
        "点击量",
        "点击：",
        "访问次数",
        "访问量",
        "字体大小",
        "字体：",
        "字体:",
        "【字体",
        "[字体",
        "【字号",
        "【大",
        "[大",
        "大 中 小",
        "分享到",
        "分享：",
        "分享:",
        "分享给",
        "一键分享",
        "打印",
        "【打印",
        "[打印",
        "关闭",
        "【关闭",
        "[关闭",
        "打 印",
        "我要纠错",
        "纠错",
        "上一篇",
        "下一篇",
        "上一条",
        "下一条",
        "当前位置",
        "您当前",
        "您现在",
        "您的位置",
        "你的位置",
        "现在位置",
        "所在位置",
        "首页>",
        "首页 >",
        "首页＞",
        "首页 ＞",
        "首页 »",
        "首页»",
        "首页-",
        "网站首页",
        "扫一扫",
        "扫码",
        "手机扫",
        "手机版",
        "视力保护",
        "保护视力",
        "语音播报",
        "语音合成",
        "退出播报",
        "播报模式",
        "今天是",
        "欢迎",
        "简体",
        "文章来源",
        "当前栏目",
        "您所在的位置",
        "首页→",
        "首页/",
        "首页 /",
        "正文字号",
        "正文",
        "分享到：",
        "分享至",
        "原文链接",
        "原标题",
        "制发机构",
        "制发日期",
        "制作日期",
        "信息形式",
        "公开目录",
        "所属目录",
        "废止日期",
        "实施日期",
        "施行日期",
        "公文种类",
        "更新时间",
        "更新日期",
        "录入时间",
        "提供单位",
        "供稿",
        "撰稿",
        "初审",
        "复审",
        "终审",
        "二维码",
        "咨询电话",
        "客户端",
        "主办单位",
        "主办：",
        "主办:",
        "承办单位",
        "承办：",
        "承办:",
        "版权所有",
        "版权",
        "Copyright",
        "copyright",
        "COPYRIGHT",
        "网站标识码",
        "政府网站标识",
        "网站地图",
        "网站声明",
        "联系我们",
        "技术支持",
        "ICP",
        "公网安备",
        "建议使用",
        "相关链接",
        "相关文档",
        "相关附件",
        "相关文章",
        "相关阅读",
        "相关稿件",
        "相关信息",
        "相关新闻",
        "相关解读",
        "友情链接",
        "附件下载",
        "推荐阅读",
        "邮箱",
        "目录导航",
        "ID：",
    ])
});

/// No line of furniture has more bytes.
const LONGEST: usize = 300;

/// Whether a line is furniture: a label, a breadcrumb, a button, a page number.
pub(super) fn is_furniture(line: &Line<'_>) -> bool {
    if line.text.len() > LONGEST || line.aside {
        return false;
    }
    if is_page_number(line.text) {
        return true;
    }
    let inner = line.text.trim_start_matches(|c: char| {
        is_blank(c)
            || matches!(
                c,
                '【' | '[' | '〖' | '|' | '｜' | '·' | '>' | '»' | '※' | '•' | '-' | '*'
            )
    });
    if STARTS.word(inner).is_some() && !line.has(['。']) {
        return !is_label_of_text(inner);
    }
    is_site(line) || is_breadcrumb(line) || line.text.contains("备案号") || line.text.contains("公网安备")
}

/// Furniture between the paragraphs of the text itself: page numbers, and labels that nothing else looks like.
pub(super) fn is_furniture_in_text(line: &Line<'_>) -> bool {
    if line.text.len() > LONGEST {
        return false;
    }
    let labelled = || line.at_most(4) || line.has(['：', ':', '【', '>', '|']);
    is_page_number(line.text) || labelled() && is_furniture(line)
}

/// 打印 and 下载 also start sentences; furniture is short or has its colon early.
fn is_label_of_text(text: &str) -> bool {
    text.contains(['，', '、', '；']) && !text.contains(['：', ':', '|', '｜', '【', '>'])
}

/// 青岚县政府门户网站 www.… 发布时间：…: whose page it is, and since when.
fn is_site(line: &Line<'_>) -> bool {
    line.has(['.', '：'])
        && !line.has(['。', '，', '；'])
        && ["www.", "发布时间：", "发布日期：", "更新时间："]
            .iter()
            .any(|label| line.text.contains(label))
}

fn is_breadcrumb(line: &Line<'_>) -> bool {
    const STEPS: [char; 4] = ['>', '＞', '»', '›'];
    line.text.len() <= 240
        && line.has(STEPS)
        && line.text.matches(STEPS).count() >= 2
        && !line.has(['。', '，'])
}

/// — 2 — , - 2 -, 第 2 页, 第2页 共5页, 2/5, or a bare number.
pub(super) fn is_page_number(text: &str) -> bool {
    text.len() <= 40
        && text.chars().all(|c| {
            is_blank(c)
                || matches!(
                    c,
                    '0'..='9' | '-' | '—' | '–' | '－' | '―' | '/' | '第' | '页' | '共' | '，' | '·'
                )
        })
        && (1..=6).contains(&text.chars().filter(char::is_ascii_digit).count())
        && super::date::whole_line(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::text::Marks;

    fn furniture(text: &str) -> bool {
        let document = Document::from_text("x", text);
        is_furniture(&super::super::line::lines(&document, &Marks::of(&document.text))[0])
    }

    #[test]
    fn labels_buttons_breadcrumbs_and_page_numbers() {
        for text in [
            "索引号：014556/2024-00017",
            "首页 > 政府信息公开 > 法治政府建设",
            "发布日期：2024-01-10 09:25  来源：区政府网",
            "【打印】【关闭】",
            "打印 关闭",
            "上一篇：云溪街道2023年财政决算公开",
            "— 2 —",
            "第 3 页 共 8 页",
        ] {
            assert!(furniture(text), "{text}");
        }
    }

    #[test]
    fn sentences_and_headings_are_none() {
        for text in [
            "打印机、扫描仪等设备配备到位",
            "2024年12月31日",
            "一、主要举措和成效",
            "下载登记材料，现场办结。",
            "返回群众诉求办理结果，并接受监督。",
        ] {
            assert!(!furniture(text), "{text}");
        }
    }
}

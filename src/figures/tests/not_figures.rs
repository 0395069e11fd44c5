//! What only looks like a figure, by kind.

use crate::analyze_text;

fn no_figure(texts: &[&str]) {
    for text in texts {
        let report = analyze_text(text, "示例");
        let found: Vec<_> = report
            .figures
            .iter()
            .map(|figure| figure.span.of(&report.document.text))
            .collect();
        assert!(found.is_empty(), "{text}: {found:?}");
    }
}

#[test]
fn dates_and_spans_are_no_figures() {
    no_figure(&[
        "2023年1月至12月",
        "2021—2025年",
        "12月31日",
        "“12.4”宪法日",
        "三年行动计划",
        "20256月起",
        "2025730日",
        "20212025年",
    ]);
}

#[test]
fn numbers_that_name_are_no_figures() {
    no_figure(&[
        "第三批示范",
        "第一责任人",
        "党的二十大",
        "十九届六中全会",
        "“八五”普法",
        "12345热线",
        "地铁11号线",
        "〔2022〕6号",
        "柳河二社区",
        "第二中学",
        "PM2.5",
        "15分钟生活圈",
        "系统3.0版",
        "位列前三名",
        "排名第2位",
        "末三位",
        "4A级景区",
        "31证合一",
        "县十七届人大三次会议",
        "7×24小时",
    ]);
}

#[test]
fn slogans_and_words_are_no_figures() {
    no_figure(&[
        "三重一大",
        "三项制度",
        "四个意识",
        "两个维护",
        "两书一表",
        "“1+3+6”",
        "“六联五议”",
        "一村一顾问",
        "双随机一公开",
        "最多跑一次",
        "四访工作法",
        "“一件事一次办”",
        "一些问题",
        "一系列文件",
        "进一步",
        "统一部署",
        "万一",
        "千方百计",
        "一支队伍",
        "一种方式",
        "同一件事",
        "逐一个别谈话",
        "千家万户",
        "两法衔接",
        "三所联动",
        "一案双查",
        "三台县",
        "六盘水市各县区",
        "三元区人民政府",
        "伍家岗区",
        "陆家嘴街道",
        "零件加工企业",
        "项目二期",
        "五家渠市",
        "每万人拥有",
        "365天不打烊",
        "成百上千",
    ]);
}

#[test]
fn names_in_book_title_marks_and_titles_hold_no_figure() {
    no_figure(&[
        "落实《优化营商环境23条措施》",
        "印发《关于办好10件实事的通知》",
        "出台《青岚县实现诉讼“双下降”十条意见》",
    ]);
}

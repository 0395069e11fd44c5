//! Title, body, level, year, recipient, signatories and date.

use super::outline;
use crate::outline::{Level, Phrase};
use expect_test::{Expect, expect};

fn identity(text: &str, expected: Expect) {
    let (_, outline) = outline(text);
    let words = |phrase: &Option<Phrase>| {
        phrase
            .as_ref()
            .map_or("-".to_string(), |phrase| phrase.text.clone())
    };
    let list = |phrases: &[Phrase]| {
        phrases
            .iter()
            .map(|phrase| phrase.text.as_str())
            .collect::<Vec<_>>()
            .join(" / ")
    };
    let year = outline
        .year
        .map_or("-".to_string(), |year| year.value.to_string());
    expected.assert_eq(&format!(
        "{}\n{} {:?} {year} {}\n{} {} {}\n",
        words(&outline.title),
        words(&outline.body),
        outline.level,
        words(&outline.recipient),
        list(&outline.tail.signatories),
        words(&outline.tail.date),
        list(&outline.tail.copies),
    ));
}

const MIDDLE: &str = "一、主要举措和成效\n召开会议4次。\n二、存在的不足\n力量不足。\n";

#[test]
fn a_title_over_lines_two_signatories_copies_and_attachments() {
    identity(
        &format!(
            "中共青岚县委　青岚县人民政府\n关于2023年度法治政府\n\n建设情况的报告\n市委、市政府：\n现报告如下。\n{MIDDLE}附件：1.清单\n　　　2.案例\n中共青岚县委\n青岚县人民政府\n二〇二四年二月八日\n（此件公开发布）\n抄送：市司法局、市委依法治市办。\n"
        ),
        expect![[r#"
            中共青岚县委青岚县人民政府关于2023年度法治政府建设情况的报告
            中共青岚县委、青岚县人民政府 County 2023 市委、市政府
            中共青岚县委 / 青岚县人民政府 2024-02-08 市司法局 / 市委依法治市办
        "#]],
    );
}

#[test]
fn two_signatories_on_one_line_without_a_mark() {
    identity(
        &format!(
            "柳河镇2024年法治政府建设情况报告\n2024年，柳河镇坚持依法行政。\n{MIDDLE}中共柳河镇委员会柳河镇人民政府\n2025年1月9日\n"
        ),
        expect![[r#"
            柳河镇2024年法治政府建设情况报告
            柳河镇 Town 2024 -
            中共柳河镇委员会 / 柳河镇人民政府 2025-01-09 
        "#]],
    );
}

#[test]
fn no_title_and_everything_in_one_last_line() {
    identity(
        &format!(
            "县政府：\n现将我局2019年度法治政府建设情况报告如下：\n{MIDDLE}特此报告。\n柳河县水利局　　2020年1月6日\n（联系人：张三，电话：1）\n"
        ),
        expect![[r#"
            -
            柳河县水利局 Department 2019 县政府
            柳河县水利局 2020-01-06 
        "#]],
    );
}

#[test]
fn a_page_of_a_site_with_an_imprint() {
    identity(
        &format!(
            "首页 > 政务公开\n索引号：1\n\n云溪街道2023年法治政府建设工作总结\n来源：云溪街道 浏览次数：12\n语音合成中，请耐心等待...\n2023年，云溪街道坚持依法行政。\n{MIDDLE}\n云溪街道办事处\n2024-01-08\n党政办公室\n2024年1月9日印发\n【打印】【关闭】\n"
        ),
        expect![[r#"
            云溪街道2023年法治政府建设工作总结
            云溪街道 Subdistrict 2023 -
            云溪街道办事处 2024-01-08 
        "#]],
    );
}

#[test]
fn a_title_that_only_a_label_of_the_page_gives() {
    identity(
        &format!(
            "| 发文机关：柳河镇人民政府 | 主题词： |\n| 标题：柳河镇人民政府关于2023年度法治政府建设情况的报告 | |\n- 备注/文号： 柳政〔2024〕5号\n中共青岚县委员会，青岚县人民政府：\n2023年，在县委、县政府的坚强领导和县委依法治县办的精心指导下，柳河镇坚持依法行政。\n{MIDDLE}"
        ),
        expect![[r#"
            柳河镇人民政府关于2023年度法治政府建设情况的报告
            柳河镇人民政府 Town 2023 中共青岚县委员会，青岚县人民政府
             - 
        "#]],
    );
}

#[test]
fn a_value_of_a_label_above_the_title_is_no_part_of_it() {
    for above in [
        "公开方式：\n主动公开",
        "搜索位置\n排序",
        "有效性 公开形式 主动公开 公开范围 面向全社会",
    ] {
        let (_, outline) = outline(&format!(
            "{above}\n柳河镇2023年法治政府建设工作报告\n2023年，柳河镇坚持依法行政。\n{MIDDLE}"
        ));
        let title = outline.title.as_ref().map(|title| title.text.as_str());
        assert_eq!(title, Some("柳河镇2023年法治政府建设工作报告"), "{above}");
    }
}

#[test]
fn the_date_of_a_page_is_not_the_date_of_the_report() {
    let date = |header: &str| {
        let title = "柳河镇2023年法治政府建设工作报告";
        let (_, outline) = outline(&format!(
            "{title}\n{header}\n2023年，柳河镇坚持依法行政。\n{MIDDLE}"
        ));
        outline.tail.date.map(|date| date.text)
    };
    assert_eq!(date("主动公开\n2024.03.05"), None);
    assert_eq!(
        date("（2024年1月8日）\n来源：柳河镇").as_deref(),
        Some("2024-01-08")
    );
}

#[test]
fn a_report_that_names_itself_only_as_we() {
    for (preface, body, level) in [
        ("2023年，我镇坚持依法行政，推进各项工作。", None, Level::Town),
        (
            "2023年，我局在市委领导下，推进各项工作。",
            None,
            Level::Department,
        ),
        (
            "2023年，在区委领导下，我街道各项工作取得进展。",
            None,
            Level::Subdistrict,
        ),
        (
            "2023年，在县委领导下，我局履职尽责。青岚县水利局被评为先进集体。",
            Some("青岚县水利局"),
            Level::Department,
        ),
        (
            "2023年，全区公安机关有力维护社会大局持续安全稳定。",
            None,
            Level::Department,
        ),
        (
            "2023年，有效推动柳河镇法治政府建设迈上新台阶。",
            Some("柳河镇"),
            Level::Town,
        ),
        (
            "一年来，各项工作有序推进。现将柳河镇2023年法治建设工作情况报告如下：",
            Some("柳河镇"),
            Level::Town,
        ),
    ] {
        let (_, outline) = outline(&format!("{preface}\n{MIDDLE}"));
        let found = outline.body.as_ref().map(|body| body.text.as_str());
        assert_eq!((found, outline.level), (body, level), "{preface}");
    }
}

#[test]
fn the_only_year_that_sentences_begin_with() {
    let year = |text: &str| {
        let (_, outline) = outline(text);
        outline.year.map(|year| year.value)
    };
    let text = "一年来，我局坚持依法行政。\n一、主要举措\n开展培训。2023年12名干部参加考试，2018年修订的规定继续执行。\n";
    assert_eq!(year(text), None);
    assert_eq!(year(&text.replace("，2018年修订的规定继续执行", "")), Some(2023));
}

#[test]
fn the_number_of_a_document_is_no_year() {
    let (_, outline) = outline(&format!(
        "青府〔2021〕13号\n2020年，市政府认真推进依法行政。\n{MIDDLE}"
    ));
    assert_eq!(outline.year.map(|year| year.value), Some(2020));
}

#[test]
fn a_fine_is_no_year() {
    identity(
        &format!("我局工作报告如下，罚没2041万元，立案2035起。2024年，全面推进工作。\n{MIDDLE}"),
        expect![[r#"
            -
            - Department 2024 -
             - 
        "#]],
    );
}

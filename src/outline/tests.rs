//! Small reports and the outlines that are read from them.

use crate::outline::{Level, Outline, Presence};
use crate::{Corrections, Document, Profile};
use expect_test::{Expect, expect};

fn outline(text: &str) -> (Document, Outline) {
    let document = Document::from_text("x", text);
    let outline = super::build(&document, &Profile::default(), &Corrections::default());
    (document, outline)
}

/// Level, number, heading and item of every section, its points behind it.
fn sections(text: &str, expected: Expect) {
    let (_, outline) = outline(text);
    let mut picture = String::new();
    for section in &outline.sections {
        let indent = "  ".repeat(usize::from(section.level) - 1);
        let number = section.number.as_deref().unwrap_or("-");
        let items: Vec<&str> = section
            .item
            .iter()
            .chain(&section.more_items)
            .map(String::as_str)
            .collect();
        picture += format!("{indent}{number} {} {}", section.heading, items.join("+")).trim_end();
        picture += "\n";
        for point in &section.points {
            picture += &format!("{indent}  * {} {}\n", point.number, point.heading);
        }
    }
    expected.assert_eq(&picture);
}

#[test]
fn headings_in_the_order_of_official_documents() {
    sections(
        "柳河镇2023年法治政府建设年度报告\n2023年，柳河镇坚持依法行政。\n一、主要举措和成效\n（一）规范执法\n1.完善制度。建立台账12本。\n（1）公示\n全年公示30条。\n二、存在的不足和原因\n执法力量不足。\n三、下一步工作安排\n2024年，加强培训。\n",
        expect![[r#"
            一 主要举措和成效 measures
              一 规范执法
                1 完善制度
                  1 公示
            二 存在的不足和原因 deficiencies
            三 下一步工作安排 plan
        "#]],
    );
}

#[test]
fn numbers_lost_at_level_two_and_at_the_first_of_level_one() {
    sections(
        "2023年，街道坚持依法行政。\n法治政府建设情况\n（一）学法用法\n组织学法12次。\n（二）普法\n开展普法8场。\n二、存在的问题和困难\n主要表现在：\n宣传力度有待加强\n宣传形式比较单一，群众知晓率不高。\n创新不够\n执法人员培训少，创新能力不足。\n三、下一步工作方向\n（一）加强学习\n切实增强依法办事的意识。\n加强队伍建设\n开展教育培训，加大考核力度。\n",
        expect![[r#"
            - 法治政府建设情况 measures
              一 学法用法
              二 普法
            二 存在的问题和困难 deficiencies
              - 宣传力度有待加强
              - 创新不够
            三 下一步工作方向 plan
              一 加强学习
              - 加强队伍建设
        "#]],
    );
}

#[test]
fn all_numbers_lost() {
    sections(
        "2022年主要工作情况\n压实法治建设责任\n全年研究法治工作4次，听取汇报2次，推动任务落实。\n提升执法水平\n检查企业300家次，立案20件，罚款12万元。\n存在的不足及原因\n执法力量偏少，难以满足需要，原因是编制有限。\n下一步工作打算\n充实执法力量，加强业务培训，提升执法能力。\n",
        expect![[r#"
            - 2022年主要工作情况 measures
              - 压实法治建设责任
              - 提升执法水平
            - 存在的不足及原因 deficiencies
            - 下一步工作打算 plan
        "#]],
    );
}

#[test]
fn the_same_numbers_nested() {
    sections(
        "一、2022年主要措施\n一、强化责任\n召开会议4次。\n二、规范决策\n审查合同9份。\n二、存在的问题和不足\n一、队伍偏弱\n人员较少。\n三、2023年工作思路\n一、加强学习\n组织轮训。\n",
        expect![[r#"
            一 2022年主要措施 measures
              一 强化责任
              二 规范决策
            二 存在的问题和不足 deficiencies
              一 队伍偏弱
            三 2023年工作思路 plan
              一 加强学习
        "#]],
    );
}

#[test]
fn a_flat_report_by_themes() {
    sections(
        "一、强化组织领导\n召开会议4次。\n二、着力解决突出问题\n化解纠纷12件。\n三、压实第一责任人职责\n听取汇报3次。\n四、存在的不足和下一步打算\n力量不足。下一步，加强培训。\n",
        expect![[r#"
            一 强化组织领导 measures
            二 着力解决突出问题 measures
            三 压实第一责任人职责 first_responsible
            四 存在的不足和下一步打算 deficiencies+plan
        "#]],
    );
}

#[test]
fn parts_above_chapters_and_circled_numbers() {
    sections(
        "第一部分　主要做法与成效\n(一) 规范执法\n①城市管理。整治占道经营30处。\n第二部分　存在的不足\n力量不足。\n",
        expect![[r#"
            一 主要做法与成效 measures
              一 规范执法
                  1 城市管理
            二 存在的不足 deficiencies
        "#]],
    );
    sections(
        "第一部分 工作情况\n一、加强领导\n（一）健全机制\n召开会议3次。\n第二部分 工作打算\n一、加强学习\n组织轮训。\n",
        expect![[r#"
            一 工作情况 measures
              一 加强领导
                一 健全机制
            二 工作打算 plan
              一 加强学习
        "#]],
    );
}

#[test]
fn points_at_the_start_of_paragraphs_and_inside() {
    sections(
        "一、主要举措和成效\n一是健全机制。召开会议3次。二是强化保障，落实经费；三是加强督察。\n二是规范执法。检查20次，做到统一是关键、一是一二是二。\n",
        expect![[r#"
            一 主要举措和成效 measures
              * 一 健全机制
              * 二 强化保障，落实经费
              * 三 加强督察
              * 二 规范执法
              * 一 一二是二
        "#]],
    );
}

#[test]
fn what_is_no_heading() {
    sections(
        "一、主要举措和成效\n2023.\n1.5万元用于普法，\n12.4宪法日活动3场。\n（1）审查合同；（2）参与谈判；（3）代理诉讼。\n1.完善制度；\n2.加强培训；\n3.强化监督。\n张三　李四　王五\n开展活动30场次\n2023年12月4日\n表1 执法情况\n一、二级响应各1次。\n二、存在的不足\n力量不足。\n",
        expect![[r#"
            一 主要举措和成效 measures
            二 存在的不足 deficiencies
        "#]],
    );
}

/// Title, body, level, year, recipient | signatories, date, copies.
fn identity(text: &str, expected: Expect) {
    let (_, outline) = outline(text);
    let words = |phrase: &Option<super::Phrase>| {
        phrase
            .as_ref()
            .map_or("-".to_string(), |phrase| phrase.text.clone())
    };
    let list = |phrases: &[super::Phrase]| {
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
            中共青岚县委青岚县人民政府 County 2023 市委、市政府
            中共青岚县委 / 青岚县人民政府 2024-02-08 市司法局 / 市委依法治市办
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
fn a_heading_whose_stop_was_lost_ends_where_the_text_begins_anew() {
    sections(
        "2023年，我镇坚持依法行政。\n一、主要举措和成效\n（一）强化组织领导，压实各级责任镇党委、镇政府高度重视法治建设工作，将其纳入年度计划，与经济社会发展同部署、同推进、同考核。\n（二）加强镇党委对法治工作的领导，定期听取汇报，研究解决队伍建设、经费保障等方面的突出问题，推动各项任务落到实处。\n二、存在的不足\n力量不足。\n",
        expect![[r#"
            一 主要举措和成效 measures
              一 强化组织领导，压实各级责任
              二 加强镇党委对法治工作的领导，定期听取汇报，研究解决队伍建设、经费保障等方面的突出问题，推动各项任务落到实处
            二 存在的不足 deficiencies
        "#]],
    );
}

#[test]
fn lines_of_a_page_above_the_preface_are_no_headings() {
    sections(
        "柳河镇2023年法治政府建设年度报告\n小柳智能助手\n为您阅读公示公告\n2023年以来，柳河镇坚持依法行政，取得新进展。\n一、主要举措和成效\n召开会议4次。\n二、存在的不足\n力量不足。\n",
        expect![[r#"
            一 主要举措和成效 measures
            二 存在的不足 deficiencies
        "#]],
    );
}

#[test]
fn items_without_a_section_of_their_own() {
    let text = "云溪街道2023年法治政府建设工作总结\n一、主要举措和成效\n（一）主要负责人履行第一责任人职责\n听取汇报3次。\n（二）规范执法\n检查20次。但执法工作中仍存在一些问题和不足。\n2024年，街道将加强培训。\n";
    let (document, outline) = outline(text);
    let picture: Vec<String> = outline
        .items
        .iter()
        .map(|item| {
            let words = item.span.map_or("", |span| document.slice(span));
            format!(
                "{} {:?} {:?} {}",
                item.key,
                item.state,
                item.sections,
                words.lines().next().unwrap_or("")
            )
        })
        .collect();
    expect![[r#"
        measures Present [0] 
        deficiencies Embedded [2] 但执法工作中仍存在一些问题和不足。
        first_responsible Embedded [1] （一）主要负责人履行第一责任人职责
        plan Embedded [2] 2024年，街道将加强培训。
        other Missing [] "#]]
    .assert_eq(&picture.join("\n"));
    assert!(outline.items.iter().any(|item| item.state == Presence::Missing));
}

#[test]
fn themes_by_the_outline_of_the_year() {
    let text = |year| {
        format!(
            "云溪街道{year}年法治政府建设工作总结\n一、主要举措和成效\n（一）规范行政执法\n检查20次。\n（二）化解矛盾纠纷\n调解9件。\n"
        )
    };
    let themes = |year: u16| {
        let (_, outline) = outline(&text(year));
        outline
            .sections
            .iter()
            .flat_map(|section| section.themes.clone())
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!(themes(2023), "行政执法 社会矛盾纠纷行政预防调处化解");
    assert_eq!(themes(2017), "坚持严格规范公正文明执法 依法有效化解社会矛盾纠纷");
    assert_eq!(themes(2027), themes(2023));
}

#[test]
fn corrections_win() {
    use crate::corrections::{HeadingCorrection, paragraph_key};
    let document = Document::from_text("x", "一、工作综述\n召开会议4次。\n（一）规范执法\n检查20次。\n");
    let mut corrections = Corrections {
        level: Some("zone".into()),
        year: Some(2020),
        body: Some("泽桐高新区".into()),
        ..Corrections::default()
    };
    let correct = |level, item: &str| HeadingCorrection {
        level,
        item: Some(item.into()),
    };
    corrections
        .headings
        .insert(paragraph_key("一、工作综述"), correct(None, "plan"));
    corrections
        .headings
        .insert(paragraph_key("（一）规范执法"), correct(Some(0), ""));
    let outline = super::build(&document, &Profile::default(), &corrections);
    assert_eq!(outline.sections.len(), 1);
    assert_eq!(outline.sections[0].item.as_deref(), Some("plan"));
    assert_eq!(
        (outline.level, outline.year.map(|year| year.value)),
        (super::Level::Zone, Some(2020))
    );
}

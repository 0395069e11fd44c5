//! Small reports and the outlines that are read from them.

mod identity;

use crate::outline::{Outline, Presence};
use crate::text::Marks;
use crate::{Corrections, Document, Profile};
use expect_test::{Expect, expect};

fn outline(text: &str) -> (Document, Outline) {
    let document = Document::from_text("x", text);
    let outline = super::build(
        &document,
        &Profile::default(),
        &Corrections::default(),
        &Marks::of(&document.text),
    );
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
fn signs_instead_of_numbers() {
    sections(
        "2023年，我局坚持依法行政。\n一、主要举措和成效\n★加强组织领导，压实责任\n局党组召开会议研究法治工作。\n★ 严格规范执法\n立案12件。\n●发放宣传资料300份\n二、存在的不足\n力量不足。\n",
        expect![[r#"
            一 主要举措和成效 measures
              - 加强组织领导，压实责任
              - 严格规范执法
            二 存在的不足 deficiencies
        "#]],
    );
}

#[test]
fn first_sentences_tell_the_parts_where_nothing_is_numbered() {
    sections(
        "2021年，青岚县政府坚持依法行政，法治政府建设取得积极成效。\n加强组织领导，健全工作机制。深入学习贯彻党中央决策部署，年初召开全县法治政府建设工作会议，部署全年任务。\n树牢法治理念，坚持带头学法。一是落实会前学法制度，组织集中学习12次。二是加强合法性审查，审查文件20件。\n规范行政执法，提升执法水平。开展案卷评查，评查案卷90卷，组织培训3期，培训执法人员300人次，收到良好效果。\n",
        expect![[r#"
            - 加强组织领导，健全工作机制 measures
            - 树牢法治理念，坚持带头学法 measures
              * 一 落实会前学法制度，组织集中学习12次
              * 二 加强合法性审查，审查文件20件
            - 规范行政执法，提升执法水平 measures
        "#]],
    );
    sections(
        "2021年，青岚县政府坚持依法行政。\n加强组织领导，健全工作机制。深入学习贯彻党中央决策部署，年初召开全县法治政府建设工作会议，部署全年任务。\n全县共办理案件90件。其中行政处罚案件60件，行政许可案件30件，全部按期办结，没有发生行政复议和行政诉讼案件。\n规范行政执法，提升执法水平。开展案卷评查，评查案卷90卷，组织培训3期，培训执法人员300人次，收到良好效果。\n",
        expect![[r#""#]],
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
        "一、主要举措和成效\n2023.\n1.5万元用于普法，\n12.4宪法日活动3场。\n（1）审查合同；（2）参与谈判；（3）代理诉讼。\n1.完善制度；\n2.加强培训；\n3.强化监督。\n张三　李四　王五\n开展活动30场次\n2023年12月4日\n表1 执法情况\n一、二级响应各1次。\n今年来，镇政府分别围绕法治建设的重要\n论述开展学习。\n二、存在的不足\n力量不足。\n",
        expect![[r#"
            一 主要举措和成效 measures
            二 存在的不足 deficiencies
        "#]],
    );
}

/// Title, body, level, year, recipient | signatories, date, copies.
#[test]
fn a_heading_whose_stop_was_lost_ends_where_the_text_begins_anew() {
    sections(
        "2023年，我镇坚持依法行政。\n一、主要举措和成效\n（一）强化组织领导，压实各级责任镇党委、镇政府高度重视法治建设工作，将其纳入年度计划，与经济社会发展同部署、同推进、同考核。\n（二）健全决策机制，提升依法履职水平着力健全科学、民主、依法决策机制。\n（三）加强镇党委对法治工作的领导，定期听取汇报，研究解决队伍建设、经费保障等方面的突出问题，推动各项任务落到实处。\n二、存在的不足\n力量不足。\n",
        expect![[r#"
            一 主要举措和成效 measures
              一 强化组织领导，压实各级责任
              二 健全决策机制，提升依法履职水平
              三 加强镇党委对法治工作的领导，定期听取汇报，研究解决队伍建设、经费保障等方面的突出问题，推动各项任务落到实处
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
    let outline = super::build(
        &document,
        &Profile::default(),
        &corrections,
        &Marks::of(&document.text),
    );
    assert_eq!(outline.sections.len(), 1);
    assert_eq!(outline.sections[0].item.as_deref(), Some("plan"));
    assert_eq!(
        (outline.level, outline.year.map(|year| year.value)),
        (super::Level::Zone, Some(2020))
    );
}

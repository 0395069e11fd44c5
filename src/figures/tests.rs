//! Sentences with their figures marked, and the table that comes out of them.

mod indicators;
mod not_figures;
mod parts;
mod periods;

use crate::{analyze_text, figures::Hedge};
use expect_test::{Expect, expect};

/// Shows every figure as ⟦text⟧ in its place, and behind it one row: indicator = value unit.
fn picture(text: &str) -> String {
    let report = analyze_text(text, "示例");
    let text = &report.document.text;
    let (mut marked, mut rows, mut last) = (String::new(), String::new(), 0);
    for figure in &report.figures {
        let span = figure.span.range();
        marked += &format!("{}⟦{}⟧", &text[last..span.start], &text[span.clone()]);
        last = span.end;
        let max = figure.value_max.map_or(String::new(), |max| format!("–{max}"));
        let hedge = match figure.hedge {
            Hedge::Exact => String::new(),
            hedge => format!(" {hedge:?}").to_lowercase(),
        };
        let direction = figure.direction.map_or(String::new(), |direction| {
            format!(" {direction:?}").to_lowercase()
        });
        rows += &format!(
            "{} = {}{max} {}{hedge}{direction}\n",
            figure.indicator, figure.value, figure.unit
        );
    }
    format!("{marked}{}\n{rows}", &text[last..])
}

fn check(text: &str, expected: Expect) {
    expected.assert_eq(&picture(text));
}

#[test]
fn what_is_counted_stands_before_or_behind_the_number() {
    check(
        "云溪街道审查各类合同220份，配备23名调解员，8个社区均设立法律服务站。",
        expect![[r#"
            云溪街道审查各类合同⟦220份⟧，配备⟦23名⟧调解员，⟦8个⟧社区均设立法律服务站。
            审查各类合同 = 220 份
            配备调解员 = 23 名
            社区 = 8 个
        "#]],
    );
}

#[test]
fn hedges_before_inside_and_behind() {
    check(
        "接待群众近5000人次，发放折页35000多份，追回欠薪64余万元，调处纠纷约300件，平均分在90分以上，投诉不超过5件，涉及上百户。",
        expect![[r#"
            接待群众⟦近5000人次⟧，发放折页⟦35000多份⟧，追回欠薪⟦64余万元⟧，调处纠纷⟦约300件⟧，平均分在⟦90分以上⟧，投诉⟦不超过5件⟧，涉及⟦上百户⟧。
            接待群众 = 5000 人次 below
            发放折页 = 35000 份 above
            追回欠薪 = 640000 元 above
            调处纠纷 = 300 件 about
            平均分 = 90 分 above
            投诉 = 5 件 atmost
            投诉涉及 = 100 户 above
        "#]],
    );
}

#[test]
fn every_way_to_write_a_number() {
    check(
        "拨款1亿3500万元，植树３，２００株，修路3．2公里，建档两万余份，走访二十余户，罚款伍佰元，办件0.92万件，登记86,412户。",
        expect![[r#"
            拨款⟦1亿3500万元⟧，植树⟦３，２００株⟧，修路⟦3．2公里⟧，建档⟦两万余份⟧，走访⟦二十余户⟧，罚款⟦伍佰元⟧，办件⟦0.92万件⟧，登记⟦86,412户⟧。
            拨款 = 135000000 元
            植树 = 3200 株
            修路 = 3.2 公里
            建档 = 20000 份 above
            走访 = 20 户 above
            罚款 = 500 元
            办件 = 9200 件
            登记 = 86412 户
        "#]],
    );
}

#[test]
fn shares_and_changes() {
    check(
        "满意率98.4％，投诉率降至3‰，三分之二的村完成改造，百分之九十五以上的案件当场办结，超九成纠纷化解在村。企业1200户，同比增长7.8%，较上年提高1.2个百分点。",
        expect![[r#"
            满意率⟦98.4％⟧，投诉率降至⟦3‰⟧，⟦三分之二⟧的村完成改造，⟦百分之九十五以上⟧的案件当场办结，⟦超九成⟧纠纷化解在村。企业⟦1200户⟧，同比增长⟦7.8%⟧，较上年提高⟦1.2个百分点⟧。
            满意率 = 98.4 %
            投诉率 = 3 ‰ to
            村完成改造 = 66.67 %
            案件当场办结 = 95 % above
            纠纷化解在村 = 90 % above
            企业 = 1200 户
            企业同比增长 = 7.8 %
            企业较上年提高 = 1.2 个百分点
        "#]],
    );
}

#[test]
fn the_year_before_is_named_and_the_change_is_that_of_this_year() {
    check(
        "办理行政复议案件36件，比上年的30件增长20%。受理来信120件，同比增长20%（上年为100件）。",
        expect![[r#"
            办理行政复议案件⟦36件⟧，比上年的⟦30件⟧增长⟦20%⟧。受理来信⟦120件⟧，同比增长⟦20%⟧（上年为⟦100件⟧）。
            办理行政复议案件 = 36 件
            上年办理行政复议案件 = 30 件
            办理行政复议案件增长 = 20 %
            受理来信 = 120 件
            受理来信同比增长 = 20 %
            上年受理来信 = 100 件
        "#]],
    );
}

#[test]
fn ranges() {
    check(
        "每村选聘3至5名法律明白人，抽查案卷5—10件，办件时间缩短10%—20%，补助3至5万元。",
        expect![[r#"
            每村选聘⟦3至5名⟧法律明白人，抽查案卷⟦5—10件⟧，办件时间缩短⟦10%—20%⟧，补助⟦3至5万元⟧。
            选聘法律明白人 = 3–5 名
            抽查案卷 = 5–10 件
            办件时间缩短 = 10–20 %
            补助 = 30000–50000 元
        "#]],
    );
}

#[test]
fn from_and_to() {
    check(
        "审批时限由21个工作日压减至3个，许可事项从239项减少到36项，一般登记、抵押登记时限分别由10个工作日、5个工作日压缩到3个和1个工作日。",
        expect![[r#"
            审批时限由⟦21个工作日⟧压减至⟦3个⟧，许可事项从⟦239项⟧减少到⟦36项⟧，一般登记、抵押登记时限分别由⟦10个工作日⟧、⟦5个工作日⟧压缩到⟦3个⟧和⟦1个工作日⟧。
            审批时限 = 21 个工作日 from
            审批时限 = 3 个工作日 to
            许可事项 = 239 项 from
            许可事项 = 36 项 to
            一般登记时限 = 10 个工作日 from
            抵押登记时限 = 5 个工作日 from
            一般登记时限 = 3 个工作日 to
            抵押登记时限 = 1 个工作日 to
        "#]],
    );
}

#[test]
fn carried_units_and_labels() {
    check(
        "受理投诉8件，其中A类3、B类5件。行政复议、行政诉讼、信访事项分别为12件、30件和5件。全县基本养老、失业、工伤保险参保人数分别为9万人、2万人和3万人。",
        expect![[r#"
            受理投诉⟦8件⟧，其中A类⟦3⟧、B类⟦5件⟧。行政复议、行政诉讼、信访事项分别为⟦12件⟧、⟦30件⟧和⟦5件⟧。全县基本养老、失业、工伤保险参保人数分别为⟦9万人⟧、⟦2万人⟧和⟦3万人⟧。
            受理投诉 = 8 件
            A类投诉 = 3 件
            B类投诉 = 5 件
            行政复议 = 12 件
            行政诉讼 = 30 件
            信访事项 = 5 件
            基本养老保险参保人数 = 90000 人
            失业保险参保人数 = 20000 人
            工伤保险参保人数 = 30000 人
        "#]],
    );
}

#[test]
fn lists_share_their_verb_and_pairs_their_indicator() {
    check(
        "出动执法人员1200人次、执法艇53艘次，接待信访群众130批1500余人次。",
        expect![[r#"
            出动执法人员⟦1200人次⟧、执法艇⟦53艘次⟧，接待信访群众⟦130批⟧⟦1500余人次⟧。
            出动执法人员 = 1200 人次
            出动执法艇 = 53 艘次
            接待信访群众 = 130 批
            接待信访群众 = 1500 人次 above
        "#]],
    );
}

#[test]
fn parts_keep_their_qualifier() {
    check(
        "智慧信访系统343件（网格员代办186件），律师参与接待群众105批。",
        expect![[r#"
            智慧信访系统⟦343件⟧（网格员代办⟦186件⟧），律师参与接待群众⟦105批⟧。
            智慧信访系统 = 343 件
            网格员代办 = 186 件
            律师参与接待群众 = 105 批
        "#]],
    );
}

#[test]
fn words_that_only_look_like_hedges_units_and_norms() {
    check(
        "完成村规民约12项，案件下降一成，满意度在九成五以上，污水处理费1.2元/吨，总点击量达到66万。十万元以上合同备案6份，制作三期防骗节目。",
        expect![[r#"
            完成村规民约⟦12项⟧，案件下降⟦一成⟧，满意度在⟦九成五以上⟧，污水处理费⟦1.2元/吨⟧，总点击量达到⟦66万⟧。十万元以上合同备案⟦6份⟧，制作⟦三期⟧防骗节目。
            完成村规民约 = 12 项
            案件下降 = 10 %
            满意度 = 95 % above
            污水处理费 = 1.2 元/吨
            总点击量 = 660000 
            十万元以上合同备案 = 6 份
            制作防骗节目 = 3 期
        "#]],
    );
}

#[test]
fn a_thing_that_is_moved_stands_between_the_two_numbers() {
    check(
        "将《清单》中的40项具体措施细化为78项，增加了41项效果指标。",
        expect![[r#"
            将《清单》中的⟦40项⟧具体措施细化为⟦78项⟧，增加了⟦41项⟧效果指标。
            具体措施 = 40 项 from
            具体措施 = 78 项 to
            增加效果指标 = 41 项
        "#]],
    );
}

#[test]
fn as_many_labels_as_numbers_are_paired() {
    check(
        "收到投诉、举报和信访件30件、25件和12件，办结率分别为98%、96%、100%。",
        expect![[r#"
            收到投诉、举报和信访件⟦30件⟧、⟦25件⟧和⟦12件⟧，办结率分别为⟦98%⟧、⟦96%⟧、⟦100%⟧。
            收到投诉 = 30 件
            举报 = 25 件
            信访件 = 12 件
            收到投诉办结率 = 98 %
            举报办结率 = 96 %
            信访件办结率 = 100 %
        "#]],
    );
}

#[test]
fn what_the_clause_leaves_to_another_is_taken_from_there() {
    check(
        "行政处罚工作有序开展，合计510宗。每周组织干部集中学习课程，全年累计开展30余次。组织法治培训5期，覆盖300余人次，受众1000余人。处罚款金额58000元，执结率92%。审批事项即办类6项、当日类2项。满意600条，基本满意20条，合计620条。",
        expect![[r#"
            行政处罚工作有序开展，合计⟦510宗⟧。每周组织干部集中学习课程，全年累计开展⟦30余次⟧。组织法治培训⟦5期⟧，覆盖⟦300余人次⟧，受众⟦1000余人⟧。处罚款金额⟦58000元⟧，执结率⟦92%⟧。审批事项即办类⟦6项⟧、当日类⟦2项⟧。满意⟦600条⟧，基本满意⟦20条⟧，合计⟦620条⟧。
            行政处罚 = 510 宗
            每周组织干部集中学习课程 = 30 次 above
            组织法治培训 = 5 期
            培训覆盖 = 300 人次 above
            培训受众 = 1000 人 above
            处罚款金额 = 58000 元
            执结率 = 92 %
            审批事项即办类 = 6 项
            当日类 = 2 项
            满意 = 600 条
            基本满意 = 20 条
            合计 = 620 条
        "#]],
    );
}

#[test]
fn who_acts_and_how_often_is_left_out() {
    check(
        "县局2次将推进会放在我镇召开，与县交警队、邻镇执法队联合执法25次，学习《中华人民共和国宪法》《中华人民共和国民法典》等法律法规12次。召开3次依法治镇（法治政府）建设推进会，明确85家检查企业清单，对4家企业依法不予处罚，30个派出所实现了一窗通办。",
        expect![[r#"
            县局⟦2次⟧将推进会放在我镇召开，与县交警队、邻镇执法队联合执法⟦25次⟧，学习《中华人民共和国宪法》《中华人民共和国民法典》等法律法规⟦12次⟧。召开⟦3次⟧依法治镇（法治政府）建设推进会，明确⟦85家⟧检查企业清单，对⟦4家⟧企业依法不予处罚，⟦30个⟧派出所实现了一窗通办。
            推进会放在我镇召开 = 2 次
            联合执法 = 25 次
            学习法律法规 = 12 次
            召开依法治镇建设推进会 = 3 次
            检查企业清单 = 85 家
            企业依法不予处罚 = 4 家
            派出所实现了一窗通办 = 30 个
        "#]],
    );
}

#[test]
fn tables_take_their_heads() {
    check(
        "领域\t案件数\t罚没金额（万元）\n城市管理\t3120件\t96.3\n市场监管\t1588件\t1204",
        expect![[r#"
            领域	案件数	罚没金额（万元）
            城市管理	⟦3120件⟧	⟦96.3⟧
            市场监管	⟦1588件⟧	⟦1204⟧
            城市管理案件数 = 3120 件
            城市管理罚没金额 = 963000 元
            市场监管案件数 = 1588 件
            市场监管罚没金额 = 12040000 元
        "#]],
    );
}

#[test]
fn counts_in_chinese_characters_are_figures() {
    check(
        "签约七家律所，讲授法治课一次，八个社区建立调解室，党委两次研究法治工作。",
        expect![[r#"
            签约⟦七家⟧律所，讲授法治课⟦一次⟧，⟦八个⟧社区建立调解室，党委⟦两次⟧研究法治工作。
            签约律所 = 7 家
            讲授法治课 = 1 次
            社区建立调解室 = 8 个
            研究法治工作 = 2 次
        "#]],
    );
}

#[test]
fn nothing_that_people_type_breaks_the_scanner() {
    // A small generator with a fixed seed over the characters that the scanner looks at.
    let alphabet: Vec<char> = "0123456789０９．，,.、。；：（）()“”《》〔〕〇一二三十百千万亿两廿几数余多来近约超上至到—-~%％‰分之成个件次人名元年月日第前由从降增比同占其中分别共和及的等在为是有+/ \t\u{3000}\u{2028}\nA审查办理案卷合同"
        .chars()
        .collect();
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    for _ in 0..3000 {
        let mut text = String::new();
        for _ in 0..60 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push(alphabet[(state % alphabet.len() as u64) as usize]);
        }
        let report = analyze_text(&text, "随机");
        let mut end = 0;
        for figure in &report.figures {
            let span = figure.span.range();
            assert!(span.start >= end && span.start < span.end, "{text}");
            assert!(report.document.text.get(span.clone()).is_some(), "{text}");
            assert!(!figure.unit.is_empty(), "{text}");
            end = span.end;
        }
    }
}

#[test]
fn endless_runs_are_read_in_one_go() {
    for text in [
        "9".repeat(200_000),
        "一".repeat(200_000),
        "（".repeat(200_000),
        "12件，".repeat(50_000),
        "《“".repeat(100_000),
        "12、".repeat(60_000),
    ] {
        analyze_text(&text, "长");
    }
}

#[test]
fn a_blank_may_tear_a_number() {
    check(
        "调解纠纷1 5起，成功1 4起，见表1 5家企业名单，会同8省（区、市）开展督察。",
        expect![[r#"
            调解纠纷⟦1 5起⟧，成功⟦1 4起⟧，见表1 ⟦5家⟧企业名单，会同⟦8省（区、市）⟧开展督察。
            调解纠纷 = 15 起
            成功 = 14 起
            企业名单 = 5 家
            开展督察 = 8 省（区、市）
        "#]],
    );
}

#[test]
fn what_a_rate_is_of_and_numbers_in_names_of_places() {
    check(
        "每十万人命案发生数为0.46起，每10万人拥有站点5个，三门峡市巡查4次，五通桥区巡查3次。",
        expect![[r#"
            每十万人命案发生数为⟦0.46起⟧，每10万人拥有站点⟦5个⟧，三门峡市巡查⟦4次⟧，五通桥区巡查⟦3次⟧。
            每十万人命案发生数 = 0.46 起
            每10万人拥有站点 = 5 个
            三门峡市巡查 = 4 次
            五通桥区巡查 = 3 次
        "#]],
    );
}

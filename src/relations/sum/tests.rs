//! Sums that sentences state, and the words that make them.

use crate::relations::picture::relations_of;
use expect_test::expect;

#[test]
fn all_of_it_must_add_up() {
    expect!["✓ 137 + 19 = 156"].assert_eq(&relations_of(
        "收到⟦156件⟧（包括来信⟦137件⟧、来访⟦19件⟧），均已办结。",
    ));
    expect!["✗ 137 + 18 = 155 ≠ 156"]
        .assert_eq(&relations_of("收到⟦156件⟧（包括来信⟦137件⟧、来访⟦18件⟧）。"));
    expect!["✓ 12 + 30 + 5 = 47"].assert_eq(&relations_of(
        "审核⟦47件⟧，合同、文件、决定分别为⟦12件⟧、⟦30件⟧和⟦5件⟧。",
    ));
}

#[test]
fn what_is_compared_is_neither_whole_nor_part() {
    for text in [
        "受理投诉⟦120件⟧，同比减少⟦15件⟧，其中噪声⟦50件⟧。",
        "培训⟦80场⟧（上年⟦60场⟧），去年同期为⟦70场⟧。",
    ] {
        expect![""].assert_eq(&relations_of(text));
    }
}

#[test]
fn what_counts_came_to_is_passed_over() {
    expect!["✓ 15 + 8 = 23"].assert_eq(&relations_of(
        "办案⟦23件⟧，罚没款⟦6.82万元⟧，其中简易程序⟦15件⟧、普通程序⟦8件⟧。",
    ));
    expect!["✓ 15 + 8 = 23"].assert_eq(&relations_of(
        "办案⟦23件⟧，其中甲类⟦15件⟧、罚款⟦1万元⟧，乙类⟦8件⟧、罚款⟦5万元⟧。",
    ));
    expect![""].assert_eq(&relations_of("办案⟦23件⟧，罚没款⟦6.82万元⟧；应诉⟦3件⟧。"));
    expect![""].assert_eq(&relations_of("办案⟦23件⟧（罚没款⟦6.82万元⟧，应诉⟦3件⟧）。"));
}

#[test]
fn the_counts_of_amounts_are_passed_over() {
    expect![[r#"
        ✓ 7 + 5 = 12
        ✓ 21000 + 15000 = 36000"#]]
    .assert_eq(&relations_of(
        "罚款⟦12笔⟧共⟦3.6万元⟧，其中甲类⟦7笔⟧⟦2.1万元⟧、乙类⟦5笔⟧⟦15000元⟧。",
    ));
    expect!["✓ 21000 + 15000 = 36000"].assert_eq(&relations_of(
        "罚款⟦3.6万元⟧（其中甲类⟦7笔⟧，共⟦2.1万元⟧，乙类⟦5笔⟧，共⟦1.5万元⟧），没收⟦3笔⟧⟦2万元⟧。",
    ));
}

#[test]
fn some_of_it_may_fall_short() {
    expect!["✓ 20 + 10 = 30"].assert_eq(&relations_of(
        "办案⟦30件⟧，其中普通程序⟦20件⟧，简易程序⟦10件⟧，罚款⟦3万元⟧。",
    ));
    expect!["✓ 20 + 5 ≤ 30（“其中”未必全列，只核对不超过总数）"]
        .assert_eq(&relations_of("办案⟦30件⟧，其中甲类⟦20件⟧，乙类⟦5件⟧。"));
    expect!["？ 20 + 15 = 35 > 30（“其中”各项可能有交叉）"]
        .assert_eq(&relations_of("培训⟦30人⟧，其中党员⟦20人⟧，女性⟦15人⟧。"));
    expect!["✗ 20 + 15 = 35 > 30"].assert_eq(&relations_of("合同⟦30件⟧，其中甲类⟦20件⟧、乙类⟦15件⟧。"));
    expect!["✓ 6 ≤ 30"].assert_eq(&relations_of("办案⟦30件⟧（普通程序⟦6件⟧）。"));
    expect!["✗ 36 > 30（部分大于总数）"].assert_eq(&relations_of("办案⟦30件⟧，其中普通程序⟦36件⟧。"));
}

#[test]
fn members_behind_those_that_reach_the_whole_are_counted_too() {
    expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
        "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧、终止⟦1件⟧。",
    ));
    expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
        "办理复议案件⟦6件⟧，其中维持⟦4件⟧，撤销⟦2件⟧，终止⟦1件⟧。",
    ));
    expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
        "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧和终止⟦1件⟧。",
    ));
    expect!["✓ 4 + 2 = 6（其后另列的未计入）"].assert_eq(&relations_of(
        "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧，听证⟦1件⟧。",
    ));
    expect!["？ 4 + 2 + 1 = 7 > 6（“其中”各项可能有交叉）"].assert_eq(&relations_of(
        "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧，终止⟦1件⟧。",
    ));
    expect!["✗ 4 + 2 + 1 = 7 > 6"]
        .assert_eq(&relations_of("合同⟦6份⟧，其中甲类⟦4份⟧、乙类⟦2份⟧，丙类⟦1份⟧。"));
    expect!["✓ 4 + 2 + 0 = 6"].assert_eq(&relations_of(
        "办理复议案件⟦6件⟧，其中维持⟦4件⟧、撤销⟦2件⟧、终止⟦0件⟧。",
    ));
}

#[test]
fn an_act_of_another_kind_is_no_part() {
    expect![""].assert_eq(&relations_of("开展督导检查⟦12次⟧，其中研究⟦6次⟧，讲课⟦2次⟧。"));
    expect!["✓ 6 ≤ 12"].assert_eq(&relations_of("召开会议⟦12次⟧，其中专题研究⟦6次⟧，讲课⟦2次⟧。"));
    expect!["✓ 6 + 6 = 12"].assert_eq(&relations_of("开展活动⟦12次⟧，其中讲课⟦6次⟧，检查⟦6次⟧。"));
}

#[test]
fn a_bracket_splits_one_part_or_is_an_aside() {
    expect![[r#"
        ✓ 20 + 10 = 30
        ✓ 15 + 5 = 20"#]]
    .assert_eq(&relations_of(
        "公开⟦30条⟧，其中，网站⟦20条⟧（包括动态⟦15条⟧、通知⟦5条⟧），公众号⟦10条⟧。",
    ));
    expect!["✓ 20 + 10 = 30"].assert_eq(&relations_of(
        "公告⟦30条⟧，其中：采购公告⟦20条⟧，中标公告⟦10条⟧。",
    ));
    expect![""].assert_eq(&relations_of(
        "收到判决书⟦4份⟧（无败诉），调解书⟦6份⟧，决定书⟦3份⟧。",
    ));
}

#[test]
fn done_and_open_make_the_whole() {
    expect!["✓ 585 + 15 = 600"].assert_eq(&relations_of(
        "对⟦600件⟧纠纷开展调处，已化解⟦585件⟧，⟦15件⟧正在办理。",
    ));
    expect!["✗ 585 + 5 = 590 ≠ 600"].assert_eq(&relations_of("排查⟦600件⟧，已化解⟦585件⟧，还有⟦5件⟧未结。"));
}

#[test]
fn what_was_left_is_told_where_it_agrees() {
    expect!["✓ 151 + 13 = 164"].assert_eq(&relations_of("收到申请⟦164件⟧，受理⟦151件⟧，不予受理⟦13件⟧。"));
    expect!["✓ 139 + 12 = 151"].assert_eq(&relations_of("受理⟦151件⟧，审结⟦139件⟧，正在审理⟦12件⟧。"));
    expect![""].assert_eq(&relations_of("收到申请⟦164件⟧，受理⟦151件⟧，不予受理⟦10件⟧。"));
    expect![""].assert_eq(&relations_of("收到申请⟦164件⟧，已受理⟦151件⟧，不予受理⟦10件⟧。"));
    expect![""].assert_eq(&relations_of("收到申请⟦164件⟧，已受理⟦151件⟧，接待⟦10件⟧。"));
}

#[test]
fn the_whole_may_end_the_sentence_before() {
    expect!["✓ 74 + 88 = 162"].assert_eq(&relations_of("共有学校⟦162所⟧。其中，小学⟦74所⟧、中学⟦88所⟧。"));
    expect![""].assert_eq(&relations_of("共有学校⟦162所⟧。其中，小学⟦74所⟧、中学⟦98所⟧。"));
    expect![""].assert_eq(&relations_of("共有学校⟦162所⟧。其中，小学⟦174所⟧。"));
    expect![""].assert_eq(&relations_of("共有学校⟦162所⟧。\n其中，小学⟦74所⟧、中学⟦88所⟧。"));
}

#[test]
fn shares_of_the_parts_are_passed_over() {
    expect![[r#"
        ✓ 100 + 200 = 300
        ✓ 100 ÷ 300 = 33.333% ≈ 33.3%（四舍五入后相符）
        ✓ 200 ÷ 300 = 66.667% ≈ 66.7%（四舍五入后相符）"#]]
    .assert_eq(&relations_of(
        "受理来信来访⟦300件⟧，其中来信⟦100件⟧，占⟦33.3%⟧，来访⟦200件⟧，占⟦66.7%⟧，化解⟦250件⟧。",
    ));
    expect![[r#"
        ✓ 15 ≤ 60
        ✓ 15 ÷ 60 = 25%"#]]
    .assert_eq(&relations_of(
        "审查合同⟦60份⟧，其中重大合同⟦15份⟧，占⟦25%⟧，出具意见⟦60份⟧。",
    ));
}

#[test]
fn parts_in_front_are_told_where_they_agree() {
    expect!["✓ 12 + 30 = 42"].assert_eq(&relations_of("民事⟦12件⟧，行政⟦30件⟧，共计⟦42件⟧。"));
    expect![""].assert_eq(&relations_of("民事⟦12件⟧，行政⟦30件⟧，共计⟦50件⟧。"));
}

#[test]
fn a_list_summed_up_right_behind_it_should_add_up() {
    expect!["✓ 12 + 30 + 5 = 47"].assert_eq(&relations_of(
        "审查合同⟦12份⟧、文件⟦30件⟧、决定⟦5件⟧，合计审查⟦47件⟧。",
    ));
    expect!["？ 12 + 30 + 5 = 47 ≠ 67（合计可能不限于前列各项）"].assert_eq(&relations_of(
        "审查合同⟦12份⟧、文件⟦30件⟧、决定⟦5件⟧，合计审查⟦67件⟧。",
    ));
    expect![""].assert_eq(&relations_of("文件⟦30件⟧、决定⟦5件⟧，合计⟦67件⟧。"));
}

#[test]
fn hedged_and_other_units_are_left_alone() {
    expect![""].assert_eq(&relations_of("办案⟦近30件⟧，其中甲类⟦20件⟧，乙类⟦15件⟧。"));
    expect![""].assert_eq(&relations_of("开展宣传⟦12场⟧（⟦3000人次⟧）。"));
    expect![""].assert_eq(&relations_of("办案⟦30件⟧；调解⟦40件⟧，其他⟦3件⟧。"));
}

#[test]
fn rounded_parts_pass_with_a_note() {
    expect!["✓ 9200 + 3100 ≈ 12000（四舍五入后相符）"]
        .assert_eq(&relations_of("罚款⟦1.2万元⟧，分别为⟦9200元⟧、⟦3100元⟧。"));
}

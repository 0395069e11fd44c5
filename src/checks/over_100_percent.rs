//! A rate that cannot pass 100 % does.

use super::{Check, Context, Finding, Severity, words};
use crate::figures::Direction;
use crate::numeral::Decimal;

pub(super) const CHECK: Check = Check {
    code: "over-100-percent",
    severity: Severity::Warning,
    kind: "数据",
    title: "比率超过100%",
    why: "办结率、满意率这类比率是部分占全部的比例，不可能超过100%。",
    basis: "算术核对",
    bad: "全年受理投诉40件，办结率120%。",
    good: "全年受理投诉40件，办结率100%，受理量同比增长120%，完成率达到105%。",
    run,
};

/// Rates that are a part of a whole. 完成率 and 增长率 may pass 100 %.
const SHARES: &str = "办结率 成功率 满意率 满意度 合格率 参加率 参训率 参考率 参与率 覆盖率 通过率 化解率 \
    整改率 回复率 答复率 知晓率 普及率 持证率 受理率 及时率 准确率 查处率 结案率 签约率 \
    出庭率 应诉率 公开率 审查率 审核率 履约率 履行率 化解成功率 出勤率 就业率 法治化率 \
    履职率 办案率 参评率 到位率 录入率 备案率 上网率 抽查率 公示率 执行率 采纳率 败诉率 \
    纠错率 调解率 建成率 处置率 反馈率 达标率 优良率 办理率 联网率 发案率 破案率";
const CHANGES: &[&str] = &[
    "增", "提高", "上升", "提升", "同比", "环比", "超额", "翻", "降", "倍",
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let hundred = Decimal::from(100);
    let rates = cx
        .figures
        .iter()
        .filter(|figure| figure.unit == "%" && figure.direction != Some(Direction::From));
    for figure in rates {
        if figure.value_max.unwrap_or(figure.value) <= hundred {
            continue;
        }
        let sentence = words::sentence_around(&cx.document.text, figure.span.start);
        let before = cx
            .document
            .text
            .get(sentence.start as usize..figure.span.start as usize)
            .unwrap_or_default();
        let clause = before
            .rsplit(['，', ',', '；', ';', '、'])
            .next()
            .unwrap_or_default();
        let Some(rate) = SHARES.split(' ').find(|rate| clause.contains(rate)) else {
            continue;
        };
        if !words::has_any(clause, CHANGES) {
            let message = format!("{rate}不可能超过100%，文中为{}", cx.slice(figure.span));
            out.push(Finding::at(figure.span, message).suggest("核对数字"));
        }
    }
}

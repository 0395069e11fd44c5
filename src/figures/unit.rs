//! Measure words and units: one row each. The longest row that fits is the unit.

use crate::lexicon::Starts;
use Kind::*;
use std::sync::LazyLock;

/// What a unit tells about the number before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Counts by itself (件, 场次): 两件 is two of something.
    Count,
    /// Counts people: what follows may say what they did.
    Person,
    /// Groups (个, 项, 类): with a small Chinese numeral more often a slogan or an announcement than a count.
    Group,
    /// Money, size, mass, energy, data.
    Measure,
    /// Percentages and other shares: the phrase before it names a rate.
    Rate,
    /// A duration that measures.
    Time,
    /// A duration or date word that measures only in a from–to change.
    Change,
    /// Counts without a measure word (12部门), after Arabic numerals only.
    Noun,
    /// A unit only where the phrase ends behind it: 95分, but not 3分局.
    Last,
    /// A longer word that begins like a unit and is none.
    Word,
}

/// One unit.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// Name in the results; 平米 and ㎡ are 平方米.
    pub name: &'static str,
    /// What it tells about its number.
    pub kind: Kind,
}

/// What every share is measured in.
pub(super) const PERCENT: Unit = Unit {
    name: "%",
    kind: Rate,
};

/// 成: a tenth, which the scanner turns into percent.
pub(super) const TENTH: Unit = Unit {
    name: "成",
    kind: Rate,
};

/// The longest unit that `text` starts with, and its length in bytes.
pub(super) fn at_start(text: &str) -> Option<(Unit, usize)> {
    let (written, best) = TABLE.all(text).next().filter(|(_, unit)| unit.kind != Word)?;
    let behind = &text[written.len()..];
    if matches!(best.kind, Count | Group | Person) && behind.starts_with(['（', '(', '/']) {
        // 件（次）, 家/次: the doubled measure word.
        for bracket in ["（次）", "(次)", "/次"] {
            if behind.starts_with(bracket) {
                let compound = TIMES.iter().find(|(single, _)| *single == written);
                let name = compound.map_or(best.name, |(_, name)| name);
                return Some((
                    Unit {
                        name,
                        kind: best.kind,
                    },
                    written.len() + bracket.len(),
                ));
            }
        }
    }
    Some((*best, written.len()))
}

/// What 家（次） and the like are called.
const TIMES: &[(&str, &str)] = &[
    ("人", "人次"),
    ("件", "件次"),
    ("场", "场次"),
    ("家", "家次"),
    ("批", "批次"),
    ("车", "车次"),
    ("辆", "辆次"),
    ("艘", "艘次"),
    ("户", "户次"),
    ("处", "处次"),
    ("个", "个次"),
    ("条", "条次"),
    ("起", "起次"),
    ("项", "项次"),
    ("台", "台次"),
    ("班", "班次"),
];

static TABLE: LazyLock<Starts<Unit>> = LazyLock::new(|| {
    Starts::of_rows(
        ROWS.iter()
            .map(|&(written, name, kind)| (written, Unit { name, kind })),
    )
});

const fn same(written: &'static str, kind: Kind) -> (&'static str, &'static str, Kind) {
    (written, written, kind)
}

#[rustfmt::skip]
const ROWS: &[(&str, &str, Kind)] = &[
    same("%", Rate), ("％", "%", Rate), ("﹪", "%", Rate), same("‰", Rate), same("个百分点", Rate),
    same("百分点", Rate), same("倍", Rate),
    same("元", Measure), ("元人民币", "元", Measure), ("圆", "元", Measure), ("块钱", "元", Measure),
    same("美元", Measure), same("欧元", Measure), same("港元", Measure), same("日元", Measure),
    same("英镑", Measure), same("平方米", Measure), same("平方公里", Measure), same("平方千米", Measure),
    ("平米", "平方米", Measure), ("㎡", "平方米", Measure), ("m²", "平方米", Measure), ("m2", "平方米", Measure),
    same("平方", Measure), same("平方厘米", Measure), same("公顷", Measure), same("亩", Measure),
    same("亩次", Measure), same("米", Measure), same("延米", Measure), same("延长米", Measure),
    same("公里", Measure), same("千米", Measure), same("厘米", Measure), same("毫米", Measure),
    same("海里", Measure), ("km", "公里", Measure), ("KM", "公里", Measure), same("吨", Measure),
    same("吨公里", Measure), same("吨标准煤", Measure), same("千克", Measure), same("公斤", Measure),
    same("市斤", Measure), same("斤", Measure), same("克", Measure), same("微克", Measure), same("微克/立方米", Measure), same("毫克/立方米", Measure), same("毫克/升", Measure), ("微克每立方米", "微克/立方米", Measure), same("毫克", Measure), ("kg", "千克", Measure),
    same("立方米", Measure), same("立方", Measure), ("m³", "立方米", Measure), same("升", Measure),
    same("毫升", Measure), same("千瓦时", Measure), same("千瓦", Measure), same("兆瓦", Measure),
    same("兆瓦时", Measure), same("千伏安", Measure), same("标箱", Measure), same("标准箱", Measure),
    same("TEU", Measure), same("人公里", Measure), same("GB", Measure), same("TB", Measure), same("PB", Measure),
    same("MB", Measure), same("KB", Measure), same("车公里", Measure), same("吨次", Measure),
    same("元/吨", Measure), same("元/平方米", Measure), same("元/立方米", Measure), same("元/亩", Measure), same("元/人", Measure), same("元/户", Measure), same("元/月", Measure), same("元/年", Measure), same("元/天", Measure), same("元/小时", Measure), same("元/千瓦时", Measure), same("元/公斤", Measure), same("元/斤", Measure), same("元/件", Measure), same("元/次", Measure), same("元/度", Measure), same("吨/年", Measure), same("吨/日", Measure), same("吨/天", Measure), same("吨/小时", Measure), same("立方米/日", Measure), same("立方米/天", Measure), same("毫克/千克", Measure), same("克/升", Measure), same("公斤/亩", Measure), same("千克/亩", Measure), same("人/平方公里", Measure), same("微克/升", Measure), same("平方米/人", Measure),
    same("小时", Time), same("分钟", Time), same("秒", Time), same("秒钟", Time), same("天", Time),
    same("个小时", Time), same("个工作小时", Time), same("工作小时", Time), same("个工作日", Time), same("工作日", Time), same("个自然日", Time),
    same("自然日", Time), same("个月", Time), same("个学时", Time), same("个课时", Time), same("学时", Time),
    same("课时", Time), same("个日历天", Time), same("个星期", Time), same("人天", Time), same("人日", Time),
    same("年", Change), same("日", Change), same("月", Change), same("周", Change), same("时", Change),
    same("人", Person), same("名", Person), same("位", Person), same("人次", Person), ("余人次", "人次", Person),
    same("人份", Person), ("人员", "人", Person), ("余名", "名", Person),
    same("通桥", Word), same("门峡", Word), same("省（区、市）", Noun), ("省(区、市)", "省（区、市）", Noun),
    same("件", Count), same("次", Count), same("场", Count), same("家", Count), same("份", Count),
    same("条", Count), same("起", Count), same("宗", Count), same("处", Count), same("户", Count),
    same("期", Count), same("篇", Count), same("幅", Count), same("批", Count), same("辆", Count),
    same("艘", Count), same("架", Count), same("匹", Count), same("棵", Count), same("株", Count),
    same("座", Count), same("栋", Count), same("幢", Count), same("间", Count), same("册", Count),
    same("卷", Count), same("例", Count), same("桩", Count), same("笔", Count), same("则", Count),
    same("堂", Count), same("封", Count), same("通", Count), same("趟", Count), same("遍", Count),
    same("枚", Count), same("粒", Count), same("盏", Count), same("副", Count), same("部", Count),
    same("层", Count), same("集", Count), same("首", Count), same("扇", Count), same("株次", Count),
    same("尾", Count), same("羽", Count), same("票", Count), same("箱", Count), same("包", Count),
    same("袋", Count), same("桶", Count), same("瓶", Count), same("罐", Count), same("盒", Count),
    same("车", Count), same("盆", Count), same("丛", Count), same("帧", Count), same("款", Count),
    same("顶", Count), same("顿", Count), same("杯", Count), same("届次", Count), same("件次", Count),
    same("家次", Count), same("场次", Count), same("批次", Count), same("车次", Count), same("艘次", Count),
    same("辆次", Count), same("班次", Count), same("户次", Count), same("点次", Count), same("村次", Count),
    same("架次", Count), same("列次", Count), same("台次", Count), same("条次", Count), same("处次", Count),
    same("起次", Count), same("项次", Count), same("期次", Count), same("篇次", Count), same("份次", Count),
    same("店次", Count), same("所次", Count), same("户数", Count), same("件套", Count), same("台套", Count),
    same("次场", Count), same("趟次", Count), same("船次", Count), same("站次", Count), same("列", Count),
    same("门次", Count), same("校次", Count), same("幅次", Count), same("组次", Count), same("万字", Count),
    same("课次", Count), same("节次", Count), same("轮次", Count), same("台班", Count), same("网次", Count),
    same("栋次", Count), same("宗次", Count), same("头次", Count), same("对次", Count), same("个次", Count),
    same("辆车", Count), same("则次", Count), same("册次", Count), same("批件", Count), same("卷宗", Count),
    same("卷次", Count), same("桶装", Count), same("付", Count), same("剂", Count), same("针", Count),
    same("剂次", Count), same("针次", Count), same("例次", Count), same("席位", Count), same("字", Count),
    same("词条", Count),
    same("台", Group), same("头", Group), same("块", Group), same("张", Group), same("本", Group),
    same("轮", Count), same("所", Group), same("句", Group), same("回", Group), same("只", Group),
    same("根", Group), same("片", Group), same("门", Group), same("节", Group), same("口", Group),
    same("段", Group), same("盘", Group), same("孔", Group), same("眼", Group), same("卡", Group),
    same("把", Group), same("面", Group), same("支", Group), same("单", Group), same("班", Group),
    same("站", Group), same("杆", Group), same("床", Group), same("桌", Group), same("席", Group),
    same("个", Group), same("项", Group), same("条例子", Group), same("类", Group), same("种", Group),
    same("套", Group), same("组", Group), same("大类", Group), same("大项", Group), same("小类", Group),
    same("方面", Group), same("方", Group), same("道", Group), same("家庭", Group), same("样", Group),
    same("部门", Noun), same("社区", Noun), same("乡镇", Noun), same("镇街", Noun),
    same("街镇", Noun), same("镇乡", Noun), same("街道", Noun), same("县区", Noun), same("区县", Noun),
    same("县市区", Noun), same("县市", Noun), same("区市", Noun), same("村居", Noun), same("村社", Noun),
    same("场所", Noun), same("单位", Noun), same("部委", Noun), same("委办局", Noun), same("窗口", Noun),
    same("字段", Noun), same("国家", Noun), same("网格", Noun), same("企业", Noun), same("行政村", Noun),
    same("村民小组", Noun),
    same("分", Last), same("对", Last), same("点", Last), same("次数", Last), same("股", Last),
    same("部分", Word), same("部署", Word), same("部队", Word), same("部级", Word), same("部长", Word),
    same("部位", Word), same("单元", Word), same("单独", Word), same("单一", Word), same("单纯", Word),
    same("单项", Word), same("单身", Word), same("分局", Word), same("条例", Word), same("条款", Word),
    same("条块", Word), same("条件", Word), same("期间", Word), same("期末", Word), same("期限", Word),
    same("期满", Word), same("期以来", Word), same("年级", Word), same("节气", Word), same("节点", Word),
    same("节约", Word), same("节省", Word), same("节日", Word), same("节假", Word), same("组织", Word),
    same("组长", Word), same("批评", Word), same("批准", Word), same("批复", Word), same("批判", Word),
    same("只有", Word), same("只能", Word), same("只需", Word), same("只要", Word), same("只跑", Word),
    same("只进", Word), same("起草", Word), same("起点", Word), same("面对", Word), same("面向", Word),
    same("面临", Word), same("面上", Word), same("面积", Word), same("户籍", Word), same("户外", Word),
    same("处罚", Word), same("处理", Word), same("处置", Word), same("处于", Word), same("处级", Word),
    same("处分", Word), same("处长", Word), same("种植", Word), same("种类", Word), same("种养", Word),
    same("次日", Word), same("次要", Word), same("次年", Word), same("人民", Word), same("人大", Word),
    same("人才", Word), same("人均GDP", Word), same("人均收", Word), same("人口", Word), same("人物", Word),
    same("人性", Word), same("人事", Word), same("人居", Word), same("人社", Word), same("人格", Word),
    same("人为", Word), same("人文", Word), same("台账", Word), same("台湾", Word), same("台风", Word),
    same("台阶", Word), same("套路", Word), same("张贴", Word), same("本级", Word), same("本地", Word),
    same("本市", Word), same("本区", Word), same("本县", Word), same("本街", Word), same("本单", Word),
    same("本年", Word), same("本辖", Word), same("本身", Word), same("本职", Word), same("本着", Word),
    same("支部", Word), same("支持", Word), same("支撑", Word), same("支援", Word), same("支付", Word),
    same("道路", Word), same("门类", Word), same("门诊", Word), same("门前", Word), same("门户", Word),
    same("门店", Word), same("方案", Word), same("方式", Word), same("方法", Word),
    same("方向", Word), same("方针", Word), same("方便", Word), same("类型", Word), same("大类型", Word), same("家长", Word),
    same("家园", Word), same("家风", Word), same("间接", Word), same("间隔", Word), same("间断", Word),
    same("头部", Word), same("头条", Word), same("位于", Word), same("位列", Word), same("位居", Word),
    same("名录", Word), same("名单", Word), same("名义", Word), same("名誉", Word), same("名称", Word),
    same("名列", Word), same("场地", Word), same("所属", Word), same("所在", Word), same("所有", Word),
    same("所长", Word), same("口径", Word), same("口袋", Word), same("口头", Word), same("口岸", Word),
    same("口号", Word), same("段落", Word), same("块状", Word), same("篇章", Word), same("层面", Word),
    same("层级", Word), same("层次", Word), same("层层", Word), same("米兰", Word), same("克服", Word),
    same("吨位", Word), same("座谈", Word), same("回应", Word), same("回复", Word), same("回访", Word),
    same("回收", Word), same("回头", Word), same("回归", Word), same("集中", Word), same("集体", Word),
    same("集成", Word), same("集团", Word), same("集约", Word), same("首次", Word), same("首批", Word),
    same("首问", Word), same("首违", Word), same("首席", Word), same("首要", Word), same("首创", Word),
    same("卡点", Word), same("卡口", Word), same("门楼", Word), same("款项", Word), same("面貌", Word),
    same("车辆", Word), same("车站", Word), same("车间", Word), same("车主", Word), same("车牌", Word),
    same("车位", Word), same("车道", Word), same("包保", Word), same("包含", Word), same("包括", Word),
    same("包联", Word), same("包案", Word), same("盘活", Word), same("把手", Word), same("把关", Word),
    same("把握", Word), same("顿号", Word), same("票据", Word), same("票价", Word), same("箱体", Word),
    same("通过", Word), same("通报", Word), same("通知", Word), same("通道", Word), same("通办", Word),
    same("通用", Word), same("通行", Word), same("通信", Word), same("句话", Word), same("回合", Word),
    same("片区", Word), same("片段", Word), same("片面", Word), same("根据", Word), same("根本", Word),
    same("根源", Word), same("根治", Word), same("株洲", Word), same("列入", Word), same("列席", Word),
    same("列为", Word), same("列表", Word), same("站位", Word), same("站所", Word), same("站式", Word),
    same("班子", Word), same("班组", Word), same("班长", Word), same("字号", Word), same("字样", Word),
    same("步骤", Word), same("步伐", Word), same("步走", Word), same("步入", Word), same("步推", Word),
    same("床位", Word), same("套餐", Word), same("套房", Word), same("套班", Word), same("年度", Word),
    same("天津", Word), same("天然", Word), same("天网", Word), same("天候", Word), same("天气", Word),
    same("天空", Word), same("升级", Word), same("升至", Word), same("升到", Word), same("升为", Word),
    same("升起", Word), same("亩均", Word), same("克难", Word), same("克扣", Word), same("斤斤", Word),
    same("秒批", Word), same("秒办", Word), same("秒报", Word), same("倍增", Word), same("对照", Word),
    same("对标", Word), same("对接", Word), same("对口", Word), same("对应", Word), same("点位", Word),
    same("点评", Word), same("点面", Word), same("点名", Word), same("位数", Word), same("网格员", Word),
];

//! Nouns that tell a count of things from a slogan, behind one Chinese numeral.

/// Parts of a county or city, counted with 个.
pub(super) const DISTRICTS: &[&str] = &[
    "县",
    "区",
    "市",
    "镇",
    "乡",
    "村",
    "行政村",
    "自然村",
    "街道",
    "社区",
    "片区",
];

/// Nouns for things, bodies and places, as they end or stand inside what is counted.
#[rustfmt::skip]
pub(super) const THINGS: &[&str] = &[
    "社区", "乡镇", "企业", "市场", "小区", "工作站", "服务站", "中心", "律所", "事务所", "学校", "中学",
    "小学", "医院", "园区", "商圈", "支部", "科室", "部门", "单位", "站点", "点位", "项目", "案件", "案例",
    "法律顾问", "队伍", "公司", "基地", "公园", "广场", "窗口", "调解室", "工作室", "委员会", "司法所",
    "派出所", "平台", "网格", "设备", "执法车", "车辆", "文件", "预案", "地块", "工地", "商户", "摊位", "法规",
    "规章", "品牌", "示范点", "试点", "阵地", "奖项", "荣誉", "课题", "党组织", "工作组", "小组", "督察组", "检查组",
    "专班", "问题", "议题", "案卷",
];

/// What slogans and announcements group: the count of a rubric, not of a thing.
#[rustfmt::skip]
pub(super) const IDEAS: &[&str] = &[
    "方面", "意识", "自信", "维护", "确立", "必须", "坚持", "制度", "环节", "层面", "阶段", "重点", "领域",
    "维度", "体系", "清单", "责任", "统一", "一律", "文明", "全面", "优先", "一批",
];

//! What is a number and yet no figure: by kind, from what stands around it.

use super::things::{DISTRICTS, IDEAS, THINGS};
use super::unit::{Kind, Unit};
use crate::numeral::{Decimal, Number, Script, digit_of_arabic};

/// A number where it stands.
pub(super) struct Surroundings<'t> {
    /// The text up to the end of the paragraph.
    pub text: &'t str,
    /// Where the last figure ended, or the paragraph starts.
    pub floor: usize,
    /// The number, in bytes.
    pub start: usize,
    /// Behind the number.
    pub end: usize,
    /// Whether a word qualifies it.
    pub hedged: bool,
    /// Its unit, and where that ends.
    pub unit: Option<(Unit, usize)>,
    pub number: Number,
    /// Whether it stands in a short quotation or in a name.
    pub quoted: bool,
}

/// Whether the number may be a figure: none of the kinds below.
pub(super) fn may_be(s: &Surroundings) -> bool {
    if s.quoted || s.is_glued_to_letters() || s.is_base() {
        return false;
    }
    match (s.number.script, s.unit) {
        (Script::Arabic, None) => !s.is_code() && !s.is_dated(),
        (_, None) => false,
        (Script::Arabic, Some((unit, end))) => !s.is_code() && s.arabic(unit, end),
        (_, Some((unit, end))) => s.chinese(unit, end),
    }
}

impl Surroundings<'_> {
    /// 第3批, 前三名, 第2至第4期, and what follows such a number in a list: 第3、4批.
    pub(super) fn is_ordinal(&self, earlier: Option<usize>) -> bool {
        let before = self.before();
        let bare = before.trim_end_matches([' ', '\u{A0}', '\u{3000}']);
        if bare.ends_with('第') {
            return true;
        }
        if let Some(earlier) = earlier
            && let Some(between) = self.text.get(earlier..self.start)
            && matches!(between, "、" | "和" | "-" | "—" | "至" | "至第" | "及")
        {
            return true;
        }
        if !bare.ends_with(['前', '末', '列', '居', '首']) {
            return false;
        }
        let is_time = [
            "目前", "提前", "当前", "日前", "此前", "以前", "之前", "先前", "年前", "事前", "会前",
        ]
        .iter()
        .any(|word| bare.ends_with(word));
        let is_list = bare.ends_with('列') && !bare.ends_with("位列") && !bare.ends_with("名列");
        !is_time && !is_list && !self.unit.is_some_and(|(unit, _)| matches!(unit.kind, Kind::Rate))
    }

    fn before(&self) -> &str {
        &self.text[self.floor.min(self.start)..self.start]
    }

    fn previous(&self) -> Option<char> {
        self.text[..self.start].chars().next_back()
    }

    fn behind(&self) -> &str {
        &self.text[self.end..]
    }

    /// PM2.5, 1+3+6, 2024-12-31, 7×24, 3·15: the number is a part of something longer.
    fn is_glued_to_letters(&self) -> bool {
        let glue = |c: char| {
            c.is_ascii_alphabetic()
                || matches!(
                    c,
                    '+' | '＋' | '×' | '/' | '／' | '-' | '.' | '·' | '#' | '№' | '_' | '@' | ':'
                )
        };
        let previous = self.previous();
        if previous.is_some_and(|c| digit_of_arabic(c).is_some()) {
            return true;
        }
        let second = || self.text[..self.start].chars().rev().nth(1);
        let digit_or_letter = |c: char| c.is_ascii_alphanumeric() || digit_of_arabic(c).is_some();
        match previous {
            Some(c) if c.is_ascii_alphabetic() => true,
            Some('-' | '—' | '－' | '–' | '~' | '～' | '.' | '．' | ':' | '：' | '/' | '／') => {
                second().is_some_and(digit_or_letter)
            }
            Some(c) => glue(c),
            None => false,
        }
    }

    /// 每十万人命案发生数: what a rate is of.
    fn is_base(&self) -> bool {
        self.previous() == Some('每') && self.number.value >= Decimal::from(10_000)
    }

    /// 12345, 12348: numbers of hotlines, whatever follows.
    fn is_code(&self) -> bool {
        let value = self.number.value;
        let digits = &self.text[self.start..self.end];
        let hotline = digits.len() == 5
            && ["123", "963", "961", "965"]
                .iter()
                .any(|prefix| digits.starts_with(prefix));
        let line = [
            "12345", "12348", "12315", "12333", "12328", "12369", "12309", "12337", "12388", "12380", "96333",
        ];
        hotline && (self.unit.is_none() || line.iter().any(|line| line.parse() == Ok(value)))
    }

    /// 2024年, 12月, 3日: the number dates something.
    fn is_dated(&self) -> bool {
        self.behind()
            .starts_with(['年', '月', '日', '号', '时', '点', '版', '届', '级', '度', '后'])
    }

    fn is_followed_by(&self, end: usize, words: &[&str]) -> bool {
        words.iter().any(|word| self.text[end..].starts_with(word))
    }

    /// Whether the phrase ends at `end`.
    fn is_last(&self, end: usize) -> bool {
        let next = self.text[end..].chars().next();
        next.is_none_or(|c| !c.is_alphanumeric() || c == '的')
            || self.is_followed_by(end, &["以上", "以下", "左右", "以内"])
    }

    fn arabic(&self, unit: Unit, end: usize) -> bool {
        match unit.kind {
            Kind::Last => self.is_last(end) && !self.is_clock(),
            Kind::Time => {
                // 15分钟便民生活圈 is a name, 365天 a slogan.
                let circle = self.text[end..]
                    .chars()
                    .take(9)
                    .take_while(|c| c.is_alphanumeric())
                    .any(|c| c == '圈');
                let all_year = unit.name == "天" && self.number.value == Decimal::from(365);
                !circle && !all_year && !self.before().ends_with(['×', 'x', '时'])
            }
            Kind::Change => self.is_in_change(end),
            Kind::Rate => true,
            Kind::Noun => !self.is_year(),
            _ => !self.is_clock(),
        }
    }

    fn is_clock(&self) -> bool {
        self.before().ends_with(['时', '点']) && self.behind().starts_with('分')
    }

    fn is_year(&self) -> bool {
        let value = self.number.value;
        self.end - self.start == 4 && value >= Decimal::from(1949) && value <= Decimal::from(2099)
    }

    /// 由3年缩短至1年: years and days count where they change.
    fn is_in_change(&self, end: usize) -> bool {
        let changed = |rest: &str| {
            [
                "缩短", "压缩", "压减", "减少", "延长", "降", "缩减", "提升", "提速",
            ]
            .iter()
            .any(|verb| rest.starts_with(verb))
        };
        let value = self.number.value;
        let small = value < Decimal::from(1000);
        let before = self.before();
        let arrives = [
            "缩短至",
            "缩短到",
            "缩短为",
            "压缩至",
            "压缩到",
            "压缩为",
            "压减至",
            "压减到",
            "压减为",
            "减至",
            "减少至",
            "减少到",
            "降至",
            "延长至",
            "缩减至",
            "缩减到",
            "缩短了",
            "压缩了",
            "缩至",
        ]
        .iter()
        .any(|word| before.ends_with(word));
        small && (arrives || changed(&self.text[end..]) && !before.ends_with('年') && !before.ends_with('月'))
    }

    fn chinese(&self, unit: Unit, end: usize) -> bool {
        let previous = self.previous();
        match self.number.script {
            Script::Multiplier => {
                self.hedged && self.is_counting(unit) && !previous.is_some_and(|c| "成数无".contains(c))
            }
            Script::Small(c) if !self.hedged || unit.kind == Kind::Time || c == '一' => {
                self.small(c, unit, end)
            }
            _ if self.text[self.start..].starts_with('数') && self.is_count_noun() => false,
            _ => match unit.kind {
                Kind::Change => self.is_in_change(end),
                Kind::Last | Kind::Noun => false,
                _ => true,
            },
        }
    }

    /// 件数千余: the 数 belongs to the noun before it.
    fn is_count_noun(&self) -> bool {
        self.previous()
            .is_some_and(|c| "人总户件次个指倍多少岁分参基函系".contains(c))
    }

    fn is_counting(&self, unit: Unit) -> bool {
        !matches!(unit.kind, Kind::Change | Kind::Last | Kind::Noun)
    }

    /// One Chinese character as a number. Most of them stand in words (统一), slogans (三项制度), ordinals
    /// (二期) and articles (一支队伍); a count shows itself by its unit and by what is counted.
    fn small(&self, c: char, unit: Unit, end: usize) -> bool {
        if !"一二两三四五六七八九十".contains(c) && unit.name != "元" {
            return false; // 零件, 陆家, 伍家: characters that are numerals only in accounts.
        }
        let previous = self.previous();
        // 统一 and its like are words with 一 only: 系统三名同志 is a count.
        let joins = |p: char| "统同唯专单划归合如万不进惟跑".contains(p) && c == '一';
        if previous.is_some_and(|p| joins(p) || "之逐每任另第其初首届星周".contains(p)) {
            return false;
        }
        let last = self.is_last(end) && !self.text[end..].starts_with(['的', '“', '‘']);
        if self.text[self.end..end] == *unit.name && self.text[end..].starts_with(unit.name) {
            return false; // 一件件, 一次次
        }
        match unit.kind {
            Kind::Change | Kind::Noun | Kind::Last | Kind::Word => return false,
            Kind::Rate => {
                // 下降一成, but 一成不变.
                let tenth = || {
                    unit.name == "成"
                        && self.before().ends_with([
                            '降', '少', '低', '长', '升', '高', '超', '近', '加', '减', '约', '到', '足',
                        ])
                };
                return c != '一' || unit.name == "倍" || unit.name.ends_with("百分点") || tenth();
            }
            Kind::Time => return c != '一' && last,
            _ => {}
        }
        if c == '一' {
            return last && self.is_an_act(unit);
        }
        if c == '二' {
            return last && unit.kind == Kind::Person; // Counting says 两; 二期, 二次 are ordinals.
        }
        if unit.name == "次" && self.is_meeting_number(end) {
            return false;
        }
        match unit.kind {
            Kind::Group if ["类", "种", "大类", "小类", "方面", "样", "方"].contains(&unit.name) => {
                false
            }
            Kind::Group => last && self.follows_an_object() || self.counts_a_thing(unit, end),
            Kind::Measure => {
                last || unit.name == "元" && !self.is_followed_by(end, &["区", "里", "桥", "村"])
            }
            // 三期工程 is an ordinal, 制作三期节目 a count.
            Kind::Count if unit.name == "期" => {
                last || self
                    .before()
                    .ends_with(['作', '办', '出', '发', '印', '展', '播', '摄', '录'])
            }
            Kind::Count | Kind::Person => {
                let begins_a_name =
                    self.text[end..].starts_with(|c| "渠庄营沟屯堡店岭湾坪坝滩渡岗".contains(c));
                // 六家子, but 两家子公司
                let hamlet = unit.name == "家"
                    && self.text[end..].starts_with('子')
                    && !self.is_followed_by(end, &["子公司", "子企业"]);
                !begins_a_name && !hamlet && !self.is_followed_by(end, &["办", "分配", "联动", "合一", "一"])
            }
            _ => true,
        }
    }

    /// 讲授法治课一次, 应急演练一场: 一 counts where nothing follows and an object stands before it.
    fn is_an_act(&self, unit: Unit) -> bool {
        let clause = self.clause();
        // 每月授课一次 tells how often; 每人一份 and 每次一件 are rules.
        let clause = clause.trim_start_matches(|c: char| c != '每');
        let often = ["每月", "每周", "每季度", "每年", "每半年"]
            .iter()
            .any(|period| clause.starts_with(period));
        let clause = if often {
            &clause["每".len()..]
        } else {
            self.clause()
        };
        let is_rule = ["每", "最多", "只", "跑", "仅", "少", "一", "首", "又", "再"]
            .iter()
            .any(|word| clause.contains(word));
        matches!(
            unit.name,
            "次" | "场" | "期" | "件" | "起" | "例" | "场次" | "人次" | "份" | "名" | "家" | "人"
        ) && !is_rule
            && self.clause().chars().count() >= 4
    }

    fn follows_an_object(&self) -> bool {
        self.clause().chars().count() >= 3 && !self.before().ends_with(['这', '那', '以', '上'])
    }

    /// The text before the number back to the last mark, at most forty characters of it.
    fn clause(&self) -> &str {
        let before = self.before();
        let from = before
            .char_indices()
            .rev()
            .take(40)
            .find(|(_, c)| !c.is_alphanumeric() && !matches!(c, '“' | '”' | '、'))
            .map_or_else(
                || {
                    before
                        .char_indices()
                        .rev()
                        .take(40)
                        .last()
                        .map_or(0, |(at, _)| at)
                },
                |(at, c)| at + c.len_utf8(),
            );
        &before[from..]
    }

    /// 三次会议 behind a body's name is its third session.
    fn is_meeting_number(&self, end: usize) -> bool {
        self.is_followed_by(
            end,
            &["会议", "全会", "全体会议", "党代会", "党代表大会", "代表大会"],
        ) && !self.before().ends_with(['开', '了', '过', '行', '持', '加'])
    }

    /// 八个社区, 三个菜市场: a thing that can be pointed at is counted, not an idea (三个意识). A district behind
    /// any other unit is a name (三台县).
    fn counts_a_thing(&self, unit: Unit, end: usize) -> bool {
        let noun: String = self.text[end..]
            .chars()
            .take(9)
            .take_while(|c| c.is_alphanumeric())
            .collect();
        let is_idea = IDEAS.iter().any(|idea| noun.starts_with(idea));
        let is_district = unit.name == "个" && DISTRICTS.iter().any(|district| noun.starts_with(district));
        !is_idea && (is_district || THINGS.iter().any(|thing| noun.contains(thing)))
    }
}

//! TOML → profile, by hand: so that every error names its line, what was expected and what was found, in Chinese.

use super::{BUILT_IN, ItemRule, Phrase, PolicyOutline, Profile, ProfileError, Theme};
use crate::checks;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

type Result<T> = std::result::Result<T, ProfileError>;
type Value<'t> = Spanned<DeValue<'t>>;

/// The keys of each table; anything else is a slip of the pen and must not pass in silence.
const TOP: &[&str] = &["name", "title", "base", "item", "outline", "checks", "phrase"];
const ITEM: &[&str] = &["key", "name", "owed", "since", "words", "unless", "passages"];
const OUTLINE: &[&str] = &["name", "from", "to", "theme"];
const THEME: &[&str] = &["name", "words"];
const PHRASE: &[&str] = &["wrong", "right", "not_behind", "not_before"];
const CHECKS_TABLE: &[&str] = &["off", "severity"];
const SEVERITIES: &[&str] = &["error", "warning", "info"];

/// Reads a profile on top of another one, or of the built-in one that it names itself.
pub fn profile(text: &str, base: &Profile) -> Result<Profile> {
    let reader = Reader { text };
    let root = DeTable::parse(text).map_err(|error| reader.syntax(error.span()))?;
    let top = Table {
        reader: &reader,
        span: root.span(),
        table: root.get_ref(),
    };
    top.only(TOP)?;
    let mut profile = match top.get("base") {
        Some(value) => Profile::built_in(reader.one_of(value, &BUILT_IN)?).unwrap_or_else(|| base.clone()),
        None => base.clone(),
    };
    if let Some(name) = top.text("name")? {
        profile.title = name.clone();
        profile.name = name;
    }
    if let Some(title) = top.text("title")? {
        profile.title = title;
    }
    for item in top.tables("item")? {
        set_item(&mut profile.items, &item)?;
    }
    let outlines = top.tables("outline")?;
    if !outlines.is_empty() {
        profile.outlines = outlines.iter().map(outline).collect::<Result<_>>()?;
        profile
            .outlines
            .sort_by_key(|outline| std::cmp::Reverse(outline.to));
    }
    if let Some(checks) = top.sub("checks")? {
        set_checks(&mut profile, &checks)?;
    }
    for row in top.tables("phrase")? {
        row.only(PHRASE)?;
        profile.phrases.push(Phrase {
            wrong: row.needed("wrong")?,
            right: row.text("right")?.unwrap_or_default(),
            not_behind: row.texts("not_behind")?.unwrap_or_default(),
            not_before: row.texts("not_before")?.unwrap_or_default(),
        });
    }
    Ok(profile)
}

/// Changes the item of that key, or adds one.
fn set_item(items: &mut Vec<ItemRule>, table: &Table<'_, '_>) -> Result<()> {
    table.only(ITEM)?;
    let key = table.needed("key")?;
    let at = items
        .iter()
        .position(|item| item.key == key)
        .unwrap_or(items.len());
    if at == items.len() {
        let name = table.needed("name")?;
        items.push(ItemRule {
            key,
            name,
            owed: true,
            since: 0,
            words: vec![],
            unless: vec![],
            passages: vec![],
        });
    }
    let Some(item) = items.get_mut(at) else {
        return Ok(());
    };
    if let Some(name) = table.text("name")? {
        item.name = name;
    }
    if let Some(owed) = table.flag("owed")? {
        item.owed = owed;
    }
    if let Some(since) = table.year("since")? {
        item.since = since;
    }
    if let Some(words) = table.texts("words")? {
        item.words = words;
    }
    if let Some(unless) = table.texts("unless")? {
        item.unless = unless;
    }
    if let Some(rows) = table.get("passages") {
        let reader = table.reader;
        item.passages = reader
            .list(rows)?
            .iter()
            .map(|row| reader.strings(row))
            .collect::<Result<_>>()?;
    }
    Ok(())
}

fn outline(table: &Table<'_, '_>) -> Result<PolicyOutline> {
    table.only(OUTLINE)?;
    let theme = |theme: &Table<'_, '_>| {
        theme.only(THEME)?;
        Ok(Theme {
            name: theme.needed("name")?,
            words: theme.texts("words")?.unwrap_or_default(),
        })
    };
    Ok(PolicyOutline {
        name: table.needed("name")?,
        from: table.year("from")?.ok_or_else(|| table.lacks("from"))?,
        to: table.year("to")?.ok_or_else(|| table.lacks("to"))?,
        themes: table.tables("theme")?.iter().map(theme).collect::<Result<_>>()?,
    })
}

fn set_checks(profile: &mut Profile, table: &Table<'_, '_>) -> Result<()> {
    table.only(CHECKS_TABLE)?;
    let reader = table.reader;
    if let Some(off) = table.get("off") {
        for code in reader.list(off)? {
            reader.code(code.get_ref().as_str(), code.span(), || {
                reader.wrong(code, "文字（如 \"…\"）")
            })?;
            profile.off.extend(code.get_ref().as_str().map(String::from));
        }
    }
    if let Some(severities) = table.sub("severity")? {
        for (code, value) in severities.table {
            reader.code(Some(code.get_ref()), code.span(), || {
                reader.wrong(value, "文字（如 \"…\"）")
            })?;
            let severity = reader.one_of(value, SEVERITIES)?;
            profile
                .severity
                .insert(code.get_ref().to_string(), severity.to_string());
        }
    }
    Ok(())
}

struct Reader<'t> {
    text: &'t str,
}

struct Table<'r, 't> {
    reader: &'r Reader<'t>,
    span: Range<usize>,
    table: &'r DeTable<'t>,
}

impl<'t> Reader<'t> {
    fn error(
        &self,
        span: Range<usize>,
        expected: impl Into<String>,
        found: impl Into<String>,
    ) -> ProfileError {
        let before = self
            .text
            .get(..span.start.min(self.text.len()))
            .unwrap_or_default();
        ProfileError {
            line: before.matches('\n').count() + 1,
            expected: expected.into(),
            found: found.into(),
        }
    }

    fn syntax(&self, span: Option<Range<usize>>) -> ProfileError {
        let mut error = self.error(
            span.unwrap_or(0..0),
            "正确的 TOML（键 = 值，文字加引号，括号成对）",
            String::new(),
        );
        let line = self.text.lines().nth(error.line - 1).unwrap_or_default().trim();
        error.found = if line.is_empty() {
            "未写完的内容".into()
        } else {
            format!("“{line}”")
        };
        error
    }

    fn wrong(&self, value: &Value<'_>, expected: &str) -> ProfileError {
        let found = match value.get_ref() {
            DeValue::String(_) => "文字",
            DeValue::Integer(_) | DeValue::Float(_) => "数字",
            DeValue::Boolean(_) => "true 或 false",
            DeValue::Datetime(_) => "日期",
            DeValue::Array(_) => "列表",
            DeValue::Table(_) => "表",
        };
        self.error(value.span(), expected, found)
    }

    fn string<'v>(&self, value: &'v Value<'_>) -> Result<&'v str> {
        value
            .get_ref()
            .as_str()
            .ok_or_else(|| self.wrong(value, "文字（如 \"…\"）"))
    }

    fn list<'v>(&self, value: &'v Value<'t>) -> Result<&'v [Value<'t>]> {
        let list = value
            .get_ref()
            .as_array()
            .ok_or_else(|| self.wrong(value, "列表（如 [\"…\"]）"))?;
        Ok(list.as_ref())
    }

    fn strings(&self, value: &Value<'t>) -> Result<Vec<String>> {
        let words = self.list(value)?.iter();
        words.map(|word| self.string(word).map(String::from)).collect()
    }

    fn one_of<'v>(&self, value: &'v Value<'_>, words: &[&str]) -> Result<&'v str> {
        let word = self.string(value)?;
        if words.contains(&word) {
            return Ok(word);
        }
        Err(self.error(
            value.span(),
            format!(" {} 之一", words.join("、")),
            format!("“{word}”"),
        ))
    }

    fn code(&self, code: Option<&str>, span: Range<usize>, no_text: impl Fn() -> ProfileError) -> Result<()> {
        let code = code.ok_or_else(no_text)?;
        if checks::described().any(|check| check.code == code) {
            return Ok(());
        }
        Err(self.error(span, "检查的代码（见 fajing checks）", format!("“{code}”")))
    }
}

impl<'r, 't> Table<'r, 't> {
    fn get(&self, key: &str) -> Option<&'r Value<'t>> {
        self.table
            .iter()
            .find(|(name, _)| name.get_ref() == key)
            .map(|(_, value)| value)
    }

    fn only(&self, keys: &[&str]) -> Result<()> {
        match self
            .table
            .keys()
            .find(|key| !keys.contains(&key.get_ref().as_ref()))
        {
            Some(key) => Err(self.reader.error(
                key.span(),
                format!(" {} 之一", keys.join("、")),
                format!("“{}”", key.get_ref()),
            )),
            None => Ok(()),
        }
    }

    fn text(&self, key: &str) -> Result<Option<String>> {
        self.get(key)
            .map(|value| self.reader.string(value).map(String::from))
            .transpose()
    }

    fn needed(&self, key: &str) -> Result<String> {
        self.text(key)?.ok_or_else(|| self.lacks(key))
    }

    fn lacks(&self, key: &str) -> ProfileError {
        self.reader.error(
            self.span.clone(),
            format!("带有 {key} 的表"),
            format!("缺少 {key}"),
        )
    }

    fn texts(&self, key: &str) -> Result<Option<Vec<String>>> {
        self.get(key).map(|value| self.reader.strings(value)).transpose()
    }

    fn flag(&self, key: &str) -> Result<Option<bool>> {
        let read = |value: &Value<'_>| {
            value
                .get_ref()
                .as_bool()
                .ok_or_else(|| self.reader.wrong(value, " true 或 false"))
        };
        self.get(key).map(read).transpose()
    }

    fn year(&self, key: &str) -> Result<Option<u16>> {
        let read = |value: &Value<'_>| {
            let digits = value
                .get_ref()
                .as_integer()
                .map(|integer| integer.as_str().to_string());
            let year = digits.and_then(|digits| digits.parse().ok());
            year.ok_or_else(|| self.reader.wrong(value, "年份（如 2019）"))
        };
        self.get(key).map(read).transpose()
    }

    fn sub(&self, key: &str) -> Result<Option<Table<'r, 't>>> {
        self.get(key).map(|value| self.table_of(value)).transpose()
    }

    fn tables(&self, key: &str) -> Result<Vec<Table<'r, 't>>> {
        let Some(value) = self.get(key) else {
            return Ok(vec![]);
        };
        let list = value.get_ref().as_array();
        let list = list.ok_or_else(|| self.reader.wrong(value, &format!("若干个 [[{key}]] 表")))?;
        list.iter().map(|value| self.table_of(value)).collect()
    }

    fn table_of(&self, value: &'r Value<'t>) -> Result<Table<'r, 't>> {
        let table = value
            .get_ref()
            .as_table()
            .ok_or_else(|| self.reader.wrong(value, "表"))?;
        Ok(Table {
            reader: self.reader,
            span: value.span(),
            table,
        })
    }
}

//! The table of names of laws, and what a name in 《》 is compared by.

pub mod near;

use crate::text::{Span, is_han};
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// A name of the table.
pub struct Law {
    /// As it is written.
    pub name: String,
    /// Without marks and blanks, as [`bare`] gives it.
    pub letters: Vec<char>,
    /// Of a local law: the place in front; empty for a national one.
    pub place: String,
}

/// All names that are known, national ones first.
pub struct Table {
    /// The names.
    pub laws: Vec<Law>,
    known: HashSet<String>,
    /// Which names start with a character, and which end with three.
    by_start: HashMap<char, Vec<usize>>,
    by_end: HashMap<[char; 3], Vec<usize>>,
    /// Every pair of neighbouring characters of the table: what does not occur here is hardly a word of the law.
    pairs: HashSet<(char, char)>,
}

/// The table, made when the first name is looked up.
pub static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut laws = Vec::new();
    let mut place: Option<&str> = None;
    for line in include_str!("names.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
    {
        if let Some(next) = line.strip_prefix('@') {
            place = Some(next);
            continue;
        }
        let place = place.unwrap_or_default();
        let name = format!("{place}{line}");
        laws.push(Law {
            letters: bare(&name).chars().collect(),
            name,
            place: place.into(),
        });
    }
    let mut by_start: HashMap<char, Vec<usize>> = HashMap::new();
    let mut by_end: HashMap<[char; 3], Vec<usize>> = HashMap::new();
    for (at, law) in laws.iter().enumerate() {
        if let (Some(&start), Some(&end)) = (law.letters.first(), law.letters.last_chunk()) {
            by_start.entry(start).or_default().push(at);
            by_end.entry(end).or_default().push(at);
        }
    }
    Table {
        by_start,
        by_end,
        known: laws.iter().map(|law| law.letters.iter().collect()).collect(),
        pairs: laws
            .iter()
            .flat_map(|law| law.letters.windows(2))
            .map(|pair| (pair[0], pair[1]))
            .collect(),
        laws,
    }
});

/// A law that was replaced: what took its place, and since when (ISO 8601).
pub struct Replaced {
    /// The new law.
    pub by: &'static str,
    /// Its first day in force.
    pub since: &'static str,
}

impl Replaced {
    /// Its first day in force, as an official text writes it: `2022年5月1日`.
    pub fn since_in_words(&self) -> String {
        let parts: Vec<_> = self
            .since
            .split('-')
            .map(|part| part.trim_start_matches('0'))
            .collect();
        match parts[..] {
            [year, month, day] => format!("{year}年{month}月{day}日"),
            _ => self.since.to_string(),
        }
    }
}

/// Replaced laws by their names.
pub static REPLACED: LazyLock<HashMap<&str, Replaced>> = LazyLock::new(|| {
    let lines = include_str!("replaced.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'));
    let row = |line: &'static str| {
        let mut cells = line.split('\t');
        Some((
            cells.next()?,
            Replaced {
                by: cells.next()?,
                since: cells.next()?,
            },
        ))
    };
    lines.filter_map(row).collect()
});

impl Table {
    /// Whether a bare name is known.
    pub fn knows(&self, bare: &str) -> bool {
        self.known.contains(bare)
    }

    /// The names that share the first character or the last three: a name of five characters with one slip of at
    /// most two is among them.
    pub fn alike(&self, letters: &[char]) -> impl Iterator<Item = &Law> {
        let start = letters.first().copied();
        let same_start = start.and_then(|start| self.by_start.get(&start));
        let same_end = letters.last_chunk().and_then(|end| self.by_end.get(end));
        let law = |at: &usize| self.laws.get(*at);
        let same_end = same_end.into_iter().flatten().filter_map(law);
        let other_start = same_end.filter(move |law| law.letters.first().copied() != start);
        same_start
            .into_iter()
            .flatten()
            .filter_map(law)
            .chain(other_start)
    }

    /// Whether two characters stand side by side somewhere in the table.
    pub fn has_pair(&self, left: char, right: char) -> bool {
        self.pairs.contains(&(left, right))
    }
}

/// A name as it is compared: without 中华人民共和国 in front, without a remark in brackets at its end, and of the
/// rest only the characters and digits.
pub fn bare(name: &str) -> Cow<'_, str> {
    let name = name.trim_matches(|c| matches!(c, '《' | '》' | '〈' | '〉') || crate::text::is_blank(c));
    let name = name.strip_prefix("中华人民共和国").unwrap_or(name);
    let end = match name.char_indices().next_back() {
        Some((_, '）' | ')')) => name.rfind(['（', '(']).unwrap_or(name.len()),
        _ => name.len(),
    };
    let name = &name[..end];
    let is_letter = |c: char| is_han(c) || c.is_ascii_alphanumeric();
    match name.chars().all(is_letter) {
        true => name.into(),
        false => name.chars().filter(|&c| is_letter(c)).collect(),
    }
}

/// The remark in brackets at the end of a name: `2021－2025年`, `试行`; empty where there is none.
pub fn remark(name: &str) -> &str {
    let name = name.trim_end_matches(['》', ' ']);
    let Some(inside) = name.strip_suffix(['）', ')']) else {
        return "";
    };
    inside
        .rfind(['（', '('])
        .map_or("", |at| inside[at..].trim_start_matches(['（', '(']))
}

/// Whether the sentence speaks of the name as something past: repealed, replaced, old.
pub fn speaks_of_the_past(text: &str, name: Span) -> bool {
    let sentence = super::words::sentence_around(text, name.start).of(text);
    super::words::has_any(
        sentence,
        &["废止", "失效", "取代", "替代", "原《", "修改为", "同时停止"],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_compared_without_their_trimmings() {
        assert_eq!(bare("《中华人民共和国水法》"), "水法");
        assert_eq!(
            bare("《青岚省实施〈水法〉办法（2021年修正）》"),
            "青岚省实施水法办法"
        );
        assert_eq!(remark("《某某纲要（2021—2025年）》"), "2021—2025年");
        assert_eq!(remark("《水法》"), "");
    }

    #[test]
    fn the_table_is_whole() {
        assert!(TABLE.laws.len() > 2800);
        assert!(TABLE.knows("行政处罚法") && !TABLE.knows("青岚省处罚法"));
        assert_eq!(REPLACED.get("信访条例").map(|law| law.by), Some("信访工作条例"));
        assert!(REPLACED.values().all(|law| law.since.len() == 10));
    }
}

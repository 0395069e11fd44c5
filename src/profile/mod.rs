//! What a report owes, which themes apply, which checks run and how severe they are: data that a user can replace.

mod read;

use crate::outline::Level;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;

/// The built-in default, commented: what `fajing profile` prints and what a user starts from.
pub const DEFAULT_TOML: &str = include_str!("default.toml");
const SUBDISTRICT_TOML: &str = include_str!("subdistrict.toml");
const DEPARTMENT_TOML: &str = include_str!("department.toml");

/// Names of the built-in profiles.
pub const BUILT_IN: [&str; 3] = ["default", "subdistrict", "department"];

/// A profile: everything about the rules that is data and not code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Short name: `default`, `subdistrict`, `department`, or the user's.
    pub name: String,
    /// Name that users read.
    pub title: String,
    /// The items that a report may owe, in the order in which they are shown.
    pub items: Vec<ItemRule>,
    /// The policy outlines whose themes a report deals with, the latest first.
    pub outlines: Vec<PolicyOutline>,
    /// Codes of checks that do not run.
    #[serde(default)]
    pub off: Vec<String>,
    /// Severities that differ from the checks' own: code → `error`, `warning`, `info`.
    pub severity: BTreeMap<String, String>,
    /// The user's own wrong phrases.
    pub phrases: Vec<Phrase>,
}

/// One item of the regulation or of a local rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemRule {
    /// Key in the JSON.
    pub key: String,
    /// Name that users read.
    pub name: String,
    /// Whether its absence is a finding.
    pub owed: bool,
    /// The first report year for which it is owed.
    pub since: u16,
    /// Words that name the item in a heading.
    pub words: Vec<String>,
    /// Words that, just before one of `words` or across it, make it something else (解决突出问题).
    pub unless: Vec<String>,
    /// Where no heading names it: words that stand together in one sentence that deals with it.
    pub passages: Vec<Vec<String>>,
}

/// A policy outline (纲要) with the years that it governs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyOutline {
    /// Its name.
    pub name: String,
    /// The first report year.
    pub from: u16,
    /// The last report year.
    pub to: u16,
    /// Its parts.
    pub themes: Vec<Theme>,
}

/// One part of a policy outline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Theme {
    /// Name that users read.
    pub name: String,
    /// Words that show that a subsection deals with it.
    pub words: Vec<String>,
}

/// A phrase that is wrong in this place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// What must not stand in the text.
    pub wrong: String,
    /// What should; empty where it is simply to go.
    pub right: String,
    /// What directly in front makes it right.
    pub not_behind: Vec<String>,
    /// What directly behind makes it right.
    pub not_before: Vec<String>,
}

/// Why a profile could not be read, in Chinese: the line, what was expected and what was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProfileError {
    /// Line from 1.
    pub line: usize,
    /// What should stand there.
    pub expected: String,
    /// What stands there.
    pub found: String,
}

impl fmt::Display for ProfileError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            out,
            "规则文件第{}行：应为{}，实际是{}",
            self.line, self.expected, self.found
        )
    }
}

impl std::error::Error for ProfileError {}

static PROFILES: LazyLock<[Profile; 3]> = LazyLock::new(|| {
    let default = read::profile(DEFAULT_TOML, &Profile::empty()).unwrap_or_else(|_| Profile::empty());
    let other = |toml| read::profile(toml, &default).unwrap_or_else(|_| default.clone());
    [default.clone(), other(SUBDISTRICT_TOML), other(DEPARTMENT_TOML)]
});

impl Profile {
    /// Reads a profile. What it does not say is taken from the built-in one that its key `base` names, or from
    /// the default.
    pub fn parse(toml: &str) -> Result<Profile, ProfileError> {
        read::profile(toml, &Profile::default())
    }

    /// A built-in profile by its name.
    pub fn built_in(name: &str) -> Option<Profile> {
        PROFILES.iter().find(|profile| profile.name == name).cloned()
    }

    /// The built-in profile that fits a level. All of them have the same items and outlines, so that they differ in
    /// what they check and not in how they read a report.
    pub fn for_level(level: Level) -> &'static Profile {
        let [default, subdistrict, department] = &*PROFILES;
        match level {
            Level::Subdistrict | Level::Town => subdistrict,
            Level::Department => department,
            _ => default,
        }
    }

    /// The outline that governs a report year: the one whose years hold it, for other or unknown years the nearest,
    /// which is then only a reference.
    pub fn outline_for(&self, year: Option<u16>) -> Option<&PolicyOutline> {
        let Some(year) = year else {
            return self.outlines.first();
        };
        self.outlines.iter().min_by_key(|outline| {
            let distance = outline.from.saturating_sub(year) + year.saturating_sub(outline.to);
            (distance, std::cmp::Reverse(outline.from))
        })
    }

    fn empty() -> Profile {
        Profile {
            name: String::new(),
            title: String::new(),
            items: vec![],
            outlines: vec![],
            off: vec![],
            severity: BTreeMap::new(),
            phrases: vec![],
        }
    }
}

impl Default for Profile {
    fn default() -> Profile {
        let [default, ..] = &*PROFILES;
        default.clone()
    }
}

impl PolicyOutline {
    /// Whether the report year lies in its years; for any other year it is only a reference.
    pub fn governs(&self, year: Option<u16>) -> bool {
        year.is_some_and(|year| (self.from..=self.to).contains(&year))
    }
}

impl ItemRule {
    /// Whether a report for this year owes the item; a year that is not known counts as a recent one.
    pub fn is_owed_in(&self, year: Option<u16>) -> bool {
        self.owed && year.is_none_or(|year| year >= self.since)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_profiles_can_be_read() {
        for (name, toml) in BUILT_IN
            .iter()
            .zip([DEFAULT_TOML, SUBDISTRICT_TOML, DEPARTMENT_TOML])
        {
            let profile = Profile::parse(toml).unwrap();
            assert_eq!(profile.name, *name);
            assert_eq!(Profile::built_in(name).unwrap(), profile);
            assert_eq!(profile.items.len(), 5);
            let default = Profile::default();
            assert_eq!(
                (profile.items, profile.outlines),
                (default.items, default.outlines)
            );
        }
    }

    #[test]
    fn a_profile_changes_what_it_names_and_inherits_the_rest() {
        let profile = Profile::parse(
            "name = \"青岚\"\n[[item]]\nkey = \"other\"\nname = \"其他\"\nowed = true\n[checks]\noff = [\"typo\"]\n\
             severity = { late = \"info\" }\n[[phrase]]\nwrong = \"县镇\"\nright = \"镇\"\n",
        )
        .unwrap();
        assert_eq!(profile.items.len(), 5);
        assert!(
            profile
                .items
                .iter()
                .any(|item| item.key == "other" && item.owed && !item.words.is_empty())
        );
        assert_eq!(profile.off, ["typo"]);
        assert_eq!(profile.severity.get("late").map(String::as_str), Some("info"));
        assert_eq!(profile.phrases[0].wrong, "县镇");
    }

    #[test]
    fn a_broken_profile_says_where_and_what() {
        for (toml, error) in [
            ("name = 5", "规则文件第1行：应为文字（如 \"…\"），实际是数字"),
            (
                "name = \"x\"\n\nlevle = 1",
                "规则文件第3行：应为 name、title、base、item、outline、checks、phrase 之一，实际是“levle”",
            ),
            (
                "[[item]]\nname = \"其他\"",
                "规则文件第1行：应为带有 key 的表，实际是缺少 key",
            ),
            (
                "[[item]]\nkey = \"other\"\nowed = \"是\"",
                "规则文件第3行：应为 true 或 false，实际是文字",
            ),
            (
                "[checks]\noff = [\"typos\"]",
                "规则文件第2行：应为检查的代码（见 fajing checks），实际是“typos”",
            ),
            (
                "[checks.severity]\nlate = \"fatal\"",
                "规则文件第2行：应为 error、warning、info 之一，实际是“fatal”",
            ),
            (
                "name = \"a\"\nbad line",
                "规则文件第2行：应为正确的 TOML（键 = 值，文字加引号，括号成对），实际是“bad line”",
            ),
            (
                "base = \"county\"",
                "规则文件第1行：应为 default、subdistrict、department 之一，实际是“county”",
            ),
        ] {
            assert_eq!(Profile::parse(toml).unwrap_err().to_string(), error);
        }
    }

    #[test]
    fn the_outline_of_a_year() {
        let profile = Profile::default();
        let of = |year| {
            let outline = profile.outline_for(Some(year)).unwrap();
            (outline.from, outline.governs(Some(year)))
        };
        assert_eq!(
            [2014, 2018, 2024, 2026].map(of),
            [(2015, false), (2015, true), (2021, true), (2021, false)]
        );
        assert!(profile.items[0].is_owed_in(Some(2019)) && !profile.items[0].is_owed_in(Some(2018)));
    }
}

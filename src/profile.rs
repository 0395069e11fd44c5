//! What a report owes, which themes apply, how severe a finding is: data that a user can replace.

use crate::outline::item;
use serde::{Deserialize, Serialize};

/// A profile: everything about the rules that is data and not code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// Short name: `default`, `subdistrict`, `department`, or the user's.
    pub name: String,
    /// The items that a report may owe, in the order in which they are shown.
    pub items: Vec<ItemRule>,
    /// Codes of checks that do not run.
    #[serde(default)]
    pub off: Vec<String>,
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
}

impl Default for Profile {
    fn default() -> Profile {
        let rule = |key: &str, name: &str, owed| ItemRule {
            key: key.into(),
            name: name.into(),
            owed,
        };
        Profile {
            name: "default".into(),
            items: vec![
                rule(item::MEASURES, "主要举措和成效", true),
                rule(item::DEFICIENCIES, "存在的不足和原因", true),
                rule(item::FIRST_RESPONSIBLE, "第一责任人履职情况", true),
                rule(item::PLAN, "下一年度主要安排", true),
                rule(item::OTHER, "其他需要报告的情况", false),
            ],
            off: vec![],
        }
    }
}

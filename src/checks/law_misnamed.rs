//! A name in 《》 is a known law's name, or the outline's, with a slip in it.

use super::laws::{self, REPLACED, TABLE, bare, near, remark};
use super::{Check, Context, Finding, Severity};

pub(super) const CHECK: Check = Check {
    code: "law-misnamed",
    severity: Severity::Warning,
    kind: "法规名",
    title: "法规名称疑有误",
    why: "法律法规和纲要的名称应当写全写准，写错一个字就成了不存在的文件。",
    basis: "国家法律法规数据库所列名称（名称表截至2025年4月）",
    bad: "认真学习《信访工作条列》，全年接待来访30批。",
    good: "认真学习《信访工作条例》《青岚县信访工作细则》，全年接待来访30批。",
    run,
};

/// Outlines and plans: name, and the years that are known of it.
const OUTLINES: &[(&str, &[(u16, u16)])] = &[
    ("法治政府建设实施纲要", &[(2021, 2025), (2015, 2020)]),
    ("法治社会建设实施纲要", &[(2020, 2025)]),
    ("法治中国建设规划", &[(2020, 2025)]),
];

fn run(cx: &Context<'_>, out: &mut Vec<Finding>) {
    let text = &cx.document.text;
    for &name in cx.names() {
        let letters = bare(name.of(text));
        if name.of(text).contains("草案") || name.len() > 300 {
            continue;
        }
        if let Some(right) = outline_meant(&letters, remark(name.of(text))) {
            let message = format!("{}疑为《{right}》", name.of(text));
            out.push(Finding::at(name, message).suggest(format!("改为《{right}》")));
        } else if let Some(law) = near::meant(&TABLE, &letters) {
            let mut message = format!("{}疑为《{}》", name.of(text), law.name);
            let mut right = law.name.as_str();
            let meant: String = law.letters.iter().collect();
            if let Some(replaced) = REPLACED
                .get(meant.as_str())
                .filter(|_| !laws::speaks_of_the_past(text, name))
            {
                message += &format!(
                    "，而该法规自{}起由《{}》取代",
                    replaced.since_in_words(),
                    replaced.by
                );
                right = replaced.by;
            }
            out.push(Finding::at(name, message).suggest(format!("改为《{right}》")));
        }
    }
}

/// The outline that a name was meant to be, where its words or its years are wrong. A place in front makes it
/// another document, and a dash that was lost is another check's matter.
fn outline_meant(letters: &str, remark: &str) -> Option<String> {
    let years = years(remark);
    for (name, known) in OUTLINES {
        let full = |(from, to): &(u16, u16)| format!("{name}（{from}－{to}年）");
        if letters == *name {
            let years = years?;
            if known.contains(&years) {
                return None;
            }
            // Of the two years one is right: that tells which was meant.
            return known
                .iter()
                .find(|known| known.0 == years.0 || known.1 == years.1)
                .map(full);
        }
        let stem = name.get(..name.len() - "实施纲要".len()).unwrap_or(name);
        let garbled = letters.starts_with(stem) && letters.ends_with("纲要") && name.ends_with("纲要");
        if garbled && letters.chars().count() <= name.chars().count() + 4 {
            return known.iter().find(|known| years == Some(**known)).map(full);
        }
    }
    None
}

/// The two years of `2021－2025年`, with or without something between them.
fn years(remark: &str) -> Option<(u16, u16)> {
    let digits: String = remark.chars().filter(char::is_ascii_digit).collect();
    let (from, to) = digits.split_at_checked(4).filter(|(_, to)| to.len() == 4)?;
    Some((from.parse().ok()?, to.parse().ok()?))
}

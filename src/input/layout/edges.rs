//! Page numbers and running heads: what stands first or last on a page and says nothing.

use super::lines::Line;
use std::collections::HashMap;

/// Marks the lines of a page that stand highest or lowest, first or last.
pub fn mark(lines: &mut [Line]) {
    let heights = || lines.iter().filter(|line| line.row.is_none()).map(|line| line.y);
    let (top, bottom) = (
        heights().fold(f32::MAX, f32::min),
        heights().fold(f32::MIN, f32::max),
    );
    let last = lines.len().saturating_sub(1);
    for (at, line) in lines.iter_mut().enumerate() {
        line.at_edge = at == 0 || at == last || line.y <= top || line.y >= bottom;
    }
}

/// Leaves page numbers and running heads out.
pub fn drop(lines: &mut Vec<Line>, pages: usize) {
    let mut heads: HashMap<String, usize> = HashMap::new();
    for line in lines.iter().filter(|line| line.at_edge && line.row.is_none()) {
        *heads.entry(without_digits(&line.text)).or_default() += 1;
    }
    let often = (pages / 2 + 1).max(3);
    let is_head = |line: &Line| {
        let times = heads.get(&without_digits(&line.text));
        times.is_some_and(|&times| times >= often)
    };
    lines
        .retain(|line| !line.at_edge || line.row.is_some() || !(is_page_number(&line.text) || is_head(line)));
}

fn without_digits(text: &str) -> String {
    text.chars()
        .filter(|c| !c.is_ascii_digit() && !crate::text::is_blank(*c))
        .collect()
}

/// `12`, `— 1 —`, `第3页`, `第 3 页 共 8 页`, `3/8`.
pub fn is_page_number(text: &str) -> bool {
    let bare: String = text.chars().filter(|&c| !crate::text::is_blank(c)).collect();
    let bare: String = bare
        .chars()
        .map(|c| if ('０'..='９').contains(&c) { '0' } else { c })
        .collect();
    let digits = bare.chars().filter(char::is_ascii_digit).count();
    (1..=8).contains(&digits)
        && bare
            .chars()
            .all(|c| c.is_ascii_digit() || "-—–－―·•第页共/ⅠⅡⅢ,，".contains(c))
}

//! Which of the loaded files are listed, and in which order. Plain Rust: tested without a browser.

use super::loaded::{Loaded, Progress, counts_of};
use std::cmp::{Ordering, Reverse};
use std::rc::Rc;

/// The orders of the list, with their words.
pub const ORDERS: [(Order, &str, &str); 5] = [
    (Order::Loaded, "loaded", "载入先后"),
    (Order::Name, "name", "文件名"),
    (Order::Errors, "errors", "错误最多"),
    (Order::Open, "open", "待处理最多"),
    (Order::Unread, "unread", "未能读取"),
];

/// An order of the list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// As they came.
    #[default]
    Loaded,
    /// By name; numbers in names as numbers.
    Name,
    /// Most errors first, then most doubts.
    Errors,
    /// Most undecided results first.
    Open,
    /// Files that could not be read or finished first.
    Unread,
}

/// What is wanted of the list; the default wants all of it as it came.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listing {
    /// In which order.
    pub order: Order,
    /// Words that must occur in the name or in the reporting body.
    pub query: String,
}

/// The files to list, in order. Files that are equal in it stay as they came.
pub fn listed<'a>(files: &'a [Rc<Loaded>], listing: &Listing) -> Vec<&'a Rc<Loaded>> {
    let query = listing.query.trim();
    let mut list: Vec<_> = files.iter().filter(|file| is_wanted(file, query)).collect();
    match listing.order {
        Order::Loaded => {}
        Order::Name => list.sort_by(|a, b| by_name(&a.name, &b.name)),
        Order::Errors => list.sort_by_cached_key(|file| {
            let counts = counts_of(file);
            Reverse((counts.errors, counts.doubts))
        }),
        Order::Open => list.sort_by_key(|file| Reverse(file.decided.open)),
        Order::Unread => list.sort_by_key(|file| !has_failed(file)),
    }
    list
}

fn is_wanted(file: &Loaded, query: &str) -> bool {
    let body = || {
        file.report
            .as_ref()
            .and_then(|report| report.outline.body.as_ref())
    };
    query.is_empty() || file.name.contains(query) || body().is_some_and(|body| body.text.contains(query))
}

fn has_failed(file: &Loaded) -> bool {
    matches!(file.progress, Progress::Failed(_) | Progress::Unfinished(_))
}

/// `2.docx` before `10.docx`.
fn by_name(a: &str, b: &str) -> Ordering {
    let (mut a, mut b) = (a, b);
    loop {
        let ((x, rest_a), (y, rest_b)) = (part(a), part(b));
        let order = match (x.parse::<u64>(), y.parse::<u64>()) {
            (Ok(x), Ok(y)) => x.cmp(&y),
            _ => x.cmp(y),
        };
        if order != Ordering::Equal || x.is_empty() {
            return order;
        }
        (a, b) = (rest_a, rest_b);
    }
}

/// The first number, or what stands before it, and the rest.
fn part(name: &str) -> (&str, &str) {
    let number = name.starts_with(|c: char| c.is_ascii_digit());
    let end = name.find(|c: char| c.is_ascii_digit() != number);
    name.split_at(end.unwrap_or(name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::web::state::{Action, State};

    const BROKEN: &str = "一、主要举措\n全年收到156件（包括来信137件、来访18件）。";

    fn names(order: Order, query: &str) -> Vec<String> {
        let done = |id, text: &str, name: &str| Action::Done(id, Rc::new(crate::analyze_text(text, name)), 1);
        let files = ["第10篇.txt", "第2篇.txt", "空.pdf"].map(String::from);
        let state = State::default()
            .reduce(Action::Add((1..).zip(files).collect()))
            .reduce(done(
                1,
                "青岚县云溪街道2024年法治政府建设情况报告\n一、主要举措\n办理3件。",
                "第10篇.txt",
            ))
            .reduce(done(2, BROKEN, "第2篇.txt"))
            .reduce(Action::Failed(3, "没有文字层".into()));
        let listing = Listing {
            order,
            query: query.into(),
        };
        listed(&state.files, &listing)
            .iter()
            .map(|file| file.name.clone())
            .collect()
    }

    #[test]
    fn each_order_puts_its_own_first() {
        assert_eq!(names(Order::Loaded, ""), ["第10篇.txt", "第2篇.txt", "空.pdf"]);
        assert_eq!(names(Order::Name, ""), ["空.pdf", "第2篇.txt", "第10篇.txt"]);
        assert_eq!(names(Order::Errors, "")[2], "空.pdf");
        assert_eq!(names(Order::Unread, ""), ["空.pdf", "第10篇.txt", "第2篇.txt"]);
    }

    #[test]
    fn words_are_looked_for_in_the_name_and_in_the_body() {
        assert_eq!(names(Order::Loaded, " 第2 "), ["第2篇.txt"]);
        assert_eq!(names(Order::Loaded, "云溪街道"), ["第10篇.txt"]);
        assert!(names(Order::Loaded, "柳河镇").is_empty());
    }

    #[test]
    fn numbers_in_names_are_ordered_as_numbers() {
        assert_eq!(by_name("1.2", "1.10"), Ordering::Less);
        assert_eq!(by_name("a", "a1"), Ordering::Less);
        assert_eq!(by_name("镇", "镇"), Ordering::Equal);
    }
}

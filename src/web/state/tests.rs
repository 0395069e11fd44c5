use super::super::decisions::Scope;
use super::*;

const PASSAGE: &str = "组织机关干部到青岚县人民法院旁听庭审4场，邀请法律顾问讲课6次，把合同审查意见编成小册子发到\
    各社区居民委员会，方便大家对照修改合同文本。";

fn report(year: u16) -> Rc<Report> {
    let text = format!(
        "青岚县云溪街道{year}年法治政府建设情况报告\n一、主要举措和成效\n落实《办法，办理{year}件。\n{year}年，{PASSAGE}"
    );
    Rc::new(crate::analyze_text(&text, &format!("{year}.txt")))
}

/// Two reports of one body, the later one first and shown.
fn two() -> State {
    let files = vec![(1, "2024.txt".into()), (2, "2023.txt".into())];
    let state = State::default().reduce(Action::Add(files));
    state
        .reduce(Action::Done(1, report(2024), 5))
        .reduce(Action::Done(2, report(2023), 5))
}

fn codes(state: &State, id: FileId) -> Vec<String> {
    let report = state.file(id).unwrap().report.clone().unwrap();
    report
        .findings
        .iter()
        .map(|finding| finding.code.clone())
        .collect()
}

#[test]
fn what_is_found_between_reports_comes_with_the_last_and_goes_with_its_partner() {
    let copied = "copied-from-last-year".to_string();
    let state = two();
    assert!(codes(&state, 1).contains(&copied));
    assert!(!codes(&state, 2).contains(&copied));
    let last = state.report().unwrap().findings.len() - 1;
    let selected = state.reduce(Action::Select(Some(Selection::Finding(last))));
    let words = |state: &State| state.selection.unwrap().span(state.report().unwrap()).unwrap();
    let before = words(&selected);
    // The same report again: nothing else is selected.
    let again = selected.reduce(Action::Done(1, report(2024), 5));
    assert_eq!(words(&again), before);
    assert!(!codes(&again.reduce(Action::Remove(2)), 1).contains(&copied));
}

#[test]
fn what_was_copied_from_the_own_last_year_stays_decided_when_another_body_wrote_the_same() {
    let copied = |state: &State| {
        let report = state.file(1).unwrap().report.clone().unwrap();
        let finding = report
            .findings
            .iter()
            .find(|finding| finding.code == "copied-from-last-year");
        finding.map(|finding| {
            (
                finding.message.clone(),
                state.decisions.of(&report, finding).verdict,
            )
        })
    };
    let state = two();
    let shown = state.file(1).unwrap().report.clone().unwrap();
    let finding = shown.findings.last().unwrap();
    assert_eq!(finding.code, "copied-from-last-year");
    let accepted = state.decisions.accept(&shown, finding);
    let state = state.reduce(Action::Decide(accepted));
    let before = copied(&state);
    assert!(before.as_ref().unwrap().1.is_some());
    let other = report(2025).document.text.replace("云溪街道", "松涛街道");
    let state = state
        .reduce(Action::Add(vec![(3, "松涛.txt".into())]))
        .reduce(Action::Done(
            3,
            Rc::new(crate::analyze_text(&other, "松涛.txt")),
            5,
        ));
    assert_eq!(copied(&state), before);
}

#[test]
fn a_check_that_is_ignored_counts_as_decided_in_every_report() {
    let state = two();
    let shown = state.report().unwrap().clone();
    let pair = shown
        .findings
        .iter()
        .find(|finding| finding.code == "unbalanced-pair")
        .unwrap();
    let ignored = state.decisions.ignore(&shown, pair, Scope::Check, "");
    let state = state.reduce(Action::Decide(ignored));
    let ignored = |state: &State| [1, 2].map(|id| state.file(id).unwrap().decided.ignored);
    assert_eq!(ignored(&state), [1, 1]);
    let state = state.reduce(Action::Undo);
    assert_eq!(ignored(&state), [0, 0]);
    assert_eq!(ignored(&state.reduce(Action::Redo)), [1, 1]);
}

#[test]
fn an_edited_text_is_read_as_what_it_is_and_ends_the_undoing_of_fixes() {
    let state = two().reduce(Action::Encoding(1, Some("GB18030".into())));
    let fixed = state.reduce(Action::Fixed(1, "原文".into()));
    let file = |state: &State| state.file(1).unwrap().clone();
    assert_eq!(
        (file(&fixed).encoding.clone(), file(&fixed).fixed.len()),
        (None, 1)
    );
    let edited = fixed.reduce(Action::Edited(1));
    assert!(edited.has_unsaved() && file(&edited).fixed.is_empty());
    assert!(!edited.reduce(Action::Saved(1)).has_unsaved());
}

#[test]
fn the_status_line_counts_what_has_no_report_apart() {
    let before = two();
    let errors = before.notice.strip_prefix("已分析 2 / 2，").unwrap().to_string();
    let state = before.reduce(Action::Add(vec![(3, "c".into()), (4, "d".into())]));
    let state = state.reduce(Action::Failed(3, "空".into()));
    assert_eq!(state.notice, format!("已分析 2 / 4，未能读取 1，{errors}"));
    let state = state.reduce(Action::Unfinished(4, "超时".into()));
    assert_eq!(state.notice, format!("已分析 2，未能读取 1，未完成 1，{errors}"));
}

#[test]
fn only_what_would_be_lost_is_asked_about() {
    let state = two();
    assert_eq!(state.asks_before_removing(None), None);
    let edited = state.clone().reduce(Action::Edited(1));
    assert!(
        edited
            .asks_before_removing(Some(1))
            .unwrap()
            .contains("未保存的修改，")
    );
    assert_eq!(edited.asks_before_removing(Some(2)), None);
    let shown = state.report().unwrap().clone();
    let decided = state.decisions.accept(&shown, &shown.findings[0]);
    let state = state.reduce(Action::Decide(decided));
    assert!(state.asks_before_removing(None).unwrap().contains("处理意见"));
    assert_eq!(state.asks_before_removing(Some(2)), None);
    let saved = state.decisions.marked_saved();
    let state = state.reduce(Action::Decide(saved));
    assert_eq!(state.asks_before_removing(None), None);
    assert_eq!(state.clone().reduce(Action::Remove(2)).notice, "");
    assert!(!edited.reduce(Action::RemoveAll).has_unsaved());
}

#[test]
fn only_the_same_text_is_called_the_same() {
    let like = Like { id: 1, percent: 100 };
    let state = two().reduce(Action::Like(2, like));
    assert_eq!(state.file(2).unwrap().like, Some(Like { id: 1, percent: 99 }));
    let state = state
        .reduce(Action::Done(2, report(2024), 5))
        .reduce(Action::Like(2, like));
    assert_eq!(state.file(2).unwrap().like, Some(like));
}

#[test]
fn one_of_two_reports_is_offered_to_go_only_where_they_are_one_report() {
    let like = Like { id: 1, percent: 95 };
    let state = two().reduce(Action::Like(2, like));
    let twice = |state: &State| state.is_twice(state.file(2).unwrap());
    assert!(!twice(&state), "two years of one body");
    let changed = report(2024).document.text.replace("讲课", "授课");
    let state = state
        .reduce(Action::Done(
            2,
            Rc::new(crate::analyze_text(&changed, "2023.txt")),
            5,
        ))
        .reduce(Action::Like(2, like));
    assert!(twice(&state), "two versions of one report");
    let other = Rc::new(crate::analyze_text(&changed.replace("云溪", "松涛"), "2023.txt"));
    assert!(
        !twice(&state.clone().reduce(Action::Done(2, other, 5))),
        "two bodies"
    );
    let question = state.asks_before_keeping_one(2).unwrap();
    assert!(
        question.starts_with("移除“2023.txt”，只留“2024.txt”。"),
        "{question}"
    );
}

#[test]
fn the_file_shown_is_done_when_all_of_it_is_drawn() {
    let report = Rc::new(crate::analyze_text("一、主要举措\n办理案件3件。", "a"));
    let state = State::default()
        .reduce(Action::Add(vec![(1, "a".into()), (2, "b".into())]))
        .reduce(Action::Done(1, report.clone(), 0))
        .reduce(Action::Done(2, report, 0));
    let keys = |state: &State| [0, 1].map(|at| state.progress_key(&state.files[at]));
    assert_eq!(keys(&state), ["working", "done"]);
    let state = state.reduce(Action::Drawn(1, Drawn::Text));
    assert_eq!((keys(&state)[0], state.drawn()), ("working", Drawn::Text));
    // A word about a file that is no longer shown changes nothing.
    let state = state.reduce(Action::Drawn(2, Drawn::Figures));
    assert_eq!(keys(&state), ["working", "done"]);
    let state = state.reduce(Action::Drawn(1, Drawn::Figures));
    assert_eq!(keys(&state), ["done", "done"]);
    let state = state.reduce(Action::Show(2));
    assert_eq!(
        (keys(&state), state.drawn()),
        (["done", "working"], Drawn::Nothing)
    );
    assert_eq!(state.reduce(Action::Middle(Middle::Figures)).drawn(), Drawn::Text);
}

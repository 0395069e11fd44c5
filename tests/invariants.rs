//! What holds for any bytes at all.

use fajing::input::ReadOptions;
use fajing::text::Span;
use fajing::{Corrections, Document, Profile, Report, analyze, analyze_text};
use proptest::prelude::*;

/// Pieces that reports are made of, so that random texts reach deep into the program.
const PIECES: &[&str] = &[
    "一、",
    "二、",
    "三、",
    "（一）",
    "（二）",
    "(三)",
    "1.",
    "２、",
    "（1）",
    "①",
    "第一部分 ",
    "、",
    "（）",
    "一是",
    "二是",
    "三是",
    "青岚县2023年法治政府建设年度报告",
    "关于2024年度",
    "法治政府",
    "建设情况",
    "的报告",
    "县政府：",
    "2023年，青岚县坚持依法行政。",
    "主要举措和成效",
    "存在的不足和原因",
    "下一步工作安排",
    "第一责任人职责",
    "加强组织领导",
    "规范行政执法，提升水平",
    "办结120件",
    "近5000人次",
    "由239个降至36个",
    "其中",
    "分别为12件、30件和5件",
    "98.4％",
    "三分之二",
    "九成五",
    "1亿3500万元",
    "，",
    "。",
    "；",
    "：",
    "、",
    "\n",
    "\n\n",
    "\r\n",
    "\u{2028}",
    " ",
    "\u{3000}",
    "\u{200B}",
    "《",
    "》",
    "（",
    "）",
    "“",
    "”",
    "索引号：1",
    "【打印】【关闭】",
    "上一篇：无",
    "抄送：县委办、县司法局。",
    "附件：1.清单",
    "青岚县人民政府",
    "2024年2月26日",
    "二〇二四年二月",
    "（此件公开发布）",
    "[bookmark: _GoBack]",
    "\t",
    "a",
    "12345",
    "𠀀",
    "\u{FFFD}",
    "一",
    "百",
    "万",
    "5",
    ".",
    "-",
    "%",
];

fn pieces() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..120).prop_map(|pieces| pieces.concat())
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![4 => pieces(), 1 => "\\PC{0,200}", 1 => any::<String>()]
}

fn fits(text: &str, span: Span, what: &str) {
    assert!(
        text.get(span.start as usize..span.end as usize).is_some(),
        "{what}: {span:?} in {} bytes",
        text.len()
    );
}

/// Every span of a report stands in its text, on character boundaries; sections are nested and ordered; figures are too.
fn check(report: &Report) {
    let text = report.document.text.as_str();
    let outline = &report.outline;
    for (what, span) in [
        ("preface", outline.preface),
        ("content", outline.content),
        ("tail", outline.tail.span),
    ] {
        fits(text, span, what);
    }
    let phrases = [
        &outline.title,
        &outline.body,
        &outline.recipient,
        &outline.tail.date,
    ];
    for phrase in phrases
        .into_iter()
        .flatten()
        .chain(&outline.tail.signatories)
        .chain(&outline.tail.copies)
    {
        fits(text, phrase.span, "phrase");
    }
    outline
        .furniture
        .iter()
        .for_each(|&span| fits(text, span, "furniture"));
    outline.year.iter().for_each(|year| fits(text, year.span, "year"));
    outline
        .items
        .iter()
        .filter_map(|item| item.span)
        .for_each(|span| fits(text, span, "item"));
    sections(report);
    figures(report);
    for relation in &report.relations {
        fits(text, relation.span, "relation");
        assert!(
            relation
                .figures
                .iter()
                .all(|&figure| figure < report.figures.len())
        );
    }
    for finding in &report.findings {
        finding
            .span
            .iter()
            .chain(&finding.evidence)
            .for_each(|&span| fits(text, span, &finding.code));
    }
}

fn sections(report: &Report) {
    let text = report.document.text.as_str();
    let sections = &report.outline.sections;
    for (index, section) in sections.iter().enumerate() {
        fits(text, section.number_span, "number");
        fits(text, section.heading_span, "heading");
        fits(text, section.body, "body");
        assert!((1..=4).contains(&section.level));
        assert!(!section.heading.is_empty());
        assert!(
            section.start() <= section.heading_span.start && section.heading_span.end <= section.body.start
        );
        if let Some(next) = sections.get(index + 1) {
            assert!(section.body.start <= next.start(), "sections in order");
        }
        if let Some(parent) = section.parent {
            assert!(parent < index, "parents come first");
            let parent = &sections[parent];
            assert!(parent.level < section.level);
            assert!(
                parent.body.start <= section.start() && section.body.end <= parent.body.end,
                "children lie inside"
            );
        }
        assert_eq!(report.outline.section_at(section.heading_span.start), Some(index));
        let mut behind = section.body.start;
        for point in &section.points {
            fits(text, point.heading_span, "point");
            fits(text, point.body, "point's body");
            assert!(
                behind <= point.body.start && point.body.end <= section.body.end,
                "points in order and inside"
            );
            assert!(point.body.contains(point.heading_span));
            behind = point.body.end;
        }
    }
    for item in &report.outline.items {
        assert!(item.sections.iter().all(|&index| index < sections.len()));
    }
}

fn figures(report: &Report) {
    let mut behind = report.outline.content.start;
    for figure in &report.figures {
        fits(&report.document.text, figure.span, "figure");
        assert!(behind <= figure.span.start, "figures in order, none over another");
        assert!(
            figure.span.end <= report.outline.content.end,
            "figures lie in the content"
        );
        assert!(
            !report
                .outline
                .furniture
                .iter()
                .any(|span| span.overlaps(figure.span)),
            "furniture has no figures"
        );
        assert!(
            figure
                .section
                .is_none_or(|index| index < report.outline.sections.len())
        );
        behind = figure.span.end;
    }
}

/// Sections and figures as words: what must not change when something around the report does.
fn words(report: &Report) -> Vec<String> {
    let sections = report.outline.sections.iter().map(|section| {
        format!(
            "{} {:?} {} {:?}",
            section.level, section.number, section.heading, section.item
        )
    });
    let figures = report
        .figures
        .iter()
        .map(|figure| format!("{} {} {}", figure.value, figure.unit, figure.indicator));
    sections.chain(figures).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_gives_a_sound_report(text in texts()) {
        let report = analyze_text(&text, "x");
        check(&report);
        prop_assert_eq!(&report, &analyze_text(&text, "x"), "same input, same report");
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(document) = fajing::input::read("x.txt", &bytes, &ReadOptions::default()) {
            check(&analyze(document, &Profile::default(), &Corrections::default()));
        }
    }

    #[test]
    fn corrections_of_anything_keep_it_sound(text in pieces(), level in 0_u8..=5, item in "[a-z]{0,3}") {
        let document = Document::from_text("x", &text);
        let mut corrections = Corrections::default();
        for paragraph in document.paragraphs.iter().step_by(3) {
            let key = fajing::corrections::paragraph_key(document.slice(paragraph.span));
            let heading = fajing::corrections::HeadingCorrection { level: Some(level), item: Some(item.clone()) };
            corrections.headings.insert(key, heading);
        }
        check(&analyze(document, &Profile::default(), &corrections));
    }
}

const REPORT: &str = "柳河镇2023年法治政府建设年度报告\n县政府：\n2023年，柳河镇坚持依法行政。现将有关情况报告如下：\n一、主要举措和成效\n（一）规范行政执法\n\
    检查企业120家次，立案5件。\n（二）化解矛盾纠纷\n受理纠纷210件，办结203件。\n二、存在的不足\n执法力量不足。\n三、下一步工作安排\n2024年，加强培训。\n\n柳河镇人民政府\n2024年1月8日\n";

#[test]
fn furniture_around_a_report_changes_no_section_and_no_figure() {
    let plain = analyze_text(REPORT, "x");
    let before = "首页 > 政务公开 > 年度报告\n索引号：00123/2024-5\n发布日期：2024-01-10 09:25　来源：县政府网　浏览次数：326次\n【字体：大 中 小】\n\n";
    let after = "\n分享到：\n【打印】 【关闭】\n上一篇：2022年度报告3篇\n下一篇：没有了\n主办单位：柳河镇党政办 电话：12345\n";
    let dressed = analyze_text(&format!("{before}{REPORT}{after}"), "x");
    assert_eq!(words(&plain), words(&dressed));
    assert_eq!(
        dressed.outline.title.as_ref().map(|title| title.text.as_str()),
        Some("柳河镇2023年法治政府建设年度报告")
    );
    assert_eq!(
        plain.outline.tail.date.as_ref().map(|date| date.text.as_str()),
        Some("2024-01-08")
    );
    assert_eq!(
        dressed.outline.tail.date.as_ref().map(|date| date.text.as_str()),
        Some("2024-01-08")
    );
    assert_eq!(dressed.outline.furniture.len(), 9);
}

#[test]
fn the_longest_lines_are_read_in_linear_time() {
    for piece in [
        "（",
        "一",
        "一是",
        "《",
        "1.",
        "九",
        "，",
        "“",
        "法治政府建设",
        "一、",
        "是",
        "。",
        "2024年",
        "\u{3000}",
        "第一",
        "5件，",
        "（一）",
    ] {
        for glue in ["", "\n"] {
            let text = [piece, glue].concat().repeat(20_000);
            let before = std::time::Instant::now();
            check(&analyze_text(&text, "x"));
            let seconds = before.elapsed().as_secs_f64();
            assert!(seconds < 5.0, "{piece:?} with {glue:?}: {seconds} s");
        }
    }
}

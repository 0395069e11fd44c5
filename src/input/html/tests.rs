use super::*;

fn lines(html: &str) -> Vec<String> {
    let document = read_text(html).unwrap().builder.finish(Source::default());
    document
        .paragraphs
        .iter()
        .map(|paragraph| document.slice(paragraph.span).to_string())
        .collect()
}

fn pasted(html: &str) -> Vec<String> {
    let document = from_clipboard("粘贴", html);
    document
        .paragraphs
        .iter()
        .map(|paragraph| document.slice(paragraph.span).to_string())
        .collect()
}

const BODY: &str =
    "2024年，青岚县依法履行职责，办理行政复议案件126件，审查规范性文件18件，开展执法检查420次。";

fn site(article: &str) -> String {
    format!(
        "<html><head><title>青岚县2024年法治政府建设年度报告_青岚县人民政府</title>\
         <meta name='PubDate' content='2025/1/8 9:00'><script>document.write('<p>不是正文</p>')</script></head><body>\
         <h1>青岚县人民政府网站</h1><div class=nav><ul><li><a href=/>首页</a><li><a href=/z>政务公开</a></ul></div>\
         <div class='dqwz'>当前位置：<a>首页</a> &gt; 公开</div>\
         <div class='main'><div class='tit'>青岚县2024年法治政府建设年度报告</div>\
         <div class=info>来源：县司法局　发布时间：2025-01-09　【字体：大 中 小】</div>{article}\
         <div class='fj'>附件：<a href=a.pdf>附件1.pdf</a></div><p>【打印】【关闭】</p></div>\
         <div class='footer'><p>主办：青岚县人民政府 ICP备00000000号</p></div></body></html>"
    )
}

#[test]
fn the_article_without_what_stands_around_it() {
    let page = site(&format!(
        "<div class='TRS_Editor'><p>　　一、主要举措</p><p>{BODY}<p>{BODY}</div>"
    ));
    let title = "青岚县2024年法治政府建设年度报告";
    assert_eq!(lines(&page), [title, "一、主要举措", BODY, BODY]);
    let unnamed = site(&format!(
        "<div><div><p>一、主要举措</p><p>{BODY}</p><p>{BODY}</p></div></div>"
    ));
    assert_eq!(lines(&unnamed), [title, "一、主要举措", BODY, BODY]);
}

#[test]
fn the_date_of_publication_from_metadata_or_the_line_that_names_it() {
    let page = site(&format!("<p>{BODY}</p>"));
    assert_eq!(read_text(&page).unwrap().published.as_deref(), Some("2025-01-08"));
    let bare = page.replace("PubDate", "x");
    assert_eq!(read_text(&bare).unwrap().published.as_deref(), Some("2025-01-09"));
    assert_eq!(read_text("<p>2024年</p>").unwrap().published, None);
}

#[test]
fn attachments_are_listed_by_name() {
    let page = site(&format!(
        "<p>{BODY}</p><a href='/x/P020250108.docx?a=1'><img></a><a href='b.html'>网页</a>"
    ));
    assert_eq!(
        read_text(&page).unwrap().attachments,
        ["P020250108.docx", "附件1.pdf"]
    );
}

#[test]
fn tables_give_rows_and_layout_tables_paragraphs() {
    let table = "<table><tr><th>指标<th>2024年<tr><td rowspan=2>执法<td>12<tr><td><p>3</p><p>4</p></table>";
    assert_eq!(pasted(table), ["指标\t2024年", "执法\t12", "\t3／4"]);
    assert_eq!(pasted("<table><tr><td><p>一</p><p>二</p></table>"), ["一", "二"]);
}

#[test]
fn numbered_lists_are_written_out() {
    assert_eq!(
        pasted("<ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>"),
        ["3.甲", "4.乙", "丙"]
    );
    assert_eq!(
        pasted("<ol style='list-style-type:cjk-ideographic'><li>甲<li>乙</ol>"),
        ["一、甲", "二、乙"]
    );
}

#[test]
fn words_labels_are_automatic_numbers() {
    let html = "Version:1.0\r\nStartHTML:1\r\n<html><body><!--StartFragment--><p class=MsoListParagraph \
        style='mso-list:l0 level1 lfo1'><![if !supportLists]><span><span style='mso-list:Ignore'>一、<span \
        style='font:7.0pt'>&nbsp; </span></span></span><![endif]><span>主要\r\n举措</span><o:p></o:p></p>\
        <p>甲<br>乙</p><p><del>旧</del><ins>新</ins><span style='display:none'>隐</span></p><!--EndFragment--></body>";
    let document = from_clipboard("粘贴", html);
    assert_eq!(pasted(html), ["一、主要举措", "甲", "乙", "新"]);
    let label = document.paragraphs[0].automatic_number.unwrap();
    assert_eq!(document.slice(label), "一、");
}

#[test]
fn declared_and_real_encodings() {
    let text = format!("<meta charset=gb2312><p>{BODY}");
    let gb = encoding_rs::GB18030.encode(&text).0.into_owned();
    for bytes in [gb, text.clone().into_bytes()] {
        let reading = read(&bytes, &ReadOptions::default()).unwrap();
        assert!(reading.builder.text().contains("青岚县"), "{}", reading.encoding);
    }
}

#[test]
fn deep_nesting_and_broken_tags_end() {
    let deep = "<div>".repeat(200_000) + "一" + &"</p></b>".repeat(50_000);
    assert_eq!(lines(&deep), ["一"]);
    assert_eq!(lines("<p>一<b>二</p>三<"), ["一二", "三<"]);
    assert_eq!(lines(&"<a b='".repeat(1000)), Vec::<String>::new());
}

#[test]
fn too_many_cells_end_with_their_message() {
    let row = format!("<tr>{}</tr>", "<td>1".repeat(100));
    let page = format!("<table>{}</table>", row.repeat(2_100));
    assert!(matches!(read_text(&page), Err(InputError::TooLarge { .. })));
}

#[test]
fn a_cell_over_two_columns_leaves_the_second_empty() {
    let page = "<table><tr><td colspan=2>指标</td><td>件数</td></tr><tr><td rowspan=2>执法</td><td>处罚</td><td>12</td></tr>\
        <tr><td>许可</td><td>30</td></tr></table>";
    assert_eq!(lines(page), ["指标\t\t件数", "执法\t处罚\t12", "\t许可\t30"]);
}

#[test]
fn a_page_without_a_heading_is_called_what_its_window_is_called() {
    let text =
        "<p>2024年，柳河镇推进法治政府建设，现将有关情况报告如下：</p><p>全年办理案件12件，办结11件。</p>"
            .repeat(3);
    let page = format!(
        "<html><head><title>柳河镇年度工作报告_柳河镇人民政府</title></head><body>{text}</body></html>"
    );
    assert_eq!(lines(&page)[0], "柳河镇年度工作报告");
    let own = format!(
        "<html><head><title>工作报告_某网站</title></head><body><p>柳河镇年度工作报告</p>{text}</body></html>"
    );
    assert_eq!(lines(&own)[0], "柳河镇年度工作报告");
}

//! Documents as one XML file, each for one thing.

use super::read;

const LISTS: &str = r#"
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
<text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）"/>
<text:list-level-style-number text:level="3" style:num-format="1" text:display-levels="2" style:num-suffix="."/></text:list-style>
<text:outline-style><text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/></text:outline-style>
<style:style style:name="plain" style:family="paragraph" style:list-style-name=""/>
<style:style style:name="hidden" style:family="text"><style:text-properties text:display="none"/></style:style>"#;

fn lines(body: &str) -> Vec<String> {
    let xml = format!(
        "<office:document xmlns:office='o' xmlns:text='t' xmlns:style='s' xmlns:table='b' xmlns:draw='d'>\
         <office:styles>{LISTS}</office:styles><office:body><office:text>{body}</office:text></office:body></office:document>"
    );
    let document = read(xml.as_bytes()).unwrap().builder.finish(Default::default());
    document.text.lines().map(String::from).collect()
}

#[test]
fn lists_continue_restart_and_nest() {
    let body = "<text:list text:style-name='L'><text:list-item><text:p>甲</text:p><text:p>续</text:p>\
        <text:list><text:list-item><text:p>子</text:p><text:list><text:list-item><text:p>孙</text:p></text:list-item></text:list>\
        </text:list-item></text:list></text:list-item></text:list>\
        <text:p>间</text:p>\
        <text:list text:style-name='L' text:continue-numbering='true'><text:list-item><text:p>乙</text:p></text:list-item></text:list>\
        <text:list text:style-name='L'><text:list-header><text:p>头</text:p></text:list-header><text:list-item><text:p>丙</text:p></text:list-item>\
        <text:list-item text:start-value='9'><text:p>丁</text:p></text:list-item></text:list>";
    assert_eq!(
        lines(body),
        [
            "一、甲",
            "续",
            "（1）子",
            "1.1. 孙",
            "间",
            "二、乙",
            "头",
            "一、丙",
            "九、丁"
        ]
    );
}

#[test]
fn headings_have_the_numbers_of_the_outline() {
    let body = "<text:h text:outline-level='1'>甲</text:h><text:h text:outline-level='1' text:style-name='plain'>乙</text:h>\
        <text:h text:outline-level='1'>丙</text:h>";
    assert_eq!(lines(body), ["I. 甲", "乙", "II. 丙"]);
}

#[test]
fn tables_notes_boxes_and_what_is_left_out() {
    let body = "<text:tracked-changes><text:p>删</text:p></text:tracked-changes>\
        <text:p>前<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>\
        <draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>后<office:annotation><text:p>批</text:p></office:annotation>\
        <text:span text:style-name='hidden'>藏</text:span></text:p>\
        <table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>件</text:p></table:table-cell>\
        <table:table-cell><text:p>1</text:p><text:p>2</text:p></table:table-cell></table:table-row></table:table-header-rows></table:table>\
        <text:p>a<text:s text:c='2'/>b<text:line-break/>c</text:p>";
    assert_eq!(lines(body), ["前后", "框", "件\t1／2", "a  b\u{2028}c", "注"]);
}

#[test]
fn repeated_cells_have_a_limit() {
    let cell = format!(
        "<table:table-cell table:number-columns-repeated='64'><text:p>{}</text:p></table:table-cell>",
        "法".repeat(100_000)
    );
    let xml = format!(
        "<office:document xmlns:office='o' xmlns:text='t' xmlns:table='b'><office:body><office:text>\
         <table:table><table:table-row>{cell}</table:table-row></table:table></office:text></office:body></office:document>"
    );
    let error = read(xml.as_bytes()).err().map(|error| error.to_string());
    assert!(error.is_some_and(|error| error.contains("MB")));
}

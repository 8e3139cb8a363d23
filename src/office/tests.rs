//! Files as office programs write them, and hostile files.

use std::io::{Cursor, Write as _};

use zip::write::{SimpleFileOptions, ZipWriter};

use super::*;

fn packed(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn texts(entries: &[(&str, &str)]) -> Vec<String> {
    let parts = parts(&packed(entries)).unwrap();
    parts.iter().map(|part| format!("{}: {}", part.name, part.text().replace('\t', "|").trim_end().replace('\n', "/"))).collect()
}

#[test]
fn cells_of_a_sheet_stand_in_their_rows_and_columns() {
    let sheet = r#"<worksheet><sheetData>
        <row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><r><t>甲</t></r><r><t> 乙</t></r></is></c></row>
        <row r="3"><c r="B3"><v>1.3800138E10</v></c><c r="C3" t="str"><f>A1</f><v>x &amp; &#21465;</v></c></row>
    </sheetData><headerFooter><oddFooter>第 &amp;P 页</oddFooter></headerFooter></worksheet>"#;
    let strings = "<sst><si><t>姓名</t><rPh sb=\"0\"><t>xingming</t></rPh></si></sst>";
    let found = texts(&[("xl/worksheets/sheet1.xml", sheet), ("xl/sharedStrings.xml", strings)]);
    assert_eq!(found, ["xl/worksheets/sheet1.xml: 姓名||甲 乙//|13800138000|x & 叙/第 &P 页"]);
}

#[test]
fn words_of_a_paper_stand_in_paragraphs_and_tables() {
    let paper = r#"<w:document><w:body>
        <w:p><w:r><w:t>值班</w:t></w:r><w:r><w:t xml:space="preserve"> 表</w:t></w:r></w:p>
        <w:tbl><w:tr><w:tc><w:p><w:r><w:t>张某</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>138</w:t><w:noBreakHyphen/></w:r></w:p></w:tc></w:tr></w:tbl>
        <w:p><w:r><w:br/><w:delText>删去的</w:delText></w:r></w:p>
    </w:body></w:document>"#;
    let found =
        texts(&[("word/document.xml", paper), ("docProps/core.xml", "<p><creator>李某</creator></p>"), ("word/styles.xml", "<t>x</t>")]);
    assert_eq!(found, ["docProps/core.xml: 李某", "word/document.xml: 值班 表/张某|138-/ 删去的"]);
}

#[test]
fn open_documents_repeat_cells_by_number() {
    let content = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="名单">
        <table:table-row><table:table-cell office:value-type="string"><text:p>张<text:s text:c="2"/>某</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="2"/><table:table-cell office:value-type="float" office:value="13800138000"><text:p>1.38E10</text:p></table:table-cell>
        <table:table-cell table:number-columns-repeated="16000"/></table:table-row>
        <table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
    </table:table></office:spreadsheet></office:body></office:document-content>"#;
    assert_eq!(texts(&[("content.xml", content)]), ["content.xml: 张  某|||13800138000"]);
}

#[test]
fn what_nobody_works_with_is_refused() {
    let deep = "<a>".repeat(300);
    let many: String = (0..70).map(|_| "<c t=\"s\"><v>0</v></c>".to_owned()).collect();
    let long = format!(
        "<sst><si><t>{}</t></si></sst>",
        (0..1_000_000u32).map(|n| char::from(b'a' + (n.wrapping_mul(2_654_435_761) >> 24) as u8 % 26)).collect::<String>()
    );
    let empty = " ".repeat(3 << 20);
    for (entries, expected) in [
        (vec![("word/document.xml", deep.as_str())], Refused::Limit),
        (vec![("word/document.xml", empty.as_str())], Refused::Limit),
        (vec![("xl/sharedStrings.xml", long.as_str()), ("xl/worksheets/sheet1.xml", &format!("<w><row>{many}</row></w>"))], Refused::Limit),
        (vec![("word/document.xml", "<p><t>x</p>")], Refused::Broken),
        (vec![("picture.png", "x")], Refused::Kind),
    ] {
        assert_eq!(parts(&packed(&entries)), Err(expected), "{:?}", entries[0].0);
    }
    let whole = packed(&[("word/document.xml", "<p/>")]);
    assert_eq!(parts(&whole[..whole.len() - 30]), Err(Refused::Broken));
    assert_eq!(parts(b"not really a paper"), Err(Refused::Kind));
}

#[test]
fn entities_that_a_file_declares_are_not_expanded() {
    let bomb = "<!DOCTYPE a [<!ENTITY b \"ha\"><!ENTITY c \"&b;&b;\">]><w:p><w:t>x&c;y</w:t></w:p>";
    assert_eq!(texts(&[("word/document.xml", bomb)]), ["word/document.xml: xy"]);
}

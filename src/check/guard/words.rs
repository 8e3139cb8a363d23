//! Words beside a number, which say what it is.
//!
//! In: a text and the place of a number in it. Out: whether a word of banking or of identity stands beside it, or a word for
//! another number before it. Always: only the line of the number is read, and little of that; a word of identity or banking
//! outweighs all others.

use std::ops::Range;

/// How far words are read, in characters: before and after a number.
const NEAR: (usize, usize) = (24, 12);
/// How far a list may stand behind its word, in characters.
const LIST: usize = 120;

const BANKING: &[&str] =
    &["卡", "银行", "账号", "账户", "帐号", "帐户", "开户", "收款", "存折", "card", "account", "bank", "iban", "visa", "unionpay"];
const IDENTITY: &[&str] = &["身份证", "身份号", "证件号", "公民身份", "identity", "id card", "id no", "id number"];
/// Numbers of things. A word that may as well stand before a person's number is not among them.
const OTHERS: &[&str] = &[
    "合同",
    "合同号",
    "合同编号",
    "协议",
    "协议书编号",
    "协议编号",
    "水表",
    "电表",
    "气表",
    "热表",
    "表号",
    "表具",
    "表具编号",
    "户号",
    "用户号",
    "用户编号",
    "缴费号",
    "计量点",
    "运单",
    "运单号",
    "快递",
    "快递单号",
    "物流单号",
    "单号",
    "订单",
    "订单号",
    "订单编号",
    "流水",
    "流水号",
    "发票",
    "发票号",
    "发票代码",
    "案号",
    "文号",
    "条码",
    "条形码",
    "批次",
    "批号",
    "信用代码",
    "产权证",
    "不动产权",
    "许可证号",
    "项目编号",
    "招标编号",
    "采购编号",
    "资产编号",
];
const OTHERS_ENGLISH: &[&str] =
    &["contract", "agreement", "meter", "waybill", "tracking", "parcel", "order", "invoice", "barcode", "permit", "serial", "tender"];

/// What the words beside a number say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Beside {
    pub banking: bool,
    pub identity: bool,
    /// It is the number of a thing.
    pub other: bool,
    /// It is called a number (编号) and no more: none of a card, and perhaps one of a person.
    pub numbered: bool,
}

pub(super) fn beside(text: &str, number: &Range<usize>) -> Beside {
    let before = last_chars(&text[..number.start], NEAR.0).to_lowercase();
    let after = text[number.end..].split('\n').next().unwrap_or("");
    let after = after.char_indices().nth(NEAR.1).map_or(after, |(end, _)| &after[..end]).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| before.contains(w) || after.contains(w));
    let numbered = words_before(text, number.start).ends_with("编号");
    Beside { banking: has(BANKING), identity: has(IDENTITY), other: is_of_a_thing(text, number.start), numbered }
}

/// Whether the word for another number stands right before, with nothing but signs and more such numbers between.
pub(super) fn is_of_a_thing(text: &str, at: usize) -> bool {
    let words = words_before(text, at);
    let shorter = words.trim_end_matches(['号', '码', '编']);
    let chinese = |text: &str| OTHERS.iter().any(|w| text.ends_with(w));
    let english = || {
        let near = last_chars(&text[..at], NEAR.0).to_lowercase();
        let apart = |c: char| !c.is_alphabetic();
        // A code may begin with letters of its own.
        let words = near.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).trim_end_matches(apart);
        let shorter =
            ["numbers", "number", "nos", "no"].iter().find_map(|w| words.strip_suffix(w)).unwrap_or(words).trim_end_matches(apart);
        OTHERS_ENGLISH.iter().any(|w| shorter.ends_with(w))
    };
    chinese(words) || chinese(shorter) || english()
}

/// The words before a number and the list it may stand in, on its line.
fn words_before(text: &str, at: usize) -> &str {
    let is_between = |c: char| {
        c.is_ascii_alphanumeric()
            || " \t:：#№（(【[-_./、，,;；“\"'和及与*|".contains(c)
            || matches!(c, '０'..='９' | '\u{A0}' | '为' | '是')
    };
    last_chars(&text[..at], LIST).trim_end_matches(is_between)
}

/// The last characters of the last line.
fn last_chars(text: &str, most: usize) -> &str {
    let start = text.char_indices().rev().take(most).take_while(|(_, c)| *c != '\n').last();
    start.map_or("", |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_right_before_a_number_says_what_it_is() {
        for (text, banking, identity, other) in [
            ("合同编号：N", false, false, true),
            ("水表 123456、N", false, false, true),
            ("运单 SFN", false, false, true),
            ("Contract no. N", false, false, true),
            ("in order to register call N", false, false, false),
            ("合同联系人 N", false, false, false),
            ("卡号 N", true, false, false),
            ("退到N（工商银行）", true, false, false),
            ("合同：身份证 N", false, true, false),
            ("张某 N", false, false, false),
            ("户号\nN", false, false, false),
        ] {
            let at = text.rfind('N').unwrap();
            let found = beside(text, &(at..at + 1));
            assert_eq!((found.banking, found.identity, found.other), (banking, identity, other), "{text}");
        }
    }
}

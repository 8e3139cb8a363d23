//! COM-14: the door of a dwelling beside a person.
//!
//! In: a text and a group of digits in it. Out: the characters that name the dwelling. Always: a door alone is no
//! finding, nor is a person alone; what could as well be a date, a document or an office is left in peace.

use std::ops::Range;

/// Who lives there, in words that stand beside a door.
const LIVES_THERE: &[&str] = &["业主", "住户", "户主", "租户", "租客", "房主", "产权人"];
/// With one of these behind it, such a word means all of them together.
const TOGETHER: &[&str] = &["大会", "委员会", "代表", "共有", "共同", "委"];
/// How people are addressed.
const ADDRESS: &[&str] = &["某某", "某", "先生", "女士", "同志", "师傅", "阿姨", "大爷", "大妈", "奶奶", "爷爷", "老人", "家"];
/// Characters of a building and unit before the door.
const LONGEST: usize = 16;
/// Family names that begin a full name in a list.
const SURNAMES: &str = "赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹苏潘葛范彭鲁韦马方俞任袁柳鲍史唐费岑薛雷贺倪汤\
                        滕殷罗毕郝邬安常傅卞齐康伍余顾孟黄穆萧尹姚邵汪祁毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝季贾路江童颜郭梅林刁钟徐邱骆\
                        高夏蔡田樊胡凌霍虞万支柯管卢莫房解丁宣邓郁洪包左石崔吉龚程邢裴陆翁荀羊甄曲封刀岩刘";

/// The dwelling that these digits are the door of, if a person stands beside it.
pub(super) fn at(text: &str, digits: Range<usize>) -> Option<Range<usize>> {
    let start = building(text, digits.clone())?;
    let after = text[digits.end..].trim_start_matches(' ');
    let door = after.chars().next().filter(|c| matches!(c, '室' | '号' | '房' | '户'));
    let after = door.map_or(after, |c| &after[c.len_utf8()..]);
    let end = text.len() - after.len();
    let end = if door.is_some() { end } else { digits.end };
    (person_after(&text[end..]) || person_before(&text[..start])).then_some(start..end)
}

/// `3-1802` is `3-18**`.
pub(super) fn masked(dwelling: &str) -> String {
    let last = dwelling.char_indices().rev().filter(|(_, c)| c.is_ascii_digit()).take(2);
    let hidden: Vec<usize> = last.map(|(i, _)| i).collect();
    dwelling.char_indices().map(|(i, c)| if hidden.contains(&i) { '*' } else { c }).collect()
}

/// Where the dwelling begins: `3-1802`, `3-2-501`, or a door after `栋`, `单元`.
fn building(text: &str, digits: Range<usize>) -> Option<usize> {
    let own = &text[digits.clone()];
    let before = &text[..digits.start];
    if before.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | ':' | '：' | '¥' | '￥' | '/' | '_')) {
        return None;
    }
    let parts: Vec<&str> = own.split('-').collect();
    if parts.iter().any(|p| p.is_empty() || p.starts_with('0') || !p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    match parts.as_slice() {
        [house, door] if house.len() <= 3 && is_door(door) => Some(digits.start),
        [house, unit, door] if house.len() <= 3 && unit.len() <= 2 && is_door(door) => Some(digits.start),
        [door] if is_door(door) => {
            let words = before.trim_end_matches(' ');
            let unit = ["单元", "栋", "幢", "号楼", "座"].iter().any(|w| words.ends_with(w));
            let number = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '栋' | '幢' | '座' | '号' | '楼' | '单' | '元');
            let back = words.char_indices().rev().take(LONGEST).take_while(|(_, c)| number(*c)).last();
            let start = back.map_or(words.len(), |(i, _)| i);
            let whole = words[start..].trim_start_matches(' ');
            (unit && whole.starts_with(|c: char| c.is_ascii_digit())).then(|| words.len() - whole.len())
        }
        _ => None,
    }
}

/// A floor and a door on it.
fn is_door(text: &str) -> bool {
    let number: u32 = if matches!(text.len(), 3 | 4) { text.parse().unwrap_or(0) } else { 0 };
    (1..=60).contains(&(number / 100)) && (1..=40).contains(&(number % 100))
}

fn person_after(after: &str) -> bool {
    let near = after.trim_start_matches([' ', '的', '（', '(', '，', ',', '、', '：', ':', '/', '|', '\t']);
    // Only a sign or two may lie between.
    if after.len() - near.len() > 6 {
        return false;
    }
    let lives = LIVES_THERE.iter().find_map(|w| near.strip_prefix(w));
    if lives.is_some_and(|rest| !TOGETHER.iter().any(|t| rest.starts_with(t))) {
        return true;
    }
    let Some(surname) = near.chars().next().filter(|c| SURNAMES.contains(*c)) else { return false };
    let rest = &near[surname.len_utf8()..];
    if ADDRESS[..ADDRESS.len() - 1].iter().any(|a| rest.starts_with(a)) {
        return true;
    }
    // In a table or list: a name of two or three characters between separators.
    let column = |c: char| matches!(c, ',' | '|' | '\t' | ' ' | '\n' | '\r');
    let cell = near.chars().take_while(|c| !column(*c)).take(4);
    let (length, han) = cell.fold((0, true), |(length, han), c| (length + 1, han && is_han(c)));
    after.starts_with(column) && (2..=3).contains(&length) && han
}

fn person_before(before: &str) -> bool {
    let near = before.trim_end_matches([' ', '（', '(', '，', ',', '、', '：', ':', '/', '|', '\t', '住', '在', '于', '家']);
    if before.len() - near.len() > 9 {
        return false;
    }
    let lives = LIVES_THERE.iter().any(|w| near.ends_with(w));
    let addressed = ADDRESS.iter().filter_map(|a| near.strip_suffix(a)).any(|rest| rest.ends_with(|c: char| SURNAMES.contains(c)));
    lives || addressed
}

fn is_han(c: char) -> bool {
    ('\u{4E00}'..='\u{9FFF}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let digits = |c: char| c.is_ascii_digit() || c == '-';
        let mut shown = Vec::new();
        let mut from = 0;
        while let Some(start) = text[from..].find(|c: char| c.is_ascii_digit()).map(|i| from + i) {
            let end = start + text[start..].find(|c| !digits(c)).unwrap_or(text.len() - start);
            shown.extend(at(text, start..end).map(|r| text[r].to_owned()));
            from = end;
        }
        shown.join(" | ")
    }

    #[test]
    fn a_door_beside_a_person_is_found_and_a_door_alone_is_not() {
        for (text, expected) in [
            ("3-1802 业主反映漏水", "3-1802"),
            ("12栋2单元501室住户", "12栋2单元501室"),
            ("家住 12 栋 2 单元 501 室的李女士", "12 栋 2 单元 501 室"),
            ("王某（3-2-501）", "3-2-501"),
            ("3-1802,张伟,500", "3-1802"),
            ("| 3-1802 | 张伟 |", "3-1802"),
            ("12栋2单元501室已维修", ""),
            ("3-1802 已维修", ""),
            ("5-12 业主大会", ""),
            ("2026-011 业主大会", ""),
            ("3栋业主代表 501 人", ""),
            ("1-300 业主委员会", ""),
            ("8:30-1730 业主", ""),
            ("每户 100-500 业主", ""),
            ("0691-000-0000 业主", ""),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }

    #[test]
    fn the_proposal_hides_the_last_two_digits() {
        assert_eq!(masked("3-1802"), "3-18**");
        assert_eq!(masked("12栋2单元501室"), "12栋2单元5**室");
    }
}

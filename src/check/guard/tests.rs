//! Ways in which numbers of persons are written, and numbers of things that look like them. All are made up, or published for
//! testing.

use super::*;

#[test]
fn identity_and_card_numbers_are_found_and_other_long_numbers_are_not() {
    for (text, expected) in [
        ("身份证 11010519491231002X。", "COM-10 1:5"),
        ("号码１１０１０５１９４９１２３１００２Ｘ", "COM-10 1:3"),
        ("110105194912310021", "COM-11 1:1"),
        ("130503670401001", "COM-11 1:1"),
        ("130503671301001", ""),
        ("1101051949123100 2X", "COM-10 1:1"),
        ("110105 19491231 002X", "COM-10 1:1"),
        ("身份证 110105 1949 1231 002X", "COM-10 1:5"),
        ("打 13800138000 报名", "COM-13 1:3"),
        ("打１３８００１３８０００", "COM-13 1:2"),
        ("+86 138 0013 8000", "COM-13 1:2"),
        ("+8613800138000", "COM-13 1:2"),
        ("2026 13800138000", "COM-13 1:6"),
        ("138-0013-8000", "COM-13 1:1"),
        ("138****8000", ""),
        ("12800138000", ""),
        ("113800138000", ""),
        ("SF13800138000", "COM-13 1:3"),
        ("运单 SF13800138000", ""),
        ("a1f13800138000b2", ""),
        ("(2026)云0102民初13800138000123号", ""),
        ("0691-000-0000", ""),
        ("3-1802 业主李某", "COM-14 1:1"),
        ("案号 1101051949123100219", ""),
        ("A11010519491231002X", "COM-10 1:2"),
        ("_11010519491231002XA", "COM-10 1:2"),
        ("20010519491231002X", ""),
        ("合同编号：532801202001010018、11010519491231002X", ""),
        ("卡号6222 0200 0000 0000 003", ""),
        ("卡号 4111 1111 1111 1111", "COM-12 1:4"),
        ("4111111111111111", "COM-12 1:1"),
        ("41111111111111112222", ""),
        ("统一社会信用代码 91110000100003962T", ""),
        ("运单 7712345678901234", ""),
        ("编号：4111111111111111", ""),
        ("编号：11010519491231002X", "COM-10 1:4"),
        ("2026-03-12 2026-03-14", ""),
    ] {
        let found = scan_source(&Source::new("a.md", text));
        let shown: Vec<String> = found.iter().map(|d| format!("{} {}:{}", d.code, d.position().line, d.position().column)).collect();
        assert_eq!(shown.join(", "), expected, "{text}");
    }
}

#[test]
fn the_message_never_repeats_the_number() {
    let found = scan_source(&Source::new("a.md", "11010519491231002X"));
    assert_eq!(found[0].args.get("masked"), Some(&"110105********002X".into()));
}

/// A way in which a number is written, from `tests/guard/numbers.jsonl`.
#[derive(serde::Deserialize)]
struct Way {
    way: String,
    kind: String,
    code: String,
    text: String,
}

#[test]
fn a_number_is_found_however_it_is_written() {
    let ways = include_str!("../../../tests/guard/numbers.jsonl").lines();
    let ways: Vec<Way> = ways.map(|line| serde_json::from_str(line).expect("a line of the data")).collect();
    // What is no number any more, or stands where no reader sees it.
    let is_none = |way: &Way| match way.way.as_str() {
        "extra digit" | "class attr" | "star X" => true,
        "prefix +86 (mobile)" => way.kind != "mobile",
        _ => false,
    };
    let asked: Vec<&Way> = ways.iter().filter(|way| !is_none(way)).collect();
    let missed: Vec<&&Way> =
        asked.iter().filter(|way| !scan_source(&Source::new("a.md", way.text.as_str())).iter().any(|d| d.code == way.code)).collect();
    let shown: Vec<String> = missed.iter().map(|way| format!("{} {}: {}", way.way, way.kind, way.text)).collect();
    assert!(missed.len() * 50 <= asked.len(), "{} of {}:\n{}", missed.len(), asked.len(), shown.join("\n"));
}

/// The same numbers in every run.
struct Lot(u64);

impl Lot {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    fn digits(&mut self, count: usize) -> String {
        (0..count).map(|_| char::from(b'0' + self.below(10) as u8)).collect()
    }

    fn date(&mut self) -> String {
        format!("{}{:02}{:02}", 2015 + self.below(12), 1 + self.below(12), 1 + self.below(28))
    }

    fn area(&mut self) -> String {
        ["110105", "310115", "330106", "440106", "441802", "532801", "510104", "350203"][self.below(8) as usize].to_owned()
    }
}

type Sort = (&'static str, fn(&mut Lot) -> String);

/// Numbers of things as they stand in records.
const SORTS: &[Sort] = &[
    ("rooms", |lot| {
        let floor = 1 + lot.below(55);
        let rooms: Vec<String> = (0..4).map(|n| format!("{}{:02}", 10 + (floor + n / 2) % 50, 1 + (n * 7 + lot.below(6)) % 30)).collect();
        format!("{} 室已更换水管", rooms.join(" "))
    }),
    ("contract", |lot| format!("合同编号：{}{}{}", lot.area(), lot.date(), lot.digits(4))),
    ("meter", |lot| format!("水表号 {}{}", ["53", "41", "62", "51"][lot.below(4) as usize], lot.digits(14))),
    ("credit code", |lot| {
        let kind = ["91", "52", "11", "53"][lot.below(4) as usize];
        format!("统一社会信用代码 {kind}{}MA6K{}X", lot.area(), lot.digits(5))
    }),
    ("waybill", |lot| format!("{}{}", ["运单号 SF", "快递单号 YT", "运单 ", "运单 77"][lot.below(4) as usize], lot.digits(13))),
    ("case", |lot| format!("（2026）云0102民初{}号、云房权证字第{}号", lot.digits(5), lot.digits(10))),
    ("invoice", |lot| format!("发票号码 {}", lot.digits(20))),
    ("telephone", |lot| format!("电话 0691-{}、400-{}-{}", lot.digits(7), lot.digits(3), lot.digits(4))),
    ("time", |lot| format!("{} {} 起至 {}{}", lot.date(), lot.date(), lot.date(), lot.digits(6))),
    ("amounts", |lot| {
        let amounts: Vec<String> = (0..4).map(|_| (100 + lot.below(900_000)).to_string()).collect();
        format!("收入 {}，支出 {} 元", amounts[..2].join(" "), amounts[2..].join("，"))
    }),
];

#[test]
fn a_number_of_a_thing_is_none_of_a_person() {
    const EACH: usize = 500;
    let mut lot = Lot(7);
    let mut alarms = Vec::new();
    for (sort, number) in SORTS {
        for _ in 0..EACH {
            let text = number(&mut lot);
            let found = scan_source(&Source::new("a.md", text.as_str()));
            alarms.extend(found.iter().map(|d| format!("{sort}: {} {text}", d.code)));
        }
    }
    // One in two hundred.
    assert!(alarms.len() * 200 <= SORTS.len() * EACH, "{}:\n{}", alarms.len(), alarms.join("\n"));
}

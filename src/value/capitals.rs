//! Amounts in capitals 人民币大写: numerals to which nobody can add a stroke.
//!
//! In: an amount. Out: 壹拾叁万伍仟叁佰陆拾元整. Always: as the People's Bank requires for filling in bills (支付结算办法, annex 1):
//! a run of zeros between digits is read once; an amount that ends at 元 or 角 closes with 整.

use super::Money;

const DIGITS: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const PLACES: [&str; 4] = ["", "拾", "佰", "仟"];

/// There is no agreed form above 9,999 万亿.
const MOST: u64 = 10_000_000_000_000_000;

impl Money {
    /// `None` for an amount of `MOST` or more.
    pub fn in_capitals(self) -> Option<String> {
        let fen = self.fen().unsigned_abs();
        let (yuan, jiao, fen) = (fen / 100, fen / 10 % 10, fen % 10);
        if yuan >= MOST || (yuan == 0 && jiao == 0 && fen == 0 && !self.is_zero()) {
            return None;
        }
        let mut out = String::from(if self.is_negative() { "负" } else { "" });
        if yuan > 0 || (jiao == 0 && fen == 0) {
            if yuan == 0 {
                out.push('零');
            }
            whole(&mut out, yuan);
            out.push('元');
        }
        match (jiao, fen) {
            (0, 0) => out.push('整'),
            (0, fen) => {
                if yuan > 0 {
                    out.push('零');
                }
                digit(&mut out, fen, "分");
            }
            (jiao, 0) => digit(&mut out, jiao, "角整"),
            (jiao, fen) => {
                digit(&mut out, jiao, "角");
                digit(&mut out, fen, "分");
            }
        }
        Some(out)
    }
}

fn digit(out: &mut String, digit: u64, unit: &str) {
    out.push(DIGITS[digit as usize]);
    out.push_str(unit);
}

/// A whole number in three groups (before 亿, before 万, the last four digits), each with a zero where digits are left out.
fn whole(out: &mut String, n: u64) {
    for (unit, name) in [(100_000_000, '亿'), (10_000, '万')] {
        if n >= unit {
            whole(out, n / unit);
            out.push(name);
            let rest = n % unit;
            if rest > 0 && rest < unit / 10 {
                out.push('零');
            }
            return whole(out, rest);
        }
    }
    let mut gap = false;
    for place in (0..4).rev() {
        let d = n / 10u64.pow(place) % 10;
        if d == 0 {
            gap = n >= 10u64.pow(place);
            continue;
        }
        if gap {
            out.push('零');
        }
        gap = false;
        digit(out, d, PLACES[place as usize]);
    }
}

#[cfg(test)]
mod tests {
    use super::{DIGITS, Money};

    #[test]
    fn amounts_are_written_as_the_rules_for_bills_have_it() {
        for (figures, words) in [
            ("0", "零元整"),
            ("0.00", "零元整"),
            ("0.05", "伍分"),
            ("0.50", "伍角整"),
            ("0.55", "伍角伍分"),
            ("1", "壹元整"),
            ("10", "壹拾元整"),
            ("15.00", "壹拾伍元整"),
            ("100", "壹佰元整"),
            ("105", "壹佰零伍元整"),
            ("110", "壹佰壹拾元整"),
            ("1005", "壹仟零伍元整"),
            ("1050", "壹仟零伍拾元整"),
            // The examples of the rules themselves.
            ("1409.50", "壹仟肆佰零玖元伍角整"),
            ("6007.14", "陆仟零柒元壹角肆分"),
            ("1680.32", "壹仟陆佰捌拾元叁角贰分"),
            ("107000.53", "壹拾万柒仟元伍角叁分"),
            ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
            ("325.04", "叁佰贰拾伍元零肆分"),
            ("135360.00", "壹拾叁万伍仟叁佰陆拾元整"),
            ("100005", "壹拾万零伍元整"),
            ("10000", "壹万元整"),
            ("100000000", "壹亿元整"),
            ("100000001", "壹亿零壹元整"),
            ("105000000", "壹亿零伍佰万元整"),
            ("100001000", "壹亿零壹仟元整"),
            ("1000000000000", "壹万亿元整"),
            ("1234500000000", "壹万贰仟叁佰肆拾伍亿元整"),
            ("1000500000000", "壹万零伍亿元整"),
            ("1000000000001", "壹万亿零壹元整"),
            ("9999999999999.99", "玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分"),
            ("-1250.30", "负壹仟贰佰伍拾元叁角整"),
            ("-0.01", "负壹分"),
        ] {
            let amount = Money::parse(figures).expect("an amount");
            assert_eq!(amount.in_capitals().as_deref(), Some(words), "{figures}");
        }
    }

    /// A slower implementation to compare with: every digit with its unit, then the zeros removed by replacements.
    fn slow(fen: u64) -> String {
        let yuan = (fen / 100).to_string();
        let units = ["元", "拾", "佰", "仟", "万", "拾", "佰", "仟", "亿", "拾", "佰", "仟", "万", "拾", "佰", "仟"];
        let places = yuan.bytes().zip(units[..yuan.len()].iter().rev());
        let mut out: String = places.map(|(d, unit)| format!("{}{unit}", DIGITS[usize::from(d - b'0')])).collect();
        out += &format!("{}角{}分", DIGITS[(fen / 10 % 10) as usize], DIGITS[(fen % 10) as usize]);
        for place in ["零拾", "零佰", "零仟"] {
            out = out.replace(place, "零");
        }
        let squeeze = |mut text: String| {
            while text.contains("零零") {
                text = text.replace("零零", "零");
            }
            text
        };
        out = squeeze(out).replace("零万", "万").replace("零亿", "亿").replace("零元", "元");
        // Four zeros before 万 leave the bare unit 万 behind 亿.
        out = squeeze(out.replace("亿万", "亿零")).replace("零元", "元");
        out = out.replace("零角零分", "整").replace("零分", "整").replace("零角", "零");
        if fen < 100 {
            out = out.trim_start_matches('元').trim_start_matches('零').to_owned();
        }
        if out == "整" { "零元整".to_owned() } else { out }
    }

    /// A zero may be read or not where both 万 and 元 end in one; the two implementations differ only there.
    fn same(fast: &str, slow: &str) -> bool {
        let mut fast = fast.chars().peekable();
        let mut slow = slow.chars().peekable();
        loop {
            match (fast.peek(), slow.peek()) {
                (a, b) if a == b => {
                    if a.is_none() {
                        return true;
                    }
                    fast.next();
                    slow.next();
                }
                (Some('零'), _) => drop(fast.next()),
                (_, Some('零')) => drop(slow.next()),
                _ => return false,
            }
        }
    }

    #[test]
    fn every_amount_agrees_with_the_slow_way() {
        let words = |fen: u64| Money::from_fen(fen as i64).in_capitals().expect("below the most");
        for fen in 0..120_000 {
            assert_eq!(words(fen), slow(fen), "{fen}");
        }
        // Amounts of all sizes, made by a fixed rule.
        let mut n: u64 = 88_172_645_463_325_252;
        for round in 0..60_000 {
            n ^= n << 13;
            n ^= n >> 7;
            n ^= n << 17;
            let mut fen = n % 10u64.pow(2 + round % 16);
            // Many zeros inside are the hard case.
            if round % 3 == 0 {
                fen = fen / 10u64.pow(round / 3 % 9) * 10u64.pow(round / 3 % 9);
            }
            let (fast, slow) = (words(fen), slow(fen));
            assert!(same(&fast, &slow), "{fen}: {fast} {slow}");
            assert!(!fast.contains("零零") && !fast.contains("零万") && !fast.contains("零亿"), "{fen}: {fast}");
        }
    }
}

//! The room as its users see it: what each language prints, as data.

use super::*;

#[test]
fn probe() {
    for tag in ["zh-Hans", "en", "en-GB", "ug", "bo", "th", "kk-Arab", "hni", "lis", "jiu", "xx", "mn-Mong","kk","mn"] {
        let l = Language::new(tag, "x").unwrap();
        let f = l.format();
        println!("== {tag} {:?} {} {} known {} data {} {:?}", l.dir, l.name, l.script, l.is_known(), l.has_data(), l.profile);
        let (a, b, c, d) = ((2026, 6, 18), (2026, 6, 20), (2026, 7, 1), (2027, 1, 2));
        for t in [
            f.date(a), f.date_short(a), f.date_weekday(a), f.month_day(a), f.month(2026, 6), f.year(2026), f.weekday(1), f.weekday(7), f.weekday_short(4),
            f.time((19, 30)), f.time((24, 0)), f.datetime(a, (19, 30)), f.datetime_weekday(a, (9, 5)), f.date_range(a, b), f.date_range(a, c), f.date_range(a, d),
            f.time_range((14, 0), (16, 0)), f.time_range((9, 0), (16, 0)), f.datetime_range((a, (14, 0)), (a, (20, 0))), f.datetime_range((a, (14, 0)), (b, (20, 0))),f.datetime_range((a, (14, 0)), (d, (20, 0))),
            f.integer(-1234567), f.decimal("1234.10"), f.decimal("12元"), f.decimal("1e400"), f.money("-1234.1", "CNY"), f.amount("1234.1", "CNY"), f.money("5", "JPY"), f.money("5", "bad!"),
            f.percent("60.5"), f.area("78120.50"), f.bytes(0), f.bytes(999), f.bytes(1024), f.bytes(1536), f.bytes(10 * 1024 * 1024 + 600_000), f.bytes(u64::MAX),f.bytes(1048575),
            f.list(&["甲", "乙", "丙"], Join::And), f.list(&["甲", "乙"], Join::Or), f.plural("1").into(), f.plural("2").into(), f.date((2026, 2, 30)),
        ] {
            println!("{t}");
        }
    }
}

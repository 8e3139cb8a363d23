//! The check code: the example of the guide agrees with the code, and the code depends on the fields that the guide lists.

use linli::fs::Disk;
use linli::hash::sha256;
use linli::record::check_code;
use linli::value::{Date, RecordId};

use super::guides;
use crate::support::{Memory, TODAY, data, request};
use crate::tidy::root;

/// A second implementation, by the description in the guide: all bits as one number.
fn computed(form: &str) -> String {
    let digest = sha256(form.as_bytes());
    let number = u64::from_be_bytes(digest[..8].try_into().expect("eight bytes")) >> 4;
    let letters: Vec<char> = "0123456789ABCDEFGHJKMNPQRSTVWXYZ".chars().collect();
    let code: Vec<String> = (0..12).map(|at| letters[(number >> (55 - 5 * at) & 31) as usize].to_string()).collect();
    code.chunks(4).map(|four| four.concat()).collect::<Vec<_>>().join("-")
}

#[test]
fn the_example_of_the_guide_is_the_record_of_the_demonstration_site() {
    let request = linli::Request {
        fs: &Disk,
        root: root(),
        today: Date::new(2026, 6, 20).expect("a day"),
        drafts: false,
        keep_going: false,
        locked: false,
        portable: false,
        base_url: None,
    };
    let library = linli::check(&request, &()).expect("the folder can be read").library;
    for guide in guides() {
        let page = std::fs::read_to_string(root().join(format!("docs/{}/paper.md", guide.folder))).expect("the page is there");
        let example = page.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
        let id = example.lines().find_map(|l| l.strip_prefix("id=")).and_then(RecordId::parse).expect("a record's id");
        let record = library.get(&id).expect("a record of the demonstration site");
        assert_eq!(check_code::form(&record.id, &record.envelope, &*record.fields), example, "docs/{}/paper.md", guide.folder);
        assert_eq!(computed(example), record.check_code);
        assert!(page.contains(&record.check_code), "docs/{}/paper.md: {}", guide.folder, record.check_code);
    }
}

#[test]
fn figures_change_the_code_and_words_do_not() {
    let code = |id: &str, changes: &[(&str, &str, &str)]| {
        let mut fs = Memory::copy_of(&data("golden").join("contracts/site"));
        for (file, from, to) in changes {
            let text = fs.text(file);
            assert!(text.contains(from), "{file}: {from}");
            fs.put(file, text.replacen(from, to, 1));
        }
        let library = linli::check(&request(&fs, Memory::root(), TODAY), &()).expect("nothing of the machine fails here").library;
        library.get(&RecordId::parse(id).expect("an id")).expect("a sound record").check_code.clone()
    };
    let (file, id) = ("content/revenue/2026-q1.md", "revenue/2026-q1");
    let as_is = code(id, &[]);
    for (from, to) in [
        ("2026年第一季度公共收益公示", "2026年第一季度公示"),
        ("item: 地面停车,", "item: 停车,"),
        ("bank: 某银行东门支行", "bank: 某银行"),
        ("amount: 25500.00", "amount: 25500"),
        ("opening: 128500.00", "opening: ￥128500.0"),
        ("published: 2026-04-12", "published: 2026年4月12日"),
        ("fund: public_revenue", "资金: 公共收益"),
        ("published: 2026-04-12", "published: 2026-04-12\nrevised: 2026-05-01"),
        ("published: 2026-04-12", "published: 2026-04-12\ntags: [parking]"),
    ] {
        assert_eq!(code(id, &[(file, from, to)]), as_is, "{from} → {to}");
    }
    for (from, to) in [
        ("last4: \"0000\"", "last4: \"0001\""),
        ("id: i-park", "id: i-lot"),
        ("cat: parking", "cat: other"),
        ("published: 2026-04-12", "published: 2026-04-13"),
        ("published: 2026-04-12", "published: 2026-04-12\nnumber: 2026-099"),
        ("pays: renovation/lights#p1 ", ""),
        ("until: 2026-04-30", "until: 2026-05-02"),
    ] {
        assert_ne!(code(id, &[(file, from, to)]), as_is, "{from} → {to}");
    }
    let figures = [(file, "amount: 25500.00", "amount: 25500.01"), (file, "closing: 135360.00", "closing: 135360.01")];
    assert_ne!(code(id, &figures), as_is);
    // Recurrence counts, too.
    let (file, id) = ("content/activities/four-thirty-class.md", "activities/four-thirty-class");
    assert_ne!(code(id, &[(file, "on: [mon, tue, wed, thu, fri]", "on: [mon, tue, wed, thu]")]), code(id, &[]));
    let (file, id) = ("content/notices/2026-06-water.md", "notices/2026-06-water");
    assert_eq!(code(id, &[(file, "date: 2026-06-16 }]", "date: 2026-06-17 }]")]), code(id, &[]), "posting comes after printing");
}

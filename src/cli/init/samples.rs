//! The files of a new site.
//!
//! In: the community's name, a telephone number, the day. Out: paths and texts. Always: all contents are marked as samples,
//! fictional, and without findings on the day they are written; figures are written once, in the Chinese file; the English file has
//! words only.

use linli::value::Date;

use crate::cli::new::scalar;

/// The default publisher.
pub(super) const PUBLISHER: &str = "organizations/committee";

/// Id, Chinese, English.
const RECORDS: &[(&str, &str, &str)] = &[
    ("organizations/committee", include_str!("zh/committee.md"), include_str!("en/committee.md")),
    ("places/community", include_str!("zh/community.md"), include_str!("en/community.md")),
    ("places/hall", include_str!("zh/hall.md"), include_str!("en/hall.md")),
    ("notices/water", include_str!("zh/notice.md"), include_str!("en/notice.md")),
    ("meetings/parking", include_str!("zh/meeting.md"), include_str!("en/meeting.md")),
    ("activities/phones", include_str!("zh/activity.md"), include_str!("en/activity.md")),
    ("revenue/last-month", include_str!("zh/revenue.md"), include_str!("en/revenue.md")),
];

pub(super) fn records(name: &str, phone: &str, today: Date, english: bool) -> Vec<(String, String)> {
    let fill = |text: &str| fill(text, name, phone, today);
    let mut files = Vec::new();
    for (id, zh, en) in RECORDS {
        files.push((format!("content/{id}.md"), fill(zh)));
        if english {
            files.push((format!("content/{id}.en.md"), fill(en)));
        }
    }
    files
}

fn fill(text: &str, name: &str, phone: &str, today: Date) -> String {
    let month = today.first_of_month().plus_months(-1);
    let mut out = text
        .replace("@name@", &scalar(name))
        .replace("@committee@", &scalar(&format!("{name}居民委员会")))
        .replace("@phone@", &phone.replace(['"', '\\'], ""))
        .replace("@today@", &today.to_string())
        .replace("@year@", &format!("{:04}", today.year()))
        .replace("@month-from@", &month.to_string())
        .replace("@this-month@", &today.first_of_month().to_string())
        .replace("@month-to@", &today.first_of_month().plus_days(-1).to_string());
    for days in [2, 3, 5, 15] {
        out = out.replace(&format!("@day+{days}@"), &today.plus_days(days).to_string());
    }
    out
}

/// The two data files that all records share.
pub(super) fn data(zh: bool, english: bool) -> Vec<(String, String)> {
    let say = |zh_text: &str, en_text: &str| format!("# {}\n", if zh { zh_text } else { en_text });
    let entry = |key: &str, zh: Option<&str>, en: &str| {
        let words = zh.map(|w| format!("zh: {w}")).into_iter().chain(english.then(|| format!("en: {en}")));
        let words: Vec<String> = words.collect();
        if words.is_empty() { String::new() } else { format!("{key}: {{ {} }}\n", words.join(", ")) }
    };
    let tags = say("标签的名称，一个标签一行：语言 → 名称。", "Names of the tags, one line a tag: language -> name.")
        + &entry("water", Some("用水"), "Water");
    let glossary = say(
        "反复出现的短语，译一次就够：整句和这里一样时，自动用这里的译文（标题和正文除外）。",
        "Phrases that return, translated once: a text equal to the key takes these words (titles and bodies do not).",
    ) + &entry("工作日 8:30–17:30", None, "Weekdays 8:30–17:30");
    vec![("content/tags.yaml".to_owned(), tags), ("content/glossary.yaml".to_owned(), glossary)]
}

pub(super) fn readme(zh: bool, name: &str) -> String {
    let text = if zh { include_str!("zh/README.md") } else { include_str!("en/README.md") };
    text.replace("@name@", &name.replace(['\n', '\r'], " "))
}

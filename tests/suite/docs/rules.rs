//! `rules.md` and `profiles.md`: the rule book, and a table of the numbers of all profiles.
//!
//! In: `tests/rules` as the program reads it, the declared numbers, the embedded profiles. Out: both pages in both languages. Always:
//! the text is that of `linli explain`.

use linli::profile::{EMBEDDED, KEYS, Profile, Value};
use linli::rulebook::{Both, Example, book};

use super::{Guide, compare, guides, table};

#[test]
fn docs_rules_match_the_rule_book() {
    for guide in guides() {
        compare(guide, "rules", guide.say("规则手册", "The rule book"), &rules(guide));
        compare(guide, "profiles", guide.say("法规集", "Rule profiles"), &profiles(guide));
    }
}

fn both(guide: Guide, text: &Both) -> &str {
    guide.say(&text.zh, &text.en)
}

fn rules(guide: Guide) -> String {
    let mut out = guide
        .say(
            "每条规则查什么、为什么、依据哪一条、怎样写才对。命令行里看同样的内容：`linli explain 代码`。\
             规则用到的数（天数、比例、金额）写在[法规集](profiles.md)里，各种说法见[提示一览](messages.md)。\n\n",
            "What each rule checks, why, on which article it rests, and how it is written right. The same on the command line: `linli explain CODE`. \
             The numbers (days, shares, amounts) stand in the [rule profiles](profiles.md), all wordings under [Messages](messages.md).\n\n",
        )
        .to_owned();
    for entry in book().entries() {
        out +=
            &format!("## {} {}\n\n{}\n\n{}\n\n", entry.code, both(guide, &entry.title), both(guide, &entry.what), both(guide, &entry.why));
        let law = entry.law.as_ref().map(|law| guide.say(&law.zh, &law.en));
        out += &law.map(|law| format!("{}{law}\n\n", guide.say("依据：", "Rests on: "))).unwrap_or_default();
        if !entry.numbers.is_empty() {
            let numbers: Vec<String> = entry.numbers.iter().map(|n| format!("`{n}`")).collect();
            out += &format!("{}{}\n\n", guide.say("用到的数：", "Numbers: "), numbers.join(guide.say("、", ", ")));
        }
        for (title, examples) in
            [(guide.say("这样会提示：", "This is told:"), &entry.wrong), (guide.say("这样写：", "This is right:"), &entry.right)]
        {
            if !examples.is_empty() {
                out += &format!("{title}\n\n{}", examples.iter().map(example).collect::<String>());
            }
        }
    }
    out
}

/// Indented, so that it is not one of the examples that are compiled.
fn example(example: &Example) -> String {
    let lines: String = example.text.lines().map(|l| format!("    {l}").trim_end().to_owned() + "\n").collect();
    format!("`{}`\n\n{lines}\n", example.path)
}

fn profiles(guide: Guide) -> String {
    let loaded: Vec<(&str, Profile)> =
        EMBEDDED.iter().map(|(name, _)| (*name, Profile::load(name, &|_| None, book(), &mut Vec::new()))).collect();
    let mut out = guide
        .say(
            "规则要用的数和依据不写在程序里，写在法规集里：全国的一份，加上各地的几份。`site.toml` 的 `profile` 选用哪一份。\
             本地规定、议事规则另有要求的，在网站里写一个文件，只写不同的数：\n\n\
             `profiles/ours.toml`\n\n    extends = \"cn-national\"\n\n    [law.rules]\n    zh = \"《东门小区业主大会议事规则》第八条\"\n    en = \"Rules of Procedure of the East Gate Owners' Assembly, article 8\"\n\n    \
             [meeting]\n    minutes_days = { value = 7, law = \"rules\" }\n    owners_assembly_months = { value = 12, law = \"rules\" }\n\n\
             再在 `site.toml` 里写 `profile = \"profiles/ours.toml\"`。不用某一项写 `value = false`，用到它的规则就不再提示；没有依据的数用 `note` 说明来历。\
             程序按给出的数核对日期和票数，不代替对法律的判断。\n\n",
            "The numbers that rules go by, and their articles, stand in profiles and not in the program: one for the whole country, some for places. \
             `profile` in `site.toml` names the one in use. Where local rules or rules of procedure ask for something else, write a file in the site with what differs:\n\n\
             `profiles/ours.toml`\n\n    extends = \"cn-national\"\n\n    [law.rules]\n    zh = \"《东门小区业主大会议事规则》第八条\"\n    en = \"Rules of Procedure of the East Gate Owners' Assembly, article 8\"\n\n    \
             [meeting]\n    minutes_days = { value = 7, law = \"rules\" }\n    owners_assembly_months = { value = 12, law = \"rules\" }\n\n\
             Then write `profile = \"profiles/ours.toml\"` in `site.toml`. `value = false` switches a number off, and with it the rules that need it; a number without an article says in `note` where it comes from. \
             The program holds dates and votes to the numbers given; it does not judge the law.\n\n",
        )
        .to_owned();
    let mut heads = vec![guide.say("数", "Number"), guide.say("说明", "Meaning")];
    heads.extend(loaded.iter().map(|(name, _)| *name));
    let rows: Vec<Vec<String>> = KEYS
        .iter()
        .map(|doc| {
            let mut row = vec![format!("`{}`", doc.path), guide.say(doc.zh, doc.en).to_owned()];
            row.extend(loaded.iter().map(|(_, profile)| match profile.number(doc.key).map(|n| n.value) {
                None | Some(Value::Off) => "—".to_owned(),
                Some(Value::On) => guide.say("是", "yes").to_owned(),
                Some(Value::Whole(n)) => n.to_string(),
                Some(Value::Money(money)) => money.to_string(),
                Some(Value::Share(share)) => share.to_string(),
            }));
            row
        })
        .collect();
    out += &format!("## {}\n\n{}\n", guide.say("各法规集的数", "The numbers of each profile"), table(&heads, &rows));
    out += &format!("## {}\n\n", guide.say("依据", "Articles"));
    for (name, profile) in &loaded {
        let rows: Vec<Vec<String>> = KEYS
            .iter()
            .filter_map(|doc| {
                let law = profile.law(doc.key)?;
                Some(vec![format!("`{}`", doc.path), guide.say(&law.zh, &law.en).to_owned()])
            })
            .collect();
        out += &format!("### {name}\n\n{}\n", table(&[guide.say("数", "Number"), guide.say("依据", "Article")], &rows));
    }
    out
}

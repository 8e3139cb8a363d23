//! `settings.md`: every key of `site.toml`, generated from the table of keys.
//!
//! In: `config::keys()`. Out: one table, and the rules that `[severity]` may not change.

use linli::config::{self, KeyDoc, keys};
use linli::rulebook::{Weight, book};

use super::{Guide, compare, guides, table};

#[test]
fn docs_settings_match_the_code() {
    for guide in guides() {
        compare(guide, "settings", guide.say("网站设置 `site.toml`", "Settings: `site.toml`"), &body(guide));
    }
}

fn body(guide: Guide) -> String {
    let mut out = guide
        .say(
            "网站的文件夹里有一个 `site.toml`。写错的键会报错（E108），并提示最接近的写法。\n\n",
            "The site's folder holds one `site.toml`. A key that does not exist is an error (E108) and names the nearest one.\n\n",
        )
        .to_owned();
    let heads = [
        guide.say("键", "Key"),
        guide.say("必填", "Required"),
        guide.say("种类", "Type"),
        guide.say("例子", "Example"),
        guide.say("说明", "Meaning"),
    ];
    out += &table(&heads, &keys().iter().map(|k| row(guide, k)).collect::<Vec<_>>());
    out += &format!("\n## {}\n\n", guide.say("规则的轻重", "How much a rule weighs"));
    let fixed = book().rules().iter().filter(|rule| rule.weight == Weight::AlwaysError).map(|rule| format!("`{}`", rule.code));
    let fixed = fixed.collect::<Vec<_>>().join(guide.say("、", ", "));
    out += guide.say(
        "`[severity]` 里一行一条：`规则 = \"error\"`、`\"warning\"`、`\"info\"` 或 `\"off\"`；`[severity.en]` 只管一种语言。下面这些永远是错误，不能放宽：",
        "`[severity]` takes one line a rule: `RULE = \"error\"`, `\"warning\"`, `\"info\"` or `\"off\"`; `[severity.en]` is for one language. These are always errors: ",
    );
    out += &format!("{fixed}{}\n\n", guide.say("。", "."));
    let families: Vec<String> = families().into_iter().map(|(first, last)| format!("`{first}` … `{last}`")).collect();
    out += guide.say(
        "可以写的规则（有的这一版还不检查，写了不报错）：",
        "Rules that may be named (some are not checked yet; naming them is no mistake): ",
    );
    out + &families.join(guide.say("、", ", ")) + guide.say("。", ".") + "\n"
}

/// First and last code of each family: `COM-01`, `COM-21`.
fn families() -> Vec<(&'static str, &'static str)> {
    let mut families: Vec<(&str, &str)> = Vec::new();
    for code in book().settings() {
        match families.last_mut() {
            Some((first, last)) if first[..4] == code[..4] => *last = code,
            _ => families.push((code, code)),
        }
    }
    families
}

fn row(guide: Guide, key: &KeyDoc) -> Vec<String> {
    let required = match key.default {
        _ if key.required => guide.say("是", "yes").to_owned(),
        Some(default) => format!("{}`{default}`", guide.say("不写就是 ", "absent: ")),
        None => String::new(),
    };
    let example = format!("`{}`", key.example.replace('\n', " "));
    vec![format!("`{}`", key.path), required, guide.words.say(key.kind.term(), &[]), example, guide.say(key.zh, key.en).to_owned()]
}

#[test]
fn every_setting_of_the_demo_is_in_the_table() {
    let text = std::fs::read_to_string(crate::tidy::root().join(config::FILE_NAME)).expect("the demo site has settings");
    let known = |line: &str| {
        line.split(['=', '.', ']']).next().map(|k| k.trim_matches(['[', ' '])).is_some_and(|k| keys().iter().any(|d| d.path == k))
    };
    let heads = text.lines().take_while(|l| !l.starts_with('[')).chain(text.lines().filter(|l| l.starts_with('[')));
    for line in heads.filter(|l| !l.trim().is_empty() && !l.starts_with('#')) {
        assert!(known(line), "{line}");
    }
}

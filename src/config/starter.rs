//! The site.toml that `init` writes: the answers to its questions, with comments from the table of keys.
//!
//! Always: the written file can be read without a finding, for all answers.

use super::keys::{self, KeyDoc};

/// The answers of `init`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Starter {
    /// Path of the language of the comments: `zh`, else English.
    pub comments: String,
    pub base_url: String,
    pub timezone: String,
    pub currency: String,
    /// Record id, if the samples contain such a record.
    pub publisher: Option<String>,
    /// The first is the primary one.
    pub languages: Vec<StarterLanguage>,
    pub phone: Option<String>,
    pub email: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StarterLanguage {
    pub tag: String,
    pub path: String,
    /// The language's name for itself.
    pub own_name: Option<String>,
    /// The community's name in it.
    pub site_name: Option<String>,
}

/// A commented site.toml.
pub fn default_toml(starter: &Starter) -> String {
    let zh = starter.comments == "zh";
    let say = |zh_text: &str, en_text: &str| format!("# {}\n", if zh { zh_text } else { en_text });
    let doc = |path: &str| keys::find(path).map(|k: &KeyDoc| say(k.zh, k.en)).unwrap_or_default();
    let line = |key: &str, value: &str| format!("{key} = {}\n", quoted(value));

    let mut out = say(
        "本站的设置。以 # 开头的行是说明；改完后运行 linli check 看看对不对。",
        "Settings of this site. Lines with # are comments; run `linli check` after a change.",
    );
    out.push('\n');
    for (key, value) in [("base_url", &starter.base_url), ("timezone", &starter.timezone), ("currency", &starter.currency)] {
        out += &(doc(key) + &line(key, value));
    }
    for key in ["theme", "profile"] {
        out += &(doc(key) + &line(key, keys::find(key).and_then(|k| k.default).unwrap_or_default()));
    }
    out += &doc("publisher");
    out += &match &starter.publisher {
        Some(id) => line("publisher", id),
        None => "# publisher = \"organizations/committee\"\n".to_owned(),
    };

    out += &format!("\n{}[name]\n", doc("name"));
    let names = starter.languages.iter().filter_map(|l| Some((&l.path, l.site_name.as_ref()?)));
    out += &names.map(|(path, name)| line(path, name)).collect::<String>();
    out += &format!("\n{}", doc("languages"));
    for (i, language) in starter.languages.iter().enumerate() {
        out += if i == 0 { "[[languages]]\n" } else { "\n[[languages]]\n" };
        out += &(line("tag", &language.tag) + &line("path", &language.path));
        out += &language.own_name.as_ref().map(|n| line("name", n)).unwrap_or_default();
    }

    out += &format!("\n{}[contact]\n", doc("contact"));
    for (key, value) in [("phone", &starter.phone), ("email", &starter.email)] {
        let example = keys::find(&format!("contact.{key}")).map_or("", |k| k.example);
        out += &value.as_ref().map_or_else(|| format!("# {key} = {example}\n"), |v| line(key, v));
    }
    for key in ["hours", "address"] {
        let example = keys::find(&format!("contact.{key}")).map_or("", |k| k.example);
        out += &format!("# {key} = {example}\n");
    }
    out + &format!("\n{}# [severity]\n# COM-05 = \"off\"\n", doc("severity"))
}

/// A TOML string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => out += &format!("\\u{:04X}", c as u32),
            c => out.push(c),
        }
    }
    out + "\""
}

//! The language of the program's messages.
//!
//! In: the flag, the environment, the system's language, the site's primary language. Out: Chinese
//! or English. Always: the first source that names one of the two decides; `C` and `POSIX` name none.

/// A language of the program's messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tongue {
    Zh,
    En,
}

impl Tongue {
    /// Reads `zh`, `zh_CN.UTF-8`, `en-GB`, …; `None` for any other language.
    pub fn read(text: &str) -> Option<Self> {
        let language = text.trim().split(['-', '_', '.', '@']).next()?.to_ascii_lowercase();
        match language.as_str() {
            "zh" | "cmn" | "yue" | "chinese" => Some(Self::Zh),
            "en" | "english" => Some(Self::En),
            _ => None,
        }
    }

    /// BCP 47 tag.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Zh => "zh-Hans",
            Self::En => "en",
        }
    }
}

/// `--lang`, then `LINLI_LANG`, the locale variables, the system's language (Windows), the site's primary language, English.
pub fn choose(flag: Option<&str>, env: &dyn Fn(&str) -> Option<String>, system: Option<&str>, primary: Option<&str>) -> Tongue {
    let variables = ["LINLI_LANG", "LC_ALL", "LC_MESSAGES", "LANG"];
    flag.and_then(Tongue::read)
        .or_else(|| variables.iter().find_map(|name| Tongue::read(&env(name)?)))
        .or_else(|| system.and_then(Tongue::read))
        .or_else(|| primary.and_then(Tongue::read))
        .unwrap_or(Tongue::En)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_says_something_decides() {
        type Case<'a> = (Option<&'a str>, &'a [(&'a str, &'a str)], Option<&'a str>, Option<&'a str>, Tongue);
        let cases: &[Case] = &[
            (Some("en"), &[("LANG", "zh_CN.UTF-8")], None, Some("zh-Hans"), Tongue::En),
            (None, &[("LINLI_LANG", "zh"), ("LC_ALL", "en_US.UTF-8")], None, None, Tongue::Zh),
            (None, &[("LC_ALL", "C.UTF-8"), ("LANG", "zh_CN.UTF-8")], None, None, Tongue::Zh),
            (None, &[("LC_ALL", ""), ("LC_MESSAGES", "en_GB"), ("LANG", "zh_CN")], None, None, Tongue::En),
            (None, &[("LANG", "POSIX")], None, Some("zh-Hans"), Tongue::Zh),
            (None, &[("LANG", "C")], Some("zh-CN"), Some("en"), Tongue::Zh),
            (None, &[("LANG", "ug_CN.UTF-8")], None, Some("zh-Hans"), Tongue::Zh),
            (None, &[], None, Some("ug"), Tongue::En),
            (None, &[], None, None, Tongue::En),
        ];
        for (flag, env, system, primary, expected) in cases {
            let get = |name: &str| env.iter().find(|(k, _)| *k == name).map(|(_, v)| (*v).to_owned());
            assert_eq!(choose(*flag, &get, *system, *primary), *expected, "{flag:?} {env:?} {system:?} {primary:?}");
        }
    }
}

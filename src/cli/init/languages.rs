//! The second language of a new site, as it is typed.
//!
//! In: a code, or a name as the list of the question shows it. Out: tag and path. Always: what the program shows as an answer, it
//! takes as one, in either language of its messages.

use linli::locale::{Language, Tongue, Words};

use super::PRIMARY;
use crate::cli::Stop;

/// Tag and path of a second language; `None` for none.
pub(super) fn language(typed: &str) -> Result<Option<(String, String)>, Stop> {
    let typed = typed.trim();
    if ["none", "no", "-", "无", "不要", "没有"].contains(&typed) {
        return Ok(None);
    }
    let named = code(typed);
    let code = named.as_deref().unwrap_or(typed);
    let wrong = || Stop::usage("cli-init-language").arg("code", typed);
    let path = code.to_lowercase().replace('_', "-");
    let language = Language::new(&code.replace('_', "-"), &path).ok().filter(Language::is_known).ok_or_else(wrong)?;
    if language.tag == PRIMARY.0 || path == PRIMARY.1 {
        return Err(Stop::usage("cli-init-language-same").arg("code", typed));
    }
    // `en-GB` is `en` in addresses; two scripts of one language stay apart.
    let short = path.split('-').next().unwrap_or(&path);
    let path = if short == PRIMARY.1 { path.clone() } else { short.to_owned() };
    Ok(Some((language.tag, path)))
}

/// The code of a language that is called by its name: 英语, 英文, English, or code and name together.
fn code(typed: &str) -> Option<String> {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let stem = |name: &str| name.trim_end_matches(['语', '文', '话']).to_owned();
    let shown = shown();
    let is = |(code, name): &&(String, String)| {
        let name = name.to_lowercase();
        typed == name || typed == format!("{} {name}", code.to_lowercase()) || (!typed.is_ascii() && stem(&typed) == stem(&name))
    };
    shown.iter().find(is).map(|(code, _)| code.clone())
}

/// Code and name of each language that the list of the question shows; entries stand apart by two spaces.
fn shown() -> Vec<(String, String)> {
    let lists = [Tongue::Zh, Tongue::En].map(|tongue| Words::of(tongue).say("cli-init-languages", &[]));
    let entries = lists.iter().flat_map(|list| list.lines()).flat_map(|line| line.split("  "));
    let pair = |entry: &str| entry.trim().split_once(' ').map(|(code, name)| (code.to_owned(), name.trim().to_owned()));
    entries.filter_map(pair).filter(|(code, _)| code.is_ascii() && code != "For").collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn second_languages_get_a_tag_and_a_short_path() {
        let cases = [
            ("en", Some(Some(("en", "en")))),
            ("en-GB", Some(Some(("en-GB", "en")))),
            ("ug", Some(Some(("ug", "ug")))),
            ("khb", Some(Some(("khb", "khb")))),
            ("zh-Hant", Some(Some(("zh-Hant", "zh-hant")))),
            ("英语", Some(Some(("en", "en")))),
            ("英文", Some(Some(("en", "en")))),
            ("english", Some(Some(("en", "en")))),
            ("en 英语", Some(Some(("en", "en")))),
            ("西双版纳傣语", Some(Some(("khb", "khb")))),
            ("繁体中文", Some(Some(("zh-Hant", "zh-hant")))),
            ("Traditional Chinese", Some(Some(("zh-Hant", "zh-hant")))),
            ("无", Some(None)),
            ("zh", None),
            ("zh-Hans", None),
            ("xx yy", None),
            ("火星语", None),
            ("语", None),
            ("", None),
        ];
        for (code, expected) in cases {
            let got = language(code).ok();
            let expected = expected.map(|e| e.map(|(tag, path)| (tag.to_owned(), path.to_owned())));
            assert_eq!(got, expected, "{code}");
        }
    }

    #[test]
    fn every_language_that_is_shown_is_taken_by_its_name() {
        let shown = shown();
        assert_eq!(shown.len(), 30, "{shown:?}");
        for (code, name) in shown {
            let taken = language(&name).unwrap_or_else(|_| panic!("{name}"));
            assert_eq!(taken, language(&code).unwrap_or_else(|_| panic!("{code}")), "{name}");
        }
    }
}

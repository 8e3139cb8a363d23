//! What a page needs to know of a language and its script: data, so that a new language needs no
//! theme change.
//!
//! In: the language subtag and the script code. Out: fonts, sizes, direction of writing, own name.
//! Always: names are those that CLDR gives for the language in itself (a test compares them).

/// How a script is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// ISO 15924 code.
    pub script: &'static str,
    /// Factor on the size of the type, as CSS writes it.
    pub size_factor: &'static str,
    /// Line height of running text, as CSS writes it.
    pub line_height: &'static str,
    /// Fonts of usual systems, for a CSS `font-family`; empty for the theme's own.
    pub fonts: &'static str,
    /// Written in columns from left to right (`writing-mode: vertical-lr`) in titles and text.
    pub vertical: bool,
}

const fn profile(script: &'static str, size_factor: &'static str, line_height: &'static str, fonts: &'static str) -> Profile {
    Profile { script, size_factor, line_height, fonts, vertical: false }
}

/// Sizes seen on screen beside Han text at 18 px.
const PROFILES: &[Profile] = &[
    profile("Hans", "1", "1.75", ""),
    profile("Hant", "1", "1.75", r#"system-ui, "PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC", sans-serif"#),
    profile("Latn", "1", "1.6", ""),
    profile("Arab", "1.1", "1.9", r#""Noto Naskh Arabic", "Noto Sans Arabic", "Microsoft Uighur", "Geeza Pro", Tahoma, sans-serif"#),
    profile("Tibt", "1.2", "2", r#""Noto Serif Tibetan", Kailasa, "Microsoft Himalaya", serif"#),
    profile("Yiii", "1.15", "1.75", r#""Noto Sans Yi", "Microsoft Yi Baiti", "STHeiti", sans-serif"#),
    profile("Talu", "1", "1.9", r#""Noto Sans New Tai Lue", "Microsoft New Tai Lue", sans-serif"#),
    profile("Tale", "1.1", "1.8", r#""Noto Sans Tai Le", "Microsoft Tai Le", sans-serif"#),
    Profile { vertical: true, ..profile("Mong", "1.1", "1.8", r#""Noto Sans Mongolian", "Mongolian Baiti", sans-serif"#) },
];

/// For scripts that nobody has looked at yet.
const OTHER: Profile = profile("", "1", "1.75", "");

/// The profile of a script.
pub(super) fn of(script: &str) -> Profile {
    PROFILES.iter().copied().find(|p| p.script == script).unwrap_or(OTHER)
}

/// Own names by language, or by language and script where two scripts are in use.
const NAMES: &[(&str, &str)] = &[
    ("zh-Hans", "简体中文"),
    ("zh-Hant", "繁體中文"),
    ("en", "English"),
    ("ug", "ئۇيغۇرچە"),
    ("kk", "қазақ тілі"),
    ("kk-Arab", "قازاق ءتىلى"),
    ("ii", "ꆈꌠꉙ"),
    ("za", "Vahcuengh"),
    ("ko", "한국어"),
    ("ja", "日本語"),
    ("vi", "Tiếng Việt"),
    ("th", "ไทย"),
    ("lo", "ລາວ"),
    ("my", "မြန်မာ"),
    ("km", "ខ្មែរ"),
    ("ru", "русский"),
    ("mn", "монгол"),
    ("ar", "العربية"),
    ("fr", "français"),
    ("de", "Deutsch"),
    ("es", "español"),
];

/// A language's name in itself; `None` where we cannot vouch for one.
pub(super) fn name(language: &str, script: &str) -> Option<&'static str> {
    let full = format!("{language}-{script}");
    let find = |key: &str| NAMES.iter().find(|(k, _)| *k == key).map(|(_, name)| *name);
    // A name stands for the script it is written in: `mn` is not the name of `mn-Mong`.
    let usual = |language: &str| match language {
        "kk" | "ru" | "mn" => "Cyrl",
        "ug" | "ar" => "Arab",
        "en" | "za" | "vi" | "fr" | "de" | "es" => "Latn",
        "ii" => "Yiii",
        _ => "",
    };
    find(&full).or_else(|| find(language).filter(|_| matches!(usual(language), "") || usual(language) == script))
}

#[cfg(test)]
pub(super) fn names() -> impl Iterator<Item = (&'static str, &'static str)> {
    NAMES.iter().copied()
}

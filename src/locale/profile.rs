//! Properties of languages and scripts that pages need, as data, so that a new language needs no change of the theme.
//!
//! In: the language subtag and the script code. Out: fonts, sizes, direction of writing, own name.
//! Always: a name is CLDR's name of the language in itself (a test compares them).

/// The typography of a script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Profile {
    /// ISO 15924 code.
    pub script: &'static str,
    /// Factor on the font size, as in CSS.
    pub size_factor: &'static str,
    /// Line height of running text, as in CSS.
    pub line_height: &'static str,
    /// Fonts of common systems, for a CSS `font-family`; empty for the theme's own.
    pub fonts: &'static str,
    /// Written in columns from left to right (`writing-mode: vertical-lr`) in titles and text.
    pub vertical: bool,
}

const fn profile(script: &'static str, size_factor: &'static str, line_height: &'static str, fonts: &'static str) -> Profile {
    Profile { script, size_factor, line_height, fonts, vertical: false }
}

/// The sizes were chosen on screen, beside Han text at 18 px.
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

/// For all other scripts.
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

/// A language's name in itself; `None` if it is not known.
pub(super) fn name(language: &str, script: &str) -> Option<&'static str> {
    let full = format!("{language}-{script}");
    let find = |key: &str| NAMES.iter().find(|(k, _)| *k == key).map(|(_, name)| *name);
    // A name is valid for one script: that of `mn` is not that of `mn-Mong`.
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

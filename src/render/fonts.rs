//! Fonts of the site's own, subset to the letters that the finished pages show, and the style sheets that name them.
//!
//! In: the letters of each page, noted when the page was rendered. Out: for each language with a font its style sheet, at a fixed
//! address, and the font, at an address that changes with its letters. Always: a page is not rendered again because the letters of
//! another page changed; a font that the sink already has is not subset again.

use super::OutputTree;
use crate::deps::CachedPage;
use crate::font::{Font, Letters};
use crate::hash::{ContentHash, QuickMap};
use crate::plan::Page;
use crate::plan::content::FontsOf;
use crate::route;
use crate::sink::{Sink, SinkError};
use crate::site::Site;

/// Fallback fonts for characters that the site's font lacks: the theme's `--fonts`, or the fonts of `board`.
const OTHERS: &str = r#"system-ui, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Microsoft YaHei", "Noto Sans CJK SC", sans-serif"#;

/// The style sheets and fonts of a site.
#[derive(Default)]
pub struct WebFonts {
    pub tree: OutputTree,
    /// Files that are new.
    pub made: Vec<String>,
    /// Languages whose font cannot be subset, by path segment.
    pub broken: Vec<String>,
}

/// The letters of a page for which a font of the site may be needed.
pub(super) fn letters(site: &Site, page: &Page, bytes: &[u8]) -> Box<str> {
    let fonts = page.content.format().html().map_or(FontsOf::None, |html| html.fonts);
    let has_font = match fonts {
        FontsOf::AllLanguages => site.fonts.iter().any(Option::is_some),
        FontsOf::OwnLanguage => site.fonts.get(page.lang.index()).is_some_and(Option::is_some),
        FontsOf::None => false,
    };
    if !has_font {
        return Box::default();
    }
    Letters::of(&String::from_utf8_lossy(bytes)).iter().collect::<String>().into()
}

/// Makes the style sheets and fonts that the sink does not have as they were `before`.
pub fn web_fonts(site: &Site, pages: &QuickMap<String, CachedPage>, before: &OutputTree, sink: &dyn Sink) -> Result<WebFonts, SinkError> {
    let mut web_fonts = WebFonts::default();
    for lang in site.lang_ids() {
        let Some(Some(font)) = site.fonts.get(lang.index()) else { continue };
        let language = site.lang(lang);
        let letters = font.of(&letters_of_language(site, &language.path, pages));
        let path = (!letters.is_empty()).then(|| route::font(&language.path, &font.mark(&letters)));
        if let Some(path) = &path {
            // The file name is derived from the content: a file with this name has the right content.
            let present = before.get(path).copied().or_else(|| sink.holds(path));
            let stays = |info: (ContentHash, u64)| -> Result<bool, SinkError> {
                Ok((before.contains_key(path) && sink.keeps_output()) || sink.keep(path, info.0, info.1)?)
            };
            let info = match present {
                Some(info) if stays(info)? => info,
                _ => match made(font, &letters, path, sink)? {
                    Some(info) => {
                        web_fonts.made.push(path.clone());
                        info
                    }
                    None => {
                        web_fonts.broken.push(language.path.clone());
                        continue;
                    }
                },
            };
            web_fonts.tree.insert(path.clone(), info);
        }
        let address = route::font_sheet(&language.path);
        let css = sheet(&address, &language.tag, &language.path, path.as_deref(), &letters).into_bytes();
        let info = (ContentHash::of(&css), css.len() as u64);
        let is_there = before.get(&address) == Some(&info) && (sink.keeps_output() || sink.keep(&address, info.0, info.1)?);
        if !is_there {
            sink.put_hashed(&address, &css, info.0)?;
            web_fonts.made.push(address.clone());
        }
        web_fonts.tree.insert(address, info);
    }
    Ok(web_fonts)
}

fn made(font: &Font, letters: &Letters, path: &str, sink: &dyn Sink) -> Result<Option<(ContentHash, u64)>, SinkError> {
    let Some(bytes) = font.cut(letters) else { return Ok(None) };
    let info = (ContentHash::of(&bytes), bytes.len() as u64);
    sink.put_hashed(path, &bytes, info.0)?;
    Ok(Some(info))
}

/// The letters of all pages that load the font of a language: its own, and those that belong to none.
fn letters_of_language(site: &Site, path: &str, pages: &QuickMap<String, CachedPage>) -> Letters {
    let mut letters = Letters::default();
    let others: Vec<&str> = site.languages.iter().map(|l| l.path.as_str()).filter(|other| *other != path).collect();
    // A set: the order of pages must not show in the result.
    #[expect(clippy::iter_over_hash_type, reason = "what is added to a set has no order")]
    for (address, page) in pages {
        if !page.letters.is_empty() && !others.contains(&address.split('/').next().unwrap_or_default()) {
            letters.add(&page.letters);
        }
    }
    letters
}

/// Puts the font in front of the others, for elements marked as in this language and for these letters only. The selector is the
/// attribute and not `:lang()`, so that elements inside with another font, such as code, keep it.
fn sheet(address: &str, tag: &str, lang: &str, font: Option<&str>, letters: &Letters) -> String {
    let Some(font) = font else { return "/* No page shows a letter of this font. */\n".to_owned() };
    format!(
        "@font-face {{\n  font-family: \"site {lang}\";\n  src: url(\"{}\") format(\"woff\");\n  font-display: swap;\n  unicode-range: {};\n}}\n\
         [lang=\"{tag}\"] {{ font-family: \"site {lang}\", var(--fonts, {OTHERS}); }}\n",
        route::relative(address, font, false),
        letters.ranges(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_behind_the_font_is_what_the_theme_is_set_in() {
        let css = include_str!("../../themes/board/assets/board.css");
        assert!(css.contains(OTHERS), "the fonts of board.css are others than {OTHERS}");
    }

    #[test]
    fn the_sheet_names_the_font_for_its_letters_alone() {
        let css = sheet("mn/font.css", "mn-Mong", "mn", Some("assets/font-mn.1a2b3c4d.woff"), &Letters::of("ᠮᠣᠩ, Moŋ 蒙"));
        assert!(css.contains("url(\"../assets/font-mn.1a2b3c4d.woff\")") && css.contains("font-display: swap"), "{css}");
        assert!(css.contains("unicode-range: U+1823, U+1829, U+182E;"), "{css}");
        assert!(css.contains("[lang=\"mn-Mong\"] { font-family: \"site mn\", var(--fonts, system-ui"), "{css}");
        assert!(!sheet("mn/font.css", "mn-Mong", "mn", None, &Letters::default()).contains("font-face"));
    }
}

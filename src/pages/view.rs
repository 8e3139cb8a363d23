//! The data that each template receives: the contract with theme authors.
//!
//! In: nothing (types only; each page fills its own). Always: a view is complete, so that templates arrange and never compute;
//! `url` is relative to the page and ready to use, `path` starts at the site's root and needs `page.root` in front; dates and
//! figures are written in the page's language; text in another language has `lang` and `dir`; HTML is sanitized and always of type
//! [`Html`].
//!
//! Besides its own view each template receives what all pages of a language share ([`Shared`]): `site`, `lang`, `nav`, `footer`;
//! and from the theme `t` and `words` (the catalogue) and `assets`.

pub mod cards;
mod lists;

use serde::Serialize;

use crate::record::view::grid::{self, Month, Week};
use crate::record::view::{Fact, Inline, KindView, Section, TreeNode, html};

pub use lists::*;

/// Text that may be in another language than its surroundings; then `lang` and `dir` are set.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Text {
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<&'static str>,
}

impl Text {
    /// Text in the language of its surroundings.
    pub fn plain(text: impl Into<String>) -> Self {
        Self { text: text.into(), lang: None, dir: None }
    }

    /// Text in another language.
    pub fn foreign(text: impl Into<String>, lang: impl Into<String>, dir: &'static str) -> Self {
        Self { text: text.into(), lang: Some(lang.into()), dir: Some(dir) }
    }
}

/// Sanitized HTML, with its language where that is not the page's.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Html {
    pub html: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dir: Option<&'static str>,
}

/// A day: `iso` for machines, `text` in the format of the language.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Date {
    pub iso: String,
    pub text: String,
}

/// A link whose words name its target.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Link {
    pub url: String,
    pub title: Text,
}

/// A link followed by a count (`count` is formatted: `12` or `12 条`); `current` marks the page itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct CountLink {
    pub url: String,
    pub title: Text,
    pub count: String,
    pub current: bool,
}

// ---- shared by all pages of a language ------------------------------------------------------------

/// Converted once per language (`Theme::share`), never per page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Shared {
    pub site: Site,
    pub lang: Lang,
    /// Main navigation: the kinds that have records, then plain pages.
    pub nav: Vec<PathLink>,
    /// Footer: about, data, feeds.
    pub footer: Vec<PathLink>,
    /// The search page, from the site's root.
    pub search_path: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Site {
    /// Name in the page's language (marked where only another language has one).
    pub name: Text,
    /// Names in the other languages.
    pub names: Vec<Text>,
    /// All languages in the order of `site.toml`.
    pub languages: Vec<Lang>,
    /// The picture of link cards.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<SharePicture>,
    /// Contact: phone, hours, address.
    #[serde(serialize_with = "html::facts")]
    pub contact: Vec<Fact>,
    /// `linli` and its version.
    pub generator: String,
}

/// The theme's picture for link cards: its absolute address and its size in pixels.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SharePicture {
    pub url: String,
    pub width: u32,
    pub height: u32,
}

/// A language of the site.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Lang {
    /// BCP 47.
    pub tag: String,
    /// Path segment; also the key into `words`.
    pub path: String,
    /// `ltr` or `rtl`.
    pub dir: &'static str,
    /// In the format of link cards: `zh_CN`.
    pub og: String,
    /// Its name in itself.
    pub name: String,
    pub primary: bool,
    /// From the site's root: `zh/`, or `zh/index.html` in a portable site.
    pub home: String,
}

/// A link from the site's root (write `{{ page.root }}{{ item.path }}`). `key` is compared with `page.section`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PathLink {
    pub key: String,
    pub path: String,
    pub title: Text,
}

// ---- the head and frame of each page --------------------------------------------------------------

/// Metadata of every page.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Page {
    pub title: Text,
    /// One sentence for search engines and link cards; empty for none.
    pub description: String,
    /// Relative path to the site's root: `../../`, `./` at the root itself, an absolute path on the 404 page.
    pub root: String,
    /// Absolute; empty for none (404).
    pub canonical: String,
    /// True translations only, this page included, with `x-default` where wanted; absolute addresses.
    pub alternates: Vec<Alternate>,
    /// Links to the same page in each language.
    pub switch: Vec<Switch>,
    pub noindex: bool,
    /// The breadcrumb, without the page itself.
    pub breadcrumb: Vec<Link>,
    pub feeds: Vec<Link>,
    /// Structured data of the page, as JSON; empty for none.
    pub data: String,
    /// The page holds highlighted code and needs the style for it.
    pub code_css: bool,
    /// Style sheets that name fonts of the site's own for languages on the page, from the site's root.
    pub fonts: Vec<String>,
    /// The kind's folder (`meetings`), `home`, `tags`, or a plain page's stem: marks the current entry of the navigation.
    pub section: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Alternate {
    pub tag: String,
    pub url: String,
    /// In the format of link cards: `zh_CN`; empty for `x-default`.
    pub og: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Switch {
    pub name: String,
    pub tag: String,
    pub dir: &'static str,
    pub url: String,
    pub current: bool,
}

// ---- home and front page --------------------------------------------------------------------------

/// Template `home`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct HomePage {
    pub page: Page,
    pub home: Home,
}

/// In the order residents need: urgent, open for objection, newest, money, kinds, contact.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct Home {
    pub urgent: Vec<Urgent>,
    pub open: Vec<Open>,
    #[serde(serialize_with = "cards::serialize")]
    pub latest: Vec<Card>,
    /// The year page with all records.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub all: Option<Link>,
    /// The newest period of each fund.
    pub money: Vec<Money>,
    pub kinds: Vec<CountLink>,
    /// The tag index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tags: Option<Link>,
    /// Shown here, on the about page and nowhere else.
    pub built: Date,
}

/// Something urgent in force: one sentence and a link.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Urgent {
    pub url: String,
    pub title: Text,
    /// The moment it ends, for a script to hide it: `2026-06-18T20:00:00+08:00`; empty for none.
    pub ends: String,
    /// When it ends, as a full phrase (`截止 6月18日 20:00`); empty for none.
    #[serde(serialize_with = "html::inlines")]
    pub until: Vec<Inline>,
}

/// A record open for objection: what, until when, how to object.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Open {
    pub url: String,
    pub title: Text,
    pub kind_label: String,
    /// `until`, `how`, …: two or three facts.
    #[serde(serialize_with = "html::facts")]
    pub facts: Vec<Fact>,
}

/// One period of one fund as plain rows.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Money {
    /// The fund and its place (`公共收益 · 东门小区`).
    pub title: Text,
    pub period: String,
    pub url: String,
    pub rows: Vec<MoneyRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MoneyRow {
    pub label: String,
    /// Usually one [`Inline::Num`].
    #[serde(serialize_with = "html::inlines")]
    pub amount: Vec<Inline>,
    /// The balance, emphasized.
    pub strong: bool,
}

/// Template `front`: the bilingual front page at `/`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FrontPage {
    pub page: Page,
    pub halves: Vec<FrontHalf>,
    pub built: Date,
}

/// One language's half of the front page; everything inside is in `lang`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FrontHalf {
    pub lang: Lang,
    /// The community's name in this language.
    pub name: Text,
    /// The home page of the language.
    pub url: String,
    pub urgent: Vec<Urgent>,
    /// The newest five.
    #[serde(serialize_with = "cards::serialize")]
    pub latest: Vec<Card>,
    #[serde(serialize_with = "html::facts")]
    pub contact: Vec<Fact>,
}

// ---- records --------------------------------------------------------------------------------------

/// Templates `record` (or `record/<folder>`) and `page`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordPage {
    pub page: Page,
    pub record: RecordView,
}

#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct RecordView {
    pub id: String,
    /// The kind's folder and name.
    pub kind: String,
    pub kind_label: String,
    pub title: Text,
    /// 文号, where it has one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    pub published: Date,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<Text>,
    /// Fallback or stale; more than one only in odd cases.
    pub notices: Vec<Notice>,
    /// The kind's own part: `view.tags`, `view.facts`, `view.sections`.
    pub view: KindView,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Html>,
    pub attachments: Vec<Attachment>,
    pub corrections: Vec<Correction>,
    /// Topics, linked to their tag pages.
    pub topics: Vec<Link>,
    /// Records that this one refers to, with a heading for each field.
    pub related: Vec<LinkGroup>,
    /// Records that refer to this one.
    pub backlinks: Vec<LinkGroup>,
    /// Publisher, published, number, posted at …: the small print at the end.
    #[serde(serialize_with = "html::facts")]
    pub meta: Vec<Fact>,
    /// Older and newer of the same kind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub older: Option<Link>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub newer: Option<Link>,
    /// The `.ics` file of an event to come, or of a place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub calendar: Option<String>,
    /// The posting sheet (`/2026-011/`) and in how many languages it is; none without a number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<Link>,
    /// The check code 核对码 and the square code; none on plain pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<CodeBox>,
    /// The text for a chat group, with its line breaks; at most 300 characters.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub share: Option<Text>,
    /// The build date, on the about page only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub built: Option<Date>,
}

/// A notice in the reader's language before the text; `tone` as in [`Inline::Tag`].
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Notice {
    pub tone: &'static str,
    pub text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<Link>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Attachment {
    pub url: String,
    /// To be kept, and never opened as a page.
    pub download: bool,
    /// Its title, or the file name if it has none.
    pub title: Text,
    /// `PDF`, `JPEG`.
    pub format: String,
    /// `1.2 MB`, formatted.
    pub size: String,
    /// The complete blake3 hash; templates show the first eight digits.
    pub hash: String,
    pub hash_short: String,
}

/// A public correction: its date and what changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Correction {
    pub date: Date,
    #[serde(serialize_with = "html::inlines")]
    pub text: Vec<Inline>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LinkGroup {
    /// Empty for none.
    pub title: String,
    pub links: Vec<RecordLink>,
}

/// A link to another record with its date.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RecordLink {
    pub url: String,
    pub title: Text,
    pub date: Date,
}

/// Template `tombstone`: the page of a withdrawn record, at the record's address.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TombstonePage {
    pub page: Page,
    pub record: Tombstone,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tombstone {
    pub title: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    pub kind_label: String,
    pub published: Date,
    pub withdrawn: Date,
    pub reason: Text,
}

/// Template `404`: both languages on one page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NotFoundPage {
    pub page: Page,
    pub halves: Vec<NotFoundHalf>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct NotFoundHalf {
    pub lang: Lang,
    pub name: Text,
    pub url: String,
}

/// Template `alias`: an old address that leads to the new one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AliasPage {
    pub page: Page,
    pub target: Link,
}

// ---- paper ----------------------------------------------------------------------------------------

/// Template `sheet`: the posting sheet at `/2026-011/` in all languages of the record, the primary language first.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetPage {
    pub page: Page,
    pub sheet: Sheet,
}

/// Template `sheets`: many sheets in one self-contained file.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetsPage {
    pub title: String,
    /// The style sheets, complete.
    pub style: String,
    pub sheets: Vec<Sheet>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Sheet {
    pub number: String,
    /// The kind's folder.
    pub kind: String,
    pub code: CodeBox,
    pub halves: Vec<SheetHalf>,
}

/// The check code 核对码, and where to compare it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CodeBox {
    /// `7K3F-9QPD-M2XA`.
    pub code: String,
    /// The short address as printed (`rongyin.example.org/2026-011/`); empty while the site has none.
    pub address: String,
    /// The square code of the address; none where a link serves better.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub qr: Option<Qr>,
}

/// A square code: the side of its view box, and the data of one path with a stroke one unit wide.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Qr {
    pub side: usize,
    pub path: String,
}

/// An amount in figures and in capitals 人民币大写.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct InCapitals {
    pub label: String,
    #[serde(serialize_with = "html::inlines")]
    pub amount: Vec<Inline>,
    pub words: String,
}

/// One language on the sheet; everything inside is in `lang`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetHalf {
    pub lang: Lang,
    /// The community's name.
    pub name: Text,
    pub kind_label: String,
    pub title: Text,
    #[serde(serialize_with = "html::inlines")]
    pub tags: Vec<Inline>,
    #[serde(serialize_with = "html::facts")]
    pub facts: Vec<Fact>,
    /// The main amounts in capitals: in Chinese, on sites that use yuan.
    pub capitals: Vec<InCapitals>,
    /// The translation is missing or stale.
    pub notices: Vec<Notice>,
    /// None without a translation: the other half has the text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Html>,
    /// Tables and decisions, as on the record's page.
    pub sections: Vec<Section>,
    #[serde(serialize_with = "html::inlines")]
    pub publisher: Vec<Inline>,
    pub published: Date,
    /// Posting period in one line; empty for none.
    #[serde(serialize_with = "html::inlines")]
    pub posting: Vec<Inline>,
    /// Whom to call, one a line; a name stands before a telephone that is not the publisher's.
    #[serde(serialize_with = "html::lines")]
    pub phones: Vec<Vec<Inline>>,
    /// The record's page in this language.
    pub url: String,
}

#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

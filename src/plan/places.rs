//! Which file of the output is whose: pages, old addresses, attachments.
//!
//! In: the pages of the site and the files beside shown records. Out: pages for old addresses, and a finding for each name that
//! cannot stand or is somebody else's. Always: what publishing would refuse is found here, at the line that asked for it.

use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::record::Record;
use crate::record::envelope::Status;
use crate::record::finding::Finding;
use crate::relate::{Index, Library};
use crate::route::{self, Names, Refused};
use crate::site::Site;
use crate::value::LangId;

use super::{Content, Page};

/// Names given away, and what is to be said.
struct Places<'a> {
    library: &'a Library,
    names: Names,
    /// Whose file it is, where it is a record's.
    owners: HashMap<String, Index>,
    findings: Vec<Diagnostic>,
}

/// Gives each page and each attachment its file, and adds the pages of old addresses, sorted again.
pub(super) fn give(site: &Site, library: &Library, pages: &mut Vec<Page>, findings: &mut Vec<Diagnostic>) {
    let mut places = Places { library, names: Names::default(), owners: HashMap::new(), findings: Vec::new() };
    let of_site = site.theme.assets().iter().map(|asset| asset.path.clone());
    let fonts = site.languages.iter().map(|language| route::font_sheet(&language.path));
    for path in of_site.chain(fonts) {
        // Theme files are the theme's own affair.
        let _ = places.names.take(&path);
    }
    // The site's own pages come first: a record can take another name.
    let (records, site_pages): (Vec<&Page>, Vec<&Page>) = pages.iter().partition(|page| page.content.record().is_some());
    for page in site_pages.into_iter().chain(records) {
        places.page(page);
    }
    for &index in &library.newest {
        places.attachments(index, site.config.originals);
    }
    let mut old = Vec::new();
    for &index in &library.newest {
        places.aliases(site, index, &mut old);
    }
    places.other_languages(site, &mut old);
    if !old.is_empty() {
        pages.extend(old);
        super::by_address(pages);
    }
    findings.extend(places.findings);
}

impl Content {
    /// The record that the page is of.
    fn record(&self) -> Option<Index> {
        match self {
            Self::Record(index) | Self::Tombstone(index) | Self::Sheet(index) | Self::Alias(index) => Some(*index),
            _ => None,
        }
    }
}

impl Places<'_> {
    fn record(&self, index: Index) -> &Record {
        &self.library.records[index]
    }

    fn report(&mut self, index: Index, finding: Finding) {
        self.findings.extend(crate::record::locate::place(self.record(index), &[finding]));
    }

    /// The id of the record that has a file; nothing where it is the site's.
    fn owner(&self, path: &str) -> String {
        self.owners.get(path).map(|index| self.record(*index).id.to_string()).unwrap_or_default()
    }

    fn page(&mut self, page: &Page) {
        let output = page.output();
        let refused = self.names.take(&output).err();
        if let Some(index) = page.content.record() {
            self.owners.insert(output, index);
        }
        let (Some(_), false) = (refused, matches!(page.content, Content::Alias(_))) else { return };
        let tagged = |tag: &String| {
            let has = |&&index: &&Index| self.record(index).envelope.tags.iter().any(|t| *t.0 == **tag);
            self.library.newest.iter().find(has).copied()
        };
        let (index, at) = match &page.content {
            Content::Tag(tag) => (tagged(tag), "tags"),
            content => (content.record(), "title"),
        };
        // Languages' paths leave the site's own pages free (`config/address`).
        if let Some(index) = index.filter(|_| page.lang == LangId::PRIMARY) {
            let mut finding = Finding::new(Severity::Error, "COM-01", "com-01-address-taken", at);
            finding.arg("address", page.address.as_str());
            self.report(index, finding);
        }
    }

    /// Names that cannot stand anywhere were found when the record was read.
    fn attachments(&mut self, index: Index, originals: bool) {
        let record = &self.library.records[index];
        if record.envelope.status() == Status::Withdrawn {
            return;
        }
        for file in &record.files {
            let whole = file.only_shown(&record.envelope, originals).is_none().then(|| route::file(&record.id, &file.name));
            let small = file.shown().map(|name| route::shown(&record.id, &name));
            for path in whole.into_iter().chain(small) {
                if let Err(Refused::Taken(other)) = self.names.take(&path) {
                    let mut finding = Finding::new(Severity::Error, "E105", "e105-file-twice", crate::check::file_locator(record, file));
                    let other = other.rsplit('/').next().unwrap_or(&other).to_owned();
                    finding.arg("file", file.name.as_str()).arg("other", other.as_str());
                    self.report(index, finding);
                }
            }
        }
    }

    /// Old addresses lead to the record in their language; they must be free.
    fn aliases(&mut self, site: &Site, index: Index, made: &mut Vec<Page>) {
        for (position, alias) in self.library.records[index].envelope.aliases.iter().enumerate() {
            let mut finding = |message: &'static str, other: &str| {
                let mut finding = Finding::new(Severity::Error, "COM-01", message, format!("aliases[{position}]"));
                finding.arg("alias", alias.as_str()).arg("near", other);
                self.findings.extend(crate::record::locate::place(&self.library.records[index], &[finding]));
            };
            let Some(address) = old_address(alias) else {
                finding("com-01-alias-shape", "");
                continue;
            };
            let lang = language_of(site, &address).map_or(LangId::PRIMARY, |(lang, _)| lang);
            let page = Page { address, lang, content: Content::Alias(index) };
            let output = page.output();
            match self.names.take(&output) {
                Ok(()) => {
                    self.owners.insert(output, index);
                    made.push(page);
                }
                Err(Refused::Unsound) => finding("com-01-alias-shape", ""),
                Err(Refused::Taken(other)) => {
                    let other = self.owner(&other);
                    let mut finding = Finding::new(Severity::Error, "COM-01", "com-01-alias-taken", format!("aliases[{position}]"));
                    finding.arg("alias", alias.as_str()).arg("near", other.as_str());
                    self.report(index, finding);
                }
            }
        }
    }

    /// A record that moved has moved in all languages, and its old address is written once: the same address in the other languages
    /// leads on too, where nothing else stands there.
    fn other_languages(&mut self, site: &Site, made: &mut Vec<Page>) {
        for at in 0..made.len() {
            let Content::Alias(index) = made[at].content else { continue };
            let Some((lang, rest)) = language_of(site, &made[at].address).map(|(lang, rest)| (lang, rest.to_owned())) else { continue };
            for other in site.lang_ids().filter(|other| *other != lang) {
                let page = Page { address: format!("{}/{rest}", site.lang(other).path), lang: other, content: Content::Alias(index) };
                let output = page.output();
                if self.names.take(&output).is_ok() {
                    self.owners.insert(output, index);
                    made.push(page);
                }
            }
        }
    }
}

/// The language whose pages an address belongs to, and the rest of the address.
fn language_of<'a>(site: &Site, address: &'a str) -> Option<(LangId, &'a str)> {
    let (first, rest) = address.split_once('/')?;
    site.lang_ids().find(|lang| site.lang(*lang).path == first).map(|lang| (lang, rest))
}

/// The address of a page of this site, as an author writes an old one; `None` where it is none. What begins with a dot is the
/// server's or git's.
fn old_address(alias: &str) -> Option<String> {
    let alias = alias.trim();
    let bare = alias.strip_prefix('/').unwrap_or(alias).trim_end_matches("index.html");
    let address = if bare.ends_with('/') || bare.ends_with(".html") { bare.to_owned() } else { format!("{bare}/") };
    let is_sound = !bare.is_empty()
        && !bare.starts_with('/')
        && !address.contains("//")
        && !address.contains(['#', '%'])
        && !address.split('/').any(|s| s.starts_with('.'));
    is_sound.then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_old_address_is_one_of_a_page_of_this_site() {
        for (alias, expected) in [
            ("/old/page/", Some("old/page/")),
            ("old", Some("old/")),
            (" /old.html ", Some("old.html")),
            ("/a/index.html", Some("a/")),
            ("/", None),
            ("//evil", None),
            ("/a//b/", None),
            ("/.git/", None),
            ("/a/../b", None),
            ("/a#b", None),
            ("/a%2f", None),
        ] {
            assert_eq!(old_address(alias).as_deref(), expected, "{alias}");
        }
    }
}

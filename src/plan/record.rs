//! Views of one record: its page and its tombstone.
//!
//! In: the page context and a record. Out: complete views. Always: facts first; a page in a language that lacks
//! the record says so before the text; figures in bodies are worded in the language of the body.

use std::collections::BTreeMap;

use crate::deps::DepKey;
use crate::locale::Given;
use crate::markdown::{self, Body, FigureHole, Fill, ImageHole, LinkHole, Target, Word, escaped};
use crate::record::envelope::{AttachmentKind, Relation};
use crate::record::field::Leaf;
use crate::record::structured_data::StructuredData;
use crate::record::view::{Fact, Inline};
use crate::record::{Record, Translation};
use crate::relate::{Index, LinkTarget, link_subject, resolve_link};
use crate::route;
use crate::value::{FileName, LangId, Ref};

use super::{PageCx, view};

/// Other records that name this one, per kind, before the year pages serve better.
const BACKLINKS: usize = 10;

/// Longest description taken from a body, in characters.
const DESCRIPTION: usize = 80;

impl<'a> PageCx<'a> {
    /// Template `record` or `page`.
    pub fn record_page(&self, index: Index) -> view::RecordPage {
        let record = self.record(index);
        let cx = self.cx(index);
        let mut seen = record.fields.view(&cx);
        if !record.envelope.explain.is_empty() {
            seen.sections.push(self.explanations(index));
        }
        let body = self.body(index, "");
        let is_page = !record.kind.listed;
        let share = (!is_page).then(|| self.share(index, &seen.headline));
        let mut page = self.record_head(index);
        page.code_css = self.record_body(index).is_some_and(|(b, _)| b.has_code);
        let neighbors = self.neighbors(index);
        let structured_data = if page.noindex { StructuredData::default() } else { record.fields.structured_data(&cx) };
        page.data = self.data_of_record(index, &page, structured_data);
        let view = view::RecordView {
            id: record.id.to_string(),
            kind: record.kind.folder.to_owned(),
            kind_label: if is_page { String::new() } else { self.kind_word(record.kind) },
            title: self.text(&record.envelope.title),
            number: record.envelope.number.as_ref().map(|n| n.0.clone()),
            published: self.date(record.envelope.published),
            summary: record.envelope.summary.as_ref().map(|s| self.text(s)),
            notices: self.notices(index, true),
            view: seen,
            body,
            attachments: self.attachments(index),
            corrections: self.corrections(index),
            topics: self.topics(record),
            related: self.related(index),
            backlinks: if is_page { Vec::new() } else { self.backlinks(index) },
            meta: if is_page { Vec::new() } else { self.meta(index) },
            older: neighbors.0.filter(|_| !is_page).map(|i| self.record_link(i)),
            newer: neighbors.1.filter(|_| !is_page).map(|i| self.record_link(i)),
            calendar: self.calendar_of(index),
            sheet: record.envelope.number.as_ref().map(|n| self.url(&format!("{}/", n.0))),
            code: (!is_page).then(|| self.code_box(index, record.envelope.number.is_none())),
            share,
            built: (is_page && record.id.stem() == "about").then(|| self.date(self.today())),
        };
        view::RecordPage { page, record: view }
    }

    /// Template `tombstone`.
    pub fn tombstone(&self, index: Index) -> view::TombstonePage {
        let record = self.record(index);
        let withdrawal = record.envelope.withdrawn.as_ref();
        let mut page = self.record_head(index);
        page.description = String::new();
        view::TombstonePage {
            page,
            record: view::Tombstone {
                title: self.text(&record.envelope.title),
                number: record.envelope.number.as_ref().map(|n| n.0.clone()),
                kind_label: self.kind_word(record.kind),
                published: self.date(record.envelope.published),
                withdrawn: self.date(withdrawal.map_or(record.envelope.published, |w| w.date)),
                reason: withdrawal.map(|w| self.text(&w.reason)).unwrap_or_default(),
            },
        }
    }

    /// Head of a record's page: hreflang for true translations only; a fallback points to the original.
    fn record_head(&self, index: Index) -> view::Page {
        let record = self.record(index);
        let below = route::record(&record.id, "");
        let below = below.trim_start_matches('/');
        let mut breadcrumb = vec![self.home_crumb()];
        let section = if record.kind.listed {
            breadcrumb.push(self.kind_crumb(record.kind));
            record.kind.folder
        } else {
            record.id.stem()
        };
        let mut page = self.page(self.text(&record.envelope.title), below, section, breadcrumb);
        let own = |lang: LangId| record.translation(lang).exists();
        let real: Vec<LangId> = self.site.lang_ids().filter(|l| own(*l)).collect();
        page.alternates = if real.len() > 1 && own(self.lang) {
            real.iter()
                .map(|&lang| view::Alternate {
                    tag: self.site.lang(lang).tag.clone(),
                    url: self.absolute(&route::record(&record.id, &self.site.lang(lang).path)),
                    og: self.site.lang(lang).og_locale(),
                })
                .collect()
        } else {
            Vec::new()
        };
        if !own(self.lang) {
            page.noindex = true;
            page.canonical = self.absolute(&route::record(&record.id, &self.site.lang(LangId::PRIMARY).path));
        }
        if record.kind.listed {
            page.feeds.push(self.feed_link(Some(record.kind)));
        }
        page.description = self.description(record);
        if page.description.is_empty() {
            let args = [
                ("site", Given::Text(self.site_name().text.into())),
                ("kind", Given::Text(self.kind_word(record.kind).into())),
                ("title", Given::Text(page.title.text.as_str().into())),
                ("date", Given::Text(self.date(record.envelope.published).text.into())),
            ];
            page.description = self.say("record_described", &args);
        }
        page
    }

    /// The summary, else the beginning of the text up to a full stop.
    pub fn description(&self, record: &Record) -> String {
        if let Some(summary) = &record.envelope.summary
            && let Some(words) = summary.in_language(self.lang)
        {
            return words.to_owned();
        }
        self.note(DepKey::Body(record.id.as_str(), self.lang.0));
        let Some(Some(body)) = record.bodies.get(self.lang.index()) else { return String::new() };
        let line = body.plain.lines().find(|l| !l.trim().is_empty()).unwrap_or("").replace(markdown::FIGURE_MARK, "…");
        if line.chars().count() <= DESCRIPTION {
            return line;
        }
        let cut: String = line.chars().take(DESCRIPTION).collect();
        let stop = cut.rfind(['。', '！', '？', '；', '.', '!', '?']).map(|i| i + cut[i..].chars().next().map_or(1, char::len_utf8));
        let space = || cut.rfind(' ').filter(|_| !self.language().is_han());
        match stop.filter(|i| *i > 20) {
            Some(end) => cut[..end].to_owned(),
            None => format!("{}…", &cut[..space().unwrap_or(cut.len())]),
        }
    }

    /// What a reader must know before the text.
    pub(super) fn notices(&self, index: Index, link: bool) -> Vec<view::Notice> {
        let record = self.record(index);
        let original = route::record(&record.id, &self.site.lang(LangId::PRIMARY).path);
        let read = self.site.lang(LangId::PRIMARY);
        let link = link.then(|| view::Link { url: self.url(&original), title: self.text_in(&read.name, LangId::PRIMARY) });
        match self.translation(index, self.lang) {
            Translation::Missing | Translation::NotNeeded => {
                vec![view::Notice { tone: "waiting", text: self.word("missing_notice"), link }]
            }
            Translation::Stale { .. } => {
                let text = match record.envelope.revised {
                    Some(date) => self.say("stale_notice", &[("date", Given::Text(self.date(date).text.into()))]),
                    None => self.word("stale_notice_undated"),
                };
                vec![view::Notice { tone: "waiting", text, link }]
            }
            Translation::Original | Translation::Translated => Vec::new(),
        }
    }

    /// The text for this page's language and the language it is in.
    fn record_body(&self, index: Index) -> Option<(&'a Body, LangId)> {
        let own = self.text_of(index, self.lang).body(self.lang)?;
        if own.1 != self.lang {
            self.text_of(index, own.1);
        }
        Some(own)
    }

    /// The body for this page. Ids are prefixed where several bodies stand on one page.
    pub(super) fn body(&self, index: Index, id_prefix: &str) -> Option<view::Html> {
        let (body, lang) = self.record_body(index)?;
        let mut fill = BodyFiller { page_cx: self, index, lang };
        let html = if id_prefix.is_empty() { body.html(&mut fill) } else { body.html_apart(id_prefix, &mut fill) };
        let marked = self.text_in("", lang);
        Some(view::Html { html, lang: marked.lang, dir: marked.dir })
    }

    /// A text as it is read, without markup, its figures in words.
    pub(super) fn plain_body(&self, index: Index, body: &Body) -> String {
        let filler = BodyFiller { page_cx: self, index, lang: self.lang };
        body.plain_text(|figure| match filler.worded(figure) {
            Some(Inline::Time { text, .. } | Inline::Num { text, .. } | Inline::Text { text, .. }) => text,
            _ => String::new(),
        })
    }

    fn attachments(&self, index: Index) -> Vec<view::Attachment> {
        let record = self.record(index);
        let cx = self.cx(index);
        let shown = record.envelope.attachments.iter().filter_map(|attachment| {
            let file = record.files.iter().find(|f| *f.name == *attachment.file.0)?;
            let mut title = self.text(&attachment.title);
            if let Some(kind) = attachment.kind.filter(|k| *k != AttachmentKind::Other) {
                title.text = format!("{} ({})", title.text, cx.code_word(&AttachmentKind::LIST, kind.code()));
                if self.language().is_han() {
                    title.text = title.text.replace(" (", "（").replace(')', "）");
                }
            }
            Some(view::Attachment {
                url: cx.file_url(&attachment.file),
                title,
                format: format_name(&file.name),
                size: self.language().format().bytes(file.len),
                hash_short: file.hash.to_string().chars().take(8).collect(),
                hash: file.hash.to_string(),
            })
        });
        shown.collect()
    }

    fn corrections(&self, index: Index) -> Vec<view::Correction> {
        let record = self.record(index);
        let cx = self.cx(index);
        let one = |c: &crate::record::envelope::Correction| {
            let mut text = vec![Inline::Code { text: c.field.clone() }, cx.plain(" ")];
            if let (Some(old), Some(new)) = (&c.old, &c.new) {
                text.extend([
                    Inline::Num { value: old.clone(), text: old.clone() },
                    cx.plain(" → "),
                    Inline::Num { value: new.clone(), text: new.clone() },
                    cx.plain(" "),
                ]);
            }
            text.push(cx.text(&c.reason));
            if let Some(by) = &c.approved_by {
                text.extend([cx.plain(" · "), cx.ref_or_text(by)]);
            }
            view::Correction { date: self.date(c.date), text }
        };
        record.envelope.corrections.iter().map(one).collect()
    }

    fn topics(&self, record: &Record) -> Vec<view::Link> {
        let link = |tag: &crate::value::Slug| view::Link { url: self.local(&format!("tags/{tag}/")), title: self.tag_name(&tag.0) };
        record.envelope.tags.iter().map(link).collect()
    }

    fn related(&self, index: Index) -> Vec<view::LinkGroup> {
        let record = self.record(index);
        let mut groups: BTreeMap<Option<Relation>, Vec<view::RecordLink>> = BTreeMap::new();
        for link in &record.envelope.related {
            if let Some(to) = self.find(&link.to.id).filter(|i| self.library.is_shown(*i)) {
                groups.entry(link.rel).or_default().push(self.dated_link(to));
            }
        }
        let title = |rel: Option<Relation>| rel.map_or(String::new(), |r| self.word(&format!("code_{}_{}", Relation::LIST.name, r.code())));
        groups.into_iter().map(|(rel, links)| view::LinkGroup { title: title(rel), links }).collect()
    }

    fn backlinks(&self, index: Index) -> Vec<view::LinkGroup> {
        let mut groups: BTreeMap<usize, Vec<Index>> = BTreeMap::new();
        let kinds = crate::record::KINDS;
        self.note(DepKey::Ties(self.peek(index).id.as_str()));
        for link in self.library.backlinks.get(&index).into_iter().flatten() {
            let folder = self.record(link.from).kind.folder;
            let group = groups.entry(kinds.iter().position(|k| k.folder == folder).unwrap_or(0)).or_default();
            if group.len() < BACKLINKS && link.from != index && !group.contains(&link.from) {
                group.push(link.from);
            }
        }
        let groups = groups.into_iter().filter(|(_, links)| !links.is_empty());
        groups
            .map(|(kind, links)| view::LinkGroup {
                title: self.kind_word(kinds[kind]),
                links: links.into_iter().map(|i| self.dated_link(i)).collect(),
            })
            .collect()
    }

    /// Who publishes: the record's issuer, else the site's.
    pub fn publisher(&self, record: &Record) -> Option<Ref> {
        let default = || self.site.config.publisher.as_deref().and_then(|p| Ref::parse(p).ok());
        record.envelope.issuer.clone().or_else(default)
    }

    fn meta(&self, index: Index) -> Vec<Fact> {
        let record = self.record(index);
        let cx = self.cx(index);
        let envelope = &record.envelope;
        let mut facts = Vec::new();
        let mut add = |word: &str, line: Vec<Inline>| facts.push(Fact { label: self.word(word), lines: vec![line] });
        if let Some(publisher) = self.publisher(record) {
            add("publisher", vec![cx.link(&publisher)]);
        }
        add("published", vec![self.time_inline(envelope.published)]);
        if let Some(revised) = envelope.revised {
            add("revised", vec![self.time_inline(revised)]);
        }
        if let Some(posting) = envelope.posting {
            add("posting_period", vec![cx.period(posting)]);
        }
        for (word, person) in [("prepared_by", &envelope.prepared_by), ("reviewed_by", &envelope.reviewed_by)] {
            if let Some(person) = person {
                let at = Ref { id: person.id.clone(), fragment: None };
                let role = person.fragment.as_deref().map(|_| cx.link(person));
                let line = match role {
                    Some(role) if role != cx.link(&at) => vec![cx.link(&at), cx.plain(" · "), role],
                    _ => vec![cx.link(&at)],
                };
                add(word, line);
            }
        }
        if !envelope.basis.is_empty() {
            facts.push(Fact { label: self.word("basis"), lines: envelope.basis.iter().map(|b| vec![cx.text(b)]).collect() });
        }
        facts
    }

    /// Follows a link of a body; the page depends on where it leads.
    fn follow(&self, languages: &[String], path: &str) -> Option<LinkTarget> {
        let subject = link_subject(languages, path);
        self.note(DepKey::Facts(subject));
        self.note(DepKey::Facts(&format!("pages/{subject}")));
        self.note(DepKey::Number(subject));
        resolve_link(self.library, languages, path)
    }

    /// The record before and after of the same kind.
    fn neighbors(&self, index: Index) -> (Option<Index>, Option<Index>) {
        self.note(DepKey::Ties(self.peek(index).id.as_str()));
        self.plan.neighbors.get(&index).copied().unwrap_or_default()
    }
}

/// `PDF`, `JPEG`: what people call it.
fn format_name(file: &str) -> String {
    let extension = file.rsplit_once('.').map_or("", |(_, e)| e).to_ascii_uppercase();
    match extension.as_str() {
        "JPG" => "JPEG".to_owned(),
        _ => extension,
    }
}

/// Fills the holes of a body for one page.
struct BodyFiller<'d, 'a> {
    page_cx: &'d PageCx<'a>,
    index: Index,
    /// The language of the body, which may differ from the page's.
    lang: LangId,
}

impl BodyFiller<'_, '_> {
    /// A figure of the record as the language of the body writes it.
    fn worded(&self, figure: &FigureHole) -> Option<Inline> {
        let record = self.page_cx.record(self.index);
        let worded = self.page_cx.in_language(self.lang);
        let cx = worded.cx(self.index);
        let mut found = None;
        record.walk(&mut |path, _, leaf| {
            if found.is_none() && path.public() == figure.path {
                found = Some(match leaf {
                    Leaf::Money(m) => cx.money(m),
                    Leaf::Area(a) => cx.area(a),
                    Leaf::Percent(p) => cx.percent(p),
                    Leaf::Int(n) => Inline::Num { value: n.to_string(), text: cx.language().format().integer(n) },
                    Leaf::Date(d) => cx.date(d),
                    Leaf::DateTime(at) => cx.datetime(at),
                    Leaf::Moment(m) => cx.moment(m),
                    Leaf::TimeRange(r) => cx.time_range(r),
                    Leaf::Time(t) => cx.plain(t.to_string()),
                    _ => return,
                });
            }
        });
        found
    }
}

impl Fill for BodyFiller<'_, '_> {
    fn link(&mut self, link: &LinkHole) -> Option<String> {
        let page_cx = self.page_cx;
        match &link.target {
            Target::File(file) => Some(page_cx.cx(self.index).file_url(&FileName(file.as_str().into()))),
            Target::Page { path, fragment } => {
                let languages: Vec<String> = page_cx.site.languages.iter().map(|l| l.path.clone()).collect();
                let mut address = match page_cx.follow(&languages, path)? {
                    LinkTarget::Record(to) if page_cx.library.is_shown(to) => page_cx.record_address(to),
                    LinkTarget::Record(_) => return None,
                    LinkTarget::List(folder) => format!("{}/{folder}/", page_cx.language().path),
                    LinkTarget::Home => format!("{}/", page_cx.language().path),
                    LinkTarget::Front => String::new(),
                    LinkTarget::Sheet(to) => format!("{}/", page_cx.record(to).envelope.number.as_ref()?.0),
                };
                if let Some(fragment) = fragment {
                    address.push('#');
                    address.push_str(fragment);
                }
                Some(page_cx.url(&address))
            }
        }
    }

    fn figure(&mut self, figure: &FigureHole) -> String {
        match self.worded(figure) {
            Some(Inline::Time { iso, text }) if !iso.is_empty() => {
                format!("<time datetime=\"{}\">{}</time>", escaped(&iso), escaped(&text))
            }
            Some(Inline::Time { text, .. } | Inline::Num { text, .. } | Inline::Text { text, .. }) => {
                format!("<bdi>{}</bdi>", escaped(&text))
            }
            _ => String::new(),
        }
    }

    fn image(&mut self, image: &ImageHole) -> String {
        let picture = self.page_cx.cx(self.index).picture(&FileName(image.file.as_str().into()));
        let img = image.img(&picture.url, picture.size);
        // A picture that stands alone leads to the whole of it.
        if picture.original.is_empty() || !image.alone { img } else { format!("<a href=\"{}\">{img}</a>", escaped(&picture.original)) }
    }

    fn word(&mut self, word: Word) -> String {
        let n = word.number().map(|n| ("n", Given::Int(n as i64)));
        self.page_cx.in_language(self.lang).say(word.key(), &n.into_iter().collect::<Vec<_>>())
    }
}

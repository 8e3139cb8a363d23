//! The text of a record on a page, with its links, figures, pictures and notes filled in.
//!
//! In: the page context and the record. Out: HTML or plain text. Always: figures are formatted in the language of the text, which
//! may differ from that of the page.

use crate::locale::Given;
use crate::markdown::{Body, FigureHole, Fill, ImageHole, LinkHole, Target, Word, escaped};
use crate::record::field::Leaf;
use crate::record::view::Inline;
use crate::relate::{Index, LinkTarget};
use crate::value::{FileName, LangId};

use super::{PageCx, view};

/// The text for this page. Ids get a prefix if a page has several texts.
pub(super) fn html(page_cx: &PageCx<'_>, index: Index, id_prefix: &str) -> Option<view::Html> {
    let (body, lang) = page_cx.body_shown(index)?;
    let mut fill = BodyFiller { page_cx, index, lang };
    let html = if id_prefix.is_empty() { body.html(&mut fill) } else { body.html_apart(id_prefix, &mut fill) };
    let marked = page_cx.text_in("", lang);
    Some(view::Html { html, lang: marked.lang, dir: marked.dir })
}

/// A text without markup, with its figures formatted.
pub(super) fn plain(page_cx: &PageCx<'_>, index: Index, body: &Body) -> String {
    let filler = BodyFiller { page_cx, index, lang: page_cx.lang() };
    body.plain_text(|figure| match filler.worded(figure) {
        Some(Inline::Time { text, .. } | Inline::Num { text, .. } | Inline::Text { text, .. }) => text,
        _ => String::new(),
    })
}

/// Fills the placeholders of a body for one page.
struct BodyFiller<'d, 'a> {
    page_cx: &'d PageCx<'a>,
    index: Index,
    /// The language of the body, which may differ from the page's.
    lang: LangId,
}

impl BodyFiller<'_, '_> {
    /// A figure of the record, formatted in the language of the body.
    fn worded(&self, figure: &FigureHole) -> Option<Inline> {
        let record = self.page_cx.record(self.index);
        let worded = self.page_cx.in_language(self.lang);
        let cx = worded.view_cx(self.index);
        let wanted = record.path_of(&figure.path);
        let mut found = None;
        record.walk(&mut |path, _, leaf| {
            if found.is_none() && path.public() == wanted {
                found = Some(match leaf {
                    Leaf::Money(m) => cx.money(m),
                    Leaf::Area(a) => cx.area(a),
                    Leaf::Percent(p) => cx.percent(p),
                    Leaf::Int(n) => Inline::Num { value: n.to_string(), text: cx.language().format().integer(n) },
                    Leaf::Date(d) => cx.date(d),
                    Leaf::DateTime(at) => cx.datetime(at),
                    Leaf::Moment(m) => cx.moment(m),
                    Leaf::TimeRange(r) => cx.time_range(r),
                    Leaf::DailyHours(h) => cx.daily_hours(h),
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
            Target::File(file) => Some(page_cx.view_cx(self.index).file_url(&FileName(file.as_str().into()))),
            Target::Page { path, fragment } => {
                let mut address = match page_cx.follow(path)? {
                    LinkTarget::Record(to) if page_cx.is_shown(to) => page_cx.record_address(to),
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
        let picture = self.page_cx.view_cx(self.index).picture(&FileName(image.file.as_str().into()));
        let img = image.img(&picture.url, picture.size);
        // A picture in a paragraph of its own links to the full-size file.
        if picture.original.is_empty() || !image.alone { img } else { format!("<a href=\"{}\">{img}</a>", escaped(&picture.original)) }
    }

    fn word(&mut self, word: Word) -> String {
        let n = word.number().map(|n| ("n", Given::Int(n as i64)));
        self.page_cx.in_language(self.lang).say(word.key(), &n.into_iter().collect::<Vec<_>>())
    }
}

//! The only file that knows pulldown-cmark: its events become HTML pieces.
//!
//! In: [`BodyOptions`]. Out: [`Body`] and findings.
//! Always: pieces nest strictly, also where the author's raw HTML does not, and no deeper than
//! [`MOST_LEVELS`]; each event is looked at a bounded number of times, so hostile text ends quickly.

mod tables;

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, BlockQuoteKind, CodeBlockKind, CowStr, Event, LinkType, Options, Parser, Tag, TagEnd};

use super::finish::{Note, Out, Piece};
use super::inline::{Picture, Run};
use super::lines::{Typed, typed};
use super::text::{Ids, clean, escape, escaped, slug};
use super::wrapped::Wrapped;
use super::{Body, BodyOptions, Chunk, FIGURE_MARK, Heading, Reports, Word, cjk, highlight};
use crate::diagnostic::Diagnostic;

/// Longest body in bytes; a whole book is shorter.
const LONGEST: usize = 4 << 20;

/// Levels of nesting; beyond them only the text is kept.
pub(super) const MOST_LEVELS: usize = 64;

/// Chosen one by one. `all()` would change quotes, take `~` and `$` for something else and read metadata.
fn parser_options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_GFM
        | Options::ENABLE_DEFINITION_LIST
}

/// Renders a body. Never fails: what cannot be shown is reported and left out.
pub fn render(options: &BodyOptions<'_>) -> (Body, Vec<Diagnostic>) {
    let mut reports = Reports { source: options.source, found: Vec::new() };
    let Some(body) = options.source.text.get(options.range.clone()) else { return (Body::default(), reports.found) };
    if body.len() > LONGEST {
        let start = reports.span(options.range.start..options.range.start);
        reports.push(Diagnostic::error_at("E103", "e103-body-long", start).arg("limit", LONGEST >> 20));
        return (Body::default(), reports.found);
    }
    let typed = typed(body, options.lang_tag, options.join_lines);
    let events: Vec<_> = Parser::new_ext(&typed.edited.text, parser_options()).into_offset_iter().collect();
    let mut writer = Writer::new(options, body, &typed, &events, reports);
    writer.report_typed();
    writer.claim_written_ids();
    writer.events();
    writer.finish()
}

/// What an end event closes.
pub(super) enum Open {
    /// This markup.
    With(&'static str),
    Heading {
        level: u8,
        id: Option<String>,
    },
    Code,
    Html,
    Link,
    Picture,
    Note(String),
    /// A raw tag of the author.
    Raw(String),
    /// Nothing was written.
    Hidden,
}

pub(super) struct Writer<'a> {
    pub options: &'a BodyOptions<'a>,
    body: &'a str,
    pub typed: &'a Typed<'a>,
    events: &'a [(Event<'a>, Range<usize>)],
    pub reports: Reports<'a>,
    pub out: Out,
    /// Buffers around a footnote.
    parked: Vec<Out>,
    pub stack: Vec<Open>,
    pub headings: Vec<Heading>,
    /// Levels as written of the headings that the next one may stand under.
    levels: Vec<u8>,
    pub heading_text: Option<String>,
    ids: Ids,
    pub notes: BTreeMap<String, Note>,
    /// Labels in the order of their numbers.
    pub note_order: Vec<String>,
    pub in_link: usize,
    picture: Option<Picture>,
    /// The tag whose content is being left out.
    pub muted: Option<String>,
    code: Option<(String, String)>,
    html: Option<Run>,
    /// An empty run, kept for its memory.
    spare: Run,
    pub raw_seen: bool,
    tables: usize,
    pub alignments: &'a [Alignment],
    column: usize,
    in_head: bool,
    /// The last character that a reader sees.
    pub last: Option<char>,
    budget: usize,
    pub has_code: bool,
    too_deep: bool,
    pub wrapped: Wrapped,
    /// References to notes that are not there.
    pub missing_notes: Vec<(String, Range<usize>)>,
    /// Cells of all tables so far.
    cells: usize,
    /// Where the table begins and ends.
    table_at: Range<usize>,
}

impl<'a> Writer<'a> {
    fn new(
        options: &'a BodyOptions<'a>,
        body: &'a str,
        typed: &'a Typed<'a>,
        events: &'a [(Event<'a>, Range<usize>)],
        reports: Reports<'a>,
    ) -> Self {
        Self {
            options,
            body,
            typed,
            events,
            reports,
            out: Out::default(),
            parked: Vec::new(),
            stack: Vec::new(),
            headings: Vec::new(),
            levels: Vec::new(),
            heading_text: None,
            ids: Ids::default(),
            notes: BTreeMap::new(),
            note_order: Vec::new(),
            in_link: 0,
            picture: None,
            muted: None,
            code: None,
            html: None,
            spare: Run::default(),
            raw_seen: false,
            tables: 0,
            alignments: &[],
            column: 0,
            in_head: false,
            last: None,
            budget: highlight::BUDGET,
            has_code: false,
            too_deep: false,
            wrapped: Wrapped::default(),
            missing_notes: Vec::new(),
            cells: 0,
            table_at: 0..0,
        }
    }

    /// A range of the parser's text as a range of the source.
    pub(super) fn place(&self, range: &Range<usize>) -> Range<usize> {
        let base = self.options.range.start;
        let original = self.typed.edited.original(range);
        base + original.start..base + original.end
    }

    /// What was read as meant, and lines that look like headings.
    fn report_typed(&mut self) {
        let base = self.options.range.start;
        let typed = self.typed;
        for slip in &typed.slips {
            let span = self.reports.span(base + slip.place.start..base + slip.place.end);
            self.reports.push(Diagnostic::warning_at("COM-03", slip.message, span));
        }
        for meant in &typed.meant {
            let span = self.reports.span(base + meant.place.start..base + meant.place.end);
            self.reports.push(Diagnostic::note_at("COM-03", meant.message, span));
        }
    }

    /// Ids that authors wrote come before those made of text, wherever they stand.
    fn claim_written_ids(&mut self) {
        for id in self.options.taken {
            self.ids.claim(id);
        }
        for (event, range) in self.events {
            if let Event::Start(Tag::Heading { id: Some(id), .. }) = event
                && !self.ids.claim(&clean(id))
            {
                let mut at = self.place(range);
                let written = self.options.source.text[at.clone()].trim_end();
                at = at.start + written.rfind("{#").unwrap_or(0)..at.start + written.len();
                let span = self.reports.span(at);
                self.reports.push(Diagnostic::error_at("COM-01", "com-01-heading-id", span).arg("id", clean(id).into_owned()));
            }
        }
    }

    fn events(&mut self) {
        let events = self.events;
        let mut at = 0;
        while let Some((event, range)) = events.get(at) {
            at += 1;
            match event {
                Event::Start(tag) => self.start(tag, range, at),
                Event::End(end) => self.end(*end),
                Event::Text(_) => {
                    let mut run = std::mem::take(&mut self.spare);
                    at -= 1;
                    while let Some((Event::Text(text), range)) = events.get(at) {
                        self.add_text(&mut run, text, range);
                        at += 1;
                    }
                    self.text(run);
                }
                Event::Html(html) => {
                    let mut run = self.html.take().unwrap_or_default();
                    self.add_text(&mut run, html, range);
                    self.html = Some(run);
                }
                Event::InlineHtml(html) if self.picture.is_none() => {
                    let mut run = Run::default();
                    self.add_text(&mut run, html, range);
                    self.raw(&run);
                }
                Event::Code(code) => self.inline_code(code),
                Event::SoftBreak => self.soft_break(at, range.start),
                Event::HardBreak if self.picture.is_none() => self.line_break(),
                Event::Rule => self.out.push("<hr>\n"),
                Event::FootnoteReference(label) if self.picture.is_none() && self.muted.is_none() => self.note_reference(label),
                Event::TaskListMarker(done) => self.task_box(*done),
                _ => {}
            }
        }
    }

    /// Adds an event's text as the author wrote it; each part between changes keeps its own place.
    fn add_text(&self, run: &mut Run, text: &CowStr<'_>, range: &Range<usize>) {
        let base = self.options.range.start;
        let edited = &self.typed.edited;
        let escaped = text.starts_with(['{', '[']) && self.body[..edited.start(range.start)].ends_with('\\');
        if range.len() != text.len() {
            return run.push(&clean(text), self.place(range), escaped);
        }
        let mut at = range.start;
        let verbatim = |run: &mut Run, from: usize, to: usize| {
            if from < to {
                let start = base + edited.start(from);
                run.push(&text[from - range.start..to - range.start], start..start + to - from, escaped && from == range.start);
            }
        };
        for change in edited.within(range) {
            verbatim(run, at, change.new.start.max(at));
            let new = change.new.start.max(range.start)..change.new.end.min(range.end);
            let old = base + change.old.start..base + change.old.end;
            // What stands for nothing that was written is a guard.
            if !change.old.is_empty() && !new.is_empty() {
                run.push(&text[new.start - range.start..new.end - range.start], old, false);
            }
            at = change.new.end.clamp(at, range.end);
        }
        verbatim(run, at, range.end);
    }

    fn text(&mut self, mut run: Run) {
        if let Some((_, code)) = &mut self.code {
            code.push_str(&run.text);
        } else if let Some(picture) = &mut self.picture {
            picture.alt.append(&run);
        } else {
            self.run(&run);
        }
        run.clear();
        self.spare = run;
    }

    fn inline_code(&mut self, code: &str) {
        let code = clean(code);
        if let Some(picture) = &mut self.picture {
            return picture.alt.push(&code, picture.place.clone(), true);
        }
        if self.muted.is_none() {
            self.out.push("<code>");
            escape(&mut self.out.html, &code);
            self.out.push("</code>");
            self.say(&code.replace(FIGURE_MARK, ""));
        }
    }

    fn line_break(&mut self) {
        self.out.push("<br>\n");
        // Behind the punctuation of Chinese no space is needed.
        if !self.last.is_some_and(|c| cjk::is_cjk(c) && !c.is_alphanumeric()) {
            self.say(" ");
        }
        self.last = None;
    }

    /// A line break of the author is one. Where lines are joined it is a space to a browser, which Chinese does not want.
    fn soft_break(&mut self, next: usize, at: usize) {
        let before = self.picture.as_ref().map_or(self.last, |picture| picture.alt.text.chars().next_back());
        let joined = match (before, self.next_visible(next)) {
            (Some(before), Some(after)) => cjk::joins(before, after, self.options.lang_tag),
            _ => false,
        };
        if let Some(picture) = &mut self.picture {
            if !joined {
                picture.alt.push(" ", picture.place.clone(), true);
            }
            return;
        }
        if !self.options.join_lines {
            self.wrapped.line_break(&self.typed.edited.text, at);
            // Beside a tag that breaks the line there is no second break.
            let is_break = |html: &str| html.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br"));
            let beside = |event: Option<&(Event<'_>, Range<usize>)>| matches!(event, Some((Event::InlineHtml(html), _)) if is_break(html));
            if !beside(self.events.get(next)) && !beside(next.checked_sub(2).and_then(|i| self.events.get(i))) {
                return self.line_break();
            }
        }
        if !joined {
            self.out.push("\n");
            self.say(" ");
        }
    }

    fn next_visible(&self, from: usize) -> Option<char> {
        for (event, _) in &self.events[from.min(self.events.len())..] {
            match event {
                Event::Text(text) | Event::Code(text) => {
                    if let Some(c) = text.chars().find(|&c| !is_guard(c)) {
                        return Some(c);
                    }
                }
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Link { .. }) => {}
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) | Event::InlineHtml(_) => {}
                _ => return None,
            }
        }
        None
    }

    fn task_box(&mut self, done: bool) {
        let (start, word) = if done {
            ("<input type=\"checkbox\" disabled checked aria-label=\"", Word::TaskDone)
        } else {
            ("<input type=\"checkbox\" disabled aria-label=\"", Word::TaskOpen)
        };
        self.out.piece(Piece::Atom(vec![Chunk::Html(start.into()), Chunk::Word(word), Chunk::Html("\"> ".into())]));
    }

    fn start(&mut self, tag: &'a Tag<'a>, range: &Range<usize>, next: usize) {
        if self.picture.is_some() {
            return self.stack.push(Open::Hidden);
        }
        if self.stack.len() >= MOST_LEVELS
            && !matches!(tag, Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::Image { .. } | Tag::FootnoteDefinition(_))
        {
            let place = self.place(&(range.start..range.start));
            self.report_depth(place);
            return self.stack.push(Open::Hidden);
        }
        let open = match tag {
            Tag::Paragraph if self.is_picture_alone(next) => Open::With("\n"),
            Tag::Paragraph if self.is_indented(range) => self.tag("<p class=\"indent\">", "</p>\n"),
            Tag::Paragraph => self.tag("<p>", "</p>\n"),
            Tag::Heading { level, id, .. } => self.heading(*level as u8, id.as_deref()),
            Tag::BlockQuote(None) => self.tag("<blockquote>\n", "</blockquote>\n"),
            Tag::BlockQuote(Some(kind)) => self.alert(*kind),
            // Only fences make code; what the parser takes for it in the depths of lists and quotations is text.
            Tag::CodeBlock(CodeBlockKind::Indented) => self.tag("<p class=\"indent\">", "</p>\n"),
            Tag::CodeBlock(CodeBlockKind::Fenced(info)) => {
                let info = clean(info);
                let language = info.split([' ', ',', '{', '\t']).next().unwrap_or("").to_owned();
                self.code = Some((language, String::new()));
                Open::Code
            }
            Tag::HtmlBlock => {
                self.html = Some(Run::default());
                Open::Html
            }
            Tag::List(None) => self.tag("<ul>\n", "</ul>\n"),
            Tag::List(Some(1)) => self.tag("<ol>\n", "</ol>\n"),
            Tag::List(Some(first)) => {
                self.out.push(&format!("<ol start=\"{first}\">\n"));
                Open::With("</ol>\n")
            }
            Tag::Item if self.is_task(next) => self.tag("<li class=\"task\">", "</li>\n"),
            Tag::Item => self.tag("<li>", "</li>\n"),
            Tag::FootnoteDefinition(label) => {
                let outer = std::mem::take(&mut self.out);
                self.parked.push(outer);
                Open::Note(label.to_lowercase())
            }
            Tag::DefinitionList => self.tag("<dl>\n", "</dl>\n"),
            Tag::DefinitionListTitle => self.tag("<dt>", "</dt>\n"),
            Tag::DefinitionListDefinition => self.tag("<dd>", "</dd>\n"),
            Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => self.table_part(tag, range, next),
            Tag::Emphasis => self.tag("<em>", "</em>"),
            Tag::Strong => self.tag("<strong>", "</strong>"),
            // One tilde is how Chinese writes "from … to": `8:00~11:30，14:00~17:00` strikes nothing out.
            Tag::Strikethrough if !self.typed.edited.text[range.start..].starts_with("~~") => {
                self.words("~");
                Open::With("~")
            }
            Tag::Strikethrough => self.tag("<del>", "</del>"),
            Tag::Link { link_type, dest_url, title, .. } => {
                let address = if *link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                if self.link(&address, title, self.place(range)) {
                    self.in_link += 1;
                    Open::Link
                } else {
                    Open::Hidden
                }
            }
            Tag::Image { dest_url, title, .. } => {
                let alone = matches!(self.stack.last(), Some(Open::With("\n")));
                self.picture = Some(Picture {
                    address: dest_url.to_string(),
                    title: title.to_string(),
                    alone,
                    alt: Run::default(),
                    place: self.place(range),
                });
                Open::Picture
            }
            Tag::Superscript | Tag::Subscript | Tag::MetadataBlock(_) => Open::Hidden,
        };
        self.stack.push(open);
    }

    /// Says once that the rest lies too deep.
    pub(super) fn report_depth(&mut self, place: Range<usize>) {
        if !std::mem::replace(&mut self.too_deep, true) {
            let span = self.reports.span(place);
            self.reports.push(Diagnostic::error_at("E103", "e103-body-deep", span).arg("limit", MOST_LEVELS));
        }
    }

    fn is_indented(&self, range: &Range<usize>) -> bool {
        self.typed.indented.binary_search(&range.start).is_ok()
    }

    fn tag(&mut self, start: &'static str, end: &'static str) -> Open {
        self.out.push(start);
        Open::With(end)
    }

    /// Whether the paragraph that has just begun holds one picture and nothing else.
    fn is_picture_alone(&self, next: usize) -> bool {
        let rest = &self.events[next..];
        if !matches!(rest.first(), Some((Event::Start(Tag::Image { .. }), _))) {
            return false;
        }
        let mut depth = 0;
        for (i, (event, _)) in rest.iter().enumerate() {
            match event {
                Event::Start(Tag::Image { .. }) => depth += 1,
                Event::End(TagEnd::Image) if depth == 1 => return matches!(rest.get(i + 1), Some((Event::End(TagEnd::Paragraph), _))),
                Event::End(TagEnd::Image) => depth -= 1,
                _ => {}
            }
        }
        false
    }

    fn is_task(&self, next: usize) -> bool {
        let event = |i: usize| self.events.get(i).map(|(event, _)| event);
        matches!(event(next), Some(Event::TaskListMarker(_)))
            || (matches!(event(next), Some(Event::Start(Tag::Paragraph))) && matches!(event(next + 1), Some(Event::TaskListMarker(_))))
    }

    /// Keeps levels without gaps below the page's title, whatever level the author began with.
    fn heading(&mut self, written: u8, id: Option<&str>) -> Open {
        while self.levels.last().is_some_and(|&above| above >= written) {
            self.levels.pop();
        }
        let level = (self.options.top_level + self.levels.len() as u8).min(6);
        self.levels.push(written);
        self.out.piece(Piece::Heading(self.headings.len()));
        self.heading_text = Some(String::new());
        Open::Heading { level, id: id.map(|id| clean(id).into_owned()) }
    }

    fn alert(&mut self, kind: BlockQuoteKind) -> Open {
        let (class, word) = match kind {
            BlockQuoteKind::Note => ("note", Word::AlertNote),
            BlockQuoteKind::Tip => ("tip", Word::AlertTip),
            BlockQuoteKind::Important => ("important", Word::AlertImportant),
            BlockQuoteKind::Warning => ("warning", Word::AlertWarning),
            BlockQuoteKind::Caution => ("caution", Word::AlertCaution),
        };
        self.out.push(&format!("<div class=\"alert alert-{class}\" role=\"note\">\n<p class=\"alert-title\">"));
        self.out.piece(Piece::Atom(vec![Chunk::Word(word)]));
        self.tag("</p>\n", "</div>\n")
    }

    fn end(&mut self, end: TagEnd) {
        while self.pop_raw() {}
        let is_inline = matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link | TagEnd::Image);
        if !is_inline && end != TagEnd::HtmlBlock {
            self.muted = None;
        }
        match self.stack.pop() {
            Some(Open::With("~")) => self.words("~"),
            Some(Open::With(markup)) => self.out.push(markup),
            Some(Open::Heading { level, id }) => self.heading_end(level, id),
            Some(Open::Code) => self.code_end(),
            Some(Open::Html) => {
                let run = self.html.take().unwrap_or_default();
                self.raw(&run);
                self.muted = None;
                self.out.push("\n");
            }
            Some(Open::Link) => {
                self.in_link -= 1;
                self.out.push("</a>");
            }
            Some(Open::Picture) => {
                if let Some(picture) = self.picture.take() {
                    self.picture(picture);
                }
            }
            Some(Open::Note(label)) => {
                let content = std::mem::replace(&mut self.out, self.parked.pop().unwrap_or_default());
                self.notes.entry(label).or_default().content.get_or_insert(content);
            }
            Some(Open::Raw(_) | Open::Hidden) | None => {}
        }
        match end {
            TagEnd::TableCell => self.out.plain.push(' '),
            _ if is_inline || self.picture.is_some() => {}
            _ => {
                self.out.line();
                self.last = None;
            }
        }
    }

    fn heading_end(&mut self, level: u8, id: Option<String>) {
        let text = self.heading_text.take().unwrap_or_default().trim().to_owned();
        let id = id.unwrap_or_else(|| self.ids.unique(&slug(&text)));
        self.headings.push(Heading { level, id, text });
        self.out.push(&format!("</h{level}>\n"));
    }

    fn code_end(&mut self) {
        let (language, code) = self.code.take().unwrap_or_default();
        let code = clean(&code);
        self.has_code = true;
        let mut html = String::from("<pre tabindex=\"0\"><code");
        if !language.is_empty() {
            html.push_str(&format!(" class=\"language-{}\"", escaped(&language)));
        }
        html.push('>');
        match highlight::highlight(&code, &language, &mut self.budget) {
            Some(colored) => html.push_str(&colored),
            None => escape(&mut html, &code),
        }
        html.push_str("</code></pre>");
        self.out.piece(Piece::Atom(vec![Chunk::Html(html)]));
        self.out.push("\n");
        self.out.plain.push_str(&code.replace(FIGURE_MARK, ""));
    }
}

fn is_guard(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

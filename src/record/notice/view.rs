//! What the page of a notice shows: until when, what is affected, where to object.
//!
//! In: the fields and the view's context. Out: a [`KindView`]. Always: facts come first; an empty part makes no section.

use super::fields::{Effect, EffectType, Notice, NoticeType, PostedAt};
use crate::record::structured_data::{self, StructuredData, Thing};
use crate::record::view::pieces::{dotted, file_link, repeating, section};
use crate::record::view::{Block, Cell, Fact, Inline, KindView, Row, Summary, Table, cell};
use crate::record::view_cx::ViewCx;
use crate::value::{DailyHours, Date, MomentPeriod};

pub(super) fn summary(notice: &Notice, cx: &ViewCx<'_>) -> Summary {
    Summary { tags: notice.tags(cx), headline: notice.headline(cx) }
}

pub(super) fn view(notice: &Notice, cx: &ViewCx<'_>) -> KindView {
    let objection = section(cx, "objection", notice.objection_facts(cx).map(|facts| Block::Facts { facts }).into_iter().collect());
    let sections = [
        repeating(section(cx, "effects", notice.effects_table(cx).into_iter().collect())),
        if notice.is_answered() { objection } else { repeating(objection) },
        // Where a sheet hangs is written down when it hangs there.
        repeating(section(cx, "posted", notice.posted_table(cx).into_iter().collect())),
        section(cx, "about", notice.about_list(cx).into_iter().collect()),
    ];
    KindView {
        tags: notice.tags(cx),
        facts: notice.facts(cx),
        headline: notice.headline(cx),
        sections: sections.into_iter().flatten().collect(),
    }
}

pub(super) fn structured_data(notice: &Notice, cx: &ViewCx<'_>) -> StructuredData {
    let article = Thing::new("Article")
        .with("headline", structured_data::words(cx, &cx.envelope.title))
        .with("datePublished", cx.envelope.published)
        .maybe("dateModified", cx.envelope.revised)
        .maybe("expires", notice.end().map(|to| to.date()));
    StructuredData { main: Some(article), mentions: Vec::new() }
}

impl Notice {
    /// Over on this day; open without an end.
    fn is_over(&self, today: Date) -> bool {
        self.end().is_some_and(|to| to.date() < today)
    }

    /// A time of the notice. What is interrupted or urgent ends some day, so an end that is not known is said; a rule may hold for good.
    fn when(&self, cx: &ViewCx<'_>, period: MomentPeriod, daily: Option<DailyHours>) -> Inline {
        let mut text = written(cx.moment_period(period));
        if let Some(hours) = daily {
            text = cx.say("notice_daily", &[("when", text.into()), ("hours", written(cx.daily_hours(hours)).into())]);
        }
        let ends_some_day = self.urgent || !self.effects.is_empty() || self.notice_type == NoticeType::Disruption;
        if period.to.is_none() && ends_some_day {
            text = cx.say("notice_end_unknown", &[("when", text.into())]);
        }
        Inline::Time { iso: String::new(), text }
    }

    /// The hours of each day, where they are the same for all effects.
    fn common_hours(&self) -> Option<DailyHours> {
        let first = self.effects.first()?.daily;
        first.filter(|_| self.effects.iter().all(|e| e.daily == first))
    }

    /// Something came in, or was said in answer: more than the facts say of the objection period.
    fn is_answered(&self) -> bool {
        self.objection.as_ref().is_some_and(|o| o.received.is_some() || o.upheld.is_some() || o.reply.is_some() || o.replied.is_some())
    }

    fn tags(&self, cx: &ViewCx<'_>) -> Vec<Inline> {
        let mut tags = Vec::new();
        if self.urgent && self.urgent_until(cx.envelope.published).0.date() >= cx.today() {
            tags.push(Inline::Tag { tone: "urgent", text: cx.word("notice_urgent") });
        }
        tags.push(cx.tag("plain", &NoticeType::LIST, self.notice_type.code()));
        if let Some(objection) = &self.objection {
            let (tone, word) = if objection.until < cx.today() { ("closed", "notice_closed") } else { ("waiting", "notice_open") };
            tags.push(Inline::Tag { tone, text: cx.word(word) });
        } else if self.is_over(cx.today()) {
            tags.push(Inline::Tag { tone: "closed", text: cx.word("notice_over") });
        }
        tags
    }

    /// What is interrupted and when; or until when one may object; or when it applies.
    fn headline(&self, cx: &ViewCx<'_>) -> Vec<Inline> {
        let when = self.span().map(|p| vec![self.when(cx, p, self.common_hours())]);
        if !self.effects.is_empty() {
            let mut names: Vec<String> = Vec::new();
            for effect in &self.effects {
                let name = cx.code_word(&EffectType::LIST, effect.effect_type.code());
                if !names.contains(&name) {
                    names.push(name);
                }
            }
            return dotted([vec![cx.list(&names)], when.unwrap_or_default()]);
        }
        match &self.objection {
            Some(objection) => vec![cx.plain(cx.word("notice_objection_until")), cx.plain(" "), cx.date(objection.until)],
            None => when.unwrap_or_default(),
        }
    }

    fn facts(&self, cx: &ViewCx<'_>) -> Vec<Fact> {
        let mut facts = Vec::new();
        if let Some(effective) = self.effective {
            facts.push(cx.fact("effective", self.when(cx, effective, None)));
        }
        facts.extend(self.review.filter(|_| self.end().is_none()).map(|review| cx.fact("review", cx.moment(review))));
        let affected = self.effects.iter().map(|e| {
            let what = vec![cx.code(&EffectType::LIST, e.effect_type.code())];
            let is_own = e.daily.is_some() || self.effective != Some(e.span());
            let own_time = is_own.then(|| vec![self.when(cx, e.span(), e.daily)]);
            dotted([Some(what), e.area.as_ref().map(|area| vec![cx.text(area)]), own_time].into_iter().flatten())
        });
        let affected: Vec<_> = affected.collect();
        if !affected.is_empty() {
            facts.push(Fact { label: cx.word("notice_affected"), lines: affected });
        }
        if let Some(objection) = &self.objection {
            let until = vec![cx.plain(cx.word("notice_objection_until")), cx.plain(" "), cx.date(objection.until)];
            let contact = objection.contact.as_ref().map(|c| vec![cx.link(c)]);
            facts.push(cx.fact_lines("objection", std::iter::once(until).chain(contact).collect()));
        }
        let asked = self.objection.as_ref().and_then(|o| o.contact.as_ref()).is_none();
        if let Some(issuer) = cx.envelope.issuer.as_ref().filter(|_| asked) {
            facts.push(Fact { label: cx.word("notice_ask"), lines: vec![vec![cx.link(issuer)]] });
        }
        facts
    }

    fn effects_table(&self, cx: &ViewCx<'_>) -> Option<Block> {
        let row = |e: &Effect| Row {
            id: e.id.0.to_string(),
            cells: vec![
                cell(cx.code(&EffectType::LIST, e.effect_type.code())),
                cell(self.when(cx, e.span(), e.daily)),
                cell(e.area.iter().map(|area| cx.text(area)).collect::<Vec<_>>()),
            ],
        };
        let head = vec![head(cx, "effects_type"), cell(cx.plain(cx.word("notice_when"))), head(cx, "effects_area")];
        table(cx.word("notice_effects_caption"), head, self.effects.iter().map(row).collect())
    }

    fn objection_facts(&self, cx: &ViewCx<'_>) -> Option<Vec<Fact>> {
        let o = self.objection.as_ref()?;
        let mut facts = vec![cx.fact("objection_until", cx.date(o.until))];
        facts.extend(o.contact.as_ref().map(|contact| cx.fact("objection_contact", cx.link(contact))));
        facts.extend(o.received.map(|n| cx.fact("objection_received", cx.int(n))));
        facts.extend(o.upheld.map(|n| cx.fact("objection_upheld", cx.int(n))));
        facts.extend(o.reply.as_ref().map(|reply| cx.fact("objection_reply", cx.text(reply))));
        facts.extend(o.replied.map(|day| cx.fact("objection_replied", cx.date(day))));
        Some(facts)
    }

    fn posted_table(&self, cx: &ViewCx<'_>) -> Option<Block> {
        let any_photo = self.posted_at.iter().any(|p| p.photo.is_some());
        let row = |p: &PostedAt| {
            let mut cells = vec![cell(cx.link(&p.place)), cell(cx.date(p.date))];
            if any_photo {
                cells.push(cell(p.photo.iter().map(|photo| file_link(cx, photo)).collect::<Vec<_>>()));
            }
            Row { id: String::new(), cells }
        };
        let mut columns = vec![head(cx, "posted_at_place"), head(cx, "posted_at_date")];
        if any_photo {
            columns.push(head(cx, "posted_at_photo"));
        }
        table(cx.word("notice_posted_caption"), columns, self.posted_at.iter().map(row).collect())
    }

    fn about_list(&self, cx: &ViewCx<'_>) -> Option<Block> {
        let rows: Vec<_> = self.about.iter().map(|about| cx.link_with_outcome(about)).collect();
        (!rows.is_empty()).then_some(Block::List { rows })
    }
}

/// The words of a time.
fn written(time: Inline) -> String {
    match time {
        Inline::Time { text, .. } => text,
        _ => String::new(),
    }
}

fn head(cx: &ViewCx<'_>, field: &str) -> Cell {
    cell(cx.plain(cx.label(field)))
}

fn table(caption: String, head: Vec<Cell>, rows: Vec<Row>) -> Option<Block> {
    (!rows.is_empty()).then(|| Block::Table { table: Table { caption, head, rows, ..Table::default() } })
}

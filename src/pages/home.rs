//! The home page of a language, in the order residents need: urgent, open for objection, newest, money, kinds.
//!
//! In: the page context. Out: template `home`; parts of it for the front page. Always: what is urgent or open is so on the build
//! date; no text says "today".

use crate::locale::{Given, foreign};
use crate::record::codelists::DeadlineKind;
use crate::record::facet::{Balance, UrgentUntil};
use crate::record::view::{Fact, Inline};
use crate::record::{KINDS, Kind};
use crate::relate::Index;
use crate::value::{Date, Ref};

use super::card::KindLabel;
use super::{PageCx, PageWriter, Written, card, frame, structured_data, view};

/// Number of records shown.
const LATEST: usize = 6;

pub(super) fn write(page_cx: &PageCx<'_>, out: &mut PageWriter<'_>) -> Written {
    out.template("home.html", &view(page_cx))
}

fn view(page_cx: &PageCx<'_>) -> view::HomePage {
    let records = page_cx.all_records();
    let mut page = frame::head(page_cx, page_cx.site_name(), "", "home", Vec::new());
    page.description = site_description(page_cx);
    default_alternate(page_cx, &mut page);
    page.data = structured_data::of_site(page_cx, &page);
    let all = records
        .newest_year()
        .map(|year| view::Link { url: page_cx.local(&format!("all/{year}/")), title: view::Text::plain(page_cx.word("all_records")) });
    let tags = records.has_tags().then(|| view::Link { url: page_cx.local("tags/"), title: view::Text::plain(page_cx.word("all_topics")) });
    let home = view::Home {
        urgent: urgent(page_cx),
        open: open(page_cx),
        latest: latest(page_cx, LATEST),
        all,
        money: money(page_cx),
        kinds: kinds(page_cx),
        tags,
        built: page_cx.date(page_cx.today()),
    };
    view::HomePage { page, home }
}

/// The front page is for readers who have not chosen a language; it and the home pages link to each other.
pub(super) fn default_alternate(page_cx: &PageCx<'_>, page: &mut view::Page) {
    if !page.alternates.is_empty() {
        page.alternates.insert(0, view::Alternate { tag: "x-default".to_owned(), url: page_cx.absolute(""), og: String::new() });
    }
}

/// One sentence for search engines.
pub(super) fn site_description(page_cx: &PageCx<'_>) -> String {
    let primary = &page_cx.site().config.primary().path;
    let text = page_cx.site().config.description.as_ref();
    let described = || page_cx.say("home_described", &[("site", Given::Text(page_cx.site_name().text.into()))]);
    text.map_or_else(described, |t| t.get(&page_cx.language().path, primary).0.to_owned())
}

/// The newest records of all kinds.
pub(super) fn latest(page_cx: &PageCx<'_>, n: usize) -> Vec<view::Card> {
    page_cx.all_records().listed().take(n).map(|i| card::card(page_cx, i, KindLabel::Shown)).collect()
}

/// Urgent notices in force on the build date.
pub(super) fn urgent(page_cx: &PageCx<'_>) -> Vec<view::Urgent> {
    let (today, records) = (page_cx.today(), page_cx.all_records());
    let in_force = |&i: &Index| records.facets(i).urgent.is_some_and(|u| u.until.date() >= today);
    let urgent = records.newest().filter(in_force).filter_map(|i| {
        let urgent = page_cx.record(i).facets.urgent?;
        let said = |word: &str| {
            let word = Inline::Text { text: format!("{} ", page_cx.word(word)), lang: None, dir: None };
            vec![word, page_cx.view_cx(i).moment(urgent.until)]
        };
        let link = page_cx.record_link(i);
        Some(view::Urgent {
            url: link.url,
            title: link.title,
            ends: urgent.until.end().rfc3339(&page_cx.site().zone),
            until: match urgent.why {
                UrgentUntil::Over => said("until"),
                UrgentUntil::Review => said("next_update"),
                UrgentUntil::Assumed => Vec::new(),
            },
        })
    });
    urgent.collect()
}

/// Records open for objection on the build date, soonest end first.
fn open(page_cx: &PageCx<'_>) -> Vec<view::Open> {
    let (today, records) = (page_cx.today(), page_cx.all_records());
    let mut open: Vec<(Date, Index, Option<Ref>)> = Vec::new();
    for index in records.newest() {
        for deadline in &records.facets(index).deadlines {
            let is_open = deadline.what == DeadlineKind::Objection && deadline.until >= today && deadline.from.is_none_or(|f| f <= today);
            if is_open {
                open.push((deadline.until, index, deadline.contact.clone()));
            }
        }
    }
    crate::order::sort_by_key(&mut open, |(until, index, _)| (*until, *index));
    open.dedup_by_key(|(_, index, _)| *index);
    let entry = |(until, index, contact): (Date, Index, Option<Ref>)| {
        let link = page_cx.record_link(index);
        let mut facts = vec![Fact { label: page_cx.word("until"), lines: vec![vec![page_cx.time_inline(until)]] }];
        if let Some(contact) = contact {
            facts.push(Fact { label: page_cx.word("whom_to_ask"), lines: vec![vec![page_cx.view_cx(index).link(&contact)]] });
        }
        view::Open { url: link.url, title: link.title, kind_label: page_cx.kind_word(page_cx.record(index).kind), facts }
    };
    open.into_iter().map(entry).collect()
}

/// The newest period of each chain of accounts.
fn money(page_cx: &PageCx<'_>) -> Vec<view::Money> {
    let records = page_cx.all_records();
    let mut latest: Vec<Index> = records.ends_of_chains().collect();
    crate::order::sort_by_key(&mut latest, |&i| std::cmp::Reverse(records.facets(i).balance.as_ref().map(|b| b.period.to)));
    latest.into_iter().filter_map(|i| Some(fund(page_cx, i, page_cx.record(i).facets.balance.as_ref()?))).collect()
}

/// One period of one fund.
fn fund(page_cx: &PageCx<'_>, index: Index, balance: &Balance) -> view::Money {
    let cx = page_cx.view_cx(index);
    let fund = page_cx.word(&format!("code_fund_{}", balance.fund.code()));
    let place = match cx.link(&balance.scope) {
        Inline::Link { text, lang, dir, .. } | Inline::Text { text, lang, dir } => match lang.zip(dir) {
            Some((lang, dir)) => foreign::mark_as(&text, &lang, dir),
            None => text,
        },
        _ => String::new(),
    };
    let period = match cx.period_short(balance.period) {
        Inline::Time { text, .. } => text,
        _ => String::new(),
    };
    let row = |word: &str, amount, strong| view::MoneyRow { label: page_cx.word(word), amount: vec![amount], strong };
    // Without a line the sums are no figures of the record.
    let sum = |money| if balance.by_category.is_empty() { cx.plain(page_cx.word("revenue_no_lines")) } else { cx.money(money) };
    view::Money {
        title: view::Text::plain(format!("{fund} · {place}")),
        period,
        url: page_cx.url(&page_cx.record_address(index)),
        rows: vec![
            row("income", sum(balance.income), false),
            row("expense", sum(balance.expense), false),
            row("balance", cx.money(balance.closing), true),
        ],
    }
}

/// Kinds that have records, with the number of records.
fn kinds(page_cx: &PageCx<'_>) -> Vec<view::CountLink> {
    let records = page_cx.all_records();
    let kinds = KINDS.iter().copied().filter(|k| k.listed).map(|kind| (kind, records.of_kind(kind).count()));
    let link = |(kind, n): (&'static Kind, usize)| view::CountLink {
        url: page_cx.local(&format!("{}/", kind.folder)),
        title: view::Text::plain(page_cx.kind_word(kind)),
        count: page_cx.count(n),
        current: false,
    };
    kinds.filter(|(_, n)| *n > 0).map(link).collect()
}

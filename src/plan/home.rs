//! Views of the front door, the homes and the page for what is not found.
//!
//! In: the page context. Out: complete views. Always: what is urgent or open is so today; nothing says "today".

use crate::deps::DepKey;
use crate::locale::{Given, foreign};
use crate::record::KINDS;
use crate::record::codelists::DeadlineKind;
use crate::record::facet::Balance;
use crate::record::view::{Fact, Inline};
use crate::relate::Index;
use crate::value::Ref;

use super::{PageCx, view};

/// Records shown on a home page, and on each half of the front door.
const LATEST: usize = 6;
const LATEST_FRONT: usize = 5;

impl PageCx<'_> {
    /// Template `home`.
    pub fn home_page(&self) -> view::HomePage {
        self.note(DepKey::All);
        let mut page = self.page(self.site_name(), "", "home", Vec::new());
        page.description = self.site_description();
        self.default_door(&mut page);
        page.data = self.data_of_site(&page);
        let year = self.plan.years.first();
        let all =
            year.map(|year| view::Link { url: self.local(&format!("all/{year}/")), title: view::Text::plain(self.word("all_records")) });
        let tags = (!self.plan.tags.is_empty())
            .then(|| view::Link { url: self.local("tags/"), title: view::Text::plain(self.word("all_topics")) });
        let home = view::Home {
            urgent: self.urgent(),
            open: self.open(),
            latest: self.latest(LATEST),
            all,
            money: self.money(),
            kinds: self.kinds(),
            tags,
            built: self.date(self.today()),
        };
        view::HomePage { page, home }
    }

    /// Template `front`.
    pub fn front_page(&self) -> view::FrontPage {
        self.note(DepKey::All);
        let names: Vec<String> = self.site.lang_ids().map(|l| self.in_language(l).site_name().text).collect();
        let mut distinct = names.clone();
        distinct.dedup();
        let mut page = self.page(view::Text::plain(distinct.join(" · ")), "", "home", Vec::new());
        page.description = self.site_description();
        self.default_door(&mut page);
        page.fonts = self.font_sheets(self.site.lang_ids());
        page.data = self.data_of_site(&page);
        let half = |lang| {
            let page_cx = self.in_language(lang);
            view::FrontHalf {
                lang: page_cx.lang_view(lang),
                name: page_cx.site_name(),
                url: page_cx.local(""),
                urgent: page_cx.urgent(),
                latest: page_cx.latest(LATEST_FRONT),
                contact: page_cx.contact(),
            }
        };
        view::FrontPage { page, halves: self.site.lang_ids().map(half).collect(), built: self.date(self.today()) }
    }

    /// Template `404`: it is served for any address, so its links start at the site's root.
    pub fn not_found_page(&self) -> view::NotFoundPage {
        let base = &self.site.config.base_url;
        let root =
            base.split_once("://").and_then(|(_, rest)| rest.find('/').map(|i| rest[i..].to_owned())).unwrap_or_else(|| "/".to_owned());
        let mut page = self.page(view::Text::plain(self.word("not_found")), "", "", Vec::new());
        page.root.clone_from(&root);
        page.canonical = String::new();
        page.alternates = Vec::new();
        page.noindex = true;
        page.fonts = self.font_sheets(self.site.lang_ids());
        page.feeds = Vec::new();
        for switch in &mut page.switch {
            switch.url = format!("{root}{}", switch.url);
        }
        let half = |lang| {
            let page_cx = self.in_language(lang);
            view::NotFoundHalf { lang: page_cx.lang_view(lang), name: page_cx.site_name(), url: format!("{root}{}", page_cx.local("")) }
        };
        view::NotFoundPage { page, halves: self.site.lang_ids().map(half).collect() }
    }

    /// Template `alias`.
    pub fn alias_page(&self, index: Index) -> view::AliasPage {
        let target = self.record_link(index);
        let mut page = self.page(view::Text::plain(self.word("moved")), "", "", Vec::new());
        page.canonical = self.absolute(&self.record_address(index));
        page.alternates = Vec::new();
        page.noindex = true;
        page.switch = Vec::new();
        view::AliasPage { page, target }
    }

    /// The front door serves whoever has no language chosen; it and the homes name each other.
    fn default_door(&self, page: &mut view::Page) {
        if !page.alternates.is_empty() {
            page.alternates.insert(0, view::Alternate { tag: "x-default".to_owned(), url: self.absolute(""), og: String::new() });
        }
    }

    fn site_description(&self) -> String {
        let primary = &self.site.config.primary().path;
        let text = self.site.config.description.as_ref();
        let described = || self.say("home_described", &[("site", Given::Text(self.site_name().text.into()))]);
        text.map_or_else(described, |t| t.get(&self.language().path, primary).0.to_owned())
    }

    fn latest(&self, n: usize) -> Vec<view::Card> {
        super::listed(self.library).take(n).map(|i| self.card(i, true)).collect()
    }

    /// Urgent matters in force on the day of the build.
    fn urgent(&self) -> Vec<view::Urgent> {
        let today = self.today();
        let in_force = |&i: &Index| {
            let urgent = self.peek(i).facets.urgent.as_ref();
            urgent.is_some_and(|u| u.until.is_none_or(|until| until.date() >= today))
        };
        let shown = self.library.newest.iter().copied().filter(in_force).map(|i| {
            let until = self.record(i).facets.urgent.as_ref().and_then(|u| u.until);
            let link = self.record_link(i);
            view::Urgent {
                url: link.url,
                title: link.title,
                ends: until.map(|u| u.end().rfc3339(&self.site.zone)).unwrap_or_default(),
                until: until
                    .map(|u| vec![Inline::Text { text: format!("{} ", self.word("until")), lang: None, dir: None }, self.cx(i).moment(u)])
                    .unwrap_or_default(),
            }
        });
        shown.collect()
    }

    /// What can be objected to on the day of the build, soonest end first.
    fn open(&self) -> Vec<view::Open> {
        let today = self.today();
        let mut open: Vec<(crate::value::Date, Index, Option<Ref>)> = Vec::new();
        for &index in &self.library.newest {
            for deadline in &self.peek(index).facets.deadlines {
                let running =
                    deadline.what == DeadlineKind::Objection && deadline.until >= today && deadline.from.is_none_or(|f| f <= today);
                if running {
                    open.push((deadline.until, index, deadline.contact.clone()));
                }
            }
        }
        open.sort_by_key(|(until, index, _)| (*until, *index));
        open.dedup_by_key(|(_, index, _)| *index);
        let one = |(until, index, contact): (crate::value::Date, Index, Option<Ref>)| {
            let link = self.record_link(index);
            let mut facts = vec![Fact { label: self.word("until"), lines: vec![vec![self.time_inline(until)]] }];
            if let Some(contact) = contact {
                facts.push(Fact { label: self.word("whom_to_ask"), lines: vec![vec![self.cx(index).link(&contact)]] });
            }
            view::Open { url: link.url, title: link.title, kind_label: self.kind_word(self.record(index).kind), facts }
        };
        open.into_iter().map(one).collect()
    }

    /// The newest period of each chain of accounts.
    fn money(&self) -> Vec<view::Money> {
        let latest = self.library.chains.iter().filter_map(|chain| chain.last().copied());
        let mut latest: Vec<Index> = latest.collect();
        latest.sort_by_key(|&i| std::cmp::Reverse(self.peek(i).facets.balance.as_ref().map(|b| b.period.to)));
        latest.into_iter().filter_map(|i| Some(self.fund(i, self.record(i).facets.balance.as_ref()?))).collect()
    }

    fn fund(&self, index: Index, balance: &Balance) -> view::Money {
        let cx = self.cx(index);
        let fund = self.word(&format!("code_fund_{}", balance.fund.code()));
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
        let row = |word: &str, money, strong| view::MoneyRow { label: self.word(word), amount: vec![cx.money(money)], strong };
        view::Money {
            title: view::Text::plain(format!("{fund} · {place}")),
            period,
            url: self.url(&self.record_address(index)),
            rows: vec![row("income", balance.income, false), row("expense", balance.expense, false), row("balance", balance.closing, true)],
        }
    }

    fn kinds(&self) -> Vec<view::CountLink> {
        let kinds = KINDS.iter().filter(|k| k.listed).map(|kind| (kind, super::of_kind(self.library, kind).count()));
        let link = |(kind, n): (&&'static crate::record::Kind, usize)| view::CountLink {
            url: self.local(&format!("{}/", kind.folder)),
            title: view::Text::plain(self.kind_word(kind)),
            count: self.count(n),
            current: false,
        };
        kinds.filter(|(_, n)| *n > 0).map(link).collect()
    }
}

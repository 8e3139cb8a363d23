//! Accounts against each other and against the works they pay (REV-06, REV-11 to REV-16).
//!
//! In: chains of accounts, ledger_entries, organizations. Out: findings at the line or field of one of the records.
//! Always: sums are exact to the fen; of several periods only those published count; a date that is still to
//! come says so instead of asking for the day.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::diagnostic::Severity;
use crate::profile::{self, Key};
use crate::record::cx::Finding;
use crate::record::facet::{Balance, LedgerEntry};
use crate::value::{Date, DatePeriod, Money, Ref};

use super::works::standing;
use crate::relate::{Index, Library, Rules};

pub fn check(library: &Library, rules: &Rules<'_>, found: &mut Vec<(Index, Finding)>) {
    let by_name: HashMap<(&Ref, &str), &[Index]> = library
        .chains
        .iter()
        .filter_map(|chain| {
            let balance = balance(library, *chain.first()?)?;
            Some(((&balance.scope, balance.fund), &**chain))
        })
        .collect();
    for chain in &library.chains {
        let Some(balance) = chain.first().and_then(|first| balance(library, *first)) else { continue };
        next_due(library, rules, chain, found);
        compared(library, rules, chain, found);
        if balance.fund == "public_revenue" {
            audits(library, rules, chain, found);
            topups(library, rules, chain, by_name.get(&(&balance.scope, "maintenance_fund")).copied(), found);
        }
    }
    payments(library, rules, found);
    for index in standing(library) {
        supervision(library, index, found);
        in_words(library, index, found);
    }
}

fn balance(library: &Library, index: Index) -> Option<&Balance> {
    library.records[index].facets.balance.as_ref()
}

fn last_day(from: Date, days: u32, rules: &Rules<'_>) -> Date {
    profile::last_day(from, days, rules.holidays).unwrap_or_else(|beyond| beyond.plain)
}

/// The period after one, as long as that: in months where it holds whole months, else in days.
fn following(period: DatePeriod) -> DatePeriod {
    let from = period.to.plus_days(1);
    if period.from.day() == 1 && from.day() == 1 {
        let months =
            (i64::from(from.year()) - i64::from(period.from.year())) * 12 + i64::from(from.month()) - i64::from(period.from.month());
        return DatePeriod { from, to: from.plus_months(months).plus_days(-1) };
    }
    DatePeriod { from, to: from.plus_days(period.from.days_to(period.to)) }
}

/// Money that comes at times has no next period.
const WITHOUT_RHYTHM: &[&str] = &["donations", "grant", "project"];

/// REV-06: the accounts of the period after the newest are due, too.
fn next_due(library: &Library, rules: &Rules<'_>, chain: &[Index], found: &mut Vec<(Index, Finding)>) {
    let (Some(&newest), Some(days)) = (chain.last(), rules.profile.whole(Key::PublishDays)) else { return };
    let Some(balance) = balance(library, newest).filter(|b| !WITHOUT_RHYTHM.contains(&b.fund)) else { return };
    let next = following(balance.period);
    let last = last_day(next.to, days, rules);
    let mut finding = Finding::new(Severity::Info, "REV-06", "rev-06-next", "period.to");
    finding.arg("from", next.from).arg("to", next.to).arg("days", days).arg("last", last);
    finding.law(rules.profile.law(Key::PublishDays)).after(last);
    found.push((newest, finding));
}

/// REV-14: an audit for every calendar year that the chain covers whole; asked for from the end of June of the next.
fn audits(library: &Library, rules: &Rules<'_>, chain: &[Index], found: &mut Vec<(Index, Finding)>) {
    if !rules.profile.is_on(Key::AuditYearly) {
        return;
    }
    let latest = chain.iter().filter_map(|i| balance(library, *i)?.audited).max();
    // The day from which on the chain has no gap.
    let mut covered_from: Option<Date> = None;
    let mut before: Option<Date> = None;
    for &index in chain {
        let Some(period) = balance(library, index).map(|b| b.period) else { continue };
        if before.is_none_or(|to| to.plus_days(1) < period.from) {
            covered_from = Some(period.from);
        }
        before = Some(period.to);
        // Years that end inside this period.
        for year in period.from.year()..=period.to.year() {
            let (Some(first), Some(last)) = (Date::new(year, 1, 1), Date::new(year, 12, 31)) else { continue };
            let whole = period.contains(last) && covered_from.is_some_and(|from| from <= first);
            let Some(deadline) = Date::new(year + 1, 6, 30).filter(|_| whole && latest.is_none_or(|day| day <= last)) else { continue };
            let mut finding = Finding::new(Severity::Warning, "REV-14", "rev-14-missing", "period.to");
            finding.arg("year", year.to_string()).arg("last", deadline).law(rules.profile.law(Key::AuditYearly)).after(deadline);
            found.push((index, finding));
        }
    }
}

/// REV-15: an income that always came and is missing, a total far from that of the year before.
fn compared(library: &Library, rules: &Rules<'_>, chain: &[Index], found: &mut Vec<(Index, Finding)>) {
    let periods: Vec<(Index, &Balance)> = chain.iter().filter_map(|i| Some((*i, balance(library, *i)?))).collect();
    if let Some(seen) = rules.profile.whole(Key::PeriodsSeen).map(|n| n as usize).filter(|n| *n > 0) {
        // In how many periods up to now each income came without a break.
        let mut runs: BTreeMap<&str, usize> = BTreeMap::new();
        for (index, balance) in &periods {
            let here: HashSet<&str> = incomes(balance).collect();
            for (cat, _) in runs.iter().filter(|(cat, n)| **n >= seen && !here.contains(*cat) && !balance.noted) {
                let mut finding = Finding::new(Severity::Warning, "REV-15", "rev-15-missing", "lines");
                finding.arg("cat", *cat).arg("periods", seen);
                found.push((*index, finding));
            }
            runs.retain(|cat, _| here.contains(cat));
            for cat in incomes(balance) {
                *runs.entry(cat).or_default() += 1;
            }
        }
    }
    let Some(percent) = rules.profile.whole(Key::ChangePercent) else { return };
    let by_start: HashMap<Date, &Balance> = periods.iter().map(|(_, b)| (b.period.from, *b)).collect();
    for (index, balance) in periods.iter().filter(|(_, b)| !b.noted) {
        let year_before = |day: Date| day.months_later(-12);
        let same_end = |b: &&&Balance| b.period.to.plus_days(1) == year_before(balance.period.to.plus_days(1));
        let Some(then) = by_start.get(&year_before(balance.period.from)).filter(same_end) else { continue };
        for (dir, cat, now) in &balance.by_category {
            let Some((_, _, old)) = then.by_category.iter().find(|(d, c, _)| d == dir && c == cat) else { continue };
            let (now, old) = (*now, *old);
            let apart = if now > old { now - old } else { old - now };
            if old.is_positive() && i128::from(apart.fen()) * 100 > i128::from(old.fen()) * i128::from(percent) {
                let mut finding = Finding::new(Severity::Warning, "REV-15", "rev-15-change", "lines");
                finding.arg("dir", *dir).arg("cat", *cat).arg("now", now).arg("then", old).arg("percent", percent);
                finding.arg("way", if now > old { "more" } else { "less" });
                finding.arg("from", then.period.from).arg("to", then.period.to);
                finding.arg("difference", apart);
                found.push((*index, finding));
            }
        }
    }
}

fn incomes(balance: &Balance) -> impl Iterator<Item = &'static str> + '_ {
    balance.by_category.iter().filter(|(dir, cat, _)| *dir == "income" && *cat != "other").map(|(_, cat, _)| *cat)
}

fn ledger_entries<'a>(library: &'a Library, index: Index, what: &'static str) -> impl Iterator<Item = &'a LedgerEntry> {
    library.records[index].facets.ledger_entries.iter().filter(move |p| p.what == what)
}

/// Periods that a chain may lag behind another before nobody waits for it any more.
const MOST_AHEAD: usize = 100;

/// REV-11: what public revenue gives to the maintenance fund arrives there in the same period or the next.
fn topups(library: &Library, rules: &Rules<'_>, chain: &[Index], fund: Option<&[Index]>, found: &mut Vec<(Index, Finding)>) {
    let fund = fund.unwrap_or_default();
    let mut taken: HashSet<(Index, &str)> = HashSet::new();
    let mut first = 0;
    for &index in chain {
        let Some(own) = balance(library, index).map(|b| b.period) else { continue };
        let period = |k: usize| balance(library, fund[k]).map_or(own, |b| b.period);
        // Both chains run in order of time: what ended before this period began is of no use to a later one.
        while first < fund.len() && period(first).to < own.from {
            first += 1;
        }
        let after = (first..fund.len()).find(|k| period(*k).from > own.to);
        let candidates = first..after.map_or(fund.len(), |k| k + 1);
        for topup in ledger_entries(library, index, "topup") {
            if fund.is_empty() {
                let mut finding = Finding::new(Severity::Info, "REV-11", "rev-11-no-chain", topup.at.as_str());
                finding.arg("amount", topup.amount);
                found.push((index, finding));
                continue;
            }
            let arrived = candidates.clone().find_map(|k| {
                let free = |p: &&LedgerEntry| p.amount == topup.amount && !taken.contains(&(fund[k], &*p.fragment));
                ledger_entries(library, fund[k], "income").find(free).map(|p| (fund[k], &*p.fragment))
            });
            if let Some(arrived) = arrived {
                taken.insert(arrived);
                continue;
            }
            let mut finding = Finding::new(Severity::Warning, "REV-11", "rev-11-not-arrived", topup.at.as_str());
            finding.arg("amount", topup.amount);
            if after.is_none() {
                // The fund's next period is still to come.
                let Some(mut next) = fund.last().and_then(|last| balance(library, *last)).map(|b| b.period) else { continue };
                next = following(next);
                for _ in 0..MOST_AHEAD {
                    if next.from > own.to {
                        break;
                    }
                    next = following(next);
                }
                finding.after(last_day(next.to, rules.profile.whole(Key::PublishDays).unwrap_or(0), rules));
            }
            found.push((index, finding));
        }
    }
}

/// REV-12: what an account pays for works is what the works say was paid, at about the same time.
fn payments(library: &Library, rules: &Rules<'_>, found: &mut Vec<(Index, Finding)>) {
    let mut by_payment: BTreeMap<&Ref, Vec<(Index, &LedgerEntry)>> = BTreeMap::new();
    for index in standing(library) {
        for line in ledger_entries(library, index, "pays") {
            if let Some(target) = &line.counterpart {
                by_payment.entry(target).or_default().push((index, line));
            }
        }
    }
    let days = rules.profile.whole(Key::PaysDays);
    for (target, mut lines) in by_payment {
        let Some(works) = library.find(&target.id).filter(|w| library.is_shown(*w)) else { continue };
        let Some(payment) = ledger_entries(library, works, "payment").find(|p| Some(&*p.fragment) == target.fragment.as_deref()) else {
            continue;
        };
        lines.sort_by_key(|(index, line)| (balance(library, *index).map(|b| b.period), *index, line.at.len(), line.at.as_str()));
        let sum: Money = lines.iter().map(|(_, line)| line.amount).sum();
        let Some((last, line)) = lines.last() else { continue };
        if sum != payment.amount {
            let mut finding = Finding::new(Severity::Warning, "REV-12", "rev-12-amount", line.at.as_str());
            finding.arg("lines", lines.len()).arg("sum", sum).arg("paid", payment.amount).arg("payment", target.to_string());
            finding.arg("difference", if sum > payment.amount { sum - payment.amount } else { payment.amount - sum });
            finding.arg("way", if sum > payment.amount { "more" } else { "less" });
            found.push((*last, finding));
        }
        let (Some(days), Some(paid)) = (days, payment.date) else { continue };
        for (index, line) in &lines {
            // A line without a day of its own lies somewhere in its period.
            let Some(period) = line.date.map(|d| DatePeriod { from: d, to: d }).or_else(|| balance(library, *index).map(|b| b.period))
            else {
                continue;
            };
            let near = period.from.plus_days(-i64::from(days)) <= paid && paid <= period.to.plus_days(i64::from(days));
            if !near {
                let at = if line.date.is_some() { line.at.replace(".amount", ".date") } else { line.at.clone() };
                let mut finding = Finding::new(Severity::Warning, "REV-12", "rev-12-date", at);
                finding.arg("from", period.from).arg("to", period.to).arg("dated", if line.date.is_some() { "yes" } else { "no" });
                finding.arg("paid", paid).arg("days", days).arg("payment", target.to_string());
                found.push((*index, finding));
            }
        }
    }
}

/// Who supervises.
const SUPERVISION: &[&str] = &["supervision_committee", "supervision_group"];

/// REV-13: of those who prepared and reviewed an account one is of the supervision.
fn supervision(library: &Library, index: Index, found: &mut Vec<(Index, Finding)>) {
    let record = &library.records[index];
    if record.facets.balance.is_none() {
        return;
    }
    let (prepared, reviewed) = (&record.envelope.prepared_by, &record.envelope.reviewed_by);
    let named: Vec<&Ref> = [prepared, reviewed].into_iter().flatten().collect();
    // The same person twice is told already.
    if named.is_empty() || (prepared.is_some() && prepared == reviewed) {
        return;
    }
    // What is not known is not held against anybody.
    let supervises = |who: &&Ref| {
        let Some(facets) = library.get(&who.id).map(|r| &r.facets) else { return true };
        let post = who.fragment.as_deref().is_some_and(|post| facets.overseers.iter().any(|o| **o == *post));
        post || facets.organization_type.is_none_or(|code| SUPERVISION.contains(&code))
    };
    if !named.iter().any(supervises) {
        let at = if reviewed.is_some() { "reviewed_by" } else { "prepared_by" };
        found.push((index, Finding::new(Severity::Warning, "REV-13", "rev-13-no-supervision", at)));
    }
}

/// REV-16: a period without any money says so in words.
fn in_words(library: &Library, index: Index, found: &mut Vec<(Index, Finding)>) {
    let record = &library.records[index];
    let Some(balance) = record.facets.balance.as_ref().filter(|b| b.by_category.is_empty() && !b.noted) else { return };
    if record.bodies.iter().flatten().all(|body| body.chunks.is_empty()) {
        let mut finding = Finding::new(Severity::Info, "REV-16", "rev-16-silent", "lines");
        finding.arg("from", balance.period.from).arg("to", balance.period.to);
        found.push((index, finding));
    }
}

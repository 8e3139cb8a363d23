//! Accounts compared with each other and with the projects they pay for (REV-06, REV-11 to REV-16).
//!
//! In: chains of accounts, ledger entries, organizations. Out: findings at the line or field of one of the records. Always: sums
//! are exact to the fen; only published periods count; a finding about a future date carries the day from which it holds, and the
//! rule does not use the build date.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Index, RelateCx};
use crate::profile::Key;
use crate::record::codelists::{Direction, EntryKind, Fund, LedgerCategory, OrganizationType};
use crate::record::facet::{Balance, LedgerEntry};
use crate::relate::Library;
use crate::value::figures::{Figure, figures};
use crate::value::{Date, DatePeriod, Money, Ref};

fn balance(library: &Library, index: Index) -> Option<&Balance> {
    library.records[index].facets.balance.as_ref()
}

/// Chains of public revenue.
fn public_chains(library: &Library) -> impl Iterator<Item = &[Index]> {
    let is_public = |chain: &&[Index]| chain.first().and_then(|i| balance(library, *i)).is_some_and(|b| b.fund == Fund::PublicRevenue);
    library.chains.iter().map(|chain| &**chain).filter(is_public)
}

/// The period after this one, of the same length: in months if it consists of whole months, else in days.
fn following(period: DatePeriod) -> DatePeriod {
    let from = period.to.plus_days(1);
    if period.from.day() == 1 && from.day() == 1 {
        let months =
            (i64::from(from.year()) - i64::from(period.from.year())) * 12 + i64::from(from.month()) - i64::from(period.from.month());
        return DatePeriod { from, to: from.plus_months(months).plus_days(-1) };
    }
    DatePeriod { from, to: from.plus_days(period.from.days_to(period.to)) }
}

/// The accounts of the period after the newest have a deadline, too.
pub(super) fn rev_06(cx: &mut RelateCx<'_>) {
    let (library, profile) = (cx.library, cx.rules.profile);
    let Some(days) = profile.whole(Key::PublishDays) else { return };
    for newest in library.chains.iter().filter_map(|chain| chain.last()) {
        let Some(balance) = balance(library, *newest).filter(|b| b.fund.is_regular()) else { continue };
        let next = following(balance.period);
        let last = cx.last_day_to_come(next.to, days);
        let finding = cx.info(*newest, "REV-06", "rev-06-next", "period.to");
        finding.arg("from", next.from).arg("to", next.to).arg("days", days).arg("last", last);
        finding.law(profile.law(Key::PublishDays)).after(last);
    }
}

/// An audit of each calendar year that the chain covers completely, due at the end of June of the following year.
pub(super) fn rev_14(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    if cx.rules.profile.is_on(Key::AuditYearly) {
        public_chains(library).for_each(|chain| audits(cx, chain));
    }
}

fn audits(cx: &mut RelateCx<'_>, chain: &[Index]) {
    let library = cx.library;
    let latest = chain.iter().filter_map(|i| balance(library, *i)?.audited).max();
    // The day from which the chain has no gap.
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
            let law = cx.rules.profile.law(Key::AuditYearly);
            let finding = cx.warning(index, "REV-14", "rev-14-missing", "period.to");
            finding.arg("year", year.to_string()).arg("last", deadline).law(law).after(deadline);
        }
    }
}

/// A missing regular income needs an explanation, and so does a total far from that of the year before.
pub(super) fn rev_15(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    for chain in &library.chains {
        let periods: Vec<(Index, &Balance)> = chain.iter().filter_map(|i| Some((*i, balance(library, *i)?))).collect();
        missing_incomes(cx, &periods);
        changed_totals(cx, &periods);
    }
}

fn missing_incomes(cx: &mut RelateCx<'_>, periods: &[(Index, &Balance)]) {
    let Some(seen) = cx.rules.profile.whole(Key::PeriodsSeen).map(|n| n as usize).filter(|n| *n > 0) else { return };
    // For each income, the number of consecutive periods up to now that have it.
    let mut runs: BTreeMap<&str, usize> = BTreeMap::new();
    for (index, balance) in periods {
        let here: HashSet<&str> = incomes(balance).collect();
        for (cat, _) in runs.iter().filter(|(cat, n)| **n >= seen && !here.contains(*cat) && !balance.noted) {
            cx.warning(*index, "REV-15", "rev-15-missing", "lines").arg("cat", *cat).arg("periods", seen);
        }
        runs.retain(|cat, _| here.contains(cat));
        for cat in incomes(balance) {
            *runs.entry(cat).or_default() += 1;
        }
    }
}

fn changed_totals(cx: &mut RelateCx<'_>, periods: &[(Index, &Balance)]) {
    let Some(percent) = cx.rules.profile.whole(Key::ChangePercent) else { return };
    let by_start: HashMap<Date, &Balance> = periods.iter().map(|(_, b)| (b.period.from, *b)).collect();
    for (index, balance) in periods.iter().filter(|(_, b)| !b.noted) {
        let year_before = |day: Date| day.months_later(-12);
        let same_end = |b: &&&Balance| b.period.to.plus_days(1) == year_before(balance.period.to.plus_days(1));
        let Some(then) = by_start.get(&year_before(balance.period.from)).filter(same_end) else { continue };
        for (dir, cat, now) in &balance.by_category {
            let Some((_, _, old)) = then.by_category.iter().find(|(d, c, _)| d == dir && c == cat) else { continue };
            let (now, old) = (*now, *old);
            let difference = if now > old { now - old } else { old - now };
            if old.is_positive() && i128::from(difference.fen()) * 100 > i128::from(old.fen()) * i128::from(percent) {
                let finding = cx.warning(*index, "REV-15", "rev-15-change", "lines");
                finding.arg("dir", dir.code()).arg("cat", cat.code()).arg("now", now).arg("then", old).arg("percent", percent);
                finding.arg("way", if now > old { "more" } else { "less" });
                finding.arg("from", then.period.from).arg("to", then.period.to);
                finding.arg("difference", difference);
            }
        }
    }
}

fn incomes(balance: &Balance) -> impl Iterator<Item = &'static str> + '_ {
    balance
        .by_category
        .iter()
        .filter(|(dir, cat, _)| *dir == Direction::Income && *cat != LedgerCategory::Other)
        .map(|(_, cat, _)| cat.code())
}

fn ledger_entries(library: &Library, index: Index, what: EntryKind) -> impl Iterator<Item = &LedgerEntry> {
    library.records[index].facets.ledger_entries.iter().filter(move |p| p.what == what)
}

/// A chain may lag this many periods behind another; after that the rule does not wait for it.
const MOST_AHEAD: usize = 100;

/// A payment from public revenue into the maintenance fund appears in the fund's accounts of the same period or the next.
pub(super) fn rev_11(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    let first = |chain: &[Index]| chain.first().and_then(|i| balance(library, *i));
    let funds: HashMap<&Ref, &[Index]> = library
        .chains
        .iter()
        .filter_map(|chain| first(chain).filter(|b| b.fund == Fund::MaintenanceFund).map(|b| (&b.scope, &**chain)))
        .collect();
    for chain in public_chains(library) {
        let fund = first(chain).and_then(|b| funds.get(&b.scope)).copied().unwrap_or_default();
        topups(cx, chain, fund);
    }
}

fn topups(cx: &mut RelateCx<'_>, chain: &[Index], fund: &[Index]) {
    let library = cx.library;
    let mut taken: HashSet<(Index, &str)> = HashSet::new();
    let mut first = 0;
    for &index in chain {
        let Some(own) = balance(library, index).map(|b| b.period) else { continue };
        let period = |k: usize| balance(library, fund[k]).map_or(own, |b| b.period);
        // Both chains are in order of time: a period that ended before this one began cannot match a later one.
        while first < fund.len() && period(first).to < own.from {
            first += 1;
        }
        let after = (first..fund.len()).find(|k| period(*k).from > own.to);
        let candidates = first..after.map_or(fund.len(), |k| k + 1);
        for topup in ledger_entries(library, index, EntryKind::TopUp) {
            if fund.is_empty() {
                cx.info(index, "REV-11", "rev-11-no-chain", topup.at.as_str()).arg("amount", topup.amount);
                continue;
            }
            let arrived = candidates.clone().find_map(|k| {
                let free = |p: &&LedgerEntry| p.amount == topup.amount && !taken.contains(&(fund[k], &*p.fragment));
                ledger_entries(library, fund[k], EntryKind::Income).find(free).map(|p| (fund[k], &*p.fragment))
            });
            if let Some(arrived) = arrived {
                taken.insert(arrived);
                continue;
            }
            // If the fund's next period is not published yet, the finding waits for its deadline.
            let deadline = if after.is_none() {
                let Some(next) = next_after(library, fund, own) else { continue };
                Some(cx.last_day_to_come(next.to, cx.rules.profile.whole(Key::PublishDays).unwrap_or(0)))
            } else {
                None
            };
            let finding = cx.warning(index, "REV-11", "rev-11-not-arrived", topup.at.as_str());
            finding.arg("amount", topup.amount);
            if let Some(deadline) = deadline {
                finding.after(deadline);
            }
        }
    }
}

/// The first period of a fund that begins after another period, extrapolated from the fund's newest.
fn next_after(library: &Library, fund: &[Index], other: DatePeriod) -> Option<DatePeriod> {
    let newest = balance(library, *fund.last()?)?.period;
    let mut next = following(newest);
    for _ in 0..MOST_AHEAD {
        if next.from > other.to {
            break;
        }
        next = following(next);
    }
    Some(next)
}

/// A payment in an account equals the payment in the project's record, at about the same time.
pub(super) fn rev_12(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    let mut by_payment: BTreeMap<&Ref, Vec<(Index, &LedgerEntry)>> = BTreeMap::new();
    for index in cx.current() {
        for line in ledger_entries(library, index, EntryKind::Pays) {
            if let Some(target) = &line.counterpart {
                by_payment.entry(target).or_default().push((index, line));
            }
        }
    }
    for (target, mut lines) in by_payment {
        let Some(works) = library.find(&target.id).filter(|w| library.is_shown(*w)) else { continue };
        let Some(payment) = ledger_entries(library, works, EntryKind::Payment).find(|p| Some(&*p.fragment) == target.fragment.as_deref())
        else {
            continue;
        };
        crate::order::sort_by_key(&mut lines, |(index, line)| {
            (balance(library, *index).map(|b| b.period), *index, line.at.len(), line.at.as_str())
        });
        paid_amount(cx, target, payment, &lines);
        paid_dates(cx, target, payment, &lines);
    }
}

fn paid_amount(cx: &mut RelateCx<'_>, target: &Ref, payment: &LedgerEntry, lines: &[(Index, &LedgerEntry)]) {
    let sum: Money = lines.iter().map(|(_, line)| line.amount).sum();
    let Some((last, line)) = lines.last().filter(|_| sum != payment.amount) else { return };
    let finding = cx.warning(*last, "REV-12", "rev-12-amount", line.at.as_str());
    finding.arg("lines", lines.len()).arg("sum", sum).arg("paid", payment.amount).arg("payment", target.to_string());
    finding.arg("difference", if sum > payment.amount { sum - payment.amount } else { payment.amount - sum });
    finding.arg("way", if sum > payment.amount { "more" } else { "less" });
}

fn paid_dates(cx: &mut RelateCx<'_>, target: &Ref, payment: &LedgerEntry, lines: &[(Index, &LedgerEntry)]) {
    let (Some(days), Some(paid)) = (cx.rules.profile.whole(Key::PaysDays), payment.date) else { return };
    for (index, line) in lines {
        // A line without a date may be of any day in its period.
        let own = line.date.map(|d| DatePeriod { from: d, to: d });
        let Some(period) = own.or_else(|| balance(cx.library, *index).map(|b| b.period)) else { continue };
        let near = period.from.plus_days(-i64::from(days)) <= paid && paid <= period.to.plus_days(i64::from(days));
        if !near {
            let at = if line.date.is_some() { line.at.replace(".amount", ".date") } else { line.at.clone() };
            let finding = cx.warning(*index, "REV-12", "rev-12-date", at);
            finding.arg("from", period.from).arg("to", period.to).arg("dated", if line.date.is_some() { "yes" } else { "no" });
            finding.arg("paid", paid).arg("days", days).arg("payment", target.to_string());
        }
    }
}

/// One of those who prepared and reviewed an account belongs to the supervising body.
pub(super) fn rev_13(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    for index in cx.current() {
        let record = &library.records[index];
        let (prepared, reviewed) = (&record.envelope.prepared_by, &record.envelope.reviewed_by);
        let named: Vec<&Ref> = [prepared, reviewed].into_iter().flatten().collect();
        // Another rule already reports the same person in both roles.
        if record.facets.balance.is_none() || named.is_empty() || (prepared.is_some() && prepared == reviewed) {
            continue;
        }
        // A missing fact causes no finding.
        let supervises = |who: &&Ref| {
            let Some(facets) = library.get(&who.id).map(|r| &r.facets) else { return true };
            let post = who.fragment.as_deref().is_some_and(|post| facets.overseers.iter().any(|o| **o == *post));
            post || facets.organization_type.is_none_or(OrganizationType::supervises)
        };
        if !named.iter().any(supervises) {
            let at = if reviewed.is_some() { "reviewed_by" } else { "prepared_by" };
            cx.warning(index, "REV-13", "rev-13-no-supervision", at);
        }
    }
}

/// Whether a file is a sheet of figures by its name.
fn is_sheet(name: &str) -> bool {
    let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
    matches!(end.as_str(), "xls" | "xlsx" | "et" | "ods" | "csv")
}

/// An amount of money in a text that is neither of the balances.
fn foreign_amount(text: &str, balance: &Balance) -> Option<String> {
    let known: Vec<_> = [balance.opening, balance.closing, Money::ZERO]
        .iter()
        .flat_map(|money| figures(&money.to_string()))
        .map(|figure| figure.value)
        .collect();
    let is_money = |figure: &&Figure| {
        let written = &text[figure.range.clone()];
        let cents = written.rsplit_once(['.', '．']).is_some_and(|(_, cents)| cents.chars().count() == 2);
        let (before, after) = (text[..figure.range.start].trim_end(), text[figure.range.end..].trim_start());
        let unit = after.starts_with(['元', '圆', '块']) || after.starts_with("万元") || after.starts_with("yuan");
        cents || unit || before.ends_with(['¥', '￥']) || before.ends_with("CNY") || before.ends_with("RMB")
    };
    let found = figures(text);
    found.iter().filter(is_money).find(|figure| !known.contains(&figure.value)).map(|figure| text[figure.range.clone()].to_owned())
}

/// A period without any entries says so in its text, and its text and files hold no entries that the record lacks.
pub(super) fn rev_16(cx: &mut RelateCx<'_>) {
    let library = cx.library;
    for index in cx.current() {
        let record = &library.records[index];
        let Some(balance) = record.facets.balance.as_ref().filter(|b| b.by_category.is_empty()) else { continue };
        if record.bodies.iter().flatten().all(|body| body.chunks.is_empty()) && !balance.noted {
            let finding = cx.info(index, "REV-16", "rev-16-silent", "lines");
            finding.arg("from", balance.period.from).arg("to", balance.period.to);
        }
        let amount = record.bodies.iter().flatten().find_map(|body| foreign_amount(&body.plain, balance));
        if let Some(amount) = amount {
            cx.warning(index, "REV-16", "rev-16-in-text", "lines").arg("amount", amount);
        } else if let Some(sheet) = record.files.iter().find(|file| is_sheet(&file.name)) {
            cx.warning(index, "REV-16", "rev-16-in-file", "lines").arg("file", sheet.name.as_str());
        }
    }
}

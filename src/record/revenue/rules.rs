//! The rules that hold inside one period of a fund. Rules between periods read the facets.
//!
//! In: the fields. Out: findings at the very figure. Always: sums are exact to the fen; no rule asks for the
//! day; a rule is a function named after its id and stands in [`RULES`].

use super::fields::{Line, Revenue};
use crate::profile::Key;
use crate::record::check_cx::CheckCx;
use crate::record::codelists::{Direction, Fund, LedgerCategory};
use crate::value::{Money, OpenPeriod, Text};

type Rule = fn(&Revenue, &mut CheckCx<'_>);

/// Every rule that holds inside one period.
pub(super) const RULES: &[Rule] =
    &[rev_01, rev_04, com_03_category, rev_05, rev_06, rev_07, rev_08, rev_09, rev_10, rev_13, rev_14, rev_17, rev_18];

/// `a` and `b` apart, without sign.
fn difference(a: Money, b: Money) -> Money {
    if a > b { a - b } else { b - a }
}

/// REV-01: opening + income − expense = closing, to the fen.
fn rev_01(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let Some((opening, closing)) = revenue.balances() else { return };
    let computed = revenue.computed_closing(opening);
    if computed != closing {
        let finding = cx.error("REV-01", "rev-01-balance", "closing");
        finding.arg("opening", opening).arg("income", revenue.total(Direction::Income)).arg("expense", revenue.total(Direction::Expense));
        finding.arg("computed", computed).arg("closing", closing).arg("difference", difference(computed, closing));
        finding.arg("way", if closing > computed { "more" } else { "less" }).related("opening", "rev-01-opening-here");
    }
}

/// REV-04: amounts are positive, and totals stated on paper are those of the lines.
fn rev_04(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    for (index, line) in revenue.lines.iter().enumerate().filter(|(_, line)| !line.amount.is_positive()) {
        let message = if line.amount.is_zero() { "rev-04-zero" } else { "rev-04-negative" };
        let finding = cx.error("REV-04", message, format!("lines[{index}].amount"));
        finding.arg("amount", line.amount).arg("positive", Money::ZERO - line.amount).arg("item", line.item.primary());
        let other = if line.dir == Direction::Income { Direction::Expense } else { Direction::Income };
        finding.arg("dir", line.dir.code()).arg("other", other.code());
    }
    let Some(stated) = &revenue.stated else { return };
    for (dir, total) in [(Direction::Income, stated.income), (Direction::Expense, stated.expense)] {
        let computed = revenue.total(dir);
        if let Some(total) = total.filter(|total| *total != computed) {
            let finding = cx.error("REV-04", "rev-04-stated", format!("stated.{}", dir.code()));
            finding.arg("dir", dir.code()).arg("stated", total).arg("computed", computed).arg("difference", difference(total, computed));
        }
    }
}

/// A category of the other side is mostly a slip in `dir`.
fn com_03_category(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    for (index, line) in revenue.lines.iter().enumerate() {
        if line.cat.direction().is_some_and(|dir| dir != line.dir) {
            let finding = cx.warning("COM-03", "com-03-category-side", format!("lines[{index}].cat"));
            finding.arg("cat", line.cat.code()).arg("dir", line.dir.code());
        }
    }
}

/// REV-05: what is dated is dated inside the period.
fn rev_05(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    for (index, line) in revenue.lines.iter().enumerate() {
        if let Some(date) = line.date.filter(|date| !revenue.period.contains(*date)) {
            let finding = cx.warning("REV-05", "rev-05-outside", format!("lines[{index}].date"));
            finding.arg("item", line.item.primary()).arg("date", date);
            finding.arg("from", revenue.period.from).arg("to", revenue.period.to).related("period", "rev-05-outside-period");
        }
    }
}

/// REV-06: published within the days that the profile gives. That the next period is due is told by its chain.
fn rev_06(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let Some(days) = cx.profile.whole(Key::PublishDays).filter(|_| !revenue.budget) else { return };
    let to = revenue.period.to;
    let (last, published) = (cx.last_day(to, days), cx.envelope.published);
    if published > last {
        let law = cx.profile.law(Key::PublishDays);
        let finding = cx.warning("REV-06", "rev-06-late", "published");
        finding.arg("to", to).arg("published", published).arg("last", last).arg("days", days).arg("late", last.days_to(published));
        finding.law(law).related("period.to", "rev-06-late-end");
    }
}

/// REV-07: a period is no longer than the profile allows.
fn rev_07(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let key = match revenue.fund {
        Fund::PublicRevenue => Key::PublicMonths,
        Fund::MaintenanceFund => Key::MaintenanceMonths,
        _ => return,
    };
    let Some(months) = cx.profile.whole(key).filter(|_| !revenue.budget) else { return };
    let last = revenue.period.from.months_later(i64::from(months)).plus_days(-1);
    if revenue.period.to > last {
        let law = cx.profile.law(key);
        let finding = cx.warning("REV-07", "rev-07-long", "period");
        finding.arg("fund", revenue.fund.code()).arg("from", revenue.period.from).arg("to", revenue.period.to);
        finding.arg("months", months).arg("last", last).law(law);
    }
}

/// REV-08: income from what belongs to all owners names its contract, or their decision.
fn rev_08(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    if revenue.fund != Fund::PublicRevenue || revenue.budget {
        return;
    }
    let bare = |line: &Line| line.dir == Direction::Income && line.is_common_use() && line.contract.is_none() && line.decision.is_none();
    for (index, line) in revenue.lines.iter().enumerate().filter(|(_, line)| bare(line)) {
        let finding = cx.warning("REV-08", "rev-08-no-basis", format!("lines[{index}].cat"));
        finding.arg("item", line.item.primary()).arg("amount", line.amount);
    }
}

/// REV-09: spending of the owners' money above the limit names the decision. Taxes are not decided on, and money that
/// moves to the owners' other fund is not spent.
fn rev_09(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let Some(limit) = cx.profile.money(Key::DecisionOver) else { return };
    if revenue.budget || !matches!(revenue.fund, Fund::PublicRevenue | Fund::MaintenanceFund) {
        return;
    }
    let free = |line: &Line| line.decision.is_some() || matches!(line.cat, LedgerCategory::Tax | LedgerCategory::FundTopup);
    for (index, line) in revenue.lines.iter().enumerate() {
        if line.dir == Direction::Expense && line.amount > limit && !free(line) {
            let law = cx.profile.law(Key::DecisionOver);
            let finding = cx.warning("REV-09", "rev-09-no-decision", format!("lines[{index}].amount"));
            finding.arg("item", line.item.primary()).arg("amount", line.amount).arg("limit", limit).law(law);
        }
    }
}

/// REV-10: the share of the period's proceeds that goes to the maintenance fund. Proceeds are the income less its
/// reasonable cost and taxes (Civil Code, article 282).
fn rev_10(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let Some(share) = cx.profile.share(Key::TopupShare).filter(|_| revenue.fund == Fund::PublicRevenue && !revenue.budget) else { return };
    let spent_on = |wanted: &[LedgerCategory]| -> Money {
        revenue.lines.iter().filter(|l| l.dir == Direction::Expense && wanted.contains(&l.cat)).map(|l| l.amount).sum()
    };
    let (income, cost, given) =
        (revenue.total(Direction::Income), spent_on(&[LedgerCategory::Cost, LedgerCategory::Tax]), spent_on(&[LedgerCategory::FundTopup]));
    let proceeds = income - cost;
    if proceeds.is_positive() && !share.reached(given.fen(), proceeds.fen()) {
        let law = cx.profile.law(Key::TopupShare);
        let at = revenue.lines.iter().position(|l| l.dir == Direction::Expense && l.cat == LedgerCategory::FundTopup);
        let finding = cx.warning("REV-10", "rev-10-share", at.map_or_else(|| "lines".to_owned(), |i| format!("lines[{i}].amount")));
        finding.arg("income", income).arg("cost", cost).arg("proceeds", proceeds).arg("given", given);
        finding.arg("over", if share.over { "yes" } else { "no" }).arg("share", format!("{}/{}", share.num, share.den)).law(law);
    }
}

/// REV-13: who prepared the accounts does not review them. Who belongs to the supervision is asked of the organizations.
fn rev_13(_: &Revenue, cx: &mut CheckCx<'_>) {
    if let (Some(prepared), Some(reviewed)) = (&cx.envelope.prepared_by, &cx.envelope.reviewed_by)
        && prepared == reviewed
    {
        let who = reviewed.to_string();
        cx.warning("REV-13", "rev-13-same", "reviewed_by").arg("who", who).related("prepared_by", "rev-13-same-prepared");
    }
}

/// REV-14: an audit is posted as long as the profile asks, where the record says how long.
fn rev_14(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let Some(days) = cx.profile.whole(Key::AuditPostingDays) else { return };
    let Some(audit) = &revenue.audit else { return };
    let (from, to, at) = match (cx.envelope.posting, &revenue.objection) {
        (Some(OpenPeriod { to: None, .. }), _) => return,
        (Some(OpenPeriod { from, to: Some(to) }), _) => (from, to, "posting.to"),
        (None, Some(objection)) => (cx.envelope.published, objection.until, "objection.until"),
        (None, None) => return,
    };
    // A report made after the posting began hangs from its own day.
    let from = from.max(audit.date);
    let last = from.plus_days(i64::from(days));
    if to < last {
        let law = cx.profile.law(Key::AuditPostingDays);
        let finding = cx.warning("REV-14", "rev-14-short", at);
        finding.arg("from", from).arg("to", to).arg("days", days).arg("last", last).law(law);
    }
}

/// REV-18: what is published as accounts is over. Of a plan nothing has come in or gone out yet, and it says that it is one.
fn rev_18(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let (to, published) = (revenue.period.to, cx.envelope.published);
    if to > published && !revenue.budget {
        let finding = cx.error("REV-18", "rev-18-future", "period.to");
        finding.arg("to", to).arg("published", published).related("published", "rev-18-published-here");
    }
}

/// Digits that end a masked account.
const SHOWN_DIGITS: usize = 4;
/// So many digits in a row are an account, or most of one.
const LONG_RUN: usize = 8;

/// REV-17: of an account no more than the last four digits are shown.
fn rev_17(revenue: &Revenue, cx: &mut CheckCx<'_>) {
    let Some(account) = &revenue.account else { return };
    let mut report = |at: &'static str, digits: usize| {
        cx.error("REV-17", "rev-17-digits", at).arg("digits", digits).arg("shown", SHOWN_DIGITS);
    };
    let in_last = account.last4.as_ref().map_or(0, |last4| digit_runs(last4).iter().map(|(n, _)| n).sum::<usize>());
    if in_last > SHOWN_DIGITS {
        report("account.last4", in_last);
    }
    if let Some(digits) = unmasked(&account.bank) {
        report("account.bank", digits);
    }
}

/// Length of the run of digits that shows too much.
fn unmasked(text: &Text) -> Option<usize> {
    let too_long = |(_, words): (_, &str)| {
        digit_runs(words).into_iter().find(|(n, ends)| *n >= LONG_RUN || (*ends && *n > SHOWN_DIGITS)).map(|(n, _)| n)
    };
    text.all().find_map(too_long)
}

/// Runs of digits, blanks and hyphens between them left out, and whether each ends the text.
fn digit_runs(text: &str) -> Vec<(usize, bool)> {
    let tidy = crate::value::half_width(text);
    let mut runs = Vec::new();
    let mut run = 0usize;
    for c in tidy.chars() {
        match c {
            c if c.is_ascii_digit() => run += 1,
            ' ' | '-' => {}
            _ if run > 0 => runs.push((std::mem::take(&mut run), false)),
            _ => {}
        }
    }
    if run > 0 {
        runs.push((run, true));
    }
    runs
}

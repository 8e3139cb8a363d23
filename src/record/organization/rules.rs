//! The rules of `organization` that hold inside one record.
//!
//! In: the fields. Out: findings at the very field. Always: a rule is a function named after its code and is listed in
//! [`RULES`].

use super::fields::Organization;
use crate::profile::Key;
use crate::record::check_cx::CheckCx;
use crate::record::codelists::OrganizationType;
use crate::value::Date;
use std::collections::BTreeMap;

pub(super) const RULES: &[fn(&Organization, &mut CheckCx<'_>)] = &[org_01, org_02];

/// The check character of a unified social credit code (GB 32100-2015: weights 3ⁱ, modulus 31).
pub(super) fn uscc_check(code: &str) -> Option<char> {
    const ALPHABET: &[u8] = b"0123456789ABCDEFGHJKLMNPQRTUWXY";
    let mut sum = 0;
    let mut weight = 1;
    for byte in code.bytes().take(17) {
        sum += weight * ALPHABET.iter().position(|c| *c == byte)?;
        weight = weight * 3 % 31;
    }
    Some(ALPHABET[(31 - sum % 31) % 31] as char)
}

/// The credit code has 18 characters of its alphabet and the right last one.
fn org_01(o: &Organization, cx: &mut CheckCx<'_>) {
    let Some(code) = &o.uscc else { return };
    let check = if code.len() == 18 { uscc_check(code) } else { None };
    match check {
        None => cx.error("ORG-01", "org-01-shape", "uscc").arg("text", code.as_str()).arg("count", code.chars().count()),
        Some(right) if !code.ends_with(right) => {
            let last = code.chars().last().unwrap_or(' ').to_string();
            cx.error("ORG-01", "org-01-check", "uscc").arg("text", code.as_str()).arg("last", last).arg("right", right.to_string())
        }
        Some(_) => return,
    };
}

/// A term that ends has a successor; an owners' committee is filed in time.
fn org_02(o: &Organization, cx: &mut CheckCx<'_>) {
    if o.ended.is_some() {
        return;
    }
    // By the last day: one election fills many seats, and its end is said once.
    let mut ends: BTreeMap<Date, Vec<usize>> = BTreeMap::new();
    for (i, role) in o.roles.iter().enumerate() {
        let Some(term) = role.term else { continue };
        let Some(end) = term.to else { continue };
        if !o.roles.iter().any(|other| other.role == role.role && other.term.is_some_and(|t| t.outlasts(term))) {
            ends.entry(end).or_default().push(i);
        }
    }
    for (end, roles) in ends {
        let finding = cx.warning("ORG-02", "org-02-term", format!("roles[{}].term", roles[0]));
        finding.arg("end", end).arg("count", roles.len()).after(end);
    }
    let elected = o.founded.or_else(|| o.roles.iter().filter_map(|r| r.term).map(|t| t.from).min());
    let (Some(days), Some(elected)) = (cx.profile.whole(Key::FilingDays), elected) else { return };
    if o.kind != OrganizationType::OwnersCommittee {
        return;
    }
    let last = cx.last_day(elected, days);
    let law = cx.profile.law(Key::FilingDays);
    let finding = match &o.filed {
        None => cx.warning("ORG-02", "org-02-unfiled", "type").after(last),
        Some(filed) if filed.date > last => cx.warning("ORG-02", "org-02-filed-late", "filed.date").arg("filed", filed.date),
        Some(_) => return,
    };
    finding.arg("elected", elected).arg("days", days).arg("last", last).law(law);
}

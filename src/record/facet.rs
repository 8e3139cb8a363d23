//! Facets: what a record offers to rules and pages beyond its own kind, without kinds naming each other.
//!
//! In: nothing (types only; `facets.rs` of each kind fills them). Always: names are neutral; codes are enums of `codelists`;
//! `at` is the locator of the field meant (`lines[3].amount`), so that a finding can be placed.

use super::codelists::{
    ActionState, DeadlineKind, Direction, EntryKind, Fund, LedgerCategory, OccurrenceState, OrganizationType, Outcome, ProjectStage,
};
use super::decision::Matter;
use super::envelope::Envelope;
use crate::profile::Key;
use crate::value::{Area, Date, DatePeriod, DateTime, Holidays, Moment, Money, Ref, Repeat, Text, TimeRange, Weekday};

/// All facets of one record.
#[derive(Debug, Clone, Default)]
pub struct Facets {
    /// The record above this one.
    pub parent: Option<Ref>,
    pub balance: Option<Balance>,
    pub ledger_entries: Vec<LedgerEntry>,
    /// Matters that need a decision made elsewhere.
    pub decision_claims: Vec<DecisionClaim>,
    pub decisions: Vec<Decision>,
    pub actions: Vec<Action>,
    /// A body met, or will.
    pub meeting_occurrence: Option<MeetingOccurrence>,
    pub deadlines: Vec<Deadline>,
    pub schedule: Option<Schedule>,
    /// When a place is open; empty where it does not say.
    pub opening_hours: Vec<OpeningHours>,
    /// Where a place is.
    pub location: Option<Whereabouts>,
    /// Services offered at a place.
    pub offers: Vec<Offer>,
    /// What is asked for taking part.
    pub charge: Option<Charge>,
    /// The locator of a file that alone says the main thing: then the body must say it as text.
    pub told_in_body: Option<&'static str>,
    /// Dates of what is said to have happened; none can lie ahead.
    pub happened: Vec<Happened>,
    /// Its title is a name that other texts call it by.
    pub named: bool,
    /// Something urgent in force until a moment.
    pub urgent: Option<Urgent>,
    /// The sums that matter most, by the word that names each: paper has them in capitals.
    pub amounts: Vec<(&'static str, Money)>,
    /// Programme counts stated and states of works, for `PRJ-13`.
    pub project_status: Option<ProjectStatus>,
    pub organization_type: Option<OrganizationType>,
    /// The telephone of an organization.
    pub phone: Option<String>,
    /// Whom readers are told to turn to, beside those that the deadlines name.
    pub contact: Option<Ref>,
    /// Ids of its posts that watch over others.
    pub overseers: Vec<Box<str>>,
}

/// One period of a chain of accounts.
#[derive(Debug, Clone, PartialEq)]
pub struct Balance {
    /// Scope and fund together name the chain.
    pub scope: Ref,
    pub fund: Fund,
    pub period: DatePeriod,
    pub opening: Money,
    pub income: Money,
    pub expense: Money,
    pub closing: Money,
    /// Income and expense by category, as the codelist orders them.
    pub by_category: Vec<(Direction, LedgerCategory, Money)>,
    /// The opening was restated: the balance before, as stated in `restated.opening`.
    pub restated: Option<Money>,
    /// Day of the auditor's report that stands with the period.
    pub audited: Option<Date>,
    /// The period carries a note of its own.
    pub noted: bool,
}

/// Money that leaves one book or enters another.
#[derive(Debug, Clone, PartialEq)]
pub struct LedgerEntry {
    /// Item id inside the record.
    pub fragment: Box<str>,
    pub at: String,
    pub what: EntryKind,
    pub date: Option<Date>,
    pub amount: Money,
    pub counterpart: Option<Ref>,
}

/// A matter that needs a decision of a certain kind, and the decision it names.
#[derive(Debug, Clone, PartialEq)]
pub struct DecisionClaim {
    pub at: String,
    pub decision: Ref,
    /// The matters that carry it; empty where any does.
    pub matters: &'static [Matter],
    /// The finding that is due where the decision named is another, or was not adopted.
    pub code: &'static str,
    pub message: &'static str,
}

/// A matter decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    pub fragment: Box<str>,
    pub at: String,
    pub title: Text,
    pub matter: Option<Matter>,
    pub outcome: Option<Outcome>,
    /// Votes for, votes against, abstentions, spoilt votes; as far as they were counted.
    pub votes: Option<[Option<i64>; 4]>,
    /// Options that a ballot elected or chose, as far as their names are published.
    pub chosen: Vec<Text>,
}

impl Decision {
    pub fn is_adopted(&self) -> bool {
        matches!(self.outcome, Some(Outcome::Adopted | Outcome::Agreed)) || !self.chosen.is_empty()
    }
}

/// Something somebody promised to do.
#[derive(Debug, Clone, PartialEq)]
pub struct Action {
    pub fragment: Box<str>,
    pub at: String,
    pub text: Text,
    pub owner: Option<Ref>,
    pub due: Option<Date>,
    pub state: ActionState,
    pub done_on: Option<Date>,
    /// The action of an earlier record that this one carries on.
    pub from: Option<Ref>,
    /// When it was agreed: orders the carrying.
    pub agreed: Date,
}

/// A body meeting, for how often it does.
#[derive(Debug, Clone, PartialEq)]
pub struct MeetingOccurrence {
    pub organ: Ref,
    /// Code of the body that meets: one organization may convene several.
    pub body: &'static str,
    pub date: Date,
    /// It took place.
    pub held: bool,
    /// The number of months within which it meets again.
    pub every: Option<Key>,
}

/// Opening hours on one weekday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct OpeningHours {
    pub day: Weekday,
    pub time: TimeRange,
}

/// Where a place is, in words and on the map.
#[derive(Debug, Clone, PartialEq)]
pub struct Whereabouts {
    pub address: Option<Text>,
    /// Latitude and longitude in degrees, WGS-84, as typed.
    pub position: Option<(String, String)>,
}

/// A service at a place.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    pub name: Text,
    pub provider: Option<Ref>,
    pub fee: Option<Money>,
}

/// What one pays, and to whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Charge {
    pub at: &'static str,
    pub fee: Money,
    pub provider: Ref,
}

/// A date by which something must happen.
#[derive(Debug, Clone, PartialEq)]
pub struct Deadline {
    pub what: DeadlineKind,
    pub at: String,
    pub from: Option<Date>,
    pub until: Date,
    pub contact: Option<Ref>,
}

impl Deadline {
    /// The end of the time on the notice board, which every kind may have; a posting may have none.
    pub fn posting(envelope: &Envelope) -> Option<Self> {
        let period = envelope.posting?;
        let until = period.to?;
        Some(Self { what: DeadlineKind::Posting, at: "posting.to".to_owned(), from: Some(period.from), until, contact: None })
    }
}

/// When something takes place: the rule, not yet its dates.
#[derive(Debug, Clone, PartialEq)]
pub struct Schedule {
    /// The room or place.
    pub place: Option<Ref>,
    pub start: DateTime,
    pub end: Option<DateTime>,
    pub repeat: Option<Repeat>,
    /// For all dates.
    pub state: OccurrenceState,
    /// Single dates that differ.
    pub sessions: Vec<Session>,
    /// Code of the rule that nothing else takes place there at the time.
    pub overlap: &'static str,
    /// Code of the rule that the place is open then, where it applies.
    pub closed: Option<&'static str>,
}

/// A single date of a schedule that differs from its rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Session {
    pub date: Date,
    pub state: OccurrenceState,
    pub moved_to: Option<DateTime>,
    pub note: Option<Text>,
    pub attended: Option<u32>,
}

impl Schedule {
    /// All occurrences from the first date to `end`, in order of time.
    pub fn expand(&self, end: Date, holidays: &Holidays) -> Vec<Occurrence> {
        let dates = match &self.repeat {
            Some(rule) => rule.expand(self.start.date, end, holidays),
            None => vec![self.start.date],
        };
        let length = self.end.map(|e| (self.start.date.days_to(e.date), e.time));
        let mut occurrences: Vec<Occurrence> = dates
            .into_iter()
            .map(|date| {
                let session = self.sessions.iter().find(|s| s.date == date);
                let start = session.and_then(|s| s.moved_to).unwrap_or(DateTime { date, time: self.start.time });
                Occurrence {
                    original: date,
                    start,
                    end: length.map(|(days, time)| DateTime { date: start.date.plus_days(days), time }).filter(|e| *e > start),
                    state: session.map_or(self.state, |s| s.state),
                    note: session.and_then(|s| s.note.clone()),
                    attended: session.and_then(|s| s.attended),
                }
            })
            .collect();
        crate::order::sort_by_key(&mut occurrences, |o| (o.start, o.original));
        occurrences
    }
}

/// One time that something takes place.
#[derive(Debug, Clone, PartialEq)]
pub struct Occurrence {
    /// The date the rule gives, before any move.
    pub original: Date,
    pub start: DateTime,
    pub end: Option<DateTime>,
    pub state: OccurrenceState,
    pub note: Option<Text>,
    pub attended: Option<u32>,
}

/// A date of something said to have happened, with the finding that is due where it lies ahead.
#[derive(Debug, Clone, PartialEq)]
pub struct Happened {
    pub at: String,
    pub date: Date,
    pub code: &'static str,
    pub message: &'static str,
}

/// An urgent matter, and until when it stands above all others.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Urgent {
    pub from: Moment,
    pub until: Moment,
    pub why: UrgentUntil,
}

/// What the end of an urgent matter is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrgentUntil {
    /// The matter is over then.
    Over,
    /// Its end is not known; the notice is looked at again then.
    Review,
    /// Nothing was written: some days after publication.
    Assumed,
}

/// The stage of works, and the counts that a programme states.
#[derive(Debug, Clone, PartialEq)]
pub struct ProjectStatus {
    pub programme: bool,
    pub stage: ProjectStage,
    pub floor_area: Option<Area>,
    /// Works begun and works finished, as a programme states them.
    pub stated: Option<(u32, u32)>,
}

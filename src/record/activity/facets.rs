//! The facets of `activity`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{Activity, Rule, SessionItem, SessionState, State};
use crate::record::codelists::{DeadlineKind, OccurrenceState};
use crate::record::envelope::Envelope;
use crate::record::facet::{Charge, Deadline, Facets, Schedule, Session};

pub(super) fn facets(activity: &Activity, envelope: &Envelope) -> Facets {
    let session = |s: &SessionItem| Session {
        date: s.date,
        state: session_state(s, activity.state),
        moved_to: s.moved_to,
        note: s.note.clone(),
        attended: s.attended,
    };
    let signup = activity.signup.as_ref().and_then(|s| {
        Some(Deadline {
            what: DeadlineKind::Signup,
            at: "signup.until".to_owned(),
            from: None,
            until: s.until?,
            contact: s.contact.clone(),
        })
    });
    Facets {
        schedule: Some(Schedule {
            place: Some(activity.room.clone()),
            start: activity.start,
            end: Some(activity.end),
            repeat: activity.repeat.as_ref().map(Rule::repeat),
            state: state(activity.state),
            sessions: activity.sessions.iter().map(session).collect(),
            overlap: "ACT-04",
            closed: Some("ACT-07"),
        }),
        charge: activity.fee.filter(|fee| !fee.is_zero()).map(|fee| Charge { at: "fee", fee, provider: activity.organizer.clone() }),
        contact: activity.signup.as_ref().and_then(|s| s.contact.clone()),
        deadlines: signup.into_iter().chain(Deadline::posting(envelope)).collect(),
        ..Facets::default()
    }
}

fn state(state: State) -> OccurrenceState {
    match state {
        State::Confirmed => OccurrenceState::Confirmed,
        State::Tentative => OccurrenceState::Tentative,
        State::Cancelled => OccurrenceState::Cancelled,
    }
}

/// The state that the date states; a date with a new date was moved; any other has the state of the whole.
fn session_state(session: &SessionItem, whole: State) -> OccurrenceState {
    match (session.state, session.moved_to) {
        (Some(SessionState::Confirmed), _) => OccurrenceState::Confirmed,
        (Some(SessionState::Tentative), _) => OccurrenceState::Tentative,
        (Some(SessionState::Cancelled), _) => OccurrenceState::Cancelled,
        (Some(SessionState::Moved), _) | (None, Some(_)) => OccurrenceState::Moved,
        (None, None) => state(whole),
    }
}

//! The facets of `meeting`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{ActionItem, AgendaItem, Meeting, State, Vote};
use crate::record::codelists::{DeadlineKind, OccurrenceState};
use crate::record::envelope::Envelope;
use crate::record::facet::{self, Deadline, Facets, MeetingOccurrence, Schedule};
use crate::value::Date;

pub(super) fn facets(meeting: &Meeting, envelope: &Envelope) -> Facets {
    let agenda = meeting.agenda.iter().enumerate();
    let actions = meeting.actions.iter().enumerate();
    Facets {
        decisions: agenda.map(|(i, item)| decision(item, i)).collect(),
        actions: actions.map(|(i, item)| action(item, i, meeting.start.date)).collect(),
        deadlines: objections(meeting).chain(Deadline::posting(envelope)).collect(),
        schedule: Some(Schedule {
            place: meeting.place.clone(),
            start: meeting.start,
            end: meeting.end.filter(|end| *end > meeting.start),
            repeat: None,
            state: if meeting.state == State::Cancelled { OccurrenceState::Cancelled } else { OccurrenceState::Confirmed },
            sessions: Vec::new(),
            overlap: "MTG-12",
            closed: None,
        }),
        meeting_occurrence: Some(MeetingOccurrence {
            organ: meeting.organ.clone(),
            body: meeting.meeting_type.code(),
            date: meeting.start.date,
            held: meeting.state == State::Held,
            every: meeting.meeting_type.every(),
        }),
        ..Facets::default()
    }
}

/// Objections to a preliminary result are taken until a day.
fn objections(meeting: &Meeting) -> impl Iterator<Item = Deadline> + '_ {
    meeting.agenda.iter().enumerate().filter_map(|(i, item)| {
        let period = item.preliminary()??;
        let field = if item.vote.is_some() { "vote" } else { "ballot" };
        let at = format!("agenda[{i}].{field}.objection");
        Some(Deadline {
            what: DeadlineKind::Objection,
            at,
            from: Some(period.from),
            until: period.to,
            contact: Some(meeting.organ.clone()),
        })
    })
}

fn decision(item: &AgendaItem, index: usize) -> facet::Decision {
    facet::Decision {
        fragment: item.id.0.clone(),
        at: format!("agenda[{index}]"),
        title: item.title.clone(),
        matter: item.matter,
        outcome: item.outcome,
        votes: item.vote.as_ref().map(Vote::written),
        chosen: item.ballot.iter().flat_map(|b| b.options.iter()).filter(|o| o.won()).filter_map(|o| o.published_name().cloned()).collect(),
    }
}

fn action(item: &ActionItem, index: usize, agreed: Date) -> facet::Action {
    facet::Action {
        fragment: item.id.0.clone(),
        at: format!("actions[{index}]"),
        text: item.text.clone(),
        owner: item.owner.clone(),
        due: item.due,
        state: item.state(),
        done_on: item.done_on,
        from: item.from.clone(),
        agreed,
    }
}

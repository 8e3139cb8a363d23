//! The facets of `meeting`: what its records offer to rules and pages beyond the kind.
//!
//! In: the fields and the envelope. Out: [`Facets`]. Always: each facet names the field it comes from.

use super::fields::{ActionItem, AgendaItem, Meeting, State, Vote};
use crate::record::codelists::OccurrenceState;
use crate::record::envelope::Envelope;
use crate::record::facet::{self, Deadline, Facets, MeetingOccurrence, Schedule};
use crate::value::Date;

pub(super) fn facets(meeting: &Meeting, envelope: &Envelope) -> Facets {
    let agenda = meeting.agenda.iter().enumerate();
    let actions = meeting.actions.iter().enumerate();
    Facets {
        decisions: agenda.map(|(i, item)| decision(item, i)).collect(),
        actions: actions.map(|(i, item)| action(item, i, meeting.start.date)).collect(),
        deadlines: Deadline::posting(envelope).into_iter().collect(),
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

fn decision(item: &AgendaItem, index: usize) -> facet::Decision {
    facet::Decision {
        fragment: item.id.0.clone(),
        at: format!("agenda[{index}]"),
        title: item.title.clone(),
        matter: item.matter,
        outcome: item.outcome,
        votes: item.vote.as_ref().map(Vote::heads),
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

# Meetings

field_meeting_type = Type
field_meeting_organ = Convened by
field_meeting_scope = Area concerned
field_meeting_start = When
field_meeting_end = Ends
field_meeting_mode = Form
field_meeting_place = Where
field_meeting_state = State
field_meeting_moved_from = First called for
field_meeting_reason = Reason
field_meeting_notified = Call posted on
field_meeting_special = Convening
field_meeting_attendance = Attendance
field_meeting_attendance_heads = Persons
field_meeting_attendance_area = Area
field_meeting_attendance_eligible = Entitled to take part
field_meeting_attendance_present = Took part
field_meeting_attendance_by_proxy = Of these by proxy
field_meeting_attendance_eligible_area = Area of all owners
field_meeting_attendance_present_area = Area taking part
field_meeting_representatives = Representatives
field_meeting_representatives_total = Members of the representatives' meeting
field_meeting_representatives_residents = Of these residents' representatives
field_meeting_representatives_women = Of these women
field_meeting_parties = Organizations taking part
field_meeting_agenda = Agenda
field_meeting_agenda_matter = Matter
field_meeting_agenda_docs = Papers
field_meeting_agenda_ballot = Ballot
field_meeting_agenda_vote = Votes
field_meeting_agenda_vote_for = For
field_meeting_agenda_vote_against = Against
field_meeting_agenda_vote_abstain = Abstentions
field_meeting_agenda_vote_invalid = Spoilt
field_meeting_actions = Actions
field_meeting_actions_text = What
field_meeting_actions_owner = Who
field_meeting_actions_due = By when
field_meeting_actions_state = Progress
field_meeting_actions_from = Carried on
field_meeting_minutes = Minutes
field_meeting_minutes_state = Minutes
field_meeting_minutes_published = Published
field_meeting_minutes_file = File
field_meeting_next = Next meeting

code_meeting_type_residents_assembly = Residents' assembly
code_meeting_type_residents_reps = Residents' representatives' meeting
code_meeting_type_villagers_assembly = Villagers' assembly
code_meeting_type_villagers_reps = Villagers' representatives' meeting
code_meeting_type_owners_assembly = Owners' assembly
code_meeting_type_owners_committee = Owners' committee meeting
code_meeting_type_joint = Joint meeting
code_meeting_type_deliberation = Deliberative meeting
code_meeting_type_hearing = Hearing
code_meeting_type_supervision = Supervision meeting
code_meeting_type_collective_members = Members' assembly of the collective
code_meeting_mode_in_person = In person
code_meeting_mode_written = In writing
code_meeting_mode_online = Online
code_meeting_mode_mixed = In person and in writing
code_meeting_state_planned = Planned
code_meeting_state_held = Held
code_meeting_state_cancelled = Cancelled
code_meeting_state_moved = Moved
code_outcome_noted = Noted
code_outcome_agreed = Agreed
code_outcome_adopted = Adopted
code_outcome_rejected = Rejected
code_outcome_deferred = Deferred
code_action_state_open = Open
code_action_state_done = Done
code_action_state_dropped = Dropped
code_minutes_state_draft = Draft
code_minutes_state_confirmed = Confirmed

meeting_section_decisions = Items and decisions
meeting_section_attendance = Attendance
meeting_section_actions = Actions
meeting_section_minutes = Minutes
meeting_decided = Decided
meeting_headline = { $items } items: { $outcomes }
meeting_outcome_count = { $n } { $outcome ->
        [adopted] adopted
        [agreed] agreed
        [rejected] rejected
        [deferred] deferred
        [elected] elected
        [chosen] chosen
        [not_elected] not elected
       *[noted] noted
    }
meeting_votes_for = { $n } for
meeting_votes_against = { $n } against
meeting_votes_abstain = { $n ->
        [one] 1 abstention
       *[other] { $n } abstentions
    }
meeting_votes_invalid = { $n } spoilt
meeting_comma = {", "}
meeting_quorum_missed = Too few took part
meeting_attendance = { $present } of { $eligible } entitled took part ({ $share })
meeting_attendance_proxy = { $n } of them by proxy
meeting_attendance_share = { $share } of the area
meeting_attendance_area = { $present } of { $eligible } ({ $share })
meeting_special_yes = Called at short notice for a special reason
meeting_added_late = Added after the agenda was published
meeting_by_heads = By head
meeting_by_area = By area
meeting_vote_bar = { $by } (the whole bar: { $of ->
        [eligible] all who were entitled,
        [present] all who came,
       *[votes] all votes,
    } { $whole })
meeting_persons = { $n ->
        [one] 1 person
       *[other] { $n } people
    }
meeting_mark_turnout = Must take part: at least { $least } ({ $need })
meeting_mark_consent = Must agree: at least { $least } ({ $need } of { $of ->
        [eligible] all entitled
        [votes] the votes
       *[present] those who took part
    })
meeting_not_passed = Not adopted: { $why }
meeting_short_by_figures = By the figures given, { $why }
meeting_short_quorum_heads = { $short } too few took part (at least { $least } had to, { $part } did)
meeting_short_quorum_area = { $short } too little area took part (at least { $least } had to, { $part } did)
meeting_short_pass_heads = { $short } too few agreed (at least { $least } had to, { $part } did)
meeting_short_pass_area = { $short } too little area agreed (at least { $least } had to, { $part } did)
meeting_semicolon = {"; "}
meeting_preliminary = Preliminary
meeting_preliminary_note = This is a preliminary result, not final yet
meeting_preliminary_until = This is a preliminary result; objections are taken until { $until }
meeting_vote_part = { $n } ({ $share })
meeting_actions_caption = What was agreed to be done
meeting_overdue = Overdue
meeting_carried_from = From
meeting_carried_on =
    { $n ->
        [one] Carried on once:
       *[other] Carried on { $n } times, last:
    }

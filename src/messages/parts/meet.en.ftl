### Rules of meetings, activities, notices and organizations

## Meetings
mtg-01-representatives = { $part } written, { $difference } more than the { $total } members in all
    .label = cannot exceed the total
    .help = Check the list of representatives; total counts all members of the representatives' meeting, residents and women are parts of it
mtg-03-heads = { $part } present, { $share }% of the { $whole } entitled; by the figures given the required attendance ({ $over ->
        [yes] more than { $need }
       *[no] at least { $need }
    }) is not reached
    .label = { $least } are needed, { $short } short
    .help = Check the sign-in sheet and the number entitled; if the figures are right, the page says “not reached” as it is, and an explain says what was done next, such as a second meeting
mtg-03-area = { $part } m² took part, { $share }% of { $whole } m²; by the figures given the required area ({ $over ->
        [yes] more than { $need }
       *[no] at least { $need }
    }) is not reached
    .label = { $least } m² are needed, { $short } m² short
    .help = Check the register of areas and the area that took part; if the figures are right, the page says “not reached” as it is, and an explain says what was done next
mtg-03-whole-here = the whole
mtg-04-heads = Item { $no } is given as adopted, but by the figures given { $part } in favor are { $share }% of the { $whole } { $of ->
        [eligible] entitled
        [votes] votes cast
       *[present] taking part
    }; what is required ({ $over ->
        [yes] more than { $need }
       *[no] at least { $need }
    }) is not reached
    .label = { $least } in favor are needed, { $short } short
    .help = Check the counts, the matter and the outcome; if figures and outcome are right, state the grounds publicly with explain
mtg-04-area = Item { $no } is given as adopted, but by the figures given { $part } m² in favor are { $share }% of { $of ->
        [eligible] the whole area
        [votes] the area of all votes
       *[present] the area taking part
    } of { $whole } m²; what is required ({ $over ->
        [yes] more than { $need }
       *[no] at least { $need }
    }) is not reached
    .label = { $least } m² in favor are needed, { $short } m² short
    .help = Check the areas, the matter and the outcome; if figures and outcome are right, state the grounds publicly with explain
mtg-04-outcome-here = the outcome
mtg-04-no-area = Item { $no } is for the owners to decide together, by heads and by area; the area figures are missing
    .label = missing: { $fields }
    .help = Give eligible_area and present_area in attendance, for_area and the others in vote; with heads alone the page cannot say whether the shares are reached
mtg-05-short = The call was posted on { $notified } for { $start }, { $given } days before; { $days } days are required
    .label = posted on { $notified }, it can meet from { $earliest } on
    .help = Check both dates; { $special ->
        [yes] a meeting called at short notice for a special reason has special: true and a reason
       *[no] if the notice really was shorter, say why with explain
    }
mtg-05-after = The call was posted on { $notified }, after the meeting on { $start }
    .label = must be before the meeting
    .help = Check both dates; notified is the day the call was posted, not the day the record was published
mtg-06-late = Item { $no } was added after the agenda was published, and was voted on
    .label = added late
    .help = An item added late is better discussed only, and voted on at the next meeting; where the rules of procedure allow the vote, say so with explain
mtg-07-due = Action “{ $action }” was due on { $due }, is still open, and no later meeting carries it on
    .label = past due
    .help = Done: write state: done and done_on; given up: state: dropped; going on: write from: { $from } in an action of the next meeting
mtg-07-due-and-met = Action “{ $action }” was due on { $due } and is still open; the meeting of { $met } ({ $other }) did not carry it on
    .label = past due
    .help = Done: write state: done and done_on; given up: state: dropped; going on: write from: { $from } in an action of that meeting
mtg-07-met = Action “{ $action }” is open and has no date; the meeting of { $met } ({ $other }) did not carry it on
    .label = nothing more is said of it
    .help = Done: write state: done and done_on; given up: state: dropped; going on: write from: { $from } in an action of that meeting
mtg-08-missing = The meeting was held on { $met }; by { $last } ({ $days } days) no minutes were published
    .label = minutes are missing
    .help = Once they are published write minutes: {"{"} state: confirmed, published: the day {"}"}
mtg-08-unpublished = The meeting was held on { $met }; by { $last } ({ $days } days) its minutes were not published
    .label = no day of publication
    .help = Once they are published write published in minutes; a draft may be published as a draft
mtg-08-late = The minutes were published on { $published }; the meeting was held on { $met }, so they were due by { $last } ({ $days } days)
    .label = later than { $last }
    .help = Check the dates; if they really were late, say why with explain
mtg-09-gap = More than { $months } months after the meeting before ({ $before }, { $other })
    .label = due by { $limit }
    .help = If there was a meeting in between, add its record; where half-years or years are counted by the calendar and it was in time, say so with explain
mtg-09-next = No meeting since { $before }, more than { $months } months
    .label = the next one was due by { $limit }
    .help = If there was a meeting, add its record; if not, call one, and say why with explain
mtg-10-residents = { $part } residents' representatives are { $share }% of the { $total } members, less than { $need }
    .label = at least { $least } are needed
    .help = Check the list of representatives; if the figures are right, more are to be chosen: say with explain what is planned
mtg-10-women = { $part } women are { $share }% of the { $total } representatives, less than { $need }
    .label = at least { $least } are needed
    .help = Check the list of representatives; if the figures are right, more are to be chosen: say with explain what is planned
mtg-10-total-here = the total
mtg-11-reason = The meeting was { $state ->
        [moved] moved
       *[cancelled] cancelled
    } without a reason
    .label = reason is missing
    .help = Write the reason, for those who came in vain
mtg-11-no-old-time = The meeting was moved, but only one time is given, { $start }
    .label = the old time or the new?
    .help = start is the new time, moved_from the old one; while the new time is open, write state: cancelled and a reason
mtg-11-same-time = The meeting was moved, but the new time and the old one are both { $start }
    .label = must be the new time
    .help = start is the new time, moved_from the old one
mtg-11-old-here = the old time
mtg-12-overlap = { $room } is used by { $other } at the same time as this meeting, from { $first }{ $count ->
        [1] {""}
       *[other] , on { $count } days
    }
    .label = the room is taken at this time
    .help = Take another time or room; if one of them is cancelled, say so in its state; rooms that can be used side by side are records of their own

## Activities
act-03-except = { $date } ({ $weekday }) is excepted but is no date of the rule
    .label = nothing takes place that day
    .help = { $near ->
        [none] Check the date, or take it out
       *[other] The nearest date is { $near }; check it, or take this one out
    }
act-03-session = Nothing takes place on { $date } ({ $weekday }); what is said of it is not shown
    .label = nothing takes place that day
    .help = { $near ->
        [none] Check the date; a date added to the rule stands in repeat.extra
       *[other] The nearest date is { $near }; check it; a date added to the rule stands in repeat.extra
    }
act-04-overlap = { $room } is used by { $other } at the same time, from { $first }{ $count ->
        [1] {""}
       *[other] , on { $count } days
    }
    .label = the room is taken at this time
    .help = Take another time or room; if one of them is cancelled, write state: cancelled; rooms that can be used side by side are records of their own
act-05-holiday = { $count ->
        [1] One date falls
       *[other] { $count } dates fall
    } on a public holiday, first { $first }, and nothing says whether it takes place
    .label = skip_holidays is not given
    .help = Write skip_holidays: true if it pauses on holidays, skip_holidays: false if it takes place
act-05-makeup = { $count ->
        [1] One weekend day is a school day
       *[other] { $count } weekend days are school days
    } in exchange for a holiday, first { $first } ({ $weekday }), and nothing says whether the class takes place
    .label = follow_makeup_days is not given
    .help = Write follow_makeup_days: true if it follows the school, follow_makeup_days: false if it does not take place
act-05-no-table = It runs until { $until }; the holidays of { $year } are not announced yet, so dates from then on still include them
    .label = from { $year } on no holidays are taken out
    .help = After the State Council has announced the holidays, update linli and check the dates
act-07-closed = { $room } is closed on { $first } ({ $weekday }){ $count ->
        [1] {""}
       *[other] ; { $count } such dates in these months
    }
    .label = outside opening hours
    .help = Check the activity's times and the place's hours; if the place opens for it, say so with explain
act-08-gap = Nobody is on duty on { $first }{ $count ->
        [1] {""}
       *[other] ; { $count } days of the week are empty
    }
    .label = the roster has gaps
    .help = Add the teams of these days; if there is no duty on them, take them out of repeat.on
act-08-twice = One team stands in both “{ $first }” and “{ $second }” at the same time
    .label = this team is on duty elsewhere then
    .help = Choose another team, or give each its time
act-08-twice-first = the other slot
act-09-consent = The roster gives { $count ->
        [1] the name of one person
       *[other] the names of { $count } people
    } without their consent; the site does not show them
    .label = no consent: true
    .help = Write consent: true if they agreed; otherwise take the names out and keep team and number
act-09-minors = The roster of an activity for minors gives { $count ->
        [1] a name
       *[other] { $count } names
    }; names of minors cannot be published
    .label = take the names out
    .help = Keep the team and the number of people; if only adults are on the roster, correct audience and ages
act-11-fee = A fee of { $fee } is asked, but { $room } offers “{ $service }” free of charge
    .label = does not agree with the free service
    .help = Check the fee; if it is for materials only, say so with explain

## Notices
not-01-about = Publicity does not name the record it is about
    .label = about is missing
    .help = Write about, such as about: [revenue/2026-q1], so that readers see what is made public
not-01-objection = Publicity does not say until when, and to whom, one may object
    .label = objection is missing
    .help = Write objection: {"{"} until: the last day, contact: who takes objections {"}"}
not-01-contact = Publicity does not say to whom one may object
    .label = contact is missing
    .help = Name the organization that takes objections, such as contact: organizations/committee
not-02-short = Published on { $published }, open until { $until }: { $given } days for objections; { $days } are required
    .label = should be open until { $last }
    .help = The day of publication does not count; extend the period, or state the grounds with explain
not-02-day-off = Published on { $published }; the last of the { $days } days is a day off, so the period ends on { $last }, not on { $until }
    .label = should be open until { $last }
    .help = A period whose last day is a day off ends on the day after; extend it
not-02-published-here = published
not-03-outcome = The time for objections ended on { $until }, and nothing says what came of it
    .label = is over
    .help = Say how many came in (received; 0 if none); if some did, also upheld, reply and replied
not-03-reply = The time for objections ended on { $until }; { $received ->
        [1] one objection was
       *[other] { $received } objections were
    } received and not answered in public
    .label = no reply yet
    .help = Write the reply and its day (replied); do not say who objected
not-05-no-text = This urgent notice has { $count ->
        [1] a file
       *[other] { $count } files
    } but no text
    .label = all of it is in files
    .help = Write time, place and what to do as text; screen readers cannot read pictures, and not every phone opens files

## Organizations
org-02-term = { $count ->
        [1] A term of office
       *[other] The terms of { $count } posts
    } ended on { $end }, and no successor is given
    .label = the term is over
    .help = After an election add the new posts and terms; if the organization has ended write ended; if the election is still to come say so with explain
org-02-unfiled = The owners' committee was elected on { $elected }; by { $last } ({ $days } days) it was not filed
    .label = filed is missing
    .help = Once it is filed write filed: {"{"} date: the day, authority: with whom {"}"}
org-02-filed-late = The owners' committee was elected on { $elected } and filed on { $filed }; it was due by { $last } ({ $days } days)
    .label = later than { $last }
    .help = Check the dates; if it really was late, say why with explain

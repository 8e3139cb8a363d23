### Rules of meetings

## MTG-01

mtg-01-end = The meeting ends at { $end }, not after its start at { $start }
    .label = must be later than the start
    .help = Check start and end; a meeting that runs past midnight ends on the next day's date
mtg-01-start-here = the start
mtg-01-present = { $present } present, { $difference } more than the { $eligible } entitled to take part
    .label = cannot exceed those entitled
    .help = eligible counts all who may take part, present those who did, proxies included; check the sign-in sheet
mtg-01-eligible-here = those entitled
mtg-01-proxy = { $by_proxy } by proxy, more than the { $present } present
    .label = cannot exceed those present
    .help = present already includes those who took part by proxy (by_proxy)
mtg-01-present-here = those present
mtg-01-area = Area taking part is { $present } m², { $difference } m² more than the whole area of { $eligible } m²
    .label = cannot exceed the whole area
    .help = eligible_area is the exclusive area of all owners; check the register of areas
mtg-01-representatives = { $part } written, { $difference } more than the { $total } members in all
    .label = cannot exceed the total
    .help = Check the list of representatives; total counts all members of the representatives' meeting, residents and women are parts of it

## MTG-02

mtg-02-over = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum }, { $difference } more than the { $present } present
    .label = the parts add up to { $sum }
    .help = Votes cannot add up to more than attendance.present; check the tally sheet
mtg-02-ballots = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum }, { $difference } fewer than the { $present } who took part
    .label = the parts add up to { $sum }
    .help = In written, online and mixed votes each ballot handed in counts as for, against, abstention or spoilt: together attendance.present. Where candidates or several options are voted on, write ballot instead of vote: ballot: { "{" } options: [{ "{" } id: c1, title: Plan A, votes: 610 { "}" }, …], returned: 860 { "}" }
mtg-02-area-over = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum } m², { $difference } m² more than the { $present } m² taking part
    .label = the parts add up to { $sum } m²
    .help = Areas cannot add up to more than attendance.present_area; check the tally sheet
mtg-02-area-ballots = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum } m², { $difference } m² less than the { $present } m² taking part
    .label = the parts add up to { $sum } m²
    .help = In written, online and mixed votes the area of each ballot handed in counts: together attendance.present_area
mtg-02-returned = { $returned } ballot papers were returned, but { $present } took part
    .label = these are equal
    .help = Papers returned are those who took part; check the tally sheet
mtg-02-ballot-over = The votes for all options add up to { $sum }, { $difference } more than the { $most } there can be
    .label = { $marked } valid papers with a vote, up to { $choose } options on each
    .help = Check the votes of the options, the papers returned and choose
mtg-02-ballot-option-over = This option has { $votes } votes, but only { $marked } valid papers bear a vote
    .label = more than papers
    .help = A paper gives an option one vote; check the tally sheet
mtg-02-ballot-spoilt = { $spoilt } papers are blank or invalid, but only { $returned } were returned
    .label = more than were returned
    .help = Check the tally sheet
mtg-02-ballot-seats = { $elected } were elected for { $seats } seats
    .label = { $seats } seats
    .help = Check who was elected, and seats
mtg-04-ballot-order = An option with { $won } votes was elected or chosen, but one with { $lost } ({ $lost_id }) was not
    .label = fewer votes
    .help = Check votes and outcomes; if the rules make it so, say by which under explain
mtg-02-ballot-returned-here = papers returned, here

## MTG-03

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

## MTG-04

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

## MTG-05

mtg-05-short = The call was posted on { $notified } for { $start }, { $given } days before; { $days } days are required
    .label = posted on { $notified }, it can meet from { $earliest } on
    .help = Check both dates; { $special ->
        [yes] a meeting called at short notice for a special reason has special: true and a reason
       *[no] if the notice really was shorter, say why with explain
    }
mtg-05-after = The call was posted on { $notified }, after the meeting on { $start }
    .label = must be before the meeting
    .help = Check both dates; notified is the day the call was posted, not the day the record was published

## MTG-06

mtg-06-late = Item { $no } was added after the agenda was published, and was voted on
    .label = added late
    .help = An item added late is better discussed only, and voted on at the next meeting; where the rules of procedure allow the vote, say so with explain

## MTG-07

mtg-07-due = Action “{ $action }” was due on { $due }, is still open, and no later meeting carries it on
    .label = past due
    .help = Done: write state: done and done_on; given up: state: dropped; going on: write from: { $from } in an action of the next meeting
mtg-07-due-and-met = Action “{ $action }” was due on { $due } and is still open; the meeting of { $met } ({ $other }) did not carry it on
    .label = past due
    .help = Done: write state: done and done_on; given up: state: dropped; going on: write from: { $from } in an action of that meeting
mtg-07-met = Action “{ $action }” is open and has no date; the meeting of { $met } ({ $other }) did not carry it on
    .label = nothing more is said of it
    .help = Done: write state: done and done_on; given up: state: dropped; going on: write from: { $from } in an action of that meeting

## MTG-08

mtg-08-missing = The meeting was held on { $met }; by { $last } ({ $days } days) no minutes were published
    .label = minutes are missing
    .help = Once they are published write minutes: {"{"} state: confirmed, published: the day {"}"}
mtg-08-unpublished = The meeting was held on { $met }; by { $last } ({ $days } days) its minutes were not published
    .label = no day of publication
    .help = Once they are published write published in minutes; a draft may be published as a draft
mtg-08-late = The minutes were published on { $published }; the meeting was held on { $met }, so they were due by { $last } ({ $days } days)
    .label = later than { $last }
    .help = Check the dates; if they really were late, say why with explain

## MTG-09

mtg-09-gap = More than { $months } months after the meeting before ({ $before }, { $other })
    .label = due by { $limit }
    .help = If there was a meeting in between, add its record; where half-years or years are counted by the calendar and it was in time, say so with explain
mtg-09-next = No meeting since { $before }, more than { $months } months
    .label = the next one was due by { $limit }
    .help = If there was a meeting, add its record; if not, call one, and say why with explain

## MTG-10

mtg-10-residents = { $part } residents' representatives are { $share }% of the { $total } members, less than { $need }
    .label = at least { $least } are needed
    .help = Check the list of representatives; if the figures are right, more are to be chosen: say with explain what is planned
mtg-10-women = { $part } women are { $share }% of the { $total } representatives, less than { $need }
    .label = at least { $least } are needed
    .help = Check the list of representatives; if the figures are right, more are to be chosen: say with explain what is planned
mtg-10-total-here = the total

## MTG-11

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

## MTG-12

mtg-12-overlap = { $room } is used by { $other } at the same time as this meeting, from { $first }{ $count ->
        [1] {""}
       *[other] , on { $count } days
    }
    .label = the room is taken at this time
    .help = Take another time or room; if one of them is cancelled, say so in its state; rooms that can be used side by side are records of their own

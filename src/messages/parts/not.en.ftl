### Rules of notices

## NOT-01

not-01-about = Publicity does not name the record it is about
    .label = about is missing
    .help = Write about, such as about: [revenue/2026-q1], so that readers see what is made public
not-01-objection = Publicity does not say until when, and to whom, one may object
    .label = objection is missing
    .help = Write objection: {"{"} until: the last day, contact: who takes objections {"}"}
not-01-contact = Publicity does not say to whom one may object
    .label = contact is missing
    .help = Name the organization that takes objections, such as contact: organizations/committee

## NOT-02

not-02-short = Published on { $published }, open until { $until }: { $given } days for objections; { $days } are required
    .label = should be open until { $last }
    .help = The day of publication does not count; extend the period, or state the grounds with explain
not-02-day-off = Published on { $published }; the last of the { $days } days is a day off, so the period ends on { $last }, not on { $until }
    .label = should be open until { $last }
    .help = A period whose last day is a day off ends on the day after; extend it
not-02-published-here = published

## NOT-03

not-03-outcome = The time for objections ended on { $until }, and nothing says what came of it
    .label = is over
    .help = Say how many came in (received; 0 if none); if some did, also upheld, reply and replied
not-03-reply = The time for objections ended on { $until }; { $received ->
        [1] one objection was
       *[other] { $received } objections were
    } received and not answered in public
    .label = no reply yet
    .help = Write the reply and its day (replied); do not say who objected

## NOT-05

not-05-no-text = This urgent notice has { $count ->
        [1] a file
       *[other] { $count } files
    } but no text
    .label = all of it is in files
    .help = Write time, place and what to do as text; screen readers cannot read pictures, and not every phone opens files

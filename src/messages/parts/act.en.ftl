### Rules of activities

## ACT-01

act-01-both = The rule has both a last day (until) and a number of times (count)
    .label = only one of the two
    .help = Remove `count` to end by date, or `until` to end by number
act-01-both-other = the last day is given here
act-01-end = The end { $end } is not after the start { $start }
    .label = must be later than the start
    .help = Check date and time; an activity that runs past midnight ends on the next day's date
act-01-end-begin = the start
act-01-until = The last day { $until } is before the first date { $start }
    .label = must not be before { $start }
    .help = Check the year, or correct the first date
act-01-until-begin = the first date

## ACT-02

act-02-start = The first date { $date } ({ $weekday }) is not one of its own rule
    .label = the rule does not give this day
    .help = Set `start` to the first day that the rule gives, or add this day to `repeat.on`{ $on ->
        [nothing] {""}
       *[other] ; it now says: { $on }
    }
act-02-start-rule = the rule begins here

## ACT-03

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

## ACT-04

act-04-overlap = { $room } is used by { $other } at the same time, from { $first }{ $count ->
        [1] {""}
       *[other] , on { $count } days
    }
    .label = the room is taken at this time
    .help = Take another time or room; if one of them is cancelled, write state: cancelled; rooms that can be used side by side are records of their own

## ACT-05

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

## ACT-06

act-06-ages = The youngest age { $min } is above the oldest age { $max }
    .label = must not be above { $max }
    .help = Check the two ages; they may have been swapped
act-06-ages-oldest = the oldest age
act-06-enrolled = { $enrolled } have signed up for { $capacity } places
    .label = { $difference } too many
    .help = Check the number; if places were added, change `capacity`
act-06-enrolled-places = the places

## ACT-07

act-07-closed = { $room } is closed on { $first } ({ $weekday }){ $count ->
        [1] {""}
       *[other] ; { $count } such dates in these months
    }
    .label = outside opening hours
    .help = Check the activity's times and the place's hours; if the place opens for it, say so with explain

## ACT-08

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

## ACT-09

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

## ACT-11

act-11-fee = A fee of { $fee } is asked, but { $room } offers “{ $service }” free of charge
    .label = does not agree with the free service
    .help = Check the fee; if it is for materials only, say so with explain

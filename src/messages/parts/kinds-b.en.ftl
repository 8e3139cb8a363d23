# Works, activities, organizations, places

kinds-b-weekday-mon = Monday
kinds-b-weekday-tue = Tuesday
kinds-b-weekday-wed = Wednesday
kinds-b-weekday-thu = Thursday
kinds-b-weekday-fri = Friday
kinds-b-weekday-sat = Saturday
kinds-b-weekday-sun = Sunday

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

act-02-start = The first date { $date } ({ $weekday }) is not one of its own rule
    .label = the rule does not give this day
    .help = Set `start` to the first day that the rule gives, or add this day to `repeat.on`{ $on ->
        [nothing] {""}
       *[other] ; it now says: { $on }
    }
act-02-start-rule = the rule begins here

act-06-ages = The youngest age { $min } is above the oldest age { $max }
    .label = must not be above { $max }
    .help = Check the two ages; they may have been swapped
act-06-ages-oldest = the oldest age

act-06-enrolled = { $enrolled } have signed up for { $capacity } places
    .label = { $difference } too many
    .help = Check the number; if places were added, change `capacity`
act-06-enrolled-places = the places

com-02-no-contract = There is no contract with the id “{ $id }”
    .label = not among the contracts
    .help = { $count ->
        [0] Write the contract under `contracts` first, then the payment
       *[other] Contracts of this record: { $known }
    }

com-02-no-milestone = There is no milestone with the id “{ $id }”
    .label = not among the milestones
    .help = { $count ->
        [0] Write the milestone under `milestones` first, or remove this line
       *[other] Milestones of this record: { $known }
    }

com-03-count = The number of times (count) cannot be 0
    .label = at least 1
    .help = For something that no longer takes place, set `state` to cancelled or remove `repeat`

com-03-interval = The interval { $interval } is not between 1 and { $limit }
    .label = must be a whole number from 1 to { $limit }
    .help = Write 1 for every week, 2 for every other week

degrees-unreadable = This position cannot be read: { $text }
    .label = must be degrees from -{ $limit } to { $limit }
    .help = Write a decimal such as 22.0075, in WGS-84

org-01-check = The check character of the credit code “{ $text }” is wrong
    .label = the first 17 characters ask for { $right } at the end, not { $last }
    .help = Compare it with the certificate, character by character; mind 0 and O, 1 and I

org-01-shape = The credit code “{ $text }” does not have the right form
    .label = must be 18 digits and capitals without I, O, S, V, Z; this has { $count }
    .help = Copy it from the certificate, without spaces or hyphens

prj-01-funding = The sources promise { $sum } together, the budget is { $budget }
    .label = a difference of { $difference }
    .help = Check the budget and each `committed`; a gap that nobody has filled yet is a source of its own
prj-01-funding-sources = `committed` adds up to { $sum } here

prj-01-received = Source “{ $id }” gave { $received }, more than the { $committed } it promised
    .label = { $difference } too much
    .help = Check the amount; if more was promised, change `committed` and `budget`
prj-01-received-promised = the amount promised

prj-02-chain = Change “{ $id }” of contract “{ $contract }” starts from { $old }, but the value before it is { $before }
    .label = must be { $before }
    .help = Each change of the value has as `old` the `new` of the one before, the first one `original`; `original` is never edited
prj-02-chain-source = the value before

prj-02-incomplete = Change “{ $id }” of contract “{ $contract }” lacks the value before or after
    .label = a change of the value needs `old` and `new`
    .help = Write the contract's value before as `old` and after as `new`

prj-03-over-budget = The contracts add up to { $total }, above the budget of { $budget }
    .label = { $difference } above
    .help = Give a `reason` with a change of a contract, or say why in `completion.reason`
prj-03-over-budget-contracts = the contracts add up to { $total } here

prj-03-overpaid = Contract “{ $id }” was paid { $paid }, above its value of { $current }
    .label = { $difference } too much
    .help = Check the amounts and which contract was paid; if its value was changed, add that under `changes`
prj-03-overpaid-last = the last payment

prj-05-done-order = Milestone “{ $id }” was reached on { $date }, before the one above it, “{ $before }”, on { $before_date }
    .label = before the milestone above
    .help = Check the dates; if it did come first, put the milestones in that order
prj-05-done-order-earlier = when the milestone above was reached

prj-05-done-ahead = The day of completion lies ahead
    .label = { $date } has not come yet
    .help = Delete done until it is done; write the expected day under forecast

prj-05-planned-order = Milestone “{ $id }” is planned for { $date }, before the one above it, “{ $before }”, for { $before_date }
    .label = before the milestone above
    .help = Put the milestones in planned order, or correct the date
prj-05-planned-order-earlier = when the milestone above is planned

prj-06-some-weights = Milestone “{ $id }” has no weight
    .label = `weight` is missing here
    .help = { $weighted } of { $all } milestones have a weight; give one to all or to none

prj-06-sum = The weights of { $count } milestones add up to { $sum }%, not to 100%
    .label = { $sum }% up to here
    .help = Change the weights so that they make exactly 100

slot-unreadable = This slot cannot be read: { $text }
    .label = must be a weekday or a date
    .help = For example mon or 2026-03-12

### Rules of renovation

## PRJ-01

prj-01-funding = The sources promise { $sum } together, the budget is { $budget }
    .label = a difference of { $difference }
    .help = Check the budget and each `committed`; a gap that nobody has filled yet is a source of its own
prj-01-funding-sources = `committed` adds up to { $sum } here
prj-01-received = Source “{ $id }” gave { $received }, more than the { $committed } it promised
    .label = { $difference } too much
    .help = Check the amount; if more was promised, change `committed` and `budget`
prj-01-received-promised = the amount promised

## PRJ-02

prj-02-chain = Change “{ $id }” of contract “{ $contract }” starts from { $old }, but the value before it is { $before }
    .label = must be { $before }
    .help = Each change of the value has as `old` the `new` of the one before, the first one `original`; `original` is never edited
prj-02-chain-source = the value before
prj-02-incomplete = Change “{ $id }” of contract “{ $contract }” lacks the value before or after
    .label = a change of the value needs `old` and `new`
    .help = Write the contract's value before as `old` and after as `new`

## PRJ-03

prj-03-over-budget = The contracts add up to { $total }, above the budget of { $budget }
    .label = { $difference } above
    .help = Give a `reason` with a change of a contract, or say why in `completion.reason`
prj-03-over-budget-contracts = the contracts add up to { $total } here
prj-03-overpaid = Contract “{ $id }” was paid { $paid }, above its value of { $current }
    .label = { $difference } too much
    .help = Check the amounts and which contract was paid; if its value was changed, add that under `changes`
prj-03-overpaid-last = the last payment

## PRJ-04

prj-04-plan = The plan’s total of { $total } is { $difference } above the { $before } of version { $no }, more than { $percent }%, and this version is not approved
    .label = { $difference } above version { $no }
    .help = Ask for approval again; then write state: approved and the reason
prj-04-budget = The budget of { $total } is { $difference } above the { $before } of the approved version { $no }, more than { $percent }%
    .label = { $difference } above the approved plan
    .help = Add the newly approved version to `plan_versions`, with the reason
prj-04-before = the earlier plan

## PRJ-05

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

## PRJ-06

prj-06-some-weights = Milestone “{ $id }” has no weight
    .label = `weight` is missing here
    .help = { $weighted } of { $all } milestones have a weight; give one to all or to none
prj-06-sum = The weights of { $count } milestones add up to { $sum }%, not to 100%
    .label = { $sum }% up to here
    .help = Change the weights so that they make exactly 100

## PRJ-07

prj-07-apart = On { $date } progress is stated as { $stated }%, but the milestones reached by then make { $reached }%, more than { $points } points apart
    .label = the milestones make { $reached }%
    .help = Compare the stated progress with `done` of the milestones; milestones that are too coarse can be divided
prj-07-falls = On { $date } progress is stated as { $stated }%, below the { $before }% of { $before_date }
    .label = below the { $before }% before
    .help = Check the figures; if work had to be done again, say so under `explain`
prj-07-falls-before = the point before

## PRJ-08

prj-08-delay = Milestone “{ $id }”, planned for { $planned }, is expected on { $forecast }, { $days } { $days ->
        [one] day
       *[other] days
    } later, without a reason
    .label = { $days } { $days ->
        [one] day
       *[other] days
    } after the plan
    .help = Say in this milestone’s `note` why it moved
prj-08-delay-planned = as planned
prj-08-silent = No progress is told since { $from }; during the works it is told every { $days } days, here by { $last }
    .label = the latest news
    .help = Add a point to `progress`; if the works stand still, say why there
prj-08-never = Works began on { $from } and no progress is told yet; during the works it is told every { $days } days, here by { $last }
    .label = works under way
    .help = Add a point to `progress`: day, percent done, what was done

## PRJ-09

prj-09-adopted = Version { $no } received { $received } comments and adopted { $adopted }, { $difference } more
    .label = no more than the { $received } received
    .help = Check both counts
prj-09-adopted-received = comments received
prj-09-reason = Version { $no } of the plan does not say why it changed
    .label = lacks `reason`
    .help = Say in a sentence why, such as “residents’ suggestion”
prj-09-decision = Version { $no } is called approved, but not by which decision
    .label = approved by whom
    .help = Name the `consent` (such as meetings/x#plan, or how many agreed), or the approving record under `related` with rel: decision, or the budget of that amount with the day it was approved

## PRJ-10

prj-10-open = Problem “{ $id }”, found on { $date }, is not settled; within { $days } days means by { $last }
    .label = not settled yet
    .help = Give `closed` and `action` once it is; if it takes longer, say under `explain` what is planned
prj-10-late = Problem “{ $id }”, found on { $date }, was settled on { $closed }; within { $days } days means by { $last }
    .label = due by { $last }
    .help = Correct a wrong date; if it was late, say why under `explain`
prj-10-late-found = found
prj-10-grave = The works are complete, but the grave problem “{ $id }”, found on { $date }, is not settled
    .label = grave and open
    .help = Give `closed` once it is settled; until then the works are not complete
prj-10-grave-stage = called complete

## PRJ-11

prj-11-no-contract = The works are { $stage ->
        [implementation] under way
        [completion] complete
       *[maintenance] under warranty
    }, but no contract is given
    .label = lacks `contracts`
    .help = Add the contract; if small works went without one, say so under `explain`
prj-11-not-accepted = The works are called { $stage ->
        [completion] complete
       *[maintenance] under warranty
    }, but no day of acceptance is given
    .label = lacks `completion.accepted`
    .help = Give the day once they are accepted; until then the stage is implementation
prj-11-no-warranty = The works are under warranty, but it is not said what is covered until when
    .label = lacks `warranty`
    .help = Give `warranty` as in the contract
prj-11-accepted = The works were accepted on { $date }, but the stage is still { $stage ->
        [identification] identification
        [preparation] preparation
       *[implementation] implementation
    }
    .label = accepted already
    .help = Change the stage to completion or maintenance; acceptance of a part is a milestone
prj-11-accepted-stage = the stage given

## PRJ-12

prj-12-short = The warranty of { money-item } ends on { $until }; from acceptance on { $accepted } that is less than { $least } years, which end on { $last }
    .label = at least until { $last }
    .help = Check the contract and the day of acceptance; if the contract itself is too short, amend it and say so under `explain`
prj-12-seasons = The warranty of { money-item } ends on { $until }; from acceptance on { $accepted } that is less than { $least } heating seasons, which end on { $last }
    .label = at least until { $last }
    .help = Seasons are counted as ending on March 15; where they differ, or for cooling alone, say so under `explain`
prj-12-accepted = accepted

## PRJ-13

prj-13-started = The programme states { $stated } works begun; of its { $projects } recorded projects { $counted } { $counted ->
        [one] is
       *[other] are
    }
    .label = { $counted } by the records
    .help = Check the counts; add projects that have no record, or say under `explain` where they can be seen
prj-13-finished = The programme states { $stated } works finished; of its { $projects } recorded projects { $counted } { $counted ->
        [one] is
       *[other] are
    }
    .label = { $counted } by the records
    .help = Check the counts and the `stage` of each project
prj-13-order = { $finished } works are finished, more than the { $started } begun
    .label = no more than were begun
    .help = `started` includes those finished
prj-13-order-started = begun

## PRJ-14

prj-14-both = { $org } builds, and is also the { $role ->
        [supervisor] supervisor
       *[monitor] residents’ monitor
    }
    .label = builds as well
    .help = Let somebody watch who has no part in the building; correct it if it is a slip
prj-14-both-builder = the contractor

## PRJ-15

prj-15-no-decision = The title speaks of “{ $words }”, but no owners’ decision is named
    .label = touches what belongs to all owners
    .help = Rebuilding or another use of common parts: the article may apply. Name the `consent` (such as meetings/x#plan); if it does not apply, say so under `explain`
prj-15-not-adopted = “{ $title }” ({ $decision }) { $outcome ->
        [rejected] was not adopted
        [deferred] was deferred and is not decided
        [noted] was only noted and not decided
       *[none] has no outcome
    } and cannot stand for the residents’ consent
    .label = this decision was not adopted
    .help = name the decision that was adopted; if the project was given up because of it, write stage: cancelled
prj-15-other-matter = “{ $title }” ({ $decision }) { $adopted ->
        [no] was not adopted
       *[yes] is no decision on rebuilding or on the use of common parts
    }
    .label = should be the owners’ decision on these works
    .help = Name the item by which owners agreed (matter: own_rebuild or own_common_use); if it does not apply, say so under `explain`

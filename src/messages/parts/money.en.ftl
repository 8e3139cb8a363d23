### The rules of accounts and works

## Accounts
money-category = { $cat ->
         [parking] parking
         [advertising] advertising
         [site_rent] site rent
         [telecom] telecom sites
         [charging] charging
         [room_rent] room rent
         [interest] interest
         [compensation] compensation
         [grant] grants
         [donation] donations
         [fee] fees
         [repair] repairs
         [fund_topup] topping up the maintenance fund
         [committee] the owners’ committee
         [audit] audits
         [activity] activities
         [incentive] incentives
         [cost] reasonable costs
         [tax] taxes
         [food] food
        *[other] other
    }
rev-05-outside = “{ $item }” is dated { $date }, outside this period, { $from } to { $to }
    .label = outside the period
    .help = Check the date; what belongs to another period goes there, with `corrections` if that one is published
rev-05-outside-period = the period
rev-06-late = The period ended on { $to }; published within { $days } days it would be out by { $last }, but it was published on { $published }, { $late } { $late ->
        [one] day
       *[other] days
    } late
    .label = due by { $last }
    .help = Correct a wrong date; if it was late, say why under `explain`, which is shown on the page
rev-06-late-end = the period ends
rev-06-next = The accounts of { $from } to { $to } are due by { $last }
    .label = this is the newest period
    .help = Publish the next period; if the fund is closed, say so under `explain`
rev-07-long = The period { $from } to { $to } is longer than { $months } { $months ->
        [one] month
       *[other] months
    }; a period of { $fund ->
        [maintenance_fund] the maintenance fund
       *[public_revenue] public revenue
    } from that day ends by { $last }
    .label = may last until { $last }
    .help = Publish in periods as the rules ask; where local rules differ, change the number in the profile
rev-08-no-basis = “{ $item }” brought in { $amount }, with neither a contract nor an owners’ decision named
    .label = from what belongs to all owners
    .help = Name the `contract`, or the `decision` (a meeting’s item, such as meetings/x#ads); whether owners must decide, see the article
rev-08-other-matter = “{ $title }” ({ $decision }) { $adopted ->
        [no] was not adopted
       *[yes] is no decision on the use of what belongs to all owners
    }, and this income names no contract
    .label = the decision does not cover this income
    .help = Name the item that allows the use (matter: own_common_use), or the `contract`
rev-09-no-decision = “{ $item }” cost { $amount }, above { $limit }, and does not say which meeting allowed it
    .label = above { $limit }
    .help = Name the `decision` (such as meetings/x#repair); where the owners’ own rules give another limit, change it in the profile
rev-10-share = Of the proceeds of { $proceeds } (income { $income } − reasonable costs and taxes { $cost }), { $given } went to the maintenance fund, { $over ->
        [yes] not more than
       *[no] less than
    } { $share }
    .label = { $given } went to the maintenance fund
    .help = Make up the difference, or say under `explain` what the owners decided instead
rev-11-no-chain = { $amount } went to the maintenance fund, whose accounts for this scope are not on this site, so its arrival cannot be seen
    .label = the other book is not published
    .help = If the community publishes that fund, add its accounts (fund: maintenance_fund); else say in the text where they can be seen
rev-11-not-arrived = { $amount } went to the maintenance fund, but its accounts show no such income in the same period or the next
    .label = no income matches this
    .help = Compare the amounts; what was transferred in parts is written in the same parts on both sides
rev-12-amount = For the payment { $payment } the accounts spent { $sum }{ $lines ->
        [1] {""}
       *[other] {" "}in { $lines } lines
    }, but the works say { $paid }: { $difference } { $way ->
        [more] more
       *[less] less
    } in the accounts
    .label = the works say { $paid }
    .help = Compare the amounts; if several funds paid it together, say under `explain` who paid the rest
rev-12-date = The payment { $payment } was made on { $paid }, but { $dated ->
        [yes] the accounts say { $from }
       *[no] this period is { $from } to { $to }
    }, more than { $days } days apart
    .label = too far from { $paid }
    .help = Compare the dates, and whether `pays` names the right payment
rev-13-same = The same person prepared and reviewed the accounts: { $who }
    .label = the same as prepared them
    .help = Let somebody else review them, best a member of the supervision committee or group
rev-13-same-prepared = prepared them
rev-13-no-supervision = Neither who prepared nor who reviewed the accounts belongs to a supervision committee or group
    .label = not of the supervision
    .help = Let a member of the supervision committee or group review them; if others supervise, say so under `explain`
rev-14-missing = The public revenue of { $year } is published for the whole year, but no audit is dated after its end
    .label = { $year } ends here
    .help = Give `audit` (who, when, opinion) with the period that publishes it; if the owners decided against one, say so under `explain`
rev-14-short = The audit is posted from { $from } to { $to }, less than { $days } days
    .label = should last until { $last }
    .help = Post it until { $last } or longer
rev-15-missing = There is no income from { money-category } in this period, after { $periods } periods in a row with some
    .label = no income from { money-category }
    .help = See whether it was forgotten; if there was none, say why in `note`
rev-15-change = { $dir ->
        [income] Income from
       *[expense] Spending on
    } { money-category } is { $now }; in the same period of the year before ({ $from } to { $to }) it was { $then }: { $difference } { $way ->
        [more] more
       *[less] less
    }, a change of over { $percent }%
    .label = a large change in { money-category }
    .help = Check the amount; if it is right, say why in `note`
rev-16-silent = Nothing came in or went out from { $from } to { $to }, and no words say so
    .label = all zero
    .help = Say so in `note` or in the text, such as “No income and no spending in this period”
rev-17-digits = { $digits } digits of an account are written out; only the last { $shown } may be
    .label = keep the last { $shown } only
    .help = Write four digits, as in last4: "0000", and no account number in `bank`; if this file was public, take it out of the history too

## Works
prj-04-plan = The plan’s total of { $total } is { $difference } above the { $before } of version { $no }, more than { $percent }%, and this version is not approved
    .label = { $difference } above version { $no }
    .help = Ask for approval again; then write state: approved and the reason
prj-04-budget = The budget of { $total } is { $difference } above the { $before } of the approved version { $no }, more than { $percent }%
    .label = { $difference } above the approved plan
    .help = Add the newly approved version to `plan_versions`, with the reason
prj-04-before = the earlier plan
prj-07-apart = On { $date } progress is stated as { $stated }%, but the milestones reached by then make { $reached }%, more than { $points } points apart
    .label = the milestones make { $reached }%
    .help = Compare the stated progress with `done` of the milestones; milestones that are too coarse can be divided
prj-07-falls = On { $date } progress is stated as { $stated }%, below the { $before }% of { $before_date }
    .label = below the { $before }% before
    .help = Check the figures; if work had to be done again, say so under `explain`
prj-07-falls-before = the point before
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
money-item = { $item ->
         [roof] roof and waterproofing
         [pipes] pipes
         [electric] electrics
         [fit_out] fit-out
         [heating] heating and cooling
        *[other] this item
    }
prj-12-short = The warranty of { money-item } ends on { $until }; from acceptance on { $accepted } that is less than { $least } years, which end on { $last }
    .label = at least until { $last }
    .help = Check the contract and the day of acceptance; if the contract itself is too short, amend it and say so under `explain`
prj-12-seasons = The warranty of { money-item } ends on { $until }; from acceptance on { $accepted } that is less than { $least } heating seasons, which end on { $last }
    .label = at least until { $last }
    .help = Seasons are counted as ending on March 15; where they differ, or for cooling alone, say so under `explain`
prj-12-accepted = accepted
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
prj-14-both = { $org } builds, and is also the { $role ->
        [supervisor] supervisor
       *[monitor] residents’ monitor
    }
    .label = builds as well
    .help = Let somebody watch who has no part in the building; correct it if it is a slip
prj-14-both-builder = the contractor
prj-15-no-decision = The title speaks of “{ $words }”, but no owners’ decision is named
    .label = touches what belongs to all owners
    .help = Rebuilding or another use of common parts: the article may apply. Name the `consent` (such as meetings/x#plan); if it does not apply, say so under `explain`
prj-15-other-matter = “{ $title }” ({ $decision }) { $adopted ->
        [no] was not adopted
       *[yes] is no decision on rebuilding or on the use of common parts
    }
    .label = should be the owners’ decision on these works
    .help = Name the item by which owners agreed (matter: own_rebuild or own_common_use); if it does not apply, say so under `explain`

### Rules of revenue

## REV-01

rev-01-balance = The books do not balance: opening { $opening } + income { $income } − expense { $expense } = { $computed }, but closing says { $closing }, { $difference } { $way ->
        [more] more
       *[less] less
    }
    .label = by the lines it is { $computed }
    .help = Look for a line that is missing, entered twice or on the wrong side; then check opening and closing
rev-01-opening-here = the opening

## REV-02

rev-02-chain = The opening balance is not the closing balance of the period before
    .label = it opens with { $opening }
    .help = { $other } closed with { $closing }; the difference is { $difference }. If it was corrected, write restated with the figure and the reason

## REV-03

rev-03-overlap = The period overlaps another
    .label = overlaps
    .help = { $other } covers { $from } to { $to }
rev-03-same-period = The same period is published twice
    .label = twice
    .help = { $other } covers { $from } to { $to }, too; correct that record instead
rev-03-gap = There is a gap to the period before
    .label = nothing covers { $from } to { $to }
    .help = The period before is { $other }

## REV-04

rev-04-zero = The amount of “{ $item }” is 0
    .label = must be more than 0
    .help = Leave out what did not take place; for a period without any line write lines: []
rev-04-negative = The amount of “{ $item }” is negative: { $amount }
    .label = amounts are always positive
    .help = { $other ->
        [income] If spending came back, write dir: income, amount: { $positive }
       *[expense] If income was paid back, write dir: expense, amount: { $positive }
    }
rev-04-stated = { $dir ->
        [income] The stated total income
       *[expense] The stated total spending
    } is { $stated }, the lines add up to { $computed }, a difference of { $difference }
    .label = the lines add up to { $computed }
    .help = Check the total on the paper form and each line

## REV-05

rev-05-outside = “{ $item }” is dated { $date }, outside this period, { $from } to { $to }
    .label = outside the period
    .help = Check the date; what belongs to another period goes there, with `corrections` if that one is published
rev-05-outside-period = the period

## REV-06

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

## REV-07

rev-07-long = The period { $from } to { $to } is longer than { $months } { $months ->
        [one] month
       *[other] months
    }; a period of { $fund ->
        [maintenance_fund] the maintenance fund
       *[public_revenue] public revenue
    } from that day ends by { $last }
    .label = may last until { $last }
    .help = Publish in periods as the rules ask; where local rules differ, change the number in the profile

## REV-08

rev-08-no-basis = “{ $item }” brought in { $amount }, with neither a contract nor an owners’ decision named
    .label = from what belongs to all owners
    .help = Name the `contract`, or the `decision` (a meeting’s item, such as meetings/x#ads); whether owners must decide, see the article
rev-08-other-matter = “{ $title }” ({ $decision }) { $adopted ->
        [no] was not adopted
       *[yes] is no decision on the use of what belongs to all owners
    }, and this income names no contract
    .label = the decision does not cover this income
    .help = Name the item that allows the use (matter: own_common_use), or the `contract`

## REV-09

rev-09-no-decision = “{ $item }” cost { $amount }, above { $limit }, and does not say which meeting allowed it
    .label = above { $limit }
    .help = Name the `decision` (such as meetings/x#repair); where the owners’ own rules give another limit, change it in the profile

## REV-10

rev-10-share = Of the proceeds of { $proceeds } (income { $income } − reasonable costs and taxes { $cost }), { $given } went to the maintenance fund, { $over ->
        [yes] not more than
       *[no] less than
    } { $share }
    .label = { $given } went to the maintenance fund
    .help = Make up the difference, or say under `explain` what the owners decided instead

## REV-11

rev-11-no-chain = { $amount } went to the maintenance fund, whose accounts for this scope are not on this site, so its arrival cannot be seen
    .label = the other book is not published
    .help = If the community publishes that fund, add its accounts (fund: maintenance_fund); else say in the text where they can be seen
rev-11-not-arrived = { $amount } went to the maintenance fund, but its accounts show no such income in the same period or the next
    .label = no income matches this
    .help = Compare the amounts; what was transferred in parts is written in the same parts on both sides

## REV-12

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

## REV-13

rev-13-same = The same person prepared and reviewed the accounts: { $who }
    .label = the same as prepared them
    .help = Let somebody else review them, best a member of the supervision committee or group
rev-13-same-prepared = prepared them
rev-13-no-supervision = Neither who prepared nor who reviewed the accounts belongs to a supervision committee or group
    .label = not of the supervision
    .help = Let a member of the supervision committee or group review them; if others supervise, say so under `explain`

## REV-14

rev-14-missing = The public revenue of { $year } is published for the whole year, but no audit is dated after its end
    .label = { $year } ends here
    .help = Give `audit` (who, when, opinion) with the period that publishes it; if the owners decided against one, say so under `explain`
rev-14-short = The audit is posted from { $from } to { $to }, less than { $days } days
    .label = should last until { $last }
    .help = Post it until { $last } or longer

## REV-15

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

## REV-16

rev-16-silent = Nothing came in or went out from { $from } to { $to }, and no words say so
    .label = all zero
    .help = Say so in `note` or in the text, such as “No income and no spending in this period”
rev-16-in-text = The text has an amount ({ $amount }), but no line is listed
    .label = no line at all
    .help = Write each item under lines, and the sums follow; where the amounts of the text are not this period's, say so under `explain`
rev-16-in-file = There is a sheet beside it ({ $file }), but no line is listed
    .label = no line at all
    .help = Write each item under lines, so that pages have income and spending; where there was none, say so under `explain`

## REV-17

rev-17-digits = { $digits } digits of an account are written out; only the last { $shown } may be
    .label = keep the last { $shown } only
    .help = Write four digits, as in last4: "0000", and no account number in `bank`; if this file was public, take it out of the history too

## REV-18

rev-18-future = The period ends on { $to }, but these accounts were published on { $published }
    .label = had not come yet
    .help = Publish when the period is over; if this is what is planned, add budget: true
rev-18-published-here = published

### Meetings, revenue, notices

## Meetings
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
mtg-02-over = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum }, { $difference } more than the { $present } present
    .label = the parts add up to { $sum }
    .help = Votes cannot add up to more than attendance.present; check the tally sheet
mtg-02-ballots = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum }, { $difference } fewer than the { $present } who took part
    .label = the parts add up to { $sum }
    .help = In written, online and mixed votes each ballot handed in counts as for, against, abstention or spoilt: together attendance.present
mtg-02-area-over = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum } m², { $difference } m² more than the { $present } m² taking part
    .label = the parts add up to { $sum } m²
    .help = Areas cannot add up to more than attendance.present_area; check the tally sheet
mtg-02-area-ballots = For { $for } + against { $against } + abstentions { $abstain } + spoilt { $invalid } = { $sum } m², { $difference } m² less than the { $present } m² taking part
    .label = the parts add up to { $sum } m²
    .help = In written, online and mixed votes the area of each ballot handed in counts: together attendance.present_area
com-03-meeting-outcome = The meeting was held, but item { $no } has no outcome yet
    .label = outcome is expected
    .help = Write noted, agreed, adopted, rejected or deferred
com-03-meeting-matter = Item { $no } has votes but does not say what kind of matter was decided
    .label = matter is expected
    .help = With matter the page can say how many must take part and agree; for deliberative and joint meetings write advisory

## Revenue
rev-01-balance = The books do not balance: opening { $opening } + income { $income } − expense { $expense } = { $computed }, but closing says { $closing }, { $difference } { $way ->
        [more] more
       *[less] less
    }
    .label = by the lines it is { $computed }
    .help = Look for a line that is missing, entered twice or on the wrong side; then check opening and closing
rev-01-opening-here = the opening
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
com-03-category-side = { $dir ->
        [income] “{ $cat }” is a category of spending, but this line is income
       *[expense] “{ $cat }” is a category of income, but this line is spending
    }
    .label = dir and category disagree
    .help = Check dir and cat; where no category fits write other

## Notices
com-03-effect-order = The effect ends at { $to }, before it starts at { $from }
    .label = must be later than the start
    .help = Check from and to
com-03-effect-from-here = the start

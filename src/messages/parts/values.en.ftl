### How values are written

shape-text = text
shape-slug = an id (lower-case letters, digits, hyphens)
shape-file = a file name
shape-date = a date
shape-datetime = a date and time
shape-moment = a date, or a date and time
shape-time = a time
shape-time-range = a span of time
shape-weekday = a weekday
shape-money = an amount
shape-area = an area
shape-percent = a percentage
shape-int = a whole number
shape-bool = yes or no
shape-on = a weekday or a day of the month
shape-language = a language tag
shape-code = a code from the list
shape-ref = the id of another record
shape-ref-or-text = the id of another record, or text
shape-list = a list
shape-map = a group of “field: value”
date-unreadable = This date cannot be read
    .label = “{ $text }” is not a date
    .help = Write year-month-day, for example 2026-03-12
date-day = This date does not exist
    .label = month { $month } of { $year } has { $days } days
    .help = Check the date
date-month = There is no month { $month }
    .label = months run from 1 to 12
    .help = Write year-month-day, for example 2026-03-12
date-year = The year is wrong
    .label = “{ $text }” is not between 1900 and 2200
    .help = Write the year with four digits, for example 2026-03-12
datetime-unreadable = This date and time cannot be read
    .label = “{ $text }” is not a date with a time
    .help = Write year-month-day hour:minute, for example 2026-03-12 19:30
datetime-no-time = Only the date is given, not the time
    .label = the time is needed here
    .help = Write year-month-day hour:minute, for example 2026-03-12 19:30
time-unreadable = This time cannot be read
    .label = “{ $text }” is not a time
    .help = Use the 24-hour clock, for example 19:30
time-range-unreadable = This span of time cannot be read
    .label = “{ $text }” is not a span of time
    .help = Write start-end, for example 14:00-16:00
time-range-order = The span does not end after it starts
    .label = “{ $text }”
    .help = Use the 24-hour clock, start first, for example 14:00-16:00
daily-hours-order = These hours of each day cannot be read
    .label = “{ $text }”
    .help = Use the 24-hour clock, for example 00:00-05:00; over midnight 22:00-05:00
money-separator = Amounts take no thousands separators
    .label = write { $plain }
    .help = Write { $plain } for “{ $text }”; pages add the commas themselves
money-unit = Amounts cannot be written in “{ $unit }”
    .label = write { $plain }
    .help = Write { $plain } for “{ $text }”; the unit is the yuan
money-decimals = Amounts have two decimals at most
    .label = “{ $text }” has more
    .help = The smallest unit is the fen, for example 18640.00
money-unreadable = This amount cannot be read
    .label = “{ $text }” is not an amount
    .help = Digits and a point only, for example 18640.00
area-unreadable = This area cannot be read
    .label = “{ $text }” is not an area
    .help = Digits only, in square metres, two decimals at most, for example 78120.50
percent-unreadable = This percentage cannot be read
    .label = “{ $text }” is not a percentage
    .help = Digits only, for example 60.5
int-unreadable = A whole number is needed here
    .label = “{ $text }” is not a whole number
    .help = Digits only, for example 856
bool-unreadable = Only true or false can stand here
    .label = “{ $text }” is neither
    .help = Write true for yes, false for no
weekday-unreadable = This weekday cannot be read
    .label = “{ $text }” is not a weekday
    .help = Write mon, tue, wed, thu, fri, sat or sun
on-unreadable = This day of the repeat cannot be read
    .label = “{ $text }”
    .help = Mondays: mon; the second Saturday of a month: 2sat; the last Friday: -1fri; the 15th: 15
ref-shape = The id of another record is needed here
    .label = “{ $text }” does not look like folder/name
    .help = Write folder/name, for example organizations/committee; for one item add #, for example renovation/lights#p1
slug-shape = Ids take lower-case letters, digits and hyphens only
    .label = “{ $text }”
    .help = For example x-light; at most 60 characters, no hyphen at either end
file-outside = The file must lie in the record's own folder
    .label = “{ $text }” leads outside
    .help = Put the file beside the record and write its name only
file-shape = A file name is needed here
    .label = there is none
    .help = For example sign-in.jpg
number-shape = This is not a document number
    .label = “{ $text }”
    .help = Write year-number, for example 2026-011
kinds-b-weekday-mon = Monday
kinds-b-weekday-tue = Tuesday
kinds-b-weekday-wed = Wednesday
kinds-b-weekday-thu = Thursday
kinds-b-weekday-fri = Friday
kinds-b-weekday-sat = Saturday
kinds-b-weekday-sun = Sunday
degrees-unreadable = This position cannot be read: { $text }
    .label = must be degrees from -{ $limit } to { $limit }
    .help = Write a decimal such as 22.0075, in WGS-84
slot-unreadable = This slot cannot be read: { $text }
    .label = must be a weekday or a date
    .help = For example mon or 2026-03-12
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
money-item = { $item ->
         [roof] roof and waterproofing
         [pipes] pipes
         [electric] electrics
         [fit_out] fit-out
         [heating] heating and cooling
        *[other] this item
    }

### Reading, checking, relating: the words of the common rules

## Shapes of values

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

## E101 YAML

e101-syntax = This cannot be read
    .label = from here on
    .help = Write “field: value” on each line, with a space after the colon; indent by two spaces
e101-empty-file = The file is empty
    .label = nothing here
    .help = Perhaps it was not saved yet; delete it if it is not needed
e101-no-front = The file does not begin with “---”
    .label = the first line should be ---
    .help = Begin with a line ---, then title, date and other fields, then a line ---, then the text
e101-unclosed-front = The fields do not end
    .label = they begin here; a line --- is missing below
    .help = Write a line --- after the last field
e101-not-a-map = The fields should be lines of “field: value”
    .label = this is not
    .help = For example title: Water cut
e101-second-document = There is a second “---” among the fields
    .label = one too many
    .help = The fields stand between two lines ---
e101-quote = A quotation mark is not closed
    .label = it opens here
    .help = Close it at the end of the value
e101-after-quote = There is text after the closing quotation mark
    .label = the value has ended
    .help = Put the whole value between the marks, or remove them
e101-bracket = A bracket is not closed
    .label = it opens here
    .help = Add the closing ] or {"}"}
e101-comma = The items in brackets need commas between them
    .label = a comma is missing, or it is a full-width one
    .help = For example [parking, garden]
e101-tab = Indentation cannot be made with tabs
    .label = a tab
    .help = Use two spaces for each level
e101-colon = There is a colon in the value, so it is unclear which one ends the field
    .label = the second colon
    .help = Put the value between quotation marks, for example title: "About: lifts"
e101-indent = The indentation or a colon is wrong here
    .label = from here on
    .help = See whether the line above lacks its colon; lines of one level begin in the same column
e101-key = “field: value” is needed here
    .label = the colon is missing
    .help = Write a colon and a space after the field
e101-character = A value cannot begin with this sign
    .label = it has a meaning of its own
    .help = Put the value between quotation marks

## E102–E106

e102-encoding = The encoding of the file cannot be read
    .label = no text from here on
    .help = Open it in an editor and save it as UTF-8
e103-file = The file is too large and was not read
    .help = Text files have { $limit } MB at most; put pictures and tables beside the record as attachments
e103-too-long = The fields are too long
    .label = they begin here
    .help = { $limit } KB at most; long tables can be attachments
e103-too-many = There are too many items in the fields
    .label = the limit is passed here
    .help = Split the content into several records
e103-too-deep = Indentation or brackets go too deep
    .label = the limit is passed here
    .help = Records have five or six levels; check the brackets
e103-alias = References with & and * are not allowed
    .label = a reference
    .help = Write the value itself; quote a value that begins with & or *
e103-tag = Type marks that begin with ! are not allowed
    .label = a type mark
    .help = Remove it; quote a value that begins with !
e103-key = Names of fields are plain text
    .label = this cannot be one
    .help = For example title: Water cut
e103-dates = These dates are more than { $limit }
    .label = too many to be listed
    .help = Let it begin in this year or the last; what took place before keeps its own record
e103-years = It lasts longer than { $limit } days
    .label = a slip in the year?
    .help = Write a recurring event with repeat, and each stage of a long one as a record of its own
e103-parents = More than { $limit } levels lie above this one
    .label = one level too many
    .help = From a room to the community it is four or five levels; name a parent further up
e103-columns = The table has more than { $limit } columns
    .label = too wide for any page
    .help = Put it beside the record as a file (.xlsx, .csv), and the main columns here
e103-cells = The tables of this text have more than { $limit } cells
    .label = the limit is passed here
    .help = Put the table beside the record as a file (.xlsx, .csv), and the sums here
e104-duplicate-key = “{ $key }” is written twice
    .label = the second time
    .first = the first is here
    .help = Keep one and delete the other
e105-name = The file name holds characters that cannot be read
    .help = Rename the file
e105-symlink = Links to files are not read
    .help = Put the file itself here
e105-odd = This is no file that could be read
    .help = Remove it: a pipe, a device or a socket has no end
e105-file-name = The file name “{ $file }” cannot be published
    .label = no name on every system
    .help = Without ? * : " < > | \ and a dot or space at the end; con, aux, nul, com1 and the like are reserved by Windows, index.html by the site
e105-file-twice = “{ $file }” and “{ $other }” would be the same file on the site
    .label = Windows and many servers do not tell capitals from small letters
    .help = Rename one of them
e105-no-content = There is no folder content
    .help = Records are written in content; linli init makes a whole site
e106-orphan = This translation has no original
    .help = It must lie beside the original under the same name, with the language before .md, such as water.md and water.en.md
e106-unknown-language = “{ $suffix }” in the file name is no language of this site
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] The other languages of this site: { $known }
    }
e106-primary-suffix = The original's file name needs no language
    .help = Remove .{ $suffix } from the file name

## E108

e108-missing = There is no site.toml
    .help = Run linli in the folder of the site; linli init makes a new one
e108-language = “{ $tag }” is not a language tag
    .help = For example zh-Hans, en
e108-publisher-unknown = The default publisher “{ $target }” does not exist
    .label = no such record
    .help = Make this organization in content/organizations, or change this line

## E112

e112-record = Nobody reads “{ $file }”: records are .md files
    .help = If it is a record, save its text as { $stem }.md (in Windows, show file name extensions first); if it is an attachment, name it in the record
e112-unlisted = No record names “{ $file }”, so it is not published
    .help = If readers should have it, name it under attachments or in the text of a record

## COM-01 ids

com-01-stem = The file name “{ $stem }” cannot be part of an address
    .help = Use lower-case letters, digits and hyphens, for example 2026-06-water.md; the title stands in the file
com-01-reserved = The file name “{ $stem }” is reserved
    .help = Choose another name
com-01-id-twice = Two files claim the record “{ $id }”
    .help = The other one is { $other }; rename one of them
com-01-item-twice = The id “{ $id }” is used twice in one list
    .label = the second time
    .first = the first is here
    .help = Each item of a list has an id of its own
com-01-item-across = The id “{ $id }” is used twice in this record
    .label = the second time
    .help = It also stands at { $other }; ids are unique in a record, so that #{ $id } can name one item
com-01-number-twice = The number { $number } is taken
    .label = used twice
    .help = { $other } has the same number; numbers are unique in a site
com-01-address-taken = There can be no page at “{ $address }”
    .label = taken, or reserved by Windows
    .help = Give the record or the tag another name
com-01-alias-shape = The old address “{ $alias }” cannot be used
    .label = not an address of this site
    .help = Begin with /, for example /old/page/
com-01-alias-taken = There is a page at the old address “{ $alias }”
    .label = taken
    .help = { $hint ->
        [yes] { $near } claims the same old address
       *[no] It is a page of the site itself; delete this line
    }

## COM-02 references

com-02-unknown = There is no record “{ $target }”
    .label = not found
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] An id is folder/name, for example organizations/committee
    }
com-02-kind = “{ $target }” cannot stand here
    .label = the wrong kind
    .help = Only records from these folders: { $allowed }
com-02-fragment = “{ $id }” has no item “{ $fragment }”
    .label = no such item
    .help = { $hint ->
        [yes] Did you mean #{ $near }?
       *[no] After # stands the id of an item of that record
    }
com-02-held = “{ $target }” is not published yet and cannot be referred to
    .label = a draft, or dated later
    .help = Publish it first, or remove the reference
com-02-link = The link “{ $target }” leads to no page
    .label = not found
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] Link by the record's id, for example [Water cut](notices/2026-06-water)
    }
com-02-figure = The record has no figure “{ $path }”
    .label = not found
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] Write field.id.field, for example lines.x-light.amount
    }
com-02-tag = The tag “{ $tag }” has no name
    .label = not in content/tags.yaml
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] Add a line with its name in each language to content/tags.yaml
    }

## COM-03 fields

com-03-unknown-key = There is no field “{ $key }”
    .label = unknown
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] The guide lists the fields of each kind
    }
com-03-unknown-code = “{ $text }” is not in the list of codes
    .label = unknown
    .help = { $hint ->
        [yes] Did you mean { $near }? The codes are: { $codes }
       *[no] The codes are: { $codes }
    }
com-03-unknown-folder = The folder “{ $folder }” is not known
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] content may hold: { $known }
    }
com-03-missing-field = “{ $key }” ({ $key_zh }) is missing
    .label = { $key } is missing here
    .help = Add a line { $key }: …
com-03-expected-field = The state is { $state }, but “{ $key }” ({ $key_zh }) is not there yet
    .label = { $key } is expected here
    .help = Add a line { $key }: … once it is known
com-03-wrong-shape = This should be { $wanted }, but it is { $found }
    .label = should be { $wanted }
    .help = See the examples in the guide
com-03-empty-list = At least one item is needed here
    .label = empty
    .help = Fill it in
com-03-period-order = The end lies before the start
    .label = before the start
    .help = Write the start first, then the end
com-03-fullwidth-colon = The colon is full-width “：”; read as “:”
    .label = a full-width colon
    .help = Write a plain colon and a space
com-03-based-on = This is not a based_on mark
    .label = “{ $text }”
    .help = linli stamp fills it in
com-03-terms-shape = “term: {"{"} language: words {"}"}” is needed here
    .label = cannot be read
    .help = For example 停车费: {"{"} en: Parking fees {"}"}
com-03-terms-language = This site has no language “{ $lang }”
    .label = unknown
    .help = The languages are: { $known }

## COM-04 translations hold words only

com-04-figure = “{ $key }” cannot stand in a translation
    .label = figures, dates and ids stand in the original only
    .help = Delete this line; a figure is written once for all languages
com-04-unknown-item = The original's { $list } has no item “{ $id }”
    .label = not found
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] Translations name the items of the original by their ids
    }
com-04-no-original = The original has no “{ $key }”, so this is not used
    .label = nothing to translate
    .help = Write it in the original first, or delete it here
com-04-not-text = The translation of “{ $key }” should be text
    .label = not text
    .help = Write { $key }: words
com-04-not-a-map = The translation of “{ $key }” goes by ids
    .label = cannot be read
    .help = Write id: {"{"} field: words {"}"}
com-04-list-length = “{ $key }” has { $here } items here and { $there } in the original
    .label = the counts differ
    .help = One for one, in the same order

## COM-05, COM-06 states of translations

com-05-missing = Not yet translated: { $language }
    .label = there is no .{ $lang }.md
    .help = The page shows the original and says so; if no translation is needed, list the languages that are under languages
com-05-body = The { $language } translation has a title but no text
    .label = no text in .{ $lang }.md
    .help = The page shows the original text and says so
com-06-stale = The original changed and { $file } has not followed
    .label = made from an earlier original (now { $now })
    .help = Mend the translation, then run linli stamp { $record } (the mark was { $base })
com-06-no-base = The translation does not say which original it was made from
    .label = based_on is missing
    .help = Compare the two, then run linli stamp { $record } to write { $now } into { $file }

## COM-09 attachments

com-09-missing = The attachment “{ $file }” does not exist
    .label = no such file
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] Put the file beside the record, under exactly this name
    }
com-09-large = The attachment “{ $file }” has { $size } MB, more than { $limit } MB
    .label = too large
    .help = It is hard to open on a phone; compress or split it
com-09-type = Old phones may not open the attachment “{ $file }” ({ $type })
    .label = its type
    .help = Use PDF, JPEG, PNG, CSV or XLSX

## COM-10, COM-12 personal data

com-10-identity = There is an unmasked identity number here
    .label = an identity number
    .help = Write { $masked }; until then no page is made
com-12-card = There is an unmasked bank-card number here
    .label = a card number
    .help = Write { $masked }, or better the last four digits only; until then no page is made

## Chains of accounts, trees

rev-02-chain = The opening balance is not the closing balance of the period before
    .label = it opens with { $opening }
    .help = { $other } closed with { $closing }; the difference is { $difference }. If it was corrected, write restated with the figure and the reason
rev-03-overlap = The period overlaps another
    .label = overlaps
    .help = { $other } covers { $from } to { $to }
rev-03-same-period = The same period is published twice
    .label = twice
    .help = { $other } covers { $from } to { $to }, too; correct that record instead
rev-03-gap = There is a gap to the period before
    .label = nothing covers { $from } to { $to }
    .help = The period before is { $other }
org-01-circle = The parents form a circle
    .label = the parent
    .help = { $way }

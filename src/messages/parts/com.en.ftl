### Rules that all records share

## COM-01

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
com-01-heading-id = The heading id “{ $id }” is used already on this page
    .label = choose another id
    .help = An id stands once on a page; without { "{" }#{ $id }{ "}" } one is made from the heading's words
com-01-emptied = The new site has no record, and { $count } are published
    .help = Look whether this is the right folder, and content lies in it; to publish an empty site all the same, add --force
com-01-vanished = “{ $id }” is published but missing from the new site
    .help = If its file was renamed, add to the file: aliases: [{ $address }]
        If it was deleted by mistake, bring it back; to take it down, keep its file with status: withdrawn, the date and the reason

## COM-02

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
com-02-fig-form = This reference to a figure cannot be read: { $text }
    .label = expected { "{{" } fig path.of.the.field { "}}" }
    .help = For example { "{{" } fig lines.x-light.amount { "}}" }; to show two braces as they are, put a backslash before them: \{ "{{" }
com-02-fig-place = A figure cannot be referred to here: { $text }
    .label = not replaced in image descriptions and HTML
    .help = Move the reference into ordinary text
com-02-heading-missing = There is no place “#{ $id }” on this page
    .label = the link leads here
    .help = Headings on this page: { $known }
com-02-link-empty = The link has no address
    .label = nothing between the brackets
    .help = Give the id of a record (notices/2026-06-water) or a web address
com-02-heading-none = There is no place “#{ $id }” on this page
    .label = the link leads here
    .help = The text has no headings yet; the heading “## Fees” is reached by [see below](#fees)
com-02-image-file = The image address “{ $address }” is not a file beside this record
    .label = a file name belongs here
    .help = Put the picture into the record's folder and write its name only, as in ![Attendance sheet](sign-in.jpg)

## COM-03

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
com-03-wide-space = Behind the colon stands a sign that only looks like a space; read as a space
    .label = a full-width or no-break space
    .help = Delete it and type a plain space
com-03-curly-quotes = These are curly quotation marks; read without them
    .label = curly quotation marks
    .help = Dates, figures and codes need none; use straight ones if any
com-03-wide-braces = The braces are full-width “｛｛ ｝｝”; read as { "{{" } { "}}" }
    .label = full-width braces
    .help = Write plain braces: { "{{" } fig path.of.the.field { "}}" }
com-03-wide-stars = The stars are full-width “＊＊”; read as bold
    .label = full-width stars
    .help = Write plain stars: **bold words**
com-03-wide-brackets = The brackets are full-width; read as a link
    .label = full-width brackets
    .help = Write plain brackets: [words](address)
com-03-wide-heading = The sign of the heading or its space is full-width; read as a heading
    .label = full-width
    .help = Write a plain sign and a space: ## Heading
com-03-heading-space = No space follows the sign, so this line is no heading
    .label = a space belongs here
    .help = A heading is “## Heading”; to show the sign itself, put a backslash before it: \#
com-03-wrapped = Lines look wrapped by hand in { $count ->
        [one] one text
       *[other] { $count } texts
    }; pages break at the end of each
    .label = for example this one
    .help = Write a paragraph as one line and let the editor wrap it; or set line_breaks = "join" in site.toml, which runs lines together
com-03-based-on = This is not a based_on mark
    .label = “{ $text }”
    .help = linli stamp fills it in
com-03-terms-shape = “term: {"{"} language: words {"}"}” is needed here
    .label = cannot be read
    .help = For example 停车费: {"{"} en: Parking fees {"}"}
com-03-terms-language = This site has no language “{ $lang }”
    .label = unknown
    .help = The languages are: { $known }
com-03-ballot-and-vote = Item { $no } has both vote and ballot
    .label = one of the two
    .help = A yes/no vote is written as vote; candidates or several options as ballot
com-03-ballot-outcome = Item { $no } has a ballot and no outcome of its own
    .label = the options have outcomes
    .help = Delete this line and write outcome: elected, not_elected or chosen with each option
com-03-meeting-outcome = The meeting was held, but item { $no } has no outcome yet
    .label = outcome is expected
    .help = Write noted, agreed, adopted, rejected or deferred
com-03-meeting-matter = Item { $no } has votes but does not say what kind of matter was decided
    .label = matter is expected
    .help = With matter the page can say how many must take part and agree; for deliberative and joint meetings write advisory
com-03-category-side = { $dir ->
        [income] “{ $cat }” is a category of spending, but this line is income
       *[expense] “{ $cat }” is a category of income, but this line is spending
    }
    .label = dir and category disagree
    .help = Check dir and cat; where no category fits write other
com-03-effect-order = The effect ends at { $to }, before it starts at { $from }
    .label = must be later than the start
    .help = Check from and to
com-03-effect-from-here = the start
com-03-count = The number of times (count) cannot be 0
    .label = at least 1
    .help = For something that no longer takes place, set `state` to cancelled or remove `repeat`
com-03-interval = The interval { $interval } is not between 1 and { $limit }
    .label = must be a whole number from 1 to { $limit }
    .help = Write 1 for every week, 2 for every other week
com-03-image-alt = The image has no text alternative
    .label = say in the square brackets what it shows
    .help = Residents who cannot see the picture rely on these words, as in ![New lights in the lift hall of building 3](lamp.jpg)
com-03-urgent-end = The urgent notice does not say until when
    .label = its banner goes by itself after { $until }
    .help = Where the end is known, write effective: {"{"} from: 2026-06-18 14:00, to: 2026-06-18 20:00 {"}"}; where it is not, write review: 2026-06-18 20:00, and the banner stays until then
com-03-review = The review at { $review } lies before the publication on { $published }
    .label = the banner would never be shown
    .help = Write when the notice is brought up to date at the latest, after it was published
com-03-published-here = published
com-03-period-open = This period needs its last day
    .label = only the first day is given
    .help = Write it as {"{"} from: 2026-01-01, to: 2026-03-31 {"}"}

## COM-04

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

## COM-05

com-05-missing = Not yet translated: { $language }
    .label = there is no .{ $lang }.md
    .help = The page shows the original and says so; if no translation is needed, list the languages that are under languages
com-05-body = The { $language } translation has a title but no text
    .label = no text in .{ $lang }.md
    .help = The page shows the original text and says so

## COM-06

com-06-stale = The original changed and { $file } has not followed
    .label = made from an earlier original (now { $now })
    .help = Mend the translation, then run linli stamp { $record } (the mark was { $base })
com-06-no-base = The translation does not say which original it was made from
    .label = based_on is missing
    .help = Compare the two, then run linli stamp { $record } to write { $now } into { $file }

## COM-07

com-07-figures = The figures of the translation differ from the original: { $which ->
        [extra] { $extra } is not there
        [missing] { $missing } is missing here
       *[both] here { $extra }, there { $missing }
    }
    .label = not as in the original
    .help = Mend it after the original; amounts and dates are safest as { "{{" } fig … { "}}" }, which cannot drift

## COM-08

com-08-changed = “{ $path }” was published as { $old } and is { $new } now
    .label = published on { $first }; it cannot simply be changed
    .help = If it should not have changed, put { $old } back. If it was published wrong, say so in this record:
        corrections:
          - date: { $today }
            field: { $path }
            old: "{ $old }"
            new: "{ $new }"
            reason: why it changes
com-08-changed-otherwise = “{ $path }” was published as { $old } and is { $new } now; its correction gives other values
    .label = published on { $first }
    .correction = here `old` is “{ $said_old }” and `new` is “{ $said_new }”
    .help = Write the published { $old } as `old` and the present { $new } as `new`; if it should not have changed, put { $old } back
com-08-gone = “{ $path }” was published as { $old } and is gone
    .label = published on { $first }; it cannot simply be deleted
    .help = If it should not be gone, put { $old } back. If it is taken away, say so in this record (without `new`):
        corrections:
          - date: { $today }
            field: { $path }
            old: "{ $old }"
            reason: why it is taken away
com-08-gone-otherwise = “{ $path }” was published as { $old } and is gone; its correction says otherwise
    .label = published on { $first }
    .correction = here `old` is “{ $said_old }” and `new` is “{ $said_new }”
    .help = Write the published { $old } as `old` and no `new`; if it should not be gone, put { $old } back
com-08-twice = published.lock has two values for { $path } of “{ $id }”: { $before } and { $value }
    .label = the second value
    .other = the other one is here
    .help = Two changes were merged. Compare line { $line } with this one, keep the value that was published, delete the other line
com-08-line = { $count } lines of published.lock cannot be read
    .label = the first of them
    .help = A line has four columns, parted by tabs: id, field, value, day first published. linli build writes this file; nobody needs to edit it. After a merge delete the three lines <<<<<<<, ======= and >>>>>>>

## COM-09

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
com-09-picture-large = The picture “{ $file }” has { $width } × { $height } pixels: too many
    .label = at most { $side } pixels a side, and { $pixels } in all
    .help = make it smaller in a picture program and put it here again
com-09-picture-unreadable = The picture “{ $file }” cannot be opened; readers would not see it
    .label = not a whole JPEG, PNG, WebP or GIF picture
    .help = open it in a picture program and save it as JPEG
com-09-picture-heavy = Opened, the picture “{ $file }” takes { $size } MB of memory: too much
    .label = { $limit } MB at most
    .help = save it as JPEG, or make it smaller, and put it here again
com-09-picture-cut = The end of the picture “{ $file }” is missing; readers may see a part of it only
    .label = half copied?
    .help = copy it from the phone or camera once more
com-09-picture-broken = The data of the picture “{ $file }” is damaged: no smaller one for pages can be made
    .help = copy it from the phone or camera once more
com-09-office-closed = The attachment “{ $file }” cannot be opened to look for personal data
    .help = It is damaged or has a password; save it again without one

## COM-10

com-10-identity = There is an unmasked identity number here
    .label = an identity number
    .help = Write { $masked }; until then no page is made. If it is another number, say under explain with rule: COM-10 and at: { $at } what it is

## COM-11

com-11-identity-like = These digits look like an identity number, but the check character is wrong
    .label = like an identity number
    .help = If it is one, write { $masked }; if it is another number, say under explain with COM-11 what it is
com-11-old-identity = These digits look like an old identity number of 15 digits
    .label = like an old identity number
    .help = If it is one, write { $masked }; if it is another number, say under explain with COM-11 what it is

## COM-12

com-12-card = There is an unmasked bank-card number here
    .label = a card number
    .help = Write { $masked }, or better the last four digits only; until then no page is made. If it is another number, say under explain with rule: COM-12 and at: { $at } what it is
com-12-card-like = These four groups of digits look like a card number
    .label = like a card number
    .help = If it is one, write { $masked }, or better the last four digits only; if it is another number, say under explain with rule: COM-12 and at: { $at } what it is

## COM-13

com-13-mobile = There is an unmasked mobile number here
    .label = a mobile number
    .help = Write { $masked }, or an office number; a duty mobile meant for all belongs in a field `phone`

## COM-14

com-14-dwelling = A door number stands beside the person who lives there
    .label = a door number
    .help = On the web no door is named: the building is enough, or write { $masked }

## COM-15

com-15-name = A name without a word that the person agreed
    .label = a name
    .help = With consent add consent: true; for a public office add public: true; else take it out and give the number of people

## COM-16

com-16-short = Posted until { $to }, less than { $days } days
    .label = should be { $last }
    .help = Counted from the day after { $from }, { $days } days end on { $last } (a last day off moves to the next working day)

## COM-17

com-17-draft = This is a draft and not published
    .label = a draft
    .help = When it is final take out status: draft; to see it now use linli build --drafts
com-17-future = Published on { $date }; until then the site does not show it
    .label = not yet
    .help = Build the site again on that day; to see it now use linli build --drafts
com-17-far = The day of publication, { $date }, is over a year away
    .label = over a year away
    .help = See whether the year is right

## COM-18

com-18-traditional = { $count ->
        [one] One traditional character
       *[other] { $count } traditional characters
    } in the text ({ $characters })
    .label = a traditional character
    .help = Use simplified characters; quotations, titles and inscriptions go in quotation or book marks
com-18-order = { $first } comes before { $chinese }
    .label = Chinese comes first
    .help = In site.toml move the [[languages]] of Chinese to the top

## COM-19

com-19-percent = { $part } of { $whole } is { $computed } %, not { $stated } %
    .label = { $computed } % by the counts beside it
    .help = Check the counts and the percentage; if another share is meant, write its counts beside it

## COM-20

com-20-name = Is “{ $written }” meant to be “{ $known }”?
    .label = no record has this name
    .help = Mend the spelling to “{ $known }”; if it is another place, say so under explain with rule: COM-20

## COM-21

com-21-decision = Decided on { $event }, published only on { $published }
    .label = due { $last }
    .help = What owners decide together is published within { $days } days; why it was late can stand under explain
com-21-government = What happened on { $event } was published only on { $published }
    .label = due { $last }
    .help = Government information is published within { $days } working days; why it was late can stand under explain

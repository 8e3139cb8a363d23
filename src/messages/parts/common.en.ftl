## Personal data: COM-11, COM-13, COM-14, COM-15

com-11-identity-like = These digits look like an identity number, but the check character is wrong
    .label = like an identity number
    .help = If it is one, write { $masked }; if it is another number, say under explain with COM-11 what it is
com-11-old-identity = These digits look like an old identity number of 15 digits
    .label = like an old identity number
    .help = If it is one, write { $masked }; if it is another number, say under explain with COM-11 what it is
com-13-mobile = There is an unmasked mobile number here
    .label = a mobile number
    .help = Write { $masked }, or an office number; a duty mobile meant for all belongs in a field `phone`
com-14-dwelling = A door number stands beside the person who lives there
    .label = a door number
    .help = On the web no door is named: the building is enough, or write { $masked }
com-15-name = A name without a word that the person agreed
    .label = a name
    .help = With consent add consent: true; for a public office add public: true; else take it out and give the number of people

## Time on the board: COM-16

com-16-short = Posted until { $to }, less than { $days } days
    .label = should be { $last }
    .help = Counted from the day after { $from }, { $days } days end on { $last } (a last day off moves to the next working day)

## Day of publication: COM-17

com-17-draft = This is a draft and not published
    .label = a draft
    .help = When it is final take out status: draft; to see it now use linli build --drafts
com-17-future = Published on { $date }; until then the site does not show it
    .label = not yet
    .help = Build the site again on that day; to see it now use linli build --drafts
com-17-far = The day of publication, { $date }, is over a year away
    .label = over a year away
    .help = See whether the year is right

## Writing: COM-18

com-18-traditional = { $count ->
        [one] One traditional character
       *[other] { $count } traditional characters
    } in the text ({ $characters })
    .label = a traditional character
    .help = Use simplified characters; quotations, titles and inscriptions go in quotation or book marks
com-18-order = { $first } comes before { $chinese }
    .label = Chinese comes first
    .help = In site.toml move the [[languages]] of Chinese to the top

## In time: COM-21

com-21-decision = Decided on { $event }, published only on { $published }
    .label = due { $last }
    .help = What owners decide together is published within { $days } days; why it was late can stand under explain
com-21-government = What happened on { $event } was published only on { $published }
    .label = due { $last }
    .help = Government information is published within { $days } working days; why it was late can stand under explain

## Figures of a translation: COM-07

com-07-figures = The figures of the translation differ from the original: { $which ->
        [extra] { $extra } is not there
        [missing] { $missing } is missing here
       *[both] here { $extra }, there { $missing }
    }
    .label = not as in the original
    .help = Mend it after the original; amounts and dates are safest as { "{{" } fig … { "}}" }, which cannot drift

## Percentages: COM-19; names: COM-20

com-19-percent = { $part } of { $whole } is { $computed } %, not { $stated } %
    .label = { $computed } % by the counts beside it
    .help = Check the counts and the percentage; if another share is meant, write its counts beside it
com-20-name = Is “{ $written }” meant to be “{ $known }”?
    .label = no record has this name
    .help = Mend the spelling to “{ $known }”; if it is another place, say so under explain with rule: COM-20

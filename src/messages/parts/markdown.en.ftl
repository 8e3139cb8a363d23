# Running text (Markdown)

com-01-heading-id = The heading id “{ $id }” is used already on this page
    .label = choose another id
    .help = An id stands once on a page; without { "{" }#{ $id }{ "}" } one is made from the heading's words

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

com-03-image-alt = The image has no text alternative
    .label = say in the square brackets what it shows
    .help = Residents who cannot see the picture rely on these words, as in ![New lights in the lift hall of building 3](lamp.jpg)

e103-body-deep = The text is nested more than { $limit } levels deep
    .label = from here on only the words are kept
    .help = Use fewer levels of quotes and lists

e103-body-long = The text is longer than { $limit } MB
    .label = the text begins here
    .help = Divide it into several records, or publish it as an attachment

e107-html-removed = Pages cannot carry { $what }; it was left out
    .label = this will not appear on the page
    .help = Write it in Markdown; scripts, styles and outside content have no place in the text

e107-image-outside = Pages load no pictures from outside: { $address }
    .label = replaced by words or a link
    .help = Save the picture in the record's folder and write its file name only

e107-link-dropped = This address cannot be a link: { $address }
    .label = the link was left out, its words stay
    .help = Addresses may begin with https://, mailto: or tel:, or be the id of a record

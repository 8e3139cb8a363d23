### Printing posting sheets; until when a notice is urgent.

cli-print-about = Put the posting sheets of several records into one file, to print at one go
cli-print-examples =
    Examples:
      linli print 2026-021                     one sheet
      linli print 2026-011..2026-021 -o june.html   a span of numbers, each on a new page
cli-arg-numbers = Document numbers, such as 2026-021; a span is 2026-011..2026-021
cli-arg-output = The file to write (default: named after the number)
cli-arg-print-drafts = Drafts and records of a later day can be printed, too
cli-print-done = { $path } holds { $count ->
        [one] { $count } sheet
       *[other] { $count } sheets
    }; open it in a browser to print (A4)
cli-print-shape = The document number “{ $number }” is not right
    .help = Write year-number, such as 2026-021; a span is 2026-011..2026-021
cli-print-unknown = No record has the number { $number }
    .help = linli list shows all records and their numbers
cli-print-unknown-near = No record has the number { $number }
    .help = Did you mean { $near }?
cli-print-held = { $number } ({ $id }) is a draft, or its day has not come
    .help = To see it on paper first, add --drafts
cli-print-withdrawn = { $number } ({ $id }) was withdrawn and has no posting sheet
    .help = Its address stays and says when and why it was withdrawn
cli-print-span-empty = No record to be posted lies in { $number }
    .help = linli list shows all records and their numbers

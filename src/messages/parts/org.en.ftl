### Rules of organizations

## ORG-01

org-01-circle = The parents form a circle
    .label = the parent
    .help = { $way }
org-01-check = The check character of the credit code “{ $text }” is wrong
    .label = the first 17 characters ask for { $right } at the end, not { $last }
    .help = Compare it with the certificate, character by character; mind 0 and O, 1 and I
org-01-shape = The credit code “{ $text }” does not have the right form
    .label = must be 18 digits and capitals without I, O, S, V, Z; this has { $count }
    .help = Copy it from the certificate, without spaces or hyphens

## ORG-02

org-02-term = { $count ->
        [1] A term of office
       *[other] The terms of { $count } posts
    } ended on { $end }, and no successor is given
    .label = the term is over
    .help = After an election add the new posts and terms; if the organization has ended write ended; if the election is still to come say so with explain
org-02-unfiled = The owners' committee was elected on { $elected }; by { $last } ({ $days } days) it was not filed
    .label = filed is missing
    .help = Once it is filed write filed: {"{"} date: the day, authority: with whom {"}"}
org-02-filed-late = The owners' committee was elected on { $elected } and filed on { $filed }; it was due by { $last } ({ $days } days)
    .label = later than { $last }
    .help = Check the dates; if it really was late, say why with explain

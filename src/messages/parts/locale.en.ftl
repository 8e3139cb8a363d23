### Language files (.ftl)

e109-ftl-syntax = This part of the language file cannot be read
    .label = unreadable from here
    .help = An entry is written: key = words; a variable stands in braces, such as { "{ $count }" }
e109-ftl-token = “{ $token }” is missing in the language file
    .label = expected “{ $token }” here
    .help = An entry is written: key = words; a variable stands in braces, such as { "{ $count }" }
e109-ftl-no-value = This entry of the language file has no words
    .label = words belong after the equals sign
    .help = Add the words or delete the entry
e109-ftl-no-default = A choice needs exactly one default
    .label = put an asterisk before one case, such as *[other]
    .help = English usually has [one] and *[other]
e109-ftl-open = Braces or quotes in the language file do not match
    .label = has no partner
    .help = To show a brace itself, write { "{ \"{\" }" }
e109-ftl-repeated = “{ $key }” stands twice in the same file
    .label = repeated
    .help = Keep one and delete the other
e109-ftl-unknown-reference = “{ $key }” is referred to but does not exist
    .label = no such entry
    .help = Check the key or add the entry
e109-ftl-function = There is no function “{ $key }”
    .label = only NUMBER can be used
    .help = Dates and amounts arrive already written for the language; use the variable alone
e109-ftl-deep = Braces in the language file are nested too deep
    .label = more than 32 levels here
    .help = Split the sentence into several entries and refer to them by {"{"} key {"}"}

### The program's own words, and what can be wrong in site.toml.

cli-error = error
cli-warning = warning
cli-info = note
cli-help = help

cli-more-warnings =
    { $count ->
        [one] 1 more { $code } warning not shown; --format json lists them all
       *[other] { $count } more { $code } warnings not shown; --format json lists them all
    }
cli-closing-none = No problems found.
cli-closing-errors =
    { $errors ->
        [one] 1 error.
       *[other] { $errors } errors.
    }
cli-closing-warnings =
    { $warnings ->
        [one] 1 warning.
       *[other] { $warnings } warnings.
    }
cli-closing-both =
    { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }, { $warnings ->
        [one] 1 warning.
       *[other] { $warnings } warnings.
    }
cli-begin-with-line = Start with { $path } line { $line }.
cli-begin-with-file = Start with { $path }.
cli-two-sentences = { $first } { $second }

## site.toml: types of values

config-type-text = text in straight quotes
config-type-per-language = a table with one line a language
config-type-text-or-per-language = text, or a table with one line a language
config-type-whole = a whole number
config-type-section = a section with a heading
config-type-sections = one or more [[ ]] sections
config-type-levels = a table of rule codes and levels

## site.toml: writing

e103-settings-too-long = The settings file is too long, over { $limit } KB
    .help = It holds settings only; content belongs in the content folder
e103-languages = A site has { $limit } languages at most
    .label = one too many
    .help = Each page is made in each language; leave out those that nobody writes
e103-settings-too-deep = The brackets of the settings file are nested too deep
    .help = So many levels are never needed; check that every bracket is closed
e108-syntax = This cannot be read as a setting
    .help = Write `key = value` with text in straight quotes, for example theme = "board"
e108-sign = A plain sign is needed here
    .label = change { $sign } to { $plain }
e108-no-quotes = Text needs straight quotes
    .help = Write "{ $value }"
e108-no-value = There is no value after the equals sign
    .help = Write one, or remove the line
e108-no-equals = There is no equals sign after the key
    .help = Write `key = value`, for example theme = "board"
e108-open-quote = The quote is not closed
    .help = Put a straight quote at the end of the text
e108-open-header = The bracket is not closed
    .help = Write [name] or [[languages]]
e108-open-list = The list is not complete
    .help = Put commas between the items and ] at the end
e108-escape = This character cannot follow a backslash
    .help = Write \\ for a backslash, or use single quotes
e108-key-letters = The key “{ $key }” can hold letters a to z, digits, - and _ only
    .help = See the keys in the site.toml that `linli init` writes
e108-duplicate-key = “{ $key }” is written twice
    .help = Keep one of them

## site.toml: keys

e108-unknown-key = There is no setting “{ $key }”
    .help = Possible here: { $allowed }
e108-unknown-key-near = There is no setting “{ $key }”
    .label = did you mean { $near }?
e108-below-section = “{ $key }” must stand before the first [ ] heading
    .label = here it is part of [{ $section }]
    .help = Move the line to the beginning of the file
e108-missing-key = “{ $key }” is missing
    .help = Add: { $key } = { $example }
e108-wrong-type = “{ $key }” has a value of the wrong type
    .label = expected { $expected }
    .help = For example { $key } = { $example }
e108-empty = “{ $key }” is empty
    .help = Write something, or remove the line
e108-range = “{ $key }” is out of range
    .label = between { $min } and { $max }

## site.toml: values

e108-url-not-absolute = The address must begin with http:// or https://
    .help = For example https://rongyin.example.org
e108-url-query = The address cannot have a part with ? or #
    .label = remove this part
e108-url-character = The address holds a character that cannot be used
    .label = remove or encode it
e108-url-host = The host in the address is not right
    .help = For example https://rongyin.example.org
e108-url-path = The address cannot hold . or ..
    .help = Write the whole path, for example https://example.org/rongyin
e108-timezone = There is no time zone “{ $value }”
    .help = Write Continent/City; Beijing time is Asia/Shanghai
e108-currency = The currency needs three capital letters
    .help = The Chinese yuan is CNY
e108-currency-case = The currency needs capital letters
    .help = The Chinese yuan is CNY
e108-theme-name = A theme's name has lower-case letters, digits and hyphens only
    .help = The built-in theme is board; your own is named by its folder in themes
e108-theme-unknown = There is no theme “{ $value }”
    .label = no folder themes/{ $value }
    .help = The theme that comes with linli is board; your own stands in themes/{ $value }
e108-photos = photos is either whole or small
    .help = whole publishes the originals too, small only the smaller pictures that pages show
e108-profile-name = This is not the name of a rule profile
    .help = Write cn-national, or a file of this site such as profiles/ours.toml
e108-publisher = The publisher must be the id of an organization
    .help = Write folder/file without .md, for example organizations/committee
e108-output-outside = The output folder must lie inside the site's folder
    .help = For example public; to write elsewhere use `linli build -o`
e108-output-taken = This folder holds the site's content and cannot take the output
    .help = Choose another, for example public
e108-email = This is not an e-mail address
    .help = For example office@rongyin.example.org

## site.toml: languages

e108-languages-none = At least one language is needed
    .help = For example languages = [{"{"} tag = "zh-Hans", path = "zh" {"}"}]
e108-tag = “{ $value }” is not a language tag
    .help = Join the parts with hyphens, for example zh-Hans, en, ug
e108-path-shape = This cannot be a language path
    .label = lower-case letters, digits and hyphens, at most 16
    .help = For example zh, en, ug
e108-path-reserved = “{ $value }” has another use and cannot be a language path
    .help = For example zh, en, ug
e108-font-path = The font must be a .ttf file in fonts/
    .help = For example fonts/NotoSansMongolian-Regular.ttf
e108-font-chinese = Chinese takes no font of the site's own
    .label = take this line out
    .help = Every phone and computer has a Chinese font; another one would cost readers megabytes
e108-font-missing = There is no font file { $file }
    .help = Put the font into the site's folder fonts/; capitals and small letters count
e108-font-size = The font file { $file } is too large, over { $limit } MB
    .help = Use a font for this script alone
e108-font-kind = { $file } is not a TrueType font
    .help = Use the font in the form .ttf; renaming an .otf, .ttc or .woff does not help
e108-font-broken = The font file { $file } is damaged and cannot be read
    .help = Download it again, or use another font
e108-font-letters = The font { $file } has no letters that a page would need it for
    .help = Phones have Han, Latin and punctuation; use a font for the script of this language, or take the line out
e108-tag-twice = The language tag “{ $value }” is written twice
    .label = again here
e108-path-twice = The language path “{ $value }” is used twice
    .label = again here
e108-first-here = first written here
e108-unknown-language = This site has no language “{ $key }”
    .help = Possible here: { $allowed }; for another language add a [[languages]] section first
e108-unknown-language-near = This site has no language “{ $key }”
    .label = write its path { $near }
e108-name-primary = There is no name in the primary language
    .help = Add a line { $lang } = "…" to this section

## site.toml: weights of rules

e108-unknown-code = There is no rule “{ $key }”, or its level is fixed
e108-unknown-code-near = There is no rule “{ $key }”, or its level is fixed
    .label = did you mean { $near }?
e108-level = The level of “{ $key }” is not one of those possible
    .label = possible: { $allowed }
e108-level-fixed = { $code } is always an error and cannot be lowered
    .help = This rule guards accounts, votes or personal data; remove the line and correct the content

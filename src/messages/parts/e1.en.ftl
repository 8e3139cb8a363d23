### Reading files, settings and the theme

## E101

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
e101-space = Here stands a sign that only looks like a space
    .label = a full-width, no-break or invisible space
    .help = Delete it and type a plain space
e101-indent = The indentation or a colon is wrong here
    .label = from here on
    .help = See whether the line above lacks its colon; lines of one level begin in the same column
e101-key = “field: value” is needed here
    .label = the colon is missing
    .help = Write a colon and a space after the field
e101-character = A value cannot begin with this sign
    .label = it has a meaning of its own
    .help = Put the value between quotation marks

## E102

e102-encoding = The encoding of the file cannot be read
    .label = no text from here on
    .help = Open it in an editor and save it as UTF-8
e102-control = There is an invisible control character here ({ $sign })
    .label = a control character
    .help = Delete it: feeds and other programs break at it
e102-direction = There is a character here that turns the order of the text ({ $sign })
    .label = changes the direction
    .help = Delete it; to set apart text that runs from right to left, use a pair of U+2067 and U+2069

## E103

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
e103-settings-too-long = The settings file is too long, over { $limit } KB
    .help = It holds settings only; content belongs in the content folder
e103-languages = A site has { $limit } languages at most
    .label = one too many
    .help = Each page is made in each language; leave out those that nobody writes
e103-settings-too-deep = The brackets of the settings file are nested too deep
    .help = So many levels are never needed; check that every bracket is closed
e103-body-deep = The text is nested more than { $limit } levels deep
    .label = from here on only the words are kept
    .help = Use fewer levels of quotes and lists
e103-body-long = The text is longer than { $limit } MB
    .label = the text begins here
    .help = Divide it into several records, or publish it as an attachment
e103-office = The attachment “{ $file }” is too large to be looked through for personal data
    .help = Its limit is { $limit } MB, and four times that when unpacked; split it, or take out what nobody needs

## E104

e104-duplicate-key = “{ $key }” is written twice
    .label = the second time
    .first = the first is here
    .help = Keep one and delete the other

## E105

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

## E106

e106-orphan = This translation has no original
    .help = It must lie beside the original under the same name, with the language before .md, such as water.md and water.en.md
e106-unknown-language = “{ $suffix }” in the file name is no language of this site
    .help = { $hint ->
        [yes] Did you mean { $near }?
       *[no] { $others ->
            [0] This site has one language. To add this one, write [[languages]] in site.toml with tag = "{ $suffix }" and path = "{ $suffix }" below it; if this is no translation, remove .{ $suffix } from the file name
           *[other] The other languages of this site: { $known }
        }
    }
e106-primary-suffix = The original's file name needs no language
    .help = Remove .{ $suffix } from the file name

## E107

e107-html-removed = Pages cannot carry { $what }; it was left out
    .label = this will not appear on the page
    .help = Write it in Markdown; scripts, styles and outside content have no place in the text
e107-image-outside = Pages load no pictures from outside: { $address }
    .label = replaced by words or a link
    .help = Save the picture in the record's folder and write its file name only
e107-link-dropped = This address cannot be a link: { $address }
    .label = the link was left out, its words stay
    .help = Addresses may begin with https://, mailto: or tel:, or be the id of a record

## E108

e108-missing = There is no site.toml
    .help = Run linli in the folder of the site; linli init makes a new one
e108-language = “{ $tag }” is not a language tag
    .help = For example zh-Hans, en
e108-publisher-unknown = The default publisher “{ $target }” does not exist
    .label = no such record
    .help = Make this organization in content/organizations, or change this line, or delete it
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
e108-url-not-absolute = The address must begin with http:// or https://
    .help = For example https://rongyin.example.org
e108-no-address = The site has no address of its own yet; “{ $address }” is what a new site is given
    .label = nobody can open this
    .help = Until then sheets of paper carry neither address nor square code. Write the site's own, for example base_url = "https://rongyin.example.org"
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
e108-line-breaks = line_breaks is either keep or join
    .help = keep shows each line break of the text as one, join runs lines together
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
e108-unknown-code = There is no rule “{ $key }”, or its level is fixed
e108-unknown-code-near = There is no rule “{ $key }”, or its level is fixed
    .label = did you mean { $near }?
e108-level = The level of “{ $key }” is not one of those possible
    .label = possible: { $allowed }
e108-level-fixed = { $code } is always an error and cannot be lowered
    .help = This rule guards accounts, votes or personal data; remove the line and correct the content
e108-profile-unknown = There is no rule profile “{ $name }”
    .help = Built in are { $known }; or name a file of this site such as profiles/ours.toml
e108-profile-circle = The rule profile “{ $name }” leads back to itself, or the chain is too long
    .help = Look at `extends` in each file
e108-profile-law = The profile has no article “{ $law }”{ $hint ->
        [yes] ; did you mean { $near }?
       *[no] {""}
    }
    .help = Write zh and en under [law.{ $law }]
e108-profile-value = The value of “{ $key }” cannot be read
    .help = For example { $key } = { $example }; to switch it off write false
e108-holidays-beyond = The table of public holidays does not reach { $year } yet; deadlines in that year take only weekends as days off
    .help = After the State Council has announced the holidays, update linli

## E109

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
e109-template-syntax = This template of the theme has a mistake
    .label = { $reason }
    .help = Mend the template; without your own copy the built-in one is used
e109-template-failed = This template of the theme does not fit the page
    .label = { $reason }
    .help = Check the spelling of the name; without your own copy the built-in template is used
e109-template-missing = The theme has no template “{ $name }”
e109-template-parent = The template extends “{ $parent }”, which the theme does not have
    .help = Names start at the templates folder, for example base.html
e109-template-circle = Templates extend or include each other in a circle
e109-not-utf8 = This file of the theme is not UTF-8
    .help = Save it again with the encoding UTF-8

## E110

e110-change = published.lock does not fit the content: { $new } figures new, { $changed } changed, { $gone } gone
    .help = Run linli build on your own computer and commit published.lock together with the content

## E111 written and not shown

e111-comment = “{ $text }” stands behind a space and a sign, so it is a comment and not published
    .label = readers do not see this
    .help = If it is text, put the whole value in straight quotes: title: "Repairs at #3"; if it is a comment, give it a line of its own
e111-table-cells = The row has more cells than the head; the surplus is not shown
    .label = readers do not see this; the head has { $columns } columns
    .help = Add columns to the head, or write a bar that is text as \|
e111-footnote = There is no footnote “{ $label }”
    .label = not found
    .help = Write it on a line of its own: [^{ $label }]: the note
e111-footnote-other = There is no footnote “{ $label }”; not used: { $others }
    .label = not found
    .help = The names must be the same in both places
e111-html = Pages do not use { $what }; it was left out
    .label = this mark will not appear on the page
    .help = Write it in Markdown, for example **bold** or ![description](picture.jpg)

## E112

e112-record = Nobody reads “{ $file }”: records are .md files
    .help = If it is a record, save its text as { $stem }.md (in Windows, show file name extensions first); if it is an attachment, name it in the record
e112-unlisted = No record names “{ $file }”, so it is not published
    .help = If readers should have it, name it under attachments or in the text of a record

## E113

e113-picture-format = “{ $file }” is of the kind { $format }: what the camera wrote into it (place, device) cannot be taken out
    .label = not published
    .help = Save it as JPEG and name that file here. On an iPhone: Settings, Camera, Formats, Most Compatible
e113-picture-unknown = “{ $file }” has the name of a picture, but nothing tells what kind of picture it is
    .label = not published: what the camera wrote could not be taken out
    .help = Open it in a picture program and save it as JPEG
e113-large = The picture “{ $file }” is larger than { $limit } MB: what the camera wrote cannot be taken out
    .label = not published
    .help = Make it smaller in a picture program and put it here again
e113-drawing-unreadable = The drawing “{ $file }” cannot be read whole, so nobody can say whether a script is in it
    .label = not published
    .help = Save it as “Plain SVG” in the drawing program, or as PNG
e113-drawing-cleaned = The drawing “{ $file }” held scripts, pages or addresses outside; they were taken out
    .label = the drawing is published without them
    .help = Look at it in the preview; if something is missing, save it as “Plain SVG” or PNG
e113-download = Scripts in “{ $file }” would run as this site, so readers can only download it
    .label = a web page or XML
    .help = Put the text into the record, or save it as PDF
e113-disguised = “{ $file }” is another thing than its name says, and a browser might run it
    .label = not published
    .help = Give it the ending that fits, such as .jpg or .pdf

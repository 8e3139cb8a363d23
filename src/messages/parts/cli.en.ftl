### Commands: help, questions, answers.

## The frame of the help

cli-about = linli: turns a community's records into a checked bilingual public site
cli-after-help =
    To begin:
      linli init                   make a new site
      linli new notice "Title"     write a notice
      linli serve --open           see it in a browser while you write
      linli build                  make the pages
    Help for one command: linli help COMMAND
cli-usage-heading = Usage:
cli-commands-heading = Commands
cli-command-value = COMMAND
cli-arguments-heading = Arguments
cli-global-heading = Options for all commands
cli-options-heading = Options
cli-options-value = OPTIONS
cli-press-enter = Press Enter to close this window
cli-see-help = Help: linli help
cli-names-of-kinds = en

## Commands

cli-init-about = Make a new site
cli-new-about = Write a new record
cli-check-about = Check the content, make no pages
cli-build-about = Check the content and make the pages
cli-list-about = List records and how far their translations are
cli-stamp-about = Say that a translation was compared with the original as it is now
cli-lock-about = Show the published figures, and what the next publish changes
cli-clean-about = Remove the finished pages (and nothing else)
cli-completions-about = Print the completion script of a shell
cli-help-about = Show the help of a command

cli-init-examples =
    Examples:
      linli init                              five questions
      linli init rongyin --name 榕荫社区 --yes   no questions
cli-new-examples =
    Kinds: meeting, revenue, renovation, activity, notice, organization, place, page (or their Chinese names)
    Example:
      linli new notice "Temporary water cut"
cli-check-examples =
    Examples:
      linli check
      linli check content/notices --strict
      linli check --only REV-01,REV-02 --format short
cli-build-examples =
    Examples:
      linli build
      linli build -o /srv/www --strict --report report.json
cli-list-examples =
    Examples:
      linli list --missing
      linli list --kind notice --format csv > notices.csv
cli-stamp-examples =
    Examples:
      linli stamp notices/2026-06-water
      linli stamp --all --content-lang en
cli-lock-examples =
    Examples:
      linli lock
      linli lock --check
cli-completions-examples =
    Example:
      linli completions bash > ~/.local/share/bash-completion/completions/linli

## Options

cli-arg-root = Folder of the site (default: the nearest one upwards with a site.toml)
cli-arg-config = The site.toml to use; its folder is the site
cli-arg-lang = Language of the messages: zh or en
cli-arg-color = Color: auto (default), always or never
cli-arg-no-progress = Show no progress
cli-arg-quiet = Show errors only
cli-arg-verbose = Say more
cli-arg-timings = Say how long each step took
cli-arg-help = Show help
cli-arg-version = Show the version
cli-arg-output-dir = Folder for the pages (default: as in site.toml, mostly public)
cli-arg-base-url = Another address than the one in site.toml
cli-arg-drafts = Include drafts and records whose day has not come
cli-arg-strict = Warnings count as failure, too (exit code 4)
cli-arg-today = Reckon from this day, such as 2026-06-20
cli-arg-portable = Links name index.html, so that no server is needed
cli-arg-report = Write what happened to a JSON file
cli-arg-jobs = How many threads to use
cli-arg-force = Use the output folder even if it holds other files (only the same names are replaced)
cli-arg-keep-going = With errors, publish the records without errors
cli-arg-lock-write = Write published.lock as it would be now
cli-arg-lock-check = Exit 1 if published.lock would change
cli-arg-locked = Publish nothing if published.lock would change (for automatic builds)
cli-arg-format = How to write it: human (default), short, json or github
cli-arg-files = Look at these files or folders only
cli-arg-only = Look at these rules only, such as REV-01,COM-05
cli-arg-level = Change how much a rule weighs: error, warn, info or off
cli-arg-content-lang = Look at this language only; write its path, such as en
cli-arg-list-kind = List one kind only, such as notice
cli-arg-missing = List what lacks a translation
cli-arg-stale = List what has an outdated translation
cli-arg-list-drafts = List drafts
cli-arg-list-format = How to write it: table (default), json or csv
cli-arg-records = Records such as notices/2026-06-water, or files
cli-arg-all = All translations
cli-arg-dir = Folder for the site (default: this one)
cli-arg-name = Name of the community or village
cli-arg-lang2 = Name or code of the second language, such as English or ug; none for none
cli-arg-address = Address of the site, such as https://rongyin.example.org
cli-arg-yes = Ask nothing, take the usual answers
cli-arg-init-force = Use the folder even if it holds other files (they stay as they are)
cli-arg-no-samples = Leave out the samples
cli-arg-new-kind = Kind, such as notice, meeting, 通知
cli-arg-title = Title
cli-arg-number = Number to use, such as 2026-011 (default: the next one)
cli-arg-shell = bash, zsh, fish, powershell or elvish
cli-arg-command = Name of the command

## A command line that is not right

cli-unknown-argument = There is no option “{ $argument }”
cli-unknown-argument-near = There is no option “{ $argument }”
    .help = Did you mean { $near }?
cli-unknown-command = There is no command “{ $command }”
    .help = linli help lists all commands
cli-unknown-command-near = There is no command “{ $command }”
    .help = Did you mean { $near }?
cli-value-missing = { $argument } needs a value
cli-value-unknown = { $argument } cannot be “{ $value }”
    .help = It may be { $known }
cli-value-wrong = The value “{ $value }” of { $argument } is not right
cli-argument-missing = { $argument } is missing
cli-argument-twice = { $argument } may be given once only
cli-argument-conflict = { $argument } and { $other } do not go together
cli-argument-not-text = The command line holds characters that cannot be read
cli-wrong-use = The command is not written right
cli-no-site = There is no site here: no site.toml in “{ $path }” or above
    .help =
        Make a new one: linli init
        It is elsewhere: add -C and the folder of the site
cli-config-name = “{ $path }” cannot be the settings: the file must be named site.toml
cli-no-zone = The program lacks its time zones
cli-date = The date “{ $value }” cannot be read
    .help = Write it like 2026-06-20
cli-epoch = The environment variable SOURCE_DATE_EPOCH has a wrong value: “{ $value }”
    .help = It counts seconds since 1970; unset it if it is not needed
cli-jobs = At least 1 thread is needed
cli-base-url = The address “{ $value }” is not right
    .help = Write it in full, such as https://rongyin.example.org
cli-content-lang = The site has no language “{ $lang }”
    .help = It may be { $known }
cli-unknown-rule = There is no rule “{ $code }”
    .help = Rules are written like REV-01 or COM-05
cli-unknown-rule-near = There is no rule “{ $code }”
    .help = Did you mean { $near }?
cli-level = “{ $value }” is not written right
    .help = Write RULE=LEVEL, such as COM-05=off; levels are error, warn, info and off
cli-level-fixed = { $code } is always an error and cannot be lowered
cli-file-outside = “{ $path }” does not lie in this site
cli-file-missing = There is no file “{ $path }”
cli-file-unread = Nobody reads anything at “{ $path }”
    .help = Records are .md files in content; linli explain E112 says what becomes of other files
cli-unknown-kind = There is no kind “{ $kind }”
    .help = It may be { $known }
cli-unknown-kind-near = There is no kind “{ $kind }”
    .help =
        Did you mean { $near }?
        It may be { $known }
cli-unknown-record = There is no record “{ $id }”
    .help = Write FOLDER/FILE, such as notices/2026-06-water; linli list shows all
cli-unknown-record-near = There is no record “{ $id }”
    .help = Did you mean { $near }?
cli-detail-site = Site: { $path }; day: { $day }

## Making the pages

cli-progress = Pages { $done }/{ $total }
cli-step-load = settings, theme and words
cli-step-discover = finding files
cli-step-read = reading what changed, checking each record
cli-step-relate = checking between records
cli-step-plan = planning pages
cli-step-apply-levels = summing up findings
cli-step-compare = finding pages that are out of date
cli-step-render = making pages
cli-step-publish = exchanging the site
cli-step-sum = all
cli-build-done = Done: { $count ->
        [one] { $count } page
       *[other] { $count } pages
    }, { $languages ->
        [one] { $languages } language
       *[other] { $languages } languages
    }, { $seconds } s; { $changes }
cli-build-changes = { $new } new, { $changed } changed, { $removed } removed
cli-build-no-changes = nothing changed
cli-build-sound-only = Records with errors were not published; mend them and run this again
cli-build-held-waiting = { $count ->
        [one] { $count } record waits for its day
       *[other] { $count } records wait for their day
    }: { $names }
cli-build-held-drafts = { $count ->
        [one] { $count } draft is not published
       *[other] { $count } drafts are not published
    }: { $names }
cli-build-held-until = { $id } ({ $date })
cli-and-more = { $names } and { $more } more

cli-clean-nothing = There are no pages to remove
cli-clean-done = { $removed ->
        [one] Removed { $removed } file
       *[other] Removed { $removed } files
    }
cli-clean-kept = { $removed ->
        [one] Removed { $removed } file
       *[other] Removed { $removed } files
    }; { $kept } not made by linli stay

## Lists

cli-list-id = Record
cli-list-number = Number
cli-list-title = Title
cli-list-published = Published
cli-list-count = { $count ->
        [one] { $count } record
       *[other] { $count } records
    }
cli-list-unread = { $count ->
        [one] { $count } record cannot be read and is
       *[other] { $count } records cannot be read and are
    } not listed; linli check says what to mend
cli-state-original = original
cli-state-translated = done
cli-state-stale = outdated
cli-state-missing = missing
cli-state-not-needed = not needed
cli-status-draft = draft
cli-status-withdrawn = withdrawn

## Stamping translations

cli-lock-same = published.lock stays as it is: { $figures } figures of { $records } records
cli-lock-differs = With the next publish: { $new } new, { $changed } changed, { $gone } gone; then { $figures } figures of { $records } records
cli-lock-written = published.lock is written: { $figures } figures of { $records } records
cli-lock-more = … and { $count } more lines
cli-lock-errors = There are errors; published.lock is as it was
cli-stamp-done = Stamped: { $path } answers the original as it is now ({ $hash })
cli-stamp-recoded = Stamped: { $path } answers the original as it is now ({ $hash }); the file is UTF-8 from now on
cli-stamp-nothing = All is up to date, nothing to change
cli-stamp-no-sidecar = { $id } has no translation file
cli-stamp-broken = { $path } cannot be read; linli check says what to mend
cli-stamp-by-hand = The head of { $path } cannot be changed; the file is as it was
    .help = Add this line between the two ---: based_on: { $hash }

## New records

cli-new-done = Created: { $path } (number { $number }, status: draft)
cli-new-open = { $count ->
        [one] { $count } field still empty
       *[other] { $count } fields still empty
    }: { $names }
cli-new-nothing-open = Only the text is still to write
cli-new-next = When it is done, change status to published and run linli check
cli-new-exists = “{ $id }” exists already and is as it was
    .help = Take another title or number
cli-new-number = The number “{ $value }” is not written right
    .help = Write YEAR-NUMBER, such as 2026-011
cli-new-number-taken = The number { $value } is taken
    .help = Without --number the next one is used
cli-new-comment-status = change to published when it is done; then it goes public
cli-new-comment-needed = -- these must be filled in --
cli-new-comment-optional = -- where needed: remove the # and the space --
cli-new-comment-example = {"e.g. "}
cli-new-comment-body = the text goes below this line

## New sites

cli-init-hello = No site here yet. Five questions and it is ready (press Enter to take the answer in brackets).
cli-init-ask-name = 1/5 Name of the community or village? [later]
cli-init-ask-language = 2/5 Second language? [en English] (? lists some, none for none)
cli-init-ask-address = 3/5 Future address of the site? [later]
cli-init-ask-phone = 4/5 Office telephone? [later]
cli-init-ask-samples = 5/5 Put in some samples? [yes]
cli-init-languages =
    en English     ug Uyghur      bo Tibetan     mn Mongolian
    za Zhuang      ii Yi          kk Kazakh      ko Korean
    zh-Hant Traditional Chinese   khb Tai Lü     tdd Tai Nüa
    vi Vietnamese  th Thai        lo Lao         my Burmese
    For any other write its code (BCP 47)
cli-init-quick = Asking nothing, taking the usual answers
cli-init-done =
    Created: { $path } ({ $name })
      content/    notices, meetings and accounts are written here
      site.toml   settings of the site
      public/     the finished pages (made by the program)
cli-init-next =
    Next:
      linli serve --open         see it in your browser
      linli new notice "Title"   write the first notice
cli-init-next-elsewhere =
    Next:
      cd DIR
      linli serve --open         see it in your browser
      linli new notice "Title"   write the first notice
cli-init-kept = { $path } is there already and stays as it is
cli-init-no-terminal = Nobody can be asked here
    .help = Add --yes to take the usual answers
cli-init-ended = Not all questions were answered; no site was made
cli-init-site-here = This folder is part of a site already: { $path }
    .help = Take another folder; to use this one all the same add --force (files that are there stay)
cli-init-not-empty = “{ $path }” is not empty
    .help = Take an empty folder, such as linli init our-site; to use this one all the same add --force (files that are there stay)
cli-init-file = “{ $path }” is a file and cannot be the folder of a site
cli-init-language = The language “{ $code }” is not known
    .help = Write its name or code, such as English, Uyghur or bo; none for no second language
cli-init-language-same = “{ $code }” is the first language already
    .help = Take another, or none for no second language
cli-cache-ignored = The cache left by the last build was written by another program or is damaged; it is not used

## explain

cli-explain-about = Explain a code: what is checked, why, on which article, how to mend it
cli-arg-explain-codes = One or several codes such as COM-13 or rev01; without one all are listed
cli-explain-examples = Examples:
      linli explain                lists all codes
      linli explain COM-16         explains one, with the numbers of this site's profile
cli-explain-more = For one of them: linli explain COM-13
cli-explain-weight = Weight:{" "}
cli-explain-law = Rests on:{" "}
cli-explain-numbers = Numbers in force ({ $chain }):
cli-explain-wrong = This is told:
cli-explain-right = This is right:
cli-explain-off = not asked
cli-explain-on = asked
cli-explain-value = { $unit ->
        [days] { $n } days
        [working-days] { $n } working days
        [months] { $n } months
        [years] { $n } years
        [percent] { $n } %
        [money] CNY { $n }
       *[plain] { $n }
    }
cli-explain-hint = Why, and how to mend it: linli explain { $code }
cli-explain-proposal = a proposal
cli-law = law

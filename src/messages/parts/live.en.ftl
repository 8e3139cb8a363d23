### The commands watch and serve: seeing while writing.

cli-watch-about = Check and build again whenever something changes
cli-serve-about = See the site in a browser while you write, drafts too (also: preview)
cli-watch-examples =
    Examples:
      linli watch
      linli watch -o /srv/www
      linli watch --poll 5            for a site in a network folder
cli-serve-examples =
    Examples:
      linli serve --open              open the browser and follow every save
      linli serve --phone             on a phone as well
cli-arg-poll = Look at the files every so many seconds (2 unless given); systems do not tell of changes in network folders
cli-arg-interface = Address to listen on (by default only this computer can look)
cli-arg-port = Port (1111 unless given, or the next free one)
cli-arg-open = Open the browser when the site is ready
cli-arg-phone = Let phones on the same Wi-Fi look; shows the address and a QR code
cli-arg-no-drafts = Leave out drafts and records of a later day
cli-arg-no-reload = Pages do not follow changes by themselves

## One line for each rebuild

round-first = Ready: { $count ->
        [one] 1 page
       *[other] { $count } pages
    }, { $seconds } s
round-done = { $what }    { $seconds } s, { $pages ->
        [one] 1 page
       *[other] { $pages } pages
    } rebuilt
round-same = { $what }    { $seconds } s, no page differs
round-file = changed { $path }
round-files = changed { $path } and others, { $count } files
round-everything = files have changed, all were read again
round-clock = it is { $now }, rebuilt for the new time
round-wrong-line = { $path } line { $line } has a mistake; the pages keep their last good state (see below)
round-wrong-file = { $path } has a mistake; the pages keep their last good state (see below)
round-wrong = { $count ->
        [one] 1 error
       *[other] { $count } errors
    }; the pages keep their last good state (see below)
round-stopped = This rebuild failed; the pages keep their last good state
cli-round-broken = Something broke inside of linli; the mistake is ours
    .help = The next save is tried again; if it goes on, please send us the lines above and the file
round-polls = Looking at the files every { $seconds ->
        [one] second
       *[other] { $seconds } seconds
    }
round-watching = The site is built again whenever something changes; Ctrl+C stops

## The preview

serve-address = Preview: { $address }
serve-opened = Opened { $address }
serve-not-opened = No browser could be opened; please open the address above yourself
serve-phone-too = On a phone too? linli serve --phone
serve-phone = On your phone: { $address }
serve-phone-warning = Note: everyone on the same network can open this address and see drafts
serve-phone-alone = This computer is on no network now; a phone cannot reach it
serve-stop = Ctrl+C stops
serve-ended = Preview ended
cli-serve-port-taken = Port { $port } is taken
    .help = Choose another; without --port a free one is found
cli-serve-ports-taken = All ports from 1111 on are taken
    .help = Name a free one with --port
cli-serve-no-address = This computer does not have the address { $address }
    .help = Without --interface only this computer can look; for a phone use --phone

## What is laid over pages

serve-errors = { $errors ->
        [one] 1 error
       *[other] { $errors } errors
    }{ $warnings ->
        [0] {""}
        [one] , 1 reminder
       *[other] , { $warnings } reminders
    }
serve-warnings = { $warnings ->
        [one] 1 reminder
       *[other] { $warnings } reminders
    }
serve-old-stands = The pages keep their last good state until it is mended
serve-nothing-yet = There are no pages yet; they appear when it is mended
serve-more = { $count } more; the terminal has all of them
serve-fold = Fold
serve-draft = Draft
serve-draft-why = not public yet, seen in the preview only
serve-lost = The preview has ended; this page follows no more

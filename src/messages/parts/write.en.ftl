# Reading and writing files, and publishing

fs-failed = Cannot { $op } { $path }: { $why }
fs-op-read = read
fs-op-list = list the folder
fs-op-create-folder = create the folder
fs-op-write = write
fs-op-link = link
fs-op-copy = copy
fs-op-rename = rename
fs-op-exchange = exchange the old and the new site at
fs-op-remove = remove
fs-op-sync = flush to disk
fs-op-lock = lock
fs-why-not-found = no such file or folder
fs-why-permission = no permission
fs-why-held = another program has it open, such as Word, a viewer or a virus scanner; close that program and run again
fs-why-held-or-permission = another program has it open, or there is no permission; close that program and run again
fs-why-full = the disk is full
fs-why-read-only = the disk is read-only
fs-why-too-large = the file is too large

write-old-stands = The published site is unchanged

write-busy = Another build is writing to { $path }
    .help = Run again when it has finished
write-foreign-folder = { $path } holds files that linli did not make
    .help = Choose another output folder; to use this one all the same, add --force (its files stay, except where a page has the same name)
write-foreign-file = { $path } was not made by linli and stands where a page must go
    .help = Move or rename it; to replace it, add --force
write-link = { $path } is a link and cannot be the output folder
    .help = Give the real place of the output folder
write-not-a-folder = { $path } cannot be the output folder
    .help = Give the place of a folder, such as public
write-overlap = The output folder { $path } and { $with } lie inside each other
    .help = Choose a folder apart from content, theme and settings, such as public
write-bad-path = A site cannot have a file of this name: { $path }
    .help = Leave out \ : * ? " < > |, do not end in a dot or a space, and avoid names that systems reserve, such as con and nul
write-clash = { $path } and { $other } want the same place
    .help = Rename one of them; names that differ only in case count as the same
write-changed = { $path } changed during the build
    .help = Run again when the file is saved
write-unfinished = A file could not be written, so nothing was published

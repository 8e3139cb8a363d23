### The report: pages for those who keep the records.

cli-report-about = Write a report: findings, deadlines, translations, coverage, open actions
cli-report-examples =
    Examples:
      linli report                     to .linli/report/; open index.html in a browser
      linli report -o out --lang zh    in Chinese, in the folder `out`
cli-arg-report-output-dir = Folder for the report (default .linli/report, not published)
cli-arg-report-drafts = Count drafts and records of a later day, too
cli-arg-report-html = Also write the report as pages, to this folder
cli-report-done = The report is written: { $path }

report-name = Report
report-nav = Pages of the report
report-skip = Skip to the content
report-as-of = As of
report-inside = For the office, not published with the site
report-foot = Written by linli { $version }. Sums and dates are checked by software; this is no audit.

report-overview = Overview
report-findings = Findings
report-due = Due and overdue
report-translations = Translations
report-coverage = Coverage
report-actions = Actions

report-errors = errors
report-warnings = warnings
report-infos = remarks
report-overdue = Overdue
report-due-soon = Due soon
report-heads-found = heads with records in the last year
report-heads-none = heads with none found
report-actions-open = open
report-actions-overdue = overdue
report-actions-carried = carried on from earlier meetings
report-texts-open = to translate or renew ({ $language })
report-records = { $count ->
    [one] One record in all.
   *[other] { $count } records in all.
}

report-error = error
report-warning = warning
report-info = remark
report-times = { $count ->
    [one] once
   *[other] { $count } times
}
report-law = Basis: { $law }
report-no-findings = Nothing was found.

report-overdue-none = Nothing is overdue.
report-due-soon-none = Nothing is due soon.
report-days-left = { $count ->
    [one] one day left
   *[other] { $count } days left
}
report-days-today = due today
report-days-over = { $count ->
    [one] one day over
   *[other] { $count } days over
}
report-will-be-said = Said if nothing is done: { "" }
report-no-date = no date

report-language = Language: { $language }
report-kind = Kind
report-kind-meeting = Meetings
report-kind-revenue = Accounts
report-kind-renovation = Renovation
report-kind-activity = Activities
report-kind-notice = Notices
report-kind-organization = Organizations
report-kind-place = Places
report-kind-page = Pages
report-translated = There
report-stale = Stale
report-missing = Missing
report-not-needed = Not needed
report-all = All

report-coverage-note = For each head, the records of the last twelve months that were found. Who must disclose it, and what suffices, see the article and local rules; what was not found may have been published elsewhere.
report-nothing = none found in the last year
report-head-records = { $count ->
    [one] one record in the last year
   *[other] { $count } records in the last year
}
report-newest = Newest published:
report-spans = { $months ->
    [one] By the month, { $with } of the last { $all } have records.
    [12] In the last year, { $with } of { $all } span has records.
   *[other] In spans of { $months } months, { $with } of the last { $all } have records.
}
report-which = { $count ->
    [one] One more
   *[other] { $count } more
}

report-no-actions = Nothing is open.
report-due-by = Due
report-owner = Owner
report-no-owner = not given
report-agreed = Agreed
report-carried = Carried on
report-carried-times = { $count ->
    [one] once, first agreed on
   *[other] { $count } times, first agreed on
}

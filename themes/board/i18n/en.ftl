# Words of the site. Templates write t.name (content) and attr.name (attributes); those with { $… } are filled by the program.
# Field labels and code labels of each kind are in parts/.

## Frame
skip_to_content = Skip to the text
languages = Languages
main_navigation = Main sections
breadcrumb = You are here
footer_navigation = More
back_to_top = Back to top
on_this_page = On this page
home = Home
built = Pages made on
generated_by = Made with { $version }

## Home and front page
enter = Enter
to_home = Go to the home page
urgent = Urgent
open_for_objection = Open for objections
latest = Latest
all_records = Everything published
money = Income and spending
income = Income
expense = Spending
balance = Balance
every_line = See every line
by_kind = Find by kind
by_year = Find by year
who_to_ask = Whom to ask
nothing_yet = Nothing here yet.
until = Until
next_update = Next update
period_onwards = { $from } onwards
daily_hours = { $hours } every day
daily_overnight = every night from { $from } to { $to }
whom_to_ask = Send to

## Kinds
kind_meetings = Meetings
kind_revenue = Public revenue
kind_renovation = Renovation
kind_activities = Activities
kind_notices = Notices
kind_organizations = Organizations
kind_places = Places
kind_pages = Pages

## Lists
count_records = { $n ->
    [one] { $n } record
   *[other] { $n } records
}
count_by_publication = { $count }, by date of publication
latest_of_total = Latest { $n } of { $total }
year = { $year }
year_all = Everything published in { $year }
year_of_kind = { $kind }, { $year }
topics = Topics
topic = Topic: { $topic }
all_topics = All topics
organization_tree = Who belongs to whom
feed = Feed (Atom)
atom_all = { $site }: latest
atom_of_kind = { $site }: { $kind }

## Records
number = No.
facts = Key facts
explanation = Explanation
about_the_meeting = About the meeting
attachments = Attachments
file = File
format = Format
size = Size
hash = Checksum
corrections = Corrections
related = Related
mentioned_by = Mentioned by
topics_of_record = Topics
publisher = Published by
published = Published
published_on = Published
revised = Revised
prepared_by = Prepared by
reviewed_by = Reviewed by
basis = Legal basis
posting_period = Posting period
state = Status
draft = Draft
neighbors = Neighboring records
older = Older
newer = Newer
phone = Phone
hours = Office hours
address = Address
email = Email
contact = Contact

## Translation
missing_notice = This record is not translated yet. The original text follows.
stale_notice = The original was revised on { $date }; this translation has not caught up. The original prevails.
stale_notice_undated = The original has been revised since; this translation has not caught up. The original prevails.

## Withdrawn, moved, not found
withdrawn = Withdrawn
withdrawn_explained = This record has been withdrawn. Its address stays, to say when and why.
withdrawn_on = Withdrawn on
withdrawn_reason = Reason
first_published = First published
moved = New address
moved_explained = This page has moved to a new address:
not_found = Page not found
not_found_explained = The address may be mistyped, or the page may have moved. Look by kind from the home page, or call and ask.

## Posting sheet
posting_sheet = Posting sheet (bilingual, A4)
seal = Seal
posted_by = Signed
posted_on = Posted on
taken_down_on = Taken down
full_record = Full record online
print_hint = Your browser’s “Print” gives an A4 page.

## Text
body-table = Table { $n }
body-task-done = done
body-task-open = open
body-footnotes = Notes
body-footnote-back = Back to note { $n } in the text
body-alert-note = Note
body-alert-tip = Tip
body-alert-important = Important
body-alert-warning = Warning
body-alert-caution = Caution

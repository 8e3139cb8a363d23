# The posting sheet, the check code, sharing: see templates/part/posting.html and part/record-end.html.

check_code = Check code
check_same = : same as on the site
check_means = Same as on the site: where the code on paper equals this one, figures, dates and numbers are those of the site
in_capitals = Amounts in Chinese capitals
amount_contracts = Contracts in all
share = Text for a chat group
share_head = [{ $kind }] { $title }
share_code = Check code { $code }
share_end = In full: { $url } Check code { $code }
share_picture = A community notice board

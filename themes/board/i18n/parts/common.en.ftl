# Words that pages and the envelope share

feed = Subscribe (Atom)
basis = Published under
prepared_by = Prepared by
reviewed_by = Reviewed by
income = Income
expense = Expenses
balance = Balance

code_relation_about = About
code_relation_follows = Follows
code_relation_implements = Carries out
code_relation_replaces = Replaces
code_relation_decision = Decided by
code_relation_evidence = Evidence
code_relation_see = See also

code_attachment_kind_minutes = minutes
code_attachment_kind_sign_in = sign-in sheet
code_attachment_kind_photo = photo
code_attachment_kind_voucher = voucher
code_attachment_kind_contract = contract
code_attachment_kind_plan = plan
code_attachment_kind_report = report
code_attachment_kind_data = data
code_attachment_kind_form = form
code_attachment_kind_scan = scan
code_attachment_kind_other = other

code_status_draft = Draft
code_status_published = Published
code_status_withdrawn = Withdrawn

body-table = Table { $n }, scrolls sideways
body-task-done = done
body-task-open = open
body-footnotes = Notes
body-footnote-back = Back to the text, note { $n }
body-alert-note = Note
body-alert-tip = Tip
body-alert-important = Important
body-alert-warning = Warning
body-alert-caution = Caution

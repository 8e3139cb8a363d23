# Notices

field_notice_type = Type
field_notice_about = Subject
field_notice_effective = When
field_notice_objection = How to object
field_notice_objection_until = Until
field_notice_objection_contact = Taken by
field_notice_objection_received = Objections received
field_notice_objection_upheld = Objections upheld
field_notice_objection_reply = Reply
field_notice_objection_replied = Replied on
field_notice_effects = Effects
field_notice_effects_type = Effect
field_notice_effects_area = Where
field_notice_posted_at = Posted
field_notice_posted_at_place = Board
field_notice_posted_at_date = Posted on
field_notice_posted_at_photo = Photo
field_notice_urgent = Urgent

code_notice_type_announcement = Announcement
code_notice_type_publicity = Public notice open for objection
code_notice_type_call = Notice
code_notice_type_result = Result
code_notice_type_candidates = Candidates
code_notice_type_disruption = Supply and traffic
code_notice_type_safety = Safety
code_effect_type_water = Water cut
code_effect_type_power = Power cut
code_effect_type_gas = Gas cut
code_effect_type_traffic = Traffic
code_effect_type_other = Other effect

notice_section_effects = When and where
notice_section_objection = Objections and reply
notice_section_posted = Where it is posted
notice_section_about = Subject
notice_urgent = Urgent
notice_open = Open for objections
notice_closed = Objection period over
notice_over = Over
notice_affected = Affected
notice_ask = Whom to ask
notice_when = When
notice_objection_until = Objections until
notice_effects_caption = Effects one by one
notice_posted_caption = Boards

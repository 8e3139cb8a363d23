## Calendars and timetables
calendar_of = { $site }: { $what }
calendar_all = Calendar (.ics)
calendar_objection = Last day to object: { $title }
calendar_signup = Last day to sign up: { $title }
calendar_file = Add to your calendar (.ics file)
calendar_hint = If nothing happens inside WeChat, tap “…” at the top right and choose “Open in browser”.
calendar_week = The week
calendar_later = Later dates
calendar_months = Months
calendar_by_month = By month
calendar_records = Newest records
calendar_month_of_kind = { $kind }: { $month }
calendar_month_before = Month before
calendar_month_after = Month after
calendar_day = Day
calendar_what = What is on
calendar_clash = Overlaps
place_section_timetable = Timetable
activity_people = { $n ->
    [one] 1 person
   *[other] { $n } people
}

# Activities

## Parts of the page
activity_section_next = Next dates
activity_section_sessions = Changes of single dates
activity_section_roster = Who is on duty
activity_section_signup = Signing up

## Labels
field_activity_cat = Kind
field_activity_organizer = Organizer
field_activity_room = Where
field_activity_start = Start
field_activity_end = End
field_activity_repeat = Repeats
field_activity_sessions = Changes of single dates
field_activity_capacity = Places
field_activity_enrolled = Signed up
field_activity_fee = Fee
field_activity_audience = For
field_activity_age_min = Youngest age
field_activity_age_max = Oldest age
field_activity_spoken = Spoken there
field_activity_signup = How to sign up
field_activity_roster = Duty list
field_activity_state = State
field_activity_when = When
field_activity_age = Age
field_activity_date = Date
field_activity_session_state = What changed
field_activity_note = Note
field_activity_attended = Came
field_activity_slot = Day
field_activity_time = Time
field_activity_team = Team
field_activity_people = People
field_activity_task = Task
field_activity_how = How
field_activity_signup_until = Last day
field_activity_contact = Contact

## Sentences
activity_over = over
activity_no_more = No further dates.
activity_signup_until = Sign up by
activity_signup_over = closed
activity_free = Free
activity_ages = { $min } to { $max } years
activity_age_from = From { $min } years
activity_age_to = Up to { $max } years
activity_places = { $capacity }
activity_places_left = { $capacity }, { $enrolled } taken, { $left } left
activity_since = From
activity_times = { $count ->
    [one] once
   *[other] { $count } times
}
activity_skips_holidays = Not on public holidays
activity_follows_makeup = Also on weekend days worked in exchange for a holiday
activity_every_day = { $interval ->
    [1] Every day
   *[other] Every { $interval } days
}
activity_every_week = { $interval ->
    [1] Every week: { $on }
    [2] Every other week: { $on }
   *[other] Every { $interval } weeks: { $on }
}
activity_every_month = { $interval ->
    [1] Every month: { $on }
   *[other] Every { $interval } months: { $on }
}
activity_every_year = { $interval ->
    [1] Every year: { $on }
   *[other] Every { $interval } years: { $on }
}
activity_month_day = day { $day }
activity_day_span = { $from } to { $to }
activity_nth = { $n ->
    [1] first
    [2] second
    [3] third
    [4] fourth
   *[other] fifth
} { $weekday }
activity_nth_last = { $n ->
    [1] last { $weekday }
    [2] last { $weekday } but one
   *[other] { $weekday }, number { $n } from the end
}

## State of a date (for all kinds)
occurrence_confirmed = as planned
occurrence_tentative = to be confirmed
occurrence_cancelled = cancelled
occurrence_moved = moved
occurrence_instead_of = instead of

## Names of languages (for all kinds)
spoken_zh = Chinese
spoken_zh_hans = Chinese
spoken_en = English
spoken_khb = Tai Lü
spoken_tdd = Tai Nüa
spoken_hni = Hani
spoken_ii = Yi
spoken_bo = Tibetan
spoken_ug = Uyghur
spoken_mn = Mongolian
spoken_za = Zhuang
spoken_yue = Cantonese
spoken_lo = Lao
spoken_th = Thai
spoken_my = Burmese
spoken_vi = Vietnamese

## Codes
code_activity_category_class = Class
code_activity_category_talk = Talk
code_activity_category_clinic = Free clinic
code_activity_category_service_day = Service day
code_activity_category_volunteer = Volunteering
code_activity_category_duty = Duty
code_activity_category_festival = Festival
code_activity_category_meal = Meal
code_activity_category_check = Health check
code_activity_category_performance = Performance
code_activity_category_competition = Competition
code_activity_audience_everyone = everyone
code_activity_audience_children = children
code_activity_audience_teenagers = teenagers
code_activity_audience_elders = older people
code_activity_audience_women = women
code_activity_audience_families = families
code_activity_audience_disabled = people with disabilities
code_activity_audience_seasonal = seasonal residents
code_activity_audience_new_workers = couriers and drivers
code_activity_audience_volunteers = volunteers
code_activity_state_confirmed = confirmed
code_activity_state_tentative = to be confirmed
code_activity_state_cancelled = cancelled
code_activity_session_state_confirmed = as planned
code_activity_session_state_tentative = to be confirmed
code_activity_session_state_cancelled = cancelled
code_activity_session_state_moved = moved to
code_activity_every_day = day
code_activity_every_week = week
code_activity_every_month = month
code_activity_every_year = year

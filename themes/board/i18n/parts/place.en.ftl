# Places

## Parts of the page
place_section_hours = Opening hours
place_section_services = Services
place_section_happens = What happens here
place_section_inside = Places inside
place_section_profile = In figures

## Labels
field_place_type = Kind
field_place_parent = Lies in
field_place_address = Address
field_place_geo = Position
field_place_profile = In figures
field_place_management_mode = Managed by
field_place_hours = Open
field_place_capacity = Holds
field_place_access = Access
field_place_services = Services
field_place_day = Day
field_place_open = Hours
field_place_counted = Counted on
field_place_households = Households
field_place_people = People
field_place_buildings = Buildings
field_place_built = Built in
field_place_area = Area
field_place_audience = For
field_place_how = What to do
field_place_service_hours = When
field_place_fee = Fee
field_place_provider = Provided by
field_place_phone = Telephone
field_place_languages = Spoken

## Sentences
place_people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}
place_age_from = from { $min } years
place_free = Free
place_closed = closed
place_every_day = Every day
place_day_span = { $from } to { $to }

## Codes
code_place_type_community = Community
code_place_type_estate = Estate
code_place_type_building = Building
code_place_type_grid = Grid
code_place_type_room = Venue
code_place_type_service_point = Service point
code_place_type_canteen = Canteen
code_place_type_clinic = Clinic
code_place_type_mediation = Mediation room
code_place_type_board = Notice board
code_place_management_mode_professional = a property company
code_place_management_mode_self_managed = the residents themselves
code_place_management_mode_custodial = a trustee
code_place_management_mode_integrated = together with its neighbors
code_place_access_step_free = no steps
code_place_access_ramp = ramp
code_place_access_lift = lift
code_place_access_accessible_toilet = accessible toilet
code_place_access_wheelchair = wheelchair to borrow
code_place_access_accessible_parking = accessible parking
code_place_access_tactile = tactile paving
code_place_access_hearing_loop = hearing aid system
code_place_access_sign_language = sign language
code_place_access_nursing_room = nursing room
code_place_service_category_meal = Meals
code_place_service_category_health = Health
code_place_service_category_care = Care
code_place_service_category_mediation = Mediation
code_place_service_category_certificate = Certificates
code_place_service_category_information = Information
code_place_service_category_errand = Errands
code_place_service_category_repair = Repairs
code_place_service_category_education = Education
code_place_service_category_culture = Culture and sport
code_place_service_category_legal = Legal advice
code_place_service_category_employment = Jobs
code_place_service_category_other = Other
code_place_service_audience_everyone = everyone
code_place_service_audience_children = children
code_place_service_audience_teenagers = teenagers
code_place_service_audience_elders = older people
code_place_service_audience_women = women
code_place_service_audience_families = families
code_place_service_audience_disabled = people with disabilities
code_place_service_audience_seasonal = seasonal residents
code_place_service_audience_new_workers = couriers and drivers
code_place_service_audience_owners = owners

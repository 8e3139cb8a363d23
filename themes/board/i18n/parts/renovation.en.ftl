# Works

## Parts of the page
renovation_section_money = Money
renovation_section_milestones = Milestones
renovation_section_plans = Every version of the plan
renovation_section_progress = Progress
renovation_section_findings = Problems found by the monitors
renovation_section_needs = What residents asked for
renovation_section_parties = Who takes part
renovation_section_completion = Completion
renovation_section_warranty = Warranty
renovation_section_photos = Photos
renovation_section_projects = Projects

## Labels
field_renovation_level = Level
field_renovation_parent = Programme
field_renovation_place = Place
field_renovation_stage = Stage
field_renovation_counts = Begun and finished
field_renovation_counts_started = Begun
field_renovation_counts_finished = Finished
field_renovation_works = Class of works
field_renovation_built = Built in
field_renovation_households = Households
field_renovation_buildings = Buildings
field_renovation_floor_area = Floor area
field_renovation_needs = What residents asked for
field_renovation_consent = Residents' consent
field_renovation_parties = Who takes part
field_renovation_plan_versions = Versions of the plan
field_renovation_budget = Budget
field_renovation_budget_date = Budget approved on
field_renovation_funding = Sources of money
field_renovation_contracts = Contracts
field_renovation_payments = Payments
field_renovation_milestones = Milestones
field_renovation_progress = Progress
field_renovation_findings = Problems found
field_renovation_completion = Completion
field_renovation_warranty = Warranty
field_renovation_amount = Amount
field_renovation_won = Awarded to
field_renovation_next = Next step
field_renovation_source = Source
field_renovation_party = Given by
field_renovation_committed = Promised
field_renovation_received = Received
field_renovation_title = Title
field_renovation_supplier = Contractor
field_renovation_signed = Signed
field_renovation_period = Period
field_renovation_original = Value as signed
field_renovation_current = Current value
field_renovation_paid = Paid
field_renovation_changes = Changes of contracts
field_renovation_date = Date
field_renovation_contract = Contract
field_renovation_milestone = Milestone
field_renovation_type = What changed
field_renovation_old = Before
field_renovation_new = After
field_renovation_change = What changed
field_renovation_reason = Why
field_renovation_total = Total
field_renovation_comments = Residents' comments
field_renovation_comments_received = Comments received
field_renovation_comments_adopted = Comments adopted
field_renovation_file = File
field_renovation_weight = Weight
field_renovation_planned = Planned
field_renovation_forecast = Now expected
field_renovation_done = Done
field_renovation_note = Note
field_renovation_evidence = Evidence
field_renovation_physical = Works done
field_renovation_problem = Problem
field_renovation_found = Found on
field_renovation_by = Found by
field_renovation_severity = Severity
field_renovation_action = Action
field_renovation_closed = Settled on
field_renovation_need = Need
field_renovation_count = Asked by
field_renovation_accepted = Accepted on
field_renovation_final_cost = Final cost
field_renovation_variance = Final cost less budget
field_renovation_item = Covered
field_renovation_until = Until

## Sentences
renovation_done = { $percent } done
renovation_approved = approved
renovation_late = past its date
renovation_delayed = expected late
renovation_met = done
renovation_scheduled = planned
renovation_settled = settled
renovation_open = open
renovation_expired = expired
renovation_total = Total
renovation_bar = Budget, contracts, payments
renovation_paid = { $percent } of the contracts paid
renovation_consent = { $for } of { $eligible } households in favor
renovation_comments = { $received } received, { $adopted } adopted
renovation_version = Version { $no }
renovation_photo = The site on { $date }
renovation_photo_of = { $note }, { $date }
renovation_unit = { $currency ->
    [CNY] in yuan (CNY)
   *[other] in { $currency }
}

## Codes
code_renovation_level_project = Project
code_renovation_level_programme = Programme
code_renovation_stage_identification = Identification
code_renovation_stage_preparation = Preparation
code_renovation_stage_implementation = Under way
code_renovation_stage_completion = Completed
code_renovation_stage_maintenance = Under warranty
code_renovation_stage_cancelled = Cancelled
code_renovation_works_basic = Basic
code_renovation_works_improvement = Improvement
code_renovation_works_enhancement = Enhancement
code_renovation_party_role_owner = Client
code_renovation_party_role_designer = Designer
code_renovation_party_role_contractor = Contractor
code_renovation_party_role_supervisor = Site supervisor
code_renovation_party_role_monitor = Residents' monitor
code_renovation_plan_state_draft = Draft
code_renovation_plan_state_consultation = Open for comments
code_renovation_plan_state_approved = Approved
code_renovation_plan_state_replaced = Replaced
code_renovation_plan_state_rejected = Rejected
code_renovation_fund_source_central = Central government
code_renovation_fund_source_provincial = Province
code_renovation_fund_source_municipal = City
code_renovation_fund_source_county = County
code_renovation_fund_source_owners = Owners
code_renovation_fund_source_maintenance_fund = Maintenance fund
code_renovation_fund_source_public_revenue = Public revenue
code_renovation_fund_source_pipeline = Pipe and cable companies
code_renovation_fund_source_enterprise = Enterprises
code_renovation_fund_source_donation = Donations
code_renovation_fund_source_collective = Collective funds
code_renovation_change_type_duration = Duration
code_renovation_change_type_value = Value
code_renovation_change_type_scope = Scope
code_renovation_severity_low = Minor
code_renovation_severity_medium = Moderate
code_renovation_severity_high = Serious
code_renovation_warranty_item_roof = Roof
code_renovation_warranty_item_pipes = Pipes
code_renovation_warranty_item_electric = Electric wiring
code_renovation_warranty_item_fit_out = Fit-out
code_renovation_warranty_item_heating = Heating and cooling
code_renovation_warranty_item_structure = Structure
code_renovation_warranty_item_equipment = Equipment
code_renovation_warranty_item_other = Other
renovation_counts = { $started } begun, { $finished } of them finished{ $has_share ->
    [yes] {" "}({ $share })
   *[no] {""}
 }
renovation_adds_up = The sums agree: sources { $funding } = budget { $budget }; paid { $paid } ≤ contracts { $contracts } (arithmetic checked by software, not an audit)
renovation_adds_up_budget = The sums agree: sources { $funding } = budget { $budget } (arithmetic checked by software, not an audit)
renovation_adds_up_paid = The sums agree: paid { $paid } ≤ contracts { $contracts } (arithmetic checked by software, not an audit)
renovation_before = Before
renovation_after = After
renovation_lately = Lately
renovation_against = {" "}({ $amount } against the version before)
renovation_log = { $n ->
        [one] { $n } problem
       *[other] { $n } problems
    }, { $open ->
        [0] all settled
       *[other] { $open } open
    }
renovation_timeline = Time line
renovation_dates = Dates and notes
renovation_timeline_done = Time line: { $percent } done by the weights of the milestones
renovation_scale = { $from } to { $to }

# Organizations

## Parts of the page
organization_section_roles = Posts
organization_section_contact = How to reach it
organization_section_tree = Where it stands
organization_section_covers = Places it looks after
organization_section_members = Members
organization_section_happens = What it does

## Labels
field_organization_type = Kind
field_organization_parent = Part of
field_organization_covers = Looks after
field_organization_founded = Founded
field_organization_ended = Ended
field_organization_filed = Filed
field_organization_uscc = Credit code
field_organization_roles = Posts
field_organization_member_count = Members
field_organization_contact = Contact
field_organization_head = Person in charge
field_organization_phone = Telephone
field_organization_hours = Office hours
field_organization_address = Address
field_organization_email = E-mail
field_organization_role = Post
field_organization_name = Name
field_organization_duty = Duties
field_organization_term = Term
field_organization_counted = Counted on
field_organization_members = Members

## Sentences
organization_ended = ended
organization_term_over = term over
organization_people = { $n ->
    [one] { $n } person
   *[other] { $n } people
}

## Codes
code_organization_type_residents_committee = Residents' committee
code_organization_type_supervision_committee = Supervision committee
code_organization_type_owners_committee = Owners' committee
code_organization_type_property_committee = Property management committee
code_organization_type_property_company = Property company
code_organization_type_party_org = Party organization
code_organization_type_building_group = Building group
code_organization_type_coop_unit = Partner
code_organization_type_team = Team
code_organization_type_alliance = Alliance
code_organization_type_working_group = Working group
code_organization_type_supervision_group = Monitoring group
code_organization_type_mediation = Mediation
code_organization_type_government = Government office
code_organization_role_director = Director
code_organization_role_deputy = Deputy
code_organization_role_secretary = Secretary
code_organization_role_chair = Chair
code_organization_role_member = Member
code_organization_role_head = Head
code_organization_role_captain = Captain
code_organization_role_convener = Convener
code_organization_role_accountant = Accountant
code_organization_role_cashier = Cashier
code_organization_role_manager = Manager
code_organization_role_mediator = Mediator
code_organization_role_grid_worker = Grid worker
code_organization_role_building_head = Building head
code_organization_role_representative = Representative
code_organization_role_supervisor = Supervisor
code_organization_role_other = Other

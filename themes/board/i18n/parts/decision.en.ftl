# Votes: how many must take part and agree (record/decision.rs).

code_matter_own_rules = Making or changing the rules of the owners' assembly
code_matter_own_covenant = Making or changing the management covenant
code_matter_own_committee = Electing the owners' committee or replacing members
code_matter_own_hire = Hiring or dismissing the property manager
code_matter_own_use_fund = Using the maintenance fund
code_matter_own_other = Other major matters of common ownership and management
code_matter_own_raise_fund = Raising money for the maintenance fund
code_matter_own_rebuild = Rebuilding the building or its facilities
code_matter_own_common_use = Changing the use of common parts or doing business with them
code_matter_home_business = Turning a dwelling into business premises
code_matter_res_assembly = A matter of the residents' assembly
code_matter_res_reps = A matter of the residents' representatives
code_matter_vil_assembly = A matter of the villagers' assembly
code_matter_vil_reps = A matter of the villagers' representatives
code_matter_vil_group = A matter of the villagers' group
code_matter_coll_members = A matter of the members' assembly of the collective
code_matter_committee = A matter of the owners' committee
code_matter_recall = Recall of a member of the residents' committee
code_matter_advisory = Deliberation

decision_over_half = more than half
decision_two_thirds = at least two thirds
decision_over_two_thirds = more than two thirds
decision_three_quarters = at least three quarters
decision_all = all
decision_share = { $over ->
        [yes] more than { $num }/{ $den }
       *[no] at least { $num }/{ $den }
    }

code_ballot_outcome_elected = Elected
code_ballot_outcome_not_elected = Not elected
code_ballot_outcome_chosen = Chosen
ballot_number = No. { $no }
ballot_id = Option { $id }
ballot_table = Ballot: { $title }
ballot_option = Option
ballot_bar = Share
ballot_count = Votes
ballot_area = Area
ballot_outcome = Result
ballot_votes = { $n ->
        [one] 1 vote
       *[other] { $n } votes
    }
ballot_caption = { $choose ->
        [one] One option on each ballot paper
       *[other] Up to { $choose } options on each ballot paper
    }{ $seats ->
        [0] {""}
        [one] , one seat
       *[other] , { $seats } seats
    }{ $of ->
        [eligible] ; bars and shares are of all { $whole } entitled
        [returned] ; bars and shares are of the { $whole } papers returned
       *[most] {""}
    }
ballot_returned = { $n ->
        [one] 1 paper returned
       *[other] { $n } papers returned
    }
ballot_blank = { $n } blank
ballot_invalid = { $n } invalid
ballot_tie = { $a } and { $b } have the same number of votes, { $n }

decision_took_part = Taking part
decision_in_favor = In favor
decision_basis = By
decision_quorum = Needs { $need }{ $who ->
        [adults] {" "}(counting villagers of 18 and over)
        [households] {" "}(counting households)
        [voters] {" "}(counting voters or households)
        [representatives] {" "}(counting residents' representatives)
       *[other] {""}
    }; there was { $shares }
decision_pass = Needs { $need } of { $of ->
        [eligible] all entitled
        [votes] the votes cast
       *[present] those taking part
    }; there was { $shares }
decision_reached_share = { $share }{ $measure ->
        [heads] {" "}by head
        [area] {" "}by area
       *[only] {""}
    }{ $verdict ->
        [reached] {" "}(reached)
        [not_reached] {" "}(not reached)
       *[said] {""}
    }
decision_no_figures = { $measure ->
        [heads] no figure by head
        [area] no figure by area
       *[only] no figure
    }
decision_reached = Reached
decision_not_reached = Not reached
decision_open = Cannot be told yet
decision_law = { $law }; by the figures given
decision_by_figures = The figures given
decision_not_asked = No share of participation or agreement is prescribed for deliberation

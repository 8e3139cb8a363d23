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

decision_quorum = Taking part, by { $measure ->
        [area] area
       *[heads] head
    }{ $who ->
        [adults] {" "}(of villagers aged 18 and over)
        [households] {" "}(of household representatives)
        [voters] {" "}(of voters or households)
        [representatives] {" "}(of residents' representatives)
       *[other] {""}
    }: needs { $need }; { $share } took part ({ $part } of { $whole }), { $reached ->
        [yes] reached
       *[no] not reached
    }
decision_quorum_open = Taking part, by { $measure ->
        [area] area
       *[heads] head
    }{ $who ->
        [adults] {" "}(of villagers aged 18 and over)
        [households] {" "}(of household representatives)
        [voters] {" "}(of voters or households)
        [representatives] {" "}(of residents' representatives)
       *[other] {""}
    }: needs { $need }; no figures are given
decision_pass = In favor, by { $measure ->
        [area] area
       *[heads] head
    }: needs { $need } of { $of ->
        [eligible] all entitled
        [votes] the votes cast
       *[present] those taking part
    }; { $share } in favor ({ $part } of { $whole }), { $reached ->
        [yes] reached
       *[no] not reached
    }
decision_pass_open = In favor, by { $measure ->
        [area] area
       *[heads] head
    }: needs { $need } of { $of ->
        [eligible] all entitled
        [votes] the votes cast
       *[present] those taking part
    }; no figures are given
decision_conclusion = By the figures given: { $took_part ->
        [reached] enough took part
        [not_reached] not enough took part
        [open] whether enough took part is open
       *[not_asked] no share of participation is asked
    }; { $in_favor ->
        [reached] enough were in favor
        [not_reached] not enough were in favor
       *[open] whether enough were in favor is open
    }
decision_law = Basis: { $law }
decision_not_asked = No share of participation or agreement is prescribed for deliberation

# 表决：需要多大比例参加、多大比例同意（record/decision.rs）。

code_matter_own_rules = 制定或修改业主大会议事规则
code_matter_own_covenant = 制定或修改管理规约
code_matter_own_committee = 选举业主委员会或更换成员
code_matter_own_hire = 选聘或解聘物业服务企业
code_matter_own_use_fund = 使用维修资金
code_matter_own_other = 其他有关共有和共同管理权利的重大事项
code_matter_own_raise_fund = 筹集维修资金
code_matter_own_rebuild = 改建、重建建筑物及其附属设施
code_matter_own_common_use = 改变共有部分用途或利用共有部分经营
code_matter_home_business = 住宅改为经营性用房
code_matter_res_assembly = 居民会议议定的事项
code_matter_res_reps = 居民代表会议议定的事项
code_matter_vil_assembly = 村民会议议定的事项
code_matter_vil_reps = 村民代表会议议定的事项
code_matter_vil_group = 村民小组会议议定的事项
code_matter_coll_members = 集体经济组织成员大会议定的事项
code_matter_committee = 业主委员会议定的事项
code_matter_recall = 罢免居民委员会成员
code_matter_advisory = 议事协商

decision_over_half = 过半数
decision_two_thirds = 三分之二以上
decision_over_two_thirds = 超过三分之二
decision_three_quarters = 四分之三以上
decision_all = 全部
decision_share = { $over ->
        [yes] 超过{ $den }分之{ $num }
       *[no] { $den }分之{ $num }以上
    }

code_ballot_outcome_elected = 当选
code_ballot_outcome_not_elected = 未当选
code_ballot_outcome_chosen = 选定
ballot_number = { $no } 号
ballot_id = 选项 { $id }
ballot_table = 选票：{ $title }
ballot_option = 选项
ballot_bar = 得票
ballot_count = 票数
ballot_area = 面积
ballot_outcome = 结果
ballot_votes = { $n } 票
ballot_caption = 每张选票最多选 { $choose } 项{ $seats ->
        [0] {""}
       *[other] ，应选 { $seats } 名
    }{ $of ->
        [eligible] ；长条和比例按全体应到 { $whole } 人
        [returned] ；长条和比例按收回的 { $whole } 张选票
       *[most] {""}
    }
ballot_returned = 收回选票 { $n } 张
ballot_blank = 空白票 { $n } 张
ballot_invalid = 无效票 { $n } 张
ballot_tie = { $a }和{ $b }票数相同，都是 { $n } 票

decision_took_part = 参加
decision_in_favor = 同意
decision_basis = 依据
decision_quorum = 需要{ $need }{ $who ->
        [adults] （按十八周岁以上村民计）
        [households] （按户代表计）
        [voters] （按选民或户计）
        [representatives] （按居民代表计）
       *[other] {""}
    }，实到{ $shares }
decision_pass = 需要{ $of ->
        [eligible] 全体
        [votes] 投票
       *[present] 参加者
    }的{ $need }，同意{ $shares }
decision_reached_share = { $measure ->
        [heads] 人数
        [area] 面积
       *[only] {""}
    } { $share }{ $verdict ->
        [reached] （达到）
        [not_reached] （未达到）
       *[said] {""}
    }
decision_no_figures = { $measure ->
        [heads] 人数没有填写
        [area] 面积没有填写
       *[only] 数字没有填写
    }
decision_reached = 达到
decision_not_reached = 未达到
decision_open = 还不能判断
decision_law = { $law }；按公布的数字计算
decision_by_figures = 按公布的数字计算
decision_not_asked = 议事协商没有法定的参加和同意比例

# 会议

field_meeting_type = 类型
field_meeting_organ = 召集
field_meeting_scope = 范围
field_meeting_start = 时间
field_meeting_end = 结束时间
field_meeting_mode = 方式
field_meeting_place = 地点
field_meeting_state = 状态
field_meeting_moved_from = 原定时间
field_meeting_reason = 原因
field_meeting_notified = 会议通知张贴
field_meeting_special = 召集方式
field_meeting_attendance = 出席
field_meeting_attendance_heads = 人数
field_meeting_attendance_area = 面积
field_meeting_attendance_eligible = 应到人数
field_meeting_attendance_present = 实到人数
field_meeting_attendance_by_proxy = 其中委托
field_meeting_attendance_eligible_area = 总面积
field_meeting_attendance_present_area = 参加面积
field_meeting_representatives = 代表
field_meeting_representatives_total = 代表会议组成人员
field_meeting_representatives_residents = 其中居民（村民）代表
field_meeting_representatives_women = 其中妇女
field_meeting_parties = 参会单位
field_meeting_agenda = 议程
field_meeting_agenda_matter = 表决事项
field_meeting_agenda_docs = 材料
field_meeting_agenda_vote = 表决
field_meeting_agenda_ballot = 选票
field_meeting_agenda_vote_for = 同意
field_meeting_agenda_vote_against = 反对
field_meeting_agenda_vote_abstain = 弃权
field_meeting_agenda_vote_invalid = 无效
field_meeting_actions = 落实事项
field_meeting_actions_text = 事项
field_meeting_actions_owner = 责任单位
field_meeting_actions_due = 完成期限
field_meeting_actions_state = 进展
field_meeting_actions_from = 接续
field_meeting_minutes = 会议纪要
field_meeting_minutes_state = 纪要
field_meeting_minutes_published = 公布日期
field_meeting_minutes_file = 文件
field_meeting_next = 下次会议

code_meeting_type_residents_assembly = 居民会议
code_meeting_type_residents_reps = 居民代表会议
code_meeting_type_villagers_assembly = 村民会议
code_meeting_type_villagers_reps = 村民代表会议
code_meeting_type_owners_assembly = 业主大会
code_meeting_type_owners_committee = 业委会会议
code_meeting_type_joint = 联席会议
code_meeting_type_deliberation = 议事会
code_meeting_type_hearing = 听证会
code_meeting_type_supervision = 监督会
code_meeting_type_collective_members = 集体经济组织成员大会
code_meeting_mode_in_person = 现场
code_meeting_mode_written = 书面
code_meeting_mode_online = 线上
code_meeting_mode_mixed = 现场和书面
code_meeting_state_planned = 计划召开
code_meeting_state_held = 已召开
code_meeting_state_cancelled = 已取消
code_meeting_state_moved = 已改期
code_outcome_noted = 知悉
code_outcome_agreed = 商定
code_outcome_adopted = 通过
code_outcome_rejected = 未通过
code_outcome_deferred = 暂缓
code_action_state_open = 待办
code_action_state_done = 已完成
code_action_state_dropped = 不再办理
code_minutes_state_draft = 草稿
code_minutes_state_confirmed = 已确认

meeting_section_decisions = 议题和决定
meeting_section_attendance = 出席情况
meeting_section_actions = 落实事项
meeting_section_minutes = 会议纪要
meeting_decided = 决定
meeting_headline = { $items } 项议题：{ $outcomes }
meeting_outcome_count = { $outcome ->
        [adopted] 通过
        [agreed] 商定
        [rejected] 未通过
        [deferred] 暂缓
        [elected] 当选
        [chosen] 选定
        [not_elected] 未当选
       *[noted] 知悉
    } { $n }
meeting_votes_for = 同意 { $n }
meeting_votes_against = 反对 { $n }
meeting_votes_abstain = 弃权 { $n }
meeting_votes_invalid = 无效 { $n }
meeting_comma = ，
meeting_quorum_missed = 参加比例未达到
meeting_attendance = 应到 { $eligible } 人，实到 { $present } 人（{ $share }）
meeting_attendance_proxy = 其中委托参加 { $n } 人
meeting_attendance_share = 面积 { $share }
meeting_attendance_area = 总面积 { $eligible }，参加 { $present }（{ $share }）
meeting_special_yes = 因特殊原因临时召集
meeting_added_late = 公布议程以后临时增加的议题
meeting_by_heads = 按人数
meeting_by_area = 按面积
meeting_vote_bar = { $by }（整条是{ $of ->
        [eligible] 全体应到
        [present] 全体实到
       *[votes] 全部票数
    } { $whole }）
meeting_persons = { $n } 人
meeting_mark_turnout = 到会至少 { $least }（{ $need }）
meeting_mark_consent = 同意至少 { $least }（{ $of ->
        [eligible] 全体
        [votes] 投票
       *[present] 参加者
    }的{ $need }）
meeting_not_passed = 没有通过：{ $why }
meeting_short_by_figures = 按公布的数字，{ $why }
meeting_short_quorum_heads = 到会差 { $short } 人（至少应到 { $least }，实到 { $part }）
meeting_short_quorum_area = 到会面积差 { $short }（至少应到 { $least }，实到 { $part }）
meeting_short_pass_heads = 同意差 { $short } 人（至少要 { $least }，同意 { $part }）
meeting_short_pass_area = 同意的面积差 { $short }（至少要 { $least }，同意 { $part }）
meeting_semicolon = ；
meeting_preliminary = 初步结果
meeting_preliminary_note = 这是初步结果，还没有确定
meeting_preliminary_until = 这是初步结果，{ $until }以前可以提出异议
meeting_vote_part = { $n }（{ $share }）
meeting_actions_caption = 会议定下的事
meeting_overdue = 已过期限
meeting_carried_from = 接自
meeting_carried_on = 已接续 { $n } 次，最近一次：

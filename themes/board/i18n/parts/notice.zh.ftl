# 通知、公告、公示

field_notice_type = 类型
field_notice_about = 公示事项
field_notice_effective = 时间
field_notice_objection = 提意见
field_notice_objection_until = 截止日期
field_notice_objection_contact = 受理单位
field_notice_objection_received = 收到件数
field_notice_objection_upheld = 采纳件数
field_notice_objection_reply = 答复
field_notice_objection_replied = 答复日期
field_notice_effects = 影响
field_notice_effects_type = 影响
field_notice_effects_area = 区域
field_notice_posted_at = 张贴
field_notice_posted_at_place = 公示栏
field_notice_posted_at_date = 张贴日期
field_notice_posted_at_photo = 照片
field_notice_urgent = 紧急

code_notice_type_announcement = 公告
code_notice_type_publicity = 公示
code_notice_type_call = 通知
code_notice_type_result = 结果公布
code_notice_type_candidates = 候选人公布
code_notice_type_disruption = 停水停电和交通
code_notice_type_safety = 安全提示
code_effect_type_water = 停水
code_effect_type_power = 停电
code_effect_type_gas = 停气
code_effect_type_traffic = 交通
code_effect_type_other = 其他影响

notice_section_effects = 影响的时间和区域
notice_section_objection = 意见和答复
notice_section_posted = 张贴地点
notice_section_about = 公示事项
notice_urgent = 紧急
notice_open = 正在公示，可以提意见
notice_closed = 公示期已过
notice_over = 已结束
notice_affected = 影响
notice_ask = 向谁了解
notice_when = 时间
notice_objection_until = 提意见截止
notice_effects_caption = 各项影响
notice_posted_caption = 张贴在哪里

# 活动

## 页面各部分
activity_section_next = 接下来的日期
activity_section_sessions = 单次变动
activity_section_roster = 值班安排
activity_section_signup = 报名

## 栏目
field_activity_cat = 类别
field_activity_organizer = 主办单位
field_activity_room = 地点
field_activity_start = 开始
field_activity_end = 结束
field_activity_repeat = 重复
field_activity_sessions = 单次变动
field_activity_capacity = 名额
field_activity_enrolled = 已报名
field_activity_fee = 费用
field_activity_audience = 对象
field_activity_age_min = 最小年龄
field_activity_age_max = 最大年龄
field_activity_spoken = 使用语言
field_activity_signup = 怎么报名
field_activity_roster = 值班表
field_activity_state = 举办情况
field_activity_when = 时间
field_activity_age = 年龄
field_activity_date = 日期
field_activity_session_state = 情况
field_activity_note = 备注
field_activity_attended = 到场人数
field_activity_slot = 班次
field_activity_time = 时间
field_activity_team = 队伍
field_activity_people = 人数
field_activity_task = 任务
field_activity_how = 方式
field_activity_signup_until = 截止日期
field_activity_contact = 联系

## 句子
activity_over = 已结束
activity_no_more = 没有后续日期了。
activity_signup_until = 报名截止
activity_signup_over = 报名已截止
activity_free = 免费
activity_ages = { $min } 至 { $max } 岁
activity_age_from = { $min } 岁以上（含 { $min } 岁）
activity_age_to = { $max } 岁以下（含 { $max } 岁）
activity_places = { $capacity } 个
activity_places_left = { $capacity } 个，已报名 { $enrolled } 人，还剩 { $left } 个
activity_since = 起始日期
activity_times = 共 { $count } 次
activity_skips_holidays = 法定节假日停办
activity_follows_makeup = 调休上班的周末照常
activity_every_day = { $interval ->
    [1] 每天
   *[other] 每 { $interval } 天
}
activity_every_week = { $interval ->
    [1] 每周：{ $on }
    [2] 隔周：{ $on }
   *[other] 每 { $interval } 周：{ $on }
}
activity_every_month = { $interval ->
    [1] 每月{ $on }
   *[other] 每 { $interval } 个月的{ $on }
}
activity_every_year = { $interval ->
    [1] 每年{ $on }
   *[other] 每 { $interval } 年的{ $on }
}
activity_month_day = { $day } 日
activity_day_span = { $from }至{ $to }
activity_nth = 第 { $n } 个{ $weekday }
activity_nth_last = { $n ->
    [1] 最后一个{ $weekday }
   *[other] 倒数第 { $n } 个{ $weekday }
}

## 日期的情况（各类共用）
occurrence_confirmed = 照常
occurrence_tentative = 待定
occurrence_cancelled = 取消
occurrence_moved = 改期
occurrence_instead_of = 原定

## 语言名称（各类共用）
spoken_zh = 汉语
spoken_zh_hans = 汉语
spoken_en = 英语
spoken_khb = 西双版纳傣语
spoken_tdd = 德宏傣语
spoken_hni = 哈尼语
spoken_ii = 彝语
spoken_bo = 藏语
spoken_ug = 维吾尔语
spoken_mn = 蒙古语
spoken_za = 壮语
spoken_yue = 粤语
spoken_lo = 老挝语
spoken_th = 泰语
spoken_my = 缅甸语
spoken_vi = 越南语

## 代码
code_activity_category_class = 课程
code_activity_category_talk = 讲座
code_activity_category_clinic = 义诊
code_activity_category_service_day = 便民服务日
code_activity_category_volunteer = 志愿服务
code_activity_category_duty = 值班
code_activity_category_festival = 节庆
code_activity_category_meal = 聚餐
code_activity_category_check = 体检
code_activity_category_performance = 演出
code_activity_category_competition = 比赛
code_activity_audience_everyone = 所有人
code_activity_audience_children = 儿童
code_activity_audience_teenagers = 青少年
code_activity_audience_elders = 老人
code_activity_audience_women = 妇女
code_activity_audience_families = 家庭
code_activity_audience_disabled = 残疾人
code_activity_audience_seasonal = 候鸟居民
code_activity_audience_new_workers = 新就业群体
code_activity_audience_volunteers = 志愿者
code_activity_state_confirmed = 确定
code_activity_state_tentative = 待定
code_activity_state_cancelled = 取消
code_activity_session_state_confirmed = 照常
code_activity_session_state_tentative = 待定
code_activity_session_state_cancelled = 取消
code_activity_session_state_moved = 改期
code_activity_every_day = 天
code_activity_every_week = 周
code_activity_every_month = 月
code_activity_every_year = 年

# 场所

## 页面各部分
place_section_hours = 开放时间
place_section_services = 服务
place_section_happens = 在这里举行
place_section_inside = 包含的场所
place_section_profile = 概况

## 栏目
field_place_type = 类型
field_place_parent = 所在
field_place_address = 地址
field_place_geo = 坐标
field_place_profile = 概况
field_place_management_mode = 管理方式
field_place_hours = 开放时间
field_place_capacity = 可容纳
field_place_access = 无障碍设施
field_place_services = 服务
field_place_day = 星期
field_place_open = 时间
field_place_counted = 统计日期
field_place_households = 户数
field_place_people = 人口
field_place_buildings = 楼栋数
field_place_built = 建成年份
field_place_area = 面积
field_place_audience = 对象
field_place_how = 怎么办
field_place_service_hours = 时间
field_place_fee = 费用
field_place_provider = 提供单位
field_place_phone = 电话
field_place_languages = 可用语言

## 句子
place_people = { $n } 人
place_age_from = { $min } 岁以上（含 { $min } 岁）
place_free = 免费
place_closed = 不开放
place_every_day = 每天
place_day_span = { $from }至{ $to }

## 代码
code_place_type_community = 社区
code_place_type_estate = 小区
code_place_type_building = 楼栋
code_place_type_grid = 网格
code_place_type_room = 活动场地
code_place_type_service_point = 服务点
code_place_type_canteen = 食堂
code_place_type_clinic = 卫生站
code_place_type_mediation = 调解室
code_place_type_board = 公示栏
code_place_management_mode_professional = 专业物业
code_place_management_mode_self_managed = 居民自管
code_place_management_mode_custodial = 代管托管
code_place_management_mode_integrated = 一体融入
code_place_access_step_free = 无台阶
code_place_access_ramp = 坡道
code_place_access_lift = 电梯
code_place_access_accessible_toilet = 无障碍厕所
code_place_access_wheelchair = 轮椅
code_place_access_accessible_parking = 无障碍车位
code_place_access_tactile = 盲道
code_place_access_hearing_loop = 助听设备
code_place_access_sign_language = 手语
code_place_access_nursing_room = 母婴室
code_place_service_category_meal = 助餐
code_place_service_category_health = 健康
code_place_service_category_care = 照护
code_place_service_category_mediation = 调解
code_place_service_category_certificate = 证明办理
code_place_service_category_information = 咨询
code_place_service_category_errand = 代办
code_place_service_category_repair = 维修
code_place_service_category_education = 教育
code_place_service_category_culture = 文体
code_place_service_category_legal = 法律
code_place_service_category_employment = 就业
code_place_service_category_other = 其他
code_place_service_audience_everyone = 所有人
code_place_service_audience_children = 儿童
code_place_service_audience_teenagers = 青少年
code_place_service_audience_elders = 老人
code_place_service_audience_women = 妇女
code_place_service_audience_families = 家庭
code_place_service_audience_disabled = 残疾人
code_place_service_audience_seasonal = 候鸟居民
code_place_service_audience_new_workers = 新就业群体
code_place_service_audience_owners = 业主

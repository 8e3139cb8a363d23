# 组织

## 页面各部分
organization_section_roles = 职务
organization_section_contact = 联系方式
organization_section_tree = 上下级
organization_section_covers = 负责的范围
organization_section_members = 成员人数
organization_section_happens = 相关的公开内容

## 栏目
field_organization_type = 类型
field_organization_parent = 上级
field_organization_covers = 负责的范围
field_organization_founded = 成立日期
field_organization_ended = 终止日期
field_organization_filed = 备案
field_organization_uscc = 统一社会信用代码
field_organization_roles = 职务
field_organization_member_count = 成员人数
field_organization_contact = 联系方式
field_organization_head = 负责人
field_organization_phone = 电话
field_organization_hours = 办公时间
field_organization_address = 地址
field_organization_email = 邮箱
field_organization_role = 职务
field_organization_name = 姓名
field_organization_duty = 分工
field_organization_term = 任期
field_organization_counted = 统计日期
field_organization_members = 人数

## 句子
organization_ended = 已终止
organization_term_over = 任期已满
organization_people = { $n } 人

## 代码
code_organization_type_residents_committee = 居民委员会
code_organization_type_supervision_committee = 居务监督委员会
code_organization_type_owners_committee = 业主委员会
code_organization_type_property_committee = 物业管理委员会
code_organization_type_property_company = 物业服务企业
code_organization_type_party_org = 党组织
code_organization_type_building_group = 楼栋小组
code_organization_type_coop_unit = 共建单位
code_organization_type_team = 队伍
code_organization_type_alliance = 联盟
code_organization_type_working_group = 专班
code_organization_type_supervision_group = 监督小组
code_organization_type_mediation = 调解组织
code_organization_type_government = 政府部门
code_organization_role_director = 主任
code_organization_role_deputy = 副主任
code_organization_role_secretary = 书记
code_organization_role_chair = 会长（主任）
code_organization_role_member = 委员
code_organization_role_head = 负责人
code_organization_role_captain = 队长
code_organization_role_convener = 召集人
code_organization_role_accountant = 会计
code_organization_role_cashier = 出纳
code_organization_role_manager = 经理
code_organization_role_mediator = 调解员
code_organization_role_grid_worker = 网格员
code_organization_role_building_head = 楼栋长
code_organization_role_representative = 代表
code_organization_role_supervisor = 监督员
code_organization_role_other = 其他

# 更新改造

## 页面各部分
renovation_section_money = 资金
renovation_section_milestones = 节点
renovation_section_plans = 方案的每一版
renovation_section_progress = 进度
renovation_section_findings = 监督发现的问题
renovation_section_needs = 居民需求
renovation_section_parties = 参建单位
renovation_section_completion = 竣工验收
renovation_section_warranty = 保修
renovation_section_photos = 照片
renovation_section_projects = 包含的项目

## 栏目
field_renovation_level = 层级
field_renovation_parent = 所属计划
field_renovation_place = 地点
field_renovation_stage = 阶段
field_renovation_counts = 开工和完工
field_renovation_counts_started = 已开工
field_renovation_counts_finished = 已完工
field_renovation_works = 改造类别
field_renovation_built = 建成年份
field_renovation_households = 受益户数
field_renovation_buildings = 楼栋数
field_renovation_floor_area = 建筑面积
field_renovation_needs = 居民需求
field_renovation_consent = 居民同意
field_renovation_parties = 参建单位
field_renovation_plan_versions = 方案版本
field_renovation_budget = 预算
field_renovation_budget_date = 预算批准日期
field_renovation_funding = 资金来源
field_renovation_contracts = 合同
field_renovation_payments = 付款
field_renovation_milestones = 节点
field_renovation_progress = 进度
field_renovation_findings = 监督发现的问题
field_renovation_completion = 竣工验收
field_renovation_warranty = 保修
field_renovation_amount = 金额
field_renovation_won = 中标单位
field_renovation_next = 下一步
field_renovation_source = 来源
field_renovation_party = 出资方
field_renovation_committed = 承诺
field_renovation_received = 到账
field_renovation_title = 名称
field_renovation_supplier = 承包方
field_renovation_signed = 签订日期
field_renovation_period = 工期
field_renovation_original = 签订时合同价
field_renovation_current = 现合同价
field_renovation_paid = 已付
field_renovation_changes = 合同变更
field_renovation_date = 日期
field_renovation_contract = 合同
field_renovation_milestone = 节点
field_renovation_type = 变更内容
field_renovation_old = 变更前
field_renovation_new = 变更后
field_renovation_change = 改了什么
field_renovation_reason = 原因
field_renovation_total = 总价
field_renovation_comments = 居民意见
field_renovation_comments_received = 收到意见
field_renovation_comments_adopted = 采纳意见
field_renovation_file = 文件
field_renovation_weight = 权重
field_renovation_planned = 计划
field_renovation_forecast = 预计
field_renovation_done = 完成
field_renovation_note = 备注
field_renovation_evidence = 佐证
field_renovation_physical = 形象进度
field_renovation_problem = 问题
field_renovation_found = 发现日期
field_renovation_by = 发现单位
field_renovation_severity = 程度
field_renovation_action = 处理
field_renovation_closed = 销号日期
field_renovation_need = 需求
field_renovation_count = 提出数
field_renovation_accepted = 验收日期
field_renovation_final_cost = 决算
field_renovation_variance = 决算与预算之差
field_renovation_item = 保修项目
field_renovation_until = 保修至

## 句子
renovation_done = 完成 { $percent }
renovation_approved = 批准于
renovation_late = 已过计划日期
renovation_delayed = 预计推迟
renovation_met = 已完成
renovation_scheduled = 未到期
renovation_settled = 已整改
renovation_open = 待整改
renovation_expired = 已到期
renovation_total = 合计
renovation_bar = 预算、合同、已付
renovation_paid = 已付合同价的 { $percent }
renovation_consent = 应表决 { $eligible } 户，同意 { $for } 户
renovation_comments = 收到 { $received } 条，采纳 { $adopted } 条
renovation_version = 第 { $no } 版
renovation_photo = { $date }的施工现场
renovation_photo_of = { $note }，摄于{ $date }
renovation_unit = { $currency ->
    [CNY] 单位：元
   *[other] 单位：{ $currency }
}

## 代码
code_renovation_level_project = 项目
code_renovation_level_programme = 计划
code_renovation_stage_identification = 立项
code_renovation_stage_preparation = 准备
code_renovation_stage_implementation = 施工
code_renovation_stage_completion = 完工
code_renovation_stage_maintenance = 保修
code_renovation_stage_cancelled = 取消
code_renovation_works_basic = 基础类
code_renovation_works_improvement = 完善类
code_renovation_works_enhancement = 提升类
code_renovation_party_role_owner = 建设单位
code_renovation_party_role_designer = 设计单位
code_renovation_party_role_contractor = 施工单位
code_renovation_party_role_supervisor = 监理单位
code_renovation_party_role_monitor = 居民监督
code_renovation_plan_state_draft = 草案
code_renovation_plan_state_consultation = 征求意见
code_renovation_plan_state_approved = 通过
code_renovation_plan_state_replaced = 已替换
code_renovation_plan_state_rejected = 未通过
code_renovation_fund_source_central = 中央资金
code_renovation_fund_source_provincial = 省级资金
code_renovation_fund_source_municipal = 市级资金
code_renovation_fund_source_county = 县级资金
code_renovation_fund_source_owners = 居民出资
code_renovation_fund_source_maintenance_fund = 维修资金
code_renovation_fund_source_public_revenue = 公共收益
code_renovation_fund_source_pipeline = 管线单位
code_renovation_fund_source_enterprise = 企业出资
code_renovation_fund_source_donation = 捐赠
code_renovation_fund_source_collective = 集体资金
code_renovation_change_type_duration = 工期
code_renovation_change_type_value = 价款
code_renovation_change_type_scope = 内容
code_renovation_severity_low = 轻微
code_renovation_severity_medium = 一般
code_renovation_severity_high = 严重
code_renovation_warranty_item_roof = 屋面防水
code_renovation_warranty_item_pipes = 管道
code_renovation_warranty_item_electric = 电气线路
code_renovation_warranty_item_fit_out = 装修
code_renovation_warranty_item_heating = 供热供冷
code_renovation_warranty_item_structure = 主体结构
code_renovation_warranty_item_equipment = 设备
code_renovation_warranty_item_other = 其他
renovation_counts = 已开工 { $started } 个，其中完工 { $finished } 个{ $has_share ->
    [yes] （{ $share }）
   *[no] {""}
 }
renovation_adds_up = 算式相符：各项资金 { $funding } = 预算 { $budget }；已付 { $paid } ≤ 合同价 { $contracts }（软件核对加减，不是审计）
renovation_adds_up_budget = 算式相符：各项资金 { $funding } = 预算 { $budget }（软件核对加减，不是审计）
renovation_adds_up_paid = 算式相符：已付 { $paid } ≤ 合同价 { $contracts }（软件核对加减，不是审计）
renovation_before = 改造前
renovation_after = 改造后
renovation_lately = 最近
renovation_against = （比上一版 { $amount }）
renovation_log = 共 { $n } 个问题，{ $open ->
        [0] 都已整改
       *[other] { $open } 个待整改
    }
renovation_timeline = 时间线
renovation_dates = 日期和说明
renovation_timeline_done = 时间线：完成 { $percent }（按节点权重）
renovation_scale = { $from }至{ $to }

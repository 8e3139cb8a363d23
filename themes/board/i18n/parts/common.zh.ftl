# 页面和信封共用的词

feed = 订阅（Atom）
basis = 公开依据
prepared_by = 制表
reviewed_by = 审核
income = 收入
expense = 支出
balance = 结余

code_relation_about = 关于
code_relation_follows = 后续
code_relation_implements = 落实
code_relation_replaces = 替代
code_relation_decision = 决定
code_relation_evidence = 依据
code_relation_see = 另见

code_attachment_kind_minutes = 纪要
code_attachment_kind_sign_in = 签到表
code_attachment_kind_photo = 照片
code_attachment_kind_voucher = 凭证
code_attachment_kind_contract = 合同
code_attachment_kind_plan = 方案
code_attachment_kind_report = 报告
code_attachment_kind_data = 数据
code_attachment_kind_form = 表格
code_attachment_kind_scan = 扫描件
code_attachment_kind_other = 其他

code_status_draft = 草稿
code_status_published = 已公开
code_status_withdrawn = 已撤回

body-table = 表 { $n }，可左右滑动
body-task-done = 已完成
body-task-open = 未完成
body-footnotes = 注
body-footnote-back = 回到正文，注 { $n }
body-alert-note = 说明
body-alert-tip = 提示
body-alert-important = 重要
body-alert-warning = 注意
body-alert-caution = 当心

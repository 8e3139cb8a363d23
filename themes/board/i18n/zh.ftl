# 网站界面用语。模板里写作 t.名字（正文）和 attr.名字（属性）；带 { $… } 的由程序填好。
# 各类记录的栏目名、代码名写在 parts/ 里。

## 页面骨架
skip_to_content = 跳到正文
languages = 语言
main_navigation = 主要栏目
breadcrumb = 当前位置
footer_navigation = 其他
back_to_top = 回到顶部
on_this_page = 本页目录
home = 首页
built = 网页生成于
generated_by = 由 { $version } 生成

## 首页和语言选择页
enter = 进入
to_home = 进入首页
urgent = 紧急
open_for_objection = 正在公示，可以提意见
latest = 最新公开
all_records = 全部公开
money = 收支
income = 收入
expense = 支出
balance = 结余
every_line = 看每一笔
by_kind = 按类别找
by_year = 按年份找
who_to_ask = 找谁办
nothing_yet = 还没有内容。
until = 截止
next_update = 下次更新
period_onwards = { $from }起
daily_hours = 每天 { $hours }
daily_overnight = 每天 { $from } 至次日 { $to }
whom_to_ask = 向谁提

## 类别
kind_meetings = 会议
kind_revenue = 公共收益
kind_renovation = 更新改造
kind_activities = 活动
kind_notices = 通知公告
kind_organizations = 组织
kind_places = 场所
kind_pages = 专页

## 列表
count_records = { $n } 条
count_by_publication = { $count }，按公开日期排列
latest_of_total = 最新 { $n } 条，共 { $total } 条
year = { $year } 年
year_all = { $year } 年全部公开
year_of_kind = { $year } 年{ $kind }
topics = 主题
topic = 主题：{ $topic }
all_topics = 全部主题
organization_tree = 组织架构
feed = 订阅（Atom）
atom_all = { $site }：最新公开
atom_of_kind = { $site }：{ $kind }

## 记录
number = 编号
facts = 要点
explanation = 说明
about_the_meeting = 会议情况
attachments = 附件
file = 文件
format = 格式
size = 大小
hash = 校验码
corrections = 更正
related = 相关内容
mentioned_by = 提到这一条的
topics_of_record = 主题
publisher = 发布单位
published = 公开日期
published_on = 公开于
revised = 修改日期
prepared_by = 制表
reviewed_by = 复核
basis = 依据
posting_period = 公示时间
state = 状态
draft = 草稿
neighbors = 前后记录
older = 上一条
newer = 下一条
phone = 电话
hours = 办公时间
address = 地址
email = 邮箱
contact = 联系人

## 译文
missing_notice = 这一条还没有译文，下面是原文。
stale_notice = 原文在{ $date }改过，这份译文还没有跟上。以原文为准。
stale_notice_undated = 原文后来改过，这份译文还没有跟上。以原文为准。

## 撤回、搬家、找不到
withdrawn = 已撤回
withdrawn_explained = 这一条已经撤回。地址保留在这里，说明撤回的时间和原因。
withdrawn_on = 撤回日期
withdrawn_reason = 撤回原因
first_published = 原公开日期
moved = 地址变了
moved_explained = 这一页已经搬到新的地址：
not_found = 没有找到这一页
not_found_explained = 地址可能写错了，或者这一页换了地方。可以从首页按类别找，也可以打电话问。

## 张贴用纸
posting_sheet = 张贴用纸（双语，A4）
seal = 盖章
posted_by = 张贴人签字
posted_on = 张贴日期
taken_down_on = 取下日期
full_record = 网上全文
print_hint = 用浏览器的“打印”就能印成 A4 纸张。

## 正文
body-table = 表格 { $n }
body-task-done = 已完成
body-task-open = 未完成
body-footnotes = 注释
body-footnote-back = 回到正文中的注 { $n }
body-alert-note = 说明
body-alert-tip = 提示
body-alert-important = 重要
body-alert-warning = 注意
body-alert-caution = 警告

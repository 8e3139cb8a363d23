### 情况报告：给社区里做记录的人看的网页。

cli-report-about = 写一份情况报告：问题、到期事项、译文、公开情况、待办
cli-report-examples =
    例子：
      linli report                      写到 .linli/report/，用浏览器打开 index.html
      linli report -o 报告 --lang en    英文的，放到“报告”文件夹
cli-arg-report-output-dir = 报告放到哪个文件夹（默认 .linli/report，不随网站公开）
cli-arg-report-drafts = 草稿和还没到日子的记录也算上
cli-arg-report-html = 同时把情况报告写成网页，放到这个文件夹
cli-report-done = 情况报告写好了：{ $path }

report-name = 情况报告
report-nav = 报告各页
report-skip = 跳到正文
report-as-of = 截至
report-inside = 内部使用，不随网站公开
report-foot = 由 linli { $version } 写成。算式和日期由软件核对，不是审计。

report-overview = 总览
report-findings = 检查结果
report-due = 到期和逾期
report-translations = 译文
report-coverage = 公开情况
report-actions = 待办事项

report-errors = 个错误
report-warnings = 条提醒
report-infos = 条说明
report-overdue = 已逾期
report-due-soon = 快到期
report-heads-found = 项近一年有记录
report-heads-none = 项近一年没有找到
report-actions-open = 件待办
report-actions-overdue = 件逾期
report-actions-carried = 件延续自以前的会议
report-texts-open = 篇要译或要更新（{ $language }）
report-records = 一共 { $count } 条记录。

report-error = 错误
report-warning = 提醒
report-info = 说明
report-times = { $count } 处
report-law = 依据：{ $law }
report-no-findings = 没有发现问题。

report-overdue-none = 没有逾期的事项。
report-due-soon-none = 近期没有到期的事项。
report-days-left = 还有 { $count } 天
report-days-today = 今天到期
report-days-over = 已过 { $count } 天
report-will-be-said = 到期没有办，会提示：
report-no-date = 没有期限

report-language = 语言：{ $language }
report-kind = 种类
report-kind-meeting = 会议
report-kind-revenue = 收支
report-kind-renovation = 改造
report-kind-activity = 活动
report-kind-notice = 通知
report-kind-organization = 组织
report-kind-place = 场所
report-kind-page = 页面
report-translated = 有
report-stale = 过时
report-missing = 缺
report-not-needed = 不需要
report-all = 合计

report-coverage-note = 这里只列出近十二个月里，每一项找到了哪些记录。一项由谁公开、怎样才算够，以条文和当地规定为准；没有找到，也可能是公开在别处。
report-nothing = 近一年没有找到
report-head-records = 近一年 { $count } 条
report-newest = 最近一次公布：
report-spans = 每 { $months } 个月为一段，近一年 { $all } 段里有 { $with } 段有记录。
report-which = 另外 { $count } 条

report-no-actions = 没有待办的事项。
report-due-by = 期限
report-owner = 责任
report-no-owner = 没有写
report-agreed = 商定
report-carried = 延续
report-carried-times = 延续了 { $count } 次，最早商定于

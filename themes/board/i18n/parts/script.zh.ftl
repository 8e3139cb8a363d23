# 脚本做出来的控件和搜索页的用语。“#”由脚本换成数字。

reading_mode = 阅读方式
mode_large = 大字
mode_contrast = 高对比
relative_today = 今天
relative_tomorrow = 明天
relative_days = 还有 # 天
copy = 复制
copied = 已复制
print = 打印
search = 搜索
search_label = 要找的词
search_hint = 可以写几个词，用空格隔开，例如：停水 六月
search_languages = 各种语言一起找
search_results = 搜索结果
search_found = 找到 # 条
search_none = 没有找到。可以少写几个字，或者换个说法
search_loading = 正在找……
search_failed = 有些内容没有取到，结果可能不全
search_more = 再找一些
search_by_year = 也可以按年份看
search_without_script = 这个浏览器没有运行脚本，不能搜索，请按年份找。
search_described = 在{ $site }公开的全部内容里搜索：标题、要点和正文。

# 给搜索引擎和分享卡片看的一句话

home_described = { $site }公开的会议、公共收益、更新改造、活动和通知公告。
list_described = { $site }：{ $title }，共 { $count }。
record_described = { $site }{ $kind }：{ $title }，{ $date }公开。

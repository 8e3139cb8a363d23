### 值的写法

shape-text = 文字
shape-slug = 编号（小写字母、数字、连字符）
shape-file = 文件名
shape-date = 日期
shape-datetime = 日期和时间
shape-moment = 日期，或日期和时间
shape-time = 时间
shape-time-range = 时间段
shape-weekday = 星期几
shape-money = 金额
shape-area = 面积
shape-percent = 百分比
shape-int = 整数
shape-bool = 是或否
shape-on = 星期几或几号
shape-language = 语言标签
shape-code = 规定的代码
shape-ref = 另一条记录的编号
shape-ref-or-text = 另一条记录的编号，或者文字
shape-list = 一串值
shape-map = 一组“字段: 值”
date-unreadable = 日期看不懂
    .label = “{ $text }”不是日期
    .help = 写成 年-月-日，例如 2026-03-12
date-day = 没有这一天
    .label = { $year } 年 { $month } 月只有 { $days } 天
    .help = 请核对日期
date-month = 没有 { $month } 月
    .label = 月份是 1 到 12
    .help = 写成 年-月-日，例如 2026-03-12
date-year = 年份不对
    .label = “{ $text }”不在 1900 到 2200 年之间
    .help = 年份写四位，例如 2026-03-12
datetime-unreadable = 日期和时间看不懂
    .label = “{ $text }”不是日期加时间
    .help = 写成 年-月-日 时:分，例如 2026-03-12 19:30
datetime-no-time = 只写了日期，没写时间
    .label = 这里还要写几点几分
    .help = 写成 年-月-日 时:分，例如 2026-03-12 19:30
time-unreadable = 时间看不懂
    .label = “{ $text }”不是时间
    .help = 按 24 小时写，例如 19:30
time-range-unreadable = 时间段看不懂
    .label = “{ $text }”不是时间段
    .help = 写成 开始-结束，例如 14:00-16:00
time-range-order = 时间段的结束不晚于开始
    .label = “{ $text }”
    .help = 按 24 小时写，先开始后结束，例如 14:00-16:00
daily-hours-order = 每天的时段看不懂
    .label = “{ $text }”
    .help = 按 24 小时写，例如 00:00-05:00；跨过半夜的写成 22:00-05:00
money-separator = 金额里不能有千分位逗号
    .label = 写成 { $plain }
    .help = “{ $text }”请写成 { $plain }；网页上会自动加逗号
money-unit = 金额不能用“{ $unit }”作单位
    .label = 写成 { $plain }
    .help = “{ $text }”请写成 { $plain }，单位是元
money-decimals = 金额最多两位小数
    .label = “{ $text }”超过两位小数
    .help = 最小单位是分，例如 18640.00
money-unreadable = 金额看不懂
    .label = “{ $text }”不是金额
    .help = 只写数字和小数点，单位是元，例如 18640.00
area-unreadable = 面积看不懂
    .label = “{ $text }”不是面积
    .help = 只写数字，单位是平方米，最多两位小数，例如 78120.50
percent-unreadable = 百分比看不懂
    .label = “{ $text }”不是百分比
    .help = 只写数字，例如 60.5
int-unreadable = 这里要写整数
    .label = “{ $text }”不是整数
    .help = 只写数字，例如 856
bool-unreadable = 这里只能写 true 或 false
    .label = “{ $text }”不是“是”或“否”
    .help = 是写 true，不是写 false
weekday-unreadable = 星期几看不懂
    .label = “{ $text }”不是星期几
    .help = 写 mon、tue、wed、thu、fri、sat、sun，或者 周一 … 周日
on-unreadable = 重复的日子看不懂
    .label = “{ $text }”
    .help = 每周一写 mon，每月第二个周六写 2sat，每月最后一个周五写 -1fri，每月 15 日写 15
ref-shape = 这里要写另一条记录的编号
    .label = “{ $text }”不是“文件夹/名字”的样子
    .help = 写成 文件夹/名字，例如 organizations/committee；指其中一项时加 #，例如 renovation/lights#p1
slug-shape = 编号只能用小写字母、数字和连字符
    .label = “{ $text }”
    .help = 例如 x-light，最长 60 个字符，不以连字符开头或结尾
file-outside = 文件必须和记录放在同一个文件夹里
    .label = “{ $text }”指到了外面
    .help = 把文件放到记录旁边，这里只写文件名
file-shape = 这里要写文件名
    .label = 没有写文件名
    .help = 例如 sign-in.jpg
number-shape = 文号的写法不对
    .label = “{ $text }”
    .help = 写成 年份-序号，例如 2026-011
kinds-b-weekday-mon = 星期一
kinds-b-weekday-tue = 星期二
kinds-b-weekday-wed = 星期三
kinds-b-weekday-thu = 星期四
kinds-b-weekday-fri = 星期五
kinds-b-weekday-sat = 星期六
kinds-b-weekday-sun = 星期日
degrees-unreadable = 看不懂这个坐标：{ $text }
    .label = 应当是 -{ $limit } 到 { $limit } 之间的度数
    .help = 写成小数，例如 22.0075；使用 WGS-84 坐标
slot-unreadable = 看不懂这个班次：{ $text }
    .label = 应当是星期几或日期
    .help = 例如 mon、周一或 2026-03-12
money-category = { $cat ->
         [parking] 停车
         [advertising] 广告
         [site_rent] 场地
         [telecom] 通信设施
         [charging] 充电
         [room_rent] 共有用房
         [interest] 利息
         [compensation] 赔偿补偿
         [grant] 拨款
         [donation] 捐赠
         [fee] 收费
         [repair] 维修
         [fund_topup] 补充维修资金
         [committee] 业委会经费
         [audit] 审计
         [activity] 活动
         [incentive] 激励
         [cost] 合理成本
         [tax] 税费
         [food] 食材
        *[other] 其他
    }
money-item = { $item ->
         [roof] 屋面防水
         [pipes] 管道
         [electric] 电气线路
         [fit_out] 装修
         [heating] 供热供冷
        *[other] 这一项
    }

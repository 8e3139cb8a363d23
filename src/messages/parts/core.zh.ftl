### 读取、核对、关联：公共规则的话

## 值的写法

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

## E101 YAML

e101-syntax = 这里的写法看不懂
    .label = 从这里起看不懂
    .help = 每行写成“字段: 值”，冒号后面留一个空格；下一级用两个空格缩进
e101-empty-file = 文件是空的
    .label = 什么也没有
    .help = 可能还没保存完；不需要这个文件就删掉它
e101-no-front = 文件开头缺少“---”
    .label = 第一行应当是 ---
    .help = 第一行写 ---，接着写标题、日期等字段，再写一行 ---，下面是正文
e101-unclosed-front = 字段部分没有结束
    .label = 从这里开始，后面缺少一行 ---
    .help = 字段写完后另起一行写 ---
e101-not-a-map = 字段部分应当是一行一个“字段: 值”
    .label = 这里不是
    .help = 例如 title: 停水通知
e101-second-document = 字段部分出现了第二个“---”
    .label = 多出来的分隔线
    .help = 字段部分只在开头和结尾各有一行 ---
e101-quote = 引号没有配成对
    .label = 引号从这里开始，没有结束
    .help = 在值的末尾补上同样的引号
e101-after-quote = 引号后面多了文字
    .label = 引号已经结束
    .help = 把整个值都放进引号里，或者去掉引号
e101-bracket = 括号没有配成对
    .label = 括号从这里开始，没有结束
    .help = 补上对应的 ] 或 {"}"}
e101-comma = 括号里的各项要用英文逗号隔开
    .label = 这里缺少逗号，或者用了中文逗号
    .help = 例如 [停车, 绿化]
e101-tab = 缩进不能用制表符（Tab）
    .label = 这里是制表符
    .help = 换成空格，每一级两个空格
e101-colon = 值里有冒号，分不清哪个是字段
    .label = 第二个冒号
    .help = 给整个值加上引号，例如 title: "关于: 电梯"
e101-indent = 这一行的缩进或冒号不对
    .label = 从这里起看不懂
    .help = 看看上一行有没有漏写冒号，同一级的行首要对齐
e101-key = 这里应当是“字段: 值”
    .label = 缺少冒号
    .help = 字段后面写英文冒号和一个空格
e101-character = 值不能以这个符号开头
    .label = 这个符号有特别的含义
    .help = 给整个值加上引号

## E102–E106

e102-encoding = 文件的编码读不懂
    .label = 从这里起不是文字
    .help = 用记事本打开，另存为，编码选 UTF-8
e103-file = 文件太大，没有读
    .help = 文字文件不能超过 { $limit } MB；图片和表格请作为附件放在旁边
e103-too-long = 字段部分太长
    .label = 从这里开始
    .help = 字段部分不能超过 { $limit } KB；很长的表格请作为附件
e103-too-many = 字段部分的项目太多
    .label = 到这里已超过限度
    .help = 请把内容分成几条记录
e103-too-deep = 缩进或括号的层数太多
    .label = 到这里已超过限度
    .help = 记录最多五六层，请检查括号
e103-alias = 不能用 & 和 * 这样的引用
    .label = 这里用了引用
    .help = 把要用的值直接写出来；值本身以 & 或 * 开头就加引号
e103-tag = 不能用 ! 开头的类型标记
    .label = 类型标记
    .help = 去掉它；值本身以 ! 开头就加引号
e103-key = 字段名只能是文字
    .label = 这里不能作字段名
    .help = 例如 title: 停水通知
e103-dates = 日期超过 { $limit } 个
    .label = 太多，列不下
    .help = 把 start 改到今年或去年；以前的活动留在原来的记录里
e103-years = 一次持续了 { $limit } 天以上
    .label = 年份写错了吗？
    .help = 反复举行的用 repeat 写；时间很长的，每个阶段写一条记录
e103-parents = 上级超过 { $limit } 层
    .label = 从这里起超过上限
    .help = 从一个房间到社区也只有四五层；上级请写高一些的
e103-columns = 表格超过 { $limit } 列
    .label = 网页放不下
    .help = 把表格作为文件（.xlsx、.csv）放在记录旁边，这里只写主要的几列
e103-cells = 正文里的表格超过 { $limit } 格
    .label = 从这里起超过上限
    .help = 把表格作为文件（.xlsx、.csv）放在记录旁边，这里只写合计
e104-duplicate-key = “{ $key }”写了两次
    .label = 第二次
    .first = 第一次在这里
    .help = 保留一个，删掉另一个
e105-name = 文件名里有读不出的字符
    .help = 请改文件名
e105-symlink = 快捷方式（链接）不读取
    .help = 把真正的文件放进来
e105-odd = 这不是可以读的文件
    .help = 请删去：管道、设备、套接字没有结尾
e105-file-name = 文件名“{ $file }”不能公布
    .label = 有的系统不允许这样的文件名
    .help = 不能有 ? * : " < > | \，不能以点或空格结尾；con、aux、nul、com1 等是 Windows 保留的，index.html 是网站自己的
e105-file-twice = “{ $file }”和“{ $other }”公布后会是同一个文件
    .label = Windows 和不少服务器不分大小写
    .help = 给其中一个改名
e105-no-content = 没有 content 文件夹
    .help = 记录都写在 content 里；用 linli init 可以建好整个网站
e106-orphan = 译文找不到对应的原文
    .help = 译文要和原文放在一起，名字相同，只在 .md 前多一段语言，例如 water.md 和 water.en.md
e106-unknown-language = 文件名里的语言“{ $suffix }”不在本站的语言里
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 本站的其他语言：{ $known }
    }
e106-primary-suffix = 原文的文件名不用写语言
    .help = 去掉文件名里的 .{ $suffix }

## E108

e108-missing = 找不到 site.toml
    .help = 在网站的文件夹里运行；还没有网站就运行 linli init
e108-language = “{ $tag }”不是语言标签
    .help = 例如 zh-Hans、en
e108-publisher-unknown = 默认发布单位“{ $target }”不存在
    .label = 没有这条记录
    .help = 在 content/organizations 里建这个组织，或者改这里

## E112

e112-record = “{ $file }”没有人读：记录是 .md 文件
    .help = 如果是记录，把文字另存为 { $stem }.md（Windows 先在“查看”里打开“文件扩展名”）；如果是附件，在记录里写上文件名
e112-unlisted = 没有记录提到“{ $file }”，所以不公布
    .help = 要给居民看，就写进记录的 attachments 或正文

## COM-01 编号

com-01-stem = 文件名“{ $stem }”不能作网址
    .help = 文件名只用小写字母、数字和连字符，例如 2026-06-water.md；中文标题写在文件里的 title
com-01-reserved = 文件名“{ $stem }”是保留的
    .help = 换一个名字
com-01-id-twice = 记录“{ $id }”有两个文件
    .help = 另一个是 { $other }；改其中一个的名字
com-01-item-twice = 编号“{ $id }”在同一张表里用了两次
    .label = 第二次
    .first = 第一次在这里
    .help = 同一张表里每一项的编号都不能相同
com-01-item-across = 编号“{ $id }”在这条记录里用了两次
    .label = 第二次
    .help = 另一处在 { $other }；一条记录里的编号不能重复，别处才能用 #{ $id } 指到它
com-01-number-twice = 文号 { $number } 已经用过
    .label = 重复的文号
    .help = { $other } 用的也是这个文号；文号全站不能重复
com-01-address-taken = 网址“{ $address }”不能用
    .label = 已有别的页面，或者是 Windows 保留的名称
    .help = 给这条记录或标签换一个名称
com-01-alias-shape = 旧地址“{ $alias }”不能用
    .label = 不是网站里的地址
    .help = 以 / 开头，例如 /old/page/
com-01-alias-taken = 旧地址“{ $alias }”已经有页面
    .label = 地址被占用
    .help = { $hint ->
        [yes] { $near } 也写了这个旧地址
       *[no] 这个地址是网站自己的页面，请删掉这一行
    }

## COM-02 引用

com-02-unknown = 没有“{ $target }”这条记录
    .label = 找不到
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 编号是“文件夹/文件名”，例如 organizations/committee
    }
com-02-kind = 这里不能写“{ $target }”
    .label = 类别不对
    .help = 这里只能写这些文件夹里的记录：{ $allowed }
com-02-fragment = “{ $id }”里没有“{ $fragment }”这一项
    .label = 找不到这一项
    .help = { $hint ->
        [yes] 是不是 #{ $near }？
       *[no] # 后面写那条记录里某一项的编号
    }
com-02-held = “{ $target }”还没有公布，不能引用
    .label = 草稿，或者还没到公布日期
    .help = 先公布它，或者先去掉这个引用
com-02-link = 链接“{ $target }”指不到任何页面
    .label = 找不到
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 链接写记录的编号，例如 [停水通知](notices/2026-06-water)
    }
com-02-figure = 记录里没有“{ $path }”这个数字
    .label = 找不到
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 写成 字段.编号.字段，例如 lines.x-light.amount
    }
com-02-tag = 标签“{ $tag }”没有起名字
    .label = content/tags.yaml 里没有
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 在 content/tags.yaml 里加一行，写上各种语言的名字
    }

## COM-03 字段

com-03-unknown-key = 没有“{ $key }”这个字段
    .label = 不认识
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 可用的字段见说明书里这一类的字段表
    }
com-03-unknown-code = “{ $text }”不在规定的代码里
    .label = 不认识
    .help = { $hint ->
        [yes] 是不是 { $near }？可以写：{ $codes }
       *[no] 可以写：{ $codes }
    }
com-03-unknown-folder = 不认识“{ $folder }”这个文件夹
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] content 里可以有：{ $known }
    }
com-03-missing-field = 缺少“{ $key_zh }”（{ $key }）
    .label = 这里缺少 { $key }
    .help = 加一行 { $key }: …
com-03-expected-field = 现在是 { $state }，还没有写“{ $key_zh }”（{ $key }）
    .label = 这里应当有 { $key }
    .help = 有了就加一行 { $key }: …
com-03-wrong-shape = 这里应当是{ $wanted }，写的却是{ $found }
    .label = 应当是{ $wanted }
    .help = 照说明书里的例子改
com-03-empty-list = 这里至少要有一项
    .label = 是空的
    .help = 补上内容
com-03-period-order = 结束早于开始
    .label = 早于开始
    .help = 先写开始，再写结束
com-03-fullwidth-colon = 冒号是中文的“：”，已按英文的“:”理解
    .label = 中文冒号
    .help = 换成英文冒号，后面留一个空格
com-03-based-on = based_on 的写法不对
    .label = “{ $text }”
    .help = 不用自己写，运行 linli stamp 会填好
com-03-terms-shape = 这里应当写“词: {"{"} 语言: 译文 {"}"}”
    .label = 写法不对
    .help = 例如 停车费: {"{"} en: Parking fees {"}"}
com-03-terms-language = 本站没有“{ $lang }”这种语言
    .label = 不认识
    .help = 可以写：{ $known }

## COM-04 译文只写文字

com-04-figure = 译文里不能写“{ $key }”
    .label = 数字、日期、编号只写在原文里
    .help = 删掉这一行；数字只写一次，各种语言共用
com-04-unknown-item = 原文的 { $list } 里没有“{ $id }”这一项
    .label = 找不到
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 译文按原文里每一项的编号对应
    }
com-04-no-original = 原文没有写“{ $key }”，这句译文用不上
    .label = 原文没有
    .help = 先在原文里写，或者删掉这里
com-04-not-text = “{ $key }”的译文应当是文字
    .label = 不是文字
    .help = 写成 { $key }: 译文
com-04-not-a-map = “{ $key }”的译文要按编号写
    .label = 写法不对
    .help = 写成 编号: {"{"} 字段: 译文 {"}"}
com-04-list-length = “{ $key }”的译文有 { $here } 条，原文有 { $there } 条
    .label = 条数不同
    .help = 一条对一条，顺序相同

## COM-05、COM-06 译文的状态

com-05-missing = 还没有译文：{ $language }
    .label = 没有 .{ $lang }.md
    .help = 网页会显示原文并注明；不需要译文就写 languages，列出需要的语言
com-05-body = 译文（{ $language }）只有标题，没有正文
    .label = .{ $lang }.md 里没有正文
    .help = 网页会显示原文正文并注明
com-06-stale = 原文改过，{ $file } 还没有跟上
    .label = 译的是以前的原文（现在是 { $now }）
    .help = 改好译文后运行 linli stamp { $record }（原来记的是 { $base }）
com-06-no-base = 译文没有记下译的是哪一版原文
    .label = 缺少 based_on
    .help = 核对后运行 linli stamp { $record }，会在 { $file } 里记下 { $now }

## COM-09 附件

com-09-missing = 附件“{ $file }”不存在
    .label = 找不到这个文件
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] 把文件放到记录旁边，名字写得一模一样
    }
com-09-large = 附件“{ $file }”有 { $size } MB，超过 { $limit } MB
    .label = 太大
    .help = 手机上很难打开，请压缩或分成几个
com-09-type = 附件“{ $file }”的类型（{ $type }）旧手机可能打不开
    .label = 类型
    .help = 换成 PDF、JPEG、PNG、CSV 或 XLSX

## COM-10、COM-12 个人信息

com-10-identity = 这里有没遮住的身份证号
    .label = 身份证号
    .help = 请改成 { $masked }；改好之前不会生成任何网页
com-12-card = 这里有没遮住的银行卡号
    .label = 银行卡号
    .help = 请改成 { $masked }，只留后四位更好；改好之前不会生成任何网页

## 收支链、上下级

rev-02-chain = 期初余额与上一期的期末余额不符
    .label = 期初是 { $opening }
    .help = 上一期 { $other } 的期末余额是 { $closing }，相差 { $difference }；有更正就写 restated，写明数字和原因
rev-03-overlap = 账期与另一期重叠
    .label = 重叠
    .help = { $other } 的账期是 { $from } 到 { $to }
rev-03-same-period = 同一账期公布了两次
    .label = 重复
    .help = { $other } 的账期也是 { $from } 到 { $to }；更正请改原来那条
rev-03-gap = 与上一期之间缺了一段
    .label = 从 { $from } 到 { $to } 没有公布
    .help = 上一期是 { $other }
org-01-circle = 上下级绕成了一圈
    .label = 上级
    .help = { $way }

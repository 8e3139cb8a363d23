### 程序自己的话，和 site.toml 的问题。

cli-error = 错误
cli-warning = 提醒
cli-info = 提示
cli-help = 怎么改

cli-more-warnings = 还有 { $count } 条 { $code } 提醒没有列出，用 --format json 看全部
cli-closing-none = 没有发现问题。
cli-closing-errors = { $errors } 个错误。
cli-closing-warnings = { $warnings } 个提醒。
cli-closing-both = { $errors } 个错误，{ $warnings } 个提醒。
cli-begin-with-line = 先改 { $path } 第 { $line } 行。
cli-begin-with-file = 先改 { $path }。
cli-two-sentences = { $first }{ $second }

## site.toml：值的种类

config-type-text = 文字，写在英文引号里
config-type-per-language = 每种语言一行的表
config-type-text-or-per-language = 文字，或每种语言一行的表
config-type-whole = 整数
config-type-section = 带标题的一段
config-type-sections = 一段或几段 [[ ]]
config-type-levels = 规则代码和轻重的表

## site.toml：写法

e103-settings-too-long = 设置文件太长，超过 { $limit } KB
    .help = 设置文件只放设置；内容请放进 content 文件夹
e103-languages = 一个网站最多 { $limit } 种语言
    .label = 从这里起超过上限
    .help = 每个网页每种语言都要做一份，没有人写的语言请去掉
e103-settings-too-deep = 设置文件的括号套得太深
    .help = 这里用不到这么多层，请检查括号是否都成对
e108-syntax = 这里的写法读不懂
    .help = 每行写“键 = 值”，文字放在英文引号里，例如 theme = "board"
e108-sign = 这里要用英文的符号
    .label = 把 { $sign } 改成 { $plain }
e108-no-quotes = 文字要放在英文引号里
    .help = 写成 "{ $value }"
e108-no-value = 等号后面没有值
    .help = 写上值，或者整行删掉
e108-no-equals = 键后面缺少等号
    .help = 每行写“键 = 值”，例如 theme = "board"
e108-open-quote = 引号没有收尾
    .help = 在文字末尾补上英文引号
e108-open-header = 方括号没有收尾
    .help = 写成 [name] 或 [[languages]]
e108-open-list = 列表没有写完
    .help = 各项之间用英文逗号，最后用 ] 收尾
e108-escape = 反斜杠后面的字符不对
    .help = 要写反斜杠本身，请写两个 \\；或者改用单引号
e108-key-letters = 键“{ $key }”只能用英文字母、数字、- 和 _
    .help = 对照 linli init 生成的 site.toml，改成那里的写法
e108-duplicate-key = “{ $key }”写了两次
    .help = 只留一处

## site.toml：键

e108-unknown-key = 没有“{ $key }”这个设置
    .help = 这里可以写：{ $allowed }
e108-unknown-key-near = 没有“{ $key }”这个设置
    .label = 是不是 { $near }？
e108-below-section = “{ $key }”要写在所有 [ ] 标题之前
    .label = 现在算在 [{ $section }] 里面
    .help = 把这一行移到文件开头
e108-missing-key = 缺少“{ $key }”
    .help = 加上：{ $key } = { $example }
e108-wrong-type = “{ $key }”的值种类不对
    .label = 应当是{ $expected }
    .help = 例如 { $key } = { $example }
e108-empty = “{ $key }”是空的
    .help = 写上内容，或者整行删掉
e108-range = “{ $key }”超出范围
    .label = { $min } 到 { $max } 之间

## site.toml：值

e108-url-not-absolute = 网址要以 http:// 或 https:// 开头
    .help = 例如 https://rongyin.example.org
e108-url-query = 网址里不能带 ? 或 # 后面的部分
    .label = 去掉这一段
e108-url-character = 网址里有不能用的字符
    .label = 去掉，或改成编码后的写法
e108-url-host = 网址里的域名不对
    .help = 例如 https://rongyin.example.org
e108-url-path = 网址里不能有 . 或 ..
    .help = 写完整的路径，例如 https://example.org/rongyin
e108-timezone = 没有“{ $value }”这个时区
    .help = 写“洲/城市”；北京时间写 Asia/Shanghai
e108-currency = 币种要写三个大写字母
    .help = 人民币写 CNY
e108-currency-case = 币种要用大写字母
    .help = 人民币写 CNY
e108-theme-name = 样式名只能用小写字母、数字和连字符
    .help = 自带的样式是 board；自己的样式写 themes 里那个文件夹的名字
e108-theme-unknown = 没有“{ $value }”这个样式
    .label = 找不到 themes/{ $value }
    .help = 自带的样式是 board；自己的样式放在 themes/{ $value } 里
e108-photos = photos 只能写 whole 或 small
    .help = whole：同时公开原图；small：只公开网页上的小图
e108-profile-name = 法规集的名字不对
    .help = 写 cn-national，或本站的一个文件，例如 profiles/ours.toml
e108-publisher = 发布者要写组织的编号
    .help = 写成“文件夹/文件名”，不带 .md，例如 organizations/committee
e108-output-outside = 输出文件夹要在本站文件夹里面
    .help = 例如 public；要写到别处，请用 linli build -o
e108-output-taken = 这个文件夹放着网站的内容，不能用来输出
    .help = 换一个，例如 public
e108-email = 电子邮箱的写法不对
    .help = 例如 office@rongyin.example.org

## site.toml：语言

e108-languages-none = 至少要有一种语言
    .help = 例如 languages = [{"{"} tag = "zh-Hans", path = "zh" {"}"}]
e108-tag = “{ $value }”不是语言代码
    .help = 用连字符连接，例如 zh-Hans、en、ug
e108-path-shape = 语言路径的写法不对
    .label = 只用小写字母、数字和连字符，最多 16 个
    .help = 例如 zh、en、ug
e108-path-reserved = “{ $value }”另有用处，不能作语言路径
    .help = 例如 zh、en、ug
e108-font-path = 字体要写 fonts/ 里的一个 .ttf 文件
    .help = 例如 fonts/NotoSansMongolian-Regular.ttf
e108-font-chinese = 中文不能另带字体
    .label = 请删掉这一行
    .help = 手机和电脑都有中文字体，另带一个要让居民多下载几兆
e108-font-missing = 找不到字体文件 { $file }
    .help = 把字体文件放到网站的 fonts/ 里，文件名大小写要一致
e108-font-size = 字体文件 { $file } 太大，超过 { $limit } MB
    .help = 换一个只管这种文字的字体
e108-font-kind = { $file } 不是 TrueType 字体
    .help = 改用 .ttf 格式的字体；.otf、.ttc、.woff 改了扩展名也不能用
e108-font-broken = 字体文件 { $file } 已损坏，读不出来
    .help = 重新下载，或者换一个字体
e108-font-letters = 字体 { $file } 里没有需要另带的文字
    .help = 汉字、拉丁字母和标点手机上都有，请换这种语言的文字所用的字体；不需要就删掉这一行
e108-tag-twice = 语言代码“{ $value }”写了两次
    .label = 又写了一次
e108-path-twice = 语言路径“{ $value }”用了两次
    .label = 又用了一次
e108-first-here = 先写在这里
e108-unknown-language = 本站没有“{ $key }”这种语言
    .help = 可以写：{ $allowed }；要加一种语言，请先加一段 [[languages]]
e108-unknown-language-near = 本站没有“{ $key }”这种语言
    .label = 这里写它的路径 { $near }
e108-name-primary = 没有用主要语言写的名称
    .help = 在这一段里加一行 { $lang } = "…"

## site.toml：规则的轻重

e108-unknown-code = 没有“{ $key }”这条规则，或它的轻重不能改
e108-unknown-code-near = 没有“{ $key }”这条规则，或它的轻重不能改
    .label = 是不是 { $near }？
e108-level = “{ $key }”的轻重写得不对
    .label = 可以写：{ $allowed }
e108-level-fixed = { $code } 只能是错误，不能放宽
    .help = 这条规则管的是账目、票数或个人信息；请删掉这一行，改正内容

### 读取文件、设置、主题

## E101

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
e101-space = 这里有一个看起来像空格的别的字符
    .label = 全角空格、不换行空格或看不见的字符
    .help = 删去它，换成普通的空格
e101-indent = 这一行的缩进或冒号不对
    .label = 从这里起看不懂
    .help = 看看上一行有没有漏写冒号，同一级的行首要对齐
e101-key = 这里应当是“字段: 值”
    .label = 缺少冒号
    .help = 字段后面写英文冒号和一个空格
e101-character = 值不能以这个符号开头
    .label = 这个符号有特别的含义
    .help = 给整个值加上引号

## E102

e102-encoding = 文件的编码读不懂
    .label = 从这里起不是文字
    .help = 用记事本打开，另存为，编码选 UTF-8
e102-control = 这里有一个看不见的控制字符（{ $sign }）
    .label = 控制字符
    .help = 删去它：订阅和别的程序读到这里会出错
e102-direction = 这里有一个会颠倒文字顺序的字符（{ $sign }）
    .label = 改变书写方向
    .help = 删去它；确实要隔开从右往左写的文字，用成对的 U+2067 和 U+2069

## E103

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
e103-settings-too-long = 设置文件太长，超过 { $limit } KB
    .help = 设置文件只放设置；内容请放进 content 文件夹
e103-languages = 一个网站最多 { $limit } 种语言
    .label = 从这里起超过上限
    .help = 每个网页每种语言都要做一份，没有人写的语言请去掉
e103-settings-too-deep = 设置文件的括号套得太深
    .help = 这里用不到这么多层，请检查括号是否都成对
e103-body-deep = 正文嵌套超过 { $limit } 层
    .label = 从这里起只保留文字
    .help = 减少引用、列表的层数
e103-body-long = 正文超过 { $limit } MB
    .label = 正文从这里开始
    .help = 把内容拆成几条记录，或作为附件发布
e103-office = 附件“{ $file }”太大，没法查里面有没有个人信息
    .help = 最大 { $limit } MB，解开后不超过它的四倍；请分成几个，或删去用不着的内容

## E104

e104-duplicate-key = “{ $key }”写了两次
    .label = 第二次
    .first = 第一次在这里
    .help = 保留一个，删掉另一个

## E105

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

## E106

e106-orphan = 译文找不到对应的原文
    .help = 译文要和原文放在一起，名字相同，只在 .md 前多一段语言，例如 water.md 和 water.en.md
e106-unknown-language = 文件名里的语言“{ $suffix }”不在本站的语言里
    .help = { $hint ->
        [yes] 是不是 { $near }？
       *[no] { $others ->
            [0] 本站只有一种语言；要加译文，先在 site.toml 里加上 [[languages]]，下面写 tag = "{ $suffix }" 和 path = "{ $suffix }"；不是译文的，去掉文件名里的 .{ $suffix }
           *[other] 本站的其他语言：{ $known }
        }
    }
e106-primary-suffix = 原文的文件名不用写语言
    .help = 去掉文件名里的 .{ $suffix }

## E107

e107-html-removed = 网页上不能使用 { $what }，已去掉
    .label = 这一处不会出现在网页上
    .help = 请改用 Markdown 的写法；脚本、样式和外部内容不能写在正文里
e107-image-outside = 网页不加载外部图片：{ $address }
    .label = 已改成文字或链接
    .help = 把图片存到记录的文件夹里，只写文件名
e107-link-dropped = 这种地址不能做成链接：{ $address }
    .label = 链接已去掉，文字保留
    .help = 可以使用 https://、mailto:、tel: 开头的地址，或本站记录的编号

## E108

e108-missing = 找不到 site.toml
    .help = 在网站的文件夹里运行；还没有网站就运行 linli init
e108-language = “{ $tag }”不是语言标签
    .help = 例如 zh-Hans、en
e108-publisher-unknown = 默认发布单位“{ $target }”不存在
    .label = 没有这条记录
    .help = 在 content/organizations 里建这个组织，或者改这里；删掉 publisher 这一行也可以
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
e108-url-not-absolute = 网址要以 http:// 或 https:// 开头
    .help = 例如 https://rongyin.example.org
e108-no-address = 网站还没有自己的网址，“{ $address }”是建站时填的
    .label = 这个网址打不开
    .help = 张贴件上先不印网址和二维码。定好网址以后改这一行，例如 base_url = "https://rongyin.example.org"
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
e108-line-breaks = line_breaks 只能写 keep 或 join
    .help = keep：写在哪里换行，网页就在哪里换行；join：相邻的行接成一段
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
e108-unknown-code = 没有“{ $key }”这条规则，或它的轻重不能改
e108-unknown-code-near = 没有“{ $key }”这条规则，或它的轻重不能改
    .label = 是不是 { $near }？
e108-level = “{ $key }”的轻重写得不对
    .label = 可以写：{ $allowed }
e108-level-fixed = { $code } 只能是错误，不能放宽
    .help = 这条规则管的是账目、票数或个人信息；请删掉这一行，改正内容
e108-profile-unknown = 没有“{ $name }”这个法规集
    .help = 自带的有：{ $known }；也可以写本站的一个文件，例如 profiles/ours.toml
e108-profile-circle = 法规集“{ $name }”绕回了自己，或者接了太多层
    .help = 检查各文件的 extends
e108-profile-law = 法规集里没有“{ $law }”这一条依据{ $hint ->
        [yes] ，是不是 { $near }？
       *[no] {""}
    }
    .help = 在 [law.{ $law }] 里写上 zh 和 en
e108-profile-value = “{ $key }”的值看不懂
    .help = 例如：{ $key } = { $example }；不用这一项写 false
e108-holidays-beyond = 放假安排还没有 { $year } 年的，落在这一年的期限只把周末算作休息日
    .help = 国务院办公厅公布放假安排后，更新 linli 即可

## E109

e109-ftl-syntax = 语言文件这里的写法看不懂
    .label = 从这里起看不懂
    .help = 一条的写法是：键 = 文字；变量写在花括号里，如 { "{ $count }" }
e109-ftl-token = 语言文件这里缺少“{ $token }”
    .label = 这里应当有“{ $token }”
    .help = 一条的写法是：键 = 文字；变量写在花括号里，如 { "{ $count }" }
e109-ftl-no-value = 语言文件里这一条没有文字
    .label = 等号后面要有文字
    .help = 补上文字，或者删去这一条
e109-ftl-no-default = 分情况的句子必须有一个、也只能有一个默认写法
    .label = 给其中一种情况加上星号，如 *[other]
    .help = 中文通常只需要 *[other] 一种
e109-ftl-open = 语言文件里的括号或引号不成对
    .label = 没有配成对
    .help = 正文里要写花括号本身，写成 { "{ \"{\" }" }
e109-ftl-repeated = “{ $key }”在同一个文件里写了两次
    .label = 重复
    .help = 保留一条，删去另一条
e109-ftl-unknown-reference = 引用了不存在的“{ $key }”
    .label = 没有这一条
    .help = 检查键名，或者补上这一条
e109-ftl-function = 没有“{ $key }”这个函数
    .label = 只能用 NUMBER
    .help = 日期、金额由程序按语言写好后传入，直接用变量即可
e109-ftl-deep = 语言文件里的花括号套得太深
    .label = 到这里已超过 32 层
    .help = 把句子拆成几条，用 {"{"} 键名 {"}"} 引用
e109-template-syntax = 主题的模板写错了
    .label = { $reason }
    .help = 改好这个模板；删掉自己的这一份，就用回自带的
e109-template-failed = 主题的模板用不上这一页的内容
    .label = { $reason }
    .help = 看一看名字是否写对；删掉自己的这一份模板，就用回自带的
e109-template-missing = 主题里没有模板“{ $name }”
e109-template-parent = 模板要套用“{ $parent }”，可主题里没有它
    .help = 名字从 templates 文件夹算起，比如 base.html
e109-template-circle = 几个模板互相套用，转成了圈
e109-not-utf8 = 主题的这个文件不是 UTF-8 编码
    .help = 用编辑器“另存为”，编码选 UTF-8

## E110 公布值的记录要变

e110-change = published.lock 与内容对不上：新增 { $new } 项，改动 { $changed } 项，去掉 { $gone } 项
    .help = 在自己的电脑上运行 linli build，把 published.lock 和内容一起提交

## E111 写了却没有显示

e111-comment = “{ $text }”前面有空格和井号，当作注释，不会公布
    .label = 读者看不到
    .help = 是正文就给整个值加上英文引号，例如 title: "关于 #3 楼的通知"；是注释就另起一行
e111-table-cells = 这一行比表头多出几格，多出的不会显示
    .label = 读者看不到；表头有 { $columns } 列
    .help = 给表头补上列，或者把多出的竖线写成 \|
e111-footnote = 没有“{ $label }”这条脚注
    .label = 找不到
    .help = 另起一行写 [^{ $label }]: 脚注的内容
e111-footnote-other = 没有“{ $label }”这条脚注；没有用到的脚注：{ $others }
    .label = 找不到
    .help = 两处的名字要一样
e111-html = 网页不用 { $what }，已去掉
    .label = 这个标记不会出现在网页上
    .help = 请改用 Markdown 的写法，例如 **加粗**、![说明](图片.jpg)

## E112

e112-record = “{ $file }”没有人读：记录是 .md 文件
    .help = 如果是记录，把文字另存为 { $stem }.md（Windows 先在“查看”里打开“文件扩展名”）；如果是附件，在记录里写上文件名
e112-unlisted = 没有记录提到“{ $file }”，所以不公布
    .help = 要给居民看，就写进记录的 attachments 或正文

## E113

e113-picture-format = “{ $file }”是 { $format } 图片，相机写进去的地点、型号等信息去不掉
    .label = 不公布
    .help = 另存为 JPEG，这里写 JPEG 的文件名。苹果手机：设置 → 相机 → 格式 → 兼容性最佳
e113-picture-unknown = “{ $file }”的文件名是图片，内容却看不出是哪种图片
    .label = 不公布：相机写进去的信息无法去掉
    .help = 用看图软件打开，另存为 JPEG 再放进来
e113-large = 图片“{ $file }”超过 { $limit } MB，相机写进去的信息无法去掉
    .label = 不公布
    .help = 用手机或电脑的“调整大小”缩小后再放进来
e113-drawing-unreadable = 图“{ $file }”读不完整，无法判断里面有没有脚本
    .label = 不公布
    .help = 用绘图软件另存为“普通 SVG”，或者存为 PNG
e113-drawing-cleaned = 图“{ $file }”里有脚本、网页或指向外部的地址，已去掉
    .label = 公布的是去掉以后的图
    .help = 在预览里看一看；少了什么，就另存为“普通 SVG”或 PNG
e113-download = “{ $file }”里的脚本会以本站的名义运行，所以读者只能下载，不能直接打开
    .label = 网页或 XML 文件
    .help = 把内容写进正文，或者另存为 PDF
e113-disguised = “{ $file }”的内容和文件名不是一回事，浏览器可能会运行它
    .label = 不公布
    .help = 改成相符的文件名，例如 .jpg、.pdf

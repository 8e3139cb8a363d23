### 所有记录共有的规则

## COM-01

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
com-01-heading-id = 标题编号“{ $id }”在本页已经用过
    .label = 换一个编号
    .help = 每个编号在一页里只能出现一次；去掉 { "{" }#{ $id }{ "}" }，就由标题文字自动生成编号
com-01-emptied = 新网站里一条记录也没有，而已经公布的有 { $count } 条
    .help = 看看文件夹对不对，content 在不在；确实要公布一个空网站，请加 --force
com-01-vanished = 已经公布的“{ $id }”在新网站里不见了
    .help = 改了文件名的，在改名后的文件里加一行：旧地址: [{ $address }]
        误删的，把文件找回来；确要撤下，请保留文件，写上 状态: 撤回（status: withdrawn）以及日期和原因

## COM-02

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
com-02-no-contract = 没有编号为“{ $id }”的合同
    .label = 这份合同不在 contracts 里
    .help = { $count ->
        [0] 先把合同写进 contracts，再登记付款
       *[other] 已有的合同编号：{ $known }
    }
com-02-no-milestone = 没有编号为“{ $id }”的节点
    .label = 这个节点不在 milestones 里
    .help = { $count ->
        [0] 先把节点写进 milestones，或删去这一项
       *[other] 已有的节点编号：{ $known }
    }
com-02-fig-form = 看不懂这处数字引用：{ $text }
    .label = 应写成 { "{{" } fig 字段路径 { "}}" }
    .help = 例如 { "{{" } fig lines.x-light.amount { "}}" }；要原样显示两个花括号，请在前面加反斜杠：\{ "{{" }
com-02-fig-place = 这里不能引用数字：{ $text }
    .label = 图片说明和 HTML 代码里不会替换
    .help = 请把引用移到普通正文里
com-02-heading-missing = 本页没有“#{ $id }”这个位置
    .label = 链接指向这里
    .help = 本页的标题有：{ $known }
com-02-link-empty = 链接没有写地址
    .label = 括号里是空的
    .help = 填上记录的编号（如 notices/2026-06-water）或网址
com-02-heading-none = 本页没有“#{ $id }”这个位置
    .label = 链接指向这里
    .help = 本页正文还没有标题；标题写成“## 费用说明”，链接就写成 [见下文](#费用说明)
com-02-image-file = 图片地址“{ $address }”不是本记录旁边的文件
    .label = 这里应是文件名
    .help = 把图片放在记录的文件夹里，只写文件名，例如 ![签到表](sign-in.jpg)

## COM-03

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
com-03-wide-space = 冒号后面是看起来像空格的别的字符，已按空格理解
    .label = 全角空格或不换行空格
    .help = 删去它，换成一个普通的空格
com-03-curly-quotes = 这里的引号是中文的，已去掉再读
    .label = 中文引号
    .help = 日期、数字和代码前后不用引号；要用就用英文引号 " "
com-03-wide-braces = 花括号是中文的“｛｛ ｝｝”，已按英文的 { "{{" } { "}}" } 理解
    .label = 中文花括号
    .help = 换成英文花括号：{ "{{" } fig 字段路径 { "}}" }
com-03-wide-stars = 星号是中文的“＊＊”，已按加粗理解
    .label = 中文星号
    .help = 换成英文星号：**要加粗的字**
com-03-wide-brackets = 括号是中文的，已按链接理解
    .label = 中文括号
    .help = 换成英文括号：[文字](地址)
com-03-wide-heading = 井号或后面的空格是中文的，已按标题理解
    .label = 中文符号
    .help = 换成英文井号和空格：## 标题
com-03-heading-space = 井号后面没有空格，这一行不是标题
    .label = 后面加一个空格
    .help = 标题写成“## 标题”；就是要显示井号时，在前面加反斜杠：\#
com-03-wrapped = { $count } 篇正文像是按固定宽度手工换行的，网页会在每一行末尾断开
    .label = 例如这一篇
    .help = 一段写成一行，让编辑器自动换行；或者在 site.toml 里写 line_breaks = "join"，相邻的行就接成一段
com-03-based-on = based_on 的写法不对
    .label = “{ $text }”
    .help = 不用自己写，运行 linli stamp 会填好
com-03-terms-shape = 这里应当写“词: {"{"} 语言: 译文 {"}"}”
    .label = 写法不对
    .help = 例如 停车费: {"{"} en: Parking fees {"}"}
com-03-terms-language = 本站没有“{ $lang }”这种语言
    .label = 不认识
    .help = 可以写：{ $known }
com-03-ballot-and-vote = 第 { $no } 项议题同时写了“表决”和“选票”
    .label = 只能写一种
    .help = 同意、反对的表决写“表决”；候选人或几个选项的写“选票”
com-03-ballot-outcome = 第 { $no } 项议题有“选票”，不再写“结果”
    .label = 结果写在各选项里
    .help = 删去这一行，在每个选项里写“结果: 当选”“结果: 未当选”或“结果: 选定”
com-03-meeting-outcome = 会议已召开，第 { $no } 项议题还没有结果
    .label = 缺少 outcome（结果）
    .help = 填写 noted（知悉）、agreed（商定）、adopted（通过）、rejected（未通过）或 deferred（暂缓）
com-03-meeting-matter = 第 { $no } 项议题有票数，没有写表决的是哪一类事项
    .label = 缺少 matter（事项）
    .help = 写上 matter，页面才能说明需要多大比例参加和同意；议事会、联席会议写 advisory
com-03-category-side = { $dir ->
        [income] “{ $cat }”是支出的类别，这一笔写的是收入
       *[expense] “{ $cat }”是收入的类别，这一笔写的是支出
    }
    .label = 收支和类别不一致
    .help = 核对 dir（收支）和 cat（类别）；找不到合适的类别，写 other（其他）
com-03-effect-order = 影响的结束时间 { $to } 早于开始时间 { $from }
    .label = 应晚于开始时间
    .help = 核对 from 和 to
com-03-effect-from-here = 开始时间
com-03-count = 次数（count）不能是 0
    .label = 至少写 1
    .help = 不再举办的，把 state 写成 cancelled，或删去 repeat
com-03-interval = 间隔 { $interval } 不在 1 到 { $limit } 之间
    .label = 应当是 1 到 { $limit } 的整数
    .help = 每周一次写 1，隔周一次写 2
com-03-image-alt = 图片没有文字说明
    .label = 方括号里请写图上有什么
    .help = 看不见图片的居民靠这段文字了解内容，例如 ![三号楼电梯厅新装的灯](lamp.jpg)
com-03-urgent-end = 紧急通知没有写到什么时候结束
    .label = 首页的紧急提示到 { $until } 自己撤下
    .help = 知道什么时候结束，写“时间: 2026-06-18 14:00 到 2026-06-18 20:00”；还不知道，写“下次更新: 2026-06-18 20:00”，紧急提示留到那时，更新时再改
com-03-review = 下次更新的时间 { $review } 早于公布日期 { $published }
    .label = 紧急提示一次也不会显示
    .help = 写公布以后最迟什么时候再更新这份通知
com-03-published-here = 公布日期
com-03-period-open = 这里的期间要写到哪一天结束
    .label = 只写了开始
    .help = 写成“2026-01-01 到 2026-03-31”

## COM-04

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

## COM-05

com-05-missing = 还没有译文：{ $language }
    .label = 没有 .{ $lang }.md
    .help = 网页会显示原文并注明；不需要译文就写 languages，列出需要的语言
com-05-body = 译文（{ $language }）只有标题，没有正文
    .label = .{ $lang }.md 里没有正文
    .help = 网页会显示原文正文并注明

## COM-06

com-06-stale = 原文改过，{ $file } 还没有跟上
    .label = 译的是以前的原文（现在是 { $now }）
    .help = 改好译文后运行 linli stamp { $record }（原来记的是 { $base }）
com-06-no-base = 译文没有记下译的是哪一版原文
    .label = 缺少 based_on
    .help = 核对后运行 linli stamp { $record }，会在 { $file } 里记下 { $now }

## COM-07

com-07-figures = 译文里的数字和原文对不上：{ $which ->
        [extra] 原文没有 { $extra }
        [missing] 译文没有 { $missing }
       *[both] 译文是 { $extra }，原文是 { $missing }
    }
    .label = 与原文不符
    .help = 对照原文改过来；金额、日期最好用 { "{{" } fig … { "}}" } 引用，两种语言就不会走样

## COM-08 公布过的数字

com-08-changed = “{ $path }”公布过的是 { $old }，现在是 { $new }
    .label = { $first } 公布过，不能直接改
    .help = 不该改的，改回 { $old }。公布时就写错了的，在这条记录里写明更正：
        更正:
          - 日期: { $today }
            字段: { $path }
            原值: "{ $old }"
            新值: "{ $new }"
            原因: 为什么改
com-08-changed-otherwise = “{ $path }”公布过的是 { $old }，现在是 { $new }，更正写的不是这两个值
    .label = { $first } 公布过
    .correction = 这里写的原值是“{ $said_old }”，新值是“{ $said_new }”
    .help = 更正的“原值”写公布过的 { $old }，“新值”写现在的 { $new }；不该改的，改回 { $old }
com-08-gone = 公布过的“{ $path }” { $old } 不见了
    .label = { $first } 公布过，不能直接删去
    .help = 不该删的，补回 { $old }。确实要去掉的，在这条记录里写明更正（不写新值）：
        更正:
          - 日期: { $today }
            字段: { $path }
            原值: "{ $old }"
            原因: 为什么去掉
com-08-gone-otherwise = 公布过的“{ $path }” { $old } 不见了，更正写的对不上
    .label = { $first } 公布过
    .correction = 这里写的原值是“{ $said_old }”，新值是“{ $said_new }”
    .help = 更正的“原值”写公布过的 { $old }，不写“新值”；不该删的，补回 { $old }
com-08-twice = published.lock 里“{ $id }”的 { $path } 有两个值：{ $before } 和 { $value }
    .label = 第二个值
    .other = 另一个在这里
    .help = 两处改动合并时留下的。看第 { $line } 行和这一行，留下公布过的那个，删去另一行
com-08-line = published.lock 里有 { $count } 行读不懂
    .label = 第一处
    .help = 一行四项，用制表符隔开：编号、字段、值、首次公布日期。这个文件由 linli build 写，不用手改；合并时留下的 <<<<<<<、=======、>>>>>>> 三行删去即可

## COM-09

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
com-09-picture-large = 图片“{ $file }”有 { $width } × { $height } 像素，太大了
    .label = 单边最多 { $side } 像素，总共最多 { $pixels } 像素
    .help = 用手机或电脑的“调整大小”缩小后再放进来
com-09-picture-unreadable = 图片“{ $file }”打不开，网页上看不到
    .label = 不是完整的 JPEG、PNG、WebP 或 GIF 图片
    .help = 用看图软件打开，另存为 JPEG 再放进来
com-09-picture-heavy = 图片“{ $file }”打开后要占 { $size } MB 内存，太大了
    .label = 最多 { $limit } MB
    .help = 另存为 JPEG，或者缩小后再放进来
com-09-picture-cut = 图片“{ $file }”缺了结尾，读者可能只看到一部分
    .label = 可能没有复制完
    .help = 从手机或相机重新复制一次
com-09-picture-broken = 图片“{ $file }”的数据不完整，做不成网页上的小图
    .help = 从手机或相机重新复制一次
com-09-office-closed = 附件“{ $file }”打不开，没法查里面有没有个人信息
    .help = 文件坏了，或者加了密码；去掉密码另存一份

## COM-10

com-10-identity = 这里有没遮住的身份证号
    .label = 身份证号
    .help = 请改成 { $masked }；改好之前不会生成任何网页。如果是别的编号，在 explain 里写 rule: COM-10、at: { $at }，说明是什么号

## COM-11

com-11-identity-like = 这串数字像身份证号，但校验码不对
    .label = 像身份证号
    .help = 如果是身份证号，请改成 { $masked }；如果是别的编号，在 explain 里写明 COM-11 是什么号
com-11-old-identity = 这串数字像 15 位的旧身份证号
    .label = 像旧身份证号
    .help = 如果是身份证号，请改成 { $masked }；如果是别的编号，在 explain 里写明 COM-11 是什么号

## COM-12

com-12-card = 这里有没遮住的银行卡号
    .label = 银行卡号
    .help = 请改成 { $masked }，只留后四位更好；改好之前不会生成任何网页。如果是别的编号，在 explain 里写 rule: COM-12、at: { $at }，说明是什么号
com-12-card-like = 这四组数字像银行卡号
    .label = 像卡号
    .help = 如果是卡号，请改成 { $masked }，只留后四位更好；如果是别的编号，在 explain 里写 rule: COM-12、at: { $at }，说明是什么号

## COM-13

com-13-mobile = 这里有没遮住的手机号
    .label = 手机号
    .help = 请改成 { $masked }，或换成办公电话；对外的值班手机写在 phone 一栏

## COM-14

com-14-dwelling = 这里把门牌号和住户写在了一起
    .label = 门牌号
    .help = 网上不写到户：写到楼栋即可，或改成 { $masked }

## COM-15

com-15-name = 姓名没有写明本人同意公开
    .label = 姓名
    .help = 本人同意的，加 consent: true；依法公开的职务，加 public: true；都不是就删去，网上只写人数

## COM-16

com-16-short = 张贴到 { $to }，不满 { $days } 天
    .label = 应到 { $last }
    .help = 从 { $from } 的第二天起数，满 { $days } 天是 { $last }（最后一天是休息日的顺延）

## COM-17

com-17-draft = 这是草稿，还没有公布
    .label = 草稿
    .help = 定稿后删去 status: draft；想先看样子用 linli build --drafts
com-17-future = 到 { $date } 才公布，现在网站上没有
    .label = 还没到
    .help = 到那天重新生成网站即可；想先看样子用 linli build --drafts
com-17-far = 公布日期 { $date } 在一年以后
    .label = 一年以后
    .help = 看看年份是不是写错了

## COM-18

com-18-traditional = 正文里有 { $count } 处繁体字（{ $characters }）
    .label = 繁体字
    .help = 改用规范汉字；引用原文、书名、碑刻的，放在引号或书名号里
com-18-order = { $first }排在{ $chinese }前面
    .label = 中文应排在最前
    .help = 在 site.toml 里把中文的 [[languages]] 移到最前面

## COM-19

com-19-percent = { $part } 占 { $whole } 是 { $computed }%，不是 { $stated }%
    .label = 按旁边的数算是 { $computed }%
    .help = 核对人数和百分比；说的是别的比例，把依据的数写在旁边

## COM-20

com-20-name = “{ $written }”是不是“{ $known }”？
    .label = 网站里没有这个名称
    .help = 写错的改成“{ $known }”；确实是另一处地方，在 explain 里写 rule: COM-20 说明

## COM-21

com-21-decision = { $event } 决定的事，{ $published } 才公布
    .label = 应在 { $last } 前
    .help = 业主共同决定的事项要在 { $days } 天内公布；晚了的原因可以写在 explain 里
com-21-government = { $event } 的事，{ $published } 才公布
    .label = 应在 { $last } 前
    .help = 政府信息要在形成或变更后 { $days } 个工作日内公开；晚了的原因可以写在 explain 里

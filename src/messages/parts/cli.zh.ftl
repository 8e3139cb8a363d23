### 命令：帮助、提问、回答。

## 帮助的框架

cli-about = 邻里：把社区的记录做成查得清、对得上的双语公开网站
cli-after-help =
    第一次用：
      linli init                 建一个新网站
      linli new 通知 "标题"      写一条通知
      linli serve --open         在浏览器里边写边看
      linli build                做网页
    单个命令的帮助：linli help 命令
cli-usage-heading = 用法：
cli-commands-heading = 命令
cli-command-value = 命令
cli-arguments-heading = 参数
cli-global-heading = 通用选项
cli-options-heading = 选项
cli-options-value = 选项
cli-press-enter = 按回车关闭窗口
cli-see-help = 看帮助：linli help
cli-names-of-kinds = zh

## 命令

cli-init-about = 建一个新网站
cli-new-about = 写一条新记录
cli-check-about = 检查内容，不做网页
cli-build-about = 检查内容，做好网页
cli-list-about = 列出记录和各语言的翻译情况
cli-stamp-about = 标明译文已按现在的原文核对过
cli-lock-about = 看已经公布的数字，和下次公布时的变动
cli-clean-about = 删掉做好的网页（别人的文件不动）
cli-completions-about = 输出命令行补全脚本
cli-help-about = 看一个命令的帮助

cli-init-examples =
    例子：
      linli init                             回答五个问题
      linli init 榕荫 --name 榕荫社区 --yes   不提问
cli-new-examples =
    种类：会议、收支、改造、活动、通知、组织、场所、页面（英文名也可以）
    例子：
      linli new 通知 "关于临时停水的通知"
cli-check-examples =
    例子：
      linli check
      linli check content/notices --strict
      linli check --only REV-01,REV-02 --format short
cli-build-examples =
    例子：
      linli build
      linli build -o /srv/www --strict --report report.json
cli-list-examples =
    例子：
      linli list --missing
      linli list --kind 通知 --format csv > 通知.csv
cli-stamp-examples =
    例子：
      linli stamp notices/2026-06-water
      linli stamp --all --content-lang en
cli-lock-examples =
    例子：
      linli lock
      linli lock --check
cli-completions-examples =
    例子：
      linli completions bash > ~/.local/share/bash-completion/completions/linli

## 选项

cli-arg-root = 网站的文件夹（默认从当前文件夹往上找 site.toml）
cli-arg-config = 指定 site.toml，它所在的文件夹就是网站
cli-arg-lang = 提示用哪种语言：zh 或 en
cli-arg-color = 颜色：auto（默认）、always 或 never
cli-arg-no-progress = 不显示进度
cli-arg-quiet = 只显示错误
cli-arg-verbose = 多说一些细节
cli-arg-timings = 说说每一步用了多久
cli-arg-help = 显示帮助
cli-arg-version = 显示版本
cli-arg-output-dir = 网页放到哪个文件夹（默认按 site.toml，一般是 public）
cli-arg-base-url = 换一个网址，不用 site.toml 里的
cli-arg-drafts = 草稿和还没到日子的记录也做出来
cli-arg-strict = 有提醒也算没通过（退出码 4）
cli-arg-today = 按这一天来算，如 2026-06-20
cli-arg-portable = 链接写到 index.html，不用服务器也能打开
cli-arg-report = 把结果写成一个 JSON 文件
cli-arg-jobs = 同时用几个线程
cli-arg-force = 输出文件夹里有别人的文件也用它（只替换同名的）
cli-arg-keep-going = 有错误时，先公开没有错误的记录
cli-arg-lock-write = 把 published.lock 写成现在的样子
cli-arg-lock-check = published.lock 要变就算没通过（退出码 1）
cli-arg-locked = published.lock 要变就不公布（用在自动构建里）
cli-arg-format = 结果的写法：human（默认）、short、json 或 github
cli-arg-files = 只看这些文件或文件夹
cli-arg-only = 只看这些规则，如 REV-01,COM-05
cli-arg-level = 临时改规则的轻重：error、warn、info 或 off
cli-arg-content-lang = 只看这种语言，写它的路径，如 en
cli-arg-list-kind = 只列一种，如 通知
cli-arg-missing = 只列还缺译文的
cli-arg-stale = 只列译文过时的
cli-arg-list-drafts = 只列草稿
cli-arg-list-format = 写法：table（默认）、json 或 csv
cli-arg-records = 记录，如 notices/2026-06-water，也可以写文件
cli-arg-all = 全部译文
cli-arg-dir = 建在哪个文件夹（默认当前文件夹）
cli-arg-name = 社区或村的名字
cli-arg-lang2 = 第二种语言的名称或代码，如 英语、ug；不要就写 无
cli-arg-address = 网站的网址，如 https://rongyin.example.org
cli-arg-yes = 不提问，都用默认的回答
cli-arg-init-force = 文件夹里有东西也建（已有的文件不动）
cli-arg-no-samples = 不放示例
cli-arg-new-kind = 种类，如 通知、会议、notice
cli-arg-title = 标题
cli-arg-number = 指定编号，如 2026-011（默认自动编号）
cli-arg-shell = bash、zsh、fish、powershell 或 elvish
cli-arg-command = 命令的名字

## 命令行写得不对

cli-unknown-argument = 没有“{ $argument }”这个选项
cli-unknown-argument-near = 没有“{ $argument }”这个选项
    .help = 是不是 { $near }？
cli-unknown-command = 没有“{ $command }”这个命令
    .help = linli help 列出所有命令
cli-unknown-command-near = 没有“{ $command }”这个命令
    .help = 是不是 { $near }？
cli-value-missing = { $argument } 后面要跟一个值
cli-value-unknown = { $argument } 不能写成“{ $value }”
    .help = 可以写：{ $known }
cli-value-wrong = { $argument } 的值“{ $value }”不对
cli-argument-missing = 还少了 { $argument }
cli-argument-twice = { $argument } 只能写一次
cli-argument-conflict = { $argument } 和 { $other } 不能同时用
cli-argument-not-text = 命令行里有读不懂的字符
cli-wrong-use = 命令的写法不对
cli-no-site = 这里没有网站：从“{ $path }”往上都没找到 site.toml
    .help =
        建一个新的：linli init
        网站在别处：加上 -C 网站的文件夹
cli-config-name = “{ $path }”不能当网站设置：文件名要是 site.toml
cli-no-zone = 程序里缺少时区数据
cli-date = 日期“{ $value }”看不懂
    .help = 写成 2026-06-20 这样
cli-epoch = 环境变量 SOURCE_DATE_EPOCH 的值“{ $value }”不对
    .help = 它是从 1970 年起的秒数；用不着就不要设它
cli-jobs = 线程至少要 1 个
cli-base-url = 网址“{ $value }”不对
    .help = 写完整的网址，如 https://rongyin.example.org
cli-content-lang = 本站没有“{ $lang }”这种语言
    .help = 可以写：{ $known }
cli-unknown-rule = 没有“{ $code }”这条规则
    .help = 规则的写法如 REV-01、COM-05
cli-unknown-rule-near = 没有“{ $code }”这条规则
    .help = 是不是 { $near }？
cli-level = “{ $value }”的写法不对
    .help = 写成 规则=轻重，如 COM-05=off；轻重有 error、warn、info、off
cli-level-fixed = { $code } 只能是错误，不能放宽
cli-file-outside = “{ $path }”不在这个网站里
cli-file-missing = 没有“{ $path }”这个文件
cli-file-unread = “{ $path }”里没有要读的文件
    .help = 记录是 content 里的 .md 文件；别的文件怎么办，见 linli explain E112
cli-unknown-kind = 没有“{ $kind }”这个种类
    .help = 可以写：{ $known }
cli-unknown-kind-near = 没有“{ $kind }”这个种类
    .help =
        是不是 { $near }？
        可以写：{ $known }
cli-unknown-record = 没有“{ $id }”这条记录
    .help = 写成 文件夹/文件名，如 notices/2026-06-water；linli list 列出全部
cli-unknown-record-near = 没有“{ $id }”这条记录
    .help = 是不是 { $near }？
cli-detail-site = 网站：{ $path }；日期：{ $day }

## 做网页

cli-progress = 做网页 { $done }/{ $total }
cli-step-load = 读设置、主题和词语
cli-step-discover = 找文件
cli-step-read = 读改过的文件，查每一条
cli-step-relate = 查条与条之间
cli-step-plan = 排网页
cli-step-apply-levels = 汇总提醒
cli-step-compare = 看哪些网页要重做
cli-step-render = 做网页
cli-step-publish = 换上新网站
cli-step-sum = 合计
cli-build-done = 完成：{ $count } 页，{ $languages } 种语言，{ $seconds } 秒；{ $changes }
cli-build-changes = 新增 { $new }，改动 { $changed }，删除 { $removed }
cli-build-no-changes = 没有变化
cli-build-sound-only = 有错误的记录这一次没有公开，改好后再运行一次
cli-build-held-waiting = { $count } 条还没到公开时间：{ $names }
cli-build-held-drafts = { $count } 条是草稿，没有公开：{ $names }
cli-build-held-until = { $id }（{ $date }）
cli-and-more = { $names } 等，另有 { $more } 条

cli-clean-nothing = 没有要清理的网页
cli-clean-done = 已清理，删掉 { $removed } 个文件
cli-clean-kept = 已清理，删掉 { $removed } 个文件；另有 { $kept } 个不是 linli 做的，没有动

## 列表

cli-list-id = 记录
cli-list-number = 编号
cli-list-title = 标题
cli-list-published = 公布
cli-list-count = 共 { $count } 条
cli-list-unread = 另有 { $count } 条有错误、读不出来，没有列入；linli check 看哪里要改
cli-state-original = 原文
cli-state-translated = 已译
cli-state-stale = 过时
cli-state-missing = 缺
cli-state-not-needed = 不需要
cli-status-draft = 草稿
cli-status-withdrawn = 已撤回

## 核对译文

cli-lock-same = published.lock 不用改：{ $records } 条记录，{ $figures } 个公布值
cli-lock-differs = 下次公布时：新增 { $new } 项，改动 { $changed } 项，去掉 { $gone } 项；之后是 { $records } 条记录，{ $figures } 个公布值
cli-lock-written = 已写好 published.lock：{ $records } 条记录，{ $figures } 个公布值
cli-lock-more = ……还有 { $count } 行
cli-lock-errors = 有错误，published.lock 没有动
cli-stamp-done = 已标明：{ $path } 对应现在的原文（{ $hash }）
cli-stamp-recoded = 已标明：{ $path } 对应现在的原文（{ $hash }）；文件改存为 UTF-8 编码
cli-stamp-nothing = 都是最新的，没有要改的
cli-stamp-no-sidecar = { $id } 没有单独的译文文件
cli-stamp-broken = { $path } 有错误、读不出来，先用 linli check 看哪里要改
cli-stamp-by-hand = { $path } 的开头部分改不了，没有动它
    .help = 请在两条 --- 之间加一行：based_on: { $hash }

## 新记录

cli-new-done = 已建好：{ $path }（编号 { $number }，状态：草稿）
cli-new-open = 还差 { $count } 项没填：{ $names }
cli-new-nothing-open = 写上正文就可以了
cli-new-next = 写好后把 status 改成 published，运行 linli check 看看对不对
cli-new-exists = 已经有“{ $id }”了，没有动它
    .help = 换一个标题或编号
cli-new-number = 编号“{ $value }”的写法不对
    .help = 写成 年份-序号，如 2026-011
cli-new-number-taken = 编号 { $value } 已经用过
    .help = 不写 --number 就会自动取下一个
cli-new-comment-status = 写好以后改成 published，就会公开
cli-new-comment-needed = —— 下面几项必须填 ——
cli-new-comment-optional = —— 用得上再填：去掉行首的 # 和空格 ——
cli-new-comment-example = 例：
cli-new-comment-body = 正文写在下面这条线之后

## 新网站

cli-init-hello = 这里还没有公开网站。回答 5 个问题就能建好（直接按回车，就用括号里的答案）。
cli-init-ask-name = 1/5 社区或村的名字？[以后再填]
cli-init-ask-language = 2/5 第二种语言？[en 英语]（输入 ? 看有哪些，不要就输入 无）
cli-init-ask-address = 3/5 网站将来的地址？[以后再填]
cli-init-ask-phone = 4/5 办公电话？[以后再填]
cli-init-ask-samples = 5/5 要不要放几篇示例？[要]
cli-init-languages =
    en 英语        ug 维吾尔语    bo 藏语        mn 蒙古语
    za 壮语        ii 彝语        kk 哈萨克语    ko 朝鲜语
    zh-Hant 繁体中文    khb 西双版纳傣语    tdd 德宏傣语
    vi 越南语      th 泰语        lo 老挝语      my 缅甸语
    别的语言写它的代码（BCP 47）
cli-init-quick = 不提问，用默认的回答
cli-init-done =
    已建好：{ $path }（{ $name }）
      content/    公告、会议、收支写在这里
      site.toml   网站设置
      public/     做好的网页（自动生成，不用改）
cli-init-next =
    下一步：
      linli serve --open     在浏览器里看效果
      linli new 通知 "标题"  写第一条通知
cli-init-next-elsewhere =
    下一步：
      cd DIR
      linli serve --open     在浏览器里看效果
      linli new 通知 "标题"  写第一条通知
cli-init-kept = 已有 { $path }，没有动它
cli-init-no-terminal = 这里没法提问
    .help = 加上 --yes，全部用默认的回答
cli-init-ended = 还没有回答完，没有建网站
cli-init-site-here = 这里已经在一个网站里：{ $path }
    .help = 换一个文件夹；确实要建在这里，请加 --force（已有的文件不动）
cli-init-not-empty = “{ $path }”里已经有东西
    .help = 换一个空的文件夹，如 linli init 我们的网站；确实要建在这里，请加 --force（已有的文件不动）
cli-init-file = “{ $path }”是一个文件，不能当网站的文件夹
cli-init-language = 不认识“{ $code }”这种语言
    .help = 写语言的名称或代码，如 英语、维吾尔语、bo；不要第二种语言就写 无
cli-init-language-same = “{ $code }”已经是第一种语言
    .help = 换一种；不要第二种语言就写 无
cli-cache-ignored = 上次留下的缓存不是这个程序写的，或者损坏了，这次不用它

## explain

cli-explain-about = 讲清一个代码：查什么、为什么、依据哪一条、怎么改
cli-arg-explain-codes = 一个或几个代码，如 COM-13 rev01；不写就列出全部
cli-explain-examples = 例：
      linli explain                列出全部代码
      linli explain COM-16         讲一条，数字取本站的法规集
cli-explain-more = 看其中一条：linli explain COM-13
cli-explain-weight = 轻重：
cli-explain-law = 依据：
cli-explain-numbers = 用到的数（{ $chain }）：
cli-explain-wrong = 这样会提示：
cli-explain-right = 这样写：
cli-explain-off = 不要求
cli-explain-on = 要求
cli-explain-value = { $unit ->
        [days] { $n } 天
        [working-days] { $n } 个工作日
        [months] { $n } 个月
        [years] { $n } 年
        [percent] { $n }%
        [money] { $n } 元
       *[plain] { $n }
    }
cli-explain-hint = 想知道某条为什么、怎么改：linli explain { $code }
cli-explain-proposal = 建议的数，没有找到全国统一的规定
cli-law = 依据

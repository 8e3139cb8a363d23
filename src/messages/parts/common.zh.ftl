## 个人信息 COM-11、COM-13、COM-14、COM-15

com-11-identity-like = 这串数字像身份证号，但校验码不对
    .label = 像身份证号
    .help = 如果是身份证号，请改成 { $masked }；如果是别的编号，在 explain 里写明 COM-11 是什么号
com-11-old-identity = 这串数字像 15 位的旧身份证号
    .label = 像旧身份证号
    .help = 如果是身份证号，请改成 { $masked }；如果是别的编号，在 explain 里写明 COM-11 是什么号
com-13-mobile = 这里有没遮住的手机号
    .label = 手机号
    .help = 请改成 { $masked }，或换成办公电话；对外的值班手机写在 phone 一栏
com-14-dwelling = 这里把门牌号和住户写在了一起
    .label = 门牌号
    .help = 网上不写到户：写到楼栋即可，或改成 { $masked }
com-15-name = 姓名没有写明本人同意公开
    .label = 姓名
    .help = 本人同意的，加 consent: true；依法公开的职务，加 public: true；都不是就删去，网上只写人数

## 公示期 COM-16

com-16-short = 张贴到 { $to }，不满 { $days } 天
    .label = 应到 { $last }
    .help = 从 { $from } 的第二天起数，满 { $days } 天是 { $last }（最后一天是休息日的顺延）

## 公布日期 COM-17

com-17-draft = 这是草稿，还没有公布
    .label = 草稿
    .help = 定稿后删去 status: draft；想先看样子用 linli build --drafts
com-17-future = 到 { $date } 才公布，现在网站上没有
    .label = 还没到
    .help = 到那天重新生成网站即可；想先看样子用 linli build --drafts
com-17-far = 公布日期 { $date } 在一年以后
    .label = 一年以后
    .help = 看看年份是不是写错了

## 文字 COM-18

com-18-traditional = 正文里有 { $count } 处繁体字（{ $characters }）
    .label = 繁体字
    .help = 改用规范汉字；引用原文、书名、碑刻的，放在引号或书名号里
com-18-order = { $first }排在{ $chinese }前面
    .label = 中文应排在最前
    .help = 在 site.toml 里把中文的 [[languages]] 移到最前面

## 公布得及时 COM-21

com-21-decision = { $event } 决定的事，{ $published } 才公布
    .label = 应在 { $last } 前
    .help = 业主共同决定的事项要在 { $days } 天内公布；晚了的原因可以写在 explain 里
com-21-government = { $event } 的事，{ $published } 才公布
    .label = 应在 { $last } 前
    .help = 政府信息要在形成或变更后 { $days } 个工作日内公开；晚了的原因可以写在 explain 里

## 译文里的数字 COM-07

com-07-figures = 译文里的数字和原文对不上：{ $which ->
        [extra] 原文没有 { $extra }
        [missing] 译文没有 { $missing }
       *[both] 译文是 { $extra }，原文是 { $missing }
    }
    .label = 与原文不符
    .help = 对照原文改过来；金额、日期最好用 { "{{" } fig … { "}}" } 引用，两种语言就不会走样

## 百分比 COM-19，名称 COM-20

com-19-percent = { $part } 占 { $whole } 是 { $computed }%，不是 { $stated }%
    .label = 按旁边的数算是 { $computed }%
    .help = 核对人数和百分比；说的是别的比例，把依据的数写在旁边
com-20-name = “{ $written }”是不是“{ $known }”？
    .label = 网站里没有这个名称
    .help = 写错的改成“{ $known }”；确实是另一处地方，在 explain 里写 rule: COM-20 说明

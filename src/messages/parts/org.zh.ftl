### 组织的规则

## ORG-01

org-01-circle = 上下级绕成了一圈
    .label = 上级
    .help = { $way }
org-01-check = 统一社会信用代码“{ $text }”的校验码不对
    .label = 按前 17 位推算，末位应当是 { $right }，写的是 { $last }
    .help = 对照登记证书逐位核对，注意 0 和 O、1 和 I
org-01-shape = 统一社会信用代码“{ $text }”的形式不对
    .label = 应当是 18 位数字和大写字母，不含 I、O、S、V、Z；这里有 { $count } 位
    .help = 对照登记证书抄写，中间不加空格和横线

## ORG-02

org-02-term = { $count ->
        [1] 任期
       *[other] { $count } 个职务的任期
    } { $end } 届满，没有写接任的人
    .label = 任期届满
    .help = 已经换届的，补上新一届的职务和任期；组织已经终止的，写 ended；还没有换届的，用 explain 说明
org-02-unfiled = 业主委员会 { $elected } 选出，到 { $last }（{ $days } 天）还没有备案
    .label = 缺少 filed（备案）
    .help = 备案以后写 filed: {"{"} date: 备案日期, authority: 备案机关 {"}"}
org-02-filed-late = 业主委员会 { $elected } 选出，{ $filed } 才备案，应当在 { $last }（{ $days } 天）以前
    .label = 迟于 { $last }
    .help = 核对日期；确实迟了的，用 explain 说明原因

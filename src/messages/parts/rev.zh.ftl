### 收支的规则

## REV-01

rev-01-balance = 账不平：期初 { $opening } + 收入 { $income } − 支出 { $expense } = { $computed }，期末写的是 { $closing }，{ $way ->
        [more] 多
       *[less] 少
    }了 { $difference }
    .label = 按明细应为 { $computed }
    .help = 先看有没有漏记、重记或收支写反的一笔，再核对期初和期末
rev-01-opening-here = 期初

## REV-02

rev-02-chain = 期初余额与上一期的期末余额不符
    .label = 期初是 { $opening }
    .help = 上一期 { $other } 的期末余额是 { $closing }，相差 { $difference }；有更正就写 restated，写明数字和原因

## REV-03

rev-03-overlap = 账期与另一期重叠
    .label = 重叠
    .help = { $other } 的账期是 { $from } 到 { $to }
rev-03-same-period = 同一账期公布了两次
    .label = 重复
    .help = { $other } 的账期也是 { $from } 到 { $to }；更正请改原来那条
rev-03-gap = 与上一期之间缺了一段
    .label = 从 { $from } 到 { $to } 没有公布
    .help = 上一期是 { $other }

## REV-04

rev-04-zero = “{ $item }”的金额是 0
    .label = 金额应大于 0
    .help = 没有发生的收支不用列；整期没有收支，写 lines: []
rev-04-negative = “{ $item }”的金额是负数 { $amount }
    .label = 金额一律写正数
    .help = { $other ->
        [income] 如果是退回的支出，写成 dir: income、amount: { $positive }
       *[expense] 如果是退出去的收入，写成 dir: expense、amount: { $positive }
    }
rev-04-stated = { $dir ->
        [income] 表上写的收入合计
       *[expense] 表上写的支出合计
    }是 { $stated }，明细相加是 { $computed }，相差 { $difference }
    .label = 明细相加是 { $computed }
    .help = 核对纸质表的合计数和每一笔明细

## REV-05

rev-05-outside = “{ $item }”发生在 { $date }，不在 { $from } 至 { $to } 这一期内
    .label = 不在本期内
    .help = 核对日期；确实属于别的期间的，记到那一期，已经公布的在那一期写 corrections（更正）
rev-05-outside-period = 本期

## REV-06

rev-06-late = 账期 { $to } 结束，{ $days } 天内公布应不迟于 { $last }，实际公布是 { $published }，晚了 { $late } 天
    .label = 应不迟于 { $last }
    .help = 日期写错就改正；确实晚了，用 explain 说明原因，说明会显示在页面上
rev-06-late-end = 账期结束
rev-06-next = { $from } 至 { $to } 这一期的收支应不迟于 { $last } 公布
    .label = 这是最近一期
    .help = 公布下一期；这笔资金已经结清的，用 explain 说明

## REV-07

rev-07-long = { $from } 至 { $to } 这一期超过了 { $months } 个月，{ $fund ->
        [maintenance_fund] 专项维修资金
       *[public_revenue] 公共收益
    }每期最长到 { $last }
    .label = 最长到 { $last }
    .help = 按规定的周期分期公布；当地另有规定的，在法规集里改期数

## REV-08

rev-08-no-basis = “{ $item }”收入 { $amount } 元，没有写合同，也没有写业主共同决定
    .label = 用的是共有部分
    .help = 写上 contract（合同）或 decision（同意的会议议题，如 meetings/x#ads）；是否须经业主共同决定，见所列条文
rev-08-other-matter = “{ $title }”（{ $decision }）{ $adopted ->
        [no] 没有通过
       *[yes] 不是改变共有部分用途或利用共有部分经营的决定
    }，这笔收入又没有写合同
    .label = 这项决定管不到这笔收入
    .help = 写上同意利用共有部分经营的议题（matter: own_common_use），或写上 contract（合同）

## REV-09

rev-09-no-decision = “{ $item }”支出 { $amount } 元，超过 { $limit } 元，没有写是哪次会议同意的
    .label = 超过 { $limit } 元
    .help = 写上 decision（如 meetings/x#repair）；管理规约另有限额的，在法规集里改

## REV-10

rev-10-share = 本期公共收益 { $proceeds } 元（收入 { $income } − 合理成本和税费 { $cost }），补充维修资金 { $given } 元，{ $over ->
        [yes] 没有超过
       *[no] 不到
    } { $share }
    .label = 补充维修资金 { $given } 元
    .help = 补足差额，或用 explain 说明业主大会另有的决定

## REV-11

rev-11-no-chain = 本期补充维修资金 { $amount } 元，本站没有同一范围的维修资金账，到账情况看不到
    .label = 对方账没有公布
    .help = 维修资金由本社区公布的，加上它的收支（fund: maintenance_fund）；由别处公布的，在正文里写明在哪里查
rev-11-not-arrived = 补充维修资金 { $amount } 元，维修资金账的同一期和下一期里没有这笔收入
    .label = 没有找到对应的收入
    .help = 核对两边的金额；分几笔转的，两边按同样的笔数写

## REV-12

rev-12-amount = 账上为工程付款 { $payment } 支出{ $lines ->
        [1] {""}
       *[other] {" "}{ $lines } 笔，合计
    } { $sum } 元，工程记录的付款是 { $paid } 元，账上{ $way ->
        [more] 多
       *[less] 少
    } { $difference } 元
    .label = 工程记录是 { $paid } 元
    .help = 核对两边的金额；一笔付款由几项资金合付的，用 explain 说明其余部分由谁付
rev-12-date = 工程付款 { $payment } 的日期是 { $paid }，{ $dated ->
        [yes] 账上写的是 { $from }
       *[no] 本期是 { $from } 至 { $to }
    }，相隔超过 { $days } 天
    .label = 与付款日期 { $paid } 相隔太远
    .help = 核对两边的日期，看 pays 是不是写错了一笔

## REV-13

rev-13-same = 制表和审核是同一个人：{ $who }
    .label = 与制表人相同
    .help = 由制表人以外的人审核，最好是监督委员会或监督小组的成员
rev-13-same-prepared = 制表人
rev-13-no-supervision = 制表和审核的人都不在监督委员会或监督小组
    .label = 不属于监督组织
    .help = 请监督委员会或监督小组的成员审核，写上其职务；由其他人监督的，用 explain 说明

## REV-14

rev-14-missing = { $year } 年的公共收益已全年公布，没有 { $year } 年结束后的审计
    .label = { $year } 年到此结束
    .help = 在公布审计结果的那一期写上 audit（审计单位、日期、意见）；业主大会决定不审计的，用 explain 说明
rev-14-short = 审计结果从 { $from } 公示到 { $to }，不满 { $days } 天
    .label = 应到 { $last }
    .help = 延长公示到 { $last } 或以后

## REV-15

rev-15-missing = 此前连续 { $periods } 期都有的“{ money-category }”收入，本期没有了
    .label = 没有“{ money-category }”收入
    .help = 看有没有漏记；确实没有，在 note（备注）里写明原因
rev-15-change = “{ money-category }”{ $dir ->
        [income] 收入
       *[expense] 支出
    } { $now } 元，上年同期（{ $from } 至 { $to }）是 { $then } 元，{ $way ->
        [more] 增加
       *[less] 减少
    } { $difference } 元，超过上年的 { $percent }%
    .label = “{ money-category }”变化较大
    .help = 核对金额；属实的，在 note（备注）里写明原因

## REV-16

rev-16-silent = { $from } 至 { $to } 没有收支，也没有用文字说明
    .label = 全期是零
    .help = 在 note（备注）或正文里写一句，例如“本期没有收入，也没有支出”
rev-16-in-text = 正文里有金额（{ $amount }），明细却是空的
    .label = 一笔也没有列出
    .help = 把每一笔写进 lines（明细），收入、支出由软件加；正文里的金额不是这一期的收支，用 explain 说明
rev-16-in-file = 附件里有表格 { $file }，明细却是空的
    .label = 一笔也没有列出
    .help = 把每一笔写进 lines（明细），网页才有收入和支出；这一期确实没有收支，用 explain 说明

## REV-17

rev-17-digits = 账号写了 { $digits } 位数字，只能写末 { $shown } 位
    .label = 只留末 { $shown } 位
    .help = 改成 last4: "0000" 这样的四位，开户行里不写账号；这个文件已经公开过的，还要从历史版本里去掉

## REV-18

rev-18-future = 账期到 { $to } 才结束，公布日期是 { $published }
    .label = 公布那天还没有到
    .help = 账期结束以后再公布；写的是打算怎么收、怎么支，就加一行“预算: 是”
rev-18-published-here = 公布日期

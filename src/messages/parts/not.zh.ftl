### 公告的规则

## NOT-01

not-01-about = 公示没有写所公示的记录
    .label = 缺少 about（事由）
    .help = 写上 about，例如 about: [revenue/2026-q1]，读者才能看到公示的内容
not-01-objection = 公示没有写到哪一天为止、向谁提意见
    .label = 缺少 objection（异议）
    .help = 写 objection: {"{"} until: 截止日期, contact: 受理单位 {"}"}
not-01-contact = 公示没有写向谁提意见
    .label = 缺少 contact（受理）
    .help = 写上受理异议的组织，例如 contact: organizations/committee

## NOT-02

not-02-short = { $published } 公布，{ $until } 截止，异议期只有 { $given } 天，应当有 { $days } 天
    .label = 应当到 { $last }
    .help = 公布当天不计入，从第二天算起；延长截止日期，或用 explain 写明依据
not-02-day-off = { $published } 公布，异议期 { $days } 天的最后一天是休息日，应当顺延到 { $last }，写的是 { $until }
    .label = 应当到 { $last }
    .help = 最后一天是法定休假日的，以休假结束的次日为最后一天；延长截止日期
not-02-published-here = 公布日期

## NOT-03

not-03-outcome = 异议期 { $until } 已经结束，没有写结果
    .label = 已经截止
    .help = 写上收到几件（received），没有收到写 received: 0；收到的，写 upheld、reply 和 replied
not-03-reply = 异议期 { $until } 已经结束，收到 { $received } 件异议，没有公开答复
    .label = 还没有答复
    .help = 写上答复（reply）和答复日期（replied）；不写提意见的人是谁

## NOT-05

not-05-no-text = 紧急通知只有附件（{ $count } 个），没有文字
    .label = 内容只在附件里
    .help = 把时间、地点、怎么办写成正文；读屏软件读不出图片，手机也不一定打得开文件

### 会议、活动、公告、组织的规则

## 会议
mtg-01-representatives = 写了 { $part } 人，比组成人员总数 { $total } 人多 { $difference } 人
    .label = 不能多于总数
    .help = 核对代表名册；total 是代表会议组成人员的总数，residents 和 women 是其中的人数
mtg-03-heads = 实到 { $part } 人，占应到 { $whole } 人的 { $share }%，按所填数字未达到参加人数的要求（{ $over ->
        [yes] 超过 { $need }
       *[no] { $need } 以上
    }）
    .label = 至少要 { $least } 人，还差 { $short } 人
    .help = 核对签到表和应到人数；数字没有错的，页面照实写明“未达到”，并用 explain 说明后来怎么办，例如另行召开或书面补征
mtg-03-area = 参加面积 { $part } 平方米，占总面积 { $whole } 平方米的 { $share }%，按所填数字未达到参加面积的要求（{ $over ->
        [yes] 超过 { $need }
       *[no] { $need } 以上
    }）
    .label = 至少要 { $least } 平方米，还差 { $short } 平方米
    .help = 核对面积清册和参加表决的面积；数字没有错的，页面照实写明“未达到”，并用 explain 说明后来怎么办
mtg-03-whole-here = 应到（全部）的数字
mtg-04-heads = 第 { $no } 项议题写的是通过，但按所填数字，同意 { $part } 人，占{ $of ->
        [eligible] 应到
        [votes] 全部票数
       *[present] 参加表决
    } { $whole } 人的 { $share }%，未达到同意人数的要求（{ $over ->
        [yes] 超过 { $need }
       *[no] { $need } 以上
    }）
    .label = 至少要 { $least } 人同意，还差 { $short } 人
    .help = 核对票数、事项类别（matter）和结果（outcome）；数字和结果都没有错的，用 explain 公开说明依据
mtg-04-area = 第 { $no } 项议题写的是通过，但按所填数字，同意的面积 { $part } 平方米，占{ $of ->
        [eligible] 总面积
        [votes] 全部票的面积
       *[present] 参加表决面积
    } { $whole } 平方米的 { $share }%，未达到同意面积的要求（{ $over ->
        [yes] 超过 { $need }
       *[no] { $need } 以上
    }）
    .label = 至少要 { $least } 平方米同意，还差 { $short } 平方米
    .help = 核对面积、事项类别（matter）和结果（outcome）；数字和结果都没有错的，用 explain 公开说明依据
mtg-04-outcome-here = 结果写在这里
mtg-04-no-area = 第 { $no } 项是业主共同决定的事项，要按人数和面积两样计算，面积没有填全
    .label = 还缺：{ $fields }
    .help = 在 attendance 里填 eligible_area、present_area，在 vote 里填 for_area 等；只有人数，页面不能说明是否达到比例
mtg-05-short = 会议通知 { $notified } 张贴，{ $start } 开会，只提前了 { $given } 天，应当提前 { $days } 天
    .label = { $notified } 张贴的，最早 { $earliest } 开会
    .help = 核对两个日期；{ $special ->
        [yes] 因特殊原因临时召集的，写 special: true 并说明原因
       *[no] 确实没有提前足够天数的，用 explain 公开说明
    }
mtg-05-after = 会议通知 { $notified } 张贴，在开会日期 { $start } 之后
    .label = 应当早于开会日期
    .help = 核对两个日期；notified 是通知张贴的日期，不是会议记录公布的日期
mtg-06-late = 第 { $no } 项议题是公布议程以后临时增加的，却进行了表决
    .label = 临时增加的议题
    .help = 临时增加的议题宜只讨论，留到下次会议表决；议事规则允许当场表决的，用 explain 写明依据
mtg-07-due = 落实事项“{ $action }”{ $due } 到期，还是待办，也没有转到以后的会议
    .label = 已过期限
    .help = 办完了，写 state: done 和 done_on；不办了，写 state: dropped；继续办，在下次会议的 actions 里写 from: { $from }
mtg-07-due-and-met = 落实事项“{ $action }”{ $due } 到期，还是待办；{ $met } 又开过会（{ $other }），没有接着办
    .label = 已过期限
    .help = 办完了，写 state: done 和 done_on；不办了，写 state: dropped；继续办，在那次会议的 actions 里写 from: { $from }
mtg-07-met = 落实事项“{ $action }”还是待办，也没有期限；{ $met } 又开过会（{ $other }），没有接着办
    .label = 没有下文
    .help = 办完了，写 state: done 和 done_on；不办了，写 state: dropped；继续办，在那次会议的 actions 里写 from: { $from }
mtg-08-missing = 会议 { $met } 召开，到 { $last }（{ $days } 天）还没有公布纪要
    .label = 缺少 minutes（纪要）
    .help = 公布纪要以后写 minutes: {"{"} state: confirmed, published: 公布日期 {"}"}
mtg-08-unpublished = 会议 { $met } 召开，到 { $last }（{ $days } 天）纪要还没有公布
    .label = 没有公布日期
    .help = 公布以后在 minutes 里写 published；只有草稿的，也可以先公布草稿
mtg-08-late = 纪要 { $published } 公布，会议 { $met } 召开，应当在 { $last }（{ $days } 天）以前公布
    .label = 迟于 { $last }
    .help = 核对日期；确实迟了的，用 explain 说明原因
mtg-09-gap = 距上一次会议（{ $before }，{ $other }）超过 { $months } 个月
    .label = 应当在 { $limit } 以前召开
    .help = 中间开过会的，补上那次会议的记录；按半年度、年度计算没有超过的，用 explain 说明
mtg-09-next = { $before } 以后再没有开过会，已超过 { $months } 个月
    .label = 下一次应当在 { $limit } 以前召开
    .help = 开过会的，补上记录；还没有开的，安排会议，并可用 explain 说明原因
mtg-10-residents = 居民代表 { $part } 人，占代表会议组成人员 { $total } 人的 { $share }%，少于 { $need }
    .label = 至少要 { $least } 人
    .help = 核对代表名册；数字没有错的，推选时补足，并用 explain 说明打算
mtg-10-women = 妇女代表 { $part } 人，占代表 { $total } 人的 { $share }%，少于 { $need }
    .label = 至少要 { $least } 人
    .help = 核对代表名册；数字没有错的，推选时补足，并用 explain 说明打算
mtg-10-total-here = 总数
mtg-11-reason = { $state ->
        [moved] 会议改期
       *[cancelled] 会议取消
    }，没有写原因
    .label = 缺少 reason（原因）
    .help = 写上 reason，让白跑一趟的居民知道为什么
mtg-11-no-old-time = 会议改期，只写了一个时间 { $start }
    .label = 分不清是原定时间还是新的时间
    .help = start 写新的时间，moved_from 写原定的时间；新的时间还没有定的，写 state: cancelled 和 reason
mtg-11-same-time = 会议改期，新的时间和原定时间一样，都是 { $start }
    .label = 应当写新的时间
    .help = start 写新的时间，moved_from 写原定的时间
mtg-11-old-here = 原定时间
mtg-12-overlap = 会议和 { $other } 同时用 { $room }，{ $first } 起{ $count ->
        [1] {""}
       *[other] ，共 { $count } 天
    }
    .label = 这个时间地点已经占用
    .help = 换一个时间或地点；取消了的，改它的会议状态或活动状态；能同时用的，把房间分开登记

## 活动
act-03-except = 除外日期 { $date }（{ $weekday }）本来就不在重复规律里
    .label = 这一天没有活动
    .help = { $near ->
        [none] 核对日期，或删去这一项
       *[other] 离它最近的一次是 { $near }，核对日期；多余的就删去
    }
act-03-session = { $date }（{ $weekday }）没有这次活动，写的变动不会显示
    .label = 这一天没有活动
    .help = { $near ->
        [none] 核对日期；另外加办的，写进 repeat.extra
       *[other] 离它最近的一次是 { $near }，核对日期；另外加办的，写进 repeat.extra
    }
act-04-overlap = 和 { $other } 同时用 { $room }，{ $first } 起{ $count ->
        [1] {""}
       *[other] ，共 { $count } 天
    }
    .label = 这个时间地点已经占用
    .help = 错开时间或换一个地点；取消了的，写 state: cancelled；能同时用的，把房间分开登记
act-05-holiday = 有 { $count } 次落在法定节假日，最早是 { $first }，没有写节假日办不办
    .label = 没有写 skip_holidays
    .help = 节假日停办，写 skip_holidays: true；照常举办，写 skip_holidays: false
act-05-makeup = 有 { $count } 个调休上班日学校上课，最早是 { $first }（{ $weekday }），课程没有写办不办
    .label = 没有写 follow_makeup_days
    .help = 跟着学校上课，写 follow_makeup_days: true；不办，写 follow_makeup_days: false
act-05-no-table = 办到 { $until }，{ $year } 年的放假安排还没有公布，那以后的日期没有去掉节假日
    .label = { $year } 年起按没有节假日列出
    .help = 国务院办公厅公布放假安排后更新 linli，再核对日期
act-07-closed = { $first }（{ $weekday }）{ $room } 不开放{ $count ->
        [1] {""}
       *[other] ，前后几个月共有 { $count } 次
    }
    .label = 不在开放时间内
    .help = 核对活动时间和场所的开放时间（hours）；专门为活动开门的，用 explain 说明
act-08-gap = { $first }没有人值班{ $count ->
        [1] {""}
       *[other] ，一周共有 { $count } 天没有人
    }
    .label = 值班表有空缺
    .help = 补上这些天的队伍；这些天不值班的，从 repeat.on 里去掉
act-08-twice = 同一支队伍同时排在“{ $first }”和“{ $second }”两个班次
    .label = 这支队伍同一时间已经有班
    .help = 换一支队伍，或写明各自的起止时间（time）
act-08-twice-first = 另一个班次
act-09-consent = 值班表写了 { $count } 个人的姓名，没有写本人同意，网站不会显示
    .label = 没有 consent: true
    .help = 本人同意公开的，写 consent: true；否则删去姓名，只写队伍和人数
act-09-minors = 未成年人参加的班次写了 { $count } 个姓名，未成年人的姓名不能公开
    .label = 删去姓名
    .help = 只写队伍和人数（people）；值班表上都是成年人的，改写活动对象（audience）和年龄
act-11-fee = 收费 { $fee } 元，而 { $room } 写明“{ $service }”免费
    .label = 与免费的服务不一致
    .help = 核对收费；只收材料费等的，用 explain 写明收的是什么

## 公告
not-01-about = 公示没有写所公示的记录
    .label = 缺少 about（事由）
    .help = 写上 about，例如 about: [revenue/2026-q1]，读者才能看到公示的内容
not-01-objection = 公示没有写到哪一天为止、向谁提意见
    .label = 缺少 objection（异议）
    .help = 写 objection: {"{"} until: 截止日期, contact: 受理单位 {"}"}
not-01-contact = 公示没有写向谁提意见
    .label = 缺少 contact（受理）
    .help = 写上受理异议的组织，例如 contact: organizations/committee
not-02-short = { $published } 公布，{ $until } 截止，异议期只有 { $given } 天，应当有 { $days } 天
    .label = 应当到 { $last }
    .help = 公布当天不计入，从第二天算起；延长截止日期，或用 explain 写明依据
not-02-day-off = { $published } 公布，异议期 { $days } 天的最后一天是休息日，应当顺延到 { $last }，写的是 { $until }
    .label = 应当到 { $last }
    .help = 最后一天是法定休假日的，以休假结束的次日为最后一天；延长截止日期
not-02-published-here = 公布日期
not-03-outcome = 异议期 { $until } 已经结束，没有写结果
    .label = 已经截止
    .help = 写上收到几件（received），没有收到写 received: 0；收到的，写 upheld、reply 和 replied
not-03-reply = 异议期 { $until } 已经结束，收到 { $received } 件异议，没有公开答复
    .label = 还没有答复
    .help = 写上答复（reply）和答复日期（replied）；不写提意见的人是谁
not-05-no-text = 紧急通知只有附件（{ $count } 个），没有文字
    .label = 内容只在附件里
    .help = 把时间、地点、怎么办写成正文；读屏软件读不出图片，手机也不一定打得开文件

## 组织
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

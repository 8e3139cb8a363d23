### 活动的规则

## ACT-01

act-01-both = 重复规律同时写了截止日期（until）和次数（count）
    .label = 两样只能写一样
    .help = 按日期结束就删去 count，按次数结束就删去 until
act-01-both-other = 截止日期写在这里
act-01-end = 结束时间 { $end } 不晚于开始时间 { $start }
    .label = 应当晚于开始时间
    .help = 核对日期和钟点；活动跨到第二天的，结束时间要写第二天的日期
act-01-end-begin = 开始时间
act-01-until = 截止日期 { $until } 早于第一次活动的日期 { $start }
    .label = 应当不早于 { $start }
    .help = 核对年份，或改正第一次活动的日期
act-01-until-begin = 第一次活动

## ACT-02

act-02-start = 第一次活动 { $date }（{ $weekday }）不在自己的重复规律里
    .label = 这一天不符合规律
    .help = 把 start 改成规律中的第一天，或在 repeat.on 里补上这一天{ $on ->
        [nothing] {""}
       *[other] ；现在写的是：{ $on }
    }
act-02-start-rule = 重复规律从这里起

## ACT-03

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

## ACT-04

act-04-overlap = 和 { $other } 同时用 { $room }，{ $first } 起{ $count ->
        [1] {""}
       *[other] ，共 { $count } 天
    }
    .label = 这个时间地点已经占用
    .help = 错开时间或换一个地点；取消了的，写 state: cancelled；能同时用的，把房间分开登记

## ACT-05

act-05-holiday = 有 { $count } 次落在法定节假日，最早是 { $first }，没有写节假日办不办
    .label = 没有写 skip_holidays
    .help = 节假日停办，写 skip_holidays: true；照常举办，写 skip_holidays: false
act-05-makeup = 有 { $count } 个调休上班日学校上课，最早是 { $first }（{ $weekday }），课程没有写办不办
    .label = 没有写 follow_makeup_days
    .help = 跟着学校上课，写 follow_makeup_days: true；不办，写 follow_makeup_days: false
act-05-no-table = 办到 { $until }，{ $year } 年的放假安排还没有公布，那以后的日期没有去掉节假日
    .label = { $year } 年起按没有节假日列出
    .help = 国务院办公厅公布放假安排后更新 linli，再核对日期

## ACT-06

act-06-ages = 最小年龄 { $min } 大于最大年龄 { $max }
    .label = 应当不大于 { $max }
    .help = 核对两个年龄，可能是写反了
act-06-ages-oldest = 最大年龄
act-06-enrolled = 已报名 { $enrolled } 人，超过名额 { $capacity } 人
    .label = 多出 { $difference } 人
    .help = 核对报名人数；确实加了名额的，请改 capacity
act-06-enrolled-places = 名额

## ACT-07

act-07-closed = { $first }（{ $weekday }）{ $room } 不开放{ $count ->
        [1] {""}
       *[other] ，前后几个月共有 { $count } 次
    }
    .label = 不在开放时间内
    .help = 核对活动时间和场所的开放时间（hours）；专门为活动开门的，用 explain 说明

## ACT-08

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

## ACT-09

act-09-consent = 值班表写了 { $count } 个人的姓名，没有写本人同意，网站不会显示
    .label = 没有 consent: true
    .help = 本人同意公开的，写 consent: true；否则删去姓名，只写队伍和人数
act-09-minors = 未成年人参加的班次写了 { $count } 个姓名，未成年人的姓名不能公开
    .label = 删去姓名
    .help = 只写队伍和人数（people）；值班表上都是成年人的，改写活动对象（audience）和年龄

## ACT-11

act-11-fee = 收费 { $fee } 元，而 { $room } 写明“{ $service }”免费
    .label = 与免费的服务不一致
    .help = 核对收费；只收材料费等的，用 explain 写明收的是什么

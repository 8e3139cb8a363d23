### 会议的规则

## MTG-01

mtg-01-end = 会议结束时间 { $end } 不晚于开始时间 { $start }
    .label = 应晚于开始时间
    .help = 核对 start 和 end；跨过零点的会议，结束时间要写第二天的日期
mtg-01-start-here = 开始时间
mtg-01-present = 实到 { $present } 人，比应到 { $eligible } 人多 { $difference } 人
    .label = 不能多于应到人数
    .help = 应到（eligible）是有权参加的人数，实到（present）含委托参加的人数，核对签到表
mtg-01-eligible-here = 应到
mtg-01-proxy = 委托参加 { $by_proxy } 人，多于实到 { $present } 人
    .label = 不能多于实到人数
    .help = 实到（present）已经包含委托参加的人数（by_proxy）
mtg-01-present-here = 实到
mtg-01-area = 参加面积 { $present } 平方米，比总面积 { $eligible } 平方米多 { $difference } 平方米
    .label = 不能大于总面积
    .help = 总面积（eligible_area）是全体业主的专有部分面积，核对面积清册
mtg-01-representatives = 写了 { $part } 人，比组成人员总数 { $total } 人多 { $difference } 人
    .label = 不能多于总数
    .help = 核对代表名册；total 是代表会议组成人员的总数，residents 和 women 是其中的人数

## MTG-02

mtg-02-over = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum }，比实到 { $present } 多 { $difference }
    .label = 各项相加是 { $sum }
    .help = 票数相加不能多于实到人数（attendance.present），核对计票单
mtg-02-ballots = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum }，比参加表决的 { $present } 少 { $difference }
    .label = 各项相加是 { $sum }
    .help = 书面、线上和混合表决时，交回的每张票都要计入同意、反对、弃权或无效，相加等于“实到”。候选人选举、几个方案选一个的，不写“表决”，写“选票”：选票: { "{" } 选项: [{ "{" } 编号: c1, 标题: 甲方案, 票数: 610 { "}" }, …], 收回: 860 { "}" }
mtg-02-area-over = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum } 平方米，比参加面积 { $present } 平方米多 { $difference } 平方米
    .label = 各项相加是 { $sum } 平方米
    .help = 面积相加不能大于参加面积（attendance.present_area），核对计票单
mtg-02-area-ballots = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum } 平方米，比参加面积 { $present } 平方米少 { $difference } 平方米
    .label = 各项相加是 { $sum } 平方米
    .help = 书面、线上和混合表决时，交回的每张票的面积都要计入，相加等于 attendance.present_area
mtg-02-returned = 收回选票 { $returned } 张，与实到 { $present } 不相等
    .label = 应与实到相等
    .help = 收回的选票就是参加表决的人数，核对计票单
mtg-02-ballot-over = 各选项票数相加是 { $sum }，比能有的 { $most } 多 { $difference }
    .label = 投了票的有效选票 { $marked } 张，每张最多选 { $choose } 项
    .help = 核对各选项的票数、收回的选票和“每票可选”
mtg-02-ballot-option-over = 这一项得了 { $votes } 票，投了票的有效选票只有 { $marked } 张
    .label = 多于选票
    .help = 一张选票对一个选项只能投一票，核对计票单
mtg-02-ballot-spoilt = 空白票和无效票共 { $spoilt } 张，收回的选票只有 { $returned } 张
    .label = 多于收回的选票
    .help = 核对计票单
mtg-02-ballot-seats = 当选 { $elected } 人，名额只有 { $seats } 名
    .label = 名额 { $seats } 名
    .help = 核对当选的人和“应选名额”
mtg-04-ballot-order = 得 { $won } 票的当选或选定，得 { $lost } 票的（{ $lost_id }）却未当选
    .label = 票数较少
    .help = 核对票数和结果；按规定就是这样的，用“说明”讲清依据
mtg-02-ballot-returned-here = 收回的选票在这里

## MTG-03

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

## MTG-04

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

## MTG-05

mtg-05-short = 会议通知 { $notified } 张贴，{ $start } 开会，只提前了 { $given } 天，应当提前 { $days } 天
    .label = { $notified } 张贴的，最早 { $earliest } 开会
    .help = 核对两个日期；{ $special ->
        [yes] 因特殊原因临时召集的，写 special: true 并说明原因
       *[no] 确实没有提前足够天数的，用 explain 公开说明
    }
mtg-05-after = 会议通知 { $notified } 张贴，在开会日期 { $start } 之后
    .label = 应当早于开会日期
    .help = 核对两个日期；notified 是通知张贴的日期，不是会议记录公布的日期

## MTG-06

mtg-06-late = 第 { $no } 项议题是公布议程以后临时增加的，却进行了表决
    .label = 临时增加的议题
    .help = 临时增加的议题宜只讨论，留到下次会议表决；议事规则允许当场表决的，用 explain 写明依据

## MTG-07

mtg-07-due = 落实事项“{ $action }”{ $due } 到期，还是待办，也没有转到以后的会议
    .label = 已过期限
    .help = 办完了，写 state: done 和 done_on；不办了，写 state: dropped；继续办，在下次会议的 actions 里写 from: { $from }
mtg-07-due-and-met = 落实事项“{ $action }”{ $due } 到期，还是待办；{ $met } 又开过会（{ $other }），没有接着办
    .label = 已过期限
    .help = 办完了，写 state: done 和 done_on；不办了，写 state: dropped；继续办，在那次会议的 actions 里写 from: { $from }
mtg-07-met = 落实事项“{ $action }”还是待办，也没有期限；{ $met } 又开过会（{ $other }），没有接着办
    .label = 没有下文
    .help = 办完了，写 state: done 和 done_on；不办了，写 state: dropped；继续办，在那次会议的 actions 里写 from: { $from }

## MTG-08

mtg-08-missing = 会议 { $met } 召开，到 { $last }（{ $days } 天）还没有公布纪要
    .label = 缺少 minutes（纪要）
    .help = 公布纪要以后写 minutes: {"{"} state: confirmed, published: 公布日期 {"}"}
mtg-08-unpublished = 会议 { $met } 召开，到 { $last }（{ $days } 天）纪要还没有公布
    .label = 没有公布日期
    .help = 公布以后在 minutes 里写 published；只有草稿的，也可以先公布草稿
mtg-08-late = 纪要 { $published } 公布，会议 { $met } 召开，应当在 { $last }（{ $days } 天）以前公布
    .label = 迟于 { $last }
    .help = 核对日期；确实迟了的，用 explain 说明原因

## MTG-09

mtg-09-gap = 距上一次会议（{ $before }，{ $other }）超过 { $months } 个月
    .label = 应当在 { $limit } 以前召开
    .help = 中间开过会的，补上那次会议的记录；按半年度、年度计算没有超过的，用 explain 说明
mtg-09-next = { $before } 以后再没有开过会，已超过 { $months } 个月
    .label = 下一次应当在 { $limit } 以前召开
    .help = 开过会的，补上记录；还没有开的，安排会议，并可用 explain 说明原因

## MTG-10

mtg-10-residents = 居民代表 { $part } 人，占代表会议组成人员 { $total } 人的 { $share }%，少于 { $need }
    .label = 至少要 { $least } 人
    .help = 核对代表名册；数字没有错的，推选时补足，并用 explain 说明打算
mtg-10-women = 妇女代表 { $part } 人，占代表 { $total } 人的 { $share }%，少于 { $need }
    .label = 至少要 { $least } 人
    .help = 核对代表名册；数字没有错的，推选时补足，并用 explain 说明打算
mtg-10-total-here = 总数

## MTG-11

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

## MTG-12

mtg-12-overlap = 会议和 { $other } 同时用 { $room }，{ $first } 起{ $count ->
        [1] {""}
       *[other] ，共 { $count } 天
    }
    .label = 这个时间地点已经占用
    .help = 换一个时间或地点；取消了的，改它的会议状态或活动状态；能同时用的，把房间分开登记

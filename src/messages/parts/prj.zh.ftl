### 更新改造的规则

## PRJ-01

prj-01-funding = 各项资金承诺合计 { $sum } 元，与预算 { $budget } 元不等
    .label = 相差 { $difference } 元
    .help = 核对预算和每一项 committed；缺口由谁出还没有定的，也写成一项资金
prj-01-funding-sources = 这里的 committed 合计 { $sum } 元
prj-01-received = 资金“{ $id }”到账 { $received } 元，超过承诺的 { $committed } 元
    .label = 多出 { $difference } 元
    .help = 核对金额；承诺确实增加了的，请改 committed 和 budget
prj-01-received-promised = 承诺的金额

## PRJ-02

prj-02-chain = 合同“{ $contract }”的变更“{ $id }”原值写 { $old } 元，此前的合同价是 { $before } 元
    .label = 应当是 { $before }
    .help = 每次价款变更的 old 要等于上一次的 new，第一次等于 original；original 不改
prj-02-chain-source = 此前的合同价
prj-02-incomplete = 合同“{ $contract }”的价款变更“{ $id }”缺原值或新值
    .label = 价款变更要写 old 和 new
    .help = old 写变更前的合同价，new 写变更后的合同价

## PRJ-03

prj-03-over-budget = 合同合计 { $total } 元，超过预算 { $budget } 元
    .label = 超出 { $difference } 元
    .help = 在合同变更里写 reason，或在 completion.reason 里说明超出的原因
prj-03-over-budget-contracts = 这里的合同合计 { $total } 元
prj-03-overpaid = 合同“{ $id }”已付 { $paid } 元，超过合同价 { $current } 元
    .label = 多付 { $difference } 元
    .help = 核对付款金额和所属合同；合同价变更过的，在 changes 里补上
prj-03-overpaid-last = 最后一笔付款

## PRJ-04

prj-04-plan = 方案总价 { $total } 元，比第 { $no } 版的 { $before } 元多 { $difference } 元，超过 { $percent }%，这一版还没有批准
    .label = 比第 { $no } 版多 { $difference } 元
    .help = 重新报批；批准后把这一版写成 state: approved，写明原因
prj-04-budget = 预算 { $total } 元，比批准的第 { $no } 版方案 { $before } 元多 { $difference } 元，超过 { $percent }%
    .label = 比批准的方案多 { $difference } 元
    .help = 加上新批准的一版方案（plan_versions），写明多出的原因
prj-04-before = 原方案

## PRJ-05

prj-05-done-order = 节点“{ $id }”完成于 { $date }，早于前一个节点“{ $before }”的 { $before_date }
    .label = 早于前一个完成的节点
    .help = 核对日期；确实先完成的，把节点按实际先后排列
prj-05-done-order-earlier = 前一个节点的完成日期
prj-05-done-ahead = 完成日期在今天之后
    .label = { $date } 还没有到
    .help = 还没完成就删掉 done；预计的日期写在 forecast
prj-05-planned-order = 节点“{ $id }”计划 { $date }，早于前一个节点“{ $before }”的 { $before_date }
    .label = 早于前一个节点
    .help = 按计划日期从早到晚排列节点，或改正日期
prj-05-planned-order-earlier = 前一个节点的计划日期

## PRJ-06

prj-06-some-weights = 节点“{ $id }”没有写权重
    .label = 这里缺 weight
    .help = { $all } 个节点中有 { $weighted } 个写了权重；要么都写，要么都不写
prj-06-sum = { $count } 个节点的权重合计 { $sum }%，不是 100%
    .label = 加到这里是 { $sum }%
    .help = 调整权重，使合计正好是 100

## PRJ-07

prj-07-apart = { $date } 填报进度 { $stated }%，到这一天完成的节点合计 { $reached }%，相差超过 { $points } 个百分点
    .label = 节点合计 { $reached }%
    .help = 核对填报的进度和节点的 done（完成日期）；节点太粗的，可以分细
prj-07-falls = { $date } 填报进度 { $stated }%，比 { $before_date } 的 { $before }% 低
    .label = 低于前一次的 { $before }%
    .help = 核对数字；返工造成的，用 explain 说明
prj-07-falls-before = 前一次

## PRJ-08

prj-08-delay = 节点“{ $id }”计划 { $planned }，预计 { $forecast }，推迟 { $days } 天，没有写原因
    .label = 比计划晚 { $days } 天
    .help = 在这个节点写 note（备注），说明推迟的原因
prj-08-delay-planned = 计划日期
prj-08-silent = { $from } 以后没有新的进度，施工期间应每 { $days } 天报一次，最迟 { $last }
    .label = 最近一次
    .help = 加一条 progress（进度）；停工的也写明停工的原因
prj-08-never = { $from } 开工，还没有报过进度，施工期间应每 { $days } 天报一次，最迟 { $last }
    .label = 正在施工
    .help = 加一条 progress（进度）：日期、完成的百分比、做了什么

## PRJ-09

prj-09-adopted = 第 { $no } 版方案收到意见 { $received } 条，采纳 { $adopted } 条，多了 { $difference } 条
    .label = 不能多于收到的 { $received } 条
    .help = 核对收到和采纳的条数
prj-09-adopted-received = 收到的意见
prj-09-reason = 第 { $no } 版方案没有写为什么改
    .label = 缺少 reason（原因）
    .help = 写一句修改的原因，例如“居民建议”
prj-09-decision = 第 { $no } 版方案写的是已通过，没有写是谁决定的
    .label = 由谁通过
    .help = 写上 consent（居民同意，如 meetings/x#plan 或同意的户数），或在 related 里写 rel: decision 的记录，或写上同一金额的预算和批准日期

## PRJ-10

prj-10-open = { $date } 发现的问题“{ $id }”没有销号，{ $days } 天内整改应不迟于 { $last }
    .label = 还没有销号
    .help = 整改完成后写 closed（销号日期）和 action（处理）；一时不能完成的，用 explain 说明安排
prj-10-late = { $date } 发现的问题“{ $id }”{ $closed } 才销号，{ $days } 天内整改应不迟于 { $last }
    .label = 应不迟于 { $last }
    .help = 日期写错就改正；确实晚了，用 explain 说明
prj-10-late-found = 发现日期
prj-10-grave = 工程已经完工，{ $date } 发现的严重问题“{ $id }”还没有销号
    .label = 严重，未销号
    .help = 整改后写 closed（销号日期）；没有整改完，不应写成完工
prj-10-grave-stage = 已经完工

## PRJ-11

prj-11-no-contract = 工程已经{ $stage ->
        [implementation] 开工
        [completion] 完工
       *[maintenance] 进入保修
    }，还没有写合同
    .label = 缺少 contracts（合同）
    .help = 加上合同；没有签合同的小工程，用 explain 说明
prj-11-not-accepted = 工程写的是{ $stage ->
        [completion] 完工
       *[maintenance] 保修
    }，没有写验收日期
    .label = 缺少 completion.accepted（验收日期）
    .help = 验收后写上日期；还没有验收的，stage 写 implementation（施工）
prj-11-no-warranty = 工程在保修阶段，没有写保修什么、保修到哪一天
    .label = 缺少 warranty（保修）
    .help = 按合同写上 warranty
prj-11-accepted = 工程在 { $date } 验收，阶段写的还是{ $stage ->
        [identification] 立项
        [preparation] 准备
       *[implementation] 施工
    }
    .label = 已经验收
    .help = 把 stage 改成 completion（完工）或 maintenance（保修）；只验收了一部分的，写成节点
prj-11-accepted-stage = 写的阶段

## PRJ-12

prj-12-short = { money-item }的保修到 { $until }，{ $accepted } 验收，不满 { $least } 年，最少到 { $last }
    .label = 最少到 { $last }
    .help = 核对合同和验收日期；合同约定短于规定的，与施工单位补签，并用 explain 说明
prj-12-seasons = { money-item }的保修到 { $until }，{ $accepted } 验收，不满 { $least } 个采暖期，最少到 { $last }
    .label = 最少到 { $last }
    .help = 采暖期按每年 3 月 15 日结束计；当地不同或只供冷的，用 explain 说明
prj-12-accepted = 验收日期

## PRJ-13

prj-13-started = 计划写已开工 { $stated } 个，所属的 { $projects } 个项目中开工的有 { $counted } 个
    .label = 项目记录是 { $counted } 个
    .help = 核对个数；其余项目没有记录的，补上，或用 explain 说明在哪里查
prj-13-finished = 计划写已完工 { $stated } 个，所属的 { $projects } 个项目中完工的有 { $counted } 个
    .label = 项目记录是 { $counted } 个
    .help = 核对个数和各项目的 stage（阶段）
prj-13-order = 完工 { $finished } 个，多于开工 { $started } 个
    .label = 不能多于开工的个数
    .help = 开工的个数（started）含已经完工的
prj-13-order-started = 已开工

## PRJ-14

prj-14-both = { $org } 是施工单位，又是{ $role ->
        [supervisor] 监理单位
       *[monitor] 居民监督
    }
    .label = 也是施工单位
    .help = 换由与施工单位无关的单位监督；写错了就改正
prj-14-both-builder = 施工单位

## PRJ-15

prj-15-no-decision = 标题写的是“{ $words }”，没有写业主的决定
    .label = 涉及共有部分
    .help = 改建、重建或改变共有部分用途，可能适用所列条文：写上 consent（如 meetings/x#plan）；不涉及的，用 explain 说明
prj-15-not-adopted = “{ $title }”（{ $decision }）{ $outcome ->
        [rejected] 没有通过
        [deferred] 暂缓，还没有决定
        [noted] 只是知悉，没有决定
       *[none] 没有写结果
    }，不能当作居民同意
    .label = 这项决定没有通过
    .help = 另有通过的决定，写那一项；工程因此不做的，把“阶段”写成“取消”
prj-15-other-matter = “{ $title }”（{ $decision }）{ $adopted ->
        [no] 没有通过
       *[yes] 不是改建重建或改变共有部分用途的决定
    }
    .label = 应是业主对这项改造的决定
    .help = 写上业主同意改建重建（own_rebuild）或改变共有部分用途（own_common_use）的议题；不适用的，用 explain 说明

### 收支、改造的规则

## 收支
money-category = { $cat ->
         [parking] 停车
         [advertising] 广告
         [site_rent] 场地
         [telecom] 通信设施
         [charging] 充电
         [room_rent] 共有用房
         [interest] 利息
         [compensation] 赔偿补偿
         [grant] 拨款
         [donation] 捐赠
         [fee] 收费
         [repair] 维修
         [fund_topup] 补充维修资金
         [committee] 业委会经费
         [audit] 审计
         [activity] 活动
         [incentive] 激励
         [cost] 合理成本
         [tax] 税费
         [food] 食材
        *[other] 其他
    }
rev-05-outside = “{ $item }”发生在 { $date }，不在 { $from } 至 { $to } 这一期内
    .label = 不在本期内
    .help = 核对日期；确实属于别的期间的，记到那一期，已经公布的在那一期写 corrections（更正）
rev-05-outside-period = 本期
rev-06-late = 账期 { $to } 结束，{ $days } 天内公布应不迟于 { $last }，实际公布是 { $published }，晚了 { $late } 天
    .label = 应不迟于 { $last }
    .help = 日期写错就改正；确实晚了，用 explain 说明原因，说明会显示在页面上
rev-06-late-end = 账期结束
rev-06-next = { $from } 至 { $to } 这一期的收支应不迟于 { $last } 公布
    .label = 这是最近一期
    .help = 公布下一期；这笔资金已经结清的，用 explain 说明
rev-07-long = { $from } 至 { $to } 这一期超过了 { $months } 个月，{ $fund ->
        [maintenance_fund] 专项维修资金
       *[public_revenue] 公共收益
    }每期最长到 { $last }
    .label = 最长到 { $last }
    .help = 按规定的周期分期公布；当地另有规定的，在法规集里改期数
rev-08-no-basis = “{ $item }”收入 { $amount } 元，没有写合同，也没有写业主共同决定
    .label = 用的是共有部分
    .help = 写上 contract（合同）或 decision（同意的会议议题，如 meetings/x#ads）；是否须经业主共同决定，见所列条文
rev-08-other-matter = “{ $title }”（{ $decision }）{ $adopted ->
        [no] 没有通过
       *[yes] 不是改变共有部分用途或利用共有部分经营的决定
    }，这笔收入又没有写合同
    .label = 这项决定管不到这笔收入
    .help = 写上同意利用共有部分经营的议题（matter: own_common_use），或写上 contract（合同）
rev-09-no-decision = “{ $item }”支出 { $amount } 元，超过 { $limit } 元，没有写是哪次会议同意的
    .label = 超过 { $limit } 元
    .help = 写上 decision（如 meetings/x#repair）；管理规约另有限额的，在法规集里改
rev-10-share = 本期公共收益 { $proceeds } 元（收入 { $income } − 合理成本和税费 { $cost }），补充维修资金 { $given } 元，{ $over ->
        [yes] 没有超过
       *[no] 不到
    } { $share }
    .label = 补充维修资金 { $given } 元
    .help = 补足差额，或用 explain 说明业主大会另有的决定
rev-11-no-chain = 本期补充维修资金 { $amount } 元，本站没有同一范围的维修资金账，到账情况看不到
    .label = 对方账没有公布
    .help = 维修资金由本社区公布的，加上它的收支（fund: maintenance_fund）；由别处公布的，在正文里写明在哪里查
rev-11-not-arrived = 补充维修资金 { $amount } 元，维修资金账的同一期和下一期里没有这笔收入
    .label = 没有找到对应的收入
    .help = 核对两边的金额；分几笔转的，两边按同样的笔数写
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
rev-13-same = 制表和审核是同一个人：{ $who }
    .label = 与制表人相同
    .help = 由制表人以外的人审核，最好是监督委员会或监督小组的成员
rev-13-same-prepared = 制表人
rev-13-no-supervision = 制表和审核的人都不在监督委员会或监督小组
    .label = 不属于监督组织
    .help = 请监督委员会或监督小组的成员审核，写上其职务；由其他人监督的，用 explain 说明
rev-14-missing = { $year } 年的公共收益已全年公布，没有 { $year } 年结束后的审计
    .label = { $year } 年到此结束
    .help = 在公布审计结果的那一期写上 audit（审计单位、日期、意见）；业主大会决定不审计的，用 explain 说明
rev-14-short = 审计结果从 { $from } 公示到 { $to }，不满 { $days } 天
    .label = 应到 { $last }
    .help = 延长公示到 { $last } 或以后
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
rev-16-silent = { $from } 至 { $to } 没有收支，也没有用文字说明
    .label = 全期是零
    .help = 在 note（备注）或正文里写一句，例如“本期没有收入，也没有支出”
rev-17-digits = 账号写了 { $digits } 位数字，只能写末 { $shown } 位
    .label = 只留末 { $shown } 位
    .help = 改成 last4: "0000" 这样的四位，开户行里不写账号；这个文件已经公开过的，还要从历史版本里去掉

## 改造
prj-04-plan = 方案总价 { $total } 元，比第 { $no } 版的 { $before } 元多 { $difference } 元，超过 { $percent }%，这一版还没有批准
    .label = 比第 { $no } 版多 { $difference } 元
    .help = 重新报批；批准后把这一版写成 state: approved，写明原因
prj-04-budget = 预算 { $total } 元，比批准的第 { $no } 版方案 { $before } 元多 { $difference } 元，超过 { $percent }%
    .label = 比批准的方案多 { $difference } 元
    .help = 加上新批准的一版方案（plan_versions），写明多出的原因
prj-04-before = 原方案
prj-07-apart = { $date } 填报进度 { $stated }%，到这一天完成的节点合计 { $reached }%，相差超过 { $points } 个百分点
    .label = 节点合计 { $reached }%
    .help = 核对填报的进度和节点的 done（完成日期）；节点太粗的，可以分细
prj-07-falls = { $date } 填报进度 { $stated }%，比 { $before_date } 的 { $before }% 低
    .label = 低于前一次的 { $before }%
    .help = 核对数字；返工造成的，用 explain 说明
prj-07-falls-before = 前一次
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
money-item = { $item ->
         [roof] 屋面防水
         [pipes] 管道
         [electric] 电气线路
         [fit_out] 装修
         [heating] 供热供冷
        *[other] 这一项
    }
prj-12-short = { money-item }的保修到 { $until }，{ $accepted } 验收，不满 { $least } 年，最少到 { $last }
    .label = 最少到 { $last }
    .help = 核对合同和验收日期；合同约定短于规定的，与施工单位补签，并用 explain 说明
prj-12-seasons = { money-item }的保修到 { $until }，{ $accepted } 验收，不满 { $least } 个采暖期，最少到 { $last }
    .label = 最少到 { $last }
    .help = 采暖期按每年 3 月 15 日结束计；当地不同或只供冷的，用 explain 说明
prj-12-accepted = 验收日期
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
prj-14-both = { $org } 是施工单位，又是{ $role ->
        [supervisor] 监理单位
       *[monitor] 居民监督
    }
    .label = 也是施工单位
    .help = 换由与施工单位无关的单位监督；写错了就改正
prj-14-both-builder = 施工单位
prj-15-no-decision = 标题写的是“{ $words }”，没有写业主的决定
    .label = 涉及共有部分
    .help = 改建、重建或改变共有部分用途，可能适用所列条文：写上 consent（如 meetings/x#plan）；不涉及的，用 explain 说明
prj-15-other-matter = “{ $title }”（{ $decision }）{ $adopted ->
        [no] 没有通过
       *[yes] 不是改建重建或改变共有部分用途的决定
    }
    .label = 应是业主对这项改造的决定
    .help = 写上业主同意改建重建（own_rebuild）或改变共有部分用途（own_common_use）的议题；不适用的，用 explain 说明

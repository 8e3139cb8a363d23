# 更新改造、活动、组织、场所

kinds-b-weekday-mon = 星期一
kinds-b-weekday-tue = 星期二
kinds-b-weekday-wed = 星期三
kinds-b-weekday-thu = 星期四
kinds-b-weekday-fri = 星期五
kinds-b-weekday-sat = 星期六
kinds-b-weekday-sun = 星期日

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

act-02-start = 第一次活动 { $date }（{ $weekday }）不在自己的重复规律里
    .label = 这一天不符合规律
    .help = 把 start 改成规律中的第一天，或在 repeat.on 里补上这一天{ $on ->
        [nothing] {""}
       *[other] ；现在写的是：{ $on }
    }
act-02-start-rule = 重复规律从这里起

act-06-ages = 最小年龄 { $min } 大于最大年龄 { $max }
    .label = 应当不大于 { $max }
    .help = 核对两个年龄，可能是写反了
act-06-ages-oldest = 最大年龄

act-06-enrolled = 已报名 { $enrolled } 人，超过名额 { $capacity } 人
    .label = 多出 { $difference } 人
    .help = 核对报名人数；确实加了名额的，请改 capacity
act-06-enrolled-places = 名额

com-02-no-contract = 没有编号为“{ $id }”的合同
    .label = 这份合同不在 contracts 里
    .help = { $count ->
        [0] 先把合同写进 contracts，再登记付款
       *[other] 已有的合同编号：{ $known }
    }

com-02-no-milestone = 没有编号为“{ $id }”的节点
    .label = 这个节点不在 milestones 里
    .help = { $count ->
        [0] 先把节点写进 milestones，或删去这一项
       *[other] 已有的节点编号：{ $known }
    }

com-03-count = 次数（count）不能是 0
    .label = 至少写 1
    .help = 不再举办的，把 state 写成 cancelled，或删去 repeat

com-03-interval = 间隔 { $interval } 不在 1 到 { $limit } 之间
    .label = 应当是 1 到 { $limit } 的整数
    .help = 每周一次写 1，隔周一次写 2

degrees-unreadable = 看不懂这个坐标：{ $text }
    .label = 应当是 -{ $limit } 到 { $limit } 之间的度数
    .help = 写成小数，例如 22.0075；使用 WGS-84 坐标

org-01-check = 统一社会信用代码“{ $text }”的校验码不对
    .label = 按前 17 位推算，末位应当是 { $right }，写的是 { $last }
    .help = 对照登记证书逐位核对，注意 0 和 O、1 和 I

org-01-shape = 统一社会信用代码“{ $text }”的形式不对
    .label = 应当是 18 位数字和大写字母，不含 I、O、S、V、Z；这里有 { $count } 位
    .help = 对照登记证书抄写，中间不加空格和横线

prj-01-funding = 各项资金承诺合计 { $sum } 元，与预算 { $budget } 元不等
    .label = 相差 { $difference } 元
    .help = 核对预算和每一项 committed；缺口由谁出还没有定的，也写成一项资金
prj-01-funding-sources = 这里的 committed 合计 { $sum } 元

prj-01-received = 资金“{ $id }”到账 { $received } 元，超过承诺的 { $committed } 元
    .label = 多出 { $difference } 元
    .help = 核对金额；承诺确实增加了的，请改 committed 和 budget
prj-01-received-promised = 承诺的金额

prj-02-chain = 合同“{ $contract }”的变更“{ $id }”原值写 { $old } 元，此前的合同价是 { $before } 元
    .label = 应当是 { $before }
    .help = 每次价款变更的 old 要等于上一次的 new，第一次等于 original；original 不改
prj-02-chain-source = 此前的合同价

prj-02-incomplete = 合同“{ $contract }”的价款变更“{ $id }”缺原值或新值
    .label = 价款变更要写 old 和 new
    .help = old 写变更前的合同价，new 写变更后的合同价

prj-03-over-budget = 合同合计 { $total } 元，超过预算 { $budget } 元
    .label = 超出 { $difference } 元
    .help = 在合同变更里写 reason，或在 completion.reason 里说明超出的原因
prj-03-over-budget-contracts = 这里的合同合计 { $total } 元

prj-03-overpaid = 合同“{ $id }”已付 { $paid } 元，超过合同价 { $current } 元
    .label = 多付 { $difference } 元
    .help = 核对付款金额和所属合同；合同价变更过的，在 changes 里补上
prj-03-overpaid-last = 最后一笔付款

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

prj-06-some-weights = 节点“{ $id }”没有写权重
    .label = 这里缺 weight
    .help = { $all } 个节点中有 { $weighted } 个写了权重；要么都写，要么都不写

prj-06-sum = { $count } 个节点的权重合计 { $sum }%，不是 100%
    .label = 加到这里是 { $sum }%
    .help = 调整权重，使合计正好是 100

slot-unreadable = 看不懂这个班次：{ $text }
    .label = 应当是星期几或日期
    .help = 例如 mon、周一或 2026-03-12

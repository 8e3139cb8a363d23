### 会议、收支、公告

## 会议
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
mtg-02-over = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum }，比实到 { $present } 多 { $difference }
    .label = 各项相加是 { $sum }
    .help = 票数相加不能多于实到人数（attendance.present），核对计票单
mtg-02-ballots = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum }，比参加表决的 { $present } 少 { $difference }
    .label = 各项相加是 { $sum }
    .help = 书面、线上和混合表决时，交回的每张票都要计入同意、反对、弃权或无效，相加等于 attendance.present
mtg-02-area-over = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum } 平方米，比参加面积 { $present } 平方米多 { $difference } 平方米
    .label = 各项相加是 { $sum } 平方米
    .help = 面积相加不能大于参加面积（attendance.present_area），核对计票单
mtg-02-area-ballots = 同意 { $for } + 反对 { $against } + 弃权 { $abstain } + 无效 { $invalid } = { $sum } 平方米，比参加面积 { $present } 平方米少 { $difference } 平方米
    .label = 各项相加是 { $sum } 平方米
    .help = 书面、线上和混合表决时，交回的每张票的面积都要计入，相加等于 attendance.present_area
com-03-meeting-outcome = 会议已召开，第 { $no } 项议题还没有结果
    .label = 缺少 outcome（结果）
    .help = 填写 noted（知悉）、agreed（商定）、adopted（通过）、rejected（未通过）或 deferred（暂缓）
com-03-meeting-matter = 第 { $no } 项议题有票数，没有写表决的是哪一类事项
    .label = 缺少 matter（事项）
    .help = 写上 matter，页面才能说明需要多大比例参加和同意；议事会、联席会议写 advisory

## 收支
rev-01-balance = 账不平：期初 { $opening } + 收入 { $income } − 支出 { $expense } = { $computed }，期末写的是 { $closing }，{ $way ->
        [more] 多
       *[less] 少
    }了 { $difference }
    .label = 按明细应为 { $computed }
    .help = 先看有没有漏记、重记或收支写反的一笔，再核对期初和期末
rev-01-opening-here = 期初
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
com-03-category-side = { $dir ->
        [income] “{ $cat }”是支出的类别，这一笔写的是收入
       *[expense] “{ $cat }”是收入的类别，这一笔写的是支出
    }
    .label = 收支和类别不一致
    .help = 核对 dir（收支）和 cat（类别）；找不到合适的类别，写 other（其他）

## 公告
com-03-effect-order = 影响的结束时间 { $to } 早于开始时间 { $from }
    .label = 应晚于开始时间
    .help = 核对 from 和 to
com-03-effect-from-here = 开始时间

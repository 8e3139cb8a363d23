"""The phrases of `corpus`: (Chinese, English) pairs, their placeholders filled there. People are fictional."""

UI = {
    "site": ("社区信息公开", "Community Transparency Portal"),
    "meetings": ("会议纪要", "Meeting minutes"),
    "revenue": ("公共收益", "Revenue disclosure"),
    "renovation": ("改造进度", "Renovation progress"),
    "activities": ("活动安排", "Activity schedule"),
    "home": ("首页", "Home"), "toc": ("目录", "Contents"), "prev": ("上一篇", "Previous"),
    "next": ("下一篇", "Next"), "tags": ("标签", "Tags"), "categories": ("小区", "Communities"),
    "date": ("日期", "Date"), "no": ("编号", "Record no."), "switch": ("English", "中文"),
    "newer": ("较新", "Newer"), "older": ("较早", "Older"), "pageof": ("页", "page"),
    "footer": ("本网站由业主委员会维护，内容以公示原件为准。",
               "Maintained by the owners' committee. The posted originals prevail."),
}

CATEGORIES = [
    ("春晖花园", "Chunhui Garden"), ("梧桐里", "Wutong Lane"), ("临江苑", "Riverside Court"),
    ("东篱小区", "Dongli Estate"), ("翠竹新村", "Bamboo New Village"), ("和平公寓", "Peace Apartments"),
    ("银杏苑", "Ginkgo Court"), ("南山花园", "South Hill Garden"), ("文昌里", "Wenchang Lane"),
    ("望湖家园", "Lakeview Homes"), ("桂花坊", "Osmanthus Close"), ("北辰小区", "Beichen Estate"),
]

TAGS = [
    ("电梯", "elevator"), ("停车", "parking"), ("绿化", "greenery"), ("消防", "fire safety"),
    ("物业费", "property fee"), ("维修基金", "repair fund"), ("广告收益", "advertising income"),
    ("垃圾分类", "waste sorting"), ("外墙", "facade"), ("屋面防水", "roof waterproofing"),
    ("加装电梯", "new elevator"), ("充电桩", "EV charging"), ("门禁", "access control"),
    ("监控", "cameras"), ("供水", "water supply"), ("供暖", "heating"), ("燃气", "gas"),
    ("排水", "drainage"), ("噪音", "noise"), ("宠物", "pets"), ("快递柜", "parcel lockers"),
    ("儿童", "children"), ("老年人", "seniors"), ("志愿者", "volunteers"), ("义诊", "clinic day"),
    ("读书会", "reading club"), ("运动会", "sports day"), ("节日", "festival"), ("讲座", "lecture"),
    ("培训", "training"), ("招标", "tender"), ("合同", "contract"), ("审计", "audit"),
    ("选举", "election"), ("投票", "vote"), ("公示", "public notice"), ("预算", "budget"),
    ("决算", "final accounts"), ("租赁", "leasing"), ("场地", "venue"), ("保洁", "cleaning"),
    ("保安", "security"), ("照明", "lighting"), ("道路", "roads"), ("海绵城市", "sponge city"),
    ("无障碍", "accessibility"), ("电动车", "e-bikes"), ("应急", "emergency"),
]

PEOPLE = [
    ("王建国", "Wang Jianguo"), ("李秀英", "Li Xiuying"), ("张伟", "Zhang Wei"), ("刘芳", "Liu Fang"),
    ("陈志强", "Chen Zhiqiang"), ("杨丽华", "Yang Lihua"), ("赵国栋", "Zhao Guodong"), ("黄晓梅", "Huang Xiaomei"),
    ("周文斌", "Zhou Wenbin"), ("吴美玲", "Wu Meiling"), ("徐海涛", "Xu Haitao"), ("孙玉兰", "Sun Yulan"),
    ("马超群", "Ma Chaoqun"), ("朱明远", "Zhu Mingyuan"), ("胡静怡", "Hu Jingyi"), ("郭庆丰", "Guo Qingfeng"),
    ("何慧敏", "He Huimin"), ("高志远", "Gao Zhiyuan"), ("林淑贞", "Lin Shuzhen"), ("罗永康", "Luo Yongkang"),
    ("郑雅文", "Zheng Yawen"), ("梁宏达", "Liang Hongda"), ("谢春燕", "Xie Chunyan"), ("宋立新", "Song Lixin"),
    ("唐桂芳", "Tang Guifang"), ("许世杰", "Xu Shijie"), ("韩雪梅", "Han Xuemei"), ("冯德胜", "Feng Desheng"),
]

ROLES = [
    ("业委会主任", "Committee chair"), ("业委会委员", "Committee member"), ("楼长", "Building lead"),
    ("业主代表", "Owners' delegate"), ("物业经理", "Property manager"), ("社区干部", "Community officer"),
    ("监理工程师", "Site supervisor"), ("财务", "Treasurer"), ("志愿者", "Volunteer"), ("列席居民", "Resident observer"),
]

CITIES = [
    ("社区活动中心二楼会议室", "Community centre, meeting room 2"), ("物业服务中心", "Property service centre"),
    ("党群服务站", "Neighbourhood service station"), ("中心广场", "Central square"),
    ("老年活动室", "Seniors' room"), ("东门广场", "East gate plaza"), ("图书角", "Reading corner"),
    ("地下车库入口", "Underground car park entrance"),
]

KIND_TEXT = {
    "meetings": {
        "titles": [("{cat}{y}年第{no}次业主委员会会议纪要", "{cat}: owners' committee minutes no. {no}, {y}"),
                   ("{cat}{y}年{m}月业主代表大会纪要", "{cat}: owners' assembly minutes, {y}-{en_m}"),
                   ("{cat}物业服务质量专题会议（第{no}次）", "{cat}: meeting on property service quality (no. {no})")],
        "desc": ("{cat}{y}年{m}月会议的议题、表决与待办事项，含参会名单。",
                 "Agenda, votes and action items of the {y} meeting of {cat}, with attendance."),
    },
    "revenue": {
        "titles": [("{cat}{y}年{m}月公共收益收支公示", "{cat}: public revenue and expenses, {y}-{en_m}"),
                   ("{cat}{y}年公共收益明细（第{no}期）", "{cat}: itemised public revenue {y} (issue {no})")],
        "desc": ("{cat}{y}年{m}月公共收益的收入、支出与结余明细。",
                 "Itemised income, expenses and balance of {cat} for {y}."),
    },
    "renovation": {
        "titles": [("{cat}老旧小区改造进度通报（第{no}期）", "{cat}: renovation progress report no. {no}"),
                   ("{cat}{y}年{m}月施工进展与问题记录", "{cat}: works progress and problem log, {y}-{en_m}")],
        "desc": ("{cat}改造工程的里程碑、问题记录与下一步安排。",
                 "Milestones, problem log and next steps of the works at {cat}."),
    },
    "activities": {
        "titles": [("{cat}{m}月社区活动安排（第{no}期）", "{cat}: activity schedule no. {no}"),
                   ("{cat}{y}年邻里节活动通知", "{cat}: neighbours' festival {y}"),
                   ("{cat}便民服务日安排（{y}年{m}月）", "{cat}: service day schedule, {y}-{en_m}")],
        "desc": ("{cat}活动的时间、地点、报名方式与志愿者分工。",
                 "Times, places, sign-up and volunteers of the activities at {cat}."),
    },
}

AGENDA = [
    ("审议电梯大修方案", "Elevator overhaul plan"), ("公共收益使用计划", "Use of public revenue"),
    ("地下车库充电桩布点", "Charging points in the car park"), ("续聘物业服务企业", "Renewing the property manager"),
    ("外墙脱落应急维修", "Emergency facade repair"), ("绿化补种与养护", "Replanting and upkeep of greenery"),
    ("门禁系统升级", "Access control upgrade"), ("垃圾分类投放点调整", "Moving the waste sorting points"),
    ("访客停车收费标准", "Visitor parking charges"), ("消防通道清理", "Clearing fire lanes"),
    ("快递柜场地租赁", "Leasing space for parcel lockers"), ("夜间照明改造", "Night lighting works"),
]

SENT = {
    "meetings": [
        ("{who}通报了上次会议决议的执行情况，{n} 项任务中已完成 {m} 项。",
         "{who} reported on the last meeting's decisions: {m} of {n} tasks are done. "),
        ("{bld} 号楼居民反映夜间噪音影响休息，建议与物业协商调整设备运行时间。",
         "Residents of building {bld} reported night-time noise and asked that equipment hours be changed. "),
        ("会议认为应当先征求全体业主意见，征询时间不少于 {m} 天，结果在公告栏公示。",
         "The meeting held that all owners be consulted for at least {m} days and the result be posted. "),
        ("{who2}提出，三家报价单位的资质材料需由第三方复核后再进入比选程序。",
         "{who2} asked that a third party check the three bidders' papers before the comparison. "),
        ("经讨论，同意从公共收益账户列支 {amt} 元，用于{place}的修缮。",
         "It was agreed to spend CNY {amt} from the public revenue account on repairs at the {place}. "),
        ("到会业主占应到人数的 {pct}%，符合议事规则规定的法定人数。",
         "Owners present were {pct}% of those entitled, which meets the quorum of the rules. "),
        ("关于维修资金的使用范围，{who}解释了相关条例，并回答了 {m} 个提问。",
         "{who} explained the rules on the repair fund and answered {m} questions. "),
        ("物业方承诺在 {mon} 月 {day} 日前提交整改报告，由楼长逐项验收。",
         "The property manager will file a correction report by {mon}/{day}, checked item by item. "),
        ("部分业主对收费标准有不同意见，会议决定单独召开听证会。",
         "Some owners disagreed with the charges, and a separate hearing will be held. "),
        ("{who}建议将会议资料翻译成双语，方便外籍住户了解社区事务。",
         "{who} suggested publishing the papers in two languages for residents from abroad. "),
        ("监控设备的数据保存期不少于 {n} 天，查询需登记并由两名委员在场。",
         "Camera recordings are kept {n} days; viewing is logged with two members present. "),
        ("会议强调资金使用全过程留痕，所有凭证扫描后上传公示平台。",
         "Every use of funds must leave a record, and all vouchers are scanned and published. "),
    ],
    "revenue": [
        ("本期公共收益主要来自电梯广告、场地租赁与临时停车，合计 {amt} 元。",
         "This period's revenue came from elevator advertising, leased space and visitor parking, CNY {amt} in all. "),
        ("支出部分以设备维保和公共区域修缮为主，占总支出的 {pct}%。",
         "Maintenance and repair of common areas made up {pct}% of the expenses. "),
        ("所有单笔超过 {amt} 元的支出均经业委会集体审议并附合同编号。",
         "Every expense above CNY {amt} was approved by the committee and carries its contract number. "),
        ("与上期相比收入增长 {m}%，主要原因是新增了 {n} 个充电车位。",
         "Income rose {m}% on the last period, mainly from {n} new charging bays. "),
        ("账目由{who}编制、{who2}复核，银行对账单可在{place}查阅。",
         "Accounts were prepared by {who} and checked by {who2}; statements can be read at the {place}. "),
        ("广告合同于 {mon} 月 {day} 日到期，续签价格将重新询价。",
         "The advertising contract ends on {mon}/{day} and will be priced again. "),
        ("公共收益的 {pct}% 按规定转入专项维修资金，其余用于日常补贴。",
         "{pct}% of the revenue goes to the repair fund as required, and the rest to daily upkeep. "),
        ("如对某笔收支有疑问，请在公示期内向{who}书面提出。",
         "Questions about an entry may be put in writing to {who} while the notice is open. "),
        ("本表金额单位为人民币元，保留两位小数，四舍五入产生的差额不作调整。",
         "Amounts are in CNY with two decimals; rounding differences are not adjusted. "),
        ("{bld} 号楼屋面维修为应急支出，已按紧急程序先行维修后补办手续。",
         "The roof repair of building {bld} was urgent and followed the emergency procedure. "),
    ],
    "renovation": [
        ("截至 {mon} 月 {day} 日，工程总体进度为 {pct}%，比计划略有滞后。",
         "By {mon}/{day} the works stood at {pct}%, slightly behind plan. "),
        ("{bld} 号楼外墙保温层已完成验收，监理单位提出 {m} 条整改意见。",
         "The insulation of building {bld} was inspected, and the supervisor listed {m} points to correct. "),
        ("受连续降雨影响，屋面防水施工暂停 {m} 天，工期相应顺延。",
         "Rain stopped the roof works for {m} days and the schedule moves accordingly. "),
        ("施工期间请居民从东侧通道出入，注意地面临时管线。",
         "During the works please use the east passage and mind the temporary pipes. "),
        ("材料进场均有合格证和复检报告，第 {n} 批管材已抽样送检。",
         "All materials came with certificates; batch {n} of the pipes was sampled for testing. "),
        ("项目资金采用专户管理，本期支付工程款 {amt} 元，累计支付比例 {pct}%。",
         "Project money is kept in its own account; CNY {amt} was paid this period, {pct}% so far. "),
        ("{who}带队对地下管网进行了内窥检测，发现 {m} 处错接和渗漏。",
         "{who} led a camera survey of the drains and found {m} wrong joints and leaks. "),
        ("加装电梯的 {n} 户意见征询已完成，同意比例达到 {pct}%。",
         "{n} households were asked about the new elevator, and {pct}% agreed. "),
        ("施工单位调整了夜间作业时间，晚 10 点后不得使用高噪音机具。",
         "Night work was changed: no loud machines after 10 p.m. "),
        ("无障碍坡道的坡度由 1:10 调整为 1:12，以满足规范要求。",
         "The ramps were changed from 1:10 to 1:12 to meet the standard. "),
        ("居民投诉的粉尘问题已采取喷淋降尘措施，每天不少于 {m} 次。",
         "Water is now sprayed at least {m} times a day against the dust residents complained of. "),
    ],
    "activities": [
        ("活动面向全体居民免费开放，名额 {n} 个，先到先得。",
         "The activity is free for all residents, {n} places, first come first served. "),
        ("报名截止时间为 {mon} 月 {day} 日 18 点，请携带有效证件到{place}登记。",
         "Sign-up closes at 18:00 on {mon}/{day}; please register with an ID at the {place}. "),
        ("邀请{who}老师现场讲解家庭急救常识，并安排 {m} 组实操练习。",
         "{who} will teach first aid at home, with {m} rounds of practice. "),
        ("儿童须由监护人陪同参加，七岁以下儿童请提前告知工作人员。",
         "Children come with a guardian; tell the staff in advance of any under seven. "),
        ("如遇雨天，活动改在{place}举行，时间不变。",
         "If it rains the activity moves to the {place} at the same time. "),
        ("志愿者请提前 {m} 分钟到场签到，领取物资并确认分工。",
         "Volunteers please sign in {m} minutes early, collect supplies and confirm tasks. "),
        ("现场设置双语指引牌，外籍住户可联系{who}获取翻译协助。",
         "Signs are in two languages, and {who} can help with translation. "),
        ("上次活动共有 {n} 人参加，满意度调查得分 {pct}。",
         "{n} people came last time, with a satisfaction score of {pct}. "),
        ("活动产生的费用共 {amt} 元，由公共收益列支并另行公示。",
         "The cost of CNY {amt} is paid from public revenue and disclosed separately. "),
        ("请爱护公共设施，活动结束后将桌椅归位，垃圾分类投放。",
         "Please look after the equipment, put tables back and sort the waste. "),
    ],
}

TASKS = [
    ("{who}负责联系施工单位，{mon} 月 {day} 日前反馈", "{who} contacts the contractor and reports by {mon}/{day}"),
    ("整理 `{n}` 份业主意见并形成汇总表", "Collect `{n}` owners' comments into one table"),
    ("核对合同附件第 {m} 条的付款条件", "Check the payment terms in clause {m} of the annex"),
    ("在公告栏与网站同步发布通知", "Post the notice on the board and the website together"),
    ("{who2}复核账目，更新[收支台账](https://files.example.org/ledger/{n})",
     "{who2} checks the accounts and updates the [ledger](https://files.example.org/ledger/{n})"),
    ("为 {bld} 号楼安排现场查勘", "Arrange a site survey of building {bld}"),
    ("准备下次会议的表决票 {n} 张", "Prepare {n} ballots for the next meeting"),
    ("*尽快*清理消防通道内的杂物", "Clear the fire lane *as soon as possible*"),
]

INCOME = [
    ("电梯轿厢广告", "Elevator car advertising"), ("地面临时停车费", "Surface visitor parking"),
    ("快递柜场地租金", "Parcel locker rent"), ("通信基站占地费", "Telecom site fee"),
    ("充电桩分成", "Charging point share"), ("活动室场地租赁", "Activity room hire"),
    ("道闸广告", "Barrier advertising"), ("旧衣回收分成", "Clothes recycling share"),
    ("银行利息", "Bank interest"), ("便民早餐点租金", "Breakfast stall rent"),
]

EXPENSE = [
    ("电梯维保费", "Elevator maintenance"), ("公共照明电费", "Power for common lighting"),
    ("绿化养护", "Greenery upkeep"), ("消防设施检测", "Fire equipment testing"),
    ("二次供水水箱清洗", "Water tank cleaning"), ("监控设备更换", "Camera replacement"),
    ("屋面渗漏维修", "Roof leak repair"), ("单元门维修", "Entrance door repair"),
    ("保洁用品采购", "Cleaning supplies"), ("法律咨询费", "Legal advice"),
    ("审计服务费", "Audit fee"), ("办公用品", "Office supplies"), ("化粪池清掏", "Septic tank emptying"),
    ("道路修补", "Road patching"), ("节日布置", "Festival decoration"),
]

STAGES = [
    ("意见征询与方案公示", "Consultation and notice"), ("施工图设计", "Working drawings"),
    ("招标与合同签订", "Tender and contract"), ("脚手架搭设", "Scaffolding"),
    ("外墙保温与涂装", "Facade insulation and paint"), ("屋面防水", "Roof waterproofing"),
    ("地下管网改造", "Underground pipes"), ("电梯井道施工", "Elevator shafts"),
    ("道路与停车位", "Roads and parking"), ("绿化与照明", "Greenery and lighting"),
    ("竣工验收", "Final inspection"), ("资料移交", "Handover of papers"),
]

PROBLEMS = [
    ("{bld} 号楼地下室渗水", "Water in the basement of building {bld}"),
    ("脚手架连墙件缺失 {m} 处", "{m} scaffold ties missing"),
    ("材料堆放占用消防通道", "Materials block the fire lane"),
    ("{bld} 号楼住户投诉扬尘", "Dust complaint from building {bld}"),
    ("临时停水未提前通知", "Water cut without notice"),
    ("管材规格与图纸不符", "Pipe size differs from drawing"),
    ("夜间施工超时 {m} 分钟", "Night work overran by {m} minutes"),
]

SLOTS_ACT = [
    ("签到与物资领取", "Sign-in and supplies"), ("健康义诊", "Free clinic"), ("垃圾分类课堂", "Waste sorting class"),
    ("儿童绘画", "Children's painting"), ("太极拳教学", "Tai chi lesson"), ("消防演练", "Fire drill"),
    ("二手市集", "Second-hand market"), ("电影放映", "Film showing"), ("邻里茶话会", "Neighbours' tea"),
    ("双语读书会", "Bilingual reading club"), ("家电维修服务", "Appliance repair"), ("总结与合影", "Closing and photo"),
]

CODE = [
    ("json", """{
  "record": "@SLUG@",
  "currency": "CNY",
  "rows": [
    {"item": "elevator-ads", "amount": 128000, "verified": true},
    {"item": "parking", "amount": 64250.5, "verified": false},
    {"item": "lockers", "amount": null}
  ]
}"""),
    ("python", """import csv

def total(path: str) -> float:
    \"\"\"Sum the amount column of @SLUG@.\"\"\"
    with open(path, encoding="utf-8") as f:
        return sum(float(row["amount"]) for row in csv.DictReader(f))

print(round(total("@SLUG@.csv"), 2))  # CNY"""),
    ("yaml", """record: @SLUG@
period: 2024-05
approved_by:
  - chair
  - treasurer
open_data: true
rows: &rows
  income: 12
  expense: 23"""),
    ("bash", """#!/bin/sh
# check the published copy against its checksum
sha256sum -c "@SLUG@.sha256" && echo "ok: $(date +%F)"
for f in *.csv; do wc -l "$f"; done"""),
]

"""Words of the typed facts of `linli_site`: (Chinese, English) pairs. Names are fictional."""

CAST = {
    "district": ("示范社区", "Model Community"),
    "address": ("示范路 1 号", "1 Model Road"),
    "hours": ("工作日 8:30–17:30", "Workdays 8:30–17:30"),
    "subdistrict": ("示范街道办事处", "Model Subdistrict Office"),
    "committee": ("示范社区居民委员会", "Residents' Committee of Model Community"),
    "supervision": ("示范社区居务监督委员会", "Supervision Committee of Model Community"),
    "property": [("安居物业服务有限公司", "Anju Property Services"), ("和顺物业服务有限公司", "Heshun Property Services"),
                 ("明德物业服务有限公司", "Mingde Property Services")],
    "contractor": [("宏远建设工程有限公司", "Hongyuan Construction"), ("立新装饰工程有限公司", "Lixin Fit-out Works")],
    "designer": ("方圆建筑设计院", "Fangyuan Architects"),
    "site-supervisor": ("正衡工程监理有限公司", "Zhengheng Site Supervision"),
    "auditor": ("信达会计师事务所", "Xinda Accountants"),
    "monitors": ("居民质量监督小组", "Residents' Quality Watch"),
    "volunteers": ("邻里志愿服务队", "Neighbours' Volunteers"),
}

# Labels that return, translated once for the site.
GLOSSARY = [CAST["address"], CAST["hours"], CAST["subdistrict"]]

AGREEMENTS = [
    ("广告位租赁合同", "Lease of advertising space"), ("场地租赁合同", "Lease of floor space"),
    ("通信设施占用协议", "Agreement on telecom equipment"), ("充电设施合作合同", "Contract on charging points"),
    ("共有用房租赁合同", "Lease of common rooms"),
]

RESOLUTIONS = [
    ("同意按公示方案实施，费用从公共收益列支。", "Agreed as posted; the cost is met from public revenue."),
    ("同意实施，由监督小组全程参与。", "Agreed; the watch group takes part throughout."),
    ("同意，三家比选后签订合同。", "Agreed; the contract follows a comparison of three bids."),
    ("同意试行半年，期满后重新评议。", "Agreed for half a year on trial, then to be reviewed."),
]

ACTIONS = [
    ("公示比选结果", "Post the result of the comparison"), ("与施工单位核对工期", "Check the schedule with the contractor"),
    ("整理业主意见并反馈", "Collect owners' comments and report back"), ("更新收支台账", "Update the ledger"),
    ("安排现场查勘", "Arrange a site survey"), ("准备下次会议材料", "Prepare the papers for the next meeting"),
    ("联系消防部门复查", "Ask the fire department for a second look"), ("张贴施工通知", "Post the notice of works"),
]

NEEDS = [
    ("停车难", "Too few parking spaces"), ("雨天积水", "Standing water after rain"), ("楼道照明不足", "Dim stairwells"),
    ("外墙渗水", "Seepage through the facade"), ("没有无障碍坡道", "No ramp"), ("电动车充电不便", "Nowhere to charge e-bikes"),
]

PLANS = [
    ("初稿", "First draft"), ("增加无障碍坡道", "Ramps added"), ("改用节能灯具", "Energy-saving lamps"),
    ("调整管线走向", "Pipes rerouted"), ("保留原有大树", "Old trees kept"), ("分两段施工", "Works in two sections"),
]

PLAN_REASONS = [("征求意见", "For comment"), ("采纳居民建议", "Residents' proposals taken up")]

WORKS = [
    ("改造工程施工合同", "Contract for the works"), ("外立面整治施工合同", "Contract for the facades"),
    ("管网改造施工合同", "Contract for the pipes"), ("公共部位维修合同", "Contract for repairs in common areas"),
]

CHANGES = [("增加地下管线迁移", "Underground pipes moved"), ("增加雨水口", "Storm drains added"), ("材料标准提高", "Better materials")]

CLOSED = [("已整改", "Put right"), ("已返工并复检合格", "Redone and passed"), ("已清理", "Cleared"), ("已向居民说明并致歉", "Explained, with an apology")]

SIGNUP = [
    ("到社区窗口登记", "At the community desk"), ("在楼长处报名", "With the building lead"), ("现场签到，不用提前报名", "Sign in on the spot"),
]

"""The records of the benchmark: N records of a community's notice site, in Chinese and English.

What every generator gets alike: a title, a description, a date, tags, a category and a Markdown body of
2-5 KB with headings, 1-4 tables, lists, links to two other records, footnotes and, in one of eight, a code
block. How the facts are spelt is each generator's own: `peers` (front matter of the others) and
`linli_site` (the typed facts of linli).

Record i depends on the seed and on i alone, but for the number N in its two links: the same for every
N and every generator. Standard library only; no clock.
"""
import datetime
import random

from phrases import (AGENDA, CATEGORIES, CITIES, CODE, EXPENSE, INCOME, KIND_TEXT, PEOPLE, PROBLEMS, ROLES,
                     SENT, SLOTS_ACT, STAGES, TAGS, TASKS)

SEED = 20240501
KINDS = ["meetings", "revenue", "renovation", "activities"]
PREFIX = {"meetings": "mtg", "revenue": "rev", "renovation": "rnv", "activities": "act"}
# 30 % meetings, 25 % revenue, 20 % renovation, 25 % activities
PATTERN = (["meetings"] * 6 + ["revenue"] * 5 + ["renovation"] * 4 + ["activities"] * 5)
LANGS = ["zh", "en"]  # zh is the default language, at the site root
BASE = "https://portal.example.org"
PER_PAGE = 20


class Record:
    """What is the same in both languages of one record."""

    def __init__(self, seed, i, n):
        r = random.Random(seed * 1_000_003 + i)
        self.i = i
        self.kind = PATTERN[(i * 7) % 20]
        self.slug = "%s-%06d" % (PREFIX[self.kind], i)
        d = datetime.datetime(2015, 1, 1, 8) + datetime.timedelta(
            days=r.randrange(4000), minutes=r.randrange(14 * 60))
        self.date = d
        self.cat = r.randrange(len(CATEGORIES))
        self.tags = sorted(r.sample(range(len(TAGS)), r.choice([2, 3, 3, 4])))
        self.body_seed = r.randrange(1 << 60)
        self.code = r.random() < 0.125
        # two cross-links, to records of any kind
        self.links = [r.randrange(n) for _ in range(2)]
        self.no = r.randrange(1, 60)


def rec_url(i, lang):
    k = PATTERN[(i * 7) % 20]
    return "%s/%s/%s-%06d/" % ("" if lang == "zh" else "/en", k, PREFIX[k], i)


def money(v, lang):
    return "{:,.2f}".format(v / 100)


def person(p, lang):
    return PEOPLE[p][0 if lang == "zh" else 1]


class Body:
    """One record's body in one language; both languages draw the same choices."""

    def __init__(self, rec, lang):
        self.rec, self.lang = rec, lang
        self.L = 0 if lang == "zh" else 1
        # the same stream of choices for both languages
        self.r = random.Random(rec.body_seed)
        self.o = []

    def t(self, pair):
        return pair[self.L]

    def line(self, s=""):
        self.o.append(s)

    def h(self, level, pair):
        self.line("#" * level + " " + (pair if isinstance(pair, str) else self.t(pair)))
        self.line()

    def fill(self, s):
        r = self.r
        vals = {
            "who": person(r.randrange(len(PEOPLE)), self.lang),
            "who2": person(r.randrange(len(PEOPLE)), self.lang),
            "n": str(r.randrange(3, 98)), "m": str(r.randrange(2, 30)),
            "pct": "%.1f" % (r.random() * 60 + 30),
            "bld": str(r.randrange(1, 28)),
            "amt": money(r.randrange(50_000, 90_000_000), self.lang),
            "mon": str(r.randrange(1, 13)), "day": str(r.randrange(1, 29)),
            "place": self.t(CITIES[r.randrange(len(CITIES))]),
        }
        return s.format(**vals)

    def para(self, kind, k):
        bank = SENT[kind]
        picks = self.r.sample(range(len(bank)), min(k, len(bank)))
        parts = [self.fill(self.t(bank[p])) for p in picks]
        if parts and self.r.random() < 0.4:
            # emphasis inside running text
            j = self.r.randrange(len(parts))
            # (full stop outside: CommonMark does not close ** between a CJK
            # full stop and a letter)
            stop = "。" if self.L == 0 else "."
            parts[j] = "**" + parts[j].strip().rstrip(stop) + "**" + stop
        self.line(("" if self.L == 0 else " ").join(p.strip() for p in parts))
        self.line()

    def table(self, head, rows, align=None):
        self.line("| " + " | ".join(self.t(h) for h in head) + " |")
        al = align or ["---"] * len(head)
        self.line("| " + " | ".join(al) + " |")
        for row in rows:
            self.line("| " + " | ".join(row) + " |")
        self.line()

    def notes(self):
        rec = self.rec
        self.h(2, ("附注与相关链接", "Notes and related links"))
        self.line("- [%s](%s)" % (self.t(("相关公示记录", "Related public record")),
                                  rec_url(rec.links[0], self.lang)))
        self.line("- [%s](%s)" % (self.t(("上一阶段说明", "Earlier explanation")),
                                  rec_url(rec.links[1], self.lang)))
        self.line("- [%s](https://files.example.org/%s/%s.pdf \"PDF\")" % (
            self.t(("扫描件下载", "Scanned copy (PDF)")), self.lang, rec.slug))
        self.line("- <https://www.example.org/policy/%d>" % (rec.i % 97))
        self.line()
        self.line(self.fill(self.t((
            "本页内容经{who}核对后公示[^check]，公示期为 7 天[^period]。",
            "This page was checked by {who} before publication[^check] and stays open for comment for seven days[^period]."))))
        self.line()
        self.line("[^check]: " + self.fill(self.t((
            "核对日期为 {mon} 月 {day} 日，原件存放于{place}。",
            "Checked on {mon}/{day}; the originals are kept at {place}."))))
        self.line("[^period]: " + self.t((
            "公示期内可通过意见箱或服务热线提出异议，逾期视为无异议。",
            "Objections may be filed in the suggestion box or by the hotline while the notice is open.")))
        self.line()

    def code(self):
        if not self.rec.code:
            return
        self.h(3, ("机器可读数据", "Machine-readable data"))
        lang, text = CODE[self.r.randrange(len(CODE))]
        self.line("```" + lang)
        for ln in text.replace("@SLUG@", self.rec.slug).rstrip("\n").split("\n"):
            self.line(ln)
        self.line("```")
        self.line()

    # -- the four kinds
    def meetings(self):
        r = self.r
        self.h(2, ("会议概况", "Overview"))
        self.para("meetings", 3)
        self.line("- **%s** %s" % (self.t(("地点：", "Place:")), self.t(CITIES[r.randrange(len(CITIES))])))
        self.line("- **%s** %s" % (self.t(("主持：", "Chair:")), person(r.randrange(len(PEOPLE)), self.lang)))
        self.line("- **%s** %s" % (self.t(("记录：", "Recorder:")), person(r.randrange(len(PEOPLE)), self.lang)))
        self.line()
        self.h(2, ("参会情况", "Attendance"))
        rows = []
        for p in r.sample(range(len(PEOPLE)), r.randrange(6, 13)):
            rows.append([person(p, self.lang), self.t(ROLES[r.randrange(len(ROLES))]),
                         self.fill(self.t(("{bld} 号楼", "Building {bld}"))),
                         self.t(("出席", "present") if r.random() < 0.85 else ("请假", "excused"))])
        self.table([("姓名", "Name"), ("职务", "Role"), ("楼栋", "Building"), ("出席", "Attendance")], rows)
        self.h(2, ("议题与讨论", "Agenda and discussion"))
        items = r.sample(range(len(AGENDA)), r.randrange(3, 6))
        for k, a in enumerate(items, 1):
            self.h(3, "%d. %s" % (k, self.t(AGENDA[a])))
            self.para("meetings", r.randrange(2, 6))
            if r.random() < 0.3:
                self.line("> " + self.fill(self.t(SENT["meetings"][r.randrange(len(SENT["meetings"]))])))
                self.line()
        self.h(2, ("表决结果", "Votes"))
        rows = []
        for a in items:
            f, g, ab = r.randrange(10, 60), r.randrange(0, 12), r.randrange(0, 9)
            rows.append([self.t(AGENDA[a]), str(f), str(g), str(ab),
                         self.t(("通过", "carried") if f > g + ab else ("未通过", "rejected"))])
        self.table([("议题", "Item"), ("赞成", "For"), ("反对", "Against"), ("弃权", "Abstain"), ("结果", "Result")],
                   rows, ["---", "---:", "---:", "---:", ":---:"])
        self.h(2, ("待办事项", "Action items"))
        for t in r.sample(range(len(TASKS)), r.randrange(3, 6)):
            self.line("%d. " % 1 + self.fill(self.t(TASKS[t])))
        self.line()

    def revenue(self):
        r = self.r
        self.h(2, ("摘要", "Summary"))
        self.para("revenue", 5)
        total = r.randrange(10, 41)
        n_in = max(4, int(total * 0.4))
        tin = tout = 0
        for title, bank, cnt, inc in ((("收入明细", "Income"), INCOME, n_in, True),
                                      (("支出明细", "Expenses"), EXPENSE, total - n_in, False)):
            self.h(2, title)
            rows = []
            for k in range(cnt):
                v = r.randrange(3_000, 4_000_000)
                if inc:
                    tin += v
                else:
                    tout += v
                rows.append([str(k + 1), self.t(bank[r.randrange(len(bank))]),
                             "2024-%02d-%02d" % (r.randrange(1, 13), r.randrange(1, 29)),
                             money(v, self.lang), person(r.randrange(len(PEOPLE)), self.lang)])
            self.table([("序号", "No."), ("项目", "Item"), ("日期", "Date"),
                        ("金额（元）", "Amount (CNY)"), ("经手人", "Handled by")], rows,
                       ["---:", "---", "---", "---:", "---"])
            self.para("revenue", 2)
        self.h(2, ("结余", "Balance"))
        self.table([("收入合计", "Total income"), ("支出合计", "Total expenses"), ("本期结余", "Balance")],
                   [[money(tin, self.lang), money(tout, self.lang), money(tin - tout, self.lang)]],
                   ["---:", "---:", "---:"])
        self.h(2, ("说明", "Remarks"))
        for _ in range(r.randrange(2, 5)):
            self.line("- " + self.fill(self.t(SENT["revenue"][r.randrange(len(SENT["revenue"]))])))
        self.line()

    def renovation(self):
        r = self.r
        self.h(2, ("项目概况", "Project overview"))
        self.para("renovation", 6)
        self.h(2, ("里程碑", "Milestones"))
        st = r.sample(range(len(STAGES)), r.randrange(5, min(10, len(STAGES))))
        st.sort()
        rows = [[self.t(STAGES[s]), "2024-%02d-%02d" % (r.randrange(1, 13), r.randrange(1, 29)),
                 "%d%%" % r.randrange(5, 101), self.t(("正常", "on track") if r.random() < .8 else ("滞后", "delayed"))]
                for s in st]
        self.table([("阶段", "Stage"), ("计划完成", "Planned end"), ("进度", "Progress"), ("状态", "Status")],
                   rows, ["---", "---", "---:", ":---:"])
        for k, s in enumerate(st[:r.randrange(2, 4)], 1):
            self.h(3, self.t(STAGES[s]))
            self.para("renovation", r.randrange(2, 5))
            for _ in range(2):
                self.line("- " + self.fill(self.t(TASKS[r.randrange(len(TASKS))])))
                self.line("  - " + self.fill(self.t(SENT["renovation"][r.randrange(len(SENT["renovation"]))])))
            self.line()
        self.h(2, ("问题记录", "Problem log"))
        rows = []
        for _ in range(r.randrange(4, 9)):
            rows.append(["2024-%02d-%02d" % (r.randrange(1, 13), r.randrange(1, 29)),
                         self.fill(self.t(PROBLEMS[r.randrange(len(PROBLEMS))])),
                         person(r.randrange(len(PEOPLE)), self.lang),
                         self.t(("已解决", "closed") if r.random() < .7 else ("处理中", "open"))])
        self.table([("日期", "Date"), ("问题", "Problem"), ("责任人", "Owner"), ("状态", "Status")], rows)
        self.h(2, ("下一步", "Next steps"))
        for _ in range(r.randrange(3, 6)):
            self.line("1. " + self.fill(self.t(TASKS[r.randrange(len(TASKS))])))
        self.line()

    def activities(self):
        r = self.r
        self.h(2, ("活动介绍", "About the activity"))
        self.para("activities", 7)
        self.h(2, ("时间安排", "Schedule"))
        for day in range(r.randrange(1, 4)):
            self.h(3, ("第 %d 天" % (day + 1), "Day %d" % (day + 1)))
            rows = []
            hour = 8
            for _ in range(r.randrange(4, 8)):
                hour += 1
                rows.append(["%02d:%02d" % (hour, r.choice([0, 15, 30])), self.t(SLOTS_ACT[r.randrange(len(SLOTS_ACT))]),
                             self.t(CITIES[r.randrange(len(CITIES))]), person(r.randrange(len(PEOPLE)), self.lang)])
            self.table([("时间", "Time"), ("内容", "Session"), ("地点", "Place"), ("负责人", "Lead")], rows)
            self.para("activities", r.randrange(2, 5))
        self.h(2, ("报名方式", "How to sign up"))
        for _ in range(r.randrange(3, 5)):
            self.line("- " + self.fill(self.t(SENT["activities"][r.randrange(len(SENT["activities"]))])))
        self.line()
        self.line("> " + self.fill(self.t(SENT["activities"][r.randrange(len(SENT["activities"]))])))
        self.line()
        self.h(2, ("志愿者分工", "Volunteers"))
        rows = [[person(p, self.lang), self.t(ROLES[r.randrange(len(ROLES))]), self.fill(self.t(TASKS[r.randrange(len(TASKS))]))]
                for p in r.sample(range(len(PEOPLE)), r.randrange(4, 9))]
        self.table([("姓名", "Name"), ("身份", "Role"), ("任务", "Task")], rows)

    def text(self):
        getattr(self, self.rec.kind)()
        self.code()
        self.notes()
        return "\n".join(self.o).rstrip("\n") + "\n"


def meta(rec, lang):
    """Front matter that all generators share, and the few facts of the kind that the others show."""
    L = LANGS.index(lang)
    r = random.Random(rec.body_seed ^ 0x5EED)
    cat = CATEGORIES[rec.cat][L]
    titles = KIND_TEXT[rec.kind]["titles"]
    which = r.randrange(len(titles))
    title = titles[which][L].format(
        cat=cat, y=rec.date.year, m=rec.date.month, no=rec.no, en_m="%02d" % rec.date.month)
    desc = KIND_TEXT[rec.kind]["desc"][L].format(cat=cat, y=rec.date.year, m=rec.date.month, no=rec.no)
    m = {"title": title, "which": which, "description": desc,
         "date": rec.date.strftime("%Y-%m-%dT%H:%M:00+08:00"),
         "tags": [TAGS[t][L] for t in rec.tags], "categories": [cat]}
    x = {}  # the kind's own fields
    who = PEOPLE[r.randrange(len(PEOPLE))][L]
    if rec.kind == "meetings":
        x.update(chair=who, attendees=r.randrange(6, 80), quorum=r.random() < .9)
    elif rec.kind == "revenue":
        x.update(period="%d-%02d" % (rec.date.year, rec.date.month), income=r.randrange(1000, 900000),
                 expense=r.randrange(1000, 900000), auditor=who)
    elif rec.kind == "renovation":
        x.update(contractor=who, budget=r.randrange(10000, 9000000), progress=r.randrange(0, 101))
    else:
        x.update(organizer=who, seats=r.randrange(10, 300), starts="%02d:30" % r.randrange(8, 19))
    m["record_no"] = "%s-%04d" % (rec.kind[:3].upper(), rec.i)
    return m, x


def records(n, seed=SEED):
    """All records of a site of n."""
    return [Record(seed, i, n) for i in range(n)]

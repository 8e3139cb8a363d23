"""The records of `corpus` as a site of linli: typed facts for every record, the bodies untouched.

The facts add up: balances run in chains, votes reach what their matter asks, contracts stay within budgets,
rooms are never taken twice, references lead somewhere, and every figure stands once. So a build does all the
work that a real site asks for, and `linli check` has nothing to say.

Beside the N records stands a cast that does not grow: one community, its estates, rooms and organizations
(and, at tens of thousands of records, some buildings that keep accounts of their own).
"""
import bisect
import calendar
import datetime
import json
import os
import random

import corpus
from phrases import (AGENDA, CATEGORIES, CITIES, EXPENSE, INCOME, PEOPLE, PROBLEMS, STAGES, TAGS)
from linli_words import (ACTIONS, CAST, CHANGES, CLOSED, AGREEMENTS, GLOSSARY, NEEDS, PLAN_REASONS, PLANS,
                         RESOLUTIONS, SIGNUP, WORKS)

# The day every build is made for: after the last record, before the last activities.
TODAY = datetime.date(2026, 1, 5)

DAY = datetime.timedelta(days=1)
ROOMS = len(CITIES)
SLOTS = [("09:00", "11:00"), ("14:00", "16:00"), ("19:00", "21:00")]
# What the items of INCOME and EXPENSE are, by the codes of linli.
INCOME_CAT = ["advertising", "parking", "site_rent", "telecom", "charging", "room_rent", "advertising", "other",
              "interest", "site_rent"]
EXPENSE_CAT = ["repair", "cost", "cost", "cost", "cost", "repair", "repair", "repair", "cost", "committee", "audit",
               "committee", "cost", "repair", "activity"]
# Income that rests on a contract.
LEASED = {"advertising": 0, "site_rent": 1, "telecom": 2, "charging": 3, "room_rent": 4}
FUNDS = ["public_revenue", "committee", "donations", "grant", "collective"]
# Days on which nothing is put: in or near a statutory holiday of some year (month, day to day).
HOLIDAYS = [(1, 1, 4), (1, 20, 31), (2, 1, 26), (4, 3, 7), (4, 28, 30), (5, 1, 6), (5, 30, 31), (6, 1, 26),
            (9, 12, 30), (10, 1, 9), (12, 29, 31)]


def slug(english):
    return "".join(c if c.isalnum() else "-" for c in english.lower()).strip("-")


ESTATES = [slug(c[1]) for c in CATEGORIES]
TAG_SLUGS = [slug(t[1]) for t in TAGS]


def q(text):
    """A text in YAML, safe whatever stands in it."""
    return json.dumps(text, ensure_ascii=False)


def yuan(fen):
    return "%d.%02d" % divmod(fen, 100)


def flow(**pairs):
    """One item of a list, in a line. `for_` and `type_` are keys that Python keeps for itself."""
    return "{ " + ", ".join("%s: %s" % (k.rstrip("_"), v) for k, v in pairs.items()) + " }"


def is_holiday(day):
    return any(m == day.month and a <= day.day <= b for m, a, b in HOLIDAYS)


def years_later(day, years):
    last = calendar.monthrange(day.year + years, day.month)[1]
    return day.replace(year=day.year + years, day=min(day.day, last))


def quarter_after(end):
    """The first day after three months that begin the day after `end`."""
    start = end + DAY
    year, month = divmod(start.year * 12 + start.month - 1 + 3, 12)
    return start.replace(year=year, month=month + 1, day=min(start.day, calendar.monthrange(year, month + 1)[1]))


class Doc:
    """The two files of a record as they are written: facts and Chinese words, English words."""

    def __init__(self):
        self.facts, self.words = [], []

    def fact(self, key, value):
        self.facts.append("%s: %s" % (key, value))

    def text(self, key, pair):
        """A field in words, in both languages."""
        self.facts.append("%s: %s" % (key, q(pair[0])))
        self.words.append("%s: %s" % (key, q(pair[1])))

    def items(self, key, items, words=()):
        """A list, an item a line; the English words of each item under its key."""
        if items:
            self.facts += [key + ":"] + ["  - " + item for item in items]
        words = [(k, w) for k, w in words if w]
        if words:
            self.words += [key + ":"] + ["  %s: %s" % (q(k), flow(**w)) for k, w in words]

    def files(self, base, zh, en):
        head = "---\n%s\n---\n\n%s"
        yield base + ".md", head % ("\n".join(self.facts), zh)
        yield base + ".en.md", head % ("\n".join(self.words), en)


class Rooms:
    """Who is where: no room is ever taken twice."""

    def __init__(self):
        self.taken = set()

    def take(self, r, days, weeks=1):
        """The first of the days on which some room is free, that many weeks in a row; holidays last.
        Gives the day, the room, the time, and the weeks (one, where no room is free for more)."""
        turn = r.randrange(ROOMS * len(SLOTS))
        for day in sorted(days, key=is_holiday):
            for k in range(ROOMS * len(SLOTS)):
                room, slot = divmod((turn + k) % (ROOMS * len(SLOTS)), len(SLOTS))
                want = [(day.toordinal() + 7 * w, room, slot) for w in range(weeks)]
                if not any(w in self.taken for w in want):
                    self.taken.update(want)
                    return day, room, slot, weeks
        if weeks == 1:
            raise SystemExit("no room is free: the site has too many records for its rooms")
        return self.take(r, days)


class Chain:
    """One fund of one scope: its last day and balance, and the lines that return every period."""

    def __init__(self, scope, fund, r):
        self.scope, self.fund = scope, fund
        self.end, self.closing = None, r.randrange(40_000, 600_000) * 100 + r.randrange(100)
        count = r.randrange(10, 41)
        n_in = max(4, int(count * 0.4))
        self.lines = [(True, r.randrange(len(INCOME)), r.randrange(50_000, 600_000)) for _ in range(n_in)]
        spend = [(False, r.randrange(len(EXPENSE)), r.randrange(20_000, 300_000)) for _ in range(count - n_in)]
        scale = 0.9 * sum(b for _, _, b in self.lines) / sum(b for _, _, b in spend)
        self.lines += [(False, item, int(base * scale)) for _, item, base in spend]

    def gap(self, end):
        return (end - self.end).days if self.end else None


class Site:
    """All of one site; `files()` gives every file as (path, text)."""

    def __init__(self, n, seed=corpus.SEED):
        self.records = corpus.records(n, seed)
        self.rooms = Rooms()
        self.numbers = {}
        self.chains = {}
        self.buildings = [0] * len(ESTATES)
        # What earlier meetings decided, by estate: (day, reference), for money and works to rest on.
        self.assemblies = [[] for _ in ESTATES]
        self.docs = {}
        by_day = sorted(self.records, key=lambda rec: (rec.date, rec.i))
        for rec in by_day:
            if rec.kind == "meetings":
                self.docs[rec.i] = self.meeting(rec)
        for rec in by_day:
            if rec.kind != "meetings":
                make = {"revenue": self.revenue, "renovation": self.renovation, "activities": self.activity}
                self.docs[rec.i] = make[rec.kind](rec)

    def files(self):
        yield from cast(self.buildings)
        for rec in self.records:
            zh, en = (corpus.Body(rec, lang).text() for lang in corpus.LANGS)
            yield from self.docs[rec.i].files("content/%s/%s" % (rec.kind, rec.slug), zh, en)

    def begin(self, rec):
        """The envelope, and the stream of choices for the facts."""
        doc, r = Doc(), random.Random(rec.body_seed ^ 0xFAC7)
        zh, en = (corpus.meta(rec, lang)[0] for lang in corpus.LANGS)
        day = rec.date.date()
        # One record in ten has a number, and with it a posting sheet.
        if rec.i % 10 == 3:
            self.numbers[day.year] = self.numbers.get(day.year, 0) + 1
            doc.fact("number", "%d-%03d" % (day.year, self.numbers[day.year]))
        doc.text("title", (zh["title"], en["title"]))
        doc.text("summary", (zh["description"], en["description"]))
        doc.fact("issuer", "organizations/%s-owners" % ESTATES[rec.cat])
        doc.fact("published", day)
        doc.fact("posting", flow(from_=day, to=day + DAY * (16 + r.randrange(10))))
        doc.fact("tags", "[%s]" % ", ".join(TAG_SLUGS[t] for t in rec.tags))
        if rec.i % 8 == 5:
            other = self.records[rec.links[0]]
            if other.i != rec.i:
                doc.items("related", [flow(rel="see", to="%s/%s" % (other.kind, other.slug))])
        return doc, r, day, zh["which"]

    def decided(self, estate, day):
        """The last decision of the estate's owners before a day."""
        at = bisect.bisect_left(self.assemblies[estate], (day, ""))
        return self.assemblies[estate][at - 1][1] if at else None

    # -- meetings: attendance, an agenda with votes that carry, actions, minutes
    def meeting(self, rec):
        doc, r, day, which = self.begin(rec)
        kind = ["owners_committee", "owners_assembly", "deliberation"][which]
        held, room, slot, _ = self.rooms.take(r, [day - DAY * k for k in range(1, 12)])
        doc.fact("type", kind)
        doc.fact("organ", "organizations/%s-owners" % ESTATES[rec.cat])
        doc.fact("scope", "places/" + ESTATES[rec.cat])
        doc.fact("start", "%s %s" % (held, SLOTS[slot][0]))
        doc.fact("end", "%s %s" % (held, SLOTS[slot][1]))
        doc.fact("mode", "mixed" if kind == "owners_assembly" else "in_person")
        doc.fact("place", "places/room-%d" % (room + 1))
        doc.fact("state", "held")
        if kind == "owners_assembly":
            doc.fact("notified", held - DAY * (17 + r.randrange(10)))
            eligible = r.randrange(300, 1200)
            present = eligible * r.randrange(70, 95) // 100 + 1
            per_head = r.randrange(7000, 11000)
            area = (eligible * per_head, present * per_head)
            doc.fact("attendance", flow(eligible=eligible, present=present, by_proxy=present // 12,
                                        eligible_area=yuan(area[0]), present_area=yuan(area[1])))
        else:
            eligible = 7 if kind == "owners_committee" else r.randrange(20, 60)
            present = r.randrange(5, 8) if kind == "owners_committee" else eligible * 8 // 10
            doc.fact("attendance", flow(eligible=eligible, present=present))
        if r.random() < 0.5:
            doc.fact("parties", "[organizations/property-%d, organizations/committee]" % (rec.cat % 3 + 1))
        items, words = [], []
        for no, a in enumerate(r.sample(range(len(AGENDA)), r.randrange(3, 6)), 1):
            key = "q%d" % no
            item = {"id": key, "no": no, "title": q(AGENDA[a][0])}
            word = {"title": q(AGENDA[a][1])}
            if kind == "deliberation" or no == 3:
                item["outcome"] = "agreed" if kind == "deliberation" else "noted"
            else:
                resolution = RESOLUTIONS[r.randrange(len(RESOLUTIONS))]
                item.update(outcome="adopted", resolution=q(resolution[0]),
                            matter="committee" if kind == "owners_committee" else "own_common_use",
                            vote=vote(r, present, per_head if kind == "owners_assembly" else 0))
                word["resolution"] = q(resolution[1])
                if kind == "owners_assembly":
                    bisect.insort(self.assemblies[rec.cat], (day, "meetings/%s#%s" % (rec.slug, key)))
            items.append(flow(**item))
            words.append((key, word))
        doc.items("agenda", items, words)
        items, words = [], []
        for k, a in enumerate(r.sample(range(len(ACTIONS)), r.randrange(2, 5)), 1):
            due = held + DAY * r.randrange(10, 60)
            item = {"id": "a%d" % k, "text": q(ACTIONS[a][0]), "owner": "organizations/property-%d" % (rec.cat % 3 + 1),
                    "due": due, "state": "open"}
            if due <= TODAY:
                item.update(state="done", done_on=due - DAY * r.randrange(0, 5))
            items.append(flow(**item))
            words.append(("a%d" % k, {"text": q(ACTIONS[a][1])}))
        doc.items("actions", items, words)
        doc.fact("minutes", flow(state="confirmed", published=day))
        return doc

    # -- revenue: a period of a chain, 10 to 40 lines
    def revenue(self, rec):
        doc, r, day, _ = self.begin(rec)
        end = day.replace(day=1) - DAY
        if (day - end).days > 30:
            end = day - DAY * 16
        chain = self.chain(rec, end, r)
        start = chain.end + DAY if chain.end else end.replace(day=1)
        days = (end - start).days + 1
        doc.fact("scope", "places/" + chain.scope)
        doc.fact("fund", chain.fund)
        doc.fact("period", flow(from_=start, to=end))
        doc.fact("holder", "organizations/property-%d" % (rec.cat % 3 + 1))
        doc.fact("account", flow(bank=q("某银行%s支行" % CATEGORIES[rec.cat][0]), last4='"%04d"' % (rec.cat * 731 % 10_000)))
        doc.words.append("account: " + flow(bank=q("A bank, %s branch" % CATEGORIES[rec.cat][1])))
        doc.fact("opening", yuan(chain.closing))
        items, sums = [], [0, 0]
        decision = self.decided(rec.cat, start)
        for no, (income, item, base) in enumerate(chain.lines, 1):
            cat = (INCOME_CAT if income else EXPENSE_CAT)[item]
            amount = base * r.randrange(86, 114) // 100
            sums[income] += amount
            line = {"id": "%s%02d" % ("i" if income else "x", no), "dir": "income" if income else "expense", "cat": cat,
                    "item": q((INCOME if income else EXPENSE)[item][0]), "amount": yuan(amount),
                    "date": start + DAY * r.randrange(days)}
            if income and cat in LEASED:
                line["contract"] = q(AGREEMENTS[LEASED[cat]][0])
            if decision and (cat in ("advertising", "site_rent") or (not income and amount > 300_000)):
                line["decision"] = decision
            if not income:
                line["vouchers"] = 1 + no % 3
            items.append(flow(**line))
        doc.items("lines", items)
        chain.closing += sums[True] - sums[False]
        chain.end = end
        doc.fact("closing", yuan(chain.closing))
        doc.fact("stated", flow(income=yuan(sums[True]), expense=yuan(sums[False])))
        if end.month == 12 or start.year < end.year:
            doc.fact("audit", flow(by="organizations/auditor", date=day, opinion="unqualified"))
        doc.fact("prepared_by", "organizations/property-%d#accountant" % (rec.cat % 3 + 1))
        doc.fact("reviewed_by", "organizations/supervision#head")
        doc.fact("objection", flow(until=day + DAY * 15, contact="organizations/committee"))
        return doc

    def chain(self, rec, end, r):
        """The chain that a period ending then can continue without a gap; public revenue first, in quarters at most."""
        scopes = [ESTATES[rec.cat]] + ["%s-b%d" % (ESTATES[rec.cat], k + 1) for k in range(self.buildings[rec.cat])]
        for scope in scopes:
            own = [self.chains.get((scope, fund)) for fund in FUNDS]
            if own[0] is None or (own[0].gap(end) >= 20 and end < quarter_after(own[0].end)):
                return own[0] or self.open(scope, FUNDS[0], r)
            later = [c for c in own[1:] if c and c.gap(end) >= 20]
            soon = [c for c in later if c.gap(end) <= 400]
            if soon:
                return min(soon, key=lambda c: c.gap(end))
            if None in own:
                return self.open(scope, FUNDS[own.index(None)], r)
            if later:
                return min(later, key=lambda c: c.gap(end))
        self.buildings[rec.cat] += 1
        return self.open("%s-b%d" % (ESTATES[rec.cat], self.buildings[rec.cat]), FUNDS[0], r)

    def open(self, scope, fund, r):
        chain = self.chains[scope, fund] = Chain(scope, fund, r)
        return chain

    # -- renovation: plans, money, contract, milestones, problems, acceptance
    def renovation(self, rec):
        doc, r, day, _ = self.begin(rec)
        stages = sorted(r.sample(range(3, len(STAGES)), r.randrange(4, 8)))
        finish = day - DAY * r.randrange(12, 25)
        steps = [finish - DAY * 25 * (len(stages) - 1 - k) for k in range(len(stages))]
        start = steps[0] - DAY * 25
        budget = r.randrange(60_000, 3_000_000) * 100
        doc.fact("level", "project")
        doc.fact("place", "places/" + ESTATES[rec.cat])
        doc.fact("stage", "maintenance")
        doc.fact("works", "[%s]" % ", ".join(r.sample(["basic", "improvement", "enhancement"], r.randrange(1, 3))))
        doc.fact("households", 200 + r.randrange(900))
        needs = r.sample(range(len(NEEDS)), 3)
        doc.items("needs", [flow(id="n%d" % k, text=q(NEEDS[n][0]), count=20 + r.randrange(300)) for k, n in enumerate(needs, 1)],
                  [("n%d" % k, {"text": q(NEEDS[n][1])}) for k, n in enumerate(needs, 1)])
        eligible = 200 + r.randrange(600)
        consent = self.decided(rec.cat, start - DAY * 60)
        doc.fact("consent", consent or flow(eligible=eligible, for_=eligible * 9 // 10))
        doc.items("parties", [flow(role=role, org="organizations/" + org) for role, org in (
            ("owner", "subdistrict"), ("designer", "designer"), ("contractor", "contractor-%d" % (rec.i % 2 + 1)),
            ("supervisor", "site-supervisor"), ("monitor", "monitors"))])
        total = budget * 105 // 100 // 100 * 100
        one, two = (r.randrange(len(PLANS)) for _ in range(2))
        doc.items("plan_versions", [
            flow(no=1, date=start - DAY * 85, state="replaced", total=yuan(total), change=q(PLANS[one][0]),
                 reason=q(PLAN_REASONS[0][0]), comments_received=30 + r.randrange(60), comments_adopted=r.randrange(30)),
            flow(no=2, date=start - DAY * 65, state="approved", total=yuan(budget), change=q(PLANS[two][0]),
                 reason=q(PLAN_REASONS[1][0]), comments_received=12 + r.randrange(20), comments_adopted=r.randrange(12))],
            [("1", {"change": q(PLANS[one][1]), "reason": q(PLAN_REASONS[0][1])}),
             ("2", {"change": q(PLANS[two][1]), "reason": q(PLAN_REASONS[1][1])})])
        doc.fact("budget", yuan(budget))
        doc.fact("budget_date", start - DAY * 55)
        parts = [budget * 60 // 100, budget * 25 // 100]
        parts.append(budget - sum(parts))
        doc.items("funding", [flow(id="f%d" % k, source=source, party="organizations/" + party, committed=yuan(part), received=yuan(part))
                              for k, (source, party, part) in enumerate(zip(
                                  ("municipal", "owners", "public_revenue"),
                                  ("subdistrict", ESTATES[rec.cat] + "-owners", ESTATES[rec.cat] + "-owners"), parts), 1)])
        work = WORKS[r.randrange(len(WORKS))]
        original = budget * r.randrange(88, 95) // 100
        value, change = original, ""
        words = {"title": q(work[1])}
        if r.random() < 0.5:
            value = original + budget * 3 // 100
            reason = CHANGES[r.randrange(len(CHANGES))]
            change = ", changes: [%s]" % flow(id="v1", date=steps[1], type_="value", old=yuan(original), new=yuan(value), reason=q(reason[0]))
            words["changes"] = "{ v1: %s }" % flow(reason=q(reason[1]))
        contract = flow(id="c1", title=q(work[0]), supplier="organizations/contractor-%d" % (rec.i % 2 + 1), signed=start - DAY * 20,
                        original=yuan(original), period=flow(from_=start, to=finish + DAY * 10))
        doc.items("contracts", [contract[:-2] + change + " }"], [("c1", words)])
        share = 97 * value // 100 // len(stages)
        doc.items("payments", [flow(id="p%d" % k, contract="c1", date=step + DAY * r.randrange(2, 10), amount=yuan(share), milestone="m%d" % k)
                               for k, step in enumerate(steps, 1)])
        weights = [100 // len(stages)] * len(stages)
        weights[-1] += 100 - sum(weights)
        doc.items("milestones", [flow(id="m%d" % k, title=q(STAGES[s][0]), weight=weights[k - 1], planned=step + DAY * r.randrange(6), done=step)
                                 for k, (s, step) in enumerate(zip(stages, steps), 1)],
                  [("m%d" % k, {"title": q(STAGES[s][1])}) for k, s in enumerate(stages, 1)])
        doc.items("progress", [flow(date=step, physical=sum(weights[:k]), note=q(STAGES[s][0]))
                               for k, (s, step) in enumerate(zip(stages, steps), 1)],
                  [(str(step), {"note": q(STAGES[s][1])}) for s, step in zip(stages, steps)])
        items, words = [], []
        for k in range(1, r.randrange(3, 6)):
            found = start + DAY * r.randrange((finish - start).days)
            values = {"bld": r.randrange(1, 28), "m": r.randrange(2, 30)}
            problem, closed = PROBLEMS[r.randrange(len(PROBLEMS))], CLOSED[r.randrange(len(CLOSED))]
            items.append(flow(id="w%d" % k, date=found, by="organizations/monitors", text=q(problem[0].format(**values)),
                              severity=r.choice(["low", "medium"]), action=q(closed[0]), closed=found + DAY * r.randrange(2, 11)))
            words.append(("w%d" % k, {"text": q(problem[1].format(**values)), "action": q(closed[1])}))
        doc.items("findings", items, words)
        doc.fact("completion", flow(accepted=finish, final_cost=yuan(value)))
        doc.items("warranty", [flow(item=item, until=years_later(finish, years))
                               for item, years in (("roof", 5), ("pipes", 2), ("electric", 2))])
        doc.fact("prepared_by", "organizations/property-%d#accountant" % (rec.cat % 3 + 1))
        doc.fact("reviewed_by", "organizations/supervision#head")
        return doc

    # -- activities: a room of their own, half of them every week for some weeks
    def activity(self, rec):
        doc, r, day, which = self.begin(rec)
        cat = [r.choice(["class", "volunteer", "talk"]), "festival", r.choice(["service_day", "clinic"])][which]
        weeks = r.randrange(4, 9) if which != 1 and r.random() < 0.5 else 1
        first, room, slot, weeks = self.rooms.take(r, [day + DAY * k for k in range(5, 40)], weeks)
        doc.fact("cat", cat)
        doc.fact("organizer", "organizations/" + r.choice(["committee", "volunteers"]))
        doc.fact("room", "places/room-%d" % (room + 1))
        doc.fact("start", "%s %s" % (first, SLOTS[slot][0]))
        doc.fact("end", "%s %s" % (first, SLOTS[slot][1]))
        if weeks > 1:
            weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"][first.weekday()]
            doc.fact("repeat", flow(every="week", on="[%s]" % weekday, until=first + DAY * 7 * (weeks - 1), skip_holidays="true"))
        places = r.randrange(20, 200)
        doc.fact("capacity", places)
        doc.fact("enrolled", places - r.randrange(15))
        doc.fact("audience", "[%s]" % ", ".join(r.sample(["everyone", "children", "elders", "families", "seasonal"], 2)))
        doc.fact("spoken", "[zh, en]")
        how = SIGNUP[r.randrange(len(SIGNUP))]
        doc.fact("signup", flow(until=first - DAY * 2, how=q(how[0]), contact="organizations/committee"))
        doc.words.append("signup: " + flow(how=q(how[1])))
        doc.fact("state", "confirmed")
        return doc


def vote(r, present, per_head):
    """Counts that carry whatever the matter asks, summing to those present; with areas for owners."""
    against, abstain = present * r.randrange(3, 9) // 100, present * r.randrange(2, 8) // 100
    counts = {"for": present - against - abstain, "against": against, "abstain": abstain, "invalid": 0}
    areas = {k + "_area": yuan(n * per_head) for k, n in counts.items()} if per_head else {}
    return flow(**{"for_": counts.pop("for")}, **counts, **areas)


def cast(buildings):
    """Settings, tags, glossary, places and organizations."""
    yield "site.toml", SITE
    lines = ["%s: { zh: %s, en: %s }" % (s, q(t[0]), q(t[1])) for s, t in sorted(zip(TAG_SLUGS, TAGS))]
    yield "content/tags.yaml", "\n".join(lines) + "\n"
    terms = sorted(set(INCOME + EXPENSE + AGREEMENTS + GLOSSARY))
    yield "content/glossary.yaml", "".join("%s: { en: %s }\n" % (q(zh), q(en)) for zh, en in terms)
    places = [("district", CAST["district"], ["type: community", "address: " + q(CAST["address"][0])])]
    for k, (name, pair) in enumerate(zip(ESTATES, CATEGORIES)):
        profile = flow(date="2025-12-31", households=400 + 37 * k, people=1200 + 101 * k, buildings=27, built=1998 + k)
        places.append((name, pair, ["type: estate", "parent: places/district", "profile: " + profile,
                                    "management_mode: professional", "access: [ramp, lift]"]))
        for b in range(buildings[k]):
            pair_b = ("%s %d 号楼" % (pair[0], b + 1), "%s, building %d" % (pair[1], b + 1))
            places.append(("%s-b%d" % (name, b + 1), pair_b, ["type: building", "parent: places/" + name]))
    for k, pair in enumerate(CITIES, 1):
        places.append(("room-%d" % k, pair, ["type: room", "parent: places/district", "capacity: %d" % (30 + 20 * k)]))
    for name, pair, facts in places:
        yield from _cast("places/" + name, pair, facts)
    for k, (name, kind, pair, extra) in enumerate(organizations()):
        contact = "contact: " + flow(phone="0691-000-%04d" % k, hours=q(CAST["hours"][0]), address=q(CAST["address"][0]))
        yield from _cast("organizations/" + name, pair, ["type: " + kind] + extra + [contact])


def _cast(path, pair, facts):
    doc = Doc()
    doc.text("title", pair)
    doc.fact("published", "2014-12-01")
    doc.facts += facts
    for name, text in doc.files("content/" + path, "", ""):
        yield name, text.rstrip("\n") + "\n"


def organizations():
    """(stem, type, name, further facts)"""
    def roles(who, *posts):
        return ["roles:"] + ["  - " + flow(id=post, role=post, name=q(PEOPLE[(who + k) % len(PEOPLE)][0]),
                                           term=flow(from_="2014-12-01", to="2029-11-30"), public="true") for k, post in enumerate(posts)]
    yield "subdistrict", "government", CAST["subdistrict"], []
    yield "committee", "residents_committee", CAST["committee"], ["parent: organizations/subdistrict", "covers: [places/district]"] + roles(0, "director")
    yield "supervision", "supervision_committee", CAST["supervision"], ["parent: organizations/committee"] + roles(1, "head")
    for k in range(3):
        yield "property-%d" % (k + 1), "property_company", CAST["property"][k], roles(2 + k, "accountant", "manager")
    for k in range(2):
        yield "contractor-%d" % (k + 1), "coop_unit", CAST["contractor"][k], []
    for name, kind in (("designer", "coop_unit"), ("site-supervisor", "coop_unit"), ("auditor", "coop_unit"),
                       ("monitors", "supervision_group"), ("volunteers", "team")):
        yield name, kind, CAST[name], []
    for k, (name, pair) in enumerate(zip(ESTATES, CATEGORIES)):
        pair = ("%s业主委员会" % pair[0], "Owners' Committee of " + pair[1])
        yield (name + "-owners", "owners_committee", pair,
               ["parent: organizations/committee", "covers: [places/%s]" % name, "founded: 2014-11-10",
                "filed: " + flow(date="2014-11-28", authority=q(CAST["subdistrict"][0]))] + roles(9 + k, "director", "deputy"))


SITE = """base_url  = "https://portal.example.org"
timezone  = "Asia/Shanghai"
currency  = "CNY"
theme     = "board"
profile   = "cn-national"
publisher = "organizations/committee"

[name]
zh = "社区信息公开"
en = "Community Transparency Portal"

[[languages]]
tag  = "zh-Hans"
path = "zh"

[[languages]]
tag  = "en"
path = "en"

[contact]
phone = "0691-000-0000"

[severity]
# The bodies are the same for all generators, and put some figures into words ("7 天", "seven days").
COM-07 = "off"
"""


def write(root, n, seed=corpus.SEED):
    """Writes the site; gives the number of files and bytes."""
    files = size = 0
    made = set()
    for path, text in Site(n, seed).files():
        path = os.path.join(root, path)
        folder = os.path.dirname(path)
        if folder not in made:
            os.makedirs(folder, exist_ok=True)
            made.add(folder)
        data = text.encode()
        with open(path, "wb") as out:
            out.write(data)
        files, size = files + 1, size + len(data)
    return files, size

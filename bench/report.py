"""From measurements to tables: medians with their least and greatest, ratios within a round, and the goals."""
import math
import statistics

# Zola against Hugo as recorded on another day (Hugo 0.168, Zola 0.22.1; the same records, both on one quiet
# machine): wall, CPU, peak memory. Stands in where Zola is not at hand, and says so.
ZOLA_OF_HUGO = {200: (0.51 / 0.54, 0.64 / 0.94, 178 / 147), 2000: (2.81 / 3.49, 4.11 / 6.53, 610 / 798),
                10000: (13.8 / 18.2, 20.5 / 34.3, 2253 / 3412), 50000: (90.4 / 104.7, 134.4 / 196.6, 11265 / 8328)}


# Milliseconds that `watch` and `serve` wait for a burst of saves to settle (SETTLE in src/watch/pending.rs).
SETTLE = 50
# A measurement is calm if everything else took at most this share of one CPU meanwhile.
QUIET = 0.2


class Rows:
    def __init__(self, rows):
        self.rows = rows

    def where(self, **want):
        return [r for r in self.rows if all(r.get(k) == v for k, v in want.items())]

    def calm(self, **want):
        """The rows measured while all else on the machine took little CPU; all of them where none were."""
        every = self.where(**want)
        return [r for r in every if r.get("other", 0) <= QUIET * r.get("wall", 1)] or every

    def values(self, key, **want):
        return [r[key] for r in self.calm(**want) if r.get(key) is not None]

    def median(self, key, **want):
        values = self.values(key, **want)
        return statistics.median(values) if values else None

    def ratios(self, key, a, b):
        """Of the rows that match `a` to those that match `b`, round by round; calm rounds where there are some."""
        for rows in (self.calm, self.where):
            other = {r["round"]: r[key] for r in rows(**b)}
            found = [r[key] / other[r["round"]] for r in rows(**a) if other.get(r["round"])]
            if found:
                return found
        return []


def spread(values, form="%.2f"):
    """Median (least–greatest)."""
    if not values:
        return "–"
    if len(values) == 1:
        return form % values[0]
    return (form + " (" + form + "–" + form + ")") % (statistics.median(values), min(values), max(values))


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "|".join("---" if i < 2 else "---:" for i in range(len(head))) + "|"]
    return "\n".join(lines + ["| " + " | ".join(r) + " |" for r in rows])


def write(rows, path):
    text = "\n".join(document(Rows(rows)))
    if path:
        with open(path, "w", encoding="utf-8") as file:
            file.write(text + "\n")
    else:
        print(text)


def document(rows):
    yield "# Benchmark results\n"
    yield "Written by `bench/run.py`; what is measured, and how, is told in `bench/README.md`. Do not edit by hand.\n"
    for about in rows.where(what="about")[-1:]:
        yield "%(date)s · %(linli)s · %(cpu)s, %(cores)s cores, %(memory)s · %(system)s\n" % about
    seen = {r["peer"]: r["version"] for r in rows.where(what="peer")}
    for peer, version in seen.items():
        yield "- %s %s" % (peer.capitalize(), version)
    sizes = sorted({r["size"] for r in rows.rows if "size" in r})
    builds = [s for s in sizes if rows.where(what="cold", size=s, who="linli")]
    if builds:
        yield from _cold(rows, builds)
        yield from _against(rows, builds)
        yield from _again(rows, builds)
        yield from _growth(rows, builds)
    yield from _watch(rows, sizes)
    yield from _start(rows)
    yield from _soak(rows)
    yield from _goals(rows, builds, sizes)


def _names(rows, size):
    names = list(dict.fromkeys(r["who"] for r in rows.where(what="cold", size=size)))
    return names


def _cold(rows, sizes):
    yield "\n## Cold build\n"
    yield ("Records are in two languages each. *Floor*: the same files written from memory with one thread or one a core, the better "
           "of the two. *Calm*: rounds in which everything else on the machine took at most a fifth of one CPU; the others are left out where "
           "there are calm ones. Seconds; median (least–greatest).\n")
    out = []
    for size in sizes:
        for who in _names(rows, size):
            at = {"size": size, "who": who}
            cold = dict(at, what="cold")
            last = rows.where(**cold)[-1]
            floors = rows.ratios("wall", cold, dict(at, what="floor"))
            copies = rows.ratios("wall", cold, dict(at, what="copy"))
            out.append([f"{size:,}", who, spread(rows.values("wall", **cold)), spread(rows.values("user", **cold)),
                        spread(rows.values("sys", **cold)), spread(rows.values("rss", **cold), "%.0f"),
                        _calm(rows, cold), f"{last['files']:,}", "%.1f" % (last["bytes"] / 1e6),
                        spread(rows.values("wall", **dict(at, what="floor")), "%.3f"), spread(floors, "%.1f"),
                        spread(rows.values("wall", **dict(at, what="copy")), "%.3f"), spread(copies, "%.1f"),
                        "%.3f" % (rows.median("wall", **dict(at, what="read")) or 0)])
    yield table(["records", "by", "wall", "user", "sys", "peak MiB", "calm", "files", "MB", "floor", "wall ÷ floor", "cp -r",
                 "wall ÷ cp", "reading"], out)


def _calm(rows, want):
    every = rows.where(**want)
    return "%d of %d" % (sum(r["other"] <= QUIET * r["wall"] for r in every), len(every))


def _times(rows, size, peer, key):
    """How many times a peer takes what linli takes, round by round; for Zola, where it is not, by its recorded ratio."""
    cold = {"what": "cold", "size": size}
    if peer == "zola" and not rows.where(who="zola", **cold) and size in ZOLA_OF_HUGO:
        share = ZOLA_OF_HUGO[size][["wall", "cpu", "rss"].index(key)]
        return [x * share for x in rows.ratios(key, dict(cold, who="hugo"), dict(cold, who="linli"))]
    return rows.ratios(key, dict(cold, who=peer), dict(cold, who="linli"))


def _against(rows, sizes):
    peers = [p for p in ("hugo", "zola", "eleventy", "hexo") if any(_times(rows, s, p, "wall") for s in sizes)]
    if not peers:
        return
    yield "\n## How many times linli's time and memory a peer takes\n"
    if not rows.where(what="cold", who="zola"):
        yield "Zola was not at hand: its rows are **this run's Hugo times the recorded ratio** of the two, not a measurement.\n"
    out = []
    for size in sizes:
        for peer in peers:
            label = peer + (" (recorded ratio)" if peer == "zola" and not rows.where(what="cold", who="zola") else "")
            out.append([f"{size:,}", label] + [spread(_times(rows, size, peer, key), "%.2f") for key in ("wall", "cpu", "rss")])
    yield table(["records", "peer", "wall", "CPU", "peak memory"], out)


def _again(rows, sizes):
    yield "\n## Building again\n"
    yield "Into the output of the cold build of the same round. Shares are of that cold build.\n"
    out = []
    names = {"same": "no change", "body": "one body edited", "title": "one title edited"}
    for size in sizes:
        for what, name in names.items():
            at = {"what": what, "size": size, "who": "linli"}
            cold = {"what": "cold", "size": size, "who": "linli"}
            out.append([f"{size:,}", name, spread(rows.values("wall", **at)), spread(rows.ratios("wall", at, cold), "%.3f"),
                        spread(rows.values("cpu", **at)), spread(rows.ratios("cpu", at, cold), "%.3f"), spread(rows.values("rss", **at), "%.0f")])
    yield table(["records", "after", "wall", "share", "CPU", "share", "peak MiB"], out)


def _growth(rows, sizes):
    if len(sizes) < 2:
        return
    yield "\n## Growth\n"
    out = []
    for a, b in zip(sizes, sizes[1:]):
        cold = {"what": "cold", "who": "linli"}
        cell = ["%.2f" % (rows.median(k, size=b, **cold) / rows.median(k, size=a, **cold)) for k in ("wall", "cpu", "rss", "bytes")]
        out.append(["%s → %s" % (f"{a:,}", f"{b:,}"), "× %.1f" % (b / a)] + cell)
    yield table(["records", "step", "wall", "CPU", "peak memory", "bytes out"], out)


def _watch(rows, sizes):
    edits = rows.where(what="edit")
    missing = sorted({r["what"] for r in rows.rows if r.get("available") is False and r["what"] in ("serve", "watch")})
    if not edits and not missing:
        return
    yield "\n## Watching\n"
    yield ("From just before the file is saved until the page asked for has the new words (a title: its own page and its kind's list). Milliseconds; "
           "%d of them are the time that linli waits for a burst of saves to settle, and the goals below count from its end.\n" % SETTLE)
    for name in missing:
        yield "`linli %s` is not available in this build.\n" % name
    out = []
    for size in sizes:
        for disk in (False, True):
            for part in ("body", "title"):
                at = {"what": "edit", "size": size, "disk": disk, "part": part}
                good = [1000 * x for x in rows.values("wall", ok=True, **at)]
                if rows.where(**at):
                    out.append([f"{size:,}", "on disk" if disk else "served", part, "%d of %d" % (len(good), len(rows.where(**at))),
                                spread(good, "%.0f"), spread([1000 * x for x in rows.values("cpu", **at)], "%.0f"),
                                "%.0f, %.0f" % (rows.median("rss", what="start", size=size, disk=disk) or 0, rows.median("rss", what="end", size=size, disk=disk) or 0)])
    if out:
        yield table(["records", "seen", "edit", "seen in time", "latency", "CPU", "MiB at start, end"], out)


def _start(rows):
    if not rows.where(what="version"):
        return
    yield "\n## Starting\n"
    out = [["`linli --version`", "ms", spread([1000 * x for x in rows.values("wall", what="version")], "%.1f")],
           ["`linli check`, an empty site", "ms", spread([1000 * x for x in rows.values("wall", what="check")], "%.1f")],
           ["the program", "MB", "%.1f" % (rows.median("bytes", what="binary") / 1e6)]]
    yield table(["what", "unit", "measured"], out)


def _soak(rows):
    for r in rows.where(what="soak"):
        yield "\n## Saves for %.0f minutes under `linli %s`\n" % (r.get("minutes", 0), r["command"])
        if not r["available"]:
            yield "Not available in this build."
        else:
            yield ("%(saves)d random saves, one in five of them half a file, %(size)d records. Memory (RSS): %(start).0f MiB at the start, %(early).0f in "
                   "the second quarter, %(late).0f in the last, %(end).0f at the end, %(peak).0f at most." % r)


def _goals(rows, builds, sizes):
    cold = {"what": "cold", "who": "linli"}
    out = []

    def goal(name, value, limit, form="%.2f", at_least=False):
        if value is not None:
            met = value >= limit if at_least else value <= limit
            out.append([name, "≥" if at_least else "≤", form % limit, form % value, "yes" if met else "**no**"])

    def middle(values):
        return statistics.median(values) if values else None

    for size in builds:
        at = dict(cold, size=size)
        if size in (2000, 10000):
            goal("cold ÷ floor, %d" % size, middle(rows.ratios("wall", at, dict(at, what="floor"))), 2)
        for peer, least in (("hugo", 6), ("zola", 5)):
            for key in ("wall", "cpu"):
                goal("%s ÷ linli, %s, %d" % (peer.capitalize(), key, size), middle(_times(rows, size, peer, key)), least, at_least=True)
        for n, most in ((10000, 600), (50000, 2500)):
            if size == n:
                goal("peak memory, %d, MiB" % n, rows.median("rss", **at), most, "%.0f")
        goal("no change, share of cold, %d" % size, middle(rows.ratios("wall", dict(at, what="same"), at)), 0.15, "%.3f")
        goal("one body edited, share of cold, %d" % size, middle(rows.ratios("wall", dict(at, what="body"), at)), 0.2, "%.3f")
        goal("no change, share of cold in CPU, %d" % size, middle(rows.ratios("cpu", dict(at, what="same"), at)), 0.15, "%.3f")
        goal("one body edited, share of cold in CPU, %d" % size, middle(rows.ratios("cpu", dict(at, what="body"), at)), 0.2, "%.3f")
    for a, b in zip(builds, builds[1:]):
        if b / a == 5:
            for key in ("wall", "cpu", "rss"):
                goal("growth of %s, %d → %d" % (key, a, b), rows.median(key, size=b, **cold) / rows.median(key, size=a, **cold), 5.3)
    for size in sizes:
        for disk, part, most, worst in ((False, "body", 50, 100), (True, "body", 100, None), (False, "title", 150, None)):
            took = sorted(1000 * x - SETTLE for x in rows.values("wall", what="edit", size=size, disk=disk, part=part, ok=True))
            name = "%s edit %s after settling, %d, ms" % (part, "on disk" if disk else "served", size)
            goal(name, middle(took), most, "%.0f")
            if worst and len(took) >= 10:
                goal(name + ", 95 of 100", took[math.ceil(0.95 * len(took)) - 1], worst, "%.0f")
    for name, what, most in (("`--version`, ms", "version", 10), ("`check` of an empty site, ms", "check", 30)):
        value = rows.median("wall", what=what)
        goal(name, value and 1000 * value, most, "%.1f")
    size = rows.median("bytes", what="binary")
    goal("the program, MB", size and size / 1e6, 25, "%.1f")
    if out:
        yield "\n## Goals\n"
        yield table(["goal", "", "limit", "median", "met"], out)

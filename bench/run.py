#!/usr/bin/env python3
"""Times linli and its peers on the same records, and the limits of the machine in the same minutes.

    python3 bench/run.py --sizes 200,2000 --rounds 3 --peers hugo
    python3 bench/run.py --sizes 10000 --rounds 3 --only build       builds alone, or: watch, start
    python3 bench/run.py --soak 60 --sizes 2000                      an hour of random saves
    python3 bench/run.py --report build.jsonl --markdown bench/RESULTS.md

Python's standard library, `rustc` (for `floor.rs`) and a release build of linli are all it needs; peers are what is
found (see `peers`). Every measurement is one JSON line in --json; the tables of --markdown are made from them.

A build is cold in that there is no output and no memo; the input is in the page cache. Within a round the programs run
in turn, and each is followed by the limits of its own output, so that a ratio is one of the same minute. On a machine
that others use, too, only the ratios say anything; `other` tells how much CPU they took meanwhile, and tables leave out the
rounds in which it was much.
"""
import argparse
import datetime
import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import corpus  # noqa: E402
import linli  # noqa: E402
import measure  # noqa: E402
import peers  # noqa: E402
import report  # noqa: E402
import watching  # noqa: E402


class Run:
    """One run: where it works, what it has measured."""

    def __init__(self, args):
        self.args = args
        self.work = os.path.abspath(args.work or os.path.join(tempfile.gettempdir(), "linli-bench"))
        self.scratch = measure.Scratch(self.work)
        self.floor = measure.Floor(self.work)
        self.exe = linli.program(args.linli)
        self.rows = []
        self.file = open(args.json, "a") if args.json else None

    def tell(self, **row):
        row = {k: round(v, 5) if isinstance(v, float) else v for k, v in row.items()}
        self.rows.append(row)
        line = json.dumps(row, ensure_ascii=False)
        print(line, flush=True)
        if self.file:
            print(line, file=self.file, flush=True)

    def about(self):
        """The machine, the day and the programs."""
        version = subprocess.run([self.exe, "--version"], capture_output=True, text=True).stdout.strip()
        self.tell(what="about", date=str(datetime.date.today()), linli=version, **measure.machine())
        for peer in self.args.peers:
            self.tell(what="peer", peer=peer, version=peers.version(peer))

    def site(self, size, who):
        """The site of a generator, made at first need."""
        root = os.path.join(self.work, "sites", "%s-%d" % (who, size))
        done = os.path.join(root, ".made")
        if not os.path.exists(done):
            if who == "linli":
                linli.write(self.exe, root, size)
            else:
                peers.write(who, root, size)
            open(done, "w").close()
        return root

    # -- builds
    def build(self, size):
        ours = self.site(size, "linli")
        linli.forget(ours)
        for who in ["linli"] + self.args.peers:
            site = self.site(size, who)
            self.floor.read(site)
            self.tell(what="read", who=who, size=size, **self.floor.read(site))
        for k in range(self.args.rounds):
            self.cold_and_warm(size, ours, k)
            for peer in self.args.peers:
                self.peer(size, peer, k)

    def cold_and_warm(self, size, site, k):
        """linli: cold, with no change, after one edit of a body, after one of a title."""
        out = self.scratch.fresh("public")
        linli.forget(site)
        os.sync()
        self.measured("cold", "linli", size, k, linli.build(self.exe, site, out), out)
        self.measured("same", "linli", size, k, linli.build(self.exe, site, out), out)
        rec, lang = list(linli.edits(size, k + 1))[k]
        for part in ("body", "title"):
            with linli.Edit(site, rec, lang) as edit:
                edit.save(edit.with_body("EDITED") if part == "body" else edit.with_title("EDITED"))
                self.measured(part, "linli", size, k, linli.build(self.exe, site, out), out)
            if part == "body":
                subprocess.run(linli.build(self.exe, site, out), check=True, stdin=subprocess.DEVNULL, capture_output=True)
        linli.forget(site)

    def peer(self, size, peer, k):
        site, out = self.site(size, peer), self.scratch.fresh("public")
        peers.prepare(peer, site)
        os.sync()
        self.measured("cold", peer, size, k, peers.build(peer, site, out), os.path.join(site, "public") if peer == "hexo" else out,
                      cwd=site, env=peers.environment(peer, os.path.dirname(out)))

    def measured(self, what, who, size, k, cmd, out, **how):
        row = measure.timed(cmd, log=os.path.join(self.work, "log-" + who), **how)
        self.tell(what=what, who=who, size=size, round=k, **row, **measure.tree(out))
        if row["rc"]:
            raise SystemExit("%s failed; its last words are in %s" % (who, os.path.join(self.work, "log-" + who)))
        if what == "cold":
            self.tell(what="floor", who=who, size=size, round=k, **self.floor.write(out, self.scratch.fresh))
            self.tell(what="copy", who=who, size=size, round=k, **self.floor.copy(out, self.scratch.fresh))

    # -- start
    def start(self):
        """What every command costs before it does anything."""
        empty = os.path.join(self.scratch.fresh("site"))
        os.makedirs(os.path.join(empty, "content"))
        with open(os.path.join(empty, "site.toml"), "w", encoding="utf-8") as file:
            file.write('base_url = "https://example.org"\ntimezone = "Asia/Shanghai"\n[name]\nzh = "空"\n[[languages]]\ntag = "zh-Hans"\npath = "zh"\n')
        for name, cmd in (("version", [self.exe, "--version"]), ("check", [self.exe, "-C", empty, "check"])):
            for k in range(11):
                row = measure.timed(cmd)
                if k:
                    self.tell(what=name, **row)
        self.tell(what="binary", bytes=os.path.getsize(self.exe))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = lambda text: [x for x in text.split(",") if x]  # noqa: E731
    ap.add_argument("--sizes", default=[200, 2000], type=lambda t: [int(x) for x in names(t)], help="records, each in two languages")
    ap.add_argument("--rounds", default=3, type=int)
    ap.add_argument("--peers", default=None, type=names, help="of %s; all that are found if absent" % ", ".join(peers.NAMES))
    ap.add_argument("--only", default=["start", "build", "watch"], type=names, help="start, build, watch")
    ap.add_argument("--edits", default=10, type=int, help="edits of each sort while watching")
    ap.add_argument("--soak", type=float, metavar="MINUTES", help="random saves under `watch`, and nothing else")
    ap.add_argument("--under", choices=["watch", "serve"], default="watch", help="… or under `serve`")
    ap.add_argument("--linli", help="the program; target/release/linli if absent")
    ap.add_argument("--work", help="scratch folder for sites and outputs; kept are the sites")
    ap.add_argument("--json", help="append every measurement here")
    ap.add_argument("--markdown", help="write the tables here")
    ap.add_argument("--report", nargs="+", metavar="JSONL", help="measure nothing: tables of earlier runs")
    ap.add_argument("--write-site", metavar="DIR", help="measure nothing: write linli's site of the first size there")
    args = ap.parse_args()
    if args.report:
        rows = [json.loads(line) for path in args.report for line in open(path, encoding="utf-8")]
        return report.write(rows, args.markdown)
    if args.write_site:
        return linli.write(linli.program(args.linli), args.write_site, args.sizes[0])
    asked = peers.NAMES if args.peers is None else args.peers
    args.peers = [p for p in asked if peers.program(p)]
    for peer in set(asked) - set(args.peers):
        print("not found, left out: %s" % peer, file=sys.stderr)
    run = Run(args)
    try:
        run.about()
        if args.soak:
            watching.soak(run.exe, run.site(args.sizes[0], "linli"), args.sizes[0], run.scratch, args.soak, run.tell, args.under)
        else:
            if "start" in args.only:
                run.start()
            for size in args.sizes:
                if "build" in args.only:
                    run.build(size)
                if "watch" in args.only:
                    watching.latency(run.exe, run.site(size, "linli"), size, run.scratch, args.edits, run.tell)
    finally:
        run.scratch.clear()
    report.write(run.rows, args.markdown)


if __name__ == "__main__":
    main()

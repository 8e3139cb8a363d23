"""Two builds of linli against each other: `python3 bench/compare.py OLD NEW --records 2000 --rounds 5`.

The programs take turns in each round: a cold build, a build without a change, a build after one edited body. Printed are the
medians of the CPU seconds (user and system) of each program and the median of the ratios of the rounds. Both sites are written by
`linli_site` and stamped by NEW; a difference in the output is no failure, its size is printed.
"""
import argparse
import os
import shutil
import statistics
import tempfile

import linli
from measure import timed, tree


def rounds(exes, sites, n, count):
    """For each round and program: CPU seconds by case."""
    taken = []
    for k in range(count):
        rec, lang = next(linli.edits(n, 1)) if k == 0 else list(linli.edits(n, k + 1))[-1]
        one = {}
        for name in (sorted(exes), sorted(exes, reverse=True))[k % 2]:
            exe, site = exes[name], sites[name]
            out = os.path.join(site, "public")
            linli.forget(site)
            shutil.rmtree(out, ignore_errors=True)
            times = {"cold": timed(linli.build(exe, site, out)), "no change": timed(linli.build(exe, site, out))}
            with linli.Edit(site, rec, lang) as edit:
                edit.save(edit.with_body("A word about round %d." % k))
                times["one edit"] = timed(linli.build(exe, site, out))
            for case, time in times.items():
                if time["rc"]:
                    raise SystemExit("%s ends with %d at %s" % (exe, time["rc"], case))
            one[name] = {case: time["cpu"] for case, time in times.items()}
            one[name]["bytes"] = tree(out)["bytes"]
        taken.append(one)
    return taken


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("old")
    ask.add_argument("new")
    ask.add_argument("--records", type=int, default=2000)
    ask.add_argument("--rounds", type=int, default=5)
    given = ask.parse_args()
    exes = {"old": linli.program(given.old), "new": linli.program(given.new)}
    with tempfile.TemporaryDirectory() as work:
        sites = {name: os.path.join(work, name) for name in exes}
        for site in sites.values():
            linli.write(exes["new"], site, given.records)
        taken = rounds(exes, sites, given.records, given.rounds)
    print("%d records, %d rounds; CPU seconds, medians" % (given.records, given.rounds))
    for case in ("cold", "no change", "one edit", "bytes"):
        old, new = ([one[name][case] for one in taken] for name in ("old", "new"))
        ratio = statistics.median(b / a for a, b in zip(old, new))
        print("%-10s old %12.3f  new %12.3f  new/old %.3f" % (case, statistics.median(old), statistics.median(new), ratio))


main()

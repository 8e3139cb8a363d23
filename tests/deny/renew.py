"""Renews advisories.tsv: `python3 tests/deny/renew.py FOLDER`, a clone of the RustSec advisory database.

In: crates/*/RUSTSEC-*.md of the clone. Out: one line an advisory, by crate. Always: withdrawn ones are left out; of those
under CC-BY (taken over from elsewhere, 2 %) the address stands in place of the title, all others are in the public domain.
"""

import pathlib
import re
import subprocess
import sys
import tomllib


def row(text):
    head, body = re.search(r"```toml\n(.*?)\n```\s*(.*)", text, re.S).groups()
    data = tomllib.loads(head)
    advisory, versions = data["advisory"], data["versions"]
    if "withdrawn" in advisory:
        return None
    title = re.search(r"^# (.*)", body, re.M)[1].replace("\t", " ").strip()
    if advisory.get("license", "CC0-1.0") != "CC0-1.0":
        title = advisory["url"]
    ranges = [", ".join(f'"{one}"' for one in versions.get(key, [])) for key in ("patched", "unaffected")]
    return [advisory["package"], advisory["id"], str(advisory["date"]), advisory.get("informational", "-"), *ranges, title]


def main(folder):
    rows = [row(path.read_text("utf-8")) for path in folder.glob("crates/*/RUSTSEC-*.md")]
    rows = sorted(row for row in rows if row)
    day = subprocess.run(["git", "-C", folder, "log", "-1", "--format=%cs"], check=True, capture_output=True, text=True).stdout.strip()
    lines = [f"# Known faults of crates (RustSec advisory database), as of {day}. Made by renew.py, not by hand."]
    lines.append("# crate\tid\tdate\tkind (-: a vulnerability)\tpatched\tunaffected\ttitle")
    lines += ["\t".join(row) for row in rows]
    pathlib.Path(__file__).with_name("advisories.tsv").write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(rows)} advisories as of {day}")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(pathlib.Path(sys.argv[1]))

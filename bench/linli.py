"""linli as the benchmark runs it: its site, its builds, its edits."""
import os
import shutil
import subprocess

import corpus
import linli_site

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
TODAY = ["--today", str(linli_site.TODAY)]


def program(given):
    """The program named, else the release build of this repository."""
    target = os.environ.get("CARGO_TARGET_DIR") or os.path.join(ROOT, "target")
    exe = os.path.abspath(given) if given else os.path.join(target, "release", "linli")
    if not os.path.exists(exe):
        raise SystemExit("no program at %s: run `cargo build --release`, or name one with --linli" % exe)
    return exe


def can(exe, command):
    """Whether this linli has the command."""
    return subprocess.run([exe, command, "--help"], stdin=subprocess.DEVNULL, capture_output=True).returncode == 0


def write(exe, root, n):
    """Makes the site, stamps its translations, and holds that `check` has nothing to say."""
    linli_site.write(root, n)
    subprocess.run([exe, "-C", root, "-q", "stamp", "--all"] + TODAY, check=True, capture_output=True)
    said = subprocess.run([exe, "-C", root, "--lang", "en", "check", "--format", "short"] + TODAY, capture_output=True, text=True)
    if said.returncode:
        raise SystemExit("the site made has errors:\n" + (said.stdout + said.stderr)[-4000:])
    found = [line for line in (said.stdout + said.stderr).splitlines() if "warning[" in line or "COM-" in line]
    if found:
        print("the site made has findings, for example:\n  " + "\n  ".join(found[:5]))


def build(exe, site, out):
    return [exe, "-C", site, "build", "-q", "-o", out] + TODAY


def forget(site):
    """A cold build knows nothing of an earlier one."""
    shutil.rmtree(os.path.join(site, ".linli"), ignore_errors=True)


class Edit:
    """A change of one file of a site, taken back at the end of the block."""

    def __init__(self, site, rec, lang):
        self.path = os.path.join(site, "content", rec.kind, rec.slug + ("" if lang == "zh" else ".en") + ".md")
        with open(self.path, encoding="utf-8") as file:
            self.before = file.read()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.save(self.before)

    def save(self, text):
        with open(self.path, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)

    def with_body(self, mark):
        """The text with a paragraph more at the end of its first section."""
        head, fence, body = self.before.partition("\n---\n")
        at = body.index("\n## ", 10)
        return head + fence + body[:at] + "\n" + mark + "\n" + body[at:]

    def with_title(self, mark):
        head, rest = self.before.split("\ntitle: ", 1)
        return head + "\ntitle: \"" + mark + "\"\n" + rest.split("\n", 1)[1]


def address(rec, lang):
    return "%s/%s/%s/" % (lang, rec.kind, rec.slug)


def edits(n, count):
    """Records to edit, spread over the site, the languages in turn."""
    for k in range(count):
        rec = corpus.Record(corpus.SEED, (k * 37 + 11) % n, n)
        yield rec, corpus.LANGS[k % 2]

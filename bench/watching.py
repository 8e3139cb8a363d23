"""How soon an edit is seen: `linli serve` over HTTP, `linli watch` on disk; and saves for an hour.

Always: a measurement starts just before the file is written and ends when the page that was asked for has the
new words. Everything is on 127.0.0.1.
"""
import http.client
import os
import random
import signal
import socket
import subprocess
import time

import corpus
import linli

WAIT = 60


def _free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """A running `serve` or `watch`."""

    def __init__(self, exe, site, scratch, disk=False):
        self.port, self.out, self.link = _free_port(), scratch.fresh("public"), None
        self.log = open(scratch.fresh("log"), "wb")
        how = ["watch", "-o", self.out] if disk else ["serve", "-i", "127.0.0.1", "-p", str(self.port)]
        self.start = time.monotonic()
        self.proc = subprocess.Popen([exe, "-C", site] + how + linli.TODAY, stdin=subprocess.DEVNULL, stdout=self.log,
                                     stderr=subprocess.STDOUT, start_new_session=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.proc.send_signal(signal.SIGINT)
        try:
            self.proc.wait(10)
        except subprocess.TimeoutExpired:
            self.proc.kill()
            self.proc.wait()
        self.log.close()

    def get(self, address):
        """The page as it is served; nothing where it is not."""
        try:
            if self.link is None:
                self.link = http.client.HTTPConnection("127.0.0.1", self.port, timeout=WAIT)
            self.link.request("GET", "/" + address)
            answer = self.link.getresponse()
            body = answer.read()
            return body if answer.status == 200 else b""
        except (OSError, http.client.HTTPException):
            self.link = None
            return b""

    def read(self, address):
        """The page as it lies on the disk."""
        try:
            with open(os.path.join(self.out, address, "index.html" if address.endswith("/") else ""), "rb") as file:
                return file.read()
        except OSError:
            return b""

    def _stat(self):
        with open("/proc/%d/stat" % self.proc.pid) as file:
            return [int(x) for x in file.read().rsplit(")", 1)[1].split()[11:13]]

    def cpu(self):
        return sum(self._stat()) / os.sysconf("SC_CLK_TCK")

    def rss(self):
        """MiB now."""
        with open("/proc/%d/status" % self.proc.pid) as file:
            return next(int(line.split()[1]) for line in file if line.startswith("VmRSS")) / 1024

    def idle(self, quiet=0.4, limit=WAIT):
        """Waits until it has used no CPU for a while."""
        end, last, since = time.monotonic() + limit, self.cpu(), time.monotonic()
        while time.monotonic() < end and time.monotonic() - since < quiet:
            time.sleep(0.05)
            now = self.cpu()
            if now - last > 0.01:
                last, since = now, time.monotonic()


def _until(done, limit=WAIT, step=0.001):
    end = time.monotonic() + limit
    while time.monotonic() < end:
        if done():
            return True
        time.sleep(step)
    return False


def latency(exe, site, n, scratch, count, tell):
    """Body edits served and on disk, title edits as the lists show them: one result each to `tell`."""
    for disk in (False, True):
        command = "watch" if disk else "serve"
        if not linli.can(exe, command):
            tell(what=command, size=n, available=False)
            continue
        with Server(exe, site, scratch, disk) as server:
            look = server.read if disk else server.get
            first = linli.address(corpus.Record(corpus.SEED, 0, n), "zh")
            if not _until(lambda: look(first), 600, 0.02):
                tell(what=command, size=n, available=False)
                continue
            tell(what="start", size=n, disk=disk, wall=time.monotonic() - server.start, rss=server.rss())
            server.idle()
            for k, (rec, lang) in enumerate(linli.edits(n, count)):
                _one(server, look, site, rec, lang, "body", k, disk, n, tell)
            for k, (rec, lang) in enumerate(_newest(n, count)):
                _one(server, look, site, rec, lang, "title", k, disk, n, tell)
            tell(what="end", size=n, disk=disk, rss=server.rss())


def _newest(n, count):
    """A record that its kind's list shows, in each language in turn."""
    newest = {}
    for rec in sorted(corpus.records(n), key=lambda rec: rec.date):
        newest[rec.kind] = rec
    for k in range(count):
        yield list(newest.values())[k % len(newest)], corpus.LANGS[k % 2]


def _one(server, look, site, rec, lang, part, k, disk, n, tell):
    mark = "EDITED%dN%d" % (k, time.time_ns() // 1000)
    where = [linli.address(rec, lang)] + (["%s/%s/" % (lang, rec.kind)] if part == "title" else [])
    with linli.Edit(site, rec, lang) as edit:
        cpu, start = server.cpu(), time.monotonic()
        edit.save(edit.with_body(mark) if part == "body" else edit.with_title(mark))
        ok = all(_until(lambda page=page: mark.encode() in look(page)) for page in where)
        wall = time.monotonic() - start
        server.idle()
        tell(what="edit", part=part, size=n, disk=disk, ok=ok, wall=wall, cpu=server.cpu() - cpu)
    server.idle()


def soak(exe, site, n, scratch, minutes, tell, command="watch"):
    """Random saves, whole and half, for so long; RSS every few seconds. Flat: the last quarter as the second."""
    if not linli.can(exe, command):
        tell(what="soak", command=command, size=n, available=False)
        return
    draw, samples = random.Random(1), []
    with Server(exe, site, scratch, disk=command == "watch") as server:
        look = server.read if command == "watch" else server.get
        first = linli.address(corpus.Record(corpus.SEED, 0, n), "zh")
        _until(lambda: look(first), 600, 0.02)
        end, saves = time.monotonic() + 60 * minutes, 0
        while time.monotonic() < end:
            rec, lang = corpus.Record(corpus.SEED, draw.randrange(n), n), draw.choice(corpus.LANGS)
            with linli.Edit(site, rec, lang) as edit:
                for _ in range(draw.randrange(1, 4)):
                    text = draw.choice([edit.with_body("SAVED %d" % saves), edit.with_title("SAVED %d" % saves)])
                    # An editor that is caught while it saves leaves half a file for a moment.
                    edit.save(text if draw.random() < 0.8 else text[:draw.randrange(len(text))])
                    saves += 1
                    time.sleep(draw.random())
                look(linli.address(rec, lang))
            if not samples or time.monotonic() - samples[-1][0] > 5:
                samples.append((time.monotonic(), server.rss()))
    rss = [r for _, r in samples]
    quarter = max(1, len(rss) // 4)
    early, late = (sorted(part)[len(part) // 2] for part in (rss[quarter:2 * quarter] or rss, rss[-quarter:]))
    tell(what="soak", command=command, size=n, available=True, minutes=minutes, saves=saves, early=early, late=late, peak=max(rss),
         start=rss[0], end=rss[-1], flat=late <= 1.05 * early)

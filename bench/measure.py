"""Measuring one command, one folder, one machine."""
import os
import platform
import re
import shutil
import signal
import subprocess
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def _busy():
    """CPU seconds that the whole machine has spent so far; 0 where the system does not tell."""
    try:
        with open("/proc/stat") as file:
            f = [int(x) for x in file.readline().split()[1:9]]
    except OSError:
        return 0.0
    return (sum(f) - f[3] - f[4]) / os.sysconf("SC_CLK_TCK")


def timed(cmd, cwd=None, env=None, limit=1800, log=None):
    """Wall, user and sys seconds and peak RSS (MiB, the largest process) of a command; `other`: CPU seconds that
    everything else on the machine used meanwhile; `rc`: its exit code."""
    before = _busy()
    out = open(log, "ab") if log else subprocess.DEVNULL
    start = time.monotonic()
    proc = subprocess.Popen(cmd, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=subprocess.STDOUT,
                            start_new_session=True)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(proc.pid, signal.SIGKILL))
    signal.alarm(limit)
    try:
        _, status, used = os.wait4(proc.pid, 0)
    finally:
        signal.alarm(0)
        if log:
            out.close()
    wall = time.monotonic() - start
    proc.returncode = os.waitstatus_to_exitcode(status)
    other = max(0.0, _busy() - before - used.ru_utime - used.ru_stime)
    rss = used.ru_maxrss / (1024 if platform.system() == "Linux" else 1024 * 1024)
    return {"wall": wall, "user": used.ru_utime, "sys": used.ru_stime, "cpu": used.ru_utime + used.ru_stime,
            "rss": rss, "other": other, "rc": proc.returncode}


def tree(folder):
    """Files, bytes and HTML pages below a folder."""
    files = size = pages = 0
    for at, _, names in os.walk(folder):
        for name in names:
            files += 1
            pages += name.endswith(".html")
            size += os.lstat(os.path.join(at, name)).st_size
    return {"files": files, "bytes": size, "pages": pages}


class Floor:
    """What no build can beat, in the minute of the build: the same files from memory, `cp -r`, the input read."""

    def __init__(self, work):
        self.exe = os.path.join(work, "floor")
        source = os.path.join(HERE, "floor.rs")
        if not os.path.exists(self.exe) or os.path.getmtime(self.exe) < os.path.getmtime(source):
            subprocess.run(["rustc", "--edition", "2024", "-O", "-o", self.exe, source], check=True)

    def write(self, site, fresh):
        """Seconds to write the files of a finished site: with one thread, with one a core, the better of them."""
        os.sync()
        cores = os.cpu_count() or 1
        walls = [self._say(site, fresh("floor"), str(n))[0] for n in sorted({1, cores})]
        return {"one": walls[0], "all": walls[-1], "wall": min(walls)}

    def copy(self, site, fresh):
        os.sync()
        return timed(["cp", "-r", site, fresh("copy")])

    def read(self, folder):
        wall, size = self._say("--read", folder)
        return {"wall": wall, "bytes": int(size)}

    def _say(self, *args):
        said = subprocess.run([self.exe, *args], capture_output=True, text=True, check=True).stdout
        return [float(x) for x in said.split()]


class Scratch:
    """A folder for all that a run makes. Nothing is deleted before the end: on ext4 without a journal, creating files
    within a minute of deleting others is several times slower."""

    def __init__(self, path):
        self.path = os.path.abspath(path)
        self.made = os.path.join(self.path, "o")
        self.count = 0
        os.makedirs(self.made, exist_ok=True)

    def fresh(self, name):
        """A path that never existed."""
        self.count += 1
        folder = os.path.join(self.made, "%d-%d" % (os.getpid(), self.count))
        os.makedirs(folder)
        return os.path.join(folder, name)

    def clear(self):
        shutil.rmtree(self.made, ignore_errors=True)


def machine():
    """What the numbers were measured on, without its name."""
    cpu = platform.processor() or platform.machine()
    memory = ""
    try:
        with open("/proc/cpuinfo") as file:
            found = re.search(r"model name\s*:\s*(.+)", file.read())
        cpu = found.group(1).strip() if found else cpu
        with open("/proc/meminfo") as file:
            memory = "%.0f GiB" % (int(file.readline().split()[1]) / 1024 ** 2)
    except OSError:
        pass
    return {"cpu": cpu, "cores": os.cpu_count(), "memory": memory, "system": "%s %s" % (platform.system(), platform.release().split("-")[0])}

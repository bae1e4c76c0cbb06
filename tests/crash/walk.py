#!/usr/bin/env python3
"""Walks every system call of a small build: at each, the program is killed, or told that the disk is
full, broken, or closed to it. See README.md.

  walk.py --sala target/release/sala [--every 1] [--jobs 2] [--folder /tmp/…] [--verbose]
"""

import argparse
import collections
import multiprocessing
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from campaign import Campaign, Torn, text

# Calls that reach a file system. Names that this machine does not know are left out.
CALLS = """openat open creat read pread64 readv write pwrite64 writev copy_file_range sendfile rename renameat
renameat2 link linkat unlink unlinkat mkdir mkdirat rmdir fsync fdatasync syncfs ftruncate close stat lstat
fstat newfstatat statx getdents64 chmod fchmod fchmodat utimensat flock fcntl mmap ioctl lseek readlink
readlinkat symlink symlinkat access faccessat faccessat2""".split()
KILL = "kill"
HARMS = [KILL, "ENOSPC", "EIO", "EACCES"]
# A build into nothing, and one that takes the place of an earlier one.
WAYS = ["first", "again"]

# A call as it begins: `123 openat(…`; where another thread cuts in, the rest is on another line.
BEGINS = re.compile(rb"^\d+ +([a-z0-9_]+)\((.*)")
QUOTED = re.compile(rb'"((?:[^"\\]|\\.)*)"')
DESCRIPTOR = re.compile(rb"\d+<(/[^>]*)>")
# A message that names its place.
NAMED = re.compile(r"error\[E\d+\] [^:\n]+: .")
ESCAPE = re.compile(rb"\\([0-7]{1,3}|.)")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sala", type=Path, required=True)
    arguments.add_argument("--every", type=int, default=1, help="walk one point of so many")
    arguments.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments.add_argument("--folder", type=Path, help="where the campaigns are written")
    arguments.add_argument("--verbose", action="store_true", help="print every point")
    options = arguments.parse_args()
    if shutil.which("strace") is None:
        sys.exit("walk.py needs strace")
    begun = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="sala-crash-", dir=options.folder)).resolve()
    try:
        failed = walk(options, folder, begun)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    sys.exit(1 if failed else 0)


def walk(options, folder, begun):
    sala = options.sala.resolve()
    points = [
        (way, *call, harm)
        for way in WAYS
        for call in calls_of(way, Walker(folder / "reference", sala))
        for harm in HARMS
        # What is closed is closed, whatever the call says.
        if harm == KILL or call[0] != "close"
    ]
    if not points:
        sys.exit("no call was seen: does strace run here?")
    # In an order that is the same every time, so that a part of the points has some of each kind.
    random.Random(0).shuffle(points)
    points = points[:: options.every]
    work = [(sala, folder / str(job), points[job :: options.jobs]) for job in range(options.jobs)]
    walked = collections.Counter()
    met = collections.Counter()
    failures = []
    with multiprocessing.Pool(options.jobs) as pool:
        for results in pool.imap_unordered(walk_part, work):
            for (way, call, path, number, harm), is_met, failure in results:
                walked[call, harm] += 1
                met[call, harm] += is_met
                if failure:
                    failures.append(f"{way}: {call} no. {number} of {path}: {harm}: {failure}")
                if options.verbose:
                    print(way, call, number, path, harm, "met" if is_met else "NOT MET", failure or "")
    calls = sorted({call for call, _ in walked})
    print(f"{'call':16}" + "".join(f"{harm:>9}" for harm in HARMS))
    for call in calls:
        print(f"{call:16}" + "".join(f"{met[call, harm]:9}" for harm in HARMS))
    not_met = walked.total() - met.total()
    print(
        f"\n{met.total()} points walked in {time.monotonic() - begun:.0f} s, "
        f"{not_met} not met, {len(failures)} failures"
    )
    for failure in sorted(failures):
        print(failure)
    # A run whose threads take turns in another way may miss some.
    return failures or not_met * 20 > walked.total()


def walk_part(work):
    sala, folder, points = work
    walker = Walker(folder, sala)
    results = []
    for point in points:
        try:
            walker.make_ready(point[0])
            results.append((point, *walker.harm(*point)))
        except (Torn, OSError, subprocess.SubprocessError) as failure:
            results.append((point, True, str(failure)))
            walker.begin_anew()
    return results


class Walker(Campaign):
    """A campaign that is harmed again and again."""

    def __init__(self, root, sala):
        super().__init__(root, sala)
        self.log = self.root.with_name(self.root.name + ".log")
        self.learn()

    def begin_anew(self):
        shutil.rmtree(self.root)
        self.root.mkdir()

    def make_ready(self, way):
        """Brings about what stands there before the harmed run."""
        if way == "first":
            self.write("new")
            self.forget()
            return
        for version in ["new", "old"] if not self.output.exists() else ["old"]:
            self.write(version)
            self.build()
            if self.standing() != version:
                raise Torn(f"an ordinary build of the {version} site leaves another")
            self.assert_clean()
        self.write("new")

    def harm(self, way, call, path, number, harm):
        """Runs a build that is harmed at this call; tells whether the call was met, and what is wrong."""
        what = "signal=SIGKILL" if harm == KILL else f"error={harm}"
        where = ["-P", str(self.root / path)] if path else []
        ran = self.traced(where + ["-e", f"inject={call}:{what}:when={number}"], call)
        log = self.log.read_bytes()
        is_met = b"(INJECTED)" in log or b"killed by SIGKILL" in log
        before = {"first": "nothing", "again": "old"}[way]
        standing = self.standing()
        said = text(ran.stderr)
        if "panicked" in said:
            raise Torn(f"it panicked: {said}")
        if harm == KILL and is_met:
            allowed = {before, "new"}
        elif ran.returncode == 0:
            allowed = {"new"}
            if not said:
                self.assert_clean()
        elif ran.returncode in (1, 3, 4):
            allowed = {before}
            if "error[" not in said:
                raise Torn(f"it ends with {ran.returncode} and says only: {said}")
            if not NAMED.search(said):
                raise Torn(f"no place is named: {said}")
        else:
            raise Torn(f"it ends with {ran.returncode}: {said}")
        if standing not in allowed:
            raise Torn(f"it ends with {ran.returncode}, and the {standing} site stands: {said}")
        self.build()
        if self.standing() != "new":
            raise Torn("the next build does not cure it")
        self.assert_clean()
        return is_met, None

    def traced(self, arguments, calls):
        strace = ["strace", "-f", "-qq", "-y", "-s", "4096", "-o", str(self.log)]
        strace += ["-e", f"trace={calls}", *arguments]
        return subprocess.run(
            strace + self.command(), env=self.environment(), capture_output=True, timeout=60
        )


def calls_of(way, walker):
    """Every call that a build makes within the campaign: its name, its path, and which one of these."""
    known = ",".join("?" + call for call in CALLS)
    # Twice, for the second run finds what every later one will find.
    for _ in range(2):
        walker.make_ready(way)
        ran = walker.traced([], known)
        if ran.returncode != 0:
            sys.exit(f"the build fails under strace: {text(ran.stderr)}")
    walker.standing()
    root = os.fsencode(walker.root)
    seen = collections.Counter()
    calls = {}
    for line in walker.log.read_bytes().splitlines():
        begins = BEGINS.match(line)
        if not begins:
            continue
        # An injection is counted for each thread.
        call, thread = begins[1].decode(), line.split(maxsplit=1)[0]
        seen[thread, call, None] += 1
        path = path_of(begins[2], root)
        if path is None:
            continue
        # The number of the process is in the name of a file that is kept: no path is the same again, and
        # so the call is found by its place among all of the thread.
        path = None if "/new-" in path else path
        if path is not None:
            seen[thread, call, path] += 1
        calls[call, path, seen[thread, call, path]] = True
    return list(calls)


def path_of(arguments, root):
    """The path below the campaign that a call is about, if it is about one."""
    named = [ESCAPE.sub(unescape, found) for found in QUOTED.findall(arguments)]
    paths = [path for path in named if path.startswith(root)]
    if not paths:
        paths = [ESCAPE.sub(unescape, found) for found in DESCRIPTOR.findall(arguments)[:1]]
    for path in paths:
        if path.startswith(root) and not path.endswith(b" (deleted)"):
            return os.fsdecode(path[len(root) :].lstrip(b"/"))
    return None


def unescape(match):
    escaped = match[1]
    if escaped[:1].isdigit():
        return bytes([int(escaped, 8)])
    return {b"n": b"\n", b"t": b"\t", b"r": b"\r"}.get(escaped, escaped)


if __name__ == "__main__":
    main()

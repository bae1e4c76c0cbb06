#!/usr/bin/env python3
"""Whether the work grows in step with the places that have a table and a chart each.

  linear.py [--sala target/release/sala] [--places 100 400 1600] [--runs 9]

Writes the campaigns of `rows.py` into temporary folders, builds each anew, in turn, and prints the
medians of CPU time (user and system). Four times the places may take 1.1 times four times as long; if
they take longer, it ends with 1. What a campaign of one place takes is measured too, and the growth is
shown with it taken off, since what every build begins with would hide growth among few places.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
MOST = 1.1


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sala", type=Path, default=HERE.parent / "target/release/sala")
    arguments.add_argument("--places", type=int, nargs="+", default=[100, 400, 1600])
    arguments.add_argument("--runs", type=int, default=9)
    options = arguments.parse_args()
    counts = [1, *sorted(options.places)]
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        folder = Path(folder)
        for count in counts:
            rows = [sys.executable, HERE / "rows.py", folder / str(count), "--places", str(count)]
            subprocess.run(rows, check=True)
        taken = {count: [] for count in counts}
        for run in range(options.runs + 1):
            for count in counts:
                seconds = build(options.sala.resolve(), folder / str(count), folder / "site")
                if run > 0:  # the first one warms the caches
                    taken[count].append(seconds)
    report(counts, {count: statistics.median(all_) for count, all_ in taken.items()}, options.runs)


def memory():
    """Where files stand in memory, if there is such a place: the disk is not what is measured."""
    return "/dev/shm" if Path("/dev/shm").is_dir() else None


def build(sala, campaign, site):
    for left in (site, campaign / ".sala"):
        shutil.rmtree(left, ignore_errors=True)
    command = [sala, "build", "--root", campaign, "--output", site]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"the build of {campaign.name} places ended with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def report(counts, seconds, runs):
    first = seconds[counts[0]]
    print(f"{'places':>8}{'CPU s':>9}{'growth':>9}{'without the start':>20}   medians of {runs}")
    print(f"{counts[0]:8}{first:9.3f}")
    too_much = []
    for smaller, count in zip([None, *counts[1:]], counts[1:]):
        line = f"{count:8}{seconds[count]:9.3f}"
        if smaller is not None:
            times = count / smaller
            growth = seconds[count] / seconds[smaller] / times
            bare = (seconds[count] - first) / max(seconds[smaller] - first, 1e-9) / times
            line += f"{growth:9.2f}{bare:20.2f}"
            if growth > MOST:
                too_much.append(f"{count} places take {growth:.2f} times what {times:g} × {smaller} take")
        print(line)
    if too_much:
        sys.exit("\n".join(too_much))


if __name__ == "__main__":
    main()

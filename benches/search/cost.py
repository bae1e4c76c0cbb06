#!/usr/bin/env python3
"""What the search costs a build: the same campaign built with its index and without, in turn.

  cost.py SALA SITE [--times 7] [--instructions]

SITE is the folder of a campaign, as `pages.py` writes one; it is copied. Tells the medians of the user
and the system's time, and what the search adds. --instructions counts those of one build each on one
thread with valgrind instead, which other programs at work do not change.
"""

import argparse
import os
import re
import resource
import shutil
import subprocess
import tempfile
from pathlib import Path
from statistics import median


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("sala", type=Path)
    arguments.add_argument("site", type=Path)
    arguments.add_argument("--times", type=int, default=7)
    arguments.add_argument("--instructions", action="store_true")
    options = arguments.parse_args()
    sala = options.sala.resolve()
    with tempfile.TemporaryDirectory() as folder:
        sites = {name: Path(folder) / name for name in ("with", "without")}
        for site in sites.values():
            for part in ("sala.toml", "content"):
                source = options.site / part
                (shutil.copytree if source.is_dir() else copy)(source, site / part)
        settings = sites["without"] / "sala.toml"
        settings.write_text("build_search_index = false\n" + settings.read_text("utf-8"), "utf-8")
        measure = instructions if options.instructions else times
        measure(sala, sites, options.times)


def copy(source, target):
    target.parent.mkdir(parents=True)
    shutil.copy(source, target)


def times(sala, sites, count):
    took = {name: [] for name in sites}
    for _ in range(count):
        for name, site in sites.items():
            empty(site)
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run([sala, "build"], cwd=site, check=True, stdout=subprocess.DEVNULL)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            took[name].append((after.ru_utime - before.ru_utime, after.ru_stime - before.ru_stime))
    user, system = ({name: median(time[kind] for time in took[name]) for name in took} for kind in (0, 1))
    for kind, of in (("user", user), ("system", system)):
        print(f"{kind} s: with {of['with']:.3f}, without {of['without']:.3f}, {share(of)} more")


def instructions(sala, sites, _):
    counted = {}
    for name, site in sites.items():
        empty(site)
        command = ["valgrind", "--tool=callgrind", f"--callgrind-out-file={site}/callgrind.out", sala, "build"]
        environment = {**os.environ, "RAYON_NUM_THREADS": "1"}
        told = subprocess.run(command, cwd=site, env=environment, check=True, capture_output=True, text=True).stderr
        counted[name] = int(re.search(r"Collected : (\d+)", told)[1])
    in_millions = {name: round(count / 1e6) for name, count in counted.items()}
    print(f"million instructions: with {in_millions['with']}, without {in_millions['without']}, {share(counted)} more")


def share(of):
    return f"{of['with'] / of['without'] - 1:.1%}"


def empty(site):
    for made in ("public", ".sala"):
        shutil.rmtree(site / made, ignore_errors=True)


if __name__ == "__main__":
    main()

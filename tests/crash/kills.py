#!/usr/bin/env python3
"""Kills a build at random moments: after each kill the old site or the new one stands whole.

  kills.py --sala target/release/sala [--count 10000] [--jobs 2] [--folder /tmp/…]
"""

import argparse
import collections
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from campaign import Campaign, Torn

OTHER = {"old": "new", "new": "old"}


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sala", type=Path, required=True)
    arguments.add_argument("--count", type=int, default=10_000)
    arguments.add_argument("--jobs", type=int, default=os.cpu_count())
    arguments.add_argument("--folder", type=Path, help="where the campaigns are written")
    options = arguments.parse_args()
    begun = time.monotonic()
    folder = Path(tempfile.mkdtemp(prefix="sala-kills-", dir=options.folder)).resolve()
    sala = options.sala.resolve()
    shares = [options.count // options.jobs] * options.jobs
    shares[0] += options.count - sum(shares)
    work = [(sala, folder / str(job), share, job) for job, share in enumerate(shares)]
    try:
        with multiprocessing.Pool(options.jobs) as pool:
            results = pool.map(kill, work)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    stood = sum((stood for stood, _ in results), collections.Counter())
    failures = [failure for _, failures in results for failure in failures]
    print(
        f"{stood.total()} kills in {time.monotonic() - begun:.0f} s: the old site stood after "
        f"{stood['old']}, the new one after {stood['new']}; {len(failures)} failures"
    )
    for failure in failures:
        print(failure)
    sys.exit(1 if failures or not (stood["old"] and stood["new"]) else 0)


def kill(work):
    sala, folder, count, seed = work
    moments = random.Random(seed)
    campaign = Campaign(folder, sala)
    campaign.learn()
    for version in ("new", "old"):
        campaign.write(version)
        campaign.build()
    standing = "old"
    longest = 0.1
    stood = collections.Counter()
    failures = []
    for number in range(count):
        after = OTHER[standing]
        campaign.write(after)
        begun = time.monotonic()
        build = subprocess.Popen(
            campaign.command(),
            env=campaign.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            # Now and then it ends before it is killed, which tells how long it takes at this hour.
            build.wait(timeout=moments.uniform(0, longest))
            longest = 0.9 * longest + 0.1 * 1.2 * (time.monotonic() - begun)
        except subprocess.TimeoutExpired:
            build.kill()
            build.wait()
            longest = min(longest * 1.002, 10)
        try:
            found = campaign.standing()
            if found not in (standing, after):
                raise Torn(f"{found} stands")
            stood["new" if found == after else "old"] += 1
            # Mostly one kill follows another; now and then an ordinary build has to cure it all.
            if number % 10 == 9:
                campaign.build()
                found = campaign.standing()
                if found != after:
                    raise Torn("the next build does not cure it")
                campaign.assert_clean()
            standing = found
        except (Torn, OSError, subprocess.SubprocessError) as failure:
            failures.append(f"kill {number}: {failure}")
            campaign.write("old")
            campaign.forget()
            campaign.build()
            standing = "old"
    return stood, failures


if __name__ == "__main__":
    main()

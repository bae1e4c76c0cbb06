#!/usr/bin/env python3
"""Builds a campaign again and again and prints the medians of wall time, CPU time and peak memory.

  again.py CAMPAIGN PAGE [--runs 5] [--sala target/release/sala] [--output FOLDER]

Five cases in turn: nothing stands there yet; nothing was edited; the body of PAGE was, a file in
CAMPAIGN; it was once more, now that two trees stand; its title was. PAGE is put back as it was.
"""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("campaign", type=Path)
    arguments.add_argument("page")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--sala", default="target/release/sala")
    arguments.add_argument("--output", type=Path, help="else beside CAMPAIGN")
    options = arguments.parse_args()
    output = options.output or options.campaign.with_name(options.campaign.name + "-again")
    command = [options.sala, "build", "--root", str(options.campaign), "--output", str(output)]
    page = options.campaign / options.page
    written = page.read_bytes()
    measured = {
        "anew": [],
        "nothing edited": [],
        "one body edited": [],
        "another time": [],
        "its title edited": [],
    }
    try:
        for number in range(options.runs):
            shutil.rmtree(output, ignore_errors=True)
            shutil.rmtree(options.campaign / ".sala", ignore_errors=True)
            measured["anew"].append(run(command))
            measured["nothing edited"].append(run(command))
            page.write_bytes(written + f"\nកែលើកទី {number}។\n".encode())
            measured["one body edited"].append(run(command))
            page.write_bytes(written + f"\nកែទៀតលើកទី {number}។\n".encode())
            measured["another time"].append(run(command))
            title = rb"\g<0>" + str(number).encode()
            page.write_bytes(re.sub(rb"(?m)^title = ['\"]", title, written, count=1))
            measured["its title edited"].append(run(command))
            page.write_bytes(written)
    finally:
        page.write_bytes(written)
        shutil.rmtree(output, ignore_errors=True)
    print(f"{'':24}{'wall s':>9}{'CPU s':>9}{'MiB':>8}   medians of {options.runs}")
    for name, runs in measured.items():
        wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
        print(f"{name:24}{wall:9.3f}{cpu:9.3f}{memory:8.0f}")


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} failed")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Runs commands in turn and prints the medians of their wall time, CPU time and peak memory.

  measure.py RUNS NAME OUTPUT COMMAND [-- NAME OUTPUT COMMAND …]

COMMAND is one argument and is split at spaces; it names OUTPUT. Every run writes into a folder of its
own, OUTPUT-0, OUTPUT-1 and so on, and all but the last are removed at the end: right after a large tree
is removed, ext4 is several times slower, and that would be measured instead. One round that does not
count warms the disk's cache. CPU and memory are those that
the system accounts to the finished process.
"""

import os
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path


def main():
    runs = int(sys.argv[1])
    programs = [group.split("\0") for group in "\0".join(sys.argv[2:]).split("\0--\0")]
    measured = {name: [] for name, _, _ in programs}
    for number in range(runs + 1):
        for name, output, command in programs:
            result = run(shlex.split(command.replace(output, f"{output}-{number}")))
            if number > 0:
                measured[name].append(result)
    for _, output, _ in programs:
        shutil.rmtree(output, ignore_errors=True)
        Path(f"{output}-{runs}").rename(output)
        for number in range(runs):
            shutil.rmtree(f"{output}-{number}")
    print(f"{'':24}{'wall s':>9}{'CPU s':>9}{'MiB':>8}{'pages':>8}   medians of {runs}")
    for name, output, _ in programs:
        wall, cpu, memory = (statistics.median(column) for column in zip(*measured[name]))
        pages = sum(1 for _ in Path(output).rglob("*.html"))
        print(f"{name:24}{wall:9.3f}{cpu:9.3f}{memory:8.0f}{pages:8}")
    last = programs[-1][0]
    base = [statistics.median(column) for column in zip(*measured[last])]
    for name, _, _ in programs[:-1]:
        own = [statistics.median(column) for column in zip(*measured[name])]
        shares = "".join(f"{value / whole:9.2f}" for value, whole in zip(own, base))
        print(f"{name} ÷ {last}:".ljust(40) + shares + "   (wall, CPU, memory)")


def run(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    problems = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} failed:\n{problems}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()

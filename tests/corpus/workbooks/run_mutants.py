#!/usr/bin/env python3
"""Reads mutants of the seeds at scale, and tells which ones panic, end the program or take too long.

    tests/corpus/workbooks/run_mutants.py [--count 10000] [--from 0] [--keep FOLDER]

Each is made from its number alone, so a number is enough to see it again; `--keep` writes those that
were told here. A reader has 4 GB of address space and ten seconds for each mutant.
"""
import argparse
import collections
import os
import pathlib
import resource
import select
import subprocess
import time

ROOT = pathlib.Path(__file__).parents[3]
TEST = "data::workbook::corpus::fresh_mutants_are_told_or_read"
SECONDS = 10
MEMORY = 4 << 30

options = argparse.ArgumentParser()
options.add_argument("--count", type=int, default=10_000)
options.add_argument("--from", dest="begin", type=int, default=0)
options.add_argument("--keep", type=pathlib.Path)
options.add_argument("--program", help="the library's tests, compiled")
options = options.parse_args()

program = options.program
if not program:
    build = ["cargo", "test", "--release", "--lib", "--no-run", "--message-format", "short"]
    told = subprocess.run(build, cwd=ROOT, stderr=subprocess.PIPE, text=True, check=True).stderr
    program = next(line for line in told.splitlines() if "src/lib.rs" in line).rsplit("(", 1)[1].rstrip(")")


def run(begin, end):
    """Reads mutants until one ends the program; gives the number from which to go on."""
    child = subprocess.Popen(
        [program, "--exact", TEST, "--nocapture", "--test-threads", "1"],
        cwd=ROOT,
        env=os.environ | {"SALA_MUTANTS": f"{begin}..{end}"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY)),
    )
    os.set_blocking(child.stderr.fileno(), False)
    rest, number, ended, since = b"", begin, True, time.monotonic()
    last = b""
    while True:
        ready, _, _ = select.select([child.stderr], [], [], 1)
        data = os.read(child.stderr.fileno(), 1 << 16) if ready else None
        if data == b"":
            break
        for line in (rest + (data or b"")).split(b"\n")[:-1]:
            if line.startswith(b"mutant "):
                _, number, name, what, *more = line.decode().split(" ", 4)
                number, ended, since = int(number), what != "begins", time.monotonic()
                last = b"" if what == "begins" else last
                if what == "panics":
                    tell(number, name, "panics", last)
                elif ended:
                    outcomes["read" if not more or not more[0] else more[0][:11]] += 1
            elif b"panicked at" in line:
                last = line.split(b"panicked at ")[1]
        rest = (rest + (data or b"")).rsplit(b"\n", 1)[-1]
        if not ended and time.monotonic() - since > SECONDS:
            child.kill()
            tell(number, "", "takes too long", b"")
            child.wait()
            return number + 1
    if child.wait() == 0:
        return end
    if not ended:
        tell(number, "", f"ends the program ({child.returncode})", last)
    return number + 1


def tell(number, name, what, why):
    outcomes[what] += 1
    found.append(number)
    print(number, name, what, why.decode(errors="replace")[:160], flush=True)


outcomes, found = collections.Counter(), []
begin, end = options.begin, options.begin + options.count
while begin < end:
    begin = run(begin, end)
print(dict(sorted(outcomes.items())))
if options.keep:
    for number in found:
        subprocess.run(
            [program, "--exact", TEST],
            cwd=ROOT,
            env=os.environ | {"SALA_MUTANTS": f"{number}..{number + 1}", "SALA_MUTANTS_KEPT": options.keep},
            stdout=subprocess.DEVNULL,
            check=True,
        )

#!/usr/bin/env python3
"""What leaflets cost: builds a campaign of as many pages of Khmer text, each another, and prints what a
leaflet of each page adds to it.

    benches/leaflets.py [--count 1000] [--format a4] [--program target/release/sala] [--folder /dev/shm]

The pages are those of generate.py, about 600 words each; they make no sense, but words, spellings and
lengths of lines are real. Measured are the whole builds, and what a leaflet adds is the difference to the
same campaign without any: made for the first time, unchanged (the site stands there, and the text of a page
without a leaflet was edited), known from an earlier run (the site is gone, and what that run kept is not),
and a single one in a process that has printed nothing before. After it come the bytes of the files, and a hash of all of them, which is the same from run to run and for any number of
threads.
"""

import argparse
import hashlib
import os
import shutil
import statistics
import subprocess
import tempfile
import time
from pathlib import Path

import generate

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = 'base_url = "https://org.example/"\ntitle = "យុទ្ធនាការ"\n\n[organisation]\nname = "អង្គការ"\nphone = "012 345 678"\n'


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--count", type=int, default=1000)
    arguments.add_argument("--format", default="a4")
    arguments.add_argument("--program", type=Path, default=ROOT / "target/release/sala")
    arguments.add_argument("--folder", type=Path)
    arguments.add_argument("--keep", type=Path, help="leave the leaflets' campaign in this folder")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        folder = Path(folder)
        plain, printed = folder / "plain", folder / "printed"
        write(plain, options.count, "")
        write(printed, options.count, f'leaflets = ["{options.format}"]\n')
        without = build(options.program, plain)
        first = build(options.program, printed)
        leaflets = sorted((printed / "public").rglob("*.pdf"))
        sizes = [[path.stat().st_size for path in leaflets if ("-print" in path.name) == print_] for print_ in (False, True)]
        sums = hashlib.sha256(b"".join(hashlib.sha256(path.read_bytes()).digest() for path in leaflets)).hexdigest()
        edited = [build_edited(options.program, campaign) for campaign in (plain, printed)]
        shutil.rmtree(printed / "public")
        again = build(options.program, printed)
        shutil.rmtree(plain / "public")
        without_again = build(options.program, plain)
        print(f"{options.count} × {options.format}                wall s   CPU s     MiB   CPU ms a leaflet")
        row("no leaflets", without)
        row("made", first, without, options.count)
        row("no leaflets, edited", edited[0])
        row("unchanged", edited[1], edited[0], options.count)
        row("known", again, without_again, options.count)
        singles = [single(options, folder / f"single-{run}") for run in range(5)]
        cold = [statistics.median(one[at] for one in singles) for at in range(2)]
        print(f"one in a cold process: {1000 * cold[0]:.0f} ms on the clock, {1000 * cold[1]:.0f} ms of CPU")
        for name, of in zip(["to read", "to print"], sizes):
            print(f"{name}: {statistics.mean(of) / 1000:.1f} kB on average, {min(of) / 1000:.1f} to {max(of) / 1000:.1f}")
        print(f"all files: {sums[:16]}")
        if options.keep:
            shutil.move(printed, options.keep)


def write(folder, count, leaflets):
    sentences = generate.read_sentences()
    generate.write(folder / "sala.toml", SETTINGS)
    generate.write(folder / "content/_index.md", generate.front_matter("យុទ្ធនាការ", sentences[0]) + sentences[1] + "\n")
    for section in generate.SECTIONS:
        generate.write(folder / f"content/{section}/_index.md", generate.front_matter(section))
    for number in range(count):
        page = generate.draw_page(number, count, sentences)
        text = generate.front_matter(page["title"], page["description"], leaflets) + generate.body(page, "@/{}".format)
        generate.write(folder / f"content/{page['section']}/{page['name']}.md", text)


def build_edited(program, campaign):
    """The median of builds of a site that stands there; the first, which makes every folder anew, has no part."""
    text, builds = campaign / "content/_index.md", []
    for run in range(8):
        text.write_text(f"{text.read_text(encoding='utf-8')}\n{run}\n", encoding="utf-8")
        builds.append(build(program, campaign))
    return [statistics.median(values) for values in zip(*builds[1:])]


def single(options, folder):
    """What the first leaflet of a process adds."""
    times = []
    for name, leaflets in [("plain", ""), ("printed", f'leaflets = ["{options.format}"]\n')]:
        write(folder / name, 1, leaflets)
        times.append(build(options.program, folder / name))
    return [times[1][at] - times[0][at] for at in range(2)]


def row(name, measured, without=None, count=1):
    wall, cpu, memory = measured
    added = "" if without is None else f"{1000 * (cpu - without[1]) / count:9.2f}"
    print(f"{name:20}{wall:9.2f}{cpu:8.2f}{memory:8.0f}{added}")


def build(program, campaign):
    """Seconds on the clock and of processors, and MiB of memory."""
    begin = time.perf_counter()
    process = subprocess.Popen([program, "build", "--root", campaign], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    problems = process.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise SystemExit(problems)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


if __name__ == "__main__":
    main()

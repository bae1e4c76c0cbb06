#!/usr/bin/env python3
"""What a page for each place costs: builds the example campaign with pages for more and more types of
places, the first time, again without an edit, and after an edit, and prints a line for each.

    benches/place_pages.py [PROGRAM]

Times are of the whole program: on the clock, and of processors. The size is that of the site's files, as
they are and as gzip packs those that hosts pack.
"""

import gzip
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "target/release/sala").resolve()
PROVINCES = ["capital", "province"]
DISTRICTS = PROVINCES + ["city", "district", "khan"]
STEPS = [("none", []), ("provinces", PROVINCES), ("districts", DISTRICTS), ("communes", DISTRICTS + ["commune", "sangkat"])]
PACKED = {".html", ".json", ".xml", ".csv", ".txt", ".svg", ".js"}


def main():
    print("pages for  | first build s (CPU) MiB | again s (CPU) | edited s (CPU) | files | HTML | MiB | gzip MiB")
    for name, types in STEPS:
        with tempfile.TemporaryDirectory() as folder:
            campaign = Path(folder) / "campaign"
            campaign.mkdir()
            for part in ["content", "data", "sala.toml"]:
                copy = shutil.copytree if (ROOT / part).is_dir() else shutil.copy
                copy(ROOT / part, campaign / part)
            settings = campaign / "sala.toml"
            lines = [line for line in settings.read_text().splitlines() if not line.startswith("place_pages")]
            listed = ", ".join(f'"{one}"' for one in types)
            settings.write_text(f"place_pages = [{listed}]\n" + "\n".join(lines) + "\n")
            first, memory = build(campaign)
            again, _ = build(campaign)
            text = campaign / "content/contact.md"
            text.write_text(text.read_text() + "\nថ្មី។\n")
            edited, _ = build(campaign)
            files = [path for path in (campaign / "public").rglob("*") if path.is_file()]
            pages = sum(path.suffix == ".html" for path in files)
            size = sum(path.stat().st_size for path in files)
            packed = sum(len(gzip.compress(path.read_bytes(), 6)) if path.suffix in PACKED else path.stat().st_size for path in files)
            times = [f"{clock:.2f} ({processors:.2f})" for clock, processors in [first, again, edited]]
            print(f"{name:10} | {times[0]} {memory >> 10} | {times[1]} | {times[2]} | {len(files)} | {pages} | {size / 2**20:.1f} | {packed / 2**20:.1f}", flush=True)


def build(campaign):
    """Seconds on the clock and of processors, and the most memory of all builds so far in KiB."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([PROGRAM, "build", "--root", campaign], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    clock, after = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN)
    processors = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return (clock, processors), after.ru_maxrss


if __name__ == "__main__":
    main()

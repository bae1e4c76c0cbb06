#!/usr/bin/env python3
"""What a leaflet for each commune costs: builds a campaign with a page for each of the 1,661 communes and
sangkats, under its own name, and a leaflet of each, in one run; tells what was printed, and all that was said.

    benches/commune_leaflets.py [--format a4] [--places 1661] [--program target/release/sala]
                                [--folder /dev/shm] [--looks FOLDER]

The names are those of `data/` of the example campaign. **The figures are invented**, and so are the people
to ask: the tables say so (`synthetic = true`), and so does every leaflet. Measured is the whole build, on
the clock and of processors, and the most memory it had: without leaflets, with them, and again where the site
is gone and what was kept is not. With --looks, six leaflets with the shortest names and six with
the longest are drawn as PNG (`pdftoppm` of poppler), 60 dots an inch, for somebody to look at. It ends with
an error if a file is missing.
"""

import argparse
import collections
import csv
import json
import os
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TABLES = ["provinces", "districts", "communes"]
SETTINGS = """base_url = "https://org.example/"
title = "ថវិកាឃុំ សង្កាត់ (តួលេខសន្មត)"
description = "តួលេខទាំងអស់ត្រូវបានបង្កើតឡើងសម្រាប់វាស់កម្មវិធី មិនមែនតួលេខពិតទេ។"

[organisation]
name = "យុទ្ធនាការឧទាហរណ៍"
phone = "000 000 000"
notice = "ឈ្មោះឃុំ សង្កាត់ពិត។ តួលេខ និងមនុស្សត្រូវបានបង្កើតឡើង មិនពិតទេ។"
"""
PAGE = """+++
title = "ថវិកា{{name_km}}"
description = "{{parent_name_km}}៖ ប្រាក់មានប៉ុន្មាន ចំណាយលើអ្វី និងត្រូវសួរអ្នកណា។"
leaflets = ["{format}"]

[each]
dataset = "communes"
slug = "{{code}}"
+++

{{%% note(kind="synthetic") %%}}
ឈ្មោះឃុំ សង្កាត់នេះពិត។ **តួលេខ និងមនុស្សមិនពិតទេ** ត្រូវបានបង្កើតឡើងសម្រាប់វាស់កម្មវិធី។
{{%% end %%}}

{{{{ budget_table(dataset="budget", place="{{code}}") }}}}

{{{{ budget_chart(dataset="budget", place="{{code}}", year=2025, phase="planned") }}}}

## សួរយ៉ាងណា {{#ask}}

{{%% steps() %%}}
1. ទៅសាលាឃុំ ឬសាលាសង្កាត់{{name_km}} ក្នុងម៉ោងធ្វើការ។
2. សុំមើលថវិកាឆ្នាំនេះ ហើយរកចំណូលសរុប និងចំណាយសរុប។
3. ប្រៀបធៀបចំណាយគ្រោង និងចំណាយជាក់ស្ដែង រួចសួរមូលហេតុដោយសុភាព។
{{%% end %%}}

{{{{ contact(id="{{code}}") }}}}
""".replace("%%", "%")
BUDGET = """title = { km = "ថវិកាឃុំ សង្កាត់ ឆ្នាំ២០២៥ (មិនមែនតួលេខពិត)", en = "Budgets of communes, 2025 (not real)" }
kind = "budget"
categories = "categories"
places = "communes"
scale = 1_000_000
digits = "latn"
decimal = "."
synthetic = true

[constants]
direction = "expenditure"

[[source]]
id = "invented"
title = { km = "តួលេខបង្កើតឡើងសម្រាប់វាស់កម្មវិធី មិនមែនតួលេខពិត", en = "Figures invented to measure the program, not real" }
licence = "CC0-1.0"
"""
CONTACTS = 'kind = "contacts"\ntitle = { km = "អ្នកទំនាក់ទំនង", en = "Contacts" }\nsynthetic = true\n'


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--format", default="a4")
    arguments.add_argument("--places", type=int, help="the first so many communes; all of them if it is not given")
    arguments.add_argument("--program", type=Path, default=ROOT / "target/release/sala")
    arguments.add_argument("--folder", type=Path, help="where the campaign is written")
    arguments.add_argument("--looks", type=Path, help="draw six leaflets with the shortest and six with the longest names here")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=options.folder) as folder:
        campaign = Path(folder) / "campaign"
        names = write(campaign, options)
        print(f"{len(names)} × {options.format:13}   wall s   CPU s     MiB")
        text = campaign / "content/communes/_each.md"
        asked = text.read_text("utf-8")
        text.write_text(asked.replace(f'leaflets = ["{options.format}"]\n', ""), "utf-8")
        build("no leaflets", options.program, campaign)
        shutil.rmtree(campaign / ".sala", ignore_errors=True)
        shutil.rmtree(campaign / "public")
        text.write_text(asked, "utf-8")
        told = build("made", options.program, campaign)
        site = campaign / "public"
        tell(site, names, told)
        missing = [code for code in names for ending in ["", "-print"] if not leaflet(site, code, options.format, ending).exists()]
        if options.looks:
            draw(site, names, options)
        shutil.rmtree(site)
        build("known", options.program, campaign)
        if missing:
            sys.exit(f"{len(missing)} leaflets are missing, such as that of {missing[0]}")


def write(folder, options):
    """The campaign; gives the names of its communes by their codes."""
    (folder / "data").mkdir(parents=True)
    for table in TABLES:
        for ending in ["csv", "toml"]:
            shutil.copy(ROOT / "data" / f"{table}.{ending}", folder / "data")
    path = folder / "data/communes.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))[: options.places]
    if options.places:
        with path.open("w", encoding="utf-8", newline="") as file:
            out = csv.DictWriter(file, rows[0].keys())
            out.writeheader()
            out.writerows(rows)
    names = {row["commune_code"]: row["commune_kh"] for row in rows}
    texts = {
        "sala.toml": SETTINGS,
        "content/_index.md": '+++\ntitle = "ថវិកាឃុំ សង្កាត់"\n+++\n\n[ឃុំ សង្កាត់ទាំងអស់](@/communes/_index.md)\n',
        "content/communes/_index.md": '+++\ntitle = "ឃុំ សង្កាត់ទាំងអស់"\npaginate_by = 50\n+++\n\nមួយឃុំ ឬមួយសង្កាត់ មានទំព័រមួយ។\n',
        "content/communes/_each.md": PAGE.format(format=options.format),
        "data/budget.toml": BUDGET,
        "data/budget.csv": "".join(amounts(names)),
        "data/contacts.toml": CONTACTS,
        "data/contacts.csv": "id,name_km,role_km,phone\n" + "".join(f"{code},អ្នកសន្មត {at},ស្មៀន,000 000 000\n" for at, code in enumerate(names, 1)),
    }
    for example in ["csv", "toml"]:
        text = (ROOT / f"data/categories-commune-example.{example}").read_text("utf-8")
        texts[f"data/categories.{example}"] = text
    for path, text in texts.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return names


def amounts(codes):
    """Invented figures of two phases, whose totals are the sums of their parts."""
    with (ROOT / "data/categories-commune-example.csv").open(encoding="utf-8-sig", newline="") as file:
        lines = [row["code"] for row in csv.DictReader(file) if row["parent"] == "EXP"]
    yield "place,code,2025 planned,2025 actual\n"
    for code in codes:
        draw = random.Random(code)
        planned = {line: draw.randint(100, 900) for line in lines}
        actual = {line: max(1, amount - draw.randint(0, 9)) for line, amount in planned.items()}
        yield f"{code},EXP,{sum(planned.values())},{sum(actual.values())}\n"
        yield "".join(f"{code},{line},{planned[line]},{actual[line]}\n" for line in lines)


def leaflet(site, code, format, ending=""):
    return site / "communes" / code / f"{code}-{format}{ending}.pdf"


def tell(site, names, told):
    files = sorted(site.rglob("*.pdf"))
    for what, of in [("to read", [path for path in files if "-print" not in path.name]), ("to print", [path for path in files if "-print" in path.name])]:
        if of:
            sizes = [path.stat().st_size / 1000 for path in of]
            print(f"{what}: {len(of)} files, {statistics.mean(sizes):.1f} kB on average, {min(sizes):.1f} to {max(sizes):.1f}")
    pages = collections.Counter(pages_of(path) for path in files if "-print" not in path.name)
    print("pages of a leaflet:", ", ".join(f"{count} × {of}" for of, count in sorted(pages.items())))
    print(f"told: {told['errors']} errors, {told['warnings']} warnings, {told['accepted']} accepted in tables")
    for code, count in sorted(collections.Counter(one["code"] for one in told["diagnostics"]).items()):
        first = next(one for one in told["diagnostics"] if one["code"] == code)
        print(f"  {count} × {code}, such as: {json.dumps(first, ensure_ascii=False)[:400]}")


def pages_of(path):
    """As poppler counts them: the tree of pages stands in a stream."""
    found = subprocess.run(["pdfinfo", path], capture_output=True, text=True).stdout
    return int(re.search(r"Pages:\s+(\d+)", found).group(1))


def draw(site, names, options):
    options.looks.mkdir(parents=True, exist_ok=True)
    by_length = sorted(names, key=lambda code: (len(names[code]), code))
    for code in by_length[:6] + by_length[-6:]:
        source = leaflet(site, code, options.format)
        subprocess.run(["pdftoppm", "-png", "-r", "60", source, options.looks / code], check=True)


def build(name, program, campaign):
    """Prints seconds on the clock and of processors, and MiB of memory; gives all that was told."""
    begin = time.perf_counter()
    command = [program, "build", "--root", campaign, "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    said = process.stdout.read().decode(errors="replace")
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    print(f"{name:20}{wall:9.2f}{usage.ru_utime + usage.ru_stime:8.2f}{usage.ru_maxrss / 1024:8.0f}", flush=True)
    if process.returncode != 0:
        sys.exit(said[:4000])
    return json.loads(said)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Writes a campaign with a page for each place of a table; same arguments, same bytes.

  rows.py FOLDER [--places 1000] [--contacts]
  rows.py FOLDER --only-data [--places 1000] [--years 5] [--phases 2] [--long]

Every place has a budget of ten rows in two phases, and a page that shows it as a table and as a
chart. With --contacts it has somebody to ask as well. With --only-data there are no such pages, but a
budget of several years, with a row for each figure if it is --long. Places, figures and people are
invented, and the tables say so (`synthetic = true`).
"""

import argparse
import random
import shutil
from pathlib import Path

CATEGORIES = [
    ("T", "", "total", "ចំណាយសរុប", "Total spending"),
    ("1", "T", "subtotal", "ចំណាយចរន្ត", "Running costs"),
    ("11", "1", "line", "បុគ្គលិក", "Staff"),
    ("12", "1", "line", "សម្ភារៈ", "Supplies"),
    ("13", "1", "line", "ប្រជុំ", "Meetings"),
    ("2", "T", "subtotal", "ចំណាយអភិវឌ្ឍន៍", "Development"),
    ("21", "2", "line", "ផ្លូវ និងស្ពាន", "Roads and bridges"),
    ("22", "2", "line", "ទឹកស្អាត", "Clean water"),
    ("23", "2", "line", "សាលារៀន", "Schools"),
    ("24", "2", "line", "សុខភាព", "Health"),
]
PAGE = """+++
title = "{name_km}"
description = "ថវិកា{name_km} ឆ្នាំ២០២៥"

[each]
dataset = "places"
slug = "{code}"
+++

## ថវិការបស់{name_km} {#budget}

តារាងនេះបង្ហាញចំណាយគ្រោង និងចំណាយពិតរបស់{name_km}។

{{ budget_table(dataset="budget", place="{code}") }}

{{ budget_chart(dataset="budget", place="{code}", year=2025, phase="planned") }}
"""
CONTACT = """
{{ contact(id="{code}") }}
"""


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("folder", type=Path)
    arguments.add_argument("--places", type=int, default=1000)
    arguments.add_argument("--contacts", action="store_true")
    arguments.add_argument("--only-data", action="store_true")
    arguments.add_argument("--years", type=int, default=5)
    arguments.add_argument("--phases", type=int, default=2)
    arguments.add_argument("--long", action="store_true")
    options = arguments.parse_args()
    shutil.rmtree(options.folder, ignore_errors=True)
    codes = [f"X{number:05}" for number in range(options.places)]
    if options.only_data:
        write_home(options.folder, "")
        write_data(options.folder / "data", codes, years(codes, options))
        return
    write_site(options.folder, PAGE + (CONTACT if options.contacts else ""))
    write_data(options.folder / "data", codes, one_year(codes))
    if options.contacts:
        write_contacts(options.folder / "data", codes)


def write_home(folder, text):
    write(folder / "sala.toml", 'base_url = "https://org.example/"\ntitle = "ថវិកាឃុំ"\n')
    write(folder / "content/_index.md", f'+++\ntitle = "ថវិកាឃុំ"\n+++\n\n{text or "ថវិកាគំរូ។"}\n')


def write_site(folder, page):
    write_home(folder, "[ឃុំទាំងអស់](@/places/_index.md)")
    write(folder / "content/places/_index.md", '+++\ntitle = "ឃុំទាំងអស់"\npaginate_by = 20\n+++\n\nឃុំនីមួយៗមានទំព័រមួយ។\n')
    write(folder / "content/places/_each.md", page)


def write_data(folder, codes, budget):
    write(
        folder / "places.csv",
        "code,type,name_km,name_en\n"
        + "".join(f"{code},commune,ឃុំគំរូ {number},Invented Commune {number}\n" for number, code in enumerate(codes)),
    )
    write(
        folder / "categories.csv",
        "code,parent,kind,label_km,label_en\n" + "".join(",".join(row) + "\n" for row in CATEGORIES),
    )
    write(
        folder / "budget.toml",
        'title = { km = "ថវិកាឃុំគំរូ", en = "Budgets of invented communes" }\n'
        'kind = "budget"\ncategories = "categories"\nplaces = "places"\nscale = 1_000_000\n'
        'digits = "latn"\ndecimal = "."\nsynthetic = true\n\n[constants]\ndirection = "expenditure"\n\n'
        '[[source]]\nid = "invented"\ntitle = { km = "តួលេខបង្កើតឡើងសម្រាប់វាស់ល្បឿន", en = "Figures invented to measure speed" }\n'
        'licence = "CC0-1.0"\n',
    )
    write(folder / "budget.csv", "".join(budget))


def one_year(codes):
    """Two phases beside each other."""
    yield "place,code,2025 planned,2025 actual\n"
    for number, code in enumerate(codes):
        planned, actual = figures(random.Random(number))
        yield "".join(f"{code},{category[0]},{planned[category[0]]},{actual[category[0]]}\n" for category in CATEGORIES)


def years(codes, options):
    """Several years and phases, beside or under each other; the third phase is the first, revised."""
    phases = ["planned", "actual", "revised"][: options.phases]
    when = [(year, phase) for year in range(2021, 2021 + options.years) for phase in phases]
    header = "year,phase,place,code,amount" if options.long else ",".join(f"{year} {phase}" for year, phase in when)
    yield f"{header}\n" if options.long else f"place,code,{header}\n"
    for number, code in enumerate(codes):
        draw = random.Random(number)
        drawn = [(*figures(draw), *figures(draw))[: options.phases] for _ in range(options.years)]
        amounts = [amounts for year in drawn for amounts in year]
        if options.long:
            for (year, phase), of in zip(when, amounts):
                yield "".join(f"{year},{phase},{code},{category[0]},{of[category[0]]}\n" for category in CATEGORIES)
        else:
            for category in CATEGORIES:
                yield f"{code},{category[0]},{','.join(str(of[category[0]]) for of in amounts)}\n"


def figures(draw):
    """What each category comes to, planned and spent; totals are the sums of their parts."""
    planned, actual = {}, {}
    for code, _, kind, *_ in CATEGORIES:
        if kind == "line":
            planned[code] = draw.randint(10, 900)
            actual[code] = max(1, planned[code] + draw.randint(-9, 9))
    for amounts in (planned, actual):
        for total in ("1", "2", "T"):
            amounts[total] = sum(amounts[code] for code, parent, *_ in CATEGORIES if parent == total)
    return planned, actual


def write_contacts(folder, codes):
    write(folder / "contacts.toml", 'kind = "contacts"\ntitle = { km = "អ្នកទំនាក់ទំនង", en = "Contacts" }\nsynthetic = true\n')
    write(
        folder / "contacts.csv",
        "id,name_km,role_km,phone\n"
        + "".join(f"{code},អ្នកគំរូ {number},ស្មៀន,000 000 000\n" for number, code in enumerate(codes)),
    )


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()

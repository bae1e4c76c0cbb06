#!/usr/bin/env python3
"""How long one figure on a page takes where a whole country's figures are loaded.

  questions.py [--sala target/release/sala] [--places 18000] [--questions 20000] [--runs 5]

Writes two campaigns with the same 65 figures of every place, synthetic ones, in tables of 2,000 places:
one asks nothing, the other asks for so many figures by `{{ amount() }}`, a hundred on a page. Both are
built anew, in turn; what the second takes more, for each question, is all that it costs: read, found,
worded with its source, written. Prints medians of CPU time (user and system).
"""

import argparse
import statistics
import tempfile
from pathlib import Path

from linear import HERE, build, memory

CODES = 13
COLUMNS = ["2023 actual", "2024 planned", "2024 actual", "2025 planned", "2025 actual"]
PLACES_A_TABLE = 2_000
ON_A_PAGE = 100


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--sala", type=Path, default=HERE.parent / "target/release/sala")
    arguments.add_argument("--places", type=int, default=18_000)
    arguments.add_argument("--questions", type=int, default=20_000)
    arguments.add_argument("--runs", type=int, default=5)
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=memory()) as folder:
        folder = Path(folder)
        counts = [0, options.questions]
        for count in counts:
            write(folder / str(count), options.places, count)
        taken = {count: [] for count in counts}
        for run in range(options.runs + 1):
            for count in counts:
                seconds = build(options.sala.resolve(), folder / str(count), folder / "site")
                if run > 0:  # the first one warms the caches
                    taken[count].append(seconds)
    without, with_all = (statistics.median(taken[count]) for count in counts)
    each = (with_all - without) / options.questions * 1e6
    figures = options.places * CODES * len(COLUMNS)
    print(f"{figures} figures loaded: {without:.2f} s of CPU")
    print(f"with {options.questions} questions: {with_all:.2f} s, {each:.1f} µs for each")


def write(folder, places, questions):
    (folder / "data").mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "sala.toml").write_text('base_url = "https://org.example/"\ntitle = "ថវិកា"\n', "utf-8")
    for first in range(0, places, PLACES_A_TABLE):
        name = f"b{first // PLACES_A_TABLE}"
        (folder / f"data/{name}.toml").write_text(
            'kind = "budget"\ntitle = "ថវិកា"\nscale = 1_000_000\nsynthetic = true\n'
            '[constants]\ndirection = "expenditure"\n'
            '[[source]]\nid = "s"\ntitle = "ប្រភព"\npublisher = "អ្នកបោះពុម្ព"\n',
            "utf-8",
        )
        lines = [f"place,code,label_km,{','.join(COLUMNS)}"]
        for place in range(first, min(first + PLACES_A_TABLE, places)):
            for code in range(CODES):
                amount = (place * 31 + code * 7) % 900 + 1
                amounts = ",".join([str(amount)] * len(COLUMNS))
                lines.append(f"p{place:05},c{code:02},ក,{amounts}")
        (folder / f"data/{name}.csv").write_text("\n".join(lines) + "\n", "utf-8")
    for begin in range(0, max(questions, 1), ON_A_PAGE):
        numbers = range(begin, min(begin + ON_A_PAGE, questions))
        calls = "\n\n".join(call(number * 7_919 % places, number) for number in numbers)
        page = "_index" if begin == 0 else f"p{begin}"
        text = f'+++\ntitle = "តួលេខ {begin}"\n+++\n\nតួលេខ។\n\n{calls}\n'
        (folder / f"content/{page}.md").write_text(text, "utf-8")


def call(place, number):
    year, phase = COLUMNS[number % len(COLUMNS)].split(" ")
    return (
        f'តួលេខ {{{{ amount(dataset="b{place // PLACES_A_TABLE}", place="p{place:05}", '
        f'code="c{number % CODES:02}", year={year}, phase="{phase}") }}}}'
    )


if __name__ == "__main__":
    main()

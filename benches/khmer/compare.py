#!/usr/bin/env python3
"""Measures sala's word breaks beside other Khmer segmenters, all in one run over the same text.

  compare.py GOLD ... [--runs 5] [--only NAME ...] [--work FOLDER]

GOLD: a text a line, its words apart by spaces, `|` where a break is right but none is no mistake;
gold.py makes such files. Every segmenter gets the lines without spaces, `|` and U+200B.

Only places between two Khmer letters count, so that punctuation, digits, Latin and the author's own
spaces help nobody:

  P       of the breaks that were set, those at a boundary of either kind
  R       of the boundaries between words (spaces), those that were found
  F       the harmonic mean of the two
  wrong   breaks that are no boundary, in 1,000 Khmer letters
  inside  breaks inside a cluster, which no reader can read
  left    texts left out because the segmenter changed their letters

MB/s is UTF-8 cut on one core and put together again with U+200B, the median of the runs, by CPU
time (for the browser by the clock); the text is repeated to a megabyte or more, and for segmenters
that take longer than a second it is thinned. Load is the time until a first word is cut in a new
process, the median too. KiB is what a stripped Rust program grows by, with the dictionary; for
Python, the installed package with all it needs.

Rust's are compiled from peers/, Python's are installed from peers/requirements.txt. Needs Cargo,
Python with venv, and Chromium. What cannot be had is named and left out.
"""

import argparse
import json
import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
CHROMIUM = [
    "--headless",
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--dump-dom",
]
# The binary, and files of the crate that it wants at run time.
RUST_PEERS = {
    "sala": ("sala", []),
    "icu_segmenter dictionary": ("icu-dictionary", []),
    "icu_segmenter LSTM": ("icu-lstm", []),
    "khmercut": ("khmercut", ["src/crf_ner_10000.crfsuite"]),
    "khmer-tokenizer-core": ("khmer-tokenizer-core", []),
    "charabia": ("charabia", []),
    "wordcut-engine": (
        "wordcut-engine",
        ["data/khmerdict.txt", "data/khmer_cluster_rules.txt"],
    ),
}
BROWSER_PEERS = {"Chromium Intl.Segmenter": "word", "Chromium line breaks": "line"}
PYTHON_PEERS = [
    "khmer-nltk",
    "khmercut neural",
    "khmercut neural, parts",
    "claws-tokenizer",
    "khmer-viterbi-segmenter",
    "khmerns",
    "khmersm",
]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path, nargs="+")
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--only", action="append", metavar="NAME")
    arguments.add_argument("--work", type=Path, default=REPOSITORY / "target/compare-khmer")
    options = arguments.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)

    gold = {path.stem: read_lines(path) for path in options.gold}
    lines = [without_boundaries(line) for texts in gold.values() for line in texts]
    measured = {}
    for name, measure in peers(options.work, options.only):
        print(f"… {name}", file=sys.stderr)
        cut, figures = measure(lines, options.runs)
        if len(cut) != len(lines):
            sys.exit(f"compare.py: {name} gave {len(cut)} lines for {len(lines)}")
        measured[name] = (cut, figures)
    show_scores(gold, measured)
    show_costs(measured, options.runs)


# --- scores --------------------------------------------------------------------------------------

WORD = 2
OPTIONAL = 1
SEPARATORS = {" ": WORD, "\u200b": WORD, "\u00a0": WORD, "\t": WORD, "\ufeff": WORD, "|": OPTIONAL}
LETTER = re.compile("[\u1780-\u17d3\u17dc\u17dd]")
# A sign of the cluster that the character before it belongs to.
DEPENDENT = re.compile("[\u17b4-\u17d3\u17dd\u200c\u200d]")
COENG = "\u17d2"


def score(gold_lines, cut_lines):
    wanted = found = words = words_found = wrong = inside = left = letters = 0
    for gold_line, cut_line in zip(gold_lines, cut_lines):
        text, boundaries = boundaries_of(gold_line)
        cut_text, breaks = boundaries_of(cut_line)
        if text != cut_text:
            left += 1
            continue
        letters += len(LETTER.findall(text))
        words += sum(kind == WORD for kind in boundaries.values())
        words_found += sum(boundaries.get(place) == WORD for place in breaks)
        wanted += len(breaks)
        found += sum(place in boundaries for place in breaks)
        wrong += sum(place not in boundaries for place in breaks)
        inside += sum(
            bool(DEPENDENT.match(text[place])) or text[place - 1] == COENG for place in breaks
        )
    precision = found / wanted if wanted else 0.0
    recall = words_found / words if words else 0.0
    both = precision + recall
    return {
        "P": precision,
        "R": recall,
        "F": 2 * precision * recall / both if both else 0.0,
        "wrong": 1000 * wrong / letters if letters else 0.0,
        "inside": inside,
        "left": left,
    }


def boundaries_of(line):
    """The text without separators, and the places between two Khmer letters where one stood."""
    text = []
    places = {}
    for character in line:
        kind = SEPARATORS.get(character)
        if kind is None:
            text.append(character)
        else:
            places[len(text)] = max(places.get(len(text), 0), kind)
    between = {
        place: kind
        for place, kind in places.items()
        if 0 < place < len(text) and LETTER.match(text[place - 1]) and LETTER.match(text[place])
    }
    return "".join(text), between


def without_boundaries(line):
    return boundaries_of(line)[0]


# --- segmenters ----------------------------------------------------------------------------------


def peers(work, only):
    """Each segmenter's name, and a function of lines and runs that gives cut lines and figures."""

    def wanted(name):
        return not only or name in only

    if any(map(wanted, RUST_PEERS)):
        programs, sources = build_rust(work)
        for name in filter(wanted, RUST_PEERS):
            yield name, rust_peer(programs, sources, *RUST_PEERS[name])
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    for name in filter(wanted, BROWSER_PEERS):
        if chromium:
            yield name, browser_peer(chromium, BROWSER_PEERS[name])
        else:
            print(f"left out: {name}, there is no Chromium", file=sys.stderr)
    if any(map(wanted, PYTHON_PEERS)):
        python = install_python(work)
        for name in filter(wanted, PYTHON_PEERS):
            yield name, python_peer(python, name)


def build_rust(work):
    """The folder of the programs, and each crate's folder of sources."""
    environment = {**os.environ, "CARGO_TARGET_DIR": str(work / "peers")}
    build = ["cargo", "build", "--release", "--locked", "--quiet"]
    subprocess.run(build, cwd=HERE / "peers", env=environment, check=True)
    described = subprocess.run(
        ["cargo", "metadata", "--format-version", "1", "--locked"],
        cwd=HERE / "peers",
        check=True,
        capture_output=True,
    )
    packages = json.loads(described.stdout)["packages"]
    sources = {package["name"]: Path(package["manifest_path"]).parent for package in packages}
    return work / "peers/release", sources


def rust_peer(programs, sources, program, files):
    paths = [sources[program] / file for file in files]

    def measure(lines, runs):
        command = [programs / program, str(runs), *paths]
        cut, figures = run_and_load(command, lines, runs)
        growth = size(programs / program) - size(programs / "nothing")
        figures["bytes"] = growth + sum(map(size, paths))
        return cut, figures

    return measure


def python_peer(python, name):
    return lambda lines, runs: run_and_load(
        [python, HERE / "peers/peers.py", name, str(runs)], lines, runs
    )


def install_python(work):
    wanted = HERE / "peers/requirements.txt"
    installed = work / "venv/installed.txt"
    if not installed.exists() or installed.read_text() != wanted.read_text():
        subprocess.run([sys.executable, "-m", "venv", "--clear", work / "venv"], check=True)
        pip = [work / "venv/bin/pip", "install", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--requirement", wanted], check=True)
        shutil.copy(wanted, installed)
    return work / "venv/bin/python"


def run_and_load(command, lines, runs):
    """One process cuts the lines and measures itself; more of them only load."""
    cut, figures = run(command, lines)
    loads = [figures["load_ms"]] + [run(command, [])[1]["load_ms"] for _ in range(runs - 1)]
    return cut, {**figures, "load_ms": statistics.median(loads)}


def run(command, lines):
    core = max(os.sched_getaffinity(0))
    done = subprocess.run(
        command,
        input="".join(f"{line}\n" for line in lines),
        capture_output=True,
        encoding="utf-8",
        preexec_fn=lambda: os.sched_setaffinity(0, {core}),
    )
    if done.returncode != 0:
        sys.exit(f"{command} failed:\n{done.stderr}")
    return done.stdout.split("\n")[:-1], json.loads(done.stderr.splitlines()[-1])


def browser_peer(chromium, kind):
    def measure(lines, runs):
        result = run_in_browser(chromium, kind, lines, runs)
        loads = [result["load_ms"]]
        loads += [run_in_browser(chromium, kind, [], 0)["load_ms"] for _ in range(runs - 1)]
        return result.pop("broken"), {**result, "load_ms": statistics.median(loads)}

    return measure


def run_in_browser(chromium, kind, lines, runs):
    page = (HERE / "intl-segmenter.html").read_text(encoding="utf-8")
    values = {"LINES": (lines, "[]"), "KIND": (kind, "'word'"), "RUNS": (runs, "0")}
    for name, (value, default) in values.items():
        text = json.dumps(value, ensure_ascii=False).replace("<", "\\u003c")
        page = page.replace(f"/*{name}*/ {default}", text)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.html"
        file.write_text(page, encoding="utf-8")
        command = [chromium, *CHROMIUM, f"--user-data-dir={folder}/profile", file.as_uri()]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=True)
    result = re.search(r'<pre id="result">(.*?)</pre>', done.stdout, re.S)[1]
    for entity, character in {"&lt;": "<", "&gt;": ">", "&nbsp;": "\u00a0", "&amp;": "&"}.items():
        result = result.replace(entity, character)
    return json.loads(result)


def size(path):
    return Path(path).stat().st_size


# --- tables --------------------------------------------------------------------------------------


def show_scores(gold, measured):
    start = 0
    for title, texts in gold.items():
        letters = sum(len(LETTER.findall(line)) for line in texts)
        print(f"\n{title}: {len(texts)} texts, {letters} Khmer letters")
        print(f"{'':26}{'P':>7}{'R':>7}{'F':>7}{'wrong':>8}{'inside':>8}{'left':>6}")
        for name, (cut, _) in measured.items():
            figures = score(texts, cut[start : start + len(texts)])
            shares = "".join(f"{figures[key]:7.3f}" for key in "PRF")
            counts = f"{figures['wrong']:8.2f}{figures['inside']:8}{figures['left']:6}"
            print(f"{name:26}{shares}{counts}")
        start += len(texts)


def show_costs(measured, runs):
    print(f"\n{'':26}{'MB/s':>9}{'slowest':>9}{'fastest':>9}{'load ms':>9}{'KiB':>9}   {runs} runs")
    for name, (_, figures) in measured.items():
        speeds = figures["megabytes_a_second"]
        shown = (statistics.median(speeds), min(speeds), max(speeds)) if speeds else ()
        added = f"{figures['bytes'] / 1024:9.0f}" if "bytes" in figures else f"{'none':>9}"
        speed_columns = "".join(f"{speed:9.3f}" for speed in shown)
        print(f"{name:26}{speed_columns}{figures['load_ms']:9.2f}{added}")


def read_lines(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


if __name__ == "__main__":
    main()

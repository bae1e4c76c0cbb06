"""The segmenters that compare.py measures: how each is built or installed, and asked.

In: the folder to build in, and names. Out: for each name a function of lines and runs that gives the
lines with U+200B and, unless runs is 0, figures. Knows no gold.
"""

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
    "khmer-tokenizer-core": ("khmer-tokenizer-core", []),
    "charabia": ("charabia", []),
    "wordcut-engine": (
        "wordcut-engine",
        ["data/khmerdict.txt", "data/khmer_cluster_rules.txt"],
    ),
}
BROWSER_PEERS = {"Chromium Intl.Segmenter": "word", "Chromium line breaks": "line"}
# Three packages hold one model, to the byte: PyPI's khmercut and khmer-nltk, which made the same cuts
# of every line of our sets, and the crate khmercut, which reads clusters a little differently and so
# has 2 % of its cuts elsewhere, to a lower F on each set. The first stands for them.
PYTHON_PEERS = [
    "khmercut",
    "khmercut neural",
    "khmercut neural, parts",
    "claws-tokenizer",
    "khmer-viterbi-segmenter",
    "khmerns",
    "khmersm",
]
NAMES = [*RUST_PEERS, *BROWSER_PEERS, *PYTHON_PEERS]


def segmenters(work, names):
    """Each segmenter's name and function; what cannot be had is named and left out."""
    chosen = [name for name in NAMES if name in names]
    if any(name in RUST_PEERS for name in chosen):
        programs, sources = build_rust(work)
    if any(name in PYTHON_PEERS for name in chosen):
        python = install_python(work)
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    for name in chosen:
        if name in RUST_PEERS:
            yield name, rust_peer(programs, sources, *RUST_PEERS[name])
        elif name in PYTHON_PEERS:
            yield name, python_peer(python, name)
        elif chromium:
            yield name, browser_peer(chromium, BROWSER_PEERS[name])
        else:
            print(f"left out: {name}, there is no Chromium", file=sys.stderr)


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
        return cut, {**figures, "bytes": growth + sum(map(size, paths))}

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
    if not figures:
        return cut, {}
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
    # The figures are the last line; libraries print before them.
    said = done.stderr.splitlines()[-1:]
    figures = json.loads(said[0]) if said and said[0].startswith("{") else {}
    return done.stdout.split("\n")[:-1], figures


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

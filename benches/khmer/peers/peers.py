#!/usr/bin/env python3
"""Cuts lines with a segmenter from PyPI, as the binaries of this package do with Rust's.

  peers.py NAME [RUNS]

In: lines on standard input. Out: the lines with U+200B between tokens, and if RUNS is not 0, how
long it took, as JSON on standard error. Time is CPU time of all threads, loading included whatever
is put off until a first text is cut.
"""

import itertools
import json
import logging
import math
import sys
import time
import warnings
from importlib import metadata

FIRST_WORDS = "ភាសាខ្មែរ"
BYTES_A_RUN = 1e6
SECONDS_A_RUN = 0.3
MOST_SECONDS_A_RUN = 1.0


def khmercut():
    from khmercut import tokenize

    return tokenize


def khmercut_neural():
    from khmercut.nn import tokenize

    return tokenize


def khmercut_neural_deep():
    from khmercut.nn import tokenize

    # Words as lists of their parts; spaces and line ends as strings.
    return lambda line: list(itertools.chain.from_iterable(tokenize(line, deep=True)))


def claws():
    from claws_tokenizer import segment

    return segment


def viterbi():
    from khmer_segmenter import KhmerSegmenter

    segmenter = KhmerSegmenter()
    return lambda line: segmenter.segment(line, normalize=False)


def khmerns():
    from khmerns import tokenize

    return tokenize


def khmersm():
    from khmersm import Segmenter

    segmenter = Segmenter()
    return lambda line: segmenter.segment(line).split(" ")


# What a table calls it: its package and how to load it.
PEERS = {
    "khmercut": ("khmercut", khmercut),
    "khmercut neural": ("khmercut[nn]", khmercut_neural),
    "khmercut neural, parts": ("khmercut[nn]", khmercut_neural_deep),
    "claws-tokenizer": ("claws-tokenizer", claws),
    "khmer-viterbi-segmenter": ("khmer-viterbi-segmenter", viterbi),
    "khmerns": ("khmerns", khmerns),
    "khmersm": ("khmersm", khmersm),
}


def main():
    package, load = PEERS[sys.argv[1]]
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    lines = sys.stdin.read().splitlines()
    warnings.simplefilter("ignore")
    logging.disable(logging.INFO)

    start = time.process_time()
    cut = load()
    cut(FIRST_WORDS)
    load_seconds = time.process_time() - start

    start = time.process_time()
    cut_lines = ["\u200b".join(token for token in cut(line) if token) for line in lines]
    whole = time.process_time() - start
    sys.stdout.write("".join(f"{line}\n" for line in cut_lines))
    if runs > 0:
        figures = {
            "load_ms": load_seconds * 1e3,
            "megabytes_a_second": [speed(cut, lines, whole) for _ in range(runs)] if lines else [],
            "bytes": installed_bytes(package),
        }
        print(json.dumps(figures), file=sys.stderr)


def speed(cut, lines, whole):
    """Megabytes of UTF-8 cut in a second, as in lib.rs."""
    count = sum(len(line.encode()) for line in lines)
    repeats = max(BYTES_A_RUN / count, SECONDS_A_RUN / whole)
    repeats = math.ceil(min(repeats, MOST_SECONDS_A_RUN / whole))
    chosen = lines[:: max(math.ceil(whole / MOST_SECONDS_A_RUN), 1)]
    start = time.process_time()
    for _ in range(repeats):
        for line in chosen:
            cut(line)
    elapsed = time.process_time() - start
    return repeats * sum(len(line.encode()) for line in chosen) / 1e6 / elapsed


def installed_bytes(requirement):
    """What the package and all that it needs take on the disk."""
    seen = set()
    waiting = [requirement]
    total = 0
    while waiting:
        name, _, extra = waiting.pop().partition("[")
        if name in seen:
            continue
        seen.add(name)
        package = metadata.distribution(name)
        total += sum(file.locate().stat().st_size for file in package.files if file.locate().exists())
        for needed in package.requires or []:
            needed, _, condition = needed.partition(";")
            if "extra ==" in condition and not (extra and extra.rstrip("]") in condition):
                continue
            try:
                metadata.distribution(bare_name(needed))
            except metadata.PackageNotFoundError:
                continue  # for another system or an older Python
            waiting.append(bare_name(needed))
    return total


def bare_name(requirement):
    return requirement.split("[")[0].translate(str.maketrans("<>=!~(", "      ")).split()[0]


if __name__ == "__main__":
    main()

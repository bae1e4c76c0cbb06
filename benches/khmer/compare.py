#!/usr/bin/env python3
"""Measures sala's word breaks beside other Khmer segmenters, all in one run over the same text.

  compare.py [GOLD ...] [--terms TERMS ...] [--runs 5] [--only NAME ...] [--mistakes COUNT]
             [--keep FOLDER] [--work FOLDER]

GOLD: a text a line, its words apart by spaces, `|` where a break is right but none is no mistake;
gold.py makes such files. TERMS: a term a line, `|` at each place where a cut is right, none asked
for; `#` begins a comment. Every segmenter gets the lines without spaces, `|` and U+200B.

Of GOLD only places between two Khmer letters count, so that punctuation, digits, Latin and the
author's own spaces help nobody:

  P       of the breaks that were set, those at a boundary of either kind
  R       of the boundaries between words (spaces), those that were found
  F       the harmonic mean of the two
  wrong   breaks that are no boundary, in 1,000 Khmer letters
  inside  breaks inside a cluster, which no reader can read
  left    texts left out because the segmenter changed their letters

Of TERMS, alone and inside each of the phrases of CARRIERS:

  wrong   terms with a cut at no right place, and their share
  inside  such cuts inside a cluster
  around  phrases with a wrong cut, but outside the term or at its edge
  left    as above

MB/s is UTF-8 of GOLD cut on one core and put together again with U+200B, the median of the runs, by
CPU time (for the browser by the clock); the text is repeated to a megabyte or more, and for
segmenters that take longer than a second it is thinned. Load is the time until a first word is cut
in a new process, the median too. KiB is what a stripped Rust program grows by, with the dictionary;
for Python, the installed package with all it needs.

Every file's SHA-256 is printed; sets.sha256 has those of the development sets, which are not here.
--mistakes lists the commonest mistakes of each segmenter on each file: what was made of what, the
line, and what stands around; of sala also what the pieces and the gold's words cost in its dictionary
(`-`: it has none such) and what that says of the cause. --keep writes the cut lines.

Rust's are compiled from peers/, Python's are installed from peers/requirements.txt. Needs Cargo,
Python with venv, and Chromium. What cannot be had is named and left out.
"""

import argparse
import hashlib
import re
import statistics
import sys
from pathlib import Path

import scoring
import segmenters

HERE = Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
# How civic text speaks of a term. Cuts are right at `|` and beside the term.
CARRIERS = [
    "តារាង|{}|របស់|ឃុំ",
    "ផែន|ការ|{}",
    "អំពី|{}",
    "ថវិកា|សម្រាប់|{}|ឆ្នាំ|ក្រោយ",
    "របាយការណ៍|ស្តី|ពី|{}",
    "{}|នៅ|ក្នុង|សង្កាត់",
]


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("gold", type=Path, nargs="*")
    arguments.add_argument("--terms", type=Path, action="append", default=[])
    arguments.add_argument("--runs", type=int, default=5)
    arguments.add_argument("--only", action="append", choices=segmenters.NAMES, metavar="NAME")
    arguments.add_argument("--mistakes", type=int, default=0, metavar="COUNT")
    arguments.add_argument("--keep", type=Path, metavar="FOLDER")
    arguments.add_argument("--work", type=Path, default=REPOSITORY / "target/compare-khmer")
    options = arguments.parse_args()
    if not options.gold and not options.terms:
        arguments.error("nothing to measure: neither GOLD nor --terms")
    options.work.mkdir(parents=True, exist_ok=True)

    sets = [GoldSet(path) for path in options.gold] + [TermSet(path) for path in options.terms]
    chosen = segmenters.segmenters(options.work, options.only or segmenters.NAMES)
    costs = measure(sets, chosen, options.runs)
    for one in sets:
        one.show()
    if options.gold:
        show_costs(costs, options.runs)
    if options.mistakes:
        known = dictionary(REPOSITORY / "src/khmer/words.tsv")
        for one in sets:
            one.show_mistakes(options.mistakes, known)
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
        for one in sets:
            one.keep(options.keep)


def measure(sets, chosen, runs):
    """Gives each set each segmenter's cut lines; gives what each segmenter costs."""
    costs = {}
    for name, ask in chosen:
        print(f"… {name}", file=sys.stderr)
        # Speed is measured on sentences, not on terms.
        for kind, kind_runs in ((GoldSet, runs), (TermSet, 0)):
            those = [one for one in sets if isinstance(one, kind)]
            lines = [scoring.without_boundaries(line) for one in those for line in one.lines]
            if not lines:
                continue
            cut, figures = ask(lines, kind_runs)
            if len(cut) != len(lines):
                sys.exit(f"compare.py: {name} gave {len(cut)} lines for {len(lines)}")
            if kind_runs:
                costs[name] = figures
            for one in those:
                one.cut[name], cut = cut[: len(one.lines)], cut[len(one.lines) :]
    return costs


# --- sets ----------------------------------------------------------------------------------------


class GoldSet:
    """A file of gold, and how each segmenter cut it."""

    def __init__(self, path):
        self.path = path
        self.lines = read_lines(path)
        self.cut = {}

    def show(self):
        letters = sum(map(scoring.count_letters, self.lines))
        print(f"\n{self.path.stem}: {len(self.lines)} texts, {letters} Khmer letters; {digest(self.path)}")
        print(f"{'':26}{'P':>7}{'R':>7}{'F':>7}{'wrong':>8}{'inside':>8}{'left':>6}")
        for name, cut in self.cut.items():
            figures = scoring.score(self.lines, cut)
            shares = "".join(f"{figures[key]:7.3f}" for key in "PRF")
            counts = f"{figures['wrong']:8.2f}{figures['inside']:8}{figures['left']:6}"
            print(f"{name:26}{shares}{counts}")

    def show_mistakes(self, most, known):
        for name, cut in self.cut.items():
            wrong = scoring.wrong_breaks(self.lines, cut)
            show_mistakes(self, name, "wrong breaks", wrong, most, known)
            missed = scoring.missed_boundaries(self.lines, cut)
            show_mistakes(self, name, "missed boundaries", missed, most, known)

    def keep(self, folder):
        for name, cut in self.cut.items():
            file = folder / f"{self.path.stem}.{name.replace(' ', '-')}.txt"
            file.write_text("".join(f"{line}\n" for line in cut), encoding="utf-8")


class TermSet(GoldSet):
    """A file of terms, each alone and in each carrier."""

    def __init__(self, path):
        super().__init__(path)
        self.terms = [line for line in self.lines if line.strip() and not line.startswith("#")]
        self.phrases = [
            scoring.in_phrase(carrier, term) for carrier in ["{}", *CARRIERS] for term in self.terms
        ]
        self.lines = [phrase.line for phrase in self.phrases]

    def show(self):
        alone = len(self.terms)
        print(f"\n{self.path.stem}: {alone} terms, {len(CARRIERS)} phrases of each; {digest(self.path)}")
        columns = f"{'wrong':>7}{'%':>7}{'inside':>8}"
        print(f"{'':26}{'alone':>7}{'in phrases':>26}")
        print(f"{'':26}{columns}    {columns}{'around':>8}{'left':>6}")
        for name, cut in self.cut.items():
            first = scoring.score_terms(self.phrases[:alone], cut[:alone])
            others = scoring.score_terms(self.phrases[alone:], cut[alone:])
            left = first["left"] + others["left"]
            print(f"{name:26}{term_columns(first)}    {term_columns(others)}{others['around']:8}{left:6}")

    def show_mistakes(self, most, known):
        for name, cut in self.cut.items():
            wrong = scoring.wrong_breaks(self.lines, cut)
            show_mistakes(self, name, "wrong cuts", wrong, most, known)


def term_columns(figures):
    return f"{figures['wrong']:7}{100 * figures['share']:7.2f}{figures['inside']:8}"


def digest(path):
    """The file's SHA-256, and whether it is the set of that name which is meant."""
    own = hashlib.sha256(path.read_bytes()).hexdigest()
    meant = dict(reversed(line.split()) for line in read_lines(HERE / "sets.sha256"))
    said = {own: " as in sets.sha256", None: ""}.get(meant.get(path.name), " NOT as in sets.sha256")
    return f"SHA-256 {own}{said}"


# --- tables --------------------------------------------------------------------------------------


def show_costs(costs, runs):
    print(f"\n{'':26}{'MB/s':>9}{'slowest':>9}{'fastest':>9}{'load ms':>9}{'KiB':>9}   {runs} runs")
    for name, figures in costs.items():
        speeds = figures["megabytes_a_second"]
        shown = (statistics.median(speeds), min(speeds), max(speeds))
        added = f"{figures['bytes'] / 1024:9.0f}" if "bytes" in figures else f"{'none':>9}"
        speed_columns = "".join(f"{speed:9.3f}" for speed in shown)
        print(f"{name:26}{speed_columns}{figures['load_ms']:9.2f}{added}")


def show_mistakes(one, name, kind, mistakes, most, known):
    total = sum(len(mistake.places) for mistake in mistakes)
    print(f"\n{one.path.stem}, {name}: {total} {kind}, of {len(mistakes)} sorts")
    for mistake in mistakes[:most]:
        number, context = mistake.places[0]
        pieces, words = mistake.made.split("|"), re.split("[ |]", mistake.gold)
        shown = f"{len(mistake.places):4} × {mistake.made}, gold {mistake.gold}"
        if name == "sala":
            costs = [[known.get(fold(word)) for word in side] for side in (pieces, words)]
            told = " / ".join(" ".join(cost or "-" for cost in side) for side in costs)
            shown += f": {cause(*costs)} ({told})"
        print(f"{shown}; {number}: {context}")


def cause(pieces, words):
    """Why the dictionary makes these pieces of these words, as far as their costs tell."""
    if len(pieces) == 1:
        return "one word of ours" if pieces[0] else "taken for an unknown word"
    if len(words) > 1:
        return "cut elsewhere"
    if words[0]:
        return "parts cheaper than the word"
    return "an unknown compound, or marks forgotten" if all(pieces) else "an unknown word"


def fold(word):
    """Coeng DA and coeng TA look alike and are one letter to the segmenter."""
    return word.replace("\u17d2\u178a", "\u17d2\u178f")


def dictionary(path):
    """What each word costs."""
    rows = (line.split("\t") for line in read_lines(path) if not line.startswith("#"))
    return {word: cost for word, cost, *_ in rows}


def read_lines(path):
    lines = path.read_text(encoding="utf-8").split("\n")
    while lines and not lines[-1]:
        lines.pop()
    return lines


if __name__ == "__main__":
    main()

"""Compares `sala khmer normalise` with PyPI's `pheasa`, line by line.

    python3 -m venv venv && venv/bin/pip install pheasa
    sala khmer normalise < lines.txt > ours.txt
    venv/bin/python tests/khmer/normalise_against_pheasa.py lines.txt ours.txt

`-` as the first file reads the lines from standard input. With `--keep-coeng-da` both sides must
have kept the coeng DA as typed.

To exercise the repairs, normalise words whose marks were typed in another order:

    venv/bin/python tests/khmer/normalise_against_pheasa.py --shuffle 7 lines.txt > shuffled.txt
    sala khmer normalise < shuffled.txt > ours.txt
    venv/bin/python tests/khmer/normalise_against_pheasa.py shuffled.txt ours.txt

The same number always shuffles the same way. The marks of a cluster change places; a base, and a
coeng with what it carries, stay whole.

pheasa applies NFC before anything else and we do not (an author's é is the author's), so each of its
results is compared with the NFC of ours. Exit code 0 if nothing differs, 1 if something does.
"""

import argparse
import collections
import random
import re
import sys
import unicodedata

import pheasa

UNIT = re.compile("\u17d2[\u1780-\u17a2\u17a5-\u17b3]|.", re.DOTALL)
WHOLE = re.compile("[\u1780-\u17a2\u17a5-\u17b3]"
                   "(?:\u17d2[\u1780-\u17a2\u17a5-\u17b3]|[\u17b6-\u17d1\u17d3\u17dd])*")
PARTS = {"\u17c4": "\u17c1\u17b6", "\u17be": "\u17c1\u17b8"}


def read_lines(path):
    """The lines of a file, without their ends; only a line feed ends a line."""
    stream = sys.stdin.buffer if path == "-" else open(path, "rb")
    with stream:
        text = stream.read().decode("utf-8")
    lines = text.split("\n")
    if lines and lines[-1] == "":
        lines.pop()
    return lines


def shuffled(line, dice):
    """The line with the marks inside each cluster typed in another order."""

    def shuffle(match):
        units = UNIT.findall(match.group())
        marks = []
        for mark in units[1:]:
            # Some people type a vowel as its visible parts, and the shifter as the vowel U.
            if mark in PARTS and dice.random() < 0.3:
                marks.extend(PARTS[mark])
            elif mark in "\u17c9\u17ca" and dice.random() < 0.5:
                marks.append("\u17bb")
            elif mark == "\u17d2\u178f" and dice.random() < 0.5:
                marks.append("\u17d2\u178a")
            else:
                marks.append(mark)
        dice.shuffle(marks)
        return units[0] + "".join(marks)

    return WHOLE.sub(shuffle, line)


def differing_words(theirs, ours):
    """The words that differ, so that the same difference is counted as the same."""
    their_words, our_words = (re.split("[\\s\u200b]+", text) for text in (theirs, ours))
    if len(their_words) != len(our_words):
        return [(theirs, ours)]
    return [pair for pair in zip(their_words, our_words) if pair[0] != pair[1]]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("lines")
    parser.add_argument("ours", nargs="?")
    parser.add_argument("--keep-coeng-da", action="store_true")
    parser.add_argument("--shuffle", type=int, metavar="SEED")
    options = parser.parse_args()
    lines = read_lines(options.lines)
    if options.shuffle is not None:
        dice = random.Random(options.shuffle)
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
        sys.stdout.writelines(shuffled(line, dice) + "\n" for line in lines)
        return 0
    if options.ours is None:
        parser.error("the normalised file is missing")
    ours = read_lines(options.ours)
    if len(lines) != len(ours):
        print(f"{len(lines)} lines went in, {len(ours)} came out")
        return 1
    changed = 0
    differing = 0
    differences = collections.Counter()
    for typed, mine in zip(lines, ours):
        theirs = pheasa.normalize(typed, preserve_coeng_da=options.keep_coeng_da)
        changed += mine != typed
        mine = unicodedata.normalize("NFC", mine)
        if theirs != mine:
            differing += 1
            differences.update(differing_words(theirs, mine))
    print(f"{len(lines)} lines, {changed} changed by normalising, {differing} differ from pheasa")
    print(f"{len(differences)} distinct differences")
    for (theirs, mine), count in differences.most_common():
        print(f"{count}\tpheasa {theirs} {ascii(theirs)}\tours {mine} {ascii(mine)}")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())

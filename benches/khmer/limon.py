#!/usr/bin/env python3
"""Khmer in Unicode -> what a keyboard for fonts of the Limon kind stores, line by line; with --pairs,
the table PAIRS of src/khmer/pairs.rs, made from such lines.

    cat src/khmer/fixtures/udhr-khm.txt content/*.md docs/content/*.md | benches/khmer/limon.py
    cat src/khmer/fixtures/udhr-khm.txt content/*.md docs/content/*.md | benches/khmer/limon.py --pairs

The layout is written from memory of such fonts and is right for their commoner letters; it measures, and
converts nothing that anybody reads.
"""

import collections
import math
import re
import string
import sys

LETTERS = dict(zip("កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ", "kxKXgcqCQjdzDZNtfTFnbpBPmyrlvshLG"))
COENGS = dict(zip("កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយលវសហឡអ", "áçÁÇ¶©ä¢ÄØþæÐÆÑþßÞ§ñ,ö<ÖµüøVSðL¥"))
VOWELS = {
    "ា": ("", "a"), "ិ": ("", "i"), "ី": ("", "I"), "ឹ": ("", "w"), "ឺ": ("", "W"), "ុ": ("", "u"),
    "ូ": ("", "U"), "ួ": ("", "Y"), "ើ": ("e", "I"), "ឿ": ("e", "O"), "ៀ": ("e", "o"), "េ": ("e", ""),
    "ែ": ("E", ""), "ៃ": ("é", ""), "ោ": ("e", "a"), "ៅ": ("e", "A"), "ំ": ("", "M"), "ះ": ("", "H"),
    "ៈ": ("", "³"), "់": ("", ";"), "៉": ("", ":"), "៊": ("", ":"), "័": ("", "½"), "៌": ("", "’"),
}  # fmt: skip
OTHERS = dict(zip("០១២៣៤៥៦៧៨៩។ៗ៖ឥឧឯឱឲ", "0123456789.²³\\]É»["))


def stored(text):
    out = []
    for cluster in re.findall("[\u1780-\u17a2](?:\u17d2[\u1780-\u17a2]|[\u17b6-\u17d1])*|.", text):
        letter = LETTERS.get(cluster[0])
        if letter is None:
            out.append(OTHERS.get(cluster, cluster))
            continue
        before, below, after = "", "", ""
        for mark in re.findall("\u17d2.|.", cluster[1:]):
            if mark == "\u17d2\u179a":
                before += "R"
            elif mark[0] == "\u17d2":
                below += COENGS.get(mark[1], "")
            else:
                first, last = VOWELS.get(mark, ("", ""))
                before, after = first + before, after + last
        out.append(before + letter + below + after)
    return "".join(out)


def pairs(lines):
    letters = string.ascii_uppercase + string.ascii_lowercase
    found = collections.Counter()
    for line in lines:
        for run in re.findall("[A-Za-z]+", line):
            found.update(zip(run, run[1:]))
    single, first = collections.Counter(), collections.Counter()
    for (one, next), count in found.items():
        single[next] += count
        first[one] += count
    every = sum(single.values())
    for one in letters:
        row = ""
        for next in letters:
            share = (single[next] + 0.5) / (every + 26)
            likelier = (found[one, next] + 2 * share) / (first[one] + 2) * len(letters)
            row += chr(ord("e") + round(max(-4.0, min(4.0, math.log(likelier)))))
        print(f'    b"{row}",')


lines = (re.sub("[!-~]+", "", line) for line in sys.stdin)
lines = [stored(line.rstrip("\n")) for line in lines if re.search("[\u1780-\u17ff]", line)]
if "--pairs" in sys.argv:
    pairs(lines)
else:
    print("\n".join(lines))

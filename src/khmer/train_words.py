#!/usr/bin/env python3
"""Makes words.tsv, the dictionary of the segmenter: each word with what it costs to use it.

    train_words.py --list FILE --marked FILE [--plain FILE …] [--cut FILE] > words.tsv

  --list    a word list, one a line (`src/dict.txt` of crate khmer-tokenizer-core 0.1)
  --marked  sentences in which people marked the words with U+200B (benches/khmer/gold.py)
  --plain   text without marks; its words count too, as far as the list knows them
  --cut     the words that browsers cut in two (benches/khmer/cut-words.mjs, from a words.tsv that was
            made without it); the segmenter keeps them whole

Run every file through `sala khmer normalise` first. Needs Python 3.9 and nothing else; the same
files give the same bytes.

How it works. A word's first cost is the information it carries (-ln of its share of all words).
Plain text is counted as the costs so far cut it. Then an averaged structured perceptron goes over
the marked sentences: where the cheapest way to cut one differs from the marks, the words of the
wrong way become dearer and those of the nearest right way cheaper. A joined word whose parts the
same people also mark apart may be cut or not; neither is an error (see benches/khmer/gold.py).

Pairs of neighbouring clusters as further evidence (120,000 weights) were tried and moved P and R by
less than .0003 on held-out text, a letter model for unknown words by less than .001; both left out.
"""

import argparse
import collections
import gc
import math
import random
import re

LETTERS = "\u1780-\u17d3\u17dc\u17dd"
CLUSTER = re.compile(
    "[\u1780-\u17b3][\u17b4-\u17d1\u17d3\u17dd]*"
    "(?:\u17d2[\u1780-\u17b3][\u17b4-\u17d1\u17d3\u17dd]*|\u17d2)*"
    "|[\u17b4-\u17d3\u17dc\u17dd]"
)
RUN = re.compile(f"[{LETTERS} |\u200b]+")
WORD = re.compile(f"[{LETTERS}]+")
BASE = re.compile("[\u1780-\u17b3]")

# Natural logarithms. The first three are those of search.rs.
UNKNOWN_WORD = 6.0
UNKNOWN_CLUSTER = 4.5
UNKNOWN_CLUSTERS = 6
# Every word is cheaper by this than its share says, so that short words win over long compounds.
FONDNESS_OF_SHORT_WORDS = 2.0
# A single cluster that hardly ever stands as a word is hardly one.
STRAY_CLUSTER = 3.0
# What a word of the list counts for that no text holds.
UNSEEN = 0.3
# A short compound of the list that no text marks, whole or cut, stays whole by this much.
WHOLE_COMPOUND = 0.3
SHORT_COMPOUND = 5
LARGEST_COST = 127
COST_UNIT = 8

EPOCHS = 4
STEP = 0.3
# How sure the model has to be: a wrong break weighs more than a missed one.
WRONG_BREAK, MISSED_BREAK = 2.0, 0.5

FORBIDDEN, ALLOWED, REQUIRED = 0, 1, 2


def fold(text):
    """Coeng DA and coeng TA look alike and are one letter to the segmenter."""
    return text.replace("\u17d2\u178a", "\u17d2\u178f")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--list", required=True)
    parser.add_argument("--marked", required=True)
    parser.add_argument("--plain", nargs="*", default=[])
    parser.add_argument("--cut")
    options = parser.parse_args()
    gc.disable()

    listed = {fold(word) for word in lines(options.list) if WORD.fullmatch(word) and BASE.match(word)}
    marked = with_allowed_breaks(lines(options.marked))
    counts = collections.Counter(
        fold(word) for line in marked for word in WORD.findall(line.replace("|", ""))
    )
    vocabulary = Vocabulary(
        listed | {word for word, count in counts.items() if count > 1 and BASE.match(word)}
    )
    plain = [run for path in options.plain for line in lines(path) for run in runs(line)]
    totals = counts
    for _ in range(3):
        costs = information(vocabulary, listed, totals)
        totals = counts + cut_words(vocabulary, costs, plain)
    costs = perceptron(vocabulary, costs, [run for line in marked for run in runs(line)])
    keep_compounds_whole(vocabulary, costs, counts, marked)
    cut = {line.split("\t")[0] for line in lines(options.cut)} if options.cut else set()
    write(vocabulary, costs, cut)


def lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


# ---- marks ---------------------------------------------------------------------------------------


def with_allowed_breaks(marked):
    """The lines with `|` where a joined word's parts are also marked apart by the same people."""
    joined, apart = collections.Counter(), collections.Counter()
    for line in marked:
        for chunk in line.split(" "):
            words = chunk.split("\u200b")
            joined.update(word for word in words if WORD.fullmatch(word))
            apart.update(pair for pair in zip(words, words[1:]) if all(map(WORD.fullmatch, pair)))
    known = {}

    def allowed(word):
        if word not in known:
            known[word] = word
            ends = [end for end in boundaries(word) if is_allowed(word[:end], word[end:])]
            if ends:
                end = max(ends, key=lambda end: min(joined[word[:end]], joined[word[end:]]))
                known[word] = allowed(word[:end]) + "|" + allowed(word[end:])
        return known[word]

    def is_allowed(first, second):
        whole, parts = joined[first + second], apart[first, second]
        is_rare = whole <= 7 and joined[first] >= 20 and joined[second] >= 20
        return parts > 0 and parts >= 0.9 * whole or is_rare

    return [WORD.sub(lambda match: allowed(match[0]), line) for line in marked]


def boundaries(word):
    ends, end = [], 0
    for cluster in CLUSTER.findall(word)[:-1]:
        end += len(cluster)
        ends.append(end)
    return ends


def runs(line):
    """The Khmer runs of a line, joined across spaces: clusters, and what may stand before each."""
    for match in RUN.findall(line):
        clusters, breaks, before = [], [], REQUIRED
        for part in re.split("([ |\u200b])", match):
            if part in (" ", "\u200b"):
                before = REQUIRED
            elif part == "|":
                before = max(before, ALLOWED)
            elif part:
                for cluster in CLUSTER.findall(fold(part)):
                    clusters.append(cluster)
                    breaks.append(before)
                    before = FORBIDDEN
        if len(clusters) > 1:
            yield clusters, breaks


# ---- the lattice ---------------------------------------------------------------------------------


class Vocabulary:
    """Words by number, and a trie of their clusters."""

    def __init__(self, words):
        self.words = sorted(words)
        self.sizes = [len(CLUSTER.findall(word)) for word in self.words]
        self.trie = {}
        for number, word in enumerate(self.words):
            node = self.trie
            for cluster in CLUSTER.findall(word):
                node = node.setdefault(cluster, {})
            node[None] = number

    def lattice(self, clusters):
        """For each place the words that begin there: where they end, and which they are."""
        edges = []
        for start in range(len(clusters)):
            node, found = self.trie, []
            for end in range(start, len(clusters)):
                node = node.get(clusters[end])
                if node is None:
                    break
                if None in node:
                    found.append((end + 1, node[None]))
            edges.append(found)
        return edges


def cheapest(edges, costs, breaks=None, margins=None, whole=True):
    """The cheapest way through a lattice as (start, end, word); -1 is an unknown word.

    With `breaks` it keeps to the marks; with `margins` each break costs that much more. Without
    `whole` it is not one word.
    """
    size = len(edges)
    best, back, words = [math.inf] * (size + 1), [0] * (size + 1), [-1] * (size + 1)
    best[0] = 0.0
    for start in range(size):
        here = best[start]
        if start and margins:
            here += margins[start]
        last = size
        if breaks:
            if start and breaks[start] == FORBIDDEN:
                continue
            last = start + 1
            while last < size and breaks[last] != REQUIRED:
                last += 1
        for end, word in edges[start]:
            if end > last or (not whole and end == size and start == 0):
                break
            cost = here + costs[word]
            if cost < best[end]:
                best[end], back[end], words[end] = cost, start, word
        for end in range(start + 1, min(start + UNKNOWN_CLUSTERS, last) + 1):
            cost = here + UNKNOWN_WORD + UNKNOWN_CLUSTER * (end - start)
            if cost < best[end]:
                best[end], back[end], words[end] = cost, start, -1
    way, end = [], size
    while end > 0:
        way.append((back[end], end, words[end]))
        end = back[end]
    return way[::-1], best[size]


# ---- costs ---------------------------------------------------------------------------------------


def information(vocabulary, listed, totals):
    weights = [totals[word] + (UNSEEN if word in listed else 0) for word in vocabulary.words]
    total = sum(weights)
    return [
        -math.log(weight / total)
        - FONDNESS_OF_SHORT_WORDS
        + (STRAY_CLUSTER if size == 1 and totals[word] < 3 else 0)
        for word, size, weight in zip(vocabulary.words, vocabulary.sizes, weights)
    ]


def cut_words(vocabulary, costs, plain):
    counts = collections.Counter()
    for clusters, breaks in plain:
        kept = [ALLOWED if mark == FORBIDDEN else mark for mark in breaks]
        way, _ = cheapest(vocabulary.lattice(clusters), costs, kept)
        # A rare word may be dearer than an unknown one; it is that word all the same.
        counts.update("".join(clusters[start:end]) for start, end, _ in way)
    return counts


def keep_compounds_whole(vocabulary, costs, counts, marked):
    """What no marks speak about is not cut just because its parts are common."""
    apart = set()
    for line in marked:
        words = WORD.findall(line)
        apart.update(fold(first + second) for first, second in zip(words, words[1:]))
    for number, word in enumerate(vocabulary.words):
        if 1 < vocabulary.sizes[number] <= SHORT_COMPOUND and not counts[word] and word not in apart:
            _, parts = cheapest(vocabulary.lattice(CLUSTER.findall(word)), costs, whole=False)
            costs[number] = min(costs[number], parts - WHOLE_COMPOUND)


def perceptron(vocabulary, costs, sentences):
    prepared = [(vocabulary.lattice(clusters), breaks) for clusters, breaks in sentences]
    margin = {FORBIDDEN: WRONG_BREAK * -1, ALLOWED: 0.0, REQUIRED: MISSED_BREAK}
    costs, sums, step = costs[:], [0.0] * len(costs), 1
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(prepared)
        for edges, breaks in prepared:
            # The way that is taken must be the cheapest even if wrong breaks were cheaper and
            # missed ones dearer than they are.
            taken, _ = cheapest(edges, costs, margins=[margin[mark] for mark in breaks])
            starts = {start for start, _, _ in taken}
            if any((mark == REQUIRED) != (place in starts) for place, mark in enumerate(breaks) if mark != ALLOWED):
                right, _ = cheapest(edges, costs, breaks)
                change = collections.Counter(word for _, _, word in right if word >= 0)
                change.subtract(word for _, _, word in taken if word >= 0)
                for word, times in change.items():
                    costs[word] -= STEP * times
                    sums[word] -= STEP * times * step
            step += 1
    return [cost - total / step for cost, total in zip(costs, sums)]


def write(vocabulary, costs, cut):
    print("# word<TAB>cost in eighths of a natural logarithm, and whether it must be kept whole; made by")
    print("# train_words.py; word list of crate khmer-tokenizer-core 0.1 (MIT, SIL International), costs our own")
    for word, cost in zip(vocabulary.words, costs):
        whole = "\twhole" if word in cut else ""
        print(f"{word}\t{min(max(round(cost * COST_UNIT), 1), LARGEST_COST)}{whole}")


if __name__ == "__main__":
    main()

"""Words and marked text → what each word costs, in natural logarithms.

A word's first cost is the information it carries (-ln of its share of all words). Then an averaged
structured perceptron goes over the marked texts: where the cheapest way to cut one differs from the
marks, the words of the wrong way become dearer and those of the nearest right way cheaper.

Tried and left out: pairs of neighbouring clusters as further evidence (120,000 weights, moved P and R
by less than .0003 on held-out text) and a letter model for unknown words (less than .001).
"""

import collections
import math
import random

from marks import ALLOWED, CLUSTER, FORBIDDEN, REQUIRED

# The first three are those of search.rs.
UNKNOWN_WORD = 6.0
UNKNOWN_CLUSTER = 4.5
UNKNOWN_CLUSTERS = 6
# Every word is cheaper by this than its share says, so that short words win over long compounds.
FONDNESS_OF_SHORT_WORDS = 3.0
# A single cluster that hardly ever stands as a word is hardly one.
STRAY_CLUSTER = 3.0
RARE_CLUSTER = 3
# What a word counts for that no text holds.
UNSEEN = 0.3
# A compound that hardly anybody cuts stays whole by this much.
WHOLE_COMPOUND = 0.3
LONGEST_COMPOUND = 8

EPOCHS = 2
STEP = 0.3
# How sure the model has to be: a wrong break weighs more than a missed one.
WRONG_BREAK, MISSED_BREAK = 3.0, 1.0


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


def learn(vocabulary, counts, texts, apart):
    """The cost of each word. `counts` are of all texts, `texts` are runs to learn from, `apart` holds
    the words that are often cut in two."""
    costs = information(vocabulary, counts)
    costs = perceptron(vocabulary, costs, texts)
    keep_compounds_whole(vocabulary, costs, apart)
    return costs


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


def information(vocabulary, counts):
    weights = [counts[word] + UNSEEN for word in vocabulary.words]
    total = sum(weights)
    return [
        -math.log(weight / total)
        - FONDNESS_OF_SHORT_WORDS
        + (STRAY_CLUSTER if size == 1 and counts[word] < RARE_CLUSTER else 0)
        for word, size, weight in zip(vocabulary.words, vocabulary.sizes, weights)
    ]


def keep_compounds_whole(vocabulary, costs, apart):
    """What is not known to fall apart is not cut just because its parts are common."""
    for number, word in enumerate(vocabulary.words):
        if 1 < vocabulary.sizes[number] <= LONGEST_COMPOUND and word not in apart:
            _, parts = cheapest(vocabulary.lattice(CLUSTER.findall(word)), costs, whole=False)
            costs[number] = min(costs[number], parts - WHOLE_COMPOUND)


def perceptron(vocabulary, costs, texts):
    prepared = [(vocabulary.lattice(clusters), breaks) for clusters, breaks in texts]
    margin = {FORBIDDEN: -WRONG_BREAK, ALLOWED: 0.0, REQUIRED: MISSED_BREAK}
    costs, sums, step = costs[:], [0.0] * len(costs), 1
    order = random.Random(1)
    for _ in range(EPOCHS):
        order.shuffle(prepared)
        for edges, breaks in prepared:
            # The way that is taken must be the cheapest even if wrong breaks were cheaper and
            # missed ones dearer than they are.
            taken, _ = cheapest(edges, costs, margins=[margin[mark] for mark in breaks])
            starts = {start for start, _, _ in taken}
            if any(
                (mark == REQUIRED) != (place in starts)
                for place, mark in enumerate(breaks)
                if mark != ALLOWED
            ):
                right, _ = cheapest(edges, costs, breaks)
                change = collections.Counter(word for _, _, word in right if word >= 0)
                change.subtract(word for _, _, word in taken if word >= 0)
                for word, times in change.items():
                    costs[word] -= STEP * times
                    sums[word] -= STEP * times * step
            step += 1
    return [cost - total / step for cost, total in zip(costs, sums)]

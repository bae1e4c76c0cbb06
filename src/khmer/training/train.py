#!/usr/bin/env python3
"""Makes words.tsv, the dictionary of the segmenter: each word with what it costs to use it.

    train.py --list FILE --marked FILE --civic FILE --terms FILE … [--whole FILE] [--without KIND] > words.tsv

  --list    a word list, one a line
  --marked  texts in which people marked the words with U+200B: manuals
  --civic   texts of public life, cut by another segmenter
  --terms   terms and names, one a line, that are words whatever texts hold
  --whole   the words that browsers cut in two; the segmenter keeps them whole
  --without leaves `marked` or `civic` out of what the costs are learned from, to measure on a kind that
            had no part

All of them normalised. `make.py` fetches them, calls this and compares. Needs Python 3.9 and nothing
else; the same files give the same bytes.

Two kinds of text, because one alone is overfitted to: a manual knows no budget. Those who marked them
do not agree on compounds, so inside a word of one kind a boundary is optional wherever the other kind,
or the same, has the halves apart, or where both halves are common words and nobody marked the whole.
"""

import argparse
import collections
import gc
import random
import re

import costs
import vocabulary
from marks import (
    CLUSTER,
    Joins,
    by_rule,
    fold,
    read_lines,
    runs,
    with_allowed_breaks,
    with_rule,
    word_counts,
)
from vocabulary import Evidence

COST_UNIT = 8
LARGEST_COST = 127
# So many texts of public life, drawn at random: about as much text as the manuals.
CIVIC_TEXTS = 40_000
# All of them are twelve times as much text: each word counts for so much less in the first costs.
CIVIC_WEIGHT = 0.1
# Manuals: a joined word may be cut where its halves stand apart so often for each time it is whole, or
# where it is rare itself and both are common, for then a mark was forgotten.
MARKED_APART, MARKED_RARE, MARKED_COMMON = 0.9, 7, 20
# Civic text: the same with other numbers, for a program cut it, which is even and coarse.
CIVIC_APART, CIVIC_APART_IN_MANUALS, CIVIC_COMMON = 0.3, 0.05, 300
CIVIC_SHORTEST_HALF = 2
# A word whose halves stand apart less often than this, for each time it is whole, is kept whole.
APART = 0.03


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--list", required=True)
    parser.add_argument("--marked", required=True)
    parser.add_argument("--civic", required=True)
    parser.add_argument("--terms", nargs="*", default=[])
    parser.add_argument("--whole")
    parser.add_argument("--without", choices=("marked", "civic"))
    options = parser.parse_args()
    gc.disable()
    whole = {line.split("\t")[0] for line in read_lines(options.whole)} if options.whole else set()
    terms = [term for path in options.terms for term in read_lines(path)]
    sources = (read_lines(path) for path in (options.list, options.marked, options.civic))
    words, learned = train(*sources, terms, options.without)
    print("# word<TAB>cost in eighths of a natural logarithm, and whether it must be kept whole; made by")
    print("# training/make.py; licences of what it is made from: `sala licences`")
    for word, cost in zip(words, learned):
        flag = "\twhole" if word in whole else ""
        print(f"{word}\t{min(max(round(cost * COST_UNIT), 1), LARGEST_COST)}{flag}")


def train(listed, marked, civic, terms, without=None):
    """The words, sorted, and their costs."""
    if without == "marked":
        marked = []
    if without == "civic":
        civic = []
    evidence = Evidence.of(listed, marked, civic)
    is_of_words = evidence.is_of_words
    words = vocabulary.choose(evidence, terms, lambda word: by_rule(word, is_of_words))
    marked = with_rule(marked, is_of_words)
    civic = with_rule([without_colon_signs(text, is_of_words) for text in civic], is_of_words)
    in_marks, in_civic = Joins(marked), Joins(civic)
    drawn = random.Random(5).sample(civic, min(CIVIC_TEXTS, len(civic)))
    texts = with_breaks_of_manuals(marked, in_marks) + with_breaks_of_civic(drawn, in_marks, in_civic)
    dictionary = costs.Vocabulary(set().union(*words))
    learned = costs.learn(
        dictionary,
        weighed(word_counts(marked), word_counts(civic)),
        [run for text in texts for run in runs(text)],
        # A term is whole whatever texts hold.
        often_apart(in_marks, in_civic) - set(map(fold, terms)),
    )
    return dictionary.words, learned


def weighed(marked, civic):
    words = dict.fromkeys([*marked, *civic])
    return collections.Counter({word: marked[word] + CIVIC_WEIGHT * civic[word] for word in words})


def often_apart(marked, civic):
    """The words that are cut in two often enough."""
    apart = set()
    for first, second in dict.fromkeys([*marked.apart, *civic.apart]):
        word = first + second
        together = marked.together[word] + civic.together[word]
        if marked.apart[first, second] + civic.apart[first, second] >= APART * together:
            apart.add(word)
    return apart


def without_colon_signs(line, is_of_words):
    """ៈ that was typed for the colon ៖ is no letter."""

    def colon(match):
        return match[0] if not is_of_words(fold(match[1])) else f"{match[1]}\u17d6"

    return re.sub("([\u1780-\u17d3]+)\u17c8(?![\u1780-\u17d3])", colon, line)


def with_breaks_of_manuals(texts, joins):
    def may_be_cut(first, second):
        together, apart = joins.together[first + second], joins.apart[first, second]
        rarer = min(joins.together[first], joins.together[second])
        is_forgotten = together <= MARKED_RARE and rarer >= MARKED_COMMON
        return 0 < apart >= MARKED_APART * together or is_forgotten

    return with_allowed_breaks(texts, may_be_cut, lambda word: joins.together[fold(word)])


def with_breaks_of_civic(texts, manuals, civic):
    def count(word):
        return manuals.together[fold(word)] + civic.together[fold(word)]

    def may_be_cut(first, second):
        word = first + second
        if 0 < manuals.apart[first, second] >= CIVIC_APART_IN_MANUALS * manuals.together[word]:
            return True
        if 0 < civic.apart[first, second] >= CIVIC_APART * civic.together[word]:
            return True
        sizes = (len(CLUSTER.findall(half)) for half in (first, second))
        is_common = min(count(first), count(second)) >= CIVIC_COMMON
        return is_common and not manuals.together[word] and min(sizes) >= CIVIC_SHORTEST_HALF

    return with_allowed_breaks(texts, may_be_cut, count)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Text in which somebody marked the words → where a word begins, may begin and does not.

    marks.py FILE …        names the marks that stand one letter early, and exits with 1 if there are any

People who mark words by hand slip: `កា|រចំណាយ` for `ការ|ចំណាយ`, `ក្នុ|ង|ឯកសារ` for `ក្នុង|ឯកសារ`. One in
a thousand does, and a trainer that believes it learns both halves as words. `mend` puts such marks
right where the text is read, and the same look finds them in any new source.

One rule says what is two words whoever marked it, in marks and dictionary alike: ការ and អ្នក before a
word (`by_rule`). ភាព, កម្ម, ប្រជា and the like are parts of a word, which may be cut off and need not.
"""

import collections
import re
import sys

MARK = "\u200b"
LETTERS = "\u1780-\u17d3\u17dc\u17dd"
CLUSTER = re.compile(
    "[\u1780-\u17b3][\u17b4-\u17d1\u17d3\u17dd]*"
    "(?:\u17d2[\u1780-\u17b3][\u17b4-\u17d1\u17d3\u17dd]*|\u17d2)*"
    "|[\u17b4-\u17d3\u17dc\u17dd]"
)
WORD = re.compile(f"[{LETTERS}]+")
BASE = re.compile("[\u1780-\u17b3]")
BARE_CONSONANT = re.compile("[\u1780-\u17a2]")
RUN = re.compile(f"[{LETTERS} |{MARK}]+")

FORBIDDEN, ALLOWED, REQUIRED = 0, 1, 2


def fold(text):
    """Coeng DA and coeng TA look alike and are one letter to the segmenter."""
    return text.replace("\u17d2\u178a", "\u17d2\u178f")


def read_lines(path):
    with open(path, encoding="utf-8") as file:
        return [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]


def word_counts(texts):
    return collections.Counter(
        fold(word) for text in texts for word in WORD.findall(text.replace("|", ""))
    )


def boundaries(word):
    """Where the clusters of a word end, but the last."""
    ends, end = [], 0
    for cluster in CLUSTER.findall(word)[:-1]:
        end += len(cluster)
        ends.append(end)
    return ends


# ---- slips ---------------------------------------------------------------------------------------

# A half that is so much rarer than what it becomes is a slip and no word.
RARER = 20
# A word that stands so often is believed to be one.
BELIEVED = 5
LONGEST = 12


class Slips:
    """Finds marks that stand one letter early, by what else the same people write.

    The letter is a bare consonant: the end of the word before it, cut off. The cost grows with the
    text, and with the clusters of a word times the longest word.
    """

    def __init__(self, texts):
        self.counts = word_counts(texts)
        self.known = {}
        self.found = collections.Counter()

    def mend(self, text):
        tokens = re.split(f"([ {MARK}])", text)
        at = 0
        while at + 2 < len(tokens):
            before = re.search(f"[{LETTERS}]+$", tokens[at])
            after = WORD.match(tokens[at + 2])
            letter = after and CLUSTER.match(after[0])[0]
            if before and letter and BARE_CONSONANT.fullmatch(letter):
                is_alone = tokens[at + 2] == letter and tokens[at + 1] == MARK
                if self.lacks_its_end(before[0], letter) and (
                    is_alone or self.has_one_too_many(after[0])
                ):
                    self.found[before[0], after[0]] += 1
                    tokens[at] += letter
                    tokens[at + 2] = tokens[at + 2][1:]
                    if is_alone:
                        del tokens[at + 1 : at + 3]
                    continue
            at += 2
        return "".join(tokens)

    def lacks_its_end(self, word, letter):
        whole = fold(word + letter)
        if self.counts[whole] >= RARER * max(self.counts[fold(word)], 1):
            return True
        # More than one word without a mark between them: the last of them.
        return any(
            self.counts[whole[end:]] >= RARER * max(self.counts[whole[end:-1]], 1)
            and self.is_of_words(whole[:end])
            for end in boundaries(whole[:-1])
        )

    def has_one_too_many(self, word):
        word = fold(word)
        rest = word[1:]
        return bool(rest) and self.is_of_words(rest) and self.counts[word] < RARER

    def is_of_words(self, word):
        """Whether it can be cut into words that stand often."""
        if word not in self.known:
            clusters = CLUSTER.findall(word)
            reached = [True] + [False] * len(clusters)
            for end in range(1, len(clusters) + 1):
                reached[end] = any(
                    reached[start] and self.counts["".join(clusters[start:end])] >= BELIEVED
                    for start in range(max(end - LONGEST, 0), end)
                )
            self.known[word] = reached[-1]
        return self.known[word]


def mend(texts):
    """The texts with their slips put right, and how often which was found."""
    slips = Slips(texts)
    return [slips.mend(text) for text in texts], slips.found


# ---- the rule ------------------------------------------------------------------------------------

HEADS = ("ការ", "អ្នក")
# One word each, whatever their halves are.
ONE_WORD = {
    fold(word)
    for word in (
        "ការពារ ការងារ ការដ្ឋាន ការសែត ការណ៍ ការី ការិយ ការិយាល័យ "
        "អ្នកណា អ្នកតា អ្នកស្រី អ្នកឯង អ្នកនាង អ្នកម្តាយ"
    ).split()
}


def by_rule(word, is_word):
    """The words that a word is by the rule; `is_word` tells whether the rest is one."""
    for head in HEADS:
        rest = word[len(head) :]
        begins = word.startswith(head) and len(rest) > 1 and BASE.match(rest)
        if begins and fold(word) not in ONE_WORD and is_word(fold(rest)):
            return [head, *by_rule(rest, is_word)]
    return [word]


def with_rule(texts, is_word):
    return [WORD.sub(lambda word: MARK.join(by_rule(word[0], is_word)), text) for text in texts]


# ---- boundaries that may be and need not ---------------------------------------------------------


class Joins:
    """How often people wrote two words together and apart."""

    def __init__(self, texts):
        self.together, self.apart = collections.Counter(), collections.Counter()
        for text in texts:
            for chunk in text.split(" "):
                words = [fold(word) for word in chunk.split(MARK)]
                self.together.update(word for word in words if WORD.fullmatch(word))
                pairs = zip(words, words[1:])
                self.apart.update(pair for pair in pairs if all(map(WORD.fullmatch, pair)))


def with_allowed_breaks(texts, may_be_cut, how_common):
    """The texts with `|` inside the words that `may_be_cut` in two; of several cuts that one is taken
    whose rarer half is the most common, and the halves are looked at in the same way."""
    known = {}

    def allowed(word):
        if word not in known:
            known[word] = word
            ends = [end for end in boundaries(word) if may_be_cut(fold(word[:end]), fold(word[end:]))]
            if ends:
                end = max(ends, key=lambda end: min(how_common(word[:end]), how_common(word[end:])))
                known[word] = allowed(word[:end]) + "|" + allowed(word[end:])
        return known[word]

    return [WORD.sub(lambda match: allowed(match[0]), text) for text in texts]


def runs(text):
    """The Khmer runs of a text, joined across spaces: clusters, and what may stand before each."""
    for match in RUN.findall(text):
        clusters, breaks, before = [], [], REQUIRED
        for part in re.split(f"([ |{MARK}])", match):
            if part in (" ", MARK):
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


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    found = collections.Counter()
    for path in sys.argv[1:]:
        found += mend(read_lines(path))[1]
    for (before, after), count in found.most_common():
        print(f"{before}|{after}\t{count}")
    print(f"{sum(found.values())} marks stand one letter early", file=sys.stderr)
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
